// The spreadsheets of a world: making them, finding them, and the bookkeeping every change goes through.
import { driveFiles } from "../drive/files";
import type { World } from "../kernel/contract";
import type { SheetData, SpreadsheetData } from "./model";

const MIME_TYPE = "application/vnd.google-apps.spreadsheet";

/** The grid of a new tab, as Google makes it. */
const NEW_GRID = { rows: 1000, columns: 26 };

interface Spreadsheets {
  byId: Record<string, SpreadsheetData>;
}

function spreadsheets(world: World): Spreadsheets["byId"] {
  return world.slice<Spreadsheets>("spreadsheets", () => ({ byId: {} })).byId;
}

/** A spreadsheet by its id, or undefined. */
export function findSpreadsheet(world: World, id: string): SpreadsheetData | undefined {
  return spreadsheets(world)[id];
}

/** An empty tab. Widths, formats and the rest are as in a new Google tab. */
export function newSheetData(id: number, name: string, rows = NEW_GRID.rows, columns = NEW_GRID.columns): SheetData {
  return {
    id,
    name,
    maxRows: rows,
    maxColumns: columns,
    rows: [],
    hidden: false,
    tabColor: null,
    frozenRows: 0,
    frozenColumns: 0,
    hiddenGridlines: false,
    rightToLeft: false,
    columnWidths: {},
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    protections: [],
    filter: null,
    charts: [],
    conditionalFormats: [],
    formUrl: null,
  };
}

/** What a new spreadsheet is made from. */
export interface NewSpreadsheet {
  owner: string;
  title: string;
  /** Such as `ru_RU` (the default). */
  locale?: string;
  timeZone?: string;
  rows?: number;
  columns?: number;
  parents?: string[];
}

/** Makes a spreadsheet with one empty tab, owned by a user and registered in Drive. Returns its id. */
export function createSpreadsheet(world: World, given: NewSpreadsheet): string {
  const file = driveFiles(world).create({
    name: given.title,
    mimeType: MIME_TYPE,
    owner: given.owner,
    ...(given.parents ? { parents: given.parents } : {}),
  });
  const locale = given.locale ?? "ru_RU";
  const firstTab = /^ru/i.test(locale) ? "Лист1" : "Sheet1";
  putSpreadsheet(world, file.id, (empty) => ({
    ...empty,
    locale,
    timeZone: given.timeZone ?? "Europe/Moscow",
    sheets: [newSheetData(0, firstTab, given.rows, given.columns)],
  }));
  return file.id;
}

/** Puts a spreadsheet behind a file of Drive, in place of the one that is there. @param fill gets one without tabs */
export function putSpreadsheet(world: World, fileId: string, fill: (empty: SpreadsheetData) => SpreadsheetData): void {
  spreadsheets(world)[fileId] = fill({
    id: fileId,
    locale: "ru_RU",
    timeZone: "Europe/Moscow",
    revision: 0,
    sheets: [],
    styles: [],
    validations: [],
    namedRanges: [],
    metadata: [],
    lastId: 0,
  });
}

/** Forgets the spreadsheet behind a file that was deleted for good. */
export function removeSpreadsheet(world: World, fileId: string): void {
  Reflect.deleteProperty(spreadsheets(world), fileId);
}

/** Makes a copy of a spreadsheet under another title; charts, rules and metadata come along. */
export function copySpreadsheet(world: World, source: SpreadsheetData, title: string, owner: string): string {
  const id = createSpreadsheet(world, { owner, title, locale: source.locale, timeZone: source.timeZone });
  spreadsheets(world)[id] = { ...(JSON.parse(JSON.stringify(source)) as SpreadsheetData), id, revision: 0 };
  return id;
}

/** Marks a spreadsheet as changed, so that computed results are not used again. */
export function touch(book: SpreadsheetData): void {
  book.revision += 1;
}

/** The next free number for a tab, a chart or a piece of metadata: looks random, as Google's do, but repeats with the history. */
export function nextNumber(book: SpreadsheetData): number {
  book.lastId += 1;
  return (Math.imul(book.lastId, 0x9e3779b1) >>> 1) % 2_000_000_000;
}

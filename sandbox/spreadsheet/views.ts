// What the objects of SpreadsheetApp share within one execution: how to make each other, and what is active.
import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { assertMayEdit, assertMayEditTab } from "./access";
import type { Rect, SheetData, SpreadsheetData } from "./model";
import type { Range } from "./range";
import type { Sheet } from "./sheet";
import type { Spreadsheet } from "./spreadsheet";
import { findSpreadsheet } from "./state";

/** What makes the objects: handed in, because their classes make each other. */
export interface Makers {
  spreadsheet(views: Views, bookId: string): Spreadsheet;
  sheet(views: Views, bookId: string, sheetId: number): Sheet;
  range(views: Views, bookId: string, sheetId: number, rect: Rect): Range;
}

/** What is selected in the user's window. */
export interface ActivePlace {
  sheetId: number;
  rects: Rect[];
}

/** Shared by all spreadsheet objects of one execution. */
export class Views {
  /** The selection per spreadsheet, once the script has changed it. */
  readonly active = new Map<string, ActivePlace>();
  /** The spreadsheet that the script made active; otherwise the container. */
  activeSpreadsheetId: string | null;

  constructor(
    readonly exec: Execution,
    private readonly makers: Makers,
  ) {
    this.activeSpreadsheetId = exec.script.containerId;
  }

  spreadsheet(bookId: string): Spreadsheet {
    return this.makers.spreadsheet(this, bookId);
  }

  sheet(bookId: string, sheetId: number): Sheet {
    return this.makers.sheet(this, bookId, sheetId);
  }

  range(bookId: string, sheetId: number, rect: Rect): Range {
    return this.makers.range(this, bookId, sheetId, rect);
  }

  now(): number {
    return this.exec.world.clock.now();
  }

  book(bookId: string): SpreadsheetData {
    const book = findSpreadsheet(this.exec.world, bookId);
    if (!book) throw new GoogleError(`Document ${bookId} is missing (perhaps it was deleted?)`);
    return book;
  }

  sheetData(bookId: string, sheetId: number): SheetData {
    const sheet = this.book(bookId).sheets.find(({ id }) => id === sheetId);
    if (!sheet) throw new GoogleError(`Sheet ${sheetId} not found`);
    return sheet;
  }

  assertMayEdit(bookId: string, sheet: SheetData, rect: Rect): void {
    assertMayEdit(this.exec.world, this.book(bookId), sheet, rect, this.exec.effectiveUser);
  }

  assertMayEditTab(bookId: string, sheet: SheetData): void {
    assertMayEditTab(this.exec.world, this.book(bookId), sheet, this.exec.effectiveUser);
  }

  /** The active tab: as the script set it, as the user left it, or the first one that is not hidden. */
  activePlace(bookId: string): ActivePlace | null {
    const set = this.active.get(bookId);
    if (set) return set;
    const { selection, script } = this.exec;
    const book = this.book(bookId);
    if (!selection || bookId !== script.containerId) return null;
    return book.sheets.some(({ id }) => id === selection.sheetId) ? { sheetId: selection.sheetId, rects: [] } : null;
  }

  activeSheetId(bookId: string): number {
    const place = this.activePlace(bookId);
    const { sheets } = this.book(bookId);
    const found = sheets.find(({ id }) => id === place?.sheetId) ?? sheets.find(({ hidden }) => !hidden) ?? sheets[0];
    if (!found) throw new GoogleError("Service error: Spreadsheets");
    return found.id;
  }

  /** Selects blocks in the user's window, if there is one. */
  select(bookId: string, sheetId: number, rects: Rect[], a1: string): void {
    this.active.set(bookId, { sheetId, rects });
    this.exec.ui?.activate({ sheetId, a1 });
  }
}

/** A spreadsheet object: knows its execution's other views. */
export abstract class SheetsObject extends ServiceObject {
  constructor(protected readonly views: Views) {
    super(views.exec);
  }
}

// The school's spreadsheet as the workbook engine needs it: tabs found, read whole, written in rectangles, grown.
import { type Cell, type DateCell } from "./cell";
import { instantAt, pause, wallClock } from "./clock";
import { TemporaryStop } from "./stop";

/** Cells to write. Rows and columns count from 0 at the sheet's corner. */
export interface Rectangle {
  row: number;
  column: number;
  values: readonly (readonly Cell[])[];
}

/** The open spreadsheet; its handles are kept for one execution. */
export interface Book {
  timeZone(): string;
  /** The tab by its name; failing that, by the id that was remembered for it (a renamed tab). */
  tab(name: string, id?: () => number | null): SheetTab | null;
  /**
   * Makes a tab.
   * @param place in the row of tabs, from 0; its end if left out
   * @param like a tab to copy with everything on it
   */
  createTab(name: string, place?: number, like?: SheetTab): SheetTab;
  /** The only tab of a spreadsheet in which nobody has done anything yet; null if there is more. */
  untouchedTab(): SheetTab | null;
  removeTab(tab: SheetTab): void;
  /** A note of the program's own that stays with the file, also in its copies; null if there is none. */
  mark(name: string): string | null;
  setMark(name: string, value: string): void;
  /** Makes Google carry out what was written. */
  flush(): void;
}

/** One tab. */
export interface SheetTab {
  readonly name: string;
  readonly id: number;
  readonly sheet: GoogleAppsScript.Spreadsheet.Sheet;
  /** Its place in the row of tabs, from 0. */
  place(): number;
  /** Everything from the corner to the last cell with content; [[""]] if the tab is empty. */
  read(): Cell[][];
  /** The first rows in their whole width. */
  readTop(rows: number): Cell[][];
  /** A column (from 0) down to a row (from 1). */
  readColumn(column: number, lastRow: number): Cell[];
  /** Formulas of the same area as `read`; "" where there is none. */
  formulas(): string[][];
  /** The same in R1C1 notation, which stays right wherever the row is written. */
  relativeFormulas(): string[][];
  /** One formula in R1C1 notation. Rows and columns count from 0. */
  writeRelativeFormula(row: number, column: number, formula: string): void;
  /** Writes values; text stays text whatever it looks like. */
  write(rectangles: readonly Rectangle[]): void;
  /** Makes sure that the grid has a row with this number (from 1). */
  growTo(lastRow: number): void;
  /** Makes sure that the grid has so many columns. */
  widenTo(columns: number): void;
  /** New empty rows; the row (from 1) and those below it move down. */
  insertRowsBefore(row: number, count: number): void;
  /** Deletes whole rows from this one (from 1); those below move up. At least one row that is not frozen must remain. */
  deleteRows(row: number, count: number): void;
  hide(): void;
  rename(name: string): void;
}

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 700;
/** New rows at a time when the grid is full. */
const GROWTH = 200;

/** What Google calls the first tab of a new spreadsheet. */
const NAMES_BY_GOOGLE = /^(Лист|Sheet) ?1$/;

/** The workbook that the script is bound to. */
export function openBook(): Book {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  let zone: string | null = null;
  const timeZone = (): string => (zone ??= patiently(() => spreadsheet.getSpreadsheetTimeZone()));
  const marks = new Map<string, GoogleAppsScript.Spreadsheet.DeveloperMetadata | null>();
  const markOf = (name: string): GoogleAppsScript.Spreadsheet.DeveloperMetadata | null => {
    const known = marks.get(name);
    if (known !== undefined) return known;
    const [found = null] = patiently(() => spreadsheet.createDeveloperMetadataFinder().withKey(name).find());
    marks.set(name, found);
    return found;
  };
  return {
    timeZone,
    tab: (name, id) => {
      const byName = patiently(() => spreadsheet.getSheetByName(name));
      if (byName) return sheetTab(byName, name, timeZone);
      const remembered = id?.() ?? null;
      const byId = remembered === null ? null : patiently(() => spreadsheet.getSheetById(remembered));
      return (
        byId &&
        sheetTab(
          byId,
          patiently(() => byId.getName()),
          timeZone,
        )
      );
    },
    createTab: (name, place, like) =>
      changing(name, () => {
        const index = place ?? spreadsheet.getSheets().length;
        const sheet = like
          ? spreadsheet.insertSheet(name, index, { template: like.sheet })
          : spreadsheet.insertSheet(name, index);
        return sheetTab(sheet, name, timeZone);
      }),
    untouchedTab: () => {
      const [only, ...others] = spreadsheet.getSheets();
      if (!only || others.length > 0) return null;
      const name = patiently(() => only.getName());
      return NAMES_BY_GOOGLE.test(name) && patiently(() => isUntouched(only)) ? sheetTab(only, name, timeZone) : null;
    },
    removeTab: ({ name, sheet }) => {
      changing(name, () => {
        spreadsheet.deleteSheet(sheet);
      });
    },
    mark: (name) => markOf(name)?.getValue() ?? null,
    setMark: (name, value) => {
      const mark = markOf(name);
      if (mark) mark.setValue(value);
      else spreadsheet.addDeveloperMetadata(name, value);
      marks.delete(name);
    },
    flush: () => {
      SpreadsheetApp.flush();
    },
  };
}

function isUntouched(sheet: GoogleAppsScript.Spreadsheet.Sheet): boolean {
  return sheet.getLastRow() === 0 && sheet.getFormUrl() === null && sheet.getCharts().length === 0;
}

function sheetTab(sheet: GoogleAppsScript.Spreadsheet.Sheet, name: string, timeZone: () => string): SheetTab {
  const asCells = (values: unknown[][]): Cell[][] => values.map((row) => row.map((value) => cellOf(value, timeZone)));
  return {
    name,
    sheet,
    get id() {
      return sheet.getSheetId();
    },
    place: () => sheet.getIndex() - 1,
    read: () => asCells(patiently(() => valuesOf(sheet))),
    readTop: (rows) => asCells(patiently(() => sheet.getRange(`1:${rows}`).getValues() as unknown[][])),
    readColumn: (column, lastRow) =>
      asCells(patiently(() => sheet.getRange(1, column + 1, lastRow, 1).getValues() as unknown[][])).flat(),
    formulas: () => patiently(() => sheet.getDataRange().getFormulas()),
    relativeFormulas: () => patiently(() => sheet.getDataRange().getFormulasR1C1() as string[][]),
    writeRelativeFormula: (row, column, formula) =>
      changing(name, () => void sheet.getRange(row + 1, column + 1).setFormulaR1C1(formula)),
    write: (rectangles) => changing(name, () => writeAll(sheet, rectangles, timeZone)),
    growTo: (lastRow) => changing(name, () => growTo(sheet, lastRow)),
    widenTo: (columns) => changing(name, () => widenTo(sheet, columns)),
    rename: (to) => changing(name, () => void sheet.setName(to)),
    hide: () => changing(name, () => void sheet.hideSheet()),
    insertRowsBefore: (row, count) => changing(name, () => void sheet.insertRowsBefore(row, count)),
    deleteRows: (row, count) =>
      changing(name, () => {
        sheet.deleteRows(row, count);
      }),
  };
}

/** Everything on a tab in one request: the data range is found on Google's side. An empty tab has none. */
function valuesOf(sheet: GoogleAppsScript.Spreadsheet.Sheet): unknown[][] {
  try {
    const values = sheet.getSheetValues(1, 1, -1, -1) as unknown[][];
    if (values.length > 0) return values;
  } catch {
    // Asked again the longer way below, which fails with a reason if there is one.
  }
  return sheet.getDataRange().getValues() as unknown[][];
}

/** Reading is repeated when Google fails: it changes nothing, and such failures mostly pass. */
export function patiently<T>(read: () => T): T {
  for (let attempt = 1; ; attempt++) {
    try {
      return read();
    } catch (failure) {
      if (attempt === ATTEMPTS) {
        console.error(`Reading the workbook failed: ${String(failure)}`);
        throw new TemporaryStop(
          "Google Таблицы не ответили.",
          "Подождите несколько минут и повторите действие: сделанное раньше не потеряно.",
        );
      }
      pause(FIRST_WAIT_MS * attempt);
    }
  }
}

/** Writing is never repeated blindly; what a failure means is known from what was tried. */
export function changing<T>(tab: string, write: () => T): T {
  try {
    return write();
  } catch (failure) {
    console.error(`Writing to the workbook failed: ${String(failure)}`);
    throw new TemporaryStop(
      `Не удалось записать на вкладку «${tab}».`,
      "Проверьте, что Вам разрешено изменять эту таблицу и вкладка не защищена, и повторите действие: повтор ничего не задвоит.",
    );
  }
}

/** Google's value as a cell. A date from Google is an object of its own realm, told by what it can do. */
function cellOf(value: unknown, timeZone: () => string): Cell {
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (Object.prototype.toString.call(value) === "[object Date]") return shownAt((value as Date).getTime(), timeZone());
  return "";
}

const shownBefore = new Map<string, DateCell>();

/** The same few hundred days fill a workbook: each is worked out once. */
function shownAt(instant: number, timeZone: string): DateCell {
  const key = `${instant} ${timeZone}`;
  const known = shownBefore.get(key);
  if (known) return known;
  const shown = wallClock(instant, timeZone);
  shownBefore.set(key, shown);
  return shown;
}

function writeAll(
  sheet: GoogleAppsScript.Spreadsheet.Sheet,
  rectangles: readonly Rectangle[],
  timeZone: () => string,
): void {
  const texts = rectangles.flatMap(textAreas);
  if (texts.length > 0) sheet.getRangeList(texts).setNumberFormat("@");
  for (const { row, column, values } of rectangles) {
    const width = values[0]?.length ?? 0;
    if (width === 0) continue;
    sheet
      .getRange(row + 1, column + 1, values.length, width)
      .setValues(values.map((line) => line.map((cell) => valueOf(cell, timeZone))));
  }
}

/** What Google takes for a cell. The first apostrophe is its own mark for text and does not become part of it. */
function valueOf(cell: Cell, timeZone: () => string): string | number | boolean | Date {
  if (typeof cell === "object") return new Date(instantAt(cell, timeZone()));
  if (typeof cell !== "string") return cell;
  return /^[='][^]/.test(cell) ? `'${cell}` : cell;
}

/** Text that Google would make a number, a date, a truth value or a formula of in a cell without the text format. */
const CHANGES_BY_ITSELF =
  /^[\s\d=+\-.,@$€₽%(]|^(true|false|истина|ложь|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Stretches of text in a rectangle's columns that need the text format, in A1 notation. */
function textAreas({ row, column, values }: Rectangle): string[] {
  const areas: string[] = [];
  for (let offset = 0; offset < (values[0]?.length ?? 0); offset++) {
    let start = 0;
    let risky = false;
    for (let line = 0; line <= values.length; line++) {
      const cell = values[line]?.[offset];
      if (typeof cell === "string") {
        risky = risky || CHANGES_BY_ITSELF.test(cell);
        continue;
      }
      if (risky) areas.push(areaOf(column + offset, row + start, row + line - 1));
      start = line + 1;
      risky = false;
    }
  }
  return areas;
}

function areaOf(column: number, firstRow: number, lastRow: number): string {
  const letters = columnLetters(column);
  return `${letters}${firstRow + 1}:${letters}${lastRow + 1}`;
}

/** «A» for 0, «AA» for 26. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? columnLetters(rest - 1) : "") + String.fromCharCode(65 + (column % 26));
}

function growTo(sheet: GoogleAppsScript.Spreadsheet.Sheet, lastRow: number): void {
  if (hasCell(sheet, lastRow, 1)) return;
  const rows = sheet.getMaxRows();
  sheet.insertRowsAfter(rows, Math.max(lastRow - rows, 0) + GROWTH);
}

function widenTo(sheet: GoogleAppsScript.Spreadsheet.Sheet, columns: number): void {
  if (hasCell(sheet, 1, columns)) return;
  const wide = sheet.getMaxColumns();
  sheet.insertColumnsAfter(wide, columns - wide);
}

/** Naming a range costs no round trip and fails outside the grid. */
function hasCell(sheet: GoogleAppsScript.Spreadsheet.Sheet, row: number, column: number): boolean {
  try {
    sheet.getRange(row, column);
    return true;
  } catch {
    return false;
  }
}

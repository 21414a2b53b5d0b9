// What is on the screen, for whoever draws or exports a spreadsheet: cells with shown text, look, rule and note. Changes nothing.
import type { World } from "../kernel/contract";
import { cellAt, contentExtent, styleOf, validationOf } from "./cells";
import { placeTexts } from "./criteria";
import { isRowHidden } from "./filter";
import { formatAt, valueAt } from "./formulas";
import { localeOf } from "./locales";
import type { CellValue, RichRun, SheetData, SpreadsheetData, Style, Validation } from "./model";
import { displayValue, isDateFormat } from "./numberFormat";
import { readSerial } from "./serials";
import { findSpreadsheet } from "./state";

/** One cell as a person sees it. */
export interface CellView {
  /** The shown text. */
  text: string;
  /** The value: dates are serial numbers (see `isDate`); an empty cell is "". */
  value: CellValue;
  /** What the formula bar shows: the formula, or the value as it would be typed. */
  input: string;
  formula: string | null;
  isDate: boolean;
  style: Style;
  note: string | null;
  rule: Validation | null;
  rich: RichRun[];
}

/** The spreadsheet's data, or an error that names the id. */
export function readSpreadsheet(world: World, id: string): SpreadsheetData {
  const book = findSpreadsheet(world, id);
  if (!book) throw new Error(`There is no spreadsheet ${id}.`);
  return book;
}

/** A tab by its name; undefined if there is none. */
export function sheetByName(book: SpreadsheetData, name: string): SheetData | undefined {
  return book.sheets.find((sheet) => sheet.name === name);
}

/** One cell as a person sees it. */
export function cellView(world: World, book: SpreadsheetData, sheet: SheetData, row: number, column: number): CellView {
  const cell = cellAt(sheet, row, column);
  const value = valueAt(book, sheet, row, column, world.clock.now());
  const format = formatAt(book, sheet, cell);
  const locale = localeOf(book.locale);
  return {
    text: value === "" ? "" : displayValue(value, format, locale),
    value,
    input: cell?.f ?? inputText(book, value, format),
    formula: cell?.f ?? null,
    isDate: typeof value === "number" && isDateFormat(format),
    style: styleOf(book, cell),
    note: cell?.note ?? null,
    rule: validationOf(book, cell),
    rich: cell?.rich ?? [],
  };
}

/** A value as one would type it to get it again: full precision, dates in the locale's order, text that looks otherwise with `'`. */
function inputText(book: SpreadsheetData, value: CellValue, format: string | undefined): string {
  const locale = localeOf(book.locale);
  if (typeof value === "boolean") return value ? locale.trueText : locale.falseText;
  if (typeof value === "string") return /^[='+]/.test(value) && format !== "@" ? `'${value}` : value;
  if (!isDateFormat(format)) return String(value).replace(".", locale.decimal);
  const { hour, minute, second } = readSerial(value);
  const timed = hour + minute + second > 0;
  if (value < 1) return displayValue(value, locale.timeFormat, locale);
  return displayValue(value, timed ? locale.dateTimeFormat : locale.dateFormat, locale);
}

/** Shown texts from A1 to the last content, as `getDisplayValues` of the data range gives them. */
export function displayRows(world: World, book: SpreadsheetData, sheet: SheetData): string[][] {
  const { row, column } = contentExtent(sheet);
  return Array.from({ length: row }, (_, y) =>
    Array.from({ length: column }, (__, x) => cellView(world, book, sheet, y + 1, x + 1).text),
  );
}

/** The choices of a drop-down; null if the rule is none. */
export function dropDownChoices(world: World, book: SpreadsheetData, rule: Validation): string[] | null {
  if (rule.criteria === "VALUE_IN_LIST") return rule.values.map(String);
  const [argument] = rule.values;
  if (rule.criteria !== "VALUE_IN_RANGE" || typeof argument !== "object" || !("place" in argument)) return null;
  return [...new Set(placeTexts(book, argument.place, world.clock.now()))];
}

/** Whether a row cannot be seen, and why. */
export function rowHiding(
  world: World,
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
): "user" | "filter" | null {
  if (sheet.hiddenRows.includes(row)) return "user";
  return isRowHidden(book, sheet, row, world.clock.now()) ? "filter" : null;
}

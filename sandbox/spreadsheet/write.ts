// Puts values into cells as Google does: coercion, size limits, validation, and the format a date or percent brings along.
import { GoogleError } from "../kernel/contract";
import { cellAt, emptyContent, ensureCell, putCell, restyle, styleOf, validationOf } from "./cells";
import { plainText, readTyped, type Reading } from "./coercion";
import { candidateOf, complaint } from "./criteria";
import { localeOf } from "./locales";
import type { Rect, SheetData, SpreadsheetData } from "./model";
import { isGeneral } from "./numberFormat";
import { columnName, eachCell } from "./rect";
import { readSerial, serialOf } from "./serials";
import { touch } from "./state";

const LONGEST_TEXT = 50_000;

/** A value on its way into a cell. */
interface Arrival {
  row: number;
  column: number;
  reading: Reading;
}

/** What a script's values become in cells. Strings are read as if they were typed. */
function valueReader(
  book: SpreadsheetData,
  sheet: SheetData,
  now: number,
): (row: number, column: number, value: unknown) => Reading {
  const locale = localeOf(book.locale);
  const year = readSerial(serialOf(now, book.timeZone)).year;
  // The same dates and words fill a block many times over.
  const readings = new Map<string, Reading>();
  return (row, column, value) => {
    if (value === null || value === undefined) return { kind: "empty" };
    if (value instanceof Date) return readInstant(book, value);
    if (typeof value === "boolean" || (typeof value === "number" && Number.isFinite(value))) {
      return { kind: "value", value };
    }
    const text = plainText(value);
    const isText = styleOf(book, cellAt(sheet, row, column)).numberFormat === "@";
    const known = isText ? undefined : readings.get(text);
    if (known) return known;
    const reading = readTyped(text, locale, isText, year);
    if (!isText) readings.set(text, reading);
    return reading;
  };
}

function readInstant(book: SpreadsheetData, instant: Date): Reading {
  if (Number.isNaN(instant.getTime())) return { kind: "value", value: "#NUM!" };
  const serial = serialOf(instant.getTime(), book.timeZone);
  const locale = localeOf(book.locale);
  return { kind: "value", value: serial, format: Number.isInteger(serial) ? locale.dateFormat : locale.dateTimeFormat };
}

function assertFits(reading: Reading): void {
  const text = reading.kind === "formula" ? reading.formula : reading.kind === "value" ? reading.value : "";
  if (typeof text === "string" && text.length > LONGEST_TEXT) {
    throw new GoogleError("Your input contains more than the maximum of 50000 characters in a single cell.");
  }
}

/** The format a cell will have once the reading is in it. */
function formatAfter(book: SpreadsheetData, sheet: SheetData, { row, column, reading }: Arrival): string | undefined {
  const own = styleOf(book, cellAt(sheet, row, column)).numberFormat;
  return isGeneral(own) && reading.kind === "value" ? reading.format : own;
}

function assertAllowed(book: SpreadsheetData, sheet: SheetData, arrival: Arrival, now: number): void {
  const rule = validationOf(book, cellAt(sheet, arrival.row, arrival.column));
  if (!rule || rule.allowInvalid || arrival.reading.kind !== "value") return;
  const candidate = candidateOf(book, arrival.reading.value, formatAfter(book, sheet, arrival), now);
  const objection = complaint(rule, candidate, `${columnName(arrival.column)}${arrival.row}`);
  if (objection !== null) throw new GoogleError(objection);
}

function put(book: SpreadsheetData, sheet: SheetData, { row, column, reading }: Arrival): void {
  if (reading.kind === "empty") {
    clearContent(sheet, row, column);
    return;
  }
  const cell = ensureCell(sheet, row, column);
  emptyContent(cell);
  if (reading.kind === "formula") {
    cell.f = reading.formula;
    return;
  }
  if (reading.value !== "") cell.v = reading.value;
  if (reading.format !== undefined && isGeneral(styleOf(book, cell).numberFormat)) {
    restyle(book, cell, { numberFormat: reading.format });
  }
}

/** Takes a cell's content away; format, note and rule stay. */
export function clearContent(sheet: SheetData, row: number, column: number): void {
  const cell = cellAt(sheet, row, column);
  if (!cell) return;
  emptyContent(cell);
  if (Object.keys(cell).length === 0) putCell(sheet, row, column, null);
}

/** Writes values all or none: one that does not fit or is not allowed keeps all of them out. */
function writeAll(book: SpreadsheetData, sheet: SheetData, arrivals: Arrival[], now: number): void {
  for (const arrival of arrivals) {
    assertFits(arrival.reading);
    assertAllowed(book, sheet, arrival, now);
  }
  for (const arrival of arrivals) put(book, sheet, arrival);
  touch(book);
}

/** Writes one value into every cell of a block, or a block of values of the same shape. */
export function writeBlock(
  book: SpreadsheetData,
  sheet: SheetData,
  rect: Rect,
  valueFor: (rowOffset: number, columnOffset: number) => unknown,
  now: number,
): void {
  const arrivals: Arrival[] = [];
  const read = valueReader(book, sheet, now);
  eachCell(rect, (row, column) => {
    const value = valueFor(row - rect.row, column - rect.column);
    arrivals.push({ row, column, reading: read(row, column, value) });
  });
  writeAll(book, sheet, arrivals, now);
}

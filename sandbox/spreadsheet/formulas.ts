// Computes formulas when they are read: results live in memory only, and go stale when the spreadsheet or the minute changes.
import { Infix } from "fast-formula-parser/formulas/operators";
import FormulaParser, { type RangeReference, type Value } from "fast-formula-parser";
import { cellAt, contentExtent, styleOf } from "./cells";
import { ownFunctions } from "./formulaFunctions";
import { localeOf } from "./locales";
import type { Cell, CellValue, Rect, SheetData, SpreadsheetData } from "./model";
import { isGeneral } from "./numberFormat";
import { moveReference, rectOf, referencesOf, rewriteReferences, writeReference } from "./references";
import { serialOf } from "./serials";

const { FormulaError } = FormulaParser;

interface Calculation {
  book: SpreadsheetData;
  revision: number;
  minute: number;
  now: number;
  results: Map<string, Value>;
  /** Cells being computed: meeting one again is a circle. */
  open: Set<string>;
  extents: Map<number, { row: number; column: number }>;
}

const calculations = new WeakMap<SpreadsheetData, Calculation>();

/** The library keeps the formula under way in itself, so there is one parser and what it reads is computed beforehand. */
let parser: FormulaParser | null = null;
let running: Calculation | null = null;

function current(): Calculation {
  if (!running) throw new Error("No calculation is under way.");
  return running;
}

const compareExactly = Infix.compareOp;

/** Google compares text without regard to case, and takes an empty cell for "" beside text; the library does neither. */
Infix.compareOp = (left, sign, right, leftIsArray, rightIsArray) => {
  const first = (value: unknown, isArray: boolean): unknown => (isArray ? (value as unknown[][])[0]?.[0] : value);
  const [a, b] = [first(left, leftIsArray), first(right, rightIsArray)];
  const plain = (value: unknown, other: unknown): unknown => {
    if (typeof value === "string") return value.toLowerCase();
    if (value !== null && value !== undefined) return value;
    return typeof other === "string" ? "" : typeof other === "boolean" ? false : 0;
  };
  return compareExactly(plain(a, b), sign, plain(b, a), false, false);
};

function theParser(): FormulaParser {
  parser ??= new FormulaParser({
    onCell: ({ sheet, row, col }) => known(current(), sheet, row, col),
    onRange: (range) => knownRange(current(), range),
    onVariable: (name) => namedRange(current(), name),
    functions: ownFunctions({
      now: () => serialOf(current().now, current().book.timeZone),
      localeCode: () => current().book.locale,
    }),
  });
  return parser;
}

function sheetNamed(book: SpreadsheetData, name: string): SheetData | undefined {
  return book.sheets.find((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
}

function known(calculation: Calculation, sheetName: string, row: number, column: number): Value {
  const sheet = sheetNamed(calculation.book, sheetName);
  if (!sheet || row > sheet.maxRows || column > sheet.maxColumns) throw FormulaError.REF;
  const cell = cellAt(sheet, row, column);
  if (cell?.f === undefined) return cell?.v ?? null;
  return calculation.results.get(keyOf(sheet, row, column)) ?? null;
}

function knownRange(calculation: Calculation, range: RangeReference): Value[][] {
  const sheet = sheetNamed(calculation.book, range.sheet);
  if (!sheet) throw FormulaError.REF;
  const lines: Value[][] = [];
  const lastRow = Math.min(range.to.row, sheet.maxRows);
  const lastColumn = Math.min(range.to.col, sheet.maxColumns);
  for (let row = range.from.row; row <= lastRow; row++) {
    const line: Value[] = [];
    for (let column = range.from.col; column <= lastColumn; column++) {
      line.push(known(calculation, range.sheet, row, column));
    }
    lines.push(line);
  }
  return lines;
}

function namedRange(calculation: Calculation, name: string): RangeReference | null {
  const found = calculation.book.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase());
  const sheet = found && calculation.book.sheets.find(({ id }) => id === found.place.sheetId);
  if (!found || !sheet) return null;
  const { row, column, rows, columns } = found.place;
  return { sheet: sheet.name, from: { row, col: column }, to: { row: row + rows - 1, col: column + columns - 1 } };
}

function keyOf(sheet: SheetData, row: number, column: number): string {
  return `${sheet.id}!${row},${column}`;
}

/** Outside strings: `;` parts arguments, and where the locale's decimal sign is a comma, a comma can be nothing else. */
function toLibrarySyntax(formula: string, decimalComma: boolean): string {
  return formula
    .slice(1)
    .replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|\{[^}]*\}|(\d),(\d)|[,;]/g, (piece: string, a?: string, b?: string) => {
      if (piece === ";") return ",";
      if (a !== undefined && b !== undefined) return decimalComma ? `${a}.${b}` : piece;
      if (piece === "," && decimalComma) throw new FormulaError("#ERROR!");
      return piece;
    });
}

function prepare(book: SpreadsheetData, sheet: SheetData, formula: string): string {
  const bounded = rewriteReferences(formula, (reference) => {
    const home = reference.sheetName === null ? sheet : sheetNamed(book, reference.sheetName);
    if (!home || !reference.to) return null;
    const rect = rectOf(reference, home);
    const corner = { columnFixed: false, rowFixed: false, row: 1, column: 1 };
    return writeReference(moveReference({ ...reference, from: corner, to: corner }, rect));
  });
  return toLibrarySyntax(bounded, localeOf(book.locale).decimal === ",");
}

/** The formula cells inside a block, for they must be computed first. */
function formulaCells(calculation: Calculation, sheet: SheetData, rect: Rect): { row: number; column: number }[] {
  let extent = calculation.extents.get(sheet.id);
  if (!extent) calculation.extents.set(sheet.id, (extent = contentExtent(sheet)));
  const found: { row: number; column: number }[] = [];
  const lastRow = Math.min(rect.row + rect.rows - 1, extent.row);
  const lastColumn = Math.min(rect.column + rect.columns - 1, extent.column);
  for (let row = rect.row; row <= lastRow; row++) {
    for (let column = rect.column; column <= lastColumn; column++) {
      if (cellAt(sheet, row, column)?.f !== undefined) found.push({ row, column });
    }
  }
  return found;
}

function computeInputs(calculation: Calculation, sheet: SheetData, formula: string): void {
  const { book } = calculation;
  for (const reference of referencesOf(formula)) {
    const home = reference.sheetName === null ? sheet : sheetNamed(book, reference.sheetName);
    if (!home) continue;
    for (const at of formulaCells(calculation, home, rectOf(reference, home)))
      compute(calculation, home, at.row, at.column);
  }
  for (const { name, place } of book.namedRanges) {
    if (!formula.toLowerCase().includes(name.toLowerCase())) continue;
    const home = book.sheets.find(({ id }) => id === place.sheetId);
    if (!home) continue;
    for (const at of formulaCells(calculation, home, place)) compute(calculation, home, at.row, at.column);
  }
}

function evaluate(calculation: Calculation, sheet: SheetData, row: number, column: number, formula: string): Value {
  try {
    if (formula.includes("#REF!")) return FormulaError.REF;
    const text = prepare(calculation.book, sheet, formula);
    running = calculation;
    const result = theParser().parse(text, { sheet: sheet.name, row, col: column }, true);
    const value = Array.isArray(result) ? (result[0]?.[0] ?? null) : result;
    return value;
  } catch (error) {
    return unwrap(error);
  }
}

/** The library wraps an error thrown by a function into one of its own. */
function unwrap(error: unknown): Value {
  if (!(error instanceof Error)) return FormulaError.VALUE;
  const details = (error as { details?: unknown }).details;
  if (details instanceof FormulaError) return unwrap(details);
  return error instanceof FormulaError ? error : new FormulaError("#ERROR!");
}

/** Computes a cell and, first, all it depends on. A circle is an error in each of its members, as in Google. */
function compute(calculation: Calculation, sheet: SheetData, row: number, column: number): Value {
  const key = keyOf(sheet, row, column);
  const ready = calculation.results.get(key);
  if (ready !== undefined) return ready;
  const formula = cellAt(sheet, row, column)?.f;
  if (formula === undefined) return cellAt(sheet, row, column)?.v ?? null;
  if (calculation.open.has(key)) {
    for (const member of calculation.open) calculation.results.set(member, FormulaError.REF);
    return FormulaError.REF;
  }
  calculation.open.add(key);
  computeInputs(calculation, sheet, formula);
  calculation.open.delete(key);
  const circular = calculation.results.get(key);
  if (circular !== undefined) return circular;
  const value = evaluate(calculation, sheet, row, column, formula);
  calculation.results.set(key, value);
  return value;
}

function calculationOf(book: SpreadsheetData, now: number): Calculation {
  const minute = Math.floor(now / 60_000);
  const existing = calculations.get(book);
  if (existing?.revision === book.revision && existing.minute === minute) return existing;
  const fresh: Calculation = {
    book,
    revision: book.revision,
    minute,
    now,
    results: new Map(),
    open: new Set(),
    extents: new Map(),
  };
  calculations.set(book, fresh);
  return fresh;
}

/** A cell's value: as written, or as its formula gives it; "" where there is none; an error as its text, such as "#REF!". */
export function valueAt(book: SpreadsheetData, sheet: SheetData, row: number, column: number, now: number): CellValue {
  const cell = cellAt(sheet, row, column);
  if (cell?.f === undefined) return cell?.v ?? "";
  const result = compute(calculationOf(book, now), sheet, row, column);
  return result instanceof FormulaError ? result.error : (result ?? "");
}

const GIVES_DATE = /^=\s*(TODAY|DATE|DATEVALUE|EDATE|EOMONTH|WORKDAY)\s*\([^()]*(\([^()]*\)[^()]*)*\)\s*$/i;
const GIVES_MOMENT = /^=\s*NOW\s*\(\s*\)\s*$/i;

/** The number format a cell is shown in: its own, or the one its formula brings along; undefined means automatic. */
export function formatAt(book: SpreadsheetData, sheet: SheetData, cell: Cell | null): string | undefined {
  const own = styleOf(book, cell).numberFormat;
  if (!isGeneral(own)) return own;
  if (cell?.f === undefined) return undefined;
  const locale = localeOf(book.locale);
  if (GIVES_MOMENT.test(cell.f)) return locale.dateTimeFormat;
  if (GIVES_DATE.test(cell.f)) return locale.dateFormat;
  return formatOfSource(book, sheet, cell.f);
}

/** `=A1`, `=Лист2!A1`, `=MAX(A1:A9)` show as the first cell they name does. */
function formatOfSource(book: SpreadsheetData, sheet: SheetData, formula: string): string | undefined {
  if (!/^=\s*(?:[^()"+*/&<>=]+|(?:MAX|MIN|SUM|AVERAGE|MEDIAN)\([^()]*\))$/i.test(formula)) return undefined;
  const [reference] = referencesOf(formula);
  if (!reference) return undefined;
  const home = reference.sheetName === null ? sheet : sheetNamed(book, reference.sheetName);
  if (!home) return undefined;
  const rect = rectOf(reference, home);
  return styleOf(book, cellAt(home, rect.row, rect.column)).numberFormat;
}

// Copies single cells, with as much of them as was asked for, also between spreadsheets.
import { emptyContent, ensureCell, internValidation, restyle, styleOf, validationOf } from "./cells";
import type { Cell, CellValue, Rect, SheetData, SpreadsheetData } from "./model";
import { shiftFormula } from "./references";

/** What of a cell is copied. */
export type CopyWhat = "all" | "noBorders" | "format" | "contents" | "values" | "validation" | "widths" | "nothing";

/** Where a copy goes. */
interface Target {
  book: SpreadsheetData;
  sheet: SheetData;
  row: number;
  column: number;
}

const PARTS: Record<CopyWhat, { content: boolean; style: boolean; rule: boolean; note: boolean }> = {
  all: { content: true, style: true, rule: true, note: true },
  noBorders: { content: true, style: true, rule: true, note: true },
  format: { content: false, style: true, rule: false, note: false },
  contents: { content: true, style: false, rule: false, note: false },
  values: { content: true, style: false, rule: false, note: false },
  validation: { content: false, style: false, rule: true, note: false },
  widths: { content: false, style: false, rule: false, note: false },
  nothing: { content: false, style: false, rule: false, note: false },
};

/**
 * Copies one cell.
 * @param result what the cell's formula gives, for a copy of values
 * @param shift how far the copy lies from the source, for relative references
 */
export function copyCell(
  from: SpreadsheetData,
  source: Cell | null,
  result: CellValue,
  to: Target,
  what: CopyWhat,
  shift: { rows: number; columns: number },
): void {
  const parts = PARTS[what];
  const cell = ensureCell(to.sheet, to.row, to.column);
  if (parts.content) copyContent(source, result, cell, what === "values", shift);
  if (parts.style) {
    const style = { ...styleOf(from, source) };
    if (what === "noBorders") delete style.borders;
    delete cell.s;
    restyle(to.book, cell, style);
  }
  if (parts.rule) {
    const rule = validationOf(from, source);
    if (rule) cell.d = internValidation(to.book, rule);
    else delete cell.d;
  }
  if (parts.note) {
    if (source?.note !== undefined) cell.note = source.note;
    else delete cell.note;
  }
}

function copyContent(
  source: Cell | null,
  result: CellValue,
  cell: Cell,
  asValue: boolean,
  shift: { rows: number; columns: number },
): void {
  emptyContent(cell);
  if (!source) return;
  if (source.f !== undefined && !asValue) cell.f = shiftFormula(source.f, shift.rows, shift.columns);
  else if (result !== "") cell.v = result;
  if (source.rich) cell.rich = source.rich;
}

/** Turns rows into columns. */
export function transposed<T>(lines: T[][]): T[][] {
  return (lines[0] ?? []).map((_, x) => lines.map((line) => line[x] as T));
}

/** Copies column widths from one block's columns to another's. */
export function copyWidths(from: SheetData, source: Rect, to: SheetData, target: Rect): void {
  for (let x = 0; x < target.columns; x++) {
    const width = from.columnWidths[String(source.column + (x % source.columns))];
    if (width !== undefined) to.columnWidths[String(target.column + x)] = width;
  }
}

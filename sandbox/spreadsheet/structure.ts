// Inserting, deleting, moving and sorting whole rows and columns, with everything that hangs on their positions.
import { GoogleError } from "../kernel/contract";
import { cellAt, putCell } from "./cells";
import { valueAt } from "./formulas";
import type { Cell, CellValue, Place, Rect, SheetData, SpreadsheetData, StoredArgument } from "./model";
import { afterDelete, afterInsert, afterMove, along, type Axis } from "./rect";
import { moveReference, rectOf, rewriteReferences, shiftFormula, writeReference } from "./references";
import { touch } from "./state";

const MOST_CELLS = 10_000_000;
const MOST_COLUMNS = 18_278;

/** What a change of structure does to a block of the changed tab; null means that the block is gone. */
type Shift = <R extends Rect>(rect: R) => R | null;

function kept<T>(items: (T | null)[]): T[] {
  return items.filter((item): item is T => item !== null);
}

function shiftPlaces(places: Place[], sheetId: number, shift: Shift): Place[] {
  return kept(places.map((place) => (place.sheetId === sheetId ? shift(place) : place)));
}

function shiftArguments(values: StoredArgument[], sheetId: number, shift: Shift): StoredArgument[] {
  return values.map((value) => {
    if (typeof value !== "object" || !("place" in value) || value.place.sheetId !== sheetId) return value;
    return { place: shift(value.place) ?? value.place };
  });
}

/** Formulas of all tabs follow the cells of the changed one; what they lose becomes #REF!. */
function shiftFormulas(book: SpreadsheetData, changed: SheetData, shift: Shift): void {
  for (const sheet of book.sheets) {
    for (const cells of sheet.rows) {
      for (const cell of cells) {
        if (cell?.f === undefined) continue;
        cell.f = rewriteReferences(cell.f, (reference) => {
          const home = reference.sheetName ?? sheet.name;
          if (home.toLowerCase() !== changed.name.toLowerCase()) return null;
          const moved = shift(rectOf(reference, changed));
          return moved ? writeReference(moveReference(reference, moved)) : "#REF!";
        });
      }
    }
  }
}

function shiftKeys(sizes: Record<string, number>, map: (line: number) => number | null): Record<string, number> {
  const moved: Record<string, number> = {};
  for (const [line, size] of Object.entries(sizes)) {
    const to = map(Number(line));
    if (to !== null) moved[String(to)] = size;
  }
  return moved;
}

/** Applies a shift to everything that is placed on the tab or points at it. Runs before the cells themselves move. */
function shiftAll(book: SpreadsheetData, sheet: SheetData, axis: Axis, shift: Shift): void {
  shiftFormulas(book, sheet, shift);
  const line = (at: number): number | null => {
    const rect = { row: 1, column: 1, rows: 1, columns: 1 };
    const moved = shift(axis === "rows" ? { ...rect, row: at } : { ...rect, column: at });
    return moved ? along(moved, axis).start : null;
  };
  if (axis === "rows") {
    sheet.rowHeights = shiftKeys(sheet.rowHeights, line);
    sheet.hiddenRows = kept(sheet.hiddenRows.map(line));
  } else {
    sheet.columnWidths = shiftKeys(sheet.columnWidths, line);
    sheet.hiddenColumns = kept(sheet.hiddenColumns.map(line));
  }
  sheet.merges = kept(sheet.merges.map((rect) => shift(rect)));
  shiftProtections(sheet, shift);
  shiftFilter(sheet, axis, shift, line);
  for (const chart of sheet.charts) {
    if (axis === "rows") chart.row = line(chart.row) ?? chart.row;
    else chart.column = line(chart.column) ?? chart.column;
  }
  for (const { charts } of book.sheets)
    for (const chart of charts) chart.ranges = shiftPlaces(chart.ranges, sheet.id, shift);
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((rule) => ({ ...rule, ranges: kept(rule.ranges.map((rect) => shift(rect))) }))
    .filter((rule) => rule.ranges.length > 0);
  for (const rule of book.validations) rule.values = shiftArguments(rule.values, sheet.id, shift);
  book.namedRanges = kept(
    book.namedRanges.map((range) => {
      if (range.place.sheetId !== sheet.id) return range;
      const place = shift(range.place);
      return place && { ...range, place };
    }),
  );
  shiftMetadata(book, sheet, axis, line);
}

function shiftProtections(sheet: SheetData, shift: Shift): void {
  sheet.protections = kept(
    sheet.protections.map((protection) => {
      const unprotected = kept(protection.unprotected.map((rect) => shift(rect)));
      if (protection.type === "SHEET") return { ...protection, unprotected };
      const range = shift(protection.range);
      return range && { ...protection, range, unprotected };
    }),
  );
}

function shiftFilter(sheet: SheetData, axis: Axis, shift: Shift, line: (at: number) => number | null): void {
  if (!sheet.filter) return;
  const range = shift(sheet.filter.range);
  if (!range) {
    sheet.filter = null;
    return;
  }
  sheet.filter.range = range;
  if (axis === "rows") return;
  const columns = Object.entries(sheet.filter.columns).flatMap(([column, rule]) => {
    const to = line(Number(column));
    return to === null ? [] : [[String(to), rule] as const];
  });
  sheet.filter.columns = Object.fromEntries(columns);
}

function shiftMetadata(book: SpreadsheetData, sheet: SheetData, axis: Axis, line: (at: number) => number | null): void {
  const key = axis === "rows" ? "row" : "column";
  book.metadata = book.metadata.filter((entry) => {
    const at = entry[key];
    if (entry.sheetId !== sheet.id || at === undefined) return true;
    const to = line(at);
    if (to !== null) entry[key] = to;
    return to !== null;
  });
}

/** Refuses to let the workbook grow beyond Google's limits. */
export function assertRoom(book: SpreadsheetData, moreCells: number, columns = 0): void {
  const cells = book.sheets.reduce((sum, sheet) => sum + sheet.maxRows * sheet.maxColumns, 0);
  if (cells + moreCells > MOST_CELLS || columns > MOST_COLUMNS) {
    throw new GoogleError(
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    );
  }
}

/**
 * Inserts lines so that the first new one has number `at`.
 * @param like number of the line, counted before, whose looks, rules and size the new ones take on; null for none
 */
export function insertLines(
  book: SpreadsheetData,
  sheet: SheetData,
  axis: Axis,
  at: number,
  count: number,
  like: number | null = null,
): void {
  const more = count * (axis === "rows" ? sheet.maxColumns : sheet.maxRows);
  assertRoom(book, more, axis === "columns" ? sheet.maxColumns + count : 0);
  shiftAll(book, sheet, axis, (rect) => afterInsert(rect, axis, at, count));
  if (axis === "rows") {
    if (at <= sheet.rows.length) sheet.rows.splice(at - 1, 0, ...Array.from({ length: count }, () => []));
    sheet.maxRows += count;
    if (at <= sheet.frozenRows) sheet.frozenRows += count;
  } else {
    for (const cells of sheet.rows) if (at <= cells.length) cells.splice(at - 1, 0, ...Array<null>(count).fill(null));
    sheet.maxColumns += count;
    if (at <= sheet.frozenColumns) sheet.frozenColumns += count;
  }
  if (like !== null) dressLike(sheet, axis, at, count, like < at ? like : like + count);
  touch(book);
}

/** Gives new lines the looks, rules and size of another; never its contents or notes. */
function dressLike(sheet: SheetData, axis: Axis, at: number, count: number, like: number): void {
  const byRows = axis === "rows";
  const sizes = byRows ? sheet.rowHeights : sheet.columnWidths;
  const size = sizes[String(like)];
  for (let line = at; size !== undefined && line < at + count; line++) sizes[String(line)] = size;
  const across = byRows ? (sheet.rows[like - 1]?.length ?? 0) : sheet.rows.length;
  for (let other = 1; other <= across; other++) {
    const look = lookOf(byRows ? cellAt(sheet, like, other) : cellAt(sheet, other, like));
    for (let line = at; look && line < at + count; line++) {
      putCell(sheet, byRows ? line : other, byRows ? other : line, { ...look });
    }
  }
}

/** A cell's style and rule alone; null if it has neither. */
function lookOf(cell: Cell | null): Cell | null {
  if (cell?.s === undefined && cell?.d === undefined) return null;
  return { ...(cell.s === undefined ? {} : { s: cell.s }), ...(cell.d === undefined ? {} : { d: cell.d }) };
}

/** Deletes lines. The caller has checked that they exist and that others remain. */
export function deleteLines(book: SpreadsheetData, sheet: SheetData, axis: Axis, at: number, count: number): void {
  shiftAll(book, sheet, axis, (rect) => afterDelete(rect, axis, at, count));
  const frozenGone = (frozen: number): number => Math.max(0, Math.min(frozen, at + count - 1) - at + 1);
  if (axis === "rows") {
    sheet.rows.splice(at - 1, count);
    sheet.maxRows -= count;
    sheet.frozenRows -= frozenGone(sheet.frozenRows);
  } else {
    for (const cells of sheet.rows) cells.splice(at - 1, count);
    sheet.maxColumns -= count;
    sheet.frozenColumns -= frozenGone(sheet.frozenColumns);
  }
  touch(book);
}

/** Moves lines so that the first stands before the line that has number `to` now. */
export function moveLines(
  book: SpreadsheetData,
  sheet: SheetData,
  axis: Axis,
  at: number,
  count: number,
  to: number,
): void {
  if (to >= at && to <= at + count) return;
  shiftAll(book, sheet, axis, (rect) => afterMove(rect, axis, at, count, to));
  const target = to > at ? to - count : to;
  if (axis === "rows") {
    while (sheet.rows.length < Math.max(at + count, to) - 1) sheet.rows.push([]);
    sheet.rows.splice(target - 1, 0, ...sheet.rows.splice(at - 1, count));
  } else {
    for (const cells of sheet.rows) {
      while (cells.length < Math.max(at + count, to) - 1) cells.push(null);
      cells.splice(target - 1, 0, ...cells.splice(at - 1, count));
    }
  }
  touch(book);
}

/** One key of a sort: the column's number in the grid. */
export interface SortKey {
  column: number;
  ascending: boolean;
}

const collator = new Intl.Collator("ru", { sensitivity: "accent", numeric: false });

function rank(value: CellValue): number {
  return typeof value === "number" ? 0 : typeof value === "string" ? 1 : 2;
}

function compareValues(a: CellValue, b: CellValue): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "boolean" && typeof b === "boolean") return Number(a) - Number(b);
  return collator.compare(String(a), String(b));
}

/** Sorts the rows of a block: values, formulas, formats, notes and rules go together; blanks stay last either way. */
export function sortBlock(book: SpreadsheetData, sheet: SheetData, rect: Rect, keys: SortKey[], now: number): void {
  const rows = Array.from({ length: Math.min(rect.rows, sheet.rows.length - rect.row + 1) }, (_, offset) => {
    const row = rect.row + offset;
    const cells: (Cell | null)[] = [];
    for (let column = rect.column; column < rect.column + rect.columns; column++)
      cells.push(cellAt(sheet, row, column));
    return { row, cells, values: keys.map(({ column }) => valueAt(book, sheet, row, column, now)) };
  });
  const sorted = [...rows].sort((a, b) => {
    for (const [index, { ascending }] of keys.entries()) {
      const [left, right] = [a.values[index] ?? "", b.values[index] ?? ""];
      if (left === "" || right === "") {
        if (left !== right) return left === "" ? 1 : -1;
        continue;
      }
      const order = compareValues(left, right);
      if (order !== 0) return ascending ? order : -order;
    }
    return a.row - b.row;
  });
  sorted.forEach((source, index) => {
    const row = rect.row + index;
    source.cells.forEach((cell, offset) => {
      if (cell?.f !== undefined) cell.f = shiftFormula(cell.f, row - source.row, 0);
      putCell(sheet, row, rect.column + offset, cell);
    });
  });
  touch(book);
}

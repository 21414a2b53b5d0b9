// Blocks of cells: A1 notation in both directions, intersection, and what inserting or deleting rows does to a block.
import type { Rect } from "./model";

/** Rows or columns. */
export type Axis = "rows" | "columns";

/** Column letters: 1 → A, 28 → AB. */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** Column number: A → 1, AB → 28. */
export function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name.toUpperCase()) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A block in A1 notation without the tab. */
export function toA1(rect: Rect): string {
  const first = columnName(rect.column);
  const last = columnName(rect.column + rect.columns - 1);
  const lastRow = rect.row + rect.rows - 1;
  if (rect.openRows && rect.row === 1) return `${first}:${last}`;
  if (rect.openColumns && rect.column === 1) return `${rect.row}:${lastRow}`;
  if (rect.openRows) return `${first}${rect.row}:${last}`;
  if (rect.openColumns) return `${first}${rect.row}:${lastRow}`;
  if (rect.rows === 1 && rect.columns === 1) return `${first}${rect.row}`;
  return `${first}${rect.row}:${last}${lastRow}`;
}

/** A tab's name as it stands in A1 notation, quoted if it must be. */
export function quoteSheetName(name: string): string {
  return /^[A-Za-zА-Яа-яЁё_][A-Za-zА-Яа-яЁё_0-9]*$/.test(name) ? name : `'${name.replace(/'/g, "''")}'`;
}

/** Splits `'My tab'!A1:B2` into the tab's name (null if none) and the rest. */
export function splitSheetName(a1: string): { sheetName: string | null; area: string } {
  const bang = a1.lastIndexOf("!");
  if (bang < 0) return { sheetName: null, area: a1 };
  const raw = a1.slice(0, bang);
  const quoted = /^'(.*)'$/s.exec(raw);
  return { sheetName: quoted ? (quoted[1] ?? "").replace(/''/g, "'") : raw, area: a1.slice(bang + 1) };
}

interface Corner {
  column: number | null;
  row: number | null;
}

function corner(text: string): Corner | null {
  const match = /^\$?([A-Za-z]{1,3})?\$?([1-9][0-9]{0,6})?$/.exec(text.trim());
  if (!match || (match[1] === undefined && match[2] === undefined)) return null;
  return {
    column: match[1] === undefined ? null : columnNumber(match[1]),
    row: match[2] === undefined ? null : Number(match[2]),
  };
}

/** Start and length of one dimension; where an end is not named it is the end of the grid. */
function span(from: number | null, to: number | null, max: number): { start: number; count: number; open: boolean } {
  if (from === null && to === null) return { start: 1, count: max, open: true };
  if (from === null || to === null) {
    const start = from ?? to ?? 1;
    return { start, count: Math.max(max - start + 1, 1), open: true };
  }
  return { start: Math.min(from, to), count: Math.abs(to - from) + 1, open: false };
}

/** Reads A1 notation without a tab's name, for a grid of the given size; null if it is not A1 notation. */
export function parseA1(area: string, grid: { maxRows: number; maxColumns: number }): Rect | null {
  const parts = area.split(":");
  const from = corner(parts[0] ?? "");
  const to = parts.length === 1 ? from : corner(parts[1] ?? "");
  if (!from || !to || parts.length > 2) return null;
  if (parts.length === 1 && (from.column === null || from.row === null)) return null;
  const columns = span(from.column, to.column, grid.maxColumns);
  const rows = span(from.row, to.row, grid.maxRows);
  return {
    row: rows.start,
    column: columns.start,
    rows: rows.count,
    columns: columns.count,
    ...(rows.open ? { openRows: true as const } : {}),
    ...(columns.open ? { openColumns: true as const } : {}),
  };
}

/** Whether two blocks share a cell. */
export function intersects(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** Whether the second block lies wholly in the first. */
export function contains(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
}

/** Start and length of a block along an axis. */
export function along(rect: Rect, axis: Axis): { start: number; count: number } {
  return axis === "rows" ? { start: rect.row, count: rect.rows } : { start: rect.column, count: rect.columns };
}

/** The same block with another start and length along an axis. */
function withAlong(rect: Rect, axis: Axis, start: number, count: number): Rect {
  return axis === "rows" ? { ...rect, row: start, rows: count } : { ...rect, column: start, columns: count };
}

/** What becomes of a block when `count` lines are inserted so that the first new one has number `at`. */
export function afterInsert<R extends Rect>(rect: R, axis: Axis, at: number, count: number): R {
  const line = along(rect, axis);
  const open = axis === "rows" ? rect.openRows : rect.openColumns;
  const whole = open && line.start === 1;
  if (at <= line.start && !whole) return { ...rect, ...withAlong(rect, axis, line.start + count, line.count) };
  if (at < line.start + line.count || open)
    return { ...rect, ...withAlong(rect, axis, line.start, line.count + count) };
  return rect;
}

/** What is left of a block when lines are deleted; null if nothing. */
export function afterDelete<R extends Rect>(rect: R, axis: Axis, at: number, count: number): R | null {
  const line = along(rect, axis);
  const end = line.start + line.count;
  const cut = Math.max(0, Math.min(end, at + count) - Math.max(line.start, at));
  if (cut >= line.count) return null;
  const before = Math.max(0, Math.min(line.start, at + count) - Math.min(line.start, at));
  return { ...rect, ...withAlong(rect, axis, line.start - before, line.count - cut) };
}

/**
 * What becomes of a block when lines are moved.
 * @param to number that the first moved line stands before, counted before the move
 */
export function afterMove<R extends Rect>(rect: R, axis: Axis, at: number, count: number, to: number): R {
  const line = along(rect, axis);
  const end = line.start + line.count;
  const target = to > at ? to - count : to;
  if (line.start >= at && end <= at + count) {
    return { ...rect, ...withAlong(rect, axis, line.start - at + target, line.count) };
  }
  const inside = at >= line.start && at + count <= end;
  if (inside && to >= line.start && to <= end) return rect;
  const shrunk = afterDelete(rect, axis, at, count);
  return shrunk ? afterInsert(shrunk, axis, target, count) : rect;
}

/** Calls back with every cell of a block, row by row. */
export function eachCell(rect: Rect, visit: (row: number, column: number) => void): void {
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) visit(row, column);
  }
}

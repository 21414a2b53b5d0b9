// Reading and changing single cells of a tab: content, shared styles and rules, and how far the content reaches.
import type { Cell, Rect, SheetData, SpreadsheetData, Style, Validation } from "./model";

/** The cell at a position, or null if nothing was ever put there. */
export function cellAt(sheet: SheetData, row: number, column: number): Cell | null {
  return sheet.rows[row - 1]?.[column - 1] ?? null;
}

/** The row's cells, made long enough to hold a column. */
function rowFor(sheet: SheetData, row: number, column: number): (Cell | null)[] {
  while (sheet.rows.length < row) sheet.rows.push([]);
  const cells = sheet.rows[row - 1] ?? [];
  while (cells.length < column) cells.push(null);
  return cells;
}

/** The cell at a position, made if there is none. */
export function ensureCell(sheet: SheetData, row: number, column: number): Cell {
  const cells = rowFor(sheet, row, column);
  const existing = cells[column - 1];
  if (existing) return existing;
  const cell: Cell = {};
  cells[column - 1] = cell;
  return cell;
}

/** Puts a whole cell at a position; null empties it. */
export function putCell(sheet: SheetData, row: number, column: number, cell: Cell | null): void {
  if (cell === null && cellAt(sheet, row, column) === null) return;
  rowFor(sheet, row, column)[column - 1] = cell;
}

/** Whether the cell has a value or a formula (a format or a note is no content). */
export function hasContent(cell: Cell | null | undefined): cell is Cell {
  return cell !== null && cell !== undefined && (cell.v !== undefined || cell.f !== undefined);
}

/** Takes away value, formula and rich text. */
export function emptyContent(cell: Cell): void {
  delete cell.v;
  delete cell.f;
  delete cell.rich;
}

/** The last row and column that have content; 0 and 0 on an empty tab. */
export function contentExtent(sheet: SheetData): { row: number; column: number } {
  let row = 0;
  let column = 0;
  sheet.rows.forEach((cells, index) => {
    for (let at = cells.length; at > 0; at--) {
      if (!hasContent(cells[at - 1])) continue;
      row = index + 1;
      column = Math.max(column, at);
      break;
    }
  });
  return { row, column };
}

const indexes = new WeakMap<object, Map<string, number>>();

/** The index of an equal entry in a pool, appended if there is none. */
function intern<T extends object>(pool: T[], entry: T): number {
  let index = indexes.get(pool);
  if (!index || index.size > pool.length) {
    index = new Map(pool.map((item, at) => [JSON.stringify(item), at]));
    indexes.set(pool, index);
  }
  const key = JSON.stringify(entry);
  const found = index.get(key);
  if (found !== undefined && JSON.stringify(pool[found]) === key) return found;
  pool.push(entry);
  index.set(key, pool.length - 1);
  return pool.length - 1;
}

/** A number for a validation rule, the same for equal rules. */
export function internValidation(book: SpreadsheetData, rule: Validation): number {
  return intern(book.validations, rule);
}

const PLAIN: Style = {};

/** The style of a cell; the empty style if it has none. */
export function styleOf(book: SpreadsheetData, cell: Cell | null): Style {
  return (cell?.s === undefined ? undefined : book.styles[cell.s]) ?? PLAIN;
}

/** The validation rule of a cell, or null. */
export function validationOf(book: SpreadsheetData, cell: Cell | null): Validation | null {
  return (cell?.d === undefined ? undefined : book.validations[cell.d]) ?? null;
}

/** What to change in a style: undefined removes the property. */
export type StylePatch = { [K in keyof Style]?: Style[K] | undefined };

/** Changes a cell's style. */
export function restyle(book: SpreadsheetData, cell: Cell, patch: StylePatch): void {
  const wanted: Record<string, unknown> = { ...styleOf(book, cell), ...patch };
  const style: Record<string, unknown> = {};
  for (const key of Object.keys(wanted).sort()) if (wanted[key] !== undefined) style[key] = wanted[key];
  if (Object.keys(style).length === 0) delete cell.s;
  else cell.s = intern(book.styles, style as Style);
}

/** Changes the styles of many cells, each with its own patch: a patch met before on a like cell costs one look-up. */
export function restyler(book: SpreadsheetData): (cell: Cell, patch: StylePatch) => void {
  const results = new Map<string, number | undefined>();
  return (cell, patch) => {
    const key = `${cell.s ?? ""} ${JSON.stringify(patch)}`;
    if (!results.has(key)) {
      restyle(book, cell, patch);
      results.set(key, cell.s);
      return;
    }
    const style = results.get(key);
    if (style === undefined) delete cell.s;
    else cell.s = style;
  };
}

/** Changes the styles of a block. One patch costs one look-up per style met, not per cell. */
export function restyleBlock(book: SpreadsheetData, sheet: SheetData, rect: Rect, patch: StylePatch): void {
  const results = new Map<number | undefined, number | undefined>();
  const clears = Object.values(patch).every((value) => value === undefined);
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      if (clears && cellAt(sheet, row, column)?.s === undefined) continue;
      const cell = ensureCell(sheet, row, column);
      const before = cell.s;
      if (!results.has(before)) {
        restyle(book, cell, patch);
        results.set(before, cell.s);
      } else {
        const after = results.get(before);
        if (after === undefined) delete cell.s;
        else cell.s = after;
      }
    }
  }
}

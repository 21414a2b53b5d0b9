// The references inside a formula's text: finding them, and rewriting them when cells, tabs or the formula itself move.
import type { Rect } from "./model";
import { columnName, columnNumber, quoteSheetName, splitSheetName } from "./rect";

interface Corner {
  column: number | null;
  columnFixed: boolean;
  row: number | null;
  rowFixed: boolean;
}

/** One reference in a formula: `Лист2!$A$1:B`. */
export interface Reference {
  sheetName: string | null;
  from: Corner;
  to: Corner | null;
}

const SHEET = String.raw`(?:(?:'(?:[^']|'')+'|[A-Za-zА-Яа-яЁё_][\wА-Яа-яЁё.]*)!)?`;
const AREA = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*(?::\$?[A-Za-z]{1,3}(?:\$?[1-9]\d*)?|:\$?[1-9]\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[1-9]\d*:\$?[1-9]\d*`;
/** Strings are matched too, so that nothing is found inside them. */
const PIECES = new RegExp(
  String.raw`"(?:[^"]|"")*"|(?<![\w$А-Яа-яЁё.!'])(${SHEET}(?:${AREA}))(?![\w(А-Яа-яЁё.!])`,
  "g",
);

function readCorner(text: string): Corner {
  const match = /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text);
  const [, first = "", letters = "", second = "", digits = ""] = match ?? [];
  return {
    column: letters === "" ? null : columnNumber(letters),
    columnFixed: letters !== "" && first === "$",
    row: digits === "" ? null : Number(digits),
    rowFixed: letters === "" ? first === "$" : second === "$",
  };
}

function readReference(text: string): Reference {
  const { sheetName, area } = splitSheetName(text);
  const [from = "", to] = area.split(":");
  return { sheetName, from: readCorner(from), to: to === undefined ? null : readCorner(to) };
}

function writeCorner(corner: Corner): string {
  const column = corner.column === null ? "" : `${corner.columnFixed ? "$" : ""}${columnName(corner.column)}`;
  const row = corner.row === null ? "" : `${corner.rowFixed ? "$" : ""}${corner.row}`;
  return column + row;
}

/** A reference as text. */
export function writeReference(reference: Reference): string {
  const sheet = reference.sheetName === null ? "" : `${quoteSheetName(reference.sheetName)}!`;
  const to = reference.to === null ? "" : `:${writeCorner(reference.to)}`;
  return `${sheet}${writeCorner(reference.from)}${to}`;
}

/** Rewrites each reference of a formula; a visitor that returns null leaves it as it is. */
export function rewriteReferences(formula: string, visit: (reference: Reference) => string | null): string {
  return formula.replace(PIECES, (piece: string, reference: string | undefined) =>
    reference === undefined ? piece : (visit(readReference(reference)) ?? piece),
  );
}

/** All references of a formula. */
export function referencesOf(formula: string): Reference[] {
  const found: Reference[] = [];
  rewriteReferences(formula, (reference) => {
    found.push(reference);
    return null;
  });
  return found;
}

/** The block a reference stands for on a grid of the given size. */
export function rectOf(reference: Reference, grid: { maxRows: number; maxColumns: number }): Rect {
  const to = reference.to ?? reference.from;
  const ends = (a: number | null, b: number | null, max: number): { start: number; count: number; open: boolean } => {
    const open = a === null || b === null;
    const start = Math.min(a ?? b ?? 1, b ?? a ?? 1);
    const first = a === null && b === null ? 1 : start;
    return { start: first, count: open ? Math.max(1, max - first + 1) : Math.abs(b - a) + 1, open };
  };
  const rows = ends(reference.from.row, to.row, grid.maxRows);
  const columns = ends(reference.from.column, to.column, grid.maxColumns);
  return {
    row: rows.start,
    column: columns.start,
    rows: rows.count,
    columns: columns.count,
    ...(rows.open ? { openRows: true as const } : {}),
    ...(columns.open ? { openColumns: true as const } : {}),
  };
}

/** The same reference, with the same fixed signs, over another block. */
export function moveReference(reference: Reference, rect: Rect): Reference {
  const last = { row: rect.row + rect.rows - 1, column: rect.column + rect.columns - 1 };
  const place = (corner: Corner, row: number, column: number): Corner => ({
    ...corner,
    row: corner.row === null ? null : row,
    column: corner.column === null ? null : column,
  });
  return {
    ...reference,
    from: place(reference.from, rect.row, rect.column),
    to: reference.to === null ? null : place(reference.to, last.row, last.column),
  };
}

/** A formula as it reads when copied elsewhere: references without `$` move along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return formula;
  return rewriteReferences(formula, (reference) => {
    const shift = (corner: Corner): Corner => ({
      ...corner,
      row: corner.row === null || corner.rowFixed ? corner.row : corner.row + rows,
      column: corner.column === null || corner.columnFixed ? corner.column : corner.column + columns,
    });
    const moved = { ...reference, from: shift(reference.from), to: reference.to === null ? null : shift(reference.to) };
    const corners = moved.to === null ? [moved.from] : [moved.from, moved.to];
    const fell = corners.some(({ row, column }) => (row !== null && row < 1) || (column !== null && column < 1));
    return fell ? "#REF!" : writeReference(moved);
  });
}

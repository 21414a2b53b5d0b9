// The selected block of the grid, and how keys and clicks move it.
import { parseA1, toA1 } from "../../../spreadsheet/rect";

/** As scripts are told of it. */
export interface Selection {
  sheetId: number;
  a1: string;
}

export interface Position {
  row: number;
  column: number;
}

/** A block from the cell where it began to the cell where it ends. The first is the active one. */
export interface Block {
  anchor: Position;
  head: Position;
}

export interface Bounds {
  row: number;
  column: number;
  rows: number;
  columns: number;
}

/** The block as a rectangle. */
export function boundsOf({ anchor, head }: Block): Bounds {
  const row = Math.min(anchor.row, head.row);
  const column = Math.min(anchor.column, head.column);
  return {
    row,
    column,
    rows: Math.abs(anchor.row - head.row) + 1,
    columns: Math.abs(anchor.column - head.column) + 1,
  };
}

/** The block in A1 notation. */
export function a1Of(block: Block): string {
  return toA1(boundsOf(block));
}

export const single = (position: Position): Block => ({ anchor: position, head: position });

/** What a step needs to know of the grid. */
export interface Ground {
  maxRows: number;
  maxColumns: number;
  /** Rows and columns that take no place. */
  isRowHidden(row: number): boolean;
  isColumnHidden(column: number): boolean;
  isFilled(row: number, column: number): boolean;
  lastRow: number;
  lastColumn: number;
}

function nextShown(from: number, by: 1 | -1, most: number, isHidden: (line: number) => boolean): number {
  for (let at = from + by; at >= 1 && at <= most; at += by) if (!isHidden(at)) return at;
  return from;
}

/** One step over shown rows or columns. */
export function step(ground: Ground, from: Position, rows: -1 | 0 | 1, columns: -1 | 0 | 1): Position {
  return {
    row: rows === 0 ? from.row : nextShown(from.row, rows, ground.maxRows, (row) => ground.isRowHidden(row)),
    column:
      columns === 0
        ? from.column
        : nextShown(from.column, columns, ground.maxColumns, (column) => ground.isColumnHidden(column)),
  };
}

/** Ctrl with an arrow: to the end of the filled stretch, or to the next filled cell, or to the edge. */
export function leap(ground: Ground, from: Position, rows: -1 | 0 | 1, columns: -1 | 0 | 1): Position {
  let at = step(ground, from, rows, columns);
  const through = ground.isFilled(from.row, from.column) && ground.isFilled(at.row, at.column);
  for (;;) {
    const next = step(ground, at, rows, columns);
    const isEdge = next.row === at.row && next.column === at.column;
    if (isEdge) return at;
    if (through ? !ground.isFilled(next.row, next.column) : ground.isFilled(at.row, at.column)) return at;
    at = next;
  }
}

/** The block of an A1 text that was typed into the name box; null if it names none. */
export function blockNamed(text: string, sheet: { maxRows: number; maxColumns: number }): Block | null {
  const rect = parseA1(text.trim().toUpperCase().replaceAll("$", ""), sheet);
  if (!rect) return null;
  return {
    anchor: { row: rect.row, column: rect.column },
    head: {
      row: Math.min(sheet.maxRows, rect.row + rect.rows - 1),
      column: Math.min(sheet.maxColumns, rect.column + rect.columns - 1),
    },
  };
}

// Where things are on a tab: the key row, the heading row, the columns by their keys — wherever a curator has moved them.
import type { Cell } from "../google/cell";
import { textOf } from "./cellReading";
import { factsOf, isBlank } from "./column";
import type { TabSpec } from "./table";

/** Positions on a tab, all counted from 0. */
export interface Layout {
  readonly keyRow: number;
  /** Null if the heading row was deleted. */
  readonly headingRow: number | null;
  /** Column by key; what is missing on the tab is missing here. */
  readonly columns: ReadonlyMap<string, number>;
  /** Columns that repeat a key (a copied column): not ours. */
  readonly repeated: readonly number[];
}

export type Grid = readonly (readonly Cell[])[];

/** The key row is looked for no further down than this. */
export const SEARCHED_ROWS = 10;

/**
 * Finds the key row by its content. @returns null if there is none
 * @param isRecord tells a row that holds a record, so that a missing heading row is not mistaken for it
 */
export function findLayout(grid: Grid, spec: TabSpec, isRecord: (cellOf: CellOf) => boolean): Layout | null {
  const keys = Object.keys(spec.columns);
  let best: { row: number; columns: Map<string, number> } | null = null;
  for (let row = 0; row < Math.min(grid.length, SEARCHED_ROWS); row++) {
    const columns = keysIn(grid[row] ?? [], keys);
    if (columns.size > (best?.columns.size ?? 0)) best = { row, columns };
  }
  if (!best || best.columns.size < Math.min(2, keys.length)) return null;
  const { row: keyRow, columns } = best;
  const ours = [...columns.values()];
  const repeated = (grid[keyRow] ?? []).flatMap((cell, column) =>
    typeof cell === "string" && columns.has(cell) && !ours.includes(column) ? [column] : [],
  );
  return { keyRow, headingRow: headingRowAfter(grid, keyRow, columns, isRecord), columns, repeated };
}

function keysIn(row: readonly Cell[], keys: readonly string[]): Map<string, number> {
  const columns = new Map<string, number>();
  row.forEach((cell, column) => {
    if (typeof cell === "string" && keys.includes(cell) && !columns.has(cell)) columns.set(cell, column);
  });
  return columns;
}

/** Reads a cell of a row by the column's key. */
export type CellOf = (key: string) => Cell;

/** A reader of one row's own cells; a missing column reads as empty. */
export function rowReader(grid: Grid, columns: ReadonlyMap<string, number>, row: number): CellOf {
  return (key) => {
    const column = columns.get(key);
    return column === undefined ? "" : (grid[row]?.[column] ?? "");
  };
}

/** The first row with content after the key row, unless it is a record already. */
function headingRowAfter(
  grid: Grid,
  keyRow: number,
  columns: ReadonlyMap<string, number>,
  isRecord: (cellOf: CellOf) => boolean,
): number | null {
  for (let row = keyRow + 1; row < grid.length; row++) {
    const cellOf = rowReader(grid, columns, row);
    if ([...columns.keys()].every((key) => isBlank(cellOf(key)))) continue;
    return isRecord(cellOf) ? null : row;
  }
  return null;
}

/** Rows that may hold records: all but keys, headings (also if sorted elsewhere) and rows without own content. */
export function dataRows(grid: Grid, spec: TabSpec, layout: Layout): number[] {
  const rows: number[] = [];
  for (let row = 0; row < grid.length; row++) {
    if (row === layout.keyRow || row === layout.headingRow) continue;
    const cellOf = rowReader(grid, layout.columns, row);
    if (hasContent(spec, layout, cellOf) && !looksLikeHeadings(spec, layout, cellOf)) rows.push(row);
  }
  return rows;
}

/** An empty tick box is no content: a whole column of them may stand below the records. */
export function hasContent(spec: TabSpec, layout: Layout, cellOf: CellOf): boolean {
  return [...layout.columns.keys()].some((key) => !isBlank(cellOf(key)) && !isEmptyTick(spec, key, cellOf(key)));
}

function isEmptyTick(spec: TabSpec, key: string, cell: Cell): boolean {
  const column = spec.columns[key];
  return cell === false && column !== undefined && factsOf(column).kind === "flag";
}

function looksLikeHeadings(spec: TabSpec, layout: Layout, cellOf: CellOf): boolean {
  let filled = 0;
  let same = 0;
  for (const key of layout.columns.keys()) {
    const column = spec.columns[key];
    if (!column || isBlank(cellOf(key))) continue;
    filled++;
    if (textOf(cellOf(key)) === factsOf(column).heading) same++;
  }
  return same >= 2 && same * 2 >= filled;
}

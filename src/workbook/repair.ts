// Works out how a damaged tab is mended: which keys, headings and columns are missing and where they belong.
import type { Cell } from "../google/cell";
import type { Rectangle } from "../google/sheets";
import { textOf } from "./cellReading";
import { factsOf, isBlank } from "./column";
import { type CellOf, findLayout, type Grid, type Layout, rowReader, SEARCHED_ROWS } from "./layout";
import type { TabSpec } from "./table";

/** What to do, in this order: insert rows, widen, write, dress. Rows and columns count from 0. */
export interface Repair {
  insertions: { before: number; count: number }[];
  /** Columns that the grid must have. */
  width: number;
  rectangles: Rectangle[];
  head: { keyRow: number; headingRow: number };
  /** Rows were put in: the keys must be hidden and protected, the headings frozen again. */
  headMoved: boolean;
  /** Keys of the columns to dress. */
  added: string[];
  /** The tab as it will be. */
  layout: Layout;
  /** What is done, in Russian; empty if the tab is whole. */
  done: string[];
}

/**
 * @param order keys of the columns by position as they were last seen, for a tab that has lost both keys and headings
 */
export function planRepair(
  grid: Grid,
  spec: TabSpec,
  isRecord: (cellOf: CellOf) => boolean,
  order: readonly string[],
): Repair {
  const found = findLayout(grid, spec, isRecord);
  const start = found ? { ...found, insertKeyRow: false } : guessed(grid, spec, isRecord, order);
  const keyRow = start.keyRow;
  const headingRow = start.headingRow ?? keyRow + 1;
  const newHeadings = start.headingRow === null;
  const columns = new Map(start.columns);
  const lost = found ? lostKeys(grid, spec, found) : [];
  for (const [key, column] of lost) columns.set(key, column);
  const width = Math.max(1, ...grid.map((row) => row.length));
  const added = Object.keys(spec.columns).filter((key) => !columns.has(key));
  added.forEach((key, index) => columns.set(key, width + index));
  const layout: Layout = { keyRow, headingRow, columns, repeated: [] };
  const insertions = [
    ...(start.insertKeyRow ? [{ before: keyRow, count: 1 }] : []),
    ...(newHeadings ? [{ before: headingRow, count: 1 }] : []),
  ];
  const damages: [boolean, string][] = [
    [!found, "восстановлена служебная строка"],
    [newHeadings, "восстановлена строка заголовков"],
    [lost.length > 0, "восстановлены ключи столбцов"],
    [added.length > 0, `добавлены столбцы: ${added.map((key) => headingOf(spec, key)).join(", ")}`],
    [start.repeated.length > 0, "у скопированных столбцов убраны служебные ключи"],
  ];
  const newKeys = found ? [...lost.map(([key]) => key), ...added] : [...columns.keys()];
  return {
    insertions,
    width: width + added.length,
    rectangles: headCells(spec, layout, start.repeated, newKeys, newHeadings ? [...columns.keys()] : added),
    head: { keyRow, headingRow },
    headMoved: !found || newHeadings,
    added: newHeadings ? [...columns.keys()] : added,
    layout,
    done: damages.flatMap(([is, what]) => (is ? [what] : [])),
  };
}

/** Keys and headings to write, neighbours in a row together. */
function headCells(
  spec: TabSpec,
  { keyRow, headingRow, columns }: Layout,
  repeated: readonly number[],
  newKeys: readonly string[],
  newHeadings: readonly string[],
): Rectangle[] {
  const at = (key: string): number => columns.get(key) ?? 0;
  const cells: [row: number, column: number, cell: Cell][] = [
    ...repeated.map((column): [number, number, Cell] => [keyRow, column, ""]),
    ...newKeys.map((key): [number, number, Cell] => [keyRow, at(key), key]),
    ...newHeadings.map((key): [number, number, Cell] => [headingRow ?? keyRow + 1, at(key), headingOf(spec, key)]),
  ];
  const joined: { row: number; column: number; values: Cell[][] }[] = [];
  for (const [row, column, cell] of cells.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined[joined.length - 1];
    if (last && last.row === row && last.column + (last.values[0]?.length ?? 0) === column) last.values[0]?.push(cell);
    else joined.push({ row, column, values: [[cell]] });
  }
  return joined;
}

function headingOf(spec: TabSpec, key: string): string {
  const column = spec.columns[key];
  return column ? factsOf(column).heading : key;
}

/** Columns whose key was erased while others remain: known by their headings. */
function lostKeys(grid: Grid, spec: TabSpec, layout: Layout): [string, number][] {
  if (layout.headingRow === null) return [];
  const taken = new Set(layout.columns.values());
  const headings = matching(grid[layout.headingRow] ?? [], spec);
  return [...headings].filter(([key, column]) => !layout.columns.has(key) && !taken.has(column));
}

/** Columns by headings that are as the program wrote them. */
function matching(row: readonly Cell[], spec: TabSpec): Map<string, number> {
  const columns = new Map<string, number>();
  const keys = Object.keys(spec.columns);
  row.forEach((cell, column) => {
    const key = keys.find((one) => !columns.has(one) && headingOf(spec, one) === textOf(cell));
    if (key !== undefined) columns.set(key, column);
  });
  return columns;
}

interface Guess extends Layout {
  /** There is no empty row above the headings that the keys could take. */
  insertKeyRow: boolean;
}

/** A tab without keys: its columns are known by their headings, failing that by the order they had. */
function guessed(grid: Grid, spec: TabSpec, isRecord: (cellOf: CellOf) => boolean, order: readonly string[]): Guess {
  let best: { row: number; columns: Map<string, number> } = { row: -1, columns: new Map() };
  grid.slice(0, SEARCHED_ROWS).forEach((row, index) => {
    const columns = matching(row, spec);
    if (columns.size > best.columns.size) best = { row: index, columns };
  });
  const known = new Set(Object.keys(spec.columns));
  if (best.columns.size >= Math.min(2, known.size)) return placed(grid, best.row, best.columns);
  const remembered = order.flatMap((key, column): [string, number][] => (known.has(key) ? [[key, column]] : []));
  const first = Math.max(
    grid.findIndex((row) => row.some((cell) => !isBlank(cell))),
    0,
  );
  const guess = placed(grid, first, new Map(remembered));
  return isRecord(rowReader(grid, guess.columns, first))
    ? { ...guess, keyRow: first, headingRow: null, insertKeyRow: true }
    : guess;
}

function placed(grid: Grid, headings: number, columns: Map<string, number>): Guess {
  const above = grid[headings - 1];
  const insertKeyRow = above === undefined || above.some((cell) => !isBlank(cell));
  const keyRow = insertKeyRow ? headings : headings - 1;
  return { keyRow, headingRow: keyRow + 1, columns, repeated: [], insertKeyRow };
}

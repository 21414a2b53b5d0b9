// Works out what to write: changes of records against the sheet as it is now, merged cell by cell, in few rectangles.
import { type Cell, sameCell } from "../google/cell";
import type { Rectangle } from "../google/sheets";
import { textOf } from "./cellReading";
import { factsOf, isBlank } from "./column";
import { dataRows, type Grid, hasContent, type Layout, rowReader } from "./layout";
import type { TabSpec } from "./table";

/** One cell to change: what it held when the command read it, and what it is to hold. */
export interface CellChange {
  readonly base: Cell;
  readonly ours: Cell;
}

/** A row that a curator typed without a code: it is known by what it held. */
export interface Adoption {
  /** Its row when it was read, from 0. */
  readonly row: number;
  /** Its own cells when it was read, by column key. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** All that a command wants of one tab, by the identity of the rows. */
export interface Changes {
  readonly updates: ReadonlyMap<string, ReadonlyMap<string, CellChange>>;
  readonly adds: ReadonlyMap<string, ReadonlyMap<string, Cell>>;
  readonly adopted: ReadonlyMap<string, Adoption>;
}

/** A tab as the planner needs it. */
export interface Target {
  readonly spec: TabSpec;
  readonly layout: Layout;
  /** Key of the column that tells rows apart. */
  readonly idColumn: string;
  /** The identity in such a cell; null if it is none. */
  readonly identify: (cell: Cell) => string | null;
}

/** A change that was not made, because a curator was quicker. */
export interface Conflict {
  readonly id: string;
  /** Null if the whole row is gone. */
  readonly key: string | null;
}

export interface Plan {
  readonly rectangles: readonly Rectangle[];
  readonly conflicts: readonly Conflict[];
  /** The grid as it will be. */
  readonly after: Cell[][];
  /** The plan could be better or safer if the formulas of the tab were known. */
  readonly wantsFormulas: boolean;
}

type Writes = Map<number, Map<number, Cell>>;

/** With more strokes than this it pays to learn the formulas and to write over unchanged cells between the changed ones. */
const MANY_STROKES = 6;

/**
 * Plans the writes of one tab. Only own columns are written. A cell that a curator changed since it was read stays.
 * @param current the tab as it is now
 * @param formulas its formulas, if they have been read
 */
export function planWrites(
  current: Grid,
  target: Target,
  changes: Changes,
  formulas: readonly (readonly string[])[] | null,
): Plan {
  const writes: Writes = new Map();
  const rowOf = identifiedRows(current, target);
  const end = endOfContent(current, target, formulas);
  const conflicts = [
    ...planAdoptions(current, target, changes, rowOf, writes),
    ...planUpdates(current, target, changes, rowOf, writes),
    ...planAdds(target, changes, end.row + 1, writes),
  ];
  const exact = rectanglesOf(writes);
  const many = exact.length > MANY_STROKES;
  const bridged = many && formulas ? rectanglesOf(bridge(current, target, writes, formulas)) : exact;
  return {
    rectangles: bridged.length < exact.length ? bridged : exact,
    conflicts,
    after: applied(current, exact),
    wantsFormulas: formulas === null && (many || (changes.adds.size > 0 && end.unsure)),
  };
}

function planAdoptions(
  current: Grid,
  target: Target,
  changes: Changes,
  rowOf: Map<string, number>,
  writes: Writes,
): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [id, adoption] of changes.adopted) {
    const row = findAdopted(current, target, adoption, rowOf);
    if (row === null) {
      conflicts.push({ id, key: null });
      continue;
    }
    rowOf.set(id, row);
    put(writes, row, target.layout.columns.get(target.idColumn), id);
  }
  return conflicts;
}

function planUpdates(
  current: Grid,
  target: Target,
  changes: Changes,
  rowOf: Map<string, number>,
  writes: Writes,
): Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [id, cells] of changes.updates) {
    const row = rowOf.get(id);
    if (row !== undefined) conflicts.push(...mergeRow(current, target, { id, row, cells }, writes));
    else if (!changes.adopted.has(id)) conflicts.push({ id, key: null });
  }
  return conflicts;
}

function planAdds(target: Target, changes: Changes, firstRow: number, writes: Writes): Conflict[] {
  const conflicts: Conflict[] = [];
  let row = firstRow;
  for (const [id, cells] of changes.adds) {
    for (const [key, cell] of cells) {
      const column = target.layout.columns.get(key);
      if (column === undefined && !isBlank(cell) && cell !== false) conflicts.push({ id, key });
      put(writes, row, column, cell);
    }
    row++;
  }
  return conflicts;
}

function put(writes: Writes, row: number, column: number | undefined, cell: Cell): void {
  if (column === undefined) return;
  const cells = writes.get(row) ?? new Map<number, Cell>();
  cells.set(column, cell);
  writes.set(row, cells);
}

/** Rows by identity; where one occurs twice, the first row. */
export function identifiedRows(current: Grid, { spec, layout, idColumn, identify }: Target): Map<string, number> {
  const rows = new Map<string, number>();
  for (const row of dataRows(current, spec, layout)) {
    const id = identify(rowReader(current, layout.columns, row)(idColumn));
    if (id !== null && !rows.has(id)) rows.set(id, row);
  }
  return rows;
}

/** The row that a curator typed: where it was if its required cells are as they were, else an equal one elsewhere. */
function findAdopted(current: Grid, target: Target, adoption: Adoption, rowOf: Map<string, number>): number | null {
  const { spec, layout, idColumn } = target;
  const taken = new Set(rowOf.values());
  const free = dataRows(current, spec, layout).filter(
    (row) => !taken.has(row) && isBlank(rowReader(current, layout.columns, row)(idColumn)),
  );
  const keeps = (row: number, keys: Iterable<string>): boolean => {
    const cellOf = rowReader(current, layout.columns, row);
    return [...keys].every((key) => sameCell(cellOf(key), adoption.cells.get(key) ?? ""));
  };
  const required = Object.keys(spec.columns).filter((key) => {
    const column = spec.columns[key];
    return key !== idColumn && column !== undefined && factsOf(column).required;
  });
  if (free.includes(adoption.row) && keeps(adoption.row, required)) return adoption.row;
  return free.find((row) => keeps(row, adoption.cells.keys())) ?? free.find((row) => keeps(row, required)) ?? null;
}

function mergeRow(
  current: Grid,
  { layout }: Target,
  { id, row, cells }: { id: string; row: number; cells: ReadonlyMap<string, CellChange> },
  writes: Writes,
): Conflict[] {
  const conflicts: Conflict[] = [];
  const cellOf = rowReader(current, layout.columns, row);
  for (const [key, { base, ours }] of cells) {
    const now = cellOf(key);
    const column = layout.columns.get(key);
    if (sameCell(now, ours)) continue;
    if (column !== undefined && sameCell(now, base)) put(writes, row, column, ours);
    else conflicts.push({ id, key });
  }
  return conflicts;
}

/**
 * The last row with content. A curator's own column of formulas reaches below the records, often to the end of the
 * grid: it does not count, if the last record or the top of the tab has a formula in it too.
 */
function endOfContent(
  current: Grid,
  { spec, layout }: Target,
  formulas: readonly (readonly string[])[] | null,
): { row: number; unsure: boolean } {
  const own = new Set(layout.columns.values());
  let ownLast = Math.max(layout.keyRow, layout.headingRow ?? 0);
  for (let row = current.length - 1; row > ownLast; row--) {
    if (hasContent(spec, layout, rowReader(current, layout.columns, row))) ownLast = row;
  }
  const computed = (column: number): boolean =>
    [...Array(Math.max(layout.headingRow ?? 0, layout.keyRow) + 2).keys(), ownLast].some(
      (row) => (formulas?.[row]?.[column] ?? "") !== "",
    );
  const isContent = (cell: Cell, column: number): boolean =>
    !own.has(column) && !isBlank(cell) && cell !== false && !computed(column);
  for (let row = current.length - 1; row > ownLast; row--) {
    if ((current[row] ?? []).some(isContent)) return { row, unsure: formulas === null };
  }
  return { row: ownLast, unsure: false };
}

/**
 * Joins changed cells of a column over the unchanged ones between them, where writing those back changes nothing:
 * in columns without formulas and without free text, which may carry a curator's links and highlighting.
 */
function bridge(
  current: Grid,
  { spec, layout }: Target,
  writes: Writes,
  formulas: readonly (readonly string[])[],
): Writes {
  const joined: Writes = new Map();
  for (const [row, cells] of writes) for (const [column, cell] of cells) put(joined, row, column, cell);
  for (const [key, column] of layout.columns) {
    const rows = [...writes.keys()].filter((row) => row < current.length && writes.get(row)?.has(column));
    if (rows.length < 2 || !isPlain(spec, key) || formulas.some((line) => (line[column] ?? "") !== "")) continue;
    const [first, last] = [Math.min(...rows), Math.max(...rows)];
    const between = current.slice(first, last + 1).map((line) => line[column] ?? "");
    if (layout.keyRow >= first || (layout.headingRow ?? 0) >= first || !between.every(comesBackSame)) continue;
    between.forEach((cell, offset) => {
      if (!writes.get(first + offset)?.has(column)) put(joined, first + offset, column, cell);
    });
  }
  return joined;
}

function isPlain(spec: TabSpec, key: string): boolean {
  const column = spec.columns[key];
  if (!column) return false;
  const { kind, filled } = factsOf(column);
  return filled || ["number", "date", "flag", "choice", "entry", "ref", "instant"].includes(kind);
}

function comesBackSame(cell: Cell): boolean {
  return typeof cell !== "string" || (textOf(cell) === cell && !cell.startsWith("="));
}

/** Covers the cells exactly: runs along each row, joined downwards where the next row has the same run. */
function rectanglesOf(writes: Writes): Rectangle[] {
  const done: { row: number; column: number; values: Cell[][] }[] = [];
  let open: typeof done = [];
  for (const row of [...writes.keys()].sort((a, b) => a - b)) {
    const grown: typeof done = [];
    for (const run of runsOf(writes.get(row) ?? new Map<number, Cell>())) {
      const above = open.find(
        (one) =>
          one.column === run.column &&
          one.row + one.values.length === row &&
          one.values[0]?.length === run.cells.length,
      );
      if (above) above.values.push(run.cells);
      const rectangle = above ?? { row, column: run.column, values: [run.cells] };
      if (!above) done.push(rectangle);
      grown.push(rectangle);
    }
    open = grown;
  }
  return done;
}

function runsOf(cells: ReadonlyMap<number, Cell>): { column: number; cells: Cell[] }[] {
  const runs: { column: number; cells: Cell[] }[] = [];
  for (const column of [...cells.keys()].sort((a, b) => a - b)) {
    const last = runs[runs.length - 1];
    const cell = cells.get(column) ?? "";
    if (last && last.column + last.cells.length === column) last.cells.push(cell);
    else runs.push({ column, cells: [cell] });
  }
  return runs;
}

function applied(current: Grid, rectangles: readonly Rectangle[]): Cell[][] {
  const after = current.map((line) => [...line]);
  for (const { row, column, values } of rectangles) {
    values.forEach((line, down) => {
      const target = (after[row + down] ??= []);
      line.forEach((cell, right) => (target[column + right] = cell));
    });
  }
  return Array.from(after, (line: Cell[] | undefined) =>
    Array.from(line ?? [], (cell: Cell | undefined) => cell ?? ""),
  );
}

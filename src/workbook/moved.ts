// Sets right what was written while a curator moved rows: between our last reading and our writing a sort may slip in.
import { type Cell, sameCell } from "../google/cell";
import type { Rectangle } from "../google/sheets";
import type { Grid, Layout } from "./layout";
import { type CellChange, identifiedRows, type Target } from "./plan";

/** What was written, and on what belief. */
export interface Written {
  /** The tab as it was read last before writing, and where things were on it. */
  readonly former: Grid;
  readonly target: Target;
  readonly rectangles: readonly Rectangle[];
}

type Cells = ReadonlyMap<number, ReadonlyMap<number, Cell>>;

/** The records that stood in the rows that were written, by row. */
export function recordsWritten({ former, target, rectangles }: Written): Map<number, string> {
  const cells = cellsOf(rectangles);
  const known = [...identifiedRows(former, target)].filter(([, row]) => cells.has(row));
  return new Map(known.map(([id, row]) => [row, id]));
}

/**
 * The changes that bring the right values to both: the records that were to be written, and those that stood in their
 * rows instead. A cell that holds neither its former value nor what we wrote into its row was changed by a curator and
 * stays. Columns that were moved as well are left as they are.
 *
 * @param now the tab after the writing, and where things are on it
 */
export function repairs(written: Written, now: Grid, layout: Layout): Map<string, Map<string, CellChange>> {
  const { former, target, rectangles } = written;
  const before = identifiedRows(former, target);
  const after = identifiedRows(now, { ...target, layout });
  const cells = cellsOf(rectangles);
  const columns = [...layout.columns].filter(
    ([key, column]) => target.layout.columns.get(key) === column && key !== target.idColumn,
  );
  const found = new Map<string, Map<string, CellChange>>();
  for (const [id, to] of after) {
    const from = before.get(id);
    if (from === undefined || from === to) continue;
    const changes = columns.flatMap(([key, column]): [string, CellChange][] => {
      const change = repairOf(
        { was: former[from]?.[column] ?? "", now: now[to]?.[column] ?? "" },
        { meant: cellAt(cells, from, column), landed: cellAt(cells, to, column) },
      );
      return change ? [[key, change]] : [];
    });
    if (changes.length > 0) found.set(id, new Map(changes));
  }
  return found;
}

/** What we wrote into rows that hold no record now, such as one inserted at that moment: it is to be emptied. */
export function strays({ target, rectangles }: Written, now: Grid, layout: Layout): Rectangle[] {
  const taken = new Set(identifiedRows(now, { ...target, layout }).values());
  return [...cellsOf(rectangles)].flatMap(([row, cells]) =>
    taken.has(row)
      ? []
      : [...cells].flatMap(([column, cell]) => stray(row, column, sameCell(now[row]?.[column] ?? "", cell))),
  );
}

function stray(row: number, column: number, isOurs: boolean): Rectangle[] {
  return isOurs ? [{ row, column, values: [[""]] }] : [];
}

/** @param written what was meant for the record's cell, and what was written where the record is now; undefined if nothing */
function repairOf(
  held: { was: Cell; now: Cell },
  written: { meant: Cell | undefined; landed: Cell | undefined },
): CellChange | null {
  const { meant = held.was, landed = held.was } = written;
  const isKnown = sameCell(held.now, held.was) || sameCell(held.now, landed);
  return isKnown && !sameCell(held.now, meant) ? { base: held.now, ours: meant } : null;
}

function cellAt(cells: Cells, row: number, column: number): Cell | undefined {
  return cells.get(row)?.get(column);
}

/** What was written, by row and column. */
function cellsOf(rectangles: readonly Rectangle[]): Map<number, Map<number, Cell>> {
  const cells = new Map<number, Map<number, Cell>>();
  for (const { row, column, values } of rectangles) {
    values.forEach((line, down) => {
      const own = cells.get(row + down) ?? new Map<number, Cell>();
      line.forEach((cell, right) => own.set(column + right, cell));
      cells.set(row + down, own);
    });
  }
  return cells;
}

// Deletes whole rows of records. Google deletes rows by number: what a sort at that very moment puts there instead is
// found out afterwards and put back.
import type { Cell } from "../google/cell";
import type { Rectangle, SheetTab } from "../google/sheets";
import { TemporaryStop } from "../google/stop";
import { isBlank } from "./column";
import type { Grid, Layout } from "./layout";
import { identifiedRows, type Target } from "./plan";

/** A tab from which records are to go. */
export interface Removal {
  readonly sheet: SheetTab;
  readonly target: Omit<Target, "layout">;
  /** @throws Stop if the key row cannot be found */
  readonly layoutOf: (grid: Grid) => Layout;
  readonly ids: ReadonlySet<string>;
}

/** A stretch of rows that stand one below the other; `first` counts from 0. */
interface Stretch {
  first: number;
  count: number;
}

const ATTEMPTS = 3;

/**
 * Deletes the rows of the records, the lowest first, neighbours together; records that are gone already are no matter.
 * Calls: two reads, the deletion of each stretch, one read.
 *
 * @returns the tab as it is then
 * @throws Stop TemporaryStop if rows are moved about again and again
 */
export function removeRows(removal: Removal): Cell[][] {
  const { sheet } = removal;
  let before = sheet.read();
  const begun = counted(codesIn(removal, before));
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const rows = rowsToRemove(removal, begun, before);
    if (rows.length === 0) return before;
    const formulas = sheet.relativeFormulas();
    // Google refuses to delete the last row that is not frozen.
    sheet.growTo(Math.max(...rows) + 2);
    for (const { first, count } of stretches(rows)) sheet.deleteRows(first + 1, count);
    const after = sheet.read();
    const lost = lostRows(removal, before, after, rows);
    before = lost.length > 0 ? putBack(removal, { before, after, lost, formulas }) : after;
  }
  if (rowsToRemove(removal, begun, before).length === 0) return before;
  throw new TemporaryStop(
    `Не удалось удалить строки на вкладке «${sheet.name}»: в это время строки перемещали.`,
    "Подождите, пока другие закончат сортировку, и повторите действие.",
  );
}

/** Rows (from 0) of these records, of each the first one, unless there is one fewer of them than in the beginning. */
function rowsToRemove({ target, layoutOf, ids }: Removal, begun: ReadonlyMap<string, number>, grid: Grid): number[] {
  const layout = layoutOf(grid);
  const rowOf = identifiedRows(grid, { ...target, layout });
  const counts = counted(codesIn({ target, layoutOf }, grid));
  return [...ids].flatMap((id) => ((counts.get(id) ?? 0) < (begun.get(id) ?? 0) ? [] : (rowOf.get(id) ?? [])));
}

/** The code in each row, "" where there is none. */
function codesIn({ target, layoutOf }: Pick<Removal, "target" | "layoutOf">, grid: Grid): string[] {
  const column = layoutOf(grid).columns.get(target.idColumn) ?? 0;
  return grid.map((line) => target.identify(line[column] ?? "") ?? "");
}

/** Rows joined to stretches, the lowest stretch first. */
function stretches(rows: readonly number[]): Stretch[] {
  const found: Stretch[] = [];
  for (const row of [...rows].sort((a, b) => b - a)) {
    const above = found[found.length - 1];
    if (above && above.first === row + 1) {
      above.first = row;
      above.count++;
    } else found.push({ first: row, count: 1 });
  }
  return found;
}

/** Rows (from 0, as they stood before) that are gone though they should be there. */
function lostRows(removal: Removal, before: Grid, after: Grid, removed: readonly number[]): number[] {
  const [codes, codesAfter] = [codesIn(removal, before), codesIn(removal, after)];
  const unfound = counted(codesAfter);
  const contents = counted(after.map(contentOf));
  const kept = [...before.keys()].filter((row) => !removed.includes(row));
  const coded = kept.filter((row) => codes[row] !== "" && !taken(unfound, codes[row] ?? ""));
  const plain = kept.filter((row) => codes[row] === "" && contentOf(before[row]) !== "");
  const plainAfter = after.filter((line, row) => codesAfter[row] === "" && contentOf(line) !== "");
  // A row without a code is known by its content only, which may be changed at this moment by hand.
  const isMisplaced = coded.length > 0 || plainAfter.length < plain.length;
  return isMisplaced ? [...coded, ...plain.filter((row) => !taken(contents, contentOf(before[row])))] : [];
}

function contentOf(line: readonly Cell[] | undefined): string {
  const cells = (line ?? []).filter((cell) => !isBlank(cell) && cell !== false);
  return cells.length === 0 ? "" : JSON.stringify(cells);
}

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** Takes one off; false if there is none left. */
function taken(counts: Map<string, number>, word: string): boolean {
  const count = counts.get(word) ?? 0;
  if (count > 0) counts.set(word, count - 1);
  return count > 0;
}

interface Loss {
  readonly before: Grid;
  readonly after: readonly Cell[][];
  readonly lost: readonly number[];
  readonly formulas: readonly (readonly string[])[];
}

/** Writes lost rows below all others, with their formulas. @returns the tab as it is then */
function putBack({ sheet }: Removal, { before, after, lost, formulas }: Loss): Cell[][] {
  sheet.growTo(after.length + lost.length);
  const computed = (column: number): boolean => formulas.some((line) => /ARRAYFORMULA/i.test(line[column] ?? ""));
  const rectangles = lost.map((row, index): Rectangle => {
    const cells = (before[row] ?? []).map((cell, column) => (computed(column) ? "" : cell));
    return { row: after.length + index, column: 0, values: [cells] };
  });
  sheet.write(rectangles);
  lost.forEach((row, index) =>
    (formulas[row] ?? []).forEach((formula, column) => {
      if (formula !== "" && !/ARRAYFORMULA/i.test(formula))
        sheet.writeRelativeFormula(after.length + index, column, formula);
    }),
  );
  return sheet.read();
}

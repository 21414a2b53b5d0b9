// Schema changes of workbooks in use: small, ordered steps. Each is done once, may be repeated, and never deletes a column.
import type { Cell } from "../google/cell";
import type { Book, SheetTab } from "../google/sheets";
import { SEARCHED_ROWS } from "./layout";

/** What a step may do. New tabs and new columns need no step: `ensureTabs` adds them. Where a place is missing, nothing is done. */
interface MigratingBook {
  renameTab(from: string, to: string): void;
  /** Gives a column another key; its cells stay. */
  renameKey(tab: string, from: string, to: string): void;
  /** Changes the cells of a column below the headings, where they differ. */
  mapColumn(tab: string, key: string, change: (cell: Cell) => Cell): void;
}

/** One step to the next version. */
export interface Migration {
  readonly version: number;
  /** In Russian, for «Журнал». */
  readonly title: string;
  run(book: MigratingBook): void;
}

/** The schema of the first release. */
const FIRST_VERSION = 1;
const MARK = "nastavnikSchema";

/** All steps, in order. Every step must give the same result when it is run again after a failure in its midst. */
const MIGRATIONS: readonly Migration[] = [];

/**
 * Brings a workbook up to date, step by step. The version is marked after each step, so that a failure is taken up where it
 * happened. A new workbook begins at the newest version.
 *
 * @param isNew the workbook has none of our tabs yet
 * @returns what was done, in Russian
 */
export function migrate(book: Book, isNew: boolean, migrations: readonly Migration[] = MIGRATIONS): string[] {
  const newest = migrations.reduce((highest, { version }) => Math.max(highest, version), FIRST_VERSION);
  const marked = book.mark(MARK);
  const current = marked === null ? (isNew ? newest : FIRST_VERSION) : Number(marked);
  const done: string[] = [];
  for (const step of migrations.filter(({ version }) => version > current)) {
    step.run(migratingBook(book));
    book.flush();
    book.setMark(MARK, String(step.version));
    done.push(step.title);
  }
  if (marked === null && done.length === 0) book.setMark(MARK, String(current));
  return done;
}

function migratingBook(book: Book): MigratingBook {
  return {
    renameTab: (from, to) => {
      if (!book.tab(to)) book.tab(from)?.rename(to);
    },
    renameKey: (name, from, to) => {
      const place = keyPlace(book.tab(name), from);
      if (place) place.tab.write([{ row: place.row, column: place.column, values: [[to]] }]);
    },
    mapColumn: (name, key, change) => {
      const place = keyPlace(book.tab(name), key);
      if (!place) return;
      const { tab, row: keyRow, column } = place;
      const formulas = tab.formulas();
      const changed = tab.read().flatMap((line, row) => {
        const before = line[column] ?? "";
        // The row after the keys holds the headings; a curator's formula is not ours to change.
        if (row <= keyRow + 1 || (formulas[row]?.[column] ?? "") !== "") return [];
        const after = change(before);
        return after === before ? [] : [{ row, column, values: [[after]] }];
      });
      tab.write(changed);
    },
  };
}

function keyPlace(tab: SheetTab | null, key: string): { tab: SheetTab; row: number; column: number } | null {
  if (!tab) return null;
  const top = tab.readTop(SEARCHED_ROWS);
  const row = top.findIndex((line) => line.includes(key));
  return row < 0 ? null : { tab, row, column: (top[row] ?? []).indexOf(key) };
}

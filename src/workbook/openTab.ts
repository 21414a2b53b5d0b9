// Opens a tab for a command: found by its name or remembered id, read whole, its columns located.
import type { Cell } from "../google/cell";
import type { Book, SheetTab } from "../google/sheets";
import { Stop } from "../google/stop";
import { type CellOf, findLayout, type Grid, type Layout } from "./layout";
import { type Adoption, type CellChange, type Conflict, planWrites, type Target } from "./plan";
import { recordsWritten, repairs, strays, type Written } from "./moved";
import { removeRows } from "./removal";
import type { TabSpec } from "./table";

const RESTORE = "Откройте меню «Наставничество → Начало работы» и нажмите «Восстановить».";

/** A tab in the hands of a command, with what the command wants to change in it. */
export interface OpenTab {
  readonly spec: TabSpec;
  readonly identity: Identity;
  readonly sheet: SheetTab;
  /** The tab as it was read last. */
  grid: Grid;
  layout: Layout;
  readonly changes: {
    updates: Map<string, Map<string, CellChange>>;
    adds: Map<string, Map<string, Cell>>;
    adopted: Map<string, Adoption>;
    /** Identities of the rows to delete, when all else has been written. */
    removes: Set<string>;
  };
}

/** How the rows of a tab are told apart. */
export interface Identity {
  readonly idColumn: string;
  readonly identify: (cell: Cell) => string | null;
  readonly isRecord: (cellOf: CellOf) => boolean;
}

/**
 * @param remembered ids of tabs by their keys, for a tab that was renamed
 * @throws Stop if the tab is gone or its key row cannot be found
 */
export function openTab(
  book: Book,
  spec: TabSpec,
  identity: Identity,
  remembered: (key: string) => number | null,
): OpenTab {
  const sheet = book.tab(spec.tab, () => remembered(spec.key));
  if (!sheet) throw new Stop(`Нет вкладки «${spec.tab}».`, RESTORE);
  const grid = sheet.read();
  const layout = layoutOf(grid, spec, identity);
  const changes = { updates: new Map(), adds: new Map(), adopted: new Map(), removes: new Set<string>() };
  return { spec, identity, sheet, grid, layout, changes };
}

/** @throws Stop if the key row cannot be found */
function layoutOf(grid: Grid, spec: TabSpec, identity: Identity): Layout {
  const layout = findLayout(grid, spec, identity.isRecord);
  if (!layout) throw new Stop(`На вкладке «${spec.tab}» повреждена служебная первая строка.`, RESTORE);
  return layout;
}

export function hasChanges({ updates, adds, adopted, removes }: OpenTab["changes"]): boolean {
  return updates.size + adds.size + adopted.size + removes.size > 0;
}

/** Asks for a cell of an existing row to become `ours`. Asked twice, the first `base` stays. */
export function changeCell(open: OpenTab, id: string, key: string, change: CellChange): void {
  const added = open.changes.adds.get(id);
  if (added) {
    added.set(key, change.ours);
    return;
  }
  const cells = open.changes.updates.get(id) ?? new Map<string, CellChange>();
  cells.set(key, { base: cells.get(key)?.base ?? change.base, ours: change.ours });
  open.changes.updates.set(id, cells);
}

/** What is to be written on a tab; nothing has been written yet. */
export interface PlannedWrite {
  /** What will not be written, because a curator changed it meanwhile. */
  readonly conflicts: readonly Conflict[];
  /** Writes, and takes the changes off the tab. */
  carryOut(): void;
  /** Deletes rows, if any are to go. To be called when all has been written: what is deleted cannot be read again. */
  remove(): void;
  /**
   * Looks whether the records that were written still stood where they had been read, and sets right what went into
   * other rows. To be called when all has been carried out. @returns false if there was nothing to look at
   */
  check(): boolean;
}

/**
 * Plans the writes of what is wanted of a tab: reads it anew, finds the rows where they are now, merges.
 * Calls: one read unless rows are only to be removed, at times one for formulas; to carry out, the write of each rectangle, at times one for text formats,
 * two to grow the grid; to check, one read; to remove, see `removeRows`.
 */
export function planTab(open: OpenTab): PlannedWrite {
  const { spec, identity, sheet, changes } = open;
  const isWriting = changes.updates.size + changes.adds.size + changes.adopted.size > 0;
  const former = isWriting ? sheet.read() : open.grid;
  const target: Target = { spec, layout: layoutOf(former, spec, identity), ...identity };
  const first = planWrites(former, target, changes, null);
  const plan = first.wantsFormulas ? planWrites(former, target, changes, sheet.formulas()) : first;
  let isChecked = false;
  const check = (): boolean => {
    isChecked = isChecked || checkWritten(open, { former, target, rectangles: plan.rectangles });
    return isChecked;
  };
  return {
    conflicts: plan.conflicts,
    carryOut: () => {
      if (changes.adds.size > 0) sheet.growTo(plan.after.length);
      sheet.write(plan.rectangles);
      open.grid = plan.after;
      open.layout = layoutOf(plan.after, spec, identity);
      for (const pending of [changes.updates, changes.adds, changes.adopted]) pending.clear();
    },
    remove: () => {
      if (changes.removes.size === 0) return;
      check();
      const layoutIn = (grid: Grid): Layout => layoutOf(grid, spec, identity);
      open.grid = removeRows({ sheet, target: { spec, ...identity }, layoutOf: layoutIn, ids: changes.removes });
      open.layout = layoutIn(open.grid);
      changes.removes.clear();
      isChecked = true;
    },
    check,
  };
}

function checkWritten(open: OpenTab, written: Written): boolean {
  const { spec, identity, sheet } = open;
  const ids = recordsWritten(written);
  const column = written.target.layout.columns.get(identity.idColumn);
  if (ids.size === 0 || column === undefined) return false;
  const cells = sheet.readColumn(column, Math.max(...ids.keys()) + 1);
  if ([...ids].every(([row, id]) => identity.identify(cells[row] ?? "") === id)) return true;
  const now = sheet.read();
  const target: Target = { ...written.target, layout: layoutOf(now, spec, identity) };
  const updates = repairs(written, now, target.layout);
  const plan = planWrites(now, target, { updates, adds: new Map(), adopted: new Map() }, null);
  const emptied = strays(written, now, target.layout);
  sheet.write([...plan.rectangles, ...emptied]);
  for (const { row, column } of emptied) (plan.after[row] ?? [])[column] = "";
  open.grid = plan.after;
  open.layout = target.layout;
  return true;
}

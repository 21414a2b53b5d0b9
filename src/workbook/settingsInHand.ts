// The settings in the hands of a command.
import * as z from "zod";
import { type Cell, sameCell } from "../google/cell";
import { textOf } from "./cellReading";
import { factsOf } from "./column";
import { dataRows, rowReader } from "./layout";
import { changeCell, type Identity, type OpenTab } from "./openTab";
import type { Problem } from "./problems";
import { mendOf, problemAt } from "./rows";
import type { SettingsTab } from "./settings";
import { encoded } from "./tableInHand";

export function identityOfSettings(tab: SettingsTab): Identity {
  const identify = (cell: Cell): string | null => {
    const key = textOf(cell);
    return Object.prototype.hasOwnProperty.call(tab.fields, key) ? key : null;
  };
  return { idColumn: "key", identify, isRecord: (cellOf) => identify(cellOf("key")) !== null };
}

/** Settings by their keys. */
export class SettingsInHand {
  private cells = new Map<string, { row: number; cell: Cell }>();

  constructor(
    readonly open: OpenTab,
    readonly tab: SettingsTab,
  ) {
    this.refresh();
  }

  /** Reads the settings anew from the grid that was just written. */
  refresh(): void {
    this.cells = new Map();
    for (const row of dataRows(this.open.grid, this.tab, this.open.layout)) {
      const cellOf = rowReader(this.open.grid, this.open.layout.columns, row);
      const key = this.open.identity.identify(cellOf("key"));
      if (key !== null && !this.cells.has(key)) this.cells.set(key, { row, cell: cellOf("value") });
    }
  }

  /** The value, and what is wrong with it; an unreadable one reads as empty. */
  read(key: string): { value: unknown; problem: Problem | null } {
    const field = this.tab.fields[key];
    if (!field) throw new Error(`There is no setting ${key}.`);
    const { row, cell } = this.cells.get(key) ?? { row: 0, cell: "" };
    const reading = z.safeDecode(field, cell);
    if (reading.success) return { value: reading.data, problem: null };
    const issue = reading.error.issues[0];
    const { heading, blank } = factsOf(field);
    const what = issue?.message ?? "Значение не удалось прочитать.";
    const found = { row, key: "value", code: null, what, mend: mendOf(issue), level: "error" } as const;
    return { value: blank, problem: { ...problemAt(this.tab, this.open.layout, found), heading } };
  }

  set(key: string, value: unknown): void {
    const field = this.tab.fields[key];
    if (!field) throw new Error(`There is no setting ${key}.`);
    const ours = encoded(this.tab, key, field, value);
    const known = this.cells.get(key);
    if (known && sameCell(known.cell, ours)) return;
    this.cells.set(key, { row: known?.row ?? 0, cell: ours });
    if (known) changeCell(this.open, key, "value", { base: known.cell, ours });
    else this.open.changes.adds.set(key, settingRow(this.tab, key, ours));
  }
}

/** A new row of the tab: key, name, value, note. */
export function settingRow(tab: SettingsTab, key: string, value: Cell): Map<string, Cell> {
  const field = tab.fields[key];
  if (!field) throw new Error(`There is no setting ${key}.`);
  const { heading, note } = factsOf(field);
  return new Map<string, Cell>([
    ["key", key],
    ["name", heading],
    ["value", value],
    ["note", note],
  ]);
}

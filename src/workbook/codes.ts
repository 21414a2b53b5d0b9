// Codes of records: «Р-001», «П-2026-07» — how they look, what comes next, what is none.
import type { Cell } from "../google/cell";
import { codeText, textOf } from "./cellReading";
import type { Table } from "./table";

/** The code that a cell holds, tidied; null if it is empty or not a code of this table. */
export function codeIn(table: Table, cell: Cell): string | null {
  const code = codeText(textOf(cell));
  return numberOf(table, code) === null ? null : code;
}

/** The running number in a code; null if it is not a code of this table. */
export function numberOf(table: Table, code: string): number | null {
  const start = `${table.prefix}-`;
  if (!code.startsWith(start)) return null;
  const match = (table.yearly ? /^\d{4}-(\d{1,9})$/ : /^(\d{1,9})$/).exec(code.slice(start.length));
  return match ? Number(match[1]) : null;
}

/** Codes with one counter: a table's, or in a yearly table those of one year. */
export function seriesOf(table: Table, code: string): string {
  return table.yearly ? `${table.key}.${code.slice(table.prefix.length + 1, table.prefix.length + 5)}` : table.key;
}

/** The series of the codes given out now. */
export function currentSeries(table: Table, year: number): string {
  return table.yearly ? `${table.key}.${year}` : table.key;
}

/** «Р-001»; with the year «П-2026-07». */
export function formatCode(table: Table, year: number, count: number): string {
  return table.yearly
    ? `${table.prefix}-${year}-${String(count).padStart(2, "0")}`
    : `${table.prefix}-${String(count).padStart(3, "0")}`;
}

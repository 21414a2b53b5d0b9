// A workbook in memory for tests of commands: the engine's contract without a sheet behind it.
import * as z from "zod";
import type { Cell } from "../src/google/cell";
import { factsOf } from "../src/workbook/column";
import type { CalendarDate } from "../src/workbook/calendarDate";
import type { SettingOf, SettingsOf, SettingsPatch, SettingsTab } from "../src/workbook/settings";
import type { DraftOf, PatchOf, RecordOf, Table } from "../src/workbook/table";
import type { Workbook } from "../src/workbook/workbook";

/** The engine's workbook, with the means to look behind it. */
export interface MemoryWorkbook extends Workbook {
  /** What «Журнал» holds. */
  readonly journal: readonly { what: string; records: readonly string[] }[];
  /** How many times `save` was called. */
  readonly saves: number;
  /** The curator types into a cell of a record, whether it can be read or not. */
  type(table: Table, code: string, key: string, cell: Cell): void;
}

/** An empty workbook on a day of the reader's choice. */
export function memoryWorkbook(
  today: string,
  dictionaries: Readonly<Record<string, readonly string[]>> = {},
): MemoryWorkbook {
  const tables = new Map<string, Map<string, Record<string, unknown>>>();
  const settings: Record<string, unknown> = {};
  const journal: { what: string; records: readonly string[] }[] = [];
  const counts = new Map<string, number>();
  /** Cells that hold something else than the program would have written. */
  const typed = new Map<string, Cell>();
  const putCell = (table: Table, code: string, key: string, cell: Cell): void => {
    const record = rows(table).get(code);
    const column = table.columns[key];
    if (record === undefined || column === undefined) throw new Error(`Table ${table.key} has no cell ${code} ${key}.`);
    const reading = z.safeDecode(column, cell);
    rows(table).set(code, { ...record, [key]: reading.success ? reading.data : factsOf(column).blank });
    typed.set(`${table.key} ${code} ${key}`, cell);
  };
  let saves = 0;
  const rows = (table: Table): Map<string, Record<string, unknown>> => {
    const known = tables.get(table.key) ?? new Map<string, Record<string, unknown>>();
    tables.set(table.key, known);
    return known;
  };
  const encoded = (table: Table, values: Readonly<Record<string, unknown>>): Record<string, unknown> => {
    const record: Record<string, unknown> = {};
    for (const key of Object.keys(values)) {
      const column = table.columns[key];
      if (column === undefined) throw new Error(`Table ${table.key} has no column ${key}.`);
      if (values[key] === undefined) continue;
      // Through the cell and back, so that what could not be kept is found out here.
      record[key] = column.parse(column.encode(values[key]));
    }
    return record;
  };
  const setting = <S extends SettingsTab, K extends keyof S["fields"]>(tab: S, key: K): SettingOf<S, K> => {
    const field = tab.fields[String(key)];
    return (settings[String(key)] ?? (field ? factsOf(field).blank : null)) as SettingOf<S, K>;
  };
  return {
    now: Date.parse(`${today}T09:00:00+03:00`),
    today: today as CalendarDate,
    timeZone: "Europe/Moscow",
    moment: `${today}T09:00:00+03:00`,
    journal,
    get saves() {
      return saves;
    },
    all: <T extends Table>(table: T) => [...rows(table).values()] as unknown as readonly RecordOf<T>[],
    find: <T extends Table>(table: T, code: string) => rows(table).get(code) as RecordOf<T> | undefined,
    typed: (table) =>
      [...rows(table).values()].map((record, index) => ({
        code: String(record["code"]),
        row: index + 3,
        column: (key) => Object.keys(table.columns).indexOf(key) + 1,
        cell: (key) => {
          const column = table.columns[key];
          return (
            typed.get(`${table.key} ${String(record["code"])} ${key}`) ??
            (column === undefined ? "" : z.encode(column, record[key]))
          );
        },
      })),
    retype: putCell,
    type: putCell,
    problems: () => [],
    settingProblems: () => [],
    unreadable: () => 0,
    settings: <S extends SettingsTab>(tab: S) =>
      Object.fromEntries(Object.keys(tab.fields).map((key) => [key, setting(tab, key)])) as SettingsOf<S>,
    setting,
    dictionary: (key) => dictionaries[key] ?? [],
    add: <T extends Table>(table: T, draft: DraftOf<T>) => {
      // Codes of removed records are never given out again.
      const given = (counts.get(table.key) ?? rows(table).size) + 1;
      counts.set(table.key, given);
      const number = String(given);
      const code = table.yearly
        ? `${table.prefix}-${today.slice(0, 4)}-${number.padStart(2, "0")}`
        : `${table.prefix}-${number.padStart(3, "0")}`;
      const record: Record<string, unknown> = {};
      for (const key of Object.keys(table.columns))
        record[key] = factsOf(table.columns[key] ?? table.columns.code).blank;
      Object.assign(record, encoded(table, draft), { code });
      rows(table).set(code, record);
      return record as RecordOf<T>;
    },
    update: <T extends Table>(table: T, code: string, patch: PatchOf<T>) => {
      const record = rows(table).get(code);
      if (record === undefined) throw new Error(`Table ${table.key} has no record ${code}.`);
      const changed = { ...record, ...encoded(table, patch) };
      for (const key of Object.keys(patch)) typed.delete(`${table.key} ${code} ${key}`);
      rows(table).set(code, changed);
      return changed as RecordOf<T>;
    },
    remove: (table, code) => {
      if (!rows(table).delete(code)) throw new Error(`Table ${table.key} has no record ${code}.`);
    },
    setSettings: <S extends SettingsTab>(_: S, patch: SettingsPatch<S>) => {
      Object.assign(settings, patch);
    },
    note: ({ what, records = [] }) => {
      journal.push({ what, records });
    },
    save: () => {
      saves++;
    },
  };
}

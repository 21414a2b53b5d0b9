// A workbook in memory for tests of commands: the engine's contract without a sheet behind it.
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
}

/** An empty workbook on a day of the reader's choice. */
export function memoryWorkbook(
  today: string,
  dictionaries: Readonly<Record<string, readonly string[]>> = {},
): MemoryWorkbook {
  const tables = new Map<string, Map<string, Record<string, unknown>>>();
  const settings: Record<string, unknown> = {};
  const journal: { what: string; records: readonly string[] }[] = [];
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
    problems: () => [],
    settingProblems: () => [],
    unreadable: () => 0,
    settings: <S extends SettingsTab>(tab: S) =>
      Object.fromEntries(Object.keys(tab.fields).map((key) => [key, setting(tab, key)])) as SettingsOf<S>,
    setting,
    dictionary: (key) => dictionaries[key] ?? [],
    add: <T extends Table>(table: T, draft: DraftOf<T>) => {
      const number = String(rows(table).size + 1);
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
      rows(table).set(code, changed);
      return changed as RecordOf<T>;
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

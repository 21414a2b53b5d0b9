// What the engine remembers beside the workbook: counters of codes, ids of tabs, the order of columns.
import { readProperties, writeProperties } from "../google/properties";

/** Facts read once, when first needed, and written together. */
export interface Memory {
  /** The last number given out in a series of codes; 0 if none. */
  counter(series: string): number;
  setCounter(series: string, count: number): void;
  tabId(key: string): number | null;
  setTabId(key: string, id: number): void;
  /** Which of the program's looks a tab has been given; 0 for the first. */
  look(key: string): number;
  setLook(key: string, look: number): void;
  /** What is remembered of the protection of tabs; "" if nothing. */
  access(): string;
  setAccess(access: string): void;
  /** Keys of a tab's columns by position; "" is a curator's own. */
  columnOrder(key: string): string[];
  setColumnOrder(key: string, keys: readonly string[]): void;
  /** Writes what has changed. */
  save(): void;
}

export function openMemory(): Memory {
  let stored: Record<string, string> | null = null;
  let changed: Record<string, string> = {};
  const read = (name: string): string => changed[name] ?? (stored ??= readProperties())[name] ?? "";
  const write = (name: string, value: string): void => {
    if (read(name) !== value) changed[name] = value;
  };
  return {
    counter: (series) => Number(read(`counter.${series}`)) || 0,
    setCounter: (series, count) => write(`counter.${series}`, String(count)),
    tabId: (key) => (read(`tab.${key}`) === "" ? null : Number(read(`tab.${key}`))),
    setTabId: (key, id) => write(`tab.${key}`, String(id)),
    look: (key) => Number(read(`look.${key}`)) || 0,
    setLook: (key, look) => write(`look.${key}`, String(look)),
    access: () => read("access"),
    setAccess: (access) => write("access", access),
    columnOrder: (key) => read(`columns.${key}`).split(","),
    setColumnOrder: (key, keys) => write(`columns.${key}`, keys.join(",")),
    save: () => {
      if (Object.keys(changed).length === 0) return;
      writeProperties(changed);
      stored = { ...stored, ...changed };
      changed = {};
    },
  };
}

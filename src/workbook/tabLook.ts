// How the tabs of the workbook are to look, worked out from their columns: widths, formats, drop-downs, colours.
import { type CellRule, type ColumnLook, dressCells, type TabView } from "../google/sheetLook";
import type { Book, SheetTab } from "../google/sheets";
import { type AnyColumn, factsOf } from "./column";
import { DICTIONARIES_KEY, DICTIONARIES_TAB, findDictionary } from "./dictionaries";
import { type Grid, type Layout, SEARCHED_ROWS } from "./layout";
import type { Memory } from "./memory";
import type { SettingsTab } from "./settings";
import type { TabSpec } from "./table";

/** Where a dictionary's words stand; null if there is none. */
export type Words = (dictionary: string) => CellRule | null;

/** «Справочники» is read once, when a column first needs it. */
export function wordsOf(book: Book, memory: Memory): Words {
  let top: Grid | null = null;
  return (dictionary) => {
    const sheet = top ? null : book.tab(DICTIONARIES_TAB, () => memory.tabId(DICTIONARIES_KEY));
    top ??= sheet?.readTop(SEARCHED_ROWS) ?? [];
    const layout = findDictionary(top, dictionary);
    const column = layout?.columns.get(dictionary);
    if (!layout || column === undefined) return null;
    return {
      kind: "words",
      tab: DICTIONARIES_TAB,
      column,
      firstRow: Math.max(layout.keyRow, layout.headingRow ?? 0) + 1,
    };
  };
}

/** More columns than these are never frozen: on a small screen nothing else would be left. */
const MOST_FROZEN = 3;

/** What is to be seen of a tab, wherever its columns stand now. */
export function viewOf(tab: TabSpec, { columns }: Layout): TabView {
  const own = new Set(columns.values());
  const wanted = (columns.get(tab.frozen ?? "") ?? -1) + 1;
  const leading = [...Array(wanted).keys()].every((column) => own.has(column));
  const frozen =
    wanted <= MOST_FROZEN && leading ? wanted : tab.frozen !== undefined && columns.get("code") === 0 ? 1 : 0;
  const isTable = "prefix" in tab && !tab.serviceTab;
  return { frozen, filtered: isTable ? Math.max(0, ...[...own].map((column) => column + 1)) : 0 };
}

/** The look of the columns with these keys. */
export function lookOf(
  tab: TabSpec,
  positions: ReadonlyMap<string, number>,
  keys: readonly string[],
  words: Words,
): ColumnLook[] {
  return keys.flatMap((key) => {
    const column = tab.columns[key];
    const position = positions.get(key);
    if (!column || position === undefined) return [];
    const facts = factsOf(column);
    const { note, width, hidden, filled, colours = {} } = facts;
    // The values of settings are of many kinds: each cell is dressed by itself.
    const format = "fields" in tab && key === "value" ? "General" : facts.format;
    const wrap = facts.kind === "longText" || "fields" in tab;
    return [{ column: position, note, width, format, hidden, filled, wrap, colours, rule: ruleOf(column, words) }];
  });
}

function ruleOf(column: AnyColumn, words: Words): CellRule | null {
  const { kind, choices = [], dictionary = "" } = factsOf(column);
  if (kind === "flag") return { kind: "tick" };
  if (kind === "date") return { kind: "date" };
  if (kind === "choice") return { kind: "list", values: choices };
  return kind === "entry" ? words(dictionary) : null;
}

/** Dresses the values of the settings with these keys, which stand one below the other from `firstRow` (from 0). */
export function dressSettings(
  sheet: SheetTab,
  tab: SettingsTab,
  layout: Layout,
  keys: readonly string[],
  firstRow: number,
): void {
  const column = layout.columns.get("value");
  if (column === undefined) return;
  const cells = keys.flatMap((key) => {
    const field = tab.fields[key];
    return field ? [{ format: factsOf(field).format, rule: ruleOf(field, () => null) }] : [];
  });
  dressCells(sheet, firstRow, column, cells);
}

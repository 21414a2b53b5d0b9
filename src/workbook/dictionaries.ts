// Dictionaries: lists of words that the school extends, one column each on the tab «Справочники».
import { Stop } from "../google/stop";
import { textOf } from "./cellReading";
import { type AnyColumn } from "./column";
import { text } from "./columns";
import { dataRows, findLayout, type Grid, type Layout, rowReader } from "./layout";
import type { TabSpec } from "./table";

/** One dictionary: its heading, what it is for, and the words it starts with. */
export interface DictionaryDefinition {
  heading: string;
  note: string;
  /** Written when the tab or the column is made, and never again. */
  defaults: readonly string[];
}

/** The tab of all dictionaries. */
export interface DictionaryTab<K extends string = string> extends TabSpec {
  readonly kind: "dictionaries";
  readonly defaults: Readonly<Record<K, readonly string[]>>;
}

export const DICTIONARIES_TAB = "Справочники";
export const DICTIONARIES_KEY = "dictionaries";

/** Declares the dictionaries of the workbook; their keys are what `entry` and `entries` columns name. */
export function defineDictionaries<const K extends string>(
  definitions: Readonly<Record<K, DictionaryDefinition>>,
): DictionaryTab<K> {
  const columns: Record<string, AnyColumn> = {};
  const defaults = {} as Record<K, readonly string[]>;
  for (const key of Object.keys(definitions) as K[]) {
    const { heading, note, defaults: words } = definitions[key];
    columns[key] = text(heading, { note, width: 300 });
    defaults[key] = words;
  }
  return { kind: "dictionaries", key: DICTIONARIES_KEY, tab: DICTIONARIES_TAB, columns, defaults, serviceTab: false };
}

/**
 * The words of one dictionary, each once, in the order of the sheet.
 * @param grid the tab «Справочники»; empty if there is none
 * @throws Stop if the dictionary is not there
 */
export function wordsIn(grid: Grid, key: string): readonly string[] {
  const layout = findDictionary(grid, key);
  if (!layout) {
    throw new Stop(
      `На вкладке «${DICTIONARIES_TAB}» нет нужного справочника или самой вкладки нет.`,
      "Откройте меню «Наставничество → Начало работы» и нажмите «Восстановить».",
    );
  }
  const words = dataRows(grid, specOf(key), layout).map((row) => textOf(rowReader(grid, layout.columns, row)(key)));
  return [...new Set(words.filter((word) => word !== ""))];
}

/** Where a dictionary stands; null if it is not there. */
export function findDictionary(grid: Grid, key: string): Layout | null {
  return findLayout(grid, specOf(key), () => false);
}

function specOf(key: string): TabSpec {
  const columns = { [key]: text(key, { note: "" }) };
  return { key: DICTIONARIES_KEY, tab: DICTIONARIES_TAB, columns, serviceTab: false };
}

// Dictionaries: lists of words that the school extends, one column each on the tab «Справочники».
import { text } from "./columns";
import type { AnyColumn } from "./columns";
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

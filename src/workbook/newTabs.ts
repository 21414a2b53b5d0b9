// Makes tabs that are missing, each at its place in the row of tabs, and fills empty ones.
import type { Cell } from "../google/cell";
import { dressColumns, dressNew, type HeadRows, protectKeys, setView } from "../google/sheetLook";
import type { Book, SheetTab } from "../google/sheets";
import { factsOf } from "./column";
import type { DictionaryTab } from "./dictionaries";
import type { Layout } from "./layout";
import type { SettingsTab } from "./settings";
import { settingRow } from "./settingsInHand";
import { dressSettings, lookOf, viewOf, type Words } from "./tabLook";
import type { TabSpec } from "./table";

const HEAD: HeadRows = { keyRow: 0, headingRow: 1 };

/**
 * Makes the missing ones of these tabs, which are given in the order in which they are to be seen. A new tab comes after
 * the one that stands before it in that order; tabs that exist are never moved. All are made before any is filled: the
 * later ones are copies of the first, which has the look that all have in common.
 *
 * @returns the new tabs, empty
 */
export function makeMissing(
  book: Book,
  tabs: readonly TabSpec[],
  find: (tab: TabSpec) => SheetTab | null,
): Map<TabSpec, SheetTab> {
  const present = tabs.map(find);
  const made = new Map<TabSpec, SheetTab>();
  let model: SheetTab | undefined;
  tabs.forEach((tab, index) => {
    if (present[index]) return;
    const sheet = book.createTab(tab.tab, placeFor(present, index, tab.serviceTab), model);
    if (!model) dressNew(sheet, HEAD);
    model ??= sheet;
    present[index] = sheet;
    made.set(tab, sheet);
  });
  return made;
}

/** The place (from 0) between the neighbours that exist; undefined for the end of the row. */
function placeFor(present: readonly (SheetTab | null)[], index: number, atEnd: boolean): number | undefined {
  if (atEnd) return undefined;
  const before = present
    .slice(0, index)
    .reverse()
    .find((sheet) => sheet !== null);
  if (before) return before.place() + 1;
  return present
    .slice(index + 1)
    .find((sheet) => sheet !== null)
    ?.place();
}

/**
 * Fills an empty tab and dresses it. Keys and headings are written last: a tab in which this was interrupted is still
 * empty, and everything is done anew.
 *
 * @param isNew made by `makeMissing` just now
 */
export function fillEmpty(sheet: SheetTab, tab: TabSpec, words: Words, isNew: boolean): Layout {
  const keys = Object.keys(tab.columns);
  const headings = Object.values(tab.columns).map((column) => factsOf(column).heading);
  const layout: Layout = { ...HEAD, columns: new Map(keys.map((key, index) => [key, index])), repeated: [] };
  sheet.widenTo(keys.length);
  if (!isNew) dressNew(sheet, HEAD);
  dressColumns(sheet, HEAD, lookOf(tab, layout.columns, keys, words), isNew);
  setView(sheet, HEAD.headingRow, viewOf(tab, layout), isNew);
  if ("fields" in tab) dressSettings(sheet, tab as SettingsTab, layout, Object.keys((tab as SettingsTab).fields), 2);
  protectKeys(sheet, HEAD.keyRow);
  if (tab.serviceTab) sheet.hide();
  sheet.write([{ row: 0, column: 0, values: [keys, headings, ...initialRows(tab)] }]);
  return layout;
}

/** The rows that a new tab begins with. */
function initialRows(tab: TabSpec): Cell[][] {
  if ("fields" in tab) {
    const settings = tab as SettingsTab;
    return Object.keys(settings.fields).map((key) => [...settingRow(settings, key, "").values()]);
  }
  if (!("defaults" in tab)) return [];
  const lists = Object.values((tab as DictionaryTab).defaults);
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, row) => lists.map((list) => list[row] ?? ""));
}

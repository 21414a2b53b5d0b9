// Makes the tabs of the workbook and mends them: what is missing is put back, everything else stays as it is.
import type { Cell } from "../google/cell";
import { withDocumentLock } from "../google/lock";
import { type CellRule, type ColumnLook, dressCells, dressColumns, dressHead, hideKeys } from "../google/sheetLook";
import { type Book, openBook, type SheetTab } from "../google/sheets";
import { now, wallClock } from "../google/clock";
import { currentUser } from "../google/session";
import { type AnyColumn, factsOf, isBlank } from "./column";
import { DICTIONARIES_KEY, DICTIONARIES_TAB, type DictionaryTab, findDictionary } from "./dictionaries";
import { journal, writeJournal } from "./journal";
import { dataRows, findLayout, type Grid, type Layout, SEARCHED_ROWS } from "./layout";
import { type Memory, openMemory } from "./memory";
import { migrate } from "./migrations";
import { planRepair, type Repair } from "./repair";
import type { SettingsTab } from "./settings";
import { identityOfSettings, settingRow } from "./settingsInHand";
import type { Table, TabSpec } from "./table";
import { identityOfTable } from "./tableInHand";
import type { Identity } from "./openTab";

/** Any tab of the workbook. */
export type AnyTab = Table | SettingsTab | DictionaryTab;

/** What was done, in Russian words for the curator; empty if nothing was to be done. */
export interface TabsReport {
  created: string[];
  mended: string[];
}

/**
 * Brings the workbook to the newest schema, makes the tabs that are missing, in this order, and mends those that are damaged: the key row, headings, deleted
 * columns, settings. Run again it changes nothing. Name the dictionaries before the tables that use them.
 *
 * @throws Stop BusyError if another command is at work
 */
export function ensureTabs(tabs: readonly AnyTab[]): TabsReport {
  return withDocumentLock(() => {
    const book = openBook();
    const memory = openMemory();
    const report: TabsReport = { created: [], mended: [] };
    const words = wordsOf(book, memory);
    const find = (tab: TabSpec): SheetTab | null => book.tab(tab.tab, () => memory.tabId(tab.key));
    report.mended.push(...migrate(book, !tabs.some(find)));
    for (const tab of [...tabs, journal]) {
      const sheet = find(tab);
      const ready = sheet ? mend(sheet, tab, memory, report, words) : make(book, tab, report, words);
      memory.setTabId(tab.key, ready.sheet.id);
      memory.setColumnOrder(tab.key, orderOf(ready.layout));
    }
    memory.save();
    const what = [...report.created.map((name) => `создана вкладка «${name}»`), ...report.mended].join("; ");
    const by = { when: wallClock(now(), book.timeZone()), who: currentUser(), command: "Подготовка вкладок" };
    if (what !== "") writeJournal(book, (key) => memory.tabId(key), by, [{ what, records: [] }]);
    book.flush();
    return report;
  });
}

/** Names of the tabs that are not there. */
export function missingTabs(tabs: readonly AnyTab[]): string[] {
  const book = openBook();
  const memory = openMemory();
  return [...tabs, journal].filter((tab) => !book.tab(tab.tab, () => memory.tabId(tab.key))).map((tab) => tab.tab);
}

/** Where a dictionary's words stand; null if there is none. */
type Words = (dictionary: string) => CellRule | null;
interface Ready {
  sheet: SheetTab;
  layout: Layout;
}

function identityOf(tab: TabSpec): Identity {
  if ("prefix" in tab) return identityOfTable(tab as Table);
  if ("fields" in tab) return identityOfSettings(tab as SettingsTab);
  return { idColumn: "", identify: () => null, isRecord: () => false };
}

/** «Справочники» is read once, when a column first needs it. */
function wordsOf(book: Book, memory: Memory): Words {
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

/** Keys of the columns by position, "" for a curator's own. */
function orderOf(layout: Layout): string[] {
  const keys: string[] = [];
  for (const [key, column] of layout.columns) keys[column] = key;
  return Array.from(keys, (key: string | undefined) => key ?? "");
}

function make(book: Book, tab: TabSpec, report: TabsReport, words: Words): Ready {
  const sheet = book.createTab(tab.tab);
  report.created.push(tab.tab);
  const columns = new Map(Object.keys(tab.columns).map((key, index) => [key, index]));
  const layout: Layout = { keyRow: 0, headingRow: 1, columns, repeated: [] };
  fillNew(sheet, tab, layout, words);
  return { sheet, layout };
}

/** Writes and dresses an empty tab. */
function fillNew(sheet: SheetTab, tab: TabSpec, layout: Layout, words: Words): void {
  const columns = Object.values(tab.columns);
  sheet.widenTo(columns.length);
  const headings = columns.map((column) => factsOf(column).heading);
  dressColumns(sheet, { keyRow: 0, headingRow: 1 }, lookOf(tab, layout.columns, Object.keys(tab.columns), words));
  sheet.write([{ row: 0, column: 0, values: [Object.keys(tab.columns), headings, ...initialRows(tab)] }]);
  if ("fields" in tab) dressSettings(sheet, tab as SettingsTab, layout, Object.keys((tab as SettingsTab).fields), 2);
  dressHead(sheet, { keyRow: 0, headingRow: 1 });
  if (tab.serviceTab) sheet.hide();
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

function lookOf(
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
  if (kind === "choice") return { kind: "list", values: choices };
  return kind === "entry" ? words(dictionary) : null;
}

function dressSettings(
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

function mend(sheet: SheetTab, tab: TabSpec, memory: Memory, report: TabsReport, words: Words): Ready {
  const identity = identityOf(tab);
  const grid = sheet.read();
  if (grid.every((row) => row.every((cell) => isBlank(cell)))) {
    const layout = emptyLayout(tab);
    fillNew(sheet, tab, layout, words);
    report.mended.push(`вкладка «${tab.tab}»: восстановлены заголовки`);
    return { sheet, layout };
  }
  const repair = planRepair(grid, tab, identity.isRecord, memory.columnOrder(tab.key));
  if (repair.done.length > 0) carryOut(sheet, tab, repair, words);
  report.mended.push(...repair.done.map((what) => `вкладка «${tab.tab}»: ${what}`));
  if (hideKeys(sheet, repair.head.keyRow)) report.mended.push(`вкладка «${tab.tab}»: скрыта служебная строка`);
  const layout = repair.layout;
  if ("fields" in tab) addMissingSettings(sheet, tab as SettingsTab, layout, report);
  return { sheet, layout };
}

function carryOut(sheet: SheetTab, tab: TabSpec, repair: Repair, words: Words): void {
  for (const { before, count } of repair.insertions) sheet.insertRowsBefore(before + 1, count);
  sheet.widenTo(repair.width);
  sheet.write(repair.rectangles);
  dressColumns(sheet, repair.head, lookOf(tab, repair.layout.columns, repair.added, words));
  if (repair.headMoved) dressHead(sheet, repair.head);
}

/** Puts back columns that a command is about to need. The key row must be there. */
export function mendColumns(book: Book, memory: Memory, sheet: SheetTab, grid: Grid, tab: TabSpec): void {
  const repair = planRepair(grid, tab, identityOf(tab).isRecord, []);
  if (repair.done.length > 0) carryOut(sheet, tab, repair, wordsOf(book, memory));
}

function emptyLayout(tab: TabSpec): Layout {
  return {
    keyRow: 0,
    headingRow: 1,
    columns: new Map(Object.keys(tab.columns).map((key, index) => [key, index])),
    repeated: [],
  };
}

function addMissingSettings(sheet: SheetTab, tab: SettingsTab, layout: Layout, report: TabsReport): void {
  const grid = sheet.read();
  const { identify } = identityOfSettings(tab);
  const found = findLayout(grid, tab, () => false) ?? layout;
  const rows = dataRows(grid, tab, found);
  const present = new Set(rows.map((row) => identify(grid[row]?.[found.columns.get("key") ?? 0] ?? "")));
  const missing = Object.keys(tab.fields).filter((key) => !present.has(key));
  if (missing.length === 0) return;
  const first = Math.max(grid.length, (found.headingRow ?? 0) + 1);
  sheet.growTo(first + missing.length);
  const lines = missing.map((key) => settingRow(tab, key, ""));
  sheet.write(
    [...found.columns].map(([key, column]) => ({
      row: first,
      column,
      values: lines.map((line) => [line.get(key) ?? ""]),
    })),
  );
  dressSettings(sheet, tab, found, missing, first);
  report.mended.push(`вкладка «${tab.tab}»: добавлены строки — ${missing.length}`);
}

// Makes the tabs of the workbook and mends them: what is missing is put back, everything else stays as it is.
import { withDocumentLock } from "../google/lock";
import { dressColumns, dressHead, hideKeys, improveColumns, setView } from "../google/sheetLook";
import { type Book, openBook, type SheetTab } from "../google/sheets";
import { now, wallClock } from "../google/clock";
import { currentUser } from "../google/session";
import { isBlank } from "./column";
import type { DictionaryTab } from "./dictionaries";
import { journal, openJournal } from "./journal";
import { dataRows, findLayout, type Grid, type Layout } from "./layout";
import { type Memory, openMemory } from "./memory";
import { migrate } from "./migrations";
import { fillEmpty, makeMissing } from "./newTabs";
import { planRepair, type Repair } from "./repair";
import type { SettingsTab } from "./settings";
import { identityOfSettings, settingRow } from "./settingsInHand";
import { dressSettings, lookOf, viewOf, type Words, wordsOf } from "./tabLook";
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
 * Brings the workbook to the newest schema, makes the tabs that are missing and mends those that are damaged: the key
 * row, headings, deleted columns, settings. Run again it changes nothing.
 *
 * @param tabs in the order in which the curator is to see them; «Журнал» and hidden tabs come last
 * @throws Stop BusyError if another command is at work
 */
export function ensureTabs(tabs: readonly AnyTab[]): TabsReport {
  return withDocumentLock(() => {
    const book = openBook();
    const memory = openMemory();
    const report: TabsReport = { created: [], mended: [] };
    const words = wordsOf(book, memory);
    const find = (tab: TabSpec): SheetTab | null => book.tab(tab.tab, () => memory.tabId(tab.key));
    const all = asShown(tabs);
    const isNew = !all.some(find);
    const untouched = isNew ? book.untouchedTab() : null;
    report.mended.push(...migrate(book, isNew));
    const made = makeMissing(book, all, find);
    if (untouched) book.removeTab(untouched);
    report.created.push(...[...made.keys()].map((tab) => tab.tab));
    for (const tab of asNeeded(all)) {
      const sheet = made.get(tab) ?? find(tab);
      if (!sheet) continue;
      const layout = made.has(tab) ? fillEmpty(sheet, tab, words, true) : mend(sheet, tab, memory, report, words);
      memory.setTabId(tab.key, sheet.id);
      memory.setLook(tab.key, LOOK);
      memory.setColumnOrder(tab.key, orderOf(layout));
    }
    memory.save();
    const what = [...report.created.map((name) => `создана вкладка «${name}»`), ...report.mended].join("; ");
    if (what === "") return report;
    const by = { when: wallClock(now(), book.timeZone()), who: currentUser(), command: "Подготовка вкладок" };
    openJournal(book, (key) => memory.tabId(key))?.write(by, [{ what, records: [] }]);
    book.flush();
    return report;
  });
}

/** Names of the tabs that are not there. */
export function missingTabs(tabs: readonly AnyTab[]): string[] {
  const book = openBook();
  const memory = openMemory();
  return asShown(tabs)
    .filter((tab) => !book.tab(tab.tab, () => memory.tabId(tab.key)))
    .map((tab) => tab.tab);
}

/** The order of the tabs in the spreadsheet. */
function asShown(tabs: readonly TabSpec[]): TabSpec[] {
  return [...tabs.filter((tab) => !tab.serviceTab), journal, ...tabs.filter((tab) => tab.serviceTab)];
}

/** The order of filling and mending: dictionaries come before the drop-downs that show their words. */
function asNeeded(tabs: readonly TabSpec[]): TabSpec[] {
  return [...tabs.filter((tab) => "defaults" in tab), ...tabs.filter((tab) => !("defaults" in tab))];
}

function identityOf(tab: TabSpec): Identity {
  if ("prefix" in tab) return identityOfTable(tab as Table);
  if ("fields" in tab) return identityOfSettings(tab as SettingsTab);
  return { idColumn: "", identify: () => null, isRecord: () => false };
}

/** Keys of the columns by position, "" for a curator's own. */
function orderOf(layout: Layout): string[] {
  const keys: string[] = [];
  for (const [key, column] of layout.columns) keys[column] = key;
  return Array.from(keys, (key: string | undefined) => key ?? "");
}

function mend(sheet: SheetTab, tab: TabSpec, memory: Memory, report: TabsReport, words: Words): Layout {
  const identity = identityOf(tab);
  const grid = sheet.read();
  if (grid.every((row) => row.every((cell) => isBlank(cell)))) {
    report.mended.push(`вкладка «${tab.tab}»: восстановлены заголовки`);
    return fillEmpty(sheet, tab, words, false);
  }
  const repair = planRepair(grid, tab, identity.isRecord, memory.columnOrder(tab.key));
  if (repair.done.length > 0) carryOut(sheet, tab, repair, words);
  report.mended.push(...repair.done.map((what) => `вкладка «${tab.tab}»: ${what}`));
  if (hideKeys(sheet, repair.head.keyRow)) report.mended.push(`вкладка «${tab.tab}»: скрыта служебная строка`);
  const layout = repair.layout;
  if (memory.look(tab.key) < LOOK) improve(sheet, tab, layout, words);
  if ("fields" in tab) {
    const current = repair.done.length > 0 ? sheet.read() : grid;
    addMissingSettings(sheet, tab as SettingsTab, layout, current, report);
  }
  return layout;
}

/** The number of the present look. A tab is given a newer one once: what a curator changes afterwards stays. */
const LOOK = 1;

/** Adds what the present look has more than the former; nothing of a curator's own is changed. */
function improve(sheet: SheetTab, tab: TabSpec, layout: Layout, words: Words): void {
  if (!("prefix" in tab) || layout.headingRow === null) return;
  const head = { keyRow: layout.keyRow, headingRow: layout.headingRow };
  setView(sheet, head.headingRow, viewOf(tab, layout), false);
  improveColumns(sheet, head, lookOf(tab, layout.columns, [...layout.columns.keys()], words));
}

function carryOut(sheet: SheetTab, tab: TabSpec, repair: Repair, words: Words): void {
  for (const { before, count } of repair.insertions) sheet.insertRowsBefore(before + 1, count);
  sheet.widenTo(repair.width);
  sheet.write(repair.rectangles);
  dressColumns(sheet, repair.head, lookOf(tab, repair.layout.columns, repair.added, words), false);
  if (repair.headMoved) dressHead(sheet, repair.head);
}

/** Puts back columns that a command is about to need. The key row must be there. */
export function mendColumns(book: Book, memory: Memory, sheet: SheetTab, grid: Grid, tab: TabSpec): void {
  const repair = planRepair(grid, tab, identityOf(tab).isRecord, []);
  if (repair.done.length > 0) carryOut(sheet, tab, repair, wordsOf(book, memory));
}

function addMissingSettings(sheet: SheetTab, tab: SettingsTab, layout: Layout, grid: Grid, report: TabsReport): void {
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

// A command's hands on the workbook: every tab is read once, changes are kept until they are written together.
import type { Cell, DateCell } from "../google/cell";
import { isoInZone, wallClock } from "../google/clock";
import { currentUser } from "../google/session";
import type { Book } from "../google/sheets";
import { type CalendarDate, dateAt, yearOf } from "./calendarDate";
import { codeText } from "./cellReading";
import { factsOf } from "./column";
import { DICTIONARIES_KEY, DICTIONARIES_TAB, wordsIn } from "./dictionaries";
import { type JournalEntry, openJournal } from "./journal";
import type { Grid } from "./layout";
import { linkProblems } from "./links";
import type { Memory } from "./memory";
import { hasChanges, type OpenTab, openTab, planTab, type PlannedWrite } from "./openTab";
import type { Conflict } from "./plan";
import type { Problem } from "./problems";
import type { SettingOf, SettingsOf, SettingsPatch, SettingsTab } from "./settings";
import { identityOfSettings, SettingsInHand } from "./settingsInHand";
import type { DraftOf, PatchOf, RecordOf, Table, TabSpec } from "./table";
import { mendColumns } from "./tabs";
import { identityOfTable, TableInHand } from "./tableInHand";
import type { TypedRow, Workbook } from "./workbook";

/** Looking writes nothing, not even codes for rows that lack one. */
export type Mode = "look" | "change";

/** So many places are named in one line of the journal. */
const MOST_PLACES = 20;

/** Made for one command and thrown away with it. */
export class UnitOfWork implements Workbook {
  private readonly tables = new Map<string, TableInHand>();
  private readonly settingTabs = new Map<string, SettingsInHand>();
  private readonly dictionaries = new Map<string, readonly string[]>();
  private dictionaryGrid: Grid | null = null;
  /** In the order in which the command changed them: they are written in that order. */
  private readonly touched = new Set<TableInHand | SettingsInHand>();
  private readonly notes: JournalEntry[] = [];
  /** What has been saved, and what the command said of it. */
  private readonly done: { tab: string; verb: string; codes: string[] }[] = [];
  private readonly saidOfSaved: JournalEntry[] = [];
  private readonly conflicts: JournalEntry[] = [];

  constructor(
    private readonly book: Book,
    private readonly memory: Memory,
    private readonly mode: Mode,
    private readonly command: string,
    readonly now: number,
  ) {}

  get timeZone(): string {
    return this.book.timeZone();
  }

  get today(): CalendarDate {
    return dateAt(this.now, this.timeZone);
  }

  get moment(): string {
    return isoInZone(this.now, this.timeZone);
  }

  /** Tables that have been read and hold complete rows without a code. */
  uncodedTables(): Table[] {
    return [...this.tables.values()].filter(({ rows }) => rows.uncoded.length > 0).map(({ table }) => table);
  }

  all<T extends Table>(table: T): readonly RecordOf<T>[] {
    return [...this.tableOf(table).records.values()] as unknown as RecordOf<T>[];
  }

  find<T extends Table>(table: T, code: string): RecordOf<T> | undefined {
    return this.tableOf(table).records.get(codeText(code)) as unknown as RecordOf<T> | undefined;
  }

  add<T extends Table>(table: T, draft: DraftOf<T>): RecordOf<T> {
    const hand = this.tableOf(table);
    const record = hand.add(this.memory, yearOf(this.today), draft);
    this.touched.add(hand);
    return record as unknown as RecordOf<T>;
  }

  update<T extends Table>(table: T, code: string, patch: PatchOf<T>): RecordOf<T> {
    const hand = this.tableOf(table);
    const record = hand.update(code, patch);
    if (hasChanges(hand.open.changes)) this.touched.add(hand);
    return record as unknown as RecordOf<T>;
  }

  remove(table: Table, code: string): void {
    const hand = this.tableOf(table);
    hand.remove(this.memory, code);
    this.touched.add(hand);
  }

  typed(table: Table): readonly TypedRow[] {
    return this.tableOf(table).typed();
  }

  retype(table: Table, code: string, key: string, cell: Cell): void {
    const hand = this.tableOf(table);
    hand.retype(code, key, cell);
    if (hasChanges(hand.open.changes)) this.touched.add(hand);
  }

  problems(...tables: readonly Table[]): readonly Problem[] {
    const asked = tables.length > 0 ? tables.map((table) => this.tableOf(table)) : [...this.tables.values()];
    return asked.flatMap(({ table, open, rows }) => [
      ...rows.problems,
      ...linkProblems(
        table,
        open.layout,
        [...rows.good, ...rows.uncoded],
        (key) => this.tables.get(key)?.records ?? null,
        (key) => this.dictionary(key),
      ),
    ]);
  }

  unreadable(...tables: readonly Table[]): number {
    const rowsOf = (table: Table): Set<number> => {
      const errors = this.tableOf(table).rows.problems.filter((problem) => problem.level === "error");
      return new Set(errors.map((problem) => problem.row));
    };
    return tables.reduce((sum, table) => sum + rowsOf(table).size, 0);
  }

  settings<S extends SettingsTab>(tab: S): SettingsOf<S> {
    const hand = this.settingsOf(tab);
    return Object.fromEntries(Object.keys(tab.fields).map((key) => [key, hand.read(key).value])) as SettingsOf<S>;
  }

  setting<S extends SettingsTab, K extends keyof S["fields"]>(tab: S, key: K): SettingOf<S, K> {
    return this.settingsOf(tab).read(String(key)).value as SettingOf<S, K>;
  }

  settingProblems(tab: SettingsTab): readonly Problem[] {
    const hand = this.settingsOf(tab);
    return Object.keys(tab.fields).flatMap((key) => hand.read(key).problem ?? []);
  }

  setSettings<S extends SettingsTab>(tab: S, patch: SettingsPatch<S>): void {
    const hand = this.settingsOf(tab);
    const values: Readonly<Record<string, unknown>> = patch;
    for (const key of Object.keys(tab.fields)) if (values[key] !== undefined) hand.set(key, values[key]);
    if (hasChanges(hand.open.changes)) this.touched.add(hand);
  }

  dictionary(key: string): readonly string[] {
    const known = this.dictionaries.get(key);
    if (known) return known;
    const words = this.readDictionary(key);
    this.dictionaries.set(key, words);
    return words;
  }

  note(entry: { what: string; records?: readonly string[] }): void {
    this.notes.push({ what: entry.what, records: entry.records ?? [] });
  }

  save(): void {
    this.write(false);
  }

  /** Saves, and tells «Журнал» what the command did. */
  finish(): void {
    this.write(true);
  }

  /** For a command that failed: «Журнал» is told what it had saved before. */
  abandon(): void {
    this.touched.clear();
    this.notes.length = 0;
    this.write(true);
  }

  private write(isLast: boolean): void {
    // All reading comes before all writing: a read after a write makes Google carry out the write first, which takes time.
    const planned = [...this.touched].map((hand) => ({ hand, plan: planTab(hand.open) }));
    for (const { hand, plan } of planned) this.remember(hand, plan.conflicts);
    this.saidOfSaved.push(...this.notes.splice(0));
    const entries = isLast ? this.entries() : [];
    const journal = entries.length > 0 ? openJournal(this.book, this.rememberedId) : null;
    this.memory.save();
    for (const { plan } of planned) plan.carryOut();
    for (const { plan } of planned) plan.remove();
    if (journal) {
      const when: DateCell = wallClock(this.now, this.timeZone);
      journal.write({ when, who: currentUser(), command: this.command }, entries);
    }
    if (planned.length > 0 || journal) this.carryThrough(planned.map(({ plan }) => plan));
    for (const { hand } of planned) hand.refresh();
    this.touched.clear();
  }

  /** Google keeps writes back until something is read or it is asked; a kill, or the next command, must find them done. */
  private carryThrough(plans: readonly PlannedWrite[]): void {
    const checked = plans.filter((plan) => plan.check());
    if (checked.length === 0) this.book.flush();
  }

  private remember({ open: { spec, changes } }: TableInHand | SettingsInHand, lost: readonly Conflict[]): void {
    this.done.push({ tab: spec.tab, verb: "добавлено", codes: [...changes.adds.keys()] });
    this.done.push({ tab: spec.tab, verb: "изменено", codes: [...changes.updates.keys()] });
    this.done.push({ tab: spec.tab, verb: "присвоены коды", codes: [...changes.adopted.keys()] });
    this.done.push({ tab: spec.tab, verb: "удалено", codes: [...changes.removes] });
    if (lost.length > 0) this.conflicts.push(conflictEntry(spec, lost));
  }

  /** What the command says, or else what it did; and what it could not do. */
  private entries(): JournalEntry[] {
    return [...(this.saidOfSaved.length > 0 ? this.saidOfSaved : this.summary()), ...this.conflicts];
  }

  private summary(): JournalEntry[] {
    const codesOf = new Map<string, Set<string>>();
    for (const { tab, verb, codes } of this.done) {
      const key = `${tab}: ${verb}`;
      codes.forEach((code) => codesOf.set(key, (codesOf.get(key) ?? new Set()).add(code)));
    }
    if (codesOf.size === 0) return [];
    const what = [...codesOf].map(([key, codes]) => `${key} — ${codes.size}`).join("; ");
    return [{ what, records: [...codesOf.values()].flatMap((codes) => [...codes]) }];
  }

  private tableOf(table: Table): TableInHand {
    const known = this.tables.get(table.key);
    if (known) return known;
    const hand = new TableInHand(this.openWhole(table), table);
    this.tables.set(table.key, hand);
    if (this.mode === "change" && hand.rows.uncoded.length > 0) {
      hand.adopt(this.memory, yearOf(this.today));
      this.touched.add(hand);
    }
    return hand;
  }

  /** A command that may write gets all columns: what a curator deleted or a newer version brought is put in first. */
  private openWhole(table: Table): OpenTab {
    const open = openTab(this.book, table, identityOfTable(table), this.rememberedId);
    if (this.mode === "look" || open.layout.columns.size === Object.keys(table.columns).length) return open;
    mendColumns(this.book, this.memory, open.sheet, open.grid, table);
    return openTab(this.book, table, identityOfTable(table), this.rememberedId);
  }

  private settingsOf(tab: SettingsTab): SettingsInHand {
    const known = this.settingTabs.get(tab.key);
    if (known) return known;
    const hand = new SettingsInHand(openTab(this.book, tab, identityOfSettings(tab), this.rememberedId), tab);
    this.settingTabs.set(tab.key, hand);
    return hand;
  }

  private readDictionary(key: string): readonly string[] {
    const sheet = this.dictionaryGrid
      ? null
      : this.book.tab(DICTIONARIES_TAB, () => this.rememberedId(DICTIONARIES_KEY));
    this.dictionaryGrid ??= sheet?.read() ?? [];
    return wordsIn(this.dictionaryGrid, key);
  }

  private readonly rememberedId = (key: string): number | null => this.memory.tabId(key);
}

function conflictEntry(spec: TabSpec, conflicts: readonly Conflict[]): JournalEntry {
  const places = conflicts.slice(0, MOST_PLACES).map(({ id, key }) => {
    const column = key === null ? undefined : spec.columns[key];
    return `${id} — ${column ? `«${factsOf(column).heading}»` : "строка удалена"}`;
  });
  const rest = conflicts.length - places.length;
  return {
    what:
      `Не записано на вкладке «${spec.tab}», потому что ячейки изменили вручную во время действия: ` +
      `${places.join("; ")}${rest > 0 ? ` и ещё ${rest}` : ""}. Проверьте эти ячейки.`,
    records: conflicts.map(({ id }) => id),
  };
}

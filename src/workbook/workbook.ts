// What a command sees of the workbook: records to read, records to change.
import type { Cell } from "../google/cell";
import type { CalendarDate } from "./calendarDate";
import type { Problem } from "./problems";
import type { SettingOf, SettingsOf, SettingsPatch, SettingsTab } from "./settings";
import type { DraftOf, PatchOf, RecordOf, Table } from "./table";

/** A row with a code as it stands on the sheet, whether its cells can be read or not. */
export interface TypedRow {
  readonly code: string;
  /** Row of the sheet, from 1. */
  readonly row: number;
  /** The cell of a column by its key; an empty one where the column is gone. */
  readonly cell: (key: string) => Cell;
  /** Column of the sheet by its key, from 1; null where it is gone. */
  readonly column: (key: string) => number | null;
}

/** A workbook to look at. Each table is read from Google once, when it is first asked for. */
export interface ReadOnlyWorkbook {
  /** The time at which the command began, milliseconds since the epoch. */
  readonly now: number;
  /** The day on which it began, in the workbook's time zone. */
  readonly today: CalendarDate;
  readonly timeZone: string;
  /** The same moment as ISO text with the zone, for `instant` columns. */
  readonly moment: string;
  /** All good rows, in the order of the sheet. */
  all<T extends Table>(table: T): readonly RecordOf<T>[];
  find<T extends Table>(table: T, code: string): RecordOf<T> | undefined;
  /** The rows of the table as they were typed, in the order of the sheet; of rows with the same code the first. */
  typed(table: Table): readonly TypedRow[];
  /** What is wrong in these tables; without any, in all that have been read so far. */
  problems(...tables: readonly Table[]): readonly Problem[];
  /** How many rows of these tables are no records because of an error in a required cell. Cheaper than `problems`. */
  unreadable(...tables: readonly Table[]): number;
  settings<S extends SettingsTab>(tab: S): SettingsOf<S>;
  /** What cannot be read on the tab of settings. */
  settingProblems(tab: SettingsTab): readonly Problem[];
  setting<S extends SettingsTab, K extends keyof S["fields"]>(tab: S, key: K): SettingOf<S, K>;
  /** The words of a dictionary on «Справочники», by its key. */
  dictionary(key: string): readonly string[];
}

/** A workbook to change. Nothing reaches the sheet before the command ends or `save` is called. */
export interface Workbook extends ReadOnlyWorkbook {
  /** Gives the record the next code, which is never used again. */
  add<T extends Table>(table: T, draft: DraftOf<T>): RecordOf<T>;
  /** Changes the named columns only. */
  update<T extends Table>(table: T, code: string, patch: PatchOf<T>): RecordOf<T>;
  /**
   * Deletes the record with its whole row, whatever a curator wrote there; all else is written first. Its code is never
   * given out again. Of two rows with this code only the first goes. Unreadable rows may be removed by their codes too.
   * @throws Stop if there is no such row
   */
  remove(table: Table, code: string): void;
  /** Puts a cell in place of a typed one, in a row of `typed`; not written if the curator changes the cell meanwhile. */
  retype(table: Table, code: string, key: string, cell: Cell): void;
  setSettings<S extends SettingsTab>(tab: S, patch: SettingsPatch<S>): void;
  /** One row of «Журнал». Say what was done, not about whom: codes go to `records`. */
  note(entry: { what: string; records?: readonly string[] }): void;
  /**
   * Writes what is pending now: before and after an effect outside the workbook (a mail, a file), so that a kill loses
   * nothing. «Журнал» is told once, when the command ends or fails.
   */
  save(): void;
}

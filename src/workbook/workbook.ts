// The unit of work: a command reads tables, changes records, and everything is written in a few strokes at the end.
import { now } from "../google/clock";
import { withDocumentLock } from "../google/lock";
import { openBook } from "../google/sheets";
import { Stop } from "../google/stop";
import type { CalendarDate } from "./calendarDate";
import type { Problem } from "./problems";
import type { SettingOf, SettingsOf, SettingsPatch, SettingsTab } from "./settings";
import { openMemory } from "./memory";
import type { DraftOf, PatchOf, RecordOf, Table } from "./table";
import { UnitOfWork } from "./unitOfWork";

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
  /** What is wrong in these tables; without any, in all that have been read so far. */
  problems(...tables: readonly Table[]): readonly Problem[];
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
  setSettings<S extends SettingsTab>(tab: S, patch: SettingsPatch<S>): void;
  /** One row of «Журнал». Say what was done, not about whom: codes go to `records`. */
  note(entry: { what: string; records?: readonly string[] }): void;
  /** Writes what is pending now: before and after an effect outside the workbook (a mail, a file), so that a kill loses nothing. */
  save(): void;
}

let changing = false;

/**
 * Runs a command that changes the workbook: alone, under the document lock. What it asked for is written when it ends;
 * if it throws, nothing since the last `save` is written. Complete rows that a curator typed without a code get one in
 * every table that the command reads.
 *
 * @param command in Russian, for «Журнал»
 * @throws Stop BusyError if another command is at work; others as the command itself
 */
export function change<T>(command: string, work: (wb: Workbook) => T): T {
  if (changing) throw new Error("A command may not start another one: hand the workbook on.");
  changing = true;
  try {
    return withDocumentLock(() => {
      const book = openBook();
      const unit = new UnitOfWork(book, openMemory(), "change", command, now());
      const result = work(unit);
      unit.save();
      // Before the lock goes: the next command must see what was written.
      book.flush();
      return result;
    });
  } finally {
    changing = false;
  }
}

/**
 * Runs a command that only looks: no lock, no writes. If a table it reads holds complete rows without a code, which
 * would be invisible, they get their codes first (as in `change`), and the work is done anew.
 */
export function look<T>(work: (wb: ReadOnlyWorkbook) => T): T {
  const unit = lookingUnit();
  const result = work(unit);
  const uncoded = unit.uncodedTables();
  if (uncoded.length === 0 || changing) return result;
  try {
    change("Присвоение кодов новым строкам", (wb) => uncoded.forEach((table) => wb.all(table)));
  } catch (failure) {
    // Somebody may look who may not write, or another command is at work: what there is is shown as it is.
    if (failure instanceof Stop) return result;
    throw failure;
  }
  return work(lookingUnit());
}

function lookingUnit(): UnitOfWork {
  return new UnitOfWork(openBook(), openMemory(), "look", "", now());
}

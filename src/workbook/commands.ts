// Runs commands on the workbook: to change it, alone and under the lock, or to look at it.
import { now } from "../google/clock";
import { withDocumentLock } from "../google/lock";
import { openBook } from "../google/sheets";
import { Stop } from "../google/stop";
import { openMemory } from "./memory";
import { UnitOfWork } from "./unitOfWork";
import type { ReadOnlyWorkbook, Workbook } from "./workbook";

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
      const unit = new UnitOfWork(openBook(), openMemory(), "change", command, now());
      const result = attempt(unit, work);
      unit.finish();
      return result;
    });
  } finally {
    changing = false;
  }
}

/** A command that fails after it has saved something: «Журнал» is told of that. */
function attempt<T>(unit: UnitOfWork, work: (wb: Workbook) => T): T {
  try {
    return work(unit);
  } catch (failure) {
    try {
      unit.abandon();
    } catch {
      // The command's own failure says more than that of the journal.
    }
    throw failure;
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

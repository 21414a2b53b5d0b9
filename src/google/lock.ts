// The document lock: one command at a time changes the workbook, whoever runs it.
import { TemporaryStop } from "./stop";

/** How long a command waits for another one, milliseconds. */
const PATIENCE = 20_000;

/** Another command is at work in the same workbook. */
export class BusyError extends TemporaryStop {
  override readonly name = "BusyError";
  constructor() {
    super(
      "Таблица сейчас занята: выполняется другое действие «Наставничества».",
      "Подождите минуту и повторите. Если так продолжается, проверьте, не работает ли с таблицей другой сотрудник.",
    );
  }
}

/**
 * Runs the work while no other command of this workbook runs.
 * @throws BusyError if the lock was not got in time
 */
export function withDocumentLock<T>(work: () => T): T {
  // No document lock exists where the script is bound to no document; nobody can disturb us there.
  const lock = LockService.getDocumentLock() as GoogleAppsScript.Lock.Lock | null;
  if (lock && !lock.tryLock(PATIENCE)) throw new BusyError();
  try {
    return work();
  } finally {
    lock?.releaseLock();
  }
}

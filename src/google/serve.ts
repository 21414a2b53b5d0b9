// How a sidebar's call is answered: a value, or words for the curator; never a stack, never a raw Google message.
import { HandedOn, Stop } from "./stop";

/** What every call from a sidebar gets back. */
export type ServerResponse<T> =
  | { ok: true; value: T }
  /** `handedOn`: not a failure, another account does it in the background. */
  | { ok: false; error: { what: string; mend: string; handedOn?: true } };

const UNEXPECTED = {
  what: "Что-то пошло не так, и действие прервалось.",
  mend: "Записанное до этого сохранено. Повторите; если не поможет, запустите «Наставничество → Проверка установки».",
};

/**
 * Wraps a command so that a sidebar may call it. A Stop becomes its two sentences; anything else is logged (name and
 * place only: a message may carry somebody's data) and becomes a general sentence.
 */
export function serve<A extends unknown[], T>(command: (...args: A) => T): (...args: A) => ServerResponse<T> {
  return (...args) => {
    try {
      // Sidebars get JSON: a Date or an undefined inside a value would make Google drop the whole answer silently.
      return { ok: true, value: JSON.parse(JSON.stringify(command(...args) ?? null)) as T };
    } catch (error) {
      if (error instanceof HandedOn) {
        return { ok: false, error: { what: error.what, mend: error.mend, handedOn: true } };
      }
      if (error instanceof Stop) return { ok: false, error: { what: error.what, mend: error.mend } };
      logDefect(error);
      return { ok: false, error: UNEXPECTED };
    }
  };
}

/** Writes where something broke into the execution log, without its message. */
export function logDefect(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? "").split("\n").slice(1, 6).join("\n") : "";
  console.error(`${error instanceof Error ? error.name : typeof error}\n${stack}`);
}

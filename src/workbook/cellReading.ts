// How single cells are read, whatever a person or Google has made of them.
import type { Cell } from "../google/cell";
import { formatDate, isCalendarDate } from "./calendarDate";

/** A value, or why there is none and what to do about it. */
export type Reading<T> = { value: T } | { what: string; mend: string };

export function trouble(what: string, mend: string): { what: string; mend: string } {
  return { what, mend };
}

/** The mark before what Google would make something else of; one of several apostrophes always is the text's own. */
const TEXT_MARK = /^['\s]*(?=['=+\-@\d])|^['\s]+$/;

/**
 * A cell as text: trimmed at the ends, a number or a date that Google made of typed text put back. Where a leading
 * apostrophe can be the sheet's own mark for text, it is no part of it.
 */
export function textOf(cell: Cell): string {
  if (typeof cell === "boolean") return cell ? "да" : "нет";
  if (typeof cell === "object") {
    const day = isCalendarDate(cell.date) ? formatDate(cell.date) : cell.date;
    return cell.time === "00:00:00" ? day : `${day} ${cell.time}`;
  }
  return String(cell).replace(/\r\n?/g, "\n").replace(TEXT_MARK, "").trim();
}

/** Members of a list typed into one cell: apart by «;» or lines. */
export function typedList(typed: string): string[] {
  return typed
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

const LOOKALIKES: Readonly<Record<string, string>> = {
  A: "А",
  B: "В",
  C: "С",
  E: "Е",
  H: "Н",
  K: "К",
  M: "М",
  O: "О",
  P: "Р",
  T: "Т",
  X: "Х",
  Y: "У",
};

/** A record's code as it should be: capitals, Cyrillic letters for Latin ones that look the same, plain hyphens. */
export function codeText(typed: string): string {
  return typed
    .trim()
    .toUpperCase()
    .replace(/[ABCEHKMOPTXY]/g, (letter) => LOOKALIKES[letter] ?? letter)
    .replace(/[‐‑‒–—−]/g, "-")
    .replace(/\s+/g, "");
}

const TRUE_WORDS = ["да", "истина", "true", "1", "+", "✓", "✔", "v", "х", "x", "есть"];
const FALSE_WORDS = ["нет", "ложь", "false", "0", "-", "—", "–"];

export function readFlag(cell: Cell): Reading<boolean> {
  if (typeof cell === "boolean") return { value: cell };
  const word = textOf(cell).toLowerCase();
  if (TRUE_WORDS.includes(word)) return { value: true };
  if (FALSE_WORDS.includes(word)) return { value: false };
  return trouble(`Вместо отметки написано «${word.slice(0, 40)}».`, "Сотрите текст и поставьте или снимите отметку.");
}

export function readNumber(cell: Cell, o: { min?: number; max?: number; integer?: boolean }): Reading<number> {
  const typed = typeof cell === "number" ? cell : numberTyped(cell);
  const shown = textOf(cell).slice(0, 40);
  if (typed === null) return trouble(`«${shown}» — не число.`, "Введите число цифрами.");
  if (o.integer && !Number.isInteger(typed)) return trouble(`Число ${shown} не целое.`, "Введите целое число.");
  if (typed < (o.min ?? -Infinity))
    return trouble(`Число ${shown} слишком мало.`, `Введите число не меньше ${o.min ?? 0}.`);
  if (typed > (o.max ?? Infinity))
    return trouble(`Число ${shown} слишком велико.`, `Введите число не больше ${o.max ?? 0}.`);
  return { value: typed };
}

/** «1 200,5» is 1200.5; null if it is no number. */
function numberTyped(cell: Cell): number | null {
  if (typeof cell !== "string") return null;
  const plain = cell.replace(/[\s\u00a0']/g, "").replace(",", ".");
  return /^[-+]?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}

/** True for ISO text with date, time and zone. */
export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));
}

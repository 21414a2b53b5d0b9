// What Google makes of a string that is typed into a cell or written by setValue: number, percent, date, time, boolean, formula or text.
import type { CellValue } from "./model";
import type { Locale } from "./locales";
import { serialOfDate } from "./serials";

/** A reading of typed text. `format` is what a cell without a format of its own takes on. */
export type Reading =
  { kind: "empty" } | { kind: "formula"; formula: string } | { kind: "value"; value: CellValue; format?: string };

/** Months by the beginnings of their names, both languages; «май» has two stems. */
const MONTH_STEMS: [string, number][] = [
  ["янв", 1],
  ["фев", 2],
  ["мар", 3],
  ["апр", 4],
  ["мая", 5],
  ["май", 5],
  ["июн", 6],
  ["июл", 7],
  ["авг", 8],
  ["сен", 9],
  ["окт", 10],
  ["ноя", 11],
  ["дек", 12],
  ["jan", 1],
  ["feb", 2],
  ["mar", 3],
  ["apr", 4],
  ["may", 5],
  ["jun", 6],
  ["jul", 7],
  ["aug", 8],
  ["sep", 9],
  ["oct", 10],
  ["nov", 11],
  ["dec", 12],
];

function fullYear(text: string | undefined, currentYear: number): number {
  if (text === undefined) return currentYear;
  const year = Number(text);
  if (text.length > 2) return year;
  return year < 30 ? 2000 + year : 1900 + year;
}

/** A calendar date in the ways a person types it. */
function readDate(text: string, locale: Locale, currentYear: number): number | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text) ?? /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/.exec(text);
  if (iso) return serialOfDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})([./-])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/.exec(text);
  if (numeric && locale.dateSeparators.includes(numeric[2] ?? "")) {
    const year = fullYear(numeric[4], currentYear);
    const [first, second] = [Number(numeric[1]), Number(numeric[3])];
    const [day, month] = locale.dayFirst ? [first, second] : [second, first];
    return serialOfDate(year, month, day);
  }
  return readNamedDate(text, currentYear);
}

/** «1 сентября 2026 г.» */
function readNamedDate(text: string, currentYear: number): number | null {
  const named = /^(\d{1,2})[\s-]+([а-яёa-z]+)\.?(?:[\s-]+(\d{4})(?:\s*г\.?)?)?$/i.exec(text);
  if (!named) return null;
  const word = (named[2] ?? "").toLowerCase();
  const month = MONTH_STEMS.find(([stem]) => word.startsWith(stem))?.[1];
  return month === undefined ? null : serialOfDate(fullYear(named[3], currentYear), month, Number(named[1]));
}

/** A time of day as a part of a day; null if the text is not one. */
function readTime(text: string): number | null {
  const match = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,3}))?)?(?:\s*([ap])m)?$/i.exec(text);
  if (!match) return null;
  let hours = Number(match[1]);
  const half = match[5]?.toLowerCase();
  if (half !== undefined) {
    if (hours > 12) return null;
    hours = (hours % 12) + (half === "p" ? 12 : 0);
  }
  const [minutes, seconds] = [Number(match[2]), Number(match[3] ?? 0)];
  if (minutes > 59 || seconds > 59) return null;
  return (hours * 3600 + minutes * 60 + seconds + Number(`0.${match[4] ?? 0}`)) / 86_400;
}

function readMoment(text: string, locale: Locale, currentYear: number): Reading | null {
  const date = readDate(text, locale, currentYear);
  if (date !== null) return { kind: "value", value: date, format: locale.dateFormat };
  const time = readTime(text);
  if (time !== null) return { kind: "value", value: time, format: locale.timeFormat };
  const both = /^(\S+)(?:\s+|T)(\d{1,2}:\d{2}\S*(?:\s*[ap]m)?)$/i.exec(text);
  if (!both) return null;
  const [day, clock] = [readDate(both[1] ?? "", locale, currentYear), readTime(both[2] ?? "")];
  if (day === null || clock === null) return null;
  return { kind: "value", value: day + clock, format: locale.dateTimeFormat };
}

/** A plain number as typed in the locale: thousands may be apart, a leading zero is lost. */
function readNumber(text: string, locale: Locale): number | null {
  const tight = text.replace(/(?<=\d)[ \u00a0\u202f](?=\d)/g, "");
  const grouped = locale.group === "," ? tight.replace(/(?<=\d),(?=\d{3}(?!\d))/g, "") : tight;
  const pattern =
    locale.decimal === "," ? /^[+-]?(\d+(,\d*)?|,\d+)(e[+-]?\d+)?$/i : /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;
  if (!pattern.test(grouped)) return null;
  const value = Number(grouped.replace(",", "."));
  return Number.isFinite(value) ? value : null;
}

function readAmount(text: string, locale: Locale): Reading | null {
  const plain = readNumber(text, locale);
  if (plain !== null) {
    return /e/i.test(text) ? { kind: "value", value: plain, format: "0.00E+00" } : { kind: "value", value: plain };
  }
  if (text.endsWith("%")) {
    const percent = readNumber(text.slice(0, -1).trim(), locale);
    if (percent === null) return null;
    return { kind: "value", value: percent / 100, format: /[.,]/.test(text) ? "0.00%" : "0%" };
  }
  if (locale.currency.sign.test(text)) {
    const sum = readNumber(text.replace(locale.currency.sign, ""), locale);
    if (sum !== null) return { kind: "value", value: sum, format: locale.currency.format };
  }
  return null;
}

function readBoolean(text: string, locale: Locale): boolean | null {
  const word = text.toUpperCase();
  if (word === "TRUE" || word === locale.trueText) return true;
  if (word === "FALSE" || word === locale.falseText) return false;
  return null;
}

/**
 * Reads text as Google reads what is typed into a cell.
 * @param isText the cell has the plain text format `@`
 * @param currentYear the year of a date typed without one
 */
export function readTyped(text: string, locale: Locale, isText: boolean, currentYear: number): Reading {
  if (text === "") return { kind: "empty" };
  if (text.startsWith("=") && text.length > 1) return { kind: "formula", formula: text };
  if (text.startsWith("'")) return { kind: "value", value: text.slice(1) };
  if (isText) return { kind: "value", value: text };
  const trimmed = text.trim();
  // Whatever can become a number, a date or a time starts with one of these; most text is told apart here.
  if (/^[+\-.,$\d]/.test(trimmed)) {
    const reading =
      trimmed.length > 40 ? null : (readMoment(trimmed, locale, currentYear) ?? readAmount(trimmed, locale));
    // A sign before anything but a number begins a formula: phone numbers and lists with dashes suffer from it.
    if (!reading && /^[+-]./.test(text)) return { kind: "formula", formula: `=${text}` };
    return reading ?? { kind: "value", value: text };
  }
  const boolean = trimmed.length > 6 ? null : readBoolean(trimmed, locale);
  return { kind: "value", value: boolean ?? text };
}

/** Text for a value that is none: what a script hands over may be anything. */
export function plainText(value: unknown): string {
  if (typeof value === "string") return value;
  return typeof value === "object" || value === undefined ? JSON.stringify(value ?? "") : `${value as number}`;
}

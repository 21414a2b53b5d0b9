// Calendar dates: a day as people mean it, «2026-09-01», without time of day and without time zones.
import { wallClock } from "../google/clock";

/** An existing day between 1900 and 2100, ISO «2026-09-01»; compares and sorts as text. */
export type CalendarDate = string & { readonly _brand: "CalendarDate" };

const DAY = 86_400_000;
/** Day 0 of spreadsheet serial numbers, 30 December 1899, in milliseconds. */
const SERIAL_ZERO = Date.UTC(1899, 11, 30);
const MONTHS = [
  "января",
  "февраля",
  "марта",
  "апреля",
  "мая",
  "июня",
  "июля",
  "августа",
  "сентября",
  "октября",
  "ноября",
  "декабря",
];
const MONTH_STEMS = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

/** The day, or null if there is no such day (31 April) or it lies outside 1900–2100. `month` counts from 1. */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!(year >= 1900 && year <= 2100)) return null;
  const utc = new Date(Date.UTC(year, month - 1, day));
  const exists = utc.getUTCFullYear() === year && utc.getUTCMonth() === month - 1 && utc.getUTCDate() === day;
  return exists ? fromUtc(utc.getTime()) : null;
}

/** A day that is known to exist. */
export function toCalendarDate(year: number, month: number, day: number): CalendarDate {
  const date = calendarDate(year, month, day);
  if (!date) throw new RangeError(`There is no day ${year}-${month}-${day}.`);
  return date;
}

/** True for a text that is a calendar date already. */
export function isCalendarDate(text: unknown): text is CalendarDate {
  return typeof text === "string" && /^\d{4}-\d\d-\d\d$/.test(text) && parseDate(text) !== null;
}

/**
 * Reads a date as people type it; null if it is none.
 * @example
 * parseDate("01.09.2026"); //=> "2026-09-01"; also 1.9.26, 2026-09-01, 01/09/2026, «1 сентября 2026 г.»
 * parseDate("31.04.2026"); //=> null
 */
export function parseDate(text: string): CalendarDate | null {
  const typed = text.trim().toLowerCase();
  const iso = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[t ][\d:.]+z?)?$/.exec(typed);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numeric = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4}|\d{2})\s*(?:г\.?|года?)?$/.exec(typed);
  if (numeric) return calendarDate(fullYear(numeric[3]), Number(numeric[2]), Number(numeric[1]));
  const worded = /^[«"]?(\d{1,2})[»"]?\s+([а-я]{3,8})\.?\s+(\d{4})\s*(?:г\.?|года?)?$/.exec(typed);
  if (!worded) return null;
  const month = MONTH_STEMS.findIndex((stem) => (worded[2] ?? "").startsWith(stem));
  return month < 0 ? null : calendarDate(Number(worded[3]), month + 1, Number(worded[1]));
}

/** «26» is 2026, «85» is 1985. */
function fullYear(digits: string | undefined): number {
  const year = Number(digits);
  if ((digits ?? "").length > 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

/** «01.09.2026». */
export function formatDate(date: CalendarDate): string {
  return `${date.slice(8)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** «1 сентября 2026 г.»; the spaces do not break. */
export function formatDateInWords(date: CalendarDate): string {
  return `${Number(date.slice(8))}\u00a0${MONTHS[monthOf(date) - 1] ?? ""} ${yearOf(date)}\u00a0г.`;
}

export function yearOf(date: CalendarDate): number {
  return Number(date.slice(0, 4));
}

/** 1 for January. */
export function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}

/** 1 for Monday, 7 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7;
}

/** Days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY);
}

/** `days` may be negative. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromUtc(toUtc(date) + days * DAY);
}

/** `months` may be negative; 31 January and one month is the last day of February. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const first = new Date(Date.UTC(yearOf(date), monthOf(date) - 1 + months, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(Number(date.slice(8)), lastDay));
  return fromUtc(first.getTime());
}

/** The day that a sheet's serial number means; null out of 1900–2100. */
export function dateOfSerial(serial: number): CalendarDate | null {
  const utc = new Date(SERIAL_ZERO + Math.floor(serial) * DAY);
  return calendarDate(utc.getUTCFullYear(), utc.getUTCMonth() + 1, utc.getUTCDate());
}

/** The day that an instant (milliseconds since the epoch) falls on in a time zone such as «Europe/Moscow». */
export function dateAt(instant: number, timeZone: string): CalendarDate {
  return wallClock(instant, timeZone).date as CalendarDate;
}

function toUtc(date: CalendarDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, Number(date.slice(8)));
}

function fromUtc(milliseconds: number): CalendarDate {
  return new Date(milliseconds).toISOString().slice(0, 10) as CalendarDate;
}

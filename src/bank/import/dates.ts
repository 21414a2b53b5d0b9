// Dates as staff lists write them, read as calendar dates without a time zone.
import { tidyText } from "../../school/typedText";
import { calendarDate, dateOfSerial, type CalendarDate } from "../../workbook/calendarDate";
import { certain, doubtful, meansNothing, NOTHING, type Reading } from "./reading";

const MONTHS = ["янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];
const ROMAN_MONTHS = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
/** What stands after a date and is no part of it: «(пр. № 112-к)», «, приказ № 5». */
const AFTER_DATE = /(\d(?:\s*г\.?)?)\s*(\([^()]*\)|[,;]?\s*(?:пр\.|приказ).*)$/;
const TIME_TAIL = "(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?Z?)?";

/** One way of writing a date: what it looks like, and its parts. */
const SHAPES: readonly { looks: RegExp; date: (match: readonly string[], thisYear: number) => CalendarDate | null }[] =
  [
    {
      looks: new RegExp(`^(\\d{1,2})[./, -](\\d{1,2})[./, -](\\d{4}|\\d{2})${TIME_TAIL}$`),
      date: ([, day, month, year], thisYear) => dated(fullYear(year, thisYear), month, day),
    },
    {
      looks: new RegExp(`^(\\d{4})[./-](\\d{1,2})[./-](\\d{1,2})${TIME_TAIL}$`),
      date: ([, year, month, day]) => dated(Number(year), month, day),
    },
    {
      looks: /^(\d{1,2})[ .-]*([а-я]+)\.?[ ,.-]*(\d{4}|\d{2})$/,
      date: ([, day, name, year], thisYear) => dated(fullYear(year, thisYear), monthNumber(name ?? ""), day),
    },
    {
      looks: /^(\d{1,2})[ .-]([ivxхі]{1,4})[ .-](\d{4}|\d{2})$/,
      date: ([, day, roman, year], thisYear) => dated(fullYear(year, thisYear), romanMonth(roman ?? ""), day),
    },
    {
      looks: /^(\d{5})(?:[.,]\d+)?$/,
      date: ([, serial]) => dateOfSerial(Number(serial)),
    },
  ];

/**
 * Reads a date: «01.09.2020», «1/9/20», «2020-09-01», «1 сентября 2020 г.», «01.09.2020 0:00:00», a spreadsheet's
 * day number. Two-digit years up to next year belong to this century.
 *
 * @param today ISO date; a date more than a year ahead or before 1930 is doubted
 */
export function readDate(raw: string, today: string): Reading<CalendarDate> {
  const text = tidyText(raw).toLowerCase();
  const rest = AFTER_DATE.exec(text)?.[2] ?? "";
  const read = bareDate(text.replace(AFTER_DATE, "$1"), raw, today);
  return read.value === null || rest === "" ? read : { ...read, doubt: `не перенесено: «${shorten(rest)}»` };
}

function bareDate(typed: string, raw: string, today: string): Reading<CalendarDate> {
  const text = typed
    .replace(/\s*\.\s*(?=\d)/g, ".")
    .replace(/[«»"„“”']/g, "")
    .replace(/(\d)\s*(?:г\.?|года|год|г\.\s*р\.?)$/, "$1")
    .replace(/^(?:с|от)\s+(?=\d)/, "");
  if (meansNothing(text)) return NOTHING;
  const thisYear = Number(today.slice(0, 4));
  for (const shape of SHAPES) {
    const match = shape.looks.exec(text);
    if (match) return checked(shape.date(match, thisYear), raw, thisYear);
  }
  if (/^\d{4}$/.test(text)) return doubtful(`указан только год: «${tidyText(raw)}»`);
  if (/^(?:\d{1,2}[./]|[а-я]+ )\d{4}$/.test(text)) return doubtful(`нет числа месяца: «${tidyText(raw)}»`);
  return doubtful(`не похоже на дату: «${shorten(raw)}»`);
}

/** Reads a year of birth from a year, or from a date of birth. */
export function readBirthYear(raw: string, today: string): Reading<number> {
  const text = tidyText(raw).replace(/(\d)\s*(?:г\.?\s*р?\.?|года?(?: рождения)?)$/i, "$1");
  const thisYear = Number(today.slice(0, 4));
  if (meansNothing(text)) return NOTHING;
  if (/^\d{4}$/.test(text)) return plausibleBirthYear(Number(text), thisYear);
  // «85»: in a column of birth years there is only one century to choose.
  if (/^\d{2}$/.test(text)) return plausibleBirthYear(fullYear(text, thisYear - 16), thisYear);
  const born = readDate(raw, today);
  if (born.value === null) return { value: null, doubt: born.doubt };
  return plausibleBirthYear(Number(born.value.slice(0, 4)), thisYear);
}

/** Whether the cell reads as a date for sure; used to recognise a column by its content. */
export function looksLikeDate(raw: string, today: string): boolean {
  return !/^\d{5}/.test(raw.trim()) && readDate(raw, today).value !== null;
}

function plausibleBirthYear(year: number, thisYear: number): Reading<number> {
  const age = thisYear - year;
  if (age < 16 || age > 95) return doubtful(`год рождения ${year} маловероятен`);
  return certain(year);
}

function checked(date: CalendarDate | null, raw: string, thisYear: number): Reading<CalendarDate> {
  if (!date) return doubtful(`такой даты не бывает: «${shorten(raw)}»`);
  const year = Number(date.slice(0, 4));
  return year < 1930 || year > thisYear + 1 ? doubtful(`дата маловероятна: «${shorten(raw)}»`) : certain(date);
}

function dated(year: number, month: string | number | undefined, day: string | undefined): CalendarDate | null {
  return calendarDate(year, Number(month), Number(day));
}

function fullYear(year: string | undefined, thisYear: number): number {
  const number = Number(year);
  if (year === undefined || year.length > 2) return number;
  const century = Math.floor(thisYear / 100) * 100;
  return century + number <= thisYear + 1 ? century + number : century - 100 + number;
}

/** Russian letters that look Roman are typed as often as Latin ones. */
function romanMonth(typed: string): number {
  return ROMAN_MONTHS.indexOf(typed.replace(/х/g, "x").replace(/і/g, "i")) + 1;
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((start) => name.startsWith(start)) + 1;
}

/** A cell's text as a message quotes it. */
export function shorten(raw: string): string {
  const text = tidyText(raw);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

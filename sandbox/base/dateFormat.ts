// `Utilities.formatDate`: Java's SimpleDateFormat in a named time zone, with English names as Google gives them.
import { GoogleError } from "../kernel/contract";
import { offsetOf, partsIn, type WallTime } from "../kernel/zonedTime";

/** English names, as Google gives them. */
export const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
export const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const DAY_MILLISECONDS = 86_400_000;

interface Moment extends WallTime {
  milliseconds: number;
  offsetMinutes: number;
  zone: string;
}

type Letter = (moment: Moment, width: number) => string;

const padded = (value: number, width: number): string => String(value).padStart(width, "0");
const dayOfYear = (moment: Moment): number =>
  (Date.UTC(moment.year, moment.month - 1, moment.day) - Date.UTC(moment.year, 0, 1)) / DAY_MILLISECONDS + 1;

/** What each letter prints; `width` is how often it is repeated. */
const LETTERS: Record<string, Letter> = {
  G: (moment) => (moment.year > 0 ? "AD" : "BC"),
  y: (moment, width) => (width === 2 ? padded(moment.year % 100, 2) : padded(moment.year, width)),
  // The year that the week belongs to: the classic trap of YYYY in place of yyyy.
  Y: (moment, width) => (width === 2 ? padded(weekYear(moment) % 100, 2) : padded(weekYear(moment), width)),
  M: (moment, width) => named(MONTHS, moment.month - 1, width) ?? padded(moment.month, width),
  L: (moment, width) => named(MONTHS, moment.month - 1, width) ?? padded(moment.month, width),
  d: (moment, width) => padded(moment.day, width),
  D: (moment, width) => padded(dayOfYear(moment), width),
  E: (moment, width) => (DAYS[moment.weekDay] ?? "").slice(0, width < 4 ? 3 : undefined),
  u: (moment, width) => padded(moment.weekDay === 0 ? 7 : moment.weekDay, width),
  F: (moment, width) => padded(Math.ceil(moment.day / 7), width),
  w: (moment, width) => padded(weekOfYear(moment), width),
  a: (moment) => (moment.hour < 12 ? "AM" : "PM"),
  H: (moment, width) => padded(moment.hour, width),
  k: (moment, width) => padded(moment.hour === 0 ? 24 : moment.hour, width),
  K: (moment, width) => padded(moment.hour % 12, width),
  h: (moment, width) => padded(moment.hour % 12 === 0 ? 12 : moment.hour % 12, width),
  m: (moment, width) => padded(moment.minute, width),
  s: (moment, width) => padded(moment.second, width),
  S: (moment, width) => padded(moment.milliseconds, width),
  z: (moment, width) => zoneName(moment, width),
  Z: (moment) => offset(moment, ""),
  X: (moment, width) =>
    moment.offsetMinutes === 0
      ? "Z"
      : width === 1
        ? offset(moment, "").slice(0, 3)
        : offset(moment, width === 2 ? "" : ":"),
};

/** The date as the pattern says, in that zone. Text in '…' stands for itself, '' is an apostrophe; unknown letters are an error. */
export function formatDate(date: Date, zone: string, pattern: string): string {
  const epoch = date.getTime();
  if (Number.isNaN(epoch)) throw new GoogleError("Invalid argument: date. Should be of type: Date");
  const moment: Moment = {
    ...partsIn(epoch, zone),
    milliseconds: ((epoch % 1000) + 1000) % 1000,
    offsetMinutes: offsetOf(epoch, zone) / 60_000,
    zone,
  };
  return pattern.replace(/''|'((?:[^']|'')*)'|([a-zA-Z])\2*/g, (whole: string, quoted?: string, letter?: string) => {
    if (whole === "''") return "'";
    if (quoted !== undefined) return quoted.replaceAll("''", "'");
    const print = LETTERS[letter ?? ""];
    if (!print) throw new GoogleError(`Illegal pattern character '${letter ?? ""}'`);
    return print(moment, whole.length);
  });
}

function named(names: string[], index: number, width: number): string | undefined {
  if (width < 3) return undefined;
  return width === 3 ? names[index]?.slice(0, 3) : names[index];
}

function offset(moment: Moment, separator: string): string {
  const minutes = Math.abs(moment.offsetMinutes);
  return `${moment.offsetMinutes < 0 ? "-" : "+"}${padded(Math.floor(minutes / 60), 2)}${separator}${padded(minutes % 60, 2)}`;
}

function zoneName(moment: Moment, width: number): string {
  if (moment.offsetMinutes === 0) return width < 4 ? "GMT" : "Greenwich Mean Time";
  return `GMT${offset(moment, ":")}`;
}

/** Weeks begin on Sunday, and the week of 1 January is the first: Java's week in the United States. */
function weekOfYear(moment: Moment): number {
  const first = new Date(Date.UTC(moment.year, 0, 1)).getUTCDay();
  return weekYear(moment) > moment.year ? 1 : Math.floor((dayOfYear(moment) - 1 + first) / 7) + 1;
}

function weekYear(moment: Moment): number {
  const saturday = new Date(Date.UTC(moment.year, moment.month - 1, moment.day + 6 - moment.weekDay));
  return saturday.getUTCFullYear();
}

// `Utilities.parseDate`: reads a date as Java's SimpleDateFormat does, leniently, in a named time zone.
import { GoogleError } from "../kernel/contract";
import { epochOf } from "../kernel/zonedTime";
import { DAYS, MONTHS } from "./dateFormat";

/** What has been read so far; `offset` in minutes wins over the zone. */
interface Reading {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  milliseconds: number;
  afternoon: boolean | null;
  offset: number | null;
}

type Put = (reading: Reading, value: number) => void;

/** Fields that are numbers. */
const NUMBERS: Record<string, Put> = {
  y: (reading, value) => (reading.year = value),
  M: (reading, value) => (reading.month = value),
  d: (reading, value) => (reading.day = value),
  H: (reading, value) => (reading.hour = value),
  k: (reading, value) => (reading.hour = value % 24),
  h: (reading, value) => (reading.hour = value % 12),
  K: (reading, value) => (reading.hour = value),
  m: (reading, value) => (reading.minute = value),
  s: (reading, value) => (reading.second = value),
  S: (reading, value) => (reading.milliseconds = value),
};

const TOKEN = /''|'((?:[^']|'')*)'|([a-zA-Z])\2*|[^a-zA-Z']+/g;

/** The moment that the text names. Text after the end of the pattern is ignored; values out of range roll over. */
export function parseDate(text: string, zone: string, pattern: string): Date {
  const reading: Reading = {
    year: 1970,
    month: 1,
    day: 1,
    hour: 0,
    minute: 0,
    second: 0,
    milliseconds: 0,
    afternoon: null,
    offset: null,
  };
  let at = 0;
  const tokens = [...pattern.matchAll(TOKEN)];
  tokens.forEach((token, index) => {
    const [whole, quoted, letter] = token;
    if (letter === undefined) {
      const literal = whole === "''" ? "'" : (quoted?.replaceAll("''", "'") ?? whole);
      if (!text.startsWith(literal, at)) throw unparseable(text);
      at += literal.length;
      return;
    }
    // Fields that touch are as wide as their letters: yyyyMMdd.
    const touching = tokens[index + 1]?.[2] !== undefined;
    at += readField(reading, letter, whole.length, text.slice(at), touching, text);
  });
  if (reading.afternoon === true) reading.hour += 12;
  const epoch = reading.offset === null ? epochOf(reading, zone) : epochOf(reading, "UTC") - reading.offset * 60_000;
  return new Date(epoch + reading.milliseconds);
}

/** Reads one field at the start of `rest` and says how long it was. */
function readField(
  reading: Reading,
  letter: string,
  width: number,
  rest: string,
  touching: boolean,
  text: string,
): number {
  if (letter === "M" && width > 2) return readName(rest, MONTHS, (index) => (reading.month = index + 1), text);
  if (letter === "E") return readName(rest, DAYS, () => undefined, text);
  if (letter === "a") return readName(rest, ["AM", "PM"], (index) => (reading.afternoon = index === 1), text);
  if ("ZXz".includes(letter)) return readOffset(reading, rest, text);
  const put = NUMBERS[letter];
  if (!put) throw new GoogleError(`Illegal pattern character '${letter}'`);
  const digits = new RegExp(`^\\d{1,${touching ? width : 10}}`).exec(rest)?.[0];
  if (digits === undefined) throw unparseable(text);
  const value = Number(digits);
  // Java: within 80 years before and 20 after now (2026).
  put(reading, letter === "y" && width <= 2 && digits.length === 2 ? value + (value > 46 ? 1900 : 2000) : value);
  return digits.length;
}

function readName(rest: string, names: string[], put: (index: number) => void, text: string): number {
  for (const [index, name] of names.entries()) {
    for (const form of [name, name.slice(0, 3)]) {
      if (rest.toLowerCase().startsWith(form.toLowerCase())) {
        put(index);
        return form.length;
      }
    }
  }
  throw unparseable(text);
}

function readOffset(reading: Reading, rest: string, text: string): number {
  const found = /^(?:Z|(?:GMT|UTC)?([+-])(\d{1,2}):?(\d{2})?|GMT|UTC)/.exec(rest);
  if (!found) throw unparseable(text);
  const minutes = Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
  reading.offset = found[1] === "-" ? -minutes : minutes;
  return found[0].length;
}

function unparseable(text: string): GoogleError {
  return new GoogleError(`Unparseable date: "${text}"`);
}

// Shows a value by a number format pattern, as the cell on the screen would.
import type { CellValue } from "./model";
import type { Locale } from "./locales";
import { readSerial, type ClockReading } from "./serials";

type Token =
  | { kind: "literal"; text: string }
  | { kind: "digits"; pattern: string }
  | { kind: "exponent"; digits: number }
  | { kind: "date"; code: string }
  | { kind: "elapsed"; unit: string; width: number }
  | { kind: "percent" }
  | { kind: "text" }
  | { kind: "general" };

interface Section {
  tokens: Token[];
  isDate: boolean;
  twelveHours: boolean;
}

/** Ways a token can begin, tried in order. */
const TOKENS: [RegExp, (match: RegExpExecArray) => Token | null][] = [
  [/^"([^"]*)"/, (m) => ({ kind: "literal", text: m[1] ?? "" })],
  [/^\\(.)/s, (m) => ({ kind: "literal", text: m[1] ?? "" })],
  [/^_./s, () => ({ kind: "literal", text: " " })],
  [/^\*./s, () => null],
  [/^\[\$([^\]-]*)[^\]]*\]/, (m) => ({ kind: "literal", text: m[1] ?? "" })],
  [
    /^\[(h+|m+|s+)\]/i,
    (m) => ({ kind: "elapsed", unit: (m[1] ?? "h").charAt(0).toLowerCase(), width: (m[1] ?? "").length }),
  ],
  [/^\[[^\]]*\]/, () => null],
  [/^general/i, () => ({ kind: "general" })],
  [/^(am\/pm|a\/p)/i, () => ({ kind: "date", code: "ampm" })],
  [/^(y+|d+|h+|s+)/i, (m) => ({ kind: "date", code: (m[1] ?? "").toLowerCase() })],
  [/^M+/, (m) => ({ kind: "date", code: m[0].toLowerCase() })],
  [/^m+/, (m) => ({ kind: "date", code: m[0] })],
  [/^E([+-])(0+)/i, (m) => ({ kind: "exponent", digits: (m[2] ?? "").length })],
  [/^[#0?][#0?,]*(?:[ \u00a0](?=[#0?]{3})[#0?]+)*(?:\.[#0?]*)?,*/, (m) => ({ kind: "digits", pattern: m[0] })],
  [/^\.[#0?]+/, (m) => ({ kind: "digits", pattern: m[0] })],
  [/^%/, () => ({ kind: "percent" })],
  [/^@/, () => ({ kind: "text" })],
];

function readToken(rest: string): { token: Token | null; length: number } {
  for (const [pattern, make] of TOKENS) {
    const match = pattern.exec(rest);
    if (match) return { token: make(match), length: match[0].length };
  }
  return { token: { kind: "literal", text: rest.charAt(0) }, length: 1 };
}

/** `m` next to hours or seconds is minutes; elsewhere months. */
function tellMinutes(tokens: Token[]): void {
  const codes = tokens.filter((token) => token.kind === "date" || token.kind === "elapsed");
  codes.forEach((token, index) => {
    if (token.kind !== "date" || !/^m{1,2}$/.test(token.code)) return;
    const before = codes[index - 1];
    const after = codes[index + 1];
    const follows = before && (before.kind === "elapsed" ? before.unit === "h" : before.code.startsWith("h"));
    const precedes = after && (after.kind === "date" ? after.code.startsWith("s") : after.unit === "s");
    if (follows || precedes) token.code = token.code === "m" ? "i" : "ii";
  });
}

function readSection(pattern: string): Section {
  const tokens: Token[] = [];
  for (let at = 0; at < pattern.length;) {
    const { token, length } = readToken(pattern.slice(at));
    if (token) tokens.push(token);
    at += length;
  }
  tellMinutes(tokens);
  return {
    tokens,
    isDate: tokens.some((token) => token.kind === "date" || token.kind === "elapsed"),
    twelveHours: tokens.some((token) => token.kind === "date" && token.code === "ampm"),
  };
}

const known = new Map<string, Section[]>();

function sectionsOf(format: string): Section[] {
  let sections = known.get(format);
  if (!sections) {
    const parts = format.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;"\\[])+|(?<=;|^)(?=;|$)/gs) ?? [format];
    sections = parts.map(readSection);
    known.set(format, sections);
  }
  return sections;
}

/** How Google names the automatic format to scripts. */
export const AUTOMATIC = "0.###############";

/** Whether a pattern is "automatic": no format of its own. */
export function isGeneral(format: string | undefined): boolean {
  return format === undefined || format === "" || format === AUTOMATIC || /^general$/i.test(format);
}

/** Whether a number under this pattern is a date or a time, which decides if a script is given a Date. */
export function isDateFormat(format: string | undefined): boolean {
  return format !== undefined && !isGeneral(format) && (sectionsOf(format)[0]?.isDate ?? false);
}

function plainNumber(value: number, locale: Locale): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-9)) {
    return value
      .toExponential(5)
      .replace(/\.?0+e/, "e")
      .replace("e", "E")
      .replace(/E([+-])(\d)$/, "E$10$2")
      .replace(".", locale.decimal);
  }
  const whole = Math.trunc(size).toString().length;
  return String(Number(value.toFixed(Math.min(10, Math.max(0, 15 - whole))))).replace(".", locale.decimal);
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** How each date code reads. */
const DATE_CODES: Record<string, (at: ClockReading, locale: Locale, hour: number) => string> = {
  d: (at) => String(at.day),
  dd: (at) => pad(at.day, 2),
  ddd: (at, locale) => locale.shortWeekdays[at.weekday] ?? "",
  dddd: (at, locale) => locale.weekdays[at.weekday] ?? "",
  m: (at) => String(at.month),
  mm: (at) => pad(at.month, 2),
  mmm: (at, locale) => locale.shortMonths[at.month - 1] ?? "",
  mmmm: (at, locale) => locale.months[at.month - 1] ?? "",
  mmmmm: (at, locale) => (locale.months[at.month - 1] ?? "").charAt(0),
  y: (at) => pad(at.year % 100, 2),
  yy: (at) => pad(at.year % 100, 2),
  h: (_at, _locale, hour) => String(hour),
  hh: (_at, _locale, hour) => pad(hour, 2),
  i: (at) => String(at.minute),
  ii: (at) => pad(at.minute, 2),
  s: (at) => String(at.second),
  ss: (at) => pad(at.second, 2),
  ampm: (at) => (at.hour < 12 ? "AM" : "PM"),
};

const ELAPSED: Record<string, number> = { h: 24, m: 1440, s: 86_400 };

function showDate(section: Section, serial: number, locale: Locale): string {
  const at = readSerial(serial);
  const hour = section.twelveHours ? at.hour % 12 || 12 : at.hour;
  return section.tokens
    .map((token) => {
      if (token.kind === "literal") return token.text;
      if (token.kind === "elapsed") return pad(Math.floor(serial * (ELAPSED[token.unit] ?? 24) + 1e-6), token.width);
      if (token.kind === "digits") return token.pattern.replace(/[0#?]+/, pad(at.millisecond, 3));
      if (token.kind !== "date") return "";
      const show = DATE_CODES[token.code] ?? (token.code.startsWith("y") ? (): string => pad(at.year, 4) : undefined);
      return show ? show(at, locale, hour) : token.code;
    })
    .join("");
}

function showDigits(pattern: string, value: number, locale: Locale): string {
  const scale = /,+$/.exec(pattern)?.[0].length ?? 0;
  const [whole = "", part = ""] = pattern.replace(/,+$/, "").split(".");
  const [digits = "0", decimals = ""] = roundHalfUp(value / 1000 ** scale, part.length).split(".");
  const zeros = (text: string): number => text.split("0").length - 1;
  let integer = digits === "0" && zeros(whole) === 0 ? "" : digits.padStart(zeros(whole), "0");
  if (/[, \u00a0]/.test(whole)) integer = integer.replace(/\B(?=(\d{3})+(?!\d))/g, locale.group);
  let fraction = decimals;
  while (fraction.length > zeros(part) && fraction.endsWith("0")) fraction = fraction.slice(0, -1);
  return fraction === "" ? integer : `${integer}${locale.decimal}${fraction}`;
}

/** Rounds as a person would (1.005 → 1.01), which toFixed does not. */
function roundHalfUp(value: number, places: number): string {
  if (Math.abs(value) >= 1e15) return value.toFixed(places);
  const shifted = Number(`${Math.abs(value)}e${places}`);
  return Number.isFinite(shifted) ? (Math.round(shifted + 1e-9) / 10 ** places).toFixed(places) : value.toFixed(places);
}

function showNumber(section: Section, value: number, locale: Locale): string {
  let rest = value;
  for (const token of section.tokens) if (token.kind === "percent") rest *= 100;
  const exponent = section.tokens.find((token) => token.kind === "exponent");
  const power = exponent && rest !== 0 ? Math.floor(Math.log10(rest)) : 0;
  if (exponent) rest /= 10 ** power;
  let shown = false;
  return section.tokens
    .map((token) => {
      if (token.kind === "literal") return token.text;
      if (token.kind === "percent") return "%";
      if (token.kind === "general" || token.kind === "text") return plainNumber(rest, locale);
      if (token.kind === "exponent") return `E${power < 0 ? "-" : "+"}${pad(Math.abs(power), token.digits)}`;
      if (token.kind !== "digits" || shown) return "";
      shown = true;
      return showDigits(token.pattern, rest, locale);
    })
    .join("");
}

function showText(sections: Section[], text: string): string {
  const section = sections[3] ?? (sections.length === 1 ? sections[0] : undefined);
  if (!section?.tokens.some((token) => token.kind === "text")) return text;
  return section.tokens
    .map((token) => (token.kind === "text" ? text : token.kind === "literal" ? token.text : ""))
    .join("");
}

function pickSection(sections: Section[], value: number): { section: Section | undefined; signed: boolean } {
  if (value < 0 && sections[1]) return { section: sections[1], signed: false };
  if (value === 0 && sections[2]) return { section: sections[2], signed: false };
  return { section: sections[0], signed: value < 0 };
}

/**
 * The text a cell shows.
 * @param format number format pattern; absent means automatic
 */
export function displayValue(value: CellValue, format: string | undefined, locale: Locale): string {
  if (typeof value === "boolean") return value ? locale.trueText : locale.falseText;
  const sections = isGeneral(format) ? null : sectionsOf(format ?? "");
  if (typeof value === "string") return sections ? showText(sections, value) : value;
  if (!sections) return plainNumber(value, locale);
  const { section, signed } = pickSection(sections, value);
  if (!section) return plainNumber(value, locale);
  if (section.isDate) return showDate(section, value, locale);
  const shown = showNumber(section, Math.abs(value), locale);
  return signed && /[1-9]/.test(shown) ? `-${shown}` : shown;
}

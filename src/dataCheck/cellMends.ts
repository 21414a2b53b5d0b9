// How one cell is written as it should be without changing what it means: spaces, letters, dates and numbers as text.
import * as z from "zod";
import { readEmail, readPhone } from "../bank/import/contacts";
import { readDate } from "../bank/import/dates";
import { type Cell, sameCell } from "../google/cell";
import { readFullName } from "../school/fullName";
import { mendCyrillic, mendCyrillicName, mendLatin, textKey, tidyText } from "../school/typedText";
import { type CalendarDate, dateOfSerial, parseDate } from "../workbook/calendarDate";
import { textOf } from "../workbook/cellReading";
import { type AnyColumn, type ColumnFacts, factsOf, isBlank } from "../workbook/column";

/** What is wrong with a cell that can be mended without asking what was meant. */
export type CellFault =
  "spaces" | "lookalikes" | "nameCase" | "dictionary" | "phone" | "email" | "textDate" | "typedValue" | "ambiguousDate";

/** `to` is null where the cell cannot be mended without a person. */
export interface CellMend {
  fault: CellFault;
  to: Cell | null;
}

/** What mending needs to know beside the cell. */
export interface MendTerms {
  today: CalendarDate;
  /** Whether the column holds full names of people. */
  isName: boolean;
  /** The dictionary's own word for a typed one; null if it has none. */
  wordFor: (dictionary: string, typed: string) => string | null;
}

type Mender = (cell: Cell, facts: ColumnFacts, terms: MendTerms, column: AnyColumn) => CellMend | null;

const MENDERS: Readonly<Partial<Record<ColumnFacts["kind"], Mender>>> = {
  text: mendText,
  longText: mendText,
  entry: mendWords,
  entries: mendWords,
  choice: mendTyped,
  choices: mendTyped,
  number: mendTyped,
  flag: mendTyped,
  ref: mendTyped,
  refs: mendTyped,
  email: mendEmail,
  phone: mendPhone,
  date: mendDate,
};

/** The program's own words are looked after by the program. */
const WORDS: readonly string[] = ["text", "longText", "entry", "entries"];

/** Tells what is wrong with the way a cell is written, and how it should be; null if nothing is. */
export type CellMender = (cell: Cell) => CellMend | null;

/** The mender of a column; null for columns that only the program writes. Equal cells are looked at once. */
export function cellMender(column: AnyColumn, terms: MendTerms): CellMender | null {
  const facts = factsOf(column);
  const mender = MENDERS[facts.kind];
  const own = facts.hidden || (facts.filled && WORDS.includes(facts.kind));
  if (!mender || own) return null;
  const known = new Map<Cell, CellMend | null>();
  return (cell) => {
    if (isBlank(cell) || typeof cell === "object") return null;
    const before = known.get(cell);
    if (before !== undefined) return before;
    const mend = mender(cell, facts, terms, column);
    const found = mend === null || (mend.to !== null && sameCell(mend.to, cell)) ? null : mend;
    known.set(cell, found);
    return found;
  };
}

/** The key under which words of a dictionary are the same: letter case, ё, spaces, dashes and the alphabet do not count. */
export function wordKey(word: string): string {
  return textKey(mendCyrillic(word)).replace(/ ?- ?/g, "-");
}

function mendText(cell: Cell, facts: ColumnFacts, { isName }: MendTerms): CellMend | null {
  if (typeof cell !== "string") return null;
  const tidy = tidyLines(cell, facts.kind === "longText");
  const hasAddress = /@|:\/\//.test(tidy);
  const plain = hasAddress ? tidy : isName ? mendCyrillicName(tidy) : mendCyrillic(tidy);
  const cased = isName ? properName(plain) : plain;
  if (cased !== plain) return { fault: "nameCase", to: cased };
  if (plain !== tidy) return { fault: "lookalikes", to: plain };
  return tidy === cell ? null : { fault: "spaces", to: tidy };
}

/** Line by line: a list that was typed into one cell stays a list. Single unbreakable spaces of a longer text are meant. */
function tidyLines(text: string, long: boolean): string {
  const tidyLine = (line: string): string =>
    long ? line.replace(/[ \u00a0]{2,}|\t+/g, " ").replace(/^[ \u00a0]+|[ \u00a0]+$/g, "") : tidyText(line);
  return text
    .split(/\r\n?|\n/)
    .map(tidyLine)
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

/** The name with capital letters and spaces where they belong; unchanged where anything else would change. */
function properName(name: string): string {
  const { fullName, doubt } = readFullName(name);
  const letters = (text: string): string =>
    text
      .toLowerCase()
      .replace(/[\s.]/g, "")
      .replace(/[‐‑‒–—−]/g, "-");
  return doubt === null && letters(fullName) === letters(name) ? fullName : name;
}

function mendWords(cell: Cell, facts: ColumnFacts, { wordFor }: MendTerms): CellMend | null {
  const { dictionary = "", kind } = facts;
  if (typeof cell !== "string") return null;
  const known = (word: string): string | null => wordFor(dictionary, word);
  const parts = (kind === "entry" ? [cell] : cell.split(/[;\n]/)).flatMap((part) => {
    const pieces = part.split(",");
    // Google's own multiple drop-down joins with a comma.
    const isList = kind === "entries" && known(part) === null && pieces.every((piece) => known(piece) !== null);
    return isList ? pieces : [part];
  });
  const tidy = parts.map((part) => tidyText(part)).filter((part) => part !== "");
  const words = [...new Set(tidy.map((part) => known(part) ?? part))];
  const to = words.join("; ");
  if (words.some((word, index) => word !== tidy[index])) return { fault: "dictionary", to };
  return to === cell
    ? null
    : { fault: parts.length > 1 && !/\s{2}|\u00a0|^\s|\s$/.test(cell) ? "typedValue" : "spaces", to };
}

/** A value that the column reads is written as the program writes it; what it means cannot change. */
function mendTyped(cell: Cell, _: ColumnFacts, __: MendTerms, column: AnyColumn): CellMend | null {
  if (typeof cell !== "string") return null;
  const reading = z.safeDecode(column, cell);
  const written = reading.success ? z.safeEncode(column, reading.data) : null;
  return written?.success === true ? { fault: "typedValue", to: written.data } : null;
}

/** The address is the same but for spaces, letter case, look-alikes and a comma typed for a full stop. */
function mendEmail(cell: Cell): CellMend | null {
  const typed = tidyText(textOf(cell))
    .toLowerCase()
    .replace(/^mailto:\s*/, "");
  const plain = mendLatin(typed.replace(/(\S)\s*,\s*(?=[a-zа-я]{2,}$)/, "$1.").replace(/\s+/g, ""));
  if (plain.split("@").length !== 2 || readEmail(plain).value !== plain) return null;
  return { fault: "email", to: plain };
}

function mendPhone(cell: Cell): CellMend | null {
  const typed = tidyText(textOf(cell));
  const { value, doubt } = readPhone(typed);
  const onlyNumber = typed.replace(/^(?:тел|моб|сот)[а-я]*[.:]?\s*/i, "");
  if (value === null || doubt !== null || !/^[+\d\s()./–—-]+$/.test(onlyNumber)) return null;
  return { fault: "phone", to: value };
}

const LATE = "2060-12-31";
const EARLY = "1930-01-01";

/** A date typed as text becomes a date, unless it may be read in two ways. */
function mendDate(cell: Cell, _: ColumnFacts, { today }: MendTerms): CellMend | null {
  if (typeof cell === "object" || typeof cell === "boolean") return null;
  const typed = tidyText(String(cell));
  const found = typeof cell === "number" ? dateOfSerial(cell) : (parseDate(typed) ?? dateInWords(typed, today));
  // A bare year is a small serial number: a day in the first years of the twentieth century.
  if (found === null || found < EARLY || found > LATE || (typeof cell === "number" && found < "1960-01-01"))
    return null;
  if (isAmbiguous(typed)) return { fault: "ambiguousDate", to: null };
  return { fault: "textDate", to: { date: found, time: "00:00:00" } };
}

function dateInWords(typed: string, today: CalendarDate): CalendarDate | null {
  if (/^\d{5}/.test(typed)) return null;
  const { value, doubt } = readDate(typed, today);
  return doubt === null ? value : null;
}

/** «05/06/2026» may be meant the American way, «05.06.30» may be this century or the last. */
function isAmbiguous(typed: string): boolean {
  const [, one = "", sign = "", other = "", year = ""] =
    /^(\d{1,2})([-./, ])(\d{1,2})[-./, ](\d{2,4})\b/.exec(typed) ?? [];
  if (one === "") return false;
  return (
    year.length === 2 || (sign === "/" && Number(one) <= 12 && Number(other) <= 12 && Number(one) !== Number(other))
  );
}

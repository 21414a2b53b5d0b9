// Decides criteria: those of data validation, filters and conditional formats, on values as cells hold them.
import type { CellValue, Place, SpreadsheetData, StoredArgument, Validation } from "./model";
import { cellAt } from "./cells";
import { formatAt, valueAt } from "./formulas";
import { localeOf } from "./locales";
import { displayValue, isDateFormat } from "./numberFormat";
import { serialOf } from "./serials";

/** What a test of one cell needs to know. */
export interface Candidate {
  book: SpreadsheetData;
  now: number;
  value: CellValue;
  /** How the cell shows the value. */
  shown: string;
  isDate: boolean;
}

type Test = (candidate: Candidate, values: StoredArgument[]) => boolean;

/** A stored argument as a number comparable with a cell's value: dates as serial numbers. */
function numberOf(argument: StoredArgument | undefined, candidate: Candidate): number {
  if (typeof argument === "number") return argument;
  if (typeof argument === "object" && "instant" in argument)
    return Math.floor(serialOf(argument.instant, candidate.book.timeZone));
  if (typeof argument === "object" && "relative" in argument) return relativeDate(argument.relative, candidate);
  return Number(argument);
}

const RELATIVE_DAYS: Record<string, number> = {
  TODAY: 0,
  TOMORROW: 1,
  YESTERDAY: -1,
  PAST_WEEK: -7,
  PAST_MONTH: -30,
  PAST_YEAR: -365,
};

function relativeDate(name: string, candidate: Candidate): number {
  return Math.floor(serialOf(candidate.now, candidate.book.timeZone)) + (RELATIVE_DAYS[name] ?? 0);
}

function comparing(compare: (value: number, first: number, second: number) => boolean, date: boolean): Test {
  return (candidate, values) => {
    if (typeof candidate.value !== "number" || (date && !candidate.isDate)) return false;
    const value = date ? Math.floor(candidate.value) : candidate.value;
    const first = numberOf(values[0], candidate);
    const second = values.length > 1 ? numberOf(values[1], candidate) : first;
    return compare(value, Math.min(first, second), Math.max(first, second));
  };
}

function texts(compare: (text: string, wanted: string) => boolean): Test {
  return ({ shown }, values) => compare(shown.toLowerCase(), textOf(values[0]).toLowerCase());
}

function textOf(argument: StoredArgument | undefined): string {
  return argument === undefined || typeof argument === "object" ? "" : String(argument);
}

/** What places show, kept until their spreadsheet changes: a block of cells is tested against one list. */
const lists = new WeakMap<SpreadsheetData, { revision: number; now: number; texts: Map<string, Set<string>> }>();

function inRange({ book, now, shown }: Candidate, place: Place): boolean {
  let known = lists.get(book);
  if (known?.revision !== book.revision || known.now !== now) {
    known = { revision: book.revision, now, texts: new Map() };
    lists.set(book, known);
  }
  const key = JSON.stringify(place);
  const texts = known.texts.get(key) ?? new Set(placeTexts(book, place, now));
  known.texts.set(key, texts);
  return texts.has(shown);
}

/** What the cells of a place show, row by row, without the empty ones. */
export function placeTexts(book: SpreadsheetData, place: Place, now: number): string[] {
  const sheet = book.sheets.find(({ id }) => id === place.sheetId);
  if (!sheet) return [];
  const found: string[] = [];
  const lastRow = Math.min(place.row + place.rows - 1, sheet.rows.length);
  for (let row = place.row; row <= lastRow; row++) {
    for (let column = place.column; column < place.column + place.columns; column++) {
      const cell = cellAt(sheet, row, column);
      if (cell?.v === undefined && cell?.f === undefined) continue;
      const value = valueAt(book, sheet, row, column, now);
      if (value !== "") found.push(displayValue(value, formatAt(book, sheet, cell), localeOf(book.locale)));
    }
  }
  return found;
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const URL_PATTERN = /^(https?:\/\/)?[^\s/$.?#]+\.[^\s]+$/i;

/** Every criterion that is decided. A custom formula is not computed: it holds. */
const TESTS: Record<string, Test> = {
  CELL_EMPTY: ({ value }) => value === "",
  CELL_NOT_EMPTY: ({ value }) => value !== "",
  DATE_IS_VALID_DATE: ({ value, isDate }) => typeof value === "number" && isDate,
  DATE_AFTER: comparing((value, first) => value > first, true),
  DATE_BEFORE: comparing((value, first) => value < first, true),
  DATE_BETWEEN: comparing((value, first, second) => value >= first && value <= second, true),
  DATE_NOT_BETWEEN: comparing((value, first, second) => value < first || value > second, true),
  DATE_EQUAL_TO: comparing((value, first) => value === first, true),
  DATE_ON_OR_AFTER: comparing((value, first) => value >= first, true),
  DATE_ON_OR_BEFORE: comparing((value, first) => value <= first, true),
  DATE_AFTER_RELATIVE: comparing((value, first) => value > first, true),
  DATE_BEFORE_RELATIVE: comparing((value, first) => value < first, true),
  DATE_EQUAL_TO_RELATIVE: comparing((value, first) => value === first, true),
  NUMBER_BETWEEN: comparing((value, first, second) => value >= first && value <= second, false),
  NUMBER_NOT_BETWEEN: comparing((value, first, second) => value < first || value > second, false),
  NUMBER_EQUAL_TO: comparing((value, first) => value === first, false),
  NUMBER_NOT_EQUAL_TO: comparing((value, first) => value !== first, false),
  NUMBER_GREATER_THAN: comparing((value, first) => value > first, false),
  NUMBER_GREATER_THAN_OR_EQUAL_TO: comparing((value, first) => value >= first, false),
  NUMBER_LESS_THAN: comparing((value, first) => value < first, false),
  NUMBER_LESS_THAN_OR_EQUAL_TO: comparing((value, first) => value <= first, false),
  TEXT_CONTAINS: texts((text, wanted) => text.includes(wanted)),
  TEXT_DOES_NOT_CONTAIN: texts((text, wanted) => !text.includes(wanted)),
  TEXT_EQUAL_TO: texts((text, wanted) => text === wanted),
  TEXT_STARTS_WITH: texts((text, wanted) => text.startsWith(wanted)),
  TEXT_ENDS_WITH: texts((text, wanted) => text.endsWith(wanted)),
  TEXT_IS_VALID_EMAIL: ({ value }) => typeof value === "string" && EMAIL.test(value),
  TEXT_IS_VALID_URL: ({ value }) => typeof value === "string" && URL_PATTERN.test(value),
  VALUE_IN_LIST: ({ shown, value }, values) => values.some((wanted) => textOf(wanted) === shown || wanted === value),
  VALUE_IN_RANGE: (candidate, values) => {
    const [argument] = values;
    return typeof argument === "object" && "place" in argument && inRange(candidate, argument.place);
  },
  CHECKBOX: ({ value }, values) => (values.length === 0 ? typeof value === "boolean" : values.includes(value)),
};

/** Whether a criterion holds for a candidate. */
export function holds(criteria: string, values: StoredArgument[], candidate: Candidate): boolean {
  return TESTS[criteria]?.(candidate, values) ?? true;
}

/** A value with the look it would have in a cell, ready to be tested. */
export function candidateOf(
  book: SpreadsheetData,
  value: CellValue,
  format: string | undefined,
  now: number,
): Candidate {
  return { book, now, value, shown: displayValue(value, format, localeOf(book.locale)), isDate: isDateFormat(format) };
}

/** Google's complaint about a value that a rule does not allow; null if the rule lets it pass. */
export function complaint(rule: Validation, candidate: Candidate, a1: string): string | null {
  if (rule.allowInvalid || candidate.value === "" || holds(rule.criteria, rule.values, candidate)) return null;
  const base = `The data you entered in cell ${a1} violates the data validation rules set on this cell.`;
  if (rule.help !== null && rule.help !== "") return `${base} ${rule.help}`;
  if (rule.criteria !== "VALUE_IN_LIST") return base;
  return `${base} Please enter one of the following values: ${rule.values.map(textOf).join(", ")}.`;
}

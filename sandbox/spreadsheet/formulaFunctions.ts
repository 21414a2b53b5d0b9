// Worksheet functions that the formula library lacks, or that must use the world's clock and the spreadsheet's locale.
import FormulaParser, { type Argument, type Value } from "fast-formula-parser";
import { localeOf } from "./locales";
import { displayValue } from "./numberFormat";

const { FormulaError } = FormulaParser;

/** What the functions need to know of the calculation under way. */
export interface Surroundings {
  /** Now, as a serial number in the spreadsheet's time zone. */
  now(): number;
  localeCode(): string;
}

type Fn = (...args: Argument[]) => Value;

function block(argument: Argument | undefined): Value[][] {
  if (!argument) return [];
  return Array.isArray(argument.value) ? argument.value : [[argument.value]];
}

function flat(args: Argument[]): Value[] {
  return args.flatMap((argument) => block(argument).flat());
}

function single(argument: Argument | undefined): Value {
  return block(argument)[0]?.[0] ?? null;
}

function stop(value: Value): Value {
  if (value instanceof FormulaError) throw value;
  return value;
}

function numberOf(argument: Argument | undefined, fallback?: number): number {
  const value = stop(single(argument));
  if (value === null && fallback !== undefined) return fallback;
  const number = typeof value === "string" && value.trim() === "" ? NaN : Number(value);
  if (Number.isNaN(number)) throw FormulaError.VALUE;
  return number;
}

function textOf(value: Value): string {
  stop(value);
  if (value === null) return "";
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

/** Numbers of a range; text and booleans in cells do not count. */
function numbers(args: Argument[]): number[] {
  return flat(args).filter((value): value is number => typeof stop(value) === "number");
}

function wildcard(pattern: string): RegExp {
  const source = pattern.replace(
    /~([*?~])|([*?])|[.+^${}()|[\]\\]/g,
    (all, escaped: string | undefined, wild: string | undefined) => {
      if (escaped !== undefined) return `\\${escaped}`;
      return wild === undefined ? `\\${all}` : wild === "*" ? ".*" : ".";
    },
  );
  return new RegExp(`^${source}$`, "isu");
}

const COMPARE: Record<string, (a: number, b: number) => boolean> = {
  ">": (a, b) => a > b,
  "<": (a, b) => a < b,
  ">=": (a, b) => a >= b,
  "<=": (a, b) => a <= b,
};

/** Turns a criterion such as ">=5", "<>", "Ив*" or TRUE into a test. */
function criterion(value: Value): (cell: Value) => boolean {
  if (typeof value !== "string") return (cell) => cell === value || (value === null && cell === "");
  const match = /^(>=|<=|<>|>|<|=)?(.*)$/s.exec(value);
  const [sign, operand] = [match?.[1] ?? "=", match?.[2] ?? ""];
  const compare = COMPARE[sign];
  const asNumber = operand.trim() === "" ? NaN : Number(operand.replace(",", "."));
  if (compare) return (cell) => typeof cell === "number" && !Number.isNaN(asNumber) && compare(cell, asNumber);
  const same = equality(operand, asNumber);
  return sign === "<>" ? (cell) => !same(cell) : same;
}

function equality(operand: string, asNumber: number): (cell: Value) => boolean {
  if (operand === "") return (cell) => cell === null || cell === "";
  if (!Number.isNaN(asNumber)) return (cell) => cell === asNumber || cell === operand;
  if (/^(true|false)$/i.test(operand)) return (cell) => cell === (operand.toLowerCase() === "true");
  const pattern = wildcard(operand);
  return (cell) => typeof cell === "string" && pattern.test(cell);
}

/** Positions at which all criteria hold. */
function matches(pairs: Argument[]): boolean[] {
  const kept: boolean[] = [];
  for (let at = 0; at + 1 < pairs.length; at += 2) {
    const test = criterion(single(pairs[at + 1]));
    block(pairs[at])
      .flat()
      .forEach((cell, index) => (kept[index] = (kept[index] ?? true) && test(cell)));
  }
  return kept;
}

function chosen(args: Argument[]): number[] {
  const [values, ...pairs] = args;
  const kept = matches(pairs);
  return block(values)
    .flat()
    .filter((value, index): value is number => kept[index] === true && typeof value === "number");
}

function match(args: Argument[]): number {
  const [wantedArgument, list, mode] = args;
  const wanted = stop(single(wantedArgument));
  const cells = block(list).flat();
  const type = numberOf(mode, 1);
  if (type === 0) {
    const test = typeof wanted === "string" ? equality(wanted, NaN) : (cell: Value): boolean => cell === wanted;
    const found = cells.findIndex(test);
    if (found < 0) throw FormulaError.NA;
    return found + 1;
  }
  let best = 0;
  cells.forEach((cell, index) => {
    if (typeof cell !== typeof wanted || cell === null || wanted === null) return;
    if (type > 0 ? cell <= wanted : cell >= wanted) best = index + 1;
  });
  if (best === 0) throw FormulaError.NA;
  return best;
}

function nth(args: Argument[], order: (a: number, b: number) => number): number {
  const sorted = numbers(args.slice(0, 1)).sort(order);
  const found = sorted[numberOf(args[1]) - 1];
  if (found === undefined) throw FormulaError.NUM;
  return found;
}

/** The greatest or least; 0 where there is no number, as in Google. */
function extreme(values: number[], better: (a: number, b: number) => number): number {
  return values.length === 0 ? 0 : values.reduce(better);
}

function average(values: number[]): number {
  if (values.length === 0) throw FormulaError.DIV0;
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function median(values: number[]): number {
  if (values.length === 0) throw FormulaError.NUM;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return average(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1));
}

function substitute(args: Argument[]): string {
  const [text, from, to] = [textOf(single(args[0])), textOf(single(args[1])), textOf(single(args[2]))];
  if (from === "") return text;
  if (args.length < 4) return text.split(from).join(to);
  const parts = text.split(from);
  const nthPart = numberOf(args[3]);
  return parts.length <= nthPart
    ? text
    : `${parts.slice(0, nthPart).join(from)}${to}${parts.slice(nthPart).join(from)}`;
}

const isBlank = (value: Value): boolean => value === null || value === "";

/** The functions by their English names. */
export function ownFunctions(around: Surroundings): Record<string, Fn> {
  return {
    TODAY: () => Math.floor(around.now()),
    NOW: () => around.now(),
    TEXT: (value, format) => {
      const shown = single(value);
      if (shown instanceof FormulaError) throw shown;
      return displayValue(shown ?? "", textOf(single(format)), localeOf(around.localeCode()));
    },
    COUNTA: (...args) => flat(args).filter((value) => value !== null).length,
    COUNTBLANK: (...args) => flat(args).filter(isBlank).length,
    COUNTUNIQUE: (...args) => new Set(flat(args).filter((value) => !isBlank(value))).size,
    COUNTIF: (range, wanted) =>
      block(range)
        .flat()
        .filter(criterion(single(wanted))).length,
    COUNTIFS: (...args) => matches(args).filter(Boolean).length,
    SUMIFS: (...args) => chosen(args).reduce((sum, value) => sum + value, 0),
    AVERAGEIFS: (...args) => average(chosen(args)),
    MAXIFS: (...args) => extreme(chosen(args), (a, b) => Math.max(a, b)),
    MINIFS: (...args) => extreme(chosen(args), (a, b) => Math.min(a, b)),
    MAX: (...args) => extreme(numbers(args), (a, b) => Math.max(a, b)),
    MIN: (...args) => extreme(numbers(args), (a, b) => Math.min(a, b)),
    MEDIAN: (...args) => median(numbers(args)),
    LARGE: (...args) => nth(args, (a, b) => b - a),
    SMALL: (...args) => nth(args, (a, b) => a - b),
    MATCH: (...args) => match(args),
    SUBSTITUTE: (...args) => substitute(args),
    JOIN: (separator, ...args) =>
      flat(args)
        .map(textOf)
        .join(textOf(single(separator))),
    TEXTJOIN: (separator, skipEmpty, ...args) =>
      flat(args)
        .filter((value) => single(skipEmpty) !== true || !isBlank(value))
        .map(textOf)
        .join(textOf(single(separator))),
    LEN: (value) => textOf(single(value)).length,
    UPPER: (value) => textOf(single(value)).toUpperCase(),
    LOWER: (value) => textOf(single(value)).toLowerCase(),
    WEBSERVICE: () => {
      throw FormulaError.NAME;
    },
  };
}

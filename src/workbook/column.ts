// What a column is: a zod codec between a cell and a value, registered with what the sheet must show for it.
import * as z from "zod";
import type { Cell } from "../google/cell";
import { type Reading, trouble } from "./cellReading";

/** A column whose cells hold a T. */
export type Column<T> = z.ZodType<T, Cell>;
export type AnyColumn = Column<unknown>;

/** What is shown of a column and how, beside its values. */
export interface ColumnOptions {
  /** What it is, in Russian; shown as the heading's note. */
  note: string;
  /** Pixels. */
  width?: number;
  /** A row without it is not a record yet. */
  required?: boolean;
  /** By the program: the heading is grey, and curators need not fill it. */
  filled?: boolean;
  hidden?: boolean;
  /** The codes it holds may be of records that have gone: into the archive, or with a person's data. */
  outlives?: boolean;
  /** Number format in place of the kind's own. */
  format?: string;
}

export type Kind =
  | "code"
  | "text"
  | "longText"
  | "number"
  | "date"
  | "flag"
  | "choice"
  | "choices"
  | "entry"
  | "entries"
  | "ref"
  | "refs"
  | "email"
  | "phone"
  | "url"
  | "json"
  | "instant";

/** Backgrounds of a choice's cells by value, «#rrggbb». */
export type Colours = Readonly<Record<string, string>>;

/** What the registry knows of a column. */
export interface ColumnFacts {
  kind: Kind;
  heading: string;
  note: string;
  width: number;
  required: boolean;
  filled: boolean;
  hidden: boolean;
  outlives: boolean;
  /** The number format of the whole column. */
  format: string;
  /** What stands for a cell that is empty or cannot be read. */
  blank: unknown;
  choices?: readonly string[];
  colours?: Colours;
  /** Key of the dictionary that its values come from. */
  dictionary?: string;
  /** Key of the table whose codes it holds. */
  table?: string;
}

const registry = z.registry<ColumnFacts>();

/** What the sheet must show for a column. */
export function factsOf(column: AnyColumn): ColumnFacts {
  const facts = registry.get(column);
  if (!facts) throw new Error("This zod type is not a column: make it with the functions of workbook/columns.");
  return facts;
}

/** A column's value: never null where the column is required. */
export type Value<O, T> = O extends { required: true } ? T : T | null;

/** How cells become values: `read` gets no empty cell. */
export interface Reader<T> extends Look {
  schema: z.ZodType<T, T>;
  read: (cell: Cell) => Reading<T>;
  write: (value: T) => Cell;
}

/** What a kind of column says of its own look. */
interface Look {
  kind: Kind;
  format?: string;
  width?: number;
  facts?: Facts;
}
export type Facts = Pick<ColumnFacts, "choices" | "colours" | "dictionary" | "table">;

const TEXT = "@";
const LONGEST = 50_000;
const anyCell = z.custom<Cell>();
export const plainText = z.string().max(LONGEST);

function register<T>(column: Column<T>, heading: string, o: ColumnOptions, look: Look, blank: T): Column<T> {
  registry.add(column, {
    kind: look.kind,
    heading,
    note: o.note,
    width: o.width ?? look.width ?? 150,
    required: o.required ?? false,
    filled: o.filled ?? false,
    hidden: o.hidden ?? false,
    outlives: o.outlives ?? false,
    format: o.format ?? look.format ?? TEXT,
    blank,
    ...look.facts,
  });
  return column;
}

/** A column with one value in a cell. */
export function single<T, const O extends ColumnOptions>(
  heading: string,
  o: O,
  reader: Reader<T>,
): Column<Value<O, T>> {
  const required = o.required ?? false;
  const out: z.ZodType<T | null, T | null> = required ? reader.schema : reader.schema.nullable();
  const column = z.codec(anyCell, out, {
    decode: (cell, payload): T | null => {
      const reading = isBlank(cell) ? blankReading(required) : settle(cell, reader.read);
      if ("value" in reading) return reading.value;
      payload.issues.push({ code: "custom", message: reading.what, params: { mend: reading.mend }, input: cell });
      return z.NEVER;
    },
    encode: (value) => (value === null ? "" : reader.write(value)),
  });
  return register(column, heading, o, reader, null) as Column<Value<O, T>>;
}

/** A column whose empty cell is a value too: a list without members, a box without a tick. */
export function total<T>(heading: string, o: ColumnOptions, reader: Reader<T>, blank: T): Column<T> {
  const column = z.codec(anyCell, reader.schema, {
    decode: (cell, payload): T => {
      const reading = isBlank(cell) ? emptyReading(blank, o) : settle(cell, reader.read);
      if ("value" in reading) return reading.value;
      payload.issues.push({ code: "custom", message: reading.what, params: { mend: reading.mend }, input: cell });
      return z.NEVER;
    },
    encode: (value) => reader.write(value),
  });
  return register(column, heading, o, reader, blank);
}

/** True for a cell without anything to read. */
export function isBlank(cell: Cell): boolean {
  // Characters that nobody sees come along with copied text.
  return typeof cell === "string" && /^['\s\p{Cc}\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]*$/u.test(cell);
}

function blankReading(required: boolean): Reading<null> {
  return required
    ? trouble("Ячейка не заполнена.", "Заполните ячейку: без неё строка не участвует в работе.")
    : { value: null };
}

function emptyReading<T>(blank: T, o: ColumnOptions): Reading<T> {
  return o.required && Array.isArray(blank)
    ? trouble("Ячейка не заполнена.", "Заполните ячейку: без неё строка не участвует в работе.")
    : { value: blank };
}

const FORMULA_ERROR = /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NUM!|NULL!|ERROR!|ССЫЛКА!|ЗНАЧ!|ДЕЛ\/0!|ИМЯ\?|ЧИСЛО!|Н\/Д)/;

function settle<T>(cell: Cell, read: (cell: Cell) => Reading<T>): Reading<T> {
  if (typeof cell === "string" && FORMULA_ERROR.test(cell)) {
    return trouble(`В ячейке ошибка формулы: ${cell.slice(0, 20)}`, "Исправьте формулу или введите значение.");
  }
  return read(cell);
}

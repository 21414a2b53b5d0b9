// The kinds of columns that tables are made of.
import * as z from "zod";
import type { Cell } from "../google/cell";
import { type CalendarDate, dateOfSerial, isCalendarDate, parseDate } from "./calendarDate";
import { codeText, isInstant, type Reading, readFlag, readNumber, textOf, trouble, typedList } from "./cellReading";
import {
  type Column,
  type ColumnOptions,
  type Colours,
  type Facts,
  type Kind,
  plainText,
  type Reader,
  single,
  total,
  type Value,
} from "./column";

/** Google's own choice by what is typed: a number format would show a mistyped date as some large number. */
const AUTOMATIC = "General";

/** One line of text. */
export function text<const O extends ColumnOptions>(heading: string, o: O): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "text",
    schema: plainText,
    read: (cell) => ({ value: textOf(cell) }),
    write: textOf,
  });
}

/** Text of several lines: its cells wrap. */
export function longText<const O extends ColumnOptions>(heading: string, o: O): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "longText",
    schema: plainText,
    read: (cell) => ({ value: textOf(cell) }),
    write: textOf,
    width: 280,
  });
}

/** Bounds are inclusive. */
interface NumberOptions extends ColumnOptions {
  min?: number;
  max?: number;
  integer?: boolean;
}

export function number<const O extends NumberOptions>(heading: string, o: O): Column<Value<O, number>> {
  const within = (value: number): boolean =>
    value >= (o.min ?? -Infinity) && value <= (o.max ?? Infinity) && (!o.integer || Number.isInteger(value));
  return single<number, O>(heading, o, {
    kind: "number",
    schema: z.number().refine(within),
    read: (cell) => readNumber(cell, o),
    write: (value) => value,
    format: AUTOMATIC,
    width: 110,
  });
}

/** A calendar date; also read from a serial number and from text such as «01.09.2026». */
export function date<const O extends ColumnOptions>(heading: string, o: O): Column<Value<O, CalendarDate>> {
  return single<CalendarDate, O>(heading, o, {
    kind: "date",
    schema: z.custom<CalendarDate>(isCalendarDate),
    read: readDate,
    write: (value) => ({ date: value, time: "00:00:00" }),
    format: "dd.mm.yyyy",
    width: 110,
  });
}

function readDate(cell: Cell): Reading<CalendarDate> {
  const found =
    typeof cell === "object"
      ? parseDate(cell.date)
      : typeof cell === "number"
        ? dateOfSerial(cell)
        : typeof cell === "string"
          ? parseDate(cell)
          : null;
  if (found) return { value: found };
  const shown = typeof cell === "object" ? cell.date : String(cell).slice(0, 40);
  return trouble(`«${shown}» — не дата или такой даты нет.`, "Введите дату в виде 01.09.2026.");
}

/** A tick: an empty cell is «no». */
export function flag(heading: string, o: ColumnOptions): Column<boolean> {
  const reader: Reader<boolean> = {
    kind: "flag",
    schema: z.boolean(),
    read: readFlag,
    write: (value) => value,
    format: AUTOMATIC,
    width: 90,
  };
  return total(heading, o, reader, false);
}

interface ChoiceOptions extends ColumnOptions {
  /** Backgrounds of the cells by value. */
  colours?: Colours;
}

/** One of a fixed list of labels. */
export function choice<const V extends readonly [string, ...string[]], const O extends ChoiceOptions>(
  heading: string,
  values: V,
  o: O,
): Column<Value<O, V[number]>> {
  return single<V[number], O>(heading, o, {
    kind: "choice",
    schema: z.enum(values),
    read: (cell) => readChoice(values, textOf(cell)),
    write: (value) => value,
    facts: { choices: values, ...(o.colours ? { colours: o.colours } : {}) },
  });
}

/** Several of a fixed list of labels; in the cell joined with «; ». */
export function choices<const V extends readonly [string, ...string[]]>(
  heading: string,
  values: V,
  o: ColumnOptions,
): Column<readonly V[number][]> {
  const reader: Reader<readonly V[number][]> = {
    kind: "choices",
    schema: z.array(z.enum(values)),
    read: (cell) => readChoices(values, textOf(cell)),
    write: (list) => list.join("; "),
    facts: { choices: values },
  };
  return total<readonly V[number][]>(heading, o, reader, []);
}

function readChoice<V extends string>(values: readonly V[], typed: string): Reading<V> {
  const found = values.find((value) => loose(value) === loose(typed));
  if (found !== undefined) return { value: found };
  const known =
    values.length > 12 ? "Выберите значение из списка в ячейке." : `Выберите одно из: ${values.join(", ")}.`;
  return trouble(`Значения «${typed.slice(0, 60)}» нет в списке.`, known);
}

function readChoices<V extends string>(values: readonly V[], typed: string): Reading<readonly V[]> {
  const list: V[] = [];
  // Google's own multiple drop-down joins with a comma.
  const parts = typedList(typed).flatMap((part) => ("value" in readChoice(values, part) ? [part] : part.split(",")));
  for (const part of parts.map((one) => one.trim()).filter((one) => one !== "")) {
    const reading = readChoice(values, part);
    if (!("value" in reading)) return reading;
    if (!list.includes(reading.value)) list.push(reading.value);
  }
  return { value: list };
}

/** Letter case, ё and the width of spaces do not tell labels apart. */
function loose(label: string): string {
  return label.trim().toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ");
}

/** A value from a dictionary that the school extends on «Справочники»; an unknown one is a warning. */
export function entry<const O extends ColumnOptions>(
  heading: string,
  dictionary: string,
  o: O,
): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "entry",
    schema: plainText,
    read: (cell) => ({ value: textOf(cell) }),
    write: textOf,
    width: 200,
    facts: { dictionary },
  });
}

/** Several values from a dictionary; in the cell joined with «; ». */
export function entries(heading: string, dictionary: string, o: ColumnOptions): Column<readonly string[]> {
  return list(heading, o, "entries", (typed) => typedList(typed), { dictionary });
}

/** The record's own code, always the first column; the engine gives it. */
export function code(heading: string): Column<string> {
  return single<string, { note: string; required: true; filled: true; width: number }>(
    heading,
    {
      note: "Код строки. Ставится программой и не меняется. У скопированной строки код нужно стереть.",
      required: true,
      filled: true,
      width: 90,
    },
    { kind: "code", schema: plainText, read: (cell) => ({ value: codeText(textOf(cell)) }), write: textOf },
  );
}

/** The code of a record in another table. */
export function ref<const O extends ColumnOptions>(heading: string, table: string, o: O): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "ref",
    schema: plainText,
    read: (cell) => ({ value: codeText(textOf(cell)) }),
    write: textOf,
    width: 100,
    facts: { table },
  });
}

/** Codes of records in another table. */
export function refs(heading: string, table: string, o: ColumnOptions): Column<readonly string[]> {
  return list(heading, o, "refs", (typed) => typed.split(/[;,\s]+/).map(codeText), { table });
}

function list(
  heading: string,
  o: ColumnOptions,
  kind: Kind,
  split: (typed: string) => string[],
  facts: Facts,
): Column<readonly string[]> {
  const reader: Reader<readonly string[]> = {
    kind,
    schema: z.array(z.string()).readonly(),
    read: (cell) => ({ value: [...new Set(split(textOf(cell)).filter((one) => one !== ""))] }),
    write: (values) => textOf(values.join("; ")),
    width: 200,
    facts,
  };
  return total<readonly string[]>(heading, o, reader, []);
}

const EMAIL = /^[^\s@"<>,;:()[\]\\]+@[^\s@"<>,;:()[\]\\]+\.[^\s@"<>,;:()[\]\\.]{2,}$/;

/** An e-mail address, in small letters. */
export function email<const O extends ColumnOptions>(heading: string, o: O): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "email",
    schema: plainText,
    read: (cell) => {
      const typed = textOf(cell)
        .toLowerCase()
        .replace(/^mailto:/, "");
      if (EMAIL.test(typed)) return { value: typed };
      return trouble(`«${typed.slice(0, 60)}» — не адрес почты.`, "Введите один адрес в виде ivanova@school7.ru.");
    },
    write: textOf,
    width: 220,
  });
}

/** A phone number as it was typed: leading zeros and the plus stay. */
export function phone<const O extends ColumnOptions>(heading: string, o: O): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "phone",
    schema: plainText,
    read: (cell) => {
      const typed = textOf(cell);
      if (/\d(\D*\d){4}/.test(typed)) return { value: typed };
      return trouble(
        `«${typed.slice(0, 40)}» — не номер телефона.`,
        "Введите номер цифрами, например +7 900 123-45-67.",
      );
    },
    write: textOf,
  });
}

/** A web address. */
export function url<const O extends ColumnOptions>(heading: string, o: O): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "url",
    schema: plainText,
    read: (cell) => {
      const typed = textOf(cell);
      if (/^https?:\/\/[^\s"<>]+$/i.test(typed)) return { value: typed };
      return trouble(`«${typed.slice(0, 60)}» — не ссылка.`, "Вставьте ссылку целиком, вместе с https://.");
    },
    write: textOf,
    width: 220,
  });
}

/** Data of the program's own in one cell. */
export function json<T, const O extends ColumnOptions>(
  heading: string,
  schema: z.ZodType<T, T>,
  o: O,
): Column<Value<O, T>> {
  return single<T, O>(heading, o, {
    kind: "json",
    schema,
    read: (cell) => {
      const broken = trouble(
        "Служебные данные в ячейке повреждены.",
        "Верните прежнее содержимое через историю версий таблицы.",
      );
      try {
        const parsed = schema.safeParse(JSON.parse(textOf(cell)));
        return parsed.success ? { value: parsed.data } : broken;
      } catch {
        return broken;
      }
    },
    write: (value) => JSON.stringify(value),
  });
}

/** A moment, ISO text with its zone: «2026-09-01T10:30:00+03:00». */
export function instant<const O extends ColumnOptions>(heading: string, o: O): Column<Value<O, string>> {
  return single<string, O>(heading, o, {
    kind: "instant",
    schema: z.string().refine(isInstant),
    read: (cell) => {
      const typed = textOf(cell);
      if (isInstant(typed)) return { value: typed };
      return trouble(
        `«${typed.slice(0, 40)}» — не дата со временем.`,
        "Верните прежнее значение: ячейку заполняет программа.",
      );
    },
    write: textOf,
    width: 190,
  });
}

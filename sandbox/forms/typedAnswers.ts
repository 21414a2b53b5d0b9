// What a respondent types or ticks, made into a stored answer, or into what Google's page says is wrong with it.

import { type Answer, type ItemKind, type ItemState } from "./state";
import { brokenRule } from "./validation";

/** A typed answer: grids take an object by row title, or an array with one element per row. */
export type TypedAnswer = string | number | TypedAnswer[] | { [row: string]: string | string[] } | null;

const REQUIRED = "Это обязательный вопрос.";
const ROW_REQUIRED = "Ответьте в каждой строке.";
const NOT_OFFERED = "Такого варианта ответа нет.";

class Refused extends Error {}

function one(typed: TypedAnswer): string {
  if (typeof typed === "string") return typed;
  if (typeof typed === "number") return String(typed);
  if (typed === null) return "";
  throw new Refused("Нужен один ответ.");
}

function several(typed: TypedAnswer): string[] {
  const values = Array.isArray(typed) ? typed.map(one) : [one(typed)];
  return values.filter((value) => value !== "");
}

function offered(value: string, options: readonly string[], other = false): string {
  if (value !== "" && !other && !options.includes(value)) throw new Refused(NOT_OFFERED);
  return value;
}

const choicesOf = (item: ItemState): string[] => (item.choices ?? []).map((choice) => choice.value);

function inRange(value: string, low: number, high: number): string {
  const number = Number(value);
  if (value !== "" && (!Number.isInteger(number) || number < low || number > high)) throw new Refused(NOT_OFFERED);
  return value;
}

function rowsOf(item: ItemState, typed: TypedAnswer): TypedAnswer[] {
  const rows = item.rows ?? [];
  if (typed === null || typed === "") return rows.map(() => "");
  if (Array.isArray(typed) && typed.length === rows.length) return typed;
  if (typeof typed !== "object" || Array.isArray(typed)) throw new Refused(ROW_REQUIRED);
  if (Object.keys(typed).some((row) => !rows.includes(row))) throw new Refused("Такой строки в вопросе нет.");
  return rows.map((row) => typed[row] ?? "");
}

/** «2026-09-01» as it is, «01.09.2026» turned round; an impossible date is refused. */
function calendar(item: ItemState, typed: string): string {
  const withYear = item.includesYear ?? true;
  const turned = typed.replace(/^(\d{2})\.(\d{2})(?:\.(\d{4}))?$/, (_, day: string, month: string, year?: string) =>
    [year, month, day].filter(Boolean).join("-"),
  );
  const iso = withYear ? turned : `2024-${turned}`;
  const known = /^\d{4}-\d{2}-\d{2}$/.test(iso) ? new Date(`${iso}T00:00:00Z`) : new Date(NaN);
  if (Number.isNaN(known.getTime()) || known.toISOString().slice(0, 10) !== iso) {
    throw new Refused("Недопустимая дата.");
  }
  return turned;
}

function clock(typed: string): string {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(typed)) throw new Refused("Недопустимое время.");
  return typed;
}

function duration(typed: string): string {
  if (!/^([0-6]\d|7[0-2]):[0-5]\d:[0-5]\d$/.test(typed)) throw new Refused("Недопустимая продолжительность.");
  return typed;
}

const filled = (typed: TypedAnswer, read: (text: string) => string): string => {
  const text = one(typed).trim();
  return text === "" ? "" : read(text);
};

const READERS: Partial<Record<ItemKind, (item: ItemState, typed: TypedAnswer) => Answer>> = {
  TEXT: (_, typed) => one(typed).replace(/\s*\n\s*/g, " "),
  PARAGRAPH_TEXT: (_, typed) => one(typed),
  MULTIPLE_CHOICE: (item, typed) => offered(one(typed), choicesOf(item), item.other),
  LIST: (item, typed) => offered(one(typed), choicesOf(item)),
  CHECKBOX: (item, typed) => several(typed).map((value) => offered(value, choicesOf(item), item.other)),
  SCALE: (item, typed) => inRange(one(typed), item.scale?.lower ?? 1, item.scale?.upper ?? 5),
  RATING: (item, typed) => inRange(one(typed), 1, item.rating?.levels ?? 3),
  GRID: (item, typed) => rowsOf(item, typed).map((column) => offered(one(column), item.columns ?? [])),
  CHECKBOX_GRID: (item, typed) =>
    rowsOf(item, typed).map((row) => several(row).map((column) => offered(column, item.columns ?? []))),
  DATE: (item, typed) => filled(typed, (text) => calendar(item, text)),
  DATETIME: (item, typed) =>
    filled(typed, (text) => {
      const [date = "", time = ""] = text.split(/[ T]/);
      return `${calendar(item, date)} ${clock(time)}`;
    }),
  TIME: (_, typed) => filled(typed, clock),
  DURATION: (_, typed) => filled(typed, duration),
};

/** True for an answer that says nothing. */
export function isBlank(answer: Answer): boolean {
  return typeof answer === "string" ? answer.trim() === "" : answer.every((part) => part.length === 0);
}

/** The answer to store (null if it is blank), or the message under the question. */
export function readTyped(item: ItemState, typed: TypedAnswer): { answer: Answer | null } | { error: string } {
  try {
    const answer = READERS[item.kind]?.(item, typed) ?? "";
    if (isBlank(answer)) return item.required ? { error: REQUIRED } : { answer: null };
    if (item.required && item.rows && typeof answer !== "string" && answer.some((row) => row.length === 0)) {
      return { error: ROW_REQUIRED };
    }
    const broken = brokenRule(item, answer);
    return broken === null ? { answer } : { error: broken };
  } catch (refusal) {
    if (refusal instanceof Refused) return { error: refusal.message };
    throw refusal;
  }
}

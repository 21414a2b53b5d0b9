// What an answer says of a person's records, and how it gets there: hand edits of the curator are never overwritten.
import type { AnswerValue } from "../../questionnaires/answers.table";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { tidyText } from "../../school/typedText";
import type { AnyColumn } from "../../workbook/column";
import { mentees } from "../mentees.table";
import { mentors } from "../mentors.table";
import { people } from "../people.table";

export type Values = Readonly<Record<string, AnswerValue>>;

const TABLES = { people, mentors, mentees } as const;
type BankTable = keyof typeof TABLES;

/** «table.column» of a person's records. */
export type Field = `${BankTable}.${string}`;

/** What an answer says of a field; `value` is undefined where the column cannot hold what was typed. */
export interface Said {
  field: Field;
  typed: string;
  value: unknown;
}

/** Which question tells which field. */
export type Asked = readonly (readonly [question: string, field: Field])[];

/** The column of a field. */
export function columnOf(field: Field): AnyColumn {
  const [table, name = ""] = field.split(".") as [BankTable, string?];
  const column = (TABLES[table].columns as Readonly<Record<string, AnyColumn>>)[name];
  if (!column) throw new Error(`There is no field ${field}.`);
  return column;
}

/** Reads an answer as a curator's typing into the cell would be read. A question that was not asked says nothing. */
export function saidIn(values: Values, asked: Asked): Said[] {
  return asked.map(([question, field]) => saidOf(field, values[question]));
}

/** One field as an answer's value tells it; undefined for a question that was left out. */
export function saidOf(field: Field, value: AnswerValue | undefined): Said {
  const typed = Array.isArray(value) ? value.join("; ") : typeof value === "object" ? "" : String(value ?? "").trim();
  const read = columnOf(field).safeDecode(typed);
  return { field, typed, value: read.success ? read.data : undefined };
}

/** The person's record that holds a field. */
function recordOf(
  wb: ReadOnlyWorkbook,
  person: string,
  table: BankTable,
): Readonly<Record<string, unknown>> | undefined {
  if (table === "people") return wb.find(people, person);
  return wb.all(TABLES[table]).find((record) => record.person === person);
}

/** What the bank holds in a field now; undefined where the person has no such record. */
export function valueNow(wb: ReadOnlyWorkbook, person: string, field: Field): unknown {
  const [table, column = ""] = field.split(".") as [BankTable, string?];
  return recordOf(wb, person, table)?.[column];
}

/** Writes fields of a person's records; one update for each table. */
export function writeFields(wb: Workbook, person: string, fields: readonly Said[]): void {
  for (const table of Object.keys(TABLES) as BankTable[]) {
    const own = fields.filter(({ field }) => field.startsWith(`${table}.`));
    const record = own.length > 0 ? recordOf(wb, person, table) : undefined;
    if (!record) continue;
    const patch = Object.fromEntries(own.map(({ field, value }) => [field.slice(table.length + 1), value]));
    wb.update(TABLES[table], String(record["code"]), patch);
  }
}

/** What an answer is compared with. */
interface Background {
  /** What was said before; null if nothing is known of it. A field that is empty there was not said. */
  before: readonly Said[] | null;
  /** Fields that are still left to the curator. */
  open: readonly string[];
  /** What an empty answer means for what was said before: it is taken back, the curator is asked, or nothing. */
  blank: "erases" | "asks" | "keeps";
}

/**
 * Writes into the bank what an answer says. A cell that already says something else is overwritten only if it still holds
 * what the answer before (or the personal link) said; otherwise somebody has changed it by hand, and the curator decides.
 * An empty answer touches only what was said before.
 *
 * @returns the fields that are left to the curator now
 */
export function takeIn(wb: Workbook, person: string, said: readonly Said[], background: Background): Field[] {
  const write: Said[] = [];
  const left: Field[] = [];
  for (const one of said) {
    const fate = fateOf(one, valueNow(wb, person, one.field), background);
    if (fate === "write") write.push(one);
    if (fate === "ask") left.push(one.field);
  }
  writeFields(wb, person, write);
  return left;
}

/** Fields in which an answer says something else than was said before. */
export function changedFields(said: readonly Said[], before: readonly Said[]): Field[] {
  const known = new Map(before.map((one) => [one.field, one]));
  return said.filter((one) => !isRepeated(one, known.get(one.field))).map(({ field }) => field);
}

function isRepeated(said: Said, before: Said | undefined): boolean {
  if (said.value === undefined) return said.typed === before?.typed;
  return isSame(said.field, said.value, before?.value ?? null);
}

function fateOf(said: Said, now: unknown, { before: all, open, blank }: Background): "write" | "keep" | "ask" {
  const { field, value } = said;
  const found = all?.find((one) => one.field === field);
  const before = found && !isEmpty(found.value) ? found : undefined;
  const isOpen = open.includes(field);
  if (value === undefined) return isRepeated(said, found) && !isOpen ? "keep" : "ask";
  if (isSame(field, value, now)) return "keep";
  if (isEmpty(value)) return fateOfBlank(field, now, before, blank);
  if (isOpen) return "ask";
  if (!before) return isEmpty(now) ? "write" : "ask";
  if (isSame(field, value, before.value)) return "keep";
  return isSame(field, now, before.value) ? "write" : "ask";
}

function fateOfBlank(
  field: Field,
  now: unknown,
  before: Said | undefined,
  blank: Background["blank"],
): "write" | "keep" | "ask" {
  if (!before || blank === "keeps") return "keep";
  if (blank === "asks") return "ask";
  return isSame(field, now, before.value) ? "write" : "keep";
}

/** Lists whose order says something. */
const RANKED: readonly Field[] = ["mentees.difficulties"];

function isSame(field: Field, one: unknown, other: unknown): boolean {
  return keyOf(field, one) === keyOf(field, other);
}

function keyOf(field: Field, value: unknown): string {
  if (typeof value === "string")
    return field === "people.phone" ? value.replace(/\D/g, "").slice(-10) : tidyText(value);
  if (!Array.isArray(value)) return typeof value === "number" ? String(value) : "";
  const words = value.map(String);
  return (RANKED.includes(field) ? words : words.sort()).join("; ");
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);
}

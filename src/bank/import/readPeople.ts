// Turns the rows of a staff list into people: each value read, each doubt kept, each row accounted for.
import { readFullName, looksLikeFullName, sexByPatronymic } from "../../school/fullName";
import { textKey, tidyText } from "../../school/typedText";
import type { Person } from "../people.table";
import { readContacts, readEmail, readPhone } from "./contacts";
import { readBirthYear, readDate, shorten } from "./dates";
import { readExperience } from "./experience";
import { FIELD_SPECS, headingSureness, type ImportField } from "./fields";
import type { ColumnMapping } from "./guessColumns";
import type { Reading } from "./reading";
import { readCategory, readEmployment, readFreeText, readKind, readPost, readSex, readSubjects } from "./words";

/** The columns of «Педагоги» that a list can fill. */
export const VALUE_FIELDS = [
  "fullName",
  "sex",
  "post",
  "subject",
  "experienceYears",
  "hiredOn",
  "category",
  "education",
  "birthYear",
  "email",
  "phone",
  "kind",
  "workplace",
  "employment",
] as const;
export type ValueField = (typeof VALUE_FIELDS)[number];
export type PersonValues = { fullName: string } & { [K in ValueField]?: NonNullable<Person[K]> };

/** A value that was left out or changed on the way in, for the curator to see. */
export interface Remark {
  field: ValueField;
  label: string;
  /** The cell as it was typed, shortened. */
  raw: string;
  doubt: string;
}

export interface IncomingPerson {
  /** Line of the list, from 1, as the curator sees it in the file. */
  row: number;
  code: string | null;
  values: PersonValues;
  /** Values that were worked out, not read: they fill an empty cell and never replace anything. */
  derived: ValueField[];
  remarks: Remark[];
}

/** A line that is not a person: nothing of it is imported, and the curator sees why. */
export interface SkippedRow {
  row: number;
  why: string;
  text: string;
}

type CellReader = (raw: string, today: string) => Reading<PersonValues[ValueField]>;

const READERS: Partial<Record<ImportField & ValueField, CellReader>> = {
  post: readPost,
  subject: readSubjects,
  experienceYears: readExperience,
  hiredOn: readDate,
  category: readCategory,
  education: readFreeText,
  birthYear: readBirthYear,
  email: readEmail,
  phone: readPhone,
  sex: readSex,
  kind: readKind,
  workplace: readFreeText,
  employment: readEmployment,
};

/**
 * Reads the people of a list.
 *
 * @param firstRow index of the first row after the headings, from 0
 * @param today ISO date; makes two-digit years and impossible ages readable
 */
export function readPeople(
  rows: readonly (readonly string[])[],
  mapping: ColumnMapping,
  firstRow: number,
  today: string,
): { people: IncomingPerson[]; skipped: SkippedRow[] } {
  const people: IncomingPerson[] = [];
  const skipped: SkippedRow[] = [];
  rows.slice(firstRow).forEach((typed, index) => {
    // A leading apostrophe is a spreadsheet's mark for text and no part of it.
    const cells = typed.map((cell) => cell.replace(/^\s*'+/, ""));
    const row = firstRow + index + 1;
    const why = whyNotPerson(cells, mapping);
    const last = people[people.length - 1];
    if (why === NO_NAME && last?.row === row - 1 && addSubject(last, cells, mapping)) {
      skipped.push({ row, why: `продолжение строки ${last.row}: предмет добавлен`, text: last.values.fullName });
    } else if (why === null) people.push(readPerson(cells, mapping, row, today));
    else if (why !== "")
      skipped.push({ row, why, text: shorten(cells.filter((cell) => cell.trim() !== "").join(" | ")) });
  });
  return { people, skipped };
}

/** A name merged over two rows leaves the second one with a subject only. */
function addSubject(person: IncomingPerson, cells: readonly string[], mapping: ColumnMapping): boolean {
  const more = mapping.subject === undefined ? null : readSubjects(cells[mapping.subject] ?? "").value;
  if (more === null || (mapping.post !== undefined && (cells[mapping.post] ?? "").trim() !== "")) return false;
  person.values.subject = joinedSubjects(person.values.subject, more);
  return true;
}

/** Two lists of subjects as one, each subject once. */
export function joinedSubjects(one: string | undefined, other: string): string {
  const subjects = [...(one === undefined ? [] : one.split(", ")), ...other.split(", ")];
  return subjects.filter((subject, index) => subjects.indexOf(subject) === index).join(", ");
}

function readPerson(cells: readonly string[], mapping: ColumnMapping, row: number, today: string): IncomingPerson {
  const name = readFullName(nameCell(cells, mapping));
  const person: IncomingPerson = {
    row,
    code: codeIn(cells, mapping),
    values: { fullName: name.fullName },
    derived: [],
    remarks: [],
  };
  if (name.doubt !== null) remark(person, "fullName", nameCell(cells, mapping), name.doubt);
  for (const field of VALUE_FIELDS) {
    const column = mapping[field];
    const read = READERS[field];
    if (column === undefined || !read) continue;
    take(person, field, cells[column] ?? "", read(cells[column] ?? "", today));
  }
  takeContacts(person, cells, mapping);
  deriveSex(person);
  checkAges(person, today);
  return person;
}

function take(
  person: IncomingPerson,
  field: ValueField,
  raw: string,
  reading: Reading<PersonValues[ValueField]>,
): void {
  if (reading.value !== null) Object.assign(person.values, { [field]: reading.value });
  if (reading.doubt !== null) remark(person, field, raw, reading.doubt);
}

function remark(person: IncomingPerson, field: ValueField, raw: string, doubt: string): void {
  person.remarks.push({ field, label: FIELD_SPECS[field].label, raw: shorten(raw), doubt });
}

function takeContacts(person: IncomingPerson, cells: readonly string[], mapping: ColumnMapping): void {
  if (mapping.contacts === undefined) return;
  const raw = cells[mapping.contacts] ?? "";
  const { phone, email } = readContacts(raw);
  if (person.values.phone === undefined) take(person, "phone", raw, phone);
  if (person.values.email === undefined) take(person, "email", raw, email);
}

function deriveSex(person: IncomingPerson): void {
  const sex = sexByPatronymic(person.values.fullName);
  if (person.values.sex !== undefined || sex === null) return;
  person.values.sex = sex;
  person.derived.push("sex");
}

/** A length of service or a date of hiring that the age rules out is a slip in one of the two cells: the value waits for the curator. */
function checkAges(person: IncomingPerson, today: string): void {
  const { birthYear, experienceYears, hiredOn } = person.values;
  if (birthYear === undefined) return;
  const age = Number(today.slice(0, 4)) - birthYear;
  if (experienceYears !== undefined && experienceYears > age - 15) {
    delete person.values.experienceYears;
    remark(person, "experienceYears", String(experienceYears), `стаж не сходится с годом рождения (${birthYear})`);
  }
  if (hiredOn !== undefined && Number(hiredOn.slice(0, 4)) - birthYear < 14) {
    delete person.values.hiredOn;
    remark(person, "hiredOn", hiredOn, `дата приёма не сходится с годом рождения (${birthYear})`);
  }
}

function nameCell(cells: readonly string[], mapping: ColumnMapping): string {
  if (mapping.fullName !== undefined) return cells[mapping.fullName] ?? "";
  const columns = [mapping.lastName, mapping.firstName, mapping.middleName];
  return columns.map((column) => (column === undefined ? "" : (cells[column] ?? ""))).join(" ");
}

function codeIn(cells: readonly string[], mapping: ColumnMapping): string | null {
  const code = mapping.code === undefined ? "" : tidyText(cells[mapping.code] ?? "");
  return code === "" ? null : code;
}

const NO_NAME = "нет ФИО";
const TOTALS = /^(?:итого|всего|количество|в том числе|средн|из них)/;
const SIGNATURE = /^(?:директор|заведующ\S+|исполнитель|составил\S*|исп)\b.*\/|подпис/;

/** Why a row is not a person: null for a person, "" for an empty row, otherwise words for the curator. */
function whyNotPerson(cells: readonly string[], mapping: ColumnMapping): string | null {
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (filled.length === 0) return "";
  const name = tidyText(nameCell(cells, mapping));
  if (/^ваканси|^вакантн/i.test(name)) return "вакансия";
  if (filled.some((cell) => /_{3,}/.test(cell))) return "строка подписи";
  return looksLikeFullName(name) ? null : whyNotNamed(cells, filled, name, mapping);
}

/** Rows without a recognisable name: titles, totals, repeated headings; what is left may still be a person with an odd name. */
function whyNotNamed(
  cells: readonly string[],
  filled: readonly string[],
  name: string,
  mapping: ColumnMapping,
): string | null {
  if (filled.some((cell) => TOTALS.test(textKey(cell)))) return "строка итогов";
  if (filled.some((cell) => SIGNATURE.test(textKey(cell)))) return "строка подписи";
  if (isHeadingRow(cells, mapping)) return "повтор заголовков";
  if (filled.length > 1 && filled.every((cell) => /^\d{1,2}$/.test(cell.trim()))) return "номера столбцов";
  if (filled.length === 1) return "заголовок раздела";
  return name === "" ? NO_NAME : null;
}

function isHeadingRow(cells: readonly string[], mapping: ColumnMapping): boolean {
  const fields = Object.entries(mapping) as [ImportField, number][];
  const same = fields.filter(([field, column]) => headingSureness(field, cells[column] ?? "") >= 0.85).length;
  return fields.length > 0 && same >= Math.min(2, fields.length);
}

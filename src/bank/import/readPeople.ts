// Turns the rows of a staff list into people: each value read, each doubt kept, each row accounted for.
import { sexByPatronymic } from "../../school/fullName";
import { textKey, tidyText } from "../../school/typedText";
import type { Person } from "../people.table";
import { readContacts, readEmail, readPhone } from "./contacts";
import { readBirthYear, readDate, shorten } from "./dates";
import { readExperience } from "./experience";
import { FIELD_SPECS, type ImportField } from "./fields";
import type { ColumnMapping } from "./guessColumns";
import { readListedName } from "./listedName";
import { NO_NAME, nameCell, whyNotPerson } from "./notPeople";
import { certain, type Reading } from "./reading";
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
  field: ValueField | "note";
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
  /** The name that the person had before, where the list tells it. */
  formerName: string | null;
  /** The line is about a second job: «internal» if it says so, «some» if it may be the only job in this school. */
  partTime: "internal" | "some" | null;
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
  const name = readListedName(nameCell(cells, mapping));
  const person: IncomingPerson = {
    row,
    code: codeIn(cells, mapping),
    values: { fullName: name.fullName },
    formerName: name.formerName,
    partTime: partTime(cells, mapping, name.aside),
    derived: [],
    remarks: [],
  };
  if (name.doubt !== null) remark(person, "fullName", nameCell(cells, mapping), name.doubt);
  if (name.formerName !== null) remark(person, "note", name.formerName, "прежнее ФИО");
  for (const field of VALUE_FIELDS) {
    const column = mapping[field];
    const read = READERS[field];
    if (column === undefined || !read) continue;
    take(person, field, cells[column] ?? "", read(cells[column] ?? "", today));
  }
  takeContacts(person, cells, mapping);
  takeAside(person, name.aside);
  deriveSex(person);
  // A second post never takes the place of the first one.
  if (person.partTime !== null) person.derived.push("post", "kind", "employment");
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

function remark(person: IncomingPerson, field: Remark["field"], raw: string, doubt: string): void {
  const label = field === "note" ? "Пометка" : FIELD_SPECS[field].label;
  person.remarks.push({ field, label, raw: shorten(raw), doubt });
}

function takeContacts(person: IncomingPerson, cells: readonly string[], mapping: ColumnMapping): void {
  if (mapping.contacts === undefined) return;
  const raw = cells[mapping.contacts] ?? "";
  const { phone, email } = readContacts(raw);
  if (person.values.phone === undefined) take(person, "phone", raw, phone);
  if (person.values.email === undefined) take(person, "email", raw, email);
}

/** «(декрет)» beside a name says whether the person works; anything else that stands there is kept for the note. */
function takeAside(person: IncomingPerson, aside: string): void {
  if (aside === "") return;
  const { value } = readEmployment(aside);
  if (value !== null && person.values.employment === undefined) take(person, "employment", aside, certain(value));
  else if (person.partTime === null) remark(person, "note", aside, "стояло рядом с ФИО");
}

const PART_TIME_CELLS = ["post", "kind", "employment"] as const;

function partTime(cells: readonly string[], mapping: ColumnMapping, aside: string): IncomingPerson["partTime"] {
  const said = [aside, ...PART_TIME_CELLS.map((field) => cells[mapping[field] ?? -1] ?? "")].map(textKey);
  const about = said.filter((text) => /совмест|совм\.|по совм/.test(text) && !/внеш/.test(text));
  if (about.length === 0) return null;
  return about.some((text) => /внутр/.test(text)) ? "internal" : "some";
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

function codeIn(cells: readonly string[], mapping: ColumnMapping): string | null {
  const code = mapping.code === undefined ? "" : tidyText(cells[mapping.code] ?? "");
  return code === "" ? null : code;
}

// Compares a staff list with the bank and proposes, row by row, what to write; decides nothing by itself.
import { readFullName } from "../../school/fullName";
import { textKey } from "../../school/typedText";
import { formatDate, isCalendarDate } from "../../workbook/calendarDate";
import type { Person } from "../people.table";
import { readPhone } from "./contacts";
import type { Known } from "./comparePeople";
import { FIELD_SPECS } from "./fields";
import { findTwins, matchPeople } from "./matchPeople";
import {
  joinedSubjects,
  VALUE_FIELDS,
  type IncomingPerson,
  type PersonValues,
  type Remark,
  type SkippedRow,
  type ValueField,
} from "./readPeople";

/** One field of a person that would change; `old` is "" where the cell is empty now. Both as the sheet shows them. */
export interface FieldChange {
  field: ValueField;
  label: string;
  old: string;
  new: string;
}

export interface PlannedRow {
  /** Line of the list, from 1. */
  row: number;
  fullName: string;
  post: string;
  remarks: Remark[];
}

export interface ChangedRow extends PlannedRow {
  code: string;
  changes: FieldChange[];
}

/** Why a row waits for the curator: it is unclear who it is, or a value in it is impossible. */
export interface DoubtfulRow extends PlannedRow {
  about: "person" | "values";
  reason: string;
  /** Who in the bank it may be; choosing one updates that record. */
  candidates: { code: string; fullName: string; post: string; reason: string }[];
}

export interface ImportPlan {
  added: PlannedRow[];
  changed: ChangedRow[];
  unchanged: { row: number; code: string; fullName: string; remarks: Remark[] }[];
  doubtful: DoubtfulRow[];
  /** Lines that are not people, and repetitions of a person already taken from another line. */
  skipped: SkippedRow[];
}

/** What was read of a list. */
export interface StaffList {
  people: readonly IncomingPerson[];
  skipped: readonly SkippedRow[];
}

/** A plan, and the people of the list by line (lines about one person folded together). */
export interface Planned {
  plan: ImportPlan;
  incoming: ReadonlyMap<number, IncomingPerson>;
}

/**
 * Plans an import. Nobody is joined on a guess: whoever may be somebody in the bank, or repeats another line with other
 * data, is doubtful. An empty cell of the list never empties a cell of the bank.
 */
export function planImport(existing: readonly Person[], list: StaffList): Planned {
  const { kept, repeated, unclear, contradicting } = withoutTwins(list.people);
  const matches = matchPeople(existing.map(knownOfPerson), kept.map(knownOfIncoming));
  const bank = new Map(existing.map((person) => [person.code, person]));
  const candidate = (code: string | undefined, reason: string): DoubtfulRow["candidates"] => {
    const person = code === undefined ? undefined : bank.get(code);
    return person ? [{ code: person.code, fullName: person.fullName, post: person.post ?? "", reason }] : [];
  };
  const plan: ImportPlan = {
    added: [],
    changed: [],
    unchanged: [],
    doubtful: [],
    skipped: [...list.skipped, ...repeated],
  };
  for (const person of kept) {
    const id = String(person.row);
    const old = bank.get(matches.same.get(id) ?? "");
    const candidates = (matches.maybe.get(id) ?? []).flatMap((other) => candidate(other.id, other.reason));
    const why = unclear.get(person.row) ?? candidates[0]?.reason;
    if (old) sortMatched(plan, old, person);
    else if (why !== undefined) plan.doubtful.push({ ...plannedRow(person), about: "person", reason: why, candidates });
    else sortNew(plan, person);
  }
  for (const { person, of } of contradicting) {
    const reason = `повтор строки ${of} с другими данными`;
    const candidates = candidate(matches.same.get(String(of)), reason);
    plan.doubtful.push({ ...plannedRow(person), about: "person", reason, candidates });
  }
  plan.skipped.sort((one, other) => one.row - other.row);
  const all = [...kept, ...contradicting.map(({ person }) => person)];
  return { plan, incoming: new Map(all.map((person) => [person.row, person])) };
}

function sortMatched(plan: ImportPlan, old: Person, person: IncomingPerson): void {
  const changes = changesOf(old, person);
  const remarks = person.remarks.filter(({ field }) => person.values[field] !== undefined || old[field] === null);
  if (changes.length > 0) plan.changed.push({ ...plannedRow(person), remarks, code: old.code, changes });
  else plan.unchanged.push({ row: person.row, code: old.code, fullName: old.fullName, remarks });
}

function sortNew(plan: ImportPlan, person: IncomingPerson): void {
  const odd = person.remarks.find(({ field }) => field === "fullName");
  const lost = person.remarks.filter(({ field }) => person.values[field] === undefined);
  if (odd) {
    plan.doubtful.push({ ...plannedRow(person), about: "person", reason: odd.doubt, candidates: [] });
  } else if (lost.length > 0) {
    const reason = lost.map(({ label, doubt }) => `${label}: ${doubt}`).join("; ");
    plan.doubtful.push({ ...plannedRow(person), about: "values", reason, candidates: [] });
  } else {
    plan.added.push(plannedRow(person));
  }
}

function plannedRow({ row, values, remarks }: IncomingPerson): PlannedRow {
  return { row, fullName: values.fullName, post: values.post ?? "", remarks };
}

interface Untwinned {
  kept: IncomingPerson[];
  repeated: SkippedRow[];
  /** Row → why it may be somebody else on the list. */
  unclear: Map<number, string>;
  contradicting: { person: IncomingPerson; of: number }[];
}

/**
 * Lines of one list about the same person: one that adds nothing or fills gaps is folded into the first, one that
 * contradicts it waits for the curator.
 */
function withoutTwins(people: readonly IncomingPerson[]): Untwinned {
  const byRow = new Map(people.map((person) => [String(person.row), { ...person, values: { ...person.values } }]));
  const result: Untwinned = { kept: [], repeated: [], unclear: new Map(), contradicting: [] };
  const twins = findTwins(people.map(knownOfIncoming)).sort((one, other) => one.likeness.rank - other.likeness.rank);
  for (const { from, to, likeness } of twins) {
    const first = byRow.get(from);
    const second = byRow.get(to);
    if (!first || !second) continue;
    if (likeness.verdict === "maybe") {
      result.unclear.set(second.row, `похоже на строку ${first.row}: ${likeness.reason}`);
      continue;
    }
    byRow.delete(to);
    if (contradict(first, second)) {
      result.contradicting.push({ person: second, of: first.row });
    } else {
      fold(first.values, second.values);
      result.repeated.push({ row: second.row, why: `повтор строки ${first.row}`, text: second.values.fullName });
    }
  }
  result.kept.push(...byRow.values());
  return result;
}

/** Gaps are filled; a person who is listed once per subject teaches all of them. */
function fold(into: PersonValues, from: PersonValues): void {
  const subject = from.subject === undefined ? into.subject : joinedSubjects(into.subject, from.subject);
  Object.assign(into, { ...from, ...into }, subject === undefined ? {} : { subject });
}

function contradict(first: IncomingPerson, second: IncomingPerson): boolean {
  return VALUE_FIELDS.some((field) => {
    const one = first.values[field];
    const other = second.values[field];
    if (field === "fullName" || field === "subject") return false;
    return one !== undefined && other !== undefined && cellKey(field, one) !== cellKey(field, other);
  });
}

/** The fields that the list would change, in the order of the sheet. */
export function changesOf(old: Person, person: IncomingPerson): FieldChange[] {
  return VALUE_FIELDS.flatMap((field) => {
    const before = old[field];
    const after = person.values[field];
    if (after === undefined || (person.derived.includes(field) && before !== null)) return [];
    if (field === "fullName" ? !isBetterName(old.fullName, person.values.fullName) : sameValue(field, before, after))
      return [];
    return [{ field, label: FIELD_SPECS[field].label, old: shownValue(before), new: shownValue(after) }];
  });
}

/** A list that writes е for ё, or initials for names, teaches the bank nothing. */
function isBetterName(old: string, name: string): boolean {
  if (old === name || /(?:^|\s)[А-ЯЁ]\./.test(name)) return false;
  if (textKey(old) !== textKey(name)) return true;
  return readFullName(old).fullName !== old || (/ё/i.test(name) && !/ё/i.test(old));
}

function sameValue(field: ValueField, before: string | number | null, after: string | number): boolean {
  return before !== null && cellKey(field, before) === cellKey(field, after);
}

function cellKey(field: ValueField, value: string | number): string {
  if (typeof value === "number") return String(value);
  return field === "phone" ? (readPhone(value).value ?? textKey(value)) : textKey(value);
}

function shownValue(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value).replace(".", ",");
  return isCalendarDate(value) ? formatDate(value) : value;
}

/** A record of the bank as people are compared. */
export function knownOfPerson(person: Person): Known {
  const { code, fullName, email, birthYear, post, hiredOn } = person;
  const phone = person.phone === null ? null : readPhone(person.phone).value;
  return { id: code, code, fullName, email, phone, birthYear, post, hiredOn };
}

function knownOfIncoming({ row, code, values }: IncomingPerson): Known {
  return {
    id: String(row),
    code,
    fullName: values.fullName,
    email: values.email ?? null,
    phone: values.phone ?? null,
    birthYear: values.birthYear ?? null,
    post: values.post ?? null,
    hiredOn: values.hiredOn ?? null,
  };
}

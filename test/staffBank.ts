// A bank that takes lists in memory: what «Педагоги» would hold after an import, without a workbook.
import { remembering } from "../src/bank/import/fieldChanges";
import { guessColumns, mappingOf } from "../src/bank/import/guessColumns";
import { importWrites, type Decisions } from "../src/bank/import/importWrites";
import type { StaffList } from "../src/bank/import/planImport";
import { readPeople, VALUE_FIELDS } from "../src/bank/import/readPeople";
import type { Person } from "../src/bank/people.table";

const TODAY = "2026-09-01";
const HEADINGS = ["ФИО", "Должность", "Пед. стаж", "Дата приёма", "Кв. категория", "e-mail", "Телефон"];

const NOBODY: Omit<Person, "code" | "fullName"> = {
  sex: null,
  post: null,
  subject: null,
  experienceYears: null,
  hiredOn: null,
  category: null,
  education: null,
  birthYear: null,
  email: null,
  phone: null,
  kind: null,
  workplace: null,
  employment: null,
  awayFrom: null,
  awayUntil: null,
  note: null,
  updatedOn: null,
  otherThan: [],
  imported: null,
};

const MAPPING = mappingOf(guessColumns([HEADINGS], TODAY));

/** A list with the usual headings, whose columns the curator has confirmed. */
export function list(...rows: readonly (readonly string[])[]): StaffList {
  return readPeople([HEADINGS, ...rows], MAPPING, 1, TODAY);
}

/** What «Педагоги» holds after the writes. */
export function applied(people: readonly Person[], staff: StaffList, decisions: Decisions = {}): Person[] {
  const { added, updated, remembered } = importWrites(people, staff, decisions).writes;
  const patches = new Map([
    ...remembered.map(({ code, imported }) => [code, { imported }] as const),
    ...updated.map(({ code, patch, imported }) => [code, { ...patch, imported }] as const),
  ]);
  return [
    ...people.map((person): Person => ({ ...person, ...patches.get(person.code) })),
    ...added.map(({ values, note }, index): Person => ({
      ...NOBODY,
      code: `Р-${people.length + index + 1}`,
      ...values,
      note,
      imported: remembering(null, values, VALUE_FIELDS),
    })),
  ];
}

/** The bank after the curator has typed something into the cells of one person. */
export function typed(people: readonly Person[], code: string, patch: Partial<Person>): Person[] {
  return people.map((person) => (person.code === code ? { ...person, ...patch } : person));
}

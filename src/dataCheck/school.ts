// What the checks look at: every table read once, and what several checks need worked out once.
import { consentsInForce, type ConsentKind } from "../bank/consentRules";
import { consents } from "../bank/consents.table";
import { mentees, type Mentee } from "../bank/mentees.table";
import { mentors, type Mentor } from "../bank/mentors.table";
import { people, type Person } from "../bank/people.table";
import { pairs, type Pair } from "../pairing/pairs.table";
import { isInForce, isPlanned } from "../pairing/pairStates";
import type { CalendarDate } from "../workbook/calendarDate";
import type { Table } from "../workbook/table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";

/** The whole school as the checks see it. */
export interface School {
  wb: ReadOnlyWorkbook;
  today: CalendarDate;
  /** All tables of the workbook. */
  tables: readonly Table[];
  people: ReadonlyMap<string, Person>;
  mentors: ReadonlyMap<string, Mentor>;
  mentees: ReadonlyMap<string, Mentee>;
  /** Kinds of consent in force today by person. */
  given: ReadonlyMap<string, ReadonlySet<ConsentKind>>;
  /** Pairs that work, paused ones included. */
  inForce: readonly Pair[];
  /** Pairs on their way to an order. */
  planned: readonly Pair[];
  /** The name of a person by the code on «Педагоги»; the code where there is no such person. */
  name: (person: string) => string;
}

/** Reads what the checks need; each tab once. */
export function readSchool(wb: ReadOnlyWorkbook, tables: readonly Table[]): School {
  const persons = byCode(wb.all(people));
  const all = wb.all(pairs);
  return {
    wb,
    today: wb.today,
    tables,
    people: persons,
    mentors: byCode(wb.all(mentors)),
    mentees: byCode(wb.all(mentees)),
    given: consentsInForce(wb.all(consents), wb.today),
    inForce: all.filter(isInForce),
    planned: all.filter(isPlanned),
    name: (person) => persons.get(person)?.fullName ?? person,
  };
}

/** Records by a key of theirs, in their order. */
export function grouped<T>(records: readonly T[], keyOf: (record: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const record of records) {
    const key = keyOf(record);
    if (key === null) continue;
    const own = groups.get(key);
    if (own) own.push(record);
    else groups.set(key, [record]);
  }
  return groups;
}

/** The person behind a mentor's or a mentee's code; null if there is none. */
export function personOf(school: School, code: string): string | null {
  return school.mentors.get(code)?.person ?? school.mentees.get(code)?.person ?? null;
}

function byCode<T extends { code: string }>(records: readonly T[]): ReadonlyMap<string, T> {
  return new Map(records.map((record) => [record.code, record]));
}

/** What several checks need of one school, worked out when it is first asked for. */
export function onceFor<T>(work: (school: School) => T): (school: School) => T {
  const known = new WeakMap<School, { result: T }>();
  return (school) => {
    const done = known.get(school) ?? { result: work(school) };
    known.set(school, done);
    return done.result;
  };
}

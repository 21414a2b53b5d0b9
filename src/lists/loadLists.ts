// Reads what the lists are made of: everybody on «Педагоги» with both roles, without contacts and notes.
import { CONSENTS_NEEDED, consentsInForce, withdrawnPeople, type ConsentKind, type Role } from "../bank/consentRules";
import { consents, type Consent } from "../bank/consents.table";
import { diagnostics } from "../bank/diagnostics.table";
import { mentees, MENTEE_STATUS, type Mentee } from "../bank/mentees.table";
import { mentors, MENTOR_STATUS, type Mentor } from "../bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { PAIR_STATUS, type Pair } from "../pairing/pairs.table";
import { severitiesByPerson, standingPairs, USUAL_CAPACITY } from "../pairing/profiles";
import { settings } from "../school/settings.table";
import { daysBetween } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { withSeverities } from "./readyLists";
import type { ListedMentee, ListedMentor, ListedPerson, ListsView } from "./listsView";

/** A candidate has not agreed yet, or has declined: mentoring is voluntary. */
const MENTORS_OUT: readonly (string | null)[] = [MENTOR_STATUS.candidate, MENTOR_STATUS.paused, MENTOR_STATUS.left];
const MENTEES_OUT: readonly (string | null)[] = [
  MENTEE_STATUS.refused,
  MENTEE_STATUS.finished,
  MENTEE_STATUS.supported,
];
/** Where «Настройки» say nothing else. */
const YOUNG_YEARS = 3;

/** What the sidebar opens with, from five tabs, each read once: without consents and degrees of difficulty. */
export function loadLists(wb: ReadOnlyWorkbook): ListsView {
  return viewOf(wb, null);
}

/** The same with consents and degrees of difficulty: two more tabs. */
export function loadWholeLists(wb: ReadOnlyWorkbook): ListsView {
  return { people: withSeverities(viewOf(wb, wb.all(consents)).people, severitiesIn(wb)) };
}

/** @param given consents; null where they are not asked about yet */
function viewOf(wb: ReadOnlyWorkbook, given: readonly Consent[] | null): ListsView {
  const facts = factsOf(wb, given);
  const mentorOf = new Map(wb.all(mentors).map((mentor) => [mentor.person, mentor]));
  const menteeOf = new Map(wb.all(mentees).map((mentee) => [mentee.person, mentee]));
  return {
    people: wb
      .all(people)
      .map((person) => listedPerson(facts, person, mentorOf.get(person.code), menteeOf.get(person.code))),
  };
}

/** Degrees of difficulty by the latest diagnoses. */
function severitiesIn(wb: ReadOnlyWorkbook): Record<string, Record<string, number>> {
  const found: Record<string, Record<string, number>> = {};
  for (const [person, own] of severitiesByPerson(wb.all(diagnostics))) {
    found[person] = {};
    for (const [direction, severity] of own) found[person][direction] = severity;
  }
  return found;
}

/** What is worked out once for all people. */
interface Facts {
  wb: ReadOnlyWorkbook;
  /** Null where consents have not been read. */
  given: ReadonlyMap<string, ReadonlySet<ConsentKind>> | null;
  withdrawn: ReadonlySet<string>;
  capacity: number;
  youngYears: number;
  /** By the mentor's code. */
  loads: ReadonlyMap<string, number>;
  /** By the mentee's code. */
  pairsOf: ReadonlyMap<string, readonly Pair[]>;
}

function factsOf(wb: ReadOnlyWorkbook, given: readonly Consent[] | null): Facts {
  const loads = new Map<string, number>();
  const pairsOf = new Map<string, Pair[]>();
  for (const pair of standingPairs(wb)) {
    loads.set(pair.mentor, (loads.get(pair.mentor) ?? 0) + pair.mentees.length);
    for (const mentee of pair.mentees) pairsOf.set(mentee, [...(pairsOf.get(mentee) ?? []), pair]);
  }
  return {
    wb,
    given: given && consentsInForce(given, wb.today),
    withdrawn: withdrawnPeople(given ?? [], wb.today),
    capacity: wb.setting(settings, "mentorCapacity") ?? USUAL_CAPACITY,
    youngYears: wb.setting(settings, "youngSpecialistYears") ?? YOUNG_YEARS,
    loads,
    pairsOf,
  };
}

function listedPerson(
  facts: Facts,
  person: Person,
  mentor: Mentor | undefined,
  mentee: Mentee | undefined,
): ListedPerson {
  const { experienceYears } = person;
  return {
    code: person.code,
    fullName: person.fullName,
    post: person.post ?? "",
    subject: person.subject ?? "",
    experience: experienceYears,
    qualification: person.category === "нет" ? "" : (person.category ?? ""),
    young: experienceYears !== null && experienceYears <= facts.youngYears,
    dismissed: person.employment === EMPLOYMENT.dismissed,
    withdrawn: facts.withdrawn.has(person.code),
    mentor: mentor === undefined ? null : listedMentor(facts, person, mentor),
    mentee: mentee === undefined ? null : listedMentee(facts, person, mentee),
  };
}

function listedMentor(facts: Facts, person: Person, mentor: Mentor): ListedMentor {
  const left = mentor.status === MENTOR_STATUS.left;
  return {
    code: mentor.code,
    status: mentor.status,
    competences: mentor.competences,
    load: facts.loads.get(mentor.code) ?? 0,
    capacity: mentor.capacity ?? facts.capacity,
    available: isAtWork(person) && !MENTORS_OUT.includes(mentor.status),
    paused: mentor.status === MENTOR_STATUS.paused || (!left && person.employment === EMPLOYMENT.away),
    lacking: left ? [] : lackingOf(facts, person.code, "mentor"),
  };
}

function listedMentee(facts: Facts, person: Person, mentee: Mentee): ListedMentee {
  const own = facts.pairsOf.get(mentee.code) ?? [];
  const out = MENTEES_OUT.includes(mentee.status);
  const waiting = own.length === 0 && !out && isAtWork(person);
  return {
    code: mentee.code,
    status: mentee.status,
    category: mentee.category,
    difficulties: mentee.difficulties.map((direction) => ({ direction, severity: null })),
    waiting,
    waitingDays:
      waiting && mentee.waitingSince !== null ? Math.max(0, daysBetween(mentee.waitingSince, facts.wb.today)) : null,
    supported: mentee.status === MENTEE_STATUS.supported,
    support: mentee.support,
    mentors: own.map((pair) => pair.mentorName ?? pair.mentor).join(", "),
    paused: own.some((pair) => pair.status === PAIR_STATUS.paused) || (!out && person.employment === EMPLOYMENT.away),
    lacking: out && mentee.status !== MENTEE_STATUS.supported ? [] : lackingOf(facts, person.code, "mentee"),
  };
}

function isAtWork({ employment }: Person): boolean {
  return employment !== EMPLOYMENT.away && employment !== EMPLOYMENT.dismissed;
}

function lackingOf({ given }: Facts, person: string, role: Role): string[] {
  if (given === null) return [];
  return CONSENTS_NEEDED[role].flatMap((kind) =>
    kind !== null && given.get(person)?.has(kind) !== true ? [kind] : [],
  );
}

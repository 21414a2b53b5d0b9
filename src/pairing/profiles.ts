// From the rows of the bank to the people that a choice of pairs compares.
import { WAITING } from "../bank/lifeCycle";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { diagnostics, type Diagnostic, isMeasurement } from "../bank/diagnostics.table";
import { mentees, MENTEE_STATUS, type Mentee } from "../bank/mentees.table";
import { MEETING_FORMATS, mentors, MENTOR_STATUS, type Mentor } from "../bank/mentors.table";
import { settings } from "../school/settings.table";
import { daysBetween, type CalendarDate } from "../workbook/calendarDate";
import { textOf } from "../workbook/cellReading";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { PAIR_STATUS, pairs, type Pair } from "./pairs.table";
import { isInForce, isPlanned } from "./pairStates";
import type { Couple, Difficulty, MenteeProfile, MentorProfile, Pool } from "./choice/pool";

/** Where neither the mentor's row nor the settings say otherwise. */
export const USUAL_CAPACITY = 2;
/** A difficulty that the bank names and no diagnosis has measured. */
const NAMED_SEVERITY = 2;
/** Signs of a typed cell that a sentence repeats. */
const MOST_SHOWN = 40;
const ENDED: readonly (string | null)[] = [PAIR_STATUS.finished, PAIR_STATUS.ended];
/** A candidate has not agreed yet, or has declined: mentoring is voluntary. */
const MENTORS_OUT: readonly (string | null)[] = [MENTOR_STATUS.candidate, MENTOR_STATUS.paused, MENTOR_STATUS.left];
const MENTEES_OUT: readonly (string | null)[] = [MENTEE_STATUS.refused, MENTEE_STATUS.finished];

const UNDECIDED = { bans: [], wishes: [] };

/**
 * Everything a choice of pairs depends on, from five tables and the settings.
 *
 * @param decided what «Условия подбора» says, for whoever chooses
 */
export function poolOf(wb: ReadOnlyWorkbook, decided: Pick<Pool, "bans" | "wishes"> = UNDECIDED): Pool {
  const persons = new Map(wb.all(people).map((person) => [person.code, person]));
  const standing = standingPairs(wb);
  const severities = severitiesByPerson(wb.all(diagnostics));
  const capacity = wb.setting(settings, "mentorCapacity") ?? USUAL_CAPACITY;
  const load = loadsOf(standing);
  const unclear = unclearCapacities(wb);
  const seeking = seekers(wb, standing);
  return {
    mentors: wb.all(mentors).map((mentor) => {
      const typed = unclear.get(mentor.code);
      const places = typed === undefined ? (mentor.capacity ?? capacity) : 0;
      const profile = mentorProfile(mentor, persons.get(mentor.person), {
        load: load.get(mentor.code) ?? 0,
        capacity: places,
      });
      return typed === undefined ? profile : { ...profile, unavailable: profile.unavailable ?? capacityIs(typed) };
    }),
    mentees: wb.all(mentees).map((mentee) => {
      const measured = severities.get(mentee.person) ?? new Map<string, number>();
      const profile = menteeProfile(mentee, persons.get(mentee.person), measured, wb.today);
      return seeking.has(mentee.code) ? { ...profile, seeking: true } : profile;
    }),
    pairs: standing.map((pair) => ({ mentor: pair.mentor, mentees: pair.mentees, directions: pair.directions })),
    bans: decided.bans.map(coupleOf),
    wishes: decided.wishes.map(coupleOf),
    before: finishedTogether(wb),
  };
}

/** What is typed instead of a number of places («два», «по договорённости»), by the mentor's code: nobody guesses. */
export function unclearCapacities(wb: ReadOnlyWorkbook): ReadonlyMap<string, string> {
  const empty = new Set(wb.all(mentors).flatMap(({ code, capacity }) => (capacity === null ? [code] : [])));
  if (empty.size === 0) return new Map();
  const typed = wb.typed(mentors).filter(({ code }) => empty.has(code));
  return new Map(
    typed.flatMap((row): [string, string][] => {
      const text = textOf(row.cell("capacity")).trim();
      return text === "" ? [] : [[row.code, text]];
    }),
  );
}

function capacityIs(typed: string): string {
  return `вместо числа мест записано «${typed.slice(0, MOST_SHOWN)}»; исправьте столбец «Макс. число наставляемых»`;
}

/** Whoever has a mentor in force, waits again all the same, and is not promised anybody yet: for another direction. */
function seekers(wb: ReadOnlyWorkbook, standing: readonly Pair[]): ReadonlySet<string> {
  const promised = new Set(standing.filter(isPlanned).flatMap((pair) => pair.mentees));
  const helped = new Set(standing.filter(isInForce).flatMap((pair) => pair.mentees));
  return new Set(
    wb
      .all(mentees)
      .filter(({ code, status }) => helped.has(code) && !promised.has(code) && WAITING.includes(status))
      .map(({ code }) => code),
  );
}

function coupleOf({ mentor, mentee }: Couple): Couple {
  return { mentor, mentee };
}

/** Who came to the end of a programme together. */
function finishedTogether(wb: ReadOnlyWorkbook): Couple[] {
  return wb
    .all(pairs)
    .filter(({ status }) => status === PAIR_STATUS.finished)
    .flatMap((pair) => pair.mentees.map((mentee) => ({ mentor: pair.mentor, mentee })));
}

/** Pairs and groups that are proposed or in force: they take a mentor's places. */
export function standingPairs(wb: ReadOnlyWorkbook): Pair[] {
  return wb.all(pairs).filter((pair) => !ENDED.includes(pair.status));
}

function loadsOf(standing: readonly Pair[]): Map<string, number> {
  const load = new Map<string, number>();
  for (const pair of standing) load.set(pair.mentor, (load.get(pair.mentor) ?? 0) + pair.mentees.length);
  return load;
}

function mentorProfile(
  mentor: Mentor,
  person: Person | undefined,
  places: { load: number; capacity: number },
): MentorProfile {
  return {
    code: mentor.code,
    personCode: mentor.person,
    name: person?.fullName ?? mentor.fullName ?? mentor.code,
    unavailable: absence(person) ?? (MENTORS_OUT.includes(mentor.status) ? statusIs(mentor.status) : null),
    directions: mentor.competences,
    ...places,
    subject: person?.subject ?? null,
    experienceYears: person?.experienceYears ?? null,
    qualification: person?.category ?? null,
    hoursPerMonth: mentor.hoursPerMonth,
    formats: mentor.formats,
    wishedCategories: mentor.wishedCategories,
  };
}

function menteeProfile(
  mentee: Mentee,
  person: Person | undefined,
  severities: ReadonlyMap<string, number>,
  today: CalendarDate,
): MenteeProfile {
  return {
    code: mentee.code,
    personCode: mentee.person,
    name: person?.fullName ?? mentee.fullName ?? mentee.code,
    unavailable: absence(person) ?? (MENTEES_OUT.includes(mentee.status) ? statusIs(mentee.status) : null),
    difficulties: difficultiesOf(mentee, severities),
    subject: person?.subject ?? null,
    experienceYears: person?.experienceYears ?? null,
    category: mentee.category,
    formats: formatsIn(mentee.preferredFormat),
    waitingDays: mentee.waitingSince === null ? 0 : Math.max(0, daysBetween(mentee.waitingSince, today)),
  };
}

function absence(person: Person | undefined): string | null {
  if (person === undefined) return "на вкладке «Педагоги» нет такого человека";
  const employment = person.employment;
  return employment === EMPLOYMENT.away || employment === EMPLOYMENT.dismissed ? `занятость — «${employment}»` : null;
}

function statusIs(status: string | null): string {
  return `статус — «${status ?? ""}»`;
}

/** The bank's own list and whatever a diagnosis has found beside it, the hardest first. */
export function difficultiesOf(mentee: Mentee, severities: ReadonlyMap<string, number>): Difficulty[] {
  const named = mentee.difficulties.map((direction) => ({
    direction,
    severity: Math.max(1, severities.get(direction) ?? NAMED_SEVERITY),
  }));
  const found = [...severities]
    .filter(([direction, severity]) => severity > 0 && !mentee.difficulties.includes(direction))
    .map(([direction, severity]) => ({ direction, severity }));
  return [...named, ...found].sort((a, b) => b.severity - a.severity);
}

/** For every person, the severity of each direction by the latest diagnosis. */
export function severitiesByPerson(rows: readonly Diagnostic[]): Map<string, Map<string, number>> {
  const latest = new Map<string, Map<string, number>>();
  const inOrder = rows.filter(isMeasurement).sort((a, b) => (a.doneOn < b.doneOn ? -1 : a.doneOn > b.doneOn ? 1 : 0));
  for (const { person, direction, severity } of inOrder) {
    const own = latest.get(person) ?? new Map<string, number>();
    own.set(direction, severity);
    latest.set(person, own);
  }
  return latest;
}

const FORMAT_WORDS: Readonly<Record<(typeof MEETING_FORMATS)[number], RegExp>> = {
  очно: /(^|[^а-яё])очн|лично|люб/i,
  дистанционно: /дистан|онлайн|удал[её]н|люб/i,
};

/** Formats named in free text: «лучше очно, после уроков» → [«очно»]. */
function formatsIn(text: string | null): string[] {
  return text === null ? [] : MEETING_FORMATS.filter((format) => FORMAT_WORDS[format].test(text));
}

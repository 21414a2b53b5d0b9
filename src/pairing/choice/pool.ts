// Who takes part in a choice of pairs and on what terms: plain data in, the same data made quick to compare out.

/** A mentor as the choice sees them. */
export interface MentorProfile {
  code: string;
  personCode: string;
  /** How the curator sees the person: «Иванова А. П.». */
  name: string;
  /** Null if the mentor may be given mentees now; otherwise the reason, as the end of a sentence: «статус — «пауза»». */
  unavailable: string | null;
  /** Directions in which the mentor can help. */
  directions: readonly string[];
  /** Most mentees at one time. */
  capacity: number;
  /** Mentees that the mentor has now. */
  load: number;
  /** Subject of a teacher, age group of an educator; several may be listed through a comma. */
  subject: string | null;
  experienceYears: number | null;
  /** Qualification category. */
  qualification: string | null;
  hoursPerMonth: number | null;
  /** Meeting formats the mentor agrees to; empty if unknown. */
  formats: readonly string[];
  /** Categories of mentees the mentor would like; empty if unknown. */
  wishedCategories: readonly string[];
}

/** How hard a direction is for a mentee: 1 — slightly, 2 — noticeably, 3 — help is needed; 0 — confident. */
export interface Difficulty {
  direction: string;
  severity: number;
}

/** A mentee as the choice sees them. */
export interface MenteeProfile {
  code: string;
  personCode: string;
  name: string;
  unavailable: string | null;
  /** Empty if there has been neither a request nor a diagnosis. */
  difficulties: readonly Difficulty[];
  subject: string | null;
  experienceYears: number | null;
  category: string | null;
  formats: readonly string[];
  /** Whole days the mentee has been waiting for a mentor. */
  waitingDays: number;
  /** Has a mentor and looks for a second one, in a direction in which nobody helps yet; left out: no. */
  seeking?: boolean;
}

/** A pair or group that is proposed or in force. */
export interface StandingPair {
  mentor: string;
  mentees: readonly string[];
  directions: readonly string[];
}

/** A mentor and a mentee, by code. */
export interface Couple {
  mentor: string;
  mentee: string;
}

/** Everything a choice of pairs depends on. */
export interface Pool {
  mentors: readonly MentorProfile[];
  mentees: readonly MenteeProfile[];
  pairs: readonly StandingPair[];
  /** «Никогда вместе». */
  bans: readonly Couple[];
  /** Who has asked to work with whom: the mentor or the mentee; named twice where both have. */
  wishes: readonly Couple[];
  /** Who worked together before and came to the end of it. */
  before: readonly Couple[];
}

/** A mentor made ready for comparison. */
export interface ReadyMentor extends MentorProfile {
  /** For every direction of the pool, 1 if the mentor can help in it. */
  helps: Uint8Array;
  subjects: readonly string[];
  wishedCategorySet: ReadonlySet<string>;
  /** Codes of mentees that must not go with this mentor. */
  banned: ReadonlySet<string>;
  /** Codes of mentees that already go with this mentor. */
  mentees: ReadonlySet<string>;
  /** Codes of mentees who asked for this mentor or whom the mentor asked for. */
  wished: ReadonlySet<string>;
  /** Those of them with whom the wish is mutual. */
  mutual: ReadonlySet<string>;
  /** Codes of mentees who worked with this mentor before. */
  former: ReadonlySet<string>;
  /** The same person is in the bank of mentees as well. */
  isMentee: boolean;
}

/** A difficulty in which nobody helps yet; `index` is the direction's place in `helps`. */
export interface Need extends Difficulty {
  index: number;
}

/** A mentee made ready for comparison. */
export interface ReadyMentee extends MenteeProfile {
  subjects: readonly string[];
  /** Directions of severity 1 and more in which no standing pair helps yet, the hardest first. */
  needs: readonly Need[];
  /** Sum of severities of the needs. */
  needed: number;
  paired: boolean;
  /** There is a mentor with whom a wish binds the mentee. */
  wishes: boolean;
  /** The mentee has had a mentor before. */
  returning: boolean;
}

/** A pool in canonical order (by code), so that a choice does not depend on the order of rows. */
export interface ReadyPool {
  /** What it was made of. */
  pool: Pool;
  mentors: readonly ReadyMentor[];
  mentees: readonly ReadyMentee[];
  mentorByCode: ReadonlyMap<string, ReadyMentor>;
  menteeByCode: ReadonlyMap<string, ReadyMentee>;
}

/** Puts a pool in order and works out, once, what every comparison needs. */
export function readyPool(pool: Pool): ReadyPool {
  const directions = numbered([
    ...pool.mentors.flatMap((mentor) => mentor.directions),
    ...pool.mentees.flatMap((mentee) => mentee.difficulties.map((difficulty) => difficulty.direction)),
  ]);
  const ties = tiesOf(pool);
  const mentors = [...pool.mentors].sort(byCode).map((mentor) => readyMentor(mentor, ties, directions));
  const mentees = [...pool.mentees].sort(byCode).map((mentee) => readyMentee(mentee, ties, directions));
  return {
    pool,
    mentors,
    mentees,
    mentorByCode: new Map(mentors.map((mentor) => [mentor.code, mentor])),
    menteeByCode: new Map(mentees.map((mentee) => [mentee.code, mentee])),
  };
}

/** Directions in which this mentor can help this mentee, the hardest first. */
export function sharedDirections(mentor: ReadyMentor, mentee: ReadyMentee): string[] {
  return mentee.needs.filter((need) => helpsWith(mentor, need)).map((need) => need.direction);
}

/** Whether the mentor can help in this need. */
export function helpsWith(mentor: ReadyMentor, need: Need): boolean {
  return mentor.helps[need.index] === 1;
}

/** Whether the mentor can help in any of the mentee's needs. */
export function helpsAtAll(mentor: ReadyMentor, mentee: ReadyMentee): boolean {
  for (const need of mentee.needs) if (mentor.helps[need.index] === 1) return true;
  return false;
}

/** Facts about codes, gathered once for all people. */
class Groups {
  private readonly members = new Map<string, string[]>();

  add(code: string, members: readonly string[]): void {
    const known = this.members.get(code);
    if (known === undefined) this.members.set(code, [...members]);
    else known.push(...members);
  }

  of(code: string): string[] | undefined {
    return this.members.get(code);
  }
}

/** Who goes with whom, who must not, and in what each mentee is helped already. */
interface Ties {
  menteesOf: Groups;
  bannedFor: Groups;
  coveredFor: Groups;
  wishedBy: Groups;
  formerOf: Groups;
  wishing: ReadonlySet<string>;
  returning: ReadonlySet<string>;
  menteePersons: ReadonlySet<string>;
}

const NO_CODES: ReadonlySet<string> = new Set();

function setOf(codes: readonly string[] | undefined): ReadonlySet<string> {
  return codes === undefined ? NO_CODES : new Set(codes);
}

/** Codes that are named more than once. */
function repeated(codes: readonly string[] | undefined): ReadonlySet<string> {
  return setOf(codes?.filter((code, at) => codes.indexOf(code) !== at));
}

function tiesOf(pool: Pool): Ties {
  const ties = {
    menteesOf: new Groups(),
    bannedFor: new Groups(),
    coveredFor: new Groups(),
    wishedBy: new Groups(),
    formerOf: new Groups(),
    wishing: new Set(pool.wishes.map((wish) => wish.mentee)),
    returning: new Set(pool.before.map((couple) => couple.mentee)),
    menteePersons: new Set(pool.mentees.map((mentee) => mentee.personCode)),
  };
  for (const pair of pool.pairs) {
    ties.menteesOf.add(pair.mentor, pair.mentees);
    for (const mentee of pair.mentees) ties.coveredFor.add(mentee, pair.directions);
  }
  for (const ban of pool.bans) ties.bannedFor.add(ban.mentor, [ban.mentee]);
  for (const wish of pool.wishes) ties.wishedBy.add(wish.mentor, [wish.mentee]);
  for (const couple of pool.before) ties.formerOf.add(couple.mentor, [couple.mentee]);
  return ties;
}

function readyMentor(mentor: MentorProfile, ties: Ties, directions: ReadonlyMap<string, number>): ReadyMentor {
  const helps = new Uint8Array(directions.size);
  for (const direction of mentor.directions) helps[directions.get(direction) ?? 0] = 1;
  return {
    ...mentor,
    helps,
    subjects: subjectsOf(mentor.subject),
    wishedCategorySet: new Set(mentor.wishedCategories),
    banned: setOf(ties.bannedFor.of(mentor.code)),
    mentees: setOf(ties.menteesOf.of(mentor.code)),
    wished: setOf(ties.wishedBy.of(mentor.code)),
    mutual: repeated(ties.wishedBy.of(mentor.code)),
    former: setOf(ties.formerOf.of(mentor.code)),
    isMentee: ties.menteePersons.has(mentor.personCode),
  };
}

function readyMentee(mentee: MenteeProfile, ties: Ties, directions: ReadonlyMap<string, number>): ReadyMentee {
  const helped = ties.coveredFor.of(mentee.code);
  const covered = new Set(helped);
  const needs = mentee.difficulties
    .filter(({ direction, severity }) => severity >= 1 && !covered.has(direction))
    .map((difficulty) => ({ ...difficulty, index: directions.get(difficulty.direction) ?? 0 }))
    .sort((a, b) => b.severity - a.severity);
  return {
    ...mentee,
    subjects: subjectsOf(mentee.subject),
    needs,
    needed: needs.reduce((sum, { severity }) => sum + severity, 0),
    paired: helped !== undefined,
    wishes: ties.wishing.has(mentee.code),
    returning: ties.returning.has(mentee.code),
  };
}

/** «Русский язык, литература» → ["русский язык", "литература"]: letter case, ё and spaces do not matter. */
function subjectsOf(subject: string | null): string[] {
  if (subject === null) return [];
  return subject
    .toLowerCase()
    .replace(/ё/g, "е")
    .split(/[,;/]|\sи\s/)
    .map((part) => part.trim().replace(/\s+/g, " "))
    .filter((part) => part !== "");
}

function numbered(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(names)].map((name, index) => [name, index]));
}

function byCode(a: { code: string }, b: { code: string }): number {
  return a.code < b.code ? -1 : a.code > b.code ? 1 : 0;
}

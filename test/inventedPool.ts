// Invented schools for the tests of pairing: plain mentors and mentees, and generators of whole pools.
import fc from "fast-check";
import type { MenteeProfile, MentorProfile, Pool } from "../src/pairing/choice/pool";

const DIRECTIONS = ["Методика обучения", "Работа с родителями", "ИКТ и цифровая среда", "Ведение документации"];

/** A mentor who helps with «Методика обучения» and has one place. */
export function mentor(code: string, change: Partial<MentorProfile> = {}): MentorProfile {
  return {
    code,
    personCode: `Р-${code}`,
    name: `Наставник ${code}`,
    unavailable: null,
    directions: ["Методика обучения"],
    capacity: 1,
    load: 0,
    subject: null,
    experienceYears: null,
    qualification: null,
    hoursPerMonth: null,
    formats: [],
    wishedCategories: [],
    ...change,
  };
}

/** A mentee who needs help with «Методика обучения». */
export function mentee(code: string, change: Partial<MenteeProfile> = {}): MenteeProfile {
  return {
    code,
    personCode: `Р-${code}`,
    name: `Наставляемый ${code}`,
    unavailable: null,
    difficulties: [{ direction: "Методика обучения", severity: 3 }],
    subject: null,
    experienceYears: null,
    category: null,
    formats: [],
    waitingDays: 0,
    ...change,
  };
}

export function school(mentors: MentorProfile[], mentees: MenteeProfile[], change: Partial<Pool> = {}): Pool {
  return { mentors, mentees, pairs: [], bans: [], wishes: [], before: [], ...change };
}

const someCouples = fc.array(
  fc
    .record({ mentor: fc.integer({ min: 0, max: 4 }), mentee: fc.integer({ min: 0, max: 5 }) })
    .map((couple) => ({ mentor: `Н-${couple.mentor}`, mentee: `М-${couple.mentee}` })),
  { maxLength: 3 },
);

/** Small schools of every sort, with prohibitions and wishes. */
export const anySchool: fc.Arbitrary<Pool> = fc
  .record({
    mentors: fc.array(
      fc.record({
        directions: fc.subarray(DIRECTIONS),
        capacity: fc.integer({ min: 0, max: 3 }),
        experienceYears: fc.option(fc.integer({ min: 0, max: 40 })),
        subject: fc.constantFrom(null, "математика", "физика"),
        hoursPerMonth: fc.option(fc.integer({ min: 0, max: 12 })),
      }),
      { maxLength: 5 },
    ),
    mentees: fc.array(
      fc.record({
        severities: fc.array(fc.integer({ min: 0, max: 3 }), {
          minLength: DIRECTIONS.length,
          maxLength: DIRECTIONS.length,
        }),
        subject: fc.constantFrom(null, "математика", "физика"),
        waitingDays: fc.integer({ min: 0, max: 40 }),
      }),
      { maxLength: 6 },
    ),
    bans: someCouples,
    wishes: someCouples,
    before: someCouples,
  })
  .map(({ mentors, mentees, ...couples }) =>
    school(
      mentors.map((one, index) => mentor(`Н-${index}`, one)),
      mentees.map(({ severities, ...one }, index) =>
        mentee(`М-${index}`, {
          ...one,
          difficulties: severities.map((severity, at) => ({ direction: DIRECTIONS[at] ?? "", severity })),
        }),
      ),
      couples,
    ),
  );

// A programme draft must answer the mentee's difficulties, fit the calendar and stay of a size that a pair can carry out.
import fc from "fast-check";
import { DEFAULT_DIRECTIONS } from "../school/mentoringForms";
import { SCHOOL_KINDS } from "../school/vocabulary";
import { isMeetingDay } from "../school/workingDays";
import { addMonths, type CalendarDate, toCalendarDate } from "../workbook/calendarDate";
import { draftProgramme, monthsOf, type ProgrammeNeeds } from "./draftProgramme";
import { directionOf } from "./library";

const anyNeeds: fc.Arbitrary<ProgrammeNeeds> = fc
  .record({
    kind: fc.constantFrom(...SCHOOL_KINDS),
    severities: fc.array(fc.integer({ min: 0, max: 3 }), {
      minLength: DEFAULT_DIRECTIONS.length,
      maxLength: DEFAULT_DIRECTIONS.length,
    }),
    directions: fc.subarray([...DEFAULT_DIRECTIONS]),
    month: fc.integer({ min: 1, max: 12 }),
    months: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ kind, severities, directions, month, months }) => {
    const startsOn = toCalendarDate(2026, month, 10);
    return {
      kind,
      difficulties: severities.map((severity, index) => ({ direction: DEFAULT_DIRECTIONS[index] ?? "", severity })),
      directions,
      startsOn,
      endsOn: addMonths(startsOn, months),
      formats: [],
    };
  });

const september = (change: Partial<ProgrammeNeeds>): ProgrammeNeeds => ({
  kind: "школа",
  difficulties: [
    { direction: "Работа с родителями", severity: 1 },
    { direction: "Методика обучения", severity: 3 },
  ],
  directions: [],
  startsOn: "2026-09-14" as CalendarDate,
  endsOn: "2027-05-31" as CalendarDate,
  formats: ["очно"],
  ...change,
});

test("every direction of the dictionary has six activities and more, for a school and for a kindergarten", () => {
  for (const kind of SCHOOL_KINDS) {
    for (const direction of DEFAULT_DIRECTIONS) {
      const { activities } = directionOf(direction, kind);
      expect(activities.length).toBeGreaterThanOrEqual(6);
      expect(new Set(activities.map((activity) => activity.what)).size).toBe(activities.length);
      expect(activities.some((activity) => activity.what.includes(direction))).toBe(false);
    }
  }
});

test("a kindergarten's programme speaks of no lessons and pupils", () => {
  for (const direction of DEFAULT_DIRECTIONS) {
    const { activities } = directionOf(direction, "детский сад");
    const words = activities.map((activity) => `${activity.what} ${activity.result}`).join(" ");
    expect(words).not.toMatch(/(^|[^а-яё-])(урок|ученик|класс|школьн|отметк|экзамен)/i);
  }
});

test("the hardest difficulty comes first and gets most of the plan", () => {
  const plan = draftProgramme(september({}));
  expect(plan.directions).toEqual(["Методика обучения", "Работа с родителями"]);
  const share = (direction: string): number =>
    plan.activities.filter((activity) => activity.direction === direction).length;
  expect(share("Методика обучения")).toBeGreaterThan(share("Работа с родителями"));
  expect(share("Работа с родителями")).toBeGreaterThan(0);
  expect(plan.goal).toContain("«Методика обучения», «Работа с родителями»");
  expect(plan.initialLevel).toBe("Методика обучения — нужна помощь; Работа с родителями — небольшие трудности");
});

test("a pair works on its own directions only", () => {
  const plan = draftProgramme(september({ directions: ["Работа с родителями"] }));
  expect(plan.directions).toEqual(["Работа с родителями"]);
});

test("without a diagnosis the programme begins with entering the team and finding out", () => {
  const plan = draftProgramme(september({ difficulties: [] }));
  expect(plan.goal).toContain("выявить");
  expect(plan.activities.some((activity) => activity.direction === "Адаптация в коллективе")).toBe(true);
});

test("a direction of the school's own has a plan too", () => {
  const plan = draftProgramme(september({ difficulties: [{ direction: "Краеведение", severity: 2 }] }));
  expect(plan.activities.filter((activity) => activity.direction === "Краеведение")).toHaveLength(4);
});

test("every plan lasts 3–12 months, begins with a meeting, ends with one, and stays on days when people work", () => {
  fc.assert(
    fc.property(anyNeeds, (needs) => {
      const plan = draftProgramme(needs);
      expect(plan.endsOn >= addMonths(plan.startsOn, 3)).toBe(true);
      expect(plan.endsOn <= addMonths(plan.startsOn, 12)).toBe(true);
      const days = plan.activities.map((activity) => activity.dueOn);
      expect(days).toEqual([...days].sort());
      for (const day of days) {
        expect(day >= plan.startsOn && day <= plan.endsOn).toBe(true);
        expect(isMeetingDay(day)).toBe(true);
      }
      expect(plan.activities[0]?.content).toContain("Установочная встреча");
      expect(plan.activities[plan.activities.length - 1]?.content).toContain("Итоговая встреча");
      expect(plan.activities.length).toBeLessThanOrEqual(18);
      for (const direction of plan.directions) {
        expect(plan.activities.some((activity) => activity.direction === direction)).toBe(true);
      }
    }),
    { numRuns: 300 },
  );
});

test("whole months of a term", () => {
  expect(monthsOf("2026-09-14" as CalendarDate, "2027-05-31" as CalendarDate)).toBe(8);
  expect(monthsOf("2026-09-01" as CalendarDate, "2026-12-01" as CalendarDate)).toBe(3);
  expect(monthsOf("2026-09-01" as CalendarDate, "2027-05-31" as CalendarDate)).toBe(9);
});

// Indicators count what their formula says, and never show a group of fewer than three.
import type { Diagnostic } from "../bank/diagnostics.table";
import type { Person } from "../bank/people.table";
import type { Pair } from "../pairing/pairs.table";
import type { Activity } from "../programmes/activities.table";
import type { CalendarDate } from "../workbook/calendarDate";
import {
  averageMark,
  type Indicator,
  indicatorsOf,
  type MonitoringData,
  pairsByStatus,
  waitingByTerm,
} from "./indicators";

const TODAY = "2027-05-20" as CalendarDate;

/** A school in which nothing has happened yet. */
function data(change: Partial<MonitoringData> = {}): MonitoringData {
  return {
    today: TODAY,
    staff: [],
    mentors: [],
    pairs: [],
    pairsInForce: [],
    personOf: (code) => code.replace(/^[НМ]/, "Р"),
    paired: 0,
    waiting: 0,
    completePairs: new Set(),
    programmes: [],
    activities: [],
    diagnostics: [],
    menteeMarks: [],
    mentorMarks: [],
    satisfiedFrom: 7,
    youngYears: 3,
    ...change,
  };
}

function indicator(code: string, change: Partial<MonitoringData>): Indicator {
  const found = indicatorsOf(data(change)).find((one) => one.code === code);
  if (found === undefined) throw new Error(`no indicator ${code}`);
  return found;
}

const person = (code: string, change: Partial<Person> = {}): Person =>
  ({
    code,
    fullName: code,
    employment: "работает",
    experienceYears: 10,
    hiredOn: null,
    kind: null,
    ...change,
  }) as Person;
const pair = (mentor: string, ...mentees: string[]): Pair =>
  ({ code: `П-${mentor}`, mentor, mentees, status: "действует", order: "Д-1" }) as unknown as Pair;

test("a school at the very beginning has no figures and no errors", () => {
  for (const one of indicatorsOf(data())) expect(one).toMatchObject({ value: null, counted: "данных пока нет" });
});

test("engagement counts each person once, whatever roles they have, and not the dismissed", () => {
  const staff = [person("Р1"), person("Р2"), person("Р3"), person("Р4"), person("Р5", { employment: "уволен" })];
  const pairsInForce = [pair("Н1", "М2"), pair("Н2", "М3", "М5")];
  expect(indicator("P1", { staff, pairsInForce })).toMatchObject({ value: 0.75, counted: "3 из 4" });
});

test("satisfaction: a mark of the threshold counts, below does not", () => {
  expect(indicator("P3", { menteeMarks: [7, 6, 10, 9] })).toMatchObject({ value: 0.75, counted: "3 из 4" });
  expect(indicator("P4", { mentorMarks: [8, 8, 8], satisfiedFrom: 9 })).toMatchObject({ value: 0 });
});

test.each([1, 2])("satisfaction of %d respondents is not shown, nor their average", (answered) => {
  const marks = Array.from({ length: answered }, () => 9);
  expect(indicator("P3", { menteeMarks: marks })).toMatchObject({
    value: null,
    counted: "меньше 3 человек: не показывается",
  });
  expect(averageMark(marks)).toBeNull();
  expect(averageMark([9, 9, 10])).toBe(9.3);
});

test("activities count when their day has come; cancelled ones do not", () => {
  const row = (dueOn: string, status: string): Activity => ({ dueOn, status }) as unknown as Activity;
  const activities = [
    row("2027-05-01", "выполнено"),
    row("2027-05-20", "запланировано"),
    row("2027-05-21", "запланировано"),
    row("2027-04-01", "отменено"),
  ];
  expect(indicator("P6", { activities })).toMatchObject({ value: 0.5, counted: "1 из 2" });
});

describe("difficulty dynamics", () => {
  const row = (person: string, stage: string, severity: number): Diagnostic =>
    ({
      person,
      stage,
      severity,
      direction: "Методика обучения",
      doneOn: stage === "на входе" ? "2026-09-10" : "2027-05-10",
    }) as Diagnostic;
  const measured = (person: string, start: number, end: number): Diagnostic[] => [
    row(person, "на входе", start),
    row(person, "на выходе", end),
  ];

  test("compares entry and exit of those who have both", () => {
    const diagnostics = [
      ...measured("Р1", 3, 1),
      ...measured("Р2", 2, 1),
      ...measured("Р3", 1, 1),
      row("Р4", "на входе", 3),
    ];
    expect(indicator("P7", { diagnostics })).toMatchObject({ value: 0.5, counted: "3 из 6" });
  });

  test("two people with many points are still two people", () => {
    expect(indicator("P7", { diagnostics: [...measured("Р1", 3, 0), ...measured("Р2", 3, 0)] }).value).toBeNull();
  });
});

test("retention looks at those who joined young one to three years ago", () => {
  const joined = (code: string, hiredOn: string, change: Partial<Person> = {}): Person =>
    person(code, { hiredOn: hiredOn as CalendarDate, experienceYears: 2, ...change });
  const staff = [
    joined("Р1", "2025-09-01"),
    joined("Р2", "2025-09-01", { employment: "уволен" }),
    joined("Р3", "2024-09-01"),
    joined("Р4", "2027-01-10"),
    joined("Р5", "2025-09-01", { experienceYears: 20 }),
  ];
  expect(indicator("P8", { staff })).toMatchObject({ counted: "2 из 3" });
});

test("mentees without a pair, by how long they wait", () => {
  expect(indicator("P9", { waiting: 1, paired: 3 })).toMatchObject({ value: 0.25, counted: "1 из 4" });
  expect(waitingByTerm([0, 13, 14, 30]).map((term) => term.count)).toEqual([2, 1, 1]);
});

test("pairs by status lists every status, so that the chart keeps its shape", () => {
  expect(pairsByStatus([pair("Н1", "М1")])).toHaveLength(8);
});

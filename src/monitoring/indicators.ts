// The indicators of mentoring (domain §8.1): each a numerator, a denominator and a formula in words.
import { type Diagnostic, isMeasurement, type Measurement } from "../bank/diagnostics.table";
import { MENTOR_STATUS, type Mentor } from "../bank/mentors.table";
import { EMPLOYMENT, type Person } from "../bank/people.table";
import { PAIR_STATUS, type Pair } from "../pairing/pairs.table";
import { ACTIVITY_STATUS, type Activity } from "../programmes/activities.table";
import { PROGRAMME_STATUS, type Programme } from "../programmes/programmes.table";
import { addMonths, type CalendarDate, daysBetween } from "../workbook/calendarDate";

/** Everything that indicators are worked out from, as plain rows. */
export interface MonitoringData {
  today: CalendarDate;
  /** People of the school's own staff; partners and students are not among them. */
  staff: readonly Person[];
  mentors: readonly Mentor[];
  /** Pairs of the school year that are in force. */
  pairsInForce: readonly Pair[];
  /** All pairs of the school year. */
  pairs: readonly Pair[];
  /** Code on «Педагоги» of a mentor's or mentee's code. */
  personOf: (code: string) => string | undefined;
  /** Mentees who take part: with a mentor, and still waiting for one. */
  paired: number;
  waiting: number;
  /** Codes of pairs whose papers are complete, by the rule of src/programmes/pairPack.ts. */
  completePairs: ReadonlySet<string>;
  programmes: readonly Programme[];
  activities: readonly Activity[];
  diagnostics: readonly Diagnostic[];
  /** Marks of the overall satisfaction, 1–10, of the answers that count. */
  menteeMarks: readonly number[];
  mentorMarks: readonly number[];
  /** From which mark on a respondent is satisfied. */
  satisfiedFrom: number;
  /** Up to how many years of experience a teacher is a young specialist. */
  youngYears: number;
}

/** A share as counted. */
interface Share {
  numerator: number;
  denominator: number;
}

/** One indicator. A new one is a new entry of the table. */
interface IndicatorDefinition {
  code: string;
  title: string;
  formula: string;
  target: string;
  /** Tells something about people one by one, so it is hidden where there are fewer than three. */
  personal: boolean;
  count: (data: MonitoringData) => Share;
}

/** An indicator worked out. */
export interface Indicator {
  code: string;
  title: string;
  /** A share from 0 to 1 (dynamics may be negative); null if there is nothing to count, or too few to show. */
  value: number | null;
  /** In words: «12 из 15», or why there is no value. */
  counted: string;
  formula: string;
  target: string;
}

/** Groups smaller than this are not shown: an average of two tells what each has said. */
export const LEAST_GROUP = 3;

/** domain §8.1; P11–P13 and P15 wait for the data of later rooms (practices, events, partners, meetings). */
const INDICATORS: readonly IndicatorDefinition[] = [
  {
    code: "P1",
    title: "Доля педагогов, вовлечённых в наставничество",
    formula: "наставники и наставляемые действующих пар / все работающие педагоги",
    target: "устанавливает организация",
    personal: false,
    count: (data) => {
      const working = workingCodes(data);
      const involved = new Set(data.pairsInForce.flatMap((pair) => [pair.mentor, ...pair.mentees]).map(data.personOf));
      return { numerator: count([...working], (code) => involved.has(code)), denominator: working.size };
    },
  },
  {
    code: "P2",
    title: "Доля молодых специалистов, у которых есть наставник",
    formula: "молодые специалисты в действующих парах / все молодые специалисты",
    target: "70 %",
    personal: true,
    count: (data) => {
      const mentees = new Set(data.pairsInForce.flatMap((pair) => pair.mentees).map(data.personOf));
      const young = data.staff.filter(
        (person) => isWorking(person) && isYoung(person.experienceYears, data.youngYears),
      );
      return { numerator: count(young, (person) => mentees.has(person.code)), denominator: young.length };
    },
  },
  {
    code: "P3",
    title: "Удовлетворённость наставляемых",
    formula: "наставляемые с общей оценкой не ниже порога / все ответившие наставляемые",
    target: "85 %",
    personal: true,
    count: (data) => satisfied(data.menteeMarks, data.satisfiedFrom),
  },
  {
    code: "P4",
    title: "Удовлетворённость наставников",
    formula: "наставники с общей оценкой не ниже порога / все ответившие наставники",
    target: "85 %",
    personal: true,
    count: (data) => satisfied(data.mentorMarks, data.satisfiedFrom),
  },
  {
    code: "P5",
    title: "Доля завершённых программ",
    formula: "программы, выполненные полностью / все закончившиеся программы",
    target: "устанавливает организация",
    personal: false,
    count: ({ programmes }) => {
      const finished = count(programmes, (programme) => programme.status === PROGRAMME_STATUS.finished);
      const ended = count(programmes, (programme) => programme.status === PROGRAMME_STATUS.ended);
      return { numerator: finished, denominator: finished + ended };
    },
  },
  {
    code: "P6",
    title: "Выполнение мероприятий программ",
    formula: "выполненные мероприятия / мероприятия, срок которых наступил",
    target: "устанавливает организация",
    personal: false,
    count: ({ activities, today }) => {
      const due = dueActivities(activities, today);
      return { numerator: count(due, (activity) => activity.status === ACTIVITY_STATUS.done), denominator: due.length };
    },
  },
  {
    code: "P7",
    title: "Снижение затруднений наставляемых",
    formula: "(сумма степеней на входе − сумма на выходе) / сумма на входе, по тем, у кого есть обе диагностики",
    target: "больше нуля",
    personal: true,
    count: (data) => difficultyDynamics(data.diagnostics).share,
  },
  {
    code: "P8",
    title: "Закрепление молодых педагогов",
    formula: "продолжают работать / приняты молодыми от одного года до трёх лет назад",
    target: "рост",
    personal: true,
    count: ({ staff, today, youngYears }) => {
      const joined = staff.filter((person) => joinedYoung(person, today, youngYears));
      return { numerator: count(joined, isWorking), denominator: joined.length };
    },
  },
  {
    code: "P9",
    title: "Доля наставляемых без пары",
    formula: "ожидающие наставника / все, кому он нужен",
    target: "стремится к 0 %",
    personal: false,
    count: ({ waiting, paired }) => ({ numerator: waiting, denominator: waiting + paired }),
  },
  {
    code: "P10",
    title: "Доля обученных наставников",
    formula: "наставники, прошедшие обучение / наставники действующих пар",
    target: "100 %",
    personal: false,
    count: ({ pairsInForce, mentors }) => {
      const active = new Set(pairsInForce.map((pair) => pair.mentor));
      const own = mentors.filter((mentor) => active.has(mentor.code));
      const trained = count(own, (mentor) => mentor.trainedOn !== null || mentor.status === MENTOR_STATUS.trained);
      return { numerator: trained, denominator: own.length };
    },
  },
  {
    code: "P14",
    title: "Доля пар с полным пакетом документов",
    formula:
      "пары с приказом, согласиями, допсоглашением (если оно нужно) и утверждённой программой / все действующие пары",
    target: "100 %",
    personal: false,
    count: ({ pairsInForce, completePairs }) => ({
      numerator: count(pairsInForce, (pair) => completePairs.has(pair.code)),
      denominator: pairsInForce.length,
    }),
  },
];

/** All indicators that the data allow. */
export function indicatorsOf(data: MonitoringData): Indicator[] {
  return INDICATORS.map((definition): Indicator => {
    const { code, title, formula, target } = definition;
    const share = definition.count(data);
    const hidden = definition.personal && groupOf(definition, data, share) < LEAST_GROUP;
    const value = share.denominator === 0 || hidden ? null : share.numerator / share.denominator;
    return { code, title, value, counted: countedWords(share, hidden), formula, target };
  });
}

/** How many people stand behind a share; for dynamics that is not the denominator. */
function groupOf(definition: IndicatorDefinition, data: MonitoringData, share: Share): number {
  return definition.code === "P7" ? difficultyDynamics(data.diagnostics).people : share.denominator;
}

function countedWords({ numerator, denominator }: Share, hidden: boolean): string {
  if (denominator === 0) return "данных пока нет";
  return hidden ? `меньше ${LEAST_GROUP} человек: не показывается` : `${numerator} из ${denominator}`;
}

/** Average of marks, to one decimal; null for a group too small to show. */
export function averageMark(marks: readonly number[]): number | null {
  if (marks.length < LEAST_GROUP) return null;
  return Math.round((marks.reduce((sum, mark) => sum + mark, 0) / marks.length) * 10) / 10;
}

/** Mentees without a mentor by how long they have waited. */
export function waitingByTerm(days: readonly number[]): { label: string; count: number }[] {
  const terms = [
    { label: "до 2 недель", from: 0, to: 14 },
    { label: "2–4 недели", from: 14, to: 28 },
    { label: "больше месяца", from: 28, to: Infinity },
  ];
  return terms.map(({ label, from, to }) => ({ label, count: count(days, (waited) => waited >= from && waited < to) }));
}

/** Pairs of the year by status, in the order of the life cycle, empty ones included. */
export function pairsByStatus(pairs: readonly Pair[]): { label: string; count: number }[] {
  return Object.values(PAIR_STATUS).map((status) => ({
    label: status,
    count: count(pairs, (pair) => pair.status === status),
  }));
}

function satisfied(marks: readonly number[], from: number): Share {
  return { numerator: count(marks, (mark) => mark >= from), denominator: marks.length };
}

function workingCodes({ staff }: MonitoringData): ReadonlySet<string> {
  return new Set(staff.filter(isWorking).map((person) => person.code));
}

function isWorking(person: Person): boolean {
  return person.employment !== EMPLOYMENT.dismissed;
}

function isYoung(experienceYears: number | null, youngYears: number): boolean {
  return experienceYears !== null && experienceYears <= youngYears;
}

/** Joined one to three years ago with little experience then. */
function joinedYoung(person: Person, today: CalendarDate, youngYears: number): boolean {
  const { hiredOn, experienceYears } = person;
  if (hiredOn === null || experienceYears === null) return false;
  if (hiredOn > addMonths(today, -12) || hiredOn < addMonths(today, -36)) return false;
  return experienceYears - daysBetween(hiredOn, today) / 365 <= youngYears;
}

/** Activities whose day has come. */
export function dueActivities(activities: readonly Activity[], today: CalendarDate): Activity[] {
  return activities.filter(
    ({ status, dueOn }) => status !== ACTIVITY_STATUS.cancelled && dueOn !== null && dueOn <= today,
  );
}

/** A direction of somebody as it was first measured at entry and last at exit. */
interface MeasuredEnds {
  start?: Measurement;
  end?: Measurement;
}

/** Every direction of everybody that was measured at entry or at exit. */
export function measuredEnds(rows: readonly Diagnostic[]): MeasuredEnds[] {
  const ends = new Map<string, MeasuredEnds>();
  for (const row of rows.filter(isMeasurement)) {
    const key = `${row.person} ${row.direction}`;
    const own = ends.get(key) ?? {};
    if (row.stage === "на входе" && (own.start === undefined || row.doneOn < own.start.doneOn)) own.start = row;
    if (row.stage === "на выходе" && (own.end === undefined || row.doneOn >= own.end.doneOn)) own.end = row;
    ends.set(key, own);
  }
  return [...ends.values()];
}

/** domain §7: Σ(start − end) / Σ start over the directions that were measured at both ends. */
function difficultyDynamics(rows: readonly Diagnostic[]): { share: Share; people: number } {
  const people = new Set<string>();
  const share = { numerator: 0, denominator: 0 };
  for (const { start, end } of measuredEnds(rows)) {
    if (start === undefined || end === undefined) continue;
    people.add(start.person);
    share.numerator += start.severity - end.severity;
    share.denominator += start.severity;
  }
  return { share, people: people.size };
}

function count<T>(items: readonly T[], fits: (item: T) => boolean): number {
  return items.reduce((sum, item) => sum + (fits(item) ? 1 : 0), 0);
}

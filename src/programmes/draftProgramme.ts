// Drafts a personalised programme: goal, tasks and a plan of activities from what is hard for the mentee.
import type { Difficulty } from "../pairing/choice/pool";
import type { SchoolKind } from "../school/vocabulary";
import { meetingDays } from "../school/workingDays";
import { addDays, addMonths, type CalendarDate } from "../workbook/calendarDate";
import { CLOSING, directionOf, HALF_TIME, type LibraryActivity, OPENING } from "./library";

/** What a programme depends on. */
export interface ProgrammeNeeds {
  kind: SchoolKind;
  /** What is hard for the mentees of the pair, the hardest first; empty if it has not been found out. */
  difficulties: readonly Difficulty[];
  /** Directions in which the pair works; difficulties outside them are left to other pairs. Empty means all. */
  directions: readonly string[];
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  /** Formats that suit both; empty if unknown. */
  formats: readonly string[];
}

/** A row of the plan. */
export interface DraftActivity {
  content: string;
  /** Null for what serves the whole programme. */
  direction: string | null;
  dueOn: CalendarDate;
  expectedResult: string;
}

/** A programme ready to be looked through by the curator. */
export interface ProgrammeDraftPlan {
  goal: string;
  tasks: string[];
  directions: string[];
  startsOn: CalendarDate;
  endsOn: CalendarDate;
  meetings: string;
  initialLevel: string;
  expectedResults: string[];
  activities: DraftActivity[];
}

/** Source 4, clause 1.2: from 3 months to a year. */
const LEAST_MONTHS = 3;
const MOST_MONTHS = 12;
/** Where nothing has been diagnosed, a programme begins with entering the team and finding out. */
const WITHOUT_DIAGNOSIS = "Адаптация в коллективе";
/** Activities by severity 1, 2, 3: the harder, the more; at most all that the library has. */
const ACTIVITIES_BY_SEVERITY = [0, 2, 4, 6];
/** A plan of more rows than this nobody carries out. */
const MOST_ACTIVITIES = 18;
const SEVERITY_LEVELS = ["трудностей нет", "небольшие трудности", "заметные трудности", "нужна помощь"];
const PHASES = ["start", "middle", "end"] as const;
type Phase = (typeof PHASES)[number];
/** Where in the programme each phase ends, as a share of its days. */
const PHASE_BOUNDS = { start: [0, 0.25], middle: [0.25, 0.85], end: [0.85, 1] } as const;

/** Drafts a programme. Depends on nothing but its input: the same needs give the same programme. */
export function draftProgramme(needs: ProgrammeNeeds): ProgrammeDraftPlan {
  const { startsOn, endsOn } = termWithin(needs);
  const difficulties = concerned(needs);
  const directions = difficulties.map((difficulty) => difficulty.direction);
  const worked = directions.length > 0 ? directions : [WITHOUT_DIAGNOSIS];
  return {
    goal: goalOf(directions),
    tasks: [
      ...worked.map((name) => directionOf(name, needs.kind).task),
      "подвести итоги и наметить дальнейшее профессиональное развитие",
    ],
    directions,
    startsOn,
    endsOn,
    meetings: meetingsOf(needs.formats),
    initialLevel: difficulties.map((one) => `${one.direction} — ${SEVERITY_LEVELS[one.severity] ?? ""}`).join("; "),
    expectedResults: expectedResults(difficulties, needs.kind),
    activities: planned(activitiesFor(difficulties, needs.kind), startsOn, endsOn),
  };
}

/** The term that was asked for, brought within what a programme may last. */
function termWithin({ startsOn, endsOn }: ProgrammeNeeds): { startsOn: CalendarDate; endsOn: CalendarDate } {
  const least = addMonths(startsOn, LEAST_MONTHS);
  const most = addMonths(startsOn, MOST_MONTHS);
  return { startsOn, endsOn: endsOn < least ? least : endsOn > most ? most : endsOn };
}

function concerned(needs: ProgrammeNeeds): Difficulty[] {
  return needs.difficulties
    .filter(
      ({ direction, severity }) =>
        severity > 0 && (needs.directions.length === 0 || needs.directions.includes(direction)),
    )
    .sort((a, b) => b.severity - a.severity);
}

function goalOf(directions: readonly string[]): string {
  if (directions.length === 0) {
    return "Помочь наставляемому войти в коллектив, выявить и преодолеть профессиональные затруднения и закрепиться в профессии";
  }
  const named = directions.map((direction) => `«${direction}»`).join(", ");
  return `Помочь наставляемому преодолеть профессиональные затруднения по ${directions.length === 1 ? "направлению" : "направлениям"} ${named} и уверенно работать самостоятельно`;
}

function meetingsOf(formats: readonly string[]): string {
  return `${formats.length > 0 ? formats.join(" и ") : "очно"}, не реже одного раза в две недели`;
}

function expectedResults(difficulties: readonly Difficulty[], kind: SchoolKind): string[] {
  const own = difficulties.map(({ direction }) => {
    const last = [...directionOf(direction, kind).activities].reverse().find((activity) => activity.when === "end");
    return `${direction}: ${lowerFirst(last?.result ?? "наставляемый справляется самостоятельно")}`;
  });
  return [
    ...own,
    difficulties.length > 0
      ? "снижение уровня затруднений по результатам итоговой диагностики"
      : "затруднения выявлены, составлен план их преодоления",
    "удовлетворённость участников совместной работой",
  ];
}

interface Chosen extends LibraryActivity {
  direction: string | null;
}

/** Activities by direction, the harder directions with more of them, within what a pair can carry out. */
function activitiesFor(difficulties: readonly Difficulty[], kind: SchoolKind): Chosen[] {
  const general = [...OPENING, HALF_TIME, ...CLOSING].map((activity) => ({ ...activity, direction: null }));
  const wanted = difficulties.length > 0 ? difficulties : [{ direction: WITHOUT_DIAGNOSIS, severity: 3 }];
  const lists = wanted.map(({ direction, severity }) => {
    const most = ACTIVITIES_BY_SEVERITY[severity] ?? 0;
    return evenly(directionOf(direction, kind).activities, most).map((activity) => ({ ...activity, direction }));
  });
  // Where there are too many, the longest list gives one up at a time, so that no direction is left out.
  while (lists.reduce((sum, list) => sum + list.length, 0) > MOST_ACTIVITIES - general.length) {
    const longest = lists.reduce((most, list) => (list.length >= most.length ? list : most), lists[0] ?? []);
    if (longest.length <= 1) break;
    longest.splice(longest.length - 2, 1);
  }
  return [...general, ...lists.flat()];
}

/** `most` items spread over the list, the first and the last among them. */
function evenly<T>(items: readonly T[], most: number): T[] {
  if (items.length <= most) return [...items];
  return Array.from({ length: most }, (_, index) => {
    const at = most === 1 ? 0 : Math.round((index * (items.length - 1)) / (most - 1));
    return items[at];
  }).filter((item) => item !== undefined);
}

/** Gives every activity its day: phases in order, days evenly within them, days of meeting only. */
function planned(activities: readonly Chosen[], startsOn: CalendarDate, endsOn: CalendarDate): DraftActivity[] {
  const days = meetingDays(startsOn, endsOn);
  const byPhase = { start: [] as Chosen[], middle: [] as Chosen[], end: [] as Chosen[] };
  for (const activity of activities) byPhase[activity.when].push(activity);
  return PHASES.flatMap((phase) => {
    const [from, to] = PHASE_BOUNDS[phase];
    const list = ordered(byPhase[phase], phase);
    return list.map((activity, index) => ({
      content: activity.what,
      direction: activity.direction,
      dueOn: dayAt(days, from + ((to - from) * (index + 1)) / list.length, endsOn),
      expectedResult: activity.result,
    }));
  });
}

/** The opening comes first, the half-time in the middle, the closing last; directions take turns in between. */
function ordered(activities: readonly Chosen[], phase: Phase): Chosen[] {
  const general = activities.filter((activity) => activity.direction === null);
  const turns = takingTurns(activities.filter((activity) => activity.direction !== null));
  if (phase === "start") return [...general, ...turns];
  if (phase === "end") return [...turns, ...general];
  const half = Math.floor(turns.length / 2);
  return [...turns.slice(0, half), ...general, ...turns.slice(half)];
}

function takingTurns(activities: readonly Chosen[]): Chosen[] {
  const turn = new Map<string | null, number>();
  return activities
    .map((activity, index) => {
      const round = turn.get(activity.direction) ?? 0;
      turn.set(activity.direction, round + 1);
      return { activity, round, index };
    })
    .sort((a, b) => a.round - b.round || a.index - b.index)
    .map(({ activity }) => activity);
}

function dayAt(days: readonly CalendarDate[], share: number, fallback: CalendarDate): CalendarDate {
  const index = Math.min(days.length - 1, Math.max(0, Math.ceil(share * days.length) - 1));
  return days[index] ?? fallback;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** «9 месяцев»: whole months of a term, both of its days counted, at least one. */
export function monthsOf(startsOn: CalendarDate, endsOn: CalendarDate): number {
  let months = 1;
  while (months < MOST_MONTHS && addDays(addMonths(startsOn, months + 1), -1) <= endsOn) months++;
  return months;
}

// What «Ход пар» shows: every pair by what it waits for, and one pair with its history, papers and next steps.
import { CONSENTS_NEEDED } from "../../bank/consentRules";
import { consents } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { EMPLOYMENT, people } from "../../bank/people.table";
import { documents, type DocumentRecord } from "../../documents/documents.table";
import { orderedEndings } from "../../pairing/endPairs";
import { pairOf } from "../../pairing/pairCommands";
import { noticeDaysOf, pairJudge, type Party } from "../../pairing/pairFacts";
import { brokenPairGuard, nextPairSteps, type PairFacts } from "../../pairing/pairLife";
import { isEndingEarly, isInForce, isPlanned } from "../../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../../pairing/pairs.table";
import { namesOfPair, nameOf } from "../../pairing/savePairs";
import { addDays, formatDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { activities, ACTIVITY_STATUS } from "../activities.table";
import { programmes } from "../programmes.table";
import type { CourseGroup, CoursePair, CourseView, PairCourse } from "./courseView";
import { programmesOfPairs } from "./programmeFacts";

/** So long beforehand the curator is told that a term runs out. */
const SOON_DAYS = 14;

interface Sorted {
  group: CourseGroup;
  why: string;
}

/** One rule of sorting: the group and the line, if the pair belongs there. */
type Sorter = (pair: Pair, facts: PairFacts) => Sorted | null;

/** The first that fits decides. */
const SORTERS: readonly Sorter[] = [
  (pair, facts) =>
    isInForce(pair) && pair.endsOn !== null && pair.endsOn < facts.today
      ? {
          group: "overdue",
          why:
            pair.endReason === null
              ? `срок истёк ${formatDate(pair.endsOn)}: завершите или продлите`
              : `последний день прошёл ${formatDate(pair.endsOn)}: оформите прекращение`,
        }
      : null,
  (pair, facts) => {
    const broken = brokenPairGuard(pair, facts);
    return broken === null ? null : { group: "broken", why: broken };
  },
  (pair, { successor, openProgramme }) =>
    pair.status === PAIR_STATUS.ended && pair.order !== null && openProgramme && successor === null
      ? { group: "toReplace", why: "программа ждёт нового наставника" }
      : null,
  (pair) =>
    pair.status === PAIR_STATUS.finished || pair.status === PAIR_STATUS.ended
      ? {
          group: "over",
          why: [pair.endsOn === null ? "до приказа" : `по ${formatDate(pair.endsOn)}`, pair.endReason ?? ""]
            .filter((part) => part !== "")
            .join("; "),
        }
      : null,
  (pair) => (pair.status === PAIR_STATUS.paused ? { group: "paused", why: untilOf(pair) } : null),
  (pair, { today }) =>
    pair.status === PAIR_STATUS.active && pair.endsOn !== null && pair.endsOn <= addDays(today, SOON_DAYS)
      ? {
          group: "soon",
          why: pair.endReason === null ? untilOf(pair) : `прекращается (${pair.endReason}): ${untilOf(pair)}`,
        }
      : null,
  (pair) => (pair.status === PAIR_STATUS.active ? { group: "active", why: untilOf(pair) } : null),
  ({ recommendedOn }, { lacking }) =>
    lacking.length === 0
      ? { group: "order", why: `согласия собраны${recommendedOn === null ? "; совет пару не рассматривал" : ""}` }
      : null,
  (pair, { lacking }) =>
    pair.recommendedOn !== null && pair.recommendation !== null
      ? { group: "consents", why: `нет согласий: ${lacking.join("; ")}` }
      : { group: "council", why: `нет согласий: ${lacking.join("; ")}` },
];

/** All pairs. Reads seven tables and the settings, each once. */
export function loadCourse(wb: ReadOnlyWorkbook): CourseView {
  const judge = pairJudge(wb);
  const known = programmesOfPairs(wb, false);
  return {
    today: wb.today,
    pairs: wb.all(pairs).map((pair): CoursePair => {
      const facts = judge.facts(pair, known.get(pair.code));
      return {
        code: pair.code,
        ...namesOfPair(wb, pair.mentor, pair.mentees),
        status: pair.status ?? PAIR_STATUS.draft,
        ...sorted(pair, facts),
        recommendable:
          pair.recommendedOn === null &&
          nextPairSteps(pair, facts).some(({ key, against }) => key === "recommend" && against === null),
      };
    }),
    problems: wb.unreadable(pairs),
  };
}

function sorted(pair: Pair, facts: PairFacts): Sorted {
  for (const sorter of SORTERS) {
    const found = sorter(pair, facts);
    if (found) return found;
  }
  return { group: "active", why: "" };
}

/** One pair with everything that is to be known of it. */
export function loadPair(wb: ReadOnlyWorkbook, code: string): PairCourse {
  const pair = pairOf(wb, code);
  const judge = pairJudge(wb);
  const facts = judge.facts(pair, programmesOfPairs(wb, true).get(pair.code));
  const { parties } = judge.parties(pair);
  const isOpen = isPlanned(pair) || isInForce(pair);
  const mentor = wb.find(mentors, pair.mentor);
  return {
    code: pair.code,
    today: wb.today,
    mentor: { code: pair.mentor, name: nameOf(wb, mentor) ?? pair.mentorName ?? pair.mentor },
    mentees: pair.mentees.map((one) => ({ code: one, name: nameOf(wb, wb.find(mentees, one)) ?? one })),
    status: pair.status ?? PAIR_STATUS.draft,
    about: [pair.mentoringForm ?? "", pair.mentoringKinds.join(", ")].filter((part) => part !== "").join("; "),
    directions: pair.directions,
    startsOn: pair.startsOn,
    endsOn: pair.endsOn,
    notice: isInForce(pair) && pair.endReason !== null ? { on: pair.noticeOn, reason: pair.endReason } : null,
    broken: brokenPairGuard(pair, facts),
    steps: nextPairSteps(pair, facts),
    history: historyOf(wb, pair),
    papers: papersOf(wb, pair, parties),
    lacking: isOpen ? [...facts.lacking] : [],
    programme: programmeOfPair(wb, pair),
    wantsEndingOrder: isEndingEarly(pair) && !orderedEndings(wb).has(pair.code),
    noticeDays: noticeDaysOf(wb),
    mentorDismissed: mentor !== undefined && wb.find(people, mentor.person)?.employment === EMPLOYMENT.dismissed,
  };
}

/** What the row tells, in the order of days; what has no day comes where it belongs. */
function historyOf(wb: ReadOnlyWorkbook, pair: Pair): PairCourse["history"] {
  const order = pair.order === null ? undefined : wb.find(documents, pair.order);
  return [
    ...said(null, pair.replaces, (code) => `Взамен пары ${code}.`),
    ...said(null, pair.grounds, (grounds) => grounds),
    ...said(pair.recommendedOn, pair.recommendation, (minutes) => `Рекомендована советом: ${minutes}.`),
    ...said(order?.signedOn, order?.code, () => `Закреплена приказом № ${order?.number ?? "б/н"}.`),
    ...said(pair.startsOn, pair.startsOn, () => "Начало работы."),
    ...(pair.note ?? "").split("\n").flatMap((line) => said(null, line.trim() || null, (remark) => remark)),
    ...said(pair.noticeOn, pair.noticeOn, () => "Наставник предупреждён о прекращении."),
    ...endOf(pair),
    ...wb
      .all(pairs)
      .filter(({ replaces }) => replaces === pair.code)
      .flatMap(({ code, mentorName, startsOn }) =>
        said(startsOn, mentorName ?? code, (name) => `Новый наставник — ${name}: пара ${code}.`),
      ),
  ];
}

/** One line of the history, where there is something to say. */
function said<T>(on: CalendarDate | null | undefined, about: T | null | undefined, words: (about: T) => string) {
  return about === null || about === undefined ? [] : [{ on: on ?? null, what: words(about) }];
}

function endOf({ status, endsOn, endReason }: Pair): PairCourse["history"] {
  if (status === PAIR_STATUS.finished) return [{ on: endsOn, what: "Завершена." }];
  return status === PAIR_STATUS.ended
    ? [{ on: endsOn, what: `Прекращена досрочно${endReason === null ? "" : `: ${endReason}`}.` }]
    : [];
}

/** The order, other papers of the pair, and the consents that are in force. */
function papersOf(wb: ReadOnlyWorkbook, pair: Pair, parties: readonly Party[]): PairCourse["papers"] {
  const papers = wb
    .all(documents)
    .filter((one) => one.code === pair.order || one.pairs.includes(pair.code))
    .map((one) => ({ what: namedPaper(one), link: one.link }));
  const given = parties.flatMap(({ person, role, name }) =>
    wb
      .all(consents)
      .filter((one) => one.person === person && one.withdrawnOn === null && CONSENTS_NEEDED[role].includes(one.kind))
      .map(({ kind, givenOn, paper }) => ({
        what: `${name}: ${kind}, ${formatDate(givenOn)}${paper === null || isLink(paper) ? "" : ` (${paper})`}`,
        link: isLink(paper) ? paper : null,
      })),
  );
  return [...papers, ...given];
}

/** «Приказ № 12-н от 04.09.2026», «Согласие на …: Иванова Анна Петровна (проект)». */
function namedPaper({ paper, heading, number, signedOn, status }: DocumentRecord): string {
  if (number === null) return `${heading ?? paper}${status === null ? "" : ` (${status})`}`;
  return `${paper} № ${number}${signedOn === null ? "" : ` от ${formatDate(signedOn)}`}`;
}

function isLink(paper: string | null): boolean {
  return paper !== null && /^https:\/\/\S+$/.test(paper);
}

/** The one that is open, or else the last. */
function programmeOfPair(wb: ReadOnlyWorkbook, pair: Pair): PairCourse["programme"] {
  const own = wb.all(programmes).filter((programme) => programme.pair === pair.code);
  const programme = own[own.length - 1];
  if (!programme) return null;
  const plan = wb
    .all(activities)
    .filter((row) => row.programme === programme.code && row.status !== ACTIVITY_STATUS.cancelled);
  return {
    code: programme.code,
    status: programme.status ?? "",
    activities: plan.length,
    done: plan.filter(({ status }) => status === ACTIVITY_STATUS.done).length,
  };
}

function untilOf({ endsOn }: Pair): string {
  return endsOn === null ? "срок не указан" : `по ${formatDate(endsOn)}`;
}

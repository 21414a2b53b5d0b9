// Makes the personalised programme of a pair: its rows in the workbook first, then the paper from those rows.
import { refuseWithdrawn } from "../bank/consentRules";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { documents } from "../documents/documents.table";
import { institutionOf, workshopOf } from "../documents/institution";
import { makeDocuments, type PaperStore } from "../documents/makeDocuments";
import { Stop } from "../google/stop";
import { participant } from "../pairing/makeOrder";
import { pairs, type Pair } from "../pairing/pairs.table";
import { isSingleMeeting } from "../pairing/choice/kinds";
import { namesOfPair, termOf } from "../pairing/savePairs";
import { settings } from "../school/settings.table";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { activities, ACTIVITY_STATUS, type Activity } from "./activities.table";
import { draftProgramme, monthsOf } from "./draftProgramme";
import { difficultyFinder, programmeOf } from "./loadProgrammes";
import { programmePaper, type ProgrammePaperInput } from "./programmePaper";
import { PROGRAMME_STATUS, programmes, type Programme } from "./programmes.table";
import type { ProgrammeMade } from "./programmesView";

/**
 * Makes or refreshes the programmes of pairs, their papers in parallel. Where a pair has a programme already, its rows
 * are the curator's: they are left as they are and only the paper is made anew from them. Safe to repeat.
 *
 * @throws Stop when there is no such pair, or Drive refuses the papers (the rows are kept)
 */
export function makeProgrammes(wb: Workbook, pairCodes: readonly string[], store?: PaperStore): ProgrammeMade[] {
  const drafts = pairCodes.map((code) => draftOf(wb, code));
  // Before the papers go to Drive: a failure there must not lose the plans.
  wb.save();
  const made = makeDocuments(
    wb,
    programmePaper,
    drafts.map(({ pair, programme }) => ({
      subject: programme.code,
      input: (registration) => paperInput(wb, pair, programme, registration?.date ?? null),
      pairs: [pair.code],
      people: personsOf(wb, pair),
    })),
    workshopOf(wb),
    store,
  );
  return made.map(({ record, problems }, index) => {
    const { programme, drafted } = drafts[index] as Draft;
    wb.update(programmes, programme.code, { document: record.code });
    return {
      programme: programme.code,
      drafted,
      link: record.link,
      warnings: problems.map((problem) => `${problem.what} ${problem.mend}`),
    };
  });
}

interface Draft {
  pair: Pair;
  programme: Programme;
  drafted: boolean;
}

/** @throws Stop when there is no such pair, or one of its people has withdrawn the consent to the use of their data */
export function pairForProgramme(wb: ReadOnlyWorkbook, code: string): Pair {
  const pair = wb.find(pairs, code);
  if (pair !== undefined && isSingleMeeting(pair.mentoringKinds)) {
    throw new Stop(
      `Пара ${code} — одна встреча (скоростное наставничество), программа ей не нужна.`,
      "Если встреч будет больше, добавьте паре ещё один вид наставничества и исправьте её срок.",
    );
  }
  if (pair !== undefined) {
    refuseWithdrawn(wb, personsOf(wb, pair));
    return pair;
  }
  throw new Stop(`Пары ${code} нет на вкладке «Пары».`, "Закройте панель, откройте её снова и выберите пару снова.");
}

function draftOf(wb: Workbook, pairCode: string): Draft {
  const pair = pairForProgramme(wb, pairCode);
  const known = programmeOf(wb, pair.code);
  const programme = known ?? draftRows(wb, pair);
  return { pair, programme, drafted: known === undefined || fillEmptyPlan(wb, pair, programme) };
}

function planOf(
  wb: ReadOnlyWorkbook,
  pair: Pair,
  term: { startsOn: CalendarDate; endsOn: CalendarDate },
): ReturnType<typeof draftProgramme> {
  return draftProgramme({
    kind: wb.setting(settings, "schoolKind") ?? "школа",
    difficulties: difficultyFinder(wb)(pair),
    directions: pair.directions,
    ...term,
    formats: wb.find(mentors, pair.mentor)?.formats ?? [],
  });
}

function draftRows(wb: Workbook, pair: Pair): Programme {
  const usual = termOf(wb);
  const plan = planOf(wb, pair, { startsOn: pair.startsOn ?? usual.startsOn, endsOn: pair.endsOn ?? usual.endsOn });
  const { mentorName, menteeNames } = namesOfPair(wb, pair.mentor, pair.mentees);
  const programme = wb.add(programmes, {
    pair: pair.code,
    title: `${mentorName} — ${menteeNames}`,
    status: PROGRAMME_STATUS.draft,
    version: 1,
    goal: plan.goal,
    tasks: plan.tasks.join("\n"),
    directions: plan.directions,
    startsOn: plan.startsOn,
    endsOn: plan.endsOn,
    meetings: plan.meetings,
    initialLevel: plan.initialLevel,
    expectedResults: plan.expectedResults.join("\n"),
  });
  addPlan(wb, programme.code, plan.activities);
  wb.note({ what: "Составлена персонализированная программа", records: [programme.code, pair.code] });
  return programme;
}

/** A programme without a single activity (an interrupted run, or a curator's own row) gets a plan. */
function fillEmptyPlan(wb: Workbook, pair: Pair, programme: Programme): boolean {
  if (rowsOf(wb, programme.code).length > 0) return false;
  const usual = termOf(wb);
  const plan = planOf(wb, pair, {
    startsOn: programme.startsOn ?? pair.startsOn ?? usual.startsOn,
    endsOn: programme.endsOn ?? pair.endsOn ?? usual.endsOn,
  });
  addPlan(wb, programme.code, plan.activities);
  return true;
}

function addPlan(wb: Workbook, programme: string, plan: ReturnType<typeof draftProgramme>["activities"]): void {
  plan.forEach((activity, index) => {
    wb.add(activities, { programme, number: index + 1, ...activity, status: ACTIVITY_STATUS.planned });
  });
}

function rowsOf(wb: ReadOnlyWorkbook, programme: string): Activity[] {
  return wb.all(activities).filter((activity) => activity.programme === programme);
}

/** The activities of a programme that count, by their days. */
export function planInOrder(wb: ReadOnlyWorkbook, programme: string): Activity[] {
  return rowsOf(wb, programme)
    .filter((row) => row.status !== ACTIVITY_STATUS.cancelled)
    .sort((a, b) => (a.dueOn ?? "").localeCompare(b.dueOn ?? "") || (a.number ?? 0) - (b.number ?? 0));
}

/**
 * What the programme's paper says, by its code.
 *
 * @param approvedOn when the head has approved it; null while it is a draft
 * @throws Stop when there is no such programme or pair
 */
export function programmeInput(
  wb: ReadOnlyWorkbook,
  code: string,
  approvedOn: CalendarDate | null,
): ProgrammePaperInput {
  const programme = wb.find(programmes, code);
  const pair = programme === undefined ? undefined : wb.find(pairs, programme.pair);
  if (programme !== undefined && pair !== undefined) return paperInput(wb, pair, programme, approvedOn);
  throw new Stop(
    `Программы ${code} или её пары больше нет в таблице.`,
    "Составьте программу заново на странице «Программы пар».",
  );
}

function paperInput(
  wb: ReadOnlyWorkbook,
  pair: Pair,
  draft: Programme,
  approvedOn: CalendarDate | null,
): ProgrammePaperInput {
  const programme = wb.find(programmes, draft.code) ?? draft;
  const { startsOn, endsOn } = programme;
  const plan = planInOrder(wb, programme.code);
  return {
    institution: institutionOf(wb),
    mentor: participant(wb, wb.find(mentors, pair.mentor)?.person, pair.mentorName),
    mentees: pair.mentees.map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
    form: pair.mentoringForm ?? "",
    kinds: pair.mentoringKinds,
    startsOn,
    endsOn,
    months: startsOn === null || endsOn === null ? null : monthsOf(startsOn, endsOn),
    grounds: groundsOf(wb, pair),
    councilMinutes: pair.recommendation ?? "",
    approvedOn,
    meetings: programme.meetings ?? "",
    initialLevel: programme.initialLevel ?? "",
    difficulties: programme.directions,
    strengths: pair.mentees.flatMap((code) => wb.find(mentees, code)?.strengths ?? []).join("; "),
    goal: programme.goal ?? "",
    tasks: linesOf(programme.tasks),
    directions: programme.directions,
    activities: plan.map((row) => ({
      content: row.content,
      direction: row.direction ?? "",
      dueOn: row.dueOn,
      expectedResult: row.expectedResult ?? "",
      done: row.status === ACTIVITY_STATUS.done ? ACTIVITY_STATUS.done : "",
    })),
    expectedResults: linesOf(programme.expectedResults),
  };
}

/** «приказ от 14.09.2026 № 84-02»; "" before the order is registered. */
export function groundsOf(wb: ReadOnlyWorkbook, pair: Pair): string {
  const order = pair.order === null ? undefined : wb.find(documents, pair.order);
  if (order === undefined || order.signedOn === null || order.number === null) return "";
  return `приказ от ${formatDate(order.signedOn)} № ${order.number}`;
}

function linesOf(text: string | null): string[] {
  return (text ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Codes on «Педагоги» of everybody in the pair. */
export function personsOf(wb: ReadOnlyWorkbook, pair: Pair): string[] {
  const mentor = wb.find(mentors, pair.mentor);
  const group = pair.mentees.flatMap((code) => wb.find(mentees, code)?.person ?? []);
  return mentor === undefined ? group : [mentor.person, ...group];
}

// Gathers from the workbook what the indicators are worked out from, each table read once.
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { PAIR_STATUS, pairs } from "../pairing/pairs.table";
import { readyPool } from "../pairing/choice/pool";
import { isWaiting } from "../pairing/choice/proposal";
import { poolOf } from "../pairing/profiles";
import { schoolYearName } from "../pairing/savePairs";
import { activities } from "../programmes/activities.table";
import { pairsWithPacks } from "../programmes/pairPack";
import { programmes } from "../programmes/programmes.table";
import { ANSWER_STATUS, answers, type Answer } from "../questionnaires/answers.table";
import { forms } from "../questionnaires/forms.table";
import { settings } from "../school/settings.table";
import { FINAL_MENTEE, FINAL_MENTOR } from "../surveys/finalQuestionnaires";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type { MonitoringData } from "./indicators";

/** Where the settings say nothing else (domain §7, §1). */
const SATISFIED_FROM = 7;
const YOUNG_YEARS = 3;
const IN_FORCE: readonly (string | null)[] = [PAIR_STATUS.active, PAIR_STATUS.paused];
const COUNTED: readonly (string | null)[] = [ANSWER_STATUS.taken, ANSWER_STATUS.late];
const OUTSIDERS: readonly (string | null)[] = ["внешний эксперт", "студент"];

/** What «Сводка» shows beside the indicators. */
export interface DashboardData extends MonitoringData {
  schoolYear: string;
  /** Days that each mentee without a mentor has waited. */
  waitingDays: number[];
}

/**
 * Everything for the dashboard of a school year. What is not kept by years (people, consents, diagnostics) is as it
 * stands today.
 */
export function monitoringData(wb: ReadOnlyWorkbook, schoolYear = schoolYearName(wb)): DashboardData {
  // A pair without a year is of the one that goes on.
  const ofYear = wb.all(pairs).filter((pair) => (pair.schoolYear ?? schoolYearName(wb)) === schoolYear);
  const inForce = ofYear.filter((pair) => IN_FORCE.includes(pair.status));
  const ready = readyPool(poolOf(wb));
  const waiting = ready.mentees.filter(isWaiting);
  const yearly = new Set(ofYear.map((pair) => pair.code));
  const ownProgrammes = wb.all(programmes).filter((programme) => yearly.has(programme.pair));
  const programmeCodes = new Set(ownProgrammes.map((programme) => programme.code));
  const persons = new Map([...wb.all(mentors), ...wb.all(mentees)].map((row) => [row.code, row.person]));
  return {
    schoolYear,
    today: wb.today,
    staff: wb.all(people).filter((person) => !OUTSIDERS.includes(person.kind)),
    mentors: wb.all(mentors),
    pairs: ofYear,
    pairsInForce: inForce,
    personOf: (code) => persons.get(code),
    paired: ready.mentees.filter((mentee) => mentee.paired).length,
    waiting: waiting.length,
    waitingDays: waiting.map((mentee) => mentee.waitingDays),
    completePairs: pairsWithPacks(wb, inForce),
    programmes: ownProgrammes,
    activities: wb.all(activities).filter((activity) => programmeCodes.has(activity.programme)),
    diagnostics: wb.all(diagnostics),
    ...marksOf(wb, schoolYear),
    satisfiedFrom: wb.setting(settings, "satisfiedFrom") ?? SATISFIED_FROM,
    youngYears: wb.setting(settings, "youngSpecialistYears") ?? YOUNG_YEARS,
  };
}

/** The answers of a school year that count, one per respondent and questionnaire. */
export function latestAnswers(wb: ReadOnlyWorkbook, schoolYear: string): Answer[] {
  const ofYear = new Set(wb.all(forms).flatMap((form) => (form.schoolYear === schoolYear ? [form.code] : [])));
  const latest = new Map<string, Answer>();
  for (const answer of wb.all(answers)) {
    if (!ofYear.has(answer.form) || !COUNTED.includes(answer.status)) continue;
    const key = `${answer.questionnaire} ${answer.person ?? answer.code}`;
    const before = latest.get(key);
    if (before === undefined || before.answeredAt <= answer.answeredAt) latest.set(key, answer);
  }
  return [...latest.values()];
}

/** Overall marks of the year's closing questionnaires. */
function marksOf(wb: ReadOnlyWorkbook, schoolYear: string): Pick<MonitoringData, "menteeMarks" | "mentorMarks"> {
  const latest = latestAnswers(wb, schoolYear);
  const marks = (questionnaire: string): number[] =>
    latest.flatMap((answer) =>
      answer.questionnaire === questionnaire && answer.overall !== null ? [answer.overall] : [],
    );
  return { menteeMarks: marks(FINAL_MENTEE), mentorMarks: marks(FINAL_MENTOR) };
}

// The closing survey from launch to close: forms made once, people invited once, reminded, counted.
import * as z from "zod";
import { diagnostics, type DIAGNOSTIC_STAGES, ENTRY_KIND } from "../bank/diagnostics.table";
import { decisionsOn } from "../bank/decisions";
import { people } from "../bank/people.table";
import { severityOf } from "../bank/severity";
import { withheld } from "../bank/withheld";
import { Stop } from "../google/stop";
import { startJob } from "../jobs/jobs";
import { schoolYearName } from "../pairing/savePairs";
import { FORM_STATUS, forms, type FormRecord } from "../questionnaires/forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "../questionnaires/invitations.table";
import { invite } from "../questionnaires/invite";
import { closeQuestionnaire, openForm, openFormOf } from "../questionnaires/openForm";
import { type Consumer, recordOnly } from "../questionnaires/pullAnswers";
import { gridAnswer } from "../questionnaires/readAnswers";
import { defineOwnersCommand } from "../school/filesOwner";
import { addDays, type CalendarDate, dateAt, isCalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { guestsOf, surveyedPairs } from "./audience";
import { DIFFICULTIES_KEY, FINAL_MENTEE, FINAL_MENTOR, FINAL_QUESTIONNAIRES } from "./finalQuestionnaires";
import { surveyInvitations, surveyReminders } from "./mailJobs";
import type { LaunchInput, SurveyRound, SurveyStarted, SurveysView } from "./surveysView";

const NOT_SENT: readonly (string | null)[] = [INVITATION_STATUS.planned, INVITATION_STATUS.sending];
/** The jobs send the letters of this survey's questionnaires only. */
const ALL_FORMS = { form: null };
const DAYS_TO_ANSWER = 14;
const AT_EXIT: (typeof DIAGNOSTIC_STAGES)[number] = "на выходе";

/** Everything the sidebar shows. */
export function loadSurveys(wb: ReadOnlyWorkbook): SurveysView {
  const year = schoolYearName(wb);
  const { active, ended } = surveyedPairs(wb, "all");
  const all = [...active, ...ended];
  const audience: Readonly<Record<string, number>> = {
    [FINAL_MENTEE]: new Set(all.flatMap((pair) => pair.mentees)).size,
    [FINAL_MENTOR]: new Set(all.map((pair) => pair.mentor)).size,
  };
  const decisions = decisionsOn(wb, Object.fromEntries(FINAL_QUESTIONNAIRES.map(({ key, name }) => [key, name])));
  return {
    schoolYear: year,
    proposedDeadline: addDays(wb.today, DAYS_TO_ANSWER),
    rounds: FINAL_QUESTIONNAIRES.map((questionnaire) =>
      roundOf(wb, questionnaire, year, audience[questionnaire.key] ?? 0),
    ),
    pairs: { active: active.length, ended: ended.length },
    decisions,
    authors: decisions.unclear.length > 0 ? authorsOf(wb) : [],
  };
}

/** Whoever is asked may be the author. */
function authorsOf(wb: ReadOnlyWorkbook): SurveysView["authors"] {
  const asked = Object.values(guestsOf(wb, "all")).flat();
  return [...new Map(asked.map(({ code, fullName }) => [code, { code, fullName }])).values()];
}

function roundOf(
  wb: ReadOnlyWorkbook,
  { key, name }: { key: string; name: string },
  year: string,
  audience: number,
): SurveyRound {
  const form = latestForm(wb, key, year);
  const invited = form === undefined ? [] : wb.all(invitations).filter((invitation) => invitation.form === form.code);
  return {
    questionnaire: key,
    name,
    form: form?.code ?? null,
    status: form?.status ?? null,
    deadline: form?.deadline ?? null,
    link: form?.link ?? null,
    editLink: form?.editLink ?? null,
    audience,
    invited: invited.length,
    answered: invited.filter((invitation) => invitation.status === INVITATION_STATUS.answered).length,
    waiting: invited.filter((invitation) => NOT_SENT.includes(invitation.status)).length,
    unreached: invited.filter((invitation) => invitation.status === INVITATION_STATUS.failed).map(unreached),
  };
}

function latestForm(wb: ReadOnlyWorkbook, questionnaire: string, year: string): FormRecord | undefined {
  const open = openFormOf(wb, questionnaire, year);
  if (open !== undefined) return open;
  return wb
    .all(forms)
    .filter((form) => form.questionnaire === questionnaire && form.schoolYear === year)
    .pop();
}

function unreached(invitation: Invitation): SurveyRound["unreached"][number] {
  return { name: invitation.fullName ?? invitation.person, link: invitation.link, why: invitation.trouble ?? "" };
}

/**
 * Launches the survey, or goes on with it: forms that exist are used, people who are invited are not invited again,
 * newcomers are. The letters go out as jobs.
 */
export function launchSurvey(wb: Workbook, input: LaunchInput): SurveyStarted {
  const { deadline, guests } = roundToLaunch(wb, input);
  const year = schoolYearName(wb);
  const started: SurveyStarted = { invited: 0, jobs: [] };
  for (const questionnaire of FINAL_QUESTIONNAIRES) {
    const own = guests[questionnaire.key] ?? [];
    if (own.length === 0) continue;
    const form = openForm(wb, questionnaire, { schoolYear: year, deadline });
    invite(wb, form, own);
    started.invited += own.length;
  }
  started.jobs.push(startJob(wb, surveyInvitations, ALL_FORMS));
  wb.note({ what: "Запущен итоговый опрос" });
  return started;
}

/** Whom a round would ask. @throws Stop when the deadline will not do, or there is nobody to ask */
function roundToLaunch(
  wb: ReadOnlyWorkbook,
  { deadline, whom }: LaunchInput,
): { deadline: CalendarDate; guests: ReturnType<typeof guestsOf> } {
  if (!isCalendarDate(deadline)) throw new Stop("Не указан срок ответа.", "Выберите дату, до которой ждёте ответы.");
  if (deadline < wb.today) throw new Stop("Срок ответа уже прошёл.", "Выберите сегодняшнюю дату или более позднюю.");
  const guests = guestsOf(wb, whom);
  const audience = Object.keys(guests).reduce((sum, key) => sum + (guests[key]?.length ?? 0), 0);
  if (audience === 0) {
    throw new Stop(
      "Некого опрашивать: нет пар, закреплённых приказом.",
      "Зарегистрируйте приказ о закреплении пар или проверьте статусы на вкладке «Пары».",
    );
  }
  return { deadline, guests };
}

/** The launch as a command of any account: the first of a school year makes the forms, which only the owner may. */
export const surveyLaunch = defineOwnersCommand({
  key: "surveyLaunch",
  title: "Запуск итогового опроса",
  params: z.object({ deadline: z.string().max(10), whom: z.enum(["active", "all"]) }),
  needsFiles: (wb, { whom }) => {
    const guests = guestsOf(wb, whom);
    return FINAL_QUESTIONNAIRES.some(
      ({ key }) => (guests[key] ?? []).length > 0 && openFormOf(wb, key, schoolYearName(wb)) === undefined,
    );
  },
  check: (wb, input) => {
    roundToLaunch(wb, input);
  },
  do: launchSurvey,
});

/** Reminds those who were invited and have not answered; nobody more often than once in two days. */
export function remindSurvey(wb: Workbook): SurveyStarted {
  if (openForms(wb).length === 0)
    throw new Stop("Итоговый опрос не запущен или уже закрыт.", "Запустите опрос, а затем напоминайте.");
  return { invited: 0, jobs: [startJob(wb, surveyReminders, ALL_FORMS)] };
}

/** Stops taking answers; those that came stay. */
export function closeSurvey(wb: Workbook): void {
  for (const form of openForms(wb)) closeQuestionnaire(wb, form.code);
}

/** The close as a command of any account. */
export const surveyClose = defineOwnersCommand({
  key: "surveyClose",
  title: "Закрытие итогового опроса",
  params: z.object({}),
  do: closeSurvey,
});

function openForms(wb: ReadOnlyWorkbook): FormRecord[] {
  const keys = FINAL_QUESTIONNAIRES.map((questionnaire) => questionnaire.key);
  return wb.all(forms).filter((form) => form.status === FORM_STATUS.open && keys.includes(form.questionnaire));
}

/**
 * What a mentee says of each direction at the end goes to «Запросы и диагностика», once for each form. A direction that
 * was never hard is not recorded: there is nothing to compare it with.
 */
const takeMenteesAnswer: Consumer = (wb, answer) => {
  const { person } = answer;
  if (person === null) return null;
  const source = `анкета ${answer.form.code}`;
  const own = wb.all(diagnostics).filter((row) => row.person === person);
  const doneOn = dateAt(Date.parse(answer.answeredAt), wb.timeZone);
  for (const [direction, words] of Object.entries(gridAnswer(answer.values, DIFFICULTIES_KEY))) {
    const severity = severityOf(words);
    const earlier = own.filter((row) => row.direction === direction);
    const recorded = earlier.find((row) => row.source === source);
    if (severity === null) continue;
    if (recorded) wb.update(diagnostics, recorded.code, { doneOn, severity });
    else if (severity > 0 || earlier.length > 0) {
      const fullName = wb.find(people, person)?.fullName ?? null;
      wb.add(diagnostics, {
        kind: ENTRY_KIND.diagnostic,
        person,
        fullName,
        doneOn,
        stage: AT_EXIT,
        method: "анкета",
        direction,
        severity,
        source,
      });
    }
  }
  return person;
};

/** What becomes of the answers, by questionnaire; the mentor's answers are only kept. */
export const surveyConsumers = withheld({
  [FINAL_MENTEE]: takeMenteesAnswer,
  [FINAL_MENTOR]: recordOnly,
});

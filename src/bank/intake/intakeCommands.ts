// The intake as commands: who could be asked, asking them, reminding, and taking in what they answer.
import * as z from "zod";
import { Stop } from "../../google/stop";
import { startJob, unfinishedJobs, type JobProgress } from "../../jobs/jobs";
import { forms, type FormRecord } from "../../questionnaires/forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "../../questionnaires/invitations.table";
import { invite } from "../../questionnaires/invite";
import { openForm, openFormOf } from "../../questionnaires/openForm";
import { pullAnswers, type PulledAnswers } from "../../questionnaires/pullAnswers";
import type { Questionnaire } from "../../questionnaires/questionnaire";
import type { Respondent } from "../../questionnaires/respondents";
import { defineOwnersCommand } from "../../school/filesOwner";
import { counted } from "../../school/counted";
import { schoolYearOf } from "../../school/schoolYear";
import { settings } from "../../school/settings.table";
import { addDays, daysBetween, isCalendarDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import type { IntakeCandidate, IntakeLaunched, IntakeSide, IntakeView } from "../bankView";
import { decisionsOn } from "../decisions";
import { EMPLOYMENT, people, type Person } from "../people.table";
import { giveRole } from "../roles";
import { addressesOf, intakeInvitations, intakeReminders } from "./mail";
import { MENTEE_INTAKE, menteeIntake } from "./menteeQuestionnaire";
import { mentorIntake } from "./mentorQuestionnaire";
import { intakeConsumers } from "./takeAnswers";

const QUESTIONNAIRES: readonly Questionnaire[] = [menteeIntake, mentorIntake];
const NAMES: Readonly<Record<string, string>> = Object.fromEntries(QUESTIONNAIRES.map(({ key, name }) => [key, name]));
const MAIL_JOBS: readonly string[] = [intakeInvitations.key, intakeReminders.key];
const DAYS_TO_ANSWER = 10;
/** A longer list is no staff list of ours. */
const MOST_PEOPLE = 5_000;
const YOUNG_YEARS = 3;
const EXPERIENCED_YEARS = 5;
/** Somebody who was hired so lately is «вновь принятый». */
const NEWCOMER_DAYS = 365;

/** Opens «Анкеты участников». */
export function loadIntake(wb: ReadOnlyWorkbook): IntakeView {
  const schoolYear = schoolYearName(wb);
  const open = QUESTIONNAIRES.map((questionnaire) => openFormOf(wb, questionnaire.key, schoolYear));
  // Before anything was asked there is nothing to look for in answers and jobs: each tab read is a wait for the curator.
  const begun = wb.all(forms).some(({ questionnaire }) => questionnaire in intakeConsumers);
  return {
    schoolYear,
    proposedDeadline: addDays(wb.today, DAYS_TO_ANSWER),
    sides: QUESTIONNAIRES.map((questionnaire, index) => sideOf(wb, questionnaire, open[index])),
    decisions: begun ? decisionsOn(wb, NAMES) : { unclear: [], fields: [] },
    jobs: begun ? unfinishedJobs(wb).filter(({ kind }) => MAIL_JOBS.includes(kind)) : [],
  };
}

/**
 * Makes the form of this school year if there is none, invites these people, and plans their letters. Repeatable: nobody
 * is invited twice. Whom the curator asks for a request is «выявлен» from then on.
 *
 * @throws Stop when Google Forms refuses, or the deadline has passed
 */
export function launchIntake(
  wb: Workbook,
  input: { questionnaire: string; people: readonly string[]; deadline: CalendarDate },
): IntakeLaunched {
  const questionnaire = questionnaireToLaunch(wb, input);
  const addresses = addressesOf(wb);
  const guests = input.people.flatMap((code) => {
    const address = addresses.get(code);
    return address ? [{ code, ...address, about: null }] : [];
  });
  const form = openForm(wb, questionnaire, { schoolYear: schoolYearName(wb), deadline: input.deadline });
  if (questionnaire.key === MENTEE_INTAKE)
    giveRole(
      wb,
      "mentee",
      guests.map(({ code }) => code),
    );
  const invited = invite(wb, form, guests);
  wb.note({ what: `Приглашены к анкете «${questionnaire.name}»: ${invited.length}`, records: [form.code] });
  return {
    form: form.code,
    link: form.link,
    invited: invited.length,
    job: startJob(wb, intakeInvitations, { form: form.code }),
  };
}

/** The questionnaire that is asked for. @throws Stop when there is none such, or the deadline has passed */
function questionnaireToLaunch(
  wb: ReadOnlyWorkbook,
  input: { questionnaire: string; deadline: CalendarDate },
): Questionnaire {
  const questionnaire = QUESTIONNAIRES.find(({ key }) => key === input.questionnaire);
  if (!questionnaire)
    throw new Stop("Такой анкеты нет.", "Закройте панель, откройте её снова и выберите анкету снова.");
  if (input.deadline < wb.today)
    throw new Stop("Срок ответа уже прошёл.", "Укажите сегодняшний или более поздний день.");
  return questionnaire;
}

/** The launch as a command of any account: the first of a school year makes the form, which only the owner may. */
export const intakeLaunch = defineOwnersCommand({
  key: "intakeLaunch",
  title: "Приглашение к анкете",
  params: z.object({
    questionnaire: z.string().max(60),
    people: z.array(z.string().max(40)).max(MOST_PEOPLE),
    deadline: z.string().max(10),
  }),
  needsFiles: (wb, { questionnaire }) => openFormOf(wb, questionnaire, schoolYearName(wb)) === undefined,
  check: (wb, input) => {
    questionnaireToLaunch(wb, { ...input, deadline: dayOfAnswer(input.deadline) });
  },
  do: (wb, input) => launchIntake(wb, { ...input, deadline: dayOfAnswer(input.deadline) }),
});

function dayOfAnswer(typed: string): CalendarDate {
  if (isCalendarDate(typed)) return typed;
  throw new Stop("Дата указана неверно.", "Выберите день в календаре и повторите.");
}

/** Plans reminders to those who have not answered. */
export function remindIntake(wb: Workbook, form: string): JobProgress {
  return startJob(wb, intakeReminders, { form });
}

/** Brings the answers of the intake into the banks. */
export function pullIntake(wb: Workbook): PulledAnswers {
  return pullAnswers(wb, respondentsOf(wb), intakeConsumers);
}

/** Everybody who may answer a questionnaire: dismissed workers too, lest they are taken for strangers. */
export function respondentsOf(wb: ReadOnlyWorkbook): Respondent[] {
  return wb.all(people).map(({ code, fullName, email }) => ({ code, fullName, email }));
}

function sideOf(wb: ReadOnlyWorkbook, questionnaire: Questionnaire, form: FormRecord | undefined): IntakeSide {
  const own = form ? wb.all(invitations).filter((invitation) => invitation.form === form.code) : [];
  const byPerson = new Map(own.map((invitation) => [invitation.person, invitation]));
  const reasonFor = questionnaire.key === MENTEE_INTAKE ? menteeReason : mentorReason;
  const answered = answeredThisYear(wb, questionnaire.key);
  const young = wb.setting(settings, "youngSpecialistYears") ?? YOUNG_YEARS;
  return {
    questionnaire: questionnaire.key,
    name: questionnaire.name,
    form: form?.code ?? null,
    status: form?.status ?? null,
    deadline: form?.deadline ?? null,
    link: form?.link ?? null,
    editLink: form?.editLink ?? null,
    candidates: wb
      .all(people)
      .filter(({ employment }) => employment !== EMPLOYMENT.dismissed)
      .map((person) => {
        const reason = answered.has(person.code) ? null : reasonFor(person, wb.today, young);
        return candidateOf(person, reason, byPerson.get(person.code));
      }),
    invited: own.length,
    sent: own.filter(({ sentAt }) => sentAt !== null).length,
    answered: own.filter(({ status }) => status === INVITATION_STATUS.answered).length,
    unreached: own
      .filter(({ status }) => status === INVITATION_STATUS.failed || status === INVITATION_STATUS.sending)
      .map(({ person, fullName, link, trouble }) => ({ name: fullName ?? person, link, why: trouble ?? "" })),
  };
}

/** Who has answered an earlier form of this school year, closed since: they are not proposed again. */
function answeredThisYear(wb: ReadOnlyWorkbook, questionnaire: string): ReadonlySet<string> {
  const year = schoolYearName(wb);
  const asked = wb.all(forms).filter((form) => form.questionnaire === questionnaire && form.schoolYear === year);
  if (asked.length === 0) return new Set();
  const codes = new Set(asked.map(({ code }) => code));
  return new Set(
    wb
      .all(invitations)
      .filter(({ form, status }) => codes.has(form) && status === INVITATION_STATUS.answered)
      .map(({ person }) => person),
  );
}

function candidateOf(person: Person, reason: string | null, invitation: Invitation | undefined): IntakeCandidate {
  return {
    code: person.code,
    fullName: person.fullName,
    post: person.post ?? "",
    hasAddress: person.email !== null,
    reason,
    invitation: invitation?.status ?? null,
  };
}

function menteeReason(person: Person, today: CalendarDate, young: number): string | null {
  const { experienceYears: years, hiredOn, employment } = person;
  if (employment === EMPLOYMENT.away) return null;
  if (years !== null && years <= young)
    return years === 0 ? "без стажа" : `стаж ${counted(years, ["год", "года", "лет"])}`;
  // A partner's expert comes to help, however lately.
  const own = person.kind === "штатный" || person.kind === null;
  const newcomer = hiredOn !== null && hiredOn <= today && daysBetween(hiredOn, today) <= NEWCOMER_DAYS;
  if (own && newcomer) return "работает здесь меньше года";
  return person.kind === "студент" ? "студент" : null;
}

function mentorReason({ experienceYears: years, category, employment }: Person): string | null {
  if (employment === EMPLOYMENT.away || years === null || years < EXPERIENCED_YEARS) return null;
  if (category === "педагог-наставник" || category === "педагог-методист") return `категория «${category}»`;
  return category === "высшая" || category === "первая"
    ? `${category} категория, стаж ${counted(years, ["год", "года", "лет"])}`
    : null;
}

function schoolYearName(wb: ReadOnlyWorkbook): string {
  return wb.setting(settings, "schoolYear") ?? schoolYearOf(wb.today).name;
}

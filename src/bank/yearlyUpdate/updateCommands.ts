// The yearly update as commands: who should confirm what is known of them, asking them, and taking in what they answer.
import * as z from "zod";
import { Stop } from "../../google/stop";
import { defineJob, startJob, unfinishedJobs, type JobProgress } from "../../jobs/jobs";
import { ANSWER_STATUS, answers } from "../../questionnaires/answers.table";
import { forms, type FormRecord } from "../../questionnaires/forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "../../questionnaires/invitations.table";
import { invite, type Guest } from "../../questionnaires/invite";
import { openForm, openFormOf } from "../../questionnaires/openForm";
import { prefilledBy } from "../../questionnaires/personalLink";
import { pullAnswers, type PulledAnswers } from "../../questionnaires/pullAnswers";
import { otherOwner } from "../../school/filesOwner";
import { schoolYearOf } from "../../school/schoolYear";
import { settings } from "../../school/settings.table";
import { addDays, isCalendarDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { decisionsOn } from "../decisions";
import { respondentsOf } from "../intake/intakeCommands";
import { addressesOf } from "../intake/mail";
import { MENTEE_STATUS, mentees } from "../mentees.table";
import { MENTOR_STATUS, mentors } from "../mentors.table";
import { EMPLOYMENT, people } from "../people.table";
import { staleness } from "./staleness";
import { isConfirmation, markUpdated, updateConsumers } from "./takeUpdate";
import { updateInvitations, updateReminders } from "./updateMail";
import { prefillOf, UPDATE_QUESTIONNAIRES, updateKeyOf, type UpdateRoles } from "./updateQuestionnaires";
import type { LaunchUpdateInput, UpdatePerson, UpdateProgress, YearlyUpdateView } from "./yearlyUpdateView";

const NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  UPDATE_QUESTIONNAIRES.map(({ key, name }) => [key, name]),
);
const ALL_FORMS = { form: null };
const DAYS_TO_ANSWER = 14;
/** A longer list is no staff list of ours. */
const MOST_PEOPLE = 5_000;
const NOT_MENTORS: readonly (string | null)[] = [MENTOR_STATUS.left];
const NOT_MENTEES: readonly (string | null)[] = [MENTEE_STATUS.finished, MENTEE_STATUS.refused];

/** Opens «Обновление сведений». */
export function loadYearlyUpdate(wb: ReadOnlyWorkbook): YearlyUpdateView {
  // Before anything was asked there is nothing to look for in invitations and answers.
  const begun = wb.all(forms).some(({ questionnaire }) => questionnaire in NAMES);
  const own = begun ? thisYears(wb) : [];
  const asked = new Map(own.map(({ invitation }) => [invitation.person, invitation.status]));
  const stale = new Map(staleness(wb).map(({ person, what }) => [person.code, what]));
  const addresses = addressesOf(wb);
  const rolesOf = rolesIn(wb);
  const working = wb.all(people).filter(({ employment }) => employment !== EMPLOYMENT.dismissed);
  return {
    schoolYear: schoolYearName(wb),
    deadline: addDays(wb.today, DAYS_TO_ANSWER),
    people: working
      .filter(({ code }) => addresses.has(code))
      .map(({ code, fullName, post, email, employment }): UpdatePerson => ({
        code,
        fullName,
        post: [post, employment === EMPLOYMENT.away ? employment : null].filter(Boolean).join(", "),
        ...rolesOf(code),
        stale: stale.get(code) ?? null,
        hasAddress: email !== null,
        invitation: asked.get(code) ?? null,
      })),
    withdrawn: working.filter(({ code }) => !addresses.has(code)).length,
    progress: progressOf(wb, own),
    decisions: begun ? decisionsOn(wb, NAMES) : { unclear: [], fields: [] },
    jobs: unfinishedJobs(wb).filter(({ kind }) => OWN_JOBS.includes(kind)),
  };
}

/** How many have to be asked: whose information is stale and who may be written to. */
export function updateIsDue(wb: ReadOnlyWorkbook): number {
  const addresses = addressesOf(wb);
  return staleness(wb).filter(({ person }) => addresses.has(person.code)).length;
}

interface Asked {
  form: FormRecord;
  invitation: Invitation;
}

function thisYears(wb: ReadOnlyWorkbook): Asked[] {
  const year = schoolYearName(wb);
  const own = wb.all(forms).filter(({ questionnaire, schoolYear }) => questionnaire in NAMES && schoolYear === year);
  const byCode = new Map(own.map((form) => [form.code, form]));
  return wb.all(invitations).flatMap((invitation) => {
    const form = byCode.get(invitation.form);
    return form ? [{ form, invitation }] : [];
  });
}

function progressOf(wb: ReadOnlyWorkbook, own: readonly Asked[]): UpdateProgress {
  const counting = own.length === 0 ? [] : wb.all(answers).filter(({ status }) => COUNTING.includes(status));
  const given = new Map(counting.map((answer) => [`${answer.form} ${answer.person ?? ""}`, answer]));
  const progress: UpdateProgress = {
    invited: own.length,
    sent: 0,
    confirmed: 0,
    corrected: 0,
    byHand: 0,
    silent: [],
    unreached: [],
  };
  for (const { form, invitation } of own) {
    const { status, person, fullName, link, trouble } = invitation;
    const name = fullName ?? person;
    const answer = given.get(`${form.code} ${person}`);
    if (invitation.sentAt !== null) progress.sent += 1;
    if (answer) {
      const isRight = isConfirmation(form.questionnaire, answer.values ?? {}, prefilledBy(form, invitation));
      progress[isRight ? "confirmed" : "corrected"] += 1;
    } else if (status === INVITATION_STATUS.answered) progress.byHand += 1;
    else if (status === INVITATION_STATUS.sent) progress.silent.push(name);
    else if (status !== INVITATION_STATUS.planned) progress.unreached.push({ name, link, why: trouble ?? "" });
  }
  return progress;
}
const COUNTING: readonly (string | null)[] = [ANSWER_STATUS.taken, ANSWER_STATUS.late];

/** What each person is asked about: the roles that are alive. */
function rolesIn(wb: ReadOnlyWorkbook): (person: string) => UpdateRoles {
  const holders = (rows: readonly { person: string; status: string | null }[], ended: readonly (string | null)[]) =>
    new Set(rows.filter(({ status }) => !ended.includes(status)).map(({ person }) => person));
  const mentoring = holders(wb.all(mentors), NOT_MENTORS);
  const guided = holders(wb.all(mentees), NOT_MENTEES);
  return (person) => ({ mentor: mentoring.has(person), mentee: guided.has(person) });
}

/**
 * Whom a launch has still to ask, by questionnaire: nobody twice in a school year, in whatever role; but who could not be
 * reached is asked once the address is mended.
 */
function guestsOf(wb: ReadOnlyWorkbook, chosen: readonly string[]): Map<string, Guest[]> {
  const addresses = addressesOf(wb);
  const rolesOf = rolesIn(wb);
  const asked = new Map(thisYears(wb).map((one) => [one.invitation.person, one]));
  const guests = new Map<string, Guest[]>();
  for (const code of new Set(chosen)) {
    const address = addresses.get(code);
    const before = asked.get(code);
    const isUnreached = before?.invitation.status === INVITATION_STATUS.failed && address?.email !== null;
    if (!address || (before && !isUnreached)) continue;
    const roles = rolesOf(code);
    const key = before?.form.questionnaire ?? updateKeyOf(roles);
    const guest = { code, ...address, about: null, prefill: prefillOf(wb, code, roles) };
    guests.set(key, [...(guests.get(key) ?? []), guest]);
  }
  return guests;
}

const launchParams = z.object({ people: z.array(z.string().max(40)).max(MOST_PEOPLE), deadline: z.string().max(10) });

/**
 * Makes the forms of this school year that are missing, one by one, and invites; the letters are the next job. Only the
 * owner's account may make forms.
 */
export const updateLaunch = defineJob<z.infer<typeof launchParams>, [key: string, guests: Guest[]]>({
  key: "updateLaunch",
  title: "Подготовка анкет и личных ссылок",
  params: launchParams,
  batch: 1,
  remaining: (wb, { people: chosen }) => [...guestsOf(wb, chosen)],
  doneBy: (wb) =>
    UPDATE_QUESTIONNAIRES.every(({ key }) => openFormOf(wb, key, schoolYearName(wb))) ? null : otherOwner(wb),
  do: (wb, groups, input) => {
    const deadline = deadlineIn(wb, input);
    for (const [key, guests] of groups) {
      const questionnaire = UPDATE_QUESTIONNAIRES.find((one) => one.key === key);
      if (questionnaire) invite(wb, openForm(wb, questionnaire, { schoolYear: schoolYearName(wb), deadline }), guests);
    }
    if (guestsOf(wb, input.people).size === 0) startJob(wb, updateInvitations, ALL_FORMS);
  },
});

/**
 * Sends each of these people what is known of them, to be confirmed or corrected. Repeatable: nobody is asked twice in a
 * school year.
 *
 * @throws Stop when there is nobody to ask, or the deadline has passed
 */
export function launchUpdate(wb: Workbook, input: LaunchUpdateInput): JobProgress {
  const params = launchParams.parse(input);
  deadlineIn(wb, params);
  const guests = [...guestsOf(wb, params.people).values()].reduce((sum, group) => sum + group.length, 0);
  if (guests === 0)
    throw new Stop(
      "Среди выбранных нет тех, кому можно написать.",
      "Выберите работающих педагогов, которые не отозвали согласие на обработку персональных данных и ещё не получали письма в этом учебном году.",
    );
  wb.note({ what: `Сведения отправляются на подтверждение: ${guests}` });
  return startJob(wb, updateLaunch, params);
}

function deadlineIn(wb: ReadOnlyWorkbook, { deadline }: { deadline: string }): CalendarDate {
  if (isCalendarDate(deadline) && deadline >= wb.today) return deadline;
  throw new Stop("Срок ответа не указан или уже прошёл.", "Выберите сегодняшний или более поздний день.");
}

/** Plans reminders to those who have not answered. */
export function remindUpdate(wb: Workbook): JobProgress {
  return startJob(wb, updateReminders, ALL_FORMS);
}

/** Brings the answers into the bank. */
export function pullUpdate(wb: Workbook): PulledAnswers {
  return pullAnswers(wb, respondentsOf(wb), updateConsumers);
}

/** Confirms by hand, on paper or by word of mouth: as if these people had answered that everything is right. */
export function markCurrent(wb: Workbook, chosen: readonly string[]): { marked: number } {
  const known = chosen.filter((code) => wb.find(people, code));
  for (const code of known) markUpdated(wb, code, wb.today);
  const waiting = wb.all(forms).length === 0 ? [] : thisYears(wb).map(({ invitation }) => invitation);
  for (const { code, person, status } of waiting) {
    if (!known.includes(person) || status === INVITATION_STATUS.answered) continue;
    wb.update(invitations, code, { status: INVITATION_STATUS.answered, answeredAt: wb.moment, trouble: null });
  }
  wb.note({ what: `Сведения отмечены как актуальные: ${known.length}`, records: known });
  return { marked: known.length };
}

function schoolYearName(wb: ReadOnlyWorkbook): string {
  return wb.setting(settings, "schoolYear") ?? schoolYearOf(wb.today).name;
}

const OWN_JOBS: readonly string[] = [updateLaunch.key, updateInvitations.key, updateReminders.key];

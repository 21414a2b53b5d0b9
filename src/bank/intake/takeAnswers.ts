// Writes intake answers into the banks: the same answer again changes nothing, a newer one updates, an unknown author becomes a candidate.
import { sexByPatronymic, readFullName } from "../../school/fullName";
import type { Consumer, IncomingAnswer } from "../../questionnaires/pullAnswers";
import { gridAnswer, listAnswer, numberAnswer, textAnswer } from "../../questionnaires/readAnswers";
import { dateAt, type CalendarDate } from "../../workbook/calendarDate";
import type { Workbook } from "../../workbook/workbook";
import { diagnostics, ENTRY_KIND } from "../diagnostics.table";
import { MENTEE_STATUS, mentees, type Mentee, type MenteeDraft } from "../mentees.table";
import { MEETING_FORMATS, MENTOR_STATUS, mentors, type Mentor, type MentorDraft } from "../mentors.table";
import { EMPLOYMENT, people, type Person } from "../people.table";
import { severityOf } from "../severity";
import { MENTEE_INTAKE, MENTEE_KEYS, MENTEE_WISH } from "./menteeQuestionnaire";
import { MENTOR_INTAKE, MENTOR_KEYS, MENTOR_WISH } from "./mentorQuestionnaire";

/** What is done with the answers to each intake questionnaire. */
export const intakeConsumers: Readonly<Record<string, Consumer>> = {
  [MENTOR_INTAKE]: takeMentorAnswer,
  [MENTEE_INTAKE]: takeMenteeAnswer,
};

/** Statuses that an answer moves on; later ones are decided by people. */
const MENTOR_BEFORE_ANSWER: readonly (string | null)[] = [null, MENTOR_STATUS.candidate, MENTOR_STATUS.answered];
const MENTEE_BEFORE_ANSWER: readonly (string | null)[] = [
  null,
  MENTEE_STATUS.identified,
  MENTEE_STATUS.requested,
  MENTEE_STATUS.diagnosed,
  MENTEE_STATUS.waiting,
  MENTEE_STATUS.refused,
];
const MOST_HOURS = 200;
const MOST_MENTEES = 20;

function takeMentorAnswer(wb: Workbook, answer: IncomingAnswer): string | null {
  const { values } = answer;
  const author = authorOf(wb, answer);
  if (!author) return null;
  const { person, isNew } = author;
  const before = wb.all(mentors).find((mentor) => mentor.person === person.code);
  const unwilling = textAnswer(values, MENTOR_KEYS.wish) === MENTOR_WISH[2];
  if (unwilling && !before) return person.code;
  const hours = numberAnswer(values, MENTOR_KEYS.hoursPerMonth);
  const capacity = numberAnswer(values, MENTOR_KEYS.capacity);
  const draft: MentorDraft = {
    person: person.code,
    fullName: person.fullName,
    status: mentorStatus(before, isNew, unwilling),
    competences: listAnswer(values, MENTOR_KEYS.competences),
    achievements: textAnswer(values, MENTOR_KEYS.achievements),
    interests: textAnswer(values, MENTOR_KEYS.interests),
    wishedCategories: listAnswer(values, MENTOR_KEYS.wishedCategories),
    hoursPerMonth: hours !== null && hours >= 0 && hours <= MOST_HOURS ? hours : null,
    capacity:
      capacity !== null && Number.isInteger(capacity) && capacity >= 1 && capacity <= MOST_MENTEES ? capacity : null,
    formats: MEETING_FORMATS.filter((format) => listAnswer(values, MENTOR_KEYS.formats).includes(format)),
    mentoringKinds: listAnswer(values, MENTOR_KEYS.kinds),
    note: noteWith(before?.note ?? null, textAnswer(values, MENTOR_KEYS.comment)),
  };
  if (before) wb.update(mentors, before.code, draft);
  else wb.add(mentors, draft);
  wb.update(people, person.code, { updatedOn: dayOf(wb, answer) });
  return person.code;
}

function mentorStatus(before: Mentor | undefined, isNew: boolean, unwilling: boolean): Mentor["status"] {
  if (before && !MENTOR_BEFORE_ANSWER.includes(before.status)) return before.status;
  return isNew || unwilling ? MENTOR_STATUS.candidate : MENTOR_STATUS.answered;
}

function takeMenteeAnswer(wb: Workbook, answer: IncomingAnswer): string | null {
  const { values } = answer;
  const author = authorOf(wb, answer);
  if (!author) return null;
  const { person, isNew } = author;
  const before = wb.all(mentees).find((mentee) => mentee.person === person.code);
  const refused = textAnswer(values, MENTEE_KEYS.wish) === MENTEE_WISH[2];
  if (refused && !before) return person.code;
  const severities = severitiesIn(answer);
  const status = menteeStatus(before, isNew, refused, severities.length > 0);
  const day = dayOf(wb, answer);
  const format = [textAnswer(values, MENTEE_KEYS.format), textAnswer(values, MENTEE_KEYS.time)].filter(
    (part) => part !== null,
  );
  const wish = textAnswer(values, MENTEE_KEYS.mentorWish);
  const draft: MenteeDraft = {
    person: person.code,
    fullName: person.fullName,
    status,
    category: textAnswer(values, MENTEE_KEYS.category),
    request: textAnswer(values, MENTEE_KEYS.request),
    difficulties: severities.filter(({ severity }) => severity > 0).map(({ direction }) => direction),
    strengths: textAnswer(values, MENTEE_KEYS.strengths),
    preferredFormat: format.length > 0 ? format.join(", ") : null,
    waitingSince: before?.waitingSince ?? (status === MENTEE_STATUS.waiting ? day : null),
    updatedOn: day,
    note: noteWith(
      noteWith(before?.note ?? null, wish && `Пожелания к наставнику: ${wish}`),
      textAnswer(values, MENTEE_KEYS.comment),
    ),
  };
  if (before) wb.update(mentees, before.code, draft);
  else wb.add(mentees, draft);
  recordSeverities(wb, person, answer, severities);
  wb.update(people, person.code, { updatedOn: day });
  return person.code;
}

/** The request and the self-assessment come in one answer, so an answering mentee waits for a mentor at once. */
function menteeStatus(
  before: Mentee | undefined,
  isNew: boolean,
  refused: boolean,
  assessed: boolean,
): Mentee["status"] {
  if (before && !MENTEE_BEFORE_ANSWER.includes(before.status)) return before.status;
  if (refused) return MENTEE_STATUS.refused;
  if (isNew) return MENTEE_STATUS.identified;
  return assessed ? MENTEE_STATUS.waiting : MENTEE_STATUS.requested;
}

/** From the hardest to the lightest; equal ones in the order of the form. */
function severitiesIn({ values }: IncomingAnswer): { direction: string; severity: number }[] {
  return Object.entries(gridAnswer(values, MENTEE_KEYS.difficulties))
    .flatMap(([direction, words]) => {
      const severity = severityOf(words);
      return severity === null ? [] : [{ direction, severity }];
    })
    .sort((one, other) => other.severity - one.severity);
}

/** One row per direction and form: a second answer corrects the rows of the first. */
function recordSeverities(
  wb: Workbook,
  person: Person,
  answer: IncomingAnswer,
  severities: readonly { direction: string; severity: number }[],
): void {
  const source = `анкета ${answer.form.code}`;
  const own = wb.all(diagnostics).filter((row) => row.person === person.code && row.source === source);
  for (const { direction, severity } of severities) {
    const row = own.find((known) => known.direction === direction);
    const measured = { severity, doneOn: dayOf(wb, answer) };
    if (row) wb.update(diagnostics, row.code, measured);
    else if (severity > 0) {
      wb.add(diagnostics, {
        kind: ENTRY_KIND.diagnostic,
        person: person.code,
        fullName: person.fullName,
        stage: "на входе",
        method: "анкета",
        direction,
        source,
        ...measured,
      });
    }
  }
}

/** Who has answered; somebody whom the bank does not know is added to it, if he has given a name. */
function authorOf(wb: Workbook, { person, signature }: IncomingAnswer): { person: Person; isNew: boolean } | null {
  const known = person === null ? undefined : wb.find(people, person);
  if (known) return { person: known, isNew: false };
  const { fullName, doubt } = readFullName(signature.fullName ?? "");
  if (doubt !== null) return null;
  // An answer that is taken again after a kill finds the candidate whom it made.
  const made = wb.all(people).find((candidate) => candidate.fullName === fullName && candidate.note === CANDIDATE_NOTE);
  if (made) return { person: made, isNew: true };
  const candidate = wb.add(people, {
    fullName,
    sex: sexByPatronymic(fullName),
    email: signature.email,
    employment: EMPLOYMENT.working,
    note: CANDIDATE_NOTE,
    updatedOn: wb.today,
  });
  return { person: candidate, isNew: true };
}

const CANDIDATE_NOTE = "Добавлено по ответу на анкету: в списке педагогов такого человека не было. Проверьте сведения.";

/** Adds a remark once. */
function noteWith(note: string | null, remark: string | null): string | null {
  if (remark === null || note?.includes(remark)) return note;
  return note === null ? remark : `${note}\n${remark}`;
}

function dayOf(wb: Workbook, { answeredAt }: IncomingAnswer): CalendarDate {
  return dateAt(Date.parse(answeredAt), wb.timeZone);
}

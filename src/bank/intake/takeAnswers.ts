// Writes intake answers into the banks: the same answer again changes nothing, a newer one updates, an unknown author becomes a candidate.
import { sexByPatronymic, readFullName } from "../../school/fullName";
import type { IncomingAnswer, TakenAnswer } from "../../questionnaires/pullAnswers";
import { gridAnswer, textAnswer } from "../../questionnaires/readAnswers";
import { dateAt, type CalendarDate } from "../../workbook/calendarDate";
import type { Workbook } from "../../workbook/workbook";
import { diagnostics, ENTRY_KIND, URGENCIES } from "../diagnostics.table";
import { MENTEE_STATUS, mentees, type Mentee } from "../mentees.table";
import { MENTOR_STATUS, mentors, type Mentor } from "../mentors.table";
import { EMPLOYMENT, people, type Person } from "../people.table";
import { KEYS, WISH } from "../questions";
import { severityOf } from "../severity";
import { withheld } from "../withheld";
import { MENTEE_INTAKE } from "./menteeQuestionnaire";
import { MENTOR_INTAKE } from "./mentorQuestionnaire";
import { type Asked, type Said, saidIn, saidOf, takeIn, type Values } from "./said";

/** What is done with the answers to each intake questionnaire. */
export const intakeConsumers = withheld({
  [MENTOR_INTAKE]: takeMentorAnswer,
  [MENTEE_INTAKE]: takeMenteeAnswer,
});

/** What the answers say of the banks' columns, by questionnaire. */
export const INTAKE_SAYS: Readonly<Record<string, (values: Values) => Said[]>> = {
  [MENTOR_INTAKE]: (values) => saidIn(values, MENTOR_SAYS),
  [MENTEE_INTAKE]: menteeSays,
};

const MENTOR_SAYS: Asked = [
  [KEYS.competences, "mentors.competences"],
  [KEYS.achievements, "mentors.achievements"],
  [KEYS.interests, "mentors.interests"],
  [KEYS.wishedCategories, "mentors.wishedCategories"],
  [KEYS.hoursPerMonth, "mentors.hoursPerMonth"],
  [KEYS.capacity, "mentors.capacity"],
  [KEYS.formats, "mentors.formats"],
  [KEYS.mentoringForms, "mentors.mentoringForms"],
  [KEYS.kinds, "mentors.mentoringKinds"],
];
const MENTEE_SAYS: Asked = [
  [KEYS.category, "mentees.category"],
  [KEYS.request, "mentees.request"],
  [KEYS.strengths, "mentees.strengths"],
];

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

function takeMentorAnswer(wb: Workbook, answer: IncomingAnswer): TakenAnswer | string | null {
  const { values } = answer;
  const author = authorOf(wb, answer);
  if (!author) return null;
  const { code: person, fullName } = author;
  const before = wb.all(mentors).find((mentor) => mentor.person === person);
  const unwilling = textAnswer(values, KEYS.wish) === WISH[2];
  if (unwilling && !before) return person;
  const status = mentorStatus(before, isUnchecked(author), unwilling);
  const note = noteWith(before?.note ?? null, textAnswer(values, KEYS.comment));
  if (before) wb.update(mentors, before.code, { status, note });
  else wb.add(mentors, { person, fullName, status, note });
  const fields = takeWords(wb, answer, person);
  wb.update(people, person, { updatedOn: dayOf(wb, answer) });
  return { person, fields };
}

/** Writes the answer's words into the records, and says what is left to the curator. */
function takeWords(wb: Workbook, { form, values, earlier }: IncomingAnswer, person: string): string[] {
  const says = INTAKE_SAYS[form.questionnaire];
  const before = earlier(person);
  return says
    ? takeIn(wb, person, says(values), {
        before: before && says(before.values),
        open: before?.fields ?? [],
        blank: "erases",
      })
    : [];
}

function mentorStatus(before: Mentor | undefined, isUncheckedAuthor: boolean, unwilling: boolean): Mentor["status"] {
  if (before && !MENTOR_BEFORE_ANSWER.includes(before.status)) return before.status;
  return isUncheckedAuthor || unwilling ? MENTOR_STATUS.candidate : MENTOR_STATUS.answered;
}

function takeMenteeAnswer(wb: Workbook, answer: IncomingAnswer): TakenAnswer | string | null {
  const { values } = answer;
  const author = authorOf(wb, answer);
  if (!author) return null;
  const { code: person, fullName } = author;
  const before = wb.all(mentees).find((mentee) => mentee.person === person);
  const refused = textAnswer(values, KEYS.wish) === WISH[2];
  if (refused && !before) return person;
  const severities = severitiesIn(values);
  const status = menteeStatus(before, isUnchecked(author), refused, severities.length > 0);
  const day = dayOf(wb, answer);
  const wish = textAnswer(values, KEYS.mentorWish);
  const row = {
    status,
    waitingSince: before?.waitingSince ?? (status === MENTEE_STATUS.waiting ? day : null),
    updatedOn: day,
    note: noteWith(
      noteWith(before?.note ?? null, wish && `Пожелания к наставнику: ${wish}`),
      textAnswer(values, KEYS.comment),
    ),
  };
  if (before) wb.update(mentees, before.code, row);
  else wb.add(mentees, { person, fullName, ...row });
  const fields = takeWords(wb, answer, person);
  recordSeverities(wb, author, answer, severities);
  recordRequest(wb, author, answer);
  wb.update(people, person, { updatedOn: day });
  return { person, fields };
}

function menteeSays(values: Values): Said[] {
  const format = [textAnswer(values, KEYS.format), textAnswer(values, KEYS.time)].filter((part) => part !== null);
  const hard = severitiesIn(values).filter(({ severity }) => severity > 0);
  return [
    ...saidIn(values, MENTEE_SAYS),
    saidOf("mentees.preferredFormat", format.join(", ")),
    saidOf(
      "mentees.difficulties",
      hard.map(({ direction }) => direction),
    ),
  ];
}

/** The request and the self-assessment come in one answer, so an answering mentee waits for a mentor at once. */
function menteeStatus(
  before: Mentee | undefined,
  isUncheckedAuthor: boolean,
  refused: boolean,
  assessed: boolean,
): Mentee["status"] {
  if (before && !MENTEE_BEFORE_ANSWER.includes(before.status)) return before.status;
  if (refused) return MENTEE_STATUS.refused;
  if (isUncheckedAuthor) return MENTEE_STATUS.identified;
  return assessed ? MENTEE_STATUS.waiting : MENTEE_STATUS.requested;
}

/** From the hardest to the lightest; equal ones in the order of the form. */
function severitiesIn(values: Values): { direction: string; severity: number }[] {
  return Object.entries(gridAnswer(values, KEYS.difficulties))
    .flatMap(([direction, words]) => {
      const severity = severityOf(words);
      return severity === null ? [] : [{ direction, severity }];
    })
    .sort((one, other) => other.severity - one.severity);
}

/** One row per direction and form: a second answer corrects what the first has said, unless the curator has done so. */
function recordSeverities(
  wb: Workbook,
  { code: person, fullName }: Person,
  answer: IncomingAnswer,
  severities: readonly { direction: string; severity: number }[],
): void {
  const source = sourceOf(answer);
  const own = wb.all(diagnostics).filter((row) => row.person === person && row.source === source);
  const before = answer.earlier(person);
  const said = new Map(severitiesIn(before?.values ?? {}).map(({ direction, severity }) => [direction, severity]));
  for (const { direction, severity } of severities) {
    const row = own.find((known) => known.direction === direction && known.kind !== ENTRY_KIND.request);
    const measured = { severity, doneOn: dayOf(wb, answer) };
    const isOwnWord = before?.form !== answer.form.code || row?.severity === said.get(direction);
    if (row && isOwnWord) wb.update(diagnostics, row.code, measured);
    else if (!row && severity > 0) {
      wb.add(diagnostics, {
        kind: ENTRY_KIND.diagnostic,
        person,
        fullName,
        stage: "на входе",
        method: "анкета",
        direction,
        source,
        ...measured,
      });
    }
  }
}

/** The request in the mentee's own words, as the register of requests wants it: once, however often it is repeated. */
export function recordRequest(
  wb: Workbook,
  { code: person, fullName }: Person,
  answer: Pick<IncomingAnswer, "form" | "values" | "answeredAt">,
): void {
  const wording = textAnswer(answer.values, KEYS.request);
  if (wording === null || textAnswer(answer.values, KEYS.wish) === WISH[2]) return;
  const isKnown = wb
    .all(diagnostics)
    .some((row) => row.kind === ENTRY_KIND.request && row.person === person && row.wording === wording);
  if (isKnown) return;
  const urgency = textAnswer(answer.values, KEYS.urgency);
  wb.add(diagnostics, {
    kind: ENTRY_KIND.request,
    person,
    fullName,
    doneOn: dayOf(wb, answer),
    wording,
    urgency: URGENCIES.find((known) => known === urgency) ?? null,
    direction: severitiesIn(answer.values).find(({ severity }) => severity > 0)?.direction ?? null,
    source: sourceOf(answer),
  });
}

function sourceOf({ form }: Pick<IncomingAnswer, "form">): string {
  return `анкета ${form.code}`;
}

/** Who has answered; somebody whom the bank does not know is added to it, if he has given a name. */
function authorOf(wb: Workbook, { person, signature }: IncomingAnswer): Person | null {
  const known = person === null ? undefined : wb.find(people, person);
  if (known) return known;
  const { fullName, doubt } = readFullName(signature.fullName ?? "");
  return doubt === null ? candidateOf(wb, fullName, signature.email) : null;
}

/**
 * A new person, whom the curator has to check. A command that is repeated finds the one it has made.
 *
 * @param isOurs tells which of the unchecked people of that name may be the one that was made
 */
export function candidateOf(
  wb: Workbook,
  fullName: string,
  email: string | null,
  isOurs: (person: Person) => boolean = () => true,
): Person {
  const made = wb.all(people).find((person) => person.fullName === fullName && isUnchecked(person) && isOurs(person));
  return (
    made ??
    wb.add(people, {
      fullName,
      sex: sexByPatronymic(fullName),
      email,
      employment: EMPLOYMENT.working,
      note: CANDIDATE_NOTE,
      updatedOn: wb.today,
    })
  );
}

const CANDIDATE_NOTE = "Добавлено по ответу на анкету: в списке педагогов такого человека не было. Проверьте сведения.";

/** Made from an answer, and the curator has not taken the remark away yet: such a person stays a candidate. */
function isUnchecked({ note }: Person): boolean {
  return note?.startsWith(CANDIDATE_NOTE) === true;
}

/** Adds a remark once. */
export function noteWith(note: string | null, remark: string | null): string | null {
  if (remark === null || note?.includes(remark)) return note;
  return note === null ? remark : `${note}\n${remark}`;
}

/** The day on which somebody answered. */
export function dayOf(wb: Workbook, { answeredAt }: Pick<IncomingAnswer, "answeredAt">): CalendarDate {
  return dateAt(Date.parse(answeredAt), wb.timeZone);
}

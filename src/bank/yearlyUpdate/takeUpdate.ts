// Writes what people have confirmed or corrected into the bank; hand edits made meanwhile are left to the curator.
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import { prefilledBy } from "../../questionnaires/personalLink";
import type { Consumer, IncomingAnswer } from "../../questionnaires/pullAnswers";
import { textAnswer } from "../../questionnaires/readAnswers";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import { changedFields, takeIn, type Values } from "../intake/said";
import { dayOf, noteWith, recordRequest } from "../intake/takeAnswers";
import { mentees } from "../mentees.table";
import { people } from "../people.table";
import { CONFIRM, KEYS } from "../questions";
import { withheld } from "../withheld";
import { UPDATE_QUESTIONNAIRES, UPDATE_SAYS } from "./updateQuestionnaires";

/** What is done with the answers of the yearly update. */
export const updateConsumers = withheld(
  Object.fromEntries(UPDATE_QUESTIONNAIRES.map(({ key }): [string, Consumer] => [key, takeUpdate])),
);

function takeUpdate(wb: Workbook, answer: IncomingAnswer): ReturnType<Consumer> {
  const person = answer.person === null ? undefined : wb.find(people, answer.person);
  const says = UPDATE_SAYS[answer.form.questionnaire];
  // Somebody whom the bank does not know has nothing here to bring up to date: the curator is asked who it is.
  if (!person || !says) return null;
  const earlier = answer.earlier(person.code);
  const before = says(earlier?.form === answer.form.code ? earlier.values : sentTo(wb, answer.form.code, person.code));
  const said = says(answer.values);
  // Who came by the general link has seen empty fields: what is left empty there was not taken away.
  const blank = answer.signature.invited === person.code ? "asks" : "keeps";
  const fields = takeIn(wb, person.code, said, { before, open: earlier?.fields ?? [], blank });
  if (changedFields(said, before).includes("mentees.request")) recordRequest(wb, person, answer);
  wb.update(people, person.code, { note: noteWith(person.note, textAnswer(answer.values, KEYS.comment)) });
  markUpdated(wb, person.code, dayOf(wb, answer));
  return { person: person.code, fields };
}

/** What the person's link had filled in. */
function sentTo(wb: ReadOnlyWorkbook, form: string, person: string): Values {
  const record = wb.find(forms, form);
  const invitation = wb.all(invitations).find((one) => one.form === form && one.person === person);
  return record && invitation ? prefilledBy(record, invitation) : {};
}

/** The day on which what is known of a person was last confirmed; an earlier day changes nothing. */
export function markUpdated(wb: Workbook, person: string, day: CalendarDate): void {
  const worker = wb.find(people, person);
  if (worker && (worker.updatedOn ?? "") < day) wb.update(people, person, { updatedOn: day });
  for (const mentee of wb.all(mentees)) {
    if (mentee.person === person && (mentee.updatedOn ?? "") < day) wb.update(mentees, mentee.code, { updatedOn: day });
  }
}

/** Whether an answer confirms what was sent, or corrects it. */
export function isConfirmation(questionnaire: string, values: Values, sent: Values): boolean {
  const says = UPDATE_SAYS[questionnaire];
  const corrected = textAnswer(values, KEYS.confirm) === CONFIRM.corrected || textAnswer(values, KEYS.comment) !== null;
  return !corrected && says !== undefined && changedFields(says(values), says(sent)).length === 0;
}

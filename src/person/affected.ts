// What else of somebody is open across the workbook: letters, forms, drafts, agreements, links on the school's site.
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { documents, type DocumentRecord } from "../documents/documents.table";
import { isDraft } from "../documents/register";
import { FORM_STATUS, forms } from "../questionnaires/forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "../questionnaires/invitations.table";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";

const UNSENT: readonly (string | null)[] = [INVITATION_STATUS.planned, INVITATION_STATUS.failed];

/** Invitations to forms that still take answers: those without a letter yet, and those without an answer. */
export function invitationsOf(wb: ReadOnlyWorkbook, person: string): { unsent: Invitation[]; awaited: Invitation[] } {
  const own = wb.all(invitations).filter((invitation) => invitation.person === person);
  if (own.length === 0) return { unsent: [], awaited: [] };
  const open = own.filter(({ form }) => wb.find(forms, form)?.status === FORM_STATUS.open);
  return {
    unsent: open.filter(({ status }) => UNSENT.includes(status)),
    awaited: open.filter(({ status }) => status === INVITATION_STATUS.sent || status === INVITATION_STATUS.sending),
  };
}

/** Keeps letters that have not left from leaving, and says why. @returns what was done, in Russian */
export function cancelInvitations(wb: Workbook, person: string, trouble: string): string[] {
  const unsent = invitationsOf(wb, person).unsent.filter((invitation) => invitation.trouble !== trouble);
  for (const { code } of unsent) wb.update(invitations, code, { status: INVITATION_STATUS.failed, trouble });
  return unsent.length > 0 ? [`Неотправленные приглашения остановлены: ${unsent.length}.`] : [];
}

/** Drafts that name the person. */
export function draftsNaming(wb: ReadOnlyWorkbook, person: string): DocumentRecord[] {
  return wb.all(documents).filter((document) => isDraft(document) && document.people.includes(person));
}

/** Papers that name the person and have been signed: they stay, whatever happens. */
export function signedNaming(wb: ReadOnlyWorkbook, person: string): DocumentRecord[] {
  return wb
    .all(documents)
    .filter((document) => !isDraft(document) && document.number !== null && document.people.includes(person));
}

/** A supplementary agreement that would outlast the day. */
export function agreementOf(wb: ReadOnlyWorkbook, person: string, on: CalendarDate): string[] {
  return wb
    .all(mentors)
    .filter((mentor) => mentor.person === person && mentor.agreementNumber !== null)
    .filter(({ agreementUntil }) => agreementUntil === null || agreementUntil > on)
    .map(
      ({ agreementNumber, agreementOn }) =>
        `Оформите прекращение или приостановку дополнительного соглашения № ${agreementNumber ?? ""}${agreementOn === null ? "" : ` от ${formatDate(agreementOn)}`}.`,
    );
}

/** Addresses of the person's cases and reviews on the site. */
export function caseLinksOf(wb: ReadOnlyWorkbook, person: string): string[] {
  const rows = [...wb.all(mentors), ...wb.all(mentees)];
  return [...new Set(rows.filter((row) => row.person === person).flatMap(({ caseLink }) => caseLink ?? []))];
}

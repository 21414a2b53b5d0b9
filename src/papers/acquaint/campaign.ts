// Acquaintance with a document from the first letter to the last signature: who is asked, reminded, marked by hand.
import * as z from "zod";
import {
  acquaint,
  ACQUAINTANCE,
  acquaintanceRows,
  countAcquainted,
  documentName,
  enlist,
  isToBeAcquainted,
  isToBeRead,
} from "../../bank/acquaintance";
import { addressesOf } from "../../bank/intake/mail";
import { people } from "../../bank/people.table";
import { ACQUAINTED_BY, acquaintances, SENT_AS } from "../../documents/acquaintances.table";
import type { DocumentRecord } from "../../documents/documents.table";
import { shareWithReaders } from "../../google/driveSharing";
import { Stop } from "../../google/stop";
import { startJob, type JobProgress } from "../../jobs/jobs";
import { schoolYearName } from "../../pairing/savePairs";
import { asksForName, FORM_STATUS, forms, type FormRecord } from "../../questionnaires/forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "../../questionnaires/invitations.table";
import { invite, type Guest } from "../../questionnaires/invite";
import { openForm, openFormOf } from "../../questionnaires/openForm";
import { isCodeOnly } from "../../school/codeOnly";
import { defineOwnersCommand } from "../../school/filesOwner";
import { formatDate, isCalendarDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import type { AnyPaperKind } from "../paperKind";
import { documentOf } from "../subjects";
import { acquaintanceLetters, acquaintanceReminders } from "./mailJobs";
import { acquaintanceQuestionnaire, documentPrefill } from "./questionnaire";
import type { MarkAcquaintedInput, SendAcquaintanceInput } from "./acquaintView";
import { readersOf } from "./whom";

const code = z.string().max(40);
/** A longer list is no staff list of ours. */
const codes = z.array(code).max(5_000);

const sendParams = z.object({
  document: code,
  people: codes,
  how: z.enum(["pdf", "link"]),
  deadline: z.string().max(10),
});

/** Why nobody can be asked to read a document, and what to do; null if people can be asked. */
export function whyNotAsked(record: DocumentRecord): Stop | null {
  if (isToBeRead(record)) return null;
  const name = documentName(record);
  if (record.signedOn === null)
    return new Stop(
      `Документ ещё не подписан: ${name}.`,
      "Знакомят с подписанным документом: сначала зарегистрируйте его.",
    );
  return new Stop(
    `Документ больше не действует (${record.status ?? "нет статуса"}): ${name}.`,
    "Знакомить с ним больше не нужно. Если подписи на бумаге уже собраны, отметьте их вручную.",
  );
}

/** Invitations about a document, whatever year's form they belong to. */
export function invitationsAbout(wb: ReadOnlyWorkbook, document: string): Invitation[] {
  const own = new Set(wb.all(forms).flatMap((form) => (form.questionnaire === ACQUAINTANCE ? form.code : [])));
  return own.size === 0 ? [] : wb.all(invitations).filter((one) => one.about === document && own.has(one.form));
}

/** Everybody on the list of a document: the rows of «Ознакомление», and whom the document concerns beside them. */
export function listedFor(wb: ReadOnlyWorkbook, record: DocumentRecord): string[] {
  const listed = acquaintanceRows(wb, record.code).map(({ person }) => person);
  const readers = readersOf(wb, record).filter((one) => isToBeAcquainted(wb.find(people, one)));
  return [...new Set([...listed, ...readers])];
}

/** Begins the list of a document that has just been signed. Repeatable. */
export function beginAcquaintance(wb: Workbook, record: DocumentRecord, kind: AnyPaperKind): void {
  enlist(wb, record, readersOf(wb, record, kind));
}

/**
 * Sends a document to people: as a PDF or a link, with a personal link to the form. Repeatable: nobody gets it twice. An
 * address that Google cannot share the Doc with gets the PDF.
 *
 * @throws Stop when the document is not in force, the deadline has passed, or nobody of them can be written to
 */
function send(wb: Workbook, input: SendAcquaintanceInput): JobProgress {
  const { record, deadline, guests } = letterPlan(wb, input);
  const form = formFor(wb, record.code) ?? openForm(wb, acquaintanceQuestionnaire, formOptions(wb));
  enlist(wb, record, [...readersOf(wb, record), ...guests.map((guest) => guest.code)]);
  const sentAs = waysOf(wb, record, input.how, guests);
  const rows = new Map(acquaintanceRows(wb, record.code).map((row) => [row.person, row]));
  for (const guest of guests) {
    const row = rows.get(guest.code);
    if (row) wb.update(acquaintances, row.code, { deadline, sentAs: sentAs(guest) });
  }
  invite(wb, form, guests);
  wb.note({
    what: `Рассылка на ознакомление: ${documentName(record)}, адресатов: ${guests.length}`,
    records: [record.code],
  });
  return startJob(wb, acquaintanceLetters, { form: form.code, about: record.code });
}

const formOptions = (wb: ReadOnlyWorkbook) => ({ schoolYear: schoolYearName(wb), deadline: null });

/** The form by which this document was sent before, if it still takes answers and may be used. */
function formFor(wb: ReadOnlyWorkbook, document: string): FormRecord | undefined {
  return invitationsAbout(wb, document)
    .map(({ form }) => wb.find(forms, form))
    .find((form) => form?.status === FORM_STATUS.open && !(isCodeOnly(wb) && asksForName(form)));
}

function waysOf(
  wb: ReadOnlyWorkbook,
  record: DocumentRecord,
  how: SendAcquaintanceInput["how"],
  guests: readonly Guest[],
): (guest: Guest) => (typeof SENT_AS)[keyof typeof SENT_AS] {
  if (isCodeOnly(wb)) return () => SENT_AS.notice;
  if (how === "pdf") return () => SENT_AS.pdf;
  const refused = new Set(
    shareWithReaders(
      record.fileId ?? "",
      guests.flatMap(({ email }) => email ?? []),
    ),
  );
  return ({ email }) => (refused.has(email ?? "") ? SENT_AS.pdf : SENT_AS.link);
}

/** What a launch would do; also asked before it is handed on to the account that owns the files. */
function letterPlan(
  wb: ReadOnlyWorkbook,
  input: SendAcquaintanceInput,
): { record: DocumentRecord; deadline: CalendarDate; guests: Guest[] } {
  const record = documentOf(wb, input.document);
  const refusal = whyNotAsked(record);
  if (refusal) throw refusal;
  const { deadline } = input;
  if (!isCalendarDate(deadline) || deadline < wb.today)
    throw new Stop("Срок ознакомления не указан или уже прошёл.", "Выберите сегодняшний или более поздний день.");
  if (record.fileId === null && !isCodeOnly(wb))
    throw new Stop("У документа нет файла на Google Диске.", "Подготовьте его заново или соберите подписи на бумаге.");
  const guests = guestsFor(wb, record, input.people);
  if (guests.length === 0)
    throw new Stop(
      "Среди выбранных нет тех, кому можно отправить письмо.",
      "Письмо уже ушло, человек уже ознакомлен, у него нет адреса почты или он отозвал согласие на обработку персональных данных. Таким людям дайте лист ознакомления.",
    );
  return { record, deadline, guests };
}

function isOpen(wb: ReadOnlyWorkbook, form: string): boolean {
  return wb.find(forms, form)?.status === FORM_STATUS.open;
}

/** Who can and still has to be written to. Somebody whose letter did not leave is tried again. */
function guestsFor(wb: ReadOnlyWorkbook, record: DocumentRecord, chosen: readonly string[]): Guest[] {
  const addresses = addressesOf(wb);
  const done = new Set(
    acquaintanceRows(wb, record.code).flatMap((row) => (row.acquaintedOn === null ? [] : row.person)),
  );
  // The link into a form that is closed or lost leads nowhere.
  const asked = new Set(
    invitationsAbout(wb, record.code)
      .filter(({ form, status }) => status !== INVITATION_STATUS.failed && isOpen(wb, form))
      .map((one) => one.person),
  );
  const prefill = documentPrefill(documentName(record, isCodeOnly(wb)));
  return [...new Set(chosen)].flatMap((person): Guest[] => {
    const address = addresses.get(person);
    if (!address || address.email === null || done.has(person) || asked.has(person)) return [];
    return isToBeAcquainted(wb.find(people, person)) ? [{ code: person, ...address, about: record.code, prefill }] : [];
  });
}

/** The launch as a command of any account: the form and the rights to a Doc are the owner's to make. */
export const acquaintanceLaunch = defineOwnersCommand({
  key: "acquaintanceLaunch",
  title: "Рассылка на ознакомление",
  params: sendParams,
  needsFiles: (wb, { how, document }) =>
    (how === "link" && !isCodeOnly(wb)) ||
    (formFor(wb, document) ?? openFormOf(wb, ACQUAINTANCE, schoolYearName(wb))) === undefined,
  check: (wb, input) => {
    letterPlan(wb, input);
  },
  do: send,
});

/**
 * Plans reminders to those who were written to and have not answered; nobody is reminded more often than every other day.
 *
 * @throws Stop when there is nobody to remind
 */
export function remindAcquaintance(wb: Workbook, document: string): JobProgress {
  const record = documentOf(wb, document);
  const refusal = whyNotAsked(record);
  if (refusal) throw refusal;
  const params = { form: null, about: record.code };
  if (acquaintanceReminders.count(wb, params) === 0)
    throw new Stop(
      "Напоминать пока некому.",
      "Все, кому отправлен документ, ознакомились или получили письмо меньше двух дней назад. Остальным дайте лист ознакомления.",
    );
  return startJob(wb, acquaintanceReminders, params);
}

const markParams = z.object({ document: code, people: codes, on: z.string().max(10) });

/**
 * Writes down signatures from the printed sheet. A date set by hand replaces one that stands there.
 *
 * @throws Stop when the document is a draft, or the day lies before the document's date or ahead
 */
export function markAcquainted(wb: Workbook, input: MarkAcquaintedInput): { marked: number } {
  const { document, people: chosen, on } = markParams.parse(input);
  const record = documentOf(wb, document);
  const day = dayOfSignature(wb, record, on);
  enlist(wb, record, [...readersOf(wb, record), ...chosen]);
  const marked = acquaintanceRows(wb, document).filter(({ person }) => chosen.includes(person));
  for (const row of marked) acquaint(wb, row, day, ACQUAINTED_BY.signature);
  const done = new Set(marked.map(({ person }) => person));
  for (const { code: invitation, person, status } of invitationsAbout(wb, document)) {
    if (done.has(person) && status !== INVITATION_STATUS.answered)
      wb.update(invitations, invitation, {
        status: INVITATION_STATUS.answered,
        answeredAt: wb.moment,
        trouble: null,
      });
  }
  countAcquainted(wb, document);
  wb.note({ what: `Отмечены подписи в листе ознакомления: ${marked.length}`, records: [document, ...done] });
  return { marked: marked.length };
}

function dayOfSignature(wb: ReadOnlyWorkbook, { signedOn, code: document }: DocumentRecord, on: string): CalendarDate {
  if (signedOn === null)
    throw new Stop(`Документ ${document} ещё не подписан.`, "Сначала зарегистрируйте его, потом отмечайте подписи.");
  if (!isCalendarDate(on)) throw new Stop("Не указана дата ознакомления.", "Выберите день, который стоит в листе.");
  if (on > wb.today)
    throw new Stop("Дата ознакомления ещё не наступила.", "Укажите сегодняшнюю дату или более раннюю.");
  if (on < signedOn)
    throw new Stop(
      `Дата ознакомления раньше даты документа (${formatDate(signedOn)}).`,
      "Ознакомиться с документом можно не раньше дня, когда он подписан: проверьте дату в листе.",
    );
  return on;
}

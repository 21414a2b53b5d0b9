// Sends invitations and reminders: each recipient is written down before the letter leaves, so none gets two.
import * as z from "zod";
import { mailQuotaLeft, sendLetter, type Attachment, type Letter } from "../google/mail";
import { readProperties, writeProperties } from "../google/properties";
import { Stop } from "../google/stop";
import { defineJob, Pause, type StartableJob } from "../jobs/jobs";
import { isCodeOnly } from "../school/codeOnly";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { FORM_STATUS, forms, type FormRecord } from "./forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "./invitations.table";
import { invitationLetter, reminderLetter, type LetterFacts } from "./letters";

/** Addresses by code on «Педагоги»; a person who is left out gets no mail (has withdrawn the consent, is dismissed). */
export type Addresses = ReadonlyMap<string, { fullName: string; email: string | null }>;

/** What a room says of the letters that it wants sent. */
export interface MailKind {
  /** Key of the job. */
  key: string;
  /** Russian, for the progress bar. */
  title: string;
  what: "invitations" | "reminders";
  addresses: (wb: ReadOnlyWorkbook) => Addresses;
  /** By questionnaire key: one or two sentences on what it is for. Only these questionnaires' letters are sent. */
  purposes: Readonly<Record<string, string>>;
  /** Letters in other words than a questionnaire's; null where this one is not to be sent now. */
  letters?: (wb: ReadOnlyWorkbook) => (invitation: Invitation, facts: LetterFacts) => Letter | null;
  /** What goes with the letters. Asked just before a letter leaves, so it may be fetched then, once for a round. */
  enclosures?: (wb: ReadOnlyWorkbook) => (invitation: Invitation) => Attachment | null;
  /** What the room itself writes down of the letters that have left, after each round. Must be repeatable. */
  recorded?: (wb: Workbook) => void;
  /** The account that must send them, if the one at work cannot; left out where every account can. */
  doneBy?: (wb: ReadOnlyWorkbook) => string | null;
}

const mailParams = z.object({
  /** Only this form; null for all open ones. */
  form: z.string().nullable(),
  /** Only this invitation: somebody is written to from his card. */
  only: z.string().optional(),
  /** Only invitations about this: the code of a document. */
  about: z.string().optional(),
});
export type MailParams = z.infer<typeof mailParams>;

interface Posted {
  invitation: Invitation;
  letter: Letter;
}

/**
 * The ledger of the round in hand, kept beside the sheet because a property costs a fraction of a write to the sheet.
 * A code is put into `flying` before its letter leaves and into `sent` with the next write. After a kill, `sent` is
 * known to have left, `flying` may have: it is shown to the curator and never sent again by itself.
 */
const LEDGER = "mail-in-hand";
interface Ledger {
  what: MailKind["what"];
  sent: string[];
  flying: string | null;
}

/** Between two writes to the sheet; the ledger of so many fits into one property. */
const LETTERS_AT_ONCE = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
/** Nobody is reminded more often than every other day. */
const REMIND_AFTER_MS = 2 * DAY_MS;
const IN_DOUBT =
  "Отправка прервалась: письмо могло не уйти. Спросите получателя; чтобы отправить ещё раз, поставьте статус «к отправке».";

/**
 * Letters as resumable work. Repeatable: nobody gets the same letter twice. When the quota is used up the job waits until
 * tomorrow and says how far it has come.
 */
export function mailJob(kind: MailKind): StartableJob<MailParams> {
  return defineJob<MailParams, Posted>({
    key: kind.key,
    title: kind.title,
    params: mailParams,
    batch: LETTERS_AT_ONCE,
    ...(kind.doneBy === undefined ? {} : { doneBy: kind.doneBy }),
    remaining: (wb, params) => waitingFor(wb, kind, params),
    do: (wb, _, params) => {
      settleInterrupted(wb);
      // What a killed round had sent is off the list only now.
      const waiting = waitingFor(wb, kind, params);
      const sent = sendSome(wb, kind, waiting.slice(0, LETTERS_AT_ONCE));
      kind.recorded?.(wb);
      if (sent < 0) throw outOfQuota(wb, kind, params);
    },
  });
}

/** Sends letters one by one; −1 if the quota ran out before the last of them. */
function sendSome(wb: Workbook, kind: MailKind, posted: readonly Posted[]): number {
  const quota = posted.length === 0 ? 0 : mailQuotaLeft();
  const ledger: Ledger = { what: kind.what, sent: [], flying: null };
  const enclose = kind.enclosures?.(wb) ?? (() => null);
  try {
    for (const { invitation, letter } of posted) {
      if (ledger.sent.length >= quota) return -1;
      const attachment = enclose(invitation);
      ledger.flying = invitation.code;
      writeLedger(ledger);
      const trouble = tryToSend(letter, attachment);
      ledger.flying = null;
      if (trouble === null) ledger.sent.push(invitation.code);
      // Something else has used the quota up meanwhile: the address is not to blame.
      else if (mailQuotaLeft() < 1) return -1;
      else wb.update(invitations, invitation.code, { status: INVITATION_STATUS.failed, trouble });
    }
    return ledger.sent.length;
  } finally {
    writeDown(wb, ledger);
  }
}

function outOfQuota(wb: ReadOnlyWorkbook, kind: MailKind, { form, about }: MailParams): Pause {
  const left = waitingFor(wb, kind, { form, about }).length;
  const mine = wb
    .all(invitations)
    .filter((invitation) => form === null || invitation.form === form)
    .filter((invitation) => about === undefined || invitation.about === about);
  const sent = mine.filter(
    ({ sentAt, remindedAt }) => (kind.what === "invitations" ? sentAt : remindedAt) !== null,
  ).length;
  return new Pause(
    `На сегодня Google больше не отправляет писем с этой учётной записи. Отправлено ${sent} из ${sent + left}, продолжим завтра; делать ничего не нужно.`,
    wb.now + DAY_MS,
  );
}

function waitingFor(wb: ReadOnlyWorkbook, kind: MailKind, params: MailParams): Posted[] {
  const open = new Map(
    wb
      .all(forms)
      .filter(({ status, questionnaire }) => status === FORM_STATUS.open && questionnaire in kind.purposes)
      .filter(({ code }) => params.form === null || params.form === code)
      .map((form) => [form.code, form]),
  );
  const write = letterWriter(wb, kind);
  return wb.all(invitations).flatMap((invitation) => {
    const form = open.get(invitation.form);
    if (!form || (params.only ?? invitation.code) !== invitation.code) return [];
    if (params.about !== undefined && params.about !== invitation.about) return [];
    if (!isDue(wb, invitation, form, kind.what)) return [];
    const letter = write(invitation, form);
    return letter ? [{ invitation, letter }] : [];
  });
}

function isDue(wb: ReadOnlyWorkbook, invitation: Invitation, form: FormRecord, what: MailKind["what"]): boolean {
  if (form.deadline !== null && form.deadline < wb.today) return false;
  if (what === "invitations") return invitation.status === INVITATION_STATUS.planned;
  if (invitation.status !== INVITATION_STATUS.sent) return false;
  const last = invitation.remindedAt ?? invitation.sentAt;
  return last === null || wb.now - Date.parse(last) >= REMIND_AFTER_MS;
}

function letterWriter(
  wb: ReadOnlyWorkbook,
  kind: MailKind,
): (invitation: Invitation, form: FormRecord) => Letter | null {
  const { schoolShortName, schoolFullName, curatorName, curatorEmail } = wb.settings(settings);
  const usual = kind.what === "invitations" ? invitationLetter : reminderLetter;
  const compose = kind.letters?.(wb) ?? ((_: Invitation, facts: LetterFacts) => usual(facts));
  const addresses = kind.addresses(wb);
  const codeOnly = isCodeOnly(wb);
  return (invitation, form) => {
    const address = addresses.get(invitation.person);
    if (!address || address.email === null || invitation.link === null) return null;
    const facts: LetterFacts = {
      to: address.email,
      fullName: codeOnly ? null : address.fullName,
      title: form.title ?? form.questionnaire,
      purpose: kind.purposes[form.questionnaire] ?? "",
      link: invitation.link,
      deadline: form.deadline,
      schoolName: schoolShortName ?? schoolFullName ?? "Наставничество",
      curatorName: codeOnly ? null : curatorName,
      curatorEmail,
    };
    return compose(invitation, facts);
  };
}

function tryToSend(letter: Letter, attachment: Attachment | null): string | null {
  try {
    sendLetter(letter, attachment);
    return null;
  } catch (failure) {
    if (failure instanceof Stop) return `${failure.what} ${failure.mend}`;
    throw failure;
  }
}

/** Writes to the sheet what the ledger holds, and empties it only then. */
function writeDown(wb: Workbook, ledger: Ledger): void {
  for (const code of ledger.sent) markSent(wb, code, ledger.what);
  if (ledger.flying !== null) markInDoubt(wb, ledger.flying, ledger.what);
  if (ledger.sent.length > 0) {
    const what =
      ledger.what === "invitations" ? "Отправлены приглашения к анкетам" : "Отправлены напоминания об анкетах";
    wb.note({ what: `${what}: ${ledger.sent.length}`, records: ledger.sent });
  }
  wb.save();
  writeProperties({ [LEDGER]: "" });
}

/** Takes over what a killed round left behind. */
function settleInterrupted(wb: Workbook): void {
  const left = readLedger();
  if (left) writeDown(wb, left);
}

function markSent(wb: Workbook, code: string, what: MailKind["what"]): void {
  const invitation = wb.find(invitations, code);
  if (!invitation) return;
  if (what === "invitations") {
    wb.update(invitations, code, { status: INVITATION_STATUS.sent, sentAt: wb.moment, trouble: null });
  } else {
    wb.update(invitations, code, { reminders: (invitation.reminders ?? 0) + 1, remindedAt: wb.moment });
  }
}

function markInDoubt(wb: Workbook, code: string, what: MailKind["what"]): void {
  if (!wb.find(invitations, code)) return;
  wb.update(
    invitations,
    code,
    what === "invitations"
      ? { status: INVITATION_STATUS.sending, trouble: IN_DOUBT }
      : { remindedAt: wb.moment, trouble: "Отправка напоминания прервалась: письмо могло не уйти." },
  );
}

function readLedger(): Ledger | null {
  const text = readProperties()[LEDGER] ?? "";
  return text === "" ? null : (JSON.parse(text) as Ledger);
}

function writeLedger(ledger: Ledger): void {
  writeProperties({ [LEDGER]: JSON.stringify(ledger) });
}

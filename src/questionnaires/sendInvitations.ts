// Sends invitations and reminders: each recipient is written down before the letter leaves, so none gets two.
import { mailQuotaLeft, sendLetter, type Letter } from "../google/mail";
import { readProperties, writeProperties } from "../google/properties";
import { Stop } from "../google/stop";
import { settings } from "../school/settings.table";
import { counted } from "../school/counted";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { FORM_STATUS, forms, type FormRecord } from "./forms.table";
import { INVITATION_STATUS, invitations, type Invitation } from "./invitations.table";
import { invitationLetter, reminderLetter, type LetterFacts } from "./letters";

/** Addresses by code on «Педагоги»; a person who is left out gets no mail (has withdrawn the consent, is dismissed). */
export type Addresses = ReadonlyMap<string, { fullName: string; email: string | null }>;

export interface MailRound {
  what: "invitations" | "reminders";
  addresses: Addresses;
  /** By questionnaire key: one or two sentences on what it is for. */
  purposes: Readonly<Record<string, string>>;
  /** Only this form; null for all open ones. */
  form: string | null;
  /** True when the execution should end soon. */
  outOfTime: () => boolean;
  /** At most so many letters in this round; the caller comes again. */
  most: number;
  byCodeOnly: boolean;
}

export interface MailReport {
  sent: number;
  failed: number;
  /** Letters that still wait. */
  left: number;
  /** What the curator reads, in Russian. */
  message: string;
  /** Why it stopped with letters left. */
  stopped: "quota" | "time" | "enough" | null;
}

/**
 * The ledger of the round in hand, kept beside the sheet because a property costs a fraction of a write to the sheet.
 * A code is put into `flying` before its letter leaves and into `sent` with the next write. After a kill, `sent` is
 * known to have left, `flying` may have: it is shown to the curator and never sent again by itself.
 */
const LEDGER = "mail-in-hand";
interface Ledger {
  what: MailRound["what"];
  sent: string[];
  flying: string | null;
}

/** The ledger of so many letters fits into one property (9 kB). */
const MOST_AT_ONCE = 200;
/** Nobody is reminded more often than every other day. */
const REMIND_AFTER_MS = 2 * 24 * 60 * 60 * 1000;
const IN_DOUBT =
  "Отправка прервалась: письмо могло не уйти. Спросите получателя; чтобы отправить ещё раз, поставьте статус «к отправке».";

/** Sends what is planned, as far as quota and time go. Repeatable: nobody gets the same letter twice. */
export function sendInvitations(wb: Workbook, round: MailRound): MailReport {
  settleInterrupted(wb);
  const waiting = waitingFor(wb, round);
  const quota = waiting.length === 0 ? 0 : mailQuotaLeft();
  const ledger: Ledger = { what: round.what, sent: [], flying: null };
  const report: MailReport = { sent: 0, failed: 0, left: waiting.length, message: "", stopped: null };
  try {
    for (const { invitation, letter } of waiting) {
      report.stopped = reasonToStop(round, quota, report);
      if (report.stopped !== null) break;
      report.left--;
      ledger.flying = invitation.code;
      writeLedger(ledger);
      const trouble = tryToSend(letter);
      ledger.flying = null;
      if (trouble === null) {
        ledger.sent.push(invitation.code);
        report.sent++;
      } else if (mailQuotaLeft() < 1) {
        // Something else has used the quota up meanwhile: the address is not to blame.
        report.left++;
        report.stopped = "quota";
        break;
      } else {
        report.failed++;
        wb.update(invitations, invitation.code, { status: INVITATION_STATUS.failed, trouble });
      }
    }
  } finally {
    writeDown(wb, ledger);
  }
  report.message = messageOf(report, round.what);
  return report;
}

/** How many letters a round would send now. */
export function lettersWaiting(wb: ReadOnlyWorkbook, round: MailRound): number {
  return waitingFor(wb, round).length;
}

function waitingFor(wb: ReadOnlyWorkbook, round: MailRound): { invitation: Invitation; letter: Letter }[] {
  const open = new Map(
    wb
      .all(forms)
      .filter((form) => form.status === FORM_STATUS.open && (round.form === null || round.form === form.code))
      .map((form) => [form.code, form]),
  );
  const write = letterWriter(wb, round);
  return wb.all(invitations).flatMap((invitation) => {
    const form = open.get(invitation.form);
    if (!form || !isDue(wb, invitation, form, round.what)) return [];
    const letter = write(invitation, form);
    return letter ? [{ invitation, letter }] : [];
  });
}

function isDue(wb: ReadOnlyWorkbook, invitation: Invitation, form: FormRecord, what: MailRound["what"]): boolean {
  if (form.deadline !== null && form.deadline < wb.today) return false;
  if (what === "invitations") return invitation.status === INVITATION_STATUS.planned;
  if (invitation.status !== INVITATION_STATUS.sent) return false;
  const last = invitation.remindedAt ?? invitation.sentAt;
  return last === null || wb.now - Date.parse(last) >= REMIND_AFTER_MS;
}

function letterWriter(
  wb: ReadOnlyWorkbook,
  round: MailRound,
): (invitation: Invitation, form: FormRecord) => Letter | null {
  const { schoolShortName, schoolFullName, curatorName, curatorEmail } = wb.settings(settings);
  const compose = round.what === "invitations" ? invitationLetter : reminderLetter;
  return (invitation, form) => {
    const address = round.addresses.get(invitation.person);
    if (!address || address.email === null || invitation.link === null) return null;
    const facts: LetterFacts = {
      to: address.email,
      fullName: round.byCodeOnly ? null : address.fullName,
      title: form.title ?? form.questionnaire,
      purpose: round.purposes[form.questionnaire] ?? "Просим Вас ответить на вопросы о наставничестве.",
      link: invitation.link,
      deadline: form.deadline,
      schoolName: schoolShortName ?? schoolFullName ?? "Наставничество",
      curatorName,
      curatorEmail,
    };
    return compose(facts);
  };
}

function reasonToStop(round: MailRound, quota: number, { sent, failed }: MailReport): MailReport["stopped"] {
  if (sent >= quota) return "quota";
  if (sent + failed >= Math.min(round.most, MOST_AT_ONCE)) return "enough";
  return round.outOfTime() ? "time" : null;
}

function tryToSend(letter: Letter): string | null {
  try {
    sendLetter(letter);
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

function markSent(wb: Workbook, code: string, what: MailRound["what"]): void {
  const invitation = wb.find(invitations, code);
  if (!invitation) return;
  if (what === "invitations") {
    wb.update(invitations, code, { status: INVITATION_STATUS.sent, sentAt: wb.moment, trouble: null });
  } else {
    wb.update(invitations, code, { reminders: (invitation.reminders ?? 0) + 1, remindedAt: wb.moment });
  }
}

function markInDoubt(wb: Workbook, code: string, what: MailRound["what"]): void {
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

function messageOf({ sent, failed, left, stopped }: MailReport, what: MailRound["what"]): string {
  const name = what === "invitations" ? "приглашений" : "напоминаний";
  const total = sent + failed + left;
  if (total === 0) return what === "invitations" ? "Все приглашения уже отправлены." : "Напоминать пока некому.";
  const refused =
    failed === 0
      ? ""
      : ` Не ушло: ${counted(failed, ["письмо", "письма", "писем"])} — причина на вкладке «Приглашения».`;
  const rest: Record<"quota" | "time" | "enough", string> = {
    quota:
      " На сегодня Google больше не отправляет писем с этой учётной записи: продолжим завтра, ничего делать не нужно.",
    time: " Остальные уйдут в течение часа сами.",
    enough: "",
  };
  return `Отправлено ${name}: ${sent} из ${total}.${refused}${stopped === null ? "" : rest[stopped]}`;
}

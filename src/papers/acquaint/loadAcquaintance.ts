// Everything that the part «Ознакомление» shows of one document: who has read it, who is asked, who signs on paper.
import { ACQUAINTANCE, acquaintanceRows, documentName, isToBeAcquainted } from "../../bank/acquaintance";
import { decisionsOn } from "../../bank/decisions";
import { addressesOf } from "../../bank/intake/mail";
import { EMPLOYMENT, people, type Person } from "../../bank/people.table";
import type { Acquaintance } from "../../documents/acquaintances.table";
import { documents, type DocumentRecord } from "../../documents/documents.table";
import { documentKey } from "../../documents/register";
import { unfinishedJobs } from "../../jobs/jobs";
import { forms } from "../../questionnaires/forms.table";
import type { Addresses } from "../../questionnaires/sendInvitations";
import { isCodeOnly } from "../../school/codeOnly";
import { settings } from "../../school/settings.table";
import { addDays, type CalendarDate, dateAt } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { documentOf } from "../subjects";
import type { AcquaintanceView, AcquaintedPerson } from "./acquaintView";
import { acquaintanceLaunch, invitationsAbout, listedFor, whyNotAsked } from "./campaign";
import { acquaintanceLetters, acquaintanceReminders } from "./mailJobs";
import { acquaintanceQuestionnaire } from "./questionnaire";
import { acquaintanceSheetPaper } from "./sheetPaper";

const DAYS_TO_READ = 7;
const DISMISSED = "больше не работает";
const OWN_JOBS: readonly string[] = [acquaintanceLaunch.key, acquaintanceLetters.key, acquaintanceReminders.key];
const NAMES = { [ACQUAINTANCE]: acquaintanceQuestionnaire.name };

/** @throws Stop when there is no such document */
export function loadAcquaintance(wb: ReadOnlyWorkbook, document: string): AcquaintanceView {
  const record = documentOf(wb, document);
  const refusal = whyNotAsked(record);
  const listed = new Set(listedFor(wb, record));
  const begun = wb.all(forms).some(({ questionnaire }) => questionnaire === ACQUAINTANCE);
  return {
    document,
    name: documentName(record),
    signedOn: record.signedOn,
    today: wb.today,
    closed: refusal === null ? "" : `${refusal.what} ${refusal.mend}`,
    people: peopleOn(wb, record, listed).sort((one, other) => one.name.localeCompare(other.name, "ru")),
    others: others(wb, record, listed),
    proposedDeadline: addDays(wb.today, DAYS_TO_READ),
    codeOnly: isCodeOnly(wb),
    letter: letterOf(wb, record),
    jobs: begun ? unfinishedJobs(wb).filter(({ kind }) => OWN_JOBS.includes(kind)) : [],
    sheet: sheetOf(wb, record),
    // Before anything was asked there is nothing to look for in answers.
    decisions: begun ? decisionsOn(wb, NAMES) : { unclear: [], fields: [] },
  };
}

function peopleOn(wb: ReadOnlyWorkbook, record: DocumentRecord, listed: ReadonlySet<string>): AcquaintedPerson[] {
  const rows = new Map(acquaintanceRows(wb, record.code).map((row) => [row.person, row]));
  const asked = new Map(invitationsAbout(wb, record.code).map((one) => [one.person, one]));
  const addresses = addressesOf(wb);
  const dayOf = (moment: string | null | undefined): CalendarDate | null =>
    moment ? dateAt(Date.parse(moment), wb.timeZone) : null;
  return [...listed].map((code) => ({
    ...whoIs(wb.find(people, code), rows.get(code), addresses),
    code,
    on: rows.get(code)?.acquaintedOn ?? null,
    way: rows.get(code)?.way ?? "",
    deadline: rows.get(code)?.deadline ?? null,
    sentOn: dayOf(asked.get(code)?.sentAt),
    reminders: asked.get(code)?.reminders ?? 0,
    trouble: asked.get(code)?.trouble ?? "",
  }));
}

function whoIs(
  person: Person | undefined,
  row: Acquaintance | undefined,
  addresses: Addresses,
): Pick<AcquaintedPerson, "name" | "post" | "onPaper" | "away"> {
  return {
    name: person?.fullName ?? row?.fullName ?? row?.person ?? "",
    post: person?.post ?? "",
    onPaper: person ? whyOnPaper(person, addresses) : DISMISSED,
    away: person?.employment === EMPLOYMENT.away,
  };
}

/** The employer's duty to acquaint does not rest on a consent, but letters do: such people sign the sheet. */
function whyOnPaper(person: Person, addresses: Addresses): string {
  if (!isToBeAcquainted(person)) return DISMISSED;
  const address = addresses.get(person.code);
  if (!address) return "отозвано согласие на обработку персональных данных: писем не отправляем";
  return address.email === null ? "нет адреса почты" : "";
}

/** Those whom the document concerns come first. */
function others(wb: ReadOnlyWorkbook, record: DocumentRecord, listed: ReadonlySet<string>): AcquaintanceView["others"] {
  const concerned = new Set(record.people);
  return wb
    .all(people)
    .filter((person) => isToBeAcquainted(person) && !listed.has(person.code))
    .map(({ code, fullName, post }) => ({ code, name: fullName, post: post ?? "" }))
    .sort((one, other) => Number(concerned.has(other.code)) - Number(concerned.has(one.code)));
}

function letterOf(wb: ReadOnlyWorkbook, record: DocumentRecord): AcquaintanceView["letter"] {
  const { schoolShortName, schoolFullName, curatorName, curatorEmail } = wb.settings(settings);
  const codeOnly = isCodeOnly(wb);
  return {
    schoolName: schoolShortName ?? schoolFullName ?? "Наставничество",
    curatorName: codeOnly ? null : curatorName,
    curatorEmail,
    document: documentName(record, codeOnly),
    documentLink: record.link,
  };
}

function sheetOf(wb: ReadOnlyWorkbook, record: DocumentRecord): string | null {
  const key = documentKey(acquaintanceSheetPaper.key, record.code, 1);
  return wb.all(documents).find((sheet) => sheet.key === key)?.link ?? null;
}

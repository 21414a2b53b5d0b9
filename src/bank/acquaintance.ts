// Who has been acquainted with a signed document (ТК РФ, ст. 22, 68): the rows of «Ознакомление», their count, the answers.
import { ACQUAINTED_BY, acquaintances, type Acquaintance } from "../documents/acquaintances.table";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import type { Consumer } from "../questionnaires/pullAnswers";
import { settings } from "../school/settings.table";
import { type CalendarDate, dateAt, formatDateInWords } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { EMPLOYMENT, isDeleted, people, type Person } from "./people.table";
import { withheld } from "./withheld";

/** Key of the questionnaire by which people say that they have read a document. */
export const ACQUAINTANCE = "acquaintance";

/** Only a document in force is to be read: one that is superseded or cancelled asks nobody any more. */
export function isToBeRead({ status }: Pick<DocumentRecord, "status">): boolean {
  return status === DOCUMENT_STATUS.signed;
}

/** Whether somebody has to be acquainted with the employer's documents: works here, and the data are not deleted. */
export function isToBeAcquainted(person: Person | undefined): person is Person {
  return person !== undefined && person.employment !== EMPLOYMENT.dismissed && !isDeleted(person);
}

/** Rows of one document: of those who still have to be acquainted, and of all who have been. */
export function acquaintanceRows(wb: ReadOnlyWorkbook, document: string): Acquaintance[] {
  return wb
    .all(acquaintances)
    .filter((row) => row.document === document)
    .filter((row) => row.acquaintedOn !== null || isToBeAcquainted(wb.find(people, row.person)));
}

/**
 * Puts people on the list of a document; who is on it already stays as they are. Repeatable.
 *
 * @param persons codes on «Педагоги»; unknown ones and those who do not work here are left out
 */
export function enlist(wb: Workbook, record: DocumentRecord, persons: readonly string[]): void {
  const listed = new Set(wb.all(acquaintances).flatMap((row) => (row.document === record.code ? row.person : [])));
  for (const code of new Set(persons)) {
    const person = wb.find(people, code);
    if (listed.has(code) || !isToBeAcquainted(person)) continue;
    wb.add(acquaintances, {
      document: record.code,
      heading: record.heading,
      person: code,
      fullName: person.fullName,
    });
  }
  countAcquainted(wb, record.code);
}

/** Whom an act of the head is to be read by: everybody concerned, and the curator, whom orders charge with something too. */
export function readersOfAct(wb: ReadOnlyWorkbook, record: DocumentRecord): string[] {
  const curator = wb.setting(settings, "curatorName");
  const curators = curator === null ? [] : wb.all(people).filter(({ fullName }) => fullName === curator);
  return [...new Set([...record.people, ...curators.map(({ code }) => code)])];
}

/** Writes into the register how many of the listed people have been acquainted: «12 из 14». */
export function countAcquainted(wb: Workbook, document: string): void {
  const record = wb.find(documents, document);
  if (!record) return;
  const counted = acquaintedText(acquaintanceRows(wb, document));
  if ((record.acquainted ?? "") !== counted) wb.update(documents, document, { acquainted: counted });
}

/** «12 из 14»; "" for an empty list. */
function acquaintedText(rows: readonly Acquaintance[]): string {
  const done = rows.filter(({ acquaintedOn }) => acquaintedOn !== null).length;
  return rows.length === 0 ? "" : `${String(done)} из ${String(rows.length)}`;
}

/**
 * A document as letters and sheets call it: by date, number and heading, as an order is quoted; by its kind alone where
 * nobody may be named (headings name people).
 *
 * @example documentName(order) //=> "Приказ от 14 сентября 2026 г. № 84-02 «О закреплении наставнических пар…»"
 */
export function documentName(record: DocumentRecord, nobodyNamed = false): string {
  const { paper, number, signedOn, heading } = record;
  const requisites = [
    signedOn === null ? "" : ` от ${formatDateInWords(signedOn)}`,
    (number ?? "") === "" ? "" : ` №\u00a0${number ?? ""}`,
  ].join("");
  if (nobodyNamed || heading === null) return `${paper}${requisites}`;
  const kind = /^(\S+) Об? /.exec(`${paper.split(" ")[0] ?? ""} ${heading}`)?.[1];
  if (kind !== undefined) return `${kind}${requisites} «${heading}»`;
  const isTold = heading.toLowerCase().startsWith(paper.toLowerCase());
  return isTold ? `${heading}${requisites}` : `${paper}${requisites} («${heading}»)`;
}

/**
 * An answer to the form acquaints its author with the document that the personal link was about. A date that stands
 * there already stays: the first acquaintance counts. Who came by the general link is taken if only one document waits.
 */
const takeAcquaintance: Consumer = (wb, { person, about, answeredAt }) => {
  if (person === null) return null;
  const document = about ?? onlyAwaited(wb, person);
  const record = document === null ? undefined : wb.find(documents, document);
  if (!record) return person;
  enlist(wb, record, [person]);
  const row = wb.all(acquaintances).find((one) => one.document === record.code && one.person === person);
  if (row?.acquaintedOn !== null) return person;
  acquaint(wb, row, dateAt(Date.parse(answeredAt), wb.timeZone), ACQUAINTED_BY.form);
  countAcquainted(wb, record.code);
  return person;
};

function onlyAwaited(wb: ReadOnlyWorkbook, person: string): string | null {
  const waiting = wb.all(acquaintances).filter((row) => row.person === person && row.acquaintedOn === null);
  return waiting.length === 1 ? (waiting[0]?.document ?? null) : null;
}

/** Writes down that somebody was acquainted on a day. The count is the caller's. */
export function acquaint(
  wb: Workbook,
  row: Pick<Acquaintance, "code">,
  acquaintedOn: CalendarDate,
  way: Acquaintance["way"],
): void {
  wb.update(acquaintances, row.code, { acquaintedOn, way });
}

/** Who has withdrawn the consent to the use of the data signs on paper: an answer of theirs changes nothing. */
export const acquaintanceConsumers = withheld({ [ACQUAINTANCE]: takeAcquaintance });

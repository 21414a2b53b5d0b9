// What the register holds of a kind of paper: its drafts, what is signed, and how signed papers are referred to.
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import { documentKey, isDraft } from "../documents/register";
import { formatDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";

/** Every document of the kind, in the order of the register. */
export function documentsOf(wb: ReadOnlyWorkbook, paperKey: string): DocumentRecord[] {
  return wb.all(documents).filter(({ key }) => key?.startsWith(`${paperKey}:`) === true);
}

/** Those that are signed and not superseded. */
export function signedOf(wb: ReadOnlyWorkbook, paperKey: string): DocumentRecord[] {
  return documentsOf(wb, paperKey).filter(({ status }) => status === DOCUMENT_STATUS.signed);
}

/** Tells whether a draft about the subject waits. Make one and ask it about many. */
export function draftFinder(wb: ReadOnlyWorkbook, paperKey: string): (subject: string) => boolean {
  return finderAmong(documentsOf(wb, paperKey).filter(isDraft), paperKey);
}

/** Tells whether there is a draft or a signed document about the subject. */
export function documentFinder(wb: ReadOnlyWorkbook, paperKey: string): (subject: string) => boolean {
  const standing = documentsOf(wb, paperKey).filter(
    (record) => isDraft(record) || record.status === DOCUMENT_STATUS.signed,
  );
  return finderAmong(standing, paperKey);
}

function finderAmong(records: readonly DocumentRecord[], paperKey: string): (subject: string) => boolean {
  const stems = new Set(records.map(({ key }) => (key ?? "").replace(/\d+$/, "")));
  return (subject) => stems.has(documentKey(paperKey, subject, 0).slice(0, -1));
}

/**
 * A signed paper as others refer to it; the parts that are missing are left out.
 * @example referenceTo("приказ", record) //=> "приказ от 14.09.2026 № 84-02"
 */
export function referenceTo(what: string, { signedOn, number }: Pick<DocumentRecord, "signedOn" | "number">): string {
  return `${what}${signedOn === null ? "" : ` от ${formatDate(signedOn)}`}${(number ?? "") === "" ? "" : ` №\u00a0${number ?? ""}`}`;
}

// A document on its way: agreed, given its number and date, signed with its effects, cancelled.
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import { registerDocuments, type MadeDocument, type PaperStore } from "../documents/makeDocuments";
import { checkDraft, isDraft } from "../documents/register";
import { workshopOf } from "../documents/institution";
import { Stop } from "../google/stop";
import type { CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { beginAcquaintance } from "./acquaint/campaign";
import { caseOf, isUnfinished, kindKeyOf, type Kept } from "./kept";
import { documentAndKind } from "./loadPapers";
import { refusePage, warningsOf } from "./makePapers";
import { isError, namesOf, obstaclesOf, refuseAll } from "./obstacles";
import type { AnyPaperKind, Obstacle } from "./paperKind";
import { numberingOf, proposedNumber, requestFor, type FindKind } from "./requests";
import { documentOf } from "./subjects";

export interface Registered {
  document: string;
  link: string | null;
  warnings: string[];
}

/** Number and date as the form of registration proposes them; what an interrupted registration has given stays. */
export function proposeRegistration(
  wb: ReadOnlyWorkbook,
  code: string,
  find: FindKind,
): { number: string; signedOn: CalendarDate } {
  const { record, kind } = documentAndKind(wb, code, find);
  const given = (record.number ?? "") !== "" && record.signedOn !== null;
  return given
    ? { number: record.number ?? "", signedOn: record.signedOn ?? wb.today }
    : { number: proposedNumber(wb, kind, wb.today, find), signedOn: wb.today };
}

/**
 * What can be known to be impossible before anything is written.
 *
 * @throws Stop
 */
export function checkToRegister(wb: ReadOnlyWorkbook, code: string, signedOn: CalendarDate, find: FindKind): void {
  const { record, kind } = documentAndKind(wb, code, find);
  if (kind.signedHere !== true) refusePage(kind);
  if (record.status === DOCUMENT_STATUS.signed) return;
  checkDraft(record, signedOn, wb.today);
  const errors = unregistrable(wb, kind, record).filter(isError);
  if (errors.length > 0) {
    refuseAll(`Документ ${code} зарегистрировать нельзя.`, [
      { name: namesOf(wb, kind)(caseOf(wb, kind, record).subject), errors },
    ]);
  }
}

function unregistrable(wb: ReadOnlyWorkbook, kind: AnyPaperKind, record: DocumentRecord): readonly Obstacle[] {
  const about = caseOf(wb, kind, record);
  return [...obstaclesOf(wb, kind, about), ...(kind.unsignable?.(wb, about) ?? [])];
}

/**
 * Registers documents: numbers by their series (or only dates), the papers filled with them, the versions that they
 * supersede marked so, then the effects on the tables. Repeating it finishes what an interruption left undone.
 *
 * @param number null for the next ones by the pattern; a typed number is for one document only
 * @throws Stop when one of them may not be registered (then none of them is), or Drive refuses
 */
export function registerPapers(
  wb: Workbook,
  codes: readonly string[],
  wanted: { readonly number: string | null; readonly signedOn: CalendarDate },
  find: FindKind,
  store?: PaperStore,
): Registered[] {
  for (const code of codes) checkToRegister(wb, code, wanted.signedOn, find);
  const made = new Map<string, MadeDocument>();
  for (const { kind, records } of runsOfKind(wb, codes, find)) {
    const drafts = records.filter(isDraft);
    if (drafts.length === 0) continue;
    const numbering = numberingOf(wb, kind, find);
    const signed = registerDocuments(
      wb,
      kind.paper,
      drafts.map((record) => requestFor(wb, kind, caseOf(wb, kind, record), true)),
      { number: numbering === null ? null : wanted.number, date: wanted.signedOn, pattern: null, ...numbering },
      workshopOf(wb),
      store,
    );
    for (const one of signed) made.set(one.record.code, one);
  }
  takeEffect(wb, codes, find);
  return codes.map((code) => {
    const one = made.get(code);
    return { document: code, link: documentOf(wb, code).link, warnings: one === undefined ? [] : warningsOf([one]) };
  });
}

/** Neighbours of one kind go up together; the order stays, since numbers are given in it. */
function runsOfKind(
  wb: ReadOnlyWorkbook,
  codes: readonly string[],
  find: FindKind,
): { kind: AnyPaperKind; records: DocumentRecord[] }[] {
  const runs: { kind: AnyPaperKind; records: DocumentRecord[] }[] = [];
  for (const code of codes) {
    const { record, kind } = documentAndKind(wb, code, find);
    const last = runs[runs.length - 1];
    if (last?.kind === kind) last.records.push(record);
    else runs.push({ kind, records: [record] });
  }
  return runs;
}

/** What signing changes in the tables is written first, and only then that nothing is left to do. */
function takeEffect(wb: Workbook, codes: readonly string[], find: FindKind): void {
  const waiting = codes.map((code) => documentAndKind(wb, code, find)).filter(({ record }) => isUnfinished(record));
  for (const { record, kind } of waiting) {
    kind.signed?.(wb, caseOf(wb, kind, record), record);
    beginAcquaintance(wb, record, kind);
  }
  wb.save();
  for (const { record, kind } of waiting) {
    const details: Kept = { ...caseOf(wb, kind, record) };
    wb.update(documents, record.code, { details });
  }
  wb.save();
}

/** @throws Stop when it is no draft */
export function agreePaper(wb: Workbook, code: string): { document: string; status: string } {
  const record = documentOf(wb, code);
  if (record.status === DOCUMENT_STATUS.agreed) return { document: code, status: record.status };
  checkDraft(record, wb.today, wb.today);
  wb.update(documents, code, { status: DOCUMENT_STATUS.agreed });
  wb.note({ what: `${record.paper}: согласован`, records: [code] });
  return { document: code, status: DOCUMENT_STATUS.agreed };
}

/**
 * Cancels a document; its number is never given again.
 *
 * @param reason for «Журнал»
 * @throws Stop without a reason, or when the document is cancelled or superseded already
 */
export function cancelPaper(
  wb: Workbook,
  code: string,
  reason: string,
  find: FindKind,
): { document: string; warnings: string[] } {
  const record = documentOf(wb, code);
  const why = reason.replace(/\s+/g, " ").trim().replace(/\.$/, "");
  if (record.status === DOCUMENT_STATUS.cancelled) return { document: code, warnings: [] };
  if (why === "") throw new Stop("Не указано, почему документ отменяется.", "Напишите причину и повторите.");
  if (record.status === DOCUMENT_STATUS.superseded) {
    throw new Stop(
      `Документ ${code} уже заменён новой версией.`,
      "Если отменить нужно действующий документ, выберите его новую версию.",
    );
  }
  const wasSigned = record.status === DOCUMENT_STATUS.signed;
  wb.update(documents, code, { status: DOCUMENT_STATUS.cancelled });
  wb.note({ what: `${record.paper}: отменён. Причина: ${why}`, records: [code] });
  const kind = find(kindKeyOf(record));
  return {
    document: code,
    warnings:
      wasSigned && (kind?.signed !== undefined || kind?.page !== undefined)
        ? ["Записанное при регистрации (статусы, сроки, согласия) не отменяется само: исправьте его на вкладках."]
        : [],
  };
}

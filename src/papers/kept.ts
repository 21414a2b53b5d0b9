// What the register keeps of how a document was made, so that it can be made anew: about whom, and from which answers.
import * as z from "zod";
import { DOCUMENT_STATUS, type DocumentRecord } from "../documents/documents.table";
import { documentKey, isDraft } from "../documents/register";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { answersSchema } from "./fields";
import type { AnyPaperKind, PaperCase } from "./paperKind";

const keptSchema = z.object({
  subject: z.string().max(200),
  answers: answersSchema,
  /** The document is being signed: its effects on the tables are still to come. */
  signing: z.literal(true).optional(),
});
/** The contents of the register's column «Сведения». */
export type Kept = z.infer<typeof keptSchema>;

/** Null for a document made by a page of its own, which keeps nothing here. */
export function keptOf(record: DocumentRecord): Kept | null {
  const kept = keptSchema.safeParse(record.details);
  return kept.success ? kept.data : null;
}

/** Signed, and its effects on the tables still to come: the registration was interrupted. */
export const isUnfinished = (record: DocumentRecord): boolean =>
  record.status === DOCUMENT_STATUS.signed && keptOf(record)?.signing === true;

/** Whether a document still has to be registered, or its registration to be finished. */
export const isToRegister = (record: DocumentRecord): boolean => isDraft(record) || isUnfinished(record);

/** The key of the document's kind; "" for one that was not made by the add-on. */
export const kindKeyOf = (record: DocumentRecord): string => /^([^:]+):/.exec(record.key ?? "")?.[1] ?? "";

/**
 * What a document was made from. One that keeps nothing was made by a page of its own: its subject stands in its key, or
 * is one of those whom it concerns; its answers are those that the form would propose.
 */
export function caseOf(wb: ReadOnlyWorkbook, kind: AnyPaperKind, record: DocumentRecord): PaperCase {
  const kept = keptOf(record);
  if (kept !== null) return { subject: kept.subject, answers: kept.answers };
  const subject = kind.subjectOf?.(wb, record) ?? subjectOf(kind.paper.key, record);
  return { subject, answers: kind.proposed?.(wb, subject) ?? {} };
}

function subjectOf(paperKey: string, record: DocumentRecord): string {
  const key = record.key ?? "";
  const inKey = key.slice(paperKey.length + 1, key.lastIndexOf(":"));
  const candidates = [inKey, ...record.people, ...record.pairs];
  return candidates.find((one) => documentKey(paperKey, one, record.version ?? 1) === key) ?? inKey;
}

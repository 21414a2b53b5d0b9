// Who has to be acquainted with a document: whom its kind names, or everybody whom an order concerns.
import { readersOfAct } from "../../bank/acquaintance";
import type { DocumentRecord } from "../../documents/documents.table";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { kindOf } from "../catalogue";
import { caseOf, kindKeyOf } from "../kept";
import type { AnyPaperKind } from "../paperKind";

/**
 * Codes on «Педагоги». A kind may name its own readers, or none; where it says nothing, orders and the acts they approve
 * are to be read by everybody concerned, and other papers by nobody: who signs a consent or a plan has read it.
 */
export function readersOf(
  wb: ReadOnlyWorkbook,
  record: DocumentRecord,
  kind: AnyPaperKind | undefined = kindOf(kindKeyOf(record)),
): readonly string[] {
  if (kind?.acquainted) return kind.acquainted(wb, caseOf(wb, kind, record));
  return isAct(kind, record) ? readersOfAct(wb, record) : [];
}

function isAct(kind: AnyPaperKind | undefined, { paper }: DocumentRecord): boolean {
  return kind ? kind.series === "order" || kind.group === "Приказы и положение" : /^приказ/i.test(paper);
}

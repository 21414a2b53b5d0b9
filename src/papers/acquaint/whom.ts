// Who has to be acquainted with a document: whom its kind names, or everybody whom an order concerns.
import { people } from "../../bank/people.table";
import type { DocumentRecord } from "../../documents/documents.table";
import { settings } from "../../school/settings.table";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { kindOf } from "../catalogue";
import { caseOf, kindKeyOf } from "../kept";
import type { AnyPaperKind } from "../paperKind";

/**
 * Codes on «Педагоги». A kind may name its own readers, or none; where it says nothing, orders and the acts they approve
 * are to be read by everybody concerned, and other papers by nobody: who signs a consent or a plan has read it.
 */
export function readersOf(wb: ReadOnlyWorkbook, record: DocumentRecord): readonly string[] {
  const kind = kindOf(kindKeyOf(record));
  if (kind?.acquainted) return kind.acquainted(wb, caseOf(wb, kind, record));
  return isAct(kind, record) ? [...record.people, ...curatorIn(wb)] : [];
}

/** Orders charge the curator with something too. */
function curatorIn(wb: ReadOnlyWorkbook): string[] {
  const curator = wb.setting(settings, "curatorName");
  return curator === null ? [] : wb.all(people).flatMap(({ code, fullName }) => (fullName === curator ? code : []));
}

function isAct(kind: AnyPaperKind | undefined, { paper }: DocumentRecord): boolean {
  return kind ? kind.series === "order" || kind.group === "Приказы и положение" : /^приказ/i.test(paper);
}

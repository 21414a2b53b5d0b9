// What documents are about: the school year, one of many in the year, or somebody whom the kind names.
import { documents, type DocumentRecord } from "../documents/documents.table";
import { isDraft } from "../documents/register";
import { Stop } from "../google/stop";
import { schoolYearName } from "../pairing/savePairs";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type { Answers } from "./fields";
import { caseOf, kindKeyOf } from "./kept";
import type { AnyPaperKind, PaperCase } from "./paperKind";
import type { PaperInput } from "./papersView";

/** «2026-2027»: the subject of a paper that is made once a year. */
export const yearSubject = (wb: ReadOnlyWorkbook): string => schoolYearName(wb).replace("/", "-");

/** The document of the register that was asked for. @throws Stop when there is none */
export function documentOf(wb: ReadOnlyWorkbook, code: string): DocumentRecord {
  const record = wb.find(documents, code);
  if (record !== undefined) return record;
  throw new Stop(
    `Документа ${code} нет на вкладке «Документы».`,
    "Закройте панель, откройте её снова и выберите документ снова.",
  );
}

/**
 * Everything that is asked for, each with the answers of its own.
 *
 * @throws Stop when nobody is chosen, or the document that is to be changed is of another kind
 */
export function casesOf(wb: ReadOnlyWorkbook, kind: AnyPaperKind, input: PaperInput): readonly PaperCase[] {
  if (input.document !== null) {
    const record = documentOf(wb, input.document);
    if (kindKeyOf(record) !== kind.paper.key) {
      throw new Stop(
        `Документ ${record.code} другого вида, чем «${kind.paper.title}».`,
        "Откройте его из реестра снова.",
      );
    }
    return [{ subject: caseOf(wb, kind, record).subject, answers: input.values }];
  }
  if (kind.count === "year") return [{ subject: yearSubject(wb), answers: input.values }];
  if (kind.count === "many") return [{ subject: nextOfMany(wb, kind, input.values), answers: input.values }];
  const subjects = [...new Set(input.subjects)];
  if (subjects.length === 0) throw new Stop("Никто не выбран.", "Отметьте, о ком нужен документ, и повторите.");
  const typed = subjects.length === 1 ? input.values : filledIn(input.values);
  return subjects.map((subject) => ({ subject, answers: { ...kind.proposed?.(wb, subject), ...typed } }));
}

/** What was filled in for several together; what was left empty is each one's own. */
const filledIn = (values: Answers): Answers =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([, value]) => value !== null && value !== "" && !(Array.isArray(value) && value.length === 0),
    ),
  );

/** The next number of the year; a draft made from the same answers is taken up again. */
function nextOfMany(wb: ReadOnlyWorkbook, kind: AnyPaperKind, values: Answers): string {
  const stem = `${kind.paper.key}:${yearSubject(wb)}-`;
  const made = wb.all(documents).filter(({ key }) => key?.startsWith(stem) === true);
  const typed = JSON.stringify(values);
  const same = made.find((record) => isDraft(record) && JSON.stringify(caseOf(wb, kind, record).answers) === typed);
  if (same !== undefined) return caseOf(wb, kind, same).subject;
  const numbers = made.map(({ key }) => Number(/^(\d+):/.exec((key ?? "").slice(stem.length))?.[1] ?? 0));
  return `${yearSubject(wb)}-${String(Math.max(0, ...numbers) + 1)}`;
}

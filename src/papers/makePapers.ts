// Makes documents of a kind, or makes their drafts anew: a few at once.
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import { makeDocuments, type MadeDocument, type PaperStore } from "../documents/makeDocuments";
import { latestVersions } from "../documents/register";
import { workshopOf } from "../documents/institution";
import { Stop } from "../google/stop";
import type { Workbook } from "../workbook/workbook";
import { refuseObstacles } from "./obstacles";
import type { AnyPaperKind, PaperCase } from "./paperKind";
import type { PapersMade } from "./papersView";
import { requestFor } from "./requests";

/** @throws Stop where a page of its own makes this paper */
export function refusePage(kind: AnyPaperKind): void {
  if (kind.page !== undefined)
    throw new Stop(
      `Документ «${kind.paper.title}» готовится на своей странице.`,
      "Нажмите «Открыть» рядом с видом документа.",
    );
}

/**
 * Makes the documents, or makes their drafts anew in the same Google Docs. A signed one gets a new version beside it; an
 * agreed one that is made anew has to be agreed again. Safe to repeat.
 *
 * @throws Stop when one of them may not be made (then none is), or Drive refuses (what was made before stays)
 */
export function makePapers(
  wb: Workbook,
  kind: AnyPaperKind,
  cases: readonly PaperCase[],
  store?: PaperStore,
): PapersMade {
  refusePage(kind);
  refuseObstacles(wb, kind, cases);
  const latest = latestVersions(wb.all(documents));
  const agreed = cases.flatMap(({ subject }) => {
    const record = latest(kind.paper.key, subject);
    return record?.status === DOCUMENT_STATUS.agreed ? [record.code] : [];
  });
  const made = makeDocuments(
    wb,
    kind.paper,
    cases.map((about) => requestFor(wb, kind, about)),
    workshopOf(wb),
    store,
  );
  for (const code of agreed) wb.update(documents, code, { status: DOCUMENT_STATUS.draft });
  return {
    job: null,
    made: made.map(({ record }) => ({ document: record.code, name: record.heading ?? "", link: record.link })),
    warnings: [...warningsOf(made), ...(agreed.length > 0 ? [toAgreeAgain(agreed)] : [])],
  };
}

/** Remarks about the papers, each once. */
export const warningsOf = (made: readonly MadeDocument[]): string[] => [
  ...new Set(made.flatMap(({ problems }) => problems.map(({ what, mend }) => `${what} ${mend}`))),
];

const toAgreeAgain = (codes: readonly string[]): string =>
  `Документ был согласован, а теперь изменён (${codes.join(", ")}): он снова проект. Согласуйте его ещё раз.`;

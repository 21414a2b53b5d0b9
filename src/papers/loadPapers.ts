// What the sidebar «Документы» opens with, and what it shows of one kind.
import { EMPLOYMENT, isDeleted, people } from "../bank/people.table";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import { ownTemplateLink } from "../documents/ownTemplate";
import { isDraft, latestVersions } from "../documents/register";
import { unfinishedJobs } from "../jobs/jobs";
import { schoolYearName } from "../pairing/savePairs";
import { Stop } from "../google/stop";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type { Answers, Field } from "./fields";
import { caseOf, isToRegister, keptOf, kindKeyOf } from "./kept";
import type { AnyPaperKind, PaperSubject } from "./paperKind";
import type { DocumentView, PapersView, PaperView } from "./papersView";
import type { FindKind } from "./requests";
import { documentOf } from "./subjects";

/** More is not to be looked through in a sidebar: the tab «Документы» has them all. */
const REGISTER_SHOWN = 300;

/** From three tabs, each read once: whom papers are wanted for is told by `loadWanted`. */
export function loadPapers(
  wb: ReadOnlyWorkbook,
  catalogue: readonly AnyPaperKind[],
  start: PapersView["start"],
): PapersView {
  const kinds = new Map(catalogue.map((kind) => [kind.paper.key, kind]));
  const register = wb.all(documents);
  return {
    today: wb.today,
    schoolYear: schoolYearName(wb),
    kinds: catalogue.map(({ paper, group, count, purpose, basis, page }) => ({
      key: paper.key,
      title: paper.title,
      group,
      count,
      purpose,
      basis,
      page: page ?? null,
      wanted: 0,
    })),
    register: register
      .slice(-REGISTER_SHOWN)
      .reverse()
      .map((record) => documentView(record, (key) => kinds.get(key))),
    registerTotal: register.length,
    jobs: unfinishedJobs(wb),
    start,
  };
}

/** By the kind's key, for how many subjects the pack of documents wants it now; kinds that nobody waits for are left out. */
export function loadWanted(wb: ReadOnlyWorkbook, catalogue: readonly AnyPaperKind[]): Record<string, number> {
  const counts = catalogue.map(({ paper, subjects }): [string, number] => [
    paper.key,
    subjects?.(wb).filter(({ wanted }) => wanted).length ?? 0,
  ]);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

function documentView(record: DocumentRecord, find: FindKind): DocumentView {
  const kind = find(kindKeyOf(record));
  return {
    code: record.code,
    kind: kind?.paper.key ?? null,
    title: record.paper,
    heading: record.heading ?? "",
    status: record.status ?? DOCUMENT_STATUS.draft,
    number: record.number ?? "",
    signedOn: record.signedOn ?? "",
    version: record.version ?? 1,
    link: record.link,
    pdf: record.pdf,
    registerLabel: kind === undefined ? null : registerLabel(kind, record),
    page: kind?.page ?? null,
    waits: isWaiting(kind, record),
    numbered: kind !== undefined && kind.series !== null,
    pairs: record.pairs.length,
    people: [...record.people],
    acquainted: record.acquainted ?? "",
    supersedes: record.supersedes ?? "",
  };
}

const isWaiting = (kind: AnyPaperKind | undefined, record: DocumentRecord): boolean =>
  kind !== undefined && kind.forReading !== true && isToRegister(record);

function registerLabel(kind: AnyPaperKind, record: DocumentRecord): string | null {
  if (kind.page !== undefined && kind.signedHere !== true) return null;
  if (keptOf(record)?.signing === true && record.status === DOCUMENT_STATUS.signed) return "Завершить регистрацию";
  if (!isDraft(record)) return null;
  return kind.registerLabel ?? (kind.series === null ? "Записать подписанный" : "Зарегистрировать");
}

/** One kind, ready to be made for whoever is chosen. */
export function loadPaper(wb: ReadOnlyWorkbook, kind: AnyPaperKind): PaperView {
  const subjects = kind.subjects?.(wb) ?? [];
  const chosen = subjects.filter(({ wanted }) => wanted);
  const only = chosen.length === 1 ? (chosen[0]?.subject ?? null) : null;
  return paperView(wb, kind, subjects, kind.proposed?.(wb, only) ?? {});
}

/** The same for a document of the register that is to be changed. */
export function loadDraft(wb: ReadOnlyWorkbook, code: string, find: FindKind): PaperView & { subject: string } {
  const { kind, record } = documentAndKind(wb, code, find);
  const { subject, answers } = caseOf(wb, kind, record);
  return { ...paperView(wb, kind, kind.subjects?.(wb) ?? [], answers), subject };
}

/** @throws Stop when there is no such document, or the add-on cannot make papers of its kind */
export function documentAndKind(
  wb: ReadOnlyWorkbook,
  code: string,
  find: FindKind,
): { record: DocumentRecord; kind: AnyPaperKind } {
  const record = documentOf(wb, code);
  const kind = find(kindKeyOf(record));
  if (kind !== undefined) return { record, kind };
  throw new Stop(
    `Документ ${record.code} сделан не на этой странице, и отсюда его не изменить.`,
    "Откройте его по ссылке на вкладке «Документы».",
  );
}

function paperView(
  wb: ReadOnlyWorkbook,
  kind: AnyPaperKind,
  subjects: readonly PaperSubject[],
  values: Answers,
): PaperView {
  const { paper, purpose, basis, count } = kind;
  const latest = latestVersions(wb.all(documents));
  const fields = [...(kind.fields?.(wb) ?? [])];
  return {
    key: paper.key,
    title: paper.title,
    purpose,
    basis,
    count,
    subjects: subjects.map((one) => ({ ...one, document: shortly(latest(paper.key, one.subject)) })),
    fields,
    values,
    people: fields.some(choosesPeople) ? staffOf(wb) : [],
    template: ownTemplateLink(wb, paper.templateKey),
  };
}

const shortly = (record: DocumentRecord | undefined): PaperView["subjects"][number]["document"] =>
  record === undefined
    ? null
    : { code: record.code, status: record.status ?? DOCUMENT_STATUS.draft, link: record.link };

const choosesPeople = ({ sort, columns }: Field): boolean =>
  sort === "person" || sort === "people" || columns?.some((column) => column.sort === "person") === true;

/** Whoever works here, by name: those who have left are in no new paper. */
const staffOf = (wb: ReadOnlyWorkbook): PaperView["people"] =>
  wb
    .all(people)
    .filter((person) => !isDeleted(person) && person.employment !== EMPLOYMENT.dismissed)
    .map(({ code, fullName, post }) => ({ code, name: fullName, post: post ?? "" }))
    .sort((one, other) => one.name.localeCompare(other.name, "ru"));

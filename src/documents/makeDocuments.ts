// Makes papers: fills templates, puts them on Drive once each, keeps the register.
import { pdfLink } from "../google/driveSharing";
import { saveDocuments, type PaperFile, type SavedPaper, type Subfolder } from "../google/drive";
import { Stop } from "../google/stop";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { Workbook } from "../workbook/workbook";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "./documents.table";
import type { OwnForms } from "./grammar/cases";
import { ownTemplateLink } from "./ownTemplate";
import type { Paper, Registration } from "./paper";
import { checkDraft, checkNumber, nextNumber, planDocument, sameFamily, type Plan } from "./register";
import { renderDocument } from "./render";
import type { PaperProblem } from "./templateProblems";
import { chooseTemplate, type ChosenTemplate } from "./templateChoice";

/** A document that a feature asks for. */
export interface DocumentRequest<Input> {
  /** What it is about, stable: a pair's code, a person's code, a school year. One subject has one document of a kind. */
  readonly subject: string;
  /** The paper's input; `registration` is null until the document has its number. */
  readonly input: (registration: Registration | null) => Input;
  /** Codes of the pairs and people concerned. */
  readonly pairs: readonly string[];
  readonly people: readonly string[];
  /** Kept in the register, so that the document can be made anew; left out where its tables say everything. */
  readonly details?: unknown;
  /** A paper that is dated and has no number. */
  readonly unnumbered?: boolean;
}

/** Where documents are put and how their words are declined. */
export interface Workshop {
  readonly folderId: string;
  /** The school year's folder inside it. */
  readonly yearFolder: Subfolder;
  /** The school's own declensions. */
  readonly ownForms: readonly OwnForms[];
}

/** What became of a request. */
export interface MadeDocument {
  readonly record: DocumentRecord;
  /** Doubtful word forms and remarks about the template. */
  readonly problems: readonly PaperProblem[];
}

/** The part of Drive that this needs; a test gives its own. */
export interface PaperStore {
  /** Takes a paper over that is there under its key already. */
  readonly save: (papers: readonly PaperFile[], folderId: string, subfolder: Subfolder) => readonly SavedPaper[];
  readonly choose: <Input>(paper: Paper<Input>, ownTemplate: string | null) => ChosenTemplate;
}
const GOOGLE: PaperStore = { save: saveDocuments, choose: chooseTemplate };

/** Names of files on Drive are cut here: longer ones are unreadable in a list. */
const LONGEST_NAME = 180;

interface Filled<Input> {
  readonly request: DocumentRequest<Input>;
  readonly plan: Plan;
  readonly heading: string;
  readonly name: string;
  readonly docx: string;
  readonly problems: readonly PaperProblem[];
}

/**
 * Makes documents of one kind. Safe to repeat: a draft is filled anew in the same Google Doc, a signed document gets a
 * new version beside it, and a Doc that an interrupted run left on Drive is found by its key and taken over.
 *
 * @throws Stop when the template has errors or Drive refuses; then nothing is made
 */
export function makeDocuments<Input>(
  wb: Workbook,
  paper: Paper<Input>,
  requests: readonly DocumentRequest<Input>[],
  workshop: Workshop,
  store: PaperStore = GOOGLE,
): readonly MadeDocument[] {
  if (requests.length === 0) return [];
  const template = store.choose(paper, ownTemplateLink(wb, paper.templateKey));
  const register = wb.all(documents);
  const filled = requests.map((request) =>
    fill(paper, request, planDocument(register, paper.key, request.subject), template, workshop),
  );
  const saved = new Map(
    store
      .save(
        filled.map(({ plan, name, docx }) => ({
          key: plan.key,
          name,
          docx,
          fileId: knownFile(plan),
        })),
        workshop.folderId,
        workshop.yearFolder,
      )
      .map((file) => [file.key, file]),
  );
  const made = filled.map((one) => ({
    record: enter(wb, paper, one, saved.get(one.plan.key)),
    problems: isAnew(one.plan, saved.get(one.plan.key)) ? [madeAnew, ...one.problems] : one.problems,
  }));
  wb.note({
    what: `${paper.title}: подготовлено документов — ${String(made.length)}`,
    records: made.map(({ record }) => record.code),
  });
  wb.save();
  return made;
}

/** The Doc was somebody else's, in the bin, or deleted: whoever kept its address has to know. */
const madeAnew: PaperProblem = {
  level: "warning",
  tag: null,
  what: "Прежний файл этого документа недоступен: он удалён или принадлежит другой учётной записи. Создан новый файл.",
  mend: "Ссылка на вкладке «Документы» уже ведёт на него; прежней ссылкой не пользуйтесь.",
};

const isAnew = (plan: Plan, file: SavedPaper | undefined): boolean =>
  knownFile(plan) !== null && file !== undefined && file.fileId !== knownFile(plan);

const knownFile = (plan: Plan): string | null => (plan.action === "update" ? plan.record.fileId : null);

function fill<Input>(
  paper: Paper<Input>,
  request: DocumentRequest<Input>,
  plan: Plan,
  template: ChosenTemplate,
  workshop: Workshop,
): Filled<Input> {
  const registration = plan.action === "update" ? registrationOf(plan.record, request) : null;
  const input = request.input(registration);
  const { docx, problems } = renderDocument(template.docx, paper.data(input), workshop.ownForms);
  const heading = paper.heading(input);
  return {
    request,
    plan,
    heading,
    name: fileName(heading, registration),
    docx,
    problems: [...template.problems, ...problems],
  };
}

/** The requisites of a record that has all of them; a half-filled row counts as not registered. */
function registrationOf(
  { number, signedOn }: DocumentRecord,
  { unnumbered = false }: { readonly unnumbered?: boolean },
): Registration | null {
  if (signedOn === null) return null;
  if (unnumbered) return { number: "", date: signedOn };
  return (number ?? "") === "" ? null : { number: number ?? "", date: signedOn };
}

/** «О закреплении … № 84-02 от 14.09.2026» or «… (проект)». */
function fileName(heading: string, registration: Registration | null): string {
  const plain = heading.replace(/\s+/g, " ").trim();
  const short = plain.length > LONGEST_NAME ? `${plain.slice(0, LONGEST_NAME - 1)}…` : plain;
  if (registration === null) return `${short} (проект)`;
  return `${short}${requisites(registration)}`;
}

/** « № 84-02 от 14.09.2026», without a number « от 14.09.2026». */
const requisites = ({ number, date }: Registration): string =>
  `${number === "" ? "" : ` № ${number}`} от ${formatDate(date)}`;

function enter<Input>(
  wb: Workbook,
  paper: Paper<Input>,
  { request, plan, heading }: Filled<Input>,
  file: SavedPaper | undefined,
): DocumentRecord {
  if (file === undefined) {
    throw new Stop("Google Диск не подтвердил сохранение документа.", "Повторите: уже сохранённое не задвоится.");
  }
  const common = {
    heading,
    link: file.url,
    fileId: file.fileId,
    pdf: pdfLink(file.fileId),
    pairs: request.pairs,
    people: request.people,
    madeAt: wb.moment,
    ...(request.details === undefined ? {} : { details: request.details }),
  };
  if (plan.action === "update") return wb.update(documents, plan.record.code, common);
  return wb.add(documents, {
    ...common,
    paper: paper.title,
    status: DOCUMENT_STATUS.draft,
    version: plan.version,
    supersedes: plan.supersedes,
    key: plan.key,
  });
}

/** What a registration asks for. */
export interface RegistrationWish {
  /** The number typed by the curator; null for the next one by the pattern. */
  readonly number: string | null;
  readonly date: CalendarDate;
  readonly pattern: string | null;
  /** Which documents are numbered together with these; by default those whose kind begins with the same word. */
  readonly sameSeries?: (record: DocumentRecord) => boolean;
}

/**
 * Gives a draft its number and date, fills the document with them, and marks it signed; the version that it
 * supersedes is marked so. Safe to repeat after an interruption: the number once given stays.
 *
 * @throws Stop when there is no such draft, the number is taken, or the date lies ahead
 */
export function registerDocument<Input>(
  wb: Workbook,
  paper: Paper<Input>,
  request: DocumentRequest<Input>,
  wanted: RegistrationWish,
  workshop: Workshop,
  store: PaperStore = GOOGLE,
): MadeDocument {
  const [made] = registerDocuments(wb, paper, [request], wanted, workshop, store);
  if (made === undefined) throw new Error("A document was to be registered and was not made.");
  return made;
}

/**
 * The same for several drafts of one kind: their papers go up together.
 *
 * @param wanted its number must be null for more than one draft
 */
export function registerDocuments<Input>(
  wb: Workbook,
  paper: Paper<Input>,
  requests: readonly DocumentRequest<Input>[],
  wanted: RegistrationWish,
  workshop: Workshop,
  store: PaperStore = GOOGLE,
): readonly MadeDocument[] {
  for (const request of requests) giveRequisites(wb, paper, request, wanted);
  wb.save();
  const made = makeDocuments(wb, paper, requests, workshop, store);
  const signed = made.map(({ record: { code }, problems }): MadeDocument => {
    const record = wb.update(documents, code, { status: DOCUMENT_STATUS.signed });
    const former = wb.find(documents, record.supersedes ?? "");
    if (former?.status === DOCUMENT_STATUS.signed)
      wb.update(documents, former.code, { status: DOCUMENT_STATUS.superseded });
    wb.note({
      what: `${paper.title}: зарегистрирован${requisites({ number: record.number ?? "", date: wanted.date })}`,
      records: [code],
    });
    return { record, problems };
  });
  wb.save();
  return signed;
}

function giveRequisites<Input>(
  wb: Workbook,
  paper: Paper<Input>,
  request: DocumentRequest<Input>,
  wanted: RegistrationWish,
): void {
  const register = wb.all(documents);
  const plan = planDocument(register, paper.key, request.subject);
  if (plan.action !== "update") {
    throw new Stop("Нет проекта документа, который можно зарегистрировать.", "Сначала подготовьте проект документа.");
  }
  checkDraft(plan.record, wanted.date, wb.today);
  if (request.unnumbered === true) {
    wb.update(documents, plan.record.code, { signedOn: wanted.date });
    return;
  }
  const inSeries = wanted.sameSeries ?? sameFamily(paper.title);
  const given = registrationOf(plan.record, request);
  const number = wanted.number ?? given?.number ?? nextNumber(wanted.pattern, register, inSeries, wanted.date);
  checkNumber(register, plan.record, number, inSeries, wanted.date);
  wb.update(documents, plan.record.code, { number, signedOn: wanted.date });
}

// What the sidebar «Документы» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { Stop } from "../google/stop";
import { showSidebar } from "../google/ui";
import { defineJob, startJob, type JobProgress } from "../jobs/jobs";
import { documents } from "../documents/documents.table";
import { defineOwnersCommand, otherOwner } from "../school/filesOwner";
import { isCalendarDate, type CalendarDate } from "../workbook/calendarDate";
import { change, look } from "../workbook/commands";
import { CATALOGUE, kindOf } from "./catalogue";
import { answersSchema, type Answers } from "./fields";
import { loadDraft, loadPaper, loadPapers, loadWanted } from "./loadPapers";
import { makePapers } from "./makePapers";
import { refuseObstacles } from "./obstacles";
import { isToRegister } from "./kept";
import type { AnyPaperKind } from "./paperKind";
import { definePapersJob, planPapers } from "./papersJob";
import type { PaperInput, PapersMade, PapersView, PaperView, PreflightView } from "./papersView";
import { checkPaper } from "./preflight";
import { type Print, printDocuments } from "./printTogether";
import {
  agreePaper,
  cancelPaper,
  checkToRegister,
  proposeRegistration,
  registerPapers,
  type Registered,
} from "./registerPapers";
import { saveForm, type FormInput } from "./saveForm";
import { showPlace } from "./showPlace";
import { rememberStart, takeStart } from "./startAt";
import { casesOf } from "./subjects";

/** More people than any school has; a longer list is no list of ours. */
const MOST = 2_000;
/** So few are made while the curator looks on; more become a job. */
const AT_ONCE = 5;

const code = z.string().max(40);
const subject = z.string().max(200);
const paperInput = z.object({
  kind: z.string().max(60),
  subjects: z.array(subject).max(MOST),
  values: answersSchema,
  document: code.nullable(),
});
const kindAndSubject = z.object({ kind: z.string().max(60), subject: subject.nullable() });
const formInput = z.object({
  word: z.string().max(1_000),
  forms: z.array(z.object({ case: z.string().max(30), form: z.string().max(1_000) })).max(6),
});

const kindFor = (key: string): AnyPaperKind => {
  const kind = kindOf(key);
  if (kind !== undefined) return kind;
  throw new Stop("Такого вида документов нет.", "Закройте панель, откройте её снова и выберите документ снова.");
};

function dayOf(typed: string): CalendarDate {
  if (!isCalendarDate(typed)) throw new Stop("Дата документа не указана.", "Выберите дату и повторите.");
  return typed;
}

/** Many documents of one kind. */
export const papersJob = definePapersJob(kindOf);

/** A few documents of one kind. */
export const papersDraft = defineOwnersCommand({
  key: "papersDraft",
  title: "Подготовка документов",
  params: paperInput,
  check: (wb, input) => {
    const kind = kindFor(input.kind);
    refuseObstacles(wb, kind, casesOf(wb, kind, input));
  },
  do: (wb, input) => {
    const kind = kindFor(input.kind);
    return makePapers(wb, kind, casesOf(wb, kind, input));
  },
});

/** An empty number asks for the next one by the pattern in the settings. */
export const paperRegistration = defineOwnersCommand({
  key: "paperRegistration",
  title: "Регистрация документа",
  params: z.object({ document: code, number: z.string().max(60), signedOn: z.string().max(10) }),
  check: (wb, { document, signedOn }) => {
    checkToRegister(wb, document, dayOf(signedOn), kindOf);
  },
  do: (wb, { document, number, signedOn }): Registered => {
    const typed = number.trim();
    const wanted = { number: typed === "" ? null : typed, signedOn: dayOf(signedOn) };
    const [done] = registerPapers(wb, [document], wanted, kindOf);
    if (done === undefined) throw new Error("A document was to be registered and was not.");
    return done;
  },
});

/** Many drafts, each with the next number of its series. */
export const papersRegistration = defineJob({
  key: "papersRegistration",
  title: "Регистрация документов",
  params: z.object({ documents: z.array(code).max(MOST), signedOn: z.string().max(10) }),
  batch: 40,
  doneBy: otherOwner,
  // In the order of the register, in which they get their numbers.
  remaining: (wb, wanted) => {
    const chosen = new Set(wanted.documents);
    return wb.all(documents).flatMap((record) => (chosen.has(record.code) && isToRegister(record) ? record.code : []));
  },
  do: (wb, codes, { signedOn }) => {
    registerPapers(wb, codes, { number: null, signedOn: dayOf(signedOn) }, kindOf);
  },
});

export const papersCalls = {
  loadPapers: (): PapersView => {
    const start = takeStart();
    return look((wb) => loadPapers(wb, CATALOGUE, start));
  },
  /** By the kind's key, how many documents the pack of documents waits for. */
  loadWanted: (): Record<string, number> => look((wb) => loadWanted(wb, CATALOGUE)),
  loadPaper: (key: string): PaperView => {
    const kind = kindFor(z.string().max(60).parse(key));
    return look((wb) => loadPaper(wb, kind));
  },
  /** What the form holds to begin with for this subject. */
  proposeAnswers: (input: { kind: string; subject: string | null }): Answers => {
    const wanted = kindAndSubject.parse(input);
    const kind = kindFor(wanted.kind);
    return look((wb) => kind.proposed?.(wb, wanted.subject) ?? {});
  },
  loadDraft: (document: string): PaperView & { subject: string } => {
    const wanted = code.parse(document);
    return look((wb) => loadDraft(wb, wanted, kindOf));
  },
  /** Looks through what is to be made; makes nothing. */
  checkPaper: (input: PaperInput): PreflightView => {
    const wanted = paperInput.parse(input);
    const kind = kindFor(wanted.kind);
    return look((wb) => checkPaper(wb, kind, casesOf(wb, kind, wanted)));
  },
  makePapers: (input: PaperInput): PapersMade => {
    const wanted = paperInput.parse(input);
    if (wanted.subjects.length <= AT_ONCE || wanted.document !== null) return papersDraft.ask(wanted);
    const kind = kindFor(wanted.kind);
    return {
      job: change(papersJob.title, (wb) => planPapers(wb, papersJob, kind, wanted)),
      made: [],
      warnings: [],
    };
  },
  proposeRegistration: (document: string): { number: string; signedOn: string } => {
    const wanted = code.parse(document);
    return look((wb) => proposeRegistration(wb, wanted, kindOf));
  },
  registerPaper: (input: { document: string; number: string; signedOn: string }): Registered =>
    paperRegistration.ask(paperRegistration.params.parse(input)),
  registerPapers: (input: { documents: string[]; signedOn: string }): JobProgress => {
    const wanted = papersRegistration.params.parse(input);
    const day = dayOf(wanted.signedOn);
    return change(papersRegistration.title, (wb) => {
      for (const document of wanted.documents) checkToRegister(wb, document, day, kindOf);
      return startJob(wb, papersRegistration, wanted);
    });
  },
  agreePaper: (document: string): { document: string; status: string } => {
    const wanted = code.parse(document);
    return change("Согласование документа", (wb) => agreePaper(wb, wanted));
  },
  cancelPaper: (input: { document: string; reason: string }): { document: string; warnings: string[] } => {
    const wanted = z.object({ document: code, reason: z.string().max(2_000) }).parse(input);
    return change("Отмена документа", (wb) => cancelPaper(wb, wanted.document, wanted.reason, kindOf));
  },
  /** Binds documents into as few prints as their templates allow. */
  printTogether: (input: { documents: string[] }): Print[] => printDocuments.ask(printDocuments.params.parse(input)),
  /** Opens «Документы» at this kind in place of the page that asks for it. */
  openPaper: (input: { kind: string; subject: string | null }): { opened: true } => {
    const wanted = kindAndSubject.parse(input);
    rememberStart(wanted);
    showSidebar(PAGE.page, PAGE.title);
    return { opened: true };
  },
  /** Brings the cell behind an obstacle before the curator's eyes. */
  showPlace,
  /** Puts forms of a word into «Склонения». */
  saveForm: (input: FormInput): { word: string } => {
    const wanted = formInput.parse(input);
    return change("Своя форма слова", (wb) => saveForm(wb, wanted));
  },
};

const PAGE = { page: "documents", title: "Документы" };

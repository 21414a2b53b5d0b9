// What the add-on must know of a kind of paper to make it from the workbook: about whom, from what, with what effects.
import type { DocumentRecord } from "../documents/documents.table";
import type { Paper, Registration } from "../documents/paper";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import type { Answers, Field } from "./fields";

/** Groups of kinds, in the order in which the sidebar shows them. */
export const PAPER_GROUPS = [
  "Приказы и положение",
  "Согласия и соглашения",
  "Программы и планы",
  "Совет наставников",
  "Отчёты",
  "Поощрения и партнёры",
] as const;
export type PaperGroup = (typeof PAPER_GROUPS)[number];

/**
 * How many documents of a kind there are: `year` — one a school year; `each` — one about each person or pair that
 * `subjects` gives; `many` — as many as are asked for (minutes, orders of encouragement), numbered within the year.
 */
export type PaperCount = "year" | "each" | "many";

/** Somebody or something that a document may be about. */
export interface PaperSubject {
  /** Stable: a pair's or a person's code. */
  readonly subject: string;
  /** «Петрова Анна Ивановна», «Петрова А. И. — Сидоров И. С.» */
  readonly name: string;
  /** Why it is needed now, or what it waits for; "" if nothing is to be said. */
  readonly note: string;
  /** The pack of documents wants this paper and there is none: chosen in the sidebar from the start. */
  readonly wanted: boolean;
}

/** What stands in the way of a document, or should be looked at before it is made. */
export interface Obstacle {
  /** An error keeps this document from being made; a warning asks to look. */
  readonly level: "error" | "warning";
  /** A full Russian sentence. */
  readonly what: string;
  /** What to do about it, a full sentence. */
  readonly mend: string;
  /** Where to mend it: a tab by its Russian name, the record's code (for settings the setting's heading), a column's heading. */
  readonly place?: { readonly tab: string; readonly code: string; readonly column?: string };
}

/** Everything a document is made from. */
export interface PaperCase {
  /** Of `subjects`; for `year` and `many` the year and number, «2026-2027-1». */
  readonly subject: string;
  /** What the curator has typed into the short form. */
  readonly answers: Answers;
}

/** A page that makes a paper by itself: its name in the menu's table. */
export type PaperPage = "openOrder" | "openProgrammes" | "openLists";

/** A kind of paper as the sidebar «Документы» offers it. */
export interface PaperKind<Input = never> {
  readonly paper: Paper<Input>;
  readonly group: PaperGroup;
  readonly count: PaperCount;
  /** One sentence: what it is for and when it is made. */
  readonly purpose: string;
  /** The law or document that asks for it: «ТК РФ, ст. 351.8»; "" if none. */
  readonly basis: string;
  /** What has a number of its own series: orders, agreements, minutes; null for papers that only have a date. */
  readonly series: "order" | "agreement" | "minutes" | null;
  /** What `register` means for this paper: «Зарегистрировать», «Записать подписанное» … */
  readonly registerLabel?: string;
  /** For `each`: about whom it may be made now. */
  readonly subjects?: (wb: ReadOnlyWorkbook) => readonly PaperSubject[];
  /** The short form; empty or left out where the tables say everything. */
  readonly fields?: (wb: ReadOnlyWorkbook) => readonly Field[];
  /** What the form holds to begin with; `subject` is null while several are chosen or none is. */
  readonly proposed?: (wb: ReadOnlyWorkbook, subject: string | null) => Answers;
  /** What keeps it from being made, beside what holds for every paper (settings, withdrawn consents, empty required tags). */
  readonly obstacles?: (wb: ReadOnlyWorkbook, about: PaperCase) => readonly Obstacle[];
  /** What keeps a draft from being registered, beside `obstacles`: what only the signed paper can tell. */
  readonly unsignable?: (wb: ReadOnlyWorkbook, about: PaperCase) => readonly Obstacle[];
  readonly input: (wb: ReadOnlyWorkbook, about: PaperCase, registration: Registration | null) => Input;
  /** Codes of the pairs and of the people (on «Педагоги») whom the document names: for the register, acquaintance, withdrawals. */
  readonly concerns: (
    wb: ReadOnlyWorkbook,
    about: PaperCase,
  ) => { readonly pairs: readonly string[]; readonly people: readonly string[] };
  /** Who is to be acquainted, if not everybody concerned; an empty list: nobody. */
  readonly acquainted?: (wb: ReadOnlyWorkbook, about: PaperCase) => readonly string[];
  /**
   * What a signed document changes in the tables. Called in the command that registers it, after the document is signed;
   * may be called again after an interruption, so it must do nothing the second time.
   */
  readonly signed?: (wb: Workbook, about: PaperCase, record: DocumentRecord) => void;
  /** Set where the paper has a page of its own. */
  readonly page?: PaperPage;
  /** That page only makes it: «Документы» registers it. */
  readonly signedHere?: true;
  /** A list to read: nobody signs it. */
  readonly forReading?: true;
  /** The subject of a document that keeps none, because a page of its own has made it; null if it cannot be told. */
  readonly subjectOf?: (wb: ReadOnlyWorkbook, record: DocumentRecord) => string | null;
}

/** A kind with its input closed in, for lists of kinds. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list of kinds cannot name the input of each
export type AnyPaperKind = PaperKind<any>;

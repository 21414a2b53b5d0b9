// What the sidebar «Документы» is told, as plain JSON.
import type { JobProgress } from "../jobs/jobs";
import type { Answers, Field } from "./fields";
import type { Obstacle, PaperCount, PaperGroup, PaperPage, PaperSubject } from "./paperKind";

/** A kind of paper in the list. */
export interface KindView {
  key: string;
  title: string;
  group: PaperGroup;
  count: PaperCount;
  purpose: string;
  basis: string;
  /** Opens the page that makes this paper, in place of the short form. */
  page: PaperPage | null;
  /** How many subjects the pack of documents wants it for. */
  wanted: number;
}

/** A document of the register. */
export interface DocumentView {
  code: string;
  kind: string | null;
  title: string;
  heading: string;
  status: string;
  number: string;
  /** «2026-09-14»; "" while it is not registered. */
  signedOn: string;
  version: number;
  link: string | null;
  /** Of the signed document; null for a draft. */
  pdf: string | null;
  /** What the button of registration says; null where a page of its own registers it, or it is registered. */
  registerLabel: string | null;
  page: PaperPage | null;
  /** It is to be signed, or its registration to be finished. */
  waits: boolean;
  /** True where the paper has a number, which the curator may type or leave to the pattern. */
  numbered: boolean;
  pairs: number;
  people: string[];
  /** «12 из 14»; "" where nobody has to be acquainted. */
  acquainted: string;
  supersedes: string;
}

/** What the sidebar opens with. */
export interface PapersView {
  today: string;
  schoolYear: string;
  kinds: KindView[];
  /** Newest first, at most so many as the sidebar can show; `registerTotal` says how many there are. */
  register: DocumentView[];
  registerTotal: number;
  jobs: JobProgress[];
  /** A kind and subject that another page has asked for, or null. */
  start: { kind: string; subject: string | null } | null;
}

/** One kind, ready to be made. */
export interface PaperView {
  key: string;
  title: string;
  purpose: string;
  basis: string;
  count: PaperCount;
  subjects: (PaperSubject & { document: { code: string; status: string; link: string | null } | null })[];
  fields: Field[];
  values: Answers;
  /** For fields that choose people. */
  people: { code: string; name: string; post: string }[];
  /** The school's own template; null for the built-in one. */
  template: string | null;
}

/** What is asked for: which paper, about whom, with what typed. `subjects` is empty for `year` and `many`. */
export interface PaperInput {
  kind: string;
  subjects: string[];
  values: Answers;
  /** A draft of a `many` paper that is changed; null for a new document. */
  document: string | null;
}

/** A word form that stands in the paper, for looking at before it is made. */
export interface FormView {
  /** «Сидоренко Пётр Ильич» */
  word: string;
  /** «творительный» → «Сидоренко Петром Ильичом»; only the cases that the paper uses. */
  forms: { case: string; form: string }[];
  /** Why the form is doubtful; "" if it is not. */
  doubt: string;
  /** The form is the school's own, from «Склонения». */
  own: boolean;
}

/** What was found before anything is made. */
export interface PreflightView {
  /** By subject, those without obstacles left out; the whole paper's own (template, settings, quota) have an empty subject. */
  obstacles: (Obstacle & { subject: string; name: string })[];
  forms: FormView[];
  /** Subjects about which the paper can be made. */
  ready: string[];
}

/** What was made. */
export interface PapersMade {
  /** Null when everything is made at once. */
  job: JobProgress | null;
  made: { document: string; name: string; link: string | null }[];
  warnings: string[];
}

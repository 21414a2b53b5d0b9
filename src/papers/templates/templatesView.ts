// What the part «Шаблоны» is told, as plain JSON.
import type { PaperProblem } from "../../documents/templateProblems";
import type { PaperGroup } from "../paperKind";

/** A tag that a template may use. */
export interface TagView {
  name: string;
  kind: "person" | "post" | "date" | "text" | "number" | "flag" | "list";
  note: string;
  required: boolean;
  /** Of a list: what stands inside {#name}…{/name}. */
  items: TagView[];
}

/** How the school's own template is. */
export interface OwnTemplateView {
  link: string;
  /** «проверен», «есть ошибки», «не найден»; "" if never checked. */
  state: string;
  /** «2026-09-01»; "" if never checked. */
  checkedOn: string;
}

/** A kind of paper with its template. */
export interface TemplateView {
  kind: string;
  title: string;
  group: PaperGroup | null;
  /** Null while papers are made from the built-in template. */
  own: OwnTemplateView | null;
  /** Tags of this paper, without those that all papers have. */
  tags: TagView[];
}

export interface TemplatesView {
  templates: TemplateView[];
  /** Tags that all papers have. */
  common: TagView[];
  /** The account that owns the templates, if it is another one: from here they cannot be opened. */
  owner: string | null;
}

/** What a check has found; `own` as it is from now on. */
export interface TemplateCheck {
  own: OwnTemplateView;
  problems: PaperProblem[];
}

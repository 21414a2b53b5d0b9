// Every paper that a school may have its own template of.
import type { Paper } from "../../documents/paper";
import { Stop } from "../../google/stop";
import { acquaintanceSheetPaper } from "../acquaint/sheetPaper";
import { CATALOGUE } from "../catalogue";
import type { PaperGroup } from "../paperKind";

export interface TemplatePaper {
  readonly paper: Paper<unknown>;
  readonly group: PaperGroup | null;
}

const all: readonly TemplatePaper[] = [
  ...CATALOGUE.map(({ paper, group }) => ({ paper: paper as Paper<unknown>, group })),
  { paper: acquaintanceSheetPaper as Paper<unknown>, group: null },
];

/** In the order of the sidebar; papers that share a template stand once. */
export const TEMPLATE_PAPERS: readonly TemplatePaper[] = all.filter(
  ({ paper }, index) => all.findIndex((other) => other.paper.templateKey === paper.templateKey) === index,
);

/** @throws Stop for a key that is none of ours */
export function templatePaper(key: string): Paper<unknown> {
  const found = TEMPLATE_PAPERS.find(({ paper }) => paper.key === key);
  if (found !== undefined) return found.paper;
  throw new Stop("Такого вида документов нет.", "Закройте панель, откройте её снова и выберите шаблон снова.");
}

// What the part «Шаблоны» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { look } from "../../workbook/commands";
import { loadTemplates } from "./loadTemplates";
import { checkOwnTemplate, dropOwnTemplate, insertTag, makeOwnTemplate } from "./ownTemplates";
import { TEMPLATE_PAPERS, templatePaper } from "./templatePapers";
import type { TemplateCheck, TemplatesView } from "./templatesView";

const kind = z.string().max(60);
const tagToInsert = z.object({ kind, tag: z.string().min(1).max(2_000) });

export const templatesCalls = {
  loadTemplates: (): TemplatesView => look((wb) => loadTemplates(wb, TEMPLATE_PAPERS)),
  /** A copy of the built-in template, or the one that was given up before. */
  makeOwnTemplate: (input: string): TemplateCheck => makeOwnTemplate(templatePaper(kind.parse(input))),
  checkOwnTemplate: (input: string): TemplateCheck => checkOwnTemplate(templatePaper(kind.parse(input))),
  /** Puts the tag at the end of the school's own template. */
  insertTag: (input: { kind: string; tag: string }): void => {
    const wanted = tagToInsert.parse(input);
    insertTag(templatePaper(wanted.kind), wanted.tag);
  },
  dropOwnTemplate: (input: string): void => {
    dropOwnTemplate(templatePaper(kind.parse(input)));
  },
};

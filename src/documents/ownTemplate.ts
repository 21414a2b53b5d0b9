// The school's own template of a paper: a copy of the built-in one on Drive, named on «Шаблоны».
import { requireOwner } from "../school/filesOwner";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { workshopOf } from "./institution";
import type { Paper, TemplateKey } from "./paper";
import { copyForEditing } from "./templateChoice";
import { TEMPLATE_STATE, templates, type TemplateRecord } from "./templates.table";

/** The row of «Шаблоны» about this template; undefined where papers are made from the built-in one. */
export function ownTemplate(wb: ReadOnlyWorkbook, template: TemplateKey): TemplateRecord | undefined {
  return wb.all(templates).find(({ paper }) => paper === template);
}

/** Link to the school's own template of a paper; null for the built-in one. */
export function ownTemplateLink(wb: ReadOnlyWorkbook, template: TemplateKey): string | null {
  return ownTemplate(wb, template)?.link ?? null;
}

/**
 * The link of the school's template; a paper without one gets a copy of the built-in template, named on «Шаблоны». A
 * template that was given up before is still on Drive with its changes, and is taken up again.
 *
 * @throws Stop when the template is still to be made and another account owns the files
 */
export function ownTemplateOf<Input>(wb: Workbook, paper: Paper<Input>): { link: string } {
  const known = ownTemplate(wb, paper.templateKey);
  if (known !== undefined && known.link !== null) return { link: known.link };
  requireOwner(wb, "создать шаблон");
  const link = copyForEditing(paper, workshopOf(wb).folderId);
  const row = { title: paper.title, link, state: TEMPLATE_STATE.sound, checkedOn: wb.today, paper: paper.templateKey };
  const { code } = known === undefined ? wb.add(templates, row) : wb.update(templates, known.code, row);
  wb.note({ what: `Создан свой шаблон: ${paper.title}`, records: [code] });
  return { link };
}

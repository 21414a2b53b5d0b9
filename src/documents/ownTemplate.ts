// The school's own template of a paper: a copy of the built-in one on Drive, named in the settings.
import { requireOwner } from "../school/filesOwner";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { workshopOf } from "./institution";
import type { Paper, TemplateKey } from "./paper";
import { copyForEditing } from "./templateChoice";
import { templates } from "./templates.table";

/** Link to the school's own template of a paper; null for the built-in one. */
export function ownTemplateLink(wb: ReadOnlyWorkbook, template: TemplateKey): string | null {
  return wb.all(templates).find(({ paper }) => paper === template)?.link ?? null;
}

/** The setting that names the own template of a paper. */
export type TemplateSetting = "orderTemplate" | "programmeTemplate";

/**
 * The link of the school's template; a paper without one gets a copy of the built-in template, named in the settings.
 *
 * @throws Stop when the template is still to be made and another account owns the files
 */
export function ownTemplateOf<Input>(wb: Workbook, paper: Paper<Input>, setting: TemplateSetting): { link: string } {
  const known = wb.setting(settings, setting);
  if (known !== null) return { link: known };
  requireOwner(wb, "создать шаблон");
  const link = copyForEditing(paper, workshopOf(wb, null).folderId);
  wb.setSettings(settings, { [setting]: link });
  wb.note({ what: `Создан свой шаблон: ${paper.title}` });
  return { link };
}

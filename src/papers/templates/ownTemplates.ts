// The school's own templates: made, checked, added to, given up.
import { ownTemplate, ownTemplateLink, ownTemplateOf } from "../../documents/ownTemplate";
import type { Paper } from "../../documents/paper";
import { nameKey, readTag, type Tag } from "../../documents/tags";
import { fileIdOf, inspectTemplate, type InspectedTemplate } from "../../documents/templateChoice";
import { TEMPLATE_STATE, templates } from "../../documents/templates.table";
import { findFilter } from "../../documents/values";
import { isOurs } from "../../google/drive";
import { Stop } from "../../google/stop";
import { appendParagraphs, readTemplateFile } from "../../google/templateFile";
import { requireOwner } from "../../school/filesOwner";
import { change, look } from "../../workbook/commands";
import { ownView } from "./loadTemplates";
import type { TemplateCheck } from "./templatesView";

/** The part of Drive that this needs; a test gives its own. */
export interface TemplateDrive {
  readonly read: typeof readTemplateFile;
  readonly isOurs: typeof isOurs;
  readonly append: typeof appendParagraphs;
}
const GOOGLE: TemplateDrive = { read: readTemplateFile, isOurs, append: appendParagraphs };

/** Gives the paper a template of the school's own, and checks it: one that was given up before may have been changed. */
export function makeOwnTemplate(paper: Paper<unknown>, drive: TemplateDrive = GOOGLE): TemplateCheck {
  change("Свой шаблон", (wb) => ownTemplateOf(wb, paper));
  return checkOwnTemplate(paper, drive);
}

/**
 * Checks the school's own template and keeps the result on «Шаблоны».
 *
 * @throws Stop when there is none, or another account owns the files
 */
export function checkOwnTemplate(paper: Paper<unknown>, drive: TemplateDrive = GOOGLE): TemplateCheck {
  // The file is read outside of the workbook's lock: it takes seconds.
  const found = inspectTemplate(paper, ownFile(paper, "проверить шаблон"), drive.read);
  const own = change("Проверка шаблона", (wb) => {
    const row = ownTemplate(wb, paper.templateKey);
    if (row === undefined) return null;
    return ownView(wb.update(templates, row.code, { state: stateOf(found), checkedOn: wb.today }));
  });
  if (own === null) throw noTemplate();
  return { own, problems: [...found.problems] };
}

function stateOf({ docx, problems }: InspectedTemplate): (typeof TEMPLATE_STATE)[keyof typeof TEMPLATE_STATE] {
  if (problems.some(({ level }) => level === "error")) return TEMPLATE_STATE.faulty;
  return docx === null ? TEMPLATE_STATE.gone : TEMPLATE_STATE.sound;
}

/**
 * Adds a tag, or a repeated part, as paragraphs at the end of the school's own template.
 *
 * @param text as it is to stand in the template
 * @throws Stop when the paper has no such tag, or the template cannot be changed
 */
export function insertTag(paper: Paper<unknown>, text: string, drive: TemplateDrive = GOOGLE): void {
  refuseUnknown(paper, text);
  const fileId = ownFile(paper, "изменить шаблон");
  if (!drive.isOurs(fileId) || !drive.append(fileId, text)) {
    throw new Stop(
      "Шаблон этой таблицы не найден: он удалён, лежит в корзине или сделан для другой таблицы.",
      "Нажмите «Проверить»: там сказано, что сделать. Метку можно скопировать и вставить в шаблон вручную.",
    );
  }
}

/** Papers are made from the built-in template again. The file stays on Drive. */
export function dropOwnTemplate(paper: Paper<unknown>): void {
  change("Возврат к встроенному шаблону", (wb) => {
    const row = ownTemplate(wb, paper.templateKey);
    if (row === undefined) return;
    wb.remove(templates, row.code);
    wb.note({ what: `Возвращён встроенный шаблон: ${paper.title}` });
  });
}

/** The id of the template's file. */
function ownFile(paper: Paper<unknown>, what: string): string {
  const fileId = look((wb) => {
    requireOwner(wb, what);
    return fileIdOf(ownTemplateLink(wb, paper.templateKey));
  });
  if (fileId === null) throw noTemplate();
  return fileId;
}

const noTemplate = (): Stop =>
  new Stop("У этого документа нет своего шаблона.", "Нажмите «Создать свой шаблон», затем повторите.");

function refuseUnknown(paper: Paper<unknown>, text: string): void {
  const known = new Set(namesOf(paper.tags).map(nameKey));
  const tags = text.match(/\{[^{}]*\}/g) ?? [];
  const unknown = tags.find((tag) => {
    const { path, filters } = readTag(tag.slice(1, -1).replace(/^[#^/]/, ""));
    return (path.length > 0 && !known.has(path.join("."))) || filters.some(({ name }) => findFilter(name) === null);
  });
  if (tags.length > 0 && unknown === undefined) return;
  throw new Stop(
    unknown === undefined ? "Не выбрана метка." : `В этом документе нет метки ${unknown}.`,
    "Закройте панель, откройте её снова и выберите метку из списка.",
  );
}

const namesOf = (tags: readonly Tag[]): string[] => tags.flatMap(({ name, items }) => [name, ...namesOf(items ?? [])]);

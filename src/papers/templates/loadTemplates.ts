// The papers with their templates and tags, for the part «Шаблоны».
import { INSTITUTION_TAGS } from "../../documents/paper";
import { ownTemplate } from "../../documents/ownTemplate";
import type { TemplateRecord } from "../../documents/templates.table";
import type { Tag } from "../../documents/tags";
import { otherOwner } from "../../school/filesOwner";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import type { TemplatePaper } from "./templatePapers";
import type { OwnTemplateView, TagView, TemplatesView } from "./templatesView";

/** Papers that share a template stand once, under the first of them. */
export function loadTemplates(wb: ReadOnlyWorkbook, papers: readonly TemplatePaper[]): TemplatesView {
  const common = new Set(INSTITUTION_TAGS.map(({ name }) => name));
  return {
    templates: papers.map(({ paper, group }) => ({
      kind: paper.key,
      title: paper.title,
      group,
      own: ownView(ownTemplate(wb, paper.templateKey)),
      tags: paper.tags.filter(({ name }) => !common.has(name)).map(tagView),
    })),
    common: INSTITUTION_TAGS.map(tagView),
    owner: otherOwner(wb),
  };
}

export const ownView = (row: TemplateRecord | undefined): OwnTemplateView | null =>
  row === undefined || row.link === null
    ? null
    : { link: row.link, state: row.state ?? "", checkedOn: row.checkedOn ?? "" };

const tagView = ({ name, kind, note, required, items }: Tag): TagView => ({
  name,
  kind,
  note,
  required: required === true,
  items: (items ?? []).map(tagView),
});

// Which template a paper is made from: the school's own Google Doc, or the built-in one.
import { findByKeys, saveDocuments } from "../google/drive";
import { Stop } from "../google/stop";
import { readTemplateFile, type TemplateFile } from "../google/templateFile";
import { builtInDocx } from "./builtInTemplates";
import { checkTemplate } from "./checkTemplate";
import type { Paper } from "./paper";
import { renderDocument } from "./render";
import { foreignTemplate, lostTemplate, type PaperProblem, remark } from "./templateProblems";
import { sizeProblems } from "./templateSize";
import { tidyTemplate, type TidyTemplate } from "./tidyTemplate";

/** A template ready for use. */
export interface ChosenTemplate {
  /** Base64 of the .docx. */
  readonly docx: string;
  /** The school's own one, as against the built-in one. */
  readonly own: boolean;
  readonly problems: readonly PaperProblem[];
}

/** An own template after a look at it. `docx` is null where there is nothing to make papers from. */
export interface InspectedTemplate {
  readonly docx: string | null;
  /** It was made for this workbook, as against the one that this is a copy of. */
  readonly isOurs: boolean;
  readonly problems: readonly PaperProblem[];
}

/**
 * Takes the school's own template if «Шаблоны» names one, else the built-in one. An own template that is gone is
 * replaced by the built-in one, with a warning; one with broken tags stops the work before anything is made.
 *
 * @param link address or id of the school's Google Doc; null or "" for the built-in template
 * @throws Stop when the own template has errors, or Drive refuses to give it
 */
export function chooseTemplate<Input>(
  paper: Paper<Input>,
  link: string | null,
  read: (fileId: string) => TemplateFile = readTemplateFile,
): ChosenTemplate {
  const fileId = fileIdOf(link);
  if (fileId === null) return { docx: builtInDocx(paper.templateKey), own: false, problems: [] };
  const { docx, problems } = inspectTemplate(paper, fileId, read);
  const [first, ...others] = problems.filter((problem) => problem.level === "error");
  if (first !== undefined) {
    const more = others.length > 0 ? ` Всего ошибок: ${String(others.length + 1)}.` : "";
    throw new Stop(`В Вашем шаблоне «${paper.title}» ошибка. ${first.what}${more}`, first.mend);
  }
  if (docx === null) return { docx: builtInDocx(paper.templateKey), own: false, problems };
  return { docx, own: true, problems };
}

/** Looks at the school's own template: whether it is there, its size, its tags, and whether the sample can be filled in. */
export function inspectTemplate<Input>(
  paper: Paper<Input>,
  fileId: string,
  read: (fileId: string) => TemplateFile = readTemplateFile,
): InspectedTemplate {
  const file = read(fileId);
  if ("lost" in file) return { docx: null, isOurs: false, problems: [lostTemplate(paper.title, file.lost)] };
  const tidy = tidyTemplate(file.docx);
  const problems = [
    ...(file.isOurs ? [] : [foreignTemplate]),
    ...tagProblems(paper, tidy.docx),
    ...sizeProblems({ ...tidy, bytes: (tidy.docx.length * 3) / 4 }),
    ...editingProblems(tidy),
  ];
  return { docx: tidy.docx, isOurs: file.isOurs, problems };
}

/** Everything wrong with a template's tags, and whether it can be filled. */
function tagProblems<Input>(paper: Paper<Input>, docx: string): readonly PaperProblem[] {
  const problems = checkTemplate(docx, paper.tags);
  if (problems.some((problem) => problem.level === "error")) return problems;
  try {
    renderDocument(docx, paper.data(paper.sample));
    return problems;
  } catch (failure) {
    if (!(failure instanceof Stop)) throw failure;
    return [...problems, { level: "error", tag: null, what: failure.what, mend: failure.mend }];
  }
}

function editingProblems({ suggestions, comments }: TidyTemplate): readonly PaperProblem[] {
  return [
    ...(suggestions
      ? [
          remark(
            "В шаблоне есть предложенные и не разобранные правки.",
            "Документы готовятся так, будто правки приняты. Откройте шаблон и примите или отклоните их.",
          ),
        ]
      : []),
    ...(comments
      ? [
          remark(
            "В шаблоне есть комментарии.",
            "В документы они не переходят. Когда вопрос решён, закройте комментарий.",
          ),
        ]
      : []),
  ];
}

/**
 * Puts a copy of the built-in template on Drive for the school to change. The add-on sees only files that it made
 * itself, so an own template begins as such a copy. Asked again, it gives the same file without touching it.
 *
 * @returns its link
 */
export function copyForEditing<Input>(
  paper: Paper<Input>,
  folderId: string,
  drive: { readonly find: typeof findByKeys; readonly save: typeof saveDocuments } = {
    find: findByKeys,
    save: saveDocuments,
  },
): string {
  const key = `template:${paper.templateKey}`;
  const copy = { key, name: `Шаблон: ${paper.title}`, docx: builtInDocx(paper.templateKey) };
  const kept = drive.find([key])[0] ?? drive.save([copy], folderId)[0];
  if (kept === undefined) throw new Stop("Не удалось создать копию шаблона.", "Повторите через несколько минут.");
  return kept.url;
}

/** The file id in a Google Docs address, or the id itself; null for an empty field. */
export function fileIdOf(link: string | null): string | null {
  const typed = (link ?? "").trim();
  if (typed === "") return null;
  const id =
    /\/d\/([\w-]{15,})/.exec(typed)?.[1] ?? /[?&]id=([\w-]{15,})/.exec(typed)?.[1] ?? /^[\w-]{15,}$/.exec(typed)?.[0];
  if (id !== undefined) return id;
  throw new Stop(
    "Ссылка на вкладке «Шаблоны» не похожа на адрес Google Документа.",
    "Сотрите эту строку на вкладке «Шаблоны» и создайте свой шаблон заново: «Документы → Шаблоны».",
  );
}

// Which template a paper is made from: the school's own Google Doc, or the built-in one.
import { exportDocx, findByKeys, saveDocuments } from "../google/drive";
import { Stop } from "../google/stop";
import { builtInDocx } from "./builtInTemplates";
import { checkTemplate } from "./checkTemplate";
import type { Paper } from "./paper";
import { renderDocument } from "./render";
import type { PaperProblem } from "./templateProblems";

/** A template ready for use. */
export interface ChosenTemplate {
  /** Base64 of the .docx. */
  readonly docx: string;
  /** The school's own one, as against the built-in one. */
  readonly own: boolean;
  readonly problems: readonly PaperProblem[];
}

/**
 * Takes the school's own template if the settings name one, else the built-in one. An own template that is gone is
 * replaced by the built-in one, with a warning; one with broken tags stops the work before anything is made.
 *
 * @param link address or id of the school's Google Doc; null or "" for the built-in template
 * @throws Stop when the own template has errors, or Drive refuses to give it
 */
export function chooseTemplate<Input>(
  paper: Paper<Input>,
  link: string | null,
  read: (fileId: string) => string | null = exportDocx,
): ChosenTemplate {
  const fileId = fileIdOf(link);
  if (fileId === null) return { docx: builtInDocx(paper.templateKey), own: false, problems: [] };
  const docx = read(fileId);
  if (docx === null) return { docx: builtInDocx(paper.templateKey), own: false, problems: [goneTemplate(paper.title)] };
  const problems = templateCheck(paper, docx);
  const [first, ...others] = problems.filter((problem) => problem.level === "error");
  if (first !== undefined) {
    const more = others.length > 0 ? ` Всего ошибок: ${String(others.length + 1)}.` : "";
    throw new Stop(`В Вашем шаблоне «${paper.title}» ошибка. ${first.what}${more}`, first.mend);
  }
  return { docx, own: true, problems };
}

const goneTemplate = (title: string): PaperProblem => ({
  level: "warning",
  tag: null,
  what: `Ваш шаблон «${title}» не найден: он удалён, лежит в корзине или принадлежит другой учётной записи. Взят встроенный шаблон.`,
  mend: "Восстановите шаблон из корзины либо очистите его поле на вкладке «Настройки» и нажмите «Изменить шаблон документа».",
});

/** Everything wrong with a template of a paper: its tags, and whether it can be filled with the sample. */
function templateCheck<Input>(paper: Paper<Input>, docx: string): readonly PaperProblem[] {
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

/**
 * Puts a copy of the built-in template on Drive for the school to change. The add-on sees only files that it made
 * itself, so an own template begins as such a copy. Asked again, it gives the same file without touching it.
 *
 * @returns the link for the settings
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
    "Ссылка на шаблон в настройках не похожа на адрес Google Документа.",
    "Откройте шаблон, скопируйте адрес из строки браузера и вставьте его в поле на вкладке «Настройки».",
  );
}

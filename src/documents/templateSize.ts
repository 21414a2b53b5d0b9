// A template that is too heavy or too long: each document made from it takes all of it along.
import { counted } from "../school/counted";
import { remark, type PaperProblem } from "./templateProblems";

const MEGABYTE = 1024 * 1024;
/** From here on a document takes seconds instead of a tenth of one: pictures are packed anew into each. */
const HEAVY = MEGABYTE / 2;
/** From here on twenty uploads side by side do not fit into the memory of a script. */
const HEAVIEST = 3 * MEGABYTE;
/** Letters and signs on a page of 12 points. */
const PER_PAGE = 2_500;
/** The longest paper, the Положение, has some thirty pages. */
const LONG = 60 * PER_PAGE;

/** What the size of a template means for the papers made from it. */
export function sizeProblems({
  bytes,
  pictures,
  characters,
}: {
  readonly bytes: number;
  readonly pictures: boolean;
  readonly characters: number;
}): readonly PaperProblem[] {
  const problems: PaperProblem[] = [];
  if (bytes > HEAVY) {
    const what = `Шаблон занимает ${megabytes(bytes)} МБ${pictures ? ": в нём большие картинки" : ""}. Документы по нему готовятся намного дольше.`;
    const mend = pictures
      ? "Замените картинки на картинки меньшего размера: для герба или логотипа хватает 100 КБ."
      : "Удалите из шаблона лишнее: в каждый документ оно переходит целиком.";
    problems.push(bytes > HEAVIEST ? { level: "error", tag: null, what, mend } : remark(what, mend));
  }
  if (characters > LONG) {
    const pages = counted(Math.round(characters / PER_PAGE), ["страница", "страницы", "страниц"]);
    problems.push(
      remark(
        `В шаблоне очень много текста: примерно ${pages}.`,
        "Проверьте, тот ли это документ. Если тот, документы по нему будут готовиться заметно дольше.",
      ),
    );
  }
  return problems;
}

const megabytes = (bytes: number): string => (bytes / MEGABYTE).toFixed(1).replace(".", ",");

// What can be wrong with a template, in Russian: docxtemplater's errors and our own findings.
import { Stop } from "../google/stop";
import type { TemplateLoss } from "../google/templateFile";
import { closest, nameKey } from "./tags";
import { filterNames } from "./values";

/** What is wrong with a template or a filled document, for a curator to read. */
export interface PaperProblem {
  /** An error must be mended before the paper is made; a warning asks to look. */
  readonly level: "error" | "warning";
  /** The tag as it stands in the template, without braces; null if the problem is not about one. */
  readonly tag: string | null;
  readonly what: string;
  readonly mend: string;
}

export const unknownTag = (tag: string, likely: string | null): PaperProblem => ({
  level: "error",
  tag,
  what: `Метка {${tag}} неизвестна.`,
  mend: likely === null ? "Удалите её или выберите метку из списка." : `Вероятно, нужна {${likely}}.`,
});

export function unknownFilter(tag: string, filter: string): PaperProblem {
  const likely = closest(filter, filterNames());
  return {
    level: "error",
    tag,
    what: `В метке {${tag}} непонятна часть «${filter}» после черты.`,
    mend:
      likely === null
        ? "После черты пишут падеж («родительный», «винительный»), «инициалы», «прописью» и другие слова из списка меток."
        : `Вероятно, нужно «${likely}».`,
  };
}

/** Something to look at, which keeps nothing from being made. */
export const remark = (what: string, mend: string): PaperProblem => ({ level: "warning", tag: null, what, mend });

/** Why the school's own template cannot be used. What is gone is replaced; what is too large has to be mended. */
export const lostTemplate = (title: string, loss: TemplateLoss): PaperProblem => ({
  level: loss === "tooLarge" ? "error" : "warning",
  tag: null,
  ...LOSSES[loss](title),
});

const AGAIN = "вернитесь к встроенному («Документы → Шаблоны») и создайте свой шаблон снова";
const LOSSES: Readonly<Record<TemplateLoss, (title: string) => { what: string; mend: string }>> = {
  gone: (title) => ({
    what: `Ваш шаблон «${title}» не найден: он удалён или принадлежит другой учётной записи. Взят встроенный шаблон.`,
    mend: `Если шаблон удалён, ${AGAIN}. Чужие документы программа не видит: скопируйте нужный текст в свой шаблон.`,
  }),
  trashed: (title) => ({
    what: `Ваш шаблон «${title}» лежит в корзине Google Диска. Взят встроенный шаблон.`,
    mend: `Откройте корзину на Google Диске и восстановите шаблон либо ${AGAIN}.`,
  }),
  notDocument: (title) => ({
    what: `Ссылка на шаблон «${title}» ведёт не на Google Документ. Взят встроенный шаблон.`,
    mend: `Шаблон должен быть Google Документом: ${AGAIN}.`,
  }),
  tooLarge: (title) => ({
    what: `Ваш шаблон «${title}» слишком велик: Google не отдаёт документы больше 10 МБ.`,
    mend: "Уменьшите или удалите картинки в шаблоне и проверьте его снова.",
  }),
};

/** The workbook is a copy, and its template still the original's. */
export const foreignTemplate: PaperProblem = {
  level: "warning",
  tag: null,
  what: "Этот шаблон сделан для другой таблицы, с которой скопирована эта: правки в нём изменят и её документы.",
  mend: "Чтобы завести отдельный шаблон, вернитесь к встроенному («Документы → Шаблоны») и создайте свой снова.",
};

/** What docxtemplater calls an error, in Russian. */
const SYNTAX: Readonly<Record<string, (tag: string) => { what: string; mend: string }>> = {
  unopened_tag: (tag) => ({
    what: `Рядом с «${tag}» закрывающая скобка } без открывающей.`,
    mend: "Поставьте перед меткой { или удалите лишнюю }.",
  }),
  unclosed_tag: (tag) => ({
    what: `Метка «${tag}» не закрыта.`,
    mend: "Поставьте после неё скобку }.",
  }),
  duplicate_open_tag: (tag) => ({ what: `Перед меткой «${tag}» две скобки {{.`, mend: "Оставьте одну скобку {." }),
  duplicate_close_tag: (tag) => ({ what: `После метки «${tag}» две скобки }}.`, mend: "Оставьте одну скобку }." }),
  unopened_loop: (tag) => ({
    what: `Конец повтора {/${tag}} стоит без начала.`,
    mend: `Добавьте перед повторяемой частью {#${tag}}.`,
  }),
  unclosed_loop: (tag) => ({
    what: `Повтор {#${tag}} не закончен.`,
    mend: `Добавьте после повторяемой части {/${tag}}.`,
  }),
  raw_xml_tag_should_be_only_text_in_paragraph: (tag) => rawTag(tag),
  raw_tag_outerxml_invalid: (tag) => rawTag(tag),
  closing_tag_does_not_match_opening_tag: (tag) => ({
    what: `Повтор закрыт другой меткой, чем открыт: {/${tag}}.`,
    mend: "Первая и последняя метки повтора должны называться одинаково: {#пары} … {/пары}.",
  }),
};

/** «{@…}» would put markup into the document: it is never filled. */
export const rawTag = (tag: string): { what: string; mend: string } => ({
  what: `Метка {@${tag}} не поддерживается.`,
  mend: "Уберите из метки знак @.",
});

/** Reads docxtemplater's errors into problems. */
export function templateProblems(error: unknown): readonly PaperProblem[] {
  if (error instanceof Stop) return [{ level: "error", tag: null, what: error.what, mend: error.mend }];
  const { id, xtag, errors } = propertiesOf(error);
  if (errors !== null) return errors.flatMap((inner) => templateProblems(inner));
  const words = SYNTAX[id]?.(xtag) ?? {
    what:
      xtag === "" ? "Шаблон устроен необычно, и его не удаётся заполнить." : `Не удаётся заполнить метку «${xtag}».`,
    mend: "Поставьте начало и конец повтора в отдельные строки (в таблице — в первую и последнюю ячейки строки) и проверьте шаблон снова.",
  };
  return [{ level: "error", tag: xtag === "" ? null : xtag, ...words }];
}

function propertiesOf(error: unknown): { id: string; xtag: string; errors: readonly unknown[] | null } {
  const properties: unknown =
    typeof error === "object" && error !== null && "properties" in error ? error.properties : null;
  const read = (name: string): unknown =>
    typeof properties === "object" && properties !== null ? (properties as Record<string, unknown>)[name] : undefined;
  const [id, xtag, errors] = [read("id"), read("xtag"), read("errors")];
  return {
    id: typeof id === "string" ? id : "",
    xtag: typeof xtag === "string" ? nameKey(xtag) : "",
    errors: Array.isArray(errors) ? (errors as readonly unknown[]) : null,
  };
}

/** Ends the work on a broken template, naming the first fault. */
export function brokenTemplate(problems: readonly PaperProblem[]): Stop {
  const [first] = problems;
  const more = problems.length > 1 ? ` И ещё ошибок: ${String(problems.length - 1)}.` : "";
  return new Stop(
    `В шаблоне ошибка. ${first?.what ?? "Метки расставлены неверно."}${more}`,
    first?.mend ?? "Проверьте метки в шаблоне.",
  );
}

// What can be wrong with a template, in Russian: docxtemplater's errors and our own findings.
import { Stop } from "../google/stop";
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

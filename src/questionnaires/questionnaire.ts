// A questionnaire as plain data: pages and questions with stable keys, turned into a form that knows its respondent.
import type { FormItem, FormSpec } from "../google/forms";
import type { Vocabulary } from "../school/vocabulary";
import { NAME_KEY } from "./forms.table";

export type QuestionItem = FormItem;

/** What the wording of a questionnaire depends on. */
export interface QuestionnaireContext {
  vocabulary: Vocabulary;
  /** Words of the dictionary with this key, as the school has extended it. */
  dictionary: (key: string) => readonly string[];
  schoolName: string;
  /** The form may ask nobody to name anybody: only the personal code tells who answers. */
  byCodeOnly: boolean;
}

/** A set of questions that may be asked year after year. */
export interface Questionnaire {
  /** Latin, stable: stands in «Анкеты» and «Ответы». */
  key: string;
  /** For curators. */
  name: string;
  title: (context: QuestionnaireContext) => string;
  description: (context: QuestionnaireContext) => string;
  confirmation: string;
  items: (context: QuestionnaireContext) => readonly QuestionItem[];
  /** Keys of the questions that a personal link may fill in beside the code. */
  prefilled?: readonly string[];
}

/** Key of the question that the personal link fills in. */
export const CODE_KEY = "code";
/** A question with this key gives the answer's overall mark (1–10). */
export const OVERALL_KEY = "overall";

const WHO_ANSWERS: readonly QuestionItem[] = [
  {
    kind: "short",
    key: CODE_KEY,
    title: "Личный код",
    help: "Подставляется из Вашей личной ссылки. Пожалуйста, не изменяйте его. Если поле пустое, пропустите его.",
    required: false,
  },
  {
    kind: "short",
    key: NAME_KEY,
    title: "Фамилия, имя, отчество",
    help: "Если Вы открыли анкету по личной ссылке из письма, можно не заполнять.",
    required: false,
  },
];

/** By the code alone: the question must be answered, and nobody is to be named anywhere in the form. */
const CODE_ANSWERS: QuestionItem = {
  kind: "short",
  key: CODE_KEY,
  title: "Личный код",
  help: "Подставляется из Вашей личной ссылки. Пожалуйста, не изменяйте его: только по нему куратор узнает, чей это ответ. Если поле пустое, спросите код у куратора.",
  required: true,
};
const NAME_NOBODY =
  "Анкета заполняется без имён: Вас представляет личный код. Пожалуйста, не называйте в ответах ни себя, ни коллег, ни других людей и не указывайте адресов и телефонов.";

/** The form of a questionnaire: the question of who answers comes first. It never collects e-mail addresses. */
export function formSpecOf(questionnaire: Questionnaire, context: QuestionnaireContext): FormSpec {
  const description = questionnaire.description(context);
  return {
    title: questionnaire.title(context),
    description: context.byCodeOnly ? `${description}\n\n${NAME_NOBODY}` : description,
    confirmation: questionnaire.confirmation,
    collectEmail: false,
    codeKey: CODE_KEY,
    prefilled: questionnaire.prefilled ?? [],
    items: [
      ...(context.byCodeOnly ? [CODE_ANSWERS] : WHO_ANSWERS),
      ...questionnaire.items(context).filter(canBeAnswered),
    ],
  };
}

/** A school may have emptied the dictionary that the answers come from. */
function canBeAnswered(item: QuestionItem): boolean {
  return "options" in item ? item.options.length > 0 : item.kind !== "grid" || item.rows.length > 0;
}

/** Questions of a form by their keys; pages and section headers have none. */
export function questionsOf(items: readonly QuestionItem[]): Exclude<QuestionItem, { kind: "page" | "section" }>[] {
  return items.flatMap((item) => ("key" in item ? [item] : []));
}

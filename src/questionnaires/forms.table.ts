// «Анкеты»: every Google Form that the add-on has made, and until when it takes answers.
import * as z from "zod";
import { choice, code, date, instant, json, text, url } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

export const FORM_STATUS = { open: "открыта", closed: "закрыта", lost: "утрачена" } as const;
const FORM_STATUSES = [FORM_STATUS.open, FORM_STATUS.closed, FORM_STATUS.lost] as const;

/** A question as it stands in the Google Form: renaming it there or changing the question bank here breaks nothing. */
const formQuestion = z.object({
  /** Google's item id. */
  item: z.string(),
  kind: z.string(),
  /** Rows of a grid, in the form's order. */
  rows: z.array(z.string()).optional(),
  /** The name under which a personal link fills it in; only where links may do so. */
  entry: z.string().optional(),
});
export type FormQuestion = z.infer<typeof formQuestion>;

export const forms = defineTable({
  key: "forms",
  tab: "Анкеты",
  prefix: "АН",
  frozen: "code",
  personal: true,
  columns: {
    code: code("Код"),
    questionnaire: text("Опросник", { note: "Обозначение набора вопросов.", required: true, filled: true, width: 110 }),
    title: text("Название", { note: "Как анкета называется у участников.", width: 320, filled: true }),
    schoolYear: text("Учебный год", { note: "За какой год собирается.", width: 110, filled: true }),
    status: choice("Статус", FORM_STATUSES, {
      note: "Открытая анкета принимает ответы.",
      width: 110,
      colours: toned({ good: [FORM_STATUS.open], over: [FORM_STATUS.closed], trouble: [FORM_STATUS.lost] }),
    }),
    openedOn: date("Открыта", { note: "Когда создана.", filled: true }),
    deadline: date("Ответить до", { note: "Ответы после этого дня помечаются." }),
    link: url("Ссылка для участников", {
      note: "Общая ссылка; личные ссылки уходят письмами.",
      width: 260,
      filled: true,
    }),
    editLink: url("Изменить форму", { note: "Открыть форму в редакторе Google Форм.", width: 260, filled: true }),
    pulledAt: instant("Ответы собраны", { note: "Когда последний раз собирались ответы.", filled: true }),
    formId: text("Идентификатор формы", { note: "Заполняется программой.", filled: true, hidden: true }),
    personalLink: text("Образец личной ссылки", {
      note: "Ссылка, в которую подставляется личный код. Заполняется программой.",
      filled: true,
      hidden: true,
    }),
    questions: json("Соответствие вопросов", z.record(z.string(), formQuestion), {
      note: "Какой пункт формы какой вопрос: переименование вопроса ничего не ломает.",
      filled: true,
      hidden: true,
    }),
  },
});
export type FormRecord = RecordOf<typeof forms>;

/** Key of the question for the full name. */
export const NAME_KEY = "fullName";

/** Whether people may give their names in the form; one that was made in the code-only mode knows them by codes alone. */
export function asksForName({ questions }: FormRecord): boolean {
  return questions === null || NAME_KEY in questions;
}

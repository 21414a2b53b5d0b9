// «Ответы»: every response to every questionnaire, earlier ones included.
import * as z from "zod";
import { choice, code, instant, json, number, ref, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

export const ANSWER_STATUS = {
  taken: "учтён",
  earlier: "заменён новым",
  unknown: "неизвестный респондент",
  doubtful: "решает куратор",
  late: "после срока",
  rejected: "отклонён",
} as const;
const ANSWER_STATUSES = [
  ANSWER_STATUS.taken,
  ANSWER_STATUS.earlier,
  ANSWER_STATUS.unknown,
  ANSWER_STATUS.doubtful,
  ANSWER_STATUS.late,
  ANSWER_STATUS.rejected,
] as const;

/** Answers whose author the curator has to name. */
export const UNCLEAR: readonly (string | null)[] = [ANSWER_STATUS.unknown, ANSWER_STATUS.doubtful];

/** An answer's value: text, number, a list of chosen options, or a grid's rows with the chosen column. */
export const answerValue = z.union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.string())]);
export type AnswerValue = z.infer<typeof answerValue>;

/** What an answer leaves to the curator. */
const toDecide = z.object({
  /** Codes of the people who may have written it, the likeliest first. */
  likely: z.array(z.string()).optional(),
  /** How its author calls himself. */
  name: z.string().optional(),
  email: z.string().optional(),
  /** «table.column» of what was not written because the curator has changed the cell meanwhile. */
  fields: z.array(z.string()).optional(),
});
export type ToDecide = z.infer<typeof toDecide>;

export const answers = defineTable({
  key: "answers",
  tab: "Ответы",
  prefix: "О",
  frozen: "respondent",
  personal: true,
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", {
      note: "Кто ответил. Можно указать вручную, если программа не узнала.",
      width: 110,
    }),
    respondent: text("Респондент", { note: "Как человек назвал себя в анкете.", width: 240, filled: true }),
    form: ref("Код анкеты", "forms", { note: "Ссылка на вкладку «Анкеты».", required: true, filled: true }),
    questionnaire: text("Опросник", { note: "Обозначение набора вопросов.", required: true, filled: true, width: 110 }),
    about: text("О чём", { note: "Код пары, если анкета о паре.", width: 120, filled: true }),
    answeredAt: instant("Когда", { note: "Время отправки ответа.", required: true, filled: true }),
    status: choice("Статус", ANSWER_STATUSES, {
      note: "Учтён ли ответ.",
      width: 170,
      colours: toned({
        good: [ANSWER_STATUS.taken],
        going: [ANSWER_STATUS.late],
        waiting: [ANSWER_STATUS.unknown, ANSWER_STATUS.doubtful],
        over: [ANSWER_STATUS.earlier],
        trouble: [ANSWER_STATUS.rejected],
      }),
    }),
    overall: number("Общая оценка", {
      note: "Удовлетворённость от 1 до 10, если спрашивалась.",
      min: 1,
      max: 10,
      filled: true,
      width: 110,
    }),
    values: json("Ответы", z.record(z.string(), answerValue), {
      note: "Все ответы по вопросам.",
      width: 420,
      filled: true,
    }),
    toDecide: json("Решить куратору", toDecide, {
      note: "Кто мог ответить и какие сведения из ответа не внесены: решается в «Анкетах участников» и «Обновлении сведений».",
      filled: true,
      hidden: true,
    }),
    responseId: text("Идентификатор ответа", {
      note: "По нему ответ не учитывается дважды.",
      filled: true,
      hidden: true,
    }),
  },
});
export type Answer = RecordOf<typeof answers>;

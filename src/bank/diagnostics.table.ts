// «Запросы и диагностика»: what a mentee has asked for, and how hard each direction is, at entry and at exit.
import { choice, code, date, entry, longText, number, ref, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";

const DIAGNOSTIC_METHODS = ["анкета", "тест", "посещение занятия", "собеседование", "ЦНППМ"] as const;
export const DIAGNOSTIC_STAGES = ["на входе", "промежуточная", "на выходе"] as const;

/** A row is a request in words or a measurement; an empty cell stands for a measurement. */
export const ENTRY_KIND = { request: "запрос", diagnostic: "диагностика" } as const;
const ENTRY_KINDS = [ENTRY_KIND.request, ENTRY_KIND.diagnostic] as const;
export const URGENCIES = ["срочно", "в течение месяца", "в течение года"] as const;
const DEFICIT_LEVELS = ["низкий", "средний", "высокий"] as const;

export const diagnostics = defineTable({
  key: "diagnostics",
  tab: "Запросы и диагностика",
  prefix: "ДЗ",
  frozen: "fullName",
  personal: true,
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", { note: "Ссылка на вкладку «Педагоги».", required: true, width: 100 }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    kind: choice("Запись", ENTRY_KINDS, { note: "Запрос своими словами или диагностика.", width: 120 }),
    doneOn: date("Дата", { note: "Когда поступил запрос или проведена диагностика.", required: true }),
    stage: choice("Этап", DIAGNOSTIC_STAGES, { note: "На входе, промежуточная или на выходе.", width: 130 }),
    method: choice("Способ", DIAGNOSTIC_METHODS, { note: "Как выявлено затруднение.", width: 160 }),
    direction: entry("Направление", "directions", { note: "Область затруднения.", width: 260 }),
    severity: number("Степень затруднения, 0–3", {
      note: "0 — владею уверенно, 1 — небольшие трудности, 2 — заметные трудности, 3 — нужна помощь.",
      integer: true,
      min: 0,
      max: 3,
      width: 120,
    }),
    score: number("Балл", { note: "Если проводился тест.", min: 0, max: 1000, width: 80 }),
    maxScore: number("Наибольший балл", { note: "Сколько можно было набрать.", min: 1, max: 1000, width: 110 }),
    level: choice("Уровень дефицита", DEFICIT_LEVELS, { note: "По шкале теста или по степени.", width: 130 }),
    wording: longText("Запрос", { note: "Своими словами: с чем нужна помощь.", width: 280 }),
    urgency: choice("Срочность", URGENCIES, { note: "Как скоро нужна помощь.", width: 140 }),
    decision: text("Решение", { note: "Что решено по итогам.", width: 220 }),
    source: text("Кто проводил", { note: "Анкета, специалист или автор запроса.", width: 160 }),
  },
});
export type Diagnostic = RecordOf<typeof diagnostics>;

/** A row that says how hard a direction is. */
export type Measurement = Diagnostic & { direction: string; severity: number };

/** Whether the row measures a direction; requests and tests without a step on the scale do not. */
export function isMeasurement(row: Diagnostic): row is Measurement {
  return row.kind !== ENTRY_KIND.request && row.direction !== null && row.severity !== null;
}

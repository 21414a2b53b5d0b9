// «Запросы и диагностика»: how hard each direction is for a mentee, at entry and at exit.
import { choice, code, date, entry, number, ref, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";

const DIAGNOSTIC_METHODS = ["анкета", "тест", "посещение занятия", "собеседование", "ЦНППМ"] as const;
export const DIAGNOSTIC_STAGES = ["на входе", "промежуточная", "на выходе"] as const;

export const diagnostics = defineTable({
  key: "diagnostics",
  tab: "Запросы и диагностика",
  prefix: "ДЗ",
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", { note: "Ссылка на вкладку «Педагоги».", required: true, width: 100 }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    doneOn: date("Дата", { note: "Когда проведена диагностика.", required: true }),
    stage: choice("Этап", DIAGNOSTIC_STAGES, { note: "На входе, промежуточная или на выходе.", width: 130 }),
    method: choice("Способ", DIAGNOSTIC_METHODS, { note: "Как выявлено затруднение.", width: 160 }),
    direction: entry("Направление", "directions", { note: "Область затруднения.", required: true, width: 260 }),
    severity: number("Степень затруднения, 0–3", {
      note: "0 — владею уверенно, 1 — небольшие трудности, 2 — заметные трудности, 3 — нужна помощь.",
      required: true,
      integer: true,
      min: 0,
      max: 3,
      width: 120,
    }),
    source: text("Источник", { note: "Код ответа на анкету или кто проводил.", width: 160, filled: true }),
  },
});
export type Diagnostic = RecordOf<typeof diagnostics>;

// «Шаблоны»: the school's own templates of papers. A paper without a row here is made from the built-in one.
import { choice, code, date, text, url } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

export const TEMPLATE_STATE = { sound: "проверен", faulty: "есть ошибки", gone: "не найден" } as const;
const TEMPLATE_STATES = [TEMPLATE_STATE.sound, TEMPLATE_STATE.faulty, TEMPLATE_STATE.gone] as const;

export const templates = defineTable({
  key: "templates",
  tab: "Шаблоны",
  prefix: "Ш",
  frozen: "title",
  columns: {
    code: code("Код"),
    title: text("Вид документа", { note: "Для какого документа шаблон.", width: 320, filled: true }),
    link: url("Ссылка на шаблон", {
      note: "Google Документ с метками. Сотрите строку, чтобы вернуться к встроенному шаблону.",
      width: 320,
    }),
    state: choice("Состояние", TEMPLATE_STATES, {
      note: "Итог последней проверки меток.",
      width: 130,
      filled: true,
      colours: toned({
        good: [TEMPLATE_STATE.sound],
        trouble: [TEMPLATE_STATE.faulty, TEMPLATE_STATE.gone],
      }),
    }),
    checkedOn: date("Проверен", { note: "Когда проверялись метки.", filled: true }),
    paper: text("Ключ", { note: "Вид документа для программы.", filled: true, hidden: true }),
  },
});
export type TemplateRecord = RecordOf<typeof templates>;

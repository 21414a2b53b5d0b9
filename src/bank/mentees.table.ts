// «Наставляемые»: the mentee bank — one row per person who needs or has a mentor.
import { choice, code, date, entries, entry, longText, ref, text } from "../workbook/columns";
import { defineTable, type DraftOf, type RecordOf } from "../workbook/table";

/** domain §3.3: the mentee's life cycle with its branches. */
export const MENTEE_STATUS = {
  identified: "выявлен",
  requested: "запрос собран",
  diagnosed: "продиагностирован",
  waiting: "ожидает подбора",
  paired: "закреплён",
  finished: "завершил",
  refused: "отказ",
  supported: "сопровождение без пары",
  waitingAgain: "повторно ожидает",
} as const;
export const MENTEE_STATUSES = [
  MENTEE_STATUS.identified,
  MENTEE_STATUS.requested,
  MENTEE_STATUS.diagnosed,
  MENTEE_STATUS.waiting,
  MENTEE_STATUS.paired,
  MENTEE_STATUS.finished,
  MENTEE_STATUS.refused,
  MENTEE_STATUS.supported,
  MENTEE_STATUS.waitingAgain,
] as const;

export const mentees = defineTable({
  key: "mentees",
  tab: "Наставляемые",
  prefix: "М",
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", { note: "Ссылка на вкладку «Педагоги».", required: true, width: 100 }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    status: choice("Статус", MENTEE_STATUSES, { note: "Путь наставляемого: от выявления до завершения.", width: 170 }),
    category: entry("Категория", "menteeCategories", { note: "Почему нужен наставник.", width: 200 }),
    request: longText("Основной запрос", { note: "Своими словами: с чем нужна помощь.", width: 320 }),
    difficulties: entries("Направления затруднений", "directions", {
      note: "От самого трудного к менее трудному. Через «; ». Степень — на вкладке «Запросы и диагностика».",
      width: 320,
    }),
    strengths: longText("Сильные стороны", { note: "На что опереться в программе.", width: 240 }),
    preferredFormat: text("Удобный формат", { note: "Очно, дистанционно, время.", width: 160 }),
    waitingSince: date("Ожидает с", { note: "С какого дня ждёт наставника.", filled: true }),
    joinedOn: date("Дата вхождения в программу", { note: "Когда закреплён за наставником." }),
    updatedOn: date("Сведения обновлены", { note: "Актуализируются не реже одного раза в год.", filled: true }),
    note: longText("Примечание", { note: "Любые пометки куратора.", width: 240 }),
  },
});
export type Mentee = RecordOf<typeof mentees>;
export type MenteeDraft = DraftOf<typeof mentees>;

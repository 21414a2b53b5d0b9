// «Наставляемые»: the mentee bank — one row per person who needs or has a mentor.
import { choice, code, date, entries, entry, longText, ref, text, url } from "../workbook/columns";
import { defineTable, type DraftOf, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

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

/** Mark of completion (domain §3.3). */
export const COMPLETION = { yes: "да", no: "нет", early: "досрочно" } as const;
const COMPLETIONS = [COMPLETION.yes, COMPLETION.no, COMPLETION.early] as const;

export const mentees = defineTable({
  key: "mentees",
  tab: "Наставляемые",
  prefix: "М",
  frozen: "fullName",
  personal: true,
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", { note: "Ссылка на вкладку «Педагоги».", required: true, width: 100 }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    status: choice("Статус", MENTEE_STATUSES, {
      note: "Путь наставляемого: от выявления до завершения.",
      width: 170,
      colours: toned({
        good: [MENTEE_STATUS.paired],
        going: [MENTEE_STATUS.identified, MENTEE_STATUS.requested, MENTEE_STATUS.diagnosed, MENTEE_STATUS.supported],
        waiting: [MENTEE_STATUS.waiting, MENTEE_STATUS.waitingAgain],
        over: [MENTEE_STATUS.finished],
        trouble: [MENTEE_STATUS.refused],
      }),
    }),
    category: entry("Категория", "menteeCategories", { note: "Почему нужен наставник.", width: 200 }),
    request: longText("Основной запрос", { note: "Своими словами: с чем нужна помощь.", width: 320 }),
    difficulties: entries("Направления затруднений", "directions", {
      note: "От самого трудного к менее трудному. Через «; ». Степень — на вкладке «Запросы и диагностика».",
      width: 320,
    }),
    diagnosis: text("Результат диагностики", {
      note: "Последняя диагностика: по вкладке «Запросы и диагностика».",
      width: 260,
      filled: true,
    }),
    strengths: longText("Сильные стороны", { note: "На что опереться в программе.", width: 240 }),
    preferredFormat: text("Удобный формат", { note: "Очно, дистанционно, время.", width: 160 }),
    waitingSince: date("Ожидает с", { note: "С какого дня ждёт наставника.", filled: true }),
    support: text("Сопровождение без пары", {
      note: "Кто поддерживает, пока наставника нет: педагог-психолог или другой специалист.",
      width: 200,
    }),
    joinedOn: date("Дата вхождения в программу", { note: "Когда закреплён за наставником." }),
    mentorsNow: text("Наставник", {
      note: "Кто ведёт сейчас. Заполняется по вкладке «Пары».",
      width: 260,
      filled: true,
    }),
    pairForms: text("Форма", { note: "Форма наставничества.", width: 180, filled: true }),
    mentorsWorkplaces: text("Место работы наставника", {
      note: "Для наставников из других организаций.",
      width: 200,
      filled: true,
    }),
    finishedOn: date("Дата завершения", { note: "Когда завершилась последняя из его пар.", filled: true }),
    completion: choice("Отметка о прохождении", COMPLETIONS, {
      note: "Прошёл ли программу: да, нет, досрочно.",
      width: 130,
    }),
    results: longText("Результаты", { note: "Чего достиг; коротко.", width: 240 }),
    caseLink: url("Кейс или отзыв на сайте", {
      note: "Публикуется только при действующем согласии на распространение.",
      width: 200,
    }),
    updatedOn: date("Сведения обновлены", { note: "Актуализируются не реже одного раза в год.", filled: true }),
    note: longText("Примечание", { note: "Любые пометки куратора.", width: 240 }),
  },
});
export type Mentee = RecordOf<typeof mentees>;
export type MenteeDraft = DraftOf<typeof mentees>;

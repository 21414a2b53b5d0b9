// «Программы»: personalised programmes, one per pair and version.
import { choice, code, date, entries, longText, number, ref, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

/** domain §3.5: the programme's life cycle. */
export const PROGRAMME_STATUS = {
  draft: "черновик",
  agreed: "согласована",
  reviewed: "рассмотрена советом",
  approved: "утверждена",
  running: "реализуется",
  corrected: "скорректирована",
  finished: "завершена",
  ended: "прекращена",
  extended: "продлена",
} as const;
const PROGRAMME_STATUSES = [
  PROGRAMME_STATUS.draft,
  PROGRAMME_STATUS.agreed,
  PROGRAMME_STATUS.reviewed,
  PROGRAMME_STATUS.approved,
  PROGRAMME_STATUS.running,
  PROGRAMME_STATUS.corrected,
  PROGRAMME_STATUS.finished,
  PROGRAMME_STATUS.ended,
  PROGRAMME_STATUS.extended,
] as const;

export const programmes = defineTable({
  key: "programmes",
  tab: "Программы",
  prefix: "ПП",
  yearly: true,
  frozen: "title",
  columns: {
    code: code("Код"),
    pair: ref("Код пары", "pairs", { note: "Ссылка на вкладку «Пары».", required: true, width: 110 }),
    title: text("Участники", { note: "Наставник — наставляемые. Подставляется программой.", width: 320, filled: true }),
    status: choice("Статус", PROGRAMME_STATUSES, {
      note: "Путь программы.",
      width: 160,
      colours: toned({
        good: [PROGRAMME_STATUS.running],
        going: [
          PROGRAMME_STATUS.agreed,
          PROGRAMME_STATUS.reviewed,
          PROGRAMME_STATUS.approved,
          PROGRAMME_STATUS.corrected,
          PROGRAMME_STATUS.extended,
        ],
        waiting: [PROGRAMME_STATUS.draft],
        over: [PROGRAMME_STATUS.finished],
        trouble: [PROGRAMME_STATUS.ended],
      }),
    }),
    version: number("Версия", { note: "Растёт при корректировке.", integer: true, min: 1, width: 80, filled: true }),
    goal: longText("Цель", { note: "Чего достигнет пара.", width: 320 }),
    tasks: longText("Задачи", { note: "Каждая с новой строки.", width: 320 }),
    directions: entries("Направления", "directions", { note: "По каким вопросам работа.", width: 280 }),
    startsOn: date("Начало", { note: "Первый день программы." }),
    endsOn: date("Конец", { note: "Последний день; от 3 месяцев до 1 года." }),
    meetings: text("Встречи", { note: "Формат и периодичность.", width: 220 }),
    initialLevel: longText("Исходный уровень", { note: "По итогам входной диагностики.", width: 280 }),
    expectedResults: longText("Планируемые результаты", { note: "Каждый с новой строки.", width: 320 }),
    document: ref("Документ", "documents", { note: "Код документа программы.", width: 120, filled: true }),
    note: longText("Примечание", { note: "Любые пометки куратора.", width: 240 }),
  },
});
export type Programme = RecordOf<typeof programmes>;

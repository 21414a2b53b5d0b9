// «Пары»: a mentor with one mentee or a group, from the first proposal to the end.
import { choice, code, date, entries, entry, longText, ref, refs, text } from "../workbook/columns";
import { defineTable, type DraftOf, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

/** domain §3.4: the pair's life cycle. */
export const PAIR_STATUS = {
  draft: "черновик",
  proposed: "предложена",
  recommended: "рекомендована",
  consented: "согласия получены",
  active: "действует",
  paused: "приостановлена",
  finished: "завершена",
  ended: "прекращена досрочно",
} as const;
const PAIR_STATUSES = [
  PAIR_STATUS.draft,
  PAIR_STATUS.proposed,
  PAIR_STATUS.recommended,
  PAIR_STATUS.consented,
  PAIR_STATUS.active,
  PAIR_STATUS.paused,
  PAIR_STATUS.finished,
  PAIR_STATUS.ended,
] as const;

export const pairs = defineTable({
  key: "pairs",
  tab: "Пары",
  prefix: "П",
  yearly: true,
  frozen: "mentorName",
  columns: {
    code: code("Код"),
    mentor: ref("Код наставника", "mentors", { note: "Ссылка на вкладку «Наставники».", required: true, width: 100 }),
    mentorName: text("Наставник", { note: "Подставляется программой.", width: 240, filled: true }),
    mentees: refs("Коды наставляемых", "mentees", {
      note: "Один код или несколько через «; » (группа).",
      required: true,
      width: 140,
    }),
    menteeNames: text("Наставляемые", { note: "Подставляется программой.", width: 240, filled: true }),
    status: choice("Статус", PAIR_STATUSES, {
      note: "Путь пары: от предложения до завершения.",
      width: 160,
      colours: toned({
        good: [PAIR_STATUS.active],
        going: [PAIR_STATUS.recommended, PAIR_STATUS.consented],
        waiting: [PAIR_STATUS.draft, PAIR_STATUS.proposed],
        paused: [PAIR_STATUS.paused],
        over: [PAIR_STATUS.finished],
        trouble: [PAIR_STATUS.ended],
      }),
    }),
    mentoringForm: entry("Форма", "mentoringForms", { note: "Кто с кем работает.", width: 180 }),
    mentoringKinds: entries("Виды", "mentoringKinds", { note: "Можно несколько через «; ».", width: 180 }),
    directions: entries("Направления", "directions", { note: "По каким вопросам работает пара.", width: 320 }),
    schoolYear: text("Учебный год", { note: "Например: 2026/2027.", width: 110 }),
    startsOn: date("Начало", { note: "С какого дня действует." }),
    endsOn: date("Конец", { note: "По какой день действует; от 3 до 12 месяцев." }),
    grounds: longText("Основание выбора", { note: "Почему выбрана эта пара.", width: 320 }),
    goals: longText("Цели встреч", {
      note: "Для краткосрочного наставничества: встреча и её цель, каждая с новой строки.",
      width: 280,
    }),
    meetingOn: date("Встреча", { note: "Для скоростного наставничества: день единственной встречи." }),
    channel: text("Канал связи", {
      note: "Для виртуального наставничества: видеосвязь, мессенджер, платформа.",
      width: 180,
    }),
    mirrors: ref("Встречная пара", "pairs", {
      note: "Для реверсивного наставничества: пара тех же людей, где роли поменялись.",
      width: 120,
    }),
    recommendation: text("Рекомендация совета", { note: "Номер протокола заседания совета наставников.", width: 180 }),
    recommendedOn: date("Рекомендована", { note: "Дата заседания совета." }),
    order: ref("Приказ", "documents", { note: "Код документа о закреплении.", width: 120, filled: true }),
    noticeOn: date("Уведомление", {
      note: "Когда предупредили о досрочном прекращении: не менее чем за три рабочих дня (ТК РФ, ст. 351.8).",
    }),
    endReason: text("Основание прекращения", { note: "Если прекращена досрочно.", width: 200 }),
    replaces: ref("Взамен пары", "pairs", {
      note: "Код пары, в которой наставник сменился.",
      width: 110,
      outlives: true,
    }),
    note: longText("Примечание", { note: "Любые пометки куратора.", width: 240 }),
  },
});
export type Pair = RecordOf<typeof pairs>;
export type PairDraft = DraftOf<typeof pairs>;

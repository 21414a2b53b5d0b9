// «Наставники»: the mentor bank — one row per person who is or may become a mentor.
import { choice, choices, code, date, entries, flag, longText, number, ref, text, url } from "../workbook/columns";
import { defineTable, type DraftOf, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

/** domain §3.2: the mentor's life cycle. */
export const MENTOR_STATUS = {
  candidate: "кандидат",
  answered: "анкета получена",
  recommended: "рекомендован",
  approved: "утверждён",
  trained: "обучен",
  active: "действующий",
  paused: "пауза",
  left: "выбыл",
} as const;
export const MENTOR_STATUSES = [
  MENTOR_STATUS.candidate,
  MENTOR_STATUS.answered,
  MENTOR_STATUS.recommended,
  MENTOR_STATUS.approved,
  MENTOR_STATUS.trained,
  MENTOR_STATUS.active,
  MENTOR_STATUS.paused,
  MENTOR_STATUS.left,
] as const;
export const MEETING_FORMATS = ["очно", "дистанционно"] as const;

export const mentors = defineTable({
  key: "mentors",
  tab: "Наставники",
  prefix: "Н",
  frozen: "fullName",
  personal: true,
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", { note: "Ссылка на вкладку «Педагоги».", required: true, width: 100 }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    status: choice("Статус", MENTOR_STATUSES, {
      note: "Путь наставника: от кандидата до действующего.",
      width: 150,
      colours: toned({
        good: [MENTOR_STATUS.active],
        going: [MENTOR_STATUS.answered, MENTOR_STATUS.recommended, MENTOR_STATUS.approved, MENTOR_STATUS.trained],
        waiting: [MENTOR_STATUS.candidate],
        paused: [MENTOR_STATUS.paused],
        over: [MENTOR_STATUS.left],
      }),
    }),
    competences: entries("Основные компетенции", "directions", {
      note: "Направления, в которых может помочь. Через «; ».",
      width: 320,
    }),
    achievements: longText("Достижения", { note: "Важные для программы достижения.", width: 240 }),
    interests: longText("Интересы", { note: "Необязательно.", width: 200 }),
    wishedCategories: entries("Желаемая категория наставляемых", "menteeCategories", {
      note: "С кем хотел бы работать.",
      width: 220,
    }),
    hoursPerMonth: number("Ресурс времени, ч в месяц", {
      note: "Сколько часов в месяц готов уделять.",
      min: 0,
      max: 200,
      width: 120,
    }),
    capacity: number("Макс. число наставляемых", {
      note: "Пусто — как в «Настройках».",
      integer: true,
      min: 0,
      max: 20,
      width: 120,
    }),
    mentoringKinds: entries("Виды наставничества", "mentoringKinds", {
      note: "В каких видах готов участвовать.",
      width: 220,
    }),
    mentoringForms: entries("Формы наставничества", "mentoringForms", {
      note: "В каких формах готов участвовать.",
      width: 220,
    }),
    formats: choices("Формат", MEETING_FORMATS, { note: "Очно, дистанционно или оба.", width: 150 }),
    recommendation: text("Рекомендация совета", { note: "Протокол №, дата.", width: 180 }),
    application: text("Заявление наставника", {
      note: "Номер и дата письменного заявления, если оно есть.",
      width: 160,
    }),
    approvedOn: date("Утверждён руководителем", { note: "Дата решения руководителя." }),
    approvalPaper: text("Чем утверждён", { note: "Приказ или виза руководителя: номер и дата.", width: 180 }),
    joinedOn: date("Дата вхождения в программу", { note: "Когда вошёл в банк наставников." }),
    trainedOn: date("Обучение наставника", { note: "Дата обучения или установочной сессии." }),
    training: text("Тема и место обучения", { note: "Чему и где учился как наставник; документ.", width: 220 }),
    withinDuties: flag("В трудовой функции", {
      note: "Отметьте, если наставничество — постоянная оплачиваемая часть работы: дополнительное соглашение тогда не нужно.",
    }),
    agreementNumber: text("Допсоглашение, №", {
      note: "Номер дополнительного соглашения (ТК РФ, ст. 351.8).",
      width: 110,
    }),
    agreementOn: date("Допсоглашение от", { note: "Дата дополнительного соглашения." }),
    agreementUntil: date("Допсоглашение по", { note: "Последний день его действия." }),
    agreementPay: text("Выплата по допсоглашению", { note: "Размер и условия, как в соглашении.", width: 180 }),
    mentorTeacher: flag("Педагог-наставник", { note: "Есть квалификационная категория «педагог-наставник»." }),
    menteesNow: text("Наставляемые", {
      note: "Кого ведёт сейчас. Заполняется по вкладке «Пары».",
      width: 260,
      filled: true,
    }),
    pairForms: text("Форма", { note: "Формы наставничества его пар.", width: 180, filled: true }),
    menteesWorkplaces: text("Место работы наставляемых", {
      note: "Для наставляемых из других организаций.",
      width: 200,
      filled: true,
    }),
    finishedOn: date("Дата завершения", { note: "Когда завершилась последняя из его пар.", filled: true }),
    results: longText("Результаты", { note: "Чем завершились его пары.", width: 240, filled: true }),
    caseLink: url("Кейс или отзыв на сайте", {
      note: "Публикуется только при действующем согласии на распространение.",
      width: 200,
    }),
    note: longText("Примечание", { note: "Любые пометки куратора.", width: 240 }),
  },
});
export type Mentor = RecordOf<typeof mentors>;
export type MentorDraft = DraftOf<typeof mentors>;

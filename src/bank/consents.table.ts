// «Согласия»: who agreed to what, when, on which paper, and whether it was withdrawn.
import { choice, choices, code, date, longText, ref, text, url } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";

/**
 * Kinds of consent (domain §3.9, §10). Each is a document of its own: personal data and publication may never be
 * a tick inside another paper (152-ФЗ ст. 9 as amended by 156-ФЗ, ст. 10.1); mentoring duties need a written
 * consent before any order (ТК РФ ст. 351.8).
 */
export const CONSENT_KIND = {
  personalData: "обработка персональных данных",
  publication: "распространение персональных данных",
  mentoring: "выполнение обязанностей наставника",
  pair: "участие в наставнической паре",
} as const;
export const CONSENT_KINDS = [
  CONSENT_KIND.personalData,
  CONSENT_KIND.publication,
  CONSENT_KIND.mentoring,
  CONSENT_KIND.pair,
] as const;

/** What a person may allow to be published (152-ФЗ ст. 10.1: the subject chooses the list). */
export const PUBLISHABLE = [
  "фамилия, имя, отчество",
  "должность",
  "квалификационная категория",
  "педагогический стаж",
  "предмет (группа)",
  "фотография",
  "отзыв о программе",
  "описание практики (кейс)",
  "достижения",
] as const;

export const consents = defineTable({
  key: "consents",
  tab: "Согласия",
  prefix: "С",
  frozen: "fullName",
  personal: true,
  columns: {
    code: code("Код"),
    person: ref("Код педагога", "people", { note: "Ссылка на вкладку «Педагоги».", required: true, width: 100 }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    kind: choice("Вид согласия", CONSENT_KINDS, {
      note: "Каждый вид — отдельный документ.",
      required: true,
      width: 260,
    }),
    givenOn: date("Дата согласия", { note: "Дата на подписанном документе.", required: true }),
    validUntil: date("Действует до", { note: "Пусто — до отзыва." }),
    paper: text("Документ", { note: "Где лежит: папка, номер или ссылка на скан.", width: 220 }),
    publishable: choices("Что можно публиковать", PUBLISHABLE, {
      note: "Только для согласия на распространение: перечень выбирает сам человек.",
      width: 260,
    }),
    resource: url("Где публикуется", {
      note: "Только для согласия на распространение: адрес сайта или страницы.",
      width: 200,
    }),
    conditions: longText("Условия и запреты", {
      note: "Только для согласия на распространение: что человек запретил или разрешил с условием.",
      width: 240,
    }),
    withdrawnOn: date("Отозвано", { note: "Со дня отзыва согласие не действует." }),
    withdrawalPaper: text("Отзыв: документ", { note: "Заявление об отзыве: дата, номер или ссылка.", width: 180 }),
    note: longText("Примечание", { note: "Любые пометки куратора.", width: 240 }),
  },
});
export type Consent = RecordOf<typeof consents>;

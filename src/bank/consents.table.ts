// «Согласия»: who agreed to what, when, on which paper, and whether it was withdrawn.
import { choice, code, date, longText, ref, text } from "../workbook/columns";
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

export const consents = defineTable({
  key: "consents",
  tab: "Согласия",
  prefix: "С",
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
    withdrawnOn: date("Отозвано", { note: "Со дня отзыва согласие не действует." }),
    note: longText("Примечание", { note: "Условия и запреты.", width: 240 }),
  },
});
export type Consent = RecordOf<typeof consents>;

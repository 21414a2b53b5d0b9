// «Условия подбора»: what the curator has decided once and for all about two people: together, never together, wished.
import { choice, code, date, longText, ref, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";

export const TERM_KIND = {
  pin: "закрепить вместе",
  ban: "никогда вместе",
  menteesWish: "пожелание наставляемого",
  mentorsWish: "пожелание наставника",
} as const;
const TERM_KINDS = [TERM_KIND.pin, TERM_KIND.ban, TERM_KIND.menteesWish, TERM_KIND.mentorsWish] as const;

export const pairingTerms = defineTable({
  key: "pairingTerms",
  tab: "Условия подбора",
  prefix: "У",
  columns: {
    code: code("Код"),
    kind: choice("Условие", TERM_KINDS, {
      note: "Закрепление и запрет обязательны для подбора, пожелание лишь учитывается.",
      required: true,
      width: 200,
    }),
    mentor: ref("Код наставника", "mentors", { note: "Ссылка на вкладку «Наставники».", required: true, width: 100 }),
    mentorName: text("Наставник", { note: "Подставляется программой.", width: 240, filled: true }),
    mentee: ref("Код наставляемого", "mentees", {
      note: "Ссылка на вкладку «Наставляемые».",
      required: true,
      width: 110,
    }),
    menteeName: text("Наставляемый", { note: "Подставляется программой.", width: 240, filled: true }),
    since: date("Когда", { note: "С какого дня действует условие.", filled: true }),
    note: longText("Примечание", { note: "Видно только куратору.", width: 280 }),
  },
});
export type PairingTerm = RecordOf<typeof pairingTerms>;

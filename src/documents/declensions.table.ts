// «Склонения»: names, posts and organisations whose forms the school has set itself; they win over the rules.
import { choice, code, text } from "../workbook/columns";
import { defineTable } from "../workbook/table";

const DECLENSION_KINDS = ["ФИО", "должность", "организация"] as const;

/** domain §3.1, §6: what is to be declined must be editable. An empty form is left to the rules. */
export const declensions = defineTable({
  key: "declensions",
  tab: "Склонения",
  prefix: "СК",
  frozen: "nominative",
  columns: {
    code: code("Код"),
    kind: choice("Что это", DECLENSION_KINDS, { note: "ФИО, должность или организация.", required: true, width: 120 }),
    nominative: text("Именительный (кто? что?)", {
      note: "Точно так, как записано в таблице.",
      required: true,
      width: 260,
    }),
    genitive: text("Родительный (кого? чего?)", { note: "Нет кого? чего?", width: 260 }),
    dative: text("Дательный (кому? чему?)", { note: "Дать кому? чему?", width: 260 }),
    accusative: text("Винительный (кого? что?)", { note: "Назначить кого? что?", width: 260 }),
    instrumental: text("Творительный (кем? чем?)", { note: "Закрепить за кем? чем?", width: 260 }),
    prepositional: text("Предложный (о ком? о чём?)", { note: "Приказ о ком? о чём?", width: 260 }),
  },
});

// «Ознакомление»: who has to be acquainted with which document, when they were asked and when it happened.
import { choice, code, date, instant, ref, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

/** How somebody was acquainted; null while they have not been. */
export const ACQUAINTED_BY = { form: "форма", signature: "подпись" } as const;
const WAYS = [ACQUAINTED_BY.form, ACQUAINTED_BY.signature] as const;

/** What a letter brings: the document itself, a link to it, or (in the code-only mode) the news that it is signed. */
export const SENT_AS = { pdf: "PDF", link: "ссылка", notice: "уведомление" } as const;
const SENDINGS = [SENT_AS.pdf, SENT_AS.link, SENT_AS.notice] as const;

export const acquaintances = defineTable({
  key: "acquaintances",
  tab: "Ознакомление",
  prefix: "ОЗ",
  yearly: true,
  frozen: "fullName",
  columns: {
    code: code("Код"),
    document: ref("Документ", "documents", { note: "Код на вкладке «Документы».", required: true, width: 110 }),
    heading: text("Заголовок", { note: "О чём документ.", width: 280, filled: true }),
    person: ref("Код педагога", "people", {
      note: "Ссылка на вкладку «Педагоги».",
      required: true,
      width: 100,
      outlives: true,
    }),
    fullName: text("ФИО", { note: "Подставляется с вкладки «Педагоги».", width: 260, filled: true }),
    sentAt: instant("Отправлено", { note: "Когда ушло письмо с документом.", filled: true }),
    sentAs: choice("Что отправлено", SENDINGS, {
      note: "Документ во вложении, ссылка на него или уведомление без имён.",
      width: 130,
      filled: true,
    }),
    deadline: date("Ознакомить до", { note: "Срок, указанный в письме." }),
    acquaintedOn: date("Ознакомлен", { note: "Дата подписи или ответа на форму (ТК РФ, ст. 22, 68)." }),
    way: choice("Как", WAYS, {
      note: "Подпись в листе ознакомления или ответ на форму.",
      width: 110,
      colours: toned({ good: [ACQUAINTED_BY.form, ACQUAINTED_BY.signature] }),
    }),
  },
});
export type Acquaintance = RecordOf<typeof acquaintances>;

// «Документы»: the register of papers that the add-on has made.
import * as z from "zod";
import { choice, code, date, instant, json, number, refs, text, url } from "../workbook/columns";
import { defineTable, type DraftOf, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

/** domain §3.9: the paper's life cycle. */
export const DOCUMENT_STATUS = {
  draft: "проект",
  agreed: "согласован",
  signed: "подписан",
  superseded: "заменён",
  cancelled: "отменён",
} as const;
const DOCUMENT_STATUSES = [
  DOCUMENT_STATUS.draft,
  DOCUMENT_STATUS.agreed,
  DOCUMENT_STATUS.signed,
  DOCUMENT_STATUS.superseded,
  DOCUMENT_STATUS.cancelled,
] as const;

export const documents = defineTable({
  key: "documents",
  tab: "Документы",
  prefix: "Д",
  yearly: true,
  frozen: "code",
  columns: {
    code: code("Код"),
    paper: text("Вид документа", { note: "Приказ, программа, согласие.", required: true, width: 240 }),
    number: text("Номер", { note: "Присваивается при регистрации.", width: 110 }),
    signedOn: date("Дата", { note: "Дата регистрации." }),
    heading: text("Заголовок", { note: "О чём документ.", width: 320 }),
    status: choice("Статус", DOCUMENT_STATUSES, {
      note: "Проект можно переделывать, подписанный — только заменить.",
      width: 120,
      colours: toned({
        good: [DOCUMENT_STATUS.signed],
        going: [DOCUMENT_STATUS.agreed],
        waiting: [DOCUMENT_STATUS.draft],
        over: [DOCUMENT_STATUS.superseded],
        trouble: [DOCUMENT_STATUS.cancelled],
      }),
    }),
    version: number("Версия", {
      note: "Растёт при замене подписанного документа.",
      integer: true,
      min: 1,
      width: 80,
      filled: true,
    }),
    link: url("Ссылка", { note: "Открыть документ.", width: 260, filled: true }),
    pdf: url("PDF", { note: "Скачать документ для печати или отправки.", width: 160, filled: true }),
    acquainted: text("Ознакомлены", { note: "Сколько человек ознакомлено и скольких надо.", width: 120, filled: true }),
    pairs: refs("Пары", "pairs", { note: "К каким парам относится.", width: 160, filled: true, outlives: true }),
    people: refs("Педагоги", "people", { note: "Кого касается.", width: 160, filled: true, outlives: true }),
    supersedes: text("Заменяет", { note: "Код прежней версии.", width: 110, filled: true }),
    madeAt: instant("Создан", { note: "Когда создан или обновлён.", filled: true }),
    key: text("Ключ", { note: "По нему повторный запуск находит тот же документ.", filled: true, hidden: true }),
    details: json("Сведения", z.unknown(), {
      note: "Что введено в форме: по нему документ составляется заново.",
      filled: true,
      hidden: true,
    }),
    fileId: text("Файл", { note: "Идентификатор файла на Диске.", filled: true, hidden: true }),
  },
});
export type DocumentRecord = RecordOf<typeof documents>;
export type DocumentDraft = DraftOf<typeof documents>;

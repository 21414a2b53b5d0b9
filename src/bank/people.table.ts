// «Педагоги»: every worker once, whatever roles they have in mentoring.
import * as z from "zod";
import { choice, code, date, email, json, longText, number, phone, refs, text } from "../workbook/columns";
import { defineTable, type RecordOf } from "../workbook/table";
import { toned } from "../workbook/tones";

const SEXES = ["женский", "мужской"] as const;
export const QUALIFICATION_CATEGORIES = [
  "нет",
  "соответствие занимаемой должности",
  "первая",
  "высшая",
  "педагог-методист",
  "педагог-наставник",
] as const;
const PERSON_KINDS = ["штатный", "внешний совместитель", "внешний эксперт", "студент"] as const;
export const EMPLOYMENT = { working: "работает", away: "длительно отсутствует", dismissed: "уволен" } as const;
const EMPLOYMENTS = [EMPLOYMENT.working, EMPLOYMENT.away, EMPLOYMENT.dismissed] as const;

/** domain §3.1. Nothing that a teacher need not give is required. */
export const people = defineTable({
  key: "people",
  tab: "Педагоги",
  prefix: "Р",
  frozen: "fullName",
  personal: true,
  columns: {
    code: code("Код"),
    fullName: text("ФИО", { note: "Фамилия, имя и отчество полностью.", width: 260, required: true }),
    sex: choice("Пол", SEXES, { note: "Нужен для склонения имени в документах. Определяется по отчеству.", width: 90 }),
    post: text("Должность", { note: "В именительном падеже, как в трудовом договоре.", width: 220 }),
    subject: text("Предмет (группа)", { note: "Предмет учителя или возрастная группа воспитателя.", width: 180 }),
    experienceYears: number("Педагогический стаж, лет", {
      note: "Полных лет; можно с долями.",
      min: 0,
      max: 70,
      width: 110,
    }),
    hiredOn: date("Дата приёма", { note: "Дата приёма на работу в организацию." }),
    category: choice("Квалификационная категория", QUALIFICATION_CATEGORIES, {
      note: "По итогам аттестации.",
      width: 200,
    }),
    education: text("Образование", { note: "Образование и квалификация по диплому.", width: 240 }),
    birthYear: number("Год рождения", {
      note: "Необязательно; нужен для реверсивного наставничества.",
      integer: true,
      min: 1930,
      max: 2015,
      width: 90,
    }),
    email: email("Электронная почта", { note: "Сюда приходят приглашения к анкетам.", width: 220 }),
    phone: phone("Телефон", { note: "Необязательно.", width: 140 }),
    kind: choice("Тип", PERSON_KINDS, { note: "Внешние участники приходят от партнёров.", width: 150 }),
    workplace: text("Место работы", { note: "Заполняется для внешних участников.", width: 220 }),
    employment: choice("Занятость", EMPLOYMENTS, {
      note: "Уволенные и длительно отсутствующие в подборе не участвуют.",
      width: 140,
      colours: toned({ good: [EMPLOYMENT.working], paused: [EMPLOYMENT.away], over: [EMPLOYMENT.dismissed] }),
    }),
    awayFrom: date("Уволен (отсутствует) с", { note: "День увольнения или начала длительного отсутствия." }),
    awayUntil: date("Отсутствует по", { note: "Если известно, когда вернётся из длительного отсутствия." }),
    note: longText("Примечание", {
      note: "Любые пометки куратора; сюда же — чего не удалось разобрать в списке.",
      width: 240,
    }),
    updatedOn: date("Сведения обновлены", {
      note: "Сведения актуализируются не реже одного раза в год.",
      filled: true,
    }),
    otherThan: refs("Другой человек", "people", {
      note: "Коды похожих строк, о которых решено: это другие люди.",
      filled: true,
      hidden: true,
      outlives: true,
    }),
    imported: json("Из списка", z.record(z.string(), z.string()), {
      note: "Что было записано последним импортом: так программа узнаёт, что куратор исправил сам.",
      filled: true,
      hidden: true,
    }),
  },
});
export type Person = RecordOf<typeof people>;

/** The note of a row from which a person's data were deleted on demand begins so; what is left is kept by law. */
export const DELETED_NOTE = "Сведения удалены";

/** Whether the person's data were deleted on demand: nothing brings them back but the person's own new papers. */
export function isDeleted({ note }: Pick<Person, "note">): boolean {
  return note?.startsWith(DELETED_NOTE) === true;
}

/** Works here by a labour contract, as a main or a second job: whom ТК РФ ст. 351.8 concerns. An empty type is the school's own. */
export function hasLabourContract({ kind }: Pick<Person, "kind">): boolean {
  return kind === null || kind === "штатный" || kind === "внешний совместитель";
}

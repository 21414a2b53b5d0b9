// The council's minutes as they come out of the built-in template, the agenda from what waits, and what a signed decision changes.
import { textOf } from "../../../test/docx";
import { lifeStand } from "../../../test/lifeStand";
import type { MemoryWorkbook } from "../../../test/memoryWorkbook";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { builtInDocx } from "../../documents/builtInTemplates";
import { checkTemplate } from "../../documents/checkTemplate";
import { documents } from "../../documents/documents.table";
import { renderDocument } from "../../documents/render";
import { pairs } from "../../pairing/pairs.table";
import { programmes } from "../../programmes/programmes.table";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { Answers } from "../fields";
import { minutes } from "./minutes";
import { minutesPaper, type MinutesInput } from "./minutesPaper";

const template = builtInDocx("minutes");
const linesOf = (input: MinutesInput): string[] =>
  textOf(renderDocument(template, minutesPaper.data(input)).docx)
    .replace(/\u00a0/g, " ")
    .split("\n")
    .filter((line) => line.trim() !== "");

/** П-2027-04 is proposed, Н-003 a candidate, ПП-2027-01 a draft. */
function school(): MemoryWorkbook {
  const wb = lifeStand();
  wb.setSettings(settings, {
    schoolFullName: "муниципальное бюджетное учреждение «Школа № 7»",
    place: "г. Заречный Бор",
    headPost: "директор",
    headName: "Вершинина Ольга Павловна",
    curatorName: "Кузнецов Игорь Львович",
    curatorPost: "заместитель директора по УВР",
  });
  wb.add(people, { fullName: "Соколова Мария Ивановна", post: "учитель химии", employment: "работает" });
  wb.add(mentors, { person: "Р-007", fullName: "Соколова Мария Ивановна", status: "анкета получена" });
  wb.update(programmes, "ПП-2027-01", { status: "черновик", title: "Ландышева — Снегирёва" });
  return wb;
}

const COUNCIL: Answers = { chair: "Р-001", secretary: "Р-002", present: ["Р-003"], members: 4 };
const about = (answers: Answers) => ({ subject: "2026-2027-1", answers: { ...COUNCIL, ...answers } });
const whatOf = (wb: MemoryWorkbook, answers: Answers): string[] =>
  (minutes.obstacles?.(wb, about(answers)) ?? []).map(({ level, what }) => `${level}: ${what}`);
const registered = (wb: MemoryWorkbook) =>
  wb.add(documents, { paper: "Протокол", number: "3", signedOn: "2027-03-12" as CalendarDate, status: "подписан" });

test("the template and the documented tags agree", () => {
  expect(checkTemplate(template, minutesPaper.tags)).toEqual([]);
});

test("the minutes read as a secretary writes them", () => {
  expect(linesOf(minutesPaper.sample)).toMatchInlineSnapshot(`
   [
     "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
     "(МБОУ «СОШ № 7»)",
     "ПРОТОКОЛ",
     "заседания совета наставников",
     "«___» ______________ 20___ г.",
     "№ __________",
     "г. Заречный Бор",
     "Председатель — Кузнецов И. Л., заместитель директора по УВР",
     "Секретарь — Петрова А. И., учитель математики",
     "Присутствовали: Кузнецов И. Л., заместитель директора по УВР; Петрова А. И., учитель математики.",
     "Всего членов совета — 3, присутствуют — 2. Кворум имеется.",
     "ПОВЕСТКА ДНЯ",
     "1. О рекомендации наставнических пар (групп) на 2026/2027 учебный год. Докладывает Кузнецов И. Л.",
     "2. О плане работы совета наставников. Докладывает Петрова А. И.",
     "1. О рекомендации наставнических пар (групп) на 2026/2027 учебный год",
     "СЛУШАЛИ:",
     "Кузнецова Игоря Львовича, заместителя директора по УВР, о рекомендации наставнических пар (групп) на 2026/2027 учебный год.",
     "ПОСТАНОВИЛИ:",
     "1.1. Рекомендовать директору закрепить приказом наставнические пары (группы):",
     "№",
     "п/п",
     "Наставник, должность",
     "Наставляемый, должность",
     "Форма, вид",
     "Срок",
     "1",
     "Петрова Анна Ивановна, учитель математики",
     "Сидоров Илья Сергеевич, педагог-психолог",
     "педагог — педагог; традиционное",
     "с 14.09.2026 по 31.05.2027",
     "1.2. Куратору реализации программ наставничества Кузнецову И. Л. подготовить проект приказа о закреплении после получения письменных согласий всех участников.",
     "Голосовали: единогласно.",
     "2. О плане работы совета наставников",
     "СЛУШАЛИ:",
     "Петрову Анну Ивановну, учителя математики, о плане работы совета наставников.",
     "ВЫСТУПИЛИ:",
     "Кузнецов И. Л. предложил проводить заседания не реже одного раза в четверть.",
     "ПОСТАНОВИЛИ:",
     "2.1. Утвердить план работы совета.",
     "Ответственный — Петрова А. И.; срок — 30 сентября 2026 г.",
     "Голосовали: единогласно.",
     "Председатель",
     "________________",
     "И. Л. Кузнецов",
     "Секретарь",
     "________________",
     "А. И. Петрова",
   ]
  `);
});

test("what waits is proposed for the agenda, and stands in the decision", () => {
  const wb = school();
  const answers = { ...minutes.proposed?.(wb, null), ...COUNCIL };
  expect(answers).toMatchObject({
    pairs: ["П-2027-04 — Ландышева Вера Павловна — Клёстов Олег Ильич"],
    mentors: ["Н-003 — Соколова Мария Ивановна"],
    programmes: ["ПП-2027-01 — Ландышева — Снегирёва"],
    votes: "единогласно",
  });
  const input = minutes.input(wb, about({ ...answers, results: true }), {
    number: "3",
    date: "2027-03-12" as CalendarDate,
  });
  const lines = linesOf(input);
  expect(lines).toEqual(
    expect.arrayContaining([
      "12 марта 2027 г.",
      "Присутствовали: Ландышева В. П., учитель; Хвойный П. И., учитель; Снегирёва А. О., учитель.",
      "Всего членов совета — 4, присутствуют — 3. Кворум имеется.",
      "Кузнецова Игоря Львовича, заместителя директора по УВР, о кандидатурах наставников.",
      "Соколову Марию Ивановну, учителя химии.",
      "2.1. Рекомендовать директору закрепить приказом наставнические пары (группы):",
      "3.1. Одобрить персонализированные программы наставничества и рекомендовать их к утверждению:",
      "Всего 3 персонализированные программы: завершено — 0, прекращено досрочно — 0, в работе — 3. Срок наступил у 3 мероприятий, выполнено — 3.",
      "4.1. Принять информацию к сведению.",
    ]),
  );
});

test("the council that met last is proposed again", () => {
  const wb = school();
  wb.add(documents, {
    paper: "Протокол",
    key: "minutes:2026-2027-1:1",
    details: { subject: "2026-2027-1", answers: COUNCIL },
  });
  expect(minutes.proposed?.(wb, null)).toMatchObject(COUNCIL);
});

test("a question of the curator's own stands with its decisions, who answers and until when", () => {
  const wb = school();
  const items = [
    {
      question: "Итоги открытых уроков",
      speaker: "Р-003",
      discussed: "Хвойный П. И. отметил рост мастерства",
      decision: "Провести семинар\nПодготовить сборник",
      responsible: "Р-002",
      term: "2027-04-30",
      votes: "за — 2, против — нет, воздержались — 1",
    },
  ];
  expect(linesOf(minutes.input(wb, about({ items }), null)).slice(-14, -6)).toEqual([
    "Снегирёву Анну Олеговну, учителя, по вопросу «Итоги открытых уроков».",
    "ВЫСТУПИЛИ:",
    "Хвойный П. И. отметил рост мастерства.",
    "ПОСТАНОВИЛИ:",
    "1.1. Провести семинар.",
    "1.2. Подготовить сборник.",
    "Ответственный — Хвойный П. И.; срок — 30 апреля 2027 г.",
    "Голосовали: за — 2, против — нет, воздержались — 1.",
  ]);
});

test("minutes without an agenda, a decision or a quorum are not made unseen", () => {
  const wb = school();
  expect(whatOf(wb, {})).toEqual(["error: В повестке нет ни одного вопроса."]);
  expect(whatOf(wb, { items: [{ question: "О плане" }] })).toEqual(["error: Вопрос «О плане» — без решения."]);
  expect(whatOf(wb, { results: true, members: 9 })).toEqual(["warning: Кворума нет: присутствуют 3 из 9."]);
  expect(whatOf(wb, { results: true, members: 3, secretary: "Р-001" })).toEqual([
    "error: Председатель и секретарь — один человек.",
  ]);
  wb.update(people, "Р-006", { employment: "уволен" });
  expect(whatOf(wb, { pairs: ["П-2027-04 — пара"] })).toEqual([
    "error: Ландышева Вера Павловна — Клёстов Олег Ильич: Участник уволен: Клёстов Олег Ильич — занятость «уволен». Прекратите или передайте пару.",
  ]);
});

test("everybody named is concerned, and all pairs", () => {
  const wb = school();
  expect(minutes.concerns(wb, about({ pairs: ["П-2027-04 — …"], mentors: ["Н-003 — …"] }))).toEqual({
    pairs: ["П-2027-04"],
    people: ["Р-001", "Р-002", "Р-003", "Р-007", "Р-006"],
  });
});

test("signed decisions come into force once: pairs and mentors recommended, programmes reviewed", () => {
  const wb = school();
  const record = registered(wb);
  const decided = about({ pairs: ["П-2027-04 — …"], mentors: ["Н-003 — …"], programmes: ["ПП-2027-01 — …"] });
  minutes.signed?.(wb, decided, record);
  const after = [...wb.all(pairs), ...wb.all(mentors), ...wb.all(programmes)];
  expect(wb.find(pairs, "П-2027-04")).toMatchObject({
    recommendation: "протокол от 12.03.2027 № 3",
    recommendedOn: "2027-03-12",
    // Every consent is signed already.
    status: "согласия получены",
  });
  expect(wb.find(mentors, "Н-003")).toMatchObject({
    status: "рекомендован",
    recommendation: "протокол от 12.03.2027 № 3",
  });
  expect(wb.find(programmes, "ПП-2027-01")?.status).toBe("рассмотрена советом");
  minutes.signed?.(wb, decided, record);
  expect([...wb.all(pairs), ...wb.all(mentors), ...wb.all(programmes)]).toEqual(after);
});

test("what has gone further meanwhile is left alone", () => {
  const wb = school();
  wb.update(mentors, "Н-003", { status: "пауза" });
  minutes.signed?.(wb, about({ pairs: ["П-2027-01 — …"], mentors: ["Н-003 — …"] }), registered(wb));
  expect(wb.find(pairs, "П-2027-01")).toMatchObject({ status: "действует", recommendation: null });
  expect(wb.find(mentors, "Н-003")?.status).toBe("пауза");
});

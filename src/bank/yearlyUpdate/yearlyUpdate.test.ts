// Once a year everybody gets their own data to confirm or correct; what comes back reaches the bank, hand edits stay.
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { createWorld, installGlobals } from "../../../sandbox";
import { readForm, submitForm } from "../../../sandbox/forms/respond";
import type { TypedAnswer } from "../../../sandbox/forms/typedAnswers";
import { answers } from "../../questionnaires/answers.table";
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import { DEFAULT_DIRECTIONS } from "../../school/mentoringForms";
import { NAMES_IN, settings } from "../../school/settings.table";
import { addMonths, type CalendarDate } from "../../workbook/calendarDate";
import { CONSENT_KIND, consents } from "../consents.table";
import { decideAuthor, decideField } from "../decisions";
import { diagnostics } from "../diagnostics.table";
import { mentees } from "../mentees.table";
import { mentors } from "../mentors.table";
import { EMPLOYMENT, people, type Person } from "../people.table";
import {
  launchUpdate,
  loadYearlyUpdate,
  markCurrent,
  pullUpdate,
  remindUpdate,
  updateIsDue,
  updateLaunch,
} from "./updateCommands";
import { updateInvitations, updateReminders } from "./updateMail";

const NOW = "2026-09-01T09:00:00+03:00";
const world = createWorld({ now: NOW });
const installed = installGlobals(world, { user: "curator@school7.example" });
afterAll(() => {
  installed.uninstall();
});

const day = (text: string) => text as CalendarDate;
const DEADLINE = "2026-09-15";
const CONFIRM = "Всё ли верно в сведениях ниже?";

interface School {
  wb: MemoryWorkbook;
  orlov: Person;
  petrova: Person;
}

/** A mentor and a mentee whose information is two years old. */
function school(): School {
  const wb = memoryWorkbook("2026-09-01", { directions: DEFAULT_DIRECTIONS });
  wb.setSettings(settings, { schoolShortName: "МБОУ СОШ № 7", schoolYear: "2026/2027" });
  const orlov = wb.add(people, {
    fullName: "Орлов Пётр Львович",
    post: "учитель физики",
    subject: "физика & астрономия",
    experienceYears: 12.5,
    category: "высшая",
    phone: "+79001234567",
    email: "orlov@school7.example",
    updatedOn: day("2024-09-01"),
  });
  const petrova = wb.add(people, {
    fullName: "Петрова Анна Ильинична",
    post: "учитель",
    email: "petrova@school7.example",
    updatedOn: day("2024-09-01"),
  });
  wb.add(mentors, {
    person: orlov.code,
    status: "действующий",
    competences: ["Методика обучения", "Работа с родителями"],
    hoursPerMonth: 6,
    capacity: 2,
    formats: ["очно"],
  });
  wb.add(mentees, { person: petrova.code, status: "ожидает подбора", request: "Дисциплина", strengths: "Рисую" });
  return { wb, orlov, petrova };
}

/** Plans the launch and does all of it but the letters. */
function launch(wb: MemoryWorkbook, ...chosen: Person[]): void {
  const input = { people: chosen.map(({ code }) => code), deadline: DEADLINE };
  launchUpdate(wb, input);
  while (updateLaunch.count(wb, input) > 0) updateLaunch.step(wb, input);
}

function launched(): School {
  const all = school();
  launch(all.wb, all.orlov, all.petrova);
  return all;
}

function linkOf(wb: MemoryWorkbook, { code }: Person): string {
  return wb.all(invitations).find(({ person }) => person === code)?.link ?? "";
}

/** What the form shows filled in, by the title of the question. */
function shownTo(wb: MemoryWorkbook, person: Person): Record<string, unknown> {
  const items = readForm(world, linkOf(wb, person)).pages.flatMap((page) => page.items);
  return Object.fromEntries(
    items.flatMap(({ title, prefilled }) => (prefilled === undefined ? [] : [[title, prefilled]])),
  );
}

/** Opens the personal link, changes some answers and sends the form. */
function answer(wb: MemoryWorkbook, person: Person, changed: Record<string, TypedAnswer>): void {
  const shown = shownTo(wb, person) as Record<string, TypedAnswer>;
  world.clock.advance(60_000);
  expect(submitForm(world, linkOf(wb, person), { ...shown, ...changed })).toMatchObject({ ok: true });
}

describe("the personal link", () => {
  test("fills the form with what the bank knows of this person, and of no other", () => {
    const { wb, orlov, petrova } = launched();
    expect(shownTo(wb, orlov)).toMatchObject({
      Должность: "учитель физики",
      "Предмет (для воспитателя — группа)": "физика & астрономия",
      "Педагогический стаж, полных лет": "12.5",
      "Квалификационная категория": "высшая",
      Телефон: "+79001234567",
      "Электронная почта": "orlov@school7.example",
      "По каким направлениям Вы готовы помогать коллегам?": ["Методика обучения", "Работа с родителями"],
      "Какое число наставляемых для Вас посильно одновременно?": "2",
    });
    expect(shownTo(wb, petrova)).toMatchObject({ "С чем Вам прежде всего нужна помощь?": "Дисциплина" });
    expect(Object.keys(shownTo(wb, petrova))).not.toContain("По каким направлениям Вы готовы помогать коллегам?");
    expect(shownTo(wb, orlov)).not.toHaveProperty("Новые фамилия, имя, отчество");
  });

  test("stays short: the longest answers are left out first, the code never", () => {
    const { wb, petrova } = school();
    const mentee = wb.all(mentees)[0];
    wb.update(mentees, mentee?.code ?? "", { request: "Как удержать внимание класса? ".repeat(30) });
    launch(wb, petrova);
    expect(linkOf(wb, petrova).length).toBeLessThanOrEqual(2000);
    const shown = shownTo(wb, petrova);
    expect(shown).not.toHaveProperty("С чем Вам прежде всего нужна помощь?");
    expect(shown).toMatchObject({ "В чём Ваши сильные стороны?": "Рисую", Должность: "учитель" });
    expect(shown["Личный код"]).toMatch(/^ПР-/);
  });

  test("of the code-only mode carries neither a name nor contacts, and the form asks for none", () => {
    const { wb, orlov } = school();
    wb.setSettings(settings, { namesInForms: NAMES_IN.codes });
    launch(wb, orlov);
    const link = decodeURIComponent(linkOf(wb, orlov));
    expect(link).not.toMatch(/Орлов|orlov|9001234567/);
    const titles = readForm(world, linkOf(wb, orlov)).pages.flatMap(({ items }) => items.map(({ title }) => title));
    expect(titles.filter((title) => /фамил|телефон|почт/i.test(title))).toEqual([]);
    expect(shownTo(wb, orlov)).toMatchObject({ Должность: "учитель физики" });
  });
});

describe("an answer", () => {
  test("that confirms everything changes nothing but the day", () => {
    const { wb, orlov } = launched();
    const before = wb.all(mentors)[0];
    answer(wb, orlov, { [CONFIRM]: "всё верно" });
    expect(pullUpdate(wb)).toMatchObject({ taken: 1, doubtful: 0, unknown: 0 });
    expect(wb.find(people, orlov.code)).toEqual({ ...orlov, updatedOn: "2026-09-01" });
    expect(wb.all(mentors)[0]).toEqual(before);
    expect(loadYearlyUpdate(wb).progress).toMatchObject({ invited: 2, confirmed: 1, corrected: 0 });
    expect(updateIsDue(wb)).toBe(1);
  });

  test("that corrects something changes that alone; the request goes into the register once", () => {
    const { wb, orlov, petrova } = launched();
    answer(wb, orlov, { [CONFIRM]: "есть исправления", Телефон: "8 (900) 765-43-21", Должность: "методист" });
    answer(wb, petrova, { [CONFIRM]: "есть исправления", "С чем Вам прежде всего нужна помощь?": "Рабочие программы" });
    pullUpdate(wb);
    pullUpdate(wb);
    expect(wb.find(people, orlov.code)).toMatchObject({ phone: "+79007654321", post: "методист", category: "высшая" });
    expect(wb.all(mentees)).toMatchObject([
      { request: "Рабочие программы", strengths: "Рисую", updatedOn: "2026-09-01" },
    ]);
    expect(wb.all(diagnostics)).toMatchObject([{ kind: "запрос", wording: "Рабочие программы" }]);
    expect(loadYearlyUpdate(wb).progress).toMatchObject({ corrected: 2, confirmed: 0 });
  });

  test("does not undo what the curator has typed meanwhile: he is asked, and decides once", () => {
    const { wb, orlov } = launched();
    wb.update(people, orlov.code, { post: "заместитель директора", category: "первая" });
    answer(wb, orlov, { [CONFIRM]: "есть исправления", Должность: "методист" });
    pullUpdate(wb);
    // The category was not touched in the form, so the curator's word stands without a question.
    expect(wb.find(people, orlov.code)).toMatchObject({ post: "заместитель директора", category: "первая" });
    const [open] = loadYearlyUpdate(wb).decisions.fields;
    expect(open).toMatchObject({ heading: "Должность", now: "заместитель директора", said: "методист", canTake: true });
    decideField(wb, open?.answer ?? "", open?.field ?? "", true);
    expect(wb.find(people, orlov.code)?.post).toBe("методист");
    expect(loadYearlyUpdate(wb).decisions.fields).toEqual([]);
  });

  test("that empties a cell or brings a new name asks the curator; left alone, it never asks again", () => {
    const { wb, petrova, orlov } = launched();
    answer(wb, orlov, { [CONFIRM]: "есть исправления", Телефон: null });
    answer(wb, petrova, { [CONFIRM]: "есть исправления", "Новые фамилия, имя, отчество": "СИДОРОВА анна ильинична" });
    pullUpdate(wb);
    expect(wb.find(people, orlov.code)?.phone).toBe("+79001234567");
    expect(wb.find(people, petrova.code)?.fullName).toBe("Петрова Анна Ильинична");
    const fields = loadYearlyUpdate(wb).decisions.fields;
    expect(fields.map(({ heading, said }) => [heading, said])).toEqual([
      ["Телефон", ""],
      ["ФИО", "СИДОРОВА анна ильинична"],
    ]);
    decideField(wb, fields[0]?.answer ?? "", "people.phone", false);
    decideField(wb, fields[1]?.answer ?? "", "people.fullName", true);
    pullUpdate(wb);
    expect(loadYearlyUpdate(wb).decisions.fields).toEqual([]);
    expect(wb.find(people, orlov.code)?.phone).toBe("+79001234567");
    expect(wb.find(people, petrova.code)?.fullName).toBe("Сидорова Анна Ильинична");
    expect(wb.all(mentees)[0]?.fullName).toBe("Сидорова Анна Ильинична");
  });

  test("given twice counts as given last", () => {
    const { wb, orlov } = launched();
    answer(wb, orlov, { [CONFIRM]: "есть исправления", Должность: "методист" });
    pullUpdate(wb);
    answer(wb, orlov, { [CONFIRM]: "есть исправления", Должность: "учитель астрономии" });
    pullUpdate(wb);
    expect(wb.find(people, orlov.code)?.post).toBe("учитель астрономии");
    expect(loadYearlyUpdate(wb).decisions.fields).toEqual([]);
    expect(wb.all(answers).map(({ status }) => status)).toEqual(["заменён новым", "учтён"]);
  });

  test("of a stranger waits for the curator, who makes a new person of him by one click", () => {
    const { wb } = launched();
    const form = wb.all(forms)[0];
    const typed = { "Фамилия, имя, отчество": "Новая Мария Петровна", [CONFIRM]: "всё верно", Должность: "логопед" };
    expect(submitForm(world, form?.link ?? "", typed)).toMatchObject({ ok: true });
    expect(pullUpdate(wb)).toMatchObject({ unknown: 1 });
    const [unclear] = loadYearlyUpdate(wb).decisions.unclear;
    expect(unclear).toMatchObject({ canBeNew: true, likely: [] });
    decideAuthor(wb, unclear?.code ?? "", "new");
    pullUpdate(wb);
    expect(wb.all(people)[2]).toMatchObject({ fullName: "Новая Мария Петровна", post: "логопед" });
    expect(loadYearlyUpdate(wb).decisions.unclear).toEqual([]);
  });
});

describe("the round", () => {
  test("asks nobody who has left or withdrawn the consent, and nobody twice", () => {
    const { wb, orlov, petrova } = school();
    wb.update(people, orlov.code, { employment: EMPLOYMENT.dismissed });
    wb.add(consents, {
      person: petrova.code,
      kind: CONSENT_KIND.personalData,
      givenOn: day("2025-01-10"),
      withdrawnOn: day("2026-08-30"),
    });
    expect(loadYearlyUpdate(wb)).toMatchObject({ people: [], withdrawn: 1 });
    const everybody = { people: [orlov.code, petrova.code], deadline: DEADLINE };
    expect(() => launchUpdate(wb, everybody)).toThrow("нет тех, кому можно написать");
    wb.add(consents, { person: petrova.code, kind: CONSENT_KIND.personalData, givenOn: day("2026-08-31") });
    launch(wb, orlov, petrova);
    expect(() => launchUpdate(wb, everybody)).toThrow("нет тех, кому можно написать");
    expect(wb.all(invitations).map(({ person }) => person)).toEqual([petrova.code]);
    expect(wb.all(forms)).toHaveLength(1);
  });

  test("sends letters, reminds the silent, and leaves alone those who confirmed on paper", () => {
    const { wb, orlov } = launched();
    updateInvitations.step(wb, { form: null });
    expect(loadYearlyUpdate(wb).progress).toMatchObject({ sent: 2, silent: [expect.anything(), expect.anything()] });
    expect(markCurrent(wb, [orlov.code])).toEqual({ marked: 1 });
    expect(loadYearlyUpdate(wb).progress).toMatchObject({ byHand: 1, silent: ["Петрова Анна Ильинична"] });
    expect(wb.find(people, orlov.code)?.updatedOn).toBe("2026-09-01");
    expect(remindUpdate(wb).total).toBe(0);
    const later = { ...wb, now: wb.now + 3 * 86_400_000 };
    expect(updateReminders.count(later, { form: null })).toBe(1);
  });

  test("comes again in a year", () => {
    const { wb, orlov, petrova } = launched();
    answer(wb, orlov, { [CONFIRM]: "всё верно" });
    answer(wb, petrova, { [CONFIRM]: "всё верно" });
    pullUpdate(wb);
    expect(updateIsDue(wb)).toBe(0);
    expect(updateIsDue({ ...wb, today: addMonths(wb.today, 13) })).toBe(2);
  });
});

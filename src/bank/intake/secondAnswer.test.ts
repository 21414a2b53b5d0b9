// A second answer updates, a hand edit stays, a doubtful author is one click: what a curator expects of the intake.
import * as fc from "fast-check";
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { createWorld, installGlobals } from "../../../sandbox";
import { readForm, submitForm } from "../../../sandbox/forms/respond";
import type { TypedAnswer } from "../../../sandbox/forms/typedAnswers";
import { answers } from "../../questionnaires/answers.table";
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import {
  DEFAULT_DIRECTIONS,
  DEFAULT_MENTEE_CATEGORIES,
  DEFAULT_MENTORING_FORMS,
  DEFAULT_MENTORING_KINDS,
} from "../../school/mentoringForms";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import { decideAuthor, decideField } from "../decisions";
import { diagnostics, ENTRY_KIND } from "../diagnostics.table";
import { mentees } from "../mentees.table";
import { mentors } from "../mentors.table";
import { people, type Person } from "../people.table";
import { launchIntake, loadIntake, pullIntake } from "./intakeCommands";
import { MENTEE_INTAKE } from "./menteeQuestionnaire";
import { MENTOR_INTAKE } from "./mentorQuestionnaire";
import { saidOf, takeIn } from "./said";

const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
const installed = installGlobals(world, { user: "curator@school7.example" });
afterAll(() => {
  installed.uninstall();
});

const NAME = "Фамилия, имя, отчество";
const HOURS = "Сколько часов в месяц Вы готовы уделять наставничеству?";
const REQUEST = "С чем Вам прежде всего нужна помощь?";
const OFFER: Record<string, TypedAnswer> = {
  "Готовы ли Вы стать наставником?": "да",
  "По каким направлениям Вы готовы помогать коллегам?": ["Методика обучения"],
  [HOURS]: "6",
  "Какое число наставляемых для Вас посильно одновременно?": "2",
  "В каком формате Вам удобно встречаться?": ["очно"],
  "В каких формах наставничества Вы готовы участвовать?": ["педагог — педагог"],
};
const NEED: Record<string, TypedAnswer> = {
  "Хотели бы Вы работать с наставником?": "да",
  "Что из этого ближе всего к Вашему положению?": "молодой специалист",
  [REQUEST]: "Как удержать внимание класса",
  "Как скоро Вам нужна помощь?": "срочно",
  "Какой формат встреч Вам удобен?": "очно",
  "Насколько трудно Вам сейчас?": DEFAULT_DIRECTIONS.map((_, at) => (at === 1 ? "нужна помощь" : "владею уверенно")),
};

function school(): { wb: MemoryWorkbook; orlov: Person; kim: Person } {
  const wb = memoryWorkbook("2026-09-01", {
    directions: DEFAULT_DIRECTIONS,
    menteeCategories: DEFAULT_MENTEE_CATEGORIES,
    mentoringForms: DEFAULT_MENTORING_FORMS,
    mentoringKinds: DEFAULT_MENTORING_KINDS,
  });
  wb.setSettings(settings, { schoolShortName: "МБОУ СОШ № 7", schoolYear: "2026/2027" });
  const orlov = wb.add(people, { fullName: "Орлов Пётр Львович", post: "учитель физики", email: "o@school7.example" });
  const kim = wb.add(people, { fullName: "Ким Анна Ильинична", email: "k@school7.example" });
  for (const questionnaire of [MENTOR_INTAKE, MENTEE_INTAKE]) {
    const guests = questionnaire === MENTOR_INTAKE ? [orlov.code] : [kim.code];
    launchIntake(wb, { questionnaire, people: guests, deadline: "2026-09-20" as CalendarDate });
  }
  return { wb, orlov, kim };
}

function answer(wb: MemoryWorkbook, questionnaire: string, typed: Record<string, TypedAnswer>, person?: Person): void {
  const form = wb.all(forms).find((one) => one.questionnaire === questionnaire);
  const own = wb.all(invitations).find((one) => one.form === form?.code && one.person === person?.code);
  const link = (person ? own?.link : form?.link) ?? "";
  const prefilled: Record<string, TypedAnswer> = {};
  for (const item of readForm(world, link).pages.flatMap(({ items }) => items)) {
    if (typeof item.prefilled === "string") prefilled[item.title] = item.prefilled;
  }
  world.clock.advance(60_000);
  expect(submitForm(world, link, { ...prefilled, ...typed })).toMatchObject({ ok: true });
}

describe("a second answer", () => {
  test("updates what the curator has not touched; his own word stays until he decides", () => {
    const { wb, orlov } = school();
    answer(wb, MENTOR_INTAKE, OFFER, orlov);
    pullIntake(wb);
    const mentor = wb.all(mentors)[0]?.code ?? "";
    expect(wb.find(mentors, mentor)).toMatchObject({ hoursPerMonth: 6, mentoringForms: ["педагог — педагог"] });
    wb.update(mentors, mentor, { status: "утверждён", hoursPerMonth: 4, interests: "шахматы" });
    answer(
      wb,
      MENTOR_INTAKE,
      { ...OFFER, [HOURS]: "8", "В каком формате Вам удобно встречаться?": ["дистанционно"] },
      orlov,
    );
    pullIntake(wb);
    expect(wb.find(mentors, mentor)).toMatchObject({
      status: "утверждён",
      hoursPerMonth: 4,
      formats: ["дистанционно"],
      interests: "шахматы",
    });
    const { fields } = loadIntake(wb).decisions;
    expect(fields).toMatchObject([
      { person: orlov.fullName, heading: "Ресурс времени, ч в месяц", now: "4", said: "8" },
    ]);
    decideField(wb, fields[0]?.answer ?? "", fields[0]?.field ?? "", true);
    expect(wb.find(mentors, mentor)?.hoursPerMonth).toBe(8);
    expect(loadIntake(wb).decisions.fields).toEqual([]);
    expect(wb.all(answers).map(({ status }) => status)).toEqual(["заменён новым", "учтён"]);
  });

  test("that says the same as the first does not bring back what the curator has changed or emptied", () => {
    const { wb, orlov } = school();
    answer(wb, MENTOR_INTAKE, OFFER, orlov);
    pullIntake(wb);
    const mentor = wb.all(mentors)[0]?.code ?? "";
    wb.update(mentors, mentor, { hoursPerMonth: null, competences: ["Работа с родителями"] });
    answer(wb, MENTOR_INTAKE, OFFER, orlov);
    pullIntake(wb);
    expect(wb.find(mentors, mentor)).toMatchObject({ hoursPerMonth: null, competences: ["Работа с родителями"] });
    expect(loadIntake(wb).decisions.fields).toEqual([]);
  });

  test("never loses a hand edit unnoticed: it stands, or it was the same, or the curator is asked", () => {
    const value = fc.constantFrom("", "один", "два", "три");
    fc.assert(
      fc.property(value, value, value, fc.constantFrom("erases", "asks", "keeps"), (first, second, typed, blank) => {
        const wb = memoryWorkbook("2026-09-01");
        const { code } = wb.add(people, { fullName: "Орлов Пётр Львович" });
        const say = (text: string) => [saidOf("people.post", text)];
        takeIn(wb, code, say(first), { before: null, open: [], blank });
        wb.update(people, code, { post: typed === "" ? null : typed });
        const left = takeIn(wb, code, say(second), { before: say(first), open: [], blank });
        const now = wb.find(people, code)?.post ?? "";
        const isHandEdit = typed !== first;
        if (isHandEdit && first !== "") expect(now).toBe(typed);
        if (isHandEdit && second !== "" && second !== first && second !== typed && first + typed !== "")
          expect(left.length === 1 || now === second).toBe(true);
        if (!isHandEdit && second !== "") expect([now, left]).toEqual([second, []]);
      }),
    );
  });
});

describe("the register of requests", () => {
  test("has the request in words once for each wording, with its urgency", () => {
    const { wb, kim } = school();
    answer(wb, MENTEE_INTAKE, NEED, kim);
    pullIntake(wb);
    answer(wb, MENTEE_INTAKE, NEED, kim);
    pullIntake(wb);
    const requests = () => wb.all(diagnostics).filter(({ kind }) => kind === ENTRY_KIND.request);
    expect(requests()).toMatchObject([
      {
        person: kim.code,
        wording: NEED[REQUEST],
        urgency: "срочно",
        direction: "Методика обучения",
        doneOn: "2026-09-01",
      },
    ]);
    answer(wb, MENTEE_INTAKE, { ...NEED, [REQUEST]: "Рабочая программа" }, kim);
    pullIntake(wb);
    expect(requests().map(({ wording }) => wording)).toEqual([NEED[REQUEST], "Рабочая программа"]);
    expect(wb.all(mentees)).toMatchObject([{ request: "Рабочая программа" }]);
  });
});

describe("an author whom the program does not know for sure", () => {
  const unclear = (wb: MemoryWorkbook) => loadIntake(wb).decisions.unclear;

  test("is offered as the likely people; one click takes the answer in and stops the reminders", () => {
    const { wb, orlov } = school();
    answer(wb, MENTOR_INTAKE, { ...OFFER, [NAME]: "Орлов П. Л." });
    expect(pullIntake(wb)).toMatchObject({ doubtful: 1 });
    expect(unclear(wb)).toMatchObject([{ likely: [{ code: orlov.code, name: "Орлов Пётр Львович, учитель физики" }] }]);
    decideAuthor(wb, unclear(wb)[0]?.code ?? "", { person: orlov.code });
    pullIntake(wb);
    expect(wb.all(mentors)).toMatchObject([{ person: orlov.code, hoursPerMonth: 6, status: "анкета получена" }]);
    expect(wb.all(invitations).find(({ person }) => person === orlov.code)?.status).toBe("ответ получен");
    expect(unclear(wb)).toEqual([]);
  });

  test("may be a new person: a candidate of his own, though a namesake is known", () => {
    const { wb, orlov } = school();
    answer(wb, MENTOR_INTAKE, { ...OFFER, [NAME]: "орлов п.л." });
    pullIntake(wb);
    decideAuthor(wb, unclear(wb)[0]?.code ?? "", "new");
    pullIntake(wb);
    expect(wb.all(people).map(({ fullName }) => fullName)).toEqual([
      orlov.fullName,
      "Ким Анна Ильинична",
      "Орлов П. Л.",
    ]);
    expect(wb.all(mentors)).toMatchObject([{ fullName: "Орлов П. Л.", status: "кандидат" }]);
  });

  test("may be refused: the answer stays in the history and never asks again", () => {
    const { wb } = school();
    answer(wb, MENTOR_INTAKE, { ...OFFER, [NAME]: "Арлов Пётр Львович" });
    pullIntake(wb);
    decideAuthor(wb, unclear(wb)[0]?.code ?? "", "reject");
    pullIntake(wb);
    expect(unclear(wb)).toEqual([]);
    expect(wb.all(mentors)).toEqual([]);
    expect(wb.all(answers)).toMatchObject([{ status: "отклонён", person: null, values: { hoursPerMonth: 6 } }]);
  });

  test("without any name can be named or refused, but not made a person", () => {
    const { wb } = school();
    answer(wb, MENTOR_INTAKE, OFFER);
    expect(pullIntake(wb)).toMatchObject({ unknown: 1 });
    expect(unclear(wb)).toMatchObject([{ canBeNew: false, likely: [] }]);
    expect(() => {
      decideAuthor(wb, unclear(wb)[0]?.code ?? "", "new");
    }).toThrow("нет имени");
  });
});

// The people of the sample school can answer whatever a questionnaire asks, believably and always the same.

import type { Form } from "../forms/form";
import { readForm } from "../forms/respond";
import { formsFor, schoolWorld } from "../forms/testing";
import type { TextItem } from "../forms/valueItems";
import { answersOf, letAnswer } from "./answers";
import { couldMentor, needsMentor, SAMPLE_MENTEES, SAMPLE_MENTORS } from "./people";
import { SAMPLE_STAFF } from "./staff";

const DIRECTIONS = ["Предметное содержание", "Методика обучения", "Работа с родителями", "ИКТ и цифровая среда"];
const LEVELS = ["0 — владею уверенно", "1 — небольшие трудности", "2 — заметные трудности", "3 — нужна помощь"];

const world = schoolWorld();
const app = formsFor(world);

/** A questionnaire with a question of each kind, all required. */
function questionnaire(title: string): Form {
  const form = app.create(title).setTitle(title).setCollectEmail(true);
  const text = (question: string): TextItem => form.addTextItem().setTitle(question).setRequired(true);
  text("Фамилия, имя, отчество");
  text("Педагогический стаж, полных лет").setValidation(app.createTextValidation().requireNumberBetween(0, 60).build());
  text("Сколько наставляемых готовы взять?").setValidation(app.createTextValidation().requireWholeNumber().build());
  form.addParagraphTextItem().setTitle("С чем нужна помощь в первую очередь?");
  form.addPageBreakItem().setTitle("Направления");
  const wish = form.addMultipleChoiceItem().setTitle("Готовы стать наставником?");
  wish.setChoiceValues(["Да", "Нет"]).setRequired(true);
  const experience = form.addListItem().setTitle("Ваш стаж").setRequired(true);
  experience.setChoiceValues(["до 3 лет", "3–10 лет", "11–20 лет", "более 20 лет"]);
  const competences = form.addCheckboxItem().setTitle("Направления").setRequired(true);
  competences.setChoiceValues(DIRECTIONS).setValidation(app.createCheckboxValidation().requireSelectAtMost(2).build());
  const grid = form.addGridItem().setTitle("Оцените свои затруднения").setRequired(true);
  grid.setRows(DIRECTIONS).setColumns(LEVELS);
  const scale = form.addScaleItem().setTitle("Насколько вы удовлетворены?").setRequired(true);
  scale.setBounds(1, 10);
  form.addDateItem().setTitle("Дата первой встречи").setRequired(true);
  form.addTimeItem().setTitle("Удобное время").setRequired(true);
  return form;
}

const form = questionnaire("Запрос наставляемого");
const shown = readForm(world, form.getId());
const idOf = (title: string): string => {
  const item = shown.pages.flatMap((page) => page.items).find((each) => each.title === title);
  return String(item?.id);
};
const severity = (answers: Record<string, unknown>, direction: string): number => {
  const grid = answers[idOf("Оцените свои затруднения")] as Record<string, string>;
  return LEVELS.indexOf(grid[direction] ?? "");
};

test("everybody's answers are accepted", () => {
  for (const person of SAMPLE_STAFF) {
    expect([person.fullName, letAnswer(world, form.getPublishedUrl(), person)]).toEqual([
      person.fullName,
      expect.objectContaining({ ok: true }),
    ]);
  }
  expect(form.getResponses()).toHaveLength(SAMPLE_STAFF.length);
});

test("the same person answers the same, another seed otherwise", () => {
  const everybody = (seed: string) => SAMPLE_STAFF.map((person) => answersOf(shown, person, { seed }));
  expect(everybody("а")).toEqual(everybody("а"));
  expect(everybody("а")).not.toEqual(everybody("б"));
});

test("facts about a person are answered truly", () => {
  const person = SAMPLE_STAFF[3];
  if (!person) throw new Error("the sample has no fourth person");
  const answers = answersOf(shown, person);
  expect(answers[idOf("Фамилия, имя, отчество")]).toBe(person.fullName);
  expect(answers[idOf("Педагогический стаж, полных лет")]).toBe(String(person.experienceYears));
  expect(answers[idOf("Ваш стаж")]).toBe("более 20 лет");
});

test("a personal code that the link filled in is left alone", () => {
  const code = form.addTextItem().setTitle("Личный код").setRequired(true);
  const link = form.createResponse().withItemResponse(code.createResponse("ПР-0042")).toPrefilledUrl();
  const person = SAMPLE_MENTEES[0];
  if (!person) throw new Error("the sample has no mentees");
  expect(answersOf(readForm(world, link), person)[String(code.getId())]).toBe("ПР-0042");
  form.deleteItem(code);
});

test("beginners find things harder than the experienced, and easier at the end of the programme", () => {
  const mean = (people: readonly (typeof SAMPLE_STAFF)[number][], stage: "start" | "end"): number => {
    const marks = people.flatMap((person) => {
      const answers = answersOf(shown, person, { stage });
      return DIRECTIONS.map((direction) => severity(answers, direction));
    });
    expect(Math.min(...marks)).toBeGreaterThanOrEqual(0);
    return marks.reduce((sum, mark) => sum + mark, 0) / marks.length;
  };
  expect(mean(SAMPLE_MENTEES, "start")).toBeGreaterThan(mean(SAMPLE_MENTORS, "start") + 0.5);
  expect(mean(SAMPLE_MENTEES, "end")).toBeLessThan(mean(SAMPLE_MENTEES, "start") - 0.3);
});

test("mentors and mentees are different people, and there are enough of both", () => {
  expect(SAMPLE_STAFF.filter((person) => couldMentor(person) && needsMentor(person))).toEqual([]);
  expect(SAMPLE_MENTEES.length).toBeGreaterThanOrEqual(12);
  expect(SAMPLE_MENTORS.length).toBeGreaterThanOrEqual(SAMPLE_MENTEES.length / 2);
});

// What a respondent meets: pages, prefilled answers, refusals, and how answers are checked.

import { driveFiles } from "../drive/files";
import type { Form } from "./form";
import { exportForm, readForm, submitForm, turnPage } from "./respond";
import { formsFor, schoolWorld } from "./testing";
import type { TypedAnswer } from "./typedAnswers";
import type { TextItem } from "./valueItems";

const world = schoolWorld();
const app = formsFor(world);

/** What the page says under the only question of a form. */
function said(form: Form, typed: TypedAnswer): string {
  const item = form.getItems()[0];
  const submission = submitForm(world, form.getId(), item ? { [String(item.getId())]: typed } : {});
  return submission.ok ? "" : submission.errors.map((error) => error.message).join(" ");
}

function withText(build: (item: TextItem) => unknown): Form {
  const form = app.create("Анкета");
  build(form.addTextItem().setTitle("Вопрос"));
  return form;
}

describe("whether the form can be answered", () => {
  test("a closed form shows its own message and takes nothing", () => {
    const form = app.create("Анкета").setAcceptingResponses(false);
    expect(readForm(world, form.getPublishedUrl()).notice).toBe("Ответы на эту форму больше не принимаются.");
    form.setCustomClosedFormMessage("Сбор закончен 15 сентября.");
    expect(readForm(world, form.getPublishedUrl())).toMatchObject({ notice: "Сбор закончен 15 сентября.", pages: [] });
    expect(submitForm(world, form.getId(), {})).toEqual({
      ok: false,
      notice: "Сбор закончен 15 сентября.",
      errors: [],
    });
    expect(form.getResponses()).toEqual([]);
  });

  test("an unpublished, a trashed and an unknown form say so", () => {
    expect(readForm(world, app.create("Черновик", false).getId()).opening).toBe("unpublished");
    const gone = app.create("Анкета");
    driveFiles(world).trash(gone.getId());
    expect(readForm(world, gone.getPublishedUrl())).toMatchObject({ opening: "missing", id: "", title: "" });
    expect(readForm(world, "https://docs.google.com/forms/d/e/nothing/viewform").opening).toBe("missing");
  });

  test("one response a person: signed in, and only once", () => {
    const form = app.create("Анкета").setLimitOneResponsePerUser(true);
    expect(submitForm(world, form.getId(), {})).toMatchObject({ ok: false });
    expect(submitForm(world, form.getId(), {}, { email: "a@school7.example" })).toMatchObject({ ok: true });
    expect(submitForm(world, form.getId(), {}, { email: "a@school7.example" })).toMatchObject({ ok: false });
    expect(submitForm(world, form.getId(), {}, { email: "b@school7.example" })).toMatchObject({ ok: true });
    expect(form.getResponses()).toHaveLength(2);
  });
});

describe("what is checked on «Отправить»", () => {
  test("required questions, spaces being no answer", () => {
    const form = withText((item) => item.setRequired(true));
    expect([said(form, ""), said(form, "   "), said(form, "да")]).toEqual([
      "Это обязательный вопрос.",
      "Это обязательный вопрос.",
      "",
    ]);
  });

  test.each([
    ["number", (b: ReturnType<typeof app.createTextValidation>) => b.requireNumber(), ["5", "0,5"], ["пять", "5 лет"]],
    ["whole number", (b: ReturnType<typeof app.createTextValidation>) => b.requireWholeNumber(), ["5"], ["0,5"]],
    ["range", (b: ReturnType<typeof app.createTextValidation>) => b.requireNumberBetween(0, 60), ["0", "60"], ["61"]],
    [
      "address",
      (b: ReturnType<typeof app.createTextValidation>) => b.requireTextIsEmail(),
      ["a@b.example"],
      ["a@b", "a b@c.example"],
    ],
    [
      "pattern",
      (b: ReturnType<typeof app.createTextValidation>) => b.requireTextMatchesPattern("[НМ]-\\d{3}"),
      ["Н-012"],
      ["Н-0123", "XН-012"],
    ],
    [
      "length",
      (b: ReturnType<typeof app.createTextValidation>) => b.requireTextLengthLessThanOrEqualTo(3),
      ["три"],
      ["четыре"],
    ],
  ])("text validation: %s", (_, build, good, bad) => {
    const form = withText((item) => item.setValidation(build(app.createTextValidation()).build()));
    expect(good.map((typed) => said(form, typed))).toEqual(good.map(() => ""));
    bad.forEach((typed) => expect(said(form, typed)).not.toBe(""));
    expect(said(form, "")).toBe("");
  });

  test("a validation's own text is shown", () => {
    const validation = app.createTextValidation().requireNumber().setHelpText("Укажите стаж числом.").build();
    expect(
      said(
        withText((item) => item.setValidation(validation)),
        "пять лет",
      ),
    ).toBe("Укажите стаж числом.");
  });

  test("how many boxes are ticked, and that they are on offer", () => {
    const form = app.create("Анкета");
    const item = form.addCheckboxItem().setChoiceValues(["урок", "журнал", "родители"]);
    item.setValidation(app.createCheckboxValidation().requireSelectAtMost(2).build());
    expect(said(form, ["урок", "журнал"])).toBe("");
    expect(said(form, ["урок", "журнал", "родители"])).toBe("Выберите вариантов не более: 2.");
    expect(said(form, ["другое"])).toBe("Такого варианта ответа нет.");
  });

  test("a required grid wants every row, and one column once if so validated", () => {
    const form = app.create("Анкета");
    const grid = form.addGridItem().setRows(["Урок", "Журнал"]).setColumns(["1", "2"]).setRequired(true);
    expect(said(form, { Урок: "1" })).toBe("Ответьте в каждой строке.");
    expect(said(form, { Урок: "1", Журнал: "1" })).toBe("");
    expect(said(form, { Урок: "1", Журнал: "3" })).toBe("Такого варианта ответа нет.");
    grid.setValidation(app.createGridValidation().requireLimitOneResponsePerColumn().build());
    expect(said(form, { Урок: "1", Журнал: "1" })).toBe("Выберите не более одного ответа в столбце.");
    expect(form.getResponses()[0]?.getItemResponses()[0]?.getResponse()).toEqual(["1", "1"]);
  });

  test("dates must exist", () => {
    const form = app.create("Анкета");
    form.addDateItem().setTitle("Дата");
    expect([said(form, "2026-02-29"), said(form, "01.09.2026"), said(form, "вчера")]).toEqual([
      "Недопустимая дата.",
      "",
      "Недопустимая дата.",
    ]);
    expect(form.getResponses()[0]?.getItemResponses()[0]?.getResponse()).toBe("2026-09-01");
  });
});

test("pages turn one by one, by the answers", () => {
  const form = app.create("Анкета");
  const role = form.addListItem().setTitle("Роль").setRequired(true);
  const mentor = form.addPageBreakItem();
  form.addTextItem().setTitle("Кого готовы вести?");
  const choices = [
    role.createChoice("наставник", mentor),
    role.createChoice("гость", formsFor(world).PageNavigationType.SUBMIT),
  ];
  role.setChoices(choices);
  expect(turnPage(world, form.getId(), 0, {})).toMatchObject({ next: 0, errors: [{ title: "Роль" }] });
  expect(turnPage(world, form.getId(), 0, { Роль: "наставник" })).toEqual({ errors: [], next: 1 });
  expect(turnPage(world, form.getId(), 0, { Роль: "гость" })).toEqual({ errors: [], next: null });
});

test("an answer to a question that is not asked is the caller's mistake", () => {
  expect(() => submitForm(world, app.create("Анкета").getId(), { Имя: "Анна" })).toThrow("does not ask");
});

test("the export tells structure and counts, and no answers", () => {
  const form = app.create("Анкета").setTitle("Анкета");
  form.addMultipleChoiceItem().setTitle("Согласны?").setChoiceValues(["да", "нет"]);
  submitForm(world, form.getId(), { "Согласны?": "да" });
  submitForm(world, form.getId(), {});
  const exported = exportForm(world, form.getId());
  expect(exported).toMatchObject({ name: "Анкета", title: "Анкета", responses: 2, answered: { "Согласны?": 1 } });
});

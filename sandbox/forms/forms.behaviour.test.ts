// How Google Forms behaves, one case per recorded behaviour (reference/platform.md §10 and Google's reference).

import { driveFiles } from "../drive/files";
import { behaviour } from "../kernel/behaviour";
import type { MultipleChoiceItem } from "./choiceItems";
import { DestinationType, ItemType, PageNavigationType } from "./enums";
import type { Form } from "./form";
import { readForm, submitForm } from "./respond";
import { CURATOR, formsFor, schoolWorld } from "./testing";
import type { TextItem } from "./valueItems";

const world = schoolWorld();
const app = formsFor(world);
const newForm = (): Form => app.create("Анкета наставника");
const text = (form: Form, title: string): TextItem => form.addTextItem().setTitle(title);
const radio = (form: Form, ...values: string[]): MultipleChoiceItem =>
  form.addMultipleChoiceItem().setChoiceValues(values);

describe("creating and opening", () => {
  behaviour("measured", "create names the file; the form's title stays empty until setTitle", () => {
    const form = newForm();
    expect(form.getTitle()).toBe("");
    expect(driveFiles(world).find(form.getId())?.name).toBe("Анкета наставника");
  });

  behaviour("measured", "setTitle does not rename the file", () => {
    const form = newForm().setTitle("Анкета");
    expect(driveFiles(world).find(form.getId())?.name).toBe("Анкета наставника");
    expect(app.openById(form.getId()).getTitle()).toBe("Анкета");
  });

  behaviour("documented", "an empty title is refused", () => {
    expect(() => app.create("")).toThrow("Invalid argument: title");
    expect(() => app.create(null)).toThrow();
  });

  behaviour("documented", "a form opens by its edit address", () => {
    const form = newForm();
    expect(app.openByUrl(form.getEditUrl()).getId()).toBe(form.getId());
  });

  behaviour("measured", "an address of something else is refused", () => {
    expect(() => app.openByUrl("http://invalid.url/")).toThrow("Invalid argument: url");
  });

  behaviour("assumed", "the respondents' address does not open the form for editing", () => {
    expect(() => app.openByUrl(newForm().getPublishedUrl())).toThrow("Invalid argument: url");
  });

  behaviour("documented", "a form that is missing or not one's own does not open", () => {
    const missing = "No item with the given ID could be found, or you do not have permission to access it.";
    expect(() => app.openById("1nothing")).toThrow(missing);
    const form = newForm();
    expect(() => formsFor(world, "teacher@school7.example").openById(form.getId())).toThrow(missing);
    form.addEditor("teacher@school7.example");
    expect(formsFor(world, "teacher@school7.example").openById(form.getId()).getId()).toBe(form.getId());
  });

  behaviour("assumed", "a form in the trash does not open", () => {
    const form = newForm();
    driveFiles(world).trash(form.getId());
    expect(() => app.openById(form.getId())).toThrow("No item with the given ID could be found");
  });

  behaviour("measured", "the short address is not a /viewform address", () => {
    const form = newForm();
    expect(form.getPublishedUrl()).toMatch(/^https:\/\/docs\.google\.com\/forms\/d\/e\/[\w-]+\/viewform$/);
    const short = form.shortenFormUrl(form.getPublishedUrl());
    expect(short).not.toContain("/viewform");
    expect(readForm(world, short).id).toBe(form.getId());
  });

  behaviour("documented", "a form without a destination throws when asked for it", () => {
    expect(() => newForm().getDestinationId()).toThrow("The form currently has no response destination.");
    expect(DestinationType.SPREADSHEET.name).toBe("SPREADSHEET");
  });
});

describe("publishing", () => {
  behaviour("documented", "a new form is published and accepts responses, unless created unpublished", () => {
    expect(newForm().isPublished()).toBe(true);
    expect(newForm().isAcceptingResponses()).toBe(true);
    expect(app.create("Черновик", false).isPublished()).toBe(false);
  });

  behaviour("documented", "an unpublished form cannot be opened for responses", () => {
    const form = app.create("Черновик", false);
    expect(() => form.setAcceptingResponses(true)).toThrow();
    expect(form.setPublished(true).isAcceptingResponses()).toBe(true);
  });

  behaviour("documented", "publishing overrides what was set for accepting responses", () => {
    const form = newForm().setAcceptingResponses(false).setPublished(true);
    expect(form.isAcceptingResponses()).toBe(true);
    expect(form.setPublished(false).isAcceptingResponses()).toBe(false);
  });

  behaviour("measured", "closing for responses leaves the form published", () => {
    expect(newForm().setAcceptingResponses(false).isPublished()).toBe(true);
  });

  behaviour("documented", "responders and editors are kept apart", () => {
    const form = newForm().addPublishedReaders(["one@school7.example", "two@school7.example"]);
    form.removePublishedReader("one@school7.example");
    expect(form.getPublishedReaders().map((user) => user.getEmail())).toEqual(["two@school7.example"]);
    expect(form.getEditors().map((user) => user.getEmail())).toEqual([CURATOR]);
  });
});

describe("items", () => {
  behaviour("measured", "a choice item starts with one empty choice", () => {
    const values = newForm()
      .addCheckboxItem()
      .getChoices()
      .map((choice) => choice.getValue());
    expect(values).toEqual([""]);
  });

  behaviour("documented", "no choices at all, and choices twice, are refused", () => {
    const item = radio(newForm(), "да", "нет");
    expect(() => item.setChoices([])).toThrow();
    expect(() => item.setChoiceValues([])).toThrow();
    expect(() => item.setChoiceValues(["да", "да"])).toThrow("Questions cannot have duplicate choice values.");
    expect(item.getChoices().map((choice) => choice.getValue())).toEqual(["да", "нет"]);
  });

  behaviour("documented", "the cast to another kind throws and names the item's kind", () => {
    const form = newForm();
    radio(form, "да");
    expect(() => form.getItems()[0]?.asTextItem()).toThrow("Invalid conversion for item type: MULTIPLE_CHOICE.");
  });

  behaviour("documented", "getItemById gives null for an unknown id", () => {
    expect(newForm().getItemById(17)).toBeNull();
  });

  behaviour("documented", "items are filtered by type, moved, duplicated to the end and deleted", () => {
    const form = newForm();
    const first = text(form, "A");
    form.addSectionHeaderItem().setTitle("B");
    const last = form.addScaleItem().setTitle("C");
    expect(form.getItems(ItemType.SECTION_HEADER).map((item) => item.getTitle())).toEqual(["B"]);
    form.moveItem(2, 0);
    expect([last.getIndex(), first.getIndex()]).toEqual([0, 1]);
    const copy = first.duplicate();
    expect(copy.getIndex()).toBe(3);
    expect(copy.getId()).not.toBe(first.getId());
    form.deleteItem(first);
    expect(form.getItems().map((item) => item.getTitle())).toEqual(["C", "B", "A"]);
    expect(() => first.getTitle()).toThrow();
    expect(() => form.deleteItem(9)).toThrow();
    expect(() => form.moveItem(0, 9)).toThrow();
  });

  behaviour("documented", "a scale runs from 0 or 1 to 3…10, by default from 1 to 5", () => {
    const scale = newForm().addScaleItem();
    expect([scale.getLowerBound(), scale.getUpperBound()]).toEqual([1, 5]);
    expect(() => scale.setBounds(2, 5)).toThrow();
    expect(() => scale.setBounds(1, 11)).toThrow();
    expect(() => scale.setBounds(1, 2)).toThrow();
    expect(scale.setBounds(0, 10.9).getUpperBound()).toBe(10);
    expect(() => scale.createResponse(11)).toThrow();
  });

  behaviour("documented", "a rating has three to ten levels", () => {
    const rating = newForm().addRatingItem();
    expect(rating.getRatingScaleLevel()).toBe(3);
    expect(() => rating.setRatingScaleLevel(11)).toThrow();
    expect(rating.setRatingScaleLevel(10).createResponse(10).getResponse()).toBe("10");
  });

  behaviour("documented", "an answer outside the choices is refused, unless there is «other»", () => {
    const item = radio(newForm(), "да", "нет");
    expect(() => item.createResponse("может быть")).toThrow("Invalid response submitted to multiple choice question.");
    expect(item.showOtherOption(true).createResponse("может быть").getResponse()).toBe("может быть");
  });

  behaviour("documented", "a grid answers with one value per row, null where an optional row is empty", () => {
    const grid = newForm().addGridItem().setRows(["Урок", "Журнал"]).setColumns(["0", "1"]);
    expect(grid.createResponse(["1", null]).getResponse()).toEqual(["1", ""]);
    expect(() => grid.createResponse(["1"])).toThrow();
    expect(() => grid.createResponse(["2", "1"])).toThrow();
    expect(() => grid.setRequired(true).createResponse(["1", null])).toThrow();
    const boxes = newForm().addCheckboxGridItem().setRows(["Урок", "Журнал"]);
    boxes.setColumns(["0", "1"]);
    expect(boxes.createResponse([["0", "1"], null]).getResponse()).toEqual([["0", "1"], ""]);
  });

  behaviour("measured", "answers of dates, times and scales read back as text", () => {
    const form = newForm();
    const moment = new Date("2026-09-01T14:30:00+03:00");
    expect(form.addDateItem().createResponse(moment).getResponse()).toBe("2026-09-01");
    expect(form.addDateTimeItem().createResponse(moment).getResponse()).toBe("2026-09-01 14:30");
    expect(form.addTimeItem().createResponse(7, 45).getResponse()).toBe("07:45");
    expect(form.addDurationItem().createResponse(1, 2, 3).getResponse()).toBe("01:02:03");
    expect(form.addScaleItem().createResponse(4).getResponse()).toBe("4");
  });

  behaviour("assumed", "a date answer is the date in the script's time zone", () => {
    const lateEvening = new Date("2026-09-01T23:30:00+03:00");
    const form = formsFor(world, CURATOR, "Asia/Vladivostok").create("Анкета");
    expect(form.addDateItem().createResponse(lateEvening).getResponse()).toBe("2026-09-02");
  });
});

describe("navigation", () => {
  /** Three pages: a choice on the first, texts on the others. */
  function threePages() {
    const form = newForm();
    const choice = form.addMultipleChoiceItem().setTitle("Куда?");
    const second = form.addPageBreakItem().setTitle("Вторая");
    text(form, "На второй").setRequired(true);
    const third = form.addPageBreakItem().setTitle("Третья");
    text(form, "На третьей").setRequired(true);
    return { form, choice, second, third };
  }
  const asked = (form: Form, answers: Record<string, string>): string[] => {
    const submission = submitForm(world, form.getId(), answers);
    return submission.ok ? [] : submission.errors.map((error) => error.title);
  };

  behaviour("documented", "a choice leads to a page, and required questions on skipped pages do not count", () => {
    const { form, choice, third } = threePages();
    choice.setChoices([
      choice.createChoice("дальше", PageNavigationType.CONTINUE),
      choice.createChoice("на третью", third),
      choice.createChoice("отправить", PageNavigationType.SUBMIT),
    ]);
    expect(asked(form, { "Куда?": "дальше" })).toEqual(["На второй", "На третьей"]);
    expect(asked(form, { "Куда?": "на третью" })).toEqual(["На третьей"]);
    expect(asked(form, { "Куда?": "отправить" })).toEqual([]);
  });

  behaviour("documented", "a page break's navigation applies when leaving the page before it", () => {
    const { form, choice, second, third } = threePages();
    choice.setChoiceValues(["всё равно"]);
    second.setGoToPage(third);
    expect(second.getPageNavigationType()).toBe(PageNavigationType.GO_TO_PAGE);
    expect(second.getGoToPage()?.getId()).toBe(third.getId());
    expect(asked(form, { "Куда?": "всё равно" })).toEqual(["На третьей"]);
  });

  behaviour("documented", "choices with and without navigation do not mix", () => {
    const { choice, third } = threePages();
    expect(() => choice.setChoices([choice.createChoice("да", third), choice.createChoice("нет")])).toThrow();
  });

  behaviour("documented", "a choice has no effect on the last page", () => {
    const form = newForm();
    const item = form.addMultipleChoiceItem();
    item.setTitle("Ещё раз?").setChoices([item.createChoice("да", PageNavigationType.RESTART)]);
    expect(asked(form, { "Ещё раз?": "да" })).toEqual([]);
  });

  behaviour("measured", "a list's choice tells its kind of navigation, but not its page", () => {
    const { form, third } = threePages();
    const list = form.addListItem();
    list.setChoices([list.createChoice("на третью", third)]);
    expect(list.getChoices()[0]?.getPageNavigationType()).toBe(PageNavigationType.GO_TO_PAGE);
    expect(list.getChoices()[0]?.getGotoPage()).toBeNull();
  });

  behaviour("assumed", "deleting a page turns the links to it into «continue»", () => {
    const { form, choice, third } = threePages();
    choice.setChoices([choice.createChoice("на третью", third)]);
    form.deleteItem(third);
    expect(choice.getChoices()[0]?.getPageNavigationType()).toBe(PageNavigationType.CONTINUE);
  });
});

describe("responses", () => {
  behaviour("documented", "an unsubmitted response has no id, no time, no address", () => {
    const response = newForm().createResponse();
    expect([response.getId(), response.getTimestamp(), response.getRespondentEmail()]).toEqual([null, null, null]);
    expect(response.getEditResponseUrl()).toBeNull();
  });

  behaviour("documented", "submit stores a new response, once", () => {
    const form = newForm();
    const draft = form.createResponse().withItemResponse(text(form, "Имя").createResponse("Анна"));
    const stored = draft.submit();
    expect(
      form
        .getResponse(stored.getId() ?? "")
        .getItemResponses()[0]
        ?.getResponse(),
    ).toBe("Анна");
    expect(stored.getTimestamp()).toEqual(new Date(world.clock.now()));
    expect(() => draft.submit()).toThrow();
    expect(() => stored.submit()).toThrow();
  });

  behaviour("documented", "scripts cannot submit where one response a person is allowed", () => {
    expect(() => newForm().setLimitOneResponsePerUser(true).createResponse().submit()).toThrow();
  });

  behaviour("assumed", "scripts cannot submit to a closed form, nor without a required answer", () => {
    expect(() => newForm().setAcceptingResponses(false).createResponse().submit()).toThrow();
    const form = newForm();
    text(form, "Имя").setRequired(true);
    expect(() => form.createResponse().submit()).toThrow();
  });

  behaviour("documented", "text, date and time without an answer come as empty text, other kinds not at all", () => {
    const form = newForm();
    text(form, "Имя");
    radio(form, "да");
    form.addDateItem().setTitle("Дата");
    form.addScaleItem().setTitle("Оценка");
    const answers = form.createResponse().submit().getItemResponses();
    expect(answers.map((answer) => [answer.getItem().getTitle(), answer.getResponse()])).toEqual([
      ["Имя", ""],
      ["Дата", ""],
    ]);
  });

  behaviour("documented", "responses since a moment include that moment; an unknown id throws", () => {
    const form = newForm();
    text(form, "Имя");
    form.createResponse().submit();
    world.clock.advance(60_000);
    const later = form.createResponse().submit();
    expect(form.getResponses()).toHaveLength(2);
    expect(form.getResponses(later.getTimestamp()).map((each) => each.getId())).toEqual([later.getId()]);
    expect(() => form.getResponse("2_nothing")).toThrow();
  });

  behaviour("assumed", "answers stay with their question when it is renamed", () => {
    const form = newForm();
    const item = text(form, "Имя");
    submitForm(world, form.getId(), { Имя: "Анна" });
    item.setTitle("Как вас зовут?");
    expect(form.getResponses()[0]?.getResponseForItem(item)?.getResponse()).toBe("Анна");
  });

  behaviour("documented", "a prefilled address carries every kind of answer to the respondent's page", () => {
    const form = newForm();
    const name = text(form, "Имя");
    const boxes = form.addCheckboxItem().setTitle("Формы").setChoiceValues(["очно", "онлайн"]);
    boxes.showOtherOption(true);
    const grid = form.addGridItem().setTitle("Затруднения").setRows(["Урок", "Журнал"]);
    grid.setColumns(["0", "1"]);
    const url = form
      .createResponse()
      .withItemResponse(name.createResponse("Н-012 & «А»"))
      .withItemResponse(boxes.createResponse(["онлайн", "по телефону"]))
      .withItemResponse(grid.createResponse([null, "1"]))
      .toPrefilledUrl();
    expect(url).toContain("/viewform?usp=pp_url&entry.");
    const items = readForm(world, url).pages[0]?.items.map((item) => item.prefilled);
    expect(items).toEqual(["Н-012 & «А»", ["онлайн", "по телефону"], ["", "1"]]);
  });

  behaviour("documented", "an address is collected only if the form asks for it", () => {
    const form = newForm();
    submitForm(world, form.getId(), {}, { email: "teacher@school7.example" });
    expect(form.getResponses()[0]?.getRespondentEmail()).toBe("");
    form.setCollectEmail(true);
    expect(submitForm(world, form.getId(), {}).ok).toBe(false);
    expect(submitForm(world, form.getId(), {}, { email: "teacher@school7.example" }).ok).toBe(true);
    expect(form.getResponses()[1]?.getRespondentEmail()).toBe("teacher@school7.example");
  });

  behaviour("assumed", "a changed response keeps its id and moves to the time of the change", () => {
    const form = newForm().setAllowResponseEdits(true);
    text(form, "Имя");
    submitForm(world, form.getId(), { Имя: "Анна" });
    const first = form.getResponses()[0];
    world.clock.advance(60_000);
    const edit = first?.getEditResponseUrl() ?? "";
    expect(readForm(world, edit).pages[0]?.items[0]?.prefilled).toBe("Анна");
    submitForm(world, form.getId(), { Имя: "Анна Петровна" }, { edit });
    expect(form.getResponses().map((each) => each.getId())).toEqual([first?.getId()]);
    expect(form.getResponses()[0]?.getItemResponses()[0]?.getResponse()).toBe("Анна Петровна");
    form.setAllowResponseEdits(false);
    expect(readForm(world, edit).pages).toEqual([]);
    expect(submitForm(world, form.getId(), { Имя: "Ада" }, { edit }).ok).toBe(false);
  });
});

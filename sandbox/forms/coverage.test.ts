// Every member that Google declares for forms is emulated, or named here as one that is not.

import type { ServiceObject } from "../kernel/contract";
import { declarations } from "../kernel/signatures";
import { formsFor, schoolWorld } from "./testing";

/** What answers «… is not emulated by the sandbox». */
const NOT_EMULATED = [
  "Forms.Form.submitGrades",
  "Forms.FormApp.getUi",
  "Forms.FormResponse.getGradableItemResponses",
  "Forms.FormResponse.getGradableResponseForItem",
  "Forms.FormResponse.withItemGrade",
  "Forms.ImageItem.getImage",
  "Forms.ItemResponse.getFeedback",
  "Forms.ItemResponse.getScore",
  "Forms.ItemResponse.setFeedback",
  "Forms.ItemResponse.setScore",
];

/** One object of every class. */
function objects(): ServiceObject[] {
  const app = formsFor(schoolWorld());
  const form = app.create("Анкета");
  const items = [
    form.addCheckboxGridItem(),
    form.addCheckboxItem(),
    form.addDateItem(),
    form.addDateTimeItem(),
    form.addDurationItem(),
    form.addGridItem(),
    form.addImageItem(),
    form.addListItem(),
    form.addMultipleChoiceItem(),
    form.addPageBreakItem(),
    form.addParagraphTextItem(),
    form.addRatingItem(),
    form.addScaleItem(),
    form.addSectionHeaderItem(),
    form.addTextItem(),
    form.addTimeItem(),
    form.addVideoItem(),
  ];
  const choice = form.addListItem().createChoice("да");
  const answer = form.addTextItem().createResponse("да");
  const feedback = app.createFeedback();
  return [
    app,
    form,
    ...items,
    ...form.getItems().slice(0, 1),
    choice,
    answer,
    form.createResponse(),
    feedback,
    feedback.build(),
    ...form.getEditors(),
    app.createTextValidation(),
    app.createParagraphTextValidation(),
    app.createCheckboxValidation(),
    app.createGridValidation(),
    app.createCheckboxGridValidation(),
  ];
}

test("each declared member is emulated or known not to be", () => {
  const { types } = declarations();
  const missing = objects().flatMap((object) => {
    const declared = Object.keys(types[object.typeName]?.methods ?? {});
    expect(declared).not.toEqual([]);
    return declared.filter((name) => !(name in object)).map((name) => `${object.typeName}.${name}`);
  });
  expect(missing.filter((name) => name !== "Base.User.getUserLoginId").sort()).toEqual(NOT_EMULATED);
});

test("each enumeration has the declared names", () => {
  const app = formsFor(schoolWorld());
  const { types, enums } = declarations();
  const declared = Object.keys(types["Forms.FormApp"]?.properties ?? {});
  expect(declared).toContain("RatingIconType");
  for (const name of declared) {
    const values = Reflect.get(app, name) as Record<string, unknown>;
    expect([name, ...Object.keys(values)]).toEqual([name, ...(enums[`Forms.${name}`] ?? [])]);
  }
});

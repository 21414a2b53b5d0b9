// The sample school answers the add-on's own questionnaires, made and pulled by the add-on's own code.

import { SEVERITY_ANSWERS } from "../../src/bank/severity";
import { createForm, pullResponses } from "../../src/google/forms";
import { formSpecOf, type Questionnaire } from "../../src/questionnaires/questionnaire";
import { DEFAULT_DIRECTIONS } from "../../src/school/mentoringForms";
import { vocabularyOf } from "../../src/school/vocabulary";
import { finalMentee, finalMentor } from "../../src/surveys/finalQuestionnaires";
import { createWorld, installGlobals } from "../index";
import { letAnswer } from "./answers";
import { SAMPLE_MENTEES, SAMPLE_MENTORS } from "./people";
import { SAMPLE_SCHOOL } from "./school";
import type { SamplePerson } from "./staff";

const world = createWorld({ now: "2027-05-17T09:00:00+03:00" });
const installed = installGlobals(world, { user: SAMPLE_SCHOOL.curatorEmail });
afterAll(() => installed.uninstall());

/** Everybody opens a personal link; what the add-on then pulls, question key by question key. */
function collect(questionnaire: Questionnaire, people: readonly SamplePerson[], role: "mentor" | "mentee") {
  const context = {
    vocabulary: vocabularyOf("школа"),
    dictionary: () => DEFAULT_DIRECTIONS,
    schoolName: SAMPLE_SCHOOL.shortName,
    byCodeOnly: false,
  };
  const form = createForm(formSpecOf(questionnaire, context));
  for (const [index, person] of people.entries()) {
    const link = form.personalLink.replace("CODE-OF-RESPONDENT", encodeURIComponent(`ПР-${index + 1}`));
    expect(letAnswer(world, link, person, { role })).toMatchObject({ ok: true });
  }
  const responses = pullResponses(form.formId, null) ?? [];
  const values = (key: string) => responses.map((response) => response.answers[form.items[key] ?? ""]);
  return { responses, values };
}

test("mentees at the end: mostly content, less troubled, in their own words", () => {
  const { responses, values } = collect(finalMentee, SAMPLE_MENTEES, "mentee");
  expect(responses).toHaveLength(SAMPLE_MENTEES.length);
  expect(values("code")).toEqual(SAMPLE_MENTEES.map((_, index) => `ПР-${index + 1}`));
  const marks = values("overall").map(Number);
  expect(Math.min(...marks)).toBeGreaterThanOrEqual(1);
  expect(marks.filter((mark) => mark >= 7).length / marks.length).toBeGreaterThan(0.6);
  expect(new Set(marks).size).toBeGreaterThan(2);
  // The wording «соответствовал Вашим затруднениям» asks for praise, not for difficulties.
  expect(
    values("plan")
      .map(Number)
      .filter((mark) => mark >= 6).length,
  ).toBeGreaterThan(marks.length / 2);
  const levels = values("difficultiesNow").flat();
  const severe = levels.filter((level) => level === SEVERITY_ANSWERS[3]).length;
  expect(severe / levels.length).toBeLessThan(0.15);
  expect(new Set(values("valued")).size).toBeGreaterThan(2);
});

test("mentors at the end answer every question that they must", () => {
  const { values } = collect(finalMentor, SAMPLE_MENTORS, "mentor");
  expect(values("fullName")).toEqual(SAMPLE_MENTORS.map((person) => person.fullName));
  const willing = values("continue").map(String);
  expect(willing.every((answer) => ["да", "скорее да", "скорее нет", "нет"].includes(answer))).toBe(true);
  expect(new Set(willing).size).toBeGreaterThan(1);
});

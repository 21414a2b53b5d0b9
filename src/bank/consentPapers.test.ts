// The consents as they come out of the built-in templates: each says what the law wants, and nothing of the others.
import { textOf } from "../../test/docx";
import { checkTemplate } from "../documents/checkTemplate";
import type { Paper } from "../documents/paper";
import { renderDocument } from "../documents/render";
import { builtInDocx } from "../documents/builtInTemplates";
import { menteeConsent, mentorConsent, personalDataConsent } from "./consentPapers";

function textOfPaper<Input>(paper: Paper<Input>, change: Partial<Input> = {}): string {
  const { docx } = renderDocument(builtInDocx(paper.templateKey), paper.data({ ...paper.sample, ...change }));
  return textOf(docx).replace(/\u00a0/g, " ");
}

test("the templates and the documented tags agree", () => {
  expect(checkTemplate(builtInDocx(mentorConsent.templateKey), mentorConsent.tags)).toEqual([]);
  expect(checkTemplate(builtInDocx(menteeConsent.templateKey), menteeConsent.tags)).toEqual([]);
  expect(checkTemplate(builtInDocx(personalDataConsent.templateKey), personalDataConsent.tags)).toEqual([]);
});

describe("to mentor", () => {
  test("addresses the head in the dative, comes from the worker in the genitive", () => {
    const text = textOfPaper(mentorConsent);
    expect(text).toContain(
      "Директору\nМБОУ «СОШ № 7»\nВершининой О. П.\nот учителя математики\nПетровой Анны Ивановны",
    );
    expect(text).toContain(
      "в отношении Сидорова Ильи Сергеевича, педагога-психолога, с 14 сентября 2026 г. по 31 мая 2027 г.\n",
    );
  });
  test("tells the worker of the right to refuse and of the three working days", () => {
    const text = textOfPaper(mentorConsent);
    expect(text).toContain("досрочно отказаться");
    expect(text).toContain("не менее чем за три рабочих дня");
    expect(text).toContain("статьёй 351.8 Трудового кодекса Российской Федерации");
  });
  test("may be signed before the pairs are known", () => {
    const text = textOfPaper(mentorConsent, { mentees: [], startsOn: null, endsOn: null, form: "", agreements: false });
    expect(text).toContain("которые будут закреплены за мной приказом.\n");
    expect(text).not.toContain("дополнительном соглашении");
    expect(text).not.toContain("Форма наставничества");
  });
});

test("to be mentored: names the mentor in the genitive, or leaves him to the order", () => {
  expect(textOfPaper(menteeConsent)).toContain(
    "наставника — Петровой Анны Ивановны, учителя математики, — и на работу",
  );
  expect(textOfPaper(menteeConsent, { mentor: null })).toContain(
    "на закрепление за мной наставника приказом и на работу",
  );
});

test("to personal data: a document of its own with operator, purpose, list, actions, term and withdrawal", () => {
  const text = textOfPaper(personalDataConsent, { address: "г. Заречный Бор, ул. Лесная, д. 1" });
  expect(text).toContain("Петрова Анна Ивановна, зарегистрированная по адресу");
  expect(text).toContain("даю муниципальному бюджетному общеобразовательному учреждению");
  for (const requisite of [
    "Адрес оператора: г. Заречный Бор, ул. Лесная, д. 1.",
    "Цель обработки",
    "Перечень персональных данных",
    "Действия с персональными данными",
    "Согласие действует",
    "отозвать",
  ]) {
    expect(text).toContain(requisite);
  }
  expect(text).not.toContain("351.8");
});

// The consents as they come out of the built-in templates: each says what the law wants, and nothing of the others.
import { textOf } from "../../test/docx";
import { checkTemplate } from "../documents/checkTemplate";
import { SAMPLE_INSTITUTION, type Paper } from "../documents/paper";
import { renderDocument } from "../documents/render";
import { builtInDocx } from "../documents/builtInTemplates";
import { menteeConsent, mentorConsent, personalDataConsent, publicationConsent } from "./consentPapers";
import { PUBLISHABLE } from "./consents.table";

function textOfPaper<Input>(paper: Paper<Input>, change: Partial<Input> = {}): string {
  const { docx } = renderDocument(builtInDocx(paper.templateKey), paper.data({ ...paper.sample, ...change }));
  return textOf(docx).replace(/\u00a0/g, " ");
}

test("the templates and the documented tags agree", () => {
  expect(checkTemplate(builtInDocx(mentorConsent.templateKey), mentorConsent.tags)).toEqual([]);
  expect(checkTemplate(builtInDocx(menteeConsent.templateKey), menteeConsent.tags)).toEqual([]);
  expect(checkTemplate(builtInDocx(personalDataConsent.templateKey), personalDataConsent.tags)).toEqual([]);
  expect(checkTemplate(builtInDocx(publicationConsent.templateKey), publicationConsent.tags)).toEqual([]);
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

describe("to the processing of personal data", () => {
  const UNFILLED = { ...SAMPLE_INSTITUTION, address: "", inn: "", ogrn: "", site: "" };

  test("holds what 152-ФЗ ст. 9 ч. 4 asks for, each in a clause of its own", () => {
    const text = textOfPaper(personalDataConsent);
    expect(text).toContain("Петрова Анна Ивановна, зарегистрированная по адресу");
    expect(text).toContain("документ, удостоверяющий личность");
    expect(text).toContain("даю муниципальному бюджетному общеобразовательному учреждению");
    for (const requisite of [
      "адрес: г. Заречный Бор, ул. Школьная, д. 7, ИНН 0070070072, ОГРН 1020000707077.",
      "Цель обработки",
      "Перечень персональных данных: фамилия, имя, отчество; пол; год рождения",
      "Действия с персональными данными: сбор, запись",
      "с использованием средств автоматизации и без их использования",
      "Обработка по поручению оператора и трансграничная передача",
      "Google LLC, 1600 Amphitheatre Parkway",
      "я согласна на такую передачу.\n",
      "Согласие действует со дня подписания до прекращения",
      "Согласие можно отозвать в любое время",
    ]) {
      expect(text).toContain(requisite);
    }
    expect(text).toContain("«___» ______________ 20___ г.\n________________\nА. И. Петрова");
    expect(text).not.toMatch(/351\.8|10\.1/);
  });

  test("says in the code-only mode what the forms hold", () => {
    const [named, coded] = [false, true].map((codeOnly) => textOfPaper(personalDataConsent, { codeOnly }));
    expect(named).toContain("(таблицы, документы, почта, анкеты)");
    expect(named).not.toContain("личный код");
    expect(coded).toContain("(таблицы, документы, почта)");
    expect(coded).toContain("вместо фамилии, имени, отчества и контактов в них указывается личный код.\n");
  });

  test("leaves room for what the school has not filled in", () => {
    expect(textOfPaper(personalDataConsent, { institution: UNFILLED })).toMatch(/адрес: _+, ИНН _+, ОГРН _+\.\n/);
  });
});

describe("to publication", () => {
  test("holds what ст. 10.1 asks for, and lets the subject tick every kind of data", () => {
    const text = textOfPaper(publicationConsent);
    for (const requisite of [
      "разрешённых субъектом\nперсональных данных для распространения",
      "Я, Петрова Анна Ивановна, контактная информация: +7 (999) 000-00-01, petrova@school7.example,",
      "адрес: г. Заречный Бор, ул. Школьная, д. 7, ИНН 0070070072, ОГРН 1020000707077.",
      "Информационный ресурс, на котором публикуются сведения: https://school7.example.",
      "Цель распространения",
      "Категории и перечень данных",
      "Сведения\nРазрешаю\nНе разрешаю\nУсловия и запреты\n",
      "биометрические персональные данные не публикуются",
      "Условия и запреты для всех сведений",
      "Срок действия: со дня подписания по",
      "не позднее трёх рабочих дней",
    ]) {
      expect(text).toContain(requisite);
    }
    for (const kind of PUBLISHABLE) expect(text).toContain(`\n${kind}\n`);
    expect(text).not.toContain("Google");
  });

  test("leaves a line for contacts that nobody knows", () => {
    expect(textOfPaper(publicationConsent, { contacts: "" })).toContain("контактная информация:\n \nв соответствии");
  });
});

// The council's extract as it comes out of the built-in template.
import { documentXml, textOf } from "../../test/docx";
import { checkTemplate } from "../documents/checkTemplate";
import { renderDocument } from "../documents/render";
import { builtInDocx } from "../documents/builtInTemplates";
import { councilExtract, type CouncilExtractInput } from "./councilPaper";

const template = builtInDocx(councilExtract.templateKey);
const render = (change: Partial<CouncilExtractInput> = {}): string =>
  renderDocument(template, councilExtract.data({ ...councilExtract.sample, ...change })).docx;
const linesOf = (docx: string): string[] =>
  textOf(docx)
    .replace(/\u00a0/g, " ")
    .split("\n")
    .filter((line) => line !== "");

test("the template and the documented tags agree", () => {
  expect(checkTemplate(template, councilExtract.tags)).toEqual([]);
});

test("the whole extract reads as the council wants it", () => {
  expect(linesOf(render())).toMatchInlineSnapshot(`
   [
     "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
     "ВЫПИСКА",
     "из банка наставников и наставляемых",
     "для совета наставников",
     "Весь банк (направление «Методика обучения»). Учебный год: 2026/2027. По состоянию на 14 сентября 2026 г.",
     "Наставники",
     "№",
     "п/п",
     "Фамилия, имя, отчество, должность, предмет (группа)",
     "Стаж, категория",
     "Основные компетенции",
     "Ведёт",
     "Свободно мест",
     "Статус",
     "1",
     "Петрова Анна Ивановна, учитель (математика)",
     "21 год, высшая",
     "Методика обучения; Работа с родителями",
     "1",
     "1",
     "действующий",
     "Наставляемые",
     "№",
     "п/п",
     "Фамилия, имя, отчество, должность, предмет (группа)",
     "Стаж, категория",
     "Категория",
     "Направления затруднений (степень от 1 до 3)",
     "Наставник, ожидание",
     "Статус",
     "1",
     "Сидоров Илья Сергеевич, педагог-психолог",
     "1 год",
     "молодой специалист",
     "Методика обучения — 3",
     "ожидает 12 дней",
     "ожидает подбора",
     "Всего записей: 2.",
     "Контактные данные, год рождения и пометки куратора в выписку не включаются. Документ предназначен для работы совета наставников и не подлежит размещению в открытом доступе.",
     "Заместитель директора по УВР",
     "________________",
     "И. Л. Кузнецов",
     "14.09.2026",
   ]
  `);
});

test("a part without people is left out with its heading", () => {
  const lines = linesOf(render({ mentors: [], narrowed: "" }));
  expect(lines).not.toContain("Наставники");
  expect(lines).toContain("Наставляемые");
  expect(lines).toContain("Весь банк. Учебный год: 2026/2027. По состоянию на 14 сентября 2026 г.");
  expect(lines).toContain("Всего записей: 1.");
});

test("the sheet is wide, and the headings of a table stand on every page", () => {
  const xml = documentXml(render());
  expect(xml).toContain('w:orient="landscape"');
  expect(xml.match(/<w:tblHeader/g)).toHaveLength(2);
});

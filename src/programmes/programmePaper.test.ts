// The personalised programme as it comes out of the built-in template.
import { textOf } from "../../test/docx";
import { checkTemplate } from "../documents/checkTemplate";
import { renderDocument } from "../documents/render";
import { builtInDocx } from "../documents/builtInTemplates";
import { programmePaper, type ProgrammePaperInput } from "./programmePaper";

const template = builtInDocx(programmePaper.templateKey);
const textWith = (change: Partial<ProgrammePaperInput>): string =>
  textOf(renderDocument(template, programmePaper.data({ ...programmePaper.sample, ...change })).docx).replace(
    /\u00a0/g,
    " ",
  );

test("the template and the documented tags agree", () => {
  expect(checkTemplate(template, programmePaper.tags)).toEqual([]);
});

test("participants, term, aim, plan and signatures are there", () => {
  const text = textWith({});
  expect(text).toContain("Петрова Анна Ивановна, учитель математики");
  expect(text).toContain("на период с 14 сентября 2026 г. по 31 мая 2027 г.");
  expect(text).toContain("8 месяцев");
  expect(text).toContain(
    "Цель — помочь наставляемому преодолеть затруднения в методике обучения и в работе с родителями.",
  );
  expect(text).toContain("30.10.2026");
  for (const name of ["А. И. Петрова", "И. С. Сидоров", "И. Л. Кузнецов", "О. П. Вершинина"])
    expect(text).toContain(name);
});

test("lists end as Russian wants: semicolons, and a full stop at the end", () => {
  const text = textWith({ tasks: ["Освоить ФГОС.", "провести урок;", ""], directions: ["ИКТ и цифровая среда"] });
  expect(text).toContain("освоить ФГОС;\nпровести урок.\n");
  expect(text).toContain("ИКТ и цифровая среда.");
});

test("a group has a signature line for everyone", () => {
  const mentees = ["Цой Анна Викторовна", "Черных Лев Фомич"].map((fullName) => ({
    fullName,
    gender: null,
    post: "учитель",
  }));
  const text = textWith({ mentees });
  expect(text).toContain("Наставляемые\n");
  expect(text).toContain("А. В. Цой");
  expect(text).toContain("Л. Ф. Черных");
});

test("what is not known yet is left out or left blank, never invented", () => {
  const text = textWith({
    difficulties: [],
    strengths: "",
    grounds: "",
    councilMinutes: "",
    startsOn: null,
    endsOn: null,
  });
  expect(text).not.toContain("выявлены затруднения");
  expect(text).not.toContain("Сильные стороны");
  expect(text).not.toContain("на период");
  expect(text).toContain("приказ от ___________ № ______");
  expect(text).toContain("(протокол от ___________ № ____)");
});

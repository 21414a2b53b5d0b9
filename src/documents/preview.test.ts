// What is shown before a document is made: word forms with their doubts, and required requisites that are missing.
import { templateOf } from "../../test/docx";
import { previewDocument } from "./render";
import type { Tag } from "./tags";
import { person, post } from "./values";
import { wordForms } from "./wordForms";

const DATA = {
  наставник: { фио: person("Гребень Иван Ильич"), должность: post("учитель физики") },
  организация: post("МБОУ «СОШ № 7»"),
  пары: [
    { фио: person("Петрова Анна Ивановна"), срок: "" },
    { фио: person(""), срок: "май" },
  ],
  цель: " ",
};
const TEMPLATE = templateOf(
  "{наставник.фио} {наставник.фио|дательный|инициалы} {наставник.фио|творительный|с_должностью} {наставник.должность|дательный}",
  "{#пары}{фио|дательный} {/пары}{организация|предложный}{цель|или: ____}",
);

test("every oblique form is told with its word, each once, the nominative not at all", async () => {
  const { forms } = previewDocument(await TEMPLATE, DATA, []);
  expect(forms.map(({ word, wanted, form }) => `${word} ${wanted} ${form}`)).toEqual([
    "Гребень Иван Ильич dative Гребеню Ивану Ильичу",
    "Гребень Иван Ильич instrumental Гребенем Иваном Ильичом",
    "учитель физики dative учителю физики",
    "Петрова Анна Ивановна dative Петровой Анне Ивановне",
    "МБОУ «СОШ № 7» prepositional МБОУ «СОШ № 7»",
  ]);
});

test("forms are gathered by word, the doubtful first, the school's own marked and beyond doubt", async () => {
  const template = await TEMPLATE;
  const [first, ...rest] = wordForms(previewDocument(template, DATA, []).forms);
  expect(first).toMatchObject({
    word: "Гребень Иван Ильич",
    forms: [
      { case: "дательный", form: "Гребеню Ивану Ильичу" },
      { case: "творительный", form: "Гребенем Иваном Ильичом" },
    ],
    own: false,
  });
  expect(first?.doubt).toContain("Гребень");
  expect(rest.every(({ doubt }) => doubt === "")).toBe(true);
  const own = [{ word: "Гребень", forms: { dative: "Гребню", instrumental: "Гребнем" } }];
  const settled = wordForms(previewDocument(template, DATA, [], own).forms).find(({ word }) => word.startsWith("Гр"));
  expect(settled).toMatchObject({
    forms: [{ form: "Гребню Ивану Ильичу" }, { form: "Гребнем Иваном Ильичом" }],
    own: true,
    doubt: "",
  });
});

test("required requisites without a value are told by their whole path, whatever the template writes instead", async () => {
  const tags: readonly Tag[] = [
    { name: "цель", kind: "text", note: "", required: true },
    { name: "организация", kind: "post", note: "", required: true },
    { name: "протокол", kind: "text", note: "", required: true },
    {
      name: "пары",
      kind: "list",
      note: "",
      required: true,
      items: [
        { name: "фио", kind: "person", note: "", required: true },
        { name: "срок", kind: "text", note: "" },
      ],
    },
  ];
  const { empty } = previewDocument(await TEMPLATE, DATA, tags);
  expect(empty.map(({ name }) => name)).toEqual(["цель", "протокол", "пары.фио"]);
});

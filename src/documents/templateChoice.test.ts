// The school's own template: found, gone, broken, mistyped in the settings.
import { templateOf } from "../../test/docx";
import { memoryDrive } from "../../test/memoryDrive";
import type { Paper } from "./paper";
import { person, post } from "./values";
import { builtInDocx } from "./builtInTemplates";
import { chooseTemplate, copyForEditing, fileIdOf } from "./templateChoice";

const consent: Paper<string> = {
  key: "consent",
  title: "Согласие",
  templateKey: "personalDataConsent",
  heading: (name) => name,
  data: (name) => ({ работник: { фио: person(name), должность: post("учитель") } }),
  tags: [
    { name: "работник.фио", kind: "person", note: "кто даёт согласие", required: true },
    { name: "работник.должность", kind: "post", note: "должность" },
  ],
  sample: "Петрова Анна Ивановна",
};
const LINK = "https://docs.google.com/document/d/1AbCdEfGhIjKlMnOpQrStUvWxYz012345/edit?tab=t.0";

test.each([
  [LINK, "1AbCdEfGhIjKlMnOpQrStUvWxYz012345"],
  ["https://drive.google.com/open?id=1AbCdEfGhIjKlMnOpQr", "1AbCdEfGhIjKlMnOpQr"],
  ["1AbCdEfGhIjKlMnOpQr", "1AbCdEfGhIjKlMnOpQr"],
  ["  ", null],
  [null, null],
])("%s names the file %s", (link, id) => {
  expect(fileIdOf(link)).toBe(id);
});

test("something else in the settings is refused with a way to mend it", () => {
  expect(() => fileIdOf("мой шаблон")).toThrow(/Скопируйте|скопируйте/);
});

test("a template that is gone is replaced by the built-in one, with a warning", () => {
  const chosen = chooseTemplate(consent, LINK, () => null);
  expect(chosen.docx).toBe(builtInDocx(consent.templateKey));
  expect(chosen.problems.map((problem) => problem.level)).toEqual(["warning"]);
});

test("a right own template is used", async () => {
  const own = await templateOf("Согласие: {работник.фио}, {работник.должность}");
  expect(chooseTemplate(consent, LINK, () => own)).toMatchObject({ own: true, docx: own, problems: [] });
});

test("an own template with a wrong tag stops the work and names the right one", async () => {
  const own = await templateOf("Согласие: {роботник.фио}, {работник.должность}, {работник.фио}");
  expect(() => chooseTemplate(consent, LINK, () => own)).toThrow(/Вероятно, нужна \{работник\.фио\}/);
});

test("an own template that lacks what the law wants stops the work", async () => {
  const own = await templateOf("Согласие без имени");
  expect(() => chooseTemplate(consent, LINK, () => own)).toThrow(/нет обязательной метки/);
});

test("the school's own template begins as a copy of the built-in one; asked again, it is the same file untouched", () => {
  const kept = memoryDrive();
  const drive = {
    find: (keys: readonly string[]) => [...kept.find(keys)],
    save: (papers: Parameters<typeof kept.save>[0], folder: string) => [...kept.save(papers, folder)],
  };
  const link = copyForEditing(consent, "folder", drive);
  const [copy] = [...kept.papers.values()];
  expect(copy?.docx).toBe(builtInDocx(consent.templateKey));
  expect(copyForEditing(consent, "folder", drive)).toBe(link);
  expect(kept.papers.size).toBe(1);
});

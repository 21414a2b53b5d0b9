// The school's own template: found, gone, broken, mistyped in the settings.
import { randomBytes } from "node:crypto";
import PizZip from "pizzip";
import { templateOf } from "../../test/docx";
import { memoryDrive } from "../../test/memoryDrive";
import type { Paper } from "./paper";
import { person, post } from "./values";
import { builtInDocx } from "./builtInTemplates";
import type { TemplateFile } from "../google/templateFile";
import { chooseTemplate, copyForEditing, fileIdOf, inspectTemplate } from "./templateChoice";
import { sizeProblems } from "./templateSize";

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

test("something else on «Шаблоны» is refused with a way to mend it", () => {
  expect(() => fileIdOf("мой шаблон")).toThrow(/не похожа на адрес Google Документа.*Сотрите эту строку/);
});

const onDrive =
  (docx: string, isOurs = true) =>
  (): TemplateFile => ({ docx, isOurs });

test.each([
  ["gone", /не найден: он удалён или принадлежит другой учётной записи/],
  ["trashed", /лежит в корзине/],
  ["notDocument", /ведёт не на Google Документ/],
] as const)("a template that is %s is replaced by the built-in one, with a warning", (lost, words) => {
  const chosen = chooseTemplate(consent, LINK, () => ({ lost }));
  expect(chosen.docx).toBe(builtInDocx(consent.templateKey));
  expect(chosen.own).toBe(false);
  expect(chosen.problems).toMatchObject([{ level: "warning", what: expect.stringMatching(words) as unknown }]);
});

test("a template that Google does not export stops the work", () => {
  expect(() => chooseTemplate(consent, LINK, () => ({ lost: "tooLarge" }))).toThrow(/больше 10 МБ/);
});

test("a right own template is used", async () => {
  const own = await templateOf("Согласие: {работник.фио}, {работник.должность}");
  expect(chooseTemplate(consent, LINK, onDrive(own))).toMatchObject({ own: true, docx: own, problems: [] });
});

test("a copied workbook is told that its template is the original's", async () => {
  const own = await templateOf("Согласие: {работник.фио}, {работник.должность}");
  const chosen = chooseTemplate(consent, LINK, onDrive(own, false));
  expect(chosen).toMatchObject({ own: true });
  expect(chosen.problems[0]?.what).toMatch(/для другой таблицы/);
});

test("an own template with a wrong tag stops the work and names the right one", async () => {
  const own = await templateOf("Согласие: {роботник.фио}, {работник.должность}, {работник.фио}");
  expect(() => chooseTemplate(consent, LINK, onDrive(own))).toThrow(/Вероятно, нужна \{работник\.фио\}/);
});

test("an own template that lacks what the law wants stops the work", async () => {
  const own = await templateOf("Согласие без имени");
  expect(() => chooseTemplate(consent, LINK, onDrive(own))).toThrow(/нет обязательной метки/);
});

test("two hundred pages are taken, with a warning that says how many", async () => {
  const lines = Array.from(
    { length: 1_000 },
    (_, index) => `${String(index)}. ${"Наставник помогает коллеге. ".repeat(18)}`,
  );
  const own = await templateOf("Согласие: {работник.фио}", ...lines);
  const chosen = chooseTemplate(consent, LINK, onDrive(own));
  expect(chosen.own).toBe(true);
  expect(chosen.problems).toMatchObject([
    { level: "warning", what: expect.stringMatching(/20\d\sстраниц/) as unknown },
  ]);
});

test("big pictures are told of, and refused where they would not fit", async () => {
  const zip = new PizZip(await templateOf("Согласие: {работник.фио}"), { base64: true });
  // Noise does not compress: as photographs do not.
  zip.file("word/media/image1.png", randomBytes(600_000).toString("latin1"), { binary: true });
  const own = zip.generate({ type: "base64", compression: "DEFLATE" });
  const { problems } = inspectTemplate(consent, "file", onDrive(own));
  expect(problems.map(({ level, what }) => `${level}: ${what}`).join()).toMatch(
    /^warning: Шаблон занимает 0,6 МБ: .*картинки/,
  );
  expect(sizeProblems({ bytes: 4_000_000, pictures: true, characters: 0 })).toMatchObject([{ level: "error" }]);
  expect(sizeProblems({ bytes: 200_000, pictures: true, characters: 80_000 })).toEqual([]);
});

test("the school's own template begins as a copy of the built-in one; asked again, it is the same file untouched", () => {
  const kept = memoryDrive();
  const drive = {
    find: (keys: readonly string[]) =>
      keys.flatMap((key) => {
        const fileId = kept.papers.get(key)?.fileId;
        return fileId === undefined ? [] : [{ key, fileId, url: `https://docs.google.com/document/d/${fileId}/edit` }];
      }),
    save: (papers: Parameters<typeof kept.save>[0], folder: string) => [
      ...kept.save(papers, folder, { key: "folder", name: "Шаблоны" }),
    ],
  };
  const link = copyForEditing(consent, "folder", drive);
  const [copy] = [...kept.papers.values()];
  expect(copy?.docx).toBe(builtInDocx(consent.templateKey));
  expect(copyForEditing(consent, "folder", drive)).toBe(link);
  expect(kept.papers.size).toBe(1);
});

// The school's own templates, right and wrong: made, changed in Google Docs, spoiled, lost; nothing is made from a bad one.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import PizZip from "pizzip";
import { docxText } from "../../sandbox/drive/docx";
import { driveFiles } from "../../sandbox/drive/files";
import { driveState, type StoredFile } from "../../sandbox/drive/state";
import type { TemplateCheck } from "../../src/papers/templates/templatesView";
import { openSchool, Refusal, reopenSchool, type School } from "./school";
import { START_FORM } from "./schoolYear.story";

const KIND = "regulation";

let folder: string;
let first: TemplateCheck;
let school: School;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "templates-"));
  const made = openSchool({ folder });
  made.call("setUp", START_FORM);
  first = made.call("makeOwnTemplate", KIND);
  made.world.save();
}, 120_000);
beforeEach(() => {
  school = reopenSchool(folder);
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The template's file on Drive. */
function file(): StoredFile {
  const id = /\/d\/([\w-]+)/.exec(school.table("Шаблоны")[0]?.["Ссылка на шаблон"] ?? "")?.[1] ?? "";
  const found = driveState(school.world).files[id];
  if (found === undefined) throw new Error("The template is not on Drive.");
  return found;
}

/** The curator works on the template in Google Docs. */
function edit(change: (xml: string, archive: PizZip) => string): void {
  const template = file();
  const archive = new PizZip(school.world.blobs.get(template.content ?? ""));
  archive.file("word/document.xml", change(archive.file("word/document.xml")?.asText() ?? "", archive));
  template.content = school.world.blobs.put(archive.generate({ type: "uint8array", compression: "DEFLATE" }));
}

const make = () => {
  const values = school.call("proposeAnswers", { kind: KIND, subject: null });
  return school.call("makePapers", { kind: KIND, subjects: [], values, document: null });
};
const paperText = (): string => school.document(make().made[0]?.document ?? "");

function refusal(ask: () => unknown): string {
  try {
    ask();
  } catch (failure) {
    if (failure instanceof Refusal) return failure.message;
    throw failure;
  }
  throw new Error("Nothing was refused.");
}

const said = ({ problems }: TemplateCheck): string => problems.map(({ what, mend }) => `${what} ${mend}`).join("\n");

test("a template is made once, changed, used, checked, given up and taken up again with its changes", () => {
  const { own, problems } = first;
  expect({ state: own.state, checkedOn: own.checkedOn, problems }).toEqual({
    state: "проверен",
    checkedOn: "2026-09-01",
    problems: [],
  });
  expect(school.call("makeOwnTemplate", KIND).own.link).toBe(own.link);
  school.call("insertTag", { kind: KIND, tag: "Наш герб. {руководитель.фио|дательный|инициалы_сзади}" });
  expect(docxText(school.world.blobs.get(file().content ?? ""))).toMatch(/\nНаш герб\. \{руководитель[^\n]*$/);
  expect(paperText()).toMatch(/Наш герб\. [А-ЯЁ][а-яё]+\s[А-ЯЁ]\.\s[А-ЯЁ]\.$/);
  school.call("dropOwnTemplate", KIND);
  expect(school.table("Шаблоны")).toEqual([]);
  expect(paperText()).not.toContain("Наш герб");
  expect(school.call("makeOwnTemplate", KIND).own.link).toBe(own.link);
  expect(paperText()).toContain("Наш герб");
  expect(school.table("Шаблоны")).toHaveLength(1);
}, 60_000);

describe("a template that is spoiled", () => {
  test.each<[string, (xml: string) => string, RegExp]>([
    [
      "has a wrong tag",
      (xml) => xml.replace("<w:sectPr", paragraph("{рукаводитель.фио}")),
      /Вероятно, нужна \{руководитель\.фио\}/,
    ],
    [
      "has a repeat without an end",
      (xml) => xml.replace("<w:sectPr", paragraph("{#организация}")),
      /Повтор \{#организация\} не закончен/,
    ],
    ["has a tag without its brace", (xml) => xml.replace("<w:sectPr", paragraph("{организация и далее")), /не закрыта/],
  ])("%s: it is said on demand, kept on «Шаблоны», and nothing is made", (_what, change, words) => {
    edit((xml) => change(xml.replace(/<w:sectPr(?=[^]*$)/, "<w:sectPr")));
    const check = school.call("checkOwnTemplate", KIND);
    expect(check.own.state).toBe("есть ошибки");
    expect(said(check)).toMatch(words);
    expect(school.table("Шаблоны")[0]?.["Состояние"]).toBe("есть ошибки");
    expect(refusal(make)).toMatch(words);
    expect(school.records("Документы")).toEqual([]);
  });

  test("is too large for Google to give: it is said, and nothing is made", () => {
    const template = file();
    const archive = new PizZip(school.world.blobs.get(template.content ?? ""));
    archive.file("word/media/photo.jpg", randomBytes(11 * 1024 * 1024));
    template.content = school.world.blobs.put(archive.generate({ type: "uint8array", compression: "STORE" }));
    const check = school.call("checkOwnTemplate", KIND);
    expect(said(check)).toMatch(/больше 10 МБ.*картинки/);
    expect(check.own.state).toBe("есть ошибки");
    expect(refusal(make)).toMatch(/больше 10 МБ/);
  });

  test("has two hundred pages and a picture: it is told and used", () => {
    edit((xml, archive) => {
      archive.file("word/media/logo.png", randomBytes(600_000));
      const pages = Array.from({ length: 200 }, (_, page) =>
        paragraph(`Страница ${page}. ${"Наставник помогает. ".repeat(130)}`),
      );
      return xml.replace(/<w:sectPr(?![^]*<w:sectPr)/, `${pages.join("")}<w:sectPr`);
    });
    const check = school.call("checkOwnTemplate", KIND);
    expect(check.own.state).toBe("проверен");
    expect(said(check)).toMatch(/занимает 0,[67] МБ: в нём большие картинки[^]*примерно 2\d\d\sстраниц/);
    expect(paperText()).toContain("Страница 199.");
  }, 30_000);
});

describe("a template that is lost", () => {
  test.each<[string, () => void, RegExp]>([
    ["lies in the bin", () => driveFiles(school.world).trash(file().id), /лежит в корзине.*восстановите/],
    [
      "is deleted for good",
      () => Reflect.deleteProperty(driveState(school.world).files, file().id),
      /не найден: он удалён/,
    ],
    [
      "was made by another account",
      () => Object.assign(file(), { createdBy: { scriptId: school.script.id, user: "other@school.example" } }),
      /принадлежит другой учётной записи/,
    ],
  ])("%s: the built-in one is taken, with a warning; a tag is not put anywhere", (_what, lose, words) => {
    lose();
    const check = school.call("checkOwnTemplate", KIND);
    expect(check.own.state).toBe("не найден");
    expect(said(check)).toMatch(words);
    const { made, warnings } = make();
    expect(made).toHaveLength(1);
    expect(warnings.join(" ")).toMatch(words);
    expect(refusal(() => school.call("insertTag", { kind: KIND, tag: "{организация}" }))).toMatch(
      /не найден.*«Проверить»/,
    );
    school.call("dropOwnTemplate", KIND);
    expect(school.call("makeOwnTemplate", KIND).own.state).toBe("проверен");
  });

  test("belongs to the workbook that this one was copied from: it serves, is not changed from here, and is told of", () => {
    Object.assign(file().appProperties, { nastavnikBook: "another" });
    const check = school.call("checkOwnTemplate", KIND);
    expect(check.own.state).toBe("проверен");
    expect(said(check)).toMatch(/для другой таблицы/);
    expect(refusal(() => school.call("insertTag", { kind: KIND, tag: "{организация}" }))).toMatch(/другой таблицы/);
  });
});

test("another curator sees the tags and is told whose the templates are", () => {
  const deputy = "deputy@school.example";
  school.world.addUser(deputy);
  const book = driveFiles(school.world).find(school.spreadsheetId);
  book?.permissions.push({ id: "deputy", type: "user", role: "writer", emailAddress: deputy });
  expect(school.callAs(deputy, "loadTemplates")).toMatchObject({ owner: school.curator });
  for (const ask of ["checkOwnTemplate", "makeOwnTemplate"] as const) {
    const kind = ask === "makeOwnTemplate" ? "roadmap" : KIND;
    expect(refusal(() => school.callAs(deputy, ask, kind))).toMatch(/файлы принадлежат учётной записи sedykh/);
  }
  expect(refusal(() => school.callAs(deputy, "insertTag", { kind: KIND, tag: "{организация}" }))).toMatch(
    /принадлежат/,
  );
});

test("a tag that the paper has not is not put into its template", () => {
  expect(refusal(() => school.call("insertTag", { kind: KIND, tag: "{пароль}" }))).toMatch(/нет метки \{пароль\}/);
  expect(refusal(() => school.call("insertTag", { kind: KIND, tag: "просто текст" }))).toMatch(/Не выбрана метка/);
});

function paragraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

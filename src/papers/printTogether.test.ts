// One print of many documents: as they lie on Drive, in the order asked for.
import { templateOf, textOf } from "../../test/docx";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import type { PaperFile } from "../google/drive";
import { settings } from "../school/settings.table";
import { printTogether, type PrintStore } from "./printTogether";

let wb: MemoryWorkbook;
let drive: Map<string, string>;
let saved: Map<string, PaperFile>;
const store: PrintStore = {
  read: (fileIds) => fileIds.map((fileId) => drive.get(fileId) ?? null),
  save: (papers) =>
    papers.map((paper) => {
      saved.set(paper.key, paper);
      return {
        key: paper.key,
        fileId: `print-${paper.key}`,
        url: `https://docs.google.com/document/d/${paper.key}/edit`,
      };
    }),
};

beforeEach(async () => {
  wb = memoryWorkbook("2026-09-14");
  wb.setSettings(settings, { folderId: "folder" });
  drive = new Map();
  saved = new Map();
  for (const name of ["Первый", "Второй", "Третий"]) {
    const { code } = wb.add(documents, {
      paper: "Согласие на обработку персональных данных",
      heading: name,
      status: DOCUMENT_STATUS.draft,
      fileId: name,
    });
    expect(code).not.toBe("");
    drive.set(name, await templateOf(name));
  }
});
const codes = (): string[] => wb.all(documents).map(({ code }) => code);

test("documents from one template make one print, in the order asked for", () => {
  const prints = printTogether(wb, [...codes()].reverse(), store);
  expect(prints).toMatchObject([{ name: "Согласие на обработку персональных данных: 3 документа", documents: 3 }]);
  const [print] = [...saved.values()];
  expect(
    textOf(print?.docx ?? "")
      .replace(/\n+/g, "\n")
      .trim(),
  ).toBe("Третий\nВторой\nПервый");
});

test("printing again fills the same Google Doc", () => {
  printTogether(wb, codes(), store);
  printTogether(wb, codes(), store);
  expect(saved.size).toBe(1);
});

test("a document whose file is gone is named, and nothing is printed by halves", () => {
  drive.delete("Второй");
  expect(() => printTogether(wb, codes(), store)).toThrow(/больше нет: .*Второй/);
  expect(saved.size).toBe(0);
});

test("a code that the register does not know is refused", () => {
  expect(() => printTogether(wb, ["Д-2026-99"], store)).toThrow(/Д-2026-99/);
});

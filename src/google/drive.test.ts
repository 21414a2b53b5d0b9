// Papers on the sandbox's Drive: one Doc for each key of a workbook, whatever else the account keeps there.
import { readFileSync } from "node:fs";
import { createWorld, installGlobals } from "../../sandbox/index";
import { driveFiles } from "../../sandbox/drive/files";
import { ensureFolder, findByKeys, isOurs, saveDocuments } from "./drive";

const CURATOR = "curator@school.example";
// Any .docx will do; this one is built before the tests.
const docx = readFileSync(".templates/prikaz-o-zakreplenii.docx").toString("base64");
const order = { key: "assignmentOrder:2026-2027-1:1", name: "Приказ", docx };

let world: ReturnType<typeof createWorld>;
let installed: ReturnType<typeof installGlobals>;
let school: string;
let copy: string;
beforeEach(() => {
  world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
  installed = installGlobals(world, { user: CURATOR });
  school = installed.script.containerId ?? "";
  copy = SpreadsheetApp.create("Копия таблицы").getId();
});
afterEach(() => {
  installed.uninstall();
});

/** The same add-on and account, in another workbook. */
function goTo(workbook: string): void {
  SpreadsheetApp.setActiveSpreadsheet(SpreadsheetApp.openById(workbook));
}

test("two workbooks of one account have each their own folder, and the same order is a Doc in each", () => {
  const folder = ensureFolder("Наставничество", null);
  const [first] = saveDocuments([order], folder.id);
  goTo(copy);
  expect(findByKeys([order.key])).toEqual([]);
  const otherFolder = ensureFolder("Наставничество", null);
  expect(otherFolder.made).toBe(true);
  expect(otherFolder.id).not.toBe(folder.id);
  const [second] = saveDocuments([order], otherFolder.id);
  expect(second?.fileId).not.toBe(first?.fileId);
  expect(findByKeys([order.key])).toEqual([second]);
  goTo(school);
  expect(findByKeys([order.key])).toEqual([first]);
  expect(ensureFolder("Наставничество", null)).toEqual({ id: folder.id, made: false });
});

test("a copied workbook knows the original's folder and Docs by its cells, and leaves them alone", () => {
  const folder = ensureFolder("Наставничество", null);
  const [first] = saveDocuments([order], folder.id);
  goTo(copy);
  expect(isOurs(folder.id)).toBe(false);
  expect(() => saveDocuments([{ ...order, fileId: first?.fileId ?? null }], folder.id)).toThrow(
    /Папка этой таблицы .* не найдена.*«Восстановить»/,
  );
  const own = ensureFolder("Наставничество", folder.id);
  expect(own.made).toBe(true);
  const [second] = saveDocuments([{ ...order, fileId: first?.fileId ?? null, name: "Приказ копии" }], own.id);
  expect(second?.fileId).not.toBe(first?.fileId);
  expect(driveFiles(world).find(first?.fileId ?? "")?.name).toBe("Приказ");
});

test("a known Doc is filled anew in place; one in the bin is made anew beside it", () => {
  const folder = ensureFolder("Наставничество", null);
  const [first] = saveDocuments([order], folder.id);
  const known = { ...order, fileId: first?.fileId ?? null, name: "Приказ № 1" };
  expect(saveDocuments([known], folder.id)).toEqual([first]);
  driveFiles(world).trash(first?.fileId ?? "");
  expect(saveDocuments([known], folder.id)[0]?.fileId).not.toBe(first?.fileId);
});

test("a Doc that an interrupted run has left on Drive is taken over by its key", () => {
  const folder = ensureFolder("Наставничество", null);
  const [left] = saveDocuments([order], folder.id);
  expect(saveDocuments([{ ...order, name: "Приказ (проект)" }], folder.id)).toEqual([left]);
  expect(driveFiles(world).find(left?.fileId ?? "")?.name).toBe("Приказ (проект)");
});

test("papers of a school year lie in its own folder, found again after it was renamed", () => {
  const year = { key: "folder:2026/2027", name: "2026–2027 учебный год" };
  const folder = ensureFolder("Наставничество", null);
  const [first] = saveDocuments([order], folder.id, year);
  const [yearFolder] = driveFiles(world).find(first?.fileId ?? "")?.parents ?? [];
  expect(driveFiles(world).find(yearFolder ?? "")).toMatchObject({ name: year.name, parents: [folder.id] });
  driveFiles(world).rename(yearFolder ?? "", "Документы этого года");
  const [second] = saveDocuments([{ ...order, key: "programme:П-1:1" }], folder.id, year);
  expect(driveFiles(world).find(second?.fileId ?? "")?.parents).toEqual([yearFolder]);
});

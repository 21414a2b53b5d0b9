// Making papers: once each, again when asked, a new version after signing, nothing lost in an interruption.
import { templateOf, textOf } from "../../test/docx";
import { memoryDrive, type MemoryDrive } from "../../test/memoryDrive";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import type { CalendarDate } from "../workbook/calendarDate";
import { DOCUMENT_STATUS, documents } from "./documents.table";
import { makeDocuments, registerDocument, type DocumentRequest, type PaperStore } from "./makeDocuments";
import type { Paper, Registration } from "./paper";
import { date } from "./values";

interface NoticeInput {
  readonly text: string;
  readonly registration: Registration | null;
}
const notice: Paper<NoticeInput> = {
  key: "notice",
  title: "Приказ о проверке",
  templateKey: "assignmentOrder",
  heading: () => "О проверке",
  data: (input) => ({
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    текст: input.text,
  }),
  tags: [],
  sample: { text: "", registration: null },
};

const WORKSHOP = {
  folderId: "folder",
  yearFolder: { key: "folder:2026/2027", name: "2026–2027 учебный год" },
  ownForms: [],
};
const ON = "2026-09-14" as CalendarDate;

const order = (text = "", subject = "2026-1"): DocumentRequest<NoticeInput> => ({
  subject,
  input: (registration) => ({ text, registration }),
  pairs: ["П-2026-01"],
  people: ["Р-001", "Р-002"],
});

let wb: MemoryWorkbook;
let drive: MemoryDrive;
beforeEach(async () => {
  const docx = await templateOf("{дата|прописью|или: «___» ____ 20__ г.} № {номер|или: ____}", "{текст}");
  wb = memoryWorkbook(ON);
  drive = { ...memoryDrive(), choose: () => ({ docx, own: false, problems: [] }) };
});

const register = (number: string | null = null, store: PaperStore = drive) =>
  registerDocument(wb, notice, order(), { number, date: ON, pattern: "{номер}-02" }, WORKSHOP, store);

test("a draft has no number and no date, in the register and on paper", () => {
  const [made] = makeDocuments(wb, notice, [order()], WORKSHOP, drive);
  expect(made?.record).toMatchObject({ status: DOCUMENT_STATUS.draft, number: null, signedOn: null, version: 1 });
  expect(textOf([...drive.papers.values()][0]?.docx ?? "")).toBe("«___» ____ 20__ г. № ____\n");
});

test("made again, a draft stays one record and one Doc, with the new content", () => {
  makeDocuments(wb, notice, [order()], WORKSHOP, drive);
  makeDocuments(wb, notice, [order("Новый текст")], WORKSHOP, drive);
  expect(wb.all(documents)).toHaveLength(1);
  expect(drive.papers.size).toBe(1);
  expect(textOf([...drive.papers.values()][0]?.docx ?? "")).toContain("Новый текст");
});

test("a Doc that an interrupted run left on Drive is taken over, not doubled", () => {
  makeDocuments(memoryWorkbook(ON), notice, [order()], WORKSHOP, drive); // its register was never written
  const [left] = [...drive.papers.values()];
  const [made] = makeDocuments(wb, notice, [order()], WORKSHOP, drive);
  expect(drive.papers.size).toBe(1);
  expect(made?.record.fileId).toBe(left?.fileId);
});

test("registration puts number and date on paper and into the register", () => {
  makeDocuments(wb, notice, [order()], WORKSHOP, drive);
  const { record } = register();
  expect(record).toMatchObject({ status: DOCUMENT_STATUS.signed, number: "1-02", signedOn: ON });
  const [paper] = [...drive.papers.values()];
  expect(textOf(paper?.docx ?? "").replace(/\u00a0/g, " ")).toBe("14 сентября 2026 г. № 1-02\n");
  expect(paper?.name).toContain("№ 1-02 от 14.09.2026");
});

test("an interrupted registration keeps the number it has given", () => {
  makeDocuments(wb, notice, [order()], WORKSHOP, drive);
  const broken: PaperStore = {
    ...drive,
    save: () => {
      throw new Error("killed");
    },
  };
  expect(() => register(null, broken)).toThrow("killed");
  expect(wb.all(documents)[0]).toMatchObject({ number: "1-02", status: DOCUMENT_STATUS.draft });
  expect(register().record).toMatchObject({ number: "1-02", status: DOCUMENT_STATUS.signed });
});

test("a signed order that changes gets a second version; once registered, it supersedes the first", () => {
  makeDocuments(wb, notice, [order()], WORKSHOP, drive);
  const first = register().record;
  const [second] = makeDocuments(wb, notice, [order("Изменено")], WORKSHOP, drive);
  expect(second?.record).toMatchObject({ version: 2, supersedes: first.code, number: null });
  expect(drive.papers.size).toBe(2);
  expect(wb.find(documents, first.code)?.status).toBe(DOCUMENT_STATUS.signed);
  register("2-02");
  expect(wb.find(documents, first.code)?.status).toBe(DOCUMENT_STATUS.superseded);
});

test("what is not drafted cannot be registered", () => {
  expect(() => register()).toThrow(/Нет проекта/);
});

test("many documents go up together", () => {
  let uploads = 0;
  const counting: PaperStore = {
    ...drive,
    save: (papers, folder, subfolder) => {
      uploads++;
      return drive.save(papers, folder, subfolder);
    },
  };
  const requests = Array.from({ length: 30 }, (_, index) => order("", String(index)));
  makeDocuments(wb, notice, requests, WORKSHOP, counting);
  makeDocuments(wb, notice, requests, WORKSHOP, counting);
  expect(uploads).toBe(2);
  expect(wb.all(documents)).toHaveLength(30);
  expect(drive.papers.size).toBe(30);
});

// Making papers of any kind: whom they are about, what is kept, what is made anew, what keeps them back.
import { textOf } from "../../test/docx";
import { certificates, findInvented, inventedDrive, orders, otherOrders, schoolOf } from "../../test/inventedPapers";
import type { MemoryDrive } from "../../test/memoryDrive";
import type { MemoryWorkbook } from "../../test/memoryWorkbook";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { people } from "../bank/people.table";
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { loadDraft, loadPaper, loadPapers, loadWanted } from "./loadPapers";
import { makePapers } from "./makePapers";
import type { AnyPaperKind } from "./paperKind";
import type { PaperInput, PapersMade } from "./papersView";
import { checkPaper } from "./preflight";
import { agreePaper, registerPapers } from "./registerPapers";
import { casesOf } from "./subjects";

const ON = "2026-09-14" as CalendarDate;

let wb: MemoryWorkbook;
let drive: MemoryDrive;
let space: number | null;
beforeEach(async () => {
  space = null;
  wb = schoolOf(3);
  drive = await inventedDrive();
});

const asked = (kind: AnyPaperKind, more: Partial<PaperInput> = {}): PaperInput => ({
  kind: kind.paper.key,
  subjects: [],
  values: { reason: "за труд" },
  document: null,
  ...more,
});
const make = (kind: AnyPaperKind, more: Partial<PaperInput> = {}): PapersMade =>
  makePapers(wb, kind, casesOf(wb, kind, asked(kind, more)), drive);
const check = (kind: AnyPaperKind, more: Partial<PaperInput> = {}) =>
  checkPaper(wb, kind, casesOf(wb, kind, asked(kind, more)), { ...drive, freeSpace: () => space });
const keys = () => wb.all(documents).map(({ key }) => key);
const paperOf = (code: string): string => {
  const key = wb.find(documents, code)?.key ?? "";
  return textOf(drive.papers.get(key)?.docx ?? "");
};

describe("whom a document is about", () => {
  test("one a year: asked for again it is the same document", () => {
    make(otherOrders);
    make(otherOrders, { values: { reason: "иначе" } });
    expect(keys()).toEqual(["otherOrder:2026-2027:1"]);
    expect(paperOf("Д-2026-01")).toContain("иначе");
  });

  test("many a year: each new one has the next number, the same answers the same draft", () => {
    make(orders, { values: { reason: "первый" } });
    make(orders, { values: { reason: "второй" } });
    make(orders, { values: { reason: "первый" } });
    expect(keys()).toEqual(["inventedOrder:2026-2027-1:1", "inventedOrder:2026-2027-2:1"]);
  });

  test("a draft that is changed keeps its own number, and remembers its new answers", () => {
    make(orders, { values: { reason: "первый" } });
    make(orders, { values: { reason: "второй" } });
    make(orders, { document: "Д-2026-01", values: { reason: "исправлено" } });
    expect(keys()).toHaveLength(2);
    expect(paperOf("Д-2026-01")).toContain("исправлено");
    expect(loadDraft(wb, "Д-2026-01", findInvented)).toMatchObject({
      subject: "2026-2027-1",
      values: { reason: "исправлено" },
    });
  });

  test("several people: what is typed is common, what is left empty is each one's own", () => {
    make(certificates, { subjects: ["Р-001", "Р-002"], values: { reason: "" } });
    expect(paperOf("Д-2026-01")).toContain("за работу (Р-001)");
    expect(paperOf("Д-2026-02")).toContain("за работу (Р-002)");
    make(certificates, { subjects: ["Р-001", "Р-002"], values: { reason: "за всё" } });
    expect(paperOf("Д-2026-02")).toContain("за всё");
    expect(keys()).toHaveLength(2);
  });

  test("nobody chosen, a document of another kind, a document that is not there: refused in Russian", () => {
    make(orders);
    expect(() => make(certificates)).toThrow(/Никто не выбран/);
    expect(() => make(certificates, { document: "Д-2026-01" })).toThrow(/другого вида/);
    expect(() => make(orders, { document: "Д-2026-77" })).toThrow(/нет на вкладке «Документы»/);
  });
});

test("a signed document gets a second version about the same subject, and only the last one is changed", () => {
  make(orders);
  registerPapers(wb, ["Д-2026-01"], { number: null, signedOn: ON }, findInvented, drive);
  make(orders, { document: "Д-2026-01", values: { reason: "исправлено" } });
  make(orders, { document: "Д-2026-01", values: { reason: "исправлено снова" } });
  expect(keys()).toEqual(["inventedOrder:2026-2027-1:1", "inventedOrder:2026-2027-1:2"]);
  expect(paperOf("Д-2026-01")).toContain("за труд");
  expect(paperOf("Д-2026-02")).toContain("исправлено снова");
});

test("an agreed document that is changed has to be agreed again, and the curator is told so", () => {
  make(orders);
  agreePaper(wb, "Д-2026-01");
  const { warnings } = make(orders, { document: "Д-2026-01", values: { reason: "иначе" } });
  expect(wb.find(documents, "Д-2026-01")?.status).toBe(DOCUMENT_STATUS.draft);
  expect(warnings.join()).toContain("Согласуйте его ещё раз");
});

describe("what keeps a document back", () => {
  const withdraw = (person: string): void => {
    const worker = wb.find(people, person);
    wb.add(consents, {
      person,
      fullName: worker?.fullName ?? "",
      kind: CONSENT_KIND.personalData,
      givenOn: "2026-09-01" as CalendarDate,
      withdrawnOn: ON,
    });
  };

  test("a withdrawn consent, the kind's own obstacle and an empty required value are told by subject", () => {
    withdraw("Р-001");
    wb.update(people, "Р-002", { employment: "уволен" });
    const found = check(certificates, { subjects: ["Р-001", "Р-002", "Р-003"] });
    expect(found.obstacles.filter(({ level }) => level === "error").map(({ subject }) => subject)).toEqual([
      "Р-001",
      "Р-002",
    ]);
    expect(found.ready).toEqual(["Р-003"]);
    expect(check(certificates, { subjects: ["Р-003"], values: { reason: " " } }).obstacles).toContainEqual(
      expect.objectContaining({ level: "error", subject: "Р-003", what: expect.stringContaining("за что") as string }),
    );
  });

  test("nothing is made by halves: one bad subject and none is made; without it the others are", () => {
    withdraw("Р-001");
    expect(() => make(certificates, { subjects: ["Р-001", "Р-002"] })).toThrow(/отозвано согласие/);
    expect(keys()).toEqual([]);
    expect(drive.papers.size).toBe(0);
    make(certificates, { subjects: check(certificates, { subjects: ["Р-001", "Р-002"] }).ready });
    expect(keys()).toHaveLength(1);
  });

  test("number and date are no obstacle before the registration", () => {
    expect(check(orders).obstacles.filter(({ level }) => level === "error")).toEqual([]);
  });

  test("a setting that the paper prints and nobody has filled is told with its place; one it leaves out is not", () => {
    const [first, ...rest] = check(orders).obstacles;
    expect(first).toMatchObject({ level: "warning", place: { tab: "Настройки", code: "Адрес организации" } });
    expect(rest).toEqual([]);
  });

  test("a broken template keeps all of it back", () => {
    drive = { ...drive, choose: () => ({ docx: "????", own: true, problems: [] }) };
    const found = check(orders);
    expect(found.ready).toEqual([]);
    expect(found.obstacles).toContainEqual(expect.objectContaining({ level: "error", subject: "" }));
  });

  test("somebody whose row has gone is an obstacle, not a breakdown", () => {
    expect(check(certificates, { subjects: ["Р-099"] })).toMatchObject({
      ready: [],
      obstacles: expect.arrayContaining([expect.objectContaining({ subject: "Р-099" })]) as unknown,
    });
  });

  test("too little room on Drive is told before anything is made", () => {
    space = 100_000;
    expect(check(certificates, { subjects: ["Р-001", "Р-002"] }).obstacles).toContainEqual(
      expect.objectContaining({ level: "warning", what: expect.stringContaining("не хватает места") as string }),
    );
    space = 10;
    expect(check(certificates, { subjects: ["Р-001"] }).ready).toEqual([]);
  });

  test("looking makes nothing", () => {
    check(certificates, { subjects: ["Р-001"] });
    expect([keys(), drive.papers.size, wb.journal]).toEqual([[], 0, []]);
  });
});

test("the forms that the paper uses are shown by word and case", () => {
  expect(check(certificates, { subjects: ["Р-001"] }).forms).toEqual([
    {
      word: "Петрова Анна Ильинична",
      forms: [{ case: "дательный", form: "Петровой Анне Ильиничне" }],
      doubt: "",
      own: false,
    },
  ]);
});

describe("what the sidebar is told", () => {
  test("kinds, the register with the newest first, and what may be done with each document", () => {
    make(orders);
    make(certificates, { subjects: ["Р-001"] });
    registerPapers(wb, ["Д-2026-01"], { number: null, signedOn: ON }, findInvented, drive);
    const view = loadPapers(wb, [certificates, orders], null);
    expect(view).toMatchObject({ schoolYear: "2026/2027", registerTotal: 2, start: null });
    expect(view.register).toMatchObject([
      { code: "Д-2026-02", registerLabel: "Записать подписанный", numbered: false, people: ["Р-001"] },
      { code: "Д-2026-01", registerLabel: null, numbered: true, number: "1-02", signedOn: ON },
    ]);
    expect(loadWanted(wb, [certificates, orders])).toEqual({ inventedCertificate: 3 });
  });

  test("a kind with its subjects, each with its last document", () => {
    make(certificates, { subjects: ["Р-002"] });
    const view = loadPaper(wb, certificates);
    expect(view.subjects.map(({ subject, document }) => [subject, document?.code ?? null])).toEqual([
      ["Р-001", null],
      ["Р-002", "Д-2026-01"],
      ["Р-003", null],
    ]);
  });
});

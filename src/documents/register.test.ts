// The register: keys, versions and numbers.
import { calendarDate, type CalendarDate } from "../workbook/calendarDate";
import { memoryWorkbook } from "../../test/memoryWorkbook";
import { DOCUMENT_STATUS, documents, type DocumentDraft, type DocumentRecord } from "./documents.table";
import { checkDraft, checkNumber, documentKey, latestVersions, nextNumber, planDocument, sameFamily } from "./register";

const day = (text: string): CalendarDate => {
  const [year = 0, month = 0, dayOfMonth = 0] = text.split("-").map(Number);
  const found = calendarDate(year, month, dayOfMonth);
  if (found === null) throw new Error(text);
  return found;
};

const ORDERS = sameFamily("Приказ о поощрении");

function registerOf(...drafts: Partial<DocumentDraft>[]): readonly DocumentRecord[] {
  const wb = memoryWorkbook("2026-09-14");
  drafts.forEach((draft) => wb.add(documents, { paper: "Приказ о закреплении", ...draft }));
  return wb.all(documents);
}

describe("numbers", () => {
  const numbered = (number: string, signedOn: string, paper = "Приказ о закреплении"): Partial<DocumentDraft> => ({
    number,
    signedOn: day(signedOn),
    paper,
  });

  test.each([
    ["{номер}-н/{год}", ["12-н/2026", "3-н/2026"], "13-н/2026"],
    ["{номер}-02", ["84-02"], "85-02"],
    ["{номер}", [], "1"],
    ["Н-{номер}", ["Н-9", "не по образцу"], "Н-10"],
    ["забыли метку", ["7"], "8"],
  ])("by the pattern %s after %j comes %s", (pattern, taken, expected) => {
    const register = registerOf(...taken.map((number) => numbered(number, "2026-09-01")));
    expect(nextNumber(pattern, register, ORDERS, day("2026-09-14"))).toBe(expected);
  });

  test("begin anew each year and are counted apart from programmes", () => {
    const register = registerOf(numbered("40", "2025-12-30"), numbered("7", "2026-02-01", "Программа наставничества"));
    expect(nextNumber("{номер}", register, ORDERS, day("2026-09-14"))).toBe("1");
  });

  test("a cancelled order keeps its number", () => {
    const register = registerOf({ ...numbered("5", "2026-09-01"), status: DOCUMENT_STATUS.cancelled }, {});
    expect(nextNumber("{номер}", register, ORDERS, day("2026-09-14"))).toBe("6");
    const [, draft] = register;
    if (draft === undefined) throw new Error("no draft");
    expect(() => {
      checkNumber(register, draft, "5", ORDERS, day("2026-09-14"));
    }).toThrow(/уже занят/);
  });

  test("an empty number, a day to come and a signed document are refused", () => {
    const register = registerOf({}, { status: DOCUMENT_STATUS.signed });
    const [draft, signed] = register;
    if (draft === undefined || signed === undefined) throw new Error("no records");
    const register1 = (record: DocumentRecord, number: string, on: string) => () => {
      checkDraft(record, day(on), day("2026-09-14"));
      checkNumber(register, record, number, ORDERS, day(on));
    };
    expect(register1(draft, " ", "2026-09-14")).toThrow(/номер/);
    expect(register1(draft, "1", "2026-09-15")).toThrow(/не наступила/);
    expect(register1(signed, "1", "2026-09-14")).toThrow(/не проект/);
    expect(register1(draft, "1", "2026-09-14")).not.toThrow();
  });
});

test("the last version about a subject is found, whatever stands in the register before and after it", () => {
  const key = (subject: string, version: number) => documentKey("order", subject, version);
  const register = registerOf(
    { key: key("2026-2027", 2), version: 2 },
    { key: key("2026-2027", 1), version: 1 },
    { key: key("2026-2027-1", 1), version: 1 },
    {},
  );
  const latest = latestVersions(register);
  expect(latest("order", "2026-2027")?.version).toBe(2);
  expect(latest("order", "2025-2026")).toBeUndefined();
});

describe("keys", () => {
  test("fit what Drive allows, however long the subject, and differ for different subjects", () => {
    const long = documentKey("personalDataConsent", "П-2026-01; ".repeat(200), 1);
    expect(Buffer.byteLength(`nastavnikKey${long}`)).toBeLessThanOrEqual(124);
    expect(long).not.toBe(documentKey("personalDataConsent", "П-2026-02; ".repeat(200), 1));
    expect(long).toBe(documentKey("personalDataConsent", "П-2026-01; ".repeat(200), 1));
  });

  test("one subject's documents are not mixed up with another's whose name begins alike", () => {
    const register = registerOf({ key: documentKey("order", "2026-1", 1), version: 1 });
    expect(planDocument(register, "order", "2026-11").action).toBe("create");
    expect(planDocument(register, "order", "2026-1").action).toBe("update");
  });
});

describe("what is done about a document that is asked for again", () => {
  const versioned = (version: number, status: DocumentDraft["status"]): Partial<DocumentDraft> => ({
    key: documentKey("order", "x", version),
    version,
    status,
  });
  test("a draft is made again in place", () => {
    expect(planDocument(registerOf(versioned(1, DOCUMENT_STATUS.draft)), "order", "x")).toMatchObject({
      action: "update",
    });
  });
  test("a signed one gets a next version that supersedes it", () => {
    const register = registerOf(versioned(1, DOCUMENT_STATUS.superseded), versioned(2, DOCUMENT_STATUS.signed));
    expect(planDocument(register, "order", "x")).toMatchObject({
      action: "create",
      version: 3,
      supersedes: register[1]?.code,
    });
  });
  test("after a cancelled one comes a next version that supersedes nothing", () => {
    expect(planDocument(registerOf(versioned(1, DOCUMENT_STATUS.cancelled)), "order", "x")).toMatchObject({
      action: "create",
      version: 2,
      supersedes: "",
    });
  });
});

// Registration: numbers by series, only dates where there are no numbers, effects once, whatever is interrupted.
import { textOf } from "../../test/docx";
import {
  certificates,
  findInvented,
  inventedDrive,
  orders,
  otherOrders,
  protocols,
  schoolOf,
} from "../../test/inventedPapers";
import type { MemoryDrive } from "../../test/memoryDrive";
import type { MemoryWorkbook } from "../../test/memoryWorkbook";
import { people } from "../bank/people.table";
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { loadPapers } from "./loadPapers";
import { makePapers } from "./makePapers";
import type { AnyPaperKind } from "./paperKind";
import { agreePaper, cancelPaper, proposeRegistration, registerPapers } from "./registerPapers";
import { casesOf } from "./subjects";

const ON = "2026-09-14" as CalendarDate;

let wb: MemoryWorkbook;
let drive: MemoryDrive;
beforeEach(async () => {
  wb = schoolOf(4);
  drive = await inventedDrive();
});

function draft(kind: AnyPaperKind, reason = "за труд", subjects: string[] = []): string {
  const input = { kind: kind.paper.key, subjects, values: { reason }, document: null };
  const made = makePapers(wb, kind, casesOf(wb, kind, input), drive).made;
  return made.map(({ document }) => document).join();
}
const register = (codes: string[], number: string | null = null, signedOn = ON) =>
  registerPapers(wb, codes, { number, signedOn }, findInvented, drive);
const record = (code: string) => wb.find(documents, code);
const paperOf = (code: string): string =>
  textOf(drive.papers.get(record(code)?.key ?? "")?.docx ?? "").replace(/\u00a0/g, " ");

describe("numbers", () => {
  test("orders of all kinds are numbered together, minutes apart, by their own patterns", () => {
    const codes = [draft(orders, "первый"), draft(otherOrders), draft(protocols), draft(orders, "второй")];
    register(codes);
    expect(codes.map((code) => record(code)?.number)).toEqual(["1-02", "2-02", "1", "3-02"]);
    expect(paperOf(codes[3] ?? "")).toContain("14.09.2026 № 3-02");
  });

  test("what the curator wrote into the register by hand under the same word counts too", () => {
    wb.add(documents, { paper: "Приказ о приёме", number: "83-02", signedOn: ON });
    const code = draft(orders);
    expect(proposeRegistration(wb, code, findInvented)).toEqual({ number: "84-02", signedOn: ON });
    register([code]);
    expect(record(code)?.number).toBe("84-02");
  });

  test("a typed number is taken as it is; one that is taken is refused, even by a cancelled order", () => {
    const [first, second] = [draft(orders, "первый"), draft(otherOrders)];
    register([first], "12-н/2026");
    cancelPaper(wb, first, "ошибка в дате", findInvented);
    expect(() => register([second], "12-н/2026")).toThrow(/уже занят/);
    expect(record(second)).toMatchObject({ number: null, status: DOCUMENT_STATUS.draft });
  });

  test("a paper without numbers gets only its date", () => {
    const code = draft(certificates, "за труд", ["Р-001"]);
    expect(proposeRegistration(wb, code, findInvented)).toEqual({ number: "", signedOn: ON });
    register([code], "55");
    expect(record(code)).toMatchObject({ number: null, signedOn: ON, status: DOCUMENT_STATUS.signed });
    expect(paperOf(code)).toContain("14.09.2026 № __");
    expect(drive.papers.get(record(code)?.key ?? "")?.name).toMatch(/ от 14\.09\.2026$/);
  });
});

describe("effects", () => {
  const note = () => wb.find(people, "Р-001")?.note;

  test("come with the signature, once, however often it is asked for", () => {
    const code = draft(certificates, "за труд", ["Р-001"]);
    expect(note()).toBeNull();
    register([code]);
    register([code]);
    expect(note()).toBe(`Справка ${code}.`);
  });

  test.each(Array.from({ length: 6 }, (_, at) => at + 1))(
    "interrupted before write %d and given again: one number, one version, the effect once",
    (at) => {
      const code = draft(certificates, "за труд", ["Р-001"]);
      const order = draft(orders);
      let writes = 0;
      const dying: MemoryWorkbook = {
        ...wb,
        save: () => {
          if (++writes === at) throw new Error("killed");
          wb.save();
        },
      };
      const whole = { number: null, signedOn: ON };
      expect(() => registerPapers(dying, [code, order], whole, findInvented, drive)).toThrow("killed");
      // Whoever looks meanwhile is offered to finish it.
      const offered = loadPapers(wb, [certificates, orders], null).register.filter((one) => one.registerLabel !== null);
      expect(offered.length).toBeGreaterThan(0);
      register([code, order]);
      expect(note()).toBe(`Справка ${code}.`);
      expect(record(order)).toMatchObject({ number: "1-02", status: DOCUMENT_STATUS.signed, version: 1 });
      expect(wb.all(documents)).toHaveLength(2);
      expect(loadPapers(wb, [certificates, orders], null).register.every((one) => one.registerLabel === null)).toBe(
        true,
      );
    },
  );
});

describe("refusals", () => {
  test("one draft that may not be registered keeps all of them back", () => {
    const [good, bad] = [draft(certificates, "за труд", ["Р-001"]), draft(certificates, "за труд", ["Р-002"])];
    wb.update(people, "Р-002", { employment: "уволен" });
    expect(() => register([good, bad])).toThrow(/уволен/);
    expect(record(good)).toMatchObject({ status: DOCUMENT_STATUS.draft, signedOn: null });
  });

  test("what only the signed paper tells is asked for at registration, not before", () => {
    const strict = {
      ...certificates,
      unsignable: () => [{ level: "error" as const, what: "Не отмечено.", mend: "…" }],
    };
    const code = draft(certificates, "за труд", ["Р-001"]);
    expect(() => registerPapers(wb, [code], { number: null, signedOn: ON }, () => strict, drive)).toThrow(
      "Не отмечено",
    );
  });

  test("a day to come, a cancelled document, a document of somebody else's", () => {
    const code = draft(orders);
    expect(() => register([code], null, "2026-09-15" as CalendarDate)).toThrow(/не наступила/);
    cancelPaper(wb, code, "не нужен", findInvented);
    expect(() => register([code])).toThrow(/уже не проект/);
    const foreign = wb.add(documents, { paper: "Архив", key: "archive:2026-2027:1" });
    expect(() => register([foreign.code])).toThrow(/не на этой странице/);
  });
});

test("a new version supersedes the signed one when it is registered", () => {
  const first = draft(orders);
  register([first]);
  const input = { kind: "inventedOrder", subjects: [], values: { reason: "иначе" }, document: first };
  const [made] = makePapers(wb, orders, casesOf(wb, orders, input), drive).made;
  const second = made?.document ?? "";
  expect(record(first)?.status).toBe(DOCUMENT_STATUS.signed);
  register([second]);
  expect([record(first)?.status, record(second)?.status]).toEqual([DOCUMENT_STATUS.superseded, DOCUMENT_STATUS.signed]);
  expect(record(second)).toMatchObject({ supersedes: first, number: "2-02" });
});

describe("agreeing and cancelling", () => {
  test("a draft is agreed once; a signed one is not agreed any more", () => {
    const code = draft(orders);
    agreePaper(wb, code);
    expect(agreePaper(wb, code)).toEqual({ document: code, status: DOCUMENT_STATUS.agreed });
    register([code]);
    expect(() => agreePaper(wb, code)).toThrow(/уже не проект/);
  });

  test("a cancellation needs a reason, keeps the number and is told to «Журнал»", () => {
    const code = draft(certificates, "за труд", ["Р-001"]);
    register([code]);
    expect(() => cancelPaper(wb, code, "  ", findInvented)).toThrow(/почему/);
    const { warnings } = cancelPaper(wb, code, "Ошибка в  дате.", findInvented);
    expect(warnings.join()).toContain("не отменяется само");
    expect(record(code)).toMatchObject({ status: DOCUMENT_STATUS.cancelled, signedOn: ON });
    expect(wb.journal[wb.journal.length - 1]).toEqual({
      what: "Справка: отменён. Причина: Ошибка в дате",
      records: [code],
    });
    expect(cancelPaper(wb, code, "ещё раз", findInvented).warnings).toEqual([]);
  });
});

describe("what waits", () => {
  const waiting = (kinds: readonly AnyPaperKind[]): string[] =>
    loadPapers(wb, kinds, null).register.flatMap(({ code, waits }) => (waits ? code : []));

  test("drafts and agreed papers wait, signed and cancelled ones do not", () => {
    const [signed, agreed, cancelled] = [draft(orders, "первый"), draft(otherOrders), draft(protocols)];
    register([signed]);
    agreePaper(wb, agreed);
    cancelPaper(wb, cancelled, "не понадобился", findInvented);
    const plain = draft(orders, "второй");
    expect(waiting([orders, otherOrders, protocols]).sort()).toEqual([agreed, plain].sort());
  });

  test("a list that is only read, and what the add-on does not make, waits for nobody", () => {
    draft(orders);
    wb.add(documents, { paper: "Архив", status: DOCUMENT_STATUS.draft });
    expect(waiting([{ ...orders, forReading: true }])).toEqual([]);
    expect(waiting([])).toEqual([]);
  });
});

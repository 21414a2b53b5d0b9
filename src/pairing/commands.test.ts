// Pairing commands on a workbook: what a curator sees, what is written, and what stands in the way of an order.
import PizZip from "pizzip";
import { memoryDrive } from "../../test/memoryDrive";
import type { MemoryWorkbook } from "../../test/memoryWorkbook";
import { pairingSchool as school, plainPair } from "../../test/pairingStand";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { checkOrder } from "./checkOrder";
import { loadPairing } from "./loadPairing";
import { makeOrder, registerOrder } from "./makeOrder";
import { PAIR_STATUS, pairs } from "./pairs.table";
import { savePairs } from "./savePairs";

const day = (text: string): CalendarDate => text as CalendarDate;

const BOTH = [plainPair("Н-001", "М-001"), plainPair("Н-002", "М-002")];

function consentsFor(wb: MemoryWorkbook, ...persons: string[]): void {
  for (const person of persons) {
    for (const kind of Object.values(CONSENT_KIND)) wb.add(consents, { person, kind, givenOn: day("2026-09-02") });
  }
}

describe("the order's check", () => {
  test("blocks every pair whose written consents are missing, and lists them by person", () => {
    const wb = school();
    savePairs(wb, BOTH);
    consentsFor(wb, "Р-001", "Р-003", "Р-002");
    const check = checkOrder(wb);
    expect(check.ready.map((pair) => pair.code)).toEqual(["П-2026-01"]);
    expect(check.blocked.map((pair) => [pair.code, pair.obstacles])).toEqual([
      [
        "П-2026-02",
        ["Дроздов Иван Макарович: нет согласия (участие в наставнической паре; обработка персональных данных)."],
      ],
    ]);
    expect(check.missing).toEqual([
      {
        person: "Р-004",
        name: "Дроздов Иван Макарович",
        kinds: ["участие в наставнической паре", "обработка персональных данных"],
        pairs: ["П-2026-02"],
      },
    ]);
    expect(check.settings).toContain("ФИО руководителя");
  });

  test("a withdrawn or expired consent does not count", () => {
    const wb = school();
    savePairs(wb, [plainPair("Н-001", "М-001")]);
    consentsFor(wb, "Р-001", "Р-003");
    wb.update(consents, "С-001", { withdrawnOn: day("2026-09-10") });
    const check = checkOrder(wb);
    expect(check.blocked[0]?.obstacles[0]).toContain("Ландышева Вера Павловна: отозвано согласие");
    // Not even a blank is proposed about somebody who has withdrawn.
    expect(check.missing).toEqual([]);
    wb.update(consents, "С-001", { withdrawnOn: null, validUntil: day("2026-09-09") });
    const [pair] = checkOrder(wb).blocked;
    expect(pair?.obstacles).toEqual(["Ландышева Вера Павловна: нет согласия (обработка персональных данных)."]);
    wb.update(consents, "С-001", { validUntil: day("2026-09-10") });
    expect(checkOrder(wb).ready).toHaveLength(1);
  });
});

/** The words of a .docx, without its markup. */
function wordsOf(docx: string): string {
  const xml = new PizZip(docx, { base64: true }).file("word/document.xml")?.asText() ?? "";
  return xml
    .replace(/<\/w:p>/g, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/\u00a0/g, " ");
}

describe("the order", () => {
  function ready(): MemoryWorkbook {
    const wb = school();
    wb.setSettings(settings, {
      schoolFullName: "муниципальное бюджетное общеобразовательное учреждение «Школа № 7»",
      place: "г. Заречный Бор",
      headName: "Вершинина Ольга Павловна",
      headPost: "директор",
      curatorName: "Кузнецов Игорь Львович",
      curatorPost: "заместитель директора по УВР",
      orderNumberPattern: "{номер}-н",
      folderId: "folder",
    });
    savePairs(wb, BOTH);
    consentsFor(wb, "Р-001", "Р-002", "Р-003");
    return wb;
  }

  test("is refused with the list of what is missing, and nothing is made", () => {
    const wb = ready();
    const drive = memoryDrive();
    expect(() => makeOrder(wb, ["П-2026-01", "П-2026-02"], drive)).toThrow(
      /В приказ пока нельзя включить пары: Хвойный Пётр Ильич — Дроздов Иван Макарович: Дроздов Иван Макарович: нет согласия/,
    );
    expect(drive.papers.size).toBe(0);
    expect(wb.all(documents)).toEqual([]);
  });

  test("names the pairs in the right case, with blanks for number and date; made again it is the same document", () => {
    const wb = ready();
    const drive = memoryDrive();
    const made = makeOrder(wb, ["П-2026-01"], drive);
    expect(makeOrder(wb, ["П-2026-01"], drive).document).toBe(made.document);
    expect(drive.papers.size).toBe(1);
    const [paper] = [...drive.papers.values()];
    const words = wordsOf(paper?.docx ?? "");
    expect(words).toContain("Ландышеву Веру Павловну");
    expect(words).toContain("Снегирёвой Анной Олеговной");
    expect(words).not.toMatch(/балл/);
    expect(wb.find(documents, made.document)).toMatchObject({ status: "проект", number: null, pairs: ["П-2026-01"] });
  });

  test("takes in nobody who is away, has left, or takes no part", () => {
    const wb = school();
    savePairs(wb, BOTH);
    consentsFor(wb, "Р-001", "Р-002", "Р-003", "Р-004");
    expect(checkOrder(wb).blocked).toEqual([]);
    wb.update(people, "Р-003", { employment: "длительно отсутствует" });
    wb.update(mentors, "Н-002", { status: "пауза" });
    expect(checkOrder(wb).blocked.map(({ obstacles }) => obstacles)).toEqual([
      ["Снегирёва Анна Олеговна: занятость — «длительно отсутствует»."],
      ["Хвойный Пётр Ильич: статус — «пауза»."],
    ]);
  });

  test("a second pair joins the draft that waits for its number", () => {
    const wb = ready();
    const drive = memoryDrive();
    const made = makeOrder(wb, ["П-2026-01"], drive);
    consentsFor(wb, "Р-004");
    expect(makeOrder(wb, ["П-2026-02"], drive)).toMatchObject({ document: made.document, pairs: 2 });
  });

  test("registered, it puts its pairs in force and its people at work; twice is once", () => {
    const wb = ready();
    const drive = memoryDrive();
    const made = makeOrder(wb, ["П-2026-01"], drive);
    registerOrder(wb, made.document, null, day("2026-09-10"), drive);
    registerOrder(wb, made.document, null, day("2026-09-10"), drive);
    expect(wb.find(documents, made.document)).toMatchObject({
      status: "подписан",
      number: "1-н",
      signedOn: "2026-09-10",
    });
    expect(wb.find(pairs, "П-2026-01")).toMatchObject({ status: PAIR_STATUS.active, order: made.document });
    expect(wb.find(mentees, "М-001")).toMatchObject({ status: "закреплён", joinedOn: "2026-09-10" });
    expect(wb.find(mentors, "Н-001")).toMatchObject({ status: "утверждён", joinedOn: "2026-09-10" });
    const [paper] = [...drive.papers.values()];
    expect(wordsOf(paper?.docx ?? "")).toContain("1-н");
    expect(loadPairing(wb)).toMatchObject({ standing: 2, paired: 2 });
  });

  test("nobody has duties before the day of the order: a pair that was to begin earlier begins on it", () => {
    const wb = ready();
    const drive = memoryDrive();
    wb.update(pairs, "П-2026-01", { startsOn: day("2026-09-01") });
    const order = registerOrder(wb, makeOrder(wb, ["П-2026-01"], drive).document, null, day("2026-09-10"), drive);
    expect(wb.find(pairs, "П-2026-01")?.startsOn).toBe("2026-09-10");
    expect(order.warnings.join(" ")).toContain("перенесено на дату приказа");
    expect(wordsOf([...drive.papers.values()][0]?.docx ?? "")).toContain("с 10.09.2026");
  });

  test("a trained mentor is at work once the order is registered", () => {
    const wb = ready();
    const drive = memoryDrive();
    wb.update(mentors, "Н-001", { trainedOn: day("2026-09-05") });
    registerOrder(wb, makeOrder(wb, ["П-2026-01"], drive).document, null, day("2026-09-10"), drive);
    expect(wb.find(mentors, "Н-001")?.status).toBe("действующий");
  });

  test("the next order is a document of its own", () => {
    const wb = ready();
    const drive = memoryDrive();
    const first = makeOrder(wb, ["П-2026-01"], drive);
    registerOrder(wb, first.document, "15-к", day("2026-09-10"), drive);
    consentsFor(wb, "Р-004");
    const second = makeOrder(wb, ["П-2026-02"], drive);
    expect(second.document).not.toBe(first.document);
    expect(wb.find(documents, first.document)).toMatchObject({ status: "подписан", pairs: ["П-2026-01"] });
  });

  test("a consent withdrawn between draft and signature stops the registration", () => {
    const wb = ready();
    const drive = memoryDrive();
    const made = makeOrder(wb, ["П-2026-01"], drive);
    wb.update(consents, "С-003", { withdrawnOn: day("2026-09-09") });
    expect(() => registerOrder(wb, made.document, null, day("2026-09-10"), drive)).toThrow(/нет согласия/);
    expect(wb.find(pairs, "П-2026-01")?.status).toBe(PAIR_STATUS.proposed);
  });
});

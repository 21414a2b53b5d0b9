// Consents as kinds: whose are wanted, and what a signed paper records.
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { consents, CONSENT_KIND } from "../../bank/consents.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { recordConsents } from "../../bank/recordConsents";
import { documents, type DocumentRecord } from "../../documents/documents.table";
import { documentKey } from "../../documents/register";
import { pairs } from "../../pairing/pairs.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import { CONSENT_KINDS } from "./consentKinds";

const GIVEN = "2026-09-02" as CalendarDate;
const kind = (key: string) => {
  const found = CONSENT_KINDS.find(({ paper }) => paper.key === key);
  if (!found) throw new Error(`There is no kind ${key}.`);
  return found;
};

function school(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-09-10");
  for (const fullName of ["Петрова Анна Ивановна", "Сидоров Илья Сергеевич", "Рощина Нина Львовна"])
    wb.add(people, { fullName });
  wb.add(mentors, { person: "Р-001", fullName: "Петрова Анна Ивановна" });
  wb.add(mentees, { person: "Р-002", fullName: "Сидоров Илья Сергеевич" });
  wb.add(mentees, { person: "Р-003", fullName: "Рощина Нина Львовна", status: "отказ" });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-001"], status: "предложена" });
  return wb;
}

const signedPaper = (wb: MemoryWorkbook): DocumentRecord =>
  wb.add(documents, { paper: "Согласие", signedOn: GIVEN, link: "https://docs.example/1" });

test("consents are wanted of those in the banks who have none in force and no blank waiting for a signature", () => {
  const wb = school();
  const wanted = (key: string) => (kind(key).subjects?.(wb) ?? []).map((one) => [one.subject, one.wanted, one.note]);
  expect(wanted("personalDataConsent")).toEqual([
    ["Р-001", true, ""],
    ["Р-002", true, ""],
  ]);
  wb.add(consents, { person: "Р-001", kind: CONSENT_KIND.personalData, givenOn: GIVEN });
  wb.add(documents, { paper: "Согласие", status: "проект", key: documentKey("personalDataConsent", "Р-002", 1) });
  expect(wanted("personalDataConsent")).toEqual([
    ["Р-001", false, "Действует с 02.09.2026"],
    ["Р-002", false, "Бланк подготовлен, ждёт подписи"],
  ]);
  expect(wanted("mentorConsent")).toEqual([["Р-001", true, ""]]);
  expect(wanted("menteeConsent")).toEqual([["Р-002", true, ""]]);
  // Publication is the person's own wish.
  expect(wanted("publicationConsent").map(([, isWanted]) => isWanted)).toEqual([false, false]);
});

test("nobody who has taken the consent back is offered a new paper", () => {
  const wb = school();
  wb.add(consents, { person: "Р-002", kind: CONSENT_KIND.personalData, givenOn: GIVEN, withdrawnOn: GIVEN });
  expect(kind("menteeConsent").subjects?.(wb)).toEqual([]);
});

test("a consent recorded anywhere signs its blank in the register", () => {
  const wb = school();
  const key = documentKey("personalDataConsent", "Р-002", 1);
  const blank = wb.add(documents, { paper: "Согласие", status: "проект", key }).code;
  const paper = { givenOn: GIVEN, validUntil: null, paper: null };
  recordConsents(wb, { ...paper, signed: [{ person: "Р-002", kinds: [CONSENT_KIND.personalData] }] });
  expect(wb.find(documents, blank)).toMatchObject({ status: "подписан", signedOn: GIVEN, number: null });
});

test("a signed consent is recorded once, on its day, with where it lies", () => {
  const wb = school();
  const record = signedPaper(wb);
  const { signed, concerns } = kind("menteeConsent");
  signed?.(wb, { subject: "Р-002", answers: {} }, record);
  signed?.(wb, { subject: "Р-002", answers: {} }, record);
  expect(wb.all(consents)).toMatchObject([
    { person: "Р-002", kind: CONSENT_KIND.pair, givenOn: GIVEN, paper: "https://docs.example/1" },
  ]);
  expect(concerns(wb, { subject: "Р-002", answers: {} })).toEqual({ pairs: ["П-2026-01"], people: ["Р-002"] });
});

test("what may be published is recorded as the curator has ticked it from the signed paper, and nothing without ticks", () => {
  const wb = school();
  const { signed, unsignable, obstacles } = kind("publicationConsent");
  const blank = { subject: "Р-001", answers: {} };
  expect(obstacles?.(wb, blank) ?? []).toEqual([]);
  expect(unsignable?.(wb, blank)).toMatchObject([{ level: "error" }]);
  const ticked = {
    subject: "Р-001",
    answers: { publishable: ["должность", "фотография"], resource: "school7.example", conditions: "" },
  };
  expect(unsignable?.(wb, ticked)).toEqual([]);
  signed?.(wb, ticked, signedPaper(wb));
  expect(wb.all(consents)).toMatchObject([
    { publishable: ["должность", "фотография"], resource: "https://school7.example", conditions: null },
  ]);
});

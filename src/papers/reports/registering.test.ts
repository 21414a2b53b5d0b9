// The council's minutes and the consents from the form to the register, with their effects, once and only once.
import { lifeStand } from "../../../test/lifeStand";
import { memoryDrive } from "../../../test/memoryDrive";
import type { MemoryWorkbook } from "../../../test/memoryWorkbook";
import { consents } from "../../bank/consents.table";
import { documents } from "../../documents/documents.table";
import { Stop } from "../../google/stop";
import { pairs } from "../../pairing/pairs.table";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import { kindOf } from "../catalogue";
import { makePapers } from "../makePapers";
import type { AnyPaperKind, PaperCase } from "../paperKind";
import { registerPapers } from "../registerPapers";

const ON = "2027-03-12" as CalendarDate;

function school(): MemoryWorkbook {
  const wb = lifeStand();
  wb.setSettings(settings, {
    folderId: "folder",
    schoolFullName: "школа № 7",
    place: "г. Заречный Бор",
    headName: "Вершинина Ольга Павловна",
    minutesNumberPattern: "{номер}/{год}",
  });
  return wb;
}

function kind(key: string): AnyPaperKind {
  const found = kindOf(key);
  if (!found) throw new Error(`There is no kind ${key}.`);
  return found;
}

const make = (wb: MemoryWorkbook, key: string, about: PaperCase, drive = memoryDrive()): string =>
  makePapers(wb, kind(key), [about], drive).made[0]?.document ?? "";
const register = (wb: MemoryWorkbook, code: string, drive = memoryDrive()) =>
  registerPapers(wb, [code], { number: null, signedOn: ON }, kindOf, drive);

test("minutes get their number by the pattern, and the pairs it with the date", () => {
  const [wb, drive] = [school(), memoryDrive()];
  const answers = { chair: "Р-001", secretary: "Р-002", present: ["Р-003"], pairs: ["П-2027-04 — …"] };
  const code = make(wb, "minutes", { subject: "2026-2027-1", answers }, drive);
  expect(wb.find(pairs, "П-2027-04")?.recommendation).toBeNull();
  register(wb, code, drive);
  register(wb, code, drive);
  expect(wb.find(documents, code)).toMatchObject({ status: "подписан", number: "1/2027", signedOn: ON });
  expect(wb.find(pairs, "П-2027-04")).toMatchObject({
    recommendation: "протокол от 12.03.2027 № 1/2027",
    recommendedOn: ON,
  });
  expect([...drive.papers.values()][0]?.name).toContain("№ 1/2027 от 12.03.2027");
});

test("minutes without a chair are not made", () => {
  const about = { subject: "2026-2027-1", answers: { secretary: "Р-002", results: true } };
  expect(() => make(school(), "minutes", about)).toThrow(Stop);
});

test("a consent is recorded on the day of its paper; one to publication not before it is known what is allowed", () => {
  const [wb, drive] = [school(), memoryDrive()];
  const before = wb.all(consents).length;
  const blank = make(wb, "publicationConsent", { subject: "Р-003", answers: {} }, drive);
  expect(() => register(wb, blank, drive)).toThrow(/Не отмечено/);
  expect(wb.find(documents, blank)?.status).toBe("проект");
  const again = make(wb, "publicationConsent", { subject: "Р-003", answers: { publishable: ["должность"] } }, drive);
  expect(again).toBe(blank);
  register(wb, blank, drive);
  register(wb, blank, drive);
  expect(wb.all(consents).slice(before)).toMatchObject([
    { person: "Р-003", kind: "распространение персональных данных", givenOn: ON, publishable: ["должность"] },
  ]);
  expect(wb.find(documents, blank)).toMatchObject({ status: "подписан", signedOn: ON, number: null });
});

test.each(["mentorReport", "analyticReport", "municipalReturn", "applicationMentor", "menteeFeedback"])(
  "%s is made from the tables alone and recorded with its date",
  (key) => {
    const [wb, drive] = [school(), memoryDrive()];
    const subject = kind(key).subjects?.(wb)[0]?.subject ?? "2026-2027";
    const code = make(wb, key, { subject, answers: kind(key).proposed?.(wb, subject) ?? {} }, drive);
    register(wb, code, drive);
    expect(wb.find(documents, code)).toMatchObject({ status: "подписан", signedOn: ON });
  },
);

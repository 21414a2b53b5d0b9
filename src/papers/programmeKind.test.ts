// A programme made on its own page is approved in the register: dated, and never set back.
import { textOf } from "../../test/docx";
import { memoryDrive, type MemoryDrive } from "../../test/memoryDrive";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import { pairs } from "../pairing/pairs.table";
import { makeProgrammes } from "../programmes/makeProgramme";
import { PROGRAMME_STATUS, programmes } from "../programmes/programmes.table";
import { settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { kindOf } from "./catalogue";
import { registerPapers } from "./registerPapers";

const day = (text: string): CalendarDate => text as CalendarDate;
const APPROVED = day("2026-09-20");

let wb: MemoryWorkbook;
let drive: MemoryDrive;
let document: string;
beforeEach(() => {
  wb = memoryWorkbook("2026-09-21");
  drive = memoryDrive();
  wb.setSettings(settings, {
    schoolKind: "школа",
    folderId: "folder",
    schoolFullName: "Школа № 7",
    place: "г. Заречный Бор",
    headName: "Вершинина Ольга Павловна",
    headPost: "директор",
  });
  wb.add(people, { fullName: "Ландышева Вера Павловна", post: "учитель математики" });
  wb.add(people, { fullName: "Снегирёва Анна Олеговна", post: "учитель математики" });
  wb.add(mentors, { person: "Р-001" });
  wb.add(mentees, { person: "Р-002" });
  const term = { startsOn: day("2026-09-14"), endsOn: day("2027-05-31") };
  const pair = wb.add(pairs, { mentor: "Н-001", mentees: ["М-001"], status: "действует", ...term });
  makeProgrammes(wb, [pair.code], drive);
  document = wb.all(documents)[0]?.code ?? "";
});
const approve = () => registerPapers(wb, [document], { number: null, signedOn: APPROVED }, kindOf, drive);

test("the head's approval is dated in the paper and on «Программы»", () => {
  approve();
  const [paper] = [...drive.papers.values()];
  expect(textOf(paper?.docx ?? "").replace(/\u00a0/g, " ")).toContain("20 сентября 2026 г.");
  expect(wb.find(documents, document)).toMatchObject({
    status: DOCUMENT_STATUS.signed,
    signedOn: APPROVED,
    people: ["Р-001", "Р-002"],
  });
  expect(wb.all(programmes)).toMatchObject([{ status: PROGRAMME_STATUS.approved, document }]);
});

test("a programme at work stays so, and approving again changes nothing", () => {
  wb.update(programmes, wb.all(programmes)[0]?.code ?? "", { status: PROGRAMME_STATUS.running });
  approve();
  const before = JSON.stringify([wb.all(programmes), wb.all(documents)]);
  approve();
  expect(wb.all(programmes)).toMatchObject([{ status: PROGRAMME_STATUS.running }]);
  expect(JSON.stringify([wb.all(programmes), wb.all(documents)])).toBe(before);
});

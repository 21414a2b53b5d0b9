// Programme commands on a workbook: drafted once, the curator's edits kept, the paper always as the rows say.
import PizZip from "pizzip";
import { memoryDrive } from "../../test/memoryDrive";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { pairs } from "../pairing/pairs.table";
import { settings } from "../school/settings.table";
import type { CalendarDate } from "../workbook/calendarDate";
import { activities } from "./activities.table";
import { loadProgrammes } from "./loadProgrammes";
import { makeProgrammes } from "./makeProgramme";
import { programmes } from "./programmes.table";

const day = (text: string): CalendarDate => text as CalendarDate;

function school(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-09-14");
  wb.setSettings(settings, { schoolKind: "школа", folderId: "folder", schoolFullName: "Школа № 7" });
  wb.add(people, { fullName: "Ландышева Вера Павловна", post: "учитель математики" });
  wb.add(people, { fullName: "Снегирёва Анна Олеговна", post: "учитель математики" });
  wb.add(mentors, { person: "Р-001", competences: ["Работа с родителями"] });
  wb.add(mentees, { person: "Р-002", difficulties: ["Работа с родителями"], strengths: "владеет ИКТ" });
  wb.add(pairs, {
    mentor: "Н-001",
    mentees: ["М-001"],
    mentorName: "Ландышева Вера Павловна",
    menteeNames: "Снегирёва Анна Олеговна",
    directions: ["Работа с родителями"],
    startsOn: day("2026-09-14"),
    endsOn: day("2027-05-31"),
    status: "действует",
  });
  return wb;
}

function wordsOf(docx: string | undefined): string {
  return (
    new PizZip(docx ?? "", { base64: true })
      .file("word/document.xml")
      ?.asText()
      .replace(/<[^>]+>/g, "") ?? ""
  );
}

test("a programme is drafted from the difficulties, with its activities and its paper", () => {
  const wb = school();
  const drive = memoryDrive();
  expect(loadProgrammes(wb).pairs[0]).toMatchObject({ programme: null, undiagnosed: false });
  const made = makeProgrammes(wb, ["П-2026-01"], drive)[0];
  expect(made).toMatchObject({ programme: "ПП-2026-01", drafted: true });
  const rows = wb.all(activities);
  expect(rows.length).toBeGreaterThanOrEqual(8);
  expect(rows.some((row) => row.direction === "Работа с родителями")).toBe(true);
  const [paper] = [...drive.papers.values()];
  const words = wordsOf(paper?.docx);
  for (const row of rows) expect(words).toContain(row.content);
  expect(loadProgrammes(wb).pairs[0]?.programme).toMatchObject({
    status: "черновик",
    activities: rows.length,
    done: 0,
  });
});

test("made again it is the same programme, with the curator's own changes in the paper", () => {
  const wb = school();
  const drive = memoryDrive();
  makeProgrammes(wb, ["П-2026-01"], drive);
  const before = wb.all(activities).length;
  wb.update(activities, "А-002", { content: "Посещение музея образования", status: "выполнено" });
  wb.update(activities, "А-003", { status: "отменено" });
  const again = makeProgrammes(wb, ["П-2026-01"], drive)[0];
  expect(again?.drafted).toBe(false);
  expect(wb.all(activities)).toHaveLength(before);
  expect(wb.all(programmes)).toHaveLength(1);
  expect(drive.papers.size).toBe(1);
  const [paper] = [...drive.papers.values()];
  expect(wordsOf(paper?.docx)).toContain("Посещение музея образования");
  expect(wordsOf(paper?.docx)).not.toContain(wb.find(activities, "А-003")?.content ?? "—");
  expect(loadProgrammes(wb).pairs[0]?.programme).toMatchObject({ activities: before - 1, done: 1, overdue: 0 });
});

test("if Drive refuses the paper, the plan is kept and the next run finishes it", () => {
  const wb = school();
  const drive = memoryDrive();
  const refusing = {
    ...drive,
    save: () => {
      throw new Error("Drive is down");
    },
  };
  expect(() => makeProgrammes(wb, ["П-2026-01"], refusing)[0]).toThrow("Drive is down");
  expect(wb.saves).toBeGreaterThan(0);
  const rows = wb.all(activities).length;
  makeProgrammes(wb, ["П-2026-01"], drive);
  expect(wb.all(activities)).toHaveLength(rows);
});

test("a pair that is gone is a sentence", () => {
  expect(() => makeProgrammes(school(), ["П-2026-09"], memoryDrive())).toThrow("Пары П-2026-09 нет на вкладке «Пары».");
});

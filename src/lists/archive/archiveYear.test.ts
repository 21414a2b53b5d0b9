// The archive of a school year: what goes, what stays, and that nothing is lost or stands twice wherever it is cut off.
import PizZip from "pizzip";
import { memoryWorkbook, type MemoryWorkbook } from "../../../test/memoryWorkbook";
import { CONSENT_KIND, consents } from "../../bank/consents.table";
import { diagnostics } from "../../bank/diagnostics.table";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { people } from "../../bank/people.table";
import { documents } from "../../documents/documents.table";
import { jobs } from "../../jobs/jobs.table";
import { pairs } from "../../pairing/pairs.table";
import { activities } from "../../programmes/activities.table";
import { programmes } from "../../programmes/programmes.table";
import { answers } from "../../questionnaires/answers.table";
import { forms } from "../../questionnaires/forms.table";
import { invitations } from "../../questionnaires/invitations.table";
import { settings } from "../../school/settings.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { Table } from "../../workbook/table";
import { archiveJob, loadArchive, previewArchive, startArchive, type ArchiveStore } from "./archiveYear";

const day = (text: string): CalendarDate => text as CalendarDate;
const YEAR = "2025/2026";
const TABLES: readonly Table[] = [pairs, programmes, activities, forms, invitations, answers, diagnostics, consents];

// Jobs are signed by whoever starts them.
beforeAll(() => {
  Object.assign(globalThis, { Session: { getActiveUser: () => ({ getEmail: () => "curator@school.example" }) } });
});
afterAll(() => {
  Reflect.deleteProperty(globalThis, "Session");
});

/** A year that is over: an ended pair with all that belongs to it, one that goes on, a form still open, one unsettled. */
function school(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-10-01");
  wb.setSettings(settings, { folderId: "root", schoolYear: "2026/2027" });
  const [a, b, c] = ["Алексеева Нина Петровна", "Борисов Олег Ильич", "Власов Пётр Олегович"].map(
    (fullName) => wb.add(people, { fullName }).code,
  ) as [string, string, string];
  const mentor = wb.add(mentors, { person: a, status: "действующий" }).code;
  const finished = wb.add(mentees, { person: b, status: "завершил" }).code;
  const goesOn = wb.add(mentees, { person: c, status: "закреплён" }).code;
  const order = wb.add(documents, { paper: "Приказ", status: "подписан", people: [a, b, c] }).code;
  const ended = wb.add(pairs, { mentor, mentees: [finished], schoolYear: YEAR, status: "завершена", order }).code;
  const active = wb.add(pairs, { mentor, mentees: [goesOn], schoolYear: YEAR, status: "действует", order }).code;
  wb.add(pairs, { mentor, mentees: [finished], schoolYear: "2026/2027", status: "прекращена досрочно" });
  for (const pair of [ended, active]) {
    const programme = wb.add(programmes, { pair, goal: `Цель ${pair}` }).code;
    wb.add(activities, { programme, content: `Посещение урока, ${pair}` });
  }
  const form = (status: "открыта" | "закрыта", schoolYear: string) =>
    wb.add(forms, { questionnaire: "finalMentee", schoolYear, status }).code;
  const closed = form("закрыта", YEAR);
  const unsettled = form("закрыта", YEAR);
  for (const one of [closed, unsettled, form("открыта", YEAR), form("закрыта", "2026/2027")]) {
    wb.add(invitations, { form: one, person: b, link: `https://forms.example/${one}` });
    const status = one === unsettled ? "решает куратор" : "учтён";
    const answeredAt = "2026-05-20T10:00:00+03:00";
    wb.add(answers, { form: one, questionnaire: "finalMentee", person: b, answeredAt, status, overall: 9 });
  }
  for (const person of [b, c])
    wb.add(diagnostics, { person, doneOn: day("2025-09-10"), severity: 2, direction: "ИКТ" });
  wb.add(diagnostics, { person: b, doneOn: day("2026-09-10"), severity: 1, direction: "ИКТ" });
  const consent = (person: string, givenOn: string, more: object) =>
    wb.add(consents, { person, kind: CONSENT_KIND.personalData, givenOn: day(givenOn), ...more });
  consent(a, "2020-09-01", { validUntil: day("2021-08-31") });
  consent(a, "2026-09-01", {});
  consent(b, "2020-09-01", { withdrawnOn: day("2021-09-01") });
  consent(c, "2024-09-01", { validUntil: day("2026-08-31") });
  return wb;
}

/** Drive that keeps files by key, and can break before or after it has kept one. */
function drive(broken: { at: "never" | "before" | "after" } = { at: "never" }) {
  const files = new Map<string, { name: string; docx: string; saves: number }>();
  const store: ArchiveStore = {
    folder: (name) => name,
    find: (keys) =>
      keys.filter((key) => files.has(key)).map((key) => ({ key, fileId: `file ${key}`, url: "https://x" })),
    save: ([file]) => {
      if (broken.at === "before") throw new Error("cut off");
      if (!file) return [];
      files.set(file.key, { name: file.name, docx: file.docx, saves: (files.get(file.key)?.saves ?? 0) + 1 });
      if (broken.at === "after") throw new Error("cut off");
      return [{ key: file.key, fileId: `file ${file.key}`, url: "https://x" }];
    },
  };
  return { files, store };
}

/** Codes that stand in a file's sheets. */
function codesInFile(docx: string): string[] {
  const zip = new PizZip(docx, { base64: true });
  const sheets = Object.keys(zip.files).filter((name) => /sheet(?!1\.)\d+\.xml$/.test(name));
  return sheets
    .flatMap((name) => [...(zip.file(name)?.asText() ?? "").matchAll(/<c r="A(?!1")\d+"[^>]*><is><t[^>]*>([^<]*)/g)])
    .map(([, code = ""]) => code)
    .sort();
}

const codesIn = (wb: MemoryWorkbook): string[] =>
  TABLES.flatMap((table) => wb.all(table).map(({ code }) => code)).sort();

/** Drives the job to its end, a few rows at a time, as its own batches would. */
function run(wb: MemoryWorkbook, store: ArchiveStore): void {
  const job = archiveJob(store);
  const { params } = wb.all(jobs)[0] ?? {};
  for (let guard = 0; guard < 50 && job.count(wb, params) > 0; guard++) job.step(wb, params);
  expect(job.count(wb, params)).toBe(0);
}

describe("what an archive takes", () => {
  test("ended pairs with their programmes, closed forms with their answers, what is needed no more", () => {
    expect(previewArchive(school(), YEAR)).toEqual({
      year: YEAR,
      going: [
        { tab: "Мероприятия", count: 1 },
        { tab: "Программы", count: 1 },
        { tab: "Пары", count: 1 },
        { tab: "Приглашения", count: 1 },
        { tab: "Ответы", count: 1 },
        { tab: "Анкеты", count: 1 },
        { tab: "Запросы и диагностика", count: 1 },
        { tab: "Согласия", count: 1 },
      ],
      total: 8,
      staying: [
        expect.objectContaining({ what: "Пары, которые не завершены", count: 1 }),
        expect.objectContaining({ what: "Анкеты, которые ещё открыты", count: 1 }),
        expect.objectContaining({ what: "Анкеты с неразобранными ответами", count: 1 }),
        expect.objectContaining({ what: "Диагностика тех, кто продолжает", count: 1 }),
        expect.objectContaining({ what: "Отозванные и истёкшие согласия", count: 1 }),
      ],
    });
  });

  test("a withdrawal stays however old it is, since it keeps the person from being written to", () => {
    const wb = school();
    startArchive(wb, YEAR);
    run(wb, drive().store);
    expect(wb.all(consents).some(({ withdrawnOn }) => withdrawnOn !== null)).toBe(true);
  });

  test("the current year is refused, also where the settings are ahead of the calendar", () => {
    const wb = school();
    expect(loadArchive(wb)).toMatchObject({ currentYear: "2026/2027", years: [YEAR] });
    expect(() => startArchive(wb, "2026/2027")).toThrow(/текущий учебный год/);
    wb.setSettings(settings, { schoolYear: "2027/2028" });
    expect(() => startArchive(wb, "2026/2027")).toThrow(/текущий учебный год/);
    expect(() => startArchive(school(), "2019/2020")).toThrow(/нечего переносить/);
  });
});

describe("the archive", () => {
  test("puts every row into the file, then removes just these; orders stay", () => {
    const wb = school();
    const before = codesIn(wb);
    const { files, store } = drive();
    startArchive(wb, YEAR);
    run(wb, store);
    const [file] = files.values();
    const filed = codesInFile(file?.docx ?? "");
    expect(filed).toHaveLength(8);
    expect([...codesIn(wb), ...filed].sort()).toEqual(before);
    expect(wb.all(documents).map(({ paper, heading }) => [paper, heading])).toEqual([
      ["Приказ", null],
      ["Архив учебного года", "Архив 2025/2026 учебного года"],
    ]);
    expect(wb.all(mentees)).toHaveLength(2);
  });

  test.each(["before", "after"] as const)("cut off just %s the file is on Drive, it is done once", (at) => {
    const wb = school();
    const before = codesIn(wb);
    const broken: { at: "never" | "before" | "after" } = { at };
    const { files, store } = drive(broken);
    startArchive(wb, YEAR);
    expect(() => {
      run(wb, store);
    }).toThrow("cut off");
    expect(codesIn(wb)).toEqual(before);
    broken.at = "never";
    run(wb, store);
    expect(files.size).toBe(1);
    const filed = codesInFile([...files.values()][0]?.docx ?? "");
    expect([...codesIn(wb), ...filed].sort()).toEqual(before);
  });

  test("cut off after any number of rows, it removes the rest and never fills the file anew", () => {
    const full = school();
    const { total } = previewArchive(full, YEAR);
    for (let rows = 0; rows <= total; rows++) {
      const wb = school();
      const before = codesIn(wb);
      const { files, store } = drive();
      startArchive(wb, YEAR);
      const params = wb.all(jobs)[0]?.params;
      let left = rows;
      const interrupted: MemoryWorkbook = {
        ...wb,
        remove: (table, code) => {
          if (left-- === 0) throw new Error("cut off");
          wb.remove(table, code);
        },
      };
      if (rows < total) {
        expect(() => {
          archiveJob(store).step(interrupted, params);
        }).toThrow("cut off");
      }
      // The curator has thrown the register's row away: the file is found by its key, and is not filled with the rest.
      const record = wb.all(documents).find(({ key }) => key?.startsWith("archive:"));
      if (record && rows % 2 === 1) wb.remove(documents, record.code);
      startArchive(wb, YEAR);
      run(wb, store);
      expect(wb.all(jobs)).toHaveLength(1);
      expect(files.size).toBe(1);
      const filed = codesInFile([...files.values()][0]?.docx ?? "");
      expect([...codesIn(wb), ...filed].sort()).toEqual(before);
    }
  });

  test("a pair that is in force again when the rows leave stays", () => {
    const wb = school();
    startArchive(wb, YEAR);
    const [pair] = wb.all(pairs);
    wb.update(pairs, pair?.code ?? "", { status: "действует" });
    run(wb, drive().store);
    expect(wb.find(pairs, pair?.code ?? "")).toBeDefined();
    expect(wb.all(programmes)).toHaveLength(2);
  });

  test("what was finished later goes to a second file beside the first", () => {
    const wb = school();
    const { files, store } = drive();
    startArchive(wb, YEAR);
    run(wb, store);
    const job = wb.all(jobs)[0];
    wb.update(jobs, job?.code ?? "", { status: "готово" });
    const active = wb.all(pairs).find(({ status }) => status === "действует");
    wb.update(pairs, active?.code ?? "", { status: "завершена" });
    startArchive(wb, YEAR);
    wb.remove(jobs, job?.code ?? "");
    run(wb, store);
    expect([...files.values()].map(({ name }) => name)).toEqual([
      "Архив 2025/2026 учебного года",
      "Архив 2025/2026 учебного года (дополнение 1)",
    ]);
    expect(wb.find(pairs, active?.code ?? "")).toBeUndefined();
  });

  test("a text that would be cut stops it before anything is removed", () => {
    const wb = school();
    const before = codesIn(wb);
    const [activity] = wb.all(activities);
    wb.update(activities, activity?.code ?? "", { comment: "а".repeat(33_000) });
    startArchive(wb, YEAR);
    const params = wb.all(jobs)[0]?.params;
    expect(() => {
      archiveJob(drive().store).step(wb, params);
    }).toThrow(/слишком длинный текст/);
    expect(codesIn(wb)).toEqual(before);
  });
});

// Mending at one click: only what was shown and confirmed, only where the cell is still the same, and once.
import fc from "fast-check";
import { createWorld, installGlobals } from "../../sandbox/index";
import * as edits from "../../sandbox/spreadsheet/edits";
import { memoryWorkbook } from "../../test/memoryWorkbook";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { openBook } from "../google/sheets";
import { pairs } from "../pairing/pairs.table";
import { TABS } from "../tables";
import { change, look } from "../workbook/commands";
import { journal } from "../workbook/journal";
import { ensureTabs } from "../workbook/tabs";
import { CELL_CHECKS } from "./cellChecks";
import { checkData } from "./checkData";
import { mendData, proposeMends } from "./mendData";

const TODAY = "2026-11-21";
const DICTIONARIES = {
  directions: ["Методика обучения", "Работа с родителями"],
  mentoringForms: [],
  mentoringKinds: [],
  menteeCategories: [],
};

function school() {
  const wb = memoryWorkbook(TODAY, DICTIONARIES);
  wb.add(people, { fullName: "Петрова Анна Ильинична" });
  wb.add(people, { fullName: "Орлов Пётр Львович" });
  return wb;
}

const confirmed = (wb: ReturnType<typeof school>, key: string) => proposeMends(wb, TABS, key);

test("what is shown is before and after, and nothing is written until it is confirmed", () => {
  const wb = school();
  wb.type(people, "Р-001", "fullName", "ПЕТРОВА анна  Ильинична");
  expect(confirmed(wb, "nameCase")).toEqual([
    {
      table: "people",
      tab: "Педагоги",
      code: "Р-001",
      column: "fullName",
      heading: "ФИО",
      who: "ПЕТРОВА анна  Ильинична",
      before: "«ПЕТРОВА анна  Ильинична»",
      after: "«Петрова Анна Ильинична»",
    },
  ]);
  expect(wb.find(people, "Р-001")?.fullName).toBe("ПЕТРОВА анна  Ильинична");
  expect(wb.journal).toEqual([]);
});

test("only what was confirmed is written; a cell that has changed since is left and counted", () => {
  const wb = school();
  for (const code of ["Р-001", "Р-002"]) wb.type(people, code, "phone", "8 (916) 123-45-67");
  const shown = confirmed(wb, "phone");
  wb.type(people, "Р-002", "phone", "8 (916) 765-43-21");
  expect(mendData(wb, TABS, "phone", shown)).toEqual({ mended: 1, left: 1 });
  expect(wb.all(people).map(({ phone }) => phone)).toEqual(["+79161234567", "8 (916) 765-43-21"]);
  expect(wb.journal).toEqual([{ what: "Приведите телефоны к одному виду: +79001234567: 1", records: ["Р-001"] }]);
  expect(mendData(wb, TABS, "phone", shown)).toEqual({ mended: 0, left: 2 });
});

test("nobody can have anything else written than the check would write", () => {
  const wb = school();
  wb.type(people, "Р-001", "phone", "8 (916) 123-45-67");
  const forged = confirmed(wb, "phone").map((mend) => ({ ...mend, after: "+70000000000", column: "note" }));
  expect(mendData(wb, TABS, "phone", forged)).toEqual({ mended: 0, left: 1 });
  expect(() => mendData(wb, TABS, "нет такой", [])).toThrow("Такой проверки нет");
});

test("names on other tabs follow a mended name, and those that differed before stay for their own check", () => {
  const wb = school();
  wb.type(people, "Р-001", "fullName", "петрова анна ильинична");
  wb.add(mentees, { person: "Р-001", fullName: "петрова анна ильинична" });
  wb.add(mentors, { person: "Р-002", fullName: "Орлов П. Л." });
  wb.add(pairs, {
    mentor: "Н-001",
    mentorName: "Орлов П. Л.",
    mentees: ["М-001"],
    menteeNames: "петрова анна ильинична",
  });
  mendData(wb, TABS, "nameCase", confirmed(wb, "nameCase"));
  expect(wb.find(mentees, "М-001")?.fullName).toBe("Петрова Анна Ильинична");
  expect(wb.all(pairs)[0]).toMatchObject({ menteeNames: "Петрова Анна Ильинична", mentorName: "Орлов П. Л." });
  mendData(wb, TABS, "names", confirmed(wb, "names"));
  expect([wb.find(mentors, "Н-001")?.fullName, wb.all(pairs)[0]?.mentorName]).toEqual(
    Array(2).fill("Орлов Пётр Львович"),
  );
});

test("the first day of waiting is that of the latest request, and the sex follows the patronymic", () => {
  const wb = school();
  wb.add(mentees, { person: "Р-001", fullName: "Петрова Анна Ильинична", status: "ожидает подбора" });
  expect(confirmed(wb, "waitingSince").map(({ before, after }) => [before, after])).toEqual([["", "21.11.2026"]]);
  mendData(wb, TABS, "sex", confirmed(wb, "sex"));
  expect(wb.all(people).map(({ sex }) => sex)).toEqual(["женский", "мужской"]);
});

test("after mending, a second check finds none of it, whatever was typed", () => {
  const junk = fc.record({
    fullName: fc.constantFrom("ПЕТРОВА  анна", "Петровa Анна", "Петрова\u00a0Анна Ильинична", "Орлов П.Л."),
    post: fc.constantFrom("учитель  истории", "yчитель", " ", "учитель"),
    email: fc.constantFrom("A@School.ru", "a @school.ru", "a@school,ru", "без почты"),
    phone: fc.constantFrom("8 916 123 45 67", "89161234567", "нет", 89161234567),
    hiredOn: fc.constantFrom("01.09.2020", "1 сентября 2020", "05/06/2020", 44075, "давно"),
    employment: fc.constantFrom("Работает", "РАБОТАЕТ ", "уволен"),
  });
  fc.assert(
    fc.property(fc.array(junk, { minLength: 1, maxLength: 4 }), (rows) => {
      const wb = memoryWorkbook(TODAY, DICTIONARIES);
      for (const row of rows) {
        const { code } = wb.add(people, { fullName: "Имя" });
        for (const [key, cell] of Object.entries(row)) wb.type(people, code, key, cell);
      }
      for (const { key } of CELL_CHECKS) {
        const shown = proposeMends(wb, TABS, key);
        expect(mendData(wb, TABS, key, shown)).toEqual({ mended: shown.length, left: 0 });
      }
      const { groups } = checkData(wb, TABS);
      expect(
        groups.filter(({ key, fixable }) => fixable > 0 && CELL_CHECKS.some((check) => check.key === key)),
      ).toEqual([]);
    }),
    { numRuns: 12 },
  );
});

describe("in the sheet", () => {
  test("one change mends an unreadable cell, is journalled, and leaves what the curator types meanwhile", () => {
    const world = createWorld({ now: `${TODAY}T09:00:00+03:00` });
    const globals = installGlobals(world, { user: "curator@school.example" });
    try {
      ensureTabs(TABS);
      change("Начало", (wb) => {
        wb.add(people, { fullName: "Петрова Анна Ильинична", email: "x@school.ru" });
        wb.add(people, { fullName: "Орлов Пётр Львович", email: "y@school.ru" });
      });
      const tab = openBook().tab(people.tab);
      if (!tab) throw new Error("no tab");
      const column = Object.keys(people.columns).indexOf("email") + 1;
      const hand = { world, spreadsheetId: tab.sheet.getParent().getId(), user: "curator@school.example" };
      const type = (row: number, text: string) => {
        edits.typeCell(hand, tab.sheet.getSheetId(), row, column, text);
      };
      type(3, "petrova@school,ru");
      type(4, "Orlov @school.ru");
      const shown = look((wb) => proposeMends(wb, TABS, "email"));
      expect(shown.map(({ before, after }) => [before, after])).toEqual([
        ["«petrova@school,ru»", "«petrova@school.ru»"],
        ["«Orlov @school.ru»", "«orlov@school.ru»"],
      ]);
      const result = change("Проверка данных: исправление", (wb) => {
        const done = mendData(wb, TABS, "email", shown);
        // The command has read the cell; the curator is quicker than its write.
        type(4, "orlov@mail.ru");
        return done;
      });
      expect(result.mended).toBe(2);
      look((wb) => {
        expect(wb.all(people).map(({ email }) => email)).toEqual(["petrova@school.ru", "orlov@mail.ru"]);
      });
      const lines = openBook().tab(journal.tab)?.read().flat() ?? [];
      expect(lines).toContain("Исправьте запись адресов почты: 2");
      expect(lines.some((line) => typeof line === "string" && line.includes("Не записано на вкладке «Педагоги»"))).toBe(
        true,
      );
    } finally {
      globals.uninstall();
    }
  });
});

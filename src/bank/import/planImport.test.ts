// An import proposes exactly what differs, and importing the same list again proposes nothing.
import * as fc from "fast-check";
import { applied, list } from "../../../test/staffBank";
import { importWrites } from "./importWrites";
import { planImport } from "./planImport";

const NOTHING_TO_WRITE = { added: [], updated: [], remembered: [], refused: [] };

const IVANOVA = [
  "Иванова Мария Петровна",
  "учитель математики",
  "5 лет 3 мес.",
  "01.09.2021",
  "первая",
  "ivanova@mail.ru",
  "89161234567",
];
const PETROV = ["Петров П.И.", "учитель физики", "0,5", "1.9.26", "б/к", "", ""];

test("the first import adds everybody once", () => {
  const { plan } = planImport([], list(IVANOVA, PETROV, ["ИВАНОВА МАРИЯ ПЕТРОВНА", "", "", "", "", "", ""]));
  expect(plan.added.map(({ row, fullName }) => [row, fullName])).toEqual([
    [2, "Иванова Мария Петровна"],
    [3, "Петров П. И."],
  ]);
  expect(plan.skipped).toEqual([{ row: 4, why: "повтор строки 2", text: "Иванова Мария Петровна" }]);
  expect(plan.doubtful).toEqual([]);
});

test("importing the same list again changes nothing", () => {
  const people = applied([], list(IVANOVA, PETROV));
  const { plan } = planImport(people, list(IVANOVA, PETROV));
  expect(plan.unchanged.map(({ code }) => code)).toEqual(["Р-1", "Р-2"]);
  expect(importWrites(people, list(IVANOVA, PETROV), {}).writes).toEqual(NOTHING_TO_WRITE);
});

test("a list does not bring back what was deleted on demand", () => {
  const [known] = applied([], list(IVANOVA));
  if (known === undefined) throw new Error("nobody was added");
  const reduced = { ...known, email: null, phone: null, imported: null, note: "Сведения удалены 20.11.2026." };
  const { plan } = planImport([reduced], list(IVANOVA));
  expect(plan.skipped.map(({ why }) => why)).toEqual(["сведения об этом человеке удалены по его требованию"]);
  expect(applied([reduced], list(IVANOVA))).toEqual([reduced]);
});

test("a changed list shows field by field what was and what will be; empty cells take nothing away", () => {
  const people = applied([], list(IVANOVA));
  const newer = list(["Иванова Мария Петровна", "методист", "6", "", "высшая", "ivanova@mail.ru", "8 (916) 123-45-67"]);
  const { plan } = planImport(people, newer);
  expect(plan.changed[0]?.changes).toEqual([
    { field: "post", label: "Должность", old: "учитель математики", new: "методист" },
    { field: "experienceYears", label: "Педагогический стаж", old: "5,25", new: "6" },
    { field: "category", label: "Квалификационная категория", old: "первая", new: "высшая" },
  ]);
  const [after] = applied(people, newer, { 2: { action: "choose", take: [], keep: ["post"] } });
  expect(after).toMatchObject({ post: "учитель математики", category: "высшая", hiredOn: "2021-09-01" });
});

test("initials and е for ё in a later list do not spoil a full name", () => {
  const people = applied([], list(["Соловьёва Алёна Петровна", "учитель", "", "", "", "a@x.ru", ""]));
  const { plan } = planImport(people, list(["Соловьева А.П.", "учитель", "", "", "", "a@x.ru", ""]));
  expect(plan.unchanged).toHaveLength(1);
});

test("an impossible value is a doubt; the person is added without it, and what was typed stays in the note", () => {
  const staff = list(["Иванова Мария Петровна", "учитель", "abc", "31.02.2020", "", "", ""]);
  const { plan } = planImport([], staff);
  expect(plan.doubtful).toMatchObject([
    { row: 2, about: "values", reason: expect.stringContaining("такой даты не бывает: «31.02.2020»") as string },
  ]);
  const [person] = applied([], staff);
  expect(person).toMatchObject({ fullName: "Иванова Мария Петровна", hiredOn: null, experienceYears: null });
  expect(person?.note).toContain("31.02.2020");
  expect(person?.note).toContain("abc");
  expect(applied([], staff, { 2: { action: "skip" } })).toEqual([]);
});

test("a namesake with another e-mail waits for the curator, who may join or add", () => {
  const people = applied([], list(IVANOVA));
  const staff = list(["Иванова Мария Петровна", "учитель химии", "", "", "", "other@mail.ru", ""]);
  const { plan } = planImport(people, staff);
  expect(plan.doubtful).toMatchObject([
    { about: "person", reason: "то же ФИО, но другая электронная почта", candidates: [{ code: "Р-1" }] },
  ]);
  expect(applied(people, staff)).toHaveLength(1);
  expect(applied(people, staff, { 2: { action: "add" } })).toHaveLength(2);
  expect(applied(people, staff, { 2: { action: "update", code: "Р-1", take: [], keep: [] } })[0]?.post).toBe(
    "учитель химии",
  );
});

test("two lines about one person with different posts: the second waits", () => {
  const staff = list(IVANOVA, ["Иванова Мария Петровна", "методист", "", "", "", "ivanova@mail.ru", ""]);
  const { plan } = planImport([], staff);
  expect(plan.added.map(({ row }) => row)).toEqual([2]);
  expect(plan.doubtful).toMatchObject([{ row: 3, reason: "повтор строки 2 с другими данными" }]);
  const people = applied([], staff);
  expect(planImport(people, staff).plan.unchanged.map(({ row }) => row)).toEqual([2]);
});

test("two rows cannot both change one record: the second is refused by number", () => {
  const people = applied([], list(IVANOVA));
  const staff = list(
    ["Иванова Мария Петровна", "методист", "", "", "", "ivanova@mail.ru", ""],
    ["Иванова Мария Петровна", "директор", "", "", "", "third@mail.ru", ""],
  );
  expect(
    importWrites(people, staff, { 3: { action: "update", code: "Р-1", take: [], keep: [] } }).writes.refused,
  ).toEqual([3]);
});

const names = fc.tuple(
  fc.constantFrom("Иванов", "ПЕТРОВ", "Ковалёв", "Ковалев", "Иванова"),
  fc.constantFrom("Иван", "Игорь", "И.", "пётр"),
  fc.constantFrom("Ильич", "Игоревич", "И."),
);
const staffRows = fc.array(
  fc.record({
    name: fc.oneof(
      names.map((parts) => parts.join(" ")),
      fc.string({ maxLength: 12 }),
    ),
    post: fc.constantFrom("", "учитель", "завуч"),
    experience: fc.constantFrom("", "5 лет 3 мес.", "0,5", "чушь"),
    hired: fc.constantFrom("", "01.09.2021", "31.02.2020"),
    email: fc.constantFrom("", "a@x.ru", "b@x.ru", "не знаю"),
  }),
  { maxLength: 10 },
);

test("importing any list twice never adds or changes anything the second time", () => {
  fc.assert(
    fc.property(staffRows, (rows) => {
      const staff = list(...rows.map((row) => [row.name, row.post, row.experience, row.hired, "", row.email, ""]));
      const once = applied([], staff);
      expect(importWrites(once, staff, {}).writes).toEqual(NOTHING_TO_WRITE);
    }),
  );
});

test("every line of any list is accounted for once", () => {
  fc.assert(
    fc.property(staffRows, (rows) => {
      const cells = rows.map((row) => [row.name, row.post, row.experience, row.hired, "", row.email, ""]);
      const { plan } = planImport([], list(...cells));
      const seen = [plan.added, plan.changed, plan.conflicting, plan.unchanged, plan.doubtful, plan.skipped].flatMap(
        (group) => group.map(({ row }) => row),
      );
      const filled = cells.flatMap((row, index) => (row.some((cell) => cell.trim() !== "") ? [index + 2] : []));
      expect(seen.sort((one, other) => one - other)).toEqual(filled);
    }),
  );
});

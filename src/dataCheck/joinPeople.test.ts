// Two rows of one person become one: every reference still finds its record, and nothing that was written is lost.
import fc from "fast-check";
import { memoryWorkbook, type MemoryWorkbook } from "../../test/memoryWorkbook";
import { CONSENT_KIND, consents } from "../bank/consents.table";
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { pairs } from "../pairing/pairs.table";
import { TABS } from "../tables";
import type { CalendarDate } from "../workbook/calendarDate";
import { factsOf } from "../workbook/column";
import { checkData, tablesIn } from "./checkData";
import { compareTwins, joinPeople, partPeople } from "./joinPeople";

const day = (text: string) => text as CalendarDate;
const [FIRST, SECOND, OTHER] = ["Р-001", "Р-002", "Р-003"] as const;

function school(): MemoryWorkbook {
  const wb = memoryWorkbook("2026-11-21");
  wb.add(people, { fullName: "Соловьёва Алёна Петровна", post: "учитель", phone: "+79161234567", note: "завуч" });
  wb.add(people, { fullName: "Соловьева Алена Петровна", post: "учитель истории", email: "s@school.ru" });
  wb.add(people, { fullName: "Орлов Пётр Львович" });
  return wb;
}

const join = (wb: MemoryWorkbook, keep: string, drop: string) =>
  joinPeople(wb, TABS, { keep, drop, stamp: compareTwins(wb, TABS, [keep, drop]).stamp });

/** Codes that some record names and no record has. */
function dangling(wb: MemoryWorkbook): string[] {
  const tables = tablesIn(TABS);
  return tables.flatMap((table) =>
    Object.entries(table.columns).flatMap(([key, column]) => {
      const other = tables.find((one) => one.key === factsOf(column).table);
      if (!other) return [];
      const named = wb.all(table).flatMap((record) => (record as Record<string, unknown>)[key] ?? []);
      return named.filter((code) => typeof code === "string" && !wb.find(other, code)).map(String);
    }),
  );
}

test("both rows are shown side by side with what speaks of each", () => {
  const wb = school();
  wb.add(mentors, { person: FIRST });
  wb.add(mentees, { person: OTHER });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-001"] });
  const { codes, lines, uses, against } = compareTwins(wb, TABS, [FIRST, SECOND]);
  expect(codes).toEqual([FIRST, SECOND]);
  expect(lines).toContainEqual({ heading: "Должность", first: "учитель", second: "учитель истории" });
  expect(uses).toEqual(["Наставники — 1; Пары — 1", ""]);
  expect(against).toBeNull();
});

test("empty cells are filled, and what differs goes to the note", () => {
  const wb = school();
  join(wb, FIRST, SECOND);
  expect(wb.find(people, SECOND)).toBeUndefined();
  expect(wb.find(people, FIRST)).toMatchObject({
    fullName: "Соловьёва Алёна Петровна",
    post: "учитель",
    phone: "+79161234567",
    email: "s@school.ru",
    note: "завуч\nР-002, ФИО: Соловьева Алена Петровна\nР-002, Должность: учитель истории",
  });
  expect(wb.journal[0]?.records).toEqual([FIRST, SECOND]);
});

test("two rows of one mentor are joined too: lists together, pairs to the row that stays", () => {
  const wb = school();
  wb.add(mentors, {
    person: SECOND,
    fullName: "Соловьева Алена Петровна",
    competences: ["Методика обучения"],
    capacity: 1,
  });
  wb.add(mentors, {
    person: FIRST,
    fullName: "Соловьёва Алёна Петровна",
    competences: ["Работа с родителями"],
    capacity: 2,
  });
  wb.add(mentees, { person: OTHER });
  wb.add(pairs, { mentor: "Н-001", mentorName: "Соловьева Алена Петровна", mentees: ["М-001"] });
  wb.add(diagnostics, { person: SECOND, fullName: "Соловьева Алена Петровна", doneOn: day("2026-09-01") });
  join(wb, FIRST, SECOND);
  expect(wb.all(mentors)).toHaveLength(1);
  const [mentor] = wb.all(mentors);
  expect([...(mentor?.competences ?? [])].sort()).toEqual(["Методика обучения", "Работа с родителями"]);
  expect(mentor?.person).toBe(FIRST);
  expect(wb.all(pairs)[0]).toMatchObject({ mentor: mentor?.code, mentorName: "Соловьёва Алёна Петровна" });
  expect(wb.all(diagnostics)[0]).toMatchObject({ person: FIRST, fullName: "Соловьёва Алёна Петровна" });
});

test("rows that have changed since they were shown, that stand in one pair, or that differ in age are not joined", () => {
  const wb = school();
  const { stamp } = compareTwins(wb, TABS, [FIRST, SECOND]);
  wb.update(people, SECOND, { post: "методист" });
  expect(() => joinPeople(wb, TABS, { keep: FIRST, drop: SECOND, stamp })).toThrow("изменились");
  wb.add(mentors, { person: FIRST });
  wb.add(mentees, { person: SECOND });
  wb.add(pairs, { mentor: "Н-001", mentees: ["М-001"] });
  expect(() => join(wb, FIRST, SECOND)).toThrow("П-2026-01");
  wb.update(people, FIRST, { birthYear: 1980 });
  wb.update(people, SECOND, { birthYear: 1999 });
  expect(() => join(wb, FIRST, SECOND)).toThrow("разный год рождения");
  expect(() => join(wb, FIRST, FIRST)).toThrow("уже нет");
  expect(wb.all(people)).toHaveLength(3);
});

test("rows that the curator calls different people are not shown as one again, in whatever order they stand", () => {
  const wb = school();
  const shown = (): string[] =>
    checkData(wb, TABS).groups.flatMap(({ key, faults }) =>
      /[tT]wins/.test(key) ? faults.map(({ code }) => code ?? "") : [],
    );
  expect(shown()).not.toEqual([]);
  partPeople(wb, [SECOND, FIRST]);
  expect(shown()).toEqual([]);
  expect(() => {
    partPeople(wb, [FIRST, "Р-099"]);
  }).toThrow("уже нет");
});

test("whoever is joined to whom, every reference finds a record and each role stands once", () => {
  const person = fc.constantFrom(FIRST, SECOND, OTHER);
  const plan = fc.record({
    mentors: fc.uniqueArray(person, { maxLength: 3 }),
    mentees: fc.uniqueArray(person, { maxLength: 3 }),
    consents: fc.array(person, { maxLength: 3 }),
    papers: fc.array(fc.uniqueArray(person, { maxLength: 3 }), { maxLength: 2 }),
    pairs: fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { maxLength: 3 }),
    swap: fc.boolean(),
  });
  fc.assert(
    fc.property(plan, (wish) => {
      const wb = school();
      for (const code of wish.mentors) wb.add(mentors, { person: code });
      for (const code of wish.mentees) wb.add(mentees, { person: code });
      for (const code of wish.consents)
        wb.add(consents, { person: code, kind: CONSENT_KIND.pair, givenOn: day("2026-09-01") });
      for (const codes of wish.papers) wb.add(documents, { paper: "Приказ", people: codes });
      for (const [one, other] of wish.pairs) {
        const [mentor, mentee] = [wb.all(mentors)[one], wb.all(mentees)[other]];
        if (mentor && mentee) wb.add(pairs, { mentor: mentor.code, mentees: [mentee.code] });
      }
      const [keep, drop] = wish.swap ? [SECOND, FIRST] : [FIRST, SECOND];
      const count = wb.all(consents).length + wb.all(pairs).length + wb.all(documents).length;
      if (compareTwins(wb, TABS, [keep, drop]).against !== null) return;
      join(wb, keep, drop);
      expect(dangling(wb)).toEqual([]);
      expect(wb.all(people).map(({ code }) => code)).toEqual([keep, OTHER]);
      for (const table of [mentors, mentees]) {
        const holders = wb.all(table).map(({ person: of }) => of);
        expect(new Set(holders).size).toBe(holders.length);
      }
      expect(wb.all(consents).length + wb.all(pairs).length + wb.all(documents).length).toBe(count);
    }),
    { numRuns: 60 },
  );
});

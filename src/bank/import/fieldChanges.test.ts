// What the curator has mended by hand is never overwritten without a choice, whatever order lists come in.
import * as fc from "fast-check";
import { applied, list, typed } from "../../../test/staffBank";
import type { Person } from "../people.table";
import { importWrites } from "./importWrites";
import { planImport } from "./planImport";

const row = (post: string, experience: string, email = "ivanova@mail.ru", phone = "89161234567") => [
  "Иванова Мария Петровна",
  post,
  experience,
  "01.09.2021",
  "первая",
  email,
  phone,
];
const FIRST = list(row("учитель математики", "5"));
const bank = applied([], FIRST);
const planned = (people: readonly Person[], ...rows: string[][]) => planImport(people, list(...rows)).plan;

test("an untouched cell follows the list", () => {
  const plan = planned(bank, row("учитель математики", "6"));
  expect(plan.conflicting).toEqual([]);
  expect(plan.changed[0]?.changes).toMatchObject([{ field: "experienceYears", old: "5", new: "6" }]);
});

test("a cell mended by hand is kept without a question while the list says the same as before", () => {
  const mended = typed(bank, "Р-1", {
    post: "учитель математики и физики",
    email: "maria@mail.ru",
    experienceYears: 7,
  });
  const plan = planned(mended, row("учитель математики", "5"));
  expect([plan.changed, plan.conflicting, plan.doubtful]).toEqual([[], [], []]);
  expect(applied(mended, FIRST)).toEqual(mended);
});

test("a cell emptied by hand stays empty while the list says the same as before", () => {
  const emptied = typed(bank, "Р-1", { phone: null });
  expect(applied(emptied, FIRST)).toEqual(emptied);
  const [conflict] = planned(emptied, row("учитель математики", "5", "ivanova@mail.ru", "89160000000")).conflicting;
  expect(conflict?.conflicts).toMatchObject([{ field: "phone", old: "", new: "+79160000000" }]);
});

describe("a cell mended by hand, and another value in the list", () => {
  const mended = typed(bank, "Р-1", { post: "методист" });
  const newer = list(row("старший воспитатель", "6"));

  test("is a conflict beside the ordinary changes", () => {
    const [conflict] = planImport(mended, newer).plan.conflicting;
    expect(conflict?.conflicts).toEqual([
      { field: "post", label: "Должность", old: "методист", new: "старший воспитатель" },
    ]);
    expect(conflict?.changes).toMatchObject([{ field: "experienceYears" }]);
  });

  test("stays as it is without a choice, and is asked again next time", () => {
    const after = applied(mended, newer);
    expect(after[0]).toMatchObject({ post: "методист", experienceYears: 6 });
    expect(planImport(after, newer).plan.conflicting).toHaveLength(1);
  });

  test("is kept by choice, and asked again only when the list changes", () => {
    const after = applied(mended, newer, { 2: { action: "choose", take: [], keep: ["post"] } });
    expect(after[0]?.post).toBe("методист");
    expect(planImport(after, newer).plan.unchanged).toHaveLength(1);
    expect(planned(after, row("директор", "6")).conflicting).toHaveLength(1);
  });

  test("is taken by choice, and from then on follows the list", () => {
    const after = applied(mended, newer, { 2: { action: "choose", take: ["post"], keep: [] } });
    expect(after[0]?.post).toBe("старший воспитатель");
    expect(planned(after, row("директор", "6")).conflicting).toEqual([]);
    expect(planned(after, row("директор", "6")).changed).toHaveLength(1);
  });

  test("settles by itself when the list comes to say the same", () => {
    const after = applied(mended, list(row("методист", "5")));
    expect(planned(after, row("директор", "5")).changed).toHaveLength(1);
  });
});

describe("a record that no import has written", () => {
  const own = typed(bank, "Р-1", { imported: null, category: null });

  test("is filled where it is empty and asked about where it differs", () => {
    const [conflict] = planned(own, row("методист", "6")).conflicting;
    expect(conflict?.changes.map(({ field }) => field)).toEqual(["category"]);
    expect(conflict?.conflicts.map(({ field }) => field)).toEqual(["post", "experienceYears"]);
  });

  test("is remembered as soon as the list agrees with it, and nothing else is written", () => {
    const { updated, remembered } = importWrites(typed(bank, "Р-1", { imported: null }), FIRST, {}).writes;
    expect(updated).toEqual([]);
    expect(remembered).toMatchObject([{ code: "Р-1", imported: { post: "учитель математики", experienceYears: "5" } }]);
  });

  test("gets the full name for initials without a question", () => {
    const initials = typed(bank, "Р-1", { imported: null, fullName: "Иванова М. П." });
    expect(applied(initials, FIRST)[0]?.fullName).toBe("Иванова Мария Петровна");
  });
});

describe("a name mended by hand", () => {
  const withName = (fullName: string, patch: Partial<Person> = {}) => typed(bank, "Р-1", { fullName, ...patch });
  const noContacts = list(row("учитель математики", "5", "", ""));

  test("is recognised in the old list: a misprint put right, initials written out", () => {
    expect(applied(withName("Иванова Марина Петровна"), noContacts)[0]?.fullName).toBe("Иванова Марина Петровна");
    const initials = applied([], list(["Иванова М. П.", "учитель", "", "", "", "", ""]));
    const full = typed(initials, "Р-1", { fullName: "Иванова Мария Петровна" });
    expect(applied(full, list(["Иванова М. П.", "учитель", "", "", "", "", ""]))).toEqual(full);
  });

  test("with another surname is the same person where a contact says so, and otherwise a question", () => {
    const married = withName("Петрова Мария Петровна");
    expect(applied(married, FIRST)).toEqual(married);
    const doubtful = planImport(married, noContacts).plan.doubtful;
    expect(doubtful).toMatchObject([{ reason: "под этим ФИО человек записан раньше", candidates: [{ code: "Р-1" }] }]);
  });

  test("of somebody else typed over the row joins nobody", () => {
    const { plan } = planImport(withName("Сидоров Пётр Ильич", { email: null, phone: null }), noContacts);
    expect(plan.doubtful).toMatchObject([{ candidates: [{ code: "Р-1" }] }]);
  });
});

test("choosing who a doubtful row is overwrites nothing that was mended by hand", () => {
  const mended = typed(bank, "Р-1", { post: "методист" });
  const staff = list(row("директор", "6", "other@mail.ru", ""));
  const [doubt] = planImport(mended, staff).plan.doubtful;
  expect(doubt?.candidates[0]?.conflicts).toMatchObject([{ field: "post" }]);
  const joined = (take: string[]) =>
    applied(mended, staff, { 2: { action: "update", code: "Р-1", take, keep: [] } })[0];
  expect(joined([])).toMatchObject({ post: "методист", experienceYears: 6, email: "other@mail.ru" });
  expect(joined(["post"])?.post).toBe("директор");
});

const someone = fc.record({
  post: fc.constantFrom("учитель", "методист", "завуч", ""),
  experience: fc.constantFrom("1", "2", "3", ""),
  phone: fc.constantFrom("89160000001", "89160000002", ""),
});
const hand = fc.record(
  {
    post: fc.constantFrom("учитель", "методист", "психолог", null),
    experienceYears: fc.constantFrom(1, 2, 9, null),
    phone: fc.constantFrom("+79160000001", "8 (916) 000-00-09", null),
  },
  { requiredKeys: [] },
);

test("whatever lists and hand edits come, an import changes only cells that hold what it wrote there itself", () => {
  const rounds = fc.array(fc.tuple(someone, hand), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rounds, (all) => {
      let people: Person[] = bank;
      for (const [listed, edit] of all) {
        people = typed(people, "Р-1", edit);
        const [before] = people;
        people = applied(people, list(row(listed.post, listed.experience, "ivanova@mail.ru", listed.phone)));
        expect(people).toHaveLength(1);
        for (const field of ["post", "experienceYears", "phone"] as const) {
          const was = before?.[field] ?? null;
          if (people[0]?.[field] === was) continue;
          expect(before?.imported?.[field]).toBe(was === null ? undefined : String(was));
        }
      }
    }),
    { numRuns: 60 },
  );
});

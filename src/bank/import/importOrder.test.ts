// However often, in whatever order and in whatever parts a list comes, the bank ends up the same, and nobody is mixed up.
import * as fc from "fast-check";
import { applied, list } from "../../../test/staffBank";
import { textKey } from "../../school/typedText";
import type { Person } from "../people.table";
import { importWrites } from "./importWrites";
import { planImport } from "./planImport";

type Row = readonly string[];

/** Records without what depends on codes and numbers of lines. */
function essence(people: readonly Person[]): string[] {
  return people
    .map(({ code: _, note, ...rest }) => JSON.stringify({ ...rest, note: note?.replace(/\d+/g, "№") ?? null }))
    .sort();
}

function shuffled<T>(items: readonly T[], keys: readonly number[]): T[] {
  return items
    .map((item, index) => ({ item, key: keys[index % keys.length] ?? 0 }))
    .sort((one, other) => one.key - other.key)
    .map(({ item }) => item);
}

/** A small town where names repeat a lot, with everything that makes lines look alike. */
const confusing: fc.Arbitrary<Row> = fc
  .record({
    last: fc.constantFrom("Иванов", "ИВАНОВ", "Ковалёв", "Ковалев", "Иванова", "Иванова (Ковалёва)"),
    given: fc.constantFrom("Иван Ильич", "И. И.", "Игорь Ильич", "пётр ильич", "Анна Ильинична", "Анна Ильинична"),
    post: fc.constantFrom("", "учитель", "завуч", "лаборант (внутр. совместительство)"),
    experience: fc.constantFrom("", "5 лет 3 мес.", "0,5", "чушь"),
    hired: fc.constantFrom("", "01.09.2021", "1 сентября 2019 г."),
    email: fc.constantFrom("", "a@x.ru", "b@x.ru", "не знаю"),
    phone: fc.constantFrom("", "89161234567", "+7 (916) 123-45-67", "89160000000"),
  })
  .map(({ last, given, post, experience, hired, email, phone }) => [
    `${last} ${given}`,
    post,
    experience,
    hired,
    "",
    email,
    phone,
  ]);
const confusingList = fc.array(confusing, { maxLength: 8 });
const order = fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 });

const NOTHING_TO_WRITE = { added: [], updated: [], remembered: [], refused: [] };

test("the most confusing list imported again adds nobody, and changes only what had waited for the curator", () => {
  fc.assert(
    fc.property(confusingList, confusingList, (first, second) => {
      const before = applied([], list(...first));
      const { plan } = planImport(before, list(...second));
      const waited = new Set(plan.doubtful.map(({ row }) => row));
      const { added, updated, refused } = importWrites(applied(before, list(...second)), list(...second), {}).writes;
      expect([added, refused, updated.filter(({ row }) => !waited.has(row))]).toEqual([[], [], []]);
    }),
  );
});

test("the order of rows changes nothing but the codes", () => {
  fc.assert(
    fc.property(confusingList, confusingList, order, (first, second, keys) => {
      const bank = applied([], list(...first));
      expect(essence(applied([], list(...shuffled(first, keys))))).toEqual(essence(bank));
      expect(essence(applied(bank, list(...shuffled(second, keys))))).toEqual(essence(applied(bank, list(...second))));
    }),
  );
});

test("however the rows stand, no line of the list is lost", () => {
  fc.assert(
    fc.property(confusingList, (rows) => {
      const { plan } = planImport(applied([], list(...rows.slice(1))), list(...rows));
      const { added, changed, conflicting, unchanged, doubtful, skipped } = plan;
      const seen = [added, changed, conflicting, unchanged, doubtful, skipped].flatMap((group) =>
        group.map(({ row }) => row),
      );
      expect(seen.sort((one, other) => one - other)).toEqual(rows.map((_, index) => index + 2));
    }),
  );
});

/** Somebody who really exists: everything about them carries their own number. */
const SURNAMES = ["Абросимова", "Белоусова", "Воронцова", "Гладышева", "Дроздова", "Еремеева", "Журавлёва", "Зотова"];
const GIVEN = ["Анна Ильинична", "Вера Олеговна", "Галина Петровна", "Алёна Семёновна"];
const truthOf = (index: number): Row => [
  `${SURNAMES[index % 8] ?? ""} ${GIVEN[Math.floor(index / 8) % 4] ?? ""}`,
  "учитель",
  String(1 + (index % 40)),
  `0${1 + (index % 9)}.09.2020`,
  "",
  `person${index}@x.ru`,
  `8916000${String(1000 + index)}`,
];
const SPELLINGS: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.replace(/ё/g, "е"),
  (name) => `  ${name.replace(/ /g, "  ")}`,
  (name) => name.replace(/а/g, "a"),
  (name) => name.replace(/^(\S+) (\S+ \S+)$/, "$2 $1"),
];
const mention = fc.record({
  who: fc.nat(31),
  spelling: fc.nat(SPELLINGS.length - 1),
  gaps: fc.array(fc.constantFrom(2, 3, 5, 6), { maxLength: 3 }),
  typo: fc.option(fc.nat(20), { nil: null }),
});
type Mention = typeof mention extends fc.Arbitrary<infer T> ? T : never;

function written({ who, spelling, gaps, typo }: Mention, withTypos: boolean): Row {
  const [name = "", ...rest] = truthOf(who);
  const spelt = (SPELLINGS[spelling] ?? String)(name);
  const slip = withTypos && typo !== null ? spelt.slice(0, typo) + "н" + spelt.slice(typo + 1) : spelt;
  return [slip, ...rest.map((cell, index) => (gaps.some((gap) => gap === index + 1) ? "" : cell))];
}

test("a list of people with contacts of their own, imported twice, is as if it had been imported once", () => {
  const mentions = fc.array(mention, { maxLength: 8 });
  fc.assert(
    fc.property(mentions, mentions, fc.boolean(), (first, second, withTypos) => {
      const [old, again] = [first, second].map((all) => list(...all.map((one) => written(one, withTypos))));
      if (!old || !again) return;
      const bank = applied(applied([], old), again);
      expect(importWrites(bank, again, {}).writes).toEqual(NOTHING_TO_WRITE);
    }),
  );
});

test("a part of a list and then the whole of it give the same as the whole at once", () => {
  const everybody = fc.uniqueArray(mention, { selector: ({ who }) => who, maxLength: 12 });
  fc.assert(
    fc.property(everybody, everybody, fc.nat(12), (whole, other, size) => {
      const rows = whole.map((one) => written({ ...one, gaps: [] }, false));
      const part = whole
        .slice(0, size)
        .map((one, index) =>
          written({ ...one, spelling: other[index]?.spelling ?? 0, gaps: other[index]?.gaps ?? [] }, false),
        );
      const names = (people: readonly Person[]) =>
        people.map(({ fullName, experienceYears, hiredOn, email, phone }) =>
          textKey([fullName, experienceYears, hiredOn, email, phone].join(" ")),
        );
      const byParts = applied(applied([], list(...part)), list(...rows));
      expect(names(byParts).sort()).toEqual(names(applied([], list(...rows))).sort());
      expect(planImport(byParts, list(...rows)).plan.unchanged).toHaveLength(rows.length);
    }),
  );
});

test("typos, gaps and spellings never put two people's facts into one record", () => {
  const lists = fc.array(fc.array(mention, { maxLength: 6 }), { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(lists, (all) => {
      let bank: Person[] = [];
      for (const mentions of all) bank = applied(bank, list(...mentions.map((one) => written(one, true))));
      for (const { email, phone, fullName } of bank) {
        const owners = [email?.replace(/\D/g, ""), phone?.slice(-4)].flatMap((digits, index) =>
          digits === undefined ? [] : [Number(digits) - (index === 0 ? 0 : 1000)],
        );
        expect(new Set(owners).size).toBeLessThanOrEqual(1);
        const [owner] = owners;
        if (owner === undefined) continue;
        const letters = (name: string) => textKey(name).replace(/[^а-я]/g, "").length;
        expect(Math.abs(letters(fullName) - letters(truthOf(owner)[0] ?? ""))).toBeLessThanOrEqual(3);
      }
    }),
  );
});

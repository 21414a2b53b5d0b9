// Whoever answers is recognised or left to the curator: an answer never goes to another person.
import * as fc from "fast-check";
import { compareNames, nameKey, nameParts, oneTypoApart } from "../school/fullName";
import { recogniser, type Recognition, type Respondent } from "./respondents";

const bank = (...names: string[]): Respondent[] =>
  names.map((fullName, at) => ({ code: `Р-${at + 1}`, fullName, email: null }));
const byName = (known: readonly Respondent[], fullName: string): Recognition =>
  recogniser(known)({ invited: null, email: null, fullName });

const LASTS = ["Орлов", "Орлова", "Соловьёва", "Соловьев", "Ким", "Бонч-Бруевич", "Арлов"];
const FIRSTS = ["Пётр", "Петр", "Анна", "Мария", "Марина", "Наталья", "Наталия"];
const MIDDLES = ["Львович", "Львовна", "Ильинична", "Ильич", ""];
const aName = fc
  .tuple(fc.constantFrom(...LASTS), fc.constantFrom(...FIRSTS), fc.constantFrom(...MIDDLES))
  .map((parts) => parts.filter((part) => part !== "").join(" "));
const aSchool = fc
  .uniqueArray(aName, { selector: nameKey, minLength: 1, maxLength: 12 })
  .map((names) => bank(...names));

/** How people write their own names. */
const spelling = fc.constantFrom<(name: string) => string>(
  (name) => name,
  (name) => name.toUpperCase(),
  (name) => name.toLowerCase(),
  (name) => name.replace(/ё/g, "е"),
  (name) => `  ${name.replace(/ /g, "   ")} `,
  (name) => name.replace(/-/g, " — "),
  (name) => name.replace(/а/g, "a"),
);
/** What loses or spoils something. */
const damage = fc.constantFrom<(name: string, at: number) => string>(
  (name) => name.replace(/^(\S+) (.)\S* (.)\S*$/, "$1 $2. $3."),
  (name) => name.replace(/^(\S+) (.)\S* (.)\S*$/, "$2.$3. $1"),
  (name) => name.split(" ").slice(0, 2).join(" "),
  (name) => name.split(" ")[0] ?? "",
  (name, at) => name.slice(0, at % name.length) + name.slice((at % name.length) + 1),
  (name, at) => `${name.slice(0, at % name.length)}о${name.slice(at % name.length)}`,
  (name, at) => name.slice(0, at % name.length) + "и" + name.slice((at % name.length) + 1),
  (name) => name.split(" ").reverse().join(" "),
);

describe("by the full name", () => {
  test("whatever the spelling, a whole name is recognised; one without a patronymic, unless somebody else fits as well", () => {
    fc.assert(
      fc.property(aSchool, spelling, fc.nat(), (known, spell, at) => {
        const author = known[at % known.length];
        const { person, likely } = byName(known, spell(author?.fullName ?? ""));
        expect(person ?? author?.code).toBe(author?.code);
        if (nameParts(author?.fullName ?? "").middle !== "") expect(person).toBe(author?.code);
        if (person === null) expect(likely).toContain(author?.code);
      }),
    );
  });

  test("a slip, initials or a missing patronymic never give the answer to somebody else", () => {
    fc.assert(
      fc.property(aSchool, spelling, damage, fc.nat(), (known, spell, spoil, at) => {
        const typed = spell(spoil(known[at % known.length]?.fullName ?? "", at));
        const { person } = byName(known, typed);
        const found = known.find(({ code }) => code === person);
        // Sure only of the whole name as it was typed.
        if (found) expect(compareNames(nameParts(found.fullName), nameParts(typed))).toBe("equal");
      }),
      { numRuns: 500 },
    );
  });

  test("one more colleague may bring a doubt, never another author; the order of the bank means nothing", () => {
    fc.assert(
      fc.property(aSchool, aName, aName, (known, newcomer, typed) => {
        const before = byName(known, typed).person;
        const added = { code: "Р-новый", fullName: newcomer, email: null };
        const isSame = nameKey(newcomer) === nameKey(typed);
        const after = byName([...known, added], typed).person;
        if (before !== null) expect([before, null]).toContain(after);
        else expect([null, isSame ? "Р-новый" : null]).toContain(after);
        expect(byName([added, ...[...known].reverse()], typed).person).toBe(after);
      }),
    );
  });

  test("is symmetric: who is taken for whom, and who may be whom", () => {
    fc.assert(
      fc.property(aName, aName, fc.nat(), damage, (one, other, at, spoil) => {
        const spoilt = spoil(other, at);
        const [left, right] = [nameParts(one), nameParts(spoilt)];
        expect(compareNames(left, right)).toBe(compareNames(right, left));
        expect(oneTypoApart(left, right)).toBe(oneTypoApart(right, left));
        const [there, back] = [byName(bank(one), spoilt), byName(bank(spoilt), one)];
        // One who gives no first name cannot be asked back.
        if (left.first !== "" && right.first !== "") expect(there.likely.length).toBe(back.likely.length);
      }),
    );
  });

  test.each([
    ["Арлов Пётр Львович", ["Р-1"]],
    ["Орлов Петр Львовчи", ["Р-1"]],
    ["Пётр Орлов", ["Р-1"]],
    ["Орлов П. Л.", ["Р-1"]],
    ["Арлов П. Л.", ["Р-1"]],
    ["Сидоров Иван Ильич", []],
  ])("«%s» is not sure of itself: %j", (typed, likely) => {
    expect(byName(bank("Орлов Пётр Львович", "Ким Анна Ильинична"), typed)).toMatchObject({ person: null, likely });
  });

  test("a surname with a first name fits the namesake with a patronymic too, so the curator is asked", () => {
    expect(byName(bank("Орлов Пётр"), "Орлов Пётр").person).toBe("Р-1");
    expect(byName(bank("Орлов Пётр", "Орлов Пётр Львович"), "Орлов Пётр")).toMatchObject({
      person: null,
      likely: ["Р-1", "Р-2"],
    });
    expect(byName(bank("Орлов Пётр", "Орлов Пётр Львович"), "Орлов Пётр Львович").person).toBe("Р-2");
  });
});

describe("by the code and the address", () => {
  const known: Respondent[] = [
    { code: "Р-1", fullName: "Орлов П. Л.", email: "office@school7.example" },
    { code: "Р-2", fullName: "Орлов Пётр Львович", email: "office@school7.example" },
    { code: "Р-3", fullName: "Ким Анна Ильинична", email: "kim@school7.example" },
  ];
  const recognise = recogniser(known);

  test("the code goes before the address, the address before the name; what contradicts is asked about", () => {
    const kim = "KIM@school7.example ";
    expect(recognise({ invited: "Р-2", email: kim, fullName: null }).person).toBe("Р-2");
    expect(recognise({ invited: null, email: kim, fullName: "Ким А. И." }).person).toBe("Р-3");
    expect(recognise({ invited: null, email: kim, fullName: "Орлов Пётр Львович" })).toMatchObject({ person: null });
    expect(recognise({ invited: "Р-3", email: null, fullName: "Орлов Пётр Львович" })).toMatchObject({
      person: null,
      likely: ["Р-3", "Р-1", "Р-2"],
    });
  });

  test("a link handed on to a namesake in full is noticed", () => {
    expect(recognise({ invited: "Р-1", email: null, fullName: "Орлов Пётр Львович" })).toMatchObject({
      person: null,
      likely: ["Р-1", "Р-2"],
    });
    expect(recognise({ invited: "Р-1", email: null, fullName: "Орлов П.Л." }).person).toBe("Р-1");
  });

  test("an address that colleagues share decides nothing by itself", () => {
    const shared = "office@school7.example";
    expect(recognise({ invited: null, email: shared, fullName: null })).toMatchObject({
      person: null,
      likely: ["Р-1", "Р-2"],
    });
    expect(recognise({ invited: null, email: shared, fullName: "Ким Анна Ильинична" }).person).toBeNull();
  });
});

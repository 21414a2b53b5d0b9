// Cells are written otherwise and never mean something else; what may be read in two ways is left to a person.
import fc from "fast-check";
import * as z from "zod";
import { mentees } from "../bank/mentees.table";
import { people } from "../bank/people.table";
import { pairs } from "../pairing/pairs.table";
import type { Cell } from "../google/cell";
import { DEFAULT_DIRECTIONS } from "../school/mentoringForms";
import { textKey } from "../school/typedText";
import type { CalendarDate } from "../workbook/calendarDate";
import type { AnyColumn } from "../workbook/column";
import { cellMender, type MendTerms, wordKey } from "./cellMends";

const WORDS = new Map(DEFAULT_DIRECTIONS.map((word) => [wordKey(word), word]));
const TERMS: MendTerms = {
  today: "2026-11-21" as CalendarDate,
  isName: false,
  wordFor: (_, typed) => WORDS.get(wordKey(typed)) ?? null,
};
const day = (date: string): Cell => ({ date, time: "00:00:00" });

const mend = (column: AnyColumn, cell: Cell, isName = false) =>
  cellMender(column, { ...TERMS, isName })?.(cell) ?? null;

describe("a cell", () => {
  const { columns } = people;
  test.each<[string, AnyColumn, Cell, [string, Cell | null] | null]>([
    ["double and unbreakable spaces", columns.post, " учитель \u00a0 истории ", ["spaces", "учитель истории"]],
    ["a list typed line by line stays a list", columns.subject, "химия \n биология", ["spaces", "химия\nбиология"]],
    ["an unbreakable space in a long text is meant", columns.note, "приказ №\u00a05", null],
    ["Latin letters in a Russian word", columns.post, "yчитeль", ["lookalikes", "учитель"]],
    ["a Latin word is left", columns.subject, "Python", null],
    ["an address in a text is left", columns.note, "см. сaйт@школa.рф", null],
    ["a telephone", columns.phone, "8 (916) 123-45-67", ["phone", "+79161234567"]],
    ["a telephone that Google took for a number", columns.phone, 89161234567, ["phone", "+79161234567"]],
    ["two telephones are left", columns.phone, "8 916 123-45-67, 8 916 123-45-68", null],
    ["a telephone with an extension is left", columns.phone, "8 495 123-45-67 доб. 12", null],
    ["an address with capitals and spaces", columns.email, " Ivanova @School7.RU", ["email", "ivanova@school7.ru"]],
    ["a comma for a full stop", columns.email, "ivanova@school7,ru", ["email", "ivanova@school7.ru"]],
    ["a Cyrillic letter in an address", columns.email, "ivаnova@school7.ru", ["email", "ivanova@school7.ru"]],
    ["two addresses are left", columns.email, "a@school.ru, b@school.ru", null],
    ["a date as text", columns.hiredOn, "01.09.2020", ["textDate", day("2020-09-01")]],
    ["a date in words", columns.hiredOn, "1 сентября 2020 г.", ["textDate", day("2020-09-01")]],
    ["a date with commas", columns.hiredOn, "01,09,2020", ["textDate", day("2020-09-01")]],
    ["a date that may be American", columns.hiredOn, "05/06/2020", ["ambiguousDate", null]],
    ["a date with half a year", columns.hiredOn, "05.06.30", ["ambiguousDate", null]],
    ["a bare year is no date", columns.hiredOn, 2020, null],
    ["a day number of the sheet", columns.hiredOn, 44075, ["textDate", day("2020-09-01")]],
    ["a word of a list in capitals", columns.employment, "РАБОТАЕТ", ["typedValue", "работает"]],
    ["a number as text", columns.experienceYears, "5,5", ["typedValue", 5.5]],
    ["a number that is none is left", columns.experienceYears, "пять", null],
    ["a code in Latin letters", pairs.columns.mentor, "h-001", ["typedValue", "Н-001"]],
    [
      "dictionary words",
      mentees.columns.difficulties,
      "методика обучения;  Работа с родителями",
      ["dictionary", "Методика обучения; Работа с родителями"],
    ],
    [
      "dictionary words after a comma",
      mentees.columns.difficulties,
      "Методика обучения, Работа с родителями",
      ["typedValue", "Методика обучения; Работа с родителями"],
    ],
    ["an unknown word is left", mentees.columns.difficulties, "Танцы", null],
  ])("%s", (_, column, cell, expected) => {
    const found = mend(column, cell);
    expect(found && [found.fault, found.to]).toEqual(expected);
  });

  test.each([
    ["ИВАНОВА мария  петровна", "nameCase", "Иванова Мария Петровна"],
    ["Иванова  Мария", "spaces", "Иванова Мария"],
    ["Ивaнова Мария Петровна", "lookalikes", "Иванова Мария Петровна"],
    ["салтыков-щедрин Михаил", "nameCase", "Салтыков-Щедрин Михаил"],
  ])("a name typed as «%s»", (typed, fault, to) => {
    expect(mend(people.columns.fullName, typed, true)).toEqual({ fault, to });
  });

  test.each(["Мария Петровна Иванова", "Иванова Мария (декрет)", "Мамедов Али Гасан оглы", "МакКоннелл Джон"])(
    "the name «%s» is left to a person",
    (typed) => {
      expect(mend(people.columns.fullName, typed, true)).toBeNull();
    },
  );
});

describe("whatever is typed", () => {
  const letters = fc.constantFrom(
    ..."аеЕоОиИвВнНтя",
    ..."aeoxcyABEKMHOPCTX",
    " ",
    "\u00a0",
    "\u200b",
    "-",
    ".",
    ";",
    ",",
    "\n",
    "1",
    "@",
    "ё",
    "Ё",
  );
  const typed = fc.oneof(
    fc.string({ unit: letters, maxLength: 24 }),
    fc
      .constantFrom(...DEFAULT_DIRECTIONS)
      .chain((word) => fc.constantFrom(word.toUpperCase(), ` ${word}`, `${word};${word}`)),
    fc.constantFrom(
      "8 916 1234567",
      "+7(916)123-45-67",
      "ИВАНОВ  ИВАН",
      "Ivanova@Mail.Ru",
      "1.9.2020",
      "01/13/2020",
      "45 000",
    ),
    fc.integer({ min: -10, max: 60_000 }),
  );
  const columns = [...Object.values(people.columns), ...Object.values(mentees.columns)].filter(
    (column) => column !== people.columns.imported,
  );

  test("a cell with nothing to be seen in it is an empty one, also where something must stand", () => {
    for (const cell of ["\u200b", " \u00ad\ufeff", "'\u2060"]) {
      expect(mend(people.columns.fullName, cell, true)).toBeNull();
      expect(z.safeDecode(people.columns.fullName, cell).success).toBe(false);
      expect(z.safeDecode(people.columns.post, cell).data).toBeNull();
    }
  });

  test("what was mended needs no mending, and the column reads it as it read it before", () => {
    fc.assert(
      fc.property(fc.constantFrom(...columns), typed, fc.boolean(), (column, cell, isName) => {
        const found = mend(column, cell, isName);
        if (!found || found.to === null) return;
        expect(mend(column, found.to, isName)).toBeNull();
        const [before, after] = [z.safeDecode(column, cell), z.safeDecode(column, found.to)];
        expect(after.success).toBe(true);
        if (before.success && typeof before.data !== "string" && !Array.isArray(before.data))
          expect(after.data).toEqual(before.data);
      }),
      { numRuns: 2000 },
    );
  });

  test("a text keeps its letters and digits in their order, whatever their case and alphabet", () => {
    const alike = new Map([..."abcehkmoptxy"].map((letter, index) => [letter, "авсенкмортху".charAt(index)]));
    const meaning = (text: string): string =>
      [...textKey(text).replace(/[^\p{L}\p{N}]/gu, "")].map((letter) => alike.get(letter) ?? letter).join("");
    fc.assert(
      fc.property(
        fc.constantFrom(people.columns.fullName, people.columns.post, people.columns.note),
        fc.string({ unit: letters, maxLength: 30 }),
        fc.boolean(),
        (column, cell, isName) => {
          const found = mend(column, cell, isName);
          if (typeof found?.to === "string") expect(meaning(found.to)).toBe(meaning(cell));
        },
      ),
      { numRuns: 2000 },
    );
  });
});

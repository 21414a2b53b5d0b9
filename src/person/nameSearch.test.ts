// The search box finds people however their names are typed.
import * as fc from "fast-check";
import { findByName, matchesName } from "./nameSearch";

const NAME = "Семёнова Мария Петровна";

test.each(["семенова", "СЕМЁНОВА", "сем мар", "М. П. Семёнова", "семенова м.п.", "мария петровна", "  петр  "])(
  "«%s» finds «Семёнова Мария Петровна»",
  (typed) => {
    expect(matchesName(typed, NAME)).toBe(true);
  },
);

test.each(["семёнов о", "мария мария", "петрова", "", "  ", "."])("«%s» does not", (typed) => {
  expect(matchesName(typed, NAME)).toBe(false);
});

test("a full name finds the row where only initials stand", () => {
  expect(matchesName("Семёнова Мария Петровна", "Семенова М.П.")).toBe(true);
  expect(matchesName("Семёнова Ольга Петровна", "Семенова М.П.")).toBe(false);
});

test("surnames come first, and a code finds its person", () => {
  const people = [
    { code: "Р-001", fullName: "Иванова Петра Олеговна" },
    { code: "Р-002", fullName: "Петров Иван Олегович" },
  ];
  expect(findByName("петр", people).map(({ code }) => code)).toEqual(["Р-002", "Р-001"]);
  expect(findByName("р-001", people).map(({ code }) => code)).toEqual(["Р-001"]);
});

test("any beginnings of the words of a name, in any order, find it", () => {
  const letters = fc.string({ unit: fc.constantFrom(..."абвгдеёжзиклмнопрст"), minLength: 2, maxLength: 9 });
  fc.assert(
    fc.property(fc.array(letters, { minLength: 2, maxLength: 4 }), fc.nat(), fc.boolean(), (words, seed, capital) => {
      const cut = words.map((word, at) => word.slice(0, 1 + ((seed >> at) % word.length)));
      const typed = (seed % 2 === 0 ? cut : [...cut].reverse()).join(seed % 3 === 0 ? ". " : " ").replace(/ё/g, "е");
      expect(matchesName(capital ? typed.toUpperCase() : typed, words.join(" "))).toBe(true);
    }),
  );
});

// Full names are kept as they are spoken and compared without joining two different people.
import * as fc from "fast-check";
import {
  compareNames,
  givenNames,
  looksLikeFullName,
  nameKey,
  nameParts,
  readFullName,
  sexByPatronymic,
} from "./fullName";

describe("a full name typed by hand", () => {
  test.each([
    ["ИВАНОВА  мария петровна", "Иванова Мария Петровна"],
    ["  Иванова\u00a0Мария\nПетровна ", "Иванова Мария Петровна"],
    ["Ивaнoвa Мария Петровна", "Иванова Мария Петровна"],
    ["Мария Петровна Иванова", "Иванова Мария Петровна"],
    ["И.И. Иванов", "Иванов И. И."],
    ["Иванов И.И", "Иванов И. И."],
    ["Иванов И. И.", "Иванов И. И."],
    ["бонч - бруевич анна львовна", "Бонч-Бруевич Анна Львовна"],
    ["МАМЕДОВ РАШИД АЛИ ОГЛЫ", "Мамедов Рашид Али оглы"],
    ["МакКоннелл Джон", "МакКоннелл Джон"],
    ["иВАНОВ Пётр Ильич", "Иванов Пётр Ильич"],
    ["Абрамович Роман Аркадьевич", "Абрамович Роман Аркадьевич"],
  ])("%j becomes «%s»", (raw, expected) => {
    expect(readFullName(raw)).toEqual({ fullName: expected, doubt: null });
  });

  test.each([
    ["", "ФИО не указано"],
    ["Иванова", "в ФИО только одно слово"],
    ["Иванова Мария Петровна (Сидорова)", "в ФИО есть пометка в скобках или кавычках"],
    ["Иванова Мария Петровна 89161234567", "в ячейке с ФИО есть что-то ещё"],
    ['=HYPERLINK("x")', "в ФИО только одно слово"],
    ["<b>Иванова</b> Мария", "в ячейке с ФИО есть что-то ещё"],
  ])("%j asks to look: %s", (raw, doubt) => {
    expect(readFullName(raw).doubt).toBe(doubt);
  });

  test("reading twice changes nothing more", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[А-Яа-яЁёA-Za-z .-]{0,40}$/), (raw) => {
        const once = readFullName(raw).fullName;
        expect(readFullName(once).fullName).toBe(once);
      }),
    );
  });
});

describe("comparing full names", () => {
  const likeness = (left: string, right: string) => compareNames(nameParts(left), nameParts(right));

  test.each([
    ["Соловьёва Алёна Петровна", "СОЛОВЬЕВА  Алена Петровна", "equal"],
    ["Иванов И.И.", "Иванов Иван Ильич", "compatible"],
    ["Иванов И. И.", "Иванов И.И.", "equal"],
    ["Иванов Иван", "Иванов Иван Ильич", "compatible"],
    ["Иванов Иван Ильич", "Иванов Иван Петрович", "different"],
    ["Иванов Иван Ильич", "Иванова Иван Ильич", "different"],
    ["Иванов П. И.", "Иванов Иван Ильич", "different"],
  ])("«%s» and «%s» are %s", (left, right, expected) => {
    expect(likeness(left, right)).toBe(expected);
    expect(likeness(right, left)).toBe(expected);
  });

  test("the key does not see ё, case, dots and spaces", () => {
    expect(nameKey("Ёлкина  АННА-МАРИЯ Петровна")).toBe(nameKey("Елкина Анна - Мария петровна"));
  });
});

test("the patronymic tells the sex, a name without one does not", () => {
  expect(sexByPatronymic("Цой Анна Викторовна")).toBe("женский");
  expect(sexByPatronymic("Мамедов Рашид Али оглы")).toBe("мужской");
  expect(sexByPatronymic("Иванов Илья Ильич")).toBe("мужской");
  expect(sexByPatronymic("Иванова И. И.")).toBeNull();
});

test("people are addressed by first name and patronymic where these are known", () => {
  expect(givenNames("Иванова Мария Петровна")).toBe("Мария Петровна");
  expect(givenNames("Иванова М. П.")).toBe("Иванова М. П.");
});

test("subjects, posts and headings are not taken for people", () => {
  expect(looksLikeFullName("Иванова Мария Петровна")).toBe(true);
  expect(looksLikeFullName("Иванова М.П.")).toBe(true);
  expect(looksLikeFullName("учитель математики")).toBe(false);
  expect(looksLikeFullName("Начальные классы")).toBe(false);
  expect(looksLikeFullName("Итого: 45")).toBe(false);
});

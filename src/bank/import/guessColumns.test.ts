// Staff lists of any layout: the columns are recognised, rows that are not people are named and left out.
import { guessColumns, mappingOf } from "./guessColumns";
import { readPeople } from "./readPeople";

const TODAY = "2026-09-01";

function read(rows: string[][]) {
  const guess = guessColumns(rows, TODAY);
  return { guess, mapping: mappingOf(guess), ...readPeople(rows, mappingOf(guess), guess.firstRow, TODAY) };
}

const TITLED = [
  ["МБОУ «Средняя школа № 7»", "", "", "", "", ""],
  ["Список педагогических работников на 01.09.2026", "", "", "", "", ""],
  ["", "", "", "", "", ""],
  ["№ п/п", "Ф.И.О.", "Занимаемая должность", "Стаж", "", "Кв. кат.", "Контакты"],
  ["", "", "", "общий", "педагогический", "", ""],
  ["1", "2", "3", "4", "5", "6", "7"],
  ["Администрация", "", "", "", "", "", ""],
  ["1", "ИВАНОВА МАРИЯ ПЕТРОВНА", "Директор", "30", "25 лет 6 мес.", "высшая", "8 916 123-45-67, ivanova@mail.ru"],
  ["Начальные классы", "", "", "", "", "", ""],
  ["2", "Петров Пётр Ильич", "учитель начальных классов", "1", "б/с", "б/к", "89161234568"],
  ["", "", "", "", "", "", ""],
  ["№ п/п", "Ф.И.О.", "Занимаемая должность", "общий", "педагогический", "Кв. кат.", "Контакты"],
  ["3", "Вакансия", "учитель физики", "", "", "", ""],
  ["4", "Сидорова А.А.", "учитель физики", "", "12", "1 кв.кат.", "sidorova@mail.ru"],
  ["Итого:", "3", "", "", "", "", ""],
  ["Директор школы ____________ /Иванова М.П./", "", "", "", "", "", ""],
];

describe("a list with titles, a two-row heading, sections, repeated headings and totals", () => {
  const { guess, mapping, people, skipped } = read(TITLED);

  test("the columns are recognised, the pedagogical experience and not the general one", () => {
    expect(mapping).toEqual({ fullName: 1, post: 2, experienceYears: 4, category: 5, contacts: 6 });
    expect(guess.headerRow).toBe(3);
    expect(guess.problem).toBeNull();
  });

  test("three people are read", () => {
    expect(people.map(({ row, values }) => [row, values.fullName, values.experienceYears, values.category])).toEqual([
      [8, "Иванова Мария Петровна", 25.5, "высшая"],
      [10, "Петров Пётр Ильич", 0, "нет"],
      [14, "Сидорова А. А.", 12, "первая"],
    ]);
    expect(people[0]?.values).toMatchObject({ phone: "+79161234567", email: "ivanova@mail.ru", sex: "женский" });
  });

  test("every other row is named with the reason", () => {
    expect(skipped.map(({ row, why }) => [row, why])).toEqual([
      [6, "номера столбцов"],
      [7, "заголовок раздела"],
      [9, "заголовок раздела"],
      [12, "повтор заголовков"],
      [13, "вакансия"],
      [15, "строка итогов"],
      [16, "строка подписи"],
    ]);
  });
});

test("full names split over three columns in any order are joined", () => {
  const { mapping, people } = read([
    ["Имя", "Отчество", "Фамилия", "e-mail"],
    ["Мария", "Петровна", "Иванова", "m@mail.ru"],
  ]);
  expect(mapping).toEqual({ firstName: 0, middleName: 1, lastName: 2, email: 3 });
  expect(people[0]?.values.fullName).toBe("Иванова Мария Петровна");
});

test("a list without headings is recognised by what stands in it", () => {
  const { guess, mapping } = read([
    ["ivanova@mail.ru", "Иванова Мария Петровна", "учитель математики", "8 916 123-45-67", "12.03.1980"],
    ["petrov@mail.ru", "Петров Пётр Ильич", "учитель физики", "8 916 123-45-68", "01.01.1975"],
  ]);
  expect(guess.headerRow).toBe(-1);
  expect(mapping).toEqual({ email: 0, fullName: 1, post: 2, phone: 3, birthYear: 4 });
});

test("content overrules a heading that promises something else", () => {
  const { mapping } = read([
    ["ФИО", "Телефон", "Почта"],
    ["Иванова Мария Петровна", "ivanova@mail.ru", "8 916 123-45-67"],
  ]);
  expect(mapping).toMatchObject({ email: 1, phone: 2 });
});

test("a list without names stops with a way to mend it", () => {
  const { guess } = read([
    ["Должность", "Стаж"],
    ["учитель", "5"],
  ]);
  expect(guess.problem?.what).toBe("Не нашли столбец с ФИО.");
  expect(read([[], ["", " "]]).guess.problem?.what).toBe("Список пуст.");
});

test("impossible values are kept as remarks, and the person is kept too", () => {
  const { people } = read([
    ["ФИО", "Дата приёма", "Год рождения", "Педагогический стаж"],
    ["Иванова Мария Петровна", "31.02.2020", "2000", "30"],
  ]);
  expect(people[0]?.values).toEqual({ fullName: "Иванова Мария Петровна", birthYear: 2000, sex: "женский" });
  expect(people[0]?.remarks.map(({ field, doubt }) => [field, doubt])).toEqual([
    ["hiredOn", "такой даты не бывает: «31.02.2020»"],
    ["experienceYears", "стаж не сходится с годом рождения (2000)"],
  ]);
});

// Ugly staff lists as particular offices make them: personnel programs, accountants, head teachers. All people are invented.

import ExcelJS from "exceljs";
import { separated, utf8, windows1251 } from "./encoding";
import type { UglyList } from "./list";

type Lines = Parameters<typeof separated>[0];

const text = (lines: Lines) => (): Promise<Uint8Array> => Promise.resolve(utf8(separated(lines, ";")));

async function sheet(lines: ExcelJS.CellValue[][], merged: readonly string[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date("2026-08-25T00:00:00Z");
  const page = workbook.addWorksheet("Лист1");
  page.addRows(lines);
  for (const range of merged) page.mergeCells(range);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export const OFFICE_LISTS: UglyList[] = [
  {
    file: "1c-departments.csv",
    people: 6,
    what: "An export from 1С grouped by department: a row per department with its subtotal among the people, a rate and a kind of employment, «Итого» at the end.",
    make: () =>
      Promise.resolve(
        windows1251(
          separated(
            [
              ["Штатная расстановка на 25.08.2026", "", "", "", ""],
              ["Подразделение / Сотрудник", "Должность", "Вид занятости", "Принят", "Ставок"],
              ["МБОУ СОШ № 7", "", "", "", "6,5"],
              ["Администрация", "", "", "", "1"],
              ["Аверина Лада Юрьевна", "Заместитель директора", "Основное место работы", "01.09.2010 0:00:00", "1"],
              ["Кафедра точных наук", "", "", "", "2,5"],
              ["Буров Олег Ильич", "Учитель", "Основное место работы", "01.09.2018 0:00:00", "1,5"],
              ["Вешнякова Нина Львовна", "Учитель", "Внешнее совместительство", "10.01.2025 0:00:00", "1"],
              ["Начальные классы", "", "", "", "3"],
              ["Громова Инга Павловна", "Учитель", "Основное место работы", "15.08.2021 0:00:00", "1"],
              ["Дьяк Вера Олеговна", "Учитель", "Основное место работы", "25.08.2026 0:00:00", "1"],
              ["Ерёмина Ася Юрьевна", "Воспитатель", "Основное место работы", "01.02.2024 0:00:00", "1"],
              ["Итого", "", "", "", "6,5"],
            ],
            ";",
          ),
        ),
      ),
  },
  {
    file: "acting.csv",
    people: 4,
    what: "«И. о.», «и.о.», «исполняющая обязанности» and «врио» before posts, and once before the name.",
    make: text([
      ["Ф.И.О.", "Должность", "Стаж"],
      ["Жаров Лев Ильич", "И.О. директора", "20 лет"],
      ["Зеленина Алла Юрьевна", "и. о. зам. директора по ВР", "5 лет 3 мес."],
      ["Иволгина Рада Олеговна", "исполняющая обязанности методиста", "0,5"],
      ["и. о. Калинина Эмма Львовна", "врио заведующего", "б/с"],
    ]),
  },
  {
    file: "part-time.csv",
    people: 5,
    what: "A line per post: an internal part-timer on two lines in either order, one marked only in the post, an external part-timer, a part-timer whose main line is not in the list.",
    make: text([
      ["Сотрудник", "Должность", "Ставка", "Вид занятости", "Дата приёма"],
      ["Ларин Глеб Ильич", "учитель физики", "1", "Основное", "01.09.2015"],
      ["Ларин Глеб Ильич", "лаборант", "0,5", "Внутреннее совместительство", "01.09.2019"],
      ["Мальцева Ия Юрьевна", "педагог-организатор", "0,25", "Внутр. совм.", "01.09.2022"],
      ["Мальцева Ия Юрьевна", "учитель музыки", "1", "Осн.", "01.09.2012"],
      ["Носова Анна Львовна", "учитель химии", "1", "Осн.", "01.09.2020"],
      ["Носова Анна Львовна", "методист (внутреннее совместительство)", "0,5", "", "01.09.2020"],
      ["Осокин Пётр Олегович", "учитель ОБЗР", "0,5", "Внешнее совместительство", "01.10.2025"],
      ["Панина Зоя Ильинична", "библиотекарь", "0,5", "Внутреннее совместительство", "01.09.2021"],
    ]),
  },
  {
    file: "namesakes.csv",
    people: 8,
    alike: true,
    what: "Different people who look like one: a father and a son with the same initials, a mother and a daughter on one home telephone, sisters with the same initials, full namesakes told apart by the year of birth.",
    make: text([
      ["Педагог", "Должность", "Телефон", "Год рождения"],
      ["Кравец И. П.", "учитель труда", "", "1961"],
      ["Кравец И. П.", "учитель информатики", "", "1990"],
      ["Лисицына А. В.", "учитель истории", "8 (49622) 2-22-33", ""],
      ["Лисицына А. В.", "воспитатель", "8 (49622) 2-22-33", ""],
      ["Михеева Д. О.", "учитель биологии", "8 999 000-03-01", ""],
      ["Михеева Д. О.", "учитель биологии", "8 999 000-03-02", ""],
      ["Новикова Елена Юрьевна", "учитель математики", "", "1975"],
      ["Новикова Елена Юрьевна", "учитель математики", "", "1999"],
    ]),
  },
  {
    file: "maiden-names.csv",
    people: 5,
    what: "A former surname beside the present one, in brackets: after the surname, after the whole name, with «дев.» and «до брака»; and a word in brackets that is no surname.",
    make: text([
      ["ФИО", "Должность"],
      ["Огнева (Дымова) Анна Ильинична", "учитель"],
      ["ПОЛЯКОВА (дев. Лугова) Е. А.", "учитель"],
      ["Рощина Инна Львовна (до брака Чащина)", "педагог-психолог"],
      ["Снегирёва Ольга Юрьевна (декрет)", "учитель"],
      ["Тихонова Майя Олеговна (замена)", "учитель"],
    ]),
  },
  {
    file: "look-alikes.csv",
    people: 4,
    what: "Latin letters that look Russian, by one and by whole words, in names, initials and posts; everything in capitals; a name in lower case.",
    make: text([
      // «Cеpoвa», «Koт A. B.» and «METOДИCT» hold Latin letters.
      ["ФИО", "Должность", "Категория"],
      ["Cеpoвa Ольгa Пeтpoвнa", "yчитeль xимии", "Bысшая"],
      ["Koт A. B.", "MЕТОДИCТ", "1 KK"],
      ["УШАКОВ АЛЕКСЕЙ ЮРЬЕВИЧ", "УЧИТЕЛЬ ФИЗИКИ", "ПЕРВАЯ"],
      ["фролова яна ильинична", "учитель ИЗО", "сзд"],
    ]),
  },
  {
    file: "text-dates.csv",
    people: 7,
    what: "Dates as text: with «г.» and «года», with quotes around the day, with spaces, Roman months, a date with an order's number, a period.",
    make: text([
      ["ФИО", "Дата приёма на работу"],
      ["Хохлова Ада Ильинична", "01.09.2020 г."],
      ["Цветков Яков Юрьевич", "«1» сентября 2020 года"],
      ["Чижова Рита Олеговна", "с 01.09.20г."],
      ["Шумилова Эля Львовна", "01. 09. 2020"],
      ["Щеглова Инна Павловна", "01.IX.2020"],
      ["Юдина Алла Глебовна", "01.09.2020 (пр. № 112-к)"],
      ["Ясенева Зоя Марковна", "2020–2024"],
    ]),
  },
  {
    file: "russian-domains.csv",
    people: 4,
    what: "Addresses on Russian domains, with capitals, with a Russian name before the @, and a Latin one with a Russian letter in it.",
    make: text([
      ["ФИО", "Эл. почта"],
      ["Агапова Лия Ильинична", "agapova@школа7.рф"],
      ["Бобров Ян Юрьевич", "Bobrov@Школа-7.РФ"],
      ["Велесова Ада Олеговна", "велесова@школа7.рф"],
      ["Гусев Лев Маркович", "gusеv@school7.example"],
    ]),
  },
  {
    file: "split-names.xlsx",
    people: 3,
    what: "«ФИО» merged over three columns of surname, name and patronymic, without headings of their own; capitals; somebody without a patronymic.",
    make: () =>
      sheet(
        [
          ["Педагоги МБОУ СОШ № 7"],
          ["№", "ФИО", null, null, "Должность", "Стаж"],
          [1, "ДАВЫДОВА", "МАРИНА", "ЮРЬЕВНА", "учитель", 12],
          [2, "Ежиков", "Пётр", "Ильич", "учитель", 3],
          [3, "Ли", "Анна", null, "тьютор", 1],
        ],
        ["A1:F1", "B2:D2"],
      ),
  },
  {
    file: "split-names-two-rows.xlsx",
    people: 3,
    what: "The same under headings in two rows: «ФИО» above «Фамилия», «Имя», «Отчество».",
    make: () =>
      sheet(
        [
          ["№", "ФИО", null, null, "Должность"],
          [null, "Фамилия", "Имя", "Отчество", null],
          [1, "Зимина", "Ольга", "Юрьевна", "учитель"],
          [2, "Ильин", "Марк", "Львович", "учитель"],
          [3, "Карпова", "Ия", "Олеговна", "педагог-психолог"],
        ],
        ["B1:D1", "A1:A2", "E1:E2"],
      ),
  },
];

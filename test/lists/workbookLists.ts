// Ugly staff lists that are workbooks, or claim to be. All people are invented.

import { Document, Packer, Paragraph } from "docx";
import ExcelJS from "exceljs";
import type { UglyList } from "./list";

type Cells = ExcelJS.CellValue[];

async function bytesOf(fill: (workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = workbook.modified = new Date("2026-08-25T00:00:00Z");
  fill(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

const sheetOf = (lines: Cells[], more: (sheet: ExcelJS.Worksheet) => void = () => undefined) =>
  bytesOf((workbook) => {
    const sheet = workbook.addWorksheet("Лист1");
    sheet.addRows(lines);
    more(sheet);
  });

const day = (iso: string): Date => new Date(`${iso}T00:00:00Z`);

export const WORKBOOK_LISTS: UglyList[] = [
  {
    file: "merged-titles.xlsx",
    people: 7,
    what: "A printed list: three merged title rows, headings in two rows («Стаж» over «общий» and «педагогический»), section rows across the sheet, «Итого» rows, a place for the signature.",
    make: () =>
      sheetOf(
        [
          ["УТВЕРЖДАЮ", null, null, null, null, null, null],
          ["МБОУ «Средняя общеобразовательная школа № 7» г. Заречный Бор"],
          ["СПИСОК ПЕДАГОГИЧЕСКИХ РАБОТНИКОВ на 2026/27 учебный год"],
          ["№ п/п", "Ф.И.О.", "Должность, предмет", "Стаж", null, "Кв. категория", "Образование, что окончил"],
          [null, null, null, "общий", "педагогический", null, null],
          ["Администрация"],
          [1, "Авдеенко Жанна Юрьевна", "зам. директора по УВР, математика", 30, 28, "высшая", "высшее, 1996"],
          ["Начальная школа"],
          [2, "Бойко Елена Ильинична", "учитель нач. кл., 1а", 22, 22, "высшая", "высшее, 2004"],
          [3, "Вольных Рита Юрьевна", "учитель нач. кл., 2б", 5, 3, "СЗД", "СПО, 2023"],
          ["Итого по начальной школе: 2"],
          ["Основная и средняя школа"],
          [4, "Голод Антон Ильич", "учитель физики", 12, 12, "первая", "высшее, 2014"],
          [5, "Дюран Софи", "учитель французского языка", 1, 1, "-", "высшее, 2025"],
          [6, "Ежова Майя Олеговна", "учитель истории и обществознания", 9, 9, "первая", "высшее, 2017"],
          [7, "Зинченко Пётр Львович", "учитель физ-ры", 40, 38, "высшая", "высшее, 1986"],
          ["Итого по основной и средней школе: 4"],
          ["ВСЕГО педагогов", null, null, null, 7],
          [],
          ["Директор ______________ /Г. С. Воронцова/"],
        ],
        (sheet) => {
          for (const row of [1, 2, 3, 6, 8, 11, 12, 17, 20]) sheet.mergeCells(row, 1, row, 7);
          sheet.mergeCells("D4:E4");
          for (const column of ["A", "B", "C", "F", "G"]) sheet.mergeCells(`${column}4:${column}5`);
        },
      ),
  },
  {
    file: "repeated-headers.xlsx",
    people: 6,
    what: "The heading row is repeated on each printed page, with blank rows between; the list stands on the second sheet, the first is a title page; a hidden row and a hidden column hold data.",
    make: () =>
      bytesOf((workbook) => {
        workbook.addWorksheet("Титул").addRows([["Кадровый состав"], ["август 2026 г."]]);
        const sheet = workbook.addWorksheet("Кадры");
        const heading: Cells = ["ФИО педагога", "Должность", "Пед. стаж (лет)", "Телефон"];
        sheet.addRows([
          heading,
          ["Иваненко Лада Юрьевна", "учитель биологии", 7, "89990000301"],
          ["Кочетов Глеб Ильич", "учитель информатики", 2, "89990000302"],
          [],
          heading,
          ["Лихих Дана Павловна", "учитель химии", 15, "89990000303"],
          ["Мартынюк Олеся Львовна", "педагог-психолог", 0, "89990000304"],
          [],
          heading,
          ["Нестеров Ян Олегович", "учитель ОБЗР", 4, "89990000305"],
          ["Ольшанская Ия Марковна", "методист", 19, "89990000306"],
        ]);
        sheet.getRow(6).hidden = true;
        sheet.getColumn(4).hidden = true;
      }),
  },
  {
    file: "two-subjects.xlsx",
    people: 5,
    what: "Two subjects in a cell by comma, slash, line break and «и»; one person on two rows with a subject each; the name merged over both.",
    make: () =>
      sheetOf(
        [
          ["Учитель", "Предмет", "Нагрузка, ч"],
          ["Пчелинцева Анна Ильинична", "химия, биология", 24],
          ["Рябых Ирина Львовна", "история/обществознание", 27],
          ["Стрельцов Олег Юрьевич", "физика\nастрономия", 22],
          ["Тарасенко Юлия Павловна", "английский и немецкий языки", 26],
          ["Уткина Раиса Глебовна", "математика", 18],
          [null, "информатика", 9],
        ],
        (sheet) => sheet.mergeCells("A6:A7"),
      ),
  },
  {
    file: "dates-and-experience.xlsx",
    people: 12,
    what: "Dates of hire as a real date, 01.09.2019, 1/9/19, 2019-09-01, «1 сентября 2019 г.», a bare serial number, a year, and impossible ones; experience as «5 лет 3 мес.», «0,5», «б/о», «с 2001», negative and absurd; categories as «б/к», «в/к», «1 кв.к.».",
    make: () =>
      sheetOf([
        ["ФИО", "Дата приёма", "Пед. стаж", "Категория", "Год рождения"],
        ["Агеев Лев Ильич", day("2019-09-01"), 7, "первая", 1995],
        ["Белоус Инна Юрьевна", "01.09.2019", "5 лет 3 мес.", "1 кв.к.", "1990 г.р."],
        ["Вдовиных Олег Ильич", "1/9/19", "0,5", "б/к", "12.05.2002"],
        ["Гнатюк Зоя Львовна", "2019-09-01", "10 л.", "в/к", day("1985-02-28")],
        ["Дробот Анна Ильинична", "1 сентября 2019 г.", "менее года", "СЗД (2024)", 85],
        ["Енина Лада Павловна", 43709, "22г. 11м. 5дн.", "соответствие занимаемой должности", 1980],
        ["Жигало Марк Юрьевич", "сентябрь 2019", "б/о", "высшая до 12.2028", 2003],
        ["Зайчик Ольга Ильинична", "31.02.2020", -3, "высш.", 1890],
        ["Изотова Рада Глебовна", "00.00.0000", 150, "нет", 2030],
        ["Кисель Павел Львович", "32.13.2020", "с 2001", "—", ""],
        ["Лось Вера Юрьевна", 2019, "8,5", "педагог-методист", 1984],
        ["Майборода Ян Ильич", "01.09.2062", "12", "I", 1986],
      ]),
  },
  {
    file: "cells-of-all-kinds.xlsx",
    people: 5,
    what: "Formulas with and without a stored result, an error value, rich text, a hyperlink, a boolean, numbers stored as text and a name put together by a formula.",
    make: () =>
      sheetOf([
        ["ФИО", "Должность", "Стаж", "E-mail", "В штате"],
        [
          { formula: '"Найда "&"Анна "&"Юрьевна"', result: "Найда Анна Юрьевна" },
          "учитель",
          { formula: "2026-2011", result: 15 },
          { text: "naida@school7.example", hyperlink: "mailto:naida@school7.example" },
          true,
        ],
        [
          { richText: [{ text: "Огородник " }, { font: { bold: true }, text: "Иван Ильич" }] },
          "учитель",
          "7",
          "ogorodnik@school7.example",
          false,
        ],
        [
          "Пшеничных Ася Львовна",
          { formula: "VLOOKUP(A4,Штат!A:B,2,0)", result: { error: "#REF!" } },
          3,
          "pshenichnykh@school7.example",
          true,
        ],
        ["Редько Олег Павлович", "учитель", { formula: "TODAY()-C9" }, "redko@school7.example", true],
        ["Сорока Эльвира Юрьевна", "учитель", { error: "#N/A" }, "soroka@school7.example", true],
      ]),
  },
  {
    file: "mac-1904.xlsx",
    people: 2,
    what: "A workbook with the 1904 date system: read by the usual one, every date is four years and a day early.",
    make: () =>
      bytesOf((workbook) => {
        workbook.properties.date1904 = true;
        workbook.addWorksheet("Лист1").addRows([
          ["ФИО", "Дата приёма"],
          ["Терещенко Алла Ильинична", day("2012-08-27")],
          ["Усатых Денис Юрьевич", day("2026-08-24")],
        ]);
      }),
  },
  {
    file: "empty.xlsx",
    people: 0,
    what: "A workbook with one empty sheet.",
    make: () => sheetOf([]),
  },
  {
    file: "document-renamed.xlsx",
    people: 0,
    what: "A Word document renamed to .xlsx: a good archive with no workbook in it.",
    make: async () => {
      const document = new Document({ sections: [{ children: [new Paragraph("Список педагогов прилагается.")] }] });
      return new Uint8Array(await Packer.toBuffer(document));
    },
  },
  {
    file: "broken.xlsx",
    people: 0,
    what: "The first half of a workbook: a download that broke off.",
    make: async () => {
      const whole = await sheetOf([["ФИО"], ["Фёдорова Анна Ильинична"]]);
      return whole.slice(0, Math.floor(whole.length / 2));
    },
  },
  {
    file: "old-excel.xls",
    people: 0,
    what: "The beginning of a workbook in the binary format of Excel 97–2003: to be recognised by its signature and refused with advice.",
    make: () => {
      const head = new Uint8Array(512);
      head.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      return Promise.resolve(head);
    },
  },
];

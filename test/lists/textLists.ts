// Ugly staff lists that are text files. All people are invented.

import { separated, utf16, utf8, windows1251 } from "./encoding";
import type { UglyList } from "./list";

const text = (content: string) => (): Promise<Uint8Array> => Promise.resolve(utf8(content));

export const TEXT_LISTS: UglyList[] = [
  {
    file: "1c-windows1251.csv",
    people: 6,
    what: "An export from 1С: `;`, Windows-1251, the organisation and the date above the headings, dates with a time, an empty last column, a line «Всего» at the end.",
    make: () =>
      Promise.resolve(
        windows1251(
          separated(
            [
              ["МБОУ СОШ № 7 г. Заречный Бор", "", "", "", "", ""],
              ["Список сотрудников на 25.08.2026", "", "", "", "", ""],
              ["", "", "", "", "", ""],
              ["Сотрудник", "Должность", "Дата приема", "Стаж пед.", "Категория", ""],
              ["Бирюкова Анна Сергеевна", "Учитель", "27.08.2012 0:00:00", "14", "Высшая", ""],
              ["Волошенко Дмитрий Ильич", "Учитель", "26.08.2024 0:00:00", "2", "Без категории", ""],
              [
                "Гаджиев Рустам Ибрагим оглы",
                "Преподаватель-организатор ОБЗР",
                "29.08.2016 0:00:00",
                "10",
                "Первая",
                "",
              ],
              ["Дементьева-Шульц Инна Олеговна", "Педагог-психолог", "31.08.2020 0:00:00", "6", "СЗД", ""],
              ["Ефимовых Елена Юрьевна", "Учитель-логопед", "28.08.2006 0:00:00", "20", "Высшая", ""],
              ["Жданов Фёдор Андреевич", "Учитель", "25.08.2025 0:00:00", "1", "", ""],
              ["Всего: 6", "", "", "", "", ""],
            ],
            ";",
          ),
        ),
      ),
  },
  {
    file: "google-utf8-bom.csv",
    people: 5,
    what: "A download from Google Sheets opened and saved once more: `,`, UTF-8 with BOM, quoted commas, quotes and line breaks inside cells, columns in an unusual order.",
    make: text(
      `\uFEFF${separated(
        [
          ["Предмет, класс", "E-mail", "Педагог", "Телефон", "Сколько лет работает в школе", "Кем работает"],
          [
            "математика, 5–9 кл.",
            "zueva@school7.example",
            "Зуева Нина Павловна",
            "+7 (999) 000-01-01",
            "21",
            "учитель",
          ],
          [
            "русский язык,\nлитература",
            "ignatov@school7.example",
            "Игнатов Лев Романович",
            "+7 (999) 000-01-02",
            "3",
            "учитель",
          ],
          [
            'кружок «Юный "техник"», 6 "А"',
            "kashina@school7.example",
            "Кашина Ольга Марковна",
            "+7 (999) 000-01-03",
            "9",
            "педагог доп. образования",
          ],
          ["", "", "Лунин Егор Степанович", "", "", "социальный педагог, учитель"],
          [
            "физика, астрономия",
            "mukhina@school7.example",
            "Мухина Ася Глебовна",
            "+7 (999) 000-01-05",
            "1",
            "учитель",
          ],
        ],
        ",",
        "\n",
      )}`,
    ),
  },
  {
    file: "unicode-tabs.txt",
    people: 3,
    what: "«Текст Юникод» from Excel: tabs, UTF-16. Surname, name and patronymic in three columns.",
    make: () =>
      Promise.resolve(
        utf16(
          separated(
            [
              ["Фамилия", "Имя", "Отчество", "Должность", "Дата рождения"],
              ["Назаренко", "Алла", "Викторовна", "учитель химии", "14.03.1979"],
              ["Окунь", "Юрий", "Петрович", "учитель географии", "02.11.1966"],
              ["Пак", "Мария", "", "тьютор", "30.07.2001"],
            ],
            "\t",
          ),
        ),
      ),
  },
  {
    file: "duplicates.csv",
    people: 6,
    what: "Fourteen lines about six people: ё and е, letter case, double and non-breaking spaces, a Latin letter that looks Russian, initials only, a part-time second post, a namesake with another patronymic (she is a sixth person).",
    make: text(
      separated(
        [
          ["ФИО", "Должность", "Электронная почта"],
          ["Алфёрова Алёна Семёновна", "учитель музыки", "alferova@school7.example"],
          ["Алферова Алена Семеновна", "учитель музыки", ""],
          ["АЛФЁРОВА АЛЁНА СЕМЁНОВНА", "учитель музыки", "ALFEROVA@SCHOOL7.EXAMPLE"],
          ["Рогов  Пётр   Фёдорович", "учитель физики", "rogov@school7.example"],
          ["Рогов\u00A0Петр\u00A0Федорович ", "учитель физики", ""],
          ["Рогов П. Ф.", "учитель астрономии", ""],
          ["Рогов П.Ф.", "", "rogov@school7.example"],
          // The first letter of the next surname is Latin.
          ["Cомова Ирина Львовна", "педагог-организатор", "somova@school7.example"],
          ["Сомова Ирина Львовна", "педагог-организатор", "somova@school7.example"],
          ["Титов Олег Игоревич", "учитель информатики", "titov@school7.example"],
          ["Титов Олег Игоревич", "лаборант (внутреннее совместительство)", "titov@school7.example"],
          ["Устинова Вера Ильинична", "учитель начальных классов", "ustinova@school7.example"],
          ["Устинова Вера Игоревна", "учитель начальных классов", "ustinova.vi@school7.example"],
          ["устинова вера ильинична", "учитель", ""],
        ],
        ";",
      ),
    ),
  },
  {
    file: "initials-only.csv",
    people: 4,
    what: "Initials instead of names, before and after the surname, with and without spaces: the sex cannot be told.",
    make: text(
      separated(
        [
          ["Ф.И.О. учителя", "Должность"],
          ["Фомина Е.А.", "учитель"],
          ["Харченко В. В.", "учитель"],
          ["Ц.К. Шварц", "учитель"],
          ["Яновских А", "тьютор"],
        ],
        ";",
      ),
    ),
  },
  {
    file: "contacts.csv",
    people: 7,
    what: "Telephones in five shapes, short and doubled ones; addresses in capitals, with spaces, with a Russian letter, two in a cell, together with the telephone.",
    make: text(
      separated(
        [
          ["Фамилия Имя Отчество", "Тел.", "эл. почта"],
          ["Адамова Кира Юрьевна", "+7 (999) 000-02-01", "adamova@school7.example"],
          ["Быков Илья Олегович", "89990000202", "BYKOV@School7.Example"],
          ["Власенко Анна Ильинична", "8-999-000-02-03", " vlasenko@school7.example "],
          ["Гришин Марк Ефимович", "9990000204", "grishin@school7.example, grishin.home@mail.example"],
          ["Долгих Яна Львовна", "7 999 000 02 05", "dоlgikh@school7.example"],
          ["Ершова Лия Павловна", "2-02-06", "ershova(at)school7.example"],
          ["Жук Анна Ивановна", "+7 999 000-02-07, раб. 3-11; zhuk@school7.example", ""],
        ],
        ";",
      ),
    ),
  },
  {
    file: "hostile.csv",
    people: 7,
    what: "Formulas, HTML, template tags, control and invisible characters, an emoji and a cell of 60,000 letters. Nothing of it may run, break a document, or be lost.",
    make: text(
      separated(
        [
          ["ФИО", "Должность", "Предмет", "E-mail", "Примечание"],
          [
            '=HYPERLINK("http://evil.example";"Зимина Ольга Юрьевна")',
            "учитель",
            "физика",
            "zimina@school7.example",
            "",
          ],
          ["Исаков Олег Ильич", "=1+1", "+7 класс", "@SUM(A1:A9)", "-5"],
          [
            "<b>Клюева</b> Анна <script>alert(1)</script>",
            "учитель",
            "химия",
            "klyueva@school7.example",
            "<img src=x onerror=alert(1)>",
          ],
          [
            "Лапина {{Мария}} Петровна",
            "{#people}учитель{/people}",
            "{fullName}",
            "lapina@school7.example",
            "${7*7} $& $1",
          ],
          [
            "Мишин\u200B Павел\u202E Ильич",
            "учитель\u0007",
            "биология\u0000",
            "mishin@school7.example\r\nBcc: all@school7.example",
            "😀",
          ],
          ["Норкина Ия Львовна", "учитель", "труд", "norkina@school7.example", "о".repeat(60_000)],
          ["'Орехов Пётр Ильич", "'учитель", "'007", "orekhov@school7.example", "'=2+2"],
        ],
        ";",
      ),
    ),
  },
  {
    file: "no-name-column.csv",
    people: 0,
    what: "Posts and subjects, but nobody's name.",
    make: text(
      separated(
        [
          ["Должность", "Предмет", "Ставка", "Стаж"],
          ["учитель", "математика", "1,5", "12"],
          ["учитель", "физика", "1", "3"],
          ["педагог-психолог", "", "0,5", "7"],
        ],
        ";",
      ),
    ),
  },
  {
    file: "no-headings.csv",
    people: 3,
    what: "No heading line at all: the first line is a person.",
    make: text(
      separated(
        [
          ["Павленко Рита Олеговна", "учитель немецкого языка", "8 лет", "pavlenko@school7.example"],
          ["Родных Семён Ильич", "учитель труда", "25 лет", "rodnykh@school7.example"],
          ["Сазонова Эмма Карловна", "учитель истории", "1 год", "sazonova@school7.example"],
        ],
        ";",
      ),
    ),
  },
  { file: "empty.csv", people: 0, what: "Nothing, not one byte.", make: text("") },
  {
    file: "headings-only.csv",
    people: 0,
    what: "Headings and two blank lines.",
    make: text("ФИО;Должность;Стаж\r\n;;\r\n;;\r\n"),
  },
  {
    file: "kindergarten.csv",
    people: 5,
    what: "A kindergarten: воспитатели with groups, музыкальный руководитель, инструктор; uneven lines (too few and too many cells), no line end after the last.",
    make: text(
      separated(
        [
          ["№", "ФИО", "Должность", "Группа", "Пед. стаж"],
          ["1", "Тихих Алла Юрьевна", "воспитатель", "«Ромашка», старшая", "11"],
          ["2", "Ульяненко Ева Павловна", "воспитатель", "«Теремок», 2-я младшая"],
          ["3", "Филиппова Зоя Ильинична", "музыкальный руководитель", "", "30", "", ""],
          ["4", "Чуб Татьяна Андреевна", "инструктор по физической культуре", "все группы", "4"],
          ["5", "Щербак Инга Львовна", "младший воспитатель", "«Ромашка», старшая", "0"],
        ],
        ";",
      ).trimEnd(),
    ),
  },
  {
    file: "picture-renamed.csv",
    people: 0,
    what: "A PNG picture renamed to .csv.",
    make: () =>
      Promise.resolve(
        new Uint8Array(
          Buffer.from(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
            "base64",
          ),
        ),
      ),
  },
];

// «Отчёт наставника»: what the programme planned and what was done, how the difficulties have changed, and lines to write on.
import type { Document } from "docx";
import {
  blankLine,
  body,
  control,
  factTable,
  listTable,
  paper,
  paragraph,
  PLAIN_SHEET,
  section,
  sheet,
  signature,
} from "./layout";

export function mentorReportTemplate(): Document {
  return paper("Отчёт наставника", [sheet(PLAIN_SHEET, report(), true)]);
}

/** Room to write by hand. */
export const lines = (count: number) => Array.from({ length: count }, blankLine);

function report() {
  return [
    paragraph("{организация|с_прописной}", { align: "center", bold: true, after: 240 }),
    paragraph("ОТЧЁТ НАСТАВНИКА", { align: "center", bold: true, keepNext: true }),
    paragraph(
      "о реализации персонализированной программы наставничества" +
        "{#начало}\nза период с {начало|прописью}{/начало}{#конец} по {конец|прописью}{/конец}",
      { align: "center", after: 200, keepNext: true },
    ),
    factTable(
      [
        ["Наставник", "{наставник|с_должностью}"],
        [
          "{#группа}Наставляемые{/группа}{^группа}Наставляемый{/группа}",
          ["{#наставляемые}", "{.|с_должностью}", "{/наставляемые}"],
        ],
        ["Основание", "{основание|или: приказ от ___________ № ______}"],
        ["Форма и вид наставничества", "{форма|или: —}{#виды}; {виды}{/виды}"],
        ["Направления работы", "{направления|или: —}"],
        ["Формат и периодичность встреч", "{встречи|или: _______________________________}"],
      ],
      PLAIN_SHEET,
    ),
    section("1. Цель программы"),
    control("{#цель}"),
    body("{цель}"),
    control("{/цель}"),
    control("{^цель}"),
    ...lines(2),
    control("{/цель}"),
    section("2. Выполнение плана мероприятий"),
    control("{#есть_план}"),
    body(
      "{#срок_наступил}По плану к дню отчёта — {срок_наступил|счёт: мероприятие, мероприятия, мероприятий}, " +
        "выполнено — {выполнено_в_срок}.{/срок_наступил}{^срок_наступил}Сроки мероприятий плана ещё не наступили." +
        "{/срок_наступил} Всего в плане — {всего}.",
      { keepNext: true },
    ),
    listTable(
      "мероприятия",
      [
        { heading: "№\nп/п", cell: "{номер}", share: 0.07, align: "center" },
        { heading: "Мероприятие", cell: "{содержание}", share: 0.35 },
        { heading: "Срок", cell: "{срок}", share: 0.14, align: "center" },
        { heading: "Отметка о выполнении", cell: "{отметка}", share: 0.16 },
        { heading: "Результат", cell: "{результат}", share: 0.28 },
      ],
      PLAIN_SHEET,
    ),
    control("{/есть_план}"),
    control("{^есть_план}"),
    ...lines(4),
    control("{/есть_план}"),
    section("3. Изменение затруднений наставляем{#группа}ых{/группа}{^группа}ого{/группа}"),
    control("{#есть_затруднения}"),
    listTable(
      "затруднения",
      [
        { heading: "Направление", cell: "{направление}{#кто} ({кто}){/кто}", share: 0.4 },
        { heading: "В начале программы", cell: "{вначале}", share: 0.3 },
        { heading: "В конце программы", cell: "{вконце}", share: 0.3 },
      ],
      PLAIN_SHEET,
    ),
    control("{/есть_затруднения}"),
    control("{^есть_затруднения}"),
    ...lines(3),
    control("{/есть_затруднения}"),
    section("4. Достигнутые результаты"),
    control("{#результаты}"),
    body("{результаты}"),
    control("{/результаты}"),
    ...lines(4),
    section("5. Что не удалось и почему"),
    ...lines(3),
    section("6. Рекомендации и предложения"),
    ...lines(4),
    paragraph("", { before: 240, keepNext: true }),
    signature("Наставник", "{наставник|инициалы}", PLAIN_SHEET),
    paragraph("«___» ______________ 20___ г.", { before: 60, after: 160, keepNext: true }),
    signature("Отчёт принят:\nкуратор", "{куратор|инициалы|или: ____________________}", PLAIN_SHEET),
  ];
}

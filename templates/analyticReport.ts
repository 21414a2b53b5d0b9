// «Итоговый аналитический отчёт»: the year's mentoring in ten sections, with the table of indicators and the list of pairs.
import type { Document } from "docx";
import {
  blankLine,
  body,
  control,
  corner,
  dashed,
  listTable,
  ORDER_SHEET,
  paper,
  paragraph,
  section,
  sheet,
  signature,
  WIDE_SHEET,
} from "./layout";

export function analyticReportTemplate(): Document {
  return paper("Итоговый аналитический отчёт", [sheet(ORDER_SHEET, report(), true), sheet(WIDE_SHEET, annex())]);
}

/** What the curator has written, or room to write. */
const typed = (list: string, room = 3) => [
  control(`{#есть_${list}}`),
  control(`{#${list}}`),
  dashed("{.}"),
  control(`{/${list}}`),
  control(`{/есть_${list}}`),
  control(`{^есть_${list}}`),
  ...Array.from({ length: room }, blankLine),
  control(`{/есть_${list}}`),
];

const lead = (text: string) => body(text, { keepNext: true, before: 60 });
/** A table over the whole width of «показатель — значение». */
const figures = (loop: string, name: string, value: string) =>
  listTable(
    loop,
    [
      { heading: name, cell: "{название}", share: 0.74 },
      { heading: value, cell: "{значение}", share: 0.26, align: "center" },
    ],
    ORDER_SHEET,
  );

function report() {
  return [
    corner(
      "УТВЕРЖДАЮ\n{руководитель.должность|с_прописной} {организация_кратко}\n" +
        "_____________ {руководитель|инициалы}\n{дата|прописью|или: «___» ______________ 20___ г.}",
      ORDER_SHEET,
    ),
    paragraph("{организация|с_прописной}", { align: "center", bold: true, before: 120 }),
    paragraph("ИТОГОВЫЙ АНАЛИТИЧЕСКИЙ ОТЧЁТ", { align: "center", bold: true, before: 240, keepNext: true }),
    paragraph(
      "о реализации системы наставничества и персонализированных программ\nнаставничества педагогических работников " +
        "в {учебный_год} учебном году",
      { align: "center", bold: true, after: 240 },
    ),
    section("1. Основание и период"),
    body("Отчёт составлен за {учебный_год} учебный год по данным на {на_день|прописью}."),
    control("{#есть_основания}"),
    lead("Основания:"),
    control("{#основания}"),
    dashed("{.}"),
    control("{/основания}"),
    control("{/есть_основания}"),
    section("2. Условия реализации"),
    body(
      "Куратор реализации программ наставничества — {куратор|с_должностью|или: ______________________________}." +
        "{#совет} Создан совет наставников ({совет}).{/совет}{#протоколов} В учебном году " +
        "оформлено протоколов заседаний совета — {протоколов}.{/протоколов}",
    ),
    lead("Кадровые, методические, материальные и информационные ресурсы:"),
    ...typed("ресурсы", 2),
    section("3. Участники и показатели"),
    figures("участники", "Участники наставничества", "Количество"),
    lead("Показатели системы наставничества:"),
    listTable(
      "показатели",
      [
        { heading: "Показатель", cell: "{название}", share: 0.38 },
        { heading: "Значение", cell: "{значение}", share: 0.13, align: "center" },
        { heading: "Сколько из скольких", cell: "{сколько}", share: 0.17, align: "center" },
        { heading: "Прошлый год", cell: "{прошлый_год}", share: 0.13, align: "center" },
        { heading: "Ориентир", cell: "{ориентир}", share: 0.19, align: "center" },
      ],
      ORDER_SHEET,
    ),
    paragraph("Доли по группам менее трёх человек не приводятся.", { size: 22, before: 60 }),
    section("4. Персонализированные программы"),
    figures("программы", "Программы и мероприятия", "Количество"),
    section("5. Результаты опроса участников"),
    body("Результаты обобщены: отдельные ответы и имена не приводятся."),
    control("{#опросы}"),
    lead(
      "{название}: приглашены — {приглашены}, ответили — {ответили}.{^есть_ответы} Ответов недостаточно для обобщения.{/есть_ответы}",
    ),
    control("{#есть_ответы}"),
    listTable(
      "ответы",
      [
        { heading: "Вопрос", cell: "{название}", share: 0.74 },
        { heading: "Средняя оценка, доля", cell: "{значение}", share: 0.26, align: "center" },
      ],
      ORDER_SHEET,
    ),
    control("{/есть_ответы}"),
    control("{/опросы}"),
    section("6. SWOT-анализ"),
    lead("Сильные стороны:"),
    ...typed("сильные", 2),
    lead("Слабые стороны:"),
    ...typed("слабые", 2),
    lead("Возможности:"),
    ...typed("возможности", 2),
    lead("Угрозы:"),
    ...typed("угрозы", 2),
    section("7. Формы и виды наставничества, профессиональный рост"),
    control("{#есть_формы}"),
    listTable(
      "формы",
      [
        { heading: "Форма, вид наставничества", cell: "{название}", share: 0.6 },
        { heading: "Пар и групп", cell: "{пар}", share: 0.2, align: "center" },
        { heading: "Наставляемых", cell: "{наставляемых}", share: 0.2, align: "center" },
      ],
      ORDER_SHEET,
    ),
    control("{/есть_формы}"),
    lead("Аттестация и повышение квалификации участников:"),
    ...typed("рост", 2),
    lead("Участие в конкурсах, конференциях, фестивалях:"),
    ...typed("конкурсы", 2),
    section("8. Лучшие практики"),
    ...typed("практики"),
    section("9. Проблемы и риски"),
    ...typed("проблемы"),
    section("10. Выводы и предложения на следующий учебный год"),
    lead("Выводы:"),
    ...typed("выводы"),
    lead("Предложения:"),
    ...typed("предложения"),
    paragraph("Приложение: перечень наставнических пар (групп).", { before: 160, after: 120, keepNext: true }),
    paragraph("", { keepNext: true, before: 160 }),
    signature(
      "{куратор.должность|с_прописной|или: Куратор}",
      "{куратор|инициалы|или: ____________________}",
      ORDER_SHEET,
    ),
  ];
}

function annex() {
  return [
    corner("Приложение\nк итоговому аналитическому отчёту\nза {учебный_год} учебный год", WIDE_SHEET),
    paragraph("Перечень наставнических пар (групп)\nв {учебный_год} учебном году", {
      align: "center",
      bold: true,
      after: 160,
      keepNext: true,
    }),
    control("{#есть_пары}"),
    listTable(
      "пары",
      [
        { heading: "№\nп/п", cell: "{номер}", share: 0.05, align: "center" },
        { heading: "Наставник, должность", cell: "{наставник|с_должностью}", share: 0.2 },
        {
          heading: "Наставляемый, должность",
          cell: ["{#наставляемые}", "{.|с_должностью}", "{/наставляемые}"],
          share: 0.21,
        },
        { heading: "Форма, вид наставничества", cell: "{форма}{#виды}; {виды}{/виды}", share: 0.15 },
        { heading: "Направления", cell: "{направления}", share: 0.19 },
        { heading: "Срок", cell: "{#начало}с\u00a0{начало} {/начало}{#конец}по\u00a0{конец}{/конец}", share: 0.1 },
        { heading: "Состояние", cell: "{состояние}", share: 0.1 },
      ],
      WIDE_SHEET,
    ),
    control("{/есть_пары}"),
    control("{^есть_пары}"),
    paragraph("Пар и групп, работавших в этом учебном году, нет."),
    control("{/есть_пары}"),
    control("{#не_названо}"),
    paragraph("Пары, участники которых отозвали согласие на обработку персональных данных, не названы: {не_названо}.", {
      before: 120,
    }),
    control("{/не_названо}"),
  ];
}

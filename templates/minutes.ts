// «Протокол заседания совета наставников»: who was there, the agenda, and each item heard, discussed, decided, voted.
import type { Document } from "docx";
import {
  body,
  control,
  dashed,
  listTable,
  ORDER_SHEET,
  paper,
  paragraph,
  sheet,
  sideBySide,
  signature,
} from "./layout";

const HEAD = "{руководитель.должность|дательный|со_строчной}";
const CURATOR = "{куратор|дательный|инициалы_сзади|или: ____________________}";

export function minutesTemplate(): Document {
  return paper("Протокол заседания совета наставников", [sheet(ORDER_SHEET, minutes(), true)]);
}

/** «СЛУШАЛИ:» and the like: never the last line of a page. */
const step = (name: string) => paragraph(name, { before: 80, after: 40, keepNext: true, spaced: true });
const item = (text: string, keepNext = false) => body(text, keepNext ? { keepNext } : {});

function minutes() {
  return [
    paragraph("{организация|с_прописной}", { align: "center", bold: true }),
    control("{#есть_краткое}"),
    paragraph("({организация_кратко})", { align: "center" }),
    control("{/есть_краткое}"),
    paragraph("ПРОТОКОЛ", { align: "center", bold: true, spaced: true, before: 240 }),
    paragraph("заседания совета наставников", { align: "center", bold: true, after: 200 }),
    sideBySide(
      [
        { text: "{дата|прописью|или: «___» ______________ 20___ г.}", share: 0.6 },
        { text: "№ {номер|или: __________}", share: 0.4, align: "right" },
      ],
      ORDER_SHEET,
    ),
    paragraph("{место}", { align: "center", before: 120, after: 200 }),
    paragraph("Председатель — {председатель|инициалы_сзади|с_должностью|или: ____________________}"),
    paragraph("Секретарь — {секретарь|инициалы_сзади|с_должностью|или: ____________________}"),
    paragraph("Присутствовали: {присутствующие|инициалы_сзади|с_должностью}.", { align: "both", before: 80 }),
    control("{#приглашённые}"),
    paragraph("Приглашены: {приглашённые}.", { align: "both", before: 80 }),
    control("{/приглашённые}"),
    control("{#всего}"),
    paragraph(
      "Всего членов совета — {всего}, присутствуют — {присутствуют}. {#кворум}Кворум имеется.{/кворум}{^кворум}Кворума нет.{/кворум}",
      { before: 80 },
    ),
    control("{/всего}"),
    paragraph("ПОВЕСТКА ДНЯ", { align: "center", bold: true, before: 200, after: 80, keepNext: true }),
    control("{#вопросы}"),
    item("{номер}. {вопрос}.{#докладчик} Докладывает {докладчик|инициалы_сзади}.{/докладчик}"),
    control("{/вопросы}"),
    control("{#вопросы}"),
    paragraph("{номер}. {вопрос}", { bold: true, before: 240, after: 40, keepNext: true }),
    step("СЛУШАЛИ:"),
    item("{докладчик|винительный|с_должностью}{#докладчик}, {/докладчик}{слушали}."),
    control("{#итоги}"),
    item("{итоги}"),
    control("{/итоги}"),
    control("{#выступили}"),
    step("ВЫСТУПИЛИ:"),
    item("{выступили}"),
    control("{/выступили}"),
    step("ПОСТАНОВИЛИ:"),
    control("{#о_парах}"),
    item(`{номер}.1. Рекомендовать ${HEAD} закрепить приказом наставнические пары (группы):`, true),
    listTable(
      "пары",
      [
        { heading: "№\nп/п", cell: "{номер}", share: 0.07, align: "center" },
        { heading: "Наставник, должность", cell: "{наставник|с_должностью}", share: 0.28 },
        {
          heading: "Наставляемый, должность",
          cell: ["{#наставляемые}", "{.|с_должностью}", "{/наставляемые}"],
          share: 0.3,
        },
        { heading: "Форма, вид", cell: "{форма}{#виды}; {виды}{/виды}", share: 0.18 },
        { heading: "Срок", cell: "{#начало}с\u00a0{начало} {/начало}{#конец}по\u00a0{конец}{/конец}", share: 0.17 },
      ],
      ORDER_SHEET,
    ),
    body(
      `{номер}.2. Куратору реализации программ наставничества ${CURATOR} подготовить проект приказа о закреплении ` +
        "после получения письменных согласий всех участников.",
      { before: 80 },
    ),
    control("{/о_парах}"),
    control("{#о_наставниках}"),
    item(`{номер}.1. Рекомендовать ${HEAD} утвердить наставниками:`, true),
    control("{#наставники}"),
    dashed("{.|винительный|с_должностью}{^последний};{/последний}{#последний}.{/последний}"),
    control("{/наставники}"),
    control("{/о_наставниках}"),
    control("{#о_программах}"),
    item("{номер}.1. Одобрить персонализированные программы наставничества и рекомендовать их к утверждению:", true),
    control("{#программы}"),
    dashed("{.}"),
    control("{/программы}"),
    control("{/о_программах}"),
    control("{#решения}"),
    item("{номер} {текст}"),
    control("{/решения}"),
    control("{#есть_срок}"),
    item(
      "{#ответственный}Ответственный — {ответственный|инициалы_сзади}{/ответственный}" +
        "{#ответственный}{#срок}; срок — {срок|прописью}{/срок}{/ответственный}" +
        "{^ответственный}Срок — {срок|прописью}{/ответственный}.",
    ),
    control("{/есть_срок}"),
    paragraph("Голосовали: {голосование}.", { before: 60, indent: true, keepNext: true }),
    control("{/вопросы}"),
    paragraph("", { before: 240, keepNext: true }),
    signature("Председатель", "{председатель|инициалы|или: ____________________}", ORDER_SHEET),
    signature("Секретарь", "{секретарь|инициалы|или: ____________________}", ORDER_SHEET),
  ];
}

// «Приказ о поощрении за работу по наставничеству»: few people are named in the text, many in a table.
import type { Document } from "docx";
import { body, clause, control, listTable, ORDER_SHEET, paper, paragraph, PLAIN_SHEET, sheet } from "./layout";
import { acquaintanceSheet, annexMark, orderReasons, orderSignature, orderTop } from "./orderBlocks";

const HEADING = "О поощрении за работу по наставничеству";

export function encouragementOrderTemplate(): Document {
  return paper(HEADING, [
    sheet(ORDER_SHEET, [...orderTop(HEADING), ...text(), ...end()], true),
    sheet(PLAIN_SHEET, [...annex(), ...acquaintanceSheet(`«${HEADING}»`)]),
  ]);
}

function text() {
  return [
    ...orderReasons(
      "В соответствии с Положением о системе наставничества педагогических работников" +
        "{#профсоюз}, с учётом мнения выборного органа первичной профсоюзной организации ({профсоюз}){/профсоюз}",
    ),
    control("{#меры}"),
    control("{#перечнем}"),
    clause("{действие} {повод}{#период} {период}{/период}:", 0, { keepNext: true }),
    control("{#люди}"),
    clause(
      "{#кому}{.|дательный|с_должностью}{/кому}{#кого}{.|винительный|с_должностью}{/кого}" +
        "{#сумма}{#есть_должность},{/есть_должность} — {сумма|рублями}{/сумма}{^последний};{/последний}{#последний}.{/последний}",
      1,
    ),
    control("{/люди}"),
    control("{/перечнем}"),
    control("{^перечнем}"),
    clause(
      "{действие} {повод}{#период} {период}{/период} {#кому}работникам, указанным{/кому}{#кого}работников, указанных{/кого} " +
        "в приложении{#выплата}, в указанных в нём размерах{/выплата}.",
    ),
    control("{/перечнем}"),
    control("{/меры}"),
    control("{#есть_выплата}"),
    clause(
      "Источник выплаты: {источник|или: ____________________________}.{#итого} Общая сумма — {итого|рублями}.{/итого}",
    ),
    control("{/есть_выплата}"),
    clause(
      "Ознакомление работников с приказом под подпись поручить куратору реализации программ наставничества " +
        "{куратор|дательный|инициалы_сзади|с_должностью|или: ____________________} (лист ознакомления прилагается).",
    ),
  ];
}

function end() {
  return [
    clause("Контроль за исполнением приказа оставляю за собой.", 0, { keepNext: true }),
    control("{#основание}"),
    body("Основание: {основание}.", { before: 120, keepNext: true }),
    control("{/основание}"),
    ...orderSignature(),
  ];
}

function annex() {
  return [
    control("{^перечнем}"),
    annexMark(null, PLAIN_SHEET),
    paragraph("Список поощряемых работников", { align: "center", bold: true, after: 160, keepNext: true }),
    control("{#есть_выплата}"),
    listed([
      { heading: "Должность", cell: POST, share: 0.3 },
      { heading: "Размер выплаты", cell: "{сумма|рублями}", share: 0.32 },
    ]),
    control("{/есть_выплата}"),
    control("{^есть_выплата}"),
    listed([{ heading: "Должность", cell: POST, share: 0.62 }]),
    control("{/есть_выплата}"),
    control("{/перечнем}"),
  ];
}

const POST = "{должность|со_строчной}";
const listed = (others: Parameters<typeof listTable>[1]) =>
  listTable(
    "люди",
    [
      { heading: "№\nп/п", cell: "{номер}", share: 0.07, align: "center" },
      { heading: "Фамилия, имя, отчество", cell: "{фио}", share: 0.31 },
      ...others,
    ],
    PLAIN_SHEET,
  );

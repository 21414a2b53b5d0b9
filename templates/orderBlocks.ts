// What the head's orders and the acts that they approve have in common: the top, the signature, annex marks, the acquaintance sheet.
import {
  body,
  clause,
  control,
  corner,
  listTable,
  ORDER_SHEET,
  paragraph,
  PLAIN_SHEET,
  sideBySide,
  signature,
} from "./layout";

export const DATE = "{дата|прописью|или: «___» ______________ 20___ г.}";
export const NUMBER = "№ {номер|или: __________}";
type Blocks = (ReturnType<typeof paragraph> | ReturnType<typeof signature>)[];

/** Everything above the text of an order: organisation, «ПРИКАЗ», date and number, place, heading. */
export const orderTop = (heading: string): Blocks => [
  paragraph("{организация|с_прописной}", { align: "center", bold: true }),
  control("{#есть_краткое}"),
  paragraph("({организация_кратко})", { align: "center" }),
  control("{/есть_краткое}"),
  paragraph("ПРИКАЗ", { align: "center", bold: true, spaced: true, before: 240, after: 240 }),
  sideBySide(
    [
      { text: DATE, share: 0.6 },
      { text: NUMBER, share: 0.4, align: "right" },
    ],
    ORDER_SHEET,
  ),
  paragraph("{место}", { align: "center", before: 120, after: 240 }),
  paragraph(heading, { bold: true, after: 240 }),
];

/** The reasons of an order, and «ПРИКАЗЫВАЮ:» under them. */
export const orderReasons = (reasons: string): Blocks => [
  body(reasons),
  paragraph("ПРИКАЗЫВАЮ:", { before: 120, after: 120, keepNext: true }),
];

/** Who watches over the order: somebody named in «{контроль}», or the head. Keeps together with the signature. */
export const orderEnd = (): Blocks => [
  control("{#есть_контроль}"),
  clause("Контроль за исполнением приказа возложить на {контроль|винительный|с_должностью}.", 0, { keepNext: true }),
  control("{/есть_контроль}"),
  control("{^есть_контроль}"),
  clause("Контроль за исполнением приказа оставляю за собой.", 0, { keepNext: true }),
  control("{/есть_контроль}"),
  ...orderSignature(),
];

export const orderSignature = (): Blocks => [
  paragraph("", { keepNext: true, before: 240 }),
  signature("{руководитель.должность|с_прописной}", "{руководитель|инициалы}", ORDER_SHEET),
];

/** «Приложение 1 к приказу … от … № …»; null where it is the only annex. */
export const annexMark = (number: number | null, on: typeof ORDER_SHEET) =>
  corner(
    `Приложение${number === null ? "" : ` ${String(number)}`}\nк приказу {организация_кратко}\nот ${DATE}\n${NUMBER}`,
    on,
  );

/** The sheet on which people sign that they have read the order; `heading` in «ёлочки». Fits `ACQUAINTANCE_TAG`. */
export const acquaintanceSheet = (heading: string): Blocks => [
  paragraph("ЛИСТ ОЗНАКОМЛЕНИЯ", { align: "center", bold: true, after: 60, keepNext: true, newPage: true }),
  paragraph(`с приказом {организация_кратко}\nот ${DATE} ${NUMBER}\n${heading}`, {
    align: "center",
    after: 200,
    keepNext: true,
  }),
  listTable(
    "ознакомление",
    [
      { heading: "№\nп/п", cell: "{номер}", share: 0.07, align: "center" },
      { heading: "Фамилия, имя, отчество", cell: "{фио}", share: 0.33 },
      { heading: "Должность", cell: "{должность|со_строчной}", share: 0.27 },
      { heading: "Дата", cell: "", share: 0.15 },
      { heading: "Подпись", cell: "", share: 0.18 },
    ],
    PLAIN_SHEET,
    { toSign: true },
  ),
];

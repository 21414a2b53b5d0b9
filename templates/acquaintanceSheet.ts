// «Лист ознакомления»: a table to be signed, with the dates that are known already; as long as the list is.
import type { Document } from "docx";
import { control, listTable, paper, paragraph, PLAIN_SHEET, sheet, signature } from "./layout";

export function acquaintanceSheetTemplate(): Document {
  return paper("Лист ознакомления", [sheet(PLAIN_SHEET, acquaintance(), true)]);
}

function acquaintance() {
  return [
    paragraph("ЛИСТ ОЗНАКОМЛЕНИЯ", { align: "center", bold: true, after: 60, keepNext: true }),
    paragraph(
      "с {вид} {организация_кратко}\nот {дата|прописью}{#номер} №\u00a0{номер}{/номер}{#заголовок}\n«{заголовок}»{/заголовок}",
      { align: "center", after: 200, keepNext: true },
    ),
    listTable(
      "ознакомление",
      [
        { heading: "№\nп/п", cell: "{номер}", share: 0.07, align: "center" },
        { heading: "Фамилия, имя, отчество", cell: "{фио}", share: 0.33 },
        { heading: "Должность", cell: "{должность|со_строчной}", share: 0.26 },
        { heading: "Дата", cell: "{ознакомлен}", share: 0.14, align: "center" },
        { heading: "Подпись", cell: "{отметка}", share: 0.2, align: "center" },
      ],
      PLAIN_SHEET,
      { toSign: true },
    ),
    control("{#есть_ответы}"),
    paragraph(
      "«Ответ в форме»: работник подтвердил, что прочитал документ, в электронной форме по личной ссылке. " +
        "Даты ответов внесены верно:",
      { size: 22, before: 120, after: 120, align: "both", keepNext: true },
    ),
    signature(
      "{куратор.должность|с_прописной|или: Куратор}",
      "{куратор|инициалы|или: ____________________}",
      PLAIN_SHEET,
    ),
    control("{/есть_ответы}"),
  ];
}

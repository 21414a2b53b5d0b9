// «Сведения для муниципального мониторинга»: a table of what there is, how many, where it can be seen.
import type { Document } from "docx";
import { listTable, paper, paragraph, sheet, signature, PLAIN_SHEET } from "./layout";

export function municipalReturnTemplate(): Document {
  return paper("Сведения для муниципального мониторинга", [sheet(PLAIN_SHEET, table(), true)]);
}

function table() {
  return [
    paragraph("{организация|с_прописной}", { align: "center", bold: true, after: 160 }),
    paragraph("СВЕДЕНИЯ", { align: "center", bold: true, spaced: true, keepNext: true }),
    paragraph(
      "о реализации системы наставничества педагогических работников\nв {учебный_год} учебном году " +
        "(по состоянию на {на_день|прописью})",
      { align: "center", bold: true, after: 120, keepNext: true },
    ),
    paragraph("{#куда}Представляются: {куда}{/куда}{#куда}{#до}, до {до|прописью}{/до}{/куда}", {
      align: "center",
      after: 160,
      keepNext: true,
    }),
    listTable(
      "строки",
      [
        { heading: "№\nп/п", cell: "{номер}", share: 0.06, align: "center" },
        { heading: "Показатель", cell: "{показатель}", share: 0.3 },
        { heading: "Наличие, значение", cell: "{значение}", share: 0.24 },
        { heading: "Ссылка", cell: "{ссылка}", share: 0.24 },
        { heading: "Примечание", cell: "{примечание}", share: 0.16 },
      ],
      PLAIN_SHEET,
    ),
    paragraph("", { before: 240, keepNext: true }),
    signature("{руководитель.должность|с_прописной}", "{руководитель|инициалы}", PLAIN_SHEET),
    paragraph("{дата|прописью|или: «___» ______________ 20___ г.}", { before: 80, keepNext: true }),
    paragraph("{#есть_исполнитель}Исполнитель: {куратор|инициалы_сзади|с_должностью}{/есть_исполнитель}", {
      size: 20,
      before: 120,
    }),
  ];
}

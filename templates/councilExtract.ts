// «Выписка из банка наставников и наставляемых»: wide tables for the council, without contacts; one sheet, landscape.
import type { Document } from "docx";
import { control, listTable, paper, paragraph, section, sheet, signature, WIDE_SHEET } from "./layout";

const PERSON = "{фио}{#должность}, {должность|со_строчной}{/должность}{#предмет} ({предмет}){/предмет}";
const EXPERIENCE = "{#стаж}{стаж}{/стаж}{^стаж}стаж не указан{/стаж}{#квалификация}, {квалификация}{/квалификация}";

export function councilExtractTemplate(): Document {
  return paper("Выписка из банка наставников и наставляемых", [sheet(WIDE_SHEET, extract(), true)]);
}

function extract() {
  return [
    paragraph("{организация|с_прописной}", { align: "center", bold: true, after: 160 }),
    paragraph("ВЫПИСКА", { align: "center", bold: true, keepNext: true }),
    paragraph("из банка наставников и наставляемых", { align: "center", bold: true, after: 60, keepNext: true }),
    paragraph("для совета наставников", { align: "center", after: 160, keepNext: true }),
    paragraph("{список}{#отбор} ({отбор}){/отбор}. Учебный год: {учебный_год}. По состоянию на {дата|прописью}", {
      align: "center",
      after: 120,
    }),
    ...table("наставники", "Наставники", [
      { heading: "Основные компетенции", cell: "{компетенции}", share: 0.33 },
      { heading: "Ведёт", cell: "{ведёт}", share: 0.07, align: "center" },
      { heading: "Свободно мест", cell: "{свободно}", share: 0.09, align: "center" },
      { heading: "Статус", cell: "{статус}", share: 0.12 },
    ]),
    ...table("наставляемые", "Наставляемые", [
      { heading: "Категория", cell: "{категория}", share: 0.13 },
      { heading: "Направления затруднений (степень от 1 до 3)", cell: "{затруднения}", share: 0.25 },
      {
        heading: "Наставник, ожидание",
        cell: "{наставник}{#ожидает}ожидает {ожидает}{/ожидает}{поддержка}",
        share: 0.13,
      },
      { heading: "Статус", cell: "{статус}", share: 0.1 },
    ]),
    ...table("педагоги", "Педагоги без роли в наставничестве", []),
    paragraph("Всего записей: {всего}.", { before: 160, after: 60, keepNext: true }),
    paragraph(
      "Контактные данные, год рождения и пометки куратора в выписку не включаются. " +
        "Документ предназначен для работы совета наставников и не подлежит размещению в открытом доступе.",
      { size: 22, after: 120, keepNext: true },
    ),
    signature(
      "{куратор.должность|с_прописной|или: Куратор}",
      "{куратор|инициалы|или: ____________________}",
      WIDE_SHEET,
    ),
    paragraph("{дата}", { before: 60 }),
  ];
}

/** One of the tables: the person and the experience first, in whatever width the other columns leave. */
function table(loop: string, title: string, others: Parameters<typeof listTable>[1]) {
  const left = 1 - 0.05 - others.reduce((sum, { share }) => sum + share, 0);
  return [
    control(`{#есть_${loop}}`),
    section(title),
    listTable(
      loop,
      [
        { heading: "№\nп/п", cell: "{номер}", share: 0.05, align: "center" },
        { heading: "Фамилия, имя, отчество, должность, предмет (группа)", cell: PERSON, share: left * 0.62 },
        { heading: "Стаж, категория", cell: EXPERIENCE, share: left * 0.38 },
        ...others,
      ],
      WIDE_SHEET,
    ),
    control(`{/есть_${loop}}`),
  ];
}

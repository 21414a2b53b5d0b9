// «Дорожная карта (план мероприятий)» of a school year: one wide table; approved by the order or by the head's signature.
import type { Document } from "docx";
import { control, listTable, paper, paragraph, sheet, sideBySide, WIDE_SHEET } from "./layout";
import { DATE, NUMBER } from "./orderBlocks";

const ADOPTED = "ПРИНЯТА\nпедагогическим советом\n(протокол {педсовет|или: от ___________ № ____})";

export function roadmapTemplate(): Document {
  return paper("Дорожная карта (план мероприятий)", [sheet(WIDE_SHEET, content(), true)]);
}

/** What the council and the head say, side by side. */
const approval = (approved: string) =>
  sideBySide(
    [
      { text: ADOPTED, share: 0.45 },
      { text: "", share: 0.1 },
      { text: approved, share: 0.45 },
    ],
    WIDE_SHEET,
    { top: true },
  );

function content() {
  return [
    paragraph("{организация|с_прописной}", { align: "center", bold: true, after: 200 }),
    control("{#приказом}"),
    approval(`УТВЕРЖДЕНА\nприказом {организация_кратко}\nот ${DATE} ${NUMBER}\n(приложение 2)`),
    control("{/приказом}"),
    control("{^приказом}"),
    approval(
      "УТВЕРЖДАЮ\n{руководитель.должность|с_прописной} {организация_кратко}\n" +
        `_______________ {руководитель|инициалы}\n${DATE}`,
    ),
    control("{/приказом}"),
    paragraph("ДОРОЖНАЯ КАРТА (ПЛАН МЕРОПРИЯТИЙ)", { align: "center", bold: true, before: 280, keepNext: true }),
    paragraph(
      "по реализации Положения о системе наставничества педагогических работников\nна {учебный_год} учебный год",
      { align: "center", bold: true, before: 40, after: 160, keepNext: true },
    ),
    listTable(
      "мероприятия",
      [
        { heading: "№\nп/п", cell: "{номер}", share: 0.04, align: "center" },
        { heading: "Этап", cell: "{этап}", share: 0.17 },
        { heading: "Мероприятие", cell: "{мероприятие}", share: 0.16 },
        { heading: "Содержание", cell: "{содержание}", share: 0.225 },
        { heading: "Срок", cell: "{срок}", share: 0.115 },
        { heading: "Ответственный", cell: "{ответственный}", share: 0.135 },
        { heading: "Ожидаемый результат", cell: "{результат}", share: 0.155 },
      ],
      WIDE_SHEET,
    ),
  ];
}

// «Отзыв наставляемого»: a page to fill in by hand at the end of the programme.
import type { Document } from "docx";
import { control, factTable, listTable, paper, paragraph, PLAIN_SHEET, section, sheet, sideBySide } from "./layout";
import { lines } from "./mentorReport";

export function menteeFeedbackTemplate(): Document {
  return paper("Отзыв наставляемого", [sheet(PLAIN_SHEET, feedback(), true)]);
}

function feedback() {
  return [
    paragraph("{организация|с_прописной}", { align: "center", bold: true, after: 200 }),
    paragraph("ОТЗЫВ НАСТАВЛЯЕМОГО", { align: "center", bold: true, keepNext: true }),
    paragraph("о персонализированной программе наставничества", { align: "center", after: 160, keepNext: true }),
    factTable(
      [
        ["Наставляемый", "{работник|с_должностью}"],
        ["Наставник", "{наставник|с_должностью}"],
        ["Период", "{#начало}с {начало|прописью} {/начало}{#конец}по {конец|прописью}{/конец}"],
        ["Направления работы", "{направления|или: —}"],
      ],
      PLAIN_SHEET,
    ),
    control("{#есть_затруднения}"),
    section("1. Как изменились мои затруднения"),
    listTable(
      "затруднения",
      [
        { heading: "Направление", cell: "{направление}", share: 0.4 },
        { heading: "В начале программы", cell: "{вначале}", share: 0.3 },
        { heading: "Сейчас", cell: "{вконце}", share: 0.3 },
      ],
      PLAIN_SHEET,
    ),
    control("{/есть_затруднения}"),
    control("{^есть_затруднения}"),
    section("1. Что изменилось в моей работе"),
    ...lines(3),
    control("{/есть_затруднения}"),
    section("2. Что дала мне работа с наставником, что было самым полезным"),
    ...lines(4),
    section("3. Чего не хватило"),
    ...lines(3),
    section("4. Мои планы и предложения"),
    ...lines(3),
    paragraph("Отзыв публикуется только при отдельном согласии на распространение персональных данных.", {
      size: 20,
      before: 160,
      keepNext: true,
    }),
    paragraph("", { before: 160, keepNext: true }),
    sideBySide(
      [
        { text: "«___» ______________ 20___ г.", share: 0.42 },
        { text: "________________", share: 0.26, align: "center" },
        { text: "{работник|инициалы}", share: 0.32, align: "right" },
      ],
      PLAIN_SHEET,
    ),
  ];
}

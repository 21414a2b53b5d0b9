// «Сертификат наставника» (a landscape sheet) and «Благодарственное письмо»: one framed page each.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip as mm,
  type Document,
  HeightRule,
  type ISectionOptions,
  LineRuleType,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { control, paper, type PLAIN_SHEET, sideBySide } from "./layout";

const INK = "1F3864";
/** Millimetres from the edge of the page to the frame. */
const MARGIN = 12;
/** Millimetres from the frame to the text. */
const SIDE = 15;
/** A frame of a table, since Google Docs has none around pages. */
const FRAME = { style: BorderStyle.DOUBLE, size: 18, color: INK } as const;
/** What Word wants under a table, made as low as it can be. */
const TAIL = 4;

interface Look {
  /** Half-points. */
  readonly size: number;
  readonly bold?: boolean;
  readonly ink?: boolean;
  readonly spaced?: number;
  readonly before?: number;
}

const centred = (text: string, { size, bold = false, ink = false, spaced = 0, before = 0 }: Look): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before },
    children: text.split("\n").map(
      (line, index) =>
        new TextRun({
          text: line,
          size,
          bold,
          characterSpacing: spaced,
          ...(ink ? { color: INK } : {}),
          ...(index > 0 ? { break: 1 } : {}),
        }),
    ),
  });

/** One page with everything in a frame. */
function framed(children: (Paragraph | Table)[], landscape: boolean): ISectionOptions {
  const [width, height] = landscape ? [297, 210] : [210, 297];
  const edge = mm(MARGIN);
  return {
    properties: {
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: { left: edge, right: edge, top: edge, bottom: edge, header: mm(5), footer: mm(5) },
      },
    },
    children: [
      new Table({
        width: { size: mm(width - 2 * MARGIN), type: WidthType.DXA },
        columnWidths: [mm(width - 2 * MARGIN)],
        borders: { top: FRAME, bottom: FRAME, left: FRAME, right: FRAME },
        rows: [
          new TableRow({
            cantSplit: true,
            height: { value: mm(height - 2 * MARGIN - TAIL), rule: HeightRule.ATLEAST },
            children: [
              new TableCell({
                width: { size: mm(width - 2 * MARGIN), type: WidthType.DXA },
                margins: { left: mm(SIDE), right: mm(SIDE), top: mm(8), bottom: mm(8) },
                verticalAlign: VerticalAlign.CENTER,
                children,
              }),
            ],
          }),
        ],
      }),
      new Paragraph({
        spacing: { line: 20, lineRule: LineRuleType.EXACT },
        children: [new TextRun({ text: "", size: 2 })],
      }),
    ],
  };
}

/** A portrait sheet whose text is as wide as the inside of the frame (`textWidth` takes 10 mm off on the right). */
const inside = (landscape: boolean): typeof PLAIN_SHEET => ({
  left: (landscape ? 210 - 297 : 0) + 2 * (MARGIN + SIDE) - 10,
});

const signed = (landscape: boolean): Table =>
  sideBySide(
    [
      { text: "{руководитель.должность|с_прописной}", share: 0.36 },
      { text: "________________", share: 0.28, align: "center" },
      { text: "{руководитель|инициалы}", share: 0.36, align: "right" },
    ],
    inside(landscape),
    { before: 480 },
  );

const DAY = "{дата|прописью|или: «___» ______________ 20___ г.}";

export function certificateTemplate(): Document {
  return paper("Сертификат наставника", [
    framed(
      [
        centred("{организация|с_прописной}", { size: 26 }),
        centred("СЕРТИФИКАТ", { size: 76, bold: true, ink: true, spaced: 160, before: 360 }),
        centred("наставника", { size: 36, ink: true, spaced: 60 }),
        centred("подтверждает, что", { size: 28, before: 280 }),
        centred("{работник.фио}", { size: 52, bold: true, before: 120 }),
        centred("{работник.должность|со_строчной}", { size: 26, before: 40 }),
        centred(
          "в {учебный_год} учебном году {#продолжает}осуществляет{/продолжает}" +
            "{^продолжает}{работник|пол: осуществлял, осуществляла}{/продолжает} наставничество педагогических работников" +
            "{#наставляемых}\nЧисло наставляемых: {наставляемых}{/наставляемых}",
          { size: 28, before: 240 },
        ),
        control("{#направления}"),
        centred("Направления: {направления}", { size: 24, before: 80 }),
        control("{/направления}"),
        control("{#дополнение}"),
        centred("{дополнение}", { size: 24, before: 80 }),
        control("{/дополнение}"),
        signed(true),
        centred(`{место}, ${DAY}`, { size: 24, before: 240 }),
      ],
      true,
    ),
  ]);
}

export function thanksTemplate(): Document {
  return paper("Благодарственное письмо", [
    framed(
      [
        centred("{организация|с_прописной}", { size: 26 }),
        centred("БЛАГОДАРСТВЕННОЕ\nПИСЬМО", { size: 60, bold: true, ink: true, spaced: 80, before: 900 }),
        centred("{работник.фио|дательный}", { size: 40, bold: true, before: 700 }),
        centred("{работник.должность|дательный|со_строчной}", { size: 28, before: 60 }),
        control("{#по_имени_отчеству}"),
        centred("{работник|пол: Уважаемый, Уважаемая} {работник|имя_отчество}!", { size: 32, before: 700 }),
        control("{/по_имени_отчеству}"),
        centred("Администрация {организация_кратко|родительный} благодарит Вас {повод}.", { size: 32, before: 300 }),
        control("{#пожелание}"),
        centred("{пожелание}", { size: 32, before: 300 }),
        control("{/пожелание}"),
        signed(false),
        centred(`{место}, ${DAY}`, { size: 26, before: 400 }),
      ],
      false,
    ),
  ]);
}

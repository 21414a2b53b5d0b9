// The look that all papers share (practice of ГОСТ Р 7.0.97-2025): page, fonts, blocks, tables, signatures.
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  HeightRule,
  type ISectionOptions,
  LineRuleType,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
} from "docx";
import { BODY_SIZE, FIRST_LINE, FONT, NUMBERING } from "./numbering";

type Block = Paragraph | Table;

const SMALL_SIZE = 22;
const mm = convertMillimetersToTwip;

/** Margins in millimetres. Orders are kept for decades and leave room for binding. */
interface Sheet {
  readonly left: number;
  readonly landscape?: boolean;
}
export const ORDER_SHEET: Sheet = { left: 30 };
export const PLAIN_SHEET: Sheet = { left: 20 };
export const WIDE_SHEET: Sheet = { left: 20, landscape: true };

/** Width of the text in twips. */
const textWidth = (sheet: Sheet): number => mm(sheet.landscape === true ? 297 - 20 - 20 : 210 - sheet.left - 10);

interface Look {
  readonly align?: "left" | "center" | "right" | "both";
  readonly bold?: boolean;
  readonly size?: number;
  /** First-line indent of body text. */
  readonly indent?: boolean;
  readonly left?: number;
  readonly before?: number;
  readonly after?: number;
  readonly keepNext?: boolean;
  readonly spaced?: boolean;
  /** Begins a page, if it does not stand at the top of one already. */
  readonly newPage?: boolean;
}

const ALIGN = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
  both: AlignmentType.BOTH,
} as const;

/** Text with line breaks at «\n» and tabs at «\t». */
function runs(text: string, look: Look): ParagraphChild[] {
  return text.split("\n").flatMap((line, index) =>
    line.split("\t").map(
      (piece, column) =>
        new TextRun({
          children: [...(column > 0 ? [new Tab()] : []), piece],
          ...(look.bold === true ? { bold: true } : {}),
          ...(look.size === undefined ? {} : { size: look.size }),
          ...(look.spaced === true ? { characterSpacing: 60 } : {}),
          ...(index > 0 && column === 0 ? { break: 1 } : {}),
        }),
    ),
  );
}

/** A paragraph; «\n» breaks a line. */
export function paragraph(text: string, look: Look = {}): Paragraph {
  return new Paragraph({
    alignment: ALIGN[look.align ?? "left"],
    ...(look.keepNext === true ? { keepNext: true, keepLines: true } : {}),
    ...(look.newPage === true ? { pageBreakBefore: true } : {}),
    spacing: { before: look.before ?? 0, after: look.after ?? 0 },
    indent: { firstLine: look.indent === true ? FIRST_LINE : 0, left: look.left ?? 0 },
    children: runs(text, look),
  });
}

/** Body text: justified, with a first-line indent. */
export const body = (text: string, look: Look = {}): Paragraph =>
  paragraph(text, { align: "both", indent: true, after: 60, ...look });

const RULE = { style: BorderStyle.SINGLE, size: 4, color: "000000", space: 1 } as const;

/** A rule over the whole width, to write on by hand; several in a row stay several. */
export const blankLine = (): Paragraph =>
  new Paragraph({
    spacing: { before: 120, after: 80 },
    border: { bottom: RULE, between: RULE },
    children: [new TextRun(" ")],
  });

/** A line that only holds a tag of a loop or a condition; it disappears when the paper is filled. */
export const control = (tag: string): Paragraph => paragraph(tag);

/** A heading of a section inside a paper; never the last line of a page. */
export const section = (text: string): Paragraph =>
  paragraph(text, { bold: true, keepNext: true, before: 200, after: 80 });

/** A numbered clause; the numbers are Word's own, so that a clause left out by a condition does not leave a gap. */
export function clause(text: string, level: 0 | 1 = 0, look: Look = {}): Paragraph {
  return new Paragraph({
    alignment: ALIGN[look.align ?? "both"],
    numbering: { reference: "clauses", level },
    ...(look.keepNext === true ? { keepNext: true } : {}),
    spacing: { after: 60 },
    children: runs(text, look),
  });
}

/** A heading of a chapter of an act, numbered «1.»; never the last line of a page. */
export const chapter = (text: string): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.CENTER,
    numbering: { reference: "chapters", level: 0 },
    keepNext: true,
    keepLines: true,
    spacing: { before: 240, after: 120 },
    children: runs(text, { bold: true }),
  });

/** A clause of a chapter, numbered «1.1.» by Word itself. */
export const article = (text: string, look: Look = {}): Paragraph =>
  new Paragraph({
    alignment: AlignmentType.BOTH,
    numbering: { reference: "chapters", level: 1 },
    ...(look.keepNext === true ? { keepNext: true } : {}),
    spacing: { after: 60 },
    children: runs(text, look),
  });

/** An item of a dashed list. */
export function dashed(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.BOTH,
    numbering: { reference: "dashes", level: 0 },
    spacing: { after: 40 },
    children: runs(text, {}),
  });
}

/** A block in the upper right corner: addressee, approval, annex mark. */
export const corner = (text: string, sheet: Sheet, look: Look = {}): Paragraph =>
  paragraph(text, { left: Math.round(textWidth(sheet) * 0.52), after: 240, ...look });

const NO_BORDER = { style: BorderStyle.NONE, size: 0, color: "auto" } as const;
const NO_BORDERS = { top: NO_BORDER, bottom: NO_BORDER, left: NO_BORDER, right: NO_BORDER };
const LINE = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;

/** Cells side by side without borders; the row never splits over pages. `share` is a part of the width. */
export function sideBySide(
  cells: readonly { readonly text: string; readonly share: number; readonly align?: "left" | "center" | "right" }[],
  sheet: Sheet,
  { top = false, before = 0, keepNext = false } = {},
): Table {
  const width = textWidth(sheet);
  const columnWidths = cells.map((cell) => Math.round(width * cell.share));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { ...NO_BORDERS, insideHorizontal: NO_BORDER, insideVertical: NO_BORDER },
    rows: [
      new TableRow({
        cantSplit: true,
        children: cells.map(
          (cell, index) =>
            new TableCell({
              width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
              borders: NO_BORDERS,
              margins: { left: 0, right: 0, top: 0, bottom: 0 },
              verticalAlign: top ? VerticalAlign.TOP : VerticalAlign.BOTTOM,
              children: [paragraph(cell.text, { align: cell.align ?? "left", before, keepNext })],
            }),
        ),
      }),
    ],
  });
}

/** A signature line: who, a rule to sign on, the name. */
export const signature = (who: string, name: string, sheet: Sheet): Table =>
  sideBySide(
    [
      { text: who, share: 0.38 },
      { text: "________________", share: 0.26, align: "center" },
      { text: name, share: 0.36, align: "right" },
    ],
    sheet,
    { before: 160 },
  );

/** A column of a table: its heading, the text of its cells (several paragraphs allowed) and its part of the width. */
interface Column {
  readonly heading: string;
  readonly cell: string | readonly string[];
  readonly share: number;
  readonly align?: "left" | "center";
}

/**
 * A table with a repeated heading row and one row that a loop repeats; rows do not split over pages. One that is `toSign`
 * leaves room for a signature in each row.
 */
export function listTable(
  loop: string,
  columns: readonly Column[],
  sheet: Sheet,
  { toSign = false }: { readonly toSign?: boolean } = {},
): Table {
  const last = columns.length - 1;
  const rowTexts = columns.map((column, index): readonly string[] => {
    const texts = typeof column.cell === "string" ? [column.cell] : column.cell;
    return texts.map((text, line) => {
      const opening = index === 0 && line === 0 ? `{#${loop}}` : "";
      const closing = index === last && line === texts.length - 1 ? `{/${loop}}` : "";
      return `${opening}${text}${closing}`;
    });
  });
  return grid(
    columns,
    [
      { texts: columns.map((column) => [column.heading]), heading: true },
      { texts: rowTexts, heading: false, toSign },
    ],
    sheet,
  );
}

/** A table of named lines: «Наставник | Петрова Анна Ивановна». */
export function factTable(facts: readonly (readonly [string, string | readonly string[]])[], sheet: Sheet): Table {
  const columns = [
    { heading: "", cell: "", share: 0.34 },
    { heading: "", cell: "", share: 0.66 },
  ];
  return grid(
    columns,
    facts.map(([name, value]) => ({
      texts: [[name], typeof value === "string" ? [value] : value],
      heading: false,
    })),
    sheet,
    BODY_SIZE - 2,
  );
}

/** A signature by hand wants so much. */
const SIGNING_ROW = mm(8.5);

function grid(
  columns: readonly Column[],
  rows: readonly {
    readonly texts: readonly (readonly string[])[];
    readonly heading: boolean;
    readonly toSign?: boolean;
  }[],
  sheet: Sheet,
  size = SMALL_SIZE,
): Table {
  const width = textWidth(sheet);
  const columnWidths = columns.map((column) => Math.round(width * column.share));
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: { top: LINE, bottom: LINE, left: LINE, right: LINE, insideHorizontal: LINE, insideVertical: LINE },
    rows: rows.map(
      (row) =>
        new TableRow({
          cantSplit: true,
          ...(row.heading ? { tableHeader: true } : {}),
          ...(row.toSign === true ? { height: { value: SIGNING_ROW, rule: HeightRule.ATLEAST } } : {}),
          children: row.texts.map(
            (texts, index) =>
              new TableCell({
                width: { size: columnWidths[index] ?? 0, type: WidthType.DXA },
                margins: { left: mm(1.5), right: mm(1.5), top: mm(0.7), bottom: mm(0.7) },
                verticalAlign: row.heading || row.toSign === true ? VerticalAlign.CENTER : VerticalAlign.TOP,
                children: texts.map((text) =>
                  paragraph(text, {
                    size,
                    bold: row.heading,
                    after: texts.length > 1 ? 40 : 0,
                    align: row.heading ? "center" : (columns[index]?.align ?? "left"),
                  }),
                ),
              }),
          ),
        }),
    ),
  });
}

const numberedHeader = new Header({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT], size: SMALL_SIZE })],
    }),
  ],
});
const emptyHeader = new Header({ children: [new Paragraph({ children: [] })] });

/** A part of a paper that starts on a page of its own. Pages are numbered at the top from the second on. */
export function sheet(setup: Sheet, children: Block[], first = false): ISectionOptions {
  const landscape = setup.landscape === true;
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: first,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: landscape
          ? { left: mm(20), right: mm(20), top: mm(25), bottom: mm(10), header: mm(10), footer: mm(5) }
          : { left: mm(setup.left), right: mm(10), top: mm(20), bottom: mm(20), header: mm(10), footer: mm(10) },
      },
    },
    // The parts that follow inherit the headers of the first.
    ...(first ? { headers: { default: numberedHeader, first: emptyHeader } } : {}),
    children,
  };
}

/** A whole paper. */
export function paper(title: string, sections: ISectionOptions[]): Document {
  return new Document({
    title,
    creator: "Наставник",
    styles: {
      default: {
        document: {
          run: { font: FONT, size: BODY_SIZE, language: { value: "ru-RU" } },
          paragraph: { spacing: { line: 264, lineRule: LineRuleType.AUTO, before: 0, after: 0 } },
        },
      },
    },
    numbering: { config: NUMBERING },
    sections,
  });
}

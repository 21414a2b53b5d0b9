// .docx files as documents engines and broken uploads make them: told apart, and read.

import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import PizZip from "pizzip";
import { docxBlocks, docxFault, docxFromText, docxHtml, docxText } from "./docx";

async function realDocx(): Promise<Uint8Array> {
  const cell = (text: string): TableCell => new TableCell({ children: [new Paragraph(text)] });
  const document = new Document({
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun("Приказ"), new TextRun({ text: " № 14 & «о парах»", bold: true })] }),
          new Table({
            rows: [
              new TableRow({ children: [cell("Наставник"), cell("Наставляемый")] }),
              new TableRow({ children: [cell("Иванова А. П."), cell("Петров С. К.")] }),
            ],
          }),
          new Paragraph({ children: [new TextRun({ text: "подпись", break: 1 })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

function edited(bytes: Uint8Array, path: string, change: (text: string) => string): Uint8Array {
  const zip = new PizZip(bytes);
  zip.file(path, change(zip.file(path)?.asText() ?? ""));
  return zip.generate({ type: "uint8array" });
}

test("a document made by another program is taken and read: runs, tables, line breaks, entities", async () => {
  const bytes = await realDocx();
  expect(docxFault(bytes)).toBeNull();
  expect(docxBlocks(bytes)).toEqual([
    { kind: "paragraph", text: "Приказ № 14 & «о парах»" },
    {
      kind: "table",
      rows: [
        ["Наставник", "Наставляемый"],
        ["Иванова А. П.", "Петров С. К."],
      ],
    },
    { kind: "paragraph", text: "\nподпись" },
  ]);
  expect(docxText(bytes)).toContain("Иванова А. П.\tПетров С. К.");
  expect(docxHtml(bytes)).toContain("<td>Петров С. К.</td>");
});

test("the smallest document is taken back as it was written", () => {
  const text = "Первая\nвторая <b>&amp;</b>\n";
  expect(docxFault(docxFromText(text))).toBeNull();
  expect(docxText(docxFromText(text))).toBe(text);
});

test.each([
  ["text", () => new TextEncoder().encode("просто текст")],
  ["a cut archive", async () => (await realDocx()).slice(0, 3000)],
  [
    "a spreadsheet",
    () => new PizZip().file("xl/workbook.xml", "<workbook/>").generate({ type: "uint8array" as const }),
  ],
  ["unclosed tags", async () => edited(await realDocx(), "word/document.xml", (xml) => xml.replace("</w:tbl>", ""))],
  ["a bare ampersand", async () => edited(await realDocx(), "word/document.xml", (xml) => xml.replace("&amp;", "&"))],
  [
    "a control character",
    async () => edited(await realDocx(), "word/document.xml", (xml) => xml.replace("№", "\u000b")),
  ],
])("%s is told from a document", async (_, make) => {
  expect(docxFault(await make())).not.toBeNull();
});

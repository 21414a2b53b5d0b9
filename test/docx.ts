// .docx files in tests: made from lines of text, and read back as text.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from "docx";
import PizZip from "pizzip";

/** A template (base64) with one paragraph per line; a line given as a list is one paragraph of several runs. */
export function templateOf(...lines: (string | string[])[]): Promise<string> {
  return packed(lines.map(paragraphOf));
}

/** A template (base64) with one table of one row. */
export function tableTemplateOf(...cells: string[]): Promise<string> {
  const row = new TableRow({ children: cells.map((text) => new TableCell({ children: [paragraphOf(text)] })) });
  return packed([new Table({ rows: [row] })]);
}

function paragraphOf(line: string | string[]): Paragraph {
  const runs = typeof line === "string" ? [line] : line;
  return new Paragraph({ children: runs.map((text, index) => new TextRun({ text, bold: index % 2 === 1 })) });
}

const packed = (children: (Paragraph | Table)[]): Promise<string> =>
  Packer.toBase64String(new Document({ sections: [{ children }] }));

/** The text of a document (base64), a line per paragraph; line breaks inside a paragraph are «\n» as well. */
export function textOf(docx: string): string {
  return documentXml(docx)
    .split("</w:p>")
    .slice(0, -1)
    .map((paragraph) =>
      unescapeXml(
        paragraph
          .replace(/<w:br\/>|<w:br [^>]*>/g, "\n")
          .replace(/<w:tab\/>/g, "\t")
          .replace(/<[^>]*>/g, ""),
      ),
    )
    .join("\n");
}

/** The main part of a document (base64), as XML. */
export function documentXml(docx: string): string {
  const part = new PizZip(docx, { base64: true }).file("word/document.xml");
  if (part === null) throw new Error("The archive holds no word/document.xml.");
  return part.asText();
}

/** Every XML part of a document (base64) by its name: the text, headers, footers, styles. */
export function xmlParts(docx: string): ReadonlyMap<string, string> {
  const { files } = new PizZip(docx, { base64: true });
  return new Map(
    Object.values(files)
      .filter(({ name, dir }) => !dir && /\.(?:xml|rels)$/.test(name))
      .map((file) => [file.name, file.asText()]),
  );
}

/** What makes this text no well-formed XML 1.0, or null. Knows what Word writes: no CDATA, no DTD. */
export function faultOfXml(xml: string): string | null {
  const open: string[] = [];
  let length = 0;
  for (const [piece] of xml.matchAll(/<[^<>]*>|[^<>]+/gu)) {
    length += piece.length;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/iu.test(piece)) return `a bare ampersand in ${piece}`;
    if (/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u.test(piece))
      return `a forbidden character in ${piece}`;
    const name = /^<(\/?)([\w:]+)/.exec(piece);
    if (name === null || piece.endsWith("/>")) continue;
    if (name[1] === "") open.push(name[2] ?? "");
    else if (open.pop() !== name[2]) return `${piece} closes nothing`;
  }
  if (length !== xml.length) return "a bare angle bracket";
  return open.length === 0 ? null : `${open.join(", ")} not closed`;
}

const unescapeXml = (text: string): string =>
  text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");

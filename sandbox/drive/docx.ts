// .docx as the sandbox handles it: is it really one, what does it say, and the smallest one there is.

import PizZip from "pizzip";
import { decodeXml, encodeXml, readXml } from "./xml";
import type { XmlPiece } from "./xml";

/** A paragraph, or a table with its cells as text. */
type DocxBlock = { kind: "paragraph"; text: string } | { kind: "table"; rows: string[][] };

const MAIN = "word/document.xml";
/** Parts that must be well-formed, or Google and Word refuse the document. */
const PARTS =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|settings|header\d*|footer\d*)\.xml|word\/_rels\/document\.xml\.rels)$/;

/** Why these bytes are not a .docx; null if they are. */
export function docxFault(bytes: Uint8Array): string | null {
  const zip = unzip(bytes);
  if (zip === null) return "not a zip archive, or a damaged one";
  const main = zip.file(MAIN);
  if (main === null || zip.file("[Content_Types].xml") === null) return `no ${MAIN}`;
  for (const name of Object.keys(zip.files).filter((path) => PARTS.test(path))) {
    const text = zip.file(name)?.asText() ?? "";
    if (readXml(text) === null) return `${name} is not well-formed XML`;
  }
  return /<w:document[\s>]/.test(main.asText()) && main.asText().includes("<w:body")
    ? null
    : `${MAIN} has no document body`;
}

/** The body of a .docx, in reading order. Headers and footers are left out. */
export function docxBlocks(bytes: Uint8Array): DocxBlock[] {
  const pieces = readXml(unzip(bytes)?.file(MAIN)?.asText() ?? "") ?? [];
  const reader = new BodyReader();
  for (const piece of pieces) reader.take(piece);
  return reader.blocks;
}

/** The plain text of a .docx: a line per paragraph, table cells separated by tabs. */
export function docxText(bytes: Uint8Array): string {
  return docxBlocks(bytes)
    .map((block) => (block.kind === "paragraph" ? block.text : block.rows.map((row) => row.join("\t")).join("\n")))
    .join("\n");
}

/** A new .docx with one paragraph per line of the text. */
export function docxFromText(text: string): Uint8Array {
  const zip = new PizZip();
  const paragraphs = text
    .split(/\r?\n/)
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${encodeXml(line)}</w:t></w:r></w:p>`)
    .join("");
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const office = "http://schemas.openxmlformats.org";
  zip.file(
    "[Content_Types].xml",
    `${head}<Types xmlns="${office}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/${MAIN}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  );
  zip.file(
    "_rels/.rels",
    `${head}<Relationships xmlns="${office}/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument/2006/relationships/officeDocument" Target="${MAIN}"/></Relationships>`,
  );
  zip.file(
    MAIN,
    `${head}<w:document xmlns:w="${office}/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
  );
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}

/**
 * The same .docx with text inserted before the last line break of its body: a line break in the text begins a paragraph,
 * which looks like the last one. A body that ends with a table gets a paragraph after it, as in Google Docs.
 */
export function appendToDocx(bytes: Uint8Array, text: string): Uint8Array {
  const zip = new PizZip(bytes);
  const xml = zip.file(MAIN)?.asText() ?? "";
  const [first = "", ...others] = text.split("\n");
  const afterTable = xml.lastIndexOf("</w:tbl>") > xml.lastIndexOf("</w:p>");
  const end = afterTable ? xml.lastIndexOf("</w:tbl>") + "</w:tbl>".length : xml.lastIndexOf("</w:p>");
  const start = Math.max(xml.lastIndexOf("<w:p>", end), xml.lastIndexOf("<w:p ", end));
  const last = afterTable ? "" : xml.slice(start, end);
  const look = (/<w:pPr>.*?<\/w:pPr>/s.exec(last)?.[0] ?? "").replace(/<w:sectPr.*?<\/w:sectPr>/s, "");
  const letters = [...last.matchAll(/<w:r(?: [^>]*)?>(<w:rPr>.*?<\/w:rPr>)/gs)].at(-1)?.[1] ?? "";
  const run = (line: string): string =>
    line === "" ? "" : `<w:r>${letters}<w:t xml:space="preserve">${encodeXml(line)}</w:t></w:r>`;
  const paragraphs = others.map((line) => `<w:p>${look}${run(line)}`);
  const opening = afterTable ? "<w:p>" : "";
  const inserted = [opening + run(first), ...paragraphs].join("</w:p>") + (afterTable ? "</w:p>" : "");
  zip.file(MAIN, xml.slice(0, end) + inserted + xml.slice(end));
  return zip.generate({ type: "uint8array", compression: "DEFLATE" });
}

/** The body as simple HTML. */
export function docxHtml(bytes: Uint8Array): string {
  const body = docxBlocks(bytes).map((block) => {
    if (block.kind === "paragraph") return `<p>${encodeXml(block.text)}</p>`;
    const rows = block.rows.map((row) => `<tr>${row.map((cell) => `<td>${encodeXml(cell)}</td>`).join("")}</tr>`);
    return `<table>${rows.join("")}</table>`;
  });
  return `<html><head><meta content="text/html; charset=UTF-8" http-equiv="content-type"></head><body>${body.join("")}</body></html>`;
}

function unzip(bytes: Uint8Array): PizZip | null {
  try {
    return new PizZip(bytes, { checkCRC32: true });
  } catch {
    return null;
  }
}

/** Signs inside a run that are not `w:t`. */
const SIGNS: Record<string, string> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
  "w:softHyphen": "\u00ad",
};

class BodyReader {
  readonly blocks: DocxBlock[] = [];
  private inText = false;
  /** Tab stops are `w:tab` too, but outside of runs. */
  private inRun = false;
  private paragraph = "";
  /** Open tables, the innermost last; a nested table becomes text of its cell. */
  private readonly tables: { rows: string[][]; cell: string[] }[] = [];

  take(piece: XmlPiece): void {
    if (piece.kind === "text") {
      if (this.inText) this.paragraph += decodeXml(piece.text);
    } else if (piece.kind === "open") {
      this.open(piece.name, piece.empty);
    } else {
      this.close(piece.name);
    }
  }

  private open(name: string, empty: boolean): void {
    if (name === "w:t") this.inText = !empty;
    else if (name === "w:r") this.inRun = !empty;
    else if (name === "w:p" && empty) this.endParagraph();
    else if (name === "w:tbl") this.tables.push({ rows: [], cell: [] });
    else if (name === "w:tr") this.tables.at(-1)?.rows.push([]);
    else if (this.inRun) this.paragraph += SIGNS[name] ?? "";
  }

  private close(name: string): void {
    if (name === "w:t") this.inText = false;
    else if (name === "w:r") this.inRun = false;
    else if (name === "w:p") this.endParagraph();
    else if (name === "w:tc") this.endCell();
    else if (name === "w:tbl") this.endTable();
  }

  private endParagraph(): void {
    const table = this.tables.at(-1);
    if (table === undefined) this.blocks.push({ kind: "paragraph", text: this.paragraph });
    else table.cell.push(this.paragraph);
    this.paragraph = "";
  }

  private endCell(): void {
    const table = this.tables.at(-1);
    table?.rows.at(-1)?.push(table.cell.join("\n"));
    if (table !== undefined) table.cell = [];
  }

  private endTable(): void {
    const table = this.tables.pop();
    if (table === undefined) return;
    const outer = this.tables.at(-1);
    if (outer === undefined) this.blocks.push({ kind: "table", rows: table.rows });
    else outer.cell.push(...table.rows.map((row) => row.join("\t")));
  }
}

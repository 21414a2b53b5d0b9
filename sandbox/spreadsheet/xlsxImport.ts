// Makes a Google Sheet of an uploaded .xlsx, as Drive's conversion does: values, dates, names of tabs, frozen rows. No looks.
import PizZip from "pizzip";
import type { World } from "../kernel/contract";
import type { Cell, SheetData, SpreadsheetData } from "./model";
import { newSheetData, putSpreadsheet } from "./state";

const DATE = { numberFormat: "dd.MM.yyyy" };
const MOMENT = { numberFormat: "dd.MM.yyyy HH:mm" };
const STYLES = [DATE, MOMENT];
/** Number formats of Excel's own that show a date. */
const BUILT_IN_DATES = [14, 15, 16, 17, 22];

/** What is known of the whole file while its sheets are read. */
interface Book {
  shared: string[];
  /** By the cell's style in the file: the style here, or undefined. */
  styles: (number | undefined)[];
}

/** Fills the spreadsheet behind a Drive file. False if the bytes are no .xlsx. */
export function importXlsx(world: World, fileId: string, bytes: Uint8Array): boolean {
  const parts = openParts(bytes);
  const workbook = parts?.("xl/workbook.xml");
  if (!parts || workbook === undefined) return false;
  const targets = new Map(
    elements(parts("xl/_rels/workbook.xml.rels") ?? "", "Relationship").map(({ tag }) => [
      attribute(tag, "Id"),
      attribute(tag, "Target").replace(/^\/?(?:xl\/)?/, "xl/"),
    ]),
  );
  const book: Book = {
    shared: elements(parts("xl/sharedStrings.xml") ?? "", "si").map(({ inner }) => textIn(inner)),
    styles: stylesOf(parts("xl/styles.xml") ?? ""),
  };
  const sheets = elements(workbook, "sheet").map(({ tag }, index) => {
    const xml = parts(targets.get(attribute(tag, "r:id")) ?? "") ?? "";
    return sheetOf(index, attribute(tag, "name"), xml, book);
  });
  putSpreadsheet(world, fileId, (empty): SpreadsheetData => ({ ...empty, sheets, styles: STYLES }));
  return sheets.length > 0;
}

function openParts(bytes: Uint8Array): ((name: string) => string | undefined) | null {
  try {
    const zip = new PizZip(Buffer.from(bytes).toString("base64"), { base64: true });
    return (name) => zip.file(name)?.asText();
  } catch {
    return null;
  }
}

function sheetOf(id: number, name: string, xml: string, book: Book): SheetData {
  const rows: (Cell | null)[][] = [];
  for (const { tag, inner } of elements(xml, "c")) {
    const [, letters = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(attribute(tag, "r")) ?? [];
    const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    const line = (rows[Number(row) - 1] ??= []);
    line[column - 1] = cellOf(tag, inner, book);
  }
  const dense = Array.from(rows, (line) => Array.from(line ?? [], (cell) => cell ?? null));
  const width = Math.max(1, ...dense.map((line) => line.length));
  return {
    ...newSheetData(id, name, Math.max(1, dense.length), width),
    rows: dense,
    frozenRows: Number(attribute(elements(xml, "pane")[0]?.tag ?? "", "ySplit") || 0),
  };
}

function cellOf(tag: string, inner: string, { shared, styles }: Book): Cell | null {
  const value = textOfElement(inner, "v");
  const type = attribute(tag, "t");
  if (type === "inlineStr") return { v: textIn(inner) };
  if (type === "s") return { v: shared[Number(value)] ?? "" };
  if (type === "b") return { v: value === "1" };
  if (type === "str" || type === "e") return { v: value };
  if (value === "") return null;
  const style = styles[Number(attribute(tag, "s") || 0)];
  return { v: Number(value), ...(style === undefined ? {} : { s: style }) };
}

function stylesOf(xml: string): Book["styles"] {
  const formats = new Map(
    elements(xml, "numFmt").map(({ tag }) => [Number(attribute(tag, "numFmtId")), attribute(tag, "formatCode")]),
  );
  const used = elements(xml, "cellXfs")[0]?.inner ?? "";
  return elements(used, "xf").map(({ tag }) => {
    const id = Number(attribute(tag, "numFmtId") || 0);
    const format = formats.get(id) ?? "";
    if (!BUILT_IN_DATES.includes(id) && !/y/i.test(format)) return undefined;
    return id === 22 || /h/i.test(format) ? 1 : 0;
  });
}

/** Elements of a name, wherever they stand; none of those read here holds another of its name. */
function elements(xml: string, name: string): { tag: string; inner: string }[] {
  const pattern = new RegExp(`<${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</${name}>)`, "g");
  return [...xml.matchAll(pattern)].map(([, tag = "", inner = ""]) => ({ tag, inner }));
}

function attribute(tag: string, name: string): string {
  return unescaped(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? "");
}

function textOfElement(xml: string, name: string): string {
  return unescaped(elements(xml, name)[0]?.inner ?? "");
}

/** All pieces of a text, rich or plain. */
function textIn(xml: string): string {
  return elements(xml, "t")
    .map(({ inner }) => unescaped(inner))
    .join("");
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? parseInt(hex ?? "0", 16) : Number(decimal));
  });
}

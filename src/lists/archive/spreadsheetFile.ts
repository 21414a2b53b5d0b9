// Writes a plain .xlsx: sheets of text, numbers, ticks and dates under bold headings. Pure: equal sheets give equal bytes.
import PizZip from "pizzip";
import type { Cell } from "../../google/cell";
import { daysBetween, toCalendarDate, type CalendarDate } from "../../workbook/calendarDate";

/** A sheet of the file. */
export interface FileSheet {
  readonly name: string;
  readonly headings: readonly string[];
  /** Pixels, by column. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Excel takes no longer text in a cell, and Google's conversion cuts it there. */
export const LONGEST_TEXT = 32_767;
/** Excel's own limits for names of sheets. */
const LONGEST_NAME = 31;
const ARCHIVE_DATE = new Date(2000, 0, 1);
const PIXELS_PER_CHARACTER = 7;
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** Places in `cellXfs` below. */
const STYLE = { text: 0, heading: 1, date: 2, moment: 3 } as const;

const STYLES =
  `<styleSheet ${MAIN}><numFmts count="2"><numFmt numFmtId="164" formatCode="dd\\.mm\\.yyyy"/>` +
  '<numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy\\ hh:mm"/></numFmts>' +
  '<fonts count="2"><font><sz val="10"/><name val="Arial"/></font><font><b/><sz val="10"/><name val="Arial"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFD9E7F5"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4">' +
  '<xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>' +
  '<xf numFmtId="165" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs></styleSheet>';

/**
 * The file as base64. Names of sheets are made fit for Excel; text never becomes a formula.
 *
 * @param sheets at least one; texts of at most LONGEST_TEXT characters
 */
export function spreadsheetFile(sheets: readonly FileSheet[]): string {
  const zip = new PizZip();
  const names = sheetNames(sheets);
  const places = sheets.map((_, index) => `xl/worksheets/sheet${index + 1}.xml`);
  const parts: Record<string, string> = {
    "[Content_Types].xml":
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      override("xl/workbook.xml", "sheet.main") +
      override("xl/styles.xml", "styles") +
      `${places.map((place) => override(place, "worksheet")).join("")}</Types>`,
    "_rels/.rels": relationships([["officeDocument", "xl/workbook.xml"]]),
    "xl/workbook.xml":
      `<workbook ${MAIN} xmlns:r="${OFFICE}"><sheets>` +
      `${names.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`).join("")}` +
      "</sheets></workbook>",
    "xl/_rels/workbook.xml.rels": relationships([
      ...sheets.map((_, index): [string, string] => ["worksheet", `worksheets/sheet${index + 1}.xml`]),
      ["styles", "styles.xml"],
    ]),
    "xl/styles.xml": STYLES,
  };
  sheets.forEach((sheet, index) => {
    parts[places[index] ?? ""] = sheetXml(sheet);
  });
  for (const [name, xml] of Object.entries(parts)) zip.file(name, HEAD + xml);
  // Folders, too, carry a date.
  Object.keys(zip.files).forEach((name) => {
    const file = zip.files[name];
    if (file) file.date = ARCHIVE_DATE;
  });
  return zip.generate({ type: "base64", compression: "DEFLATE" });
}

function override(place: string, type: string): string {
  return `<Override PartName="/${place}" ContentType="${TYPE}.${type}+xml"/>`;
}

function relationships(targets: readonly (readonly [type: string, target: string])[]): string {
  const lines = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE}/relationships">${lines.join("")}</Relationships>`;
}

/** Without what Excel forbids, cut to its length, each a different one. */
function sheetNames(sheets: readonly FileSheet[]): string[] {
  const taken = new Set<string>();
  return sheets.map(({ name }, index) => {
    const plain = name.replace(/[\\/*?:[\]']/g, " ").trim() || "Лист";
    const short = plain.slice(0, LONGEST_NAME);
    const free = taken.has(short.toLowerCase()) ? `${plain.slice(0, LONGEST_NAME - 4)} ${index + 1}` : short;
    taken.add(free.toLowerCase());
    return free;
  });
}

function sheetXml({ headings, widths, rows }: FileSheet): string {
  const columns = headings.map((_, index) => {
    const width = ((widths[index] ?? 120) / PIXELS_PER_CHARACTER).toFixed(1);
    return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  });
  const head = rowXml(1, headings, STYLE.heading);
  const body = rows.map((cells, index) => rowXml(index + 2, cells, STYLE.text));
  return (
    `<worksheet ${MAIN}><sheetViews><sheetView workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<cols>${columns.join("")}</cols><sheetData>${head}${body.join("")}</sheetData></worksheet>`
  );
}

function rowXml(row: number, cells: readonly Cell[], style: number): string {
  return `<row r="${row}">${cells.map((cell, column) => cellXml(`${letters(column)}${row}`, cell, style)).join("")}</row>`;
}

function cellXml(place: string, cell: Cell, style: number): string {
  if (cell === "") return "";
  if (typeof cell === "number") return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${place}" s="${style}" t="b"><v>${cell ? 1 : 0}</v></c>`;
  if (typeof cell === "string") {
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
  }
  const [hours = 0, minutes = 0, seconds = 0] = cell.time.split(":").map(Number);
  const part = (hours * 3600 + minutes * 60 + seconds) / 86_400;
  const serial = daysBetween(toCalendarDate(1900, 1, 1), cell.date as CalendarDate) + 2 + part;
  return `<c r="${place}" s="${part > 0 ? STYLE.moment : STYLE.date}"><v>${serial}</v></c>`;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const before = Math.floor(column / 26);
  return (before > 0 ? letters(before - 1) : "") + String.fromCharCode(65 + (column % 26));
}

/** Without what XML cannot hold. */
function escaped(text: string): string {
  return Array.from(text.replace(/\r\n?/g, "\n"))
    .filter((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      return (
        (code >= 0x20 || code === 0x09 || code === 0x0a) &&
        !(code >= 0xd800 && code <= 0xdfff) &&
        code < 0x110000 &&
        code !== 0xfffe &&
        code !== 0xffff
      );
    })
    .join("")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

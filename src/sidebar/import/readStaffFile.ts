// Reads a staff list file into rows of text, in the browser and in Node alike; nothing here leaves the machine.
import Papa from "papaparse";
import readWorkbook from "read-excel-file/universal";
import { Stop } from "../../google/stop";

/** One sheet of a file. Cells are text as a person would read them: dates «01.09.2026», numbers with a point. */
export interface StaffSheet {
  name: string;
  rows: string[][];
}

const MAX_BYTES = 20 * 1024 * 1024;
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 100;
const SAVE_AS_XLSX =
  "Откройте его в Excel, Google Таблицах или LibreOffice, сохраните как «Книга Excel (.xlsx)» и выберите новый файл.";

/**
 * Reads every sheet of an .xlsx file, or the one sheet of a .csv file (comma, semicolon or tab; UTF-8 or Windows-1251).
 * The content decides, not the name's ending.
 *
 * @throws Stop for an empty file, a file of another kind, a protected or damaged one
 */
export async function readStaffFile(name: string, bytes: ArrayBuffer): Promise<StaffSheet[]> {
  if (bytes.byteLength === 0) {
    throw new Stop(`Файл «${name}» пустой.`, "Выберите файл, в котором есть список педагогов.");
  }
  if (bytes.byteLength > MAX_BYTES) {
    throw new Stop(
      `Файл «${name}» больше 20 МБ.`,
      "Оставьте в нём только список педагогов, без рисунков, и выберите его снова.",
    );
  }
  const sheets = isZip(bytes) ? await readXlsx(name, bytes) : [{ name, rows: readCsv(name, bytes) }];
  const filled = sheets.filter(({ rows }) => rows.length > 0);
  if (filled.length === 0) {
    throw new Stop(`В файле «${name}» нет ни одной заполненной строки.`, "Проверьте, тот ли файл выбран.");
  }
  return filled;
}

async function readXlsx(name: string, bytes: ArrayBuffer): Promise<StaffSheet[]> {
  const foreign = foreignPackage(bytes);
  if (foreign !== null) throw new Stop(`Файл «${name}» — ${foreign}, а не таблица Excel.`, SAVE_AS_XLSX);
  try {
    const sheets = await readWorkbook(bytes, { parseNumber: readableNumber });
    return sheets.map(({ sheet, data }) => ({
      name: sheet,
      rows: trimmed(
        name,
        data.map((row) => row.map(cellText)),
      ),
    }));
  } catch (cause) {
    if (cause instanceof Stop) throw cause;
    throw new Stop(`Файл «${name}» повреждён или это не таблица Excel.`, SAVE_AS_XLSX);
  }
}

/** Excel keeps 0.1 + 0.2 as 0.30000000000000004; fifteen digits are what it shows. */
function readableNumber(written: string): string {
  const number = Number(written);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : written;
}

function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return dateText(cell);
  if (typeof cell === "boolean") return cell ? "да" : "нет";
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
}

/** The reader gives dates as midnight in UTC. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [year = "", month = "", day = ""] = date.toISOString().slice(0, 10).split("-");
  return `${day}.${month}.${year}`;
}

function readCsv(name: string, bytes: ArrayBuffer): string[][] {
  const kind = foreignFile(bytes);
  if (kind !== null) throw new Stop(`Файл «${name}» — ${kind}.`, SAVE_AS_XLSX);
  const text = decode(bytes);
  if (isBinary(text.slice(0, 4096))) {
    throw new Stop(`Файл «${name}» — не список: в нём не текст.`, SAVE_AS_XLSX);
  }
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text), skipEmptyLines: false });
  return trimmed(name, data);
}

/** A stray control character may come with pasted text; many of them mean that this is no text. */
function isBinary(sample: string): boolean {
  const controls = Array.from(sample).filter((letter) => letter.charCodeAt(0) < 9).length;
  return controls > sample.length / 50;
}

/** UTF-16 and UTF-8 are recognised for sure; what is neither is Windows-1251, in which Russian Excel saves .csv. */
function decode(bytes: ArrayBuffer): string {
  const [first, second] = new Uint8Array(bytes, 0, Math.min(2, bytes.byteLength));
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}

/** The separator that cuts most of the first lines into the same number of columns, more than one; a comma if none does. */
function delimiterOf(text: string): string {
  const preview = text.slice(0, 20_000);
  const counted = [";", "\t", ",", "|"].map((delimiter) => {
    const widths = Papa.parse<string[]>(preview, { delimiter, preview: 30 }).data.map((row) => row.length);
    const wide = widths.filter((width) => width > 1);
    const usual = wide.filter((width) => width === wide[0]).length;
    return { delimiter, agreeing: wide.length === 0 ? 0 : usual + wide.length };
  });
  return counted.reduce((best, next) => (next.agreeing > best.agreeing ? next : best), { delimiter: ",", agreeing: 0 })
    .delimiter;
}

/** Drops empty rows at the end and empty columns on the right: sheets are often «filled» down to row 1,048,576. */
function trimmed(name: string, rows: readonly (readonly string[])[]): string[][] {
  let height = rows.length;
  while (height > 0 && (rows[height - 1] ?? []).every((cell) => cell.trim() === "")) height--;
  if (height > MAX_ROWS) {
    throw new Stop(
      `В файле «${name}» больше ${MAX_ROWS.toLocaleString("ru-RU")} строк.`,
      "Оставьте в нём только список педагогов и выберите его снова.",
    );
  }
  const filled = rows.slice(0, height);
  const width = filled.reduce((widest, row) => Math.max(widest, widthOf(row)), 0);
  return filled.map((row) => row.slice(0, Math.min(width, MAX_COLUMNS)));
}

function widthOf(row: readonly string[]): number {
  let width = row.length;
  while (width > 0 && (row[width - 1] ?? "").trim() === "") width--;
  return width;
}

function isZip(bytes: ArrayBuffer): boolean {
  return startsWith(bytes, "PK");
}

/** Names of entries stand in a zip as plain text: they tell a document from a table. Null for a table. */
function foreignPackage(bytes: ArrayBuffer): string | null {
  const head = latin(bytes, 0, 4096);
  const tail = latin(bytes, Math.max(0, bytes.byteLength - 65_536), bytes.byteLength);
  const names = head + tail;
  if (names.includes("xl/workbook.xml")) return null;
  if (names.includes("word/document.xml")) return "документ Word (.docx)";
  if (names.includes("ppt/presentation.xml")) return "презентация (.pptx)";
  if (names.includes("opendocument.spreadsheet")) return "таблица OpenDocument (.ods)";
  if (names.includes("opendocument.")) return "документ OpenDocument";
  if (names.includes("xl/workbook.bin")) return "двоичная таблица Excel (.xlsb)";
  return names.includes("xl/") ? null : "архив .zip";
}

/** Files that are no text, by their first bytes. Null for what may be text. */
function foreignFile(bytes: ArrayBuffer): string | null {
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return oldOffice(bytes);
  if (startsWith(bytes, "%PDF")) return "документ PDF";
  if (startsWith(bytes, "{\\rtf")) return "документ RTF";
  if (startsWith(bytes, "\u0089PNG") || startsWith(bytes, "\u00ff\u00d8\u00ff")) return "изображение";
  return /^\s*<(?:!doctype html|html|\?xml)/i.test(latin(bytes, 0, 256))
    ? "страница HTML или XML, хотя может называться иначе"
    : null;
}

/** The old Office container holds .xls and .doc, and also an .xlsx with a password. */
function oldOffice(bytes: ArrayBuffer): string {
  const wide = latin(bytes, 0, bytes.byteLength).split("\u0000").join("");
  if (wide.includes("EncryptedPackage") || wide.includes("EncryptionInfo")) return "таблица Excel, защищённая паролем";
  return wide.includes("WordDocument") ? "документ Word (.doc)" : "таблица старого формата (.xls)";
}

function startsWith(bytes: ArrayBuffer, signature: string): boolean {
  return latin(bytes, 0, signature.length) === signature;
}

function latin(bytes: ArrayBuffer, from: number, to: number): string {
  const view = new Uint8Array(bytes, from, Math.max(0, Math.min(to, bytes.byteLength) - from));
  let text = "";
  for (let at = 0; at < view.length; at += 8192) text += String.fromCharCode(...view.subarray(at, at + 8192));
  return text;
}

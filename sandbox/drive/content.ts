// What is inside files: bytes and their facts, text for searching, import into Google formats and export out of them.

import { createHash } from "node:crypto";
import type { DriveFile, World } from "../kernel/contract";
import { docxFault, docxFromText, docxHtml, docxText } from "./docx";
import { DriveError, notEmulated } from "./errors";
import { pdfOf } from "./pdf";
import { removeSpreadsheet } from "../spreadsheet/state";
import { importXlsx } from "../spreadsheet/xlsxImport";
import { DOCX, FOLDER, GOOGLE_DOC, GOOGLE_SHEET, PDF, XLSX } from "./state";

/** How a Google format keeps its content. Forms have none here; spreadsheets come in as .xlsx and are not exported over REST yet. */
interface NativeFormat {
  /** Gives a new empty file its content. */
  create?: (world: World, file: DriveFile) => void;
  /** Fills a file from uploaded bytes. False if they cannot be read. */
  import?: (world: World, file: DriveFile, bytes: Uint8Array, mimeType: string) => boolean;
  /** Gives a copy the content of its original. */
  copy?: (world: World, from: DriveFile, to: DriveFile) => void;
  /** Removes what a deleted file kept outside of Drive. */
  remove?: (world: World, file: DriveFile) => void;
  /** By MIME type: the exported bytes, or null if this machine cannot make them. */
  exports: Record<string, (world: World, file: DriveFile) => Uint8Array | null>;
  /** For fullText search. */
  text?: (world: World, file: DriveFile) => string;
}

/** Google refuses to export more (documented at files.export). */
const EXPORT_LIMIT = 10 * 1024 * 1024;
/** The largest text document that is converted (Google Drive help, "Files you can store"). */
const IMPORT_LIMIT = 50 * 1024 * 1024;

const formats = new Map<string, NativeFormat>();

/** Tells Drive how a Google format keeps its content. */
function registerFormat(mimeType: string, format: NativeFormat): void {
  formats.set(mimeType, format);
}

registerFormat(GOOGLE_DOC, {
  create: (world, file) => {
    file.content = world.blobs.put(docxFromText(""));
  },
  import: importDoc,
  copy: (_world, from, to) => {
    if (from.content !== undefined) to.content = from.content;
  },
  exports: {
    [DOCX]: bytesOf,
    [PDF]: (world, file) => (file.content === undefined ? null : pdfOf(world, file.content, "docx")),
    // Google's plain text begins with a byte order mark and ends its lines as Windows does.
    "text/plain": (world, file) => utf8(`\ufeff${docxText(bytesOf(world, file)).replace(/\n/g, "\r\n")}`),
    "text/html": (world, file) => utf8(docxHtml(bytesOf(world, file))),
  },
  text: (world, file) => docxText(bytesOf(world, file)),
});

registerFormat(GOOGLE_SHEET, {
  import: (world, file, bytes, mimeType) => mimeType === XLSX && importXlsx(world, file.id, bytes),
  remove: (world, file) => {
    removeSpreadsheet(world, file.id);
  },
  exports: {},
});

function importDoc(world: World, file: DriveFile, bytes: Uint8Array, mimeType: string): boolean {
  if (mimeType === "text/plain") {
    file.content = world.blobs.put(docxFromText(new TextDecoder().decode(bytes)));
    return true;
  }
  if (![DOCX, "application/octet-stream", ""].includes(mimeType) || docxFault(bytes) !== null) return false;
  file.content = world.blobs.put(bytes);
  return true;
}

/** True for formats that live in Google's editors and have no bytes to download. */
export function isNative(mimeType: string): boolean {
  return mimeType.startsWith("application/vnd.google-apps.");
}

/** The stored bytes of a file; empty if it has none. */
export function bytesOf(world: World, file: DriveFile): Uint8Array {
  return file.content === undefined ? new Uint8Array() : world.blobs.get(file.content);
}

/** Gives a new file its first content. @throws 501 for a Google format that nobody registered */
export function createContent(world: World, file: DriveFile): void {
  if (file.mimeType === FOLDER) return;
  if (!isNative(file.mimeType)) {
    file.content ??= world.blobs.put(new Uint8Array());
    return;
  }
  const create = formats.get(file.mimeType)?.create;
  if (create === undefined) throw notEmulated(`Creation of ${file.mimeType} through Drive`);
  create(world, file);
}

/** Puts uploaded bytes into a file: as they are, or converted if the file is of a Google format. @throws 400, 501 */
export function putContent(world: World, file: DriveFile, bytes: Uint8Array, mimeType: string): void {
  if (!isNative(file.mimeType)) {
    file.content = world.blobs.put(bytes);
    return;
  }
  const format = formats.get(file.mimeType);
  if (format?.import === undefined) throw notEmulated(`Conversion to ${file.mimeType}`);
  if (bytes.byteLength > IMPORT_LIMIT) {
    throw new DriveError(400, "uploadTooLarge", "The uploaded content is too large to be converted.");
  }
  if (!format.import(world, file, bytes, mimeType)) {
    throw new DriveError(
      400,
      "conversionUnsupportedConversionPath",
      "Conversion of the uploaded content to the requested output type is not supported.",
    );
  }
}

/** Gives a copy the content of its original. @throws 501 */
export function copyContent(world: World, from: DriveFile, to: DriveFile): void {
  if (!isNative(from.mimeType)) {
    if (from.content !== undefined) to.content = from.content;
    return;
  }
  const copy = formats.get(from.mimeType)?.copy;
  if (copy === undefined) throw notEmulated(`Copying of ${from.mimeType}`);
  copy(world, from, to);
}

/** Removes what a deleted file kept outside of Drive. */
export function removeContent(world: World, file: DriveFile): void {
  formats.get(file.mimeType)?.remove?.(world, file);
}

/** Exports a file of a Google format. @throws 400, 403, 500 as Google does */
export function exportContent(world: World, file: DriveFile, mimeType: string): Uint8Array {
  const format = formats.get(file.mimeType);
  if (!isNative(file.mimeType) || format === undefined) {
    throw new DriveError(403, "fileNotExportable", "Export only supports Docs Editors files.");
  }
  const wanted = mimeType.toLowerCase();
  const make = Object.hasOwn(format.exports, wanted) ? format.exports[wanted] : undefined;
  if (make === undefined) {
    throw new DriveError(400, "badRequest", "The requested conversion is not supported.", { location: "convertTo" });
  }
  const bytes = make(world, file);
  if (bytes === null) throw new DriveError(500, "internalError", "Internal Error");
  if (bytes.byteLength > EXPORT_LIMIT) {
    throw new DriveError(403, "exportSizeLimitExceeded", "This file is too large to be exported.");
  }
  return bytes;
}

/** By source format, what it can be exported to. */
export function exportFormats(): Record<string, string[]> {
  return Object.fromEntries([...formats].map(([mimeType, format]) => [mimeType, Object.keys(format.exports)]));
}

/** By uploaded format, what it can be converted to. */
export function importFormats(): Record<string, string[]> {
  const sources: Record<string, string[]> = { [DOCX]: [GOOGLE_DOC], "text/plain": [GOOGLE_DOC] };
  const sheets = [...formats].filter(([mimeType, format]) => mimeType !== GOOGLE_DOC && format.import !== undefined);
  return sheets.length === 0 ? sources : { ...sources, [XLSX]: sheets.map(([mimeType]) => mimeType) };
}

/** The text of a file, for fullText search. */
export function textOf(world: World, file: DriveFile): string {
  const format = formats.get(file.mimeType);
  if (format?.text !== undefined) return format.text(world, file);
  if (file.mimeType === DOCX) return docxText(bytesOf(world, file));
  return file.mimeType.startsWith("text/") ? new TextDecoder().decode(bytesOf(world, file)) : "";
}

const digests = new Map<string, { size: number; md5: string }>();

/** Size and MD5 of stored bytes, worked out once per content. */
export function digestOf(world: World, content: string): { size: number; md5: string } {
  const known = digests.get(content);
  if (known !== undefined) return known;
  const bytes = world.blobs.get(content);
  const digest = { size: bytes.byteLength, md5: createHash("md5").update(bytes).digest("hex") };
  digests.set(content, digest);
  return digest;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

// Copying and pasting blocks: as tab-separated text for other programs, with formats inside one tab.
import { perform } from "../api";
import type { SheetView } from "../../operations/bookView";
import type { EditTarget } from "./gridMenu";
import { type Block, boundsOf, type Bounds } from "./selection";

interface Copied {
  bookId: string;
  sheetId: number;
  revision: number;
  bounds: Bounds;
  text: string;
}

/** What was copied last; a paste of the very same text brings its formats along. */
let copied: Copied | null = null;

function quoted(text: string): string {
  return /[\t\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Puts the shown texts of a block into the clipboard. */
export function copyCells(event: ClipboardEvent, sheet: SheetView, block: Block): void {
  const bounds = boundsOf(block);
  const hidden = new Set(sheet.hiddenRows);
  const lines: string[] = [];
  for (let row = bounds.row; row < bounds.row + bounds.rows; row += 1) {
    if (hidden.has(row)) continue;
    const cells = sheet.rows[row - 1] ?? [];
    const texts = Array.from({ length: bounds.columns }, (_, at) => quoted(cells[bounds.column - 1 + at]?.t ?? ""));
    lines.push(texts.join("\t"));
  }
  const text = lines.join("\n");
  copied = { bookId: sheet.bookId, sheetId: sheet.id, revision: sheet.revision, bounds, text };
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
}

/** Reads tab-separated text with quoted fields, as spreadsheets write it. */
export function readLines(text: string): string[][] {
  const lines: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  for (;;) {
    const match = pattern.exec(source);
    if (!match) break;
    lines[lines.length - 1]?.push(match[1] === undefined ? (match[2] ?? "") : match[1].replaceAll('""', '"'));
    if (match[3] === "") break;
    if (match[3] === "\n") lines.push([]);
  }
  return lines;
}

/** Pastes at the block's first cell; one value fills the whole block. */
export function pasteCells(event: ClipboardEvent, sheet: SheetView, block: Block, target: EditTarget): void {
  const text = (event.clipboardData?.getData("text/plain") ?? "").replace(/\r\n?/g, "\n");
  event.preventDefault();
  if (text === "") return;
  const { id, sheetId, attempt } = target;
  const bounds = boundsOf(block);
  const { row, column } = bounds;
  const own = copied;
  if (own?.text === text && own.bookId === id && own.sheetId === sheetId && own.revision === sheet.revision) {
    attempt(perform("copyBlock", { id, sheetId, row, column, from: own.bounds }));
    return;
  }
  const lines = readLines(text);
  const one = lines.length === 1 && lines[0]?.length === 1 ? lines[0][0] : undefined;
  const filled =
    one === undefined ? lines : Array.from({ length: bounds.rows }, () => Array<string>(bounds.columns).fill(one));
  attempt(perform("pasteBlock", { id, sheetId, row, column, lines: filled }));
}

// Copying and pasting blocks: as tab-separated text for other programs, with formats inside one tab.
import { perform } from "../api";
import type { SheetView } from "../../operations/bookView";
import type { EditTarget } from "./gridMenu";
import { type Block, boundsOf, type Bounds } from "./selection";
import { readLines, writeLines } from "./tabSeparated";

interface Copied {
  bookId: string;
  sheetId: number;
  revision: number;
  bounds: Bounds;
  text: string;
}

/** What was copied last; a paste of the very same text brings its formats along. */
let copied: Copied | null = null;

/** Puts the shown texts of a block into the clipboard. */
export function copyCells(event: ClipboardEvent, sheet: SheetView, block: Block): void {
  const bounds = boundsOf(block);
  const hidden = new Set(sheet.hiddenRows);
  const lines: string[][] = [];
  for (let row = bounds.row; row < bounds.row + bounds.rows; row += 1) {
    if (hidden.has(row)) continue;
    const cells = sheet.rows[row - 1] ?? [];
    lines.push(Array.from({ length: bounds.columns }, (_, at) => cells[bounds.column - 1 + at]?.t ?? ""));
  }
  const text = writeLines(lines);
  copied = { bookId: sheet.bookId, sheetId: sheet.id, revision: sheet.revision, bounds, text };
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
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

// What a person does to a spreadsheet in the browser: the same parsing and the same refusals as there, and the triggers it fires.
import { type Execution, GoogleError, type World } from "../kernel/contract";
import { fireTriggers } from "../kernel/triggers";
import { assertMayEdit, assertMayEditTab } from "./access";
import { cellAt, ensureCell, restyleBlock, type StylePatch, validationOf } from "./cells";
import { plainText } from "./coercion";
import { copyCell } from "./copying";
import { valueAt } from "./formulas";
import type { Cell, CellValue, FilterRule, Rect, SheetData, SpreadsheetData } from "./model";
import type { Axis } from "./rect";
import { findSpreadsheet, touch } from "./state";
import { deleteLines, insertLines, moveLines, sortBlock } from "./structure";
import { addTab, copyTabTo, deleteTab, renameTab } from "./tabs";
import { User } from "./user";
import { viewsOf } from "./spreadsheetApp";
import { clearContent, writeBlock } from "./write";

/** Who does it, and in which spreadsheet. */
export interface Hand {
  world: World;
  spreadsheetId: string;
  user: string;
}

type ChangeType =
  | "EDIT"
  | "INSERT_ROW"
  | "INSERT_COLUMN"
  | "REMOVE_ROW"
  | "REMOVE_COLUMN"
  | "INSERT_GRID"
  | "REMOVE_GRID"
  | "FORMAT"
  | "OTHER";

function bookOf(hand: Hand): SpreadsheetData {
  const book = findSpreadsheet(hand.world, hand.spreadsheetId);
  if (!book) throw new GoogleError(`Document ${hand.spreadsheetId} is missing (perhaps it was deleted?)`);
  return book;
}

function sheetOf(hand: Hand, sheetId: number): { book: SpreadsheetData; sheet: SheetData } {
  const book = bookOf(hand);
  const sheet = book.sheets.find(({ id }) => id === sheetId);
  if (!sheet) throw new GoogleError(`Sheet ${sheetId} not found`);
  return { book, sheet };
}

function changed(hand: Hand, changeType: ChangeType): void {
  const { world, spreadsheetId, user } = hand;
  fireTriggers(world, "change", spreadsheetId, user, (exec) => ({
    source: viewsOf(exec).spreadsheet(spreadsheetId),
    user: new User(exec, user),
    changeType,
  }));
}

/** A single cell's values come along as text or numbers; a larger block has none, as in Google. */
function edited(hand: Hand, sheetId: number, rect: Rect, before?: CellValue): void {
  const { world, spreadsheetId, user } = hand;
  const single = rect.rows === 1 && rect.columns === 1;
  fireTriggers(world, "edit", spreadsheetId, user, (exec: Execution) => {
    const views = viewsOf(exec);
    const after = valueAt(
      views.book(spreadsheetId),
      views.sheetData(spreadsheetId, sheetId),
      rect.row,
      rect.column,
      views.now(),
    );
    return {
      source: views.spreadsheet(spreadsheetId),
      range: views.range(spreadsheetId, sheetId, rect),
      user: new User(exec, user),
      ...(single && after !== "" ? { value: String(after) } : {}),
      ...(single && before !== undefined && before !== "" ? { oldValue: String(before) } : {}),
    };
  });
  changed(hand, "EDIT");
}

/** Types into one cell. Text is read as Google reads it; a refused value throws and changes nothing. */
export function typeCell(hand: Hand, sheetId: number, row: number, column: number, text: string): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  const rect = { row, column, rows: 1, columns: 1 };
  assertMayEdit(hand.world, book, sheet, rect, hand.user);
  const now = hand.world.clock.now();
  const before = valueAt(book, sheet, row, column, now);
  writeBlock(book, sheet, rect, () => text, now);
  edited(hand, sheetId, rect, before);
}

/** Pastes rows of text from elsewhere; the grid grows if it must. */
export function pasteBlock(hand: Hand, sheetId: number, row: number, column: number, lines: string[][]): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  const columns = Math.max(1, ...lines.map((line) => line.length));
  const rect = { row, column, rows: Math.max(1, lines.length), columns };
  grow(book, sheet, rect);
  assertMayEdit(hand.world, book, sheet, rect, hand.user);
  writeBlock(book, sheet, rect, (y, x) => lines[y]?.[x] ?? "", hand.world.clock.now());
  edited(hand, sheetId, rect);
}

/** Copies a block within the tab, formats and all (Ctrl+C, Ctrl+V). */
export function copyBlock(hand: Hand, sheetId: number, from: Rect, row: number, column: number): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  const to = { row, column, rows: from.rows, columns: from.columns };
  grow(book, sheet, to);
  assertMayEdit(hand.world, book, sheet, to, hand.user);
  const cells = Array.from({ length: from.rows }, (_, y) =>
    Array.from({ length: from.columns }, (__, x) => cellAt(sheet, from.row + y, from.column + x)),
  );
  const copies = JSON.parse(JSON.stringify(cells)) as (Cell | null)[][];
  const shift = { rows: row - from.row, columns: column - from.column };
  copies.forEach((line, y) =>
    line.forEach((cell, x) =>
      copyCell(book, cell, cell?.v ?? "", { book, sheet, row: row + y, column: column + x }, "all", shift),
    ),
  );
  touch(book);
  edited(hand, sheetId, to);
}

function grow(book: SpreadsheetData, sheet: SheetData, rect: Rect): void {
  const [rows, columns] = [rect.row + rect.rows - 1, rect.column + rect.columns - 1];
  if (rows > sheet.maxRows) insertLines(book, sheet, "rows", sheet.maxRows + 1, rows - sheet.maxRows, sheet.maxRows);
  if (columns > sheet.maxColumns)
    insertLines(book, sheet, "columns", sheet.maxColumns + 1, columns - sheet.maxColumns, sheet.maxColumns);
}

/** Presses Delete on a block: contents go, formats and rules stay; checkboxes are unticked. */
export function clearBlock(hand: Hand, sheetId: number, rect: Rect): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEdit(hand.world, book, sheet, rect, hand.user);
  const before = valueAt(book, sheet, rect.row, rect.column, hand.world.clock.now());
  for (let row = rect.row; row < rect.row + rect.rows; row++) {
    for (let column = rect.column; column < rect.column + rect.columns; column++) {
      const cell = cellAt(sheet, row, column);
      const rule = validationOf(book, cell);
      if (cell && rule?.criteria === "CHECKBOX")
        cell.v = rule.values.length === 0 ? false : plainText(rule.values[1] ?? "");
      else clearContent(sheet, row, column);
    }
  }
  touch(book);
  edited(hand, sheetId, rect, before);
}

/** Clicks a checkbox. */
export function toggleCheckbox(hand: Hand, sheetId: number, row: number, column: number): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  const rect = { row, column, rows: 1, columns: 1 };
  assertMayEdit(hand.world, book, sheet, rect, hand.user);
  const rule = validationOf(book, cellAt(sheet, row, column));
  if (rule?.criteria !== "CHECKBOX") throw new GoogleError("The cell has no checkbox.");
  const [on, off] = rule.values.length === 0 ? [true, false] : (rule.values as CellValue[]);
  const before = cellAt(sheet, row, column)?.v ?? false;
  const after = before === on ? off : on;
  const cell = ensureCell(sheet, row, column);
  if (after === undefined || after === "") delete cell.v;
  else cell.v = after;
  touch(book);
  edited(hand, sheetId, rect, before);
}

/** Changes the look of a block. */
export function formatBlock(hand: Hand, sheetId: number, rect: Rect, patch: StylePatch): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEdit(hand.world, book, sheet, rect, hand.user);
  restyleBlock(book, sheet, rect, patch);
  touch(book);
  changed(hand, "FORMAT");
}

/** Writes, changes or (with "") removes a cell's note. */
export function noteCell(hand: Hand, sheetId: number, row: number, column: number, text: string): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEdit(hand.world, book, sheet, { row, column, rows: 1, columns: 1 }, hand.user);
  const cell = ensureCell(sheet, row, column);
  if (text === "") delete cell.note;
  else cell.note = text;
  touch(book);
  changed(hand, "OTHER");
}

/** Inserts rows or columns before the one that has number `at`; they look like it. */
export function insertAt(hand: Hand, sheetId: number, axis: Axis, at: number, count = 1): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEditTab(hand.world, book, sheet, hand.user);
  const max = axis === "rows" ? sheet.maxRows : sheet.maxColumns;
  insertLines(book, sheet, axis, at, count, Math.min(at, max));
  changed(hand, axis === "rows" ? "INSERT_ROW" : "INSERT_COLUMN");
}

/** Deletes rows or columns. */
export function deleteAt(hand: Hand, sheetId: number, axis: Axis, at: number, count = 1): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  const [max, frozen] = axis === "rows" ? [sheet.maxRows, sheet.frozenRows] : [sheet.maxColumns, sheet.frozenColumns];
  if (count >= max) throw new GoogleError(`You can't delete all the ${axis} on the sheet.`);
  if (at <= frozen + 1 && at + count > max)
    throw new GoogleError(`Sorry, it is not possible to delete all non-frozen ${axis}.`);
  assertMayEdit(hand.world, book, sheet, lines(sheet, axis, at, count), hand.user);
  deleteLines(book, sheet, axis, at, count);
  changed(hand, axis === "rows" ? "REMOVE_ROW" : "REMOVE_COLUMN");
}

/** Drags rows or columns so that the first stands before the line that has number `to` now. */
export function moveAt(hand: Hand, sheetId: number, axis: Axis, at: number, count: number, to: number): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEdit(hand.world, book, sheet, lines(sheet, axis, at, count), hand.user);
  moveLines(book, sheet, axis, at, count, to);
  changed(hand, "OTHER");
}

function lines(sheet: SheetData, axis: Axis, at: number, count: number): Rect {
  return axis === "rows"
    ? { row: at, column: 1, rows: count, columns: sheet.maxColumns }
    : { row: 1, column: at, rows: sheet.maxRows, columns: count };
}

/** Sorts the tab by a column, below the frozen rows. */
export function sortSheet(hand: Hand, sheetId: number, column: number, ascending: boolean): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  const { frozenRows, maxRows, maxColumns } = sheet;
  const rect = { row: frozenRows + 1, column: 1, rows: maxRows - frozenRows, columns: maxColumns };
  assertMayEdit(hand.world, book, sheet, rect, hand.user);
  sortBlock(book, sheet, rect, [{ column, ascending }], hand.world.clock.now());
  changed(hand, "OTHER");
}

/** Puts a filter over a block, changes what it hides in a column, or (with null) takes it off. */
export function filterSheet(
  hand: Hand,
  sheetId: number,
  range: Rect | null,
  columns: Record<number, Partial<FilterRule>> = {},
): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEditTab(hand.world, book, sheet, hand.user);
  const empty: FilterRule = { criteria: null, values: [], hiddenValues: [], visibleValues: [] };
  const rules = Object.entries(columns).map(([column, rule]) => [column, { ...empty, ...rule }] as const);
  sheet.filter = range && { range, columns: Object.fromEntries(rules) };
  touch(book);
  changed(hand, "OTHER");
}

/** Hides or shows rows or columns. */
export function hideAt(hand: Hand, sheetId: number, axis: Axis, at: number, count: number, hidden: boolean): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEditTab(hand.world, book, sheet, hand.user);
  const key = axis === "rows" ? "hiddenRows" : "hiddenColumns";
  const others = sheet[key].filter((line) => line < at || line >= at + count);
  const own = hidden ? Array.from({ length: count }, (_, offset) => at + offset) : [];
  sheet[key] = [...others, ...own].sort((a, b) => a - b);
  touch(book);
  changed(hand, "OTHER");
}

/** Drags a column's or a row's edge. */
export function resizeAt(hand: Hand, sheetId: number, axis: Axis, at: number, pixels: number): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEditTab(hand.world, book, sheet, hand.user);
  sheet[axis === "rows" ? "rowHeights" : "columnWidths"][String(at)] = pixels;
  touch(book);
}

/** Adds an empty tab at the end; returns its id. */
export function addSheet(hand: Hand, name: string | null = null): number {
  const book = bookOf(hand);
  const sheet = addTab(book, name, book.sheets.length);
  changed(hand, "INSERT_GRID");
  return sheet.id;
}

/** Renames a tab. */
export function renameSheet(hand: Hand, sheetId: number, name: string): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEditTab(hand.world, book, sheet, hand.user);
  renameTab(book, sheet, name);
  changed(hand, "OTHER");
}

/** Deletes a tab. */
export function deleteSheet(hand: Hand, sheetId: number): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEditTab(hand.world, book, sheet, hand.user);
  deleteTab(book, sheet);
  changed(hand, "REMOVE_GRID");
}

/** Duplicates a tab; returns the copy's id. */
export function duplicateSheet(hand: Hand, sheetId: number): number {
  const { book, sheet } = sheetOf(hand, sheetId);
  const copy = copyTabTo(book, sheet, book);
  book.sheets.splice(book.sheets.indexOf(copy), 1);
  book.sheets.splice(book.sheets.indexOf(sheet) + 1, 0, copy);
  touch(book);
  changed(hand, "INSERT_GRID");
  return copy.id;
}

/** Drags a tab to another place (0 is the first). */
export function moveSheet(hand: Hand, sheetId: number, index: number): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  book.sheets.splice(index, 0, sheet);
  touch(book);
  changed(hand, "OTHER");
}

/** Hides or shows a tab. */
export function hideSheet(hand: Hand, sheetId: number, hidden: boolean): void {
  const { book, sheet } = sheetOf(hand, sheetId);
  assertMayEditTab(hand.world, book, sheet, hand.user);
  if (hidden && book.sheets.every((other) => other === sheet || other.hidden)) {
    throw new GoogleError("You can't hide all the sheets in a document.");
  }
  sheet.hidden = hidden;
  touch(book);
  changed(hand, "OTHER");
}

/** Opens the spreadsheet in a browser, which runs `onOpen`. */
export function openSpreadsheet(hand: Hand): void {
  const { world, spreadsheetId, user } = hand;
  fireTriggers(world, "open", spreadsheetId, user, (exec) => ({
    source: viewsOf(exec).spreadsheet(spreadsheetId),
    user: new User(exec, user),
  }));
}

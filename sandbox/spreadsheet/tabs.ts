// Tabs of a spreadsheet: adding, copying, renaming and deleting them, with the formulas that name them.
import { GoogleError } from "../kernel/contract";
import { internValidation, restyle, styleOf, validationOf } from "./cells";
import type { SheetData, SpreadsheetData } from "./model";
import { rewriteReferences, writeReference } from "./references";
import { newSheetData, nextNumber, touch } from "./state";
import { assertRoom } from "./structure";

/** Refuses a name that another tab has; Google does not tell upper from lower case here. */
function assertFree(book: SpreadsheetData, name: string, except: SheetData | null): void {
  const taken = book.sheets.some((sheet) => sheet !== except && sheet.name.toLowerCase() === name.toLowerCase());
  if (taken) throw new GoogleError(`A sheet with the name "${name}" already exists. Please enter another name.`);
}

function assertName(name: string): void {
  if (name === "") throw new GoogleError("The sheet name cannot be empty.");
  if (name.length > 100) throw new GoogleError("The sheet name cannot be longer than 100 characters.");
}

/** Gives a tab another name; formulas that name it follow. */
export function renameTab(book: SpreadsheetData, sheet: SheetData, name: string): void {
  assertName(name);
  assertFree(book, name, sheet);
  const before = sheet.name.toLowerCase();
  rewriteAll(book, (home) => (home === before ? name : null));
  sheet.name = name;
  touch(book);
}

/** Rewrites the tab names in all formulas: `rename` gives the new name, or null to leave it. */
function rewriteAll(book: SpreadsheetData, rename: (name: string) => string | null): void {
  for (const { rows } of book.sheets) {
    for (const cell of rows.flat()) {
      if (cell?.f === undefined) continue;
      cell.f = rewriteReferences(cell.f, (reference) => {
        if (reference.sheetName === null) return null;
        const renamed = rename(reference.sheetName.toLowerCase());
        if (renamed === null) return null;
        return renamed === "" ? "#REF!" : writeReference({ ...reference, sheetName: renamed });
      });
    }
  }
}

/** A name for a new tab: «Лист4». */
function freeName(book: SpreadsheetData): string {
  const base = /^ru/i.test(book.locale) ? "Лист" : "Sheet";
  for (let number = book.sheets.length + 1; ; number++) {
    if (!book.sheets.some(({ name }) => name === `${base}${number}`)) return `${base}${number}`;
  }
}

/** Puts a new tab at a place (0 is the first). */
export function addTab(
  book: SpreadsheetData,
  wanted: string | null,
  index: number,
  template: SheetData | null = null,
): SheetData {
  const name = wanted ?? freeName(book);
  assertName(name);
  assertFree(book, name, null);
  if (index < 0 || index > book.sheets.length) throw new GoogleError("Sheet index is out of bounds.");
  const sheet = template ? cloneTab(template, nextNumber(book), name) : newSheetData(nextNumber(book), name);
  assertRoom(book, sheet.maxRows * sheet.maxColumns);
  if (template) giveNewNumbers(book, sheet);
  book.sheets.splice(index, 0, sheet);
  touch(book);
  return sheet;
}

function cloneTab(source: SheetData, id: number, name: string): SheetData {
  const copy = JSON.parse(JSON.stringify(source)) as SheetData;
  return { ...copy, id, name, formUrl: null };
}

/** Charts of a copied tab are charts of their own and point at the copy. */
function giveNewNumbers(book: SpreadsheetData, sheet: SheetData): void {
  for (const chart of sheet.charts) {
    chart.id = nextNumber(book);
    chart.ranges = chart.ranges.map((range) => ({ ...range, sheetId: sheet.id }));
  }
}

/** Copies a tab into another spreadsheet; Google names it «<имя> (копия)» in Russian. */
export function copyTabTo(source: SpreadsheetData, sheet: SheetData, target: SpreadsheetData): SheetData {
  const base = /^ru/i.test(target.locale) ? `${sheet.name} (копия)` : `Copy of ${sheet.name}`;
  const taken = new Set(target.sheets.map(({ name }) => name));
  let name = base;
  for (let number = 2; taken.has(name); number++) name = `${base} ${number}`;
  const copy = cloneTab(sheet, nextNumber(target), name);
  if (source !== target) {
    for (const cell of copy.rows.flat()) {
      if (!cell) continue;
      const [style, rule] = [styleOf(source, cell), validationOf(source, cell)];
      delete cell.s;
      delete cell.d;
      restyle(target, cell, style);
      if (rule) cell.d = internValidation(target, rule);
    }
  }
  giveNewNumbers(target, copy);
  target.sheets.push(copy);
  touch(target);
  return copy;
}

/** Deletes a tab; formulas that name it become #REF!. */
export function deleteTab(book: SpreadsheetData, sheet: SheetData): void {
  if (book.sheets.length === 1) throw new GoogleError("You can't remove all the sheets in a document.");
  if (!sheet.hidden && book.sheets.filter(({ hidden }) => !hidden).length === 1) {
    throw new GoogleError("You can't remove all the visible sheets in a document.");
  }
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  rewriteAll(book, (home) => (home === sheet.name.toLowerCase() ? "" : null));
  book.namedRanges = book.namedRanges.filter(({ place }) => place.sheetId !== sheet.id);
  book.metadata = book.metadata.filter(({ sheetId }) => sheetId !== sheet.id);
  for (const { charts } of book.sheets) {
    for (const chart of charts) chart.ranges = chart.ranges.filter(({ sheetId }) => sheetId !== sheet.id);
  }
  touch(book);
}

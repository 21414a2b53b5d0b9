// The spreadsheet that a form's responses also go to: a tab of its own, a column per question, a row per response.

import { GoogleError, type World } from "../kernel/contract";
import { contentExtent } from "../spreadsheet/cells";
import type { SheetData, SpreadsheetData } from "../spreadsheet/model";
import { findSpreadsheet } from "../spreadsheet/state";
import { insertLines } from "../spreadsheet/structure";
import { addTab } from "../spreadsheet/tabs";
import { writeBlock } from "../spreadsheet/write";
import { editUrl } from "./links";
import { type Answer, type FormState, isQuestion, type ItemState, responsesInOrder, type ResponseState } from "./state";

const LONGEST_CELL = 50_000;

/** Words that Google writes in the language of the spreadsheet. */
const WORDS = {
  ru: { timestamp: "Отметка времени", email: "Адрес электронной почты", tab: "Ответы на форму" },
  en: { timestamp: "Timestamp", email: "Email Address", tab: "Form Responses" },
};

const wordsOf = (book: SpreadsheetData): (typeof WORDS)["ru"] => (/^ru/i.test(book.locale) ? WORDS.ru : WORDS.en);

/** What one column holds; `key` stays the same when the question is renamed. */
interface Column {
  key: string;
  heading: string;
  value: (response: ResponseState) => string | Date;
}

/** An answer in a cell. What would be a formula is kept as text: respondents must not write formulas. */
function cellText(answer: Answer | undefined): string {
  const text = typeof answer === "string" ? answer : (answer ?? []).flat().join(", ");
  return (/^[=+]/.test(text) ? `'${text}` : text).slice(0, LONGEST_CELL);
}

function columnsOfItem(item: ItemState): Column[] {
  const answerIn = (response: ResponseState): Answer | undefined => response.answers[String(item.id)];
  if (!item.rows) {
    return [{ key: String(item.id), heading: item.title, value: (response) => cellText(answerIn(response)) }];
  }
  return item.rows.map((row, index) => ({
    key: `${item.id}/${index}`,
    heading: `${item.title} [${row}]`,
    value: (response) => {
      const answer = answerIn(response);
      return cellText(typeof answer === "string" ? "" : answer?.[index]);
    },
  }));
}

function columnsOf(form: FormState, book: SpreadsheetData): Column[] {
  const words = wordsOf(book);
  const email: Column = { key: "email", heading: words.email, value: (response) => cellText(response.email) };
  return [
    { key: "timestamp", heading: words.timestamp, value: (response) => new Date(response.submittedAt) },
    ...(form.collectsEmail ? [email] : []),
    ...form.items.filter(isQuestion).flatMap(columnsOfItem),
  ];
}

/** The tab of the form's responses; undefined where the spreadsheet or the tab has been deleted. */
function tabOf(world: World, form: FormState): { book: SpreadsheetData; sheet: SheetData } | undefined {
  const book = form.destination ? findSpreadsheet(world, form.destination.spreadsheetId) : undefined;
  const sheet = book?.sheets.find((tab) => tab.id === form.destination?.sheetId);
  return book && sheet ? { book, sheet } : undefined;
}

function writeRow(world: World, book: SpreadsheetData, sheet: SheetData, row: number, values: (string | Date)[]): void {
  const lack = (need: number, have: number): number => Math.max(0, need - have);
  const rows = lack(row, sheet.maxRows);
  const columns = lack(values.length, sheet.maxColumns);
  if (rows > 0) insertLines(book, sheet, "rows", sheet.maxRows + 1, rows);
  if (columns > 0) insertLines(book, sheet, "columns", sheet.maxColumns + 1, columns);
  const rect = { row, column: 1, rows: 1, columns: values.length };
  writeBlock(book, sheet, rect, (_, column) => values[column] ?? "", world.clock.now());
}

/** Links a form to a new tab of the spreadsheet, with the responses that it has already. */
export function linkDestination(world: World, form: FormState, spreadsheetId: string): void {
  const book = findSpreadsheet(world, spreadsheetId);
  if (!book) throw new GoogleError("Invalid argument: id");
  const { tab } = wordsOf(book);
  const isRussian = tab === WORDS.ru.tab;
  let number = 1;
  const name = (): string => (isRussian ? `${tab} (${number})` : `${tab} ${number}`);
  while (book.sheets.some((sheet) => sheet.name === name())) number += 1;
  const sheet = addTab(book, name(), 0);
  sheet.formUrl = editUrl(form);
  sheet.frozenRows = 1;
  form.destination = { spreadsheetId, sheetId: sheet.id, columns: [], rows: {} };
  writeHeadings(world, form, book, sheet);
  for (const response of responsesInOrder(form)) recordResponse(world, form, response);
}

/** Unlinks the form; the tab stays with what it holds. */
export function unlinkDestination(world: World, form: FormState): void {
  const tab = tabOf(world, form);
  if (tab) tab.sheet.formUrl = null;
  form.destination = null;
}

/** New questions get columns at the end; renamed ones rename their heading; deleted ones keep their column. */
function writeHeadings(world: World, form: FormState, book: SpreadsheetData, sheet: SheetData): void {
  const { destination } = form;
  if (!destination) return;
  for (const { key, heading } of columnsOf(form, book)) {
    const known = destination.columns.find((column) => column.key === key);
    if (known) known.heading = heading;
    else destination.columns.push({ key, heading });
  }
  const headings = destination.columns.map((column) => cellText(column.heading));
  writeRow(world, book, sheet, 1, headings);
}

/** What came into the tab with a response. */
export interface Recorded {
  spreadsheetId: string;
  sheetId: number;
  row: number;
  headings: string[];
  values: string[];
}

/** Writes a response into the form's tab: a new row, or the row it had. Null if there is nowhere to write. */
export function recordResponse(world: World, form: FormState, response: ResponseState): Recorded | null {
  const tab = tabOf(world, form);
  const { destination } = form;
  if (!tab || !destination) return null;
  const { book, sheet } = tab;
  writeHeadings(world, form, book, sheet);
  const row = (destination.rows[response.id] ??= contentExtent(sheet).row + 1);
  const valueOf = new Map(columnsOf(form, book).map((column) => [column.key, column.value]));
  const values = destination.columns.map(({ key }) => valueOf.get(key)?.(response) ?? "");
  writeRow(world, book, sheet, row, values);
  return {
    spreadsheetId: destination.spreadsheetId,
    sheetId: destination.sheetId,
    row,
    headings: destination.columns.map((column) => column.heading),
    values: values.map((value) => (value instanceof Date ? value.toISOString() : value.replace(/^'/, ""))),
  };
}

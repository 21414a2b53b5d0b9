// How a tab of the workbook looks: hidden keys, headings, widths, formats, drop-downs, tick boxes, colours.
import { changing, columnLetters, patiently, type SheetTab } from "./sheets";

/** What a curator may choose from in a cell. Anything else may still be typed: the data check tells of it. */
export type CellRule =
  | { kind: "list"; values: readonly string[] }
  | { kind: "words"; tab: string; column: number; firstRow: number }
  | { kind: "date" }
  | { kind: "tick" };

/** One column; `column` counts from 0. */
export interface ColumnLook {
  column: number;
  note: string;
  width: number;
  format: string;
  hidden: boolean;
  /** Filled by the program. */
  filled: boolean;
  wrap: boolean;
  rule: CellRule | null;
  colours: Readonly<Record<string, string>>;
}

/** Rows count from 0. */
export interface HeadRows {
  keyRow: number;
  headingRow: number;
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

const HEADING = { background: "#d9e7f5", filled: "#e8eaed", text: "#1f3044" };
/** Columns have few widths, so that neighbours are alike and are set together: dates and words, names and long texts. */
const WIDTHS = [140, 260] as const;
/** Codes at the left edge, which stay in sight, take as little room as they can. */
const EDGE_WIDTH = 90;
const WIDEST_AT_EDGE = 100;
const AUTOMATIC = "General";
/** Google refuses longer drop-down lists. */
const LONGEST_LIST = 500;

/** What all tabs have in common, so that one may be a copy of another: frozen head, hidden keys, bold headings. */
export function dressNew(tab: SheetTab, { keyRow, headingRow }: HeadRows): void {
  const { sheet } = tab;
  changing(tab.name, () => {
    sheet.setFrozenRows(headingRow + 1);
    sheet.hideRows(keyRow + 1);
    dressPlain(sheet, headingRow, 1, sheet.getMaxColumns());
    sheet.setColumnWidths(1, 1, EDGE_WIDTH);
  });
}

/** What is to be seen of a tab's records. */
export interface TabView {
  /** So many columns stay in sight when the tab is scrolled sideways. */
  frozen: number;
  /** Arrows for sorting and filtering stand in the headings of so many columns; 0 for none. */
  filtered: number;
}

/** Freezes columns and puts the arrows for sorting and filtering; on a tab that is not new only where there are none. */
export function setView(tab: SheetTab, headingRow: number, { frozen, filtered }: TabView, isNew: boolean): void {
  const { sheet } = tab;
  const freeze = frozen > 0 && (isNew || patiently(() => sheet.getFrozenColumns()) === 0);
  const filter = filtered > 0 && (isNew || patiently(() => sheet.getFilter()) === null);
  changing(tab.name, () => {
    if (freeze) sheet.setFrozenColumns(frozen);
    if (filter) sheet.getRange(`A${headingRow + 1}:${columnLetters(filtered - 1)}`).createFilter();
  });
}

/** Gives drop-downs, date pickers and colours to columns of a tab that is not new and has none of its own there. */
export function improveColumns(tab: SheetTab, { headingRow }: HeadRows, columns: readonly ColumnLook[]): void {
  const { sheet } = tab;
  const first = headingRow + 2;
  const ruled = columns.filter(({ rule }) => rule !== null);
  const width = Math.max(0, ...ruled.map(({ column }) => column + 1));
  const present = width > 0 ? patiently(() => sheet.getRange(first, 1, 1, width).getDataValidations()[0] ?? []) : [];
  const bare = ruled.filter(({ column }) => (present[column] ?? null) === null);
  changing(tab.name, () => {
    setRules(sheet, first, bare, false);
    setColours(sheet, first, columns, false);
  });
}

/** Hides and protects the key row, freezes what is above the records. */
export function dressHead(tab: SheetTab, { keyRow, headingRow }: HeadRows): void {
  changing(tab.name, () => {
    tab.sheet.setFrozenRows(headingRow + 1);
    tab.sheet.hideRows(keyRow + 1);
  });
  protectKeys(tab, keyRow);
}

/** Protection warns and does not lock out. `keyRow` counts from 0. */
export function protectKeys(tab: SheetTab, keyRow: number): void {
  const row = keyRow + 1;
  changing(tab.name, () => tab.sheet.getRange(`${row}:${row}`).protect().setWarningOnly(true));
}

/** Hides the key row if somebody has shown it. @returns true if it was shown. `keyRow` counts from 0 */
export function hideKeys(tab: SheetTab, keyRow: number): boolean {
  if (patiently(() => tab.sheet.isRowHiddenByUser(keyRow + 1))) return false;
  changing(tab.name, () => {
    tab.sheet.hideRows(keyRow + 1);
  });
  return true;
}

/**
 * Dresses whole columns with their headings.
 * @param inNew the tab has just got the common look of a new one and has no rules of colours
 */
export function dressColumns(
  tab: SheetTab,
  { headingRow }: HeadRows,
  columns: readonly ColumnLook[],
  inNew: boolean,
): void {
  if (columns.length === 0) return;
  const { sheet } = tab;
  const first = headingRow + 2;
  changing(tab.name, () => {
    for (const run of runs(columns, () => "")) {
      if (!inNew) dressPlain(sheet, headingRow, start(run), run.length);
      dressHeadings(sheet, headingRow, run);
    }
    setWidths(sheet, columns, inNew);
    for (const run of runs(columns, (one) => String(one.hidden))) {
      if (run[0]?.hidden) sheet.hideColumns(start(run), run.length);
    }
    for (const format of new Set(columns.map((one) => one.format))) {
      if (inNew && format === AUTOMATIC) continue;
      below(
        sheet,
        first,
        columns.filter((one) => one.format === format),
      ).setNumberFormat(format);
    }
    const wrapped = columns.filter((one) => one.wrap);
    if (wrapped.length > 0) {
      below(sheet, first, wrapped).setWrap(true);
      below(sheet, first, columns).setVerticalAlignment("top");
    }
    setRules(sheet, first, columns, inNew);
    setColours(sheet, first, columns, inNew);
  });
}

/** What all columns have in common; `column` counts from 1. */
function dressPlain(sheet: Sheet, headingRow: number, column: number, count: number): void {
  sheet.setColumnWidths(column, count, WIDTHS[0]);
  sheet
    .getRange(headingRow + 1, column, 1, count)
    .setFontColor(HEADING.text)
    .setFontWeight("bold")
    .setWrap(true)
    .setVerticalAlignment("middle");
}

/** The nearest of the widths there are. */
function widthOf(one: ColumnLook | undefined): number {
  const wanted = one?.width ?? WIDTHS[0];
  return WIDTHS.reduce<number>(
    (nearest, width) => (Math.abs(width - wanted) < Math.abs(nearest - wanted) ? width : nearest),
    WIDTHS[0],
  );
}

function setWidths(sheet: Sheet, columns: readonly ColumnLook[], inNew: boolean): void {
  const atEdge = widthsAtEdge(columns);
  const width = (one: ColumnLook | undefined): number => atEdge.get(one?.column ?? -1) ?? widthOf(one);
  for (const run of runs(columns, (one) => String(width(one)))) {
    const isEdge = inNew && run[0]?.column === 0;
    const isUsual = isEdge ? run.length === 1 && width(run[0]) === EDGE_WIDTH : width(run[0]) === WIDTHS[0];
    if (!isUsual) sheet.setColumnWidths(start(run), run.length, width(run[0]));
  }
}

/** Narrow columns at the left edge, by their places. */
function widthsAtEdge(columns: readonly ColumnLook[]): Map<number, number> {
  const widths = new Map<number, number>();
  for (const { column, width } of [...columns].sort((a, b) => a.column - b.column)) {
    if (column !== widths.size || width > WIDEST_AT_EDGE) break;
    widths.set(column, EDGE_WIDTH);
  }
  return widths;
}

function below(sheet: Sheet, first: number, columns: readonly ColumnLook[]): GoogleAppsScript.Spreadsheet.RangeList {
  return sheet.getRangeList(columns.map(({ column }) => areaBelow(first, column)));
}

/** A column from a row (from 1) to its end; `column` counts from 0. */
function areaBelow(first: number, column: number, last = column): string {
  return `${columnLetters(column)}${first}:${columnLetters(last)}`;
}

/** Formats and drop-downs of single cells one below the other, as the settings have them. `row` counts from 0. */
export function dressCells(
  tab: SheetTab,
  row: number,
  column: number,
  cells: readonly { format: string; rule: CellRule | null }[],
): void {
  const { sheet } = tab;
  changing(tab.name, () => {
    for (const format of new Set(cells.map((cell) => cell.format))) {
      const places = cells.flatMap((cell, index) =>
        cell.format === format ? [`${columnLetters(column)}${row + index + 1}`] : [],
      );
      sheet.getRangeList(places).setNumberFormat(format);
    }
    sheet.getRange(row + 1, column + 1, cells.length, 1).setHorizontalAlignment("left");
    cells.forEach(({ rule }, index) => {
      if (rule) sheet.getRange(row + index + 1, column + 1).setDataValidation(validation(sheet, rule));
    });
  });
}

function dressHeadings(sheet: Sheet, headingRow: number, run: readonly ColumnLook[]): void {
  sheet
    .getRange(headingRow + 1, start(run), 1, run.length)
    .setNotes([run.map((one) => one.note)])
    .setBackgrounds([run.map((one) => (one.filled ? HEADING.filled : HEADING.background))]);
}

/** Neighbouring columns that are alike. */
function runs(columns: readonly ColumnLook[], alike: (column: ColumnLook) => string): ColumnLook[][] {
  const all: ColumnLook[][] = [];
  for (const one of [...columns].sort((a, b) => a.column - b.column)) {
    const last = all[all.length - 1];
    const before = last?.[last.length - 1];
    if (last && before && before.column + 1 === one.column && alike(before) === alike(one)) last.push(one);
    else all.push([one]);
  }
  return all;
}

function start(run: readonly ColumnLook[]): number {
  return (run[0]?.column ?? 0) + 1;
}

function setRules(sheet: Sheet, first: number, columns: readonly ColumnLook[], inNew: boolean): void {
  const ruled = runs(columns, ({ rule }) => JSON.stringify(rule)).filter(([one]) => one?.rule);
  if (inNew && ruled.length > MANY_RULES) {
    copyRulesDown(sheet, first, columns);
    return;
  }
  for (const run of ruled) {
    const [one] = run;
    if (!one?.rule) continue;
    const area = areaBelow(first, one.column, one.column + run.length - 1);
    sheet.getRange(area).setDataValidation(validation(sheet, one.rule));
  }
}

/** More rules than this are set in one row and copied down. */
const MANY_RULES = 2;

/** The columns are all that the tab has. */
function copyRulesDown(sheet: Sheet, first: number, columns: readonly ColumnLook[]): void {
  const rules = [...columns]
    .sort((a, b) => a.column - b.column)
    .map(({ rule }) => (rule ? validation(sheet, rule) : null));
  const row = sheet.getRange(first, 1, 1, rules.length);
  row.setDataValidations([rules]);
  const rest = sheet.getRange(`A${first + 1}:${columnLetters(rules.length - 1)}`);
  row.copyTo(rest, SpreadsheetApp.CopyPasteType.PASTE_DATA_VALIDATION, false);
}

function validation(sheet: Sheet, rule: CellRule): GoogleAppsScript.Spreadsheet.DataValidation | null {
  const builder = SpreadsheetApp.newDataValidation().setAllowInvalid(true);
  if (rule.kind === "tick") return builder.requireCheckbox().build();
  if (rule.kind === "date") return builder.requireDate().build();
  if (rule.kind === "list") return builder.requireValueInList(rule.values.slice(0, LONGEST_LIST), true).build();
  const source = sheet.getParent().getSheetByName(rule.tab);
  if (!source) return null;
  const letters = columnLetters(rule.column);
  return builder.requireValueInRange(source.getRange(`${letters}${rule.firstRow + 1}:${letters}`), true).build();
}

/** Columns for which there are rules already, perhaps a curator's own, are left as they are. */
function setColours(sheet: Sheet, first: number, columns: readonly ColumnLook[], inNew: boolean): void {
  const coloured = columns.filter(({ colours }) => Object.keys(colours).length > 0);
  if (coloured.length === 0) return;
  const present = inNew ? [] : sheet.getConditionalFormatRules();
  const ruled = present.flatMap((rule) => rule.getRanges().map((range) => [range.getColumn(), range.getLastColumn()]));
  const bare = coloured.filter(
    ({ column }) => !ruled.some(([from = 0, to = 0]) => from <= column + 1 && column + 1 <= to),
  );
  const rules = bare.flatMap(({ column, colours }) =>
    Object.entries(colours).map(([value, colour]) =>
      SpreadsheetApp.newConditionalFormatRule()
        .whenTextEqualTo(value)
        .setBackground(colour)
        .setRanges([sheet.getRange(areaBelow(first, column))])
        .build(),
    ),
  );
  if (rules.length === 0) return;
  sheet.setConditionalFormatRules([...present, ...rules]);
}

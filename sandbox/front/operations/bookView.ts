// What the page draws of a tab: texts as they are shown, looks, drop-downs, notes, charts; nothing the person may not see.
import type { World } from "../../kernel/contract";
import { cellAt } from "../../spreadsheet/cells";
import { type Candidate, candidateOf, holds } from "../../spreadsheet/criteria";
import { formatAt, valueAt } from "../../spreadsheet/formulas";
import type { Rect, SheetData, SpreadsheetData, Style, Validation } from "../../spreadsheet/model";
import { type CellView, cellView, dropDownChoices, rowHiding } from "../../spreadsheet/read";
import { chartViews, type ChartView } from "./chartView";

/** One cell; what is absent is as in an empty one. */
export interface ShownCell {
  /** Shown text. */
  t?: string;
  /** What the editor holds, where it differs from the text: the formula, or the value as one would type it. */
  e?: string;
  /** Index in `looks`. */
  s?: number;
  /** Index in `rules`. */
  d?: number;
  note?: string;
  /** Numbers and dates stand on the right, truth values in the middle. */
  kind?: "number" | "boolean";
  link?: string;
  /** The value breaks the cell's rule. */
  wrong?: true;
}

/** A validation rule as the page needs it. */
export interface RuleView {
  kind: "list" | "checkbox" | "other";
  options: string[];
  strict: boolean;
  help: string | null;
}

export interface TabView {
  id: number;
  name: string;
  hidden: boolean;
  color: string | null;
}

/** A tab with its cells. */
export interface SheetView {
  bookId: string;
  revision: number;
  id: number;
  maxRows: number;
  maxColumns: number;
  frozenRows: number;
  frozenColumns: number;
  hiddenRows: number[];
  hiddenColumns: number[];
  columnWidths: Record<string, number>;
  rowHeights: Record<string, number>;
  gridlines: boolean;
  merges: Rect[];
  looks: Style[];
  rules: RuleView[];
  rows: (ShownCell | null)[][];
  charts: ChartView[];
  /** `hidden`: by column number, the texts whose rows the filter hides. */
  filter: { range: Rect; hidden: Record<string, string[]> } | null;
}

/** The tabs of a workbook, in order. */
export function tabViews(book: SpreadsheetData): TabView[] {
  return book.sheets.map(({ id, name, hidden, tabColor }) => ({ id, name, hidden, color: tabColor }));
}

/** A tab as it looks at the moment. */
export function tabView(world: World, book: SpreadsheetData, sheet: SheetData): SheetView {
  const now = world.clock.now();
  const looks = [...book.styles];
  const rows = sheet.rows.map((cells, index) =>
    trimmed(
      cells.map((cell, at) => {
        if (!cell) return null;
        const shown = cellView(world, book, sheet, index + 1, at + 1);
        const view = viewOf(shown);
        if (cell.s !== undefined) view.s = cell.s;
        if (cell.d !== undefined) view.d = cell.d;
        if (shown.rule && shown.value !== "" && breaksRule(book, sheet, index + 1, at + 1, shown.rule, now)) {
          view.wrong = true;
        }
        return view;
      }),
    ),
  );
  paintConditions(book, sheet, rows, looks, now);
  return {
    bookId: book.id,
    revision: book.revision,
    id: sheet.id,
    maxRows: sheet.maxRows,
    maxColumns: sheet.maxColumns,
    frozenRows: sheet.frozenRows,
    frozenColumns: sheet.frozenColumns,
    hiddenRows: hiddenRows(world, book, sheet),
    hiddenColumns: sheet.hiddenColumns,
    columnWidths: sheet.columnWidths,
    rowHeights: sheet.rowHeights,
    gridlines: !sheet.hiddenGridlines,
    merges: sheet.merges,
    looks,
    rules: book.validations.map((rule) => ruleView(world, book, rule)),
    rows,
    charts: chartViews(book, sheet, now),
    filter: sheet.filter && {
      range: sheet.filter.range,
      hidden: Object.fromEntries(
        Object.entries(sheet.filter.columns).map(([column, rule]) => [column, rule.hiddenValues]),
      ),
    },
  };
}

function viewOf(cell: CellView): ShownCell {
  const view: ShownCell = {};
  if (cell.text !== "") view.t = cell.text;
  if (typeof cell.value === "number") view.kind = "number";
  if (typeof cell.value === "boolean") view.kind = "boolean";
  if (cell.input !== cell.text) view.e = cell.input;
  if (cell.note !== null) view.note = cell.note;
  const link = cell.rich.find((run) => run.link !== undefined)?.link ?? hyperlink(cell.formula) ?? plainLink(cell.text);
  if (link !== undefined) view.link = link;
  return view;
}

function hyperlink(formula: string | null): string | undefined {
  return formula === null ? undefined : /^=HYPERLINK\(\s*"([^"]+)"/i.exec(formula)?.[1];
}

function plainLink(text: string): string | undefined {
  return /^https?:\/\/\S+$/.test(text) ? text : undefined;
}

function trimmed(cells: (ShownCell | null)[]): (ShownCell | null)[] {
  let length = cells.length;
  while (length > 0 && !cells[length - 1]) length -= 1;
  return cells.slice(0, length);
}

function hiddenRows(world: World, book: SpreadsheetData, sheet: SheetData): number[] {
  if (!sheet.filter) return sheet.hiddenRows;
  const last = Math.max(sheet.rows.length, ...sheet.hiddenRows);
  return Array.from({ length: last }, (_, index) => index + 1).filter(
    (row) => rowHiding(world, book, sheet, row) !== null,
  );
}

function ruleView(world: World, book: SpreadsheetData, rule: Validation): RuleView {
  const shared = { strict: !rule.allowInvalid, help: rule.help };
  if (rule.criteria === "CHECKBOX") return { kind: "checkbox", options: rule.values.map(String), ...shared };
  const options = dropDownChoices(world, book, rule);
  return options ? { kind: "list", options, ...shared } : { kind: "other", options: [], ...shared };
}

function breaksRule(
  book: SpreadsheetData,
  sheet: SheetData,
  row: number,
  column: number,
  rule: Validation,
  now: number,
): boolean {
  return !holds(rule.criteria, rule.values, candidateAt(book, sheet, row, column, now));
}

function candidateAt(book: SpreadsheetData, sheet: SheetData, row: number, column: number, now: number): Candidate {
  const value = valueAt(book, sheet, row, column, now);
  return candidateOf(book, value, formatAt(book, sheet, cellAt(sheet, row, column)), now);
}

/** Lays the looks of conditional formats over the cells' own: the first rule that holds wins, as in Google. */
function paintConditions(
  book: SpreadsheetData,
  sheet: SheetData,
  rows: (ShownCell | null)[][],
  looks: Style[],
  now: number,
): void {
  for (const rule of [...sheet.conditionalFormats].reverse()) {
    const { criteria } = rule;
    if (criteria === undefined) continue;
    for (const range of rule.ranges) {
      eachShown(rows, range, (row, column, view) => {
        if (!holds(criteria, rule.values, candidateAt(book, sheet, row, column, now))) return;
        const { background, color, bold, italic } = rule.look;
        looks.push({
          ...(view.s === undefined ? {} : looks[view.s]),
          ...(background === undefined ? {} : { background }),
          ...(color === undefined ? {} : { fontColor: color }),
          ...(bold ? { fontWeight: "bold" } : {}),
          ...(italic ? { fontStyle: "italic" } : {}),
        });
        view.s = looks.length - 1;
      });
    }
  }
}

function eachShown(
  rows: (ShownCell | null)[][],
  range: Rect,
  visit: (row: number, column: number, view: ShownCell) => void,
): void {
  const lastRow = Math.min(range.row + range.rows - 1, rows.length);
  for (let row = range.row; row <= lastRow; row += 1) {
    const cells = rows[row - 1] ?? [];
    const lastColumn = Math.min(range.column + range.columns - 1, cells.length);
    for (let column = range.column; column <= lastColumn; column += 1) {
      const view = cells[column - 1];
      if (view) visit(row, column, view);
    }
  }
}

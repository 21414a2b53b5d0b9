// Stored chart definitions, read into the series that the page draws.
import { cellAt } from "../../spreadsheet/cells";
import { formatAt, valueAt } from "../../spreadsheet/formulas";
import { localeOf } from "../../spreadsheet/locales";
import type { ChartData, Place, SheetData, SpreadsheetData } from "../../spreadsheet/model";
import { displayValue } from "../../spreadsheet/numberFormat";

/** A chart with its data, ready to be drawn. */
export interface ChartView {
  id: number;
  /** Google's chart type, such as "BAR", "COLUMN", "PIE", "LINE". */
  type: string;
  title: string;
  categories: string[];
  series: { name: string; values: (number | null)[]; color: string | null }[];
  row: number;
  column: number;
  offsetX: number;
  offsetY: number;
  width: number;
  height: number;
  stacked: boolean;
}

const SIZE = { width: 600, height: 371 };

/** The charts of a tab. */
export function chartViews(book: SpreadsheetData, sheet: SheetData, now: number): ChartView[] {
  return sheet.charts.map((chart) => chartView(book, chart, now));
}

function chartView(book: SpreadsheetData, chart: ChartData, now: number): ChartView {
  const { options } = chart;
  const table = columnsOf(book, chart.ranges, now);
  const headers = Math.max(0, chart.numHeaders);
  const [labels = [], ...rest] = chart.transpose ? transposed(table) : table;
  const alone = rest.length === 0;
  const valueColumns = alone ? [labels] : rest;
  const colors = Array.isArray(options["colors"]) ? options["colors"].map(String) : [];
  return {
    id: chart.id,
    type: chart.type,
    title: textOption(options["title"]),
    categories: alone ? labels.slice(headers).map((_, index) => String(index + 1)) : labels.slice(headers).map(shown),
    series: valueColumns.map((column, index) => ({
      name: headers > 0 ? shown(column[0]) : "",
      values: column.slice(headers).map((cell) => (typeof cell?.value === "number" ? cell.value : null)),
      color: colors[index] ?? null,
    })),
    row: chart.row,
    column: chart.column,
    offsetX: chart.offsetX,
    offsetY: chart.offsetY,
    width: numberOption(options["width"], SIZE.width),
    height: numberOption(options["height"], SIZE.height),
    stacked: options["isStacked"] === true || options["isStacked"] === "true",
  };
}

interface ChartCell {
  value: string | number | boolean;
  text: string;
}

/** The ranges side by side, column by column. */
function columnsOf(book: SpreadsheetData, ranges: Place[], now: number): ChartCell[][] {
  return ranges.flatMap((place) => {
    const sheet = book.sheets.find(({ id }) => id === place.sheetId);
    if (!sheet) return [];
    const lastRow = Math.min(place.row + place.rows - 1, Math.max(sheet.rows.length, place.row));
    return Array.from({ length: place.columns }, (_, offset) => {
      const cells: ChartCell[] = [];
      for (let row = place.row; row <= lastRow; row += 1)
        cells.push(read(book, sheet, row, place.column + offset, now));
      return cells;
    });
  });
}

function read(book: SpreadsheetData, sheet: SheetData, row: number, column: number, now: number): ChartCell {
  const value = valueAt(book, sheet, row, column, now);
  return { value, text: displayValue(value, formatAt(book, sheet, cellAt(sheet, row, column)), localeOf(book.locale)) };
}

function transposed(columns: ChartCell[][]): ChartCell[][] {
  const rows = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: rows }, (_, row) => columns.map((column) => column[row] ?? { value: "", text: "" }));
}

const shown = (cell: ChartCell | undefined): string => cell?.text ?? "";
const textOption = (option: unknown): string => (typeof option === "string" ? option : "");
const numberOption = (option: unknown, usual: number): number =>
  Number.isFinite(Number(option)) && Number(option) > 0 ? Number(option) : usual;

// The tab of the dashboard: a table of ours and native charts over it, made once and only refilled afterwards.
import type { Cell } from "./cell";
import { changing, openBook, patiently } from "./sheets";
import { Stop } from "./stop";

/** A chart over a block of the tab: labels in the first column, one series a column, the names in the first row. */
export interface DashboardChart {
  title: string;
  kind: "column" | "bar" | "pie";
  /** The block, in rows and columns from 1. */
  row: number;
  column: number;
  rows: number;
  columns: number;
  /** Where the chart's corner goes when it is made, `x` in pixels from its column's edge; the curator may move it. */
  anchor: { row: number; column: number; x: number };
  /** The greatest value of the axis, where it is known. */
  most?: number;
}

/** Everything on the tab. The values fill a rectangle from the corner; nothing outside of it is touched. */
export interface Dashboard {
  tab: string;
  values: readonly (readonly Cell[])[];
  /** Rows (from 1) that are headings of tables. */
  headings: readonly number[];
  /** A1 notation of the cells that are shares, shown as per cent. */
  shares: string;
  /** Pixels, by column. */
  widths: readonly number[];
  charts: readonly DashboardChart[];
}

const TITLE_SIZE = 16;
/** The lines above run over their neighbours instead. */
const FIRST_WRAPPED = 4;
const HEADING_COLOUR = "#e8eef7";
const CHART_WIDTH = 380;
const CHART_HEIGHT = 265;

/**
 * Fills the dashboard's tab. A tab and charts that are missing are made; what is there is refilled, and charts follow
 * their cells by themselves, so a refresh costs a handful of calls whatever the size of the school.
 *
 * @throws Stop when a tab of this name holds something else, or may not be written
 */
export function writeDashboard(dashboard: Dashboard): void {
  const book = openBook();
  const known = book.tab(dashboard.tab);
  const tab = known ?? book.createTab(dashboard.tab);
  const { sheet } = tab;
  if (known !== null && !isOurs(sheet, dashboard)) {
    throw new Stop(
      `Вкладка «${dashboard.tab}» занята другими данными.`,
      "Переименуйте её и обновите сводку снова: программа сделает свою вкладку.",
    );
  }
  tab.write([{ row: 0, column: 0, values: dashboard.values }]);
  if (known === null) changing(dashboard.tab, () => dress(sheet, dashboard));
  changing(dashboard.tab, () => addMissingCharts(sheet, dashboard));
}

/** Ours begins with our title; an empty tab may be taken. */
function isOurs(sheet: GoogleAppsScript.Spreadsheet.Sheet, { values }: Dashboard): boolean {
  const corner = patiently(() => sheet.getRange(1, 1).getValue() as unknown);
  return corner === "" || corner === values[0]?.[0];
}

function dress(sheet: GoogleAppsScript.Spreadsheet.Sheet, dashboard: Dashboard): void {
  const width = dashboard.widths.length;
  sheet.getRange(1, 1).setFontSize(TITLE_SIZE).setFontWeight("bold");
  sheet
    .getRangeList(dashboard.headings.map((row) => sheet.getRange(row, 1, 1, width).getA1Notation()))
    .setFontWeight("bold")
    .setBackground(HEADING_COLOUR);
  sheet.getRange(dashboard.shares).setNumberFormat("0%");
  sheet
    .getRange(FIRST_WRAPPED, 1, dashboard.values.length - FIRST_WRAPPED + 1, width)
    .setWrap(true)
    .setVerticalAlignment("top");
  dashboard.widths.forEach((pixels, index) => sheet.setColumnWidth(index + 1, pixels));
  sheet.setHiddenGridlines(true);
}

/**
 * A chart is told by the rows that it shows, which no curator changes by moving or restyling it. Where there are as many
 * charts as ours or more, none is missed: whoever has put another in the place of ours has chosen so.
 */
function addMissingCharts(sheet: GoogleAppsScript.Spreadsheet.Sheet, dashboard: Dashboard): void {
  const charts = patiently(() => sheet.getCharts());
  if (charts.length >= dashboard.charts.length) return;
  const present = new Set(charts.flatMap((chart) => chart.getRanges().map((range) => range.getRow())));
  for (const chart of dashboard.charts) {
    if (present.has(chart.row)) continue;
    const builder = sheet.newChart();
    const shaped = {
      column: () => builder.asColumnChart(),
      bar: () => builder.asBarChart(),
      pie: () => builder.asPieChart(),
    }[chart.kind]();
    shaped
      .addRange(sheet.getRange(chart.row, chart.column, chart.rows, chart.columns))
      .setNumHeaders(1)
      .setPosition(chart.anchor.row, chart.anchor.column, chart.anchor.x, 0)
      .setOption("title", chart.title)
      .setOption("width", CHART_WIDTH)
      .setOption("height", CHART_HEIGHT);
    if (chart.most !== undefined) shaped.setOption("vAxis", { viewWindow: { min: 0, max: chart.most } });
    sheet.insertChart(shaped.build());
  }
}

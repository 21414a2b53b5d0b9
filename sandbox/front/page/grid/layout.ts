// Where the grid's rows and columns lie: sizes in pixels, and which of thousands of rows are in view.
import type { SheetView, ShownCell } from "../../operations/bookView";

const ROW_HEIGHT = 21;
const COLUMN_WIDTH = 100;
/** Around the window, so that quick scrolling does not show gaps. */
const OVERSCAN_ROWS = 12;
const CHARACTER_WIDTH = 6.6;
const LINE_HEIGHT = 16;
/** Of the type that the two sizes above belong to. */
const USUAL_POINTS = 10;

export const HEADER_WIDTH = 46;
export const HEADER_HEIGHT = 24;

/** Sizes of a tab, ready for drawing. */
export interface Layout {
  /** Width by column − 1; 0 where hidden. */
  widths: number[];
  /** Left edge by column − 1, from the left of column A; one more at the end. */
  lefts: number[];
  /** Top edge by row − 1, from the top of the first row that scrolls; frozen rows have 0. One more at the end. */
  tops: number[];
  heights: number[];
  frozenWidth: number;
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
}

/** Works out the sizes once per revision of the tab. */
export function layoutOf(sheet: SheetView): Layout {
  const hiddenRows = new Set(sheet.hiddenRows);
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const widths = Array.from({ length: sheet.maxColumns }, (_, index) =>
    hiddenColumns.has(index + 1) ? 0 : (sheet.columnWidths[String(index + 1)] ?? COLUMN_WIDTH),
  );
  const heights = Array.from({ length: sheet.maxRows }, (_, index) =>
    hiddenRows.has(index + 1) ? 0 : heightOf(sheet, index + 1, widths),
  );
  const lefts = sums(widths);
  const tops = sums(heights.map((height, index) => (index < sheet.frozenRows ? 0 : height)));
  return { widths, lefts, tops, heights, frozenWidth: lefts[sheet.frozenColumns] ?? 0, hiddenRows, hiddenColumns };
}

function sums(sizes: number[]): number[] {
  const edges = [0];
  for (const size of sizes) edges.push((edges[edges.length - 1] ?? 0) + size);
  return edges;
}

/** A row as tall as set, or as its texts need: larger type and wrapped lines make it grow. */
function heightOf(sheet: SheetView, row: number, widths: number[]): number {
  const set = sheet.rowHeights[String(row)];
  if (set !== undefined) return set;
  const cells = sheet.rows[row - 1] ?? [];
  return Math.max(ROW_HEIGHT, ...cells.map((cell, index) => textHeight(sheet, cell, widths[index] ?? COLUMN_WIDTH)));
}

function textHeight(sheet: SheetView, cell: ShownCell | null, width: number): number {
  // A hidden column has no width, and makes no row taller.
  if (!cell?.t || width === 0) return 0;
  const look = cell.s === undefined ? undefined : sheet.looks[cell.s];
  const scale = (look?.fontSize ?? USUAL_POINTS) / USUAL_POINTS;
  const perLine = Math.max(1, Math.floor((width - 8) / (CHARACTER_WIDTH * scale)));
  const wraps = look?.wrap === "WRAP";
  const lines = cell.t
    .split("\n")
    .reduce((sum, line) => sum + (wraps ? Math.max(1, Math.ceil(line.length / perLine)) : 1), 0);
  return Math.ceil(lines * LINE_HEIGHT * scale) + 5;
}

/** The rows to draw: first and last, below the frozen ones. */
export function rowsInView(
  layout: Layout,
  sheet: SheetView,
  scrollTop: number,
  height: number,
): { first: number; last: number } {
  const first = rowAt(layout, scrollTop) - OVERSCAN_ROWS;
  const last = rowAt(layout, scrollTop + height) + OVERSCAN_ROWS;
  return { first: Math.max(sheet.frozenRows + 1, first), last: Math.min(sheet.maxRows, last) };
}

/** The row that lies at a height, by halving. */
function rowAt(layout: Layout, y: number): number {
  let [low, high] = [0, layout.heights.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((layout.tops[middle + 1] ?? 0) <= y) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}

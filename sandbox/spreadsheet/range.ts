// Range, complete: clearing, merging, sorting, copying and moving its cells.
import { type EnumValue, GoogleError } from "../kernel/contract";
import { cellAt, emptyContent, putCell, restyleBlock } from "./cells";
import { copyCell, type CopyWhat, copyWidths, transposed } from "./copying";
import { CopyPasteType, Dimension } from "./enums";
import { isRowHidden } from "./filter";
import type { Cell, CellValue, Rect } from "./model";
import { RangeRules } from "./rangeRules";
import { contains, intersects } from "./rect";
import type { Sheet } from "./sheet";
import { sortBlock, type SortKey } from "./structure";
import { touch } from "./state";

/** Every property of a style, to take them all away. */
const NO_STYLE = {
  numberFormat: undefined,
  background: undefined,
  fontColor: undefined,
  fontFamily: undefined,
  fontSize: undefined,
  fontWeight: undefined,
  fontStyle: undefined,
  fontLine: undefined,
  horizontal: undefined,
  vertical: undefined,
  wrap: undefined,
  rotation: undefined,
  verticalText: undefined,
  direction: undefined,
  borders: undefined,
};

interface ClearOptions {
  commentsOnly?: boolean;
  contentsOnly?: boolean;
  formatOnly?: boolean;
  validationsOnly?: boolean;
  skipFilteredRows?: boolean;
}

/** A block of cells on a tab. */
export class Range extends RangeRules {
  protected get self(): Range {
    return this;
  }

  clear(options?: ClearOptions | null): Range {
    this.assertMayEdit();
    const { contentsOnly, formatOnly, commentsOnly, validationsOnly, skipFilteredRows } = options ?? {};
    const all = !contentsOnly && !formatOnly && !commentsOnly && !validationsOnly;
    const { book, data } = this;
    this.grid((row, column) => {
      const cell = cellAt(data, row, column);
      if (!cell || (skipFilteredRows && isRowHidden(book, data, row, this.views.now()))) return;
      if (all || contentsOnly) emptyContent(cell);
      if (all || formatOnly) delete cell.s;
      if (commentsOnly) delete cell.note;
      if (validationsOnly) delete cell.d;
      if (Object.keys(cell).length === 0) putCell(data, row, column, null);
    });
    touch(book);
    return this;
  }

  clearContent(): Range {
    return this.clear({ contentsOnly: true });
  }

  clearFormat(): Range {
    this.assertMayEdit();
    restyleBlock(this.book, this.data, this.rect, NO_STYLE);
    touch(this.book);
    return this;
  }

  merge(): Range {
    return this.mergeRects([this.rect]);
  }

  mergeAcross(): Range {
    const { row, rows } = this.rect;
    return this.mergeRects(Array.from({ length: rows }, (_, y) => ({ ...this.rect, row: row + y, rows: 1 })));
  }

  mergeVertically(): Range {
    const { column, columns } = this.rect;
    return this.mergeRects(
      Array.from({ length: columns }, (_, x) => ({ ...this.rect, column: column + x, columns: 1 })),
    );
  }

  private mergeRects(rects: Rect[]): Range {
    this.assertMayEdit();
    const { data, book } = this;
    const crossed = data.merges.some((merge) =>
      rects.some((rect) => intersects(merge, rect) && !contains(rect, merge)),
    );
    if (crossed) throw new GoogleError("You must select all cells in a merged range to merge or unmerge them.");
    data.merges = data.merges.filter((merge) => !rects.some((rect) => contains(rect, merge)));
    data.merges.push(...rects.filter((rect) => rect.rows * rect.columns > 1));
    for (const rect of rects) this.keepFirstValue(rect);
    touch(book);
    return this;
  }

  /** A merge keeps the first value only. */
  private keepFirstValue(rect: Rect): void {
    const { data } = this;
    this.block(rect).grid((row, column) => {
      const cell = cellAt(data, row, column);
      if (cell && !(row === rect.row && column === rect.column)) emptyContent(cell);
    });
  }

  breakApart(): Range {
    this.assertMayEdit();
    const { data, book, rect } = this;
    if (data.merges.some((merge) => intersects(merge, rect) && !contains(rect, merge))) {
      throw new GoogleError("You must select all cells in a merged range to merge or unmerge them.");
    }
    data.merges = data.merges.filter((merge) => !contains(rect, merge));
    touch(book);
    return this;
  }

  getMergedRanges(): Range[] {
    return this.data.merges.filter((merge) => intersects(merge, this.rect)).map((merge) => this.block(merge));
  }

  isPartOfMerge(): boolean {
    return this.getMergedRanges().length > 0;
  }

  sort(sortSpecObj: unknown): Range {
    this.assertMayEdit();
    const specs = Array.isArray(sortSpecObj) ? (sortSpecObj as unknown[]) : [sortSpecObj];
    const keys = specs.map((spec): SortKey => {
      if (typeof spec === "number") return { column: spec, ascending: true };
      const { column, ascending } = spec as { column?: number; ascending?: boolean };
      return { column: column ?? this.rect.column, ascending: ascending ?? true };
    });
    const last = this.rect.column + this.rect.columns - 1;
    if (keys.some(({ column }) => column < this.rect.column || column > last)) {
      throw new GoogleError("The sort column is outside the range.");
    }
    sortBlock(this.book, this.data, this.rect, keys, this.views.now());
    return this;
  }

  /** Copies to a range that may lie in another spreadsheet; a larger destination is filled by repeating. */
  copyTo(
    destination: Range,
    what?: EnumValue | { formatOnly?: boolean; contentsOnly?: boolean } | null,
    turn?: boolean | null,
  ): void {
    const kind = pasteKind(what ?? null);
    const source = turn ? transposed(this.cells()) : this.cells();
    const rows = fitted(destination.rect.rows, source.length);
    const columns = fitted(destination.rect.columns, source[0]?.length ?? 1);
    const rect: Rect = { row: destination.rect.row, column: destination.rect.column, rows, columns };
    destination.getSheet().growTo(rect.row + rows - 1, rect.column + columns - 1);
    destination.assertMayEdit(rect);
    if (kind === "widths") {
      copyWidths(this.data, this.rect, destination.data, rect);
    } else {
      const from = { book: this.book, row: this.rect.row, column: this.rect.column };
      for (let y = 0; y < rows; y++) {
        for (let x = 0; x < columns; x++) {
          const [sy, sx] = [y % source.length, x % (source[0]?.length ?? 1)];
          const to = { book: destination.book, sheet: destination.data, row: rect.row + y, column: rect.column + x };
          const shift = turn
            ? { rows: 0, columns: 0 }
            : { rows: to.row - from.row - sy, columns: to.column - from.column - sx };
          copyCell(this.book, source[sy]?.[sx] ?? null, this.resultAt(sy, sx, turn ?? false), to, kind, shift);
        }
      }
    }
    touch(destination.book);
  }

  /** The computed value behind an offset in the (possibly turned) source. */
  private resultAt(y: number, x: number, turned: boolean): CellValue {
    return turned
      ? this.computedAt(this.rect.row + x, this.rect.column + y)
      : this.computedAt(this.rect.row + y, this.rect.column + x);
  }

  private cells(): (Cell | null)[][] {
    return this.grid((row, column) => {
      const cell = cellAt(this.data, row, column);
      return cell && (JSON.parse(JSON.stringify(cell)) as Cell);
    });
  }

  copyValuesToRange(target: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.copyTo(this.targetRange(target, column, columnEnd, row, rowEnd), CopyPasteType.PASTE_VALUES);
  }

  copyFormatToRange(target: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): void {
    this.copyTo(this.targetRange(target, column, columnEnd, row, rowEnd), CopyPasteType.PASTE_FORMAT);
  }

  private targetRange(target: Sheet | number, column: number, columnEnd: number, row: number, rowEnd: number): Range {
    const sheet = typeof target === "number" ? this.views.sheet(this.bookId, target) : target;
    return sheet.getRange(row, column, rowEnd - row + 1, columnEnd - column + 1);
  }

  moveTo(target: Range): void {
    this.assertMayEdit();
    const { rows, columns, row, column } = this.rect;
    const rect = { row: target.rect.row, column: target.rect.column, rows, columns };
    target.assertMayEdit(rect);
    const cells = this.cells();
    this.grid((y, x) => putCell(this.data, y, x, null));
    // A move, unlike a copy, leaves the moved formulas as they are.
    this.block(rect).grid((y, x) => putCell(target.data, y, x, cells[y - rect.row]?.[x - rect.column] ?? null));
    touch(this.book);
    if (row !== rect.row || column !== rect.column) touch(target.book);
  }

  insertCells(shiftDimension: EnumValue): Range {
    this.assertMayEdit();
    const { row, column, rows, columns } = this.rect;
    const { data } = this;
    const down = shiftDimension === Dimension.ROWS;
    const extent = { rows: data.rows.length, columns: Math.max(0, ...data.rows.map((cells) => cells.length)) };
    if (down) {
      for (let y = extent.rows; y >= row; y--) {
        for (let x = column; x < column + columns; x++) putCell(data, y + rows, x, cellAt(data, y, x));
      }
    } else {
      for (let x = extent.columns; x >= column; x--) {
        for (let y = row; y < row + rows; y++) putCell(data, y, x + columns, cellAt(data, y, x));
      }
    }
    this.grid((y, x) => putCell(data, y, x, null));
    touch(this.book);
    return this;
  }

  deleteCells(shiftDimension: EnumValue): void {
    this.assertMayEdit();
    const { row, column, rows, columns } = this.rect;
    const { data } = this;
    const up = shiftDimension === Dimension.ROWS;
    const extent = { rows: data.rows.length, columns: Math.max(0, ...data.rows.map((cells) => cells.length)) };
    if (up) {
      for (let y = row; y <= extent.rows; y++) {
        for (let x = column; x < column + columns; x++) putCell(data, y, x, cellAt(data, y + rows, x));
      }
    } else {
      for (let x = column; x <= extent.columns; x++) {
        for (let y = row; y < row + rows; y++) putCell(data, y, x, cellAt(data, y, x + columns));
      }
    }
    touch(this.book);
  }

  trimWhitespace(): Range {
    this.assertMayEdit();
    this.grid((row, column) => {
      const cell = cellAt(this.data, row, column);
      if (typeof cell?.v === "string") cell.v = cell.v.trim().replace(/ {2,}/g, " ");
    });
    touch(this.book);
    return this;
  }

  removeDuplicates(columnsToCompare?: number[] | null): Range {
    this.assertMayEdit();
    const { row, column, rows, columns } = this.rect;
    const compared = columnsToCompare ?? Array.from({ length: columns }, (_, x) => column + x);
    const cells = this.cells();
    const seen = new Set<string>();
    const kept = cells.filter((_, y) => {
      const key = JSON.stringify(compared.map((x) => String(this.computedAt(row + y, x)).toLowerCase()));
      return seen.has(key) ? false : seen.add(key);
    });
    this.grid((y, x) => putCell(this.data, y, x, kept[y - row]?.[x - column] ?? null));
    touch(this.book);
    return this.block({ row, column, rows: Math.min(kept.length, rows), columns });
  }

  splitTextToColumns(delimiter?: string | null): void {
    const values = this.grid((row, column) => this.computedAt(row, column));
    values.forEach((line, y) => {
      const text = String(line[0] ?? "");
      const parts = text.split(delimiter ?? (text.includes(";") ? ";" : ","));
      this.getSheet()
        .getRange(this.rect.row + y, this.rect.column, 1, parts.length)
        .setValues([parts.map((part) => part.trim())]);
    });
  }
}

function pasteKind(what: EnumValue | { formatOnly?: boolean; contentsOnly?: boolean } | null): CopyWhat {
  if (what === null) return "all";
  if ("name" in what && "enumName" in what) return PASTE[what.name] ?? "all";
  const options = what;
  return options.formatOnly ? "format" : options.contentsOnly ? "contents" : "all";
}

const PASTE: Record<string, CopyWhat> = {
  PASTE_NORMAL: "all",
  PASTE_NO_BORDERS: "noBorders",
  PASTE_FORMAT: "format",
  PASTE_FORMULA: "contents",
  PASTE_DATA_VALIDATION: "validation",
  PASTE_VALUES: "values",
  PASTE_CONDITIONAL_FORMATTING: "nothing",
  PASTE_COLUMN_WIDTHS: "widths",
};

/** A destination that holds the source a whole number of times is filled with it; any other takes it once. */
function fitted(wanted: number, size: number): number {
  return wanted > size && wanted % size === 0 ? wanted : size;
}

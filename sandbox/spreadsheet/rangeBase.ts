// A range's place: where it is, how it is named, and ranges beside it.
import { GoogleError } from "../kernel/contract";
import { cellAt, hasContent } from "./cells";
import { Dimension, Direction } from "./enums";
import { valueAt } from "./formulas";
import type { EnumValue } from "../kernel/contract";
import type { CellValue, Rect, SheetData, SpreadsheetData } from "./model";
import { contains, toA1 } from "./rect";
import type { Range } from "./range";
import type { Sheet } from "./sheet";
import { SheetsObject, type Views } from "./views";

/** The part of Range that everything else stands on. */
export abstract class RangeBase extends SheetsObject {
  readonly typeName = "Spreadsheet.Range";

  constructor(
    views: Views,
    readonly bookId: string,
    readonly sheetId: number,
    readonly rect: Rect,
  ) {
    super(views);
  }

  protected get book(): SpreadsheetData {
    return this.views.book(this.bookId);
  }

  protected get data(): SheetData {
    return this.views.sheetData(this.bookId, this.sheetId);
  }

  /** This object as the whole class it is part of, for methods that return their range. */
  protected abstract get self(): Range;

  assertMayEdit(rect: Rect = this.rect): void {
    this.views.assertMayEdit(this.bookId, this.data, rect);
  }

  protected block(rect: Rect): Range {
    return this.views.range(this.bookId, this.sheetId, rect);
  }

  protected computedAt(row: number, column: number): CellValue {
    return valueAt(this.book, this.data, row, column, this.views.now());
  }

  /** Builds a two-dimensional array, row by row. */
  protected grid<T>(make: (row: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.rect;
    const lines: T[][] = [];
    for (let y = row; y < row + rows; y++) {
      const line: T[] = [];
      for (let x = column; x < column + columns; x++) line.push(make(y, x));
      lines.push(line);
    }
    return lines;
  }

  /** Refuses data of another shape than the range's, with Google's texts. */
  protected assertShape(data: unknown[][]): void {
    const { rows, columns } = this.rect;
    if (data.length !== rows) {
      throw new GoogleError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${data.length} but the range has ${rows}.`,
      );
    }
    for (const line of data) {
      if (line.length === columns) continue;
      throw new GoogleError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${line.length} but the range has ${columns}.`,
      );
    }
  }

  getA1Notation(): string {
    return toA1(this.rect);
  }

  getRow(): number {
    return this.rect.row;
  }

  getRowIndex(): number {
    return this.rect.row;
  }

  getColumn(): number {
    return this.rect.column;
  }

  getLastRow(): number {
    return this.rect.row + this.rect.rows - 1;
  }

  getLastColumn(): number {
    return this.rect.column + this.rect.columns - 1;
  }

  getNumRows(): number {
    return this.rect.rows;
  }

  getNumColumns(): number {
    return this.rect.columns;
  }

  getHeight(): number {
    return this.rect.rows;
  }

  getWidth(): number {
    return this.rect.columns;
  }

  getGridId(): number {
    return this.sheetId;
  }

  getSheet(): Sheet {
    return this.views.sheet(this.bookId, this.sheetId);
  }

  isStartRowBounded(): boolean {
    return !(this.rect.openRows && this.rect.row === 1);
  }

  isStartColumnBounded(): boolean {
    return !(this.rect.openColumns && this.rect.column === 1);
  }

  isEndRowBounded(): boolean {
    return !this.rect.openRows;
  }

  isEndColumnBounded(): boolean {
    return !this.rect.openColumns;
  }

  getCell(row: number, column: number): Range {
    if (row < 1 || column < 1 || row > this.rect.rows || column > this.rect.columns) {
      throw new GoogleError("Cell reference out of range");
    }
    return this.block({ row: this.rect.row + row - 1, column: this.rect.column + column - 1, rows: 1, columns: 1 });
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number | null, numColumns?: number | null): Range {
    return this.getSheet().getRange(
      this.rect.row + rowOffset,
      this.rect.column + columnOffset,
      numRows ?? this.rect.rows,
      numColumns ?? this.rect.columns,
    );
  }

  activate(): Range {
    this.views.select(this.bookId, this.sheetId, [this.rect], this.getA1Notation());
    return this.self;
  }

  activateAsCurrentCell(): Range {
    return this.activate();
  }

  /** The block of content around the range, as Ctrl+A selects it. */
  getDataRegion(dimension?: EnumValue | null): Range {
    let rect: Rect = { ...this.rect };
    for (;;) {
      const grown = this.growOnce(rect, dimension ?? null);
      if (contains(rect, grown)) return this.block(rect);
      rect = grown;
    }
  }

  private growOnce(rect: Rect, dimension: EnumValue | null): Rect {
    const sheet = this.data;
    const filled = (row: number, column: number): boolean => hasContent(cellAt(sheet, row, column));
    const wide = dimension === Dimension.ROWS ? 0 : 1;
    const tall = dimension === Dimension.COLUMNS ? 0 : 1;
    const grown = { top: 0, bottom: 0, left: 0, right: 0 };
    for (let column = rect.column - wide; column < rect.column + rect.columns + wide; column++) {
      if (tall && filled(rect.row - 1, column)) grown.top = 1;
      if (tall && filled(rect.row + rect.rows, column)) grown.bottom = 1;
    }
    for (let row = rect.row - tall; row < rect.row + rect.rows + tall; row++) {
      if (wide && filled(row, rect.column - 1)) grown.left = 1;
      if (wide && filled(row, rect.column + rect.columns)) grown.right = 1;
    }
    return {
      row: rect.row - grown.top,
      column: rect.column - grown.left,
      rows: rect.rows + grown.top + grown.bottom,
      columns: rect.columns + grown.left + grown.right,
    };
  }

  /** Where Ctrl and an arrow key would go from the range's first cell. */
  getNextDataCell(direction: EnumValue): Range {
    const steps = new Map<EnumValue, [number, number]>([
      [Direction.UP, [-1, 0]],
      [Direction.DOWN, [1, 0]],
      [Direction.PREVIOUS, [0, -1]],
      [Direction.NEXT, [0, 1]],
    ]);
    const [down, right] = steps.get(direction) ?? [1, 0];
    const sheet = this.data;
    let { row, column } = this.rect;
    const filled = (y: number, x: number): boolean => hasContent(cellAt(sheet, y, x));
    const inside = (y: number, x: number): boolean => y >= 1 && x >= 1 && y <= sheet.maxRows && x <= sheet.maxColumns;
    const along = filled(row, column) && filled(row + down, column + right);
    while (inside(row + down, column + right)) {
      if (along && !filled(row + down, column + right)) break;
      row += down;
      column += right;
      if (!along && filled(row, column)) break;
    }
    return this.block({ row, column, rows: 1, columns: 1 });
  }
}

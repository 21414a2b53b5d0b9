// A tab's outside: name, colour, frozen and hidden lines, sizes, and inserting, deleting and moving of lines.
import { type EnumValue, GoogleError } from "../kernel/contract";
import { assertMayEdit } from "./access";
import { cellAt } from "./cells";
import { SheetType } from "./enums";
import { formatAt, valueAt } from "./formulas";
import { isRowHidden } from "./filter";
import { localeOf } from "./locales";
import type { Rect, SheetData, SpreadsheetData } from "./model";
import { displayValue } from "./numberFormat";
import type { Range } from "./range";
import type { Axis } from "./rect";
import type { Sheet } from "./sheet";
import { touch } from "./state";
import { deleteLines, insertLines, moveLines } from "./structure";
import { normalColor } from "./styles";
import { renameTab } from "./tabs";
import { SheetsObject, type Views } from "./views";

const DEFAULT_WIDTH = 100;
const DEFAULT_HEIGHT = 21;

const OUT_OF_BOUNDS: Record<Axis, string> = {
  rows: "Those rows are out of bounds.",
  columns: "Those columns are out of bounds.",
};
const ALL_GONE: Record<Axis, string> = {
  rows: "You can't delete all the rows on the sheet.",
  columns: "You can't delete all the columns on the sheet.",
};
const ALL_UNFROZEN: Record<Axis, string> = {
  rows: "Sorry, it is not possible to delete all non-frozen rows.",
  columns: "Sorry, it is not possible to delete all non-frozen columns.",
};

/** The part of Sheet that is about lines and looks of the whole tab. */
export abstract class SheetLayout extends SheetsObject {
  readonly typeName = "Spreadsheet.Sheet";

  constructor(
    views: Views,
    readonly bookId: string,
    readonly sheetId: number,
  ) {
    super(views);
  }

  protected abstract get self(): Sheet;

  protected get book(): SpreadsheetData {
    return this.views.book(this.bookId);
  }

  /** The tab as it is kept. */
  get data(): SheetData {
    return this.views.sheetData(this.bookId, this.sheetId);
  }

  protected changed(): Sheet {
    touch(this.book);
    return this.self;
  }

  protected assertMayEditTab(): void {
    this.views.assertMayEditTab(this.bookId, this.data);
  }

  getName(): string {
    return this.data.name;
  }
  getSheetName(): string {
    return this.data.name;
  }
  setName(name: string): Sheet {
    this.assertMayEditTab();
    renameTab(this.book, this.data, name);
    return this.self;
  }
  getSheetId(): number {
    return this.data.id;
  }
  getIndex(): number {
    return this.book.sheets.indexOf(this.data) + 1;
  }
  getType(): EnumValue {
    return SheetType.GRID;
  }
  /** Pictures, drawings, slicers, pivot tables and stripes cannot be made here, so there are none. */
  getBandings(): [] {
    return [];
  }
  getDrawings(): [] {
    return [];
  }
  getImages(): [] {
    return [];
  }
  getPivotTables(): [] {
    return [];
  }
  getSlicers(): [] {
    return [];
  }
  getFormUrl(): string | null {
    return this.data.formUrl;
  }
  getMaxRows(): number {
    return this.data.maxRows;
  }
  getMaxColumns(): number {
    return this.data.maxColumns;
  }

  getTabColor(): string | null {
    return this.data.tabColor;
  }
  setTabColor(color: string | null): Sheet {
    this.assertMayEditTab();
    this.data.tabColor = color === null ? null : normalColor(color);
    return this.changed();
  }
  isSheetHidden(): boolean {
    return this.data.hidden;
  }
  hideSheet(): Sheet {
    this.assertMayEditTab();
    if (!this.data.hidden && this.book.sheets.filter(({ hidden }) => !hidden).length === 1) {
      throw new GoogleError("You can't hide all the sheets in a document.");
    }
    this.data.hidden = true;
    return this.changed();
  }
  showSheet(): Sheet {
    this.assertMayEditTab();
    this.data.hidden = false;
    return this.changed();
  }
  hasHiddenGridlines(): boolean {
    return this.data.hiddenGridlines;
  }
  setHiddenGridlines(hide: boolean): Sheet {
    this.data.hiddenGridlines = hide;
    return this.changed();
  }
  isRightToLeft(): boolean {
    return this.data.rightToLeft;
  }
  setRightToLeft(rightToLeft: boolean): Sheet {
    this.data.rightToLeft = rightToLeft;
    return this.changed();
  }

  getFrozenRows(): number {
    return this.data.frozenRows;
  }
  getFrozenColumns(): number {
    return this.data.frozenColumns;
  }
  setFrozenRows(rows: number): void {
    this.assertMayEditTab();
    if (rows >= this.data.maxRows) throw new GoogleError("You can't freeze all visible rows on the sheet.");
    this.data.frozenRows = rows;
    this.changed();
  }
  setFrozenColumns(columns: number): void {
    this.assertMayEditTab();
    if (columns >= this.data.maxColumns) throw new GoogleError("You can't freeze all visible columns on the sheet.");
    this.data.frozenColumns = columns;
    this.changed();
  }

  getColumnWidth(columnPosition: number): number {
    this.assertInside("columns", columnPosition, 1);
    return this.data.columnWidths[String(columnPosition)] ?? DEFAULT_WIDTH;
  }
  setColumnWidth(columnPosition: number, width: number): Sheet {
    return this.setColumnWidths(columnPosition, 1, width);
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): Sheet {
    return this.resize("columns", "columnWidths", startColumn, numColumns, () => width);
  }
  getRowHeight(rowPosition: number): number {
    this.assertInside("rows", rowPosition, 1);
    return this.data.rowHeights[String(rowPosition)] ?? DEFAULT_HEIGHT;
  }
  setRowHeight(rowPosition: number, height: number): Sheet {
    return this.setRowHeights(rowPosition, 1, height);
  }
  setRowHeights(startRow: number, numRows: number, height: number): Sheet {
    return this.resize("rows", "rowHeights", startRow, numRows, () => Math.max(height, DEFAULT_HEIGHT));
  }
  setRowHeightsForced(startRow: number, numRows: number, height: number): Sheet {
    return this.resize("rows", "rowHeights", startRow, numRows, () => height);
  }
  autoResizeColumn(columnPosition: number): Sheet {
    return this.autoResizeColumns(columnPosition, 1);
  }
  /** Fits widths to the shown text by a rough measure: seven pixels a character. */
  autoResizeColumns(startColumn: number, numColumns: number): Sheet {
    return this.resize("columns", "columnWidths", startColumn, numColumns, (column) => this.contentWidth(column));
  }
  autoResizeRows(startRow: number, numRows: number): Sheet {
    return this.resize("rows", "rowHeights", startRow, numRows, () => DEFAULT_HEIGHT);
  }

  private contentWidth(column: number): number {
    const { book, data } = this;
    const locale = localeOf(book.locale);
    const lengths = data.rows.map((_, index) => {
      const value = valueAt(book, data, index + 1, column, this.views.now());
      return value === ""
        ? 0
        : displayValue(value, formatAt(book, data, cellAt(data, index + 1, column)), locale).length;
    });
    return Math.max(21, lengths.reduce((most, length) => Math.max(most, length), 0) * 7 + 10);
  }

  private resize(
    axis: Axis,
    key: "columnWidths" | "rowHeights",
    at: number,
    count: number,
    size: (line: number) => number,
  ): Sheet {
    this.assertMayEditTab();
    this.assertInside(axis, at, count);
    for (let line = at; line < at + count; line++) this.data[key][String(line)] = size(line);
    return this.changed();
  }

  hideRows(rowIndex: number, numRows?: number | null): void {
    this.hide("rows", rowIndex, numRows ?? 1);
  }
  hideRow(row: Range): void {
    this.hide("rows", row.getRow(), row.getNumRows());
  }
  hideColumns(columnIndex: number, numColumns?: number | null): void {
    this.hide("columns", columnIndex, numColumns ?? 1);
  }
  hideColumn(column: Range): void {
    this.hide("columns", column.getColumn(), column.getNumColumns());
  }
  showRows(rowIndex: number, numRows?: number | null): void {
    this.show("rows", rowIndex, numRows ?? 1);
  }
  unhideRow(row: Range): void {
    this.show("rows", row.getRow(), row.getNumRows());
  }
  showColumns(columnIndex: number, numColumns?: number | null): void {
    this.show("columns", columnIndex, numColumns ?? 1);
  }
  unhideColumn(column: Range): void {
    this.show("columns", column.getColumn(), column.getNumColumns());
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.data.hiddenRows.includes(rowPosition);
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.data.hiddenColumns.includes(columnPosition);
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return isRowHidden(this.book, this.data, rowPosition, this.views.now());
  }

  private hide(axis: Axis, at: number, count: number): void {
    this.assertMayEditTab();
    this.assertInside(axis, at, count);
    const key = axis === "rows" ? "hiddenRows" : "hiddenColumns";
    const lines = Array.from({ length: count }, (_, offset) => at + offset);
    this.data[key] = [...new Set([...this.data[key], ...lines])].sort((a, b) => a - b);
    this.changed();
  }

  private show(axis: Axis, at: number, count: number): void {
    this.assertMayEditTab();
    this.assertInside(axis, at, count);
    const key = axis === "rows" ? "hiddenRows" : "hiddenColumns";
    this.data[key] = this.data[key].filter((line) => line < at || line >= at + count);
    this.changed();
  }

  insertRowAfter(afterPosition: number): Sheet {
    return this.insertRowsAfter(afterPosition, 1);
  }
  insertRowBefore(beforePosition: number): Sheet {
    return this.insertRowsBefore(beforePosition, 1);
  }
  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    this.assertInside("rows", afterPosition, 1);
    return this.insert("rows", afterPosition + 1, howMany, afterPosition);
  }
  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    this.assertInside("rows", beforePosition, 1);
    return this.insert("rows", beforePosition, howMany, beforePosition);
  }
  insertRows(rowIndex: number, numRows?: number | null): void {
    this.insertRowsBefore(rowIndex, numRows ?? 1);
  }
  insertColumnAfter(afterPosition: number): Sheet {
    return this.insertColumnsAfter(afterPosition, 1);
  }
  insertColumnBefore(beforePosition: number): Sheet {
    return this.insertColumnsBefore(beforePosition, 1);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    this.assertInside("columns", afterPosition, 1);
    return this.insert("columns", afterPosition + 1, howMany, afterPosition);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    this.assertInside("columns", beforePosition, 1);
    return this.insert("columns", beforePosition, howMany, beforePosition);
  }
  insertColumns(columnIndex: number, numColumns?: number | null): void {
    this.insertColumnsBefore(columnIndex, numColumns ?? 1);
  }

  private insert(axis: Axis, at: number, count: number, like: number): Sheet {
    if (count < 1) throw new GoogleError(OUT_OF_BOUNDS[axis]);
    this.assertMayEditTab();
    insertLines(this.book, this.data, axis, at, count, like);
    return this.self;
  }

  deleteRow(rowPosition: number): Sheet {
    return this.remove("rows", rowPosition, 1);
  }
  deleteRows(rowPosition: number, howMany: number): void {
    this.remove("rows", rowPosition, howMany);
  }
  deleteColumn(columnPosition: number): Sheet {
    return this.remove("columns", columnPosition, 1);
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    this.remove("columns", columnPosition, howMany);
  }

  private remove(axis: Axis, at: number, count: number): Sheet {
    const { data } = this;
    this.assertInside(axis, at, count);
    const max = axis === "rows" ? data.maxRows : data.maxColumns;
    const frozen = axis === "rows" ? data.frozenRows : data.frozenColumns;
    if (count >= max) throw new GoogleError(ALL_GONE[axis]);
    if (at <= frozen + 1 && at + count > max) throw new GoogleError(ALL_UNFROZEN[axis]);
    assertMayEdit(this.exec.world, this.book, data, this.lines(axis, at, count), this.exec.effectiveUser);
    deleteLines(this.book, data, axis, at, count);
    return this.self;
  }

  moveRows(rowSpec: Range, destinationIndex: number): void {
    this.move("rows", rowSpec.getRow(), rowSpec.getNumRows(), destinationIndex);
  }
  moveColumns(columnSpec: Range, destinationIndex: number): void {
    this.move("columns", columnSpec.getColumn(), columnSpec.getNumColumns(), destinationIndex);
  }

  private move(axis: Axis, at: number, count: number, to: number): void {
    const max = axis === "rows" ? this.data.maxRows : this.data.maxColumns;
    if (to < 1 || to > max + 1) throw new GoogleError(OUT_OF_BOUNDS[axis]);
    assertMayEdit(this.exec.world, this.book, this.data, this.lines(axis, at, count), this.exec.effectiveUser);
    moveLines(this.book, this.data, axis, at, count, to);
  }

  private lines(axis: Axis, at: number, count: number): Rect {
    const { maxRows, maxColumns } = this.data;
    return axis === "rows"
      ? { row: at, column: 1, rows: count, columns: maxColumns }
      : { row: 1, column: at, rows: maxRows, columns: count };
  }

  private assertInside(axis: Axis, at: number, count: number): void {
    const max = axis === "rows" ? this.data.maxRows : this.data.maxColumns;
    if (at < 1 || count < 1 || at + count - 1 > max) throw new GoogleError(OUT_OF_BOUNDS[axis]);
  }
}

// What Spreadsheet passes on to its active tab, and its small window functions.
import type { CellValue } from "./model";
import type { Range } from "./range";
import type { RangeList } from "./rangeList";
import type { Selection } from "./selection";
import type { Sheet } from "./sheet";
import { SheetsObject, type Views } from "./views";

/** The part of Spreadsheet that only delegates. */
export abstract class SpreadsheetShortcuts extends SheetsObject {
  readonly typeName = "Spreadsheet.Spreadsheet";
  constructor(
    views: Views,
    readonly bookId: string,
  ) {
    super(views);
  }

  abstract getActiveSheet(): Sheet;
  abstract getSelection(): Selection;

  toast(msg: string, title?: string | null, timeoutSeconds?: number | null): void {
    this.exec.ui?.toast({ title: title ?? "", text: msg, seconds: timeoutSeconds ?? 5 });
  }

  getActiveRange(): Range | null {
    return this.getSelection().getActiveRange();
  }
  getActiveRangeList(): RangeList | null {
    return this.getSelection().getActiveRangeList();
  }
  getActiveCell(): Range {
    return this.getActiveSheet().getActiveCell();
  }
  getCurrentCell(): Range | null {
    return this.getSelection().getCurrentCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return this.getActiveSheet().setActiveSelection(range);
  }
  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }

  appendRow(rowContents: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(rowContents);
  }
  autoResizeColumn(columnPosition: number): Sheet {
    return this.getActiveSheet().autoResizeColumn(columnPosition);
  }
  deleteColumn(columnPosition: number): Sheet {
    return this.getActiveSheet().deleteColumn(columnPosition);
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    this.getActiveSheet().deleteColumns(columnPosition, howMany);
  }
  deleteRow(rowPosition: number): Sheet {
    return this.getActiveSheet().deleteRow(rowPosition);
  }
  deleteRows(rowPosition: number, howMany: number): void {
    this.getActiveSheet().deleteRows(rowPosition, howMany);
  }
  getColumnWidth(columnPosition: number): number {
    return this.getActiveSheet().getColumnWidth(columnPosition);
  }
  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }
  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }
  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getRowHeight(rowPosition: number): number {
    return this.getActiveSheet().getRowHeight(rowPosition);
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): (CellValue | Date)[][] {
    return this.getActiveSheet().getSheetValues(startRow, startColumn, numRows, numColumns);
  }
  hideColumn(column: Range): void {
    this.getActiveSheet().hideColumn(column);
  }
  hideRow(row: Range): void {
    this.getActiveSheet().hideRow(row);
  }
  unhideColumn(column: Range): void {
    this.getActiveSheet().unhideColumn(column);
  }
  unhideRow(row: Range): void {
    this.getActiveSheet().unhideRow(row);
  }
  insertColumnAfter(afterPosition: number): Sheet {
    return this.getActiveSheet().insertColumnAfter(afterPosition);
  }
  insertColumnBefore(beforePosition: number): Sheet {
    return this.getActiveSheet().insertColumnBefore(beforePosition);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsAfter(afterPosition, howMany);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsBefore(beforePosition, howMany);
  }
  insertRowAfter(afterPosition: number): Sheet {
    return this.getActiveSheet().insertRowAfter(afterPosition);
  }
  insertRowBefore(beforePosition: number): Sheet {
    return this.getActiveSheet().insertRowBefore(beforePosition);
  }
  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsAfter(afterPosition, howMany);
  }
  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsBefore(beforePosition, howMany);
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(columnPosition);
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.getActiveSheet().isRowHiddenByFilter(rowPosition);
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.getActiveSheet().isRowHiddenByUser(rowPosition);
  }
  setColumnWidth(columnPosition: number, width: number): Sheet {
    return this.getActiveSheet().setColumnWidth(columnPosition, width);
  }
  setFrozenColumns(columns: number): void {
    this.getActiveSheet().setFrozenColumns(columns);
  }
  setFrozenRows(rows: number): void {
    this.getActiveSheet().setFrozenRows(rows);
  }
  setRowHeight(rowPosition: number, height: number): Sheet {
    return this.getActiveSheet().setRowHeight(rowPosition, height);
  }
  sort(columnPosition: number, ascending?: boolean | null): Sheet {
    return this.getActiveSheet().sort(columnPosition, ascending);
  }
}

// Sheet, complete: a tab with its ranges, rows of data, charts, rules, protection and selection.
import { type EnumValue, GoogleError } from "../kernel/contract";
import { editorsOf } from "./access";
import { contentExtent } from "./cells";
import { ChartBuilder, EmbeddedChart } from "./chart";
import { ConditionalFormatRule } from "./conditionalFormat";
import { Filter } from "./filter";
import { addMetadata, DeveloperMetadataFinder, type DeveloperMetadata } from "./metadata";
import type { CellValue } from "./model";
import { NamedRange } from "./namedRange";
import { Protection } from "./protection";
import type { Range } from "./range";
import { RangeList } from "./rangeList";
import { parseA1, splitSheetName, toA1 } from "./rect";
import { Selection } from "./selection";
import { SheetLayout } from "./sheetLayout";
import type { Spreadsheet } from "./spreadsheet";
import { nextNumber } from "./state";
import { insertLines, sortBlock } from "./structure";
import { copyTabTo } from "./tabs";
import { TextFinder } from "./textFinder";

/** A tab. */
export class Sheet extends SheetLayout {
  protected get self(): Sheet {
    return this;
  }

  getParent(): Spreadsheet {
    return this.views.spreadsheet(this.bookId);
  }

  getRange(
    rowOrA1: number | string,
    column?: number | null,
    numRows?: number | null,
    numColumns?: number | null,
  ): Range {
    if (typeof rowOrA1 === "string") return this.rangeByA1(rowOrA1);
    const rect = { row: rowOrA1, column: column ?? 1, rows: numRows ?? 1, columns: numColumns ?? 1 };
    const { maxRows, maxColumns } = this.data;
    if (rect.row < 1) throw new GoogleError("The starting row of the range is too small.");
    if (rect.column < 1) throw new GoogleError("The starting column of the range is too small.");
    if (rect.rows < 1) throw new GoogleError("The number of rows in the range must be at least 1.");
    if (rect.columns < 1) throw new GoogleError("The number of columns in the range must be at least 1.");
    if (rect.row + rect.rows - 1 > maxRows || rect.column + rect.columns - 1 > maxColumns) {
      throw new GoogleError("The coordinates of the range are outside the dimensions of the sheet.");
    }
    return this.views.range(this.bookId, this.sheetId, rect);
  }

  private rangeByA1(a1: string): Range {
    const { sheetName, area } = splitSheetName(a1);
    if (sheetName !== null) return this.getParent().getRange(a1);
    const rect = parseA1(area, this.data) ?? this.namedRect(area);
    if (
      !rect ||
      rect.row + rect.rows - 1 > this.data.maxRows ||
      rect.column + rect.columns - 1 > this.data.maxColumns
    ) {
      throw new GoogleError("Range not found");
    }
    return this.views.range(this.bookId, this.sheetId, rect);
  }

  private namedRect(name: string): Range["rect"] | null {
    return (
      this.book.namedRanges.find((range) => range.name === name && range.place.sheetId === this.sheetId)?.place ?? null
    );
  }

  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(
      this.views,
      a1Notations.map((a1) => this.getRange(a1)),
    );
  }

  getLastRow(): number {
    return contentExtent(this.data).row;
  }

  getLastColumn(): number {
    return contentExtent(this.data).column;
  }

  /** From A1 to the last content; A1 alone on an empty tab. */
  getDataRange(): Range {
    const { row, column } = contentExtent(this.data);
    return this.getRange(1, 1, Math.max(row, 1), Math.max(column, 1));
  }

  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): (CellValue | Date)[][] {
    const rows = numRows === -1 ? this.getLastRow() - startRow + 1 : numRows;
    const columns = numColumns === -1 ? this.getLastColumn() - startColumn + 1 : numColumns;
    return this.getRange(startRow, startColumn, rows, columns).getValues();
  }

  /** Makes the grid large enough. */
  growTo(row: number, column: number): void {
    const { book, data } = this;
    if (row > data.maxRows) insertLines(book, data, "rows", data.maxRows + 1, row - data.maxRows, data.maxRows);
    if (column > data.maxColumns)
      insertLines(book, data, "columns", data.maxColumns + 1, column - data.maxColumns, data.maxColumns);
  }

  appendRow(rowContents: unknown[]): Sheet {
    if (rowContents.length === 0) throw new GoogleError("Row contents must not be empty.");
    const row = this.getLastRow() + 1;
    this.growTo(row, rowContents.length);
    this.getRange(row, 1, 1, rowContents.length).setValues([rowContents]);
    return this;
  }

  clear(options?: { formatOnly?: boolean; contentsOnly?: boolean } | null): Sheet {
    this.whole().clear(options);
    if (!options?.contentsOnly) this.data.conditionalFormats = [];
    return this.changed();
  }

  clearContents(): Sheet {
    this.whole().clear({ contentsOnly: true });
    return this;
  }

  clearFormats(): Sheet {
    this.whole().clear({ formatOnly: true });
    this.data.conditionalFormats = [];
    return this.changed();
  }

  clearNotes(): Sheet {
    this.whole().clear({ commentsOnly: true });
    return this;
  }

  private whole(): Range {
    const { rows } = this.data;
    const columns = Math.max(1, ...rows.map((cells) => cells.length));
    return this.views.range(this.bookId, this.sheetId, { row: 1, column: 1, rows: Math.max(1, rows.length), columns });
  }

  /** Sorts all rows below the frozen ones. */
  sort(columnPosition: number, ascending?: boolean | null): Sheet {
    const { book, data } = this;
    if (columnPosition < 1 || columnPosition > data.maxColumns)
      throw new GoogleError("Those columns are out of bounds.");
    const rows = data.maxRows - data.frozenRows;
    const rect = { row: data.frozenRows + 1, column: 1, rows, columns: data.maxColumns };
    this.views.assertMayEdit(this.bookId, data, rect);
    sortBlock(book, data, rect, [{ column: columnPosition, ascending: ascending ?? true }], this.views.now());
    return this;
  }

  getFilter(): Filter | null {
    return this.data.filter ? new Filter(this.views, this.bookId, this.sheetId) : null;
  }

  getProtections(type: EnumValue): Protection[] {
    return this.data.protections
      .filter((protection) => protection.type === type.name)
      .map(({ id }) => new Protection(this.views, this.bookId, this.sheetId, id));
  }

  protect(): Protection {
    this.assertMayEditTab();
    const { data, book } = this;
    const existing = data.protections.find((protection) => protection.type === "SHEET");
    if (existing) return new Protection(this.views, this.bookId, this.sheetId, existing.id);
    const id = this.exec.world.newId("other");
    data.protections.push({
      id,
      type: "SHEET",
      range: { row: 1, column: 1, rows: data.maxRows, columns: data.maxColumns },
      description: "",
      warningOnly: false,
      editors: [...new Set([...editorsOf(this.exec.world, book), this.exec.effectiveUser])],
      unprotected: [],
    });
    this.changed();
    return new Protection(this.views, this.bookId, this.sheetId, id);
  }

  getNamedRanges(): NamedRange[] {
    return this.book.namedRanges
      .filter(({ place }) => place.sheetId === this.sheetId)
      .map((range) => new NamedRange(this.views, this.bookId, range));
  }

  newChart(): ChartBuilder {
    return new ChartBuilder(this.views, this.bookId, null);
  }
  getCharts(): EmbeddedChart[] {
    return this.data.charts.map((chart) => new EmbeddedChart(this.views, this.bookId, chart));
  }
  insertChart(chart: EmbeddedChart): void {
    this.assertMayEditTab();
    this.data.charts.push({ ...chart.data, id: nextNumber(this.book) });
    this.changed();
  }
  updateChart(chart: EmbeddedChart): void {
    this.assertMayEditTab();
    const index = this.data.charts.findIndex(({ id }) => id === chart.data.id);
    if (index < 0) throw new GoogleError("The chart does not exist on this sheet.");
    this.data.charts[index] = chart.data;
    this.changed();
  }
  removeChart(chart: EmbeddedChart): void {
    this.assertMayEditTab();
    this.data.charts = this.data.charts.filter(({ id }) => id !== chart.data.id);
    this.changed();
  }

  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.data.conditionalFormats.map(
      (rule) => new ConditionalFormatRule(this.views, this.bookId, this.sheetId, rule),
    );
  }
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    this.assertMayEditTab();
    this.data.conditionalFormats = rules.map(({ rule }) => rule);
    this.changed();
  }
  clearConditionalFormatRules(): void {
    this.setConditionalFormatRules([]);
  }

  copyTo(spreadsheet: Spreadsheet): Sheet {
    const copy = copyTabTo(this.book, this.data, this.views.book(spreadsheet.bookId));
    return this.views.sheet(spreadsheet.bookId, copy.id);
  }

  activate(): Sheet {
    this.views.select(this.bookId, this.sheetId, [{ row: 1, column: 1, rows: 1, columns: 1 }], "A1");
    return this;
  }
  getSelection(): Selection {
    return new Selection(this.views, this.bookId);
  }
  getActiveCell(): Range {
    return this.getSelection().getCurrentCell() ?? this.getRange(1, 1);
  }
  getActiveRange(): Range | null {
    return this.getSelection().getActiveRange();
  }
  getActiveRangeList(): RangeList | null {
    return this.getSelection().getActiveRangeList();
  }
  getCurrentCell(): Range | null {
    return this.getSelection().getCurrentCell();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return (typeof range === "string" ? this.getRange(range) : range).activate();
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    const rects = rangeList.getRanges().map(({ rect }) => rect);
    this.views.select(this.bookId, this.sheetId, rects, rects.map(toA1).join(","));
    return rangeList;
  }
  setCurrentCell(cell: Range): Range {
    return cell.activate();
  }

  createTextFinder(findText: string): TextFinder {
    const { maxRows, maxColumns } = this.data;
    const place = { row: 1, column: 1, rows: maxRows, columns: maxColumns, sheetId: this.sheetId };
    return new TextFinder(this.views, this.bookId, [place], findText);
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue | null)[]): Sheet {
    addMetadata(this.views, this.bookId, { sheetId: this.sheetId }, key, rest);
    return this;
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.views, this.bookId, { sheetId: this.sheetId });
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return this.createDeveloperMetadataFinder()
      .find()
      .filter((entry) => entry.getLocation().getLocationType().name === "SHEET");
  }
}

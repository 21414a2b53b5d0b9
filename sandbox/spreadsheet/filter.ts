// Filters: which rows a tab's filter hides, and the Filter and FilterCriteria objects.
import type { EnumValue } from "../kernel/contract";
import { criteriaArguments, storedArguments } from "./arguments";
import { cellAt } from "./cells";
import { candidateOf, holds } from "./criteria";
import { BooleanCriteria, named } from "./enums";
import { formatAt, valueAt } from "./formulas";
import type { FilterData, FilterRule, SheetData, SpreadsheetData } from "./model";
import type { Range } from "./range";
import { sortBlock } from "./structure";
import { touch } from "./state";
import { GoogleError } from "../kernel/contract";
import { SheetsObject, type Views } from "./views";

/** Whether the tab's filter hides a row. The filter's first row, the heading, is never hidden. */
export function isRowHidden(book: SpreadsheetData, sheet: SheetData, row: number, now: number): boolean {
  const filter = sheet.filter;
  if (!filter || row <= filter.range.row || row >= filter.range.row + filter.range.rows) return false;
  return Object.entries(filter.columns).some(([column, rule]) => {
    const cell = cellAt(sheet, row, Number(column));
    const value = valueAt(book, sheet, row, Number(column), now);
    const candidate = candidateOf(book, value, formatAt(book, sheet, cell), now);
    const shown = value === "" ? "" : candidate.shown;
    if (rule.hiddenValues.includes(shown)) return true;
    if (rule.visibleValues.length > 0 && !rule.visibleValues.includes(shown)) return true;
    return rule.criteria !== null && !holds(rule.criteria, rule.values, candidate);
  });
}

const EMPTY_RULE: FilterRule = { criteria: null, values: [], hiddenValues: [], visibleValues: [] };

/** The filter of a tab. */
export class Filter extends SheetsObject {
  readonly typeName = "Spreadsheet.Filter";
  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly sheetId: number,
  ) {
    super(views);
  }

  private get data(): FilterData {
    const filter = this.views.sheetData(this.bookId, this.sheetId).filter;
    if (!filter) throw new GoogleError("The filter has been removed.");
    return filter;
  }

  private assertMayEdit(): void {
    this.views.assertMayEdit(this.bookId, this.views.sheetData(this.bookId, this.sheetId), this.data.range);
  }

  private assertColumn(column: number): void {
    const { range } = this.data;
    if (column < range.column || column >= range.column + range.columns) {
      throw new GoogleError("The column position is outside of the filter's range.");
    }
  }

  getRange(): Range {
    return this.views.range(this.bookId, this.sheetId, this.data.range);
  }

  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    this.assertColumn(columnPosition);
    const rule = this.data.columns[String(columnPosition)];
    return rule ? new FilterCriteria(this.views, this.bookId, rule) : null;
  }

  setColumnFilterCriteria(columnPosition: number, criteria: FilterCriteria | null): Filter {
    this.assertColumn(columnPosition);
    this.assertMayEdit();
    if (criteria) this.data.columns[String(columnPosition)] = criteria.rule;
    else delete this.data.columns[String(columnPosition)];
    touch(this.views.book(this.bookId));
    return this;
  }

  removeColumnFilterCriteria(columnPosition: number): Filter {
    return this.setColumnFilterCriteria(columnPosition, null);
  }

  sort(columnPosition: number, ascending: boolean): Filter {
    this.assertColumn(columnPosition);
    this.assertMayEdit();
    const { range } = this.data;
    const body = { ...range, row: range.row + 1, rows: range.rows - 1 };
    const sheet = this.views.sheetData(this.bookId, this.sheetId);
    sortBlock(this.views.book(this.bookId), sheet, body, [{ column: columnPosition, ascending }], this.views.now());
    return this;
  }

  remove(): void {
    this.assertMayEdit();
    this.views.sheetData(this.bookId, this.sheetId).filter = null;
    touch(this.views.book(this.bookId));
  }
}

/** What a filter shows of a column. */
export class FilterCriteria extends SheetsObject {
  readonly typeName: string = "Spreadsheet.FilterCriteria";
  constructor(
    views: Views,
    protected readonly bookId: string,
    readonly rule: FilterRule,
  ) {
    super(views);
  }
  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.views, this.bookId, { ...this.rule });
  }
  getCriteriaType(): EnumValue | null {
    return this.rule.criteria === null ? null : named(BooleanCriteria, this.rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    return criteriaArguments(this.views, this.bookId, this.rule.values);
  }
  getHiddenValues(): string[] {
    return [...this.rule.hiddenValues];
  }
  getVisibleValues(): string[] {
    return [...this.rule.visibleValues];
  }
}

/** Makes filter criteria. */
export class FilterCriteriaBuilder extends FilterCriteria {
  override readonly typeName = "Spreadsheet.FilterCriteriaBuilder";
  constructor(views: Views, bookId: string, rule: FilterRule = EMPTY_RULE) {
    super(views, bookId, { ...rule });
  }
  private when(criteria: keyof typeof BooleanCriteria, ...values: unknown[]): this {
    this.rule.criteria = criteria;
    this.rule.values = storedArguments(values);
    return this;
  }
  build(): FilterCriteria {
    return new FilterCriteria(this.views, this.bookId, { ...this.rule });
  }
  setHiddenValues(values: string[]): this {
    this.rule.hiddenValues = values;
    return this;
  }
  setVisibleValues(values: string[]): this {
    this.rule.visibleValues = values;
    return this;
  }
  whenCellEmpty(): this {
    return this.when("CELL_EMPTY");
  }
  whenCellNotEmpty(): this {
    return this.when("CELL_NOT_EMPTY");
  }
  whenDateAfter(date: unknown): this {
    return this.when("DATE_AFTER", date);
  }
  whenDateBefore(date: unknown): this {
    return this.when("DATE_BEFORE", date);
  }
  whenDateEqualTo(date: unknown): this {
    return this.when("DATE_EQUAL_TO", date);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.when("CUSTOM_FORMULA", formula);
  }
  whenNumberBetween(start: number, end: number): this {
    return this.when("NUMBER_BETWEEN", start, end);
  }
  whenNumberEqualTo(number: number): this {
    return this.when("NUMBER_EQUAL_TO", number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.when("NUMBER_GREATER_THAN", number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.when("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }
  whenNumberLessThan(number: number): this {
    return this.when("NUMBER_LESS_THAN", number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.when("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.when("NUMBER_NOT_BETWEEN", start, end);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.when("NUMBER_NOT_EQUAL_TO", number);
  }
  whenTextContains(text: string): this {
    return this.when("TEXT_CONTAINS", text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.when("TEXT_DOES_NOT_CONTAIN", text);
  }
  whenTextEndsWith(text: string): this {
    return this.when("TEXT_ENDS_WITH", text);
  }
  whenTextEqualTo(text: string): this {
    return this.when("TEXT_EQUAL_TO", text);
  }
  whenTextStartsWith(text: string): this {
    return this.when("TEXT_STARTS_WITH", text);
  }
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    return this.when(criteria.name as keyof typeof BooleanCriteria, ...args);
  }
}

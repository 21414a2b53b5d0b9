// What limits or marks a range: validation, checkboxes, protection, filter, rich text and developer metadata.
import { type EnumValue, GoogleError } from "../kernel/contract";
import { editorsOf, canEditBlock } from "./access";
import { cellAt, emptyContent, ensureCell, internValidation, putCell, validationOf } from "./cells";
import { Filter } from "./filter";
import type { DeveloperMetadata } from "./metadata";
import { addMetadata, DeveloperMetadataFinder } from "./metadata";
import type { Cell, Validation } from "./model";
import { Protection } from "./protection";
import type { Range } from "./range";
import { RangeStyles } from "./rangeStyles";
import { intersects } from "./rect";
import { RichTextValue } from "./richText";
import { touch } from "./state";
import { TextFinder } from "./textFinder";
import { DataValidation } from "./validationRule";

/** Range with its rules. */
export abstract class RangeRules extends RangeStyles {
  private ruleAt(row: number, column: number): DataValidation | null {
    const rule = validationOf(this.book, cellAt(this.data, row, column));
    return rule && new DataValidation(this.views, this.bookId, rule);
  }

  /** Gives a cell the rule with a number from `ruleNumber`. */
  private setRule(cell: Cell, number: number | null): void {
    if (number === null) delete cell.d;
    else cell.d = number;
  }

  private ruleNumber(rule: Validation | null | undefined): number | null {
    return rule ? internValidation(this.book, rule) : null;
  }

  getDataValidation(): DataValidation | null {
    return this.ruleAt(this.rect.row, this.rect.column);
  }

  getDataValidations(): (DataValidation | null)[][] {
    return this.grid((row, column) => this.ruleAt(row, column));
  }

  setDataValidation(rule: DataValidation | null): Range {
    this.assertMayEdit();
    const number = this.ruleNumber(rule?.rule);
    this.grid((row, column) => {
      if (rule || cellAt(this.data, row, column)) this.setRule(ensureCell(this.data, row, column), number);
    });
    touch(this.book);
    return this.self;
  }

  setDataValidations(rules: (DataValidation | null)[][]): Range {
    this.assertShape(rules);
    this.assertMayEdit();
    this.grid((row, column) => {
      const rule = rules[row - this.rect.row]?.[column - this.rect.column]?.rule;
      this.setRule(ensureCell(this.data, row, column), this.ruleNumber(rule));
    });
    touch(this.book);
    return this.self;
  }

  clearDataValidations(): Range {
    return this.setDataValidation(null);
  }

  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): Range {
    this.assertMayEdit();
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined && value !== null) as string[];
    const rule = this.ruleNumber({ criteria: "CHECKBOX", values, allowInvalid: false, help: null });
    this.grid((row, column) => {
      const cell = ensureCell(this.data, row, column);
      this.setRule(cell, rule);
      const fits = values.length === 0 ? typeof cell.v === "boolean" : values.includes(cell.v as string);
      if (cell.f === undefined && !fits) cell.v = values.length === 0 ? false : (values[1] ?? "");
      if (cell.v === "") delete cell.v;
    });
    touch(this.book);
    return this.self;
  }

  removeCheckboxes(): Range {
    this.assertMayEdit();
    this.grid((row, column) => {
      const cell = cellAt(this.data, row, column);
      if (!cell || validationOf(this.book, cell)?.criteria !== "CHECKBOX") return;
      delete cell.d;
      emptyContent(cell);
    });
    touch(this.book);
    return this.self;
  }

  check(): Range {
    return this.tick(0);
  }

  uncheck(): Range {
    return this.tick(1);
  }

  private tick(which: 0 | 1): Range {
    this.assertMayEdit();
    this.grid((row, column) => {
      const cell = cellAt(this.data, row, column);
      const rule = validationOf(this.book, cell);
      if (!cell || rule?.criteria !== "CHECKBOX") return;
      const own = rule.values[which];
      cell.v = typeof own === "string" || typeof own === "number" ? own : which === 0;
    });
    touch(this.book);
    return this.self;
  }

  isChecked(): boolean | null {
    const states = this.grid((row, column) => {
      const rule = validationOf(this.book, cellAt(this.data, row, column));
      if (rule?.criteria !== "CHECKBOX") return null;
      return this.computedAt(row, column) === (rule.values[0] ?? true);
    }).flat();
    return states.includes(null) || new Set(states).size !== 1 ? null : (states[0] ?? null);
  }

  canEdit(): boolean {
    return canEditBlock(this.exec.world, this.book, this.data, this.rect, this.exec.effectiveUser);
  }

  protect(): Protection {
    this.assertMayEdit();
    const { book, data } = this;
    const id = this.exec.world.newId("other");
    data.protections.push({
      id,
      type: "RANGE",
      range: this.rect,
      description: "",
      warningOnly: false,
      editors: [...new Set([...editorsOf(this.exec.world, book), this.exec.effectiveUser])],
      unprotected: [],
    });
    touch(book);
    return new Protection(this.views, this.bookId, this.sheetId, id);
  }

  createFilter(): Filter {
    this.assertMayEdit();
    if (this.data.filter) throw new GoogleError("You can't create a filter in a sheet that already has a filter.");
    this.data.filter = { range: this.rect, columns: {} };
    touch(this.book);
    return new Filter(this.views, this.bookId, this.sheetId);
  }

  getFilter(): Filter | null {
    const filter = this.data.filter;
    return filter && intersects(filter.range, this.rect) ? new Filter(this.views, this.bookId, this.sheetId) : null;
  }

  private richTextAt(row: number, column: number): RichTextValue | null {
    const value = this.computedAt(row, column);
    if (value !== "" && typeof value !== "string") return null;
    return new RichTextValue(this.exec, value, cellAt(this.data, row, column)?.rich ?? []);
  }

  getRichTextValue(): RichTextValue | null {
    return this.richTextAt(this.rect.row, this.rect.column);
  }

  getRichTextValues(): (RichTextValue | null)[][] {
    return this.grid((row, column) => this.richTextAt(row, column));
  }

  setRichTextValue(value: RichTextValue): Range {
    this.assertMayEdit();
    this.grid((row, column) => this.putRichText(row, column, value));
    touch(this.book);
    return this.self;
  }

  setRichTextValues(values: RichTextValue[][]): Range {
    this.assertShape(values);
    this.assertMayEdit();
    this.grid((row, column) => {
      const value = values[row - this.rect.row]?.[column - this.rect.column];
      if (value) this.putRichText(row, column, value);
    });
    touch(this.book);
    return this.self;
  }

  /** Rich text is never read as a number, a date or a formula. */
  private putRichText(row: number, column: number, value: RichTextValue): void {
    const cell = ensureCell(this.data, row, column);
    emptyContent(cell);
    if (value.text !== "") cell.v = value.text;
    if (value.runs.length > 0) cell.rich = value.runs;
    if (Object.keys(cell).length === 0) putCell(this.data, row, column, null);
  }

  createTextFinder(findText: string): TextFinder {
    return new TextFinder(this.views, this.bookId, [{ ...this.rect, sheetId: this.sheetId }], findText);
  }

  addDeveloperMetadata(key: string, ...rest: (string | EnumValue | null)[]): Range {
    addMetadata(this.views, this.bookId, { sheetId: this.sheetId, ...this.wholeLine() }, key, rest);
    return this.self;
  }

  getDeveloperMetadata(): DeveloperMetadata[] {
    return this.createDeveloperMetadataFinder().find();
  }

  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.views, this.bookId, { sheetId: this.sheetId, ...this.wholeLine() });
  }

  /** The one whole row or column that the range is. */
  private wholeLine(): { row?: number; column?: number } {
    const { row, column, rows, columns, openColumns, openRows } = this.rect;
    if (openColumns && rows === 1 && column === 1) return { row };
    if (openRows && columns === 1 && row === 1) return { column };
    throw new GoogleError(
      "Adding developer metadata to arbitrary ranges is not currently supported. Developer metadata may only be added to the top-level spreadsheet, an individual sheet, or an entire row or column.",
    );
  }
}

// What the cells of a range hold: values, shown texts, formulas, number formats and notes, read and written.
import { GoogleError } from "../kernel/contract";
import { cellAt, ensureCell, hasContent, putCell, restyleBlock, restyler } from "./cells";
import { plainText } from "./coercion";
import { formatAt, valueAt } from "./formulas";
import { localeOf } from "./locales";
import type { CellValue } from "./model";
import { AUTOMATIC, displayValue, isDateFormat, isGeneral } from "./numberFormat";
import type { Range } from "./range";
import { RangeBase } from "./rangeBase";
import { instantOf } from "./serials";
import { touch } from "./state";
import { toA1Formula, toR1C1Formula } from "./r1c1";
import { writeBlock } from "./write";

/** Range with its contents. */
export abstract class RangeValues extends RangeBase {
  /** Reads single cells. What they share is looked up once, for a range may have tens of thousands. */
  private get scriptValue(): (row: number, column: number) => CellValue | Date {
    const { book, data } = this;
    const now = this.views.now();
    return (row, column) => {
      const value = valueAt(book, data, row, column, now);
      if (typeof value !== "number" || !isDateFormat(formatAt(book, data, cellAt(data, row, column)))) return value;
      return new Date(instantOf(value, book.timeZone));
    };
  }

  getValue(): CellValue | Date {
    return this.scriptValue(this.rect.row, this.rect.column);
  }

  getValues(): (CellValue | Date)[][] {
    return this.grid(this.scriptValue);
  }

  private get shown(): (row: number, column: number) => string {
    const { book, data } = this;
    const locale = localeOf(book.locale);
    const now = this.views.now();
    return (row, column) => {
      const value = valueAt(book, data, row, column, now);
      return value === "" ? "" : displayValue(value, formatAt(book, data, cellAt(data, row, column)), locale);
    };
  }

  getDisplayValue(): string {
    return this.shown(this.rect.row, this.rect.column);
  }

  getDisplayValues(): string[][] {
    return this.grid(this.shown);
  }

  setValue(value: unknown): Range {
    this.assertMayEdit();
    writeBlock(this.book, this.data, this.rect, () => value, this.views.now());
    return this.self;
  }

  setValues(values: unknown[][]): Range {
    this.assertShape(values);
    this.assertMayEdit();
    writeBlock(this.book, this.data, this.rect, (y, x) => values[y]?.[x], this.views.now());
    return this.self;
  }

  getFormula(): string {
    return cellAt(this.data, this.rect.row, this.rect.column)?.f ?? "";
  }

  getFormulas(): string[][] {
    return this.grid((row, column) => cellAt(this.data, row, column)?.f ?? "");
  }

  setFormula(formula: string): Range {
    return this.setValue(asFormula(formula));
  }

  setFormulas(formulas: string[][]): Range {
    return this.setValues(formulas.map((line) => line.map(asFormula)));
  }

  getFormulaR1C1(): string | null {
    return this.getFormulasR1C1()[0]?.[0] ?? null;
  }

  getFormulasR1C1(): (string | null)[][] {
    return this.grid((row, column) => {
      const formula = cellAt(this.data, row, column)?.f;
      return formula === undefined ? "" : toR1C1Formula(formula, row, column);
    });
  }

  setFormulaR1C1(formula: string): Range {
    this.assertMayEdit();
    const { row, column } = this.rect;
    const formulaFor = (y: number, x: number): string => toA1Formula(asFormula(formula), row + y, column + x);
    writeBlock(this.book, this.data, this.rect, formulaFor, this.views.now());
    return this.self;
  }

  setFormulasR1C1(formulas: string[][]): Range {
    const { row, column } = this.rect;
    return this.setValues(
      formulas.map((line, y) => line.map((formula, x) => toA1Formula(asFormula(formula), row + y, column + x))),
    );
  }

  private formatOf(row: number, column: number): string {
    const format = formatAt(this.book, this.data, cellAt(this.data, row, column));
    return isGeneral(format) ? AUTOMATIC : (format ?? AUTOMATIC);
  }

  getNumberFormat(): string {
    return this.formatOf(this.rect.row, this.rect.column);
  }

  getNumberFormats(): string[][] {
    return this.grid((row, column) => this.formatOf(row, column));
  }

  setNumberFormat(format: string): Range {
    this.assertMayEdit();
    restyleBlock(this.book, this.data, this.rect, { numberFormat: storedFormat(format) });
    touch(this.book);
    return this.self;
  }

  setNumberFormats(formats: string[][]): Range {
    this.assertShape(formats);
    this.assertMayEdit();
    const { book, data, rect } = this;
    const change = restyler(book);
    this.grid((row, column) => {
      const format = formats[row - rect.row]?.[column - rect.column] ?? "";
      change(ensureCell(data, row, column), { numberFormat: storedFormat(format) });
    });
    touch(book);
    return this.self;
  }

  getNote(): string {
    return cellAt(this.data, this.rect.row, this.rect.column)?.note ?? "";
  }

  getNotes(): string[][] {
    return this.grid((row, column) => cellAt(this.data, row, column)?.note ?? "");
  }

  setNote(note: string | null): Range {
    this.assertMayEdit();
    this.grid((row, column) => this.putNote(row, column, plainText(note ?? "")));
    touch(this.book);
    return this.self;
  }

  setNotes(notes: (string | null)[][]): Range {
    this.assertShape(notes);
    this.assertMayEdit();
    this.grid((row, column) => {
      const note: unknown = notes[row - this.rect.row]?.[column - this.rect.column] ?? "";
      // In an array a number becomes text the way Java writes a double: 25 reads back as "25.0".
      this.putNote(row, column, typeof note === "number" && Number.isInteger(note) ? `${note}.0` : plainText(note));
    });
    touch(this.book);
    return this.self;
  }

  clearNote(): Range {
    return this.setNote(null);
  }

  private putNote(row: number, column: number, text: string): void {
    const existing = cellAt(this.data, row, column);
    if (text !== "") ensureCell(this.data, row, column).note = text;
    else if (existing) {
      delete existing.note;
      if (Object.keys(existing).length === 0) putCell(this.data, row, column, null);
    }
  }

  isBlank(): boolean {
    return this.grid((row, column) => hasContent(cellAt(this.data, row, column))).every((line) => !line.includes(true));
  }
}

function asFormula(formula: string): string {
  return formula === "" || formula.startsWith("=") ? formula : `=${formula}`;
}

function storedFormat(format: string): string | undefined {
  if (typeof format !== "string") throw new GoogleError("Invalid argument: numberFormat");
  return isGeneral(format) ? undefined : format;
}

// Several ranges at once: each setter goes to every one of them.
import type { EnumValue } from "../kernel/contract";
import type { Range } from "./range";
import { toA1 } from "./rect";
import { SheetsObject, type Views } from "./views";

/** A list of ranges on one tab. */
export class RangeList extends SheetsObject {
  readonly typeName = "Spreadsheet.RangeList";
  constructor(
    views: Views,
    private readonly ranges: Range[],
  ) {
    super(views);
  }

  private each(work: (range: Range) => unknown): this {
    for (const range of this.ranges) work(range);
    return this;
  }

  getRanges(): Range[] {
    return [...this.ranges];
  }
  activate(): this {
    const first = this.ranges[0];
    const rects = this.ranges.map(({ rect }) => rect);
    if (first) this.views.select(first.bookId, first.sheetId, rects, rects.map(toA1).join(","));
    return this;
  }
  breakApart(): this {
    return this.each((range) => range.breakApart());
  }
  check(): this {
    return this.each((range) => range.check());
  }
  uncheck(): this {
    return this.each((range) => range.uncheck());
  }
  clear(options?: Parameters<Range["clear"]>[0]): this {
    return this.each((range) => range.clear(options));
  }
  clearContent(): this {
    return this.each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return this.each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.each((range) => range.clearNote());
  }
  insertCheckboxes(checkedValue?: unknown, uncheckedValue?: unknown): this {
    return this.each((range) => range.insertCheckboxes(checkedValue, uncheckedValue));
  }
  removeCheckboxes(): this {
    return this.each((range) => range.removeCheckboxes());
  }
  setBackground(color: string | null): this {
    return this.each((range) => range.setBackground(color));
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.each((range) => range.setBackgroundRGB(red, green, blue));
  }
  setBorder(...args: Parameters<Range["setBorder"]>): this {
    return this.each((range) => range.setBorder(...args));
  }
  setFontColor(color: string | null): this {
    return this.each((range) => range.setFontColor(color));
  }
  setFontFamily(family: string | null): this {
    return this.each((range) => range.setFontFamily(family));
  }
  setFontLine(line: string | null): this {
    return this.each((range) => range.setFontLine(line));
  }
  setFontSize(size: number): this {
    return this.each((range) => range.setFontSize(size));
  }
  setFontStyle(style: string | null): this {
    return this.each((range) => range.setFontStyle(style));
  }
  setFontWeight(weight: string | null): this {
    return this.each((range) => range.setFontWeight(weight));
  }
  setFormula(formula: string): this {
    return this.each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: string): this {
    return this.each((range) => range.setFormulaR1C1(formula));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setNote(note: string | null): this {
    return this.each((range) => range.setNote(note));
  }
  setNumberFormat(format: string): this {
    return this.each((range) => range.setNumberFormat(format));
  }
  setTextRotation(degrees: number): this {
    return this.each((range) => range.setTextRotation(degrees));
  }
  setTextDirection(direction: EnumValue | null): this {
    return this.each((range) => range.setTextDirection(direction));
  }
  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }
  setVerticalText(isVertical: boolean): this {
    return this.each((range) => range.setVerticalText(isVertical));
  }
  setWrap(isWrapEnabled: boolean): this {
    return this.each((range) => range.setWrap(isWrapEnabled));
  }
  setWrapStrategy(strategy: EnumValue): this {
    return this.each((range) => range.setWrapStrategy(strategy));
  }
  trimWhitespace(): this {
    return this.each((range) => range.trimWhitespace());
  }
}

// Conditional formatting: rules as stored definitions, and their builder.
import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { criteriaArguments, storedArguments } from "./arguments";
import { BooleanCriteria, InterpolationType, named } from "./enums";
import type { ConditionalFormatData, GradientPoint } from "./model";
import type { Range } from "./range";
import { normalColor } from "./styles";
import { SheetsObject, type Views } from "./views";

/** The yes-or-no condition of a rule, with the look it gives. */
export class BooleanCondition extends SheetsObject {
  readonly typeName = "Spreadsheet.BooleanCondition";
  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly rule: ConditionalFormatData,
  ) {
    super(views);
  }
  getCriteriaType(): EnumValue {
    return named(BooleanCriteria, this.rule.criteria ?? "");
  }
  getCriteriaValues(): unknown[] {
    return criteriaArguments(this.views, this.bookId, this.rule.values);
  }
  getBackground(): string | null {
    return this.rule.look.background ?? null;
  }
  getFontColor(): string | null {
    return this.rule.look.color ?? null;
  }
  getBold(): boolean | null {
    return this.rule.look.bold ?? null;
  }
  getItalic(): boolean | null {
    return this.rule.look.italic ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.rule.look.strikethrough ?? null;
  }
  getUnderline(): boolean | null {
    return this.rule.look.underline ?? null;
  }
}

/** The colour scale of a rule. */
export class GradientCondition extends ServiceObject {
  readonly typeName = "Spreadsheet.GradientCondition";
  constructor(
    exec: Execution,
    private readonly gradient: NonNullable<ConditionalFormatData["gradient"]>,
  ) {
    super(exec);
  }
  private type(point: GradientPoint | undefined): EnumValue | null {
    return point?.type ? named(InterpolationType, point.type) : null;
  }
  getMinColor(): string {
    return this.gradient.min?.color ?? "";
  }
  getMinType(): EnumValue | null {
    return this.type(this.gradient.min);
  }
  getMinValue(): string {
    return this.gradient.min?.value ?? "";
  }
  getMidColor(): string {
    return this.gradient.mid?.color ?? "";
  }
  getMidType(): EnumValue | null {
    return this.type(this.gradient.mid);
  }
  getMidValue(): string {
    return this.gradient.mid?.value ?? "";
  }
  getMaxColor(): string {
    return this.gradient.max?.color ?? "";
  }
  getMaxType(): EnumValue | null {
    return this.type(this.gradient.max);
  }
  getMaxValue(): string {
    return this.gradient.max?.value ?? "";
  }
}

/** A finished rule. */
export class ConditionalFormatRule extends SheetsObject {
  readonly typeName: string = "Spreadsheet.ConditionalFormatRule";
  constructor(
    views: Views,
    protected readonly bookId: string,
    protected sheetId: number,
    readonly rule: ConditionalFormatData,
  ) {
    super(views);
  }
  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.views, this.bookId, this.sheetId, {
      ...this.rule,
      look: { ...this.rule.look },
    });
  }
  getRanges(): Range[] {
    return this.rule.ranges.map((rect) => this.views.range(this.bookId, this.sheetId, rect));
  }
  getBooleanCondition(): BooleanCondition | null {
    return this.rule.criteria === undefined ? null : new BooleanCondition(this.views, this.bookId, this.rule);
  }
  getGradientCondition(): GradientCondition | null {
    return this.rule.gradient ? new GradientCondition(this.exec, this.rule.gradient) : null;
  }
}

/** Makes a rule. */
export class ConditionalFormatRuleBuilder extends ConditionalFormatRule {
  override readonly typeName = "Spreadsheet.ConditionalFormatRuleBuilder";
  constructor(
    views: Views,
    bookId: string,
    sheetId = 0,
    rule: ConditionalFormatData = { ranges: [], values: [], look: {} },
  ) {
    super(views, bookId, sheetId, rule);
  }
  private when(criteria: keyof typeof BooleanCriteria, ...values: unknown[]): this {
    this.rule.criteria = criteria;
    this.rule.values = storedArguments(values);
    return this;
  }
  private look(patch: ConditionalFormatData["look"]): this {
    Object.assign(this.rule.look, patch);
    return this;
  }
  private point(which: "min" | "mid" | "max", color: string, type: EnumValue | null, value: string): this {
    this.rule.gradient = {
      ...this.rule.gradient,
      [which]: { color: normalColor(color), type: type?.name ?? null, value },
    };
    return this;
  }

  build(): ConditionalFormatRule {
    if (this.rule.ranges.length === 0) throw new GoogleError("Conditional format rule must have at least one range.");
    if (this.rule.criteria === undefined && !this.rule.gradient) {
      throw new GoogleError("Conditional format rule cannot be built without a condition.");
    }
    return new ConditionalFormatRule(this.views, this.bookId, this.sheetId, {
      ...this.rule,
      look: { ...this.rule.look },
    });
  }
  setRanges(ranges: Range[]): this {
    this.rule.ranges = ranges.map(({ rect }) => rect);
    this.sheetId = ranges[0]?.sheetId ?? this.sheetId;
    return this;
  }
  setBackground(color: string | null): this {
    return this.look(color === null ? {} : { background: normalColor(color) });
  }
  setFontColor(color: string | null): this {
    return this.look(color === null ? {} : { color: normalColor(color) });
  }
  setBold(bold: boolean | null): this {
    return this.look(bold === null ? {} : { bold });
  }
  setItalic(italic: boolean | null): this {
    return this.look(italic === null ? {} : { italic });
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.look(strikethrough === null ? {} : { strikethrough });
  }
  setUnderline(underline: boolean | null): this {
    return this.look(underline === null ? {} : { underline });
  }
  setGradientMinpoint(color: string): this {
    return this.point("min", color, InterpolationType.MIN, "");
  }
  setGradientMaxpoint(color: string): this {
    return this.point("max", color, InterpolationType.MAX, "");
  }
  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point("min", color, type, value);
  }
  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point("mid", color, type, value);
  }
  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point("max", color, type, value);
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

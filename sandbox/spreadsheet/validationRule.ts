// Data validation rules as scripts hold them: DataValidation and its builder.
import { type EnumValue, GoogleError } from "../kernel/contract";
import { criteriaArguments, storedArguments } from "./arguments";
import { DataValidationCriteria, named } from "./enums";
import type { Validation } from "./model";
import type { Range } from "./range";
import { SheetsObject, type Views } from "./views";

const MOST_LIST_ITEMS = 500;

/** A finished rule. Changing a builder afterwards does not change it. */
export class DataValidation extends SheetsObject {
  readonly typeName = "Spreadsheet.DataValidation";
  constructor(
    views: Views,
    private readonly bookId: string,
    readonly rule: Validation,
  ) {
    super(views);
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.views, this.bookId, { ...this.rule, values: [...this.rule.values] });
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): EnumValue {
    return named(DataValidationCriteria, this.rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    return ruleValues(this.views, this.bookId, this.rule);
  }
  getHelpText(): string | null {
    return this.rule.help;
  }
}

/** List and range rules give their list as one value and the arrow's visibility as another. */
function ruleValues(views: Views, bookId: string, rule: Validation): unknown[] {
  const values = criteriaArguments(views, bookId, rule.values);
  if (rule.criteria === "VALUE_IN_LIST") return [values, rule.showDropdown ?? true];
  if (rule.criteria === "VALUE_IN_RANGE") return [...values, rule.showDropdown ?? true];
  return values;
}

/** Makes a rule. Without `setAllowInvalid(false)` it lets invalid data in with a mark. */
export class DataValidationBuilder extends SheetsObject {
  readonly typeName = "Spreadsheet.DataValidationBuilder";
  private rule: Validation;

  constructor(
    views: Views,
    private readonly bookId: string,
    rule?: Validation,
  ) {
    super(views);
    this.rule = rule ?? { criteria: "", values: [], allowInvalid: true, help: null };
  }

  private require(criteria: keyof typeof DataValidationCriteria, ...values: unknown[]): this {
    this.rule.criteria = criteria;
    this.rule.values = storedArguments(values);
    delete this.rule.showDropdown;
    return this;
  }

  build(): DataValidation {
    if (this.rule.criteria === "") throw new GoogleError("DataValidationBuilder: no criteria has been set.");
    return new DataValidation(this.views, this.bookId, { ...this.rule, values: [...this.rule.values] });
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.views, this.bookId, { ...this.rule, values: [...this.rule.values] });
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return this.rule.criteria === "" ? null : named(DataValidationCriteria, this.rule.criteria);
  }
  getCriteriaValues(): unknown[] {
    return ruleValues(this.views, this.bookId, this.rule);
  }
  getHelpText(): string | null {
    return this.rule.help;
  }
  setAllowInvalid(allowInvalidData: boolean): this {
    this.rule.allowInvalid = allowInvalidData;
    return this;
  }
  setHelpText(helpText: string): this {
    this.rule.help = helpText;
    return this;
  }

  requireCheckbox(checkedValue?: unknown, uncheckedValue?: unknown): this {
    const values = [checkedValue, uncheckedValue].filter((value) => value !== undefined && value !== null);
    return this.require("CHECKBOX", ...values);
  }
  requireDate(): this {
    return this.require("DATE_IS_VALID_DATE");
  }
  requireDateAfter(date: Date): this {
    return this.require("DATE_AFTER", date);
  }
  requireDateBefore(date: Date): this {
    return this.require("DATE_BEFORE", date);
  }
  requireDateBetween(start: Date, end: Date): this {
    return this.require("DATE_BETWEEN", start, end);
  }
  requireDateEqualTo(date: Date): this {
    return this.require("DATE_EQUAL_TO", date);
  }
  requireDateNotBetween(start: Date, end: Date): this {
    return this.require("DATE_NOT_BETWEEN", start, end);
  }
  requireDateOnOrAfter(date: Date): this {
    return this.require("DATE_ON_OR_AFTER", date);
  }
  requireDateOnOrBefore(date: Date): this {
    return this.require("DATE_ON_OR_BEFORE", date);
  }
  requireFormulaSatisfied(formula: string): this {
    return this.require("CUSTOM_FORMULA", formula);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require("NUMBER_BETWEEN", start, end);
  }
  requireNumberEqualTo(number: number): this {
    return this.require("NUMBER_EQUAL_TO", number);
  }
  requireNumberGreaterThan(number: number): this {
    return this.require("NUMBER_GREATER_THAN", number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require("NUMBER_GREATER_THAN_OR_EQUAL_TO", number);
  }
  requireNumberLessThan(number: number): this {
    return this.require("NUMBER_LESS_THAN", number);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.require("NUMBER_LESS_THAN_OR_EQUAL_TO", number);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.require("NUMBER_NOT_BETWEEN", start, end);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.require("NUMBER_NOT_EQUAL_TO", number);
  }
  requireTextContains(text: string): this {
    return this.require("TEXT_CONTAINS", text);
  }
  requireTextDoesNotContain(text: string): this {
    return this.require("TEXT_DOES_NOT_CONTAIN", text);
  }
  requireTextEqualTo(text: string): this {
    return this.require("TEXT_EQUAL_TO", text);
  }
  requireTextIsEmail(): this {
    return this.require("TEXT_IS_VALID_EMAIL");
  }
  requireTextIsUrl(): this {
    return this.require("TEXT_IS_VALID_URL");
  }
  requireValueInList(values: string[], showDropdown?: boolean | null): this {
    if (values.length > MOST_LIST_ITEMS) {
      throw new GoogleError(
        "The data validation rule has more items than the limit of 500. Use the List from a range criteria instead.",
      );
    }
    this.require("VALUE_IN_LIST", ...values);
    this.rule.showDropdown = showDropdown ?? true;
    return this;
  }
  requireValueInRange(range: Range, showDropdown?: boolean | null): this {
    this.require("VALUE_IN_RANGE", range);
    this.rule.showDropdown = showDropdown ?? true;
    return this;
  }
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    const name = criteria.name as keyof typeof DataValidationCriteria;
    if (name === "VALUE_IN_LIST") return this.requireValueInList(args[0] as string[], args[1] as boolean | undefined);
    if (name === "VALUE_IN_RANGE") return this.requireValueInRange(args[0] as Range, args[1] as boolean | undefined);
    return this.require(name, ...args);
  }
}

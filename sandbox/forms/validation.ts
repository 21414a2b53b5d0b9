// Response validation: the conditions of Google Forms as a table, and the builders that name them.

import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import type { Answer, ItemState, ValidationState } from "./state";

type Condition = (answer: Answer, args: readonly (string | number)[]) => boolean;

const text = (answer: Answer): string => (typeof answer === "string" ? answer : "");
const count = (answer: Answer): number => (typeof answer === "string" ? 1 : answer.length);
const number = (answer: Answer): number => {
  const typed = text(answer).trim().replace(",", ".");
  return typed === "" ? NaN : Number(typed);
};
const pattern = (args: readonly (string | number)[]): RegExp => regex(String(args[0]));
const whole = (args: readonly (string | number)[]): RegExp => regex(`^(?:${String(args[0])})$`);
const first = (args: readonly (string | number)[]): number => Number(args[0]);
const second = (args: readonly (string | number)[]): number => Number(args[1]);

/** Google's patterns are RE2: Unicode, and tolerant of needless backslashes, which JavaScript is only without the flag. */
function regex(source: string): RegExp {
  try {
    return new RegExp(source, "u");
  } catch {
    return new RegExp(source);
  }
}

/** No column is chosen in two rows. */
function onePerColumn(answer: Answer): boolean {
  const chosen = typeof answer === "string" ? [answer] : answer.flat().filter((column) => column !== "");
  return new Set(chosen).size === chosen.length;
}

/** Rule → does the answer fulfil it, and what Google's page says if it does not and no own text is set. */
const RULES: Record<string, { holds: Condition; message: (args: readonly (string | number)[]) => string }> = {
  number: { holds: (a) => !Number.isNaN(number(a)), message: () => "Введите число." },
  wholeNumber: { holds: (a) => Number.isInteger(number(a)), message: () => "Введите целое число." },
  between: {
    holds: (a, args) => number(a) >= first(args) && number(a) <= second(args),
    message: ([from, to]) => `Введите число от ${from} до ${to}.`,
  },
  notBetween: {
    holds: (a, args) => number(a) < first(args) || number(a) > second(args),
    message: ([from, to]) => `Введите число вне промежутка от ${from} до ${to}.`,
  },
  equal: { holds: (a, args) => number(a) === first(args), message: ([n]) => `Введите число ${n}.` },
  notEqual: {
    holds: (a, args) => !Number.isNaN(number(a)) && number(a) !== first(args),
    message: ([n]) => `Введите число, не равное ${n}.`,
  },
  greater: { holds: (a, args) => number(a) > first(args), message: ([n]) => `Введите число больше ${n}.` },
  atLeast: { holds: (a, args) => number(a) >= first(args), message: ([n]) => `Введите число не меньше ${n}.` },
  less: { holds: (a, args) => number(a) < first(args), message: ([n]) => `Введите число меньше ${n}.` },
  atMost: { holds: (a, args) => number(a) <= first(args), message: ([n]) => `Введите число не больше ${n}.` },
  email: {
    holds: (a) => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text(a)),
    message: () => "Укажите действительный адрес электронной почты.",
  },
  url: { holds: (a) => /^https?:\/\/[^\s/]+\.[^\s]+$/u.test(text(a)), message: () => "Укажите действительный URL." },
  contains: { holds: (a, args) => pattern(args).test(text(a)), message: () => "Ответ не соответствует шаблону." },
  doesNotContain: {
    holds: (a, args) => !pattern(args).test(text(a)),
    message: () => "Ответ содержит недопустимый текст.",
  },
  matches: { holds: (a, args) => whole(args).test(text(a)), message: () => "Ответ не соответствует шаблону." },
  doesNotMatch: {
    holds: (a, args) => !whole(args).test(text(a)),
    message: () => "Ответ содержит недопустимый текст.",
  },
  longerOrEqual: {
    holds: (a, args) => text(a).length >= first(args),
    message: ([n]) => `Минимальное количество символов: ${n}.`,
  },
  shorterOrEqual: {
    holds: (a, args) => text(a).length <= first(args),
    message: ([n]) => `Максимальное количество символов: ${n}.`,
  },
  selectAtLeast: {
    holds: (a, args) => count(a) >= first(args),
    message: ([n]) => `Выберите вариантов не менее: ${n}.`,
  },
  selectAtMost: { holds: (a, args) => count(a) <= first(args), message: ([n]) => `Выберите вариантов не более: ${n}.` },
  selectExactly: { holds: (a, args) => count(a) === first(args), message: ([n]) => `Выберите вариантов: ${n}.` },
  onePerColumn: { holds: onePerColumn, message: () => "Выберите не более одного ответа в столбце." },
};

/** What Google's page says about an answer that breaks the item's validation; null if it does not. */
export function brokenRule(item: ItemState, answer: Answer): string | null {
  const validation = item.validation;
  if (!validation) return null;
  const rule = RULES[validation.rule];
  if (!rule || rule.holds(answer, validation.args)) return null;
  return validation.helpText || rule.message(validation.args);
}

/** A built validation: scripts can only hand it to an item. */
export class Validation extends ServiceObject {
  constructor(
    exec: Execution,
    readonly typeName: string,
    readonly state: ValidationState,
  ) {
    super(exec);
  }
}

abstract class ValidationBuilder extends ServiceObject {
  private rule = "";
  private args: (string | number)[] = [];
  private helpText = "";

  protected require(rule: string, ...args: (string | number)[]): this {
    this.rule = rule;
    this.args = args;
    return this;
  }

  setHelpText(helpText: string): this {
    this.helpText = helpText;
    return this;
  }

  build(): Validation {
    if (this.rule === "") throw new GoogleError("The validation must have a requirement before it is built.");
    const state = { rule: this.rule, args: this.args, helpText: this.helpText };
    return new Validation(this.exec, this.typeName.replace("Builder", ""), state);
  }

  requireTextContainsPattern(source: string): this {
    return this.require("contains", source);
  }
  requireTextDoesNotContainPattern(source: string): this {
    return this.require("doesNotContain", source);
  }
  requireTextDoesNotMatchPattern(source: string): this {
    return this.require("doesNotMatch", source);
  }
  requireTextMatchesPattern(source: string): this {
    return this.require("matches", source);
  }
  requireTextLengthGreaterThanOrEqualTo(length: number): this {
    return this.require("longerOrEqual", length);
  }
  requireTextLengthLessThanOrEqualTo(length: number): this {
    return this.require("shorterOrEqual", length);
  }
}

export class ParagraphTextValidationBuilder extends ValidationBuilder {
  readonly typeName = "Forms.ParagraphTextValidationBuilder";
}

export class TextValidationBuilder extends ValidationBuilder {
  readonly typeName = "Forms.TextValidationBuilder";
  requireNumber(): this {
    return this.require("number");
  }
  requireWholeNumber(): this {
    return this.require("wholeNumber");
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require("between", start, end);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.require("notBetween", start, end);
  }
  requireNumberEqualTo(value: number): this {
    return this.require("equal", value);
  }
  requireNumberNotEqualTo(value: number): this {
    return this.require("notEqual", value);
  }
  requireNumberGreaterThan(value: number): this {
    return this.require("greater", value);
  }
  requireNumberGreaterThanOrEqualTo(value: number): this {
    return this.require("atLeast", value);
  }
  requireNumberLessThan(value: number): this {
    return this.require("less", value);
  }
  requireNumberLessThanOrEqualTo(value: number): this {
    return this.require("atMost", value);
  }
  requireTextIsEmail(): this {
    return this.require("email");
  }
  requireTextIsUrl(): this {
    return this.require("url");
  }
}

export class CheckboxValidationBuilder extends ValidationBuilder {
  readonly typeName = "Forms.CheckboxValidationBuilder";
  requireSelectAtLeast(least: number): this {
    return this.require("selectAtLeast", least);
  }
  requireSelectAtMost(most: number): this {
    return this.require("selectAtMost", most);
  }
  requireSelectExactly(exactly: number): this {
    return this.require("selectExactly", exactly);
  }
}

export class GridValidationBuilder extends ValidationBuilder {
  readonly typeName: string = "Forms.GridValidationBuilder";
  requireLimitOneResponsePerColumn(): this {
    return this.require("onePerColumn");
  }
}

export class CheckboxGridValidationBuilder extends GridValidationBuilder {
  override readonly typeName = "Forms.CheckboxGridValidationBuilder";
}

// Questions with choices: radio buttons, drop-down list, checkboxes.

import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { PageNavigationType } from "./enums";
import type { ItemResponse } from "./itemResponse";
import type { PageBreakItem } from "./layoutItems";
import { type Destination, navigationTo, pageOf } from "./layoutItems";
import { QuestionItem } from "./questionItem";
import type { ChoiceState, FormState, ItemKind } from "./state";

/** A choice, made by an item's `createChoice` and kept by its `setChoices`. */
class Choice extends ServiceObject {
  readonly typeName = "Forms.Choice";

  constructor(
    exec: Execution,
    private readonly form: FormState,
    private readonly kind: ItemKind,
    readonly state: ChoiceState,
  ) {
    super(exec);
  }

  getValue(): string {
    return this.state.value;
  }

  isCorrectAnswer(): boolean {
    return this.state.correct ?? false;
  }

  /** Answers for multiple-choice items only; for a list it is null even where the choice leads to a page. */
  getGotoPage(): PageBreakItem | null {
    return this.kind === "MULTIPLE_CHOICE" ? pageOf(this.exec, this.form, this.state.goTo) : null;
  }

  getPageNavigationType(): EnumValue | null {
    return this.state.goTo ? PageNavigationType[this.state.goTo.type] : null;
  }
}

abstract class ChoiceItem extends QuestionItem {
  /** @param option whether the choice is correct (quizzes), or where it leads */
  createChoice(value: string, option: boolean | Destination | null = null): Choice {
    const state: ChoiceState = { value };
    if (typeof option === "boolean") state.correct = option;
    else if (option !== null) state.goTo = navigationTo(option);
    return new Choice(this.exec, this.form, this.state.kind, state);
  }

  getChoices(): Choice[] {
    return (this.state.choices ?? []).map((state) => new Choice(this.exec, this.form, this.state.kind, state));
  }

  setChoiceValues(values: string[]): this {
    return this.keep(values.map((value) => ({ value })));
  }

  setChoices(choices: (Choice | null)[]): this {
    return this.keep(
      choices.map((choice) => {
        if (choice === null) throw new GoogleError("Invalid argument: choices");
        return { ...choice.state };
      }),
    );
  }

  private keep(choices: ChoiceState[]): this {
    if (choices.length === 0) throw new GoogleError("Array is empty: choices");
    if (new Set(choices.map((choice) => choice.value)).size < choices.length) {
      throw new GoogleError("Questions cannot have duplicate choice values.");
    }
    const leading = choices.filter((choice) => choice.goTo).length;
    if (leading > 0 && leading < choices.length) {
      throw new GoogleError("Choices with page navigation cannot be combined with choices without it.");
    }
    this.state.choices = choices;
    return this;
  }

  hasOtherOption(): boolean {
    return this.state.other ?? false;
  }

  showOtherOption(enabled: boolean): this {
    this.state.other = enabled;
    return this;
  }

  protected demand(value: string): string {
    if (!this.hasOtherOption() && !this.state.choices?.some((choice) => choice.value === value)) {
      const kind = this.state.kind.toLowerCase().replace("_", " ");
      throw new GoogleError(`Invalid response submitted to ${kind} question.`);
    }
    return value;
  }
}

export class MultipleChoiceItem extends ChoiceItem {
  readonly typeName: string = "Forms.MultipleChoiceItem";

  createResponse(response: string): ItemResponse {
    return this.answered(this.demand(response));
  }
}

export class ListItem extends ChoiceItem {
  readonly typeName = "Forms.ListItem";

  createResponse(response: string): ItemResponse {
    return this.answered(this.demand(response));
  }
}

export class CheckboxItem extends ChoiceItem {
  readonly typeName = "Forms.CheckboxItem";

  createResponse(responses: string[]): ItemResponse {
    return this.answered(responses.map((value) => this.demand(value)));
  }
}

// What every question has beside an item's title: whether it is required, its points, its validation, its answers.

import type { EnumValue } from "../kernel/contract";
import { FeedbackType } from "./enums";
import { QuizFeedback } from "./feedback";
import { ItemView } from "./item";
import { ItemResponse } from "./itemResponse";
import type { Answer } from "./state";
import type { Validation } from "./validation";

export abstract class QuestionItem extends ItemView {
  protected answered(answer: Answer): ItemResponse {
    return new ItemResponse(this.exec, this.form, this.id, answer);
  }

  isRequired(): boolean {
    return this.state.required;
  }

  setRequired(enabled: boolean): this {
    this.state.required = enabled;
    return this;
  }

  getPoints(): number {
    return this.state.points;
  }

  setPoints(points: number): this {
    this.state.points = Math.trunc(points);
    return this;
  }

  setValidation(validation: Validation): this {
    this.state.validation = validation.state;
    return this;
  }

  clearValidation(): this {
    delete this.state.validation;
    return this;
  }

  getGeneralFeedback(): QuizFeedback | null {
    return this.feedback(FeedbackType.GENERAL);
  }
  setGeneralFeedback(feedback: QuizFeedback | null): this {
    return this.setFeedback(FeedbackType.GENERAL, feedback);
  }
  getFeedbackForCorrect(): QuizFeedback | null {
    return this.feedback(FeedbackType.CORRECT);
  }
  setFeedbackForCorrect(feedback: QuizFeedback | null): this {
    return this.setFeedback(FeedbackType.CORRECT, feedback);
  }
  getFeedbackForIncorrect(): QuizFeedback | null {
    return this.feedback(FeedbackType.INCORRECT);
  }
  setFeedbackForIncorrect(feedback: QuizFeedback | null): this {
    return this.setFeedback(FeedbackType.INCORRECT, feedback);
  }

  private feedback(type: EnumValue): QuizFeedback | null {
    const state = this.state.feedback?.[type.name];
    return state ? new QuizFeedback(this.exec, state) : null;
  }

  private setFeedback(type: EnumValue, feedback: QuizFeedback | null): this {
    const all = { ...this.state.feedback };
    if (feedback) all[type.name] = feedback.state;
    else delete all[type.name];
    this.state.feedback = all;
    return this;
  }
}

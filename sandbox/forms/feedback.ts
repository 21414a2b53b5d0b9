// Quiz feedback: a text and links shown to a respondent after a quiz.

import { type Execution, ServiceObject } from "../kernel/contract";

export interface FeedbackState {
  text: string;
  links: { url: string; text: string }[];
}

export class QuizFeedback extends ServiceObject {
  readonly typeName = "Forms.QuizFeedback";

  constructor(
    exec: Execution,
    readonly state: FeedbackState,
  ) {
    super(exec);
  }

  getText(): string {
    return this.state.text;
  }

  getLinkUrls(): string[] {
    return this.state.links.map((link) => link.url);
  }
}

export class QuizFeedbackBuilder extends ServiceObject {
  readonly typeName = "Forms.QuizFeedbackBuilder";

  constructor(
    exec: Execution,
    private readonly state: FeedbackState = { text: "", links: [] },
  ) {
    super(exec);
  }

  setText(text: string): this {
    this.state.text = text;
    return this;
  }

  addLink(url: string, displayText: string | null = null): this {
    this.state.links.push({ url, text: displayText ?? "" });
    return this;
  }

  copy(): QuizFeedbackBuilder {
    return new QuizFeedbackBuilder(this.exec, structuredClone(this.state));
  }

  build(): QuizFeedback {
    return new QuizFeedback(this.exec, structuredClone(this.state));
  }
}

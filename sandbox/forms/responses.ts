// A response to a form, as scripts hold it: a stored one, or one that the script is putting together.

import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { recordResponse } from "./destination";
import type { ItemView } from "./item";
import { ItemResponse } from "./itemResponse";
import { editResponseUrl, prefilledUrl } from "./links";
import { walk } from "./navigation";
import { type Answer, type FormState, isQuestion, type ItemKind, newResponse, type ResponseState } from "./state";
import { isOpen } from "./opening";

/** Kinds for which a stored response gives "" where the respondent wrote nothing; the others are left out. */
const BLANK_ANSWERS: ReadonlySet<ItemKind> = new Set(["TEXT", "PARAGRAPH_TEXT", "DATE", "TIME"]);

export class FormResponse extends ServiceObject {
  readonly typeName = "Forms.FormResponse";
  private readonly draft: Record<string, Answer> = {};
  private submitted = false;

  constructor(
    exec: Execution,
    private readonly form: FormState,
    private readonly stored: ResponseState | null,
  ) {
    super(exec);
  }

  private get answers(): Record<string, Answer> {
    return this.stored?.answers ?? this.draft;
  }

  getId(): string | null {
    return this.stored?.id ?? null;
  }

  getTimestamp(): Date | null {
    return this.stored ? new Date(this.stored.submittedAt) : null;
  }

  getRespondentEmail(): string | null {
    return this.stored?.email ?? null;
  }

  getEditResponseUrl(): string | null {
    return this.stored ? editResponseUrl(this.form, this.stored.editToken) : null;
  }

  /** In the order of the form's items; answers to deleted items are not among them. */
  getItemResponses(): ItemResponse[] {
    return this.form.items.filter(isQuestion).flatMap((item) => {
      const answer = this.answers[String(item.id)] ?? (BLANK_ANSWERS.has(item.kind) ? "" : undefined);
      return answer === undefined ? [] : [new ItemResponse(this.exec, this.form, item.id, answer)];
    });
  }

  getResponseForItem(item: ItemView): ItemResponse | null {
    return this.getItemResponses().find((response) => response.itemId === item.getId()) ?? null;
  }

  withItemResponse(response: ItemResponse): this {
    if (this.stored) throw new GoogleError("Item responses cannot be added to a response that has been submitted.");
    this.draft[String(response.itemId)] = response.answer;
    return this;
  }

  toPrefilledUrl(): string {
    return prefilledUrl(this.form, this.answers);
  }

  /** Stores the response. Fires no trigger: Google fires those for respondents only. */
  submit(): FormResponse {
    if (this.stored || this.submitted) throw new GoogleError("This response has already been submitted.");
    const required = walk(this.form, this.draft).pages.flatMap((page) => page.items.filter((item) => item.required));
    const complete = required.every((item) => (this.draft[String(item.id)] ?? "").length > 0);
    if (!isOpen(this.exec.world, this.form) || this.form.limitOne || !complete) {
      throw new GoogleError(
        "Sorry, the form response could not be submitted. Check that you have permission to respond to this form and try again.",
      );
    }
    this.submitted = true;
    const response = newResponse(this.exec.world, this.form, this.draft, "");
    recordResponse(this.exec.world, this.form, response);
    return new FormResponse(this.exec, this.form, response);
  }
}

// One answer within a response, as scripts hold it.

import { type Execution, ServiceObject } from "../kernel/contract";
import { Item } from "./item";
import type { Answer, FormState } from "./state";

export class ItemResponse extends ServiceObject {
  readonly typeName = "Forms.ItemResponse";

  constructor(
    exec: Execution,
    private readonly form: FormState,
    readonly itemId: number,
    readonly answer: Answer,
  ) {
    super(exec);
  }

  getItem(): Item {
    return new Item(this.exec, this.form, this.itemId);
  }

  /** Rows of a checkbox grid without an answer come as "", as Google's reference says. */
  getResponse(): string | (string | string[])[] {
    if (typeof this.answer === "string") return this.answer;
    return this.answer.map((row) => (typeof row === "string" ? row : row.length > 0 ? [...row] : ""));
  }
}

// An item of a form as scripts hold it: what every kind has, and the plain `Item` that is cast to its kind.

import { type EnumValue, type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { ItemType } from "./enums";
import type { ViewOf } from "./kinds";
import { addItem, type FormState, type ItemKind, itemOf, type ItemState, keepEntries } from "./state";

/** What every item has. A member that Google does not declare for a kind stays hidden behind the membrane. */
export abstract class ItemView extends ServiceObject {
  constructor(
    exec: Execution,
    protected readonly form: FormState,
    protected readonly id: number,
  ) {
    super(exec);
  }

  protected get state(): ItemState {
    return itemOf(this.form, this.id);
  }

  getId(): number {
    return this.id;
  }

  getIndex(): number {
    return this.form.items.indexOf(this.state);
  }

  getType(): EnumValue {
    return ItemType[this.state.kind];
  }

  getTitle(): string {
    return this.state.title;
  }

  setTitle(title: string | null): this {
    this.state.title = title ?? "";
    return this;
  }

  getHelpText(): string {
    return this.state.help;
  }

  setHelpText(text: string | null): this {
    this.state.help = text ?? "";
    return this;
  }

  /** A copy at the end of the form, with numbers of its own. */
  duplicate(): this {
    const copy = addItem(this.exec.world, this.form, this.state.kind);
    Object.assign(copy, structuredClone(this.state), { id: copy.id, entries: copy.entries });
    keepEntries(this.exec.world, this.form, copy);
    return Reflect.construct(this.constructor, [this.exec, this.form, copy.id]) as this;
  }
}

/** The class that shows an item of each kind; filled by kinds.ts, so that no kind needs to know the others. */
export const VIEWS: Partial<Record<ItemKind, new (exec: Execution, form: FormState, id: number) => ItemView>> = {};

/** An item before it is cast to its kind: what `getItems` gives. */
export class Item extends ItemView {
  readonly typeName = "Forms.Item";

  private as<K extends ItemKind>(kind: K): ViewOf<K> {
    const View = VIEWS[kind];
    if (this.state.kind !== kind || !View) {
      throw new GoogleError(`Invalid conversion for item type: ${this.state.kind}.`);
    }
    return new View(this.exec, this.form, this.id) as ViewOf<K>;
  }

  asCheckboxGridItem(): ViewOf<"CHECKBOX_GRID"> {
    return this.as("CHECKBOX_GRID");
  }
  asCheckboxItem(): ViewOf<"CHECKBOX"> {
    return this.as("CHECKBOX");
  }
  asDateItem(): ViewOf<"DATE"> {
    return this.as("DATE");
  }
  asDateTimeItem(): ViewOf<"DATETIME"> {
    return this.as("DATETIME");
  }
  asDurationItem(): ViewOf<"DURATION"> {
    return this.as("DURATION");
  }
  asGridItem(): ViewOf<"GRID"> {
    return this.as("GRID");
  }
  asImageItem(): ViewOf<"IMAGE"> {
    return this.as("IMAGE");
  }
  asListItem(): ViewOf<"LIST"> {
    return this.as("LIST");
  }
  asMultipleChoiceItem(): ViewOf<"MULTIPLE_CHOICE"> {
    return this.as("MULTIPLE_CHOICE");
  }
  asPageBreakItem(): ViewOf<"PAGE_BREAK"> {
    return this.as("PAGE_BREAK");
  }
  asParagraphTextItem(): ViewOf<"PARAGRAPH_TEXT"> {
    return this.as("PARAGRAPH_TEXT");
  }
  asRatingItem(): ViewOf<"RATING"> {
    return this.as("RATING");
  }
  asScaleItem(): ViewOf<"SCALE"> {
    return this.as("SCALE");
  }
  asSectionHeaderItem(): ViewOf<"SECTION_HEADER"> {
    return this.as("SECTION_HEADER");
  }
  asTextItem(): ViewOf<"TEXT"> {
    return this.as("TEXT");
  }
  asTimeItem(): ViewOf<"TIME"> {
    return this.as("TIME");
  }
  asVideoItem(): ViewOf<"VIDEO"> {
    return this.as("VIDEO");
  }
}

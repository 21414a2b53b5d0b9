// Which class shows which kind of item.

import type { Execution } from "../kernel/contract";
import { CheckboxItem, ListItem, MultipleChoiceItem } from "./choiceItems";
import { CheckboxGridItem, GridItem } from "./gridItems";
import { type ItemView, VIEWS } from "./item";
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from "./layoutItems";
import type { FormState, ItemState } from "./state";
import {
  DateItem,
  DateTimeItem,
  DurationItem,
  ParagraphTextItem,
  RatingItem,
  ScaleItem,
  TextItem,
  TimeItem,
} from "./valueItems";

const CLASSES = {
  CHECKBOX: CheckboxItem,
  CHECKBOX_GRID: CheckboxGridItem,
  DATE: DateItem,
  DATETIME: DateTimeItem,
  DURATION: DurationItem,
  GRID: GridItem,
  IMAGE: ImageItem,
  LIST: ListItem,
  MULTIPLE_CHOICE: MultipleChoiceItem,
  PAGE_BREAK: PageBreakItem,
  PARAGRAPH_TEXT: ParagraphTextItem,
  RATING: RatingItem,
  SCALE: ScaleItem,
  SECTION_HEADER: SectionHeaderItem,
  TEXT: TextItem,
  TIME: TimeItem,
  VIDEO: VideoItem,
};

Object.assign(VIEWS, CLASSES);

/** The item as an object of its kind's class. */
export function viewOf(exec: Execution, form: FormState, item: ItemState): ItemView {
  return new CLASSES[item.kind](exec, form, item.id);
}

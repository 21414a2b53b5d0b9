// Which class shows which kind of item.

import type { Execution } from "../kernel/contract";
import { CheckboxItem, ListItem, MultipleChoiceItem } from "./choiceItems";
import { CheckboxGridItem, GridItem } from "./gridItems";
import { VIEWS } from "./item";
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from "./layoutItems";
import type { FormState, ItemKind } from "./state";
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

/** The class that shows items of a kind. */
export type ViewOf<K extends ItemKind> = InstanceType<(typeof CLASSES)[K]>;

/** The item of that id as an object of its kind's class. */
export function viewOf<K extends ItemKind>(exec: Execution, form: FormState, kind: K, id: number): ViewOf<K> {
  return new CLASSES[kind](exec, form, id) as ViewOf<K>;
}

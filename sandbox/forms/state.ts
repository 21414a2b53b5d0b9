// What Google Forms keeps: forms, their items and the responses, as plain JSON.

import { GoogleError, type World } from "../kernel/contract";
import type { FeedbackState } from "./feedback";

export type ItemKind =
  | "CHECKBOX"
  | "CHECKBOX_GRID"
  | "DATE"
  | "DATETIME"
  | "DURATION"
  | "GRID"
  | "IMAGE"
  | "LIST"
  | "MULTIPLE_CHOICE"
  | "PAGE_BREAK"
  | "PARAGRAPH_TEXT"
  | "RATING"
  | "SCALE"
  | "SECTION_HEADER"
  | "TEXT"
  | "TIME"
  | "VIDEO";

/** Where the respondent goes next: from a choice, or on leaving the page before a page break. */
export interface Navigation {
  type: "CONTINUE" | "GO_TO_PAGE" | "RESTART" | "SUBMIT";
  /** Id of the page break, with GO_TO_PAGE only. */
  pageId?: number;
}

export interface ChoiceState {
  value: string;
  correct?: boolean;
  goTo?: Navigation;
}

/** One condition of a validation rule: `rule` names an entry of the table in validation.ts. */
export interface ValidationState {
  rule: string;
  args: (string | number)[];
  helpText: string;
}

/** One item of a form. The optional members belong to some kinds only; `blankItem` gives them. */
export interface ItemState {
  id: number;
  kind: ItemKind;
  title: string;
  help: string;
  required: boolean;
  points: number;
  /** The numbers in `entry.N` of a prefilled link: one per question, one per row of a grid. */
  entries: number[];
  choices?: ChoiceState[];
  other?: boolean;
  rows?: string[];
  columns?: string[];
  scale?: { lower: number; upper: number; left: string; right: string };
  rating?: { levels: number; icon: string };
  includesYear?: boolean;
  goTo?: Navigation;
  validation?: ValidationState;
  /** Quiz feedback by the name of its FeedbackType. */
  feedback?: Record<string, FeedbackState>;
  media?: { content: string; contentType: string; width: number; alignment: string };
}

/**
 * An answer as it is stored: a string for most kinds ("2026-09-01", "07:45", "4"), an array for checkboxes and for a
 * grid (one per row, "" where there is none), an array of arrays for a checkbox grid.
 */
export type Answer = string | string[] | string[][];

export interface ResponseState {
  id: string;
  editToken: string;
  /** Milliseconds; the moment of the last submission. */
  submittedAt: number;
  email: string;
  /** Who answered, where the form takes one response a person: Google knows it, scripts do not. */
  account?: string;
  /** By item id. */
  answers: Record<string, Answer>;
}

/** A form. Its name, owner and trash flag live in the Drive file of the same id. */
export interface FormState {
  id: string;
  publishedId: string;
  shortId: string;
  title: string;
  description: string;
  confirmation: string;
  closedMessage: string;
  published: boolean;
  accepting: boolean;
  supportsPublishing: boolean;
  collectsEmail: boolean;
  limitOne: boolean;
  allowEdits: boolean;
  progressBar: boolean;
  shuffle: boolean;
  requiresLogin: boolean;
  publishingSummary: boolean;
  respondAgainLink: boolean;
  quiz: boolean;
  publishedReaders: string[];
  /** The tab that responses also go to: its columns in order, and the row of each response by its id. */
  destination: {
    spreadsheetId: string;
    sheetId: number;
    columns: { key: string; heading: string }[];
    rows: Record<string, number>;
  } | null;
  items: ItemState[];
  responses: ResponseState[];
}

interface FormsState {
  forms: Record<string, FormState>;
}

/** All forms of a world. */
export function formsOf(world: World): Record<string, FormState> {
  return world.slice<FormsState>("forms", () => ({ forms: {} })).forms;
}

/** A number that Google would use for an item or a question, unlike the others of the form. */
function newItemNumber(world: World, form: FormState): number {
  const taken = new Set(form.items.flatMap((item) => [item.id, ...item.entries]));
  for (;;) {
    const number = Number(world.newId("item"));
    if (!taken.has(number)) return number;
  }
}

const choice = (): Partial<ItemState> => ({ choices: [{ value: "" }] });
const grid = (): Partial<ItemState> => ({ rows: [""], columns: [""] });

const BLANKS: Partial<Record<ItemKind, () => Partial<ItemState>>> = {
  CHECKBOX: () => ({ ...choice(), other: false }),
  MULTIPLE_CHOICE: () => ({ ...choice(), other: false }),
  LIST: choice,
  GRID: grid,
  CHECKBOX_GRID: grid,
  SCALE: () => ({ scale: { lower: 1, upper: 5, left: "", right: "" } }),
  RATING: () => ({ rating: { levels: 3, icon: "STAR" } }),
  DATE: () => ({ includesYear: true }),
  DATETIME: () => ({ includesYear: true }),
  PAGE_BREAK: () => ({ goTo: { type: "CONTINUE" } }),
  IMAGE: () => ({ media: { content: "", contentType: "", width: 0, alignment: "LEFT" } }),
  VIDEO: () => ({ media: { content: "", contentType: "", width: 0, alignment: "LEFT" } }),
};

const LAYOUT: ReadonlySet<ItemKind> = new Set(["IMAGE", "PAGE_BREAK", "SECTION_HEADER", "VIDEO"]);

/** Whether a respondent can answer the item (as against headings, page breaks and pictures). */
export function isQuestion(item: ItemState): boolean {
  return !LAYOUT.has(item.kind);
}

/** Adds a new item of a kind at the end of the form. */
export function addItem(world: World, form: FormState, kind: ItemKind): ItemState {
  const item: ItemState = {
    id: newItemNumber(world, form),
    kind,
    title: "",
    help: "",
    required: false,
    points: 0,
    entries: [],
    ...BLANKS[kind]?.(),
  };
  form.items.push(item);
  keepEntries(world, form, item);
  return item;
}

/** Gives the item as many entry numbers as it has answers; those it has keep their places. */
export function keepEntries(world: World, form: FormState, item: ItemState): void {
  const wanted = isQuestion(item) ? (item.rows?.length ?? 1) : 0;
  item.entries.length = Math.min(item.entries.length, wanted);
  while (item.entries.length < wanted) item.entries.push(newItemNumber(world, form));
}

/** Removes an item; links to a removed page become «continue». */
export function removeItem(form: FormState, index: number): void {
  const [gone] = form.items.splice(index, 1);
  if (!gone || gone.kind !== "PAGE_BREAK") return;
  const mend = (goTo: Navigation | undefined): Navigation | undefined =>
    goTo?.pageId === gone.id ? { type: "CONTINUE" } : goTo;
  for (const item of form.items) {
    const next = mend(item.goTo);
    if (next) item.goTo = next;
    for (const option of item.choices ?? []) {
      const onward = mend(option.goTo);
      if (onward) option.goTo = onward;
    }
  }
}

/** The item of that id. @throws GoogleError if it has been deleted from the form. */
export function itemOf(form: FormState, id: number): ItemState {
  const item = form.items.find((each) => each.id === id);
  if (!item) throw new GoogleError("The item has been deleted from the form.");
  return item;
}

/** The page break of that id, if the form still has it. */
export function pageBreakNamed(form: FormState, id: number): ItemState | undefined {
  return form.items.find((item) => item.id === id && item.kind === "PAGE_BREAK");
}

/** Responses from the earliest to the latest submission, which is how Google returns them. */
export function responsesInOrder(form: FormState): ResponseState[] {
  return [...form.responses].sort((a, b) => a.submittedAt - b.submittedAt);
}

/** Stores a new response and returns it. */
export function newResponse(
  world: World,
  form: FormState,
  answers: Record<string, Answer>,
  email: string,
): ResponseState {
  const response: ResponseState = {
    id: world.newId("response"),
    editToken: world.newId("response"),
    submittedAt: world.clock.now(),
    email,
    answers: structuredClone(answers),
  };
  form.responses.push(response);
  return response;
}

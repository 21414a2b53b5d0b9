// What answers leave to the curator, as plain data for the sidebars.

/** An answer whose author the program does not know for sure. */
export interface UnclearAnswer {
  /** Code on «Ответы». */
  code: string;
  /** How the author calls himself, and why the program doubts. */
  respondent: string;
  questionnaire: string;
  answeredAt: string;
  likely: { code: string; name: string }[];
  /** Whether the answer names somebody who may be added to the bank. */
  canBeNew: boolean;
}

/** Something that an answer says and that was not written, because the cell was changed by hand meanwhile. */
export interface OpenField {
  /** Code on «Ответы». */
  answer: string;
  person: string;
  /** «table.column» */
  field: string;
  heading: string;
  now: string;
  said: string;
  /** Whether the column can hold what was said. */
  canTake: boolean;
}

export interface Decisions {
  unclear: UnclearAnswer[];
  fields: OpenField[];
}

/** Who has written an answer: a person by the code, somebody new, or nobody who counts. */
export type AuthorChoice = { person: string } | "new" | "reject";

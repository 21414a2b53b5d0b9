// What «Проверка данных» shows and sends back, as plain data. No zod here: the browser uses it too.

export type FaultLevel = "error" | "warning";

/** One thing to look at, with the place to jump to. */
export interface DataFault {
  what: string;
  /** «Педагоги, Р-012, Телефон» */
  place: string;
  tab: string;
  /** Row and column of the sheet from 1, as they were when the check read it. */
  row: number | null;
  column: number | null;
  code: string | null;
  /** Code of the other row of the same person, where the two may be joined. */
  twin: string | null;
}

/** Faults that are mended in the same way. */
export interface FaultGroup {
  /** The check's key, or that of the engine's own findings. */
  key: string;
  /** What to do. */
  mend: string;
  level: FaultLevel;
  /** How many there are on each tab, those that are not listed included. */
  tabs: { tab: string; count: number }[];
  /** How many the program can mend by itself. */
  fixable: number;
  /** The first ones on each tab. */
  faults: DataFault[];
}

export interface DataCheckView {
  groups: FaultGroup[];
  /** All faults, those that are not listed included. */
  faults: number;
  people: number;
  mentors: number;
  mentees: number;
}

/** What the program would write into one cell; both sides as the curator reads them. */
export interface ProposedMend {
  /** Latin key of the table. */
  table: string;
  tab: string;
  code: string;
  /** Latin key of the column. */
  column: string;
  heading: string;
  /** Whose record it is, if that helps to know it. */
  who: string;
  before: string;
  after: string;
}

/** What the curator has confirmed: the cell, and what stood there. */
export type ConfirmedMend = Pick<ProposedMend, "table" | "code" | "column" | "before" | "after">;

export interface MendResult {
  mended: number;
  /** Cells that have changed since they were shown: left as they are. */
  left: number;
}

/** One line of two rows laid side by side. */
export interface TwinLine {
  heading: string;
  first: string;
  second: string;
}

/** Two rows of «Педагоги» that may be one person. */
export interface TwinsView {
  codes: [string, string];
  lines: TwinLine[];
  /** Records that speak of each of the two: «Пары — 1». */
  uses: [string, string];
  /** Why they may not be joined, in Russian; null if they may. */
  against: string | null;
  /** To be sent back: the rows are joined only as they were shown. */
  stamp: string;
}

export interface JoinInput {
  keep: string;
  drop: string;
  stamp: string;
}

export interface JoinResult {
  /** Records whose references were moved to the row that stays. */
  moved: number;
}

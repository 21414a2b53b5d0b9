// Problems: what is wrong in a cell or a row, as a value that the data check shows instead of an exception.

/** One thing to mend, with the place to jump to. */
export interface Problem {
  /** Key of the table. */
  table: string;
  /** Russian name of its tab. */
  tab: string;
  /** Code of the record; null where the row has none. */
  code: string | null;
  /** Row of the sheet, from 1. */
  row: number;
  /** Column of the sheet, from 1. */
  column: number;
  heading: string;
  what: string;
  mend: string;
  /** A row with an error in a required cell does not take part; a warning only asks to look. */
  level: "error" | "warning";
}

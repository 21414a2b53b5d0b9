// What a cell of a sheet holds, as plain data: Google's Date objects, which depend on a time zone, never leave src/google.

/** A date cell as it is seen in the sheet: wall-clock date and time in the workbook's own time zone. */
export interface DateCell {
  /** ISO date, «2026-09-01». */
  readonly date: string;
  /** Time of day, «00:00:00». */
  readonly time: string;
}

/** One cell; an empty one is "". */
export type Cell = string | number | boolean | DateCell;

/** True if two cells hold the same. */
export function sameCell(a: Cell, b: Cell): boolean {
  if (typeof a === "object" && typeof b === "object") return a.date === b.date && a.time === b.time;
  return a === b;
}

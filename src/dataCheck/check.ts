// What a check is: one entry of a table — what to look for, what to do about it, and how to mend it where that is safe.
import type { Cell } from "../google/cell";
import type { TabSpec } from "../workbook/table";
import type { FaultLevel } from "./dataCheckView";
import type { School } from "./school";

/** One thing found wrong in a record. */
export interface Found {
  table: TabSpec;
  /** Of the record; on «Настройки» the name of the setting. */
  code: string;
  /** Key of the column to jump to; the code's own where it is left out. */
  column?: string;
  /** In Russian, with the person's name. */
  what: string;
  /** In place of the check's own level. */
  level?: FaultLevel;
  /** What the cell of `column` should hold: for what is safe to mend. */
  fix?: Cell;
  /** The other record of the same person. */
  twin?: string;
}

/** A rule over the school's records. To add a check is to add an entry to one of the tables of checks. */
export interface Check {
  /** Latin, unique: the sidebar names the check by it. */
  key: string;
  level: FaultLevel;
  /** What to do, in Russian: the heading of the group. */
  mend: string;
  find: (school: School) => Found[];
}

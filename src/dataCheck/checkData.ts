// «Проверка данных»: everything that wants mending, grouped by what to do about it, each with the place to jump to.
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { settings } from "../school/settings.table";
import { factsOf } from "../workbook/column";
import type { Problem } from "../workbook/problems";
import type { Table, TabSpec } from "../workbook/table";
import type { ReadOnlyWorkbook, TypedRow } from "../workbook/workbook";
import { CELL_CHECKS } from "./cellChecks";
import type { Check, Found } from "./check";
import type { DataCheckView, DataFault, FaultGroup, FaultLevel } from "./dataCheckView";
import { DOCUMENT_CHECKS } from "./documentChecks";
import { OTHER_CHECKS } from "./otherChecks";
import { PAIR_CHECKS } from "./pairChecks";
import { TERM_CHECKS } from "./termChecks";
import { PEOPLE_CHECKS } from "./peopleChecks";
import { readSchool, type School } from "./school";

/** Every check there is, in the order in which groups of the same weight are shown. */
export const CHECKS: readonly Check[] = [
  ...PEOPLE_CHECKS,
  ...PAIR_CHECKS,
  ...TERM_CHECKS,
  ...DOCUMENT_CHECKS,
  ...OTHER_CHECKS,
  ...CELL_CHECKS,
];

/** So many faults of a group are listed for each tab: mending the first ones mostly shows the way with the rest. */
const LISTED = 100;

/** The tables among all tabs. */
export function tablesIn(tabs: readonly TabSpec[]): Table[] {
  return tabs.filter((tab): tab is Table => "prefix" in tab);
}

/**
 * Checks the whole workbook; reads each tab once.
 *
 * @param tabs all tabs of the workbook; those that hold no records are passed over
 */
export function checkData(wb: ReadOnlyWorkbook, tabs: readonly TabSpec[]): DataCheckView {
  const tables = tablesIn(tabs);
  // References can be checked only where both ends have been read.
  for (const table of tables) wb.all(table);
  const school = readSchool(wb, tables);
  const groups = new Groups(school);
  for (const check of CHECKS) for (const found of check.find(school)) groups.put(check, found);
  for (const problem of [...wb.problems(...tables), ...wb.settingProblems(settings)]) groups.putProblem(problem);
  const sorted = groups.sorted();
  return {
    groups: sorted,
    faults: sorted.reduce((sum, group) => sum + countOf(group), 0),
    people: school.people.size,
    mentors: wb.all(mentors).length,
    mentees: wb.all(mentees).length,
  };
}

/** Sorts what is found into groups. */
class Groups {
  private readonly groups = new Map<string, { group: FaultGroup; counts: Map<string, number> }>();
  /** Places that a check tells of with a mend. */
  private readonly mended = new Set<string>();
  private readonly rows = new Map<string, ReadonlyMap<string, TypedRow>>();

  constructor(private readonly school: School) {}

  put({ key, level, mend }: Check, { table, code, column, what, fix, twin, level: own }: Found): void {
    const typed = this.rowOf(table, code);
    const place = { row: typed?.row ?? null, column: typed?.column(column ?? "code") ?? null };
    const isMended = fix !== undefined && typed !== null;
    if (isMended) this.mended.add(placeKey(table.tab, place));
    const spec = column === undefined ? undefined : table.columns[column];
    const named = spec === undefined ? [] : [factsOf(spec).heading];
    const fault = {
      what,
      place: [table.tab, code, ...named].join(", "),
      tab: table.tab,
      ...place,
      code,
      twin: twin ?? null,
    };
    this.add({ key, mend, level: own ?? level }, fault, isMended);
  }

  /** What the engine cannot read or resolve; not where a check mends the cell and tells of it already. */
  putProblem({ tab, code, row, column, heading, what, mend, level }: Problem): void {
    if (this.mended.has(placeKey(tab, { row, column }))) return;
    const place = `${tab}, ${code ?? `строка ${row}`}, ${heading}`;
    this.add({ key: `${level} ${mend}`, mend, level }, { what, place, tab, row, column, code, twin: null }, false);
  }

  /** Errors first, and the longest first among equals. */
  sorted(): FaultGroup[] {
    const groups = [...this.groups.values()].map(({ group, counts }) => ({
      ...group,
      tabs: [...counts].map(([tab, count]) => ({ tab, count })),
    }));
    return groups.sort((one, other) => rank(one.level) - rank(other.level) || countOf(other) - countOf(one));
  }

  private add(
    { key, mend, level }: { key: string; mend: string; level: FaultLevel },
    fault: DataFault,
    isMended: boolean,
  ): void {
    const known = this.groups.get(key);
    const { group, counts } = known ?? {
      group: { key, mend, level, tabs: [], fixable: 0, faults: [] },
      counts: new Map<string, number>(),
    };
    if (!known) this.groups.set(key, { group, counts });
    const count = (counts.get(fault.tab) ?? 0) + 1;
    counts.set(fault.tab, count);
    if (level === "error") group.level = "error";
    if (isMended) group.fixable++;
    if (count <= LISTED) group.faults.push(fault);
  }

  private rowOf(table: TabSpec, code: string): TypedRow | null {
    const spec = this.school.tables.find(({ key }) => key === table.key);
    if (!spec) return null;
    const rows = this.rows.get(spec.key) ?? new Map(this.school.wb.typed(spec).map((row) => [row.code, row]));
    this.rows.set(spec.key, rows);
    return rows.get(code) ?? null;
  }
}

/** How many faults the group has in all. */
function countOf({ tabs }: FaultGroup): number {
  return tabs.reduce((sum, { count }) => sum + count, 0);
}

function placeKey(tab: string, { row, column }: { row: number | null; column: number | null }): string {
  return `${tab} ${row ?? ""} ${column ?? ""}`;
}

function rank(level: FaultLevel): number {
  return level === "error" ? 0 : 1;
}

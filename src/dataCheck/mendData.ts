// Mends what is safe to mend: shown first, cell by cell, and written only as the curator has confirmed it.
import { people } from "../bank/people.table";
import { Stop } from "../google/stop";
import type { Cell } from "../google/cell";
import { factsOf } from "../workbook/column";
import type { Table, TabSpec } from "../workbook/table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { shownCell } from "./cellChecks";
import type { Found } from "./check";
import { CHECKS, tablesIn } from "./checkData";
import type { ConfirmedMend, MendResult, ProposedMend } from "./dataCheckView";
import { namesElsewhere } from "./otherChecks";
import { readSchool, type School } from "./school";

interface Mend extends ProposedMend {
  spec: Table;
  to: Cell;
}

/**
 * What the program would write for one check. Writes nothing.
 * @throws Stop if there is no such check
 */
export function proposeMends(wb: ReadOnlyWorkbook, tabs: readonly TabSpec[], key: string): ProposedMend[] {
  const school = wholeSchool(wb, tabs);
  return mendsOf(school, checkOf(key).find(school)).map(({ spec: _, to: __, ...mend }) => mend);
}

/**
 * Writes what was confirmed, as far as the cell still holds what was shown and would still be mended so; repeatable.
 * Names that the bank repeats on other tabs follow the names on «Педагоги».
 */
export function mendData(
  wb: Workbook,
  tabs: readonly TabSpec[],
  key: string,
  confirmed: readonly ConfirmedMend[],
): MendResult {
  const school = wholeSchool(wb, tabs);
  const check = checkOf(key);
  const wanted = new Set(confirmed.map(mendKey));
  const mends = mendsOf(school, check.find(school)).filter((mend) => wanted.has(mendKey(mend)));
  writeKeepingNames(wb, school, () => {
    for (const { spec, code, column, to } of mends) wb.retype(spec, code, column, to);
  });
  if (mends.length > 0) wb.note({ what: `${check.mend}: ${mends.length}`, records: mends.map(({ code }) => code) });
  return { mended: mends.length, left: wanted.size - mends.length };
}

/** Makes changes; names on other tabs that differ from «Педагоги» only since then follow. */
export function writeKeepingNames(wb: Workbook, before: School, write: () => void): void {
  const known = new Set(namesElsewhere(before).map(placeOf));
  write();
  const after = wholeSchool(wb, before.tables);
  for (const found of namesElsewhere(after)) {
    const spec = after.tables.find(({ key }) => key === found.table.key);
    if (spec && found.fix !== undefined && !known.has(placeOf(found))) {
      wb.retype(spec, found.code, found.column ?? "", found.fix);
    }
  }
}

/** The school with every table read: references and names are looked up across tabs. */
export function wholeSchool(wb: ReadOnlyWorkbook, tabs: readonly TabSpec[]): School {
  return readSchool(wb, tablesIn(tabs));
}

function checkOf(key: string) {
  const check = CHECKS.find((one) => one.key === key);
  if (!check) throw new Stop("Такой проверки нет.", "Закройте панель, откройте её снова и повторите.");
  return check;
}

function mendsOf(school: School, found: readonly Found[]): Mend[] {
  const rows = new Map<string, Map<string, (key: string) => Cell>>();
  const cellOf = (table: Table, code: string, key: string): Cell | undefined => {
    const own = rows.get(table.key) ?? new Map(school.wb.typed(table).map((row) => [row.code, row.cell]));
    rows.set(table.key, own);
    return own.get(code)?.(key);
  };
  return found.flatMap(({ table, code, column = "", fix }) => {
    const spec = school.tables.find(({ key }) => key === table.key);
    const facts = spec?.columns[column];
    const cell = spec && fix !== undefined ? cellOf(spec, code, column) : undefined;
    if (!spec || !facts || cell === undefined || fix === undefined) return [];
    return [
      {
        spec,
        to: fix,
        table: spec.key,
        tab: spec.tab,
        code,
        column,
        heading: factsOf(facts).heading,
        who: whose(school, spec, code),
        before: cell === "" ? "" : shownCell(cell),
        after: shownCell(fix),
      },
    ];
  });
}

function whose({ wb, name }: School, table: Table, code: string): string {
  if (table.key === people.key) return name(code);
  const person: unknown = wb.find(table, code)?.["person" as "code"];
  return typeof person === "string" ? name(person) : "";
}

function placeOf({ table, code, column }: Found): string {
  return `${table.key} ${code} ${column ?? ""}`;
}

function mendKey({ table, code, column, before, after }: ConfirmedMend): string {
  return JSON.stringify([table, code, column, before, after]);
}

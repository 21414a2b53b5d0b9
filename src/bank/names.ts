// Names that other tabs repeat from «Педагоги» for the reader's sake, kept the same as there.
import type { Workbook } from "../workbook/workbook";
import { acquaintances } from "../documents/acquaintances.table";
import { consents } from "./consents.table";
import { diagnostics } from "./diagnostics.table";
import { mentees } from "./mentees.table";
import { mentors } from "./mentors.table";
import { people } from "./people.table";

/** Writes the names of these people anew wherever the bank repeats them. */
export function refreshNames(wb: Workbook, codes: readonly string[]): void {
  if (codes.length === 0) return;
  const names = new Map(
    codes.flatMap((code) => wb.find(people, code) ?? []).map(({ code, fullName }) => [code, fullName]),
  );
  for (const table of [mentors, mentees, consents, diagnostics, acquaintances] as const) {
    for (const { code, person, fullName } of wb.all(table)) {
      const name = names.get(person);
      if (name !== undefined && name !== fullName) wb.update(table, code, { fullName: name });
    }
  }
}

// Turns a planned import and the curator's decisions into what is written to «Педагоги».
import type { Person } from "../people.table";
import { changesOf, planImport, type ChangedRow, type DoubtfulRow, type StaffList } from "./planImport";
import type { IncomingPerson, PersonValues, Remark } from "./readPeople";

/** What the curator decided about a doubtful row; about a changed one, which fields to leave as they are. */
export type Decision =
  | { action: "add" }
  | { action: "update"; code: string }
  | { action: "skip" }
  | { action: "keep"; fields: readonly string[] };

/** Row of the list → decision. */
export type Decisions = Readonly<Record<string, Decision>>;

export interface ImportWrites {
  added: { row: number; values: PersonValues; note: string | null }[];
  updated: { row: number; code: string; patch: Partial<PersonValues> }[];
  /** Rows that could not be written as decided: their record is gone, or another row of the list has changed it. */
  refused: number[];
}

/**
 * What to write: all that is new or changed without doubt, and what was decided. A row with an impossible value is added
 * without it unless the curator skips the row; a row whose person is unclear waits for a decision.
 */
export function importWrites(existing: readonly Person[], list: StaffList, decisions: Decisions): ImportWrites {
  const { plan, incoming } = planImport(existing, list);
  const ledger = new Ledger(existing, incoming);
  for (const row of plan.changed) settleChanged(ledger, row, decisions[row.row]);
  for (const { row } of plan.added) if (decisions[row]?.action !== "skip") ledger.add(row);
  for (const row of plan.doubtful) settleDoubtful(ledger, row, decisions[row.row]);
  return ledger.writes;
}

function settleChanged(ledger: Ledger, { row, code }: ChangedRow, decision: Decision | undefined): void {
  if (decision?.action !== "skip") ledger.update(row, code, decision?.action === "keep" ? decision.fields : []);
}

function settleDoubtful(ledger: Ledger, { row, about }: DoubtfulRow, decision: Decision | undefined): void {
  if (decision?.action === "update") ledger.update(row, decision.code, []);
  if (decision?.action === "add" || (about === "values" && !decision)) ledger.add(row);
}

/** Collects the writes; no record is changed by two rows. */
class Ledger {
  readonly writes: ImportWrites = { added: [], updated: [], refused: [] };
  private readonly bank: ReadonlyMap<string, Person>;
  private readonly touched = new Set<string>();

  constructor(
    existing: readonly Person[],
    private readonly incoming: ReadonlyMap<number, IncomingPerson>,
  ) {
    this.bank = new Map(existing.map((person) => [person.code, person]));
  }

  add(row: number): void {
    const person = this.incoming.get(row);
    if (person) this.writes.added.push({ row, values: person.values, note: noteOf(person.remarks) });
  }

  update(row: number, code: string, kept: readonly string[]): void {
    const person = this.incoming.get(row);
    const old = this.bank.get(code);
    if (!person || !old || this.touched.has(code)) {
      this.writes.refused.push(row);
      return;
    }
    this.touched.add(code);
    const patch: Partial<PersonValues> = {};
    for (const { field } of changesOf(old, person)) {
      if (!kept.includes(field)) Object.assign(patch, { [field]: person.values[field] });
    }
    if (Object.keys(patch).length > 0) this.writes.updated.push({ row, code, patch });
  }
}

/** What the list said and the columns could not take, so that nothing is lost. */
function noteOf(remarks: readonly Remark[]): string | null {
  const lines = remarks.map(({ label, raw, doubt }) => `${label}: в списке «${raw}» (${doubt})`);
  return lines.length > 0 ? lines.join("\n") : null;
}

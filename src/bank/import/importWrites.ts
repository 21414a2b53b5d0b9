// Turns a planned import and the curator's decisions into what is written to «Педагоги».
import type { Person } from "../people.table";
import { compareFields, remembering } from "./fieldChanges";
import { planImport, type ChangedRow, type DoubtfulRow, type ImportPlan, type StaffList } from "./planImport";
import type { IncomingPerson, PersonValues, Remark, ValueField } from "./readPeople";

/** Fields of one record: conflicts in which the list wins, and fields that stay as they are. */
interface Choice {
  take: readonly string[];
  keep: readonly string[];
}

/** What the curator decided about a doubtful row, or which fields of a changed one to take and to keep. */
export type Decision =
  | { action: "add" }
  | ({ action: "update"; code: string } & Choice)
  | { action: "skip" }
  | ({ action: "choose" } & Choice);

/** Row of the list → decision. */
export type Decisions = Readonly<Record<string, Decision>>;

type Memory = NonNullable<Person["imported"]>;

export interface ImportWrites {
  added: { row: number; values: PersonValues; note: string | null }[];
  updated: { row: number; code: string; patch: Partial<PersonValues>; imported: Memory }[];
  /** Records of which nothing changes but what the import remembers of them. */
  remembered: { code: string; imported: Memory }[];
  /** Rows that could not be written as decided: their record is gone, or another row of the list has changed it. */
  refused: number[];
}

const NO_CHOICE: Choice = { take: [], keep: [] };

/**
 * What to write: all that is new or changed without doubt, and what was decided. A row with an impossible value is added
 * without it unless the curator skips the row; a row whose person is unclear waits for a decision, and so does a
 * conflict: without one the cell stays and the next import asks again.
 */
export function importWrites(
  existing: readonly Person[],
  list: StaffList,
  decisions: Decisions,
): { writes: ImportWrites; plan: ImportPlan } {
  const { plan, incoming, bank } = planImport(existing, list);
  const ledger = new Ledger(bank, incoming);
  for (const row of [...plan.changed, ...plan.conflicting]) settleChanged(ledger, row, decisions[row.row]);
  for (const { row, code } of plan.unchanged) ledger.update(row, code, NO_CHOICE);
  for (const { row } of plan.added) if (decisions[row]?.action !== "skip") ledger.add(row);
  for (const row of plan.doubtful) settleDoubtful(ledger, row, decisions[row.row]);
  return { writes: ledger.writes, plan };
}

function settleChanged(ledger: Ledger, { row, code }: ChangedRow, decision: Decision | undefined): void {
  if (decision?.action === "skip") return;
  ledger.update(row, code, decision?.action === "choose" ? decision : NO_CHOICE);
}

function settleDoubtful(ledger: Ledger, { row, about }: DoubtfulRow, decision: Decision | undefined): void {
  if (decision?.action === "update") ledger.update(row, decision.code, decision);
  if (decision?.action === "add" || (about === "values" && !decision)) ledger.add(row);
}

/** Collects the writes; no record is changed by two rows. */
class Ledger {
  readonly writes: ImportWrites = { added: [], updated: [], remembered: [], refused: [] };
  private readonly touched = new Set<string>();

  constructor(
    private readonly bank: ReadonlyMap<string, Person>,
    private readonly incoming: ReadonlyMap<number, IncomingPerson>,
  ) {}

  add(row: number): void {
    const person = this.incoming.get(row);
    if (person) this.writes.added.push({ row, values: person.values, note: noteOf(person.remarks) });
  }

  update(row: number, code: string, { take, keep }: Choice): void {
    const person = this.incoming.get(row);
    const old = this.bank.get(code);
    if (!person || !old || this.touched.has(code)) {
      this.writes.refused.push(row);
      return;
    }
    this.touched.add(code);
    const { changes, conflicts, agreed } = compareFields(old, person);
    const written = [
      ...changes.filter(({ field }) => !keep.includes(field)),
      ...conflicts.filter(({ field }) => take.includes(field)),
    ].map(({ field }) => field);
    const kept = [...changes, ...conflicts].map(({ field }) => field).filter((field) => keep.includes(field));
    const imported = remembering(old.imported, person.values, [...agreed, ...written, ...kept]);
    if (written.length > 0) {
      this.writes.updated.push({ row, code, patch: picked(person.values, written), imported });
    } else if (!sameMemory(old.imported, imported)) {
      this.writes.remembered.push({ code, imported });
    }
  }
}

function picked(values: PersonValues, fields: readonly ValueField[]): Partial<PersonValues> {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

function sameMemory(old: Person["imported"], imported: Memory): boolean {
  const keys = Object.keys(imported);
  return keys.length === Object.keys(old ?? {}).length && keys.every((key) => old?.[key] === imported[key]);
}

/** What the list said and the columns could not take, so that nothing is lost. */
function noteOf(remarks: readonly Remark[]): string | null {
  const lines = remarks.map(({ label, raw, doubt }) => `${label}: в списке «${raw}» (${doubt})`);
  return lines.length > 0 ? lines.join("\n") : null;
}

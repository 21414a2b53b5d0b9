// What the curator has decided so far in the preview of an import, and how the server is told of it.
import type { ApplyInput, ImportPreview } from "../../bank/import/importStaff";

type Decisions = ApplyInput["decisions"];

export interface Decided {
  /** Row → what to do with a doubtful one: "update:Р-001", "add", "skip", "" for later. */
  people: Readonly<Record<string, string>>;
  /** «row field» of every conflict in which the list wins; the others keep what stands in the table. */
  taken: ReadonlySet<string>;
}

export const UNDECIDED: Decided = { people: {}, taken: new Set() };

const UPDATE = "update:";

/** The conflicts that wait for a choice: those of recognised people, and those of doubtful ones once it is said who they are. */
export function openConflicts(plan: ImportPreview, { people }: Decided) {
  const recognised = plan.conflicting.map(({ row, fullName, conflicts, changes }) => ({
    row,
    fullName,
    conflicts,
    changes,
  }));
  const chosen = plan.doubtful.flatMap(({ row, candidates }) => {
    const one = candidates.find(({ code }) => people[row] === UPDATE + code);
    return one && one.conflicts.length > 0 ? [{ row, ...one }] : [];
  });
  return [...recognised, ...chosen];
}

/** One conflict among the taken ones. */
export function conflictKey(row: number, field: string): string {
  return `${row} ${field}`;
}

/** The decisions as the server takes them: every conflict is settled one way or the other. */
export function decisionsOf(plan: ImportPreview, decided: Decided): Decisions {
  const conflicts = new Map(openConflicts(plan, decided).map((one) => [one.row, one.conflicts]));
  const choice = (row: number) => {
    const fields = (conflicts.get(row) ?? []).map(({ field }) => field);
    const isTaken = (field: string) => decided.taken.has(conflictKey(row, field));
    return { take: fields.filter(isTaken), keep: fields.filter((field) => !isTaken(field)) };
  };
  const settled = plan.conflicting.map(
    ({ row }) => [String(row), { action: "choose" as const, ...choice(row) }] as const,
  );
  const people = Object.entries(decided.people)
    .filter(([, value]) => value !== "")
    .map(([row, value]): [string, Decisions[string]] => {
      if (!value.startsWith(UPDATE)) return [row, { action: value === "add" ? "add" : "skip" }];
      return [row, { action: "update", code: value.slice(UPDATE.length), ...choice(Number(row)) }];
    });
  return Object.fromEntries([...settled, ...people]);
}

// Compares a staff list with the bank and proposes, row by row, what to write; decides nothing by itself.
import { isDeleted, type Person } from "../people.table";
import { compareFields, type FieldChange, type FieldComparison } from "./fieldChanges";
import { knownOfIncoming, knownOfPerson } from "./known";
import { matchPeople } from "./matchPeople";
import type { IncomingPerson, Remark, SkippedRow } from "./readPeople";
import { withoutTwins, type Untwinned } from "./twins";

export interface PlannedRow {
  /** Line of the list, from 1. */
  row: number;
  fullName: string;
  post: string;
  remarks: Remark[];
}

export interface ChangedRow extends PlannedRow {
  code: string;
  changes: FieldChange[];
  /** Cells that the curator has filled or mended, and the list has something else. */
  conflicts: FieldChange[];
}

/** Somebody in the bank whom a doubtful row may be about, and what the row would change there. */
export interface Candidate {
  code: string;
  fullName: string;
  post: string;
  reason: string;
  changes: FieldChange[];
  conflicts: FieldChange[];
}

/** Why a row waits for the curator: it is unclear who it is, or a value in it is impossible. */
export interface DoubtfulRow extends PlannedRow {
  about: "person" | "values";
  reason: string;
  /** Who in the bank it may be; choosing one updates that record. */
  candidates: Candidate[];
}

export interface ImportPlan {
  added: PlannedRow[];
  changed: ChangedRow[];
  /** Rows of people some of whose cells were mended by hand and differ; they may bring ordinary changes too. */
  conflicting: ChangedRow[];
  unchanged: { row: number; code: string; fullName: string; remarks: Remark[] }[];
  doubtful: DoubtfulRow[];
  /** Lines that are not people, and repetitions of a person already taken from another line. */
  skipped: SkippedRow[];
}

/** What was read of a list. */
export interface StaffList {
  people: readonly IncomingPerson[];
  skipped: readonly SkippedRow[];
}

/** A plan, and what it was made of: the people of the list by line (lines about one person folded together). */
export interface Planned {
  plan: ImportPlan;
  incoming: ReadonlyMap<number, IncomingPerson>;
  bank: ReadonlyMap<string, Person>;
}

/** 152-ФЗ ст. 21: what was deleted on demand does not come back with the next list. */
const DELETED_ON_DEMAND = "сведения об этом человеке удалены по его требованию";

/**
 * Plans an import. Nobody is joined on a guess: whoever may be somebody in the bank, or repeats another line with other
 * data, is doubtful. An empty cell of the list never empties a cell of the bank, and a cell that was mended by hand is
 * never overwritten without the curator's choice.
 */
export function planImport(existing: readonly Person[], list: StaffList): Planned {
  const { kept, repeated, unclear, contradicting } = withoutTwins(list.people);
  const matches = matchPeople(existing.map(knownOfPerson), kept.map(knownOfIncoming));
  const bank = new Map(existing.map((person) => [person.code, person]));
  const candidate = (row: IncomingPerson, code: string | undefined, reason: string): Candidate[] => {
    const person = code === undefined ? undefined : bank.get(code);
    if (!person) return [];
    const { changes, conflicts } = compareFields(person, row);
    return [{ code: person.code, fullName: person.fullName, post: person.post ?? "", reason, changes, conflicts }];
  };
  const plan: ImportPlan = {
    added: [],
    changed: [],
    conflicting: [],
    unchanged: [],
    doubtful: [],
    skipped: [...list.skipped, ...repeated],
  };
  const likeOthers = unclearRows(unclear, (row) => matches.same.has(String(row)));
  for (const person of kept) {
    const id = String(person.row);
    const old = bank.get(matches.same.get(id) ?? "");
    const candidates = (matches.maybe.get(id) ?? []).flatMap((other) => candidate(person, other.id, other.reason));
    const why = likeOthers.get(person.row) ?? candidates[0]?.reason;
    if (old && isDeleted(old))
      plan.skipped.push({ row: person.row, why: DELETED_ON_DEMAND, text: person.values.fullName });
    else if (old) sortMatched(plan, old, person);
    else if (why !== undefined) plan.doubtful.push({ ...plannedRow(person), about: "person", reason: why, candidates });
    else sortNew(plan, person);
  }
  for (const { person, of } of contradicting) {
    const reason = `повтор строки ${of} с другими данными`;
    const candidates = candidate(person, matches.same.get(String(of)), reason);
    plan.doubtful.push({ ...plannedRow(person), about: "person", reason, candidates });
  }
  plan.skipped.sort((one, other) => one.row - other.row);
  const all = [...kept, ...contradicting.map(({ person }) => person)];
  return { plan, incoming: new Map(all.map((person) => [person.row, person])), bank };
}

/** Of two lines that may be about one person the one that is in the bank, or the fuller one, is clear; the other waits. */
function unclearRows(pairs: Untwinned["unclear"], isMatched: (row: number) => boolean): Map<number, string> {
  return new Map(
    pairs.map(({ first, second, reason }) => {
      const [clear, other] = isMatched(second) && !isMatched(first) ? [second, first] : [first, second];
      return [other, `похоже на строку ${clear}: ${reason}`];
    }),
  );
}

function sortMatched(plan: ImportPlan, old: Person, person: IncomingPerson): void {
  const { changes, conflicts }: FieldComparison = compareFields(old, person);
  const remarks = person.remarks.filter(
    ({ field }) => field !== "note" && (person.values[field] !== undefined || old[field] === null),
  );
  const row = { ...plannedRow(person), remarks, code: old.code, changes, conflicts };
  if (conflicts.length > 0) plan.conflicting.push(row);
  else if (changes.length > 0) plan.changed.push(row);
  else plan.unchanged.push({ row: person.row, code: old.code, fullName: old.fullName, remarks });
}

function sortNew(plan: ImportPlan, person: IncomingPerson): void {
  const odd = person.remarks.find(({ field }) => field === "fullName");
  const lost = person.remarks.filter(({ field }) => field !== "note" && person.values[field] === undefined);
  if (odd) {
    plan.doubtful.push({ ...plannedRow(person), about: "person", reason: odd.doubt, candidates: [] });
  } else if (lost.length > 0) {
    const reason = lost.map(({ label, doubt }) => `${label}: ${doubt}`).join("; ");
    plan.doubtful.push({ ...plannedRow(person), about: "values", reason, candidates: [] });
  } else {
    plan.added.push(plannedRow(person));
  }
}

function plannedRow({ row, values, remarks }: IncomingPerson): PlannedRow {
  return { row, fullName: values.fullName, post: values.post ?? "", remarks };
}

// The columns of the banks that follow from other tabs: who works with whom, where, until when, with what outcome.
import { DIAGNOSTIC_STAGES, diagnostics, isMeasurement, type Diagnostic } from "../bank/diagnostics.table";
import { WAITING } from "../bank/lifeCycle";
import { COMPLETION, mentees, type Mentee } from "../bank/mentees.table";
import { mentors, type Mentor } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { SEVERITY_ANSWERS } from "../bank/severity";
import { counted } from "../school/counted";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { PatchOf } from "../workbook/table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { hasBegun, isInForce } from "./pairStates";
import { PAIR_STATUS, pairs, type Pair } from "./pairs.table";

type Patch<T extends typeof mentors | typeof mentees> = { code: string; patch: PatchOf<T> };

/**
 * What has to be written. Who works with whom is always as the pairs say; the end and the outcome of somebody who has
 * never had a pair here may come from an older bank and stay. Empty where every cell says what it should. */
interface StaleColumns {
  mentors: Patch<typeof mentors>[];
  mentees: Patch<typeof mentees>[];
}

/**
 * Finds the cells that have fallen behind. Reads «Пары» and «Запросы и диагностика» first and, where both are empty,
 * only «Наставляемые» beside them.
 */
function staleBankColumns(wb: ReadOnlyWorkbook): StaleColumns {
  const begun = wb.all(pairs).filter(hasBegun);
  const latest = latestDiagnoses(wb.all(diagnostics));
  return {
    mentors: begun.length === 0 ? [] : staleMentors(wb, begun),
    mentees: staleMentees(wb, begun, latest),
  };
}

/**
 * Writes the derived columns, only where they have changed. Called by the commands that put pairs in force, pause or end
 * them, and by the heartbeat for what people type. @returns how many rows were changed
 */
export function refreshBankColumns(wb: Workbook): number {
  const behind = staleBankColumns(wb);
  for (const { code, patch } of behind.mentors) wb.update(mentors, code, patch);
  for (const { code, patch } of behind.mentees) wb.update(mentees, code, patch);
  return behind.mentors.length + behind.mentees.length;
}

/** Whether every derived cell says what it should. */
export function bankColumnsHold(wb: ReadOnlyWorkbook): boolean {
  const behind = staleBankColumns(wb);
  return behind.mentors.length + behind.mentees.length === 0;
}

function staleMentors(wb: ReadOnlyWorkbook, begun: readonly Pair[]): Patch<typeof mentors>[] {
  const byMentor = gathered(begun, (pair) => [pair.mentor]);
  return wb.all(mentors).flatMap((mentor) => {
    const own = byMentor.get(mentor.code) ?? [];
    const now = own.filter(isInForce);
    const partners = now.flatMap((pair) => pair.mentees).map((code) => wb.find(mentees, code));
    return stale<typeof mentors, Mentor>(mentor, {
      menteesNow: namesOf(partners),
      pairForms: formsOf(now.length > 0 ? now : own),
      menteesWorkplaces: workplacesOf(wb, partners),
      ...(own.length === 0 ? {} : { finishedOn: now.length > 0 ? null : lastEnd(own), results: resultsOf(own) }),
    });
  });
}

function staleMentees(
  wb: ReadOnlyWorkbook,
  begun: readonly Pair[],
  diagnoses: ReadonlyMap<string, string>,
): Patch<typeof mentees>[] {
  const byMentee = gathered(begun, (pair) => pair.mentees);
  return wb.all(mentees).flatMap((mentee) => {
    const own = byMentee.get(mentee.code) ?? [];
    const now = own.filter(isInForce);
    const partners = now.map((pair) => wb.find(mentors, pair.mentor));
    return stale<typeof mentees, Mentee>(mentee, {
      mentorsNow: namesOf(partners),
      pairForms: formsOf(now.length > 0 ? now : own),
      mentorsWorkplaces: workplacesOf(wb, partners),
      ...(own.length === 0 ? {} : { finishedOn: now.length > 0 ? null : lastEnd(own) }),
      // The mark is the curator's; it is proposed once, where all pairs are over and the cell is empty.
      completion: mentee.completion ?? (now.length > 0 ? null : completionOf(own)),
      diagnosis: diagnoses.get(mentee.person) ?? mentee.diagnosis,
      // Somebody has typed that the person waits: the waiting is counted from the day on which that is seen.
      waitingSince: mentee.waitingSince ?? (WAITING.includes(mentee.status) ? wb.today : null),
    });
  });
}

/** The part of the wanted values that the row does not hold yet. */
function stale<T extends typeof mentors | typeof mentees, R extends { readonly code: string }>(
  row: R,
  wanted: PatchOf<T>,
): Patch<T>[] {
  const held = row as unknown as Readonly<Record<string, unknown>>;
  const behind = Object.entries(wanted).filter(([key, value]) => value !== held[key]);
  return behind.length > 0 ? [{ code: row.code, patch: Object.fromEntries(behind) as PatchOf<T> }] : [];
}

function gathered(all: readonly Pair[], codesOf: (pair: Pair) => readonly string[]): ReadonlyMap<string, Pair[]> {
  const byCode = new Map<string, Pair[]>();
  for (const pair of all) {
    for (const code of codesOf(pair)) {
      const known = byCode.get(code);
      if (known) known.push(pair);
      else byCode.set(code, [pair]);
    }
  }
  return byCode;
}

function namesOf(partners: readonly (Mentor | Mentee | undefined)[]): string | null {
  return joined(partners.flatMap((row) => (row ? (row.fullName ?? row.code) : [])));
}

function workplacesOf(wb: ReadOnlyWorkbook, partners: readonly (Mentor | Mentee | undefined)[]): string | null {
  return joined(partners.flatMap((row) => (row ? (wb.find(people, row.person)?.workplace ?? []) : [])));
}

function formsOf(own: readonly Pair[]): string | null {
  return joined(own.flatMap((pair) => pair.mentoringForm ?? []));
}

function joined(words: readonly string[]): string | null {
  return words.length === 0 ? null : [...new Set(words)].join("; ");
}

function lastEnd(own: readonly Pair[]): CalendarDate | null {
  return own.reduce<CalendarDate | null>(
    (last, { endsOn }) => (endsOn !== null && (last === null || endsOn > last) ? endsOn : last),
    null,
  );
}

/** «завершено — 2; прекращено досрочно — 1 (увольнение)» */
function resultsOf(own: readonly Pair[]): string | null {
  const finished = own.filter(({ status }) => status === PAIR_STATUS.finished).length;
  const ended = own.filter(({ status }) => status === PAIR_STATUS.ended);
  const reasons = joined(ended.flatMap(({ endReason }) => endReason ?? []));
  const parts = [
    finished > 0 ? `завершено — ${finished}` : "",
    ended.length > 0 ? `прекращено досрочно — ${ended.length}${reasons === null ? "" : ` (${reasons})`}` : "",
  ];
  return parts.some((part) => part !== "") ? parts.filter((part) => part !== "").join("; ") : null;
}

function completionOf(own: readonly Pair[]): Mentee["completion"] {
  const last = own.reduce<Pair | null>(
    (found, pair) => (found && (found.endsOn ?? "") > (pair.endsOn ?? "") ? found : pair),
    null,
  );
  if (last === null) return null;
  return last.status === PAIR_STATUS.finished ? COMPLETION.yes : COMPLETION.early;
}

/** By the person's code: «12.09.2026, на входе: Методика обучения — нужна помощь; ИКТ — 14 из 20». */
function latestDiagnoses(rows: readonly Diagnostic[]): ReadonlyMap<string, string> {
  const latest = new Map<string, Diagnostic[]>();
  for (const row of rows) {
    if (!isMeasurement(row) && row.score === null && row.level === null) continue;
    const known = latest.get(row.person) ?? [];
    const day = known[0]?.doneOn;
    if (day === undefined || row.doneOn > day) latest.set(row.person, [row]);
    else if (row.doneOn === day) known.push(row);
  }
  return new Map([...latest].map(([person, own]) => [person, diagnosisOf(own)]));
}

function diagnosisOf(rows: readonly Diagnostic[]): string {
  const [first] = rows;
  const stage = DIAGNOSTIC_STAGES.find((one) => rows.some((row) => row.stage === one));
  const hard = rows
    .filter((row) => row.severity !== 0)
    .sort((one, other) => (other.severity ?? 0) - (one.severity ?? 0));
  const said = hard.map((row) => [row.direction, outcomeOf(row)].filter((part) => part !== null).join(" — "));
  const what =
    said.length > 0
      ? said.join("; ")
      : `затруднений не выявлено (${counted(rows.length, ["направление", "направления", "направлений"])})`;
  return `${first ? formatDate(first.doneOn) : ""}${stage ? `, ${stage}` : ""}: ${what}`;
}

function outcomeOf({ severity, score, maxScore, level }: Diagnostic): string | null {
  if (score !== null) return maxScore === null ? String(score) : `${score} из ${maxScore}`;
  if (severity !== null) return SEVERITY_ANSWERS[severity] ?? null;
  return level === null ? null : `${level} уровень дефицита`;
}

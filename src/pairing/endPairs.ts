// What becomes of pairs before their time: ended, paused, resumed. Only «Пары» is written here; the rest follows from it.
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { PatchOf } from "../workbook/table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { ENDING_ORDER_PAPER, type EndReason } from "./endReasons";
import { isInForce, isPlanned } from "./pairStates";
import { PAIR_STATUS, pairs, type Pair } from "./pairs.table";

/** The end of a pair, or of one mentee's part in a group. */
export interface PairEnding {
  pair: string;
  /** The last day. */
  on: CalendarDate;
  reason: EndReason;
  /** Code of the only mentee who leaves; the group goes on without them. Null ends the pair for everybody. */
  mentee: string | null;
  /** When the mentor was warned; left out where nobody has to be, or it is known already. */
  noticeOn?: CalendarDate | null;
}

/**
 * Ends pairs. One that never came into force is cancelled: it keeps no term, so that nothing counts it as work done.
 * A pair that is over already stays as it is. The cell that says so is written last, when the others are safe: a repeated
 * command finds what an interruption left undone.
 */
export function endPairs(wb: Workbook, endings: readonly PairEnding[]): void {
  const open = endings.flatMap((ending) => {
    const pair = wb.find(pairs, ending.pair);
    return pair !== undefined && (isPlanned(pair) || isInForce(pair)) ? [{ pair, ending }] : [];
  });
  if (open.length === 0) return;
  for (const { pair, ending } of open) wb.update(pairs, pair.code, detailsOf(pair, ending));
  wb.save();
  for (const { pair, ending } of open) {
    wb.update(
      pairs,
      pair.code,
      leavesGroup(pair, ending)
        ? { mentees: pair.mentees.filter((code) => code !== ending.mentee) }
        : { status: PAIR_STATUS.ended },
    );
  }
}

function leavesGroup(pair: Pair, { mentee }: PairEnding): boolean {
  return mentee !== null && pair.mentees.length > 1 && pair.mentees.includes(mentee);
}

function detailsOf(pair: Pair, ending: PairEnding): PatchOf<typeof pairs> {
  const { on, reason, noticeOn = null } = ending;
  if (leavesGroup(pair, ending)) return groupWithout(pair, ending);
  if (isPlanned(pair)) return { endReason: reason, startsOn: null, endsOn: null };
  return { endReason: reason, endsOn: lastDay(pair, on), ...(noticeOn === null ? {} : { noticeOn }) };
}

/** Pairs of whose early end a signed order tells: it names that pair first, then the one that takes over. */
export function orderedEndings(wb: ReadOnlyWorkbook): ReadonlySet<string> {
  return new Set(
    wb
      .all(documents)
      .filter(
        ({ key, status }) => status === DOCUMENT_STATUS.signed && key?.startsWith(`${ENDING_ORDER_PAPER}:`) === true,
      )
      .flatMap((order) => order.pairs.slice(0, 1)),
  );
}

/** Pauses those of the pairs that are at work. @param why in the curator's own words */
export function pausePairs(wb: Workbook, codes: readonly string[], on: CalendarDate, why: string | null = null): void {
  const remark = `Приостановлена с ${formatDate(on)}${why === null ? "" : `: ${why}`}.`;
  move(wb, codes, PAIR_STATUS.active, PAIR_STATUS.paused, remark);
}

/** Puts those of the pairs that are paused back to work. */
export function resumePairs(wb: Workbook, codes: readonly string[], on: CalendarDate): void {
  move(wb, codes, PAIR_STATUS.paused, PAIR_STATUS.active, `Возобновлена с ${formatDate(on)}.`);
}

function move(wb: Workbook, codes: readonly string[], from: Pair["status"], to: Pair["status"], remark: string): void {
  for (const code of codes) {
    const pair = wb.find(pairs, code);
    if (pair?.status === from) wb.update(pairs, code, { status: to, note: noted(pair, remark) });
  }
}

/** Names that do not match the codes one to one are the curator's own words, or have been mended already. */
function groupWithout(pair: Pair, { mentee, on, reason }: PairEnding): PatchOf<typeof pairs> {
  const at = pair.mentees.findIndex((code) => code === mentee);
  const names = (pair.menteeNames ?? "").split(/;\s*/);
  return {
    ...(names.length === pair.mentees.length
      ? { menteeNames: names.filter((_, index) => index !== at).join("; ") }
      : {}),
    note: noted(pair, `${formatDate(on)} из группы выбыл ${mentee ?? ""}: ${reason}.`),
  };
}

/** A pair ends no later than it would have, and not before it began. */
function lastDay({ startsOn, endsOn }: Pair, on: CalendarDate): CalendarDate {
  const last = endsOn !== null && endsOn < on ? endsOn : on;
  return startsOn !== null && last < startsOn ? startsOn : last;
}

/** The curator's remarks with one more line; the same line is not written twice. */
export function noted({ note }: { readonly note: string | null }, remark: string): string {
  if (note?.includes(remark)) return note;
  return note === null ? remark : `${note}\n${remark}`;
}

// How far a pair has come: planned, in force, over; and how many pairs of each kind everybody stands in.
import type { PairCounts } from "../bank/lifeCycle";
import { PAIR_STATUS, type Pair } from "./pairs.table";

/** An empty status is a pair that somebody has only begun to write down. */
const PLANNED: readonly (string | null)[] = [
  null,
  PAIR_STATUS.draft,
  PAIR_STATUS.proposed,
  PAIR_STATUS.recommended,
  PAIR_STATUS.consented,
];
const IN_FORCE: readonly (string | null)[] = [PAIR_STATUS.active, PAIR_STATUS.paused];

/** Proposed and not assigned by an order yet. */
export function isPlanned({ status }: Pick<Pair, "status">): boolean {
  return PLANNED.includes(status);
}

/** Assigned by an order and not over: at work or paused. */
export function isInForce({ status }: Pick<Pair, "status">): boolean {
  return IN_FORCE.includes(status);
}

/** In force at any time, now or before: a pair that was cancelled before its order has neither an order nor a term. */
export function hasBegun(pair: Pick<Pair, "status" | "startsOn" | "order">): boolean {
  if (pair.status === PAIR_STATUS.ended) return pair.startsOn !== null || pair.order !== null;
  return !isPlanned(pair);
}

/** Ended early after it had begun, or in force with a notice given: an order tells of it. */
export function isEndingEarly(pair: Pick<Pair, "status" | "startsOn" | "order" | "endReason">): boolean {
  return pair.status === PAIR_STATUS.ended ? hasBegun(pair) : isInForce(pair) && pair.endReason !== null;
}

/** Pairs by the codes of mentors and of mentees; whoever has none is left out. */
export function pairCounts(
  all: readonly Pick<Pair, "status" | "mentor" | "mentees">[],
): ReadonlyMap<string, PairCounts> {
  const counts = new Map<string, PairCounts>();
  for (const pair of all) {
    const kind = isPlanned(pair) ? "planned" : pair.status === PAIR_STATUS.active ? "active" : "paused";
    if (kind === "paused" && !isInForce(pair)) continue;
    for (const code of [pair.mentor, ...pair.mentees]) {
      const own = counts.get(code) ?? NO_PAIRS;
      counts.set(code, { ...own, [kind]: own[kind] + 1 });
    }
  }
  return counts;
}

/** Of somebody who stands in none. */
export const NO_PAIRS: PairCounts = { planned: 0, active: 0, paused: 0 };

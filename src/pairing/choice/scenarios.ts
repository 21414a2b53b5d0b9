// Scenarios: the same school under other weights, decisions and numbers of places, and what differs between two of them.
import { movesBetween, type Move } from "./explain";
import type { Couple, Pool, ReadyPool } from "./pool";
import { USUAL_TERMS, type Proposal, type Terms } from "./proposal";
import type { Weights } from "./score";

/** What a curator may change without writing anything to the bank. */
export interface ScenarioTerms {
  weights: Weights;
  pins: readonly Couple[];
  bans: readonly Couple[];
  /** Places other than the bank's, by the mentor's code. */
  capacities: Readonly<Record<string, number>>;
}

/** More of them nobody can compare. */
export const MOST_SCENARIOS = 5;

/**
 * The school under a scenario. The bank's own prohibitions stay; people who are gone meanwhile are left out.
 *
 * @param accepted pairs of an earlier proposal, which give way only to a real gain
 */
export function underScenario(
  pool: Pool,
  scenario: ScenarioTerms,
  accepted: readonly Couple[] = [],
): { pool: Pool; terms: Terms } {
  const mentors = new Set(pool.mentors.map(({ code }) => code));
  const mentees = new Set(pool.mentees.map(({ code }) => code));
  const known = ({ mentor, mentee }: Couple) => mentors.has(mentor) && mentees.has(mentee);
  return {
    pool: {
      ...pool,
      mentors: pool.mentors.map((mentor) => ({
        ...mentor,
        capacity: placesOr(mentor.capacity, scenario.capacities[mentor.code]),
      })),
      bans: [...pool.bans, ...scenario.bans.filter(known)],
    },
    terms: { ...USUAL_TERMS, weights: scenario.weights, pins: scenario.pins.filter(known), accepted },
  };
}

/** Whole places; what is no number of them leaves the bank's. */
function placesOr(usual: number, places: number | undefined): number {
  return places === undefined || !Number.isFinite(places) ? usual : Math.max(0, Math.floor(places));
}

/** Two proposals side by side. */
export interface Comparison {
  /** Everybody whose mentor differs, in the order of codes. */
  moves: Move[];
  /** Codes of mentees who have a mentor only in the second, and only in the first. */
  gained: string[];
  lost: string[];
  /** Codes of mentees whom the second suits better, and worse, than the first; measured by the same weights. */
  better: string[];
  worse: string[];
}

/**
 * Who moves, who gains and who loses between two proposals for the same people. How well a pair suits is judged by one
 * measure for both: scores under different weights cannot be compared.
 *
 * @param suits how well the two suit each other, 0–10 000
 */
export function compareProposals(before: Proposal, after: Proposal, suits: (couple: Couple) => number): Comparison {
  const moves = movesBetween(before, after);
  const changed = moves.flatMap(({ mentee, from, to }) =>
    from === null || to === null
      ? []
      : [{ mentee, gain: suits({ mentor: to, mentee }) - suits({ mentor: from, mentee }) }],
  );
  return {
    moves,
    gained: moves.filter(({ from }) => from === null).map(({ mentee }) => mentee),
    lost: moves.filter(({ to }) => to === null).map(({ mentee }) => mentee),
    better: changed.filter(({ gain }) => gain > 0).map(({ mentee }) => mentee),
    worse: changed.filter(({ gain }) => gain < 0).map(({ mentee }) => mentee),
  };
}

/** How evenly the places are used: mentees of each mentor who has any, bank's own and proposed together. */
export function loadsIn(ready: ReadyPool, proposal: Pick<Proposal, "pairs">): ReadonlyMap<string, number> {
  const loads = new Map(ready.mentors.filter(({ load }) => load > 0).map(({ code, load }) => [code, load]));
  for (const { mentor } of proposal.pairs) loads.set(mentor, (loads.get(mentor) ?? 0) + 1);
  return loads;
}

// Scenarios held side by side: figures of each, and between two of them who moves, who gains and who loses.
import type { Move } from "../../pairing/choice/explain";
import { readyPool } from "../../pairing/choice/pool";
import { compareProposals, loadsIn } from "../../pairing/choice/scenarios";
import { judgesBy } from "../../pairing/choice/score";
import type { PairingView } from "../../pairing/pairingView";
import type { Decisions } from "./board";
import type { Solved } from "./picture";

/** One scenario in figures that say nothing about a single person. */
export interface Summary {
  pairs: number;
  alone: number;
  /** Mentors with anybody, and the most mentees with one of them. */
  mentors: number;
  most: number;
  /** Pins that cannot be kept. */
  refused: number;
}

export function summaryOf({ prepared, proposal }: Solved): Summary {
  const loads = [...loadsIn(prepared.ready, proposal).values()];
  return {
    pairs: proposal.pairs.length,
    alone: proposal.unmatched.length,
    mentors: loads.length,
    most: Math.max(0, ...loads),
    refused: proposal.refusedPins.length,
  };
}

/** What a change of the mentor is to the mentee. */
export type Outcome = "gained" | "lost" | "better" | "worse" | "even";

export interface Difference extends Move {
  outcome: Outcome;
}

/** A mentor whose number of mentees differs. */
export interface LoadChange {
  mentor: string;
  from: number;
  to: number;
}

export interface SideBySide {
  people: Difference[];
  loads: LoadChange[];
}

const ORDER: readonly Outcome[] = ["lost", "gained", "worse", "better", "even"];

/** Both are judged by the weights of the board: scores under different weights cannot be compared. */
export function sideBySide(view: PairingView, now: Decisions, before: Solved, after: Solved): SideBySide {
  const ready = readyPool(view.pool);
  const judgeOf = judgesBy(now.weights);
  const suits = ({ mentor, mentee }: { mentor: string; mentee: string }): number => {
    const one = ready.mentorByCode.get(mentor);
    const other = ready.menteeByCode.get(mentee);
    return one && other ? judgeOf(one)(other) : 0;
  };
  const { moves, gained, lost, better, worse } = compareProposals(before.proposal, after.proposal, suits);
  const outcomes = new Map<string, Outcome>([
    ...gained.map((mentee) => [mentee, "gained"] as const),
    ...lost.map((mentee) => [mentee, "lost"] as const),
    ...better.map((mentee) => [mentee, "better"] as const),
    ...worse.map((mentee) => [mentee, "worse"] as const),
  ]);
  const first = loadsIn(before.prepared.ready, before.proposal);
  const second = loadsIn(after.prepared.ready, after.proposal);
  return {
    people: moves
      .map((move) => ({ ...move, outcome: outcomes.get(move.mentee) ?? "even" }))
      .sort((a, b) => ORDER.indexOf(a.outcome) - ORDER.indexOf(b.outcome) || (a.mentee < b.mentee ? -1 : 1)),
    loads: [...new Set([...first.keys(), ...second.keys()])]
      .map((mentor) => ({ mentor, from: first.get(mentor) ?? 0, to: second.get(mentor) ?? 0 }))
      .filter(({ from, to }) => from !== to)
      .sort((a, b) => b.to - b.from - (a.to - a.from) || (a.mentor < b.mentor ? -1 : 1)),
  };
}

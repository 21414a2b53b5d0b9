// The best set of pairs for the whole school: who goes with whom, and who is left without a mentor.
//
// What «best» means, level by level; a lower level decides only where all above it are equal:
//   1. no rule is broken, and pins of the curator that no rule forbids are kept;
//   2. as many mentees as possible have a mentor who suits them by `leastScore` at least;
//   3. those who have waited longest are the ones who have one. Weeks of waiting are summed up; as the sets of mentees
//      that can have a mentor together are a matroid, the greatest sum also serves the longest waits first, one by one;
//   4. the sum of the scores, with `STAYING` for each accepted pair that stays, less the prices of mentors' further places.
// The levels are put into one whole number for each couple, so that a single exact assignment finds the optimum; numbers
// stay below 2^53 for some 20 000 mentees, and equal schools have equal answers whatever the order of rows.
import { assign, type CandidateList } from "./assignment";
import {
  readyPool,
  sharedDirections,
  type Couple,
  type Pool,
  type ReadyMentee,
  type ReadyMentor,
  type ReadyPool,
} from "./pool";
import { candidatesOf } from "./candidates";
import { objections } from "./rules";
import { DEFAULT_WEIGHTS, FULL_SCORE, judgesBy, placePrices, type Judge, type Weights } from "./score";

/** On what terms pairs are proposed. */
export interface Terms {
  weights: Weights;
  /** Pairs that suit less than this (0–10 000) are not proposed. */
  leastScore: number;
  /** Pairs the curator has already decided on; they are kept as they are. */
  pins: readonly Couple[];
  /**
   * Pairs that were proposed before and accepted: each counts as if it suited by `STAYING` more, so that a small change
   * in the data does not reshuffle the school.
   */
  accepted: readonly Couple[];
}

/** Half of the neutral score and some more: below it nearly everything speaks against the pair. */
const LEAST_SCORE = 3_000;
/** One point of a hundred: an accepted pair gives way only to a gain greater than this. */
const STAYING = FULL_SCORE / 100;
/** What the score, the price of a place and the staying of one pair can differ by at most, all together. */
const MOST_APART = 2 * FULL_SCORE + STAYING;
/** Two years: beyond it everybody has waited equally long. */
const MOST_WEEKS = 104;
export const USUAL_TERMS: Terms = { weights: DEFAULT_WEIGHTS, leastScore: LEAST_SCORE, pins: [], accepted: [] };

/** One proposed pair. */
export interface ProposedPair extends Couple {
  score: number;
  directions: string[];
  pinned: boolean;
}

/** A pin that cannot be kept, with the reasons in Russian. */
export interface RefusedPin extends Couple {
  reasons: string[];
}

export interface Proposal {
  /** In the order of mentees' codes. */
  pairs: ProposedPair[];
  /** Codes of mentees who wait and for whom nobody is proposed. */
  unmatched: string[];
  /** Sum of scores of all pairs: what scenarios are compared by. */
  total: number;
  /** Pins that a rule forbids or that contradict one another: the rules are stronger, and the curator is told. */
  refusedPins: RefusedPin[];
}

/**
 * A choice made ready: the rules and scores of every possible pair are worked out once, and the school may then be
 * solved again and again under small changes.
 */
export interface Prepared {
  terms: Terms;
  ready: ReadyPool;
  /** Mentees for whom somebody is sought, in the order of codes; pinned ones are not among them. */
  waiting: readonly ReadyMentee[];
  pinned: readonly ProposedPair[];
  refusedPins: readonly RefusedPin[];
  candidates: readonly CandidateList[];
  /** Prices of the free places of every mentor, those of pinned pairs taken off. */
  places: readonly (readonly number[])[];
  judgeOf: (mentor: ReadyMentor) => Judge;
  /** What one more mentee with a mentor is worth: more than all weeks and scores together. */
  oneMore: number;
  /** What a week of waiting of a mentee who gets a mentor is worth: more than all scores and prices together. */
  oneWeek: number;
}

/** A mentee waits for a mentor if they take part and no pair helps them yet, or a second mentor is sought for the rest. */
export function isWaiting(mentee: ReadyMentee): boolean {
  if (mentee.unavailable !== null) return false;
  return !mentee.paired || (mentee.seeking === true && mentee.needs.length > 0);
}

/**
 * Proposes pairs for every waiting mentee. First, as many mentees as possible get a mentor who suits them at least
 * acceptably; among such sets the one where those who wait longer are not the ones left out; among those, the one with
 * the greatest sum of scores and the evenest load. The answer is exact and does not depend on the order of rows.
 */
export function propose(pool: Pool, terms: Terms = USUAL_TERMS): Proposal {
  return solve(prepare(pool, terms));
}

/** Works out once what every solution of this choice needs. */
export function prepare(pool: Pool, terms: Terms = USUAL_TERMS): Prepared {
  const ready = readyPool(pool);
  const judgeOf = judgesBy(terms.weights);
  const { pinned, refusedPins } = pinnedPairs(ready, terms, judgeOf);
  const pinnedMentees = new Set(pinned.map((pair) => pair.mentee));
  const waiting = ready.mentees.filter((mentee) => isWaiting(mentee) && !pinnedMentees.has(mentee.code));
  const taken = countsOf(pinned.map((pair) => pair.mentor));
  const oneWeek = MOST_APART * (waiting.length + 1);
  const oneMore = oneWeek * (MOST_WEEKS + 1) * (waiting.length + 1);
  return {
    terms,
    ready,
    waiting,
    pinned,
    refusedPins,
    candidates: candidatesWithWorth(ready, waiting, terms, { oneMore, oneWeek }),
    places: ready.mentors.map((mentor) => placePrices(mentor, terms.weights).slice(taken.get(mentor.code) ?? 0)),
    judgeOf,
    oneMore,
    oneWeek,
  };
}

/**
 * The optimal set of pairs.
 *
 * @param insisted a couple that must be in it (both known, no rule against them): the others are arranged around it
 */
export function solve(prepared: Prepared, insisted?: Couple): Proposal {
  const { ready, waiting, judgeOf } = prepared;
  const chosen = assign({ candidates: candidatesWith(prepared, insisted), places: prepared.places });
  const pairs = [...prepared.pinned];
  const unmatched: string[] = [];
  waiting.forEach((mentee, index) => {
    const giver = chosen[index] ?? null;
    const mentor = giver === null ? undefined : ready.mentors[giver];
    if (mentor === undefined) unmatched.push(mentee.code);
    else pairs.push(pairOf(mentor, mentee, judgeOf(mentor)(mentee), insisted?.mentee === mentee.code));
  });
  pairs.sort((a, b) => (a.mentee < b.mentee ? -1 : 1));
  return {
    pairs,
    unmatched,
    total: pairs.reduce((sum, pair) => sum + pair.score, 0),
    refusedPins: [...prepared.refusedPins],
  };
}

/** The insisted mentee has one candidate only, worth more than whatever the others lose by it. */
function candidatesWith(
  { ready, waiting, candidates, oneMore }: Prepared,
  insisted?: Couple,
): readonly CandidateList[] {
  if (insisted === undefined) return candidates;
  const taker = waiting.findIndex((mentee) => mentee.code === insisted.mentee);
  const giver = ready.mentors.findIndex((mentor) => mentor.code === insisted.mentor);
  return candidates.map((list, index) => (index === taker ? { givers: [giver], gains: [4 * oneMore] } : list));
}

/** Everybody's candidates; to the score is added what it is worth to have a mentor at all and to keep an accepted one. */
function candidatesWithWorth(
  ready: ReadyPool,
  waiting: readonly ReadyMentee[],
  terms: Terms,
  { oneMore, oneWeek }: Pick<Prepared, "oneMore" | "oneWeek">,
): CandidateList[] {
  const worths = waiting.map((mentee) => oneMore + weeksWaited(mentee) * oneWeek);
  const lists = candidatesOf(waiting, ready.mentors, terms, worths);
  if (terms.accepted.length === 0) return lists;
  const acceptedOf = new Map(terms.accepted.map((couple) => [couple.mentee, couple.mentor]));
  const placeOf = new Map(ready.mentors.map(({ code }, place) => [code, place]));
  waiting.forEach((mentee, index) => {
    const list = lists[index];
    const at = list?.givers.indexOf(placeOf.get(acceptedOf.get(mentee.code) ?? "") ?? -1) ?? -1;
    if (list !== undefined && at >= 0) list.gains[at] = (list.gains[at] ?? 0) + STAYING;
  });
  return lists;
}

/** How good a proposal is, as the choice sees it: each level decides only where those before it are equal. */
export interface Merits {
  /** Mentees with a mentor. */
  pairs: number;
  /** Weeks that these mentees have waited, summed up. */
  weeks: number;
  /** Scores, and what accepted pairs that stay add to them, less the prices of the places used. */
  points: number;
}

/** The merits of a proposal for these people; pinned pairs are counted like the others. */
export function meritsOf({ ready, terms }: Pick<Prepared, "ready" | "terms">, { pairs, total }: Proposal): Merits {
  const acceptedOf = new Map(terms.accepted.map((couple) => [couple.mentee, couple.mentor]));
  const staying = pairs.filter(({ mentor, mentee }) => acceptedOf.get(mentee) === mentor).length * STAYING;
  let prices = 0;
  for (const [code, places] of countsOf(pairs.map(({ mentor }) => mentor))) {
    const mentor = ready.mentorByCode.get(code);
    if (mentor) for (const price of placePrices(mentor, terms.weights).slice(0, places)) prices += price;
  }
  const served = pairs.flatMap(({ mentee }) => ready.menteeByCode.get(mentee) ?? []);
  return {
    pairs: pairs.length,
    weeks: served.reduce((sum, mentee) => sum + weeksWaited(mentee), 0),
    points: total + staying - prices,
  };
}

/** Whole weeks: who came on which day of the same week decides nothing. */
function weeksWaited(mentee: ReadyMentee): number {
  return Math.min(MOST_WEEKS, Math.max(0, Math.floor(mentee.waitingDays / 7)));
}

function pinnedPairs(
  ready: ReadyPool,
  terms: Terms,
  judgeOf: (mentor: ReadyMentor) => Judge,
): { pinned: ProposedPair[]; refusedPins: RefusedPin[] } {
  const pinned: ProposedPair[] = [];
  const refusedPins: RefusedPin[] = [];
  const taken = new Map<string, number>();
  const mentorOf = new Map<string, string>();
  for (const pin of terms.pins) {
    const mentor = ready.mentorByCode.get(pin.mentor);
    const mentee = ready.menteeByCode.get(pin.mentee);
    if (mentorOf.get(pin.mentee) === pin.mentor) continue;
    if (mentor === undefined || mentee === undefined) {
      refusedPins.push({ ...pin, reasons: ["Этого наставника или наставляемого уже нет в банке."] });
      continue;
    }
    const reasons = objections(mentor, mentee);
    const other = ready.mentorByCode.get(mentorOf.get(mentee.code) ?? "");
    if (other) reasons.push(`${mentee.name} уже закрепляется за другим наставником: ${other.name}.`);
    const places = taken.get(mentor.code) ?? 0;
    if (reasons.length === 0 && mentor.load + places >= mentor.capacity) {
      reasons.push(`Закреплённых вручную больше, чем мест у наставника (${mentor.name}): мест ${mentor.capacity}.`);
    }
    if (reasons.length > 0) {
      refusedPins.push({ ...pin, reasons });
      continue;
    }
    taken.set(mentor.code, places + 1);
    mentorOf.set(mentee.code, mentor.code);
    pinned.push(pairOf(mentor, mentee, judgeOf(mentor)(mentee), true));
  }
  return { pinned, refusedPins };
}

function pairOf(mentor: ReadyMentor, mentee: ReadyMentee, points: number, pinned: boolean): ProposedPair {
  return {
    mentor: mentor.code,
    mentee: mentee.code,
    score: points,
    directions: sharedDirections(mentor, mentee),
    pinned,
  };
}

function countsOf(codes: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const code of codes) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

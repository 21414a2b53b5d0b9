// The best set of pairs for the whole school: who goes with whom, and who is left without a mentor.
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
import { isForbidden, isFreeMentor, isKeptApart } from "./rules";
import { DEFAULT_WEIGHTS, FULL_SCORE, judgesBy, placePrices, type Weights } from "./score";

/** On what terms pairs are proposed. */
export interface Terms {
  weights: Weights;
  /** Pairs that suit less than this (0–10 000) are not proposed. */
  leastScore: number;
  /** Pairs the curator has already decided on; they are kept as they are. */
  pins: readonly Couple[];
}

/** Half of the neutral score and some more: below it nearly everything speaks against the pair. */
const LEAST_SCORE = 3_000;
/** Two years: beyond it everybody has waited equally long. */
const MOST_WEEKS = 104;
const AT_A_TIME = 32;
export const USUAL_TERMS: Terms = { weights: DEFAULT_WEIGHTS, leastScore: LEAST_SCORE, pins: [] };

/** One proposed pair. */
export interface ProposedPair extends Couple {
  score: number;
  directions: string[];
  pinned: boolean;
}

export interface Proposal {
  /** In the order of mentees' codes. */
  pairs: ProposedPair[];
  /** Codes of mentees who wait and for whom nobody is proposed. */
  unmatched: string[];
  /** Sum of scores of all pairs: what scenarios are compared by. */
  total: number;
}

/** A mentee waits for a mentor if they take part and no pair helps them yet. */
export function isWaiting(mentee: ReadyMentee): boolean {
  return mentee.unavailable === null && !mentee.paired;
}

/**
 * Proposes pairs for every waiting mentee. First, as many mentees as possible get a mentor who suits them at least
 * acceptably; among such sets the one where those who wait longer are not the ones left out; among those, the one with
 * the greatest sum of scores and the evenest load. The answer is exact and does not depend on the order of rows.
 */
export function propose(pool: Pool, terms: Terms = USUAL_TERMS): Proposal {
  const ready = readyPool(pool);
  const pinned = pinnedPairs(ready, terms);
  const pinnedMentees = new Set(pinned.map((pair) => pair.mentee));
  const waiting = ready.mentees.filter((mentee) => isWaiting(mentee) && !pinnedMentees.has(mentee.code));
  const candidates = candidatesOf(waiting, ready.mentors, terms);
  const places = ready.mentors.map((mentor) => {
    const taken = pinned.filter((pair) => pair.mentor === mentor.code).length;
    return placePrices(mentor, terms.weights).slice(taken);
  });
  const chosen = assign({ candidates, places });
  const judgeOf = judgesBy(terms.weights);
  const pairs = [...pinned];
  const unmatched: string[] = [];
  waiting.forEach((mentee, index) => {
    const giver = chosen[index] ?? null;
    const mentor = giver === null ? undefined : ready.mentors[giver];
    if (mentor === undefined) unmatched.push(mentee.code);
    else pairs.push(pairOf(mentor, mentee, judgeOf(mentor)(mentee), false));
  });
  pairs.sort((a, b) => (a.mentee < b.mentee ? -1 : 1));
  return { pairs, unmatched, total: pairs.reduce((sum, pair) => sum + pair.score, 0) };
}

function candidatesOf(waiting: readonly ReadyMentee[], mentors: readonly ReadyMentor[], terms: Terms): CandidateList[] {
  // Each step outweighs everything below it taken together: a mentee more, a week of waiting, the scores.
  const oneWeek = FULL_SCORE * (waiting.length + 1);
  const oneMore = oneWeek * (MOST_WEEKS + 1) * (waiting.length + 1);
  const judgeOf = judgesBy(terms.weights);
  const worths = waiting.map((mentee) => oneMore + weeksWaited(mentee) * oneWeek);
  const lists = waiting.map(() => ({ givers: [] as number[], gains: [] as number[] }));
  // A few mentors at a time against everybody: their data stay in the processor's cache, which halves the time.
  const free = mentors.flatMap((mentor, giver) =>
    isFreeMentor(mentor) ? [{ mentor, giver, judge: judgeOf(mentor) }] : [],
  );
  for (let first = 0; first < free.length; first += AT_A_TIME) {
    const some = free.slice(first, first + AT_A_TIME);
    waiting.forEach((mentee, index) => {
      for (const { mentor, giver, judge } of some) {
        if (isKeptApart(mentor, mentee)) continue;
        const points = judge(mentee);
        if (points < terms.leastScore) continue;
        lists[index]?.givers.push(giver);
        lists[index]?.gains.push((worths[index] ?? 0) + points);
      }
    });
  }
  return lists;
}

/** Whole weeks: who came on which day of the same week decides nothing. */
function weeksWaited(mentee: ReadyMentee): number {
  return Math.min(MOST_WEEKS, Math.max(0, Math.floor(mentee.waitingDays / 7)));
}

/** A pin that a rule forbids is left out: the rules are stronger, and the curator is told by the explanation. */
function pinnedPairs(ready: ReadyPool, terms: Terms): ProposedPair[] {
  const pairs: ProposedPair[] = [];
  const used = new Map<string, number>();
  const done = new Set<string>();
  const judgeOf = judgesBy(terms.weights);
  for (const pin of terms.pins) {
    const mentor = ready.mentorByCode.get(pin.mentor);
    const mentee = ready.menteeByCode.get(pin.mentee);
    if (mentor === undefined || mentee === undefined || done.has(mentee.code) || isForbidden(mentor, mentee)) continue;
    const taken = used.get(mentor.code) ?? 0;
    if (mentor.load + taken >= mentor.capacity) continue;
    used.set(mentor.code, taken + 1);
    done.add(mentee.code);
    pairs.push(pairOf(mentor, mentee, judgeOf(mentor)(mentee), true));
  }
  return pairs;
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

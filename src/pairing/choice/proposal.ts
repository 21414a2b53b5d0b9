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
import { isFreeMentor, isKeptApart, objections } from "./rules";
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
/** Two years: beyond it everybody has waited equally long. */
const MOST_WEEKS = 104;
const AT_A_TIME = 32;
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
  /** What one more mentee with a mentor is worth: more than everything below it together. */
  oneMore: number;
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
  // Each step outweighs everything below it taken together: a mentee more, a week of waiting, the scores.
  const oneWeek = (FULL_SCORE + STAYING) * (waiting.length + 1);
  const oneMore = oneWeek * (MOST_WEEKS + 1) * (waiting.length + 1);
  return {
    terms,
    ready,
    waiting,
    pinned,
    refusedPins,
    candidates: candidatesOf(
      waiting,
      ready.mentors,
      terms,
      judgeOf,
      waiting.map((mentee) => oneMore + weeksWaited(mentee) * oneWeek),
    ),
    places: ready.mentors.map((mentor) => placePrices(mentor, terms.weights).slice(taken.get(mentor.code) ?? 0)),
    judgeOf,
    oneMore,
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

function candidatesOf(
  waiting: readonly ReadyMentee[],
  mentors: readonly ReadyMentor[],
  terms: Terms,
  judgeOf: (mentor: ReadyMentor) => Judge,
  worths: readonly number[],
): CandidateList[] {
  const acceptedOf = new Map(terms.accepted.map((couple) => [couple.mentee, couple.mentor]));
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
        const staying = acceptedOf.get(mentee.code) === mentor.code ? STAYING : 0;
        lists[index]?.givers.push(giver);
        lists[index]?.gains.push((worths[index] ?? 0) + points + staying);
      }
    });
  }
  return lists;
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

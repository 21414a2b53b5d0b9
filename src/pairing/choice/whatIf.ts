// What would help those who are left without a mentor: one more place with somebody, one more mentor in a direction.
import { movesBetween, type Move } from "./explain";
import { isWaiting, prepare, solve, type Prepared, type Proposal } from "./proposal";
import type { MentorProfile, Pool } from "./pool";

/** What a change would bring to the school. */
export interface Gain {
  /** How many more mentees would have a mentor. */
  pairs: number;
  /** By how much the sum of scores would grow, in hundredths of a point of 100. */
  points: number;
  /** Who would move. */
  moves: Move[];
}

/** A change with what it would bring. */
export interface Remedy extends Gain {
  kind: "place" | "mentor";
  /** The code of the mentor with one more place, or the direction of one more mentor. */
  about: string;
}

/** Candidates for a change that are tried: each takes a solution of its own. */
const MOST_TRIED = 8;
/** The code of the mentor who does not exist; no code of a table looks like it. */
export const NEW_MENTOR = "?";

/** What one more place with this mentor would bring. */
export function withOneMorePlace(prepared: Prepared, proposal: Proposal, mentor: string): Gain {
  const { pool } = prepared.ready;
  const widened = pool.mentors.map((one) =>
    one.code === mentor ? { ...one, capacity: Math.max(one.capacity, one.load) + 1 } : one,
  );
  return gainOf(prepared, proposal, { ...pool, mentors: widened });
}

/** What one more mentor, who helps in this direction and of whom nothing else is known, would bring. */
export function withOneMoreMentor(prepared: Prepared, proposal: Proposal, direction: string): Gain {
  const { pool } = prepared.ready;
  return gainOf(prepared, proposal, { ...pool, mentors: [...pool.mentors, newMentor(direction)] });
}

/**
 * The changes of one step that would find a mentor for somebody who has none, the most useful first. Tried are the
 * mentors who could help most of those left, and the directions that most of them need.
 */
export function remedies(prepared: Prepared, proposal: Proposal): Remedy[] {
  const { ready } = prepared;
  const left = proposal.unmatched.flatMap((code) => ready.menteeByCode.get(code) ?? []).filter(isWaiting);
  if (left.length === 0) return [];
  const mentors = mostNamed(
    left.flatMap((mentee) =>
      ready.mentors
        .filter((mentor) => mentor.unavailable === null && mentee.needs.some((need) => mentor.helps[need.index] === 1))
        .map(({ code }) => code),
    ),
  );
  const directions = mostNamed(left.flatMap(({ needs }) => needs.map(({ direction }) => direction)));
  return [
    ...mentors.map((about): Remedy => ({ kind: "place", about, ...withOneMorePlace(prepared, proposal, about) })),
    ...directions.map((about): Remedy => ({ kind: "mentor", about, ...withOneMoreMentor(prepared, proposal, about) })),
  ]
    .filter(({ pairs }) => pairs > 0)
    .sort((a, b) => b.pairs - a.pairs || b.points - a.points || (a.about < b.about ? -1 : 1));
}

function gainOf(prepared: Prepared, proposal: Proposal, pool: Pool): Gain {
  const other = solve(prepare(pool, prepared.terms));
  return {
    pairs: other.pairs.length - proposal.pairs.length,
    points: other.total - proposal.total,
    moves: movesBetween(proposal, other),
  };
}

function newMentor(direction: string): MentorProfile {
  return {
    code: NEW_MENTOR,
    personCode: NEW_MENTOR,
    name: "новый наставник",
    unavailable: null,
    directions: [direction],
    capacity: 1,
    load: 0,
    subject: null,
    experienceYears: null,
    qualification: null,
    hoursPerMonth: null,
    formats: [],
    wishedCategories: [],
  };
}

/** Those named most often; equal ones in alphabetical order. */
function mostNamed(names: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, MOST_TRIED)
    .map(([name]) => name);
}

// Groups by common difficulties: out of the proposed pairs, and for those for whom no place was left.
import { helpsWith, type Couple, type ReadyMentee, type ReadyMentor, type ReadyPool } from "./pool";
import type { Proposal } from "./proposal";
import { isKeptApart } from "./rules";

/** A mentor with two mentees or more who all need help in the same directions. */
export interface ProposedGroup {
  mentor: string;
  /** In the order of codes. */
  mentees: string[];
  /** Directions that are hard for every one of them and in which the mentor helps. */
  directions: string[];
}

/** A group that would take in people for whom there is no place, if the mentor agreed to more mentees. */
export interface PossibleGroup extends ProposedGroup {
  /** Those of the mentees who have nobody now. */
  taken: string[];
  /** Places the mentor would need beyond the bank's. */
  morePlaces: number;
}

/**
 * Puts mentees of the same mentor together where they need the same: the largest group first, no larger than the limit.
 * Nobody changes the mentor by it.
 *
 * @param limit most mentees in one group
 */
export function groupsIn(
  ready: ReadyPool,
  proposal: Pick<Proposal, "pairs">,
  limit: number,
): { groups: ProposedGroup[]; single: Couple[] } {
  const menteesOf = new Map<string, ReadyMentee[]>();
  for (const pair of proposal.pairs) {
    const mentee = ready.menteeByCode.get(pair.mentee);
    if (mentee) menteesOf.set(pair.mentor, [...(menteesOf.get(pair.mentor) ?? []), mentee]);
  }
  const groups: ProposedGroup[] = [];
  const single: Couple[] = [];
  for (const [code, own] of menteesOf) {
    const mentor = ready.mentorByCode.get(code);
    let left = own;
    for (;;) {
      const together = mentor ? largestTogether(mentor, left, limit) : [];
      if (mentor === undefined || together.length < 2) break;
      groups.push(groupOf(mentor, together));
      left = left.filter((mentee) => !together.includes(mentee));
    }
    single.push(...left.map((mentee) => ({ mentor: code, mentee: mentee.code })));
  }
  return { groups, single };
}

/**
 * For those who have nobody: groups of the mentors who help in what they need, the ones that take in most first. Of each
 * mentor the best one is given. Rules other than the number of places are kept.
 *
 * @param limit most mentees in one group
 */
export function groupsForTheRest(
  ready: ReadyPool,
  proposal: Pick<Proposal, "pairs" | "unmatched">,
  limit: number,
): PossibleGroup[] {
  const waiting = proposal.unmatched.flatMap((code) => ready.menteeByCode.get(code) ?? []);
  if (waiting.length === 0) return [];
  const own = new Map<string, ReadyMentee[]>();
  for (const { mentor, mentee } of proposal.pairs) {
    const known = ready.menteeByCode.get(mentee);
    if (known) own.set(mentor, [...(own.get(mentor) ?? []), known]);
  }
  return ready.mentors
    .filter((mentor) => mentor.unavailable === null)
    .flatMap((mentor): PossibleGroup[] => {
      const mine = own.get(mentor.code) ?? [];
      const others = waiting.filter((mentee) => !isKeptApart(mentor, mentee));
      const together = largestTogether(mentor, [...mine, ...others], limit, others);
      const taken = together.filter((mentee) => others.includes(mentee)).map(({ code }) => code);
      if (together.length < 2 || taken.length === 0) return [];
      const free = mentor.capacity - mentor.load - mine.length;
      return [{ ...groupOf(mentor, together), taken, morePlaces: Math.max(0, taken.length - Math.max(0, free)) }];
    })
    .sort((a, b) => b.taken.length - a.taken.length || a.morePlaces - b.morePlaces || (a.mentor < b.mentor ? -1 : 1));
}

/**
 * The most mentees who share a direction in which the mentor helps; among equal ones those who find it hardest.
 *
 * @param first who is taken before the others where not all fit in
 */
function largestTogether(
  mentor: ReadyMentor,
  mentees: readonly ReadyMentee[],
  limit: number,
  first: readonly ReadyMentee[] = [],
): ReadyMentee[] {
  const byDirection = new Map<number, { mentee: ReadyMentee; severity: number }[]>();
  for (const mentee of mentees) {
    for (const need of mentee.needs) {
      if (!helpsWith(mentor, need)) continue;
      byDirection.set(need.index, [...(byDirection.get(need.index) ?? []), { mentee, severity: need.severity }]);
    }
  }
  let best: { members: ReadyMentee[]; hardness: number } = { members: [], hardness: 0 };
  for (const needing of byDirection.values()) {
    const rank = ({ mentee }: { mentee: ReadyMentee }) => (first.includes(mentee) ? 0 : 1);
    const chosen = [...needing]
      .sort((a, b) => rank(a) - rank(b) || b.severity - a.severity || (a.mentee.code < b.mentee.code ? -1 : 1))
      .slice(0, limit);
    const hardness = chosen.reduce((sum, { severity }) => sum + severity, 0);
    const larger = chosen.length - best.members.length;
    if (larger > 0 || (larger === 0 && hardness > best.hardness)) {
      best = { members: chosen.map(({ mentee }) => mentee), hardness };
    }
  }
  return best.members;
}

function groupOf(mentor: ReadyMentor, mentees: readonly ReadyMentee[]): ProposedGroup {
  const [one, ...others] = mentees;
  const common = (one?.needs ?? []).filter(
    (need) => helpsWith(mentor, need) && others.every(({ needs }) => needs.some(({ index }) => index === need.index)),
  );
  return {
    mentor: mentor.code,
    mentees: mentees.map(({ code }) => code).sort(),
    directions: common.map(({ direction }) => direction),
  };
}

// Who could take a pair over from its mentor: the rules and criteria of the choice, as if the pair were free.
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { rankCandidates, type Reason } from "./choice/explain";
import { readyPool, sharedDirections, type Pool, type ReadyMentee, type ReadyPool } from "./choice/pool";
import { objections } from "./choice/rules";
import type { Pair } from "./pairs.table";
import { poolOf } from "./profiles";
import { storedTerms } from "./terms";
import { weightsOf } from "./weights";

/** Enough to choose from. */
const MOST = 10;

/** A mentor whom no rule keeps from taking the whole pair over. */
export interface PossibleMentor {
  mentor: string;
  name: string;
  directions: string[];
  /** Of the mentee to whom the mentor suits least: a group is as well off as that one. */
  reasons: Reason[];
}

/** The best first. */
export function possibleMentors(wb: ReadOnlyWorkbook, pair: Pair): PossibleMentor[] {
  const ready = poolWithout(wb, pair);
  const group = menteesOf(ready, pair);
  const { weights } = weightsOf(wb);
  if (group.length < pair.mentees.length) return [];
  const free = ready.mentors.filter((mentor) => againstTaking(ready, pair, mentor.code).length === 0);
  const ranked = new Map(
    group.map((mentee) => [
      mentee,
      new Map(rankCandidates(free, mentee, weights, free.length).map((one) => [one.mentor, one])),
    ]),
  );
  return free
    .map(({ code, name }) => {
      const views = group.flatMap((mentee) => ranked.get(mentee)?.get(code) ?? []).sort((a, b) => a.points - b.points);
      return { mentor: code, name, views, least: views[0]?.points ?? 0 };
    })
    .sort((a, b) => b.least - a.least || (a.mentor < b.mentor ? -1 : 1))
    .slice(0, MOST)
    .map(({ mentor, name, views }) => ({
      mentor,
      name,
      directions: [...new Set(views.flatMap(({ directions }) => directions))],
      reasons: views[0]?.reasons ?? [],
    }));
}

/** Why a mentor may not take the pair over, in whole sentences; empty if they may. */
export function againstReplacing(wb: ReadOnlyWorkbook, pair: Pair, mentor: string): string[] {
  return againstTaking(poolWithout(wb, pair), pair, mentor);
}

/** What the new mentor helps with: the pair's own directions, or else whatever the mentees need. */
export function directionsWith(wb: ReadOnlyWorkbook, pair: Pair, code: string): string[] {
  const ready = poolWithout(wb, pair);
  const mentor = ready.mentorByCode.get(code);
  if (!mentor) return [];
  const kept = pair.directions.filter((direction) => mentor.directions.includes(direction));
  return kept.length > 0
    ? kept
    : [...new Set(menteesOf(ready, pair).flatMap((mentee) => sharedDirections(mentor, mentee)))];
}

function againstTaking(ready: ReadyPool, pair: Pair, code: string): string[] {
  const mentor = ready.mentorByCode.get(code);
  if (!mentor) return ["Этого наставника уже нет в банке."];
  if (code === pair.mentor) return [`${mentor.name} уже ведёт эту пару.`];
  const missing = pair.mentees.filter((mentee) => !ready.menteeByCode.has(mentee));
  if (missing.length > 0) return [`В банке нет наставляемых: ${missing.join(", ")}.`];
  const against = new Set(menteesOf(ready, pair).flatMap((mentee) => objections(mentor, mentee)));
  const places = mentor.capacity - mentor.load;
  if (against.size === 0 && places < pair.mentees.length)
    return [`У наставника мало свободных мест (${mentor.name}): нужно ${pair.mentees.length}, свободно ${places}.`];
  return [...against];
}

function menteesOf(ready: ReadyPool, pair: Pair): ReadyMentee[] {
  return pair.mentees.flatMap((code) => ready.menteeByCode.get(code) ?? []);
}

/** The school as it would be without the pair: its mentees need somebody, its mentor has their places free. */
function poolWithout(wb: ReadOnlyWorkbook, pair: Pair): ReadyPool {
  const terms = storedTerms(wb);
  const pool = poolOf(wb, { bans: terms.bans, wishes: [...terms.menteesWishes, ...terms.mentorsWishes] });
  const key = pair.mentees.join(" ");
  const at = pool.pairs.findIndex((one) => one.mentor === pair.mentor && one.mentees.join(" ") === key);
  if (at < 0) return readyPool(pool);
  const mentors: Pool["mentors"] = pool.mentors.map((mentor) =>
    mentor.code === pair.mentor ? { ...mentor, load: mentor.load - pair.mentees.length } : mentor,
  );
  return readyPool({ ...pool, mentors, pairs: pool.pairs.filter((_, index) => index !== at) });
}

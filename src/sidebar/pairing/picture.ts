// What the board shows under the curator's decisions: who goes with whom, who is left, who suits; pure and worked out anew.
import { movesBetween, type Move } from "../../pairing/choice/explain";
import type { Couple, ReadyMentee, ReadyMentor } from "../../pairing/choice/pool";
import { isWaiting, prepare, solve, type Prepared, type Proposal } from "../../pairing/choice/proposal";
import { objections } from "../../pairing/choice/rules";
import { underScenario, type ScenarioTerms } from "../../pairing/choice/scenarios";
import { totalOf } from "../../pairing/choice/score";
import type { PairingView } from "../../pairing/pairingView";
import { has, scenarioOf, type Decisions, type Group } from "./board";

/** Where a mentee stands. */
export type MenteeState = "pinned" | "proposed" | "alone" | "paired" | "out";

/** A choice with its answer. */
export interface Solved {
  prepared: Prepared;
  proposal: Proposal;
}

/** The board at one moment. */
export interface Picture extends Solved {
  /** The best pairs for the whole school, also where only what is decided by hand is shown. */
  best: () => Proposal;
  /** Mentee → mentor, of pairs that are proposed or decided by hand. */
  mentorOf: ReadonlyMap<string, string>;
  pinned: ReadonlySet<string>;
  /** Mentor → mentees of the same pairs. */
  menteesOf: ReadonlyMap<string, readonly string[]>;
  /** The same for pairs that are written already. */
  standingMenteesOf: ReadonlyMap<string, readonly string[]>;
  standingMentorsOf: ReadonlyMap<string, readonly string[]>;
  /** Every weight is zero: nothing tells one mentor from another. */
  weightless: boolean;
}

/**
 * The school under the decisions. One solution of a whole school: 300 mentees and 150 mentors take about a tenth of a
 * second, so it is worked out after a decision and not while one is being typed.
 */
export function pictureOf(view: PairingView, now: Omit<Decisions, "groups">): Picture {
  const { pool, terms } = underScenario({ ...view.pool, bans: [] }, scenarioOf(now), view.accepted);
  const prepared = prepare(pool, terms);
  const best = once(() => solve(prepared));
  const proposal = now.everybody ? best() : byHandOnly(prepared);
  const menteesOf = grouped(proposal.pairs.map(({ mentor, mentee }) => [mentor, mentee]));
  const standing = view.pool.pairs.flatMap(({ mentor, mentees }) => mentees.map((mentee) => ({ mentor, mentee })));
  return {
    prepared,
    proposal,
    best,
    mentorOf: new Map(proposal.pairs.map(({ mentor, mentee }) => [mentee, mentor])),
    pinned: new Set(prepared.pinned.map(({ mentee }) => mentee)),
    menteesOf,
    standingMenteesOf: grouped(standing.map(({ mentor, mentee }) => [mentor, mentee])),
    standingMentorsOf: grouped(standing.map(({ mentor, mentee }) => [mentee, mentor])),
    weightless: totalOf(now.weights) === 0,
  };
}

/** The groups that the pairs of the moment still allow. */
export function groupsNow({ menteesOf }: Picture, groups: readonly Group[]): Group[] {
  return groups
    .map((group) => {
      const mentees = group.mentees.filter((mentee) => menteesOf.get(group.mentor)?.includes(mentee) === true);
      return mentees.length === group.mentees.length ? group : { ...group, mentees };
    })
    .filter(({ mentees }) => mentees.length >= 2);
}

/** Solves a scenario of the same school; bans that stand on the board hold in every scenario. */
export function solvedScenario(view: PairingView, now: Decisions, terms: ScenarioTerms): Solved {
  const standing = now.bans.filter((ban) => has(view.pool.bans, ban) && !has(terms.bans, ban));
  const under = underScenario(
    { ...view.pool, bans: [] },
    { ...terms, bans: [...terms.bans, ...standing] },
    view.accepted,
  );
  const prepared = prepare(under.pool, under.terms);
  return { prepared, proposal: solve(prepared) };
}

function byHandOnly(prepared: Prepared): Proposal {
  const pairs = [...prepared.pinned].sort((a, b) => (a.mentee < b.mentee ? -1 : 1));
  return {
    pairs,
    unmatched: prepared.waiting.filter(isWaiting).map(({ code }) => code),
    total: pairs.reduce((sum, { score }) => sum + score, 0),
    refusedPins: [...prepared.refusedPins],
  };
}

export function stateOf(picture: Picture, mentee: ReadyMentee): MenteeState {
  if (picture.pinned.has(mentee.code)) return "pinned";
  if (picture.mentorOf.has(mentee.code)) return "proposed";
  if (mentee.unavailable !== null) return "out";
  return mentee.paired ? "paired" : "alone";
}

/** Those who wait longest come first; equal ones in the order of codes. */
export function byWaiting(a: ReadyMentee, b: ReadyMentee): number {
  return b.waitingDays - a.waitingDays || (a.code < b.code ? -1 : 1);
}

/** Why the curator cannot pair the two by hand, in sentences; empty if nothing is against it. */
export function refusals(picture: Picture, mentor: ReadyMentor, mentee: ReadyMentee): string[] {
  const against = objections(mentor, mentee);
  if (against.length > 0) return against;
  const others = picture.prepared.pinned.filter((pair) => pair.mentor === mentor.code && pair.mentee !== mentee.code);
  return mentor.load + others.length >= mentor.capacity
    ? [`Все места у наставника (${mentor.name}) отданы тем, кого Вы закрепили вручную. Добавьте место на пробу.`]
    : [];
}

/** How a mentor stands to the mentee in question. */
export interface Fit {
  /** Sentences; empty if the pair is allowed. */
  against: string[];
  /** 0–10 000: for the order of the list only. */
  points: number;
}

/** Every mentor against one mentee. */
export function fitsOf(picture: Picture, mentee: ReadyMentee): ReadonlyMap<string, Fit> {
  const { ready, judgeOf } = picture.prepared;
  return new Map(
    ready.mentors.map((mentor) => {
      const against = refusals(picture, mentor, mentee);
      return [mentor.code, { against, points: against.length > 0 ? 0 : judgeOf(mentor)(mentee) }];
    }),
  );
}

/** Who has moved between two moments besides the mentee whom the curator has moved. */
export function movedBesides(before: Picture, after: Picture, mentee: string | null): Move[] {
  return movesBetween(before.proposal, after.proposal).filter((move) => move.mentee !== mentee);
}

/** Places that the mentor has left. */
export function freePlaces(picture: Picture, mentor: ReadyMentor): number {
  return mentor.capacity - mentor.load - (picture.menteesOf.get(mentor.code)?.length ?? 0);
}

/** What is proposed to be written: groups as one, the others one by one, in the order of mentees. */
export function pairsOf(picture: Picture, groups: readonly Group[]): Group[] {
  const together = new Set(groups.flatMap(({ mentees }) => mentees));
  const single = picture.proposal.pairs
    .filter(({ mentee }) => !together.has(mentee))
    .map(({ mentor, mentee }) => ({ mentor, mentees: [mentee] }));
  return [...groups, ...single];
}

/** The two people of a couple, if both are known. */
export function peopleOf(picture: Solved, couple: Couple): { mentor: ReadyMentor; mentee: ReadyMentee } | null {
  const mentor = picture.prepared.ready.mentorByCode.get(couple.mentor);
  const mentee = picture.prepared.ready.menteeByCode.get(couple.mentee);
  return mentor && mentee ? { mentor, mentee } : null;
}

function grouped(entries: readonly (readonly [string, string])[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const [key, value] of entries) {
    const known = groups.get(key);
    if (known) known.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

/** Worked out at the first asking. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

// What the curator has decided on the board so far, and how each step changes it: pure, so that every step can be undone.
import type { Couple } from "../../pairing/choice/pool";
import type { ScenarioTerms } from "../../pairing/choice/scenarios";
import type { CriterionKey, Weights } from "../../pairing/choice/score";
import type { PairingView, StoredTerm } from "../../pairing/pairingView";

/** A pin or a ban with what the curator has noted about it. */
export interface Decision extends Couple {
  note: string;
}

/** One mentor with several mentees who work together. */
export interface Group {
  mentor: string;
  mentees: readonly string[];
}

/** Everything that the choice depends on and that the curator changes. */
export interface Decisions {
  pins: readonly Decision[];
  bans: readonly Decision[];
  /** Places other than the bank's, by the mentor's code. */
  capacities: Readonly<Record<string, number>>;
  weights: Weights;
  /** Whether pairs are proposed for everybody around what is decided by hand. */
  everybody: boolean;
  groups: readonly Group[];
}

/** The decisions with the way back and forth. */
export interface Board {
  now: Decisions;
  past: readonly Decisions[];
  future: readonly Decisions[];
  /** What the last step moved: steps of the same slider are one step of undo. */
  sliding: string | null;
}

export type Step =
  | ({ do: "pin" } & Couple)
  | { do: "unpin"; mentee: string }
  | ({ do: "ban" } & Couple)
  | ({ do: "unban" } & Couple)
  | ({ do: "note"; of: "pins" | "bans"; note: string } & Couple)
  /** Null is as many as the bank says. */
  | { do: "places"; mentor: string; places: number | null }
  | { do: "weight"; key: CriterionKey; value: number }
  | { do: "weights"; weights: Weights }
  | { do: "everybody"; on: boolean }
  | { do: "group"; group: Group }
  /** The group that holds any of them. */
  | { do: "ungroup"; mentees: readonly string[] }
  /** A group for which the mentor takes more mentees than the bank says: places, pins and the group in one step. */
  | { do: "gather"; group: Group; places: number | null }
  | { do: "scenario"; terms: ScenarioTerms }
  | { do: "undo" }
  | { do: "redo" }
  /** Written pairs are no decisions any more. Cannot be undone. */
  | { do: "start"; decisions: Decisions };

/** More steps back nobody goes. */
const MOST_STEPS = 200;
/** No mentor has more places than this. */
export const MOST_PLACES = 20;
const MOST_WEIGHT = 100;

/** What stands when the dialog opens: the stored conditions, nobody proposed yet. */
export function decisionsOf(view: Pick<PairingView, "pins" | "bans" | "weights">): Decisions {
  return {
    pins: view.pins.map(decisionOf),
    bans: view.bans.map(decisionOf),
    capacities: {},
    weights: view.weights,
    everybody: false,
    groups: [],
  };
}

function decisionOf({ mentor, mentee, note }: StoredTerm): Decision {
  return { mentor, mentee, note: note ?? "" };
}

export function startBoard(decisions: Decisions): Board {
  return { now: decisions, past: [], future: [], sliding: null };
}

/** The board after a step; the same board if the step changes nothing. */
export function takeStep(board: Board, step: Step): Board {
  switch (step.do) {
    case "start":
      return startBoard(step.decisions);
    case "undo":
      return turned(board, board.past, board.future, "back");
    case "redo":
      return turned(board, board.future, board.past, "forth");
    default:
      return after(board, CHANGES[step.do](board.now, step as never), slideOf(step));
  }
}

function turned(
  board: Board,
  source: readonly Decisions[],
  target: readonly Decisions[],
  way: "back" | "forth",
): Board {
  const reached = source[source.length - 1];
  if (reached === undefined) return board;
  const left = source.slice(0, -1);
  const kept = [...target, board.now];
  return way === "back"
    ? { now: reached, past: left, future: kept, sliding: null }
    : { now: reached, past: kept, future: left, sliding: null };
}

function after(board: Board, now: Decisions, slide: string | null): Board {
  if (now === board.now) return board;
  const goesOn = slide !== null && slide === board.sliding;
  return {
    now,
    past: goesOn ? board.past : [...board.past.slice(1 - MOST_STEPS), board.now],
    future: [],
    sliding: slide,
  };
}

/** Typing a note and moving a slider are one step as long as they last. */
function slideOf(step: Step): string | null {
  if (step.do === "weight") return `weight ${step.key}`;
  if (step.do === "note") return `note ${step.of} ${keyOf(step)}`;
  return null;
}

type Changing = Exclude<Step, { do: "start" | "undo" | "redo" }>;
type Of<K extends Changing["do"]> = Extract<Changing, { do: K }>;

/** What each step makes of the decisions. */
const CHANGES: { [K in Changing["do"]]: (now: Decisions, step: Of<K>) => Decisions } = {
  pin: (now, { mentor, mentee }) =>
    has(now.pins, { mentor, mentee })
      ? now
      : { ...now, pins: [...withoutMentee(now.pins, mentee), { mentor, mentee, note: "" }] },
  unpin: (now, { mentee }) =>
    now.pins.some((pin) => pin.mentee === mentee) ? { ...now, pins: withoutMentee(now.pins, mentee) } : now,
  ban: (now, { mentor, mentee }) =>
    has(now.bans, { mentor, mentee })
      ? now
      : {
          ...now,
          bans: [...now.bans, { mentor, mentee, note: "" }],
          pins: without(now.pins, { mentor, mentee }),
        },
  unban: (now, couple) => (has(now.bans, couple) ? { ...now, bans: without(now.bans, couple) } : now),
  note: (now, { of, note, ...couple }) => ({
    ...now,
    [of]: now[of].map((one) => (isSame(one, couple) ? { ...one, note } : one)),
  }),
  places: (now, { mentor, places }) => withPlaces(now, mentor, places),
  weight: (now, { key, value }) => {
    const weight = Number.isFinite(value) ? Math.min(MOST_WEIGHT, Math.max(0, Math.round(value))) : 0;
    return now.weights[key] === weight ? now : { ...now, weights: { ...now.weights, [key]: weight } };
  },
  weights: (now, { weights }) => ({ ...now, weights }),
  everybody: (now, { on }) => (now.everybody === on ? now : { ...now, everybody: on }),
  group: (now, { group }) => withGroup(now, group),
  ungroup: (now, { mentees }) => ({
    ...now,
    groups: now.groups.filter((group) => !group.mentees.some((mentee) => mentees.includes(mentee))),
  }),
  gather: (now, { group, places }) => {
    const wider = places === null ? now : withPlaces(now, group.mentor, places);
    const fresh = group.mentees.filter((mentee) => !has(wider.pins, { mentor: group.mentor, mentee }));
    const pins = wider.pins.filter((pin) => !fresh.includes(pin.mentee));
    return withGroup(
      { ...wider, pins: [...pins, ...fresh.map((mentee) => ({ mentor: group.mentor, mentee, note: "" }))] },
      group,
    );
  },
  scenario: (now, { terms }) => ({
    ...now,
    weights: terms.weights,
    pins: terms.pins.map((couple) => noted(couple, now.pins)),
    // A ban of the bank stays whatever the scenario was made without.
    bans: [
      ...now.bans,
      ...terms.bans.filter((couple) => !has(now.bans, couple)).map((couple) => ({ ...couple, note: "" })),
    ],
    capacities: terms.capacities,
    everybody: true,
    groups: [],
  }),
};

function withPlaces(now: Decisions, mentor: string, places: number | null): Decisions {
  const { [mentor]: before, ...others } = now.capacities;
  if (places === null) return before === undefined ? now : { ...now, capacities: others };
  const wanted = Math.min(MOST_PLACES, Math.max(0, Math.round(places)));
  return before === wanted ? now : { ...now, capacities: { ...others, [mentor]: wanted } };
}

/** A mentee is in one group at most. */
function withGroup(now: Decisions, group: Group): Decisions {
  const others = now.groups
    .map((one) => ({ ...one, mentees: one.mentees.filter((mentee) => !group.mentees.includes(mentee)) }))
    .filter(({ mentees }) => mentees.length >= 2);
  return { ...now, groups: [...others, group] };
}

/** The decisions as a scenario keeps them. */
export function scenarioOf({
  weights,
  pins,
  bans,
  capacities,
}: Omit<Decisions, "everybody" | "groups">): ScenarioTerms {
  return { weights, pins: pins.map(coupleOf), bans: bans.map(coupleOf), capacities };
}

/** What the server has to keep and to forget so that its conditions are those of the board. */
export function unsaved(
  stored: Pick<PairingView, "pins" | "bans">,
  now: Decisions,
): { add: ({ kind: "pin" | "ban" } & Decision)[]; remove: string[] } {
  const pins = changed(stored.pins, now.pins);
  const bans = changed(stored.bans, now.bans);
  return {
    add: [
      ...pins.add.map((decision) => ({ kind: "pin" as const, ...decision })),
      ...bans.add.map((decision) => ({ kind: "ban" as const, ...decision })),
    ],
    remove: [...pins.remove, ...bans.remove],
  };
}

function changed(stored: readonly StoredTerm[], now: readonly Decision[]): { add: Decision[]; remove: string[] } {
  const before = new Set(stored.map((term) => `${keyOf(term)} ${term.note ?? ""}`));
  const after = new Set(now.map((decision) => `${keyOf(decision)} ${decision.note}`));
  return {
    add: now.filter((decision) => !before.has(`${keyOf(decision)} ${decision.note}`)),
    remove: stored.filter((term) => !after.has(`${keyOf(term)} ${term.note ?? ""}`)).map(({ code }) => code),
  };
}

function keyOf({ mentor, mentee }: Couple): string {
  return `${mentor} ${mentee}`;
}

function coupleOf({ mentor, mentee }: Couple): Couple {
  return { mentor, mentee };
}

function noted(couple: Couple, known: readonly Decision[]): Decision {
  return { ...coupleOf(couple), note: known.find((one) => isSame(one, couple))?.note ?? "" };
}

function isSame(one: Couple, other: Couple): boolean {
  return one.mentor === other.mentor && one.mentee === other.mentee;
}

export function has(list: readonly Couple[], couple: Couple): boolean {
  return list.some((one) => isSame(one, couple));
}

function without<T extends Couple>(list: readonly T[], couple: Couple): T[] {
  return list.filter((one) => !isSame(one, couple));
}

function withoutMentee<T extends Couple>(list: readonly T[], mentee: string): T[] {
  return list.filter((one) => one.mentee !== mentee);
}

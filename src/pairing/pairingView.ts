// What the pairing dialog and the order sidebar show and send back, as plain data. No zod here: the browser uses it too.
import type { ConsentKind } from "../bank/consentRules";
import type { Couple, Pool } from "./choice/pool";
import type { ScenarioTerms } from "./choice/scenarios";
import type { CriterionKey, Weights } from "./choice/score";

export type { Couple };

/** A row of «Условия подбора» that the choice respects. */
export interface StoredTerm extends Couple {
  code: string;
  note: string | null;
}

/** The curator's standing decisions; a row that cannot be used is told of by the data check and left out. */
export interface StoredTerms {
  /** Kept together. */
  pins: StoredTerm[];
  /** Never together. */
  bans: StoredTerm[];
  menteesWishes: StoredTerm[];
  mentorsWishes: StoredTerm[];
}

/** What a row of «Условия подбора» decides. */
export type TermKey = "pin" | "ban" | "menteesWish" | "mentorsWish";

/** A decision to keep. */
export interface NewTerm extends Couple {
  kind: TermKey;
  note: string;
}

/** A named scenario. */
export interface StoredScenario {
  code: string;
  name: string;
  terms: ScenarioTerms;
  /** ISO moment with the zone; null if unknown. */
  savedAt: string | null;
}

/** A scenario to keep. */
export interface NewScenario {
  name: string;
  terms: ScenarioTerms;
  /** What it proposes now: a later choice prefers these pairs. */
  pairs: readonly Couple[];
  /** Code of the scenario whose place it takes; null for a new one. */
  replaces: string | null;
}

/** Somebody from another organisation, or a student. */
export interface Outsider {
  /** «внешний эксперт» */
  kind: string | null;
  workplace: string | null;
}

/** The people, the pairs and the curator's decisions: all that a choice depends on but what was chosen before. */
export interface PairingBasis {
  schoolYear: string;
  /** The day in the workbook's time zone: «2026-09-07». */
  today: string;
  /** The stored bans and wishes are in it. */
  pool: Pool;
  /** By the person's code; whoever has none is left out. */
  posts: Readonly<Record<string, string>>;
  /** By the person's code: those who are not of the school's own staff. */
  outsiders: Readonly<Record<string, Outsider>>;
  /** By the person's code, where it is known: reverse mentoring looks at it. */
  birthYears: Readonly<Record<string, number>>;
  /** «школа» or «детский сад»: decides the usual form of mentoring. */
  schoolKind: "школа" | "детский сад";
  /** Weights in force, and those of the field. */
  weights: Weights;
  usualWeights: Weights;
  pins: StoredTerm[];
  bans: StoredTerm[];
  menteesWishes: StoredTerm[];
  mentorsWishes: StoredTerm[];
  /** Code of the curator among the people of the bank, to warn before they add themself. */
  self: string | null;
  /** Most mentees in one group. */
  groupSize: number;
  /** Term of a new pair: calendar dates. */
  term: { startsOn: string; endsOn: string };
  /** Pairs and groups proposed or in force. */
  standing: number;
  /** Mentees who already have a mentor. */
  paired: number;
  /** Rows of the bank that cannot be read: they take no part until mended. */
  problems: number;
  /** What is wrong with the conditions of the choice and what to change, a sentence each. */
  notices: string[];
}

/** What the dialog holds beside the people; asked for at the same time, so that neither waits for the other. */
export interface PairingMore {
  scenarios: StoredScenario[];
  /**
   * Pairs of the scenario that was kept last: they stay unless the gain is real. Some of these people may be gone or
   * paired since: the choice passes over them.
   */
  accepted: Couple[];
  /** Words of the dictionaries, the school's own included. */
  forms: string[];
  kinds: string[];
}

/**
 * What «Подбор пар» opens with. The page proposes, explains and compares by itself (src/pairing/choice); the server is
 * asked again only to keep something.
 */
export interface PairingView extends PairingBasis, PairingMore {}

/** One pair or group to write. */
export interface PairToSave {
  mentor: string;
  /** One code, or several for a group. */
  mentees: string[];
  /** Null for the form that fits the two. */
  form: string | null;
  /** Empty for the kinds that fit. */
  kinds: string[];
  /** Empty for the directions in which the mentor helps. */
  directions: string[];
  /** A meeting and its goal a line; "" if none. */
  goals: string;
  /** «2026-10-12», or "" if none. */
  meetingOn: string;
  channel: string;
  /** Writes the mirrored pair too: the same two with their roles swapped. */
  mirrors: boolean;
  /** Some of the mentees have a mentor already, and the curator knows it; left out: none had when the window was opened. */
  second?: boolean;
}

/** A pair or group that was not written, and why. */
export interface RefusedPair {
  /** Place in the list that was sent, from 0. */
  index: number;
  mentor: string;
  mentees: string[];
  mentorName: string;
  /** Joined by «; ». */
  menteeNames: string;
  /** What is wrong and what to do, a sentence each. */
  reasons: string[];
}

/** What became of the pairs to be written: all of them are, or (if any is refused) none. */
export interface SavedPairs {
  /** Codes of new pairs, mirrored ones included. */
  saved: string[];
  /** Codes of pairs that were there already. */
  already: string[];
  refused: RefusedPair[];
}

/** Weights to keep; null for those of the field. */
export type NewWeights = Readonly<Record<CriterionKey, number>> | null;

/** A pair as the order sidebar lists it. */
export interface OrderPair {
  code: string;
  mentorName: string;
  menteeNames: string;
  status: string;
  /** The council's minutes; null where it has not looked at the pair, which forbids nothing. */
  recommendation: string | null;
  /** Why the pair cannot go into an order; empty if it can. */
  obstacles: string[];
}

/** Written consents that one person still has to give. */
export interface MissingConsents {
  person: string;
  name: string;
  kinds: ConsentKind[];
  /** Codes of pairs that wait for them. */
  pairs: string[];
}

/** What «Приказ о закреплении пар» opens with. */
export interface OrderCheck {
  /** The date in the workbook's time zone, proposed for consents and orders: «2026-09-07». */
  today: string;
  ready: OrderPair[];
  blocked: OrderPair[];
  missing: MissingConsents[];
  /** Settings that the order needs and that are empty. */
  settings: string[];
  /** Orders made and not registered yet. */
  drafts: { document: string; heading: string; link: string | null; pairs: number }[];
}

/** An order that has been made. */
export interface OrderMade {
  document: string;
  link: string | null;
  pairs: number;
  /** What to look at in the document. */
  warnings: string[];
}

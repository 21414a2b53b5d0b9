// What the pairing dialog and the order sidebar show and send back, as plain data. No zod here: the browser uses it too.
import type { ConsentKind } from "../bank/consentRules";
import type { RankedCandidate, WhyNot } from "./choice/explain";
import type { Couple, Difficulty } from "./choice/pool";

export type { Couple, Difficulty, RankedCandidate, WhyNot };

/** A mentee without a mentor, with those who could help. */
export interface WaitingMentee {
  code: string;
  name: string;
  post: string | null;
  subject: string | null;
  category: string | null;
  waitingDays: number;
  difficulties: readonly Difficulty[];
  /** The best first. */
  candidates: RankedCandidate[];
  /** Why there are none, and what would help; empty if there are. */
  nobody: string[];
}

/** A mentor with the places taken and free. */
export interface MentorPlaces {
  code: string;
  name: string;
  post: string | null;
  subject: string | null;
  directions: readonly string[];
  capacity: number;
  load: number;
  /** Why the mentor may not be given anybody now; null if they may. */
  unavailable: string | null;
}

/** What «Подбор пар» opens with. */
export interface PairingView {
  schoolYear: string;
  waiting: WaitingMentee[];
  mentors: MentorPlaces[];
  /** Pairs and groups proposed or in force. */
  standing: number;
  /** Mentees who already have a mentor. */
  paired: number;
  /** Rows of the bank that cannot be read: they take no part until mended. */
  problems: number;
}

/** The curator's own decisions, which a proposal respects. */
export interface PairingChoices {
  /** Pairs that stay whatever else is proposed. */
  pins?: Couple[];
  /** Pairs that must not be proposed. */
  bans?: Couple[];
}

/** One proposed pair with its reasons. */
export interface ProposedView extends RankedCandidate {
  mentee: string;
  menteeName: string;
  pinned: boolean;
}

/** The answer to «Подобрать всем». */
export interface ProposalView {
  pairs: ProposedView[];
  unmatched: { mentee: string; name: string; why: string[] }[];
}

/** A pair that was not written, and why. */
export interface RefusedPair extends Couple {
  mentorName: string;
  menteeName: string;
  reasons: string[];
}

/** What became of the pairs to be written: all of them are, or (if any is refused) none. */
export interface SavedPairs {
  /** Codes of new pairs. */
  saved: string[];
  /** Codes of pairs that were there already. */
  already: string[];
  refused: RefusedPair[];
}

/** A pair as the order sidebar lists it. */
export interface OrderPair {
  code: string;
  mentorName: string;
  menteeNames: string;
  status: string;
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

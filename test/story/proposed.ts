// What the pairing dialog would propose to write: the choice runs in the browser, on what the server has handed it.
import { propose, USUAL_TERMS } from "../../src/pairing/choice/proposal";
import type { PairToSave } from "../../src/pairing/pairingView";
import type { School } from "./school";

/** A pair of two as the dialog sends it when nothing but the two is chosen. */
export function plainPair(mentor: string, ...mentees: string[]): PairToSave {
  const nothing = { form: null, kinds: [], directions: [], goals: "", meetingOn: "", channel: "", mirrors: false };
  return { mentor, mentees, ...nothing };
}

/** «Подобрать всем» of this school, with its own conditions. */
export function proposedPairs(school: School): PairToSave[] {
  const { pool, weights, pins, accepted } = school.call("loadPairing");
  const proposal = propose(pool, { ...USUAL_TERMS, weights, pins, accepted });
  return proposal.pairs.map(({ mentor, mentee }) => plainPair(mentor, mentee));
}

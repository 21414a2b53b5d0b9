// What the pairing dialog would propose to write: the choice runs in the browser, on what the server has handed it.
import { propose, USUAL_TERMS } from "../../src/pairing/choice/proposal";
import type { PairToSave } from "../../src/pairing/pairingView";
import { plainPair } from "../pairingStand";
import type { School } from "./school";

/** «Подобрать всем» of this school, with its own conditions. */
export function proposedPairs(school: School): PairToSave[] {
  const { pool, weights, pins } = school.call("loadPairing");
  const { accepted } = school.call("loadPairingMore");
  const proposal = propose(pool, { ...USUAL_TERMS, weights, pins, accepted });
  return proposal.pairs.map(({ mentor, mentee }) => plainPair(mentor, mentee));
}

// What the pairing dialog opens with: who waits, who could help and why.
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { rankCandidates, whyNobody, whyNot, type WhyNot } from "./choice/explain";
import { pairs } from "./pairs.table";
import type { MentorPlaces, PairingChoices, PairingView, ProposalView, WaitingMentee } from "./pairingView";
import { readyPool, type Couple, type ReadyMentee } from "./choice/pool";
import { poolOf } from "./profiles";
import { isWaiting, prepare, propose, solve, USUAL_TERMS, type Terms } from "./choice/proposal";
import { schoolYearName } from "./savePairs";

/** Candidates shown for a mentee: fewer where many wait, so that the answer stays light. */
const MOST_CANDIDATES = 5;
const LEAST_CANDIDATES = 3;
const CANDIDATES_IN_ALL = 400;

/** Everything the dialog shows at first. Reads five tables and the settings, each once. */
export function loadPairing(wb: ReadOnlyWorkbook): PairingView {
  const pool = poolOf(wb);
  const ready = readyPool(pool);
  const persons = new Map(wb.all(people).map((person) => [person.code, person]));
  const waiting = ready.mentees.filter(isWaiting).sort(byWaiting);
  const most = Math.max(
    LEAST_CANDIDATES,
    Math.min(MOST_CANDIDATES, Math.floor(CANDIDATES_IN_ALL / (waiting.length || 1))),
  );
  return {
    schoolYear: schoolYearName(wb),
    waiting: waiting.map((mentee): WaitingMentee => {
      const candidates = rankCandidates(ready.mentors, mentee, USUAL_TERMS.weights, most);
      return {
        code: mentee.code,
        name: mentee.name,
        post: persons.get(mentee.personCode)?.post ?? null,
        subject: mentee.subject,
        category: mentee.category,
        waitingDays: mentee.waitingDays,
        difficulties: mentee.needs.map(({ direction, severity }) => ({ direction, severity })),
        candidates,
        nobody: candidates.length === 0 ? whyNobody(pool, USUAL_TERMS, mentee.code) : [],
      };
    }),
    mentors: ready.mentors.map((mentor): MentorPlaces => ({
      code: mentor.code,
      name: mentor.name,
      post: persons.get(mentor.personCode)?.post ?? null,
      subject: mentor.subject,
      directions: mentor.directions,
      capacity: mentor.capacity,
      load: mentor.load,
      unavailable: mentor.unavailable,
    })),
    standing: pool.pairs.length,
    paired: ready.mentees.filter((mentee) => mentee.paired).length,
    problems: wb.unreadable(people, mentors, mentees, pairs, diagnostics),
  };
}

/** Who waits longest comes first; equal ones in the order of codes. */
function byWaiting(a: ReadyMentee, b: ReadyMentee): number {
  return b.waitingDays - a.waitingDays || (a.code < b.code ? -1 : 1);
}

/** «Подобрать всем»: the best set of pairs with the curator's own decisions kept. Writes nothing. */
export function proposeAll(wb: ReadOnlyWorkbook, choices: PairingChoices): ProposalView {
  const pool = poolOf(wb, choices.bans ?? []);
  const terms: Terms = { ...USUAL_TERMS, pins: choices.pins ?? [] };
  const ready = readyPool(pool);
  const proposal = propose(pool, terms);
  return {
    pairs: proposal.pairs.flatMap((pair) => {
      const mentor = ready.mentorByCode.get(pair.mentor);
      const mentee = ready.menteeByCode.get(pair.mentee);
      if (mentor === undefined || mentee === undefined) return [];
      return rankCandidates([mentor], mentee, terms.weights, 1).map((candidate) => ({
        ...candidate,
        mentee: mentee.code,
        menteeName: mentee.name,
        pinned: pair.pinned,
      }));
    }),
    unmatched: proposal.unmatched.map((code) => ({
      mentee: code,
      name: ready.menteeByCode.get(code)?.name ?? code,
      why: whyNobody(pool, terms, code),
    })),
  };
}

/** «Почему не этот наставник?», with the same decisions of the curator as the proposal it is asked about. */
export function explainPair(wb: ReadOnlyWorkbook, couple: Couple, choices: PairingChoices): WhyNot {
  const pool = poolOf(wb, choices.bans ?? []);
  const terms: Terms = { ...USUAL_TERMS, pins: choices.pins ?? [] };
  const prepared = prepare(pool, terms);
  return whyNot(prepared, solve(prepared), couple);
}

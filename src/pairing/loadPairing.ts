// What the pairing dialog opens with: all that the choice depends on, in one answer.
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people, type Person } from "../bank/people.table";
import { compareNames, nameParts } from "../school/fullName";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { rankCandidates, whyNobody, whyNot, type WhyNot } from "./choice/explain";
import { readyPool, type Couple, type Pool, type ReadyMentee } from "./choice/pool";
import { isWaiting, prepare, propose, solve, USUAL_TERMS, type Terms } from "./choice/proposal";
import { DEFAULT_WEIGHTS } from "./choice/score";
import { acceptedCouples, storedScenarios } from "./keptScenarios";
import { pairs } from "./pairs.table";
import type {
  EarlierView,
  MentorPlaces,
  Outsider,
  PairingChoices,
  PairingView,
  ProposalView,
  WaitingMentee,
} from "./pairingView";
import { poolOf } from "./profiles";
import { schoolYearName, termOf } from "./savePairs";
import { storedTerms } from "./terms";
import { NOTHING_WEIGHS, weightsOf } from "./weights";

/** Where the settings do not say. */
const USUAL_GROUP = 5;
/** Candidates shown for a mentee: fewer where many wait, so that the answer stays light. */
const MOST_CANDIDATES = 5;
const LEAST_CANDIDATES = 3;
const CANDIDATES_IN_ALL = 400;

/** Everything the dialog needs. Reads each of its tables and the settings once. */
export function loadPairing(wb: ReadOnlyWorkbook): PairingView {
  const terms = storedTerms(wb);
  const pool = poolOf(wb, { bans: terms.bans, wishes: [...terms.menteesWishes, ...terms.mentorsWishes] });
  const concerned = new Set([...pool.mentors, ...pool.mentees].map(({ personCode }) => personCode));
  const persons = wb.all(people).filter(({ code }) => concerned.has(code));
  const together = new Set(pool.pairs.flatMap((pair) => pair.mentees.map((mentee) => `${pair.mentor} ${mentee}`)));
  const paired = new Set(pool.pairs.flatMap((pair) => pair.mentees));
  const { weights, allZero } = weightsOf(wb);
  return {
    schoolYear: schoolYearName(wb),
    today: wb.today,
    pool,
    posts: Object.fromEntries(persons.flatMap(({ code, post }) => (post === null ? [] : [[code, post]]))),
    outsiders: Object.fromEntries(persons.filter(isOutsider).map((person) => [person.code, outsider(person)])),
    birthYears: Object.fromEntries(
      persons.flatMap(({ code, birthYear }) => (birthYear === null ? [] : [[code, birthYear]])),
    ),
    schoolKind: wb.setting(settings, "schoolKind") ?? "школа",
    weights,
    usualWeights: DEFAULT_WEIGHTS,
    ...terms,
    // A pin that has come true is no decision to make any more.
    pins: terms.pins.filter(({ mentor, mentee }) => !together.has(`${mentor} ${mentee}`)),
    scenarios: storedScenarios(wb),
    accepted: acceptedCouples(wb, pool),
    self: curatorAmong(wb.setting(settings, "curatorName"), persons),
    forms: [...wb.dictionary("mentoringForms")],
    kinds: [...wb.dictionary("mentoringKinds")],
    groupSize: wb.setting(settings, "groupSize") ?? USUAL_GROUP,
    term: termOf(wb),
    standing: pool.pairs.length,
    paired: pool.mentees.filter(({ code }) => paired.has(code)).length,
    problems: wb.unreadable(people, mentors, mentees, pairs, diagnostics),
    notices: allZero ? [NOTHING_WEIGHS] : [],
  };
}

function isOutsider({ kind }: Person): boolean {
  return kind !== null && kind !== "штатный";
}

function outsider({ kind, workplace }: Person): Outsider {
  return { kind, workplace };
}

/** The curator among these people; nobody where the settings do not name the curator, or two people fit the name. */
function curatorAmong(name: string | null, persons: readonly Person[]): string | null {
  if (name === null) return null;
  const wanted = nameParts(name);
  const fitting = (["equal", "compatible"] as const).map((likeness) =>
    persons.filter((person) => compareNames(nameParts(person.fullName), wanted) === likeness),
  );
  const [found, second] = fitting.find((some) => some.length > 0) ?? [];
  return found === undefined || second !== undefined ? null : found.code;
}

/** What the page of before shows beside it. */
export function loadEarlier(wb: ReadOnlyWorkbook): EarlierView {
  const view = loadPairing(wb);
  const ready = readyPool(view.pool);
  const waiting = ready.mentees.filter(isWaiting).sort(byWaiting);
  const most = Math.max(
    LEAST_CANDIDATES,
    Math.min(MOST_CANDIDATES, Math.floor(CANDIDATES_IN_ALL / (waiting.length || 1))),
  );
  return {
    ...view,
    waiting: waiting.map((mentee): WaitingMentee => {
      const candidates = rankCandidates(ready.mentors, mentee, USUAL_TERMS.weights, most);
      return {
        code: mentee.code,
        name: mentee.name,
        post: view.posts[mentee.personCode] ?? null,
        subject: mentee.subject,
        category: mentee.category,
        waitingDays: mentee.waitingDays,
        difficulties: mentee.needs.map(({ direction, severity }) => ({ direction, severity })),
        candidates,
        nobody: candidates.length === 0 ? whyNobody(view.pool, USUAL_TERMS, mentee.code) : [],
      };
    }),
    mentors: ready.mentors.map((mentor): MentorPlaces => ({
      code: mentor.code,
      name: mentor.name,
      post: view.posts[mentor.personCode] ?? null,
      subject: mentor.subject,
      directions: mentor.directions,
      capacity: mentor.capacity,
      load: mentor.load,
      unavailable: mentor.unavailable,
    })),
  };
}

/** Who waits longest comes first; equal ones in the order of codes. */
function byWaiting(a: ReadyMentee, b: ReadyMentee): number {
  return b.waitingDays - a.waitingDays || (a.code < b.code ? -1 : 1);
}

function choice(wb: ReadOnlyWorkbook, choices: PairingChoices): { pool: Pool; terms: Terms } {
  return {
    pool: poolOf(wb, { bans: choices.bans ?? [], wishes: [] }),
    terms: { ...USUAL_TERMS, pins: choices.pins ?? [] },
  };
}

/** «Подобрать всем»: the best set of pairs with the curator's own decisions kept. Writes nothing. */
export function proposeAll(wb: ReadOnlyWorkbook, choices: PairingChoices): ProposalView {
  const { pool, terms } = choice(wb, choices);
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
  const { pool, terms } = choice(wb, choices);
  const prepared = prepare(pool, terms);
  return whyNot(prepared, solve(prepared), couple);
}

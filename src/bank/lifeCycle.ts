// The life cycles of a mentor and a mentee as one table: what leads to a status, and what must hold for whoever has it.
//
// For whoever judges statuses (the person's card, the data check):
//   brokenGuard(role, status, facts): string | null      what a status typed into the cell violates, in Russian
//   nextSteps(role, status, facts): { to, against }[]    where one may go from here; `against` is the reason why not now
//   mentorFacts(row, around) / menteeFacts(row, around)  the facts; `around` of the whole workbook: person/lifeFacts.ts
import type { CalendarDate } from "../workbook/calendarDate";
import { CONSENTS_NEEDED, type ConsentKind, type Role } from "./consentRules";
import { MENTEE_STATUS, type Mentee } from "./mentees.table";
import { MENTOR_STATUS, type Mentor } from "./mentors.table";
import { EMPLOYMENT, type Person } from "./people.table";

export type MentorStatus = NonNullable<Mentor["status"]>;
export type MenteeStatus = NonNullable<Mentee["status"]>;
export type LifeStatus = MentorStatus | MenteeStatus;

/** How many pairs somebody stands in, by how far they have come. */
export interface PairCounts {
  /** Not in force yet: from the draft to the signed consents. */
  planned: number;
  active: number;
  paused: number;
}

/** What a status depends on beside the row itself. */
export interface Surroundings {
  person: Pick<Person, "employment"> | undefined;
  /** Kinds in force today. */
  consents: ReadonlySet<ConsentKind>;
  /** Null where the caller knows no pairs: nothing that depends on them is judged then. */
  pairs: PairCounts | null;
  today: CalendarDate;
}

/** What is known of a mentor or a mentee when a status is judged. */
export interface LifeFacts extends Pick<Surroundings, "consents" | "pairs"> {
  employment: Person["employment"];
  /** A mentor: the head has approved, with a date and a paper. */
  approved: boolean;
  trained: boolean;
  /** A mentee: the request is written down, the difficulties are known, the waiting has a first day, somebody supports. */
  asked: boolean;
  diagnosed: boolean;
  waiting: boolean;
  supported: boolean;
}

/** A step, and the reason against it if it cannot be made now. */
export interface NextStep {
  to: LifeStatus;
  against: string | null;
}

/** Gives the Russian reason why somebody may not be in the status, or null. */
type Guard = (facts: LifeFacts, role: Role) => string | null;

interface State {
  from: readonly LifeStatus[];
  holds: readonly Guard[];
  /** What whoever makes the step says on making it: a date, a paper, a name. */
  asks?: Partial<LifeFacts>;
  /** Pairs as they are after the step, where making it pauses or resumes them. */
  pairsAfter?: (pairs: PairCounts) => PairCounts;
}

const hasConsents: Guard = ({ consents }, role) => {
  const lacking = CONSENTS_NEEDED[role].filter((kind) => !consents.has(kind));
  return lacking.length > 0 ? `нет письменного согласия: ${lacking.join("; ")}` : null;
};
const isApproved: Guard = ({ approved }) =>
  approved ? null : "не указано, когда и чем утверждён руководителем (дата и документ)";
const isTrained: Guard = ({ trained }) =>
  trained ? null : "не указана дата обучения наставника, или она ещё не наступила";
const notDismissed: Guard = ({ employment }) =>
  employment === EMPLOYMENT.dismissed ? "работник уволен, но остаётся в банке" : null;
const isPresent: Guard = ({ employment }) =>
  employment === EMPLOYMENT.away ? "работник длительно отсутствует: нужен статус «пауза»" : null;
const isAsked: Guard = ({ asked }) => (asked ? null : "не записаны ни запрос, ни направления затруднений");
const isDiagnosed: Guard = ({ diagnosed }) =>
  diagnosed ? null : "нет результата диагностики и направлений затруднений";
const hasFirstDay: Guard = ({ waiting }) => (waiting ? null : "не указано, с какого дня ожидает наставника");
const isSupported: Guard = ({ supported }) =>
  supported ? null : "не указано, кто сопровождает: педагог-психолог или другой специалист";
const inPair: Guard = ({ pairs }) => (pairs === null || inForce(pairs) > 0 ? null : "нет действующей пары");
const notInForce: Guard = ({ pairs }) =>
  pairs !== null && inForce(pairs) > 0 ? "есть действующая пара: сначала завершите или передайте её" : null;
const notInAnyPair: Guard = ({ pairs }) =>
  pairs !== null && inForce(pairs) + pairs.planned > 0
    ? "есть пары: сначала завершите, передайте или отмените их"
    : null;
const noneAtWork: Guard = ({ pairs }) =>
  pairs !== null && pairs.active > 0 ? "есть действующая пара: приостановите или передайте её" : null;

const M = MENTOR_STATUS;
const E = MENTEE_STATUS;
const BEFORE_APPROVAL = [notDismissed, notInForce];
const APPROVED = [notDismissed, isPresent, hasConsents, isApproved];
const UNPAIRED = [notDismissed, notInForce];

/**
 * domain §3.2 and §3.3. A mentor is approved with the written consents and the head's approval (source 4, clauses
 * 3.2–3.3). A mentee may refuse, be supported without a pair (source 2, stage 5), wait again. Where there is no council
 * the head approves without its recommendation.
 */
const CYCLES: Readonly<Record<Role, Readonly<Partial<Record<LifeStatus, State>>>>> = {
  mentor: {
    [M.candidate]: { from: [M.left], holds: BEFORE_APPROVAL },
    [M.answered]: { from: [M.candidate], holds: BEFORE_APPROVAL },
    [M.recommended]: { from: [M.candidate, M.answered], holds: BEFORE_APPROVAL },
    [M.approved]: {
      from: [M.answered, M.recommended, M.paused],
      holds: APPROVED,
      asks: { approved: true },
      pairsAfter: resumed,
    },
    [M.trained]: {
      from: [M.approved, M.paused],
      holds: [...APPROVED, isTrained],
      asks: { trained: true },
      pairsAfter: resumed,
    },
    [M.active]: { from: [M.approved, M.trained, M.paused], holds: [...APPROVED, isTrained], pairsAfter: resumed },
    [M.paused]: { from: [M.approved, M.trained, M.active], holds: [notDismissed, noneAtWork], pairsAfter: paused },
    [M.left]: {
      from: [M.candidate, M.answered, M.recommended, M.approved, M.trained, M.active, M.paused],
      holds: [notInAnyPair],
    },
  },
  mentee: {
    [E.identified]: { from: [], holds: UNPAIRED },
    [E.requested]: { from: [E.identified], holds: [...UNPAIRED, isAsked] },
    [E.diagnosed]: { from: [E.identified, E.requested], holds: [...UNPAIRED, isDiagnosed] },
    [E.waiting]: {
      from: [E.identified, E.requested, E.diagnosed, E.supported, E.refused],
      holds: [...UNPAIRED, hasFirstDay],
      asks: { waiting: true },
    },
    [E.paired]: {
      from: [E.identified, E.requested, E.diagnosed, E.waiting, E.waitingAgain, E.supported],
      holds: [notDismissed, inPair, hasConsents],
    },
    [E.finished]: { from: [E.paired], holds: [notInAnyPair] },
    [E.refused]: {
      from: [E.identified, E.requested, E.diagnosed, E.waiting, E.paired, E.waitingAgain, E.supported],
      holds: [notInAnyPair],
    },
    [E.supported]: {
      from: [E.identified, E.requested, E.diagnosed, E.waiting, E.paired, E.waitingAgain],
      holds: [...UNPAIRED, isSupported],
      asks: { supported: true },
    },
    [E.waitingAgain]: {
      from: [E.paired, E.finished, E.supported, E.refused],
      // Beside a pair in force too: a second mentor is sought for a direction in which nobody helps yet (domain §5).
      holds: [notDismissed, hasFirstDay],
      asks: { waiting: true },
    },
  },
};

/** Where everybody begins; an empty cell stands for it. */
export const FIRST_STATUS = { mentor: M.candidate, mentee: E.identified } as const;

/** Statuses that set the first day of waiting. */
export const WAITING: readonly (string | null)[] = [E.waiting, E.waitingAgain];

/** The facts of a mentor's row. */
export function mentorFacts(
  mentor: Pick<Mentor, "approvedOn" | "approvalPaper" | "trainedOn">,
  around: Surroundings,
): LifeFacts {
  return {
    ...NOTHING,
    ...shared(around),
    approved: isPast(mentor.approvedOn, around.today) && (mentor.approvalPaper ?? "").trim() !== "",
    trained: isPast(mentor.trainedOn, around.today),
  };
}

/** The facts of a mentee's row. */
export function menteeFacts(
  mentee: Pick<Mentee, "request" | "difficulties" | "diagnosis" | "waitingSince" | "support">,
  around: Surroundings,
): LifeFacts {
  const difficult = mentee.difficulties.length > 0;
  return {
    ...NOTHING,
    ...shared(around),
    asked: (mentee.request ?? "").trim() !== "" || difficult,
    diagnosed: (mentee.diagnosis ?? "").trim() !== "" || difficult,
    waiting: isPast(mentee.waitingSince, around.today),
    supported: (mentee.support ?? "").trim() !== "",
  };
}

/**
 * Every status that the cycle allows next. `against` is what stands in the way for now, in Russian; what is said on
 * making the step (the head's decision, the day of training, who supports) does not.
 */
export function nextSteps(role: Role, status: string | null, facts: LifeFacts): NextStep[] {
  const now = status ?? FIRST_STATUS[role];
  return statesOf(role)
    .filter(([, { from }]) => from.some((one) => one === now))
    .map(([to, state]) => ({ to, against: judge(role, state, afterStep(state, { ...facts, ...state.asks })) }));
}

/**
 * Why the step may not be made with the facts as they are, in Russian; null if it may. To stay where one is is no step
 * and always allowed.
 */
export function againstStep(role: Role, from: string | null, to: string, facts: LifeFacts): string | null {
  const now = from ?? FIRST_STATUS[role];
  if (now === to) return null;
  const state = stateOf(role, to);
  if (!state?.from.some((one) => one === now)) return `из статуса «${now}» нельзя перейти в статус «${to}»`;
  return judge(role, state, afterStep(state, facts));
}

/** What the status claims and the facts deny, in Russian: a curator may type any status into the cell. Null if nothing. */
export function brokenGuard(role: Role, status: string | null, facts: LifeFacts): string | null {
  const state = stateOf(role, status ?? FIRST_STATUS[role]);
  return state ? judge(role, state, facts) : null;
}

/** The status of a mentor who comes back from a pause: as far as the row proves. */
export function statusAfterPause(facts: LifeFacts): MentorStatus {
  if (!facts.trained) return M.approved;
  return facts.pairs !== null && inForce(facts.pairs) > 0 ? M.active : M.trained;
}

const NOTHING = { approved: false, trained: false, asked: false, diagnosed: false, waiting: false, supported: false };

function shared({ person, consents, pairs }: Surroundings): Pick<LifeFacts, "employment" | "consents" | "pairs"> {
  return { employment: person?.employment ?? null, consents, pairs };
}

function isPast(day: CalendarDate | null, today: CalendarDate): boolean {
  return day !== null && day <= today;
}

function judge(role: Role, { holds }: State, facts: LifeFacts): string | null {
  const reasons = holds.flatMap((guard) => guard(facts, role) ?? []);
  return reasons.length > 0 ? reasons.join("; ") : null;
}

function afterStep({ pairsAfter }: State, facts: LifeFacts): LifeFacts {
  return facts.pairs !== null && pairsAfter ? { ...facts, pairs: pairsAfter(facts.pairs) } : facts;
}

function stateOf(role: Role, status: string): State | undefined {
  return statesOf(role).find(([name]) => name === status)?.[1];
}

function statesOf(role: Role): [LifeStatus, State][] {
  return Object.entries(CYCLES[role]) as [LifeStatus, State][];
}

function inForce({ active, paused: waiting }: PairCounts): number {
  return active + waiting;
}

function paused(pairs: PairCounts): PairCounts {
  return { ...pairs, active: 0, paused: pairs.active + pairs.paused };
}

function resumed(pairs: PairCounts): PairCounts {
  return { ...pairs, active: pairs.active + pairs.paused, paused: 0 };
}

// The life cycles of a mentor and a mentee as one table: which status may follow which, and what each step needs.
import type { ConsentKind } from "./consentRules";
import { CONSENT_KIND } from "./consents.table";
import { MENTEE_STATUS, type Mentee } from "./mentees.table";
import { MENTOR_STATUS, type Mentor } from "./mentors.table";

type MentorStatus = NonNullable<Mentor["status"]>;
type MenteeStatus = NonNullable<Mentee["status"]>;

/** What is known of the person when the status is to change. */
export interface StepFacts {
  consents: ReadonlySet<ConsentKind>;
  trained: boolean;
  /** Whether the person stands in a pair that is proposed or in force. */
  paired: boolean;
  dismissed: boolean;
}

/** `unless` gives the Russian reason against the step, or null. */
interface Step<S> {
  to: S;
  from: readonly S[];
  unless?: (facts: StepFacts) => string | null;
}

const M = MENTOR_STATUS;
/** domain §3.2; «утверждён» needs the written consent (source 4, clauses 3.2–3.3). A paused or former mentor may come back. */
const MENTOR_STEPS: readonly Step<MentorStatus>[] = [
  { to: M.candidate, from: [M.left] },
  { to: M.answered, from: [M.candidate] },
  { to: M.recommended, from: [M.candidate, M.answered] },
  {
    to: M.approved,
    from: [M.recommended],
    unless: ({ consents }) => {
      const lacking = [CONSENT_KIND.mentoring, CONSENT_KIND.personalData].filter((kind) => !consents.has(kind));
      return lacking.length > 0 ? `нет письменного согласия: ${lacking.join("; ")}` : null;
    },
  },
  {
    to: M.trained,
    from: [M.approved],
    unless: ({ trained }) => (trained ? null : "не указана дата обучения наставника"),
  },
  { to: M.active, from: [M.trained, M.paused], unless: ({ dismissed }) => (dismissed ? "работник уволен" : null) },
  { to: M.paused, from: [M.approved, M.trained, M.active] },
  {
    to: M.left,
    from: [M.candidate, M.answered, M.recommended, M.approved, M.trained, M.active, M.paused],
    unless: ({ paired }) => (paired ? "у наставника есть пары: сначала завершите или передайте их" : null),
  },
];

const E = MENTEE_STATUS;
const needsPair = ({ paired }: StepFacts) => (paired ? null : "нет действующей пары");
const needsNoPair = ({ paired }: StepFacts) => (paired ? "есть действующая пара: сначала завершите её" : null);
/** domain §3.3 with its branches: refusal, support without a pair (source 2, stage 5), waiting again. */
const MENTEE_STEPS: readonly Step<MenteeStatus>[] = [
  { to: E.requested, from: [E.identified] },
  { to: E.diagnosed, from: [E.identified, E.requested] },
  { to: E.waiting, from: [E.identified, E.requested, E.diagnosed, E.supported, E.refused] },
  { to: E.paired, from: [E.diagnosed, E.waiting, E.waitingAgain, E.supported], unless: needsPair },
  { to: E.finished, from: [E.paired], unless: needsNoPair },
  {
    to: E.refused,
    from: [E.identified, E.requested, E.diagnosed, E.waiting, E.waitingAgain, E.supported],
    unless: needsNoPair,
  },
  { to: E.supported, from: [E.diagnosed, E.waiting, E.waitingAgain], unless: needsNoPair },
  { to: E.waitingAgain, from: [E.paired, E.finished, E.supported, E.refused], unless: needsNoPair },
];

/** Why a mentor may not pass from one status to another, in Russian; null if he may. */
export function againstMentorStep(from: Mentor["status"], to: MentorStatus, facts: StepFacts): string | null {
  return against(MENTOR_STEPS, from ?? M.candidate, to, facts);
}

/** Why a mentee may not pass from one status to another, in Russian; null if he may. */
export function againstMenteeStep(from: Mentee["status"], to: MenteeStatus, facts: StepFacts): string | null {
  return against(MENTEE_STEPS, from ?? E.identified, to, facts);
}

/** What a mentor's status claims and the facts deny, in Russian: a curator may type any status into the cell. */
export function brokenMentorStatus(status: Mentor["status"], facts: StepFacts): string | null {
  const claims: Partial<Record<MentorStatus, readonly MentorStatus[]>> = {
    [M.approved]: [M.approved],
    [M.trained]: [M.approved, M.trained],
    [M.active]: [M.approved, M.trained, M.active],
  };
  for (const claim of (status && claims[status]) ?? []) {
    const reason = MENTOR_STEPS.find(({ to }) => to === claim)?.unless?.(facts) ?? null;
    if (reason !== null) return reason;
  }
  return null;
}

function against<S extends string>(steps: readonly Step<S>[], from: S, to: S, facts: StepFacts): string | null {
  if (from === to) return null;
  const step = steps.find((candidate) => candidate.to === to && candidate.from.includes(from));
  if (!step) return `из статуса «${from}» нельзя перейти в статус «${to}»`;
  return step.unless?.(facts) ?? null;
}

// What the sidebars of the bank show and send back, as plain data. No zod here: the browser uses it too.
import type { JobProgress } from "../jobs/jobs";
import type { Decisions } from "./decisionsView";

/** Somebody who may be asked to fill in an intake questionnaire. */
export interface IntakeCandidate {
  /** Code on «Педагоги». */
  code: string;
  fullName: string;
  post: string;
  hasAddress: boolean;
  /** Proposed by the program: why, in Russian; null if it sees no reason. */
  reason: string | null;
  /** Status of the invitation; null if there is none. */
  invitation: string | null;
}

/** How one of the two intake questionnaires stands. */
export interface IntakeSide {
  questionnaire: string;
  name: string;
  /** Code on «Анкеты»; null before it is made. */
  form: string | null;
  status: string | null;
  /** «2026-09-15» */
  deadline: string | null;
  link: string | null;
  editLink: string | null;
  candidates: IntakeCandidate[];
  invited: number;
  sent: number;
  answered: number;
  /** People without an address or whose letter was refused, with the personal link to hand over. */
  unreached: { name: string; link: string | null; why: string }[];
}

export interface IntakeView {
  schoolYear: string;
  /** A deadline to propose. */
  proposedDeadline: string;
  sides: IntakeSide[];
  decisions: Decisions;
  /** Mail jobs that are not finished. */
  jobs: JobProgress[];
}

export interface LaunchIntakeInput {
  questionnaire: string;
  /** Codes on «Педагоги». */
  people: readonly string[];
  deadline: string;
}

export interface IntakeLaunched {
  form: string;
  link: string | null;
  invited: number;
  job: JobProgress;
}

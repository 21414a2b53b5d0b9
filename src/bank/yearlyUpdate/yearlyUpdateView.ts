// What the sidebar «Обновление сведений» shows and sends back, as plain data. No zod here: the browser uses it too.
import type { JobProgress } from "../../jobs/jobs";
import type { Decisions } from "../decisionsView";

/** Somebody whose information may be brought up to date. */
export interface UpdatePerson {
  /** Code on «Педагоги». */
  code: string;
  fullName: string;
  post: string;
  mentor: boolean;
  mentee: boolean;
  /** «сведения не обновлялись с 01.09.2025»; null if they are fresh. */
  stale: string | null;
  hasAddress: boolean;
  /** Status of this year's invitation; null if there is none. */
  invitation: string | null;
}

export interface YearlyUpdateView {
  schoolYear: string;
  /** A deadline to propose. */
  deadline: string;
  people: UpdatePerson[];
  /** How many have withdrawn the consent to the use of their data: they are left alone. */
  withdrawn: number;
  progress: UpdateProgress;
  decisions: Decisions;
  /** The update's jobs that are not finished. */
  jobs: JobProgress[];
}

/** How this school year's update stands. */
export interface UpdateProgress {
  invited: number;
  sent: number;
  confirmed: number;
  corrected: number;
  /** Confirmed on paper: the curator has marked them. */
  byHand: number;
  /** Written to, without an answer. */
  silent: string[];
  /** People without an address or whose letter was refused, with the personal link to hand over. */
  unreached: { name: string; link: string | null; why: string }[];
}

export interface LaunchUpdateInput {
  /** Codes on «Педагоги». */
  people: readonly string[];
  deadline: string;
}

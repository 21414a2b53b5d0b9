// What the sidebar «Итоговый опрос» shows and sends back, as plain data. No zod here: the browser uses it too.
import type { Decisions } from "../bank/decisionsView";
import type { JobProgress } from "../jobs/jobs";

/** How one of the two questionnaires stands. */
export interface SurveyRound {
  questionnaire: string;
  name: string;
  /** Code on «Анкеты»; null before the survey is launched. */
  form: string | null;
  status: string | null;
  /** «2027-05-20» */
  deadline: string | null;
  link: string | null;
  editLink: string | null;
  /** People of this side who would be asked now, at most. */
  audience: number;
  invited: number;
  answered: number;
  /** Letters not sent yet. */
  waiting: number;
  /** Letters refused, or people without an address: names, for handing the link over in person. */
  unreached: { name: string; link: string | null; why: string }[];
}

/** What the sidebar opens with. */
export interface SurveysView {
  schoolYear: string;
  /** The deadline to begin with: «2027-05-31» */
  proposedDeadline: string;
  rounds: SurveyRound[];
  /** Pairs in force, and pairs that ended this school year. */
  pairs: { active: number; ended: number };
  /** Answers whose author the curator has to name. */
  decisions: Decisions;
  /** Who may be named as an author; nobody where nothing is to be decided. */
  authors: { code: string; fullName: string }[];
}

/** Whom to ask: pairs in force only, or those that ended this year too. */
export interface LaunchInput {
  /** «2027-05-20» */
  deadline: string;
  whom: "active" | "all";
}

/** What launching or reminding has set going; the sidebar drives the jobs. */
export interface SurveyStarted {
  invited: number;
  jobs: JobProgress[];
}

/** What pulling brought. */
export interface SurveyPulled {
  taken: number;
  late: number;
  toDecide: number;
  /** Forms that are gone, with what to do, in Russian. */
  lost: string[];
  /** The account that owns the forms and gathers the answers in the background, if the one at work cannot. */
  gatheredBy: string | null;
}

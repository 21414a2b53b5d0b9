// What the page «Ход пар» shows and sends back, as plain data. No zod here: the browser uses it too.
import type { EndReason } from "../../pairing/endReasons";
import type { PairStep } from "../../pairing/pairLife";

export type { EndReason, PairStep };

/** What a pair waits for, in the order of urgency. */
export type CourseGroup =
  "broken" | "overdue" | "toReplace" | "council" | "consents" | "order" | "soon" | "paused" | "active" | "over";

/** A pair in the list. */
export interface CoursePair {
  code: string;
  mentorName: string;
  menteeNames: string;
  status: string;
  group: CourseGroup;
  /** One line: what is missing, until when. */
  why: string;
  /** Whether the council may recommend it now. */
  recommendable: boolean;
}

/** What the page opens with. */
export interface CourseView {
  today: string;
  pairs: CoursePair[];
  /** Rows of the bank that cannot be read: their pairs are not here. */
  problems: number;
}

/** What becomes of the programme. */
export type ProgrammeFate = "stop" | "continue" | "finishEarly";
/** What becomes of a mentee. */
export type MenteeNext = "waitsAgain" | "finished";

/** A pair that was opened. */
export interface PairCourse {
  code: string;
  today: string;
  mentor: { code: string; name: string };
  mentees: { code: string; name: string }[];
  status: string;
  /** «педагог — педагог; традиционное» */
  about: string;
  directions: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  /** A notice that has been given and not carried out yet. */
  notice: { on: string | null; reason: string } | null;
  /** What is wrong with the pair as it stands. */
  broken: string | null;
  steps: PairStep[];
  history: { on: string | null; what: string }[];
  papers: { what: string; link: string | null }[];
  lacking: string[];
  programme: { code: string; status: string; done: number; activities: number } | null;
  /** An early end that no signed order tells of yet. */
  wantsEndingOrder: boolean;
  noticeDays: number;
  /** The duties end with the contract: nobody has to be warned. */
  mentorDismissed: boolean;
}

export interface RecommendInput {
  pairs: readonly string[];
  minutes: string;
  on: string;
}
export interface ConsentsSigned {
  pairs: readonly string[];
  on: string;
  paper: string;
}
export interface PauseInput {
  pairs: readonly string[];
  on: string;
  until: string | null;
  why: string;
}
export interface FinishInput {
  pairs: readonly string[];
  on: string;
  /** Whether the programme was completed. */
  completed: boolean;
}
export interface EndInput {
  pair: string;
  reason: EndReason;
  noticeOn: string | null;
  lastDay: string;
  /** The mentor who refuses has agreed to an earlier day. */
  agreed: boolean;
  /** The only one who leaves a group; null ends the pair. */
  mentee: string | null;
  programme: ProgrammeFate;
  mentees: Readonly<Record<string, MenteeNext>>;
}
export interface ReplaceInput {
  pair: string;
  mentor: string;
  /** First day of the new pair; the old one ends on the day before. */
  from: string;
  reason: EndReason;
  noticeOn: string | null;
  agreed: boolean;
  programme: ProgrammeFate;
}

/** What was done, in Russian. */
export interface CourseDone {
  said: string[];
  /** Code of a new pair, if there is one. */
  pair: string | null;
}

/** A mentor who could take the pair over. */
export interface Replacement {
  mentor: string;
  name: string;
  directions: string[];
  /** What speaks for the mentor, and against. */
  pro: string[];
  contra: string[];
}

export interface Replacements {
  candidates: Replacement[];
  /** Why there are none. */
  nobody: string[];
}

// What the card's parts on leaving and withdrawal show and send back, as plain data. No zod here: the browser uses it too.
import type { Role } from "../bank/consentRules";

/** What may be done with a pair when one of its people leaves, is away, comes back, or takes a consent back. */
export type PairChoice = "close" | "handOver" | "pause" | "resume" | "leave";

/** A pair to decide on. */
export interface PairToSettle {
  /** Code on «Пары». */
  code: string;
  /** The role that the person has in it. */
  role: Role;
  /** «Ландышева В. П. — Снегирёва А. О.» */
  title: string;
  status: string;
  /** The proposed one first. */
  choices: { value: PairChoice; label: string }[];
  /** What to observe, in Russian: the notice of the Labour Code, the programme that ends with the pair. */
  notes: string[];
}

/** The curator's decisions by the code of the pair; a pair that is left out gets the proposed one. */
export type PairDecisions = Readonly<Record<string, PairChoice>>;

/** A step of the life cycle with what it needs to know; days as «2027-03-15». */
export interface StatusInput {
  role: Role;
  /** Code on «Наставники» or «Наставляемые». */
  code: string;
  status: string;
  approvedOn?: string | null;
  approvalPaper?: string | null;
  trainedOn?: string | null;
  training?: string | null;
  recommendation?: string | null;
  support?: string | null;
  completion?: "да" | "нет" | "досрочно" | null;
}

/** The occasions in the words of the column «Занятость»; «работает» is the return. */
export type LeavingKind = "уволен" | "длительно отсутствует" | "работает";

export interface LeavingInput {
  /** Code on «Педагоги». */
  person: string;
  kind: LeavingKind;
  /** The last day of work, or the first of the absence or after it: «2027-03-15». */
  from: string;
  /** When an absence is expected to end. */
  until: string | null;
}

/** What follows, in Russian sentences. Nothing of it is done yet. */
export interface LifePlan {
  fullName: string;
  pairs: PairToSettle[];
  /** What the program will do by itself. */
  follows: string[];
  /** What people have to do. */
  toDo: string[];
  /** Why it cannot be done today; null if it can. */
  notYet: string | null;
}

export interface WithdrawalInput {
  /** Code on «Согласия». */
  consent: string;
  /** «2027-03-15» */
  on: string;
  /** The written statement: date, number, or where it lies. */
  paper: string | null;
}

/** What was done, in Russian sentences. */
export interface LifeDone {
  done: string[];
}

// What the sidebar «Карточка педагога» shows and sends back, as plain data. No zod here: the browser uses it too.
import type { ConsentKind, Role } from "../bank/consentRules";

/** A place in the workbook to jump to: the tab and the record's own code. */
export interface Place {
  tab: string;
  code: string;
}

/** Somebody to choose, with what tells two people of one name apart. */
export interface PersonChoice {
  /** Code on «Педагоги». */
  code: string;
  fullName: string;
  /** «учитель, математика» */
  post: string;
}

/** Which card to open: somebody by the code, or whoever stands in the rows that are selected. */
export type CardWanted = { person: string } | { selected: true };

/** What opening gives: a card, or people to choose from, or why there is nobody. */
export interface CardOpened {
  card: PersonCard | null;
  /** The people of the selected rows where there are several; empty where the card is clear. */
  choices: PersonChoice[];
  /** Why there is no card, and what to do, in Russian; null where there is one. */
  nobody: string | null;
}

/** How a written consent stands on the day. */
export type ConsentState = "действует" | "истекает" | "истекло" | "отозвано" | "ещё не начало действовать";

/** A consent that was recorded. Days as «2026-09-01». */
export interface ConsentOfPerson {
  /** Code on «Согласия». */
  code: string;
  kind: ConsentKind;
  state: ConsentState;
  givenOn: string;
  validUntil: string | null;
  withdrawnOn: string | null;
  paper: string | null;
}

/** Another status of a role, and whether it may follow now. */
export interface StatusStep {
  to: string;
  /** Why not, in Russian; null where it may follow. */
  against: string | null;
}

/** What the mentor's row says. */
export interface MentorRole {
  /** Code on «Наставники». */
  code: string;
  status: string | null;
  steps: StatusStep[];
  joinedOn: string | null;
  approvedOn: string | null;
  trainedOn: string | null;
  competences: readonly string[];
  achievements: string | null;
  interests: string | null;
  wishedCategories: readonly string[];
  hoursPerMonth: number | null;
  /** The row's own; null where the school's holds. */
  capacity: number | null;
  /** Mentees in pairs that are proposed or in force. */
  load: number;
  formats: readonly string[];
  recommendation: string | null;
  note: string | null;
}

/** What the mentee's row says. */
export interface MenteeRole {
  /** Code on «Наставляемые». */
  code: string;
  status: string | null;
  steps: StatusStep[];
  category: string | null;
  request: string | null;
  difficulties: readonly string[];
  strengths: string | null;
  preferredFormat: string | null;
  /** Days without a mentor; null where nobody is waited for. */
  waitingDays: number | null;
  waitingSince: string | null;
  support: string | null;
  joinedOn: string | null;
  completion: string | null;
  results: string | null;
  updatedOn: string | null;
  note: string | null;
}

/** A pair in which the person stands or stood. */
export interface PairOfPerson {
  /** Code on «Пары». */
  code: string;
  /** The person's own role in it. */
  role: Role;
  status: string | null;
  /** Proposed or in force; false once it has ended. */
  standing: boolean;
  mentoringForm: string | null;
  partners: PersonChoice[];
  directions: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  endReason: string | null;
}

/** What the curator can press to get on: each does something or opens where it is done. */
export type CardAction =
  | { do: "giveRole"; role: Role }
  | { do: "moveStatus"; role: Role; to: string }
  | { do: "approve" }
  | { do: "recordConsents"; kinds: readonly ConsentKind[] }
  | { do: "remind"; invitation: string }
  | { do: "makeProgramme"; pair: string }
  | { do: "openPage"; page: "openPairing" | "openOrder" | "openProgrammes" | "openIntake" | "openSurveys" }
  | { do: "leave" }
  | { do: "withdraw" }
  | { do: "confirm" }
  | { do: "showRow"; place: Place };

/** A sentence about the person with what to do about it. */
export interface CardStep {
  /** Which rule says so. */
  key: string;
  /** What to do, as a button says it: «Записать согласия». */
  label: string;
  /** Why, one sentence. */
  why: string;
  /** The day by which, «2026-09-01»; null where there is none. */
  due: string | null;
  overdue: boolean;
  action: CardAction;
}

/** Everything about one person that opens at once. */
export interface PersonCard {
  /** The day in the workbook's time zone, for forms: «2026-09-07». */
  today: string;
  /** Code on «Педагоги». */
  code: string;
  fullName: string;
  post: string | null;
  subject: string | null;
  experienceYears: number | null;
  category: string | null;
  education: string | null;
  birthYear: number | null;
  email: string | null;
  phone: string | null;
  kind: string | null;
  workplace: string | null;
  hiredOn: string | null;
  employment: string | null;
  awayFrom: string | null;
  awayUntil: string | null;
  updatedOn: string | null;
  note: string | null;
  mentor: MentorRole | null;
  mentee: MenteeRole | null;
  pairs: PairOfPerson[];
  consents: ConsentOfPerson[];
  /** Kinds that the person's roles need and that are not in force. */
  missingConsents: ConsentKind[];
  /** What is not filled in, in words. */
  missing: string[];
  /** What to do, the most pressing first. */
  steps: CardStep[];
  /** Where the person stands in the workbook. */
  places: Place[];
}

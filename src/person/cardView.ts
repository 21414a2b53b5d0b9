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
  /** What the status claims and the facts deny, in Russian; null if nothing. */
  broken: string | null;
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
  /** What the status claims and the facts deny, in Russian; null if nothing. */
  broken: string | null;
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
  /** How far it has come: proposed, assigned by an order, ended. */
  stage: "planned" | "inForce" | "over";
  mentoringForm: string | null;
  /** One meeting: no personalised programme belongs to it. */
  single: boolean;
  partners: PersonChoice[];
  directions: readonly string[];
  startsOn: string | null;
  endsOn: string | null;
  endReason: string | null;
}

/** Pages that a step leads to, by the names that the menu calls. */
export type PageToOpen = "openPairing" | "openOrder" | "openProgrammes" | "openIntake" | "openSurveys";

/** What the curator can press to get on: each does something or opens where it is done. */
export type CardAction =
  | { do: "giveRole"; role: Role }
  | { do: "moveStatus"; role: Role; to: string }
  | { do: "recordConsents"; kinds: readonly ConsentKind[] }
  | { do: "invite"; questionnaire: string; deadline: string }
  | { do: "remind"; invitation: string }
  | { do: "makeProgramme"; pair: string }
  | { do: "openPage"; page: PageToOpen }
  /** The kind of paper in «Документы», about this person. */
  | { do: "openPaper"; kind: string }
  | { do: "openLink"; link: string }
  | { do: "leave" }
  | { do: "withdraw" }
  | { do: "confirm" }
  | { do: "showRow"; place: Place };

/** One thing to do about the person. */
export interface CardStep {
  /** Place in the table of rules: the smaller, the more pressing. */
  rank: number;
  /** Which rule says so, and about what; no two steps have the same. */
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

/** A personalised programme of one of the person's pairs. */
export interface ProgrammeOfPerson extends Place {
  pair: string;
  status: string | null;
  /** «14.09.2026 — 31.05.2027» */
  term: string;
  done: number;
  activities: number;
  /** Activities past their day and not marked, and the code of the first. */
  overdue: number;
  firstOverdue: string | null;
  link: string | null;
}

/** A paper that is about the person. */
export interface PaperOfPerson extends Place {
  /** «Приказ № 3-н/2026 от 14.09.2026» */
  title: string;
  status: string | null;
  link: string | null;
  /** Still a draft, and one that has to be signed; blank consents are kept on the tab of consents. */
  toSign: boolean;
}

/** A questionnaire to which the person was invited. */
export interface QuestionnaireOfPerson extends Place {
  title: string;
  /** Code of the pair that it is about; null where it is about none. */
  about: string | null;
  status: string | null;
  /** Days, «2026-09-14». */
  sentOn: string | null;
  remindedOn: string | null;
  answeredOn: string | null;
  /** The form still takes answers. */
  open: boolean;
  reminders: number;
  link: string | null;
  trouble: string | null;
}

/** How hard a direction is: 0 — no trouble, 3 — needs help. */
export interface DifficultyOfPerson {
  direction: string;
  severity: number;
}

/** What `CardMore` is asked about: the card says it, so that the tables it comes from are not read twice. */
export interface MoreAsked {
  /** Code on «Педагоги». */
  person: string;
  isMentee: boolean;
  mentor: { capacity: number | null; load: number; mayHaveMore: boolean } | null;
  /** Codes of all the person's pairs. */
  pairs: readonly string[];
  /** Codes of those in force, which need a programme. */
  inForce: readonly string[];
  /** Pairs in force that end soon, with the names of the other side. */
  ending: readonly { pair: string; partners: string; endsOn: string }[];
  /** Questionnaires that would bring the person on. */
  questionnaires: readonly string[];
}

/** What takes longer to look up and is shown when it has come. */
export interface CardMore {
  /** How many mentees the mentor may have in all; null for those who are no mentors. */
  capacity: number | null;
  difficulties: DifficultyOfPerson[];
  /** What was asked for in the person's own words beside the mentee's row, the latest first. */
  requests: { wording: string; doneOn: string; urgency: string | null; decision: string | null }[];
  programmes: ProgrammeOfPerson[];
  papers: PaperOfPerson[];
  questionnaires: QuestionnaireOfPerson[];
  steps: CardStep[];
}

/** Everything about one person that opens at once. */
export interface PersonCard {
  /** No code led here, only the full name of the row: worth a look. */
  byName: boolean;
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
  /** What to do, the most pressing first; what comes of programmes and questionnaires follows with `CardMore`. */
  steps: CardStep[];
  /** Steps of this rank and before it stay in front whatever `CardMore` brings. */
  sureRank: number;
  /** Where the person stands in the workbook. */
  places: Place[];
  /** To be handed on to `loadCardMore`. */
  ask: MoreAsked;
}

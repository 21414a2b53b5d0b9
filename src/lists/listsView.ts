// What the sidebar «Поиск и списки» shows and sends back, as plain data. No zod here: the browser uses it too.

/** A direction of difficulty; the degree 1–3 is known once the diagnoses have been read. */
export interface ListedDifficulty {
  direction: string;
  severity: number | null;
}

/** A person as a mentor of the bank. */
export interface ListedMentor {
  code: string;
  status: string | null;
  competences: readonly string[];
  /** Mentees now, and how many there may be. */
  load: number;
  capacity: number;
  /** May be given mentees now. */
  available: boolean;
  /** On a pause, or away for long. */
  paused: boolean;
  /** Written consents that are not in force. */
  lacking: readonly string[];
}

/** A person as a mentee of the bank. */
export interface ListedMentee {
  code: string;
  status: string | null;
  category: string | null;
  /** The hardest first. */
  difficulties: readonly ListedDifficulty[];
  /** Waits for a mentor. */
  waiting: boolean;
  /** Null where nobody has written down since when. */
  waitingDays: number | null;
  /** Accompanied without a pair; `support` says by whom. */
  supported: boolean;
  support: string | null;
  /** Names of the mentors now; "" if there are none. */
  mentors: string;
  paused: boolean;
  lacking: readonly string[];
}

/** Somebody from «Педагоги» with what the lists ask about; no contacts, no notes. */
export interface ListedPerson {
  code: string;
  fullName: string;
  post: string;
  subject: string;
  /** In years; null if unknown. */
  experience: number | null;
  qualification: string;
  /** Within the first years of teaching, by the school's setting. */
  young: boolean;
  dismissed: boolean;
  /** Has taken back the consent to the use of personal data: is in no paper. */
  withdrawn: boolean;
  mentor: ListedMentor | null;
  mentee: ListedMentee | null;
}

/** What the sidebar opens with. */
export interface ListsView {
  people: ListedPerson[];
}

/** What narrows a list; "" and 0 narrow nothing. */
export interface ListFilters {
  /** Part of a name, post or subject. */
  query: string;
  direction: string;
  category: string;
  status: string;
  /** Mentors with at least so many free places. */
  freePlaces: number;
  /** Mentees who have waited at least so many days. */
  waitingDays: number;
}

export const NO_FILTERS: ListFilters = {
  query: "",
  direction: "",
  category: "",
  status: "",
  freePlaces: 0,
  waitingDays: 0,
};

export interface ExtractInput {
  /** Key of a ready list. */
  list: string;
  filters: ListFilters;
}

/** An extract for the council that was made or brought up to date. */
export interface ExtractMade {
  /** Code on «Документы». */
  document: string;
  link: string | null;
  rows: number;
  /** People who are not named in it because they have taken their consent back. */
  withheld: number;
  warnings: string[];
}

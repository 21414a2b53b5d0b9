// What the sidebar «Программы пар» shows and sends back, as plain data. No zod here: the browser uses it too.

/** A pair and how far its programme has come. */
export interface PairProgramme {
  pair: string;
  mentorName: string;
  menteeNames: string;
  pairStatus: string;
  /** Null where there is none yet. */
  programme: {
    code: string;
    status: string;
    /** «14.09.2026 — 31.05.2027» */
    term: string;
    activities: number;
    done: number;
    /** Past their day and not done. */
    overdue: number;
    link: string | null;
  } | null;
  /** What the programme will be about: directions, the hardest first. */
  directions: readonly string[];
  /** True if no diagnosis is there: the programme will begin with finding out. */
  undiagnosed: boolean;
}

/** What the sidebar opens with. */
export interface ProgrammesView {
  pairs: PairProgramme[];
}

/** A programme that was made or brought up to date. */
export interface ProgrammeMade {
  programme: string;
  /** True if the rows are new; false if the curator's own were kept. */
  drafted: boolean;
  link: string | null;
  warnings: string[];
}

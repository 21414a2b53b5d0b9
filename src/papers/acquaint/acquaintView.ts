// What the part «Ознакомление» of the sidebar «Документы» is told, as plain JSON.
import type { Decisions } from "../../bank/decisionsView";
import type { SENT_AS } from "../../documents/acquaintances.table";
import type { JobProgress } from "../../jobs/jobs";
import type { CalendarDate } from "../../workbook/calendarDate";

export type SentAs = (typeof SENT_AS)[keyof typeof SENT_AS];

/** Somebody on the list of a document. */
export interface AcquaintedPerson {
  code: string;
  name: string;
  post: string;
  /** «2026-09-16»; null while they have not been acquainted. */
  on: CalendarDate | null;
  /** «форма» or «подпись»; "" while they have not been. */
  way: string;
  /** Day of the letter; null while none has left. */
  sentOn: CalendarDate | null;
  deadline: CalendarDate | null;
  reminders: number;
  /** Why no letter can be sent; "" where it can. Such people sign the printed sheet. */
  onPaper: string;
  /** Long away: a letter may be sent, a signature comes later. */
  away: boolean;
  /** What went wrong with the letter; "" if nothing. */
  trouble: string;
}

/** Everything about one document. */
export interface AcquaintanceView {
  document: string;
  /** «Приказ от 14 сентября 2026 г. № 84-02 «О закреплении…»» */
  name: string;
  /** Null for a draft. */
  signedOn: CalendarDate | null;
  today: CalendarDate;
  /** Why nobody can be asked, and what to do; "" if people can. */
  closed: string;
  people: AcquaintedPerson[];
  /** Workers who are not on the list and may be put on it. */
  others: { code: string; name: string; post: string }[];
  proposedDeadline: CalendarDate;
  /** Letters and the form name nobody and bring no document. */
  codeOnly: boolean;
  /** For the preview of the letter. */
  letter: {
    schoolName: string;
    curatorName: string | null;
    curatorEmail: string | null;
    document: string;
    documentLink: string | null;
  };
  jobs: JobProgress[];
  /** The printed sheet made last; null if there is none. */
  sheet: string | null;
  decisions: Decisions;
}

export interface SendAcquaintanceInput {
  document: string;
  people: string[];
  how: "pdf" | "link";
  deadline: string;
}

export interface MarkAcquaintedInput {
  document: string;
  people: string[];
  on: string;
}

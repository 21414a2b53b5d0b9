// Why a pair ends before its time (domain §3.4), and how long beforehand the mentor is warned. No zod: the browser uses it too.
import { addWorkingDays } from "../school/workingDays";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";

export const END_REASON = {
  planDone: "выполнен план",
  mentor: "инициатива наставника",
  mentee: "инициатива наставляемого",
  mutual: "обоюдно",
  curator: "инициатива куратора",
  employer: "отмена работодателем",
  dismissal: "увольнение",
} as const;
export type EndReason = (typeof END_REASON)[keyof typeof END_REASON];

/** ТК РФ ст. 351.8: no fewer, whatever «Настройки» say. */
export const LEAST_NOTICE_DAYS = 3;

/** The register's key of the order that tells of an early end. */
export const ENDING_ORDER_PAPER = "endingOrder";

/**
 * Who warns whom. «always»: the employer takes the duties back, the law's term holds. «unlessAgreed»: the mentor refuses;
 * the law does not say how long beforehand, so the same term holds unless the two agree on an earlier day. «none»: both
 * agree, or the contract itself ends.
 */
type Notice = "always" | "unlessAgreed" | "none";

interface Ending {
  reason: EndReason;
  notice: Notice;
  /** What follows most often: the mentees are done, or wait for another mentor. */
  menteesDone: boolean;
}

/** Every reason, in the order in which a form offers them. */
export const ENDINGS: readonly Ending[] = [
  { reason: END_REASON.planDone, notice: "always", menteesDone: true },
  { reason: END_REASON.mentor, notice: "unlessAgreed", menteesDone: false },
  { reason: END_REASON.mentee, notice: "always", menteesDone: false },
  { reason: END_REASON.mutual, notice: "none", menteesDone: false },
  { reason: END_REASON.curator, notice: "always", menteesDone: false },
  { reason: END_REASON.employer, notice: "always", menteesDone: false },
  { reason: END_REASON.dismissal, notice: "none", menteesDone: false },
];

/** How the notice stands for a reason; a reason in the curator's own words asks for none. */
export function noticeFor(reason: string | null): Notice {
  return ENDINGS.find((ending) => ending.reason === reason)?.notice ?? "none";
}

/** The earliest last day of a pair whose mentor was warned on a day: the day of warning is not counted (ТК РФ ст. 14). */
export function earliestLastDay(noticeOn: CalendarDate, days: number): CalendarDate {
  return addWorkingDays(noticeOn, Math.max(days, LEAST_NOTICE_DAYS));
}

/** What the form for ending a pair is filled in with. */
export interface NoticeGiven {
  reason: string;
  noticeOn: CalendarDate | null;
  lastDay: CalendarDate;
  /** The mentor who refuses has agreed to an earlier day. */
  agreed: boolean;
}

/** Why the last day may not be so early, as a whole sentence; null if it may. */
export function againstNotice({ reason, noticeOn, lastDay, agreed }: NoticeGiven, days: number): string | null {
  const notice = noticeFor(reason);
  if (notice === "none" || (notice === "unlessAgreed" && agreed)) return null;
  if (noticeOn === null) return "Укажите, когда наставника предупредили письменно (ТК РФ, ст. 351.8).";
  const earliest = earliestLastDay(noticeOn, days);
  if (lastDay >= earliest) return null;
  return `Последний день — не раньше ${formatDate(earliest)}: ${noticeOn === lastDay ? "предупреждение" : "предупреждение было"} ${formatDate(noticeOn)}, а нужно не меньше ${workingDays(days)} (ТК РФ, ст. 351.8).`;
}

/** «3 рабочих дней», in the genitive. */
function workingDays(days: number): string {
  const count = Math.max(days, LEAST_NOTICE_DAYS);
  return count % 10 === 1 && count % 100 !== 11 ? `${count} рабочего дня` : `${count} рабочих дней`;
}

// Moves one mentor or mentee to another status: the guards first, then the row, the pairs, the columns that follow.
import { againstStep, mentorFacts, menteeFacts, statusAfterPause, WAITING } from "../bank/lifeCycle";
import type { Role } from "../bank/consentRules";
import { MENTEE_STATUS, MENTEE_STATUSES, mentees, type Mentee } from "../bank/mentees.table";
import { MENTOR_STATUS, MENTOR_STATUSES, mentors, type Mentor } from "../bank/mentors.table";
import { EMPLOYMENT, people } from "../bank/people.table";
import { Stop } from "../google/stop";
import { refreshBankColumns } from "../pairing/bankColumns";
import { pausePairs, resumePairs } from "../pairing/endPairs";
import { pairs, PAIR_STATUS, type Pair } from "../pairing/pairs.table";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { aroundFinder } from "./lifeFacts";

/** What the step needs to know and the row may not hold yet; what is left out or empty stays as it is. */
export interface StatusDetails {
  /** «утверждён»: the head's decision. */
  approvedOn?: CalendarDate | null | undefined;
  approvalPaper?: string | null | undefined;
  /** «обучен» */
  trainedOn?: CalendarDate | null | undefined;
  training?: string | null | undefined;
  /** «рекомендован»: minutes of the council. */
  recommendation?: string | null | undefined;
  /** «сопровождение без пары»: who. */
  support?: string | null | undefined;
  /** «завершил»: whether the programme was completed. */
  completion?: Mentee["completion"] | undefined;
}

export interface StatusMove extends StatusDetails {
  role: Role;
  /** Code on «Наставники» or «Наставляемые». */
  code: string;
  status: string;
}

export interface StatusMoved {
  status: string;
  /** What else has changed, in Russian. */
  also: string[];
}

/**
 * Moves somebody to another status. Repeatable; the status that is there already only takes the details.
 *
 * @throws Stop with every reason if the step may not be made; then nothing is written
 */
export function moveStatus(wb: Workbook, move: StatusMove): StatusMoved {
  refuseFuture(wb, [move.approvedOn, move.trainedOn]);
  const moved = move.role === "mentor" ? moveMentor(wb, move) : moveMentee(wb, move);
  refreshBankColumns(wb);
  wb.note({ what: `Статус изменён на «${moved.status}»`, records: [move.code] });
  return moved;
}

function moveMentor(wb: Workbook, move: StatusMove): StatusMoved {
  const mentor = wb.find(mentors, move.code);
  if (!mentor) throw gone(mentors.tab, move.code);
  const status = oneOf(MENTOR_STATUSES, move.status);
  const { approvedOn, trainedOn } = move;
  const patch = {
    ...given({ approvedOn, trainedOn }),
    ...given({ approvalPaper: words(move.approvalPaper), training: words(move.training) }),
    ...given({ recommendation: words(move.recommendation) }),
  };
  const row = { ...mentor, ...patch };
  refuse(wb, mentor, againstStep("mentor", mentor.status, status, mentorFacts(row, aroundFinder(wb)(mentor))), status);
  const approved = status === MENTOR_STATUS.approved ? { joinedOn: mentor.joinedOn ?? row.approvedOn ?? wb.today } : {};
  // The pairs come first: as long as the status is the former one, a repeated command sees what it has to do with them.
  const also = movePairs(wb, mentor, status);
  if (also.length > 0) wb.save();
  wb.update(mentors, mentor.code, { ...patch, ...approved, status });
  return { status, also };
}

function moveMentee(wb: Workbook, move: StatusMove): StatusMoved {
  const mentee = wb.find(mentees, move.code);
  if (!mentee) throw gone(mentees.tab, move.code);
  const status = oneOf(MENTEE_STATUSES, move.status);
  const patch = {
    ...given({ support: words(move.support), completion: move.completion }),
    ...(status === mentee.status ? {} : waitingFrom(mentee, status, wb.today)),
  };
  const row = { ...mentee, ...patch };
  refuse(wb, mentee, againstStep("mentee", mentee.status, status, menteeFacts(row, aroundFinder(wb)(mentee))), status);
  wb.update(mentees, mentee.code, { ...patch, status });
  return { status, also: [] };
}

/** Whoever goes on waiting keeps the first day of it; whoever begins again waits from today. */
function waitingFrom(
  mentee: Pick<Mentee, "status" | "waitingSince">,
  status: string,
  today: CalendarDate,
): { waitingSince?: CalendarDate } {
  if (!WAITING.includes(status)) return {};
  const goesOn = WAITING.includes(mentee.status) || mentee.status === MENTEE_STATUS.supported;
  return { waitingSince: goesOn ? (mentee.waitingSince ?? today) : today };
}

/** A mentor's pause stops the pairs at work; the return puts back those whose mentees are there. */
function movePairs(wb: Workbook, mentor: Mentor, status: Mentor["status"]): string[] {
  const own = wb.all(pairs).filter((pair) => pair.mentor === mentor.code);
  if (status === MENTOR_STATUS.paused) {
    const atWork = own.filter((pair) => pair.status === PAIR_STATUS.active);
    pausePairs(wb, codesOf(atWork), wb.today);
    return atWork.map((pair) => `Пара ${pair.code} приостановлена.`);
  }
  if (mentor.status !== MENTOR_STATUS.paused || status === MENTOR_STATUS.left) return [];
  const waiting = own.filter((pair) => pair.status === PAIR_STATUS.paused);
  const back = waiting.filter((pair) => againstResuming(wb, pair, mentor.code) === null);
  resumePairs(wb, codesOf(back), wb.today);
  return waiting.map((pair) => {
    const reason = againstResuming(wb, pair, mentor.code);
    return reason === null ? `Пара ${pair.code} возобновлена.` : `Пара ${pair.code} не возобновлена: ${reason}.`;
  });
}

/**
 * Why a paused pair cannot go on, in Russian; null if it can.
 *
 * @param back code on «Наставники» or «Наставляемые» of whoever comes back and is not judged by the row as it stands
 */
export function againstResuming(wb: ReadOnlyWorkbook, pair: Pair, back: string | null = null): string | null {
  if (pair.endsOn !== null && pair.endsOn < wb.today) return `срок пары истёк ${formatDate(pair.endsOn)}`;
  const mentor = wb.find(mentors, pair.mentor);
  const persons = [mentor, ...pair.mentees.map((code) => wb.find(mentees, code))].filter((row) => row?.code !== back);
  const absent = persons
    .flatMap((row) => (row ? (wb.find(people, row.person) ?? []) : []))
    .find(({ employment }) => employment === EMPLOYMENT.away || employment === EMPLOYMENT.dismissed);
  if (absent) return `${absent.fullName} — занятость «${absent.employment ?? ""}»`;
  const idle = back !== pair.mentor && mentor?.status === MENTOR_STATUS.paused;
  return idle ? "у наставника статус «пауза»" : null;
}

/** The status that a mentor has after a pause. */
export function statusOfReturned(wb: ReadOnlyWorkbook, mentor: Mentor): Mentor["status"] {
  return statusAfterPause(mentorFacts(mentor, aroundFinder(wb)(mentor)));
}

function codesOf(own: readonly Pair[]): string[] {
  return own.map(({ code }) => code);
}

function words(text: string | null | undefined): string | null {
  const typed = (text ?? "").trim();
  return typed === "" ? null : typed;
}

/** Without what is empty: nothing that the row holds is erased. */
function given<T extends Readonly<Record<string, unknown>>>(details: T): { [K in keyof T]?: NonNullable<T[K]> } {
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== null && value !== undefined)) as {
    [K in keyof T]?: NonNullable<T[K]>;
  };
}

function refuseFuture(wb: ReadOnlyWorkbook, days: readonly (CalendarDate | null | undefined)[]): void {
  const ahead = days.find((day) => day !== null && day !== undefined && day > wb.today);
  if (ahead)
    throw new Stop(
      `Дата ${formatDate(ahead)} ещё не наступила.`,
      "Укажите день, когда решение принято или обучение прошло.",
    );
}

function refuse(
  wb: ReadOnlyWorkbook,
  { code, person, fullName }: { code: string; person: string; fullName: string | null },
  against: string | null,
  status: string | null,
): void {
  if (against === null) return;
  const name = wb.find(people, person)?.fullName ?? fullName ?? code;
  throw new Stop(
    `Статус «${status ?? ""}» не поставлен (${name}): ${against}.`,
    "Исправьте то, что названо, и повторите.",
  );
}

function gone(tab: string, code: string): Stop {
  return new Stop(`На вкладке «${tab}» нет кода ${code}.`, "Закройте панель, откройте её снова и повторите.");
}

function oneOf<S extends string>(statuses: readonly S[], status: string): S {
  const known = statuses.find((candidate) => candidate === status);
  if (known === undefined)
    throw new Stop(`Статуса «${status}» нет.`, "Закройте панель, откройте её снова и выберите статус из списка.");
  return known;
}

// What becomes of the mentees of a pair that is over: done, or waiting for another mentor.
import { COMPLETION, mentees, MENTEE_STATUS, type Mentee } from "../../bank/mentees.table";
import { EMPLOYMENT, people } from "../../bank/people.table";
import { isInForce, isPlanned } from "../../pairing/pairStates";
import { pairs, type Pair } from "../../pairing/pairs.table";
import type { CalendarDate } from "../../workbook/calendarDate";
import type { PatchOf } from "../../workbook/table";
import type { ReadOnlyWorkbook, Workbook } from "../../workbook/workbook";
import type { MenteeNext } from "./courseView";

/** What is to become of them. */
export interface Afterwards {
  on: CalendarDate;
  next: (mentee: string) => MenteeNext;
  completion: NonNullable<Mentee["completion"]>;
  /** Codes of pairs that are over together with this one. */
  over: ReadonlySet<string>;
}

/**
 * Moves the mentees on. Whoever has another pair in force stays with it; whom a new pair awaits waits for its order;
 * a mark of completion that the curator has made stays. Repeatable. @returns what was done, in Russian
 */
export function moveMenteesOn(wb: Workbook, pair: Pair, only: string | null, after: Afterwards): string[] {
  return pair.mentees
    .filter((code) => only === null || code === only)
    .flatMap((code) => {
      const mentee = wb.find(mentees, code);
      const patch = mentee ? patchOf(wb, mentee, after) : null;
      if (!mentee || patch === null) return [];
      wb.update(mentees, code, patch);
      return [`${mentee.fullName ?? code}: статус «${patch.status ?? ""}».`];
    });
}

function patchOf(
  wb: ReadOnlyWorkbook,
  mentee: Mentee,
  { on, next, completion, over }: Afterwards,
): PatchOf<typeof mentees> | null {
  const others = wb.all(pairs).filter((pair) => pair.mentees.includes(mentee.code) && !over.has(pair.code));
  if (others.some(isInForce) || wb.find(people, mentee.person)?.employment === EMPLOYMENT.dismissed) return null;
  if (next(mentee.code) === "finished" && !others.some(isPlanned))
    return { status: MENTEE_STATUS.finished, completion: mentee.completion ?? completion };
  return { status: MENTEE_STATUS.waitingAgain, waitingSince: on };
}

/** The mark of a pair that has come to its end. */
export function completionOf(completed: boolean): NonNullable<Mentee["completion"]> {
  return completed ? COMPLETION.yes : COMPLETION.no;
}

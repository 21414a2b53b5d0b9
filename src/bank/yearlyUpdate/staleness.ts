// Whose information has to be brought up to date: nobody has confirmed it for a year, or ever.
import { addMonths, type CalendarDate, formatDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { MENTEE_STATUS, mentees } from "../mentees.table";
import { EMPLOYMENT, people, type Person } from "../people.table";

/** The curator brings the information up to date at least once a year (source 4, clause 3.4). */
const FRESH_MONTHS = 12;

/** Their request has been settled: only what is known of the worker grows old. */
const REQUEST_SETTLED: readonly (string | null)[] = [MENTEE_STATUS.finished, MENTEE_STATUS.refused];

/** Somebody whose information is out of date. */
export interface StalePerson {
  person: Person;
  /** The record that has grown old: the one of the worker, or of the mentee where that alone has. */
  table: typeof people | typeof mentees;
  /** Its code. */
  code: string;
  /** The last day on which it was brought up to date; null if that never happened. */
  since: CalendarDate | null;
  /** «сведения не обновлялись с 01.09.2025», in Russian. */
  what: string;
}

/**
 * Everybody who has not left and whose information is older than a year: the oldest first, those never confirmed
 * before all others. Reads «Педагоги» and «Наставляемые».
 */
export function staleness(wb: Pick<ReadOnlyWorkbook, "all" | "today">): StalePerson[] {
  const border = addMonths(wb.today, -FRESH_MONTHS);
  const isStale = (day: CalendarDate | null): boolean => day === null || day < border;
  const asked = new Map(
    wb
      .all(mentees)
      .filter(({ status, updatedOn }) => !REQUEST_SETTLED.includes(status) && isStale(updatedOn))
      .map((mentee) => [mentee.person, mentee]),
  );
  return wb
    .all(people)
    .filter(({ employment }) => employment !== EMPLOYMENT.dismissed)
    .flatMap((person): StalePerson[] => {
      if (isStale(person.updatedOn)) {
        const { code, updatedOn: since } = person;
        return [{ person, table: people, code, since, what: `сведения ${sinceWhen(since)}` }];
      }
      const mentee = asked.get(person.code);
      if (!mentee) return [];
      const { code, updatedOn: since } = mentee;
      return [{ person, table: mentees, code, since, what: `сведения наставляемого ${sinceWhen(since)}` }];
    })
    .sort((one, other) => ((one.since ?? "") < (other.since ?? "") ? -1 : one.since === other.since ? 0 : 1));
}

function sinceWhen(day: CalendarDate | null): string {
  return day === null ? "ещё не подтверждались" : `не обновлялись с ${formatDate(day)}`;
}

// The Russian school year: what it is called and when it begins and ends.
import { type CalendarDate, toCalendarDate } from "../workbook/calendarDate";

/** From this month on (July), the work is about the year that begins in September. */
const PREPARATION_BEGINS = 7;

/** A school year with its usual bounds; a school may change the bounds in «Настройки». */
export interface SchoolYear {
  /** «2026/2027» */
  name: string;
  /** 1 September. */
  startsOn: CalendarDate;
  /** 31 May: programmes end with the school year, reports follow in June. */
  endsOn: CalendarDate;
}

/**
 * The school year that a day belongs to, or that is being prepared on it.
 *
 * @example schoolYearOf("2026-08-20").name //=> "2026/2027"
 * @example schoolYearOf("2027-03-01").name //=> "2026/2027"
 */
export function schoolYearOf(day: CalendarDate): SchoolYear {
  const [year = 0, month = 0] = day.split("-").map(Number);
  const first = month >= PREPARATION_BEGINS ? year : year - 1;
  return {
    name: `${first}/${first + 1}`,
    startsOn: toCalendarDate(first, 9, 1),
    endsOn: toCalendarDate(first + 1, 5, 31),
  };
}

// Days on which a school works with its teachers: not weekends, not public holidays, not the summer leave.
import { addDays, type CalendarDate, monthOf, weekdayOf } from "../workbook/calendarDate";

/** ТК РФ ст. 112: public holidays, «month-day». Transfers of days off are decreed yearly and are not needed for plans. */
const PUBLIC_HOLIDAYS: ReadonlySet<string> = new Set([
  "01-01",
  "01-02",
  "01-03",
  "01-04",
  "01-05",
  "01-06",
  "01-07",
  "01-08",
  "02-23",
  "03-08",
  "05-01",
  "05-09",
  "06-12",
  "11-04",
]);

/** July and August: teachers are on leave. */
const LEAVE_MONTHS: readonly number[] = [7, 8];
const SATURDAY = 6;

/** True for a day on which a mentor and a mentee can be expected to meet. */
export function isMeetingDay(day: CalendarDate): boolean {
  return weekdayOf(day) < SATURDAY && !PUBLIC_HOLIDAYS.has(day.slice(5)) && !LEAVE_MONTHS.includes(monthOf(day));
}

/** Every day of meeting from one date to another, both included. */
export function meetingDays(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isMeetingDay(day)) days.push(day);
  return days;
}

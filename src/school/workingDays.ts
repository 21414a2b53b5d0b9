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

/** True for a working day of a five-day week, which gives the longer terms. */
function isWorkingDay(day: CalendarDate): boolean {
  return weekdayOf(day) < SATURDAY && !PUBLIC_HOLIDAYS.has(day.slice(5));
}

/** True for a day on which a mentor and a mentee can be expected to meet. */
export function isMeetingDay(day: CalendarDate): boolean {
  return isWorkingDay(day) && !LEAVE_MONTHS.includes(monthOf(day));
}

/**
 * The day so many working days later, or earlier where `count` is negative; the day itself is not counted (ТК РФ ст. 14:
 * a term begins on the day after).
 */
export function addWorkingDays(day: CalendarDate, count: number): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let reached = day;
  for (let left = Math.abs(count); left > 0;) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached)) left--;
  }
  return reached;
}

/** Every day of meeting from one date to another, both included. */
export function meetingDays(from: CalendarDate, to: CalendarDate): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isMeetingDay(day)) days.push(day);
  return days;
}

// When a time trigger runs next: Google's clock triggers as data, and the arithmetic of their calendar.
import { DAY, HOUR, MINUTE } from "./clock";
import { epochOf, partsIn } from "./zonedTime";

/** A clock trigger. `once` at a moment; `interval` every so many milliseconds; `daily` at a time of day on fitting days. */
export type Schedule =
  | { kind: "once"; at: number }
  | { kind: "interval"; milliseconds: number }
  | {
      kind: "daily";
      zone: string;
      hour: number;
      /** Asked for by `nearMinute`; null: Google picks one for the trigger and keeps it. */
      minute: number | null;
      everyDays: number;
      /** 0 = Sunday; null = any. */
      weekDay: number | null;
      everyWeeks: number;
      /** 1–31; null = any. */
      monthDay: number | null;
    };

/** The first run of a trigger made `now`; null if its date cannot come. `uid` settles the minute that Google picks. */
export function firstRun(schedule: Schedule, now: number, uid: string): number | null {
  if (schedule.kind === "once") return Math.max(schedule.at, now + 1);
  if (schedule.kind === "interval") return now + schedule.milliseconds;
  return nextOnCalendar(schedule, now, 0, now, uid);
}

/** The run after the one planned for `previous`, later than `now`: what was missed meanwhile is not made up for. */
export function nextRun(schedule: Schedule, previous: number, now: number, uid: string): number | null {
  if (schedule.kind === "once") return null;
  if (schedule.kind === "daily") return nextOnCalendar(schedule, previous, spacing(schedule), now, uid);
  const missed = Math.max(0, Math.floor((now - previous) / schedule.milliseconds));
  return previous + (missed + 1) * schedule.milliseconds;
}

type Daily = Extract<Schedule, { kind: "daily" }>;

function nextOnCalendar(schedule: Daily, from: number, firstDay: number, now: number, uid: string): number | null {
  const minute = schedule.minute ?? pickedMinute(uid);
  const start = partsIn(from, schedule.zone);
  const last = firstDay + Math.ceil(Math.max(0, now - from) / DAY) + 366;
  for (let day = firstDay; day <= last; day += 1) {
    const at = epochOf({ ...start, day: start.day + day, hour: schedule.hour, minute, second: 0 }, schedule.zone);
    if (at > now && fits(at, schedule)) return at;
  }
  return null;
}

function fits(at: number, schedule: Daily): boolean {
  const { weekDay, day } = partsIn(at, schedule.zone);
  return (
    (schedule.weekDay === null || schedule.weekDay === weekDay) &&
    (schedule.monthDay === null || schedule.monthDay === day)
  );
}

function spacing(schedule: Daily): number {
  // The day after the last run at the earliest; the fitting week day does the rest.
  if (schedule.weekDay !== null) return (schedule.everyWeeks - 1) * 7 + 1;
  return schedule.monthDay === null ? schedule.everyDays : 1;
}

function pickedMinute(uid: string): number {
  return Number(uid.slice(-6)) % (HOUR / MINUTE);
}

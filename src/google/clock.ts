// The time, and what a clock on the wall of a time zone shows at a given time.
import type { DateCell } from "./cell";

/** Milliseconds since the epoch. Commands pass it on; rules never ask for it. */
export function now(): number {
  return Date.now();
}

/** Waits. At most five minutes, as Google allows. */
export function pause(milliseconds: number): void {
  Utilities.sleep(milliseconds);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** What a clock in the zone shows at an instant (milliseconds since the epoch). */
export function wallClock(instant: number, timeZone: string): DateCell {
  const shown = formatterFor(timeZone).formatToParts(instant);
  const part = (type: string): string => shown.find((one) => one.type === type)?.value ?? "00";
  return {
    date: `${part("year").padStart(4, "0")}-${part("month")}-${part("day")}`,
    time: `${part("hour")}:${part("minute")}:${part("second")}`,
  };
}

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  formatters.set(timeZone, made);
  return made;
}

/**
 * The instant (milliseconds) at which the zone's clock shows this. Where the clock skips it (summer time begins at
 * midnight), the first instant after the gap: the date stays right.
 */
export function instantAt(shown: DateCell, timeZone: string): number {
  const wanted = utcOf(shown);
  let instant = wanted;
  // Two rounds: the offset at the guess may differ from the offset at the answer.
  for (let round = 0; round < 2; round++) instant -= utcOf(wallClock(instant, timeZone)) - wanted;
  const missed = wanted - utcOf(wallClock(instant, timeZone));
  return missed > 0 ? instant + missed : instant;
}

function utcOf(shown: DateCell): number {
  return Date.parse(`${shown.date}T${shown.time}Z`);
}

/** An instant as ISO text with the zone's offset, «2026-09-01T10:30:00+03:00». */
export function isoInZone(instant: number, timeZone: string): string {
  const shown = wallClock(instant, timeZone);
  const minutes = Math.round((utcOf(shown) - instant) / 60_000);
  const two = (value: number): string => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${shown.date}T${shown.time}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

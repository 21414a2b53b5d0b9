// Wall-clock time in a named time zone, by Intl: what Java's Calendar gives Google's services.

/** A moment as a clock and a calendar on the wall show it. `month` 1–12; `weekDay` 0 = Sunday. */
export interface WallTime {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  weekDay: number;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: javaZone(zone),
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(zone, made);
  return made;
}

/** Java's `GMT+3`, `GMT+03:00` as Intl knows them; a zone that nobody knows is GMT, as in Java. */
function javaZone(zone: string): string {
  const offset = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?00)?$/.exec(zone);
  // The signs of Etc/GMT zones are the other way round. Zones of odd minutes have no such name.
  if (offset) return `Etc/GMT${offset[1] === "+" ? "-" : "+"}${Number(offset[2])}`;
  try {
    new Intl.DateTimeFormat("en-US", { timeZone: zone });
    return zone;
  } catch {
    return "UTC";
  }
}

/** The moment on the wall of that zone. */
export function partsIn(milliseconds: number, zone: string): WallTime {
  const read: Record<string, string> = {};
  for (const { type, value } of formatIn(zone).formatToParts(milliseconds)) read[type] = value;
  const year = Number(read["year"]) * (read["era"] === "BC" ? -1 : 1) + (read["era"] === "BC" ? 1 : 0);
  const month = Number(read["month"]);
  const day = Number(read["day"]);
  return {
    year,
    month,
    day,
    hour: Number(read["hour"]),
    minute: Number(read["minute"]),
    second: Number(read["second"]),
    weekDay: new Date(Date.UTC(year, month - 1, day)).getUTCDay(),
  };
}

/** The zone's distance from UTC at that moment, in milliseconds (east is positive). */
export function offsetOf(milliseconds: number, zone: string): number {
  const wall = partsIn(milliseconds, zone);
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  return asUtc - Math.floor(milliseconds / 1000) * 1000;
}

/** The moment at which that wall shows this (days and months may overflow). In a skipped hour: the time after the skip. */
export function epochOf(wall: Omit<WallTime, "weekDay">, zone: string): number {
  const asUtc = Date.UTC(wall.year, wall.month - 1, wall.day, wall.hour, wall.minute, wall.second);
  const guess = asUtc - offsetOf(asUtc, zone);
  return asUtc - offsetOf(guess, zone);
}

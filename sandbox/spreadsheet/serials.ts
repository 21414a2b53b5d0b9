// Dates between instants and serial numbers: a cell keeps a wall clock reading, a script sees an instant in the spreadsheet's time zone.

const DAY = 86_400_000;
/** Day zero of the serial numbers. */
const EPOCH = Date.UTC(1899, 11, 30);

interface Zone {
  formatter: Intl.DateTimeFormat;
  offsets: Map<number, number>;
}

const zones = new Map<string, Zone>();

function zoneOf(name: string): Zone {
  let zone = zones.get(name);
  if (!zone) {
    const formatter = new Intl.DateTimeFormat("en-US", {
      timeZone: name,
      hourCycle: "h23",
      era: "short",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    zone = { formatter, offsets: new Map() };
    zones.set(name, zone);
  }
  return zone;
}

/** The zone's distance from UTC at an instant, in milliseconds. */
function offsetAt(instant: number, zoneName: string): number {
  const zone = zoneOf(zoneName);
  // No zone has ever changed its offset off a quarter of an hour, so one reading serves for each quarter.
  const quarter = Math.floor(instant / 900_000);
  const known = zone.offsets.get(quarter);
  if (known !== undefined) return known;
  const parts: Record<string, string> = {};
  for (const part of zone.formatter.formatToParts(quarter * 900_000)) parts[part.type] = part.value;
  const number = (name: string): number => Number(parts[name]);
  const year = parts["era"] === "BC" ? 1 - number("year") : number("year");
  const wall = Date.UTC(year, number("month") - 1, number("day"), number("hour"), number("minute"), number("second"));
  const offset = wall - quarter * 900_000;
  zone.offsets.set(quarter, offset);
  return offset;
}

/** Serial number of an instant as a clock in the zone shows it. */
export function serialOf(instant: number, zoneName: string): number {
  return (instant + offsetAt(instant, zoneName) - EPOCH) / DAY;
}

/** The instant at which a clock in the zone shows the serial number. */
export function instantOf(serial: number, zoneName: string): number {
  const wall = Math.round(serial * DAY) + EPOCH;
  const guess = wall - offsetAt(wall, zoneName);
  return wall - offsetAt(guess, zoneName);
}

/** Serial number of a calendar date (month 1–12); null if there is no such date. */
export function serialOfDate(year: number, month: number, day: number): number | null {
  const exact = new Date(Date.UTC(year, month - 1, day));
  if (exact.getUTCFullYear() !== year || exact.getUTCMonth() !== month - 1 || exact.getUTCDate() !== day) return null;
  return (exact.getTime() - EPOCH) / DAY;
}

/** The reading of a clock that a serial number stands for. */
export interface ClockReading {
  year: number;
  /** 1–12 */
  month: number;
  day: number;
  /** 0 is Sunday. */
  weekday: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
}

/** Takes a serial number apart. */
export function readSerial(serial: number): ClockReading {
  const wall = new Date(Math.round(serial * DAY) + EPOCH);
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay(),
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
    second: wall.getUTCSeconds(),
    millisecond: wall.getUTCMilliseconds(),
  };
}

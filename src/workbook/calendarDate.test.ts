import fc from "fast-check";
import { instantAt, isoInZone, wallClock } from "../google/clock";
import {
  addDays,
  addMonths,
  calendarDate,
  type CalendarDate,
  dateOfSerial,
  daysBetween,
  formatDate,
  formatDateInWords,
  isCalendarDate,
  parseDate,
  weekdayOf,
} from "./calendarDate";

const day = (text: string): CalendarDate => {
  const date = parseDate(text);
  if (!date) throw new Error(text);
  return date;
};
const anyDay = fc.integer({ min: 0, max: 73_000 }).map((days) => addDays(day("1900-01-01"), days));

test.each([
  ["01.09.2026", "2026-09-01"],
  ["1.9.26", "2026-09-01"],
  ["1/9/2026", "2026-09-01"],
  ["2026-09-01", "2026-09-01"],
  ["1 сентября 2026 г.", "2026-09-01"],
  ["«1» сентября 2026 года", "2026-09-01"],
  ["3 мая 2026", "2026-05-03"],
  ["15.03.1985", "1985-03-15"],
])("a date typed as %s is read", (typed, iso) => {
  expect(parseDate(typed)).toBe(iso);
});

test.each(["31.04.2026", "29.02.2027", "00.01.2026", "12.13.2026", "позавчера", "", "1.1.1", "01.09.0026"])(
  "«%s» is no date",
  (typed) => {
    expect(parseDate(typed)).toBeNull();
  },
);

test("a date survives being shown and read", () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      expect(parseDate(formatDate(date))).toBe(date);
      expect(parseDate(formatDateInWords(date))).toBe(date);
      expect(isCalendarDate(date)).toBe(true);
    }),
  );
});

test("days are counted across months and leap years", () => {
  expect(addDays(day("2028-02-28"), 2)).toBe("2028-03-01");
  expect(addMonths(day("2026-01-31"), 1)).toBe("2026-02-28");
  expect(addMonths(day("2026-03-15"), -4)).toBe("2025-11-15");
  expect(weekdayOf(day("2026-09-01"))).toBe(2);
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -3000, max: 3000 }), (date, days) => {
      const moved = addDays(date, days);
      fc.pre(isCalendarDate(moved));
      expect(daysBetween(date, moved)).toBe(days);
    }),
  );
});

test("a serial number means the day that the sheet shows", () => {
  expect(dateOfSerial(46266)).toBe("2026-09-01");
  expect(dateOfSerial(46266.99)).toBe("2026-09-01");
  expect(dateOfSerial(-5)).toBeNull();
  expect(calendarDate(2026, 9, 31)).toBeNull();
});

test("a day written at midnight of the workbook's zone is read back as the same day in every zone", () => {
  const zones = [
    "Europe/Moscow",
    "Asia/Kamchatka",
    "Europe/Kaliningrad",
    "America/Sao_Paulo",
    "Africa/Cairo",
    "UTC",
    "Asia/Kolkata",
  ];
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...zones), (date, zone) => {
      expect(wallClock(instantAt({ date, time: "00:00:00" }, zone), zone).date).toBe(date);
    }),
    { numRuns: 300 },
  );
});

test("a moment is told with its zone", () => {
  expect(isoInZone(Date.UTC(2026, 8, 1, 7, 30), "Europe/Moscow")).toBe("2026-09-01T10:30:00+03:00");
  expect(isoInZone(Date.UTC(2026, 0, 1, 2, 30), "America/Sao_Paulo")).toBe("2025-12-31T23:30:00-03:00");
});

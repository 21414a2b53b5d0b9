// Information older than a year is out of date, and so is what nobody has ever confirmed.
import { memoryWorkbook } from "../../../test/memoryWorkbook";
import type { CalendarDate } from "../../workbook/calendarDate";
import { mentees } from "../mentees.table";
import { EMPLOYMENT, people } from "../people.table";
import { staleness } from "./staleness";

const day = (text: string) => text as CalendarDate;

test("a year and a day is too old, a year is not; leavers do not count; never confirmed comes first", () => {
  const wb = memoryWorkbook("2026-11-21");
  const add = (fullName: string, updatedOn: string | null, employment: typeof EMPLOYMENT.dismissed | null = null) =>
    wb.add(people, { fullName, updatedOn: updatedOn === null ? null : day(updatedOn), employment });
  add("Ровно Год Назад", "2025-11-21");
  const old = add("Старая Мария Львовна", "2025-11-20");
  const never = add("Новая Анна Ильинична", null);
  add("Ушедший Пётр Львович", "2020-01-01", EMPLOYMENT.dismissed);
  expect(staleness(wb).map(({ code, what }) => [code, what])).toEqual([
    [never.code, "сведения ещё не подтверждались"],
    [old.code, "сведения не обновлялись с 20.11.2025"],
  ]);
});

test("a mentee's own row grows old by itself, unless the request is settled", () => {
  const wb = memoryWorkbook("2026-11-21");
  const { code: person } = wb.add(people, { fullName: "Петрова Анна Ильинична", updatedOn: day("2026-09-01") });
  const mentee = wb.add(mentees, { person, status: "ожидает подбора", updatedOn: day("2025-09-01") });
  expect(staleness(wb)).toMatchObject([{ table: mentees, code: mentee.code, since: "2025-09-01" }]);
  wb.update(mentees, mentee.code, { status: "завершил" });
  expect(staleness(wb)).toEqual([]);
});

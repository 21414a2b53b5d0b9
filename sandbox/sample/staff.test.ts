// The sample staff must be believable and as varied as the parts of the product that it shows need.

import ExcelJS from "exceljs";
import { SAMPLE_SCHOOL } from "./school";
import { SAMPLE_STAFF } from "./staff";
import { staffCsv, staffWorkbook } from "./staffFile";

const YEAR = 2026;
const where = (test: (person: (typeof SAMPLE_STAFF)[number]) => boolean): string[] =>
  SAMPLE_STAFF.filter(test).map((person) => person.fullName);

test("sixty people, no two alike, two of them external", () => {
  expect(SAMPLE_STAFF).toHaveLength(60);
  for (const key of ["fullName", "email", "phone"] as const) {
    expect(new Set(SAMPLE_STAFF.map((person) => person[key])).size).toBe(60);
  }
  expect(where((person) => person.kind !== "штатный")).toHaveLength(2);
});

test("ten to twelve teachers in their first three years, some newly hired with experience", () => {
  const young = where((person) => person.experienceYears <= 3 && person.kind === "штатный" && person.birthYear > 1998);
  expect(young.length).toBeGreaterThanOrEqual(10);
  expect(young.length).toBeLessThanOrEqual(12);
  expect(where((person) => person.hiredOn >= "2026-08" && person.experienceYears > 3).length).toBeGreaterThan(1);
});

test("nobody has taught longer than their age and date of hire allow", () => {
  expect(where((person) => YEAR - person.birthYear - person.experienceYears < 18)).toEqual([]);
  const sinceHire = (hiredOn: string): number => YEAR - Number(hiredOn.slice(0, 4));
  expect(where((person) => person.note === "" && sinceHire(person.hiredOn) > person.experienceYears + 1)).toEqual([]);
  expect(where((person) => person.category === "высшая" && person.experienceYears < 10)).toEqual([]);
});

test("the curator is in the list under the address that the school gives", () => {
  const curator = SAMPLE_STAFF.find((person) => person.fullName === SAMPLE_SCHOOL.curator);
  expect(curator?.email).toBe(SAMPLE_SCHOOL.curatorEmail);
});

test("the .xlsx holds real dates and numbers, the .csv all lines", async () => {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await staffWorkbook()).buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  expect(sheet?.rowCount).toBe(61);
  expect(sheet?.getCell("B3").value).toBe("Седых Ирина Николаевна");
  expect(sheet?.getCell("E3").value).toEqual(new Date("2008-08-25T00:00:00Z"));
  expect(sheet?.getCell("F3").value).toBe(24);
  expect(staffCsv().split("\r\n")).toHaveLength(62);
});

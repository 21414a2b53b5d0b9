// «Проверка установки» on the built add-on: what the product assumes of Google holds in the sandbox, and trying leaves nothing behind.
import { readSpreadsheet } from "../../sandbox/spreadsheet/read";
import { openSchool } from "./school";

test("every probe holds, and none leaves anything in the workbook or on Drive but the folder", () => {
  const school = openSchool();
  const tabs = (): string[] =>
    readSpreadsheet(school.world, school.spreadsheetId).sheets.map((sheet): string => sheet.name);
  const before = tabs();
  const probes = school.call("loadInstallCheck");
  const seen = probes.map(({ title }, index) => ({ title, ...school.call("runProbe", index) }));
  expect(seen.filter(({ ok }) => !ok)).toEqual([]);
  expect(seen.length).toBeGreaterThan(5);
  expect(tabs()).toEqual(before);
  expect(school.papers()).toEqual([]);
});

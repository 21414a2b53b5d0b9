// The workbook saved for Excel holds what the screen shows.
import ExcelJS from "exceljs";
import { bench } from "./testing";
import { exportXlsx } from "./xlsx";

test("values, formulas with results, dates, formats, sizes, rules, notes and tabs are saved", async () => {
  const { run, world, spreadsheetId } = bench();
  run(`s.getRange("A1:D1").setValues([["ФИО", "Дата", "Доля", "Итог"]]).setFontWeight("bold").setBackground("#d9ead3").setNotes([["кто", "когда", "", ""]]);
       s.getRange("A2:C2").setValues([["Иванов; «И»", "01.09.2026", "50%"]]); s.getRange("D2").setFormula('=IF(C2>0;"да";"нет")');
       s.getRange("D3").setFormula("=1/0");
       s.getRange("A3:A9").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["да", "нет"]).setAllowInvalid(false).build());
       s.setFrozenRows(1); s.setColumnWidth(1, 210); s.hideRows(5); s.hideColumns(3); s.setTabColor("#ff0000"); s.getRange("A11:B11").merge();
       s.getRange("B2:B9").setDataValidation(SpreadsheetApp.newDataValidation().requireDateOnOrAfter(new Date(2026, 0, 1)).build());
       ss.setNamedRange("люди", s.getRange("A2:A")); ss.insertSheet("Служебный").hideSheet();`);
  const bytes = await exportXlsx(world, spreadsheetId);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  const sheet = book.getWorksheet("Лист1");
  const cell = (a1: string): ExcelJS.Cell => (sheet as ExcelJS.Worksheet).getCell(a1);

  expect(cell("A2").value).toBe("Иванов; «И»");
  expect(cell("B2").value).toEqual(new Date(Date.UTC(2026, 8, 1)));
  expect([cell("B2").numFmt, cell("C2").numFmt, cell("C2").value]).toEqual(["dd.mm.yyyy", "0%", 0.5]);
  expect(cell("D2").value).toEqual({ formula: 'IF(C2>0,"да","нет")', result: "да" });
  expect(cell("D3").value).toEqual({ formula: "1/0", result: { error: "#DIV/0!" } });
  expect([cell("A1").font.bold, cell("A1").fill]).toEqual([
    true,
    expect.objectContaining({ fgColor: { argb: "FFD9EAD3" } }),
  ]);
  expect(cell("A1").note).toBe("кто");
  expect(cell("A4").dataValidation).toMatchObject({ type: "list", formulae: ['"да,нет"'] });
  expect(cell("B4").dataValidation).toMatchObject({ type: "date", operator: "greaterThanOrEqual" });
  expect(sheet?.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect([sheet?.getColumn(1).width, sheet?.getColumn(3).hidden, sheet?.getRow(5).hidden]).toEqual([30, true, true]);
  expect(cell("B11").isMerged).toBe(true);
  expect(book.getWorksheet("Служебный")?.state).toBe("hidden");
  expect(book.definedNames.getRanges("люди").ranges).toEqual(["'Лист1'!$A$2:$A$1000"]);
});

// Formulas: computed when read, following their cells when those move.
import { behaviour } from "../kernel/behaviour";
import { bench } from "./testing";

/** The value of a formula in F1 over a small table in A1:C4. */
function result(formula: string): unknown {
  const { run } = bench();
  run(
    `s.getRange("A1:C4").setValues([["Иванов", 5, true], ["петров", 7, false], ["Сидоров", 9, true], ["", "", ""]]);`,
  );
  return run(`return s.getRange("F1").setFormula(${JSON.stringify(formula)}).getValue();`);
}

behaviour("documented", "functions over cells and ranges are computed", () => {
  const cases: [string, unknown][] = [
    ["=SUM(B1:B3)", 21],
    ["=SUM(B:B)/COUNT(B:B)", 7],
    ["=COUNTA(A1:A)", 3],
    ["=COUNTBLANK(A1:A4)", 1],
    ['=COUNTIF(A1:A4;"*ов")', 3],
    ['=COUNTIFS(B1:B4;">5";C1:C4;TRUE)', 1],
    ['=SUMIFS(B1:B4;A1:A4;"иванов")', 5],
    ['=IF(B1>3;"да";"нет")', "да"],
    ['=IFERROR(VLOOKUP("Нет";A1:B3;2;FALSE);"не найдено")', "не найдено"],
    ['=VLOOKUP("Иванов";A1:B3;2;FALSE)', 5],
    ["=INDEX(A1:A3;MATCH(7;B1:B3;0))", "петров"],
    ["=ROUND(AVERAGE(B1:B3);1)", 7],
    ["=1,5*2", 3],
    ['=A1&" — "&B1', "Иванов — 5"],
    ['=TEXT(46266;"dd.mm.yyyy")', "01.09.2026"],
    ["=MAX(B1:B3)-MIN(B1:B3)", 4],
    ['=TEXTJOIN(", ";TRUE;A1:A4)', "Иванов, петров, Сидоров"],
  ];
  for (const [formula, value] of cases) expect([formula, result(formula)]).toEqual([formula, value]);
});

behaviour("documented", "text is compared without regard to case, and an empty cell equals an empty text", () => {
  expect(result('=A1="иванов"')).toBe(true);
  expect(result('=A4=""')).toBe(true);
  expect(result("=B4=0")).toBe(true);
});

behaviour("documented", "an error is given to a script as its text", () => {
  expect(result("=1/0")).toBe("#DIV/0!");
  expect(result("=Нет!A1")).toBe("#REF!");
  expect(result("=NOSUCH(1)")).toBe("#NAME?");
  expect(result("=VLOOKUP(1;A1:B3;2;FALSE)")).toBe("#N/A");
  expect(result("=SUM(")).toBe("#ERROR!");
});

behaviour("assumed", "where the decimal sign is a comma, a comma cannot part arguments", () => {
  expect(result("=SUM(B1,B2)")).toBe("#ERROR!");
  expect(result("=SUM(B1;B2)")).toBe(12);
});

behaviour("documented", "a circle of references is an error in each of its cells", () => {
  const { run } = bench();
  run(`s.getRange("A1").setFormula("=B1+1"); s.getRange("B1").setFormula("=A1+1");`);
  expect(run(`return s.getRange("A1:B1").getValues();`)).toEqual([["#REF!", "#REF!"]]);
});

behaviour("documented", "a formula is computed anew when its cells change, across tabs", () => {
  const { run } = bench();
  run(`ss.insertSheet("Пары").getRange("A1").setValue(2); s.getRange("A1").setFormula("=Пары!A1*10");`);
  expect(run(`return s.getRange("A1").getValue();`)).toBe(20);
  run(`ss.getSheetByName("Пары").getRange("A1").setValue(3);`);
  expect(run(`return s.getRange("A1").getValue();`)).toBe(30);
});

behaviour("documented", "renaming a tab renames it in formulas; deleting it leaves #REF!", () => {
  const { run } = bench();
  run(`ss.insertSheet("Пары").getRange("A1").setValue(2); s.getRange("A1").setFormula("=Пары!A1");
       ss.getSheetByName("Пары").setName("Пары 2026");`);
  expect(run(`return [s.getRange("A1").getFormula(), s.getRange("A1").getValue()];`)).toEqual(["='Пары 2026'!A1", 2]);
  run(`ss.deleteSheet(ss.getSheetByName("Пары 2026"));`);
  expect(run(`return [s.getRange("A1").getFormula(), s.getRange("A1").getValue()];`)).toEqual(["=#REF!", "#REF!"]);
});

behaviour("documented", "inserted and deleted lines shift references; a lost reference becomes #REF!", () => {
  const { run } = bench();
  run(`s.getRange("A1:A3").setValues([[1], [2], [3]]); s.getRange("D1").setFormula("=SUM(A1:A3)+$A$2");
       s.insertRowBefore(2); s.insertColumnBefore(1);`);
  expect(run(`return s.getRange("E1").getFormula();`)).toBe("=SUM(B1:B4)+$B$3");
  expect(run(`return s.getRange("E1").getValue();`)).toBe(8);
  run(`s.deleteRow(3);`);
  expect(run(`return s.getRange("E1").getFormula();`)).toBe("=SUM(B1:B3)+#REF!");
});

behaviour("documented", "a copied formula moves its relative references, a moved one does not", () => {
  const { run } = bench();
  run(`s.getRange("A1:A2").setValues([[1], [2]]); s.getRange("B1").setFormula("=A1*$A$2");
       s.getRange("B1").copyTo(s.getRange("B2")); s.getRange("B1").moveTo(s.getRange("D5"));`);
  expect(
    run(`return [s.getRange("B2").getFormula(), s.getRange("D5").getFormula(), s.getRange("B1").getValue()];`),
  ).toEqual(["=A2*$A$2", "=A1*$A$2", ""]);
});

behaviour("documented", "R1C1 notation is read and written relative to the cell", () => {
  const { run } = bench();
  run(`s.getRange("A1").setValue(4); s.getRange("B1").setFormulaR1C1("=R[0]C[-1]*2");`);
  expect(
    run(`return [s.getRange("B1").getFormula(), s.getRange("B1").getFormulaR1C1(), s.getRange("B1").getValue()];`),
  ).toEqual(["=A1*2", "=R[0]C[-1]*2", 8]);
});

behaviour("assumed", "TODAY shows as a date and follows the clock", () => {
  const { run, world } = bench();
  run(`s.getRange("A1").setFormula("=TODAY()");`);
  expect(run(`return s.getRange("A1").getDisplayValue();`)).toBe("01.09.2026");
  world.clock.advance(24 * 3600_000);
  expect(run(`return s.getRange("A1").getDisplayValue();`)).toBe("02.09.2026");
});

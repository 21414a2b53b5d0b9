// What Google does to values on their way into cells and back.
import { behaviour } from "../kernel/behaviour";
import { bench } from "./testing";

/** Writes a value to A1 and reads it back. */
const through = (value: string): unknown =>
  bench().run(`s.getRange("A1").setValue(${value}); return s.getRange("A1").getValue();`);
const shown = (value: string, format?: string): unknown =>
  bench().run(
    `const r = s.getRange("A1"); ${format ? `r.setNumberFormat(${JSON.stringify(format)});` : ""} r.setValue(${value}); return r.getDisplayValue();`,
  );

describe("typed strings", () => {
  behaviour("documented", "a string that reads as a number becomes one and loses leading zeros", () => {
    expect(through('"01234"')).toBe(1234);
    expect(through('"1,5"')).toBe(1.5);
    expect(through('"+79001234567"')).toBe(79001234567);
  });

  behaviour("measured", "a number with a space inside becomes a number", () => {
    expect(through('"22 34"')).toBe(2234);
  });

  behaviour("documented", "a percent becomes a fraction shown as a percent", () => {
    expect(through('"50%"')).toBe(0.5);
    expect(shown('"50%"')).toBe("50%");
    expect(shown('"12,5%"')).toBe("12,50%");
  });

  behaviour(
    "documented",
    "a date in the locale's order or in ISO becomes a date of the spreadsheet's time zone",
    () => {
      const day = Date.UTC(2026, 8, 1) - 3 * 3600_000;
      expect(through('"01.09.2026"')).toEqual(new Date(day));
      expect(through('"2026-09-01"')).toEqual(new Date(day));
      expect(through('"01.09.2026 10:30"')).toEqual(new Date(day + 10.5 * 3600_000));
      expect(shown('"2026-09-01"')).toBe("01.09.2026");
    },
  );

  behaviour("assumed", "in a Russian sheet “1.5”, “1-2” and “1/2” are dates of the current year", () => {
    expect(shown('"1.5"')).toBe("01.05.2026");
    expect(shown('"1-2"')).toBe("01.02.2026");
    expect(shown('"1/2"')).toBe("01.02.2026");
  });

  behaviour("documented", "a date that does not exist stays text", () => {
    expect(through('"31.02.2026"')).toBe("31.02.2026");
    expect(through('"29.02.2026"')).toBe("29.02.2026");
  });

  behaviour("documented", "TRUE and FALSE become booleans, in Russian too", () => {
    expect(through('"true"')).toBe(true);
    expect(through('"ИСТИНА"')).toBe(true);
    expect(through('"Ложь"')).toBe(false);
    expect(shown("true")).toBe("ИСТИНА");
  });

  behaviour("measured", "a time alone comes back as a date of 30 December 1899 with an odd offset", () => {
    const time = through('"10:30"') as Date;
    expect(time.getUTCFullYear()).toBe(1899);
    expect(shown('"10:30"')).toBe("10:30:00");
  });

  behaviour("documented", "a leading equals sign makes a formula", () => {
    expect(through('"=1+2"')).toBe(3);
  });

  behaviour(
    "assumed",
    "a plus or minus before anything but a number makes a formula, unless the cell is plain text",
    () => {
      const { run } = bench();
      run(`s.getRange("A1:A3").setValues([["+7 (900) 123-45-67"], ["- пункт"], ["-5"]]);
         s.getRange("B1").setNumberFormat("@").setValue("+7 (900) 123-45-67");`);
      expect(run(`return s.getRange("A1:B3").getValues();`)).toEqual([
        ["#ERROR!", "+7 (900) 123-45-67"],
        ["#ERROR!", ""],
        [-5, ""],
      ]);
    },
  );

  behaviour("documented", "getSheetValues takes -1 for the last row and column with content", () => {
    const { run, refusal } = bench();
    run(`s.getRange("B3").setValue("x"); s.getRange("C2").setValue(1);`);
    expect(run(`return s.getSheetValues(1, 1, -1, -1);`)).toEqual(run(`return s.getDataRange().getValues();`));
    run(`s.clear();`);
    expect(refusal(`s.getSheetValues(1, 1, -1, -1);`)).toBe("The number of rows in the range must be at least 1.");
  });

  behaviour("documented", "a leading apostrophe keeps text as it is and is not part of it", () => {
    expect(through('"\'=1+2"')).toBe("=1+2");
    expect(through('"\'01234"')).toBe("01234");
  });

  behaviour("documented", "the plain text format keeps text if it is set before writing", () => {
    const { run } = bench();
    expect(run(`s.getRange("A1").setNumberFormat("@").setValue("01234"); return s.getRange("A1").getValue();`)).toBe(
      "01234",
    );
    expect(
      run(`s.getRange("B1").setValue("01234").setNumberFormat("@"); return s.getRange("B1").getDisplayValue();`),
    ).toBe("1234");
  });

  behaviour("assumed", "the plain text format does not stop a formula", () => {
    expect(bench().run(`return s.getRange("A1").setNumberFormat("@").setValue("=1+2").getFormula();`)).toBe("=1+2");
  });

  behaviour("documented", "undefined and null clear the cell but not its format", () => {
    expect(
      bench().run(`const r = s.getRange("A1").setValue("x").setBackground("red"); r.setValue(undefined);
        return [r.getValue(), r.isBlank(), r.getBackground()];`),
    ).toEqual(["", true, "#ff0000"]);
  });
});

describe("dates", () => {
  behaviour(
    "documented",
    "a date is kept as the spreadsheet's wall clock shows it, whatever the script's time zone",
    () => {
      const { run } = bench({ timeZone: "Asia/Vladivostok" });
      run(`s.getRange("A1").setValue(new Date(Date.UTC(2026, 8, 1, 21, 30)));`);
      expect(run(`return s.getRange("A1").getDisplayValue();`)).toBe("02.09.2026 0:30:00");
      expect(run(`return s.getRange("A1").getValue();`)).toEqual(new Date(Date.UTC(2026, 8, 1, 21, 30)));
    },
  );

  behaviour("documented", "changing the spreadsheet's time zone keeps the wall clock and moves the instant", () => {
    const { run } = bench();
    run(`s.getRange("A1").setValue("01.09.2026 10:00"); ss.setSpreadsheetTimeZone("Asia/Yekaterinburg");`);
    expect(run(`return s.getRange("A1").getDisplayValue();`)).toBe("01.09.2026 10:00:00");
    expect(run(`return s.getRange("A1").getValue();`)).toEqual(new Date(Date.UTC(2026, 8, 1, 5)));
  });

  behaviour("documented", "the number format decides whether a number is given as a date", () => {
    const { run } = bench();
    expect(run(`const r = s.getRange("A1").setValue(46266); return r.getValue();`)).toBe(46266);
    expect(run(`return s.getRange("A1").setNumberFormat("dd.mm.yyyy").getValue();`)).toEqual(
      new Date(Date.UTC(2026, 7, 31, 21)),
    );
    expect(run(`return s.getRange("A1").setNumberFormat("General").getValue();`)).toBe(46266);
  });
});

describe("number formats", () => {
  behaviour("documented", "display values follow the number format and the locale's separators", () => {
    const cases: [string, string, string][] = [
      ["1234.5", "0", "1235"],
      ["1234.5", "0.00", "1234,50"],
      ["0.256", "0%", "26%"],
      ["1234567", "# ##0", "1\u00a0234\u00a0567"],
      ["1234567.891", "#,##0.00", "1\u00a0234\u00a0567,89"],
      ["12", "@", "12"],
      ["1/3", "General", "0,3333333333"],
      ["46266", "dd.mm.yyyy", "01.09.2026"],
      ["46266.75", "dd.MM.yyyy HH:mm", "01.09.2026 18:00"],
      ["46266", "d mmmm yyyy", "1 сентября 2026"],
      ["1.5", "[h]:mm", "36:00"],
      ["-5", "#,##0;(#,##0)", "(5)"],
      ["0", '0;-0;"нет"', "нет"],
      ["7", '0" чел."', "7 чел."],
    ];
    for (const [value, format, text] of cases) expect([format, shown(value, format)]).toEqual([format, text]);
  });

  behaviour("measured", "setNumberFormat('general') resets the format", () => {
    expect(
      bench().run(`return s.getRange("A1").setNumberFormat("0.00").setNumberFormat("general").getNumberFormat();`),
    ).toBe("0.###############");
  });

  behaviour("assumed", "a number of the automatic format shows at most ten decimals", () => {
    expect(shown("0.1 + 0.2")).toBe("0,3");
    expect(shown("1e20")).toBe("1E+20");
  });
});

describe("shapes and limits", () => {
  behaviour("measured", "data of another number of rows or columns than the range's is refused", () => {
    const { refusal } = bench();
    expect(refusal(`s.getRange(1, 1, 2, 2).setValues([[1, 2], [3, 4], [5, 6]]);`)).toBe(
      "The number of rows in the data does not match the number of rows in the range. The data has 3 but the range has 2.",
    );
    expect(refusal(`s.getRange(1, 1, 2, 2).setValues([[1, 2], [3]]);`)).toBe(
      "The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.",
    );
    expect(refusal(`s.getRange(1, 1, 1, 2).setNotes([["a"]]);`)).toContain("The number of columns in the data");
  });

  behaviour("measured", "coordinates are 1-based and stay within the grid", () => {
    const { refusal } = bench();
    expect(refusal(`s.getRange(0, 1);`)).toBe("The starting row of the range is too small.");
    expect(refusal(`s.getRange(1, 0);`)).toBe("The starting column of the range is too small.");
    expect(refusal(`s.getRange(1, 1, 0, 1);`)).toBe("The number of rows in the range must be at least 1.");
    expect(refusal(`s.getRange(1001, 1);`)).toBe(
      "The coordinates of the range are outside the dimensions of the sheet.",
    );
    expect(refusal(`s.getRange("нет такого");`)).toBe("Range not found");
    expect(refusal(`s.getRange("A1", 2);`)).toContain(
      "don't match the method signature for SpreadsheetApp.Sheet.getRange",
    );
  });

  behaviour("measured", "an inverted A1 range is put right", () => {
    expect(bench().run(`return s.getRange("C5:B2").getA1Notation();`)).toBe("B2:C5");
  });

  behaviour("measured", "a text longer than 50,000 characters is refused and nothing of the block is written", () => {
    const { refusal, run } = bench();
    expect(refusal(`s.getRange("A1:B1").setValues([["x", "x".repeat(50001)]]);`)).toBe(
      "Your input contains more than the maximum of 50000 characters in a single cell.",
    );
    expect(run(`return s.getLastRow();`)).toBe(0);
  });

  behaviour("measured", "a workbook cannot grow beyond ten million cells", () => {
    expect(bench().refusal(`s.insertRowsAfter(1, 400000);`)).toBe(
      "This action would increase the number of cells in the workbook above the limit of 10000000 cells.",
    );
  });

  behaviour("documented", "an empty tab has no last row, and its data range is A1", () => {
    const { run } = bench();
    expect(
      run(
        `return [s.getLastRow(), s.getLastColumn(), s.getDataRange().getA1Notation(), s.getDataRange().getValues()];`,
      ),
    ).toEqual([0, 0, "A1", [[""]]]);
  });

  behaviour(
    "assumed",
    "formats, notes and empty drop-downs do not move the last row; checkboxes and formulas giving “” do",
    () => {
      const { run } = bench();
      run(`s.getRange("C30").setBackground("red").setNote("x").setNumberFormat("0");
         s.getRange("A1:A40").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["a"]).build());`);
      expect(run(`return s.getLastRow();`)).toBe(0);
      run(`s.getRange("B7").setFormula('=""');`);
      expect(run(`return s.getLastRow();`)).toBe(7);
      run(`s.getRange("B9").insertCheckboxes();`);
      expect(run(`return s.getLastRow();`)).toBe(9);
    },
  );

  behaviour("documented", "appendRow writes below the last content and grows the grid", () => {
    const { run } = bench();
    run(`s.deleteRows(2, 998); s.appendRow(["a"]); s.appendRow(["b"]); s.appendRow(["c", "=1+1"]);`);
    expect(run(`return [s.getMaxRows(), s.getRange("A1:B3").getValues()];`)).toEqual([
      3,
      [
        ["a", ""],
        ["b", ""],
        ["c", 2],
      ],
    ]);
  });

  behaviour("measured", "a number among notes reads back as Java writes a double", () => {
    expect(bench().run(`return s.getRange("A1").setNotes([[25]]).getNote();`)).toBe("25.0");
  });

  behaviour("measured", "invalid colours are accepted silently", () => {
    expect(bench().run(`return s.getRange("A1").setBackground("нет цвета").getValue();`)).toBe("");
  });

  behaviour("assumed", "an open range reaches the end of the grid", () => {
    expect(
      bench().run(
        `return [s.getRange("A5:B").getNumRows(), s.getRange("A:A").getA1Notation(), s.getRange("3:4").getNumColumns()];`,
      ),
    ).toEqual([996, "A:A", 26]);
  });
});

// What moves along when rows, columns and tabs are inserted, deleted, moved, sorted and copied.
import { behaviour } from "../kernel/behaviour";
import { bench } from "./testing";

describe("rows and columns", () => {
  behaviour("measured", "not all rows can be deleted, nor all that are not frozen, nor ones that do not exist", () => {
    const { refusal, run } = bench();
    expect(refusal(`s.deleteRows(1, 1000);`)).toBe("You can't delete all the rows on the sheet.");
    run(`s.setFrozenRows(2);`);
    expect(refusal(`s.deleteRows(3, 998);`)).toBe("Sorry, it is not possible to delete all non-frozen rows.");
    expect(refusal(`s.deleteRows(999, 5);`)).toBe("Those rows are out of bounds.");
    expect(refusal(`s.deleteColumns(27, 1);`)).toBe("Those columns are out of bounds.");
  });

  behaviour("documented", "formats, notes, rules, sizes and hiding move with inserted and deleted lines", () => {
    const { run } = bench();
    run(`s.getRange("B2").setValue("x").setBackground("red").setNote("n");
         s.setColumnWidth(2, 222); s.hideRows(2); s.insertRowBefore(1); s.insertColumnBefore(1);`);
    expect(
      run(`const r = s.getRange("C3");
           return [r.getValue(), r.getBackground(), r.getNote(), s.getColumnWidth(3), s.getColumnWidth(2), s.isRowHiddenByUser(3), s.isRowHiddenByUser(2)];`),
    ).toEqual(["x", "#ff0000", "n", 222, 100, true, false]);
    run(`s.deleteRow(1); s.deleteColumn(1);`);
    expect(run(`return [s.getRange("B2").getValue(), s.getColumnWidth(2), s.isRowHiddenByUser(2)];`)).toEqual([
      "x",
      222,
      true,
    ]);
  });

  behaviour(
    "documented",
    "named ranges, protections, filters, merges and chart ranges shift with inserted lines",
    () => {
      const { run } = bench();
      run(`const r = s.getRange("B2:C5"); ss.setNamedRange("данные", r); r.protect(); r.createFilter(); s.getRange("E2:F2").merge();
         s.insertChart(s.newChart().addRange(r).setPosition(8, 1, 0, 0).build());
         s.insertRowsBefore(3, 2); s.insertColumnBefore(1);`);
      expect(
        run(`return [ss.getRangeByName("данные"), s.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].getRange(), s.getFilter().getRange(),
             s.getCharts()[0].getRanges()[0], s.getRange("A1:Z9").getMergedRanges()[0]].map((x) => x.getA1Notation())
             .concat(s.getCharts()[0].getContainerInfo().getAnchorRow());`),
      ).toEqual(["C2:D7", "C2:D7", "C2:D7", "C2:D7", "F2:G2", 10]);
    },
  );

  behaviour("assumed", "new lines take on looks, rules and size of the line beside them, not contents or notes", () => {
    const { run } = bench();
    run(`s.getRange("A2").insertCheckboxes("x").setValue("x").setNote("n").setNumberFormat("@"); s.setColumnWidth(1, 50);
         s.insertRowAfter(2); s.insertColumnBefore(1); s.insertRowsAfter(s.getMaxRows(), 1);`);
    expect(
      run(`return ["B3", "A2", "A3", "B1002"].map((a1) => { const r = s.getRange(a1);
             return [r.getNumberFormat(), r.getDataValidation() !== null, r.getValue(), r.getNote()]; }).concat(s.getColumnWidth(1));`),
    ).toEqual([
      ["@", true, "", ""],
      ["@", true, "", ""],
      ["@", true, "", ""],
      ["0.###############", false, "", ""],
      50,
    ]);
  });

  behaviour("documented", "a named range, a protection and a filter go when their lines are deleted", () => {
    const { run } = bench();
    run(`ss.setNamedRange("данные", s.getRange("B2:B3")); s.getRange("B2:B3").protect(); s.deleteColumn(2);`);
    expect(
      run(`return [ss.getRangeByName("данные"), s.getProtections(SpreadsheetApp.ProtectionType.RANGE).length];`),
    ).toEqual([null, 0]);
  });

  behaviour("documented", "a moved column takes its contents and what refers to it along", () => {
    const { run } = bench();
    run(`s.getRange("A1:D1").setValues([["a", "b", "c", "d"]]); s.getRange("F1").setFormula("=B1");
         ss.setNamedRange("столбец", s.getRange("B:B")); s.moveColumns(s.getRange("B:B"), 5);`);
    expect(
      run(
        `return [s.getRange("A1:D1").getValues()[0], s.getRange("F1").getFormula(), ss.getRangeByName("столбец").getA1Notation()];`,
      ),
    ).toEqual([["a", "c", "d", "b"], "=D1", "D:D"]);
    run(`s.moveColumns(s.getRange("D1"), 1);`);
    expect(run(`return s.getRange("A1:D1").getValues()[0];`)).toEqual(["b", "a", "c", "d"]);
  });

  behaviour("documented", "moved rows keep their formats and notes", () => {
    const { run } = bench();
    run(
      `s.getRange("A1:A3").setValues([["a"], ["b"], ["c"]]); s.getRange("A1").setNote("первая"); s.moveRows(s.getRange("A1"), 4);`,
    );
    expect(run(`return [s.getRange("A1:A3").getValues().flat(), s.getRange("A3").getNote()];`)).toEqual([
      ["b", "c", "a"],
      "первая",
    ]);
  });

  behaviour(
    "documented",
    "sorting moves values, formats and notes of the rows; blanks stay last; frozen rows stay",
    () => {
      const { run } = bench();
      run(`s.getRange("A1:B5").setValues([["ФИО", "Стаж"], ["Яшин", 3], ["", ""], ["алов", 10], ["Боев", 2]]);
         s.getRange("A2").setNote("вратарь").setBackground("red"); s.setFrozenRows(1); s.sort(1);`);
      expect(
        run(`return [s.getRange("A1:B5").getValues(), s.getRange("A4").getNote(), s.getRange("A4").getBackground()];`),
      ).toEqual([
        [
          ["ФИО", "Стаж"],
          ["алов", 10],
          ["Боев", 2],
          ["Яшин", 3],
          ["", ""],
        ],
        "вратарь",
        "#ff0000",
      ]);
      run(`s.getRange("A2:B5").sort({ column: 2, ascending: false });`);
      expect(run(`return s.getRange("B2:B5").getValues().flat();`)).toEqual([10, 3, 2, ""]);
    },
  );

  behaviour("assumed", "numbers sort before text, text before booleans", () => {
    expect(
      bench().run(
        `s.getRange("A1:A4").setValues([[true], ["a"], [2], [-1]]); s.sort(1); return s.getRange("A1:A4").getValues().flat();`,
      ),
    ).toEqual([-1, 2, "a", true]);
  });

  behaviour("documented", "hidden and filtered rows are read and written like any other", () => {
    const { run } = bench();
    run(`s.getRange("A1:A4").setValues([["Город"], ["Омск"], ["Тверь"], ["Омск"]]); s.hideRows(3);
         s.getRange("A1:A4").createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(["Омск"]).build());`);
    expect(
      run(
        `return [s.getRange("A1:A4").getValues().flat(), [2, 3, 4].map((row) => s.isRowHiddenByFilter(row)), s.isRowHiddenByUser(3)];`,
      ),
    ).toEqual([["Город", "Омск", "Тверь", "Омск"], [true, false, true], true]);
  });

  behaviour("measured", "a tab has one filter", () => {
    expect(bench().refusal(`s.getRange("A1:B2").createFilter(); s.getRange("D1:E2").createFilter();`)).toBe(
      "You can't create a filter in a sheet that already has a filter.",
    );
  });
});

describe("tabs", () => {
  behaviour("measured", "two tabs cannot have one name", () => {
    const { refusal } = bench();
    expect(refusal(`ss.insertSheet("Пары"); ss.insertSheet("Пары");`)).toBe(
      'A sheet with the name "Пары" already exists. Please enter another name.',
    );
    expect(refusal(`s.setName("пары");`)).toContain("already exists");
  });

  behaviour("documented", "a new tab stands after the active one and becomes active", () => {
    expect(
      bench().run(
        `ss.insertSheet("В"); ss.insertSheet("А", 0); return [ss.getSheets().map((x) => x.getName()), ss.getActiveSheet().getName()];`,
      ),
    ).toEqual([["А", "Лист1", "В"], "А"]);
  });

  behaviour("documented", "the last tab cannot be deleted, nor the last visible one hidden", () => {
    const { refusal } = bench();
    expect(refusal(`ss.deleteSheet(s);`)).toBe("You can't remove all the sheets in a document.");
    expect(refusal(`s.hideSheet();`)).toBe("You can't hide all the sheets in a document.");
  });

  behaviour("documented", "a missing tab or named range is null", () => {
    expect(bench().run(`return [ss.getSheetByName("Нет"), ss.getSheetById(5), ss.getRangeByName("нет")];`)).toEqual([
      null,
      null,
      null,
    ]);
  });

  behaviour("assumed", "a deleted tab's object refuses to work", () => {
    expect(bench().refusal(`const t = ss.insertSheet("Т"); ss.deleteSheet(t); t.getName();`)).toMatch(
      /^Sheet \d+ not found$/,
    );
  });

  behaviour("documented", "a tab is copied with its contents, formats and rules", () => {
    expect(
      bench().run(`s.getRange("A1").setValue("x").setBackground("red").insertCheckboxes("x");
        const copy = s.copyTo(ss); return [copy.getName(), copy.getRange("A1").getValue(), copy.getRange("A1").getBackground(), copy.getRange("A1").isChecked()];`),
    ).toEqual(["Лист1 (копия)", "x", "#ff0000", true]);
  });

  behaviour("assumed", "names that read as cells or have spaces are refused for ranges", () => {
    const { refusal } = bench();
    for (const name of ["A1", "два слова", "1й", "R1C1"]) {
      expect(refusal(`ss.setNamedRange(${JSON.stringify(name)}, s.getRange("A1"));`)).toBe("Invalid range name.");
    }
  });
});

describe("blocks", () => {
  behaviour("documented", "a merge keeps the first value, and only whole merges can be changed", () => {
    const { run, refusal } = bench();
    run(`s.getRange("A1:B2").setValues([[1, 2], [3, 4]]).merge();`);
    expect(run(`return [s.getRange("A1:B2").getValues(), s.getRange("B2").isPartOfMerge()];`)).toEqual([
      [
        [1, ""],
        ["", ""],
      ],
      true,
    ]);
    expect(refusal(`s.getRange("A1").breakApart();`)).toBe(
      "You must select all cells in a merged range to merge or unmerge them.",
    );
  });

  behaviour(
    "documented",
    "clearContent keeps formats, clearFormat keeps content, clear takes both and leaves notes and rules",
    () => {
      const { run } = bench();
      run(`s.getRange("A1:A3").setValue("x").setBackground("red").setNote("n");
         s.getRange("A1").clearContent(); s.getRange("A2").clearFormat(); s.getRange("A3").clear();`);
      expect(
        run(
          `const r = s.getRange("A1:A3"); return [r.getValues().flat(), r.getBackgrounds().flat(), r.getNotes().flat()];`,
        ),
      ).toEqual([
        ["", "x", ""],
        ["#ff0000", "#ffffff", "#ffffff"],
        ["n", "n", "n"],
      ]);
    },
  );

  behaviour("documented", "copying values leaves formulas and formats behind", () => {
    const { run } = bench();
    run(`s.getRange("A1").setFormula("=2*3").setBackground("red");
         s.getRange("A1").copyTo(s.getRange("B1:B2"), SpreadsheetApp.CopyPasteType.PASTE_VALUES, false);`);
    expect(
      run(
        `const r = s.getRange("B1:B2"); return [r.getFormulas().flat(), r.getValues().flat(), r.getBackgrounds().flat()];`,
      ),
    ).toEqual([
      ["", ""],
      [6, 6],
      ["#ffffff", "#ffffff"],
    ]);
  });

  behaviour("documented", "text is found and replaced in shown values", () => {
    expect(
      bench().run(`s.getRange("A1:A3").setValues([["Иванов"], ["иванов И."], ["Петров"]]);
        const n = s.createTextFinder("иванов").replaceAllWith("Сидоров"); return [n, s.getRange("A1:A3").getValues().flat()];`),
    ).toEqual([2, ["Сидоров", "Сидоров И.", "Петров"]]);
  });
});

// Validation, protection, metadata, charts and the user interface.
import { driveFiles } from "../drive/files";
import { behaviour } from "../kernel/behaviour";
import { CURATOR, DEPUTY, stage } from "../kernel/testing";
import { bench } from "./testing";

const PROTECTED =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/** A bench whose deputy may edit the file. */
function shared(): ReturnType<typeof bench> {
  const made = bench();
  const file = driveFiles(made.world).find(made.spreadsheetId);
  file?.permissions.push({ id: "p", type: "user", role: "writer", emailAddress: DEPUTY });
  return made;
}

describe("data validation", () => {
  behaviour("documented", "a new rule lets invalid data in", () => {
    expect(
      bench()
        .run(`s.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["да", "нет"]).build());
        return s.getRange("A1").setValue("может быть").getValue();`),
    ).toBe("может быть");
  });

  behaviour(
    "measured",
    "a strict rule refuses the write, names the cell and the choices, and writes nothing of the block",
    () => {
      const { refusal, run } = bench();
      run(
        `s.getRange("B1:B9").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["да", "нет"]).setAllowInvalid(false).build());`,
      );
      expect(refusal(`s.getRange("A2:B2").setValues([["x", "может"]]);`)).toBe(
        "The data you entered in cell B2 violates the data validation rules set on this cell. Please enter one of the following values: да, нет.",
      );
      expect(
        run(
          `s.getRange("B3").setValue("да"); s.getRange("B4").setValue(""); return [s.getRange("A2").getValue(), s.getRange("B3").getValue()];`,
        ),
      ).toEqual(["", "да"]);
    },
  );

  behaviour("documented", "criteria are kept and given back", () => {
    expect(
      bench()
        .run(`const rule = SpreadsheetApp.newDataValidation().requireNumberBetween(1, 5).setHelpText("От 1 до 5").setAllowInvalid(false).build();
        const back = s.getRange("A1").setDataValidation(rule).getDataValidation();
        return [String(back.getCriteriaType()), back.getCriteriaValues(), back.getHelpText(), back.getAllowInvalid(), s.getRange("A2").getDataValidation()];`),
    ).toEqual(["NUMBER_BETWEEN", [1, 5], "От 1 до 5", false, null]);
  });

  behaviour("documented", "a list from a range follows the range's cells", () => {
    const { run, refusal } = bench();
    run(`s.getRange("H1:H2").setValues([["химия"], ["физика"]]);
         s.getRange("A1").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInRange(s.getRange("H1:H9")).setAllowInvalid(false).build());
         s.insertColumnBefore(8); s.getRange("I3").setValue("биология"); s.getRange("A1").setValue("биология");`);
    expect(run(`return s.getRange("A1").getDataValidation().getCriteriaValues()[0].getA1Notation();`)).toBe("I1:I9");
    expect(refusal(`s.getRange("A1").setValue("логика");`)).toContain("violates the data validation rules");
  });

  behaviour("assumed", "number, date, mail and checkbox rules refuse what they say", () => {
    const { refusal, run } = bench();
    const strict = (require: string): string =>
      `s.getRange("A1").clearContent().setDataValidation(SpreadsheetApp.newDataValidation().${require}.setAllowInvalid(false).build());`;
    for (const [require, good, bad] of [
      ["requireNumberGreaterThan(3)", "4", '"3"'],
      ["requireDate()", '"01.09.2026"', '"скоро"'],
      ["requireDateOnOrAfter(new Date(2026, 8, 1))", '"01.09.2026"', '"31.08.2026"'],
      ["requireTextIsEmail()", '"a@b.ru"', '"a на b"'],
      ["requireCheckbox()", "true", '"нет"'],
    ]) {
      run(`${strict(require ?? "")} s.getRange("A1").setValue(${good});`);
      expect([require, refusal(`s.getRange("A1").setValue(${bad});`)]).toEqual([
        require,
        expect.stringContaining("cell A1 violates"),
      ]);
    }
  });

  behaviour("documented", "a list takes at most 500 items", () => {
    expect(
      bench().refusal(
        `SpreadsheetApp.newDataValidation().requireValueInList(Array.from({ length: 501 }, (_, i) => String(i)));`,
      ),
    ).toContain("limit of 500");
  });

  behaviour("documented", "checkboxes put FALSE into empty cells and are ticked and unticked", () => {
    expect(
      bench()
        .run(`const r = s.getRange("A1:A2").insertCheckboxes(); const before = r.getValues().flat(); s.getRange("A1").check();
        return [before, r.getValues().flat(), r.isChecked(), s.getRange("A1").isChecked(), s.getRange("B1").isChecked()];`),
    ).toEqual([[false, false], [true, false], null, true, null]);
  });
});

describe("protection", () => {
  behaviour("documented", "a new protection keeps nobody out; removing editors does; the owner always may", () => {
    const { run, refusal } = shared();
    run(`s.getRange("A1:A5").protect().setDescription("Ключи");`);
    expect(() => refusal(`s.getRange("A1").setValue(1);`, DEPUTY)).toThrow("Nothing was refused");
    run(`const p = s.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0]; p.removeEditors(p.getEditors());`);
    expect(refusal(`s.getRange("A1:B1").setValues([[1, 2]]);`, DEPUTY)).toBe(PROTECTED);
    expect(run(`s.getRange("A1").setValue(7); return s.getRange("A1").getValue();`)).toBe(7);
  });

  behaviour("measured", "the owner is not among the editors", () => {
    expect(shared().run(`return s.protect().getEditors().map((u) => u.getEmail());`)).toEqual([DEPUTY]);
  });

  behaviour("documented", "a protected tab leaves its unprotected ranges open", () => {
    const { run, refusal } = shared();
    run(`const p = s.protect(); p.removeEditors(p.getEditors()); p.setUnprotectedRanges([s.getRange("B2:B9")]);`);
    expect(refusal(`s.getRange("A1").setValue(1);`, DEPUTY)).toBe(PROTECTED);
    expect(() => refusal(`s.getRange("B3").setValue(1);`, DEPUTY)).toThrow("Nothing was refused");
    expect(refusal(`s.setName("Моё");`, DEPUTY)).toBe(PROTECTED);
    expect(refusal(`s.insertRowBefore(1);`, DEPUTY)).toBe(PROTECTED);
  });

  behaviour("assumed", "who may edit the file only later is not among the editors of an older protection", () => {
    const { run, refusal, world, spreadsheetId } = bench();
    run(`s.protect().setDescription("Контакты");`);
    driveFiles(world)
      .find(spreadsheetId)
      ?.permissions.push({ id: "p", type: "user", role: "writer", emailAddress: DEPUTY });
    expect(refusal(`s.getRange("A1").setValue(1);`, DEPUTY)).toBe(PROTECTED);
    run(`ss.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0].addEditor("${DEPUTY}");`);
    expect(() => refusal(`s.getRange("A1").setValue(1);`, DEPUTY)).toThrow("Nothing was refused");
  });

  behaviour("assumed", "what is no address is refused as an editor, and nobody of that call is added", () => {
    const { run, refusal } = shared();
    run(`s.protect();`);
    const first = `ss.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0]`;
    expect(refusal(`${first}.addEditors(["new@school.example", "никто"]);`)).toBe("Invalid email: никто");
    expect(run(`return ${first}.getEditors().map((u) => u.getEmail());`)).toEqual([DEPUTY]);
  });

  behaviour("documented", "a warning keeps nobody out", () => {
    const { run, refusal } = shared();
    run(`const p = s.getRange("A1").protect(); p.removeEditors(p.getEditors()); p.setWarningOnly(true);`);
    expect(() => refusal(`s.getRange("A1").setValue(1);`, DEPUTY)).toThrow("Nothing was refused");
  });

  behaviour("documented", "rows with protected cells cannot be deleted by others", () => {
    const { run, refusal } = shared();
    run(`const p = s.getRange("A1:Z1").protect(); p.removeEditors(p.getEditors());`);
    expect(refusal(`s.deleteRow(1);`, DEPUTY)).toBe(PROTECTED);
    expect(refusal(`s.sort(1);`, DEPUTY)).toBe(PROTECTED);
  });

  behaviour("documented", "who may not edit the file may not edit a cell", () => {
    expect(bench().refusal(`s.getRange("A1").setValue(1);`, DEPUTY)).toBe(PROTECTED);
  });
});

describe("opening", () => {
  const ALL = ["https://www.googleapis.com/auth/spreadsheets"];

  behaviour("documented", "openById needs the wide scope; the current file does not", () => {
    const { run, refusal } = bench({ scopes: ["https://www.googleapis.com/auth/spreadsheets.currentonly"] });
    expect(run(`return ss.getName();`)).toBe("Наставничество");
    expect(refusal(`SpreadsheetApp.openById(ss.getId());`)).toContain(
      "Specified permissions are not sufficient to call SpreadsheetApp.openById",
    );
  });

  behaviour("measured", "a missing or foreign document is refused", () => {
    const { refusal, spreadsheetId } = bench({ scopes: ALL });
    expect(refusal(`SpreadsheetApp.openById("nope");`)).toBe("Document nope is missing (perhaps it was deleted?)");
    expect(refusal(`SpreadsheetApp.openById(${JSON.stringify(spreadsheetId)});`, DEPUTY)).toBe(
      "You do not have permissions to access the requested document.",
    );
  });

  behaviour("documented", "create makes a spreadsheet of one's own that can be opened by address", () => {
    expect(
      bench({ scopes: ALL }).run(`const made = SpreadsheetApp.create("Новая", 10, 3);
        return [SpreadsheetApp.openByUrl(made.getUrl()).getName(), made.getSheets()[0].getMaxRows(), made.getOwner().getEmail()];`),
    ).toEqual(["Новая", 10, CURATOR]);
  });
});

describe("developer metadata", () => {
  behaviour("documented", "it hangs on the spreadsheet, a tab, a whole row or a whole column, and moves along", () => {
    expect(
      bench().run(`s.getRange("B:B").addDeveloperMetadata("key", "fullName"); s.insertColumnBefore(1);
        const found = ss.createDeveloperMetadataFinder().withKey("key").find()[0];
        return [found.getValue(), found.getLocation().getColumn().getColumn(), s.getRange("C:C").getDeveloperMetadata().length];`),
    ).toEqual(["fullName", 3, 1]);
  });

  behaviour("measured", "it cannot hang on any other range", () => {
    expect(bench().refusal(`s.getRange("B2:B3").addDeveloperMetadata("key");`)).toContain(
      "Adding developer metadata to arbitrary ranges is not currently supported.",
    );
  });
});

describe("charts and conditional formats", () => {
  behaviour(
    "documented",
    "a chart is kept with its ranges, options and place, changed by updateChart, and removed",
    () => {
      expect(
        bench()
          .run(`const chart = s.newChart().asColumnChart().setTitle("Охват").addRange(s.getRange("A1:B4")).setPosition(2, 5, 10, 0).setOption("width", 400).build();
        s.insertChart(chart); const kept = s.getCharts()[0];
        s.updateChart(kept.modify().setOption("title", "Удовлетворённость").asPieChart().build());
        const changed = s.getCharts()[0];
        const facts = [kept.getOptions().get("title"), changed.getOptions().get("title"), String(changed.modify().getChartType()),
          changed.getContainerInfo().getAnchorColumn(), changed.getChartId() === kept.getChartId()];
        s.removeChart(changed); return facts.concat(s.getCharts().length);`),
      ).toEqual(["Охват", "Удовлетворённость", "PIE", 5, true, 0]);
    },
  );

  behaviour("documented", "conditional format rules are kept in order and given back", () => {
    expect(
      bench()
        .run(`s.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberLessThan(3).setBackground("#f4cccc").setRanges([s.getRange("A1:A9")]).build()]);
        s.insertRowBefore(1); const rule = s.getConditionalFormatRules()[0]; const when = rule.getBooleanCondition();
        return [rule.getRanges()[0].getA1Notation(), String(when.getCriteriaType()), when.getCriteriaValues(), when.getBackground()];`),
    ).toEqual(["A2:A10", "NUMBER_LESS_THAN", [3], "#f4cccc"]);
  });
});

describe("user interface", () => {
  const CODE = `function onOpen() { SpreadsheetApp.getUi().createMenu("Наставничество").addItem("Начало работы", "go").addSeparator()
      .addSubMenu(SpreadsheetApp.getUi().createMenu("Ещё").addItem("О программе", "about")).addToUi(); }
    function ask() { const ui = SpreadsheetApp.getUi(); return String(ui.alert("Удалить?", "Точно?", ui.ButtonSet.YES_NO)); }
    function jump() { SpreadsheetApp.getActiveSpreadsheet().toast("Готово"); SpreadsheetApp.getActiveSheet().getRange("C5").activate();
      return SpreadsheetApp.getActiveRange().getA1Notation(); }`;

  behaviour("documented", "onOpen builds a menu with separators and submenus", () => {
    const { run, runtime } = stage(CODE);
    const menus: unknown[] = [];
    runtime.ui.addMenu = (menu): void => void menus.push(menu);
    expect(run("onOpen", { kind: "simple" }).error).toBeNull();
    expect(menus).toEqual([
      {
        kind: "menu",
        caption: "Наставничество",
        addon: false,
        entries: [
          { kind: "item", caption: "Начало работы", functionName: "go" },
          { kind: "separator" },
          {
            kind: "menu",
            caption: "Ещё",
            addon: false,
            entries: [{ kind: "item", caption: "О программе", functionName: "about" }],
          },
        ],
      },
    ]);
  });

  behaviour("measured", "there is no user interface in a trigger", () => {
    expect(stage(CODE).run("ask", { kind: "trigger" }).error?.message).toBe(
      "Cannot call SpreadsheetApp.getUi() from this context.",
    );
  });

  behaviour("documented", "an alert answers with the button that was pressed", () => {
    const { run, runtime } = stage(CODE);
    runtime.ui.alert = ({ title, prompt, buttons }): "YES" | "NO" =>
      title === "Удалить?" && prompt === "Точно?" && buttons === "YES_NO" ? "YES" : "NO";
    expect(run("ask").value).toBe("YES");
  });

  behaviour("documented", "activating a cell selects it in the window", () => {
    const { run, runtime } = stage(CODE);
    const places: unknown[] = [];
    runtime.ui.activate = (place): void => void places.push(place);
    expect(run("jump").value).toBe("C5");
    expect(places).toEqual([{ sheetId: 0, a1: "C5" }]);
  });
});

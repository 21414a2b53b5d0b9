// A person's edits: what they change, what they may not, and the triggers they fire.
import fc from "fast-check";
import { driveFiles } from "../drive/files";
import { CURATOR, DEPUTY, stage } from "../kernel/testing";
import {
  clearBlock,
  copyBlock,
  deleteAt,
  duplicateSheet,
  filterSheet,
  type Hand,
  hideAt,
  insertAt,
  moveAt,
  pasteBlock,
  sortSheet,
  toggleCheckbox,
  typeCell,
} from "./edits";
import { cellView, displayRows, dropDownChoices, readSpreadsheet, rowHiding } from "./read";
import { bench } from "./testing";

function rowsOf(hand: Hand): string[][] {
  const book = readSpreadsheet(hand.world, hand.spreadsheetId);
  const [sheet] = book.sheets;
  return sheet ? displayRows(hand.world, book, sheet) : [];
}

test("typed text is read as Google reads it, and the formula bar shows what to type again", () => {
  const { hand, world, spreadsheetId } = bench();
  typeCell(hand, 0, 1, 1, "01.09.2026");
  typeCell(hand, 0, 2, 1, "'007");
  typeCell(hand, 0, 3, 1, "=2*3");
  typeCell(hand, 0, 4, 1, "1,50");
  const book = readSpreadsheet(world, spreadsheetId);
  const inputs = [1, 2, 3, 4].map(
    (row) => cellView(world, book, book.sheets[0] as (typeof book.sheets)[number], row, 1).input,
  );
  expect(rowsOf(hand).flat()).toEqual(["01.09.2026", "007", "6", "1,5"]);
  expect(inputs).toEqual(["01.09.2026", "007", "=2*3", "1,5"]);
});

test("a strict rule refuses what is typed and pasted, and keeps what was there", () => {
  const { hand, run } = bench();
  run(`s.getRange("A1:A3").setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["да", "нет"]).setAllowInvalid(false).build());
       s.getRange("A1").setValue("да");`);
  expect(() => typeCell(hand, 0, 1, 1, "может")).toThrow("violates the data validation rules");
  expect(() => pasteBlock(hand, 0, 1, 1, [["нет"], ["может"]])).toThrow("cell A2 violates");
  expect(rowsOf(hand)).toEqual([["да"]]);
});

test("who may not edit a protected cell is told so in Google's words", () => {
  const { hand, run, world, spreadsheetId } = bench();
  run(`const p = s.getRange("A1").protect(); p.removeEditors(p.getEditors());`);
  driveFiles(world)
    .find(spreadsheetId)
    ?.permissions.push({ id: "p", type: "user", role: "writer", emailAddress: DEPUTY });
  const deputy = { ...hand, user: DEPUTY };
  expect(() => typeCell(deputy, 0, 1, 1, "x")).toThrow("You are trying to edit a protected cell or object.");
  expect(() => deleteAt(deputy, 0, "rows", 1)).toThrow("protected cell");
  typeCell(deputy, 0, 2, 1, "x");
  typeCell(hand, 0, 1, 1, "y");
  expect(rowsOf(hand)).toEqual([["y"], ["x"]]);
});

test("a paste beyond the grid makes it larger", () => {
  const { hand, world, spreadsheetId } = bench();
  pasteBlock(hand, 0, 1000, 26, [
    ["a", "b"],
    ["c", "d"],
  ]);
  const [sheet] = readSpreadsheet(world, spreadsheetId).sheets;
  expect([sheet?.maxRows, sheet?.maxColumns]).toEqual([1001, 27]);
});

test("an edit runs the simple trigger as the person and the installed one as its owner, with old and new value", () => {
  const code = `function onEdit(e) { note("simple", e); }
    function onEditInstalled(e) { note("installed", e); }
    function note(kind, e) {
      const cell = e.source.getSheets()[1].getRange(kind === "simple" ? "A1" : "A2");
      cell.setValue([kind, e.range.getA1Notation(), e.oldValue, e.value, e.user && e.user.getEmail()].join(" "));
    }
    function install() { const ss = SpreadsheetApp.getActiveSpreadsheet(); ss.insertSheet("Журнал", 1);
      ScriptApp.newTrigger("onEditInstalled").forSpreadsheet(ss).onEdit().create(); }`;
  const { world, script, value } = stage(code);
  value("install");
  const hand = { world, spreadsheetId: script.containerId ?? "", user: CURATOR };
  typeCell(hand, 0, 2, 2, "5");
  typeCell(hand, 0, 2, 2, "7");
  const book = readSpreadsheet(world, hand.spreadsheetId);
  const journal = book.sheets[1];
  expect(journal && displayRows(world, book, journal)).toEqual([
    [`simple B2 5 7 ${CURATOR}`],
    [`installed B2 5 7 ${CURATOR}`],
  ]);
});

test("what a script writes fires no trigger", () => {
  const { value, world, script } = stage(
    `function onEdit() { SpreadsheetApp.getActiveSheet().getRange("B1").setValue("сработал"); }
     function write() { SpreadsheetApp.getActiveSheet().getRange("A1").setValue(1); }`,
  );
  value("write");
  expect(rowsOf({ world, spreadsheetId: script.containerId ?? "", user: CURATOR })).toEqual([["1"]]);
});

test("Delete empties cells, unticks checkboxes and leaves drop-downs", () => {
  const { hand, run, world, spreadsheetId } = bench();
  run(`s.getRange("A1").insertCheckboxes().check(); s.getRange("B1").setValue("да")
    .setDataValidation(SpreadsheetApp.newDataValidation().requireValueInList(["да", "нет"]).build());`);
  clearBlock(hand, 0, { row: 1, column: 1, rows: 1, columns: 2 });
  toggleCheckbox(hand, 0, 1, 1);
  const book = readSpreadsheet(world, spreadsheetId);
  const [sheet] = book.sheets;
  const rule = sheet && cellView(world, book, sheet, 1, 2).rule;
  expect(rowsOf(hand)).toEqual([["ИСТИНА"]]);
  expect(rule && dropDownChoices(world, book, rule)).toEqual(["да", "нет"]);
});

test("filtered and hidden rows are told apart, and a duplicated tab stands beside its original", () => {
  const { hand, world, spreadsheetId } = bench();
  pasteBlock(hand, 0, 1, 1, [["Город"], ["Омск"], ["Тверь"]]);
  filterSheet(hand, 0, { row: 1, column: 1, rows: 3, columns: 1 }, { 1: { hiddenValues: ["Омск"] } });
  hideAt(hand, 0, "rows", 3, 1, true);
  duplicateSheet(hand, 0);
  const book = readSpreadsheet(world, spreadsheetId);
  expect(book.sheets.map((sheet) => [sheet.name, [1, 2, 3].map((row) => rowHiding(world, book, sheet, row))])).toEqual([
    ["Лист1", [null, "filter", "user"]],
    ["Лист1 (копия)", [null, "filter", "user"]],
  ]);
});

test("everything that is kept survives being saved as JSON", () => {
  const { hand, run, world, spreadsheetId } = bench();
  run(`const r = s.getRange("A1:C5"); r.setValue("x").setBackground("red").setBorder(true, true, true, true, false, false).protect();
       r.createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().whenTextContains("x").build());
       s.getRange("B:B").insertCheckboxes(); s.getRange("C1").setFontColor(null).setFontWeight("bold").setFontWeight(null);
       s.insertChart(s.newChart().asPieChart().addRange(r).setOption("legend", { position: "none" }).build());
       ss.setNamedRange("имя", s.getRange("A2:A")); s.getRange("2:2").addDeveloperMetadata("k");`);
  insertAt(hand, 0, "rows", 2, 2);
  const book = readSpreadsheet(world, spreadsheetId);
  expect(JSON.parse(JSON.stringify(book))).toStrictEqual(book);
});

describe("invariants", () => {
  const line = fc.integer({ min: 1, max: 6 });
  const axis = fc.constantFrom("rows" as const, "columns" as const);
  const step = fc.oneof(
    fc.record({ kind: fc.constant("insert" as const), axis, at: line, count: fc.integer({ min: 1, max: 3 }) }),
    fc.record({
      kind: fc.constant("move" as const),
      axis,
      at: line,
      count: fc.integer({ min: 1, max: 3 }),
      to: fc.integer({ min: 1, max: 10 }),
    }),
    fc.record({ kind: fc.constant("sort" as const), column: line, ascending: fc.boolean() }),
  );

  test("no sequence of inserting, moving and sorting loses a cell, or parts a cell from its note and colour", () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
        const { hand, run, world, spreadsheetId } = bench();
        run(`const values = [1, 2, 3, 4].map((y) => [1, 2, 3].map((x) => "к" + y + x));
             s.getRange("A1:C4").setValues(values).setNotes(values);
             s.getRange("A1:C4").setBackgrounds(values.map((row) => row.map((v) => "#0000" + v.slice(1))));`);
        for (const one of steps) {
          if (one.kind === "insert") insertAt(hand, 0, one.axis, one.at, one.count);
          else if (one.kind === "move") moveAt(hand, 0, one.axis, one.at, one.count, one.to);
          else sortSheet(hand, 0, one.column, one.ascending);
        }
        const [sheet] = readSpreadsheet(world, spreadsheetId).sheets;
        const book = readSpreadsheet(world, spreadsheetId);
        const cells = (sheet?.rows ?? []).flat().filter((cell) => cell?.v !== undefined);
        const found = cells.map((cell) => [cell?.v, cell?.note, book.styles[cell?.s ?? -1]?.background]);
        const expected = [1, 2, 3, 4].flatMap((y) => [1, 2, 3].map((x) => [`к${y}${x}`, `к${y}${x}`, `#0000${y}${x}`]));
        expect(found.sort()).toEqual(expected.sort());
      }),
      { numRuns: 60 },
    );
  });

  test("a formula over one cell follows it through every insertion and move", () => {
    const structural = fc.oneof(
      fc.record({ kind: fc.constant("insert" as const), axis, at: line, count: fc.integer({ min: 1, max: 3 }) }),
      fc.record({
        kind: fc.constant("move" as const),
        axis,
        at: line,
        count: fc.integer({ min: 1, max: 3 }),
        to: fc.integer({ min: 1, max: 10 }),
      }),
    );
    fc.assert(
      fc.property(fc.array(structural, { maxLength: 8 }), (steps) => {
        const { hand, run } = bench();
        run(
          `s.getRange("B3").setValue("цель"); ss.insertSheet("Ссылка").getRange("A1").setFormula("=Лист1!B3"); ss.setNamedRange("имя", s.getRange("B3"));`,
        );
        for (const one of steps) {
          if (one.kind === "insert") insertAt(hand, 0, one.axis, one.at, one.count);
          else moveAt(hand, 0, one.axis, one.at, one.count, one.to);
        }
        expect(
          run(`return [ss.getSheetByName("Ссылка").getRange("A1").getValue(), ss.getRangeByName("имя").getValue()];`),
        ).toEqual(["цель", "цель"]);
      }),
      { numRuns: 60 },
    );
  });

  test("copying a block and deleting the copy's rows leaves the original as it was", () => {
    const { hand } = bench();
    pasteBlock(hand, 0, 1, 1, [
      ["a", "=A1"],
      ["b", "=A2"],
    ]);
    const before = rowsOf(hand);
    copyBlock(hand, 0, { row: 1, column: 1, rows: 2, columns: 2 }, 5, 1);
    expect(rowsOf(hand).slice(4)).toEqual(before);
    deleteAt(hand, 0, "rows", 5, 2);
    expect(rowsOf(hand)).toEqual(before);
  });
});

// A curator sorts, inserts or deletes rows in the very moment in which a command writes: no two records are mixed up.
import fc from "fast-check";
import { createWorld, installGlobals } from "../../sandbox/index";
import * as edits from "../../sandbox/spreadsheet/edits";
import { openBook } from "../google/sheets";
import { change, look } from "./commands";
import { choice, code, number, text } from "./columns";
import { defineTable } from "./table";
import { ensureTabs } from "./tabs";

const note = "Пояснение.";
const persons = defineTable({
  key: "persons",
  tab: "Люди",
  prefix: "Л",
  columns: {
    code: code("Код"),
    name: text("ФИО", { note, required: true }),
    age: number("Возраст", { note }),
    status: choice("Статус", ["новый", "опытный"], { note }),
  },
});
const COUNT = 14;

type Meanwhile = (hand: edits.Hand, sheetId: number) => void;
const anyMeanwhile = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.boolean()).map(
    ([column, up]): Meanwhile =>
      (hand, id) =>
        edits.sortSheet(hand, id, column, up),
  ),
  fc.integer({ min: 3, max: COUNT + 2 }).map(
    (row): Meanwhile =>
      (hand, id) =>
        edits.insertAt(hand, id, "rows", row),
  ),
  fc.integer({ min: 3, max: COUNT + 2 }).map(
    (row): Meanwhile =>
      (hand, id) =>
        edits.deleteAt(hand, id, "rows", row),
  ),
);

/** Lets it happen right before such a call is made for the first time. */
function rightBefore(doing: string, installed: ReturnType<typeof installGlobals>, happen: () => void): void {
  const { exec } = installed;
  const perform = exec.perform.bind(exec);
  let waiting = true;
  jest.spyOn(exec, "perform").mockImplementation((service, member, args) => {
    if (waiting && member === doing) {
      waiting = false;
      happen();
    }
    return perform(service, member, args);
  });
}

test("records keep their own values, whatever happens to the rows at that moment", () => {
  fc.assert(
    fc.property(anyMeanwhile, fc.subarray([...Array(COUNT).keys()], { minLength: 1 }), (meanwhile, picked) => {
      const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
      const installed = installGlobals(world, { user: "curator@school.example" });
      try {
        ensureTabs([persons]);
        change("Начало", (wb) => {
          for (let n = 0; n < COUNT; n++) wb.add(persons, { name: `Имя ${(n * 5) % COUNT}`, age: 20 + n });
        });
        const sheet = openBook().tab("Люди")?.sheet;
        if (!sheet) throw new Error("no tab");
        const hand = { world, spreadsheetId: sheet.getParent().getId(), user: "curator@school.example" };
        const before = look((wb) => wb.all(persons));
        const chosen = new Set(picked.map((index) => before[index]?.code));
        const wanted = before.map((one) => (chosen.has(one.code) ? { ...one, age: 60, status: "опытный" } : one));
        rightBefore("setValues", installed, () => meanwhile(hand, sheet.getSheetId()));
        change("Изменение", (wb) =>
          wb.all(persons).forEach((one) => {
            if (chosen.has(one.code)) wb.update(persons, one.code, { age: 60, status: "опытный" });
          }),
        );
        const after = look((wb) => wb.all(persons));
        expect(after.length).toBeGreaterThanOrEqual(COUNT - 1);
        for (const one of after) expect(one).toEqual(wanted.find(({ code: id }) => id === one.code));
        expect(look((wb) => wb.problems(persons))).toEqual([]);
      } finally {
        jest.restoreAllMocks();
        installed.uninstall();
      }
    }),
    { numRuns: 60 },
  );
});

test("a removed record goes and no other one, whatever happens to the rows at that moment", () => {
  const indices = [...Array(COUNT).keys()];
  fc.assert(
    fc.property(
      anyMeanwhile,
      fc.subarray(indices, { minLength: 1 }),
      fc.subarray(indices),
      (meanwhile, gone, other) => {
        const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
        const installed = installGlobals(world, { user: "curator@school.example" });
        try {
          ensureTabs([persons]);
          change("Начало", (wb) => {
            for (let n = 0; n < COUNT; n++) wb.add(persons, { name: `Имя ${(n * 5) % COUNT}`, age: 20 + n });
          });
          const sheet = openBook().tab("Люди")?.sheet;
          if (!sheet) throw new Error("no tab");
          // A curator's own columns: a text, a formula of the row, a formula for the whole column.
          sheet.getRange("F1:H2").setValues([
            ["", "", ""],
            ["Моё", "Длина", "Всего"],
          ]);
          for (let row = 3; row < COUNT + 3; row++)
            sheet.getRange(row, 6, 1, 2).setValues([[`моё ${sheet.getRange(row, 2).getValue()}`, `=LEN(B${row})`]]);
          const rowOf = (line: unknown[]): string => JSON.stringify(line);
          const grid = (): unknown[][] =>
            sheet
              .getRange(3, 1, COUNT + 2, 7)
              .getValues()
              .filter((line) => line.join("") !== "");
          const records = look((wb) => wb.all(persons));
          const codes = (picked: number[]) => picked.map((index) => records[index]?.code ?? "");
          const removed = new Set(codes(gone));
          const updated = new Set(codes(other).filter((id) => !removed.has(id)));
          const wanted = grid()
            .filter(([id]) => !removed.has(String(id)))
            .map((line) => rowOf(updated.has(String(line[0])) ? [line[0], line[1], 60, ...line.slice(3)] : line));
          const hand = { world, spreadsheetId: sheet.getParent().getId(), user: "curator@school.example" };
          rightBefore("deleteRows", installed, () => meanwhile(hand, sheet.getSheetId()));
          change("Удаление", (wb) => {
            updated.forEach((id) => wb.update(persons, id, { age: 60 }));
            removed.forEach((id) => wb.remove(persons, id));
          });
          const left = new Set(look((wb) => wb.all(persons)).map((one) => one.code));
          removed.forEach((id) => expect(left.has(id)).toBe(false));
          const found = grid().map(rowOf);
          expect(new Set(found).size).toBe(found.length);
          // The curator may have deleted one himself.
          expect(wanted.filter((line) => !found.includes(line)).length).toBeLessThanOrEqual(1);
          expect(found.filter((line) => !wanted.includes(line))).toEqual([]);
          expect(look((wb) => wb.problems(persons))).toEqual([]);
        } finally {
          jest.restoreAllMocks();
          installed.uninstall();
        }
      },
    ),
    { numRuns: 60 },
  );
});

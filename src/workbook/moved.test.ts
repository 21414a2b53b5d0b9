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

/** Lets it happen right before the first values are written. */
function beforeWriting(installed: ReturnType<typeof installGlobals>, happen: () => void): void {
  const { exec } = installed;
  const perform = exec.perform.bind(exec);
  let waiting = true;
  jest.spyOn(exec, "perform").mockImplementation((service, member, args) => {
    if (waiting && member === "setValues") {
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
        beforeWriting(installed, () => meanwhile(hand, sheet.getSheetId()));
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

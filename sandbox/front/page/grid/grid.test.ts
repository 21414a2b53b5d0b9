// The arithmetic of the grid: copied text, steps of the selection, rows in view.
import fc from "fast-check";
import type { SheetView } from "../../operations/bookView";
import { layoutOf, rowsInView } from "./layout";
import { type Ground, leap, step } from "./selection";
import { readLines, writeLines } from "./tabSeparated";

test("what is copied comes back as it was, quotes, tabs and line breaks included", () => {
  const cell = fc.string({ unit: fc.constantFrom("а", "Б", '"', "\t", "\n", " ", "1", "=") });
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 5 }),
    );
  fc.assert(
    fc.property(block, (lines) => {
      // One empty last line is how other programs end their text.
      const last = lines[lines.length - 1] ?? [];
      fc.pre(last.some((text) => text !== "") || last.length > 1);
      expect(readLines(writeLines(lines))).toEqual(lines);
    }),
  );
});

const ground = (hidden: number[], filled: string[]): Ground => ({
  maxRows: 20,
  maxColumns: 5,
  isRowHidden: (row) => hidden.includes(row),
  isColumnHidden: () => false,
  isFilled: (row, column) => filled.includes(`${row},${column}`),
  lastRow: 20,
  lastColumn: 5,
});

test("an arrow steps over hidden rows and stops at the edge", () => {
  const place = ground([1, 3, 4], []);
  expect(step(place, { row: 2, column: 1 }, 1, 0)).toEqual({ row: 5, column: 1 });
  expect(step(place, { row: 2, column: 1 }, -1, 0)).toEqual({ row: 2, column: 1 });
  expect(step(place, { row: 2, column: 5 }, 0, 1)).toEqual({ row: 2, column: 5 });
});

test("Ctrl with an arrow goes to the end of what is filled, then to the next filled cell, then to the edge", () => {
  const place = ground([], ["2,1", "3,1", "4,1", "9,1"]);
  expect(leap(place, { row: 2, column: 1 }, 1, 0).row).toBe(4);
  expect(leap(place, { row: 4, column: 1 }, 1, 0).row).toBe(9);
  expect(leap(place, { row: 9, column: 1 }, 1, 0).row).toBe(20);
});

const sheet = (given: Partial<SheetView>): SheetView => ({
  bookId: "b",
  revision: 0,
  id: 0,
  maxRows: 1000,
  maxColumns: 3,
  frozenRows: 0,
  frozenColumns: 0,
  hiddenRows: [],
  hiddenColumns: [],
  columnWidths: {},
  rowHeights: {},
  gridlines: true,
  merges: [],
  looks: [],
  rules: [],
  rows: [],
  charts: [],
  filter: null,
  ...given,
});

test("every row that can be seen is drawn, and only a few beyond, however the heights vary", () => {
  const heights = fc.dictionary(fc.integer({ min: 3, max: 1000 }).map(String), fc.integer({ min: 10, max: 300 }));
  fc.assert(
    fc.property(heights, fc.integer({ min: 0, max: 30_000 }), (rowHeights, scrollTop) => {
      const view = sheet({ rowHeights, frozenRows: 2 });
      const layout = layoutOf(view);
      const { first, last } = rowsInView(layout, view, scrollTop, 600);
      expect(first).toBeGreaterThan(2);
      expect(last - first).toBeLessThan(100);
      for (let row = 3; row <= 1000; row += 1) {
        const [top, bottom] = [layout.tops[row - 1] ?? 0, layout.tops[row] ?? 0];
        if (bottom > scrollTop && top < scrollTop + 600) expect(row >= first && row <= last).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});

test("hidden rows and columns take no place; larger type and wrapped lines make a row taller", () => {
  const look = [{ fontSize: 20 }, { wrap: "WRAP" }];
  const long = { t: "слово ".repeat(40), s: 1 };
  const rows = [[{ t: "а", s: 0 }], [long], [{ t: "а" }, long]];
  const layout = layoutOf(sheet({ hiddenRows: [4], hiddenColumns: [2], looks: look, rows }));
  expect(layout.widths).toEqual([100, 0, 100]);
  expect(layout.heights[3]).toBe(0);
  expect(layout.heights[2]).toBe(21);
  expect(layout.heights[0]).toBeGreaterThan(30);
  expect(layout.heights[1]).toBeGreaterThan(100);
});

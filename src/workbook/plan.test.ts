import fc from "fast-check";
import { type Cell, sameCell } from "../google/cell";
import { choice, code, number, text } from "./columns";
import { findLayout, type Layout } from "./layout";
import { type Adoption, type CellChange, type Changes, planWrites, type Target } from "./plan";
import { defineTable } from "./table";
import { identityOfTable } from "./tableInHand";

const note = "Пояснение.";
const posts = defineTable({
  key: "posts",
  tab: "Должности",
  prefix: "Д",
  columns: {
    code: code("Код"),
    name: text("Название", { note, required: true }),
    hours: number("Часы", { note }),
    status: choice("Статус", ["новая", "старая"], { note }),
  },
});
const KEYS = Object.keys(posts.columns);
const HEADINGS = ["Код", "Название", "Часы", "Статус"];

function layoutOf(grid: Cell[][]): Layout {
  const layout = findLayout(grid, posts, identityOfTable(posts).isRecord);
  if (!layout) throw new Error("no key row");
  return layout;
}

const targetOf = (grid: Cell[][]): Target => ({ spec: posts, layout: layoutOf(grid), ...identityOfTable(posts) });
const noChanges = () => ({
  updates: new Map<string, Map<string, CellChange>>(),
  adds: new Map<string, Map<string, Cell>>(),
  adopted: new Map<string, Adoption>(),
});

function sheet(rows: number): Cell[][] {
  const grid: Cell[][] = [[...KEYS], [...HEADINGS]];
  for (let n = 1; n <= rows; n++) grid.push([`Д-${String(n).padStart(3, "0")}`, `Название ${n}`, n, "новая"]);
  return grid;
}

/** What a curator may do to a tab between our reading and our writing. */
type Edit = (grid: Cell[][]) => Cell[][];
const at = (position: number, length: number): number => (length === 0 ? 0 : position % length);
const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat().map((n): Edit => (grid) => {
    const [head, body] = [grid.slice(0, 2), grid.slice(2)];
    return [
      ...head,
      ...body.sort((a, b) => (JSON.stringify(a[at(n, a.length)]) < JSON.stringify(b[at(n, b.length)]) ? 1 : -1)),
    ];
  }),
  fc.nat().map((n): Edit => (grid) => {
    const row = 1 + at(n, grid.length);
    return [...grid.slice(0, row), (grid[0] ?? []).map((): Cell => ""), ...grid.slice(row)];
  }),
  fc.nat().map((n): Edit => (grid) => {
    const row = 2 + at(n, grid.length - 2);
    return grid.length > 3 ? grid.filter((_, index) => index !== row) : grid;
  }),
  fc.tuple(fc.nat(), fc.string()).map(([n, word]): Edit => (grid) => {
    const column = at(n, (grid[0] ?? []).length + 1);
    const own = `мой ${word}`;
    return grid.map((row, index) => [...row.slice(0, column), index === 0 ? "" : own, ...row.slice(column)]);
  }),
  fc.tuple(fc.nat(), fc.nat()).map(
    ([from, to]): Edit =>
      (grid) =>
        grid.map((row) => {
          const rest = [...row];
          const [moved = ""] = rest.splice(at(from, row.length), 1);
          rest.splice(at(to, row.length), 0, moved);
          return rest;
        }),
  ),
  fc.tuple(fc.nat(), fc.string()).map(([n, junk]): Edit => (grid) => {
    const row = 2 + at(n, grid.length - 2);
    const column = (grid[0] ?? []).indexOf("name");
    return grid.map((line, index) => (index === row ? line.map((cell, c) => (c === column ? junk : cell)) : line));
  }),
  fc.string().map((heading): Edit => (grid) => {
    const column = (grid[0] ?? []).indexOf("name");
    return grid.map((line, index) =>
      index === 1 && line[column] === "Название"
        ? line.map((cell, c) => (c === column ? `Имя ${heading}` : cell))
        : line,
    );
  }),
);

/** Google's data range ends with the last content. */
function withoutEmptyEnd(grid: Cell[][]): Cell[][] {
  const last = grid.map((line) => line.some((cell) => cell !== "")).lastIndexOf(true);
  return grid.slice(0, last + 1);
}

interface Wanted {
  updated: Record<string, { name?: string; hours?: number }>;
  added: number;
}

const anyChanges: fc.Arbitrary<Wanted> = fc.record({
  updated: fc.dictionary(
    fc.integer({ min: 1, max: 12 }).map((n) => `Д-${String(n).padStart(3, "0")}`),
    fc.record(
      { name: fc.constantFrom("Другое", "=1+1"), hours: fc.integer({ min: 100, max: 200 }) },
      { requiredKeys: [] },
    ),
  ),
  added: fc.integer({ min: 0, max: 3 }),
});

function changesOn(base: Cell[][], wanted: Wanted): Changes {
  const changes = noChanges();
  for (const [id, patch] of Object.entries(wanted.updated)) {
    const row = base.find((line) => line[0] === id);
    if (!row) continue;
    const cells = Object.entries(patch).map(
      ([key, ours]) => [key, { base: row[KEYS.indexOf(key)] ?? "", ours }] as const,
    );
    changes.updates.set(id, new Map(cells));
  }
  for (let n = 0; n < wanted.added; n++) {
    const id = `Д-9${n}`;
    changes.adds.set(
      id,
      new Map<string, Cell>([
        ["code", id],
        ["name", `Новая ${n}`],
        ["hours", ""],
        ["status", "новая"],
      ]),
    );
  }
  return changes;
}

test("whatever a curator does meanwhile, each record gets its own changes and nothing else is touched", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.array(anyEdit, { maxLength: 8 }),
      anyChanges,
      (rows, edits, wanted) => {
        const base = sheet(rows);
        const current = withoutEmptyEnd(edits.reduce((grid, edit) => edit(grid), base));
        const changes = changesOn(base, wanted);
        const target = targetOf(current);
        const plan = planWrites(
          current,
          target,
          changes,
          current.map((line) => line.map(() => "")),
        );
        const lost = new Set(plan.conflicts.map(({ id, key }) => `${id} ${key ?? ""}`));
        const { columns } = target.layout;

        const written = current.map((line) => [...line]);
        for (const { row, column, values } of plan.rectangles) {
          values.forEach((line, down) =>
            line.forEach((cell, right) => {
              expect([...columns.values()]).toContain(column + right);
              (written[row + down] ??= [])[column + right] = cell;
            }),
          );
        }
        const codeColumn = columns.get("code") ?? 0;
        current.forEach((line, row) => {
          const id = target.identify(line[codeColumn] ?? "") ?? "";
          const patch = changes.updates.get(id);
          line.forEach((cell, column) => {
            const key = [...columns].find(([, position]) => position === column)?.[0] ?? "";
            const change = patch?.get(key);
            const expected = change && !lost.has(`${id} ${key}`) ? change.ours : cell;
            expect(sameCell(written[row]?.[column] ?? "", expected)).toBe(true);
            if (change && sameCell(cell, change.base)) expect(lost.has(`${id} ${key}`)).toBe(false);
          });
        });
        expect(written.length - current.length).toBe(changes.adds.size);
        for (const id of changes.updates.keys()) {
          const present = current.some((line) => line[codeColumn] === id);
          expect(lost.has(`${id} `)).toBe(!present);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test("a thousand changes of one column are written in one stroke, over the unchanged cells between", () => {
  const current = sheet(100);
  const changes = noChanges();
  for (let n = 1; n <= 100; n += 2) {
    changes.updates.set(`Д-${String(n).padStart(3, "0")}`, new Map([["status", { base: "новая", ours: "старая" }]]));
  }
  const blind = planWrites(current, targetOf(current), changes, null);
  expect(blind.wantsFormulas).toBe(true);
  const plan = planWrites(current, targetOf(current), changes, []);
  expect(plan.rectangles).toHaveLength(1);
  expect(plan.after).toEqual(blind.after);
});

test("cells between are not written over where the column holds a curator's formula", () => {
  const current = sheet(20);
  const changes = noChanges();
  for (let n = 1; n <= 20; n += 2) {
    changes.updates.set(`Д-${String(n).padStart(3, "0")}`, new Map([["hours", { base: n, ours: 5000 }]]));
  }
  const formulas = current.map((line, row) => line.map((_, column) => (row === 3 && column === 2 ? "=1+1" : "")));
  expect(planWrites(current, targetOf(current), changes, formulas).rectangles).toHaveLength(10);
});

test("new records stand below the last one, beside a curator's column of formulas that reaches further", () => {
  const current = sheet(3).map((line) => [...line, ""]);
  for (let row = 2; row < 50; row++) current[row] = [...(current[row] ?? ["", "", "", ""]).slice(0, 4), 0];
  const changes = noChanges();
  changes.adds.set(
    "Д-004",
    new Map<string, Cell>([
      ["code", "Д-004"],
      ["name", "Четвёртая"],
    ]),
  );
  const formulas = current.map((_, row) => ["", "", "", "", row >= 2 ? "=0" : ""]);
  expect(planWrites(current, targetOf(current), changes, formulas).rectangles[0]?.row).toBe(5);
  // Without formulas these are a curator's own notes: the record goes below them.
  expect(planWrites(current, targetOf(current), changes, []).rectangles[0]?.row).toBe(50);
});

test("a row typed without a code is found again after sorting", () => {
  const base = [...sheet(2), ["", "Новенькая", 7, ""] as Cell[]];
  const current = [base[0], base[1], base[4], base[3], base[2]] as Cell[][];
  const cells = new Map<string, Cell>([
    ["code", ""],
    ["name", "Новенькая"],
    ["hours", 7],
    ["status", ""],
  ]);
  const changes: Changes = { updates: new Map(), adds: new Map(), adopted: new Map([["Д-003", { row: 4, cells }]]) };
  const plan = planWrites(current, targetOf(current), changes, null);
  expect(plan.after[2]).toEqual(["Д-003", "Новенькая", 7, ""]);
  expect(plan.conflicts).toEqual([]);
});

// Curators do what they like to a tab, commands run between: nothing of theirs is lost and no two records are mixed up.
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
const KEYS = Object.keys(persons.columns);

/** What each live record must hold. */
interface Expected {
  name: string;
  age: number | null;
  status: string | null;
}

/** One curator at one tab, and what the records ought to be. */
class Desk {
  readonly world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
  readonly globals = installGlobals(this.world, { user: "curator@school.example" });
  readonly records = new Map<string, Expected>();
  /** Names typed in rows that have no code yet. */
  readonly typed: string[] = [];
  /** Codes of removed records. */
  readonly given: string[] = [];
  private names = 0;

  constructor() {
    ensureTabs([persons]);
    change("Начало", (wb) => {
      for (const name of ["Анна", "Борис", "Вера", "Глеб"]) {
        const { code: id } = wb.add(persons, { name, age: 20 });
        this.records.set(id, { name, age: 20, status: null });
      }
    });
    const own = [...this.records.keys()].map((id, index) => [`мой ${id}`, `=LEN(B${index + 3})`]);
    edits.pasteBlock(this.hand, this.sheet.getSheetId(), 2, 5, [["Моё", "Длина"], ...own]);
  }

  get sheet(): GoogleAppsScript.Spreadsheet.Sheet {
    const tab = openBook().tab("Люди");
    if (!tab) throw new Error("no tab");
    return tab.sheet;
  }

  get hand(): edits.Hand {
    return {
      world: this.world,
      spreadsheetId: this.sheet.getParent().getId(),
      user: "curator@school.example",
    };
  }

  get grid(): string[][] {
    return this.sheet
      .getDataRange()
      .getValues()
      .map((row) => row.map(String));
  }

  newName(): string {
    return `Человек ${++this.names}`;
  }

  column(key: string): number {
    return (this.grid[0] ?? []).indexOf(key) + 1;
  }

  /** Row of the n-th live record, with its code. */
  pick(n: number): { row: number; id: string } | null {
    const ids = [...this.records.keys()];
    const id = ids[n % Math.max(ids.length, 1)];
    if (id === undefined) return null;
    return { id, row: this.grid.findIndex((row) => row[this.column("code") - 1] === id) + 1 };
  }

  /** Runs a command and checks that it changed no cell outside the program's columns. */
  command(run: () => void): void {
    const [values, formulas] = [this.grid, this.sheet.getDataRange().getFormulas()];
    run();
    const own = new Set((this.grid[0] ?? []).flatMap((key, column) => (KEYS.includes(key) ? [column] : [])));
    const [valuesAfter, formulasAfter] = [this.grid, this.sheet.getDataRange().getFormulas()];
    values.forEach((row, r) =>
      row.forEach((value, c) => {
        if (own.has(c)) return;
        expect(formulasAfter[r]?.[c]).toBe(formulas[r]?.[c]);
        if (formulas[r]?.[c] === "") expect(valuesAfter[r]?.[c]).toBe(value);
      }),
    );
  }

  /** What stands in the curator's columns of all rows but one (from 1). */
  ownCells(without = 0): string[] {
    const own = (this.grid[0] ?? []).flatMap((key, column) => (KEYS.includes(key) ? [] : [column]));
    const rows = this.grid.filter((_, row) => row + 1 !== without);
    return rows.map((cells) => own.map((column) => cells[column] ?? "").join("|")).filter((line) => /[^|]/.test(line));
  }

  /** After a command all typed rows have codes: they are records now. */
  check(): void {
    const all = look((wb) => wb.all(persons));
    for (const name of this.typed.splice(0)) {
      const adopted = all.find((one) => one.name === name);
      expect(adopted).toBeDefined();
      if (adopted) this.records.set(adopted.code, { name, age: null, status: null });
    }
    const found = Object.fromEntries(all.map(({ code: id, name, age, status }) => [id, { name, age, status }]));
    expect(found).toEqual(Object.fromEntries(this.records));
    const codeColumn = this.column("code") - 1;
    for (const row of this.grid) {
      const mine = row.find((cell) => cell.startsWith("мой "));
      if (mine !== undefined) expect(row[codeColumn]).toBe(mine.slice(4));
    }
  }
}

type Step = (desk: Desk) => void;
const at = (n: number, first: number, last: number): number => first + (n % Math.max(last - first + 1, 1));

const STEPS: Record<string, (n: number, m: number) => Step> = {
  renameHeading: (n) => (desk) => {
    const headings = desk.grid.findIndex((row) => row.includes("Моё"));
    if (headings < 0) return;
    const column = desk.column(KEYS[n % KEYS.length] ?? "code");
    if (column > 0) edits.typeCell(desk.hand, desk.sheet.getSheetId(), headings + 1, column, `Заголовок ${n}`);
  },
  moveColumn: (n, m) => (desk) => {
    const last = desk.sheet.getLastColumn();
    edits.moveAt(desk.hand, desk.sheet.getSheetId(), "columns", at(n, 1, last), 1, at(m, 1, last + 1));
  },
  insertColumn: (n) => (desk) => {
    edits.insertAt(desk.hand, desk.sheet.getSheetId(), "columns", at(n, 1, desk.sheet.getLastColumn() + 1));
  },
  deleteColumn: (n) => (desk) => {
    const key = n % 2 === 0 ? "age" : "status";
    const column = desk.column(key);
    if (column === 0) return;
    edits.deleteAt(desk.hand, desk.sheet.getSheetId(), "columns", column);
    desk.records.forEach((record, id) => desk.records.set(id, { ...record, [key]: null }));
  },
  sort: (n, m) => (desk) => {
    edits.sortSheet(desk.hand, desk.sheet.getSheetId(), at(n, 1, desk.sheet.getLastColumn()), m % 2 === 0);
  },
  filter: (n) => (desk) => {
    const range = { row: 2, column: 1, rows: desk.sheet.getLastRow() - 1, columns: desk.sheet.getLastColumn() };
    edits.filterSheet(desk.hand, desk.sheet.getSheetId(), n % 3 === 0 ? null : range);
  },
  insertRow: (n) => (desk) => {
    edits.insertAt(desk.hand, desk.sheet.getSheetId(), "rows", at(n, 2, desk.sheet.getLastRow() + 1));
  },
  deleteRow: (n) => (desk) => {
    const picked = desk.pick(n);
    if (!picked) return;
    edits.deleteAt(desk.hand, desk.sheet.getSheetId(), "rows", picked.row);
    desk.records.delete(picked.id);
  },
  pasteJunk: (n) => (desk) => {
    const picked = desk.pick(n);
    const column = desk.column("age");
    if (!picked || column === 0) return;
    edits.typeCell(desk.hand, desk.sheet.getSheetId(), picked.row, column, "=1/0");
    desk.records.set(picked.id, { ...(desk.records.get(picked.id) ?? { name: "", status: null }), age: null });
  },
  typeRow: () => (desk) => {
    const name = desk.newName();
    edits.typeCell(desk.hand, desk.sheet.getSheetId(), desk.sheet.getLastRow() + 1, desk.column("name"), name);
    desk.typed.push(name);
  },
  add: () => (desk) => {
    const name = desk.newName();
    desk.command(() =>
      change("Добавить", (wb) => {
        desk.records.set(wb.add(persons, { name, status: "новый" }).code, { name, age: null, status: "новый" });
      }),
    );
  },
  update: (n, m) => (desk) => {
    const picked = desk.pick(n);
    if (!picked) return;
    desk.command(() => change("Изменить", (wb) => wb.update(persons, picked.id, { age: m })));
    desk.records.set(picked.id, { ...(desk.records.get(picked.id) ?? { name: "", status: null }), age: m });
  },
  remove: (n) => (desk) => {
    const picked = desk.pick(n);
    if (!picked) return;
    const own = desk.ownCells(picked.row);
    change("Удалить", (wb) => {
      desk.records.delete(picked.id);
      wb.remove(persons, picked.id);
      expect(wb.find(persons, picked.id)).toBeUndefined();
    });
    expect(desk.ownCells()).toEqual(own);
  },
  removeAmongOthers: (n, m) => (desk) => {
    const ids = [...desk.records.keys()];
    const [gone, changed] = [ids.filter((_, index) => (n >> index) % 2 === 0), desk.pick(m)?.id];
    const name = desk.newName();
    change("Удалить, добавить, изменить", (wb) => {
      if (changed !== undefined) wb.update(persons, changed, { age: m });
      gone.forEach((id) => wb.remove(persons, id));
      const added = wb.add(persons, { name });
      expect([...ids, ...desk.given]).not.toContain(added.code);
      desk.records.set(added.code, { name, age: null, status: null });
    });
    const before = desk.records.get(changed ?? "");
    if (changed !== undefined && before) desk.records.set(changed, { ...before, age: m });
    gone.forEach((id) => desk.records.delete(id));
    desk.given.push(...gone);
  },
  updateAll: (n) => (desk) => {
    const status = n % 2 === 0 ? "новый" : "опытный";
    desk.command(() =>
      change("Изменить всех", (wb) => [...desk.records.keys()].forEach((id) => wb.update(persons, id, { status }))),
    );
    desk.records.forEach((record, id) => desk.records.set(id, { ...record, status }));
  },
  repair: () => (desk) => desk.command(() => ensureTabs([persons])),
};

const anyStep = fc
  .tuple(fc.constantFrom(...Object.keys(STEPS)), fc.nat({ max: 100 }), fc.nat({ max: 100 }))
  .map(([name, n, m]) => ({ name, n, m }));

test("any sequence of edits and commands loses nothing and mixes up no records", () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1, maxLength: 14 }), (steps) => {
      const desk = new Desk();
      try {
        for (const { name, n, m } of steps) {
          STEPS[name]?.(n, m)(desk);
          if (["add", "update", "remove", "removeAmongOthers", "updateAll", "repair"].includes(name)) desk.check();
        }
        desk.check();
      } finally {
        desk.globals.uninstall();
      }
    }),
    { numRuns: 100 },
  );
});

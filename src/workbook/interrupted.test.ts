// A command that is killed or refused at any of its service calls: given again, it loses nothing and doubles nothing.
import { buildSync } from "esbuild";
import { createWorld, Runtime } from "../../sandbox/index";
import type { ScriptProject } from "../../sandbox/kernel/contract";
import type { Run } from "../../sandbox/kernel/runtime";
import type { Cell, SpreadsheetData } from "../../sandbox/spreadsheet/model";
import { readSpreadsheet } from "../../sandbox/spreadsheet/read";

const CURATOR = "curator@school.example";

/** Two tables and the journal in one command, which looks at what is there, as every command does. */
const SCRIPT = `
import { choice, code, date, number, ref, text } from "./columns";
import { change, look } from "./commands";
import { defineTable } from "./table";
import { ensureTabs } from "./tabs";
const note = "Пояснение.";
const persons = defineTable({ key: "persons", tab: "Люди", prefix: "Л", frozen: "name", columns: {
  code: code("Код"), name: text("ФИО", { note, required: true }), pairs: number("Пар", { note }),
  status: choice("Статус", ["да", "нет"], { note, colours: { да: "#ddffdd" } }), on: date("С", { note }),
  from: date("От", { note }), of: choice("Из", ["а"], { note }) } });
const pairs = defineTable({ key: "pairs", tab: "Пары", prefix: "П", yearly: true, columns: {
  code: code("Код"), person: ref("Человек", "persons", { note, required: true }) } });
const NAMES = ["=Анна", "Борис", "Вера"];
export const makeTabs = () => ensureTabs([persons, pairs]);
export const begin = () => change("Начало", (wb) => wb.add(persons, { name: "Старожил" }));
export const clear = () => change("Удаление", (wb) => {
  const gone = wb.all(persons).filter(({ name }) => name !== "Борис").map((one) => one.code);
  wb.all(pairs).filter(({ person }) => gone.includes(person)).forEach(({ code }) => wb.remove(pairs, code));
  wb.save();
  gone.forEach((code) => wb.remove(persons, code));
  wb.all(persons).forEach(({ code }) => wb.update(persons, code, { pairs: 7 }));
});
export const command = () => change("Пары", (wb) => {
  const known = new Set(wb.all(persons).map((one) => one.name));
  NAMES.filter((name) => !known.has(name)).forEach((name) => wb.add(persons, { name }));
  const paired = new Set(wb.all(pairs).map((pair) => pair.person));
  wb.all(persons).filter(({ code }) => !paired.has(code)).forEach(({ code }) => wb.add(pairs, { person: code }));
  wb.save();
  wb.all(persons).forEach(({ code }) => wb.update(persons, code, { pairs: 1 }));
});
export const state = () => look((wb) => ({ persons: wb.all(persons), pairs: wb.all(pairs), problems: wb.problems() }));
`;

interface State {
  persons: { code: string; name: string; pairs: number | null }[];
  pairs: { code: string; person: string }[];
  problems: unknown[];
}

let code: string;
beforeAll(() => {
  const { outputFiles } = buildSync({
    stdin: { contents: SCRIPT, resolveDir: __dirname, loader: "ts" },
    bundle: true,
    write: false,
    format: "iife",
    globalName: "app",
    target: "es2019",
  });
  const names = ["makeTabs", "begin", "command", "clear", "state"];
  code = `${outputFiles[0]?.text ?? ""}\n${names.map((name) => `function ${name}() { return app.${name}(); }`).join("\n")}`;
});

interface Stage {
  runtime: Runtime;
  run: (name: string) => Run;
  book: () => SpreadsheetData;
}

/** A spreadsheet with the script in it. */
function bare(): Stage {
  const world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
  world.addUser(CURATOR);
  const runtime = new Runtime(world);
  const bundle = { files: { "Code.js": code }, manifest: { timeZone: "Europe/Moscow" } };
  const script: ScriptProject = runtime.install({ bundle, owner: CURATOR, title: "Наставничество" });
  const run = (name: string): Run => runtime.run(script, { function: name, user: CURATOR });
  return { runtime, run, book: () => readSpreadsheet(world, script.containerId ?? "") };
}

/** The same with its tabs made. */
function school(): Stage {
  const made = bare();
  expect(made.run("makeTabs").ok).toBe(true);
  return made;
}

test.each(["kill", "throw"] as const)("%s at every service call of a command, then the command again", (trouble) => {
  const begun = (): Stage => {
    const made = school();
    expect(made.run("begin").ok).toBe(true);
    return made;
  };
  const calls = begun().run("command").meter.calls;
  expect(calls).toBeGreaterThan(10);
  for (let at = 1; at <= calls; at++) {
    const { runtime, run } = begun();
    runtime.fault = { at, do: trouble };
    const first = run("command");
    if (trouble === "kill") expect(first.killed).toBe(true);
    expect(run("command").ok).toBe(true);
    const { persons, pairs, problems } = run("state").value as State;
    expect(problems).toEqual([]);
    expect(persons.map(({ name, pairs: count }) => [name, count])).toEqual([
      ["Старожил", 1],
      ["=Анна", 1],
      ["Борис", 1],
      ["Вера", 1],
    ]);
    expect(new Set(persons.map((one) => one.code)).size).toBe(4);
    expect(pairs.map(({ person }) => person).sort()).toEqual(persons.map((one) => one.code).sort());
    expect(new Set(pairs.map((pair) => pair.code)).size).toBe(4);
  }
});

test("a removal is killed at every service call, then given again", () => {
  const begun = (): Stage => {
    const made = school();
    expect(made.run("begin").ok && made.run("command").ok).toBe(true);
    return made;
  };
  const calls = begun().run("clear").meter.calls;
  for (let at = 1; at <= calls; at++) {
    const { runtime, run } = begun();
    runtime.fault = { at, do: "kill" };
    expect(run("clear").killed).toBe(true);
    expect(run("clear").ok).toBe(true);
    const { persons, pairs, problems } = run("state").value as State;
    expect({ at, problems }).toEqual({ at, problems: [] });
    expect(persons).toMatchObject([{ code: "Л-003", name: "Борис", pairs: 7 }]);
    expect(pairs.map(({ person }) => person)).toEqual(["Л-003"]);
  }
});

/** What a curator sees of our tabs. */
function looks({ sheets, styles, validations }: SpreadsheetData): unknown[] {
  const seen = (cell: Cell | null) => {
    const facts = cell ? [cell.v, cell.note, styles[cell.s ?? -1], validations[cell.d ?? -1]?.criteria] : [];
    return facts.some((fact) => fact !== undefined) ? facts : null;
  };
  return sheets
    .filter(({ name }) => name !== "Лист1")
    .map(({ hiddenRows, hiddenColumns, rows, protections, filter, ...sheet }) => ({
      ...{ name: sheet.name, hidden: sheet.hidden, hiddenRows, hiddenColumns, columnWidths: sheet.columnWidths },
      ...{ frozenRows: sheet.frozenRows, frozenColumns: sheet.frozenColumns, filter: filter?.range },
      colours: sheet.conditionalFormats.length,
      // Below the head «Журнал» tells how it went.
      cells: rows.slice(0, sheet.name === "Журнал" ? 2 : 12).map((cells) => cells.map(seen)),
      isProtected: protections.some(({ warningOnly }) => warningOnly),
    }));
}

test("making the tabs is killed at any service call: making them again gives the same tabs", () => {
  const wanted = looks(school().book());
  const calls = bare().run("makeTabs").meter.calls;
  for (let at = 1; at <= calls; at += 2) {
    const { runtime, run, book } = bare();
    runtime.fault = { at, do: "kill" };
    expect(run("makeTabs").killed).toBe(true);
    expect(run("makeTabs").ok).toBe(true);
    expect({ at, tabs: looks(book()) }).toEqual({ at, tabs: wanted });
  }
});

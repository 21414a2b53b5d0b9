// Making the tabs: their order, what happens to tabs that are not ours, what an interruption leaves.
import { createWorld, installGlobals } from "../../sandbox/index";
import { readSpreadsheet } from "../../sandbox/spreadsheet/read";
import { openBook } from "../google/sheets";
import { choice, code, date, entry, flag, longText, text } from "./columns";
import { defineDictionaries } from "./dictionaries";
import { openMemory } from "./memory";
import { defineSettings } from "./settings";
import { defineTable } from "./table";
import { ensureTabs } from "./tabs";
import { toned } from "./tones";

const note = "Пояснение.";
const persons = defineTable({
  key: "persons",
  tab: "Люди",
  prefix: "Л",
  frozen: "name",
  columns: {
    code: code("Код"),
    name: text("ФИО", { note, required: true, width: 260 }),
    direction: entry("Направление", "directions", { note }),
    bornOn: date("Родился", { note }),
    status: choice("Статус", ["новый", "опытный"], { note, filled: true, colours: { новый: "#ffeeee" } }),
    story: longText("О себе", { note }),
    isHead: flag("Руководитель", { note }),
  },
});
const tasks = defineTable({
  key: "tasks",
  tab: "Очередь",
  prefix: "О",
  serviceTab: true,
  columns: { code: code("Код"), what: text("Что", { note }) },
});
const pairs = defineTable({ key: "pairs", tab: "Пары", prefix: "П", columns: tasks.columns });
const settings = defineSettings({ school: text("Школа", { note }), startsOn: date("Начало", { note }) });
const dictionaries = defineDictionaries({ directions: { heading: "Направления", note, defaults: ["Урок", "ИКТ"] } });
const TABS = [persons, pairs, tasks, dictionaries, settings];

let world: ReturnType<typeof createWorld>;
let installed: ReturnType<typeof installGlobals>;
let first: GoogleAppsScript.Spreadsheet.Sheet;
beforeEach(() => {
  world = createWorld({ now: "2026-09-01T09:00:00+03:00" });
  installed = installGlobals(world, { user: "curator@school.example" });
  const untouched = openBook().untouchedTab();
  if (!untouched) throw new Error("A new spreadsheet has one empty tab.");
  first = untouched.sheet;
  jest.spyOn(console, "error").mockImplementation(() => undefined);
});
afterEach(() => {
  installed.uninstall();
  jest.restoreAllMocks();
});

const book = (): GoogleAppsScript.Spreadsheet.Spreadsheet => first.getParent();
const names = (): string[] =>
  book()
    .getSheets()
    .map((sheet) => sheet.getName());
const tab = (name: string): GoogleAppsScript.Spreadsheet.Sheet => {
  const found = book().getSheetByName(name);
  if (!found) throw new Error(name);
  return found;
};

test("tabs stand in the order of the list, «Журнал» and hidden ones last; an untouched first tab goes", () => {
  const report = ensureTabs(TABS);
  expect(names()).toEqual(["Люди", "Пары", "Справочники", "Настройки", "Журнал", "Очередь"]);
  expect(report.created).toEqual(names());
  expect(tab("Очередь").isSheetHidden()).toBe(true);
});

test.each<[string, (sheet: GoogleAppsScript.Spreadsheet.Sheet) => void]>([
  ["has something in it", (sheet) => sheet.getRange("C7").setValue("моё")],
  ["has another name", (sheet) => sheet.setName("Черновик")],
  ["is not alone", (sheet) => sheet.getParent().insertSheet("Мой список", 1)],
])("a first tab that %s stays, and ours come after it", (_, touch) => {
  touch(first);
  const before = names();
  ensureTabs(TABS);
  expect(names().slice(0, before.length)).toEqual(before);
});

test("a tab that was deleted comes back at its place; tabs that a curator has moved stay where they are", () => {
  ensureTabs(TABS);
  book().setActiveSheet(tab("Настройки"));
  book().moveActiveSheet(1);
  book().deleteSheet(tab("Пары"));
  book().deleteSheet(tab("Люди"));
  book().insertSheet("Лист1", 6 - 2);
  expect(ensureTabs(TABS)).toEqual({ created: ["Люди", "Пары"], mended: [] });
  expect(names()).toEqual(["Настройки", "Люди", "Пары", "Справочники", "Журнал", "Очередь", "Лист1"]);
});

test("a new tab has its notes, drop-downs, formats, colours and widths, wherever the dictionaries stand in the list", () => {
  ensureTabs(TABS);
  const sheet = tab("Люди");
  expect(String(sheet.getRange("C3").getDataValidation()?.getCriteriaType())).toBe("VALUE_IN_RANGE");
  expect(String(sheet.getRange("G900").getDataValidation()?.getCriteriaType())).toBe("CHECKBOX");
  expect(sheet.getRange("A3:D3").getNumberFormats()).toEqual([["@", "@", "@", "dd.mm.yyyy"]]);
  expect(sheet.getRange("H3").getNumberFormat()).not.toBe("@");
  expect(sheet.getRange("A2:B2").getNotes()[0]?.[1]).toBe(note);
  expect(sheet.getRange("F3").getWrap()).toBe(true);
  expect(sheet.getColumnWidth(2)).toBeGreaterThan(sheet.getColumnWidth(1));
  expect(sheet.getConditionalFormatRules()).toHaveLength(1);
  for (const name of names()) {
    expect(tab(name).isRowHiddenByUser(1)).toBe(true);
    expect(tab(name).getFrozenRows()).toBe(2);
  }
  const made = readSpreadsheet(world, book().getId()).sheets;
  expect(made.map(({ protections }) => protections.map(({ warningOnly }) => warningOnly))).toEqual(
    names().map(() => [true]),
  );
});

test("making tabs again costs at most two calls a tab beside the lock, the properties, the time zone and the schema's mark", () => {
  ensureTabs(TABS);
  const { meter } = installed.exec;
  const before = meter.calls;
  ensureTabs(TABS);
  expect(meter.calls - before).toBeLessThanOrEqual(2 * 6 + 5);
});

/** Frozen columns, the filter's place, and which columns have drop-downs, pickers and colours. */
const viewOf = (name: string) => {
  const sheet = tab(name);
  const rules = sheet.getRange("A3:J3").getDataValidations()[0] ?? [];
  return {
    frozen: sheet.getFrozenColumns(),
    filter: sheet.getFilter()?.getRange().getA1Notation() ?? null,
    kinds: rules.map((rule) => String(rule?.getCriteriaType() ?? "").slice(0, 14)),
    coloured: sheet.getConditionalFormatRules().flatMap((rule) => rule.getRanges().map((range) => range.getColumn())),
  };
};

test("names stay in sight, headings have arrows, dates have a picker, statuses a colour", () => {
  ensureTabs(TABS);
  expect(viewOf("Люди")).toEqual({
    frozen: 2,
    filter: "A2:G",
    kinds: ["", "", "VALUE_IN_RANGE", "DATE_IS_VALID_", "VALUE_IN_LIST", "", "CHECKBOX", "", "", ""],
    coloured: [5],
  });
  expect(viewOf("Настройки")).toMatchObject({ frozen: 0, filter: null });
  expect(String(tab("Люди").getRange("D1000").getDataValidation()?.getCriteriaType())).toBe("DATE_IS_VALID_DATE");
});

test("a tab of an earlier version is given the newer look once, and only what the curator has not set himself", () => {
  ensureTabs(TABS);
  const sheet = tab("Люди");
  const own = sheet.getConditionalFormatRules().map((rule) => rule.copy().setBackground("#123456").build());
  sheet.setFrozenColumns(0);
  sheet.getFilter()?.remove();
  sheet.setConditionalFormatRules(own);
  sheet.getRange("D3:D").clearDataValidations();
  expect(ensureTabs(TABS).mended).toEqual([]);
  expect(viewOf("Люди")).toMatchObject({ frozen: 0, filter: null, coloured: [5] });
  const memory = openMemory();
  memory.setLook("persons", 0);
  memory.save();
  // The curator's own column stands between now: columns are not frozen over it.
  sheet.insertColumnBefore(2);
  ensureTabs(TABS);
  expect(viewOf("Люди")).toMatchObject({ frozen: 1, filter: "A2:H", coloured: [6] });
  expect(viewOf("Люди").kinds[4]).toBe("DATE_IS_VALID_");
  expect(sheet.getConditionalFormatRules()).toHaveLength(1);
});

test("text is legible on every colour of a status", () => {
  const luminance = (colour: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const part = parseInt(colour.slice(at, at + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const tones = toned({ good: ["1"], going: ["2"], waiting: ["3"], paused: ["4"], over: ["5"], trouble: ["6"] });
  const colours = Object.values(tones);
  expect(new Set(colours).size).toBe(6);
  for (const colour of colours) expect((luminance(colour) + 0.05) / 0.05).toBeGreaterThan(7);
});

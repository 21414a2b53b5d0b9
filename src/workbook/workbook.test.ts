// The engine on the sandbox's sheets: curators edit as they like, commands run, nothing is lost or mixed up.
import { createWorld, installGlobals } from "../../sandbox/index";
import { openBook } from "../google/sheets";
import { change, look } from "./commands";
import { choice, code, date, flag, number, phone, ref, text } from "./columns";
import { defineDictionaries } from "./dictionaries";
import { defineSettings } from "./settings";
import { defineTable, type RecordOf } from "./table";
import { ensureTabs, missingTabs } from "./tabs";
import type { Workbook } from "./workbook";

const note = "Пояснение.";
const persons = defineTable({
  key: "persons",
  tab: "Люди",
  prefix: "Л",
  columns: {
    code: code("Код"),
    name: text("ФИО", { note, required: true }),
    age: number("Возраст", { note, min: 0, max: 150 }),
    phone: phone("Телефон", { note }),
    hiredOn: date("Принят", { note }),
    status: choice("Статус", ["новый", "опытный"], { note, filled: true }),
    isHead: flag("Руководитель", { note }),
  },
});
type Person = RecordOf<typeof persons>;
const pairs = defineTable({
  key: "pairs",
  tab: "Пары",
  prefix: "П",
  yearly: true,
  columns: {
    code: code("Код"),
    person: ref("Человек", "persons", { note, required: true }),
    former: ref("Прежний", "persons", { note, outlives: true }),
  },
});
const settings = defineSettings({
  school: text("Школа", { note }),
  year: text("Учебный год", { note }),
  startsOn: date("Начало", { note }),
  limit: number("Предел", { note, min: 1, max: 5 }),
});
const dictionaries = defineDictionaries({ directions: { heading: "Направления", note, defaults: ["Урок", "ИКТ"] } });
const TABS = [dictionaries, settings, persons, pairs];

let installed: ReturnType<typeof installGlobals>;
beforeEach(() => {
  installed = installGlobals(createWorld({ now: "2026-09-01T09:00:00+03:00" }), { user: "curator@school.example" });
  jest.spyOn(console, "error").mockImplementation(() => undefined);
  jest.spyOn(Date, "now").mockReturnValue(Date.parse("2026-09-01T09:00:00+03:00"));
});
afterEach(() => {
  installed.uninstall();
  jest.restoreAllMocks();
});

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;
const sheetOf = (tab: string): Sheet => {
  const found = openBook().tab(tab);
  if (!found) throw new Error(tab);
  return found.sheet;
};
const people = (): readonly Person[] => look((wb) => wb.all(persons));
const seed = (names: readonly string[]): void =>
  change("Заполнение", (wb) => names.forEach((name) => wb.add(persons, { name })));
const keysOf = (sheet: Sheet): string[] =>
  sheet.getRange(1, 1, 1, sheet.getLastColumn()).getValues()[0]?.map(String) ?? [];
const columnOf = (sheet: Sheet, key: string): number => keysOf(sheet).indexOf(key) + 1;
test("tabs are made once; run again nothing is made and nothing is changed", () => {
  expect(missingTabs(TABS)).toContain("Люди");
  expect(ensureTabs(TABS)).toEqual({ created: ["Справочники", "Настройки", "Люди", "Пары", "Журнал"], mended: [] });
  const sheet = sheetOf("Люди");
  expect(sheet.isRowHiddenByUser(1)).toBe(true);
  expect(sheet.getFrozenRows()).toBe(2);
  expect(sheet.getRange("B2").getNote()).toBe(note);
  expect(ensureTabs(TABS)).toEqual({ created: [], mended: [] });
  expect(missingTabs(TABS)).toEqual([]);
  expect(look((wb) => wb.dictionary("directions"))).toEqual(["Урок", "ИКТ"]);
});

test("what is written is read back the same, whatever it looks like", () => {
  ensureTabs(TABS);
  const names = [
    "=1+1",
    "+7",
    "-5",
    "@all",
    "007",
    "01.09",
    "1-2",
    "ИСТИНА",
    "май 2026",
    "1e5",
    "<b>",
    "обычное имя",
    "строка\nдве",
    "'в кавычках' имя",
  ];
  seed(names);
  change("Телефон", (wb) =>
    wb.update(persons, "Л-001", { phone: "+7 900 000-00-00", hiredOn: wb.today, isHead: true }),
  );
  expect(people().map(({ name }) => name)).toEqual(names);
  expect(people()[0]).toMatchObject({ phone: "+7 900 000-00-00", hiredOn: "2026-09-01", isHead: true });
  expect(sheetOf("Люди").getRange("A3:G20").getFormulas().flat().join("")).toBe("");
});

test("a removed record is gone with its row at once, and its code is never given out again", () => {
  ensureTabs(TABS);
  seed(["Анна", "Борис", "Вера"]);
  change("Удаление", (wb) => {
    wb.update(persons, "Л-003", { age: 30 });
    wb.remove(persons, "л-003");
    expect(wb.find(persons, "Л-003")).toBeUndefined();
    expect(() => wb.update(persons, "Л-003", { age: 40 })).toThrow("Л-003");
    expect(wb.add(persons, { name: "Глеб" }).code).toBe("Л-004");
    wb.remove(persons, "Л-004");
    expect(() => wb.remove(persons, "Л-009")).toThrow("Л-009");
  });
  expect(people().map(({ code: id }) => id)).toEqual(["Л-001", "Л-002"]);
  expect(sheetOf("Люди").getLastRow()).toBe(4);
  const added = change("Добавление", (wb) => wb.add(persons, { name: "Даша" }));
  expect(added.code).toBe("Л-005");
  expect(sheetOf("Журнал").getRange("D4").getValue()).toContain("Люди: удалено — 1");
});

test("a record typed by a curator or unreadable can be removed too; of a code that occurs twice the first row goes", () => {
  ensureTabs(TABS);
  seed(["Анна", "Борис"]);
  const sheet = sheetOf("Люди");
  sheet.getRange("A5:B7").setValues([
    ["", "Вера"],
    ["Л-007", ""],
    ["Л-001", "Копия"],
  ]);
  change("Удаление", (wb) => {
    const typed = wb.all(persons).find(({ name }) => name === "Вера");
    wb.remove(persons, typed?.code ?? "");
    wb.remove(persons, "Л-007");
    wb.remove(persons, "Л-001");
  });
  expect(sheet.getRange("B3:B5").getValues()).toEqual([["Борис"], ["Копия"], [""]]);
});

test("the last record of a full grid is removed", () => {
  ensureTabs(TABS);
  const sheet = sheetOf("Люди");
  seed(["Анна"]);
  sheet.deleteRows(4, sheet.getMaxRows() - 3);
  change("Удаление", (wb) => wb.remove(persons, "Л-001"));
  expect(people()).toEqual([]);
});

test.each(["Asia/Kamchatka", "America/New_York", "UTC"])("dates do not shift where the sheet's zone is %s", (zone) => {
  ensureTabs(TABS);
  sheetOf("Люди").getParent().setSpreadsheetTimeZone(zone);
  change("Дата", (wb) => wb.add(persons, { name: "Анна", hiredOn: "1984-04-01" as Person["hiredOn"] }));
  expect(people()[0]?.hiredOn).toBe("1984-04-01");
  expect(sheetOf("Люди").getRange("E3").getDisplayValue()).toBe("01.04.1984");
});

test("a code is never used again, even after its row is deleted; yearly codes carry the year", () => {
  ensureTabs(TABS);
  seed(["Анна", "Борис"]);
  sheetOf("Люди").deleteRow(4);
  seed(["Вера"]);
  expect(people().map((one) => one.code)).toEqual(["Л-001", "Л-003"]);
  change("Пара", (wb) => wb.add(pairs, { person: "Л-001" }));
  expect(look((wb) => wb.all(pairs)[0]?.code)).toBe("П-2026-01");
});

test("a row that a curator types gets a code at once, a copied one is told", () => {
  ensureTabs(TABS);
  seed(["Анна"]);
  const sheet = sheetOf("Люди");
  sheet.getRange("B6").setValue("Борис");
  sheet.getRange("B7:C7").setValues([["", 40]]);
  expect(people().map((one) => [one.code, one.name])).toEqual([
    ["Л-001", "Анна"],
    ["Л-002", "Борис"],
  ]);
  sheet.getRange("A3:G3").copyTo(sheet.getRange("A8:G8"));
  expect(people()).toHaveLength(2);
  const problems = look((wb) => wb.problems(persons));
  expect(problems.map(({ row, heading, level }) => [row, heading, level])).toEqual([
    [7, "ФИО", "error"],
    [8, "Код", "error"],
  ]);
});

test("junk in a cell is a problem of that cell; the row and all others still work", () => {
  ensureTabs(TABS);
  seed(["Анна", "Борис"]);
  const sheet = sheetOf("Люди");
  sheet.getRange("C3").setValue("сорок");
  sheet.getRange("E4").setNumberFormat("@").setValue("31.04.2026");
  expect(people().map((one) => [one.name, one.age, one.hiredOn])).toEqual([
    ["Анна", null, null],
    ["Борис", null, null],
  ]);
  expect(look((wb) => wb.problems(persons)).map(({ row, column, code: id }) => [row, column, id])).toEqual([
    [3, 3, "Л-001"],
    [4, 5, "Л-002"],
  ]);
  change("Статус", (wb) => wb.update(persons, "Л-001", { status: "опытный" }));
  expect(sheet.getRange("C3").getValue()).toBe("сорок");
});

test("a code that points nowhere is told when both tables are checked", () => {
  ensureTabs(TABS);
  seed(["Анна"]);
  change("Пары", (wb) => ["Л-001", "Л-777"].forEach((person) => wb.add(pairs, { person })));
  const problems = look((wb) => wb.problems(persons, pairs));
  expect(problems.map(({ tab, code: id, what }) => [tab, id, what])).toEqual([
    ["Пары", "П-2026-02", "Записи с кодом Л-777 нет."],
  ]);
});

test("a register may name whoever has gone into the archive", () => {
  ensureTabs(TABS);
  seed(["Анна"]);
  change("Пары", (wb) => wb.add(pairs, { person: "Л-001", former: "Л-777" }));
  expect(look((wb) => wb.problems(persons, pairs))).toEqual([]);
});

test("a deleted tab and a deleted key row stop a command in Russian, and are put back with nothing lost", () => {
  ensureTabs(TABS);
  seed(["Анна", "Борис"]);
  sheetOf("Люди").deleteRow(1);
  expect(() => people()).toThrow("На вкладке «Люди» повреждена служебная первая строка.");
  expect(ensureTabs(TABS).mended).toEqual(["вкладка «Люди»: восстановлена служебная строка"]);
  expect(people().map((one) => one.name)).toEqual(["Анна", "Борис"]);
  expect(sheetOf("Люди").isRowHiddenByUser(1)).toBe(true);

  sheetOf("Пары").getParent().deleteSheet(sheetOf("Пары"));
  expect(() => look((wb) => wb.all(pairs))).toThrow(
    "Нет вкладки «Пары». Откройте меню «Наставничество → Начало работы»",
  );
  expect(ensureTabs(TABS)).toEqual({ created: ["Пары"], mended: [] });
});

test("keys and renamed headings lost together are put back by the order that is remembered", () => {
  ensureTabs(TABS);
  seed(["Анна"]);
  const sheet = sheetOf("Люди");
  sheet.getRange("A2:G2").setValues([["Номер", "Кто", "Лет", "Тел.", "С какого", "Каков", "Главный"]]);
  sheet.deleteRow(1);
  ensureTabs(TABS);
  expect(people().map((one) => [one.code, one.name])).toEqual([["Л-001", "Анна"]]);
  sheet.deleteRows(1, 2);
  ensureTabs(TABS);
  expect(people().map((one) => [one.code, one.name])).toEqual([["Л-001", "Анна"]]);
  expect(sheet.getRange("B2").getValue()).toBe("ФИО");
});

test("a renamed tab is still found; a deleted column is put back by the command that needs it", () => {
  ensureTabs(TABS);
  seed(["Анна"]);
  const sheet = sheetOf("Люди");
  sheet.setName("Наши люди");
  sheet.deleteColumn(columnOf(sheet, "status"));
  expect(people()[0]).toMatchObject({ name: "Анна", status: null });
  change("Статус", (wb) => wb.update(persons, "Л-001", { status: "новый" }));
  expect(people()[0]).toMatchObject({ name: "Анна", status: "новый" });
});

test("a cell that a curator changes while a command works stays, and «Журнал» tells of it", () => {
  ensureTabs(TABS);
  seed(["Анна", "Борис"]);
  const sheet = sheetOf("Люди");
  change("Возраст", (wb) => {
    wb.all(persons).forEach((one) => wb.update(persons, one.code, { age: 30 }));
    sheet.getRange("C3").setValue(44);
    sheet.getRange("A3:G4").sort({ column: 1, ascending: false });
  });
  expect(people().map((one) => [one.name, one.age])).toEqual([
    ["Борис", 30],
    ["Анна", 44],
  ]);
  expect(String(sheetOf("Журнал").getRange("D3").getValue())).toMatch(
    /Не записано на вкладке «Люди».*Л-001 — «Возраст»/,
  );
});

test("a command that fails writes nothing; what was saved before stays", () => {
  ensureTabs(TABS);
  const failing = (wb: Workbook): void => {
    wb.add(persons, { name: "Сохранённая" });
    wb.save();
    wb.add(persons, { name: "Потерянная" });
    throw new Error("defect");
  };
  expect(() => change("Ошибка", failing)).toThrow("defect");
  expect(people().map((one) => one.name)).toEqual(["Сохранённая"]);
});

test("settings keep their kinds, junk in one is told, a deleted row comes back", () => {
  ensureTabs(TABS);
  change("Настройки", (wb) =>
    wb.setSettings(settings, { school: "=Школа", year: "2026/2027", startsOn: wb.today, limit: 3 }),
  );
  expect(look((wb) => wb.settings(settings))).toEqual({
    school: "=Школа",
    year: "2026/2027",
    startsOn: "2026-09-01",
    limit: 3,
  });
  const sheet = sheetOf("Настройки");
  sheet.getRange("C6").setValue(77);
  expect(look((wb) => [wb.setting(settings, "limit"), wb.settingProblems(settings).map((one) => one.heading)])).toEqual(
    [null, ["Предел"]],
  );
  sheet.deleteRow(3);
  expect(ensureTabs(TABS).mended).toEqual(["вкладка «Настройки»: добавлены строки — 1"]);
  change("Настройки", (wb) => wb.setSettings(settings, { school: "Школа № 1" }));
  expect(look((wb) => wb.settings(settings))).toMatchObject({ school: "Школа № 1", year: "2026/2027" });
});

test("calls do not grow with records", () => {
  ensureTabs(TABS);
  const cost = (work: () => void): number => {
    const before = installed.exec.meter.calls;
    work();
    return installed.exec.meter.calls - before;
  };
  const few = cost(() => seed(["Анна", "Борис", "Вера"]));
  const many = cost(() => seed(Array.from({ length: 500 }, (_, n) => `Человек ${n}`)));
  expect(many).toBeLessThanOrEqual(few);
  expect(cost(() => void people())).toBeLessThanOrEqual(3);
  const scattered = cost(() =>
    change("Статус", (wb) =>
      wb.all(persons).forEach((one, n) => n % 3 && wb.update(persons, one.code, { status: "новый" })),
    ),
  );
  expect(scattered).toBeLessThanOrEqual(few + 2);
});

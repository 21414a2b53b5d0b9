// The dashboard's tab on the sandbox: made once, refilled afterwards, the curator's own changes left alone.
import { createWorld, installGlobals } from "../sandbox/index";
import { writeDashboard } from "../src/google/dashboard";
import type { DashboardView } from "../src/monitoring/dashboardView";
import { indicatorsOf, pairsByStatus, waitingByTerm } from "../src/monitoring/indicators";
import { layOut } from "../src/monitoring/refreshDashboard";

type Installed = ReturnType<typeof installGlobals>;
let google: Installed;

beforeEach(() => {
  google = installGlobals(createWorld({ now: "2027-05-20T09:00:00+03:00" }), { user: "curator@school.example" });
});
afterEach(() => {
  google.uninstall();
});

function view(change: Partial<DashboardView> = {}): DashboardView {
  const nothing = {
    today: "2027-05-20",
    staff: [],
    mentors: [],
    pairs: [],
    pairsInForce: [],
    personOf: () => undefined,
    paired: 3,
    waiting: 1,
    completePairs: new Set<string>(),
    programmes: [],
    activities: [],
    diagnostics: [],
    menteeMarks: [],
    mentorMarks: [],
    satisfiedFrom: 7,
    youngYears: 3,
  };
  return {
    countedAt: "20.05.2027 09:00",
    schoolYear: "2026/2027",
    indicators: indicatorsOf(nothing as unknown as Parameters<typeof indicatorsOf>[0]),
    satisfaction: { mentees: 8.5, mentors: null },
    waiting: waitingByTerm([3, 20]),
    pairs: pairsByStatus([]),
    toUpdate: 0,
    ...change,
  };
}

function sheet(): GoogleAppsScript.Spreadsheet.Sheet {
  const found = SpreadsheetApp.getActiveSpreadsheet().getSheetByName("Сводка");
  if (found === null) throw new Error("there is no dashboard tab");
  return found;
}

test("shows the indicators as shares with their formulas, and three charts over its own figures", () => {
  writeDashboard(layOut(view(), "МБОУ СОШ № 7"));
  const shown = sheet().getDataRange().getDisplayValues();
  expect(shown[0]?.[0]).toBe("Сводка по наставничеству");
  expect(shown[1]?.[0]).toBe("МБОУ СОШ № 7, 2026/2027 учебный год. Обновлено 20.05.2027 09:00.");
  expect(shown[2]?.[0]).toBe("Средняя оценка совместной работы: наставляемые — 8,5 из 10, наставники — ответов мало.");
  const waiting = shown.find((row) => row[0] === "P9");
  expect(waiting?.slice(1, 4)).toEqual(["Доля наставляемых без пары", "25%", "1 из 4"]);
  const charts = sheet().getCharts();
  expect(charts).toHaveLength(3);
  const [satisfaction] = charts;
  expect(satisfaction?.getRanges()[0]?.getDisplayValues()).toEqual([
    ["", "Средняя оценка"],
    ["Наставляемые", "8,5"],
    ["Наставники", ""],
  ]);
});

test("a refresh refills the same tab and the same charts; own notes beside and a deleted chart are respected", () => {
  writeDashboard(layOut(view(), ""));
  sheet().getRange("H50").setValue("моя заметка");
  writeDashboard(layOut(view({ waiting: waitingByTerm([1, 2, 3]) }), ""));
  expect(sheet().getCharts()).toHaveLength(3);
  expect(sheet().getRange("H50").getValue()).toBe("моя заметка");
  const [first] = sheet().getCharts();
  if (first) sheet().removeChart(first);
  writeDashboard(layOut(view(), ""));
  expect(sheet().getCharts()).toHaveLength(3);
});

test("a refresh costs a handful of calls", () => {
  writeDashboard(layOut(view(), ""));
  const before = google.exec.meter.calls;
  writeDashboard(layOut(view(), ""));
  expect(google.exec.meter.calls - before).toBeLessThanOrEqual(8);
});

test("somebody else's tab of the same name is left alone, with words", () => {
  SpreadsheetApp.getActiveSpreadsheet().insertSheet("Сводка").getRange("A1").setValue("Отчёт бухгалтерии");
  expect(() => {
    writeDashboard(layOut(view(), ""));
  }).toThrow("Вкладка «Сводка» занята другими данными.");
  expect(sheet().getRange("A1").getValue()).toBe("Отчёт бухгалтерии");
});

test("a school name that looks like a formula stays text", () => {
  writeDashboard(layOut(view(), "=1+1"));
  expect(sheet().getRange("A2").getFormula()).toBe("");
});

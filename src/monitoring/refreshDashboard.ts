// Refreshes the tab «Сводка»: indicators as a table to read, and the figures that its charts follow.
import { updateIsDue } from "../bank/yearlyUpdate/updateCommands";
import type { Cell } from "../google/cell";
import { type Dashboard, type DashboardChart, writeDashboard } from "../google/dashboard";
import { readProperties, writeProperties } from "../google/properties";
import { settings } from "../school/settings.table";
import { formatDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type { DashboardView } from "./dashboardView";
import { averageMark, indicatorsOf, pairsByStatus, waitingByTerm } from "./indicators";
import { monitoringData } from "./monitoringData";

const TAB = "Сводка";
const TITLE = "Сводка по наставничеству";
const WIDTHS = [60, 320, 110, 190, 330, 170];
const TABLE_HEADINGS = ["Код", "Показатель", "Значение", "Сколько из скольких", "Как считается", "Ориентир"];
/** The table of indicators begins in this row (from 1). */
const TABLE_ROW = 18;
/** Rows of the blocks' titles (from 1). They never change, whatever the table grows to: charts are bound to them. */
const BLOCK_ROWS = [44, 50, 62];
/** Charts stand side by side above the table: what one opens the tab for comes first. */
const CHART_ROW = 4;
const CHART_PLACES = [
  { column: 1, x: 5 },
  { column: 3, x: 15 },
  { column: 5, x: 105 },
];

/** The property that keeps the figures the tab shows. */
const SHOWN = "dashboard-shown";

/** The figures that the tab shows, from one property; worked out where there are none yet. */
export function loadDashboard(wb: ReadOnlyWorkbook): DashboardView {
  const kept = readProperties()[SHOWN];
  if (kept === undefined) return dashboardView(wb);
  return { ...(JSON.parse(kept) as DashboardView), toUpdate: updateIsDue(wb) };
}

/** The figures as the workbook stands. Reads each table once, writes nothing. */
function dashboardView(wb: ReadOnlyWorkbook): DashboardView {
  const data = monitoringData(wb);
  return {
    countedAt: `${formatDate(wb.today)} ${wb.moment.slice(11, 16)}`,
    schoolYear: data.schoolYear,
    indicators: indicatorsOf(data),
    satisfaction: { mentees: averageMark(data.menteeMarks), mentors: averageMark(data.mentorMarks) },
    waiting: waitingByTerm(data.waitingDays),
    pairs: pairsByStatus(data.pairs),
    toUpdate: updateIsDue(wb),
  };
}

/** Brings the tab «Сводка» up to date and gives what it shows. */
export function refreshDashboard(wb: ReadOnlyWorkbook): DashboardView {
  const view = dashboardView(wb);
  const school = wb.setting(settings, "schoolShortName") ?? wb.setting(settings, "schoolFullName") ?? "";
  writeDashboard(layOut(view, school));
  writeProperties({ [SHOWN]: JSON.stringify(view) });
  return view;
}

/** A block of figures for one chart. */
interface Block {
  title: string;
  kind: DashboardChart["kind"];
  series: string;
  rows: { label: string; value: number | "" }[];
  most?: number;
}

/** Where everything stands on the tab. */
export function layOut(view: DashboardView, school: string): Dashboard {
  const values: Cell[][] = [
    line(TITLE),
    line(`${school === "" ? "" : `${school}, `}${view.schoolYear} учебный год. Обновлено ${view.countedAt}.`),
    line(satisfactionLine(view)),
    ...Array.from({ length: TABLE_ROW - 4 }, () => line("")),
    TABLE_HEADINGS,
    ...view.indicators.map((indicator): Cell[] => [
      indicator.code,
      indicator.title,
      indicator.value ?? "—",
      indicator.counted,
      indicator.formula,
      indicator.target,
    ]),
  ];
  const headings = [TABLE_ROW];
  const charts: DashboardChart[] = [];
  blocksOf(view).forEach((block, index) => {
    while (values.length < (BLOCK_ROWS[index] ?? 0) - 1) values.push(line(""));
    values.push(line(block.title));
    headings.push(values.length);
    const row = values.length + 1;
    values.push(["", "", block.series, "", "", ""]);
    for (const { label, value } of block.rows) values.push(["", label, value, "", "", ""]);
    charts.push({
      title: block.title,
      kind: block.kind,
      row,
      column: 2,
      rows: block.rows.length + 1,
      columns: 2,
      anchor: { row: CHART_ROW, ...(CHART_PLACES[index] ?? { column: 1, x: 0 }) },
      ...(block.most === undefined ? {} : { most: block.most }),
    });
  });
  return {
    tab: TAB,
    values,
    headings,
    shares: `C${TABLE_ROW + 1}:C${TABLE_ROW + view.indicators.length}`,
    widths: WIDTHS,
    charts,
  };
}

function satisfactionLine({ satisfaction: { mentees, mentors } }: DashboardView): string {
  const said = (mark: number | null): string => (mark === null ? "ответов мало" : `${mark} из 10`.replace(".", ","));
  return `Средняя оценка совместной работы: наставляемые — ${said(mentees)}, наставники — ${said(mentors)}.`;
}

function line(text: string): Cell[] {
  return [text, ...WIDTHS.slice(1).map(() => "")];
}

function blocksOf(view: DashboardView): Block[] {
  return [
    {
      title: "Удовлетворённость, средняя оценка из 10",
      kind: "column",
      series: "Средняя оценка",
      rows: [
        { label: "Наставляемые", value: view.satisfaction.mentees ?? "" },
        { label: "Наставники", value: view.satisfaction.mentors ?? "" },
      ],
      most: 10,
    },
    {
      title: "Пары и группы по статусам",
      kind: "bar",
      series: "Пар",
      rows: view.pairs.map(({ label, count }) => ({ label, value: count })),
    },
    {
      title: "Ожидают наставника",
      kind: "column",
      series: "Человек",
      rows: view.waiting.map(({ label, count }) => ({ label, value: count })),
    },
  ];
}

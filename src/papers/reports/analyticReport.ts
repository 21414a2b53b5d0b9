// The final analytic report as a kind: the year's real figures from the monitoring, the curator's words from the form.
import { withdrawnIn } from "../../bank/consentRules";
import { mentees } from "../../bank/mentees.table";
import { mentors } from "../../bank/mentors.table";
import { EMPLOYMENT } from "../../bank/people.table";
import { documents, DOCUMENT_STATUS, type DocumentRecord } from "../../documents/documents.table";
import { institutionOf } from "../../documents/institution";
import type { Registration } from "../../documents/paper";
import { indicatorsOf, type Indicator } from "../../monitoring/indicators";
import { monitoringData, type DashboardData } from "../../monitoring/monitoringData";
import { percent, surveyResults } from "../../monitoring/surveyResults";
import { participant } from "../../pairing/makeOrder";
import { hasBegun } from "../../pairing/pairStates";
import { PAIR_STATUS, type Pair } from "../../pairing/pairs.table";
import { schoolYearName } from "../../pairing/savePairs";
import { personsOf } from "../../programmes/makeProgramme";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { lastAnswers } from "../acts/actFacts";
import { listAnswer, rowsAnswer, type Answers, type Field } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { documentsOf, referenceTo, signedOf } from "../registered";
import { yearSubject } from "../subjects";
import {
  analyticReportPaper,
  TYPED_KEYS,
  type AnalyticReportInput,
  type Figure,
  type ReportedIndicator,
  type TypedKey,
} from "./analyticReportPaper";
import { minutesPaper } from "./minutesPaper";
import { progressOf } from "./progress";

const NONE = "—";
/** What is kept by years, so that it can be worked out for an earlier one: answers and programmes. */
const KEPT_BY_YEARS: readonly string[] = ["P3", "P4", "P5", "P6"];

const LABELS: Readonly<Record<TypedKey, { label: string; note?: string }>> = {
  resources: { label: "Ресурсы", note: "Кадровые, методические, материальные, информационные. Каждый с новой строки." },
  strengths: { label: "Сильные стороны", note: "SWOT-анализ: что внутри организации помогает." },
  weaknesses: { label: "Слабые стороны", note: "Что внутри организации мешает." },
  opportunities: { label: "Возможности", note: "Что помогает извне." },
  threats: { label: "Угрозы", note: "Что мешает извне." },
  growth: { label: "Аттестация и повышение квалификации" },
  contests: { label: "Конкурсы, конференции, фестивали" },
  practices: { label: "Лучшие практики", note: "Называйте авторов, только если они согласны на публикацию." },
  problems: { label: "Проблемы и риски" },
  conclusions: { label: "Выводы" },
  proposals: { label: "Предложения на следующий год" },
};

const FIELDS: readonly Field[] = [
  ...TYPED_KEYS.map((key): Field => ({ key, sort: "lines", ...LABELS[key] })),
  {
    key: "lastYear",
    label: "Показатели за прошлый год",
    sort: "rows",
    note: "Известное подставлено; остальное впишите из прошлогоднего отчёта или оставьте пустым.",
    columns: [
      { key: "indicator", label: "Показатель" },
      { key: "value", label: "Значение" },
    ],
  },
];

const shownValue = ({ value }: Indicator): string => (value === null ? NONE : percent(value));
const shownIndicator = ({ code, title }: Indicator): string => `${code}. ${title}`;
/** «2026/2027» → «2025/2026» */
const yearBefore = (schoolYear: string): string => schoolYear.replace(/\d+/g, (year) => String(Number(year) - 1));

/** The year before from last year's report, or worked out anew where the rows are kept by years; the same words as then. */
function proposed(wb: ReadOnlyWorkbook): Answers {
  const data = monitoringData(wb);
  const earlier = new Map(
    indicatorsOf(monitoringData(wb, yearBefore(data.schoolYear)))
      .filter(({ code, value }) => KEPT_BY_YEARS.includes(code) && value !== null)
      .map((one) => [one.code, shownValue(one)]),
  );
  const reported = figuresOf(lastReport(wb), "figures");
  return {
    lastYear: indicatorsOf(data).map((one) => ({
      indicator: shownIndicator(one),
      value: reported.get(one.code) ?? earlier.get(one.code) ?? "",
    })),
    // For the report of the year that follows; no field of the form.
    figures: indicatorsOf(data).map((one) => ({ indicator: shownIndicator(one), value: shownValue(one) })),
  };
}

/** What the report of the year before was made from. */
function lastReport(wb: ReadOnlyWorkbook): Answers {
  const ofThisYear = documentsOf(wb, analyticReportPaper.key).some(({ key }) => isOfYear(key, wb));
  return ofThisYear ? {} : lastAnswers(wb, analyticReportPaper.key);
}

const isOfYear = (key: string | null, wb: ReadOnlyWorkbook): boolean =>
  key?.slice(key.indexOf(":") + 1).startsWith(yearSubject(wb)) === true;

/** Values by the indicators' codes. */
const figuresOf = (answers: Answers, key: string): ReadonlyMap<string, string> =>
  new Map(
    rowsAnswer(answers, key).flatMap((row) => {
      const code = /^P\d+/.exec((row["indicator"] ?? "").trim())?.[0];
      const value = (row["value"] ?? "").trim();
      return code === undefined || value === "" || value === NONE ? [] : [[code, value] as const];
    }),
  );

function input(wb: ReadOnlyWorkbook, { answers }: PaperCase, registration: Registration | null): AnalyticReportInput {
  const data = monitoringData(wb);
  const begun = data.pairs.filter(hasBegun);
  const named = nameable(wb, begun);
  const before = figuresOf(answers, "lastYear");
  return {
    institution: institutionOf(wb),
    registration,
    asOf: wb.today,
    grounds: groundsOfYear(wb, begun),
    council: latest(signedOf(wb, "councilOrder"), (order) => referenceTo("приказ", order)),
    minutes: signedOf(wb, minutesPaper.key).filter(({ key }) => isOfYear(key, wb)).length,
    participants: participantsOf(data, begun),
    indicators: indicatorsOf(data).map((one): ReportedIndicator => ({
      title: shownIndicator(one),
      value: shownValue(one),
      counted: one.counted,
      lastYear: before.get(one.code) ?? NONE,
      target: one.target,
    })),
    programmes: programmeFigures(data),
    surveys: surveyResults(wb, data.schoolYear).map(({ name, invited, answered, questions }) => ({
      name,
      invited,
      answered,
      results: questions.flatMap(({ question, result }) =>
        result === null ? [] : [{ name: question, value: result }],
      ),
    })),
    forms: formsOf(begun),
    typed: Object.fromEntries(TYPED_KEYS.map((key) => [key, listAnswer(answers, key)])) as AnalyticReportInput["typed"],
    pairs: named.map((pair) => ({
      mentor: participant(wb, wb.find(mentors, pair.mentor)?.person, pair.mentorName),
      mentees: pair.mentees.map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
      form: pair.mentoringForm ?? "",
      kinds: pair.mentoringKinds,
      directions: pair.directions,
      startsOn: pair.startsOn,
      endsOn: pair.endsOn,
      status: pair.status ?? "",
    })),
    unnamed: begun.length - named.length,
  };
}

/** Pairs in which nobody has withdrawn the consent to the use of the data. */
function nameable(wb: ReadOnlyWorkbook, all: readonly Pair[]): Pair[] {
  const withdrawn = withdrawnIn(wb);
  return all.filter((pair) => !personsOf(wb, pair).some((person) => withdrawn.has(person)));
}

function latest(records: readonly DocumentRecord[], say: (record: DocumentRecord) => string): string {
  const last = records[records.length - 1];
  return last ? say(last) : "";
}

/** The order that introduces mentoring, and the orders that assign the year's pairs. */
function groundsOfYear(wb: ReadOnlyWorkbook, begun: readonly Pair[]): string[] {
  const assigning = [...new Set(begun.map(({ order }) => order))].flatMap((code) =>
    code === null ? [] : (wb.find(documents, code) ?? []),
  );
  return [...signedOf(wb, "approvalOrder").slice(-1), ...assigning]
    .filter(({ status, signedOn }) => signedOn !== null && status !== DOCUMENT_STATUS.cancelled)
    .map((order) => `${referenceTo("приказ", order)}${order.heading === null ? "" : ` «${order.heading}»`}`);
}

const figure = (name: string, value: number): Figure => ({ name, value: String(value) });

function participantsOf({ staff, waiting }: DashboardData, begun: readonly Pair[]): Figure[] {
  const count = (status: string) => begun.filter((pair) => pair.status === status).length;
  return [
    figure("Работающих педагогов", staff.filter(({ employment }) => employment !== EMPLOYMENT.dismissed).length),
    figure("Наставников, работавших в парах и группах", new Set(begun.map(({ mentor }) => mentor)).size),
    figure("Наставляемых, работавших в парах и группах", new Set(begun.flatMap((pair) => pair.mentees)).size),
    figure("Пар и групп за год, всего", begun.length),
    figure("из них групп", begun.filter((pair) => pair.mentees.length > 1).length),
    figure("Завершено пар и групп", count(PAIR_STATUS.finished)),
    figure("Прекращено пар и групп досрочно", count(PAIR_STATUS.ended)),
    figure("Ожидают наставника", waiting),
  ];
}

function programmeFigures(data: DashboardData): Figure[] {
  const { all, finished, corrected, ended, open, due, done } = progressOf(data);
  return [
    figure("Персонализированных программ, всего", all),
    figure("Завершено", finished),
    figure("Скорректировано по ходу", corrected),
    figure("Прекращено досрочно", ended),
    figure("Продолжается", open),
    figure("Мероприятий, срок которых наступил", due),
    figure("из них выполнено", done),
  ];
}

function formsOf(begun: readonly Pair[]): AnalyticReportInput["forms"] {
  const byForm = new Map<string, Pair[]>();
  for (const pair of begun) {
    const name = [pair.mentoringForm ?? "", pair.mentoringKinds.join(", ")].filter((part) => part !== "").join("; ");
    byForm.set(name, [...(byForm.get(name) ?? []), pair]);
  }
  return [...byForm].map(([name, own]) => ({
    name: name === "" ? "не указаны" : name,
    pairs: own.length,
    mentees: new Set(own.flatMap((pair) => pair.mentees)).size,
  }));
}

function obstacles(wb: ReadOnlyWorkbook): Obstacle[] {
  if (surveyResults(wb, schoolYearName(wb)).some(({ answered }) => answered > 0)) return [];
  return [
    {
      level: "warning",
      what: "Итоговый опрос этого учебного года не проведён или ответы не собраны.",
      mend: "Проведите его на странице «Итоговый опрос»: раздел 5 и показатели P3 и P4 заполнятся сами.",
    },
  ];
}

export const analyticReport: PaperKind<AnalyticReportInput> = {
  paper: analyticReportPaper,
  group: "Отчёты",
  count: "year",
  purpose: "Подводит итоги года: цифры подставляются, выводы и предложения пишет куратор, утверждает руководитель.",
  basis: "Положение о системе наставничества: обязанности куратора",
  series: null,
  registerLabel: "Записать утверждённое",
  fields: () => FIELDS,
  proposed,
  obstacles,
  input,
  concerns: (wb) => {
    const named = nameable(wb, monitoringData(wb).pairs.filter(hasBegun));
    return {
      pairs: named.map(({ code }) => code),
      people: [...new Set(named.flatMap((pair) => personsOf(wb, pair)))],
    };
  },
  acquainted: () => [],
};

// The return for municipal monitoring as a kind: what the register and the banks prove, the rest from a short form.
import { documents, DOCUMENT_STATUS, type DocumentRecord } from "../../documents/documents.table";
import { institutionOf } from "../../documents/institution";
import type { Registration } from "../../documents/paper";
import { monitoringData } from "../../monitoring/monitoringData";
import { hasBegun } from "../../pairing/pairStates";
import { schoolYearName } from "../../pairing/savePairs";
import { settings } from "../../school/settings.table";
import { formatDate, isCalendarDate, toCalendarDate, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { lastAnswers, only } from "../acts/actFacts";
import { listAnswer, rowsAnswer, textAnswer, type Answers, type Field } from "../fields";
import type { Obstacle, PaperCase, PaperKind } from "../paperKind";
import { referenceTo, signedOf } from "../registered";
import { municipalReturnPaper, type MunicipalReturnInput, type ReturnRow } from "./municipalReturnPaper";

const THERE_IS = "есть";
const THERE_IS_NOT = "нет";
/** Municipal monitoring is held in June (source 3, 2.4); the day is the curator's to change. */
const DUE = { month: 6, day: 15 };

/** What the rows are worked out from. */
interface Basis {
  wb: ReadOnlyWorkbook;
  answers: Answers;
  asOf: CalendarDate;
  data: ReturnType<typeof monitoringData>;
}

/** The real checklist of a municipality (domain §8.5); a new line is a new entry. */
const ROWS: readonly { indicator: string; value: (basis: Basis) => string; link?: (basis: Basis) => string }[] = [
  {
    indicator: "Раздел «Наставничество» на официальном сайте",
    value: ({ answers }) => (textAnswer(answers, "site") === "" ? THERE_IS_NOT : THERE_IS),
    link: ({ answers }) => textAnswer(answers, "site"),
  },
  { indicator: "Приказ о внедрении системы наставничества", value: approvedBy("приказ") },
  { indicator: "Положение о системе наставничества", value: approvedBy("утверждено: приказ") },
  {
    indicator: "Дорожная карта (план мероприятий)",
    value: ({ wb, asOf }) =>
      latestUntil(wb, "roadmap", asOf, ({ signedOn }) =>
        signedOn === null ? THERE_IS : `${THERE_IS}, утверждена ${formatDate(signedOn)}`,
      ),
  },
  {
    indicator: "Персонализированные программы наставничества",
    value: ({ data }) => counts([["программ", data.programmes.length]]),
  },
  { indicator: "Приказ о назначении куратора", value: approvedBy("приказ") },
  {
    indicator: "База наставников и наставляемых",
    value: ({ data }) =>
      counts([
        ["наставников", data.mentors.length],
        ["наставляемых", data.paired + data.waiting],
      ]),
    link: ({ answers }) => textAnswer(answers, "base"),
  },
  {
    indicator: "Локальный акт о материальном стимулировании наставников",
    value: ({ answers }) => textAnswer(answers, "incentives") || THERE_IS_NOT,
  },
  {
    indicator: "Приказ (приказы) о закреплении наставнических пар (групп)",
    value: ({ wb, asOf, data }) =>
      assigning(wb, data, asOf)
        .map((order) => referenceTo("приказ", order))
        .join("; ") || THERE_IS_NOT,
  },
  {
    indicator: "Количество наставнических пар и групп по приказам",
    value: ({ wb, asOf, data }) => {
      const orders = new Set(assigning(wb, data, asOf).map(({ code }) => code));
      const assigned = data.pairs.filter(({ order }) => order !== null && orders.has(order));
      const groups = assigned.filter(({ mentees }) => mentees.length > 1).length;
      return `пар — ${assigned.length - groups}, групп — ${groups}`;
    },
  },
  {
    indicator: "Лучшие практики (кейсы) наставничества",
    value: ({ answers }) => listAnswer(answers, "practices").join("; ") || THERE_IS_NOT,
  },
];

/** One order introduces mentoring, approves the regulation and appoints the curator. */
function approvedBy(what: string): (basis: Basis) => string {
  return ({ wb, asOf }) => latestUntil(wb, "approvalOrder", asOf, (order) => referenceTo(what, order));
}

function latestUntil(
  wb: ReadOnlyWorkbook,
  paperKey: string,
  asOf: CalendarDate,
  say: (record: DocumentRecord) => string,
): string {
  const last = signedOf(wb, paperKey)
    .filter(({ signedOn }) => signedOn === null || signedOn <= asOf)
    .pop();
  return last ? say(last) : THERE_IS_NOT;
}

/** Registered orders that assign the year's pairs. */
function assigning(wb: ReadOnlyWorkbook, { pairs }: Basis["data"], asOf: CalendarDate): DocumentRecord[] {
  const codes = new Set(pairs.filter(hasBegun).flatMap(({ order }) => order ?? []));
  return [...codes]
    .flatMap((code) => wb.find(documents, code) ?? [])
    .filter(({ signedOn, status }) => signedOn !== null && signedOn <= asOf && status !== DOCUMENT_STATUS.cancelled);
}

function counts(named: readonly (readonly [string, number])[]): string {
  if (named.every(([, count]) => count === 0)) return THERE_IS_NOT;
  return `${THERE_IS}: ${named.map(([what, count]) => `${what} — ${count}`).join(", ")}`;
}

const FIELDS: readonly Field[] = [
  { key: "asOf", label: "По состоянию на", sort: "date", required: true },
  { key: "recipient", label: "Куда представляются", sort: "text", note: "Например: МКУ «Ресурсный центр»." },
  { key: "dueOn", label: "Представить до", sort: "date" },
  {
    key: "site",
    label: "Раздел «Наставничество» на сайте",
    sort: "text",
    note: "Адрес страницы; пусто — раздела нет.",
  },
  {
    key: "base",
    label: "Ссылка на базу",
    sort: "text",
    note: "Только если доступ ограничен: в базе персональные данные. Пусто — без ссылки.",
  },
  { key: "incentives", label: "Акт о стимулировании", sort: "text", note: "Название, дата и номер; пусто — нет." },
  { key: "practices", label: "Лучшие практики", sort: "lines", note: "Названия, без имён." },
  {
    key: "remarks",
    label: "Ссылки и примечания к строкам",
    sort: "rows",
    note: "Документы с именами размещайте, только если их участники согласны.",
    columns: [
      { key: "indicator", label: "Показатель" },
      { key: "link", label: "Ссылка" },
      { key: "note", label: "Примечание" },
    ],
  },
];

/** What does not change from year to year is taken from the last return. */
function proposed(wb: ReadOnlyWorkbook): Answers {
  const year = Number(schoolYearName(wb).slice(-4)) || Number(wb.today.slice(0, 4));
  return {
    site: wb.setting(settings, "site") ?? "",
    ...only(lastAnswers(wb, municipalReturnPaper.key), ["recipient", "site", "base", "incentives"]),
    asOf: wb.today,
    dueOn: toCalendarDate(year, DUE.month, DUE.day),
    remarks: ROWS.map(({ indicator }) => ({ indicator, link: "", note: "" })),
  };
}

const dayOf = (answers: Answers, key: string): CalendarDate | null => {
  const typed = textAnswer(answers, key);
  return isCalendarDate(typed) ? typed : null;
};

function rowsOf(basis: Basis): ReturnRow[] {
  const remarks = new Map(rowsAnswer(basis.answers, "remarks").map((row) => [(row["indicator"] ?? "").trim(), row]));
  return ROWS.map(({ indicator, value, link }) => {
    const remark = remarks.get(indicator);
    return {
      indicator,
      value: value(basis),
      link: remark?.["link"]?.trim() || (link?.(basis) ?? ""),
      note: remark?.["note"]?.trim() ?? "",
    };
  });
}

function input(wb: ReadOnlyWorkbook, { answers }: PaperCase, registration: Registration | null): MunicipalReturnInput {
  const asOf = dayOf(answers, "asOf") ?? wb.today;
  return {
    institution: institutionOf(wb),
    registration,
    asOf,
    recipient: textAnswer(answers, "recipient"),
    dueOn: dayOf(answers, "dueOn"),
    rows: rowsOf({ wb, answers, asOf, data: monitoringData(wb) }),
  };
}

/** What the municipality asks for and the register does not hold. */
function obstacles(wb: ReadOnlyWorkbook, about: PaperCase): Obstacle[] {
  const { rows } = input(wb, about, null);
  const asOf = dayOf(about.answers, "asOf") ?? wb.today;
  const absent = rows.filter(({ value }) => value === THERE_IS_NOT).map(({ indicator }) => indicator);
  const found: Obstacle[] = [];
  if (asOf > wb.today)
    found.push({
      level: "error",
      what: `День ${formatDate(asOf)}, на который составляются сведения, ещё не наступил.`,
      mend: "Укажите в поле «По состоянию на» сегодняшний день или более ранний.",
    });
  if (absent.length > 0)
    found.push({
      level: "warning",
      what: `В сведениях будет указано «нет»: ${absent.join("; ")}.`,
      mend: "Если документ есть, зарегистрируйте его на этой странице или впишите недостающее в форму.",
    });
  return found;
}

export const municipalReturn: PaperKind<MunicipalReturnInput> = {
  paper: municipalReturnPaper,
  group: "Отчёты",
  count: "year",
  purpose: "Таблица для муниципального мониторинга: наличие документов и количество пар, без имён участников.",
  basis: "Запрос муниципального органа управления образованием",
  series: null,
  registerLabel: "Записать подписанное",
  fields: () => FIELDS,
  proposed,
  obstacles,
  input,
  concerns: () => ({ pairs: [], people: [] }),
  acquainted: () => [],
};

// What the kinds of acts read from the workbook and from their short forms: minutes, the union, people, other acts of the year.
import { withdrawnIn } from "../../bank/consentRules";
import { EMPLOYMENT, isDeleted, people, type Person } from "../../bank/people.table";
import { DOCUMENT_STATUS, type DocumentRecord } from "../../documents/documents.table";
import { participantOf } from "../../documents/institution";
import type { Participant, Registration } from "../../documents/paper";
import { nameKey } from "../../documents/tags";
import { schoolYearOf } from "../../school/schoolYear";
import { settings } from "../../school/settings.table";
import { type CalendarDate, formatDate, isCalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { textAnswer, type Answers, type Field } from "../fields";
import { keptOf } from "../kept";
import type { Obstacle } from "../paperKind";
import { documentsOf } from "../registered";
import { yearSubject } from "../subjects";
import { UNION, type Reference, type Union } from "./actParts";

/** People of other organisations and students are not the school's own staff. */
const OUTSIDERS: readonly (string | null)[] = ["внешний эксперт", "студент"];

/** Whoever works here now, in the order of names. */
function staffOf(wb: ReadOnlyWorkbook): readonly Person[] {
  return wb
    .all(people)
    .filter(
      (person) => person.employment !== EMPLOYMENT.dismissed && !OUTSIDERS.includes(person.kind) && !isDeleted(person),
    )
    .sort((one, other) => one.fullName.localeCompare(other.fullName, "ru"));
}

/** The staff parted: those who may be named, and how many have withdrawn the consent to the use of their data. */
export function staffToAcquaint(wb: ReadOnlyWorkbook): { named: readonly Person[]; unnamed: number } {
  const withdrawn = withdrawnIn(wb);
  const staff = staffOf(wb);
  const named = staff.filter(({ code }) => !withdrawn.has(code));
  return { named, unnamed: staff.length - named.length };
}

/** Codes of the people chosen in a field. */
export const personsIn = (answers: Answers, ...keys: readonly string[]): string[] =>
  keys.flatMap((key) => textAnswer(answers, key) || []);

/** The person chosen in a field; null where nobody is. */
export function chosen(wb: ReadOnlyWorkbook, answers: Answers, key: string): Participant | null {
  const code = textAnswer(answers, key);
  const row = code === "" ? undefined : wb.find(people, code);
  return row === undefined ? null : participantOf(row);
}

/** The person's row whose name stands in the settings, if there is one. */
export function named(wb: ReadOnlyWorkbook, fullName: string | null): Person | undefined {
  const wanted = nameKey(fullName ?? "");
  return wanted === "" ? undefined : wb.all(people).find((person) => nameKey(person.fullName) === wanted);
}

/** The bounds of the school year by the settings, or the usual ones. */
export function yearOf(wb: ReadOnlyWorkbook): { startsOn: CalendarDate; endsOn: CalendarDate } {
  const usual = schoolYearOf(wb.setting(settings, "yearStart") ?? wb.today);
  return {
    startsOn: wb.setting(settings, "yearStart") ?? usual.startsOn,
    endsOn: wb.setting(settings, "yearEnd") ?? usual.endsOn,
  };
}

const GIVEN_UP: readonly (string | null)[] = [DOCUMENT_STATUS.cancelled, DOCUMENT_STATUS.superseded];

/** This school year's document of a kind that is made once a year; the newest that is not given up. */
export function ofThisYear(wb: ReadOnlyWorkbook, paperKey: string): DocumentRecord | undefined {
  const stem = `${paperKey}:${yearSubject(wb)}`;
  return documentsOf(wb, paperKey)
    .filter(({ key, status }) => key?.startsWith(stem) === true && !GIVEN_UP.includes(status))
    .pop();
}

/** Number and date of the order that approves, once it is signed. */
export function approvalBy(order: DocumentRecord | undefined): Registration | null {
  if (order?.status !== DOCUMENT_STATUS.signed || order.signedOn === null) return null;
  return { number: order.number ?? "", date: order.signedOn };
}

/** What was typed into this kind's form last: this year's, or an earlier year's. */
export function lastAnswers(wb: ReadOnlyWorkbook, paperKey: string): Answers {
  const kept = documentsOf(wb, paperKey).flatMap((record) => keptOf(record) ?? []);
  return kept[kept.length - 1]?.answers ?? {};
}

/** These of the answers. */
export const only = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => keys.includes(key)));

/** Minutes of the педсовет. */
export const councilIn = (answers: Answers): Reference => reference(answers, "council");
export const unionMinutesIn = (answers: Answers): Reference => reference(answers, "union");

function reference(answers: Answers, prefix: string): Reference {
  return { number: textAnswer(answers, `${prefix}Number`), on: textAnswer(answers, `${prefix}On`) };
}

export function unionIn(answers: Answers): Union {
  const typed = textAnswer(answers, "union");
  return Object.values(UNION).find((one) => one === typed) ?? UNION.none;
}

export const COUNCIL_FIELDS: readonly Field[] = [
  {
    key: "councilOn",
    label: "Протокол педагогического совета: дата",
    sort: "date",
    note: "Если педсовет ещё не состоялся, оставьте пустым: в документе будет место для записи.",
  },
  { key: "councilNumber", label: "Протокол педагогического совета: №", sort: "text" },
];
export const UNION_FIELDS: readonly Field[] = [
  {
    key: "union",
    label: "Профсоюз",
    sort: "choice",
    options: Object.values(UNION),
    note: "Локальные акты о наставничестве разрабатываются вместе с первичной профсоюзной организацией, если она есть.",
  },
  { key: "unionOn", label: "Протокол профсоюза: дата", sort: "date" },
  { key: "unionNumber", label: "Протокол профсоюза: №", sort: "text" },
];
export const CONTROL_FIELD: Field = {
  key: "control",
  label: "Контроль за исполнением",
  sort: "person",
  note: "Пусто — руководитель оставляет контроль за собой.",
};
/** What stays the same when the paper is made for another year. */
export const LASTING_KEYS: readonly string[] = ["union", "control", "siteKeeper", "publish", "mentorsCouncil"];

/** Minutes that lie ahead have not been taken yet. */
export function minutesObstacles(wb: ReadOnlyWorkbook, answers: Answers): Obstacle[] {
  return [
    { reference: councilIn(answers), what: "педагогического совета" },
    ...(unionIn(answers) === UNION.none ? [] : [{ reference: unionMinutesIn(answers), what: "профсоюза" }]),
  ].flatMap(({ reference: { number, on }, what }): Obstacle[] => {
    if (isCalendarDate(on) && on > wb.today)
      return [
        {
          level: "error",
          what: `Протокол ${what} датирован ${formatDate(on)}: этот день ещё не наступил.`,
          mend: "Исправьте дату или оставьте её пустой до заседания.",
        },
      ];
    if ((number === "") === (on === "")) return [];
    return [
      {
        level: "warning",
        what: `У протокола ${what} указан${number === "" ? "а только дата" : " только номер"}.`,
        mend: "Впишите недостающее или оставьте место, чтобы дописать от руки.",
      },
    ];
  });
}

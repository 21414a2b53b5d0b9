// The regulation on mentoring, as a kind: its words follow the school, its approval follows the order.
import { DOCUMENT_STATUS } from "../../documents/documents.table";
import { institutionOf } from "../../documents/institution";
import { noticeDaysOf } from "../../pairing/pairFacts";
import { settings } from "../../school/settings.table";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { flagAnswer, listAnswer } from "../fields";
import type { Obstacle, PaperKind } from "../paperKind";
import {
  approvalBy,
  COUNCIL_FIELDS,
  councilIn,
  lastAnswers,
  LASTING_KEYS,
  minutesObstacles,
  ofThisYear,
  only,
  UNION_FIELDS,
  unionIn,
  unionMinutesIn,
} from "./actFacts";
import { approvalOrder } from "./approvalOrderPaper";
import { regulation, type RegulationInput } from "./regulationPaper";

/** What the form proposes: of the forms those that fit this kind of organisation, of the kinds all. */
function usualForms(wb: ReadOnlyWorkbook): readonly string[] {
  const isKindergarten = wb.setting(settings, "schoolKind") === "детский сад";
  return wb.dictionary("mentoringForms").filter((form) => isKindergarten || !form.includes("воспитатель"));
}

/** An act of the order has its date: until the order is signed, the regulation waits. */
export function waitsForOrder(wb: ReadOnlyWorkbook): Obstacle[] {
  const order = ofThisYear(wb, approvalOrder.key);
  if (order?.status === DOCUMENT_STATUS.signed) return [];
  return [
    {
      level: "warning",
      what:
        order === undefined
          ? "Приказ, который утверждает этот документ, ещё не подготовлен: его дата и номер останутся пустыми."
          : "Приказ, который утверждает этот документ, ещё не зарегистрирован: его дата и номер останутся пустыми.",
      mend: "После регистрации приказа подготовьте документ снова: дата и номер встанут на место.",
    },
  ];
}

export const regulationKind: PaperKind<RegulationInput> = {
  paper: regulation,
  group: "Приказы и положение",
  count: "year",
  purpose: "Главный локальный акт о наставничестве: принимает педагогический совет, утверждает приказ.",
  basis: "Методические рекомендации от 21.12.2021 № АЗ-1128/08",
  series: null,
  registerLabel: "Записать утверждённое",
  fields: (wb) => [
    ...COUNCIL_FIELDS,
    ...UNION_FIELDS,
    { key: "mentorsCouncil", label: "В организации есть (создаётся) совет наставников", sort: "flag" },
    {
      key: "forms",
      label: "Формы наставничества",
      sort: "choices",
      options: wb.dictionary("mentoringForms"),
    },
    {
      key: "kinds",
      label: "Виды наставничества",
      sort: "choices",
      options: wb.dictionary("mentoringKinds"),
    },
  ],
  proposed: (wb) => ({
    mentorsCouncil: true,
    forms: usualForms(wb),
    kinds: wb.dictionary("mentoringKinds"),
    ...only(lastAnswers(wb, approvalOrder.key), ["union", "councilNumber", "councilOn", "unionNumber", "unionOn"]),
    ...only(lastAnswers(wb, regulation.key), [...LASTING_KEYS, "forms", "kinds"]),
  }),
  obstacles: (wb, { answers }) => [
    ...emptyChoices(listAnswer(answers, "forms"), "форма"),
    ...emptyChoices(listAnswer(answers, "kinds"), "вид"),
    ...minutesObstacles(wb, answers),
    ...waitsForOrder(wb),
  ],
  input: (wb, { answers }) => ({
    institution: institutionOf(wb),
    kindergarten: wb.setting(settings, "schoolKind") === "детский сад",
    approval: approvalBy(ofThisYear(wb, approvalOrder.key)),
    council: councilIn(answers),
    union: unionIn(answers),
    unionMinutes: unionMinutesIn(answers),
    mentorsCouncil: flagAnswer(answers, "mentorsCouncil"),
    forms: listAnswer(answers, "forms"),
    kinds: listAnswer(answers, "kinds"),
    capacity: wb.setting(settings, "mentorCapacity"),
    noticeDays: noticeDaysOf(wb),
  }),
  concerns: () => ({ pairs: [], people: [] }),
  acquainted: () => [],
};

function emptyChoices(chosen: readonly string[], word: "форма" | "вид"): Obstacle[] {
  if (chosen.length > 0) return [];
  const none =
    word === "форма" ? "Не отмечена ни одна форма наставничества." : "Не отмечен ни один вид наставничества.";
  return [{ level: "error", what: none, mend: "Отметьте те, которые применяет организация." }];
}

// The roadmap of a school year, as a kind: twenty rows are proposed, the curator changes them in the form.
import { institutionOf } from "../../documents/institution";
import { settings } from "../../school/settings.table";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { flagAnswer, rowsAnswer, textAnswer, type Answers } from "../fields";
import type { PaperKind } from "../paperKind";
import {
  approvalBy,
  COUNCIL_FIELDS,
  councilIn,
  lastAnswers,
  minutesObstacles,
  ofThisYear,
  only,
  yearOf,
} from "./actFacts";
import { approvalOrder } from "./approvalOrderPaper";
import { regulation } from "./regulationPaper";
import { waitsForOrder } from "./regulation";
import { roadmap, type RoadmapInput } from "./roadmapPaper";
import { proposedRoadmap, type RoadmapRow } from "./roadmapRows";

/** Who approves the roadmap. */
export const APPROVED_BY = {
  order: "приказом вместе с Положением (приложение 2)",
  head: "подписью руководителя («УТВЕРЖДАЮ»)",
} as const;

const isByOrder = (answers: Answers): boolean => textAnswer(answers, "approvedBy") !== APPROVED_BY.head;

function rowsIn(answers: Answers): readonly RoadmapRow[] {
  return rowsAnswer(answers, "rows").map(({ stage, activity, content, term, responsible, result }) => ({
    stage: (stage ?? "").trim(),
    activity: (activity ?? "").trim(),
    content: (content ?? "").trim(),
    term: (term ?? "").trim(),
    responsible: (responsible ?? "").trim(),
    result: (result ?? "").trim(),
  }));
}

function proposedRows(wb: ReadOnlyWorkbook): readonly Readonly<Record<string, string>>[] {
  const post = wb.setting(settings, "headPost") ?? institutionOf(wb).head.post;
  const typed = lastAnswers(wb, regulation.key);
  return proposedRoadmap(yearOf(wb), {
    headPost: post.charAt(0).toUpperCase() + post.slice(1),
    council: typed["mentorsCouncil"] === undefined || flagAnswer(typed, "mentorsCouncil"),
    kindergarten: wb.setting(settings, "schoolKind") === "детский сад",
  }).map((row) => ({ ...row }));
}

export const roadmapKind: PaperKind<RoadmapInput> = {
  paper: roadmap,
  group: "Программы и планы",
  count: "year",
  purpose: "План мероприятий на учебный год: семь этапов от локальных актов до итогов.",
  basis: "Положение о системе наставничества",
  series: null,
  registerLabel: "Записать утверждённую",
  fields: () => [
    {
      key: "approvedBy",
      label: "Утверждается",
      sort: "choice",
      options: Object.values(APPROVED_BY),
      note: "Если Положение утверждено в прошлые годы, новая дорожная карта утверждается подписью руководителя.",
    },
    ...COUNCIL_FIELDS,
    {
      key: "rows",
      label: "Мероприятия",
      sort: "rows",
      note: "Предложены на даты учебного года из «Настроек»: исправьте, уберите или добавьте свои.",
      columns: [
        { key: "stage", label: "Этап" },
        { key: "activity", label: "Мероприятие" },
        { key: "content", label: "Содержание" },
        { key: "term", label: "Срок" },
        { key: "responsible", label: "Ответственный" },
        { key: "result", label: "Ожидаемый результат" },
      ],
    },
  ],
  proposed: (wb) => {
    const order = ofThisYear(wb, approvalOrder.key);
    const regulationBefore = lastAnswers(wb, approvalOrder.key);
    const isFirst = order !== undefined || Object.keys(regulationBefore).length === 0;
    return {
      approvedBy: isFirst ? APPROVED_BY.order : APPROVED_BY.head,
      rows: proposedRows(wb),
      ...(order === undefined ? {} : only(regulationBefore, ["councilNumber", "councilOn"])),
    };
  },
  obstacles: (wb, { answers }) => [
    ...rowsIn(answers).flatMap(({ activity, term }, index) =>
      activity === "" || term === ""
        ? [
            {
              level: "warning" as const,
              what: `В строке ${String(index + 1)} дорожной карты нет ${activity === "" ? "мероприятия" : "срока"}.`,
              mend: "Заполните строку или уберите её.",
            },
          ]
        : [],
    ),
    ...minutesObstacles(wb, only(answers, ["councilNumber", "councilOn"])),
    ...(isByOrder(answers) ? waitsForOrder(wb) : []),
  ],
  input: (wb, { answers }, registration) => ({
    institution: institutionOf(wb),
    byOrder: isByOrder(answers),
    approval: isByOrder(answers) ? approvalBy(ofThisYear(wb, approvalOrder.key)) : registration,
    council: councilIn(answers),
    rows: rowsIn(answers),
  }),
  concerns: () => ({ pairs: [], people: [] }),
  acquainted: () => [],
};

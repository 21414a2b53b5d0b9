// «Дорожная карта (план мероприятий)» of a school year: seven stages, each with its activities, terms and people.
import {
  INSTITUTION_TAGS,
  institutionValues,
  SAMPLE_INSTITUTION,
  type Institution,
  type Paper,
  type Registration,
} from "../../documents/paper";
import { date, type Group } from "../../documents/values";
import { toCalendarDate } from "../../workbook/calendarDate";
import { REGISTRATION_TAGS, referenceText, type Reference } from "./actParts";
import { proposedRoadmap, type RoadmapRow } from "./roadmapRows";

/** Everything the roadmap says. */
export interface RoadmapInput {
  readonly institution: Institution;
  /** Number and date of the order, or only the date where the head signs the roadmap itself; null until then. */
  readonly approval: Registration | null;
  /** It is annex 2 to the order that approves the regulation. */
  readonly byOrder: boolean;
  readonly council: Reference;
  readonly rows: readonly RoadmapRow[];
}

/** Rows of a stage stand together; the stage is named in its first row. */
function rowValues(rows: readonly RoadmapRow[]): readonly Group[] {
  const stages = [...new Set(rows.map((row) => row.stage))];
  const inOrder = stages.flatMap((stage) => rows.filter((row) => row.stage === stage));
  return inOrder.map((row, index) => ({
    номер: index + 1,
    этап: row.stage === inOrder[index - 1]?.stage ? "" : row.stage,
    мероприятие: row.activity,
    содержание: row.content,
    срок: row.term,
    ответственный: row.responsible,
    результат: row.result,
  }));
}

/** «Дорожная карта (план мероприятий) по реализации Положения о системе наставничества». */
export const roadmap: Paper<RoadmapInput> = {
  key: "roadmap",
  title: "Дорожная карта (план мероприятий)",
  templateKey: "roadmap",
  heading: (input) =>
    `Дорожная карта (план мероприятий) по реализации Положения о системе наставничества на ${input.institution.schoolYear} учебный год`,
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.approval?.number ?? "",
    дата: date(input.approval?.date ?? null),
    приказом: input.byOrder,
    педсовет: referenceText(input.council),
    мероприятия: rowValues(input.rows),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...REGISTRATION_TAGS,
    { name: "приказом", kind: "flag", note: "утверждена приказом, а не подписью руководителя" },
    { name: "педсовет", kind: "text", note: "дата и номер протокола педагогического совета: «от 28.08.2026 № 1»" },
    {
      name: "мероприятия",
      kind: "list",
      note: "мероприятия по этапам",
      required: true,
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "этап", kind: "text", note: "этап; назван в первой строке этапа" },
        { name: "мероприятие", kind: "text", note: "мероприятие" },
        { name: "содержание", kind: "text", note: "содержание деятельности" },
        { name: "срок", kind: "text", note: "срок" },
        { name: "ответственный", kind: "text", note: "ответственный" },
        { name: "результат", kind: "text", note: "ожидаемый результат" },
      ],
    },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    approval: null,
    byOrder: true,
    council: { number: "1", on: "2026-08-28" },
    rows: proposedRoadmap(
      { startsOn: toCalendarDate(2026, 9, 1), endsOn: toCalendarDate(2027, 5, 31) },
      { headPost: "Директор", council: true, kindergarten: false },
    ),
  },
};

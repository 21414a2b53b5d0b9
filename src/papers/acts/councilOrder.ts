// The order that creates the mentors' council, as a kind: its members are chosen, its meetings are proposed.
import { EMPLOYMENT, people } from "../../bank/people.table";
import { institutionOf, participantOf } from "../../documents/institution";
import { addMonths, monthOf, yearOf as yearOfDay, type CalendarDate } from "../../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { listAnswer, rowsAnswer, textAnswer, type Answers } from "../fields";
import type { Obstacle, PaperKind } from "../paperKind";
import {
  chosen,
  CONTROL_FIELD,
  COUNCIL_FIELDS,
  councilIn,
  lastAnswers,
  minutesObstacles,
  only,
  personsIn,
  yearOf,
} from "./actFacts";
import { councilOrder, type CouncilOrderInput } from "./councilOrderPaper";
import { MONTHS } from "./roadmapRows";

/** A council of fewer cannot decide by a majority. */
const LEAST_MEMBERS = 3;

/** Members beside the chair and the secretary, each once. */
function membersIn(answers: Answers): string[] {
  const officers = personsIn(answers, "chair", "secretary");
  return [...new Set(listAnswer(answers, "members"))].filter((code) => !officers.includes(code));
}
const everybodyIn = (answers: Answers): string[] => [
  ...new Set([...personsIn(answers, "chair", "secretary"), ...membersIn(answers)]),
];

/** Once a quarter, and before pairs are assigned. */
function proposedMeetings(wb: ReadOnlyWorkbook): readonly Readonly<Record<string, string>>[] {
  const { startsOn, endsOn } = yearOf(wb);
  const month = (day: CalendarDate): string => `${MONTHS[monthOf(day) - 1] ?? ""} ${String(yearOfDay(day))} г.`;
  return [
    {
      term: month(startsOn),
      agenda: "Рекомендации по наставническим парам (группам). План работы совета на учебный год.",
      responsible: "Председатель, куратор",
    },
    {
      term: month(addMonths(startsOn, 2)),
      agenda: "Рассмотрение персонализированных программ. Адаптация молодых и вновь принятых педагогов.",
      responsible: "Куратор, наставники",
    },
    {
      term: month(addMonths(startsOn, 4)),
      agenda: "Ход программ за полугодие. Результаты диагностики и изменения в программах.",
      responsible: "Куратор, наставники",
    },
    {
      term: month(addMonths(startsOn, 6)),
      agenda: "Подготовка участников к профессиональным конкурсам. Описание лучших практик.",
      responsible: "Члены совета",
    },
    {
      term: month(endsOn),
      agenda: "Итоги года: результаты программ, итоговый отчёт, предложения о поощрении.",
      responsible: "Председатель, куратор",
    },
  ];
}

function compositionObstacles(wb: ReadOnlyWorkbook, answers: Answers): Obstacle[] {
  const officers: Obstacle[] = [
    ...(textAnswer(answers, "chair") === ""
      ? [
          {
            level: "error" as const,
            what: "Не выбран председатель совета.",
            mend: "Выберите его из списка педагогов.",
          },
        ]
      : []),
    ...(textAnswer(answers, "secretary") === ""
      ? [
          {
            level: "warning" as const,
            what: "Не выбран секретарь совета: вести протоколы будет некому.",
            mend: "Выберите секретаря из списка педагогов.",
          },
        ]
      : []),
  ];
  const everybody = everybodyIn(answers);
  const same = textAnswer(answers, "chair") !== "" && textAnswer(answers, "chair") === textAnswer(answers, "secretary");
  return [
    ...officers,
    ...(same
      ? [
          {
            level: "error" as const,
            what: "Председатель и секретарь совета — один и тот же человек.",
            mend: "Выберите секретарём другого педагога.",
          },
        ]
      : []),
    ...(everybody.length < LEAST_MEMBERS
      ? [
          {
            level: "warning" as const,
            what: `В совете меньше ${String(LEAST_MEMBERS)} человек: решения большинством голосов не принять.`,
            mend: "Добавьте членов совета.",
          },
        ]
      : []),
    ...everybody.flatMap((code): Obstacle[] => {
      const row = wb.find(people, code);
      const out =
        row === undefined ? "нет на вкладке «Педагоги»" : row.employment === EMPLOYMENT.dismissed ? "уволен" : "";
      return out === ""
        ? []
        : [
            {
              level: "error",
              what: `${row?.fullName ?? code}: ${row === undefined ? out : `занятость — «${out}»`}.`,
              mend: "Уберите этого человека из состава совета.",
            },
          ];
    }),
  ];
}

export const councilOrderKind: PaperKind<CouncilOrderInput> = {
  paper: councilOrder,
  group: "Совет наставников",
  count: "year",
  purpose: "Утверждает состав совета наставников и план его заседаний на учебный год.",
  basis: "Положение о системе наставничества",
  series: "order",
  fields: () => [
    { key: "chair", label: "Председатель", sort: "person", required: true },
    { key: "secretary", label: "Секретарь", sort: "person" },
    { key: "members", label: "Члены совета", sort: "people" },
    {
      key: "meetings",
      label: "План заседаний",
      sort: "rows",
      note: "Не реже одного раза в квартал. Пустой план — приказ без приложения.",
      columns: [
        { key: "term", label: "Срок" },
        { key: "agenda", label: "Рассматриваемые вопросы" },
        { key: "responsible", label: "Ответственный" },
      ],
    },
    ...COUNCIL_FIELDS,
    CONTROL_FIELD,
  ],
  proposed: (wb) => ({
    meetings: proposedMeetings(wb),
    ...only(lastAnswers(wb, councilOrder.key), ["chair", "secretary", "members", "control"]),
  }),
  obstacles: (wb, { answers }) => [...compositionObstacles(wb, answers), ...minutesObstacles(wb, answers)],
  input: (wb, { answers }, registration) => ({
    institution: institutionOf(wb),
    registration,
    council: councilIn(answers),
    chair: chosen(wb, answers, "chair"),
    secretary: chosen(wb, answers, "secretary"),
    members: membersIn(answers)
      .flatMap((code) => wb.find(people, code) ?? [])
      .map(participantOf),
    meetings: rowsAnswer(answers, "meetings").map(({ term, agenda, responsible }) => ({
      term: term ?? "",
      agenda: agenda ?? "",
      responsible: responsible ?? "",
    })),
    control: chosen(wb, answers, "control"),
  }),
  concerns: (_, { answers }) => ({
    pairs: [],
    people: [...new Set([...everybodyIn(answers), ...personsIn(answers, "control")])],
  }),
  acquainted: (_, { answers }) => everybodyIn(answers),
};

// The personalised mentoring programme as a paper: what it takes and the tags it offers.
import {
  INSTITUTION_TAGS,
  institutionValues,
  lineValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTEE,
  SAMPLE_MENTOR,
  sentenceValue,
  type Institution,
  type Paper,
  type Participant,
} from "../documents/paper";
import type { Tag } from "../documents/tags";
import { date, lowerFirst, type Group } from "../documents/values";

/** A row of the plan. */
interface PlannedActivity {
  readonly content: string;
  /** The difficulty (direction) it answers; "" for general activities. */
  readonly direction: string;
  /** «2026-10-15»; null if it runs through the whole programme. */
  readonly dueOn: string | null;
  readonly expectedResult: string;
  /** «выполнено» and the like; "" in a new programme. */
  readonly done: string;
}

/** Everything a personalised programme says. Texts are plain sentences without markup. */
export interface ProgrammePaperInput {
  readonly institution: Institution;
  readonly mentor: Participant;
  readonly mentees: readonly Participant[];
  /** «педагог — педагог» */
  readonly form: string;
  readonly kinds: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Whole months between the two dates; null if they are not known. */
  readonly months: number | null;
  /** «приказ от 14.09.2026 № 84-02»; "" before the order is registered. */
  readonly grounds: string;
  /** «протокол от 28.08.2026 № 1»; "" if the council has not met. */
  readonly councilMinutes: string;
  /** Date of approval by the head; null before it. */
  readonly approvedOn: string | null;
  readonly meetings: string;
  readonly initialLevel: string;
  readonly difficulties: readonly string[];
  readonly strengths: string;
  readonly goal: string;
  readonly tasks: readonly string[];
  readonly directions: readonly string[];
  readonly activities: readonly PlannedActivity[];
  readonly expectedResults: readonly string[];
}

const activityValues = (activity: PlannedActivity, index: number): Group => ({
  номер: index + 1,
  содержание: activity.content,
  затруднение: activity.direction,
  срок: activity.dueOn === null ? "весь период" : date(activity.dueOn),
  планируемый_результат: activity.expectedResult,
  отметка: activity.done,
});

const lines = (name: string, note: string): Tag => ({
  name,
  kind: "list",
  note,
  items: [{ name: ".", kind: "text", note: "строка списка" }],
});

/** «Персонализированная программа наставничества». */
export const programmePaper: Paper<ProgrammePaperInput> = {
  key: "programme",
  title: "Персонализированная программа наставничества",
  templateKey: "programme",
  heading: (input) =>
    `Персонализированная программа наставничества: ${input.mentor.fullName} — ` +
    input.mentees.map((mentee) => mentee.fullName).join(", "),
  data: (input) => ({
    ...institutionValues(input.institution),
    наставник: participantValues(input.mentor),
    наставляемые: input.mentees.map(participantValues),
    группа: input.mentees.length > 1,
    форма: input.form,
    виды: input.kinds.join(", "),
    начало: date(input.startsOn),
    конец: date(input.endsOn),
    месяцев: input.months,
    основание: input.grounds,
    протокол: input.councilMinutes,
    утверждена: date(input.approvedOn),
    встречи: input.meetings,
    уровень: sentenceValue(input.initialLevel),
    есть_затруднения: input.difficulties.length > 0,
    затруднения: lineValues(input.difficulties),
    сильные_стороны: input.strengths.trim().replace(/[.;\s]+$/, ""),
    цель: sentenceValue(lowerFirst(input.goal.trim())),
    задачи: lineValues(input.tasks),
    направления: lineValues(input.directions),
    мероприятия: input.activities.map(activityValues),
    результаты: lineValues(input.expectedResults),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "наставник.фио", kind: "person", note: "наставник: фамилия, имя, отчество", required: true },
    { name: "наставник.должность", kind: "post", note: "наставник: должность" },
    {
      name: "наставляемые",
      kind: "list",
      note: "один наставляемый или группа",
      required: true,
      items: [
        { name: "фио", kind: "person", note: "фамилия, имя, отчество наставляемого" },
        { name: "должность", kind: "post", note: "должность наставляемого" },
        { name: ".", kind: "person", note: "сам наставляемый" },
      ],
    },
    { name: "группа", kind: "flag", note: "наставляемых больше одного" },
    { name: "форма", kind: "text", note: "форма наставничества" },
    { name: "виды", kind: "text", note: "виды наставничества" },
    { name: "начало", kind: "date", note: "первый день программы" },
    { name: "конец", kind: "date", note: "последний день программы" },
    { name: "месяцев", kind: "number", note: "срок в месяцах" },
    { name: "основание", kind: "text", note: "приказ о закреплении, его дата и номер" },
    { name: "протокол", kind: "text", note: "протокол совета наставников" },
    { name: "утверждена", kind: "date", note: "когда утверждена руководителем" },
    { name: "встречи", kind: "text", note: "формат и периодичность встреч" },
    { name: "уровень", kind: "text", note: "исходный уровень по итогам диагностики" },
    { name: "есть_затруднения", kind: "flag", note: "диагностика выявила затруднения" },
    lines("затруднения", "выявленные затруднения"),
    { name: "сильные_стороны", kind: "text", note: "сильные стороны наставляемого" },
    { name: "цель", kind: "text", note: "цель программы", required: true },
    lines("задачи", "задачи программы"),
    lines("направления", "направления работы"),
    {
      name: "мероприятия",
      kind: "list",
      note: "план мероприятий",
      required: true,
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "содержание", kind: "text", note: "что делают наставник и наставляемый" },
        { name: "затруднение", kind: "text", note: "на какое затруднение направлено" },
        { name: "срок", kind: "date", note: "до какого дня" },
        { name: "планируемый_результат", kind: "text", note: "что изменится" },
        { name: "отметка", kind: "text", note: "отметка о выполнении" },
      ],
    },
    lines("результаты", "планируемые результаты"),
    ...participantTags("наставляемые", "наставляемые списком"),
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    mentor: SAMPLE_MENTOR,
    mentees: [SAMPLE_MENTEE],
    form: "педагог — педагог",
    kinds: ["традиционное"],
    startsOn: "2026-09-14",
    endsOn: "2027-05-31",
    months: 8,
    grounds: "",
    councilMinutes: "",
    approvedOn: null,
    meetings: "очно, не реже одного раза в две недели",
    initialLevel: "",
    difficulties: ["Методика обучения", "Работа с родителями"],
    strengths: "владение цифровыми инструментами, доброжелательность",
    goal: "помочь наставляемому преодолеть затруднения в методике обучения и в работе с родителями",
    tasks: [
      "освоить приёмы планирования и анализа урока",
      "подготовить и провести родительское собрание",
      "составить план дальнейшего профессионального развития",
    ],
    directions: ["Методика обучения", "Работа с родителями"],
    activities: [
      {
        content: "Посещение уроков наставника с последующим обсуждением",
        direction: "Методика обучения",
        dueOn: "2026-10-30",
        expectedResult: "Перечень приёмов для собственных уроков",
        done: "",
      },
      {
        content: "Подготовка и проведение родительского собрания",
        direction: "Работа с родителями",
        dueOn: "2026-12-11",
        expectedResult: "Собрание проведено, сценарий передан в методическую копилку",
        done: "",
      },
    ],
    expectedResults: [
      "наставляемый самостоятельно планирует и анализирует уроки",
      "снижение уровня затруднений по результатам итоговой диагностики",
    ],
  },
};

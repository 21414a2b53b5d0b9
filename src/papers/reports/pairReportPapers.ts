// What a mentor and a mentee hand in when a programme ends, as papers: what they take and the tags they offer.
import {
  INSTITUTION_TAGS,
  institutionValues,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTEE,
  SAMPLE_MENTOR,
  sentenceValue,
  type Institution,
  type Paper,
  type Participant,
} from "../../documents/paper";
import type { Tag } from "../../documents/tags";
import { date, type Group } from "../../documents/values";

/** How hard a direction was and is, in the words of the questionnaires; "" is left to be filled in by hand. */
export interface ChangedDifficulty {
  readonly direction: string;
  /** Whose it is, where there are several mentees; "" otherwise. */
  readonly whose: string;
  readonly before: string;
  readonly after: string;
}

/** A row of the plan with what became of it. */
interface ReportedActivity {
  readonly content: string;
  readonly dueOn: string | null;
  readonly mark: string;
  readonly result: string;
}

/** What both papers say. */
interface PairReport {
  readonly institution: Institution;
  readonly mentor: Participant;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly directions: readonly string[];
  readonly difficulties: readonly ChangedDifficulty[];
}

/** Everything the mentor's report says by itself. */
export interface MentorReportInput extends PairReport {
  readonly mentees: readonly Participant[];
  /** «приказ от 14.09.2026 № 84-02»; "" leaves a blank. */
  readonly grounds: string;
  readonly form: string;
  readonly kinds: readonly string[];
  readonly meetings: string;
  readonly goal: string;
  readonly activities: readonly ReportedActivity[];
  /** Activities whose day has come, and how many of them are done. */
  readonly due: number;
  readonly done: number;
  /** What the bank says of the mentees' results; "" leaves lines only. */
  readonly results: string;
}

/** Everything the mentee's feedback says by itself. */
export interface MenteeFeedbackInput extends PairReport {
  readonly worker: Participant;
}

const commonValues = (input: PairReport): Group => ({
  ...institutionValues(input.institution),
  наставник: participantValues(input.mentor),
  начало: date(input.startsOn),
  конец: date(input.endsOn),
  направления: input.directions.join("; "),
  есть_затруднения: input.difficulties.length > 0,
  затруднения: input.difficulties.map(({ direction, whose, before, after }) => ({
    направление: direction,
    кто: whose,
    вначале: before,
    вконце: after,
  })),
});

const COMMON_TAGS: readonly Tag[] = [
  ...INSTITUTION_TAGS,
  { name: "наставник.фио", kind: "person", note: "наставник: фамилия, имя, отчество", required: true },
  { name: "наставник.должность", kind: "post", note: "наставник: должность" },
  { name: "начало", kind: "date", note: "первый день программы" },
  { name: "конец", kind: "date", note: "последний день программы" },
  { name: "направления", kind: "text", note: "направления работы" },
  { name: "есть_затруднения", kind: "flag", note: "затруднения измерялись" },
  {
    name: "затруднения",
    kind: "list",
    note: "как изменились затруднения",
    items: [
      { name: "направление", kind: "text", note: "направление" },
      { name: "кто", kind: "text", note: "кто из наставляемых, если их несколько" },
      { name: "вначале", kind: "text", note: "степень на входе" },
      { name: "вконце", kind: "text", note: "степень на выходе" },
    ],
  },
];

const SAMPLE: PairReport = {
  institution: SAMPLE_INSTITUTION,
  mentor: SAMPLE_MENTOR,
  startsOn: "2026-09-14",
  endsOn: "2027-05-31",
  directions: ["Методика обучения", "Работа с родителями"],
  difficulties: [
    { direction: "Методика обучения", whose: "", before: "заметные трудности", after: "владею уверенно" },
    { direction: "Работа с родителями", whose: "", before: "нужна помощь", after: "" },
  ],
};

/** «Отчёт наставника»: filled in from the programme, with room for the mentor's own words. */
export const mentorReportPaper: Paper<MentorReportInput> = {
  key: "mentorReport",
  title: "Отчёт наставника",
  templateKey: "mentorReport",
  heading: ({ mentor, mentees }) =>
    `Отчёт наставника: ${mentor.fullName} — ${mentees.map(({ fullName }) => fullName).join(", ")}`,
  data: (input) => ({
    ...commonValues(input),
    наставляемые: input.mentees.map(participantValues),
    группа: input.mentees.length > 1,
    основание: input.grounds,
    форма: input.form,
    виды: input.kinds.join(", "),
    встречи: input.meetings,
    цель: sentenceValue(input.goal),
    есть_план: input.activities.length > 0,
    мероприятия: input.activities.map(({ content, dueOn, mark, result }, index) => ({
      номер: index + 1,
      содержание: content,
      срок: date(dueOn),
      отметка: mark,
      результат: result,
    })),
    всего: input.activities.length,
    срок_наступил: input.due,
    выполнено_в_срок: input.done,
    результаты: sentenceValue(input.results),
  }),
  tags: [
    ...COMMON_TAGS,
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
    { name: "основание", kind: "text", note: "приказ о закреплении, его дата и номер" },
    { name: "форма", kind: "text", note: "форма наставничества" },
    { name: "виды", kind: "text", note: "виды наставничества" },
    { name: "встречи", kind: "text", note: "формат и периодичность встреч" },
    { name: "цель", kind: "text", note: "цель программы" },
    { name: "есть_план", kind: "flag", note: "в программе есть мероприятия" },
    {
      name: "мероприятия",
      kind: "list",
      note: "план мероприятий с отметками",
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "содержание", kind: "text", note: "что делали" },
        { name: "срок", kind: "date", note: "до какого дня" },
        { name: "отметка", kind: "text", note: "отметка о выполнении" },
        { name: "результат", kind: "text", note: "что получилось" },
      ],
    },
    { name: "всего", kind: "number", note: "сколько мероприятий в плане" },
    { name: "срок_наступил", kind: "number", note: "сколько мероприятий должно быть выполнено ко дню отчёта" },
    { name: "выполнено_в_срок", kind: "number", note: "сколько из них выполнено" },
    { name: "результаты", kind: "text", note: "результаты наставляемых, записанные в банке" },
  ],
  sample: {
    ...SAMPLE,
    mentees: [SAMPLE_MENTEE],
    grounds: "приказ от 14.09.2026 № 84-02",
    form: "педагог — педагог",
    kinds: ["традиционное"],
    meetings: "очно, не реже одного раза в две недели",
    goal: "Помочь наставляемому преодолеть затруднения в методике обучения и в работе с родителями",
    activities: [
      {
        content: "Посещение уроков наставника с последующим обсуждением",
        dueOn: "2026-10-30",
        mark: "выполнено",
        result: "Составлен перечень приёмов для собственных уроков",
      },
      { content: "Подготовка родительского собрания", dueOn: "2026-12-11", mark: "", result: "" },
    ],
    due: 2,
    done: 1,
    results: "",
  },
};

/** «Отзыв наставляемого»: a page to fill in by hand. */
export const menteeFeedbackPaper: Paper<MenteeFeedbackInput> = {
  key: "menteeFeedback",
  title: "Отзыв наставляемого",
  templateKey: "menteeFeedback",
  heading: ({ worker }) => `Отзыв наставляемого: ${worker.fullName}`,
  data: (input) => ({ ...commonValues(input), работник: participantValues(input.worker) }),
  tags: [
    ...COMMON_TAGS,
    { name: "работник.фио", kind: "person", note: "наставляемый: фамилия, имя, отчество", required: true },
    { name: "работник.должность", kind: "post", note: "наставляемый: должность" },
  ],
  sample: { ...SAMPLE, worker: SAMPLE_MENTEE },
};

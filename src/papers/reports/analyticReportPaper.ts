// The final analytic report as a paper (domain §8.4): what it takes and the tags it offers.
import {
  INSTITUTION_TAGS,
  institutionValues,
  lineValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTEE,
  SAMPLE_MENTOR,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../../documents/paper";
import type { Tag } from "../../documents/tags";
import { date, type Group, type Value } from "../../documents/values";

/** A line of a table of figures. */
export interface Figure {
  readonly name: string;
  readonly value: string;
}

/** An indicator as the report shows it; values are words: «83 %», «—». */
export interface ReportedIndicator {
  readonly title: string;
  readonly value: string;
  readonly counted: string;
  readonly lastYear: string;
  readonly target: string;
}

export interface ReportedPair {
  readonly mentor: Participant;
  readonly mentees: readonly Participant[];
  readonly form: string;
  readonly kinds: readonly string[];
  readonly directions: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly status: string;
}

/** What the curator writes: keys are both the form's and, through `TYPED_TAGS`, the template's. */
export type TypedKey = keyof typeof TYPED_TAGS;

/** The lists that the curator writes, by the names under which the template knows them. */
export const TYPED_TAGS = {
  resources: { name: "ресурсы", note: "ресурсы: кадровые, методические, материальные" },
  strengths: { name: "сильные", note: "сильные стороны" },
  weaknesses: { name: "слабые", note: "слабые стороны" },
  opportunities: { name: "возможности", note: "возможности" },
  threats: { name: "угрозы", note: "угрозы" },
  growth: { name: "рост", note: "аттестация и повышение квалификации участников" },
  contests: { name: "конкурсы", note: "участие в конкурсах и конференциях" },
  practices: { name: "практики", note: "лучшие практики" },
  problems: { name: "проблемы", note: "проблемы и риски" },
  conclusions: { name: "выводы", note: "выводы" },
  proposals: { name: "предложения", note: "предложения на следующий год" },
} as const;
export const TYPED_KEYS = Object.keys(TYPED_TAGS) as TypedKey[];

/** Everything the report says. */
export interface AnalyticReportInput {
  readonly institution: Institution;
  /** The day of approval by the head; null in a draft. */
  readonly registration: Registration | null;
  readonly asOf: string;
  /** «приказ от 01.09.2026 № 80 «Об утверждении …»» */
  readonly grounds: readonly string[];
  /** The order that creates the council; "" if there is none. */
  readonly council: string;
  /** Minutes of the council signed in the year. */
  readonly minutes: number;
  readonly participants: readonly Figure[];
  readonly indicators: readonly ReportedIndicator[];
  readonly programmes: readonly Figure[];
  readonly surveys: readonly {
    readonly name: string;
    readonly invited: number;
    readonly answered: number;
    readonly results: readonly Figure[];
  }[];
  readonly forms: readonly { readonly name: string; readonly pairs: number; readonly mentees: number }[];
  /** What is not there is left as lines to write on. */
  readonly typed: Readonly<Record<TypedKey, readonly string[]>>;
  readonly pairs: readonly ReportedPair[];
  /** Pairs that are not named because somebody in them has withdrawn the consent to the use of the data. */
  readonly unnamed: number;
}

const figureValues = (figures: readonly Figure[]): readonly Group[] =>
  figures.map(({ name, value }) => ({ название: name, значение: value }));

const pairValues = (pair: ReportedPair, index: number): Group => ({
  номер: index + 1,
  наставник: participantValues(pair.mentor),
  наставляемые: pair.mentees.map(participantValues),
  форма: pair.form,
  виды: pair.kinds.join(", "),
  направления: pair.directions.join("; "),
  начало: date(pair.startsOn),
  конец: date(pair.endsOn),
  состояние: pair.status,
});

const typedValues = (typed: AnalyticReportInput["typed"]): Group =>
  Object.fromEntries(
    TYPED_KEYS.flatMap((key): [string, Value][] => {
      const { name } = TYPED_TAGS[key];
      return [
        [name, lineValues(typed[key])],
        [`есть_${name}`, typed[key].length > 0],
      ];
    }),
  );

const FIGURE_TAGS: readonly Tag[] = [
  { name: "название", kind: "text", note: "что считается" },
  { name: "значение", kind: "text", note: "сколько" },
];
const lineTags = (name: string, note: string): readonly Tag[] => [
  { name: `есть_${name}`, kind: "flag", note: `${note}: заполнено` },
  { name, kind: "list", note, items: [{ name: ".", kind: "text", note: "строка списка" }] },
];

/** «Итоговый аналитический отчёт». */
export const analyticReportPaper: Paper<AnalyticReportInput> = {
  key: "analyticReport",
  title: "Итоговый аналитический отчёт",
  templateKey: "analyticReport",
  heading: ({ institution }) =>
    `Итоговый аналитический отчёт о наставничестве за ${institution.schoolYear} учебный год`,
  data: (input) => ({
    ...institutionValues(input.institution),
    дата: date(input.registration?.date ?? null),
    на_день: date(input.asOf),
    есть_основания: input.grounds.length > 0,
    основания: input.grounds.map((line, index, all) => `${line}${index === all.length - 1 ? "." : ";"}`),
    совет: input.council,
    протоколов: input.minutes,
    участники: figureValues(input.participants),
    показатели: input.indicators.map(({ title, value, counted, lastYear, target }) => ({
      название: title,
      значение: value,
      сколько: counted,
      прошлый_год: lastYear,
      ориентир: target,
    })),
    программы: figureValues(input.programmes),
    опросы: input.surveys.map(({ name, invited, answered, results }) => ({
      название: name,
      приглашены: invited,
      ответили: answered,
      есть_ответы: results.length > 0,
      ответы: figureValues(results),
    })),
    есть_формы: input.forms.length > 0,
    формы: input.forms.map(({ name, pairs, mentees }) => ({ название: name, пар: pairs, наставляемых: mentees })),
    ...typedValues(input.typed),
    есть_пары: input.pairs.length > 0,
    пары: input.pairs.map(pairValues),
    не_названо: input.unnamed,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "дата", kind: "date", note: "день утверждения; пусто до регистрации" },
    { name: "на_день", kind: "date", note: "на какой день собраны данные" },
    ...lineTags("основания", "документы, на которых основано наставничество"),
    { name: "совет", kind: "text", note: "приказ о создании совета наставников" },
    { name: "протоколов", kind: "number", note: "сколько протоколов совета подписано за год" },
    { name: "участники", kind: "list", note: "численность участников", items: FIGURE_TAGS },
    {
      name: "показатели",
      kind: "list",
      note: "показатели системы наставничества",
      required: true,
      items: [
        ...FIGURE_TAGS,
        { name: "сколько", kind: "text", note: "числитель и знаменатель: «12 из 15»" },
        { name: "прошлый_год", kind: "text", note: "значение за прошлый год" },
        { name: "ориентир", kind: "text", note: "к чему стремиться" },
      ],
    },
    { name: "программы", kind: "list", note: "программы и мероприятия", items: FIGURE_TAGS },
    {
      name: "опросы",
      kind: "list",
      note: "итоговые анкеты по сторонам",
      items: [
        { name: "название", kind: "text", note: "название анкеты" },
        { name: "приглашены", kind: "number", note: "сколько человек приглашено" },
        { name: "ответили", kind: "number", note: "сколько ответило" },
        { name: "есть_ответы", kind: "flag", note: "ответов не меньше трёх" },
        { name: "ответы", kind: "list", note: "вопросы и средние значения", items: FIGURE_TAGS },
      ],
    },
    { name: "есть_формы", kind: "flag", note: "пары в этом году были" },
    {
      name: "формы",
      kind: "list",
      note: "формы и виды наставничества",
      items: [
        { name: "название", kind: "text", note: "форма или вид" },
        { name: "пар", kind: "number", note: "сколько пар и групп" },
        { name: "наставляемых", kind: "number", note: "сколько наставляемых" },
      ],
    },
    ...TYPED_KEYS.flatMap((key) => lineTags(TYPED_TAGS[key].name, TYPED_TAGS[key].note)),
    { name: "есть_пары", kind: "flag", note: "есть пары для приложения" },
    {
      name: "пары",
      kind: "list",
      note: "перечень пар и групп",
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        ...participantTags("наставник", "наставник"),
        {
          name: "наставляемые",
          kind: "list",
          note: "один наставляемый или группа",
          items: [
            { name: "фио", kind: "person", note: "фамилия, имя, отчество наставляемого" },
            { name: "должность", kind: "post", note: "должность наставляемого" },
            { name: ".", kind: "person", note: "сам наставляемый" },
          ],
        },
        { name: "форма", kind: "text", note: "форма наставничества" },
        { name: "виды", kind: "text", note: "виды наставничества" },
        { name: "направления", kind: "text", note: "направления работы" },
        { name: "начало", kind: "date", note: "первый день работы пары" },
        { name: "конец", kind: "date", note: "последний день работы пары" },
        { name: "состояние", kind: "text", note: "статус пары" },
      ],
    },
    { name: "не_названо", kind: "number", note: "сколько пар не названо из-за отзыва согласия" },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    asOf: "2027-06-10",
    grounds: ["приказ от 14.09.2026 № 84-02 «О закреплении наставнических пар (групп) в 2026/2027 учебном году»"],
    council: "приказ от 02.09.2026 № 81-02",
    minutes: 4,
    participants: [
      { name: "Педагогических работников", value: "42" },
      { name: "Наставников", value: "9" },
      { name: "Наставляемых", value: "12" },
    ],
    indicators: [
      {
        title: "Доля педагогов, вовлечённых в наставничество",
        value: "50\u00a0%",
        counted: "21 из 42",
        lastYear: "38\u00a0%",
        target: "устанавливает организация",
      },
      {
        title: "Удовлетворённость наставников",
        value: "—",
        counted: "меньше 3 человек: не показывается",
        lastYear: "—",
        target: "85\u00a0%",
      },
    ],
    programmes: [
      { name: "Завершено полностью", value: "8" },
      { name: "Прекращено досрочно", value: "1" },
    ],
    surveys: [
      {
        name: "Итоговая анкета наставляемого",
        invited: 12,
        answered: 10,
        results: [{ name: "Насколько эффективной была программа наставничества?", value: "8,7 из 10" }],
      },
      { name: "Итоговая анкета наставника", invited: 9, answered: 2, results: [] },
    ],
    forms: [{ name: "педагог — педагог; традиционное", pairs: 8, mentees: 8 }],
    typed: {
      resources: ["методический кабинет", "база открытых уроков"],
      strengths: ["опытные наставники по всем направлениям"],
      weaknesses: [],
      opportunities: [],
      threats: [],
      growth: ["два наставника аттестованы на высшую категорию"],
      contests: [],
      practices: ["«Урок вдвоём»: совместное проведение и разбор уроков"],
      problems: [],
      conclusions: ["программы в основном выполнены"],
      proposals: [],
    },
    pairs: [
      {
        mentor: SAMPLE_MENTOR,
        mentees: [SAMPLE_MENTEE],
        form: "педагог — педагог",
        kinds: ["традиционное"],
        directions: ["Методика обучения"],
        startsOn: "2026-09-14",
        endsOn: "2027-05-31",
        status: "завершена",
      },
    ],
    unnamed: 0,
  },
};

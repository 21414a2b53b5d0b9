// The minutes of the mentors' council as a paper: what they take and the tags they offer.
import {
  INSTITUTION_TAGS,
  institutionValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTEE,
  SAMPLE_MENTOR,
  sentenceValue,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../../documents/paper";
import type { Tag } from "../../documents/tags";
import { date, lowerFirst, type Group } from "../../documents/values";

/** A pair that the council recommends. */
export interface MinutesPair {
  readonly mentor: Participant;
  readonly mentees: readonly Participant[];
  readonly form: string;
  readonly kinds: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** An item of the agenda. What is not said is left out. */
export interface MinutesItem {
  /** «О рекомендации наставнических пар» */
  readonly question: string;
  readonly speaker: Participant | null;
  /** What the figures say, for an item about results. */
  readonly facts: string;
  readonly discussed: string;
  readonly decisions: readonly string[];
  /** Pairs, mentors and programmes that the decision names. */
  readonly pairs: readonly MinutesPair[];
  readonly mentors: readonly Participant[];
  /** «Петрова А. И. — Сидоров И. С.» */
  readonly programmes: readonly string[];
  readonly responsible: Participant | null;
  readonly dueOn: string | null;
  /** «единогласно», «за — 5, против — нет, воздержались — 1» */
  readonly votes: string;
}

/** Everything the minutes say. */
export interface MinutesInput {
  readonly institution: Institution;
  /** Null in a draft: number and date stay blank until registration. */
  readonly registration: Registration | null;
  readonly chair: Participant | null;
  readonly secretary: Participant | null;
  readonly present: readonly Participant[];
  readonly invited: readonly string[];
  /** How many members the council has; null if it was not said. */
  readonly members: number | null;
  readonly items: readonly MinutesItem[];
}

const someone = (who: Participant | null): Group | null => (who === null ? null : participantValues(who));

/** More than half of the members are there. */
export const isQuorate = (present: number, members: number): boolean => present * 2 > members;

/** «О работе» → «о работе»; «Итоги года» → «по вопросу «Итоги года»». */
function heard(question: string): string {
  return /^об?о?\s/i.test(question) ? lowerFirst(question) : `по вопросу «${question}»`;
}

const bare = (text: string): string => text.trim().replace(/[.;\s]+$/, "");

const pairValues = (pair: MinutesPair, index: number): Group => ({
  номер: index + 1,
  наставник: participantValues(pair.mentor),
  наставляемые: pair.mentees.map(participantValues),
  форма: pair.form,
  виды: pair.kinds.join(", "),
  начало: date(pair.startsOn),
  конец: date(pair.endsOn),
});

function itemValues(item: MinutesItem, index: number): Group {
  const question = bare(item.question);
  // The lists stand in the template with numbers of their own.
  const before =
    (item.pairs.length > 0 ? 2 : 0) + (item.mentors.length > 0 ? 1 : 0) + (item.programmes.length > 0 ? 1 : 0);
  const last = item.programmes.length - 1;
  return {
    номер: index + 1,
    вопрос: question,
    слушали: heard(question),
    докладчик: someone(item.speaker),
    итоги: sentenceValue(item.facts),
    выступили: sentenceValue(item.discussed),
    о_парах: item.pairs.length > 0,
    пары: item.pairs.map(pairValues),
    о_наставниках: item.mentors.length > 0,
    наставники: item.mentors.map((who, at) => ({
      ...participantValues(who),
      последний: at === item.mentors.length - 1,
    })),
    о_программах: item.programmes.length > 0,
    программы: item.programmes.map((title, at) => `${title}${at === last ? "." : ";"}`),
    решения: item.decisions.map((text, at) => ({
      номер: `${index + 1}.${before + at + 1}.`,
      текст: sentenceValue(text),
    })),
    есть_срок: item.responsible !== null || item.dueOn !== null,
    ответственный: someone(item.responsible),
    срок: date(item.dueOn),
    голосование: bare(item.votes),
  };
}

const ITEM_TAGS: readonly Tag[] = [
  { name: "номер", kind: "number", note: "номер вопроса" },
  { name: "вопрос", kind: "text", note: "вопрос повестки: «О …»" },
  { name: "слушали", kind: "text", note: "тот же вопрос после слов «слушали кого»: «о …»" },
  { name: "докладчик", kind: "person", note: "кого слушали" },
  { name: "итоги", kind: "text", note: "сводка о ходе программ, если вопрос о них" },
  { name: "выступили", kind: "text", note: "кто выступил и о чём" },
  { name: "о_парах", kind: "flag", note: "решение рекомендует пары" },
  {
    name: "пары",
    kind: "list",
    note: "рекомендованные пары и группы",
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
      { name: "начало", kind: "date", note: "первый день работы пары" },
      { name: "конец", kind: "date", note: "последний день работы пары" },
    ],
  },
  { name: "о_наставниках", kind: "flag", note: "решение рекомендует наставников" },
  {
    name: "наставники",
    kind: "list",
    note: "кандидаты в наставники",
    items: [
      { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
      { name: "должность", kind: "post", note: "должность" },
      { name: ".", kind: "person", note: "сам кандидат" },
      { name: "последний", kind: "flag", note: "последний в списке" },
    ],
  },
  { name: "о_программах", kind: "flag", note: "решение одобряет программы" },
  {
    name: "программы",
    kind: "list",
    note: "рассмотренные программы",
    items: [{ name: ".", kind: "text", note: "участники программы" }],
  },
  {
    name: "решения",
    kind: "list",
    note: "что постановили",
    items: [
      { name: "номер", kind: "text", note: "номер решения: «1.2.»" },
      { name: "текст", kind: "text", note: "решение" },
    ],
  },
  { name: "есть_срок", kind: "flag", note: "названы ответственный или срок" },
  { name: "ответственный", kind: "person", note: "кто отвечает" },
  { name: "срок", kind: "date", note: "до какого дня" },
  { name: "голосование", kind: "text", note: "как голосовали" },
];

const NOTHING = { facts: "", discussed: "", decisions: [], pairs: [], mentors: [], programmes: [] };

/** «Протокол заседания совета наставников». */
export const minutesPaper: Paper<MinutesInput> = {
  key: "minutes",
  title: "Протокол заседания совета наставников",
  templateKey: "minutes",
  heading: ({ items }) => {
    const first = items[0];
    const more = items.length > 1 ? ` и другие вопросы (всего — ${items.length})` : "";
    return `Протокол заседания совета наставников${first ? `: ${lowerFirst(bare(first.question))}${more}` : ""}`;
  },
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    председатель: someone(input.chair),
    секретарь: someone(input.secretary),
    присутствующие: input.present.map(participantValues),
    присутствуют: input.present.length,
    приглашённые: input.invited.join("; "),
    всего: input.members,
    кворум: isQuorate(input.present.length, input.members ?? 0),
    вопросы: input.items.map(itemValues),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "номер", kind: "text", note: "номер протокола; пусто до регистрации" },
    { name: "дата", kind: "date", note: "день заседания; пусто до регистрации" },
    { name: "председатель", kind: "person", note: "председатель совета", required: true },
    { name: "секретарь", kind: "person", note: "секретарь совета", required: true },
    {
      name: "присутствующие",
      kind: "list",
      note: "кто присутствовал",
      required: true,
      items: [
        { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
        { name: "должность", kind: "post", note: "должность" },
      ],
    },
    { name: "присутствуют", kind: "number", note: "сколько человек присутствовало" },
    { name: "приглашённые", kind: "text", note: "кто приглашён" },
    { name: "всего", kind: "number", note: "сколько членов в совете" },
    { name: "кворум", kind: "flag", note: "присутствует больше половины членов" },
    { name: "вопросы", kind: "list", note: "вопросы повестки", required: true, items: ITEM_TAGS },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    chair: SAMPLE_INSTITUTION.curator,
    secretary: SAMPLE_MENTOR,
    present: [SAMPLE_INSTITUTION.curator, SAMPLE_MENTOR],
    invited: [],
    members: 3,
    items: [
      {
        ...NOTHING,
        question: "О рекомендации наставнических пар (групп) на 2026/2027 учебный год",
        speaker: SAMPLE_INSTITUTION.curator,
        pairs: [
          {
            mentor: SAMPLE_MENTOR,
            mentees: [SAMPLE_MENTEE],
            form: "педагог — педагог",
            kinds: ["традиционное"],
            startsOn: "2026-09-14",
            endsOn: "2027-05-31",
          },
        ],
        responsible: null,
        dueOn: null,
        votes: "единогласно",
      },
      {
        ...NOTHING,
        question: "О плане работы совета наставников",
        speaker: SAMPLE_MENTOR,
        discussed: "Кузнецов И. Л. предложил проводить заседания не реже одного раза в четверть",
        decisions: ["Утвердить план работы совета"],
        responsible: SAMPLE_MENTOR,
        dueOn: "2026-09-30",
        votes: "единогласно",
      },
    ],
  },
};

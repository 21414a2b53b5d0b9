// The order that assigns mentoring pairs and groups (ТК РФ ст. 351.8): what it takes and the tags it offers.
import {
  INSTITUTION_TAGS,
  institutionValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTEE,
  SAMPLE_MENTOR,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../documents/paper";
import { date, type Group } from "../documents/values";

/** Up to this many pairs are named in the order itself; more are named in the annex only. */
const NAMED_IN_TEXT = 12;

/** A pair or group as the order names it. */
export interface OrderedPair {
  readonly mentor: Participant;
  readonly mentees: readonly Participant[];
  /** «педагог — педагог» */
  readonly form: string;
  /** «традиционное», «реверсивное» … */
  readonly kinds: readonly string[];
  readonly directions: readonly string[];
  /** Calendar dates «2026-09-01». */
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** Everything the assignment order says. */
export interface AssignmentOrderInput {
  readonly institution: Institution;
  /** Null in a draft: number and date stay blank until registration. */
  readonly registration: Registration | null;
  readonly pairs: readonly OrderedPair[];
  /** «протокол от 28.08.2026 № 1»; "" if the council has not met. */
  readonly councilMinutes: string;
  /** By when programmes are to be ready; null for a fortnight after acquaintance. */
  readonly programmesBy: string | null;
  /** False where mentoring is a permanent part of the mentors' jobs and no supplementary agreement is made. */
  readonly agreements: boolean;
}

const pairValues = (pair: OrderedPair, index: number, all: readonly OrderedPair[]): Group => ({
  номер: index + 1,
  наставник: participantValues(pair.mentor),
  наставляемые: pair.mentees.map(participantValues),
  форма: pair.form,
  виды: pair.kinds.join(", "),
  направления: pair.directions.join("; "),
  начало: date(pair.startsOn),
  конец: date(pair.endsOn),
  группа: pair.mentees.length > 1,
  последняя: index === all.length - 1,
});

/** Everybody concerned, once each, in the order of the pairs; the curator comes last. */
function concerned(input: AssignmentOrderInput): readonly Participant[] {
  const all = input.pairs.flatMap((pair) => [pair.mentor, ...pair.mentees]);
  const byName = new Map<string, Participant>();
  for (const who of [...all, input.institution.curator]) {
    const key = `${who.fullName}|${who.post}`;
    if (who.fullName !== "" && !byName.has(key)) byName.set(key, who);
  }
  return [...byName.values()];
}

/** «Приказ о закреплении наставнических пар (групп)». */
export const assignmentOrder: Paper<AssignmentOrderInput> = {
  key: "assignmentOrder",
  title: "Приказ о закреплении наставнических пар (групп)",
  templateKey: "assignmentOrder",
  heading: (input) => `О закреплении наставнических пар (групп) в ${input.institution.schoolYear} учебном году`,
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    протокол: input.councilMinutes,
    срок_программ: date(input.programmesBy),
    допсоглашения: input.agreements,
    перечнем: input.pairs.length <= NAMED_IN_TEXT,
    пары: input.pairs.map(pairValues),
    ознакомление: concerned(input).map((who, index) => ({ номер: index + 1, ...participantValues(who) })),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "номер", kind: "text", note: "номер приказа; пусто до регистрации" },
    { name: "дата", kind: "date", note: "дата приказа; пусто до регистрации" },
    { name: "протокол", kind: "text", note: "протокол совета наставников с рекомендацией" },
    { name: "срок_программ", kind: "date", note: "к какому дню готовы персонализированные программы" },
    { name: "допсоглашения", kind: "flag", note: "заключаются ли дополнительные соглашения" },
    { name: "перечнем", kind: "flag", note: "пар немного, и они названы в самом приказе" },
    {
      name: "пары",
      kind: "list",
      note: "наставнические пары и группы",
      required: true,
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
          ],
        },
        { name: "форма", kind: "text", note: "форма наставничества" },
        { name: "виды", kind: "text", note: "виды наставничества" },
        { name: "направления", kind: "text", note: "направления работы" },
        { name: "начало", kind: "date", note: "первый день работы пары" },
        { name: "конец", kind: "date", note: "последний день работы пары" },
        { name: "группа", kind: "flag", note: "наставляемых больше одного" },
        { name: "последняя", kind: "flag", note: "последняя пара в перечне" },
      ],
    },
    {
      name: "ознакомление",
      kind: "list",
      note: "все, кого надо ознакомить с приказом",
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
        { name: "должность", kind: "post", note: "должность" },
      ],
    },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    pairs: [
      {
        mentor: SAMPLE_MENTOR,
        mentees: [SAMPLE_MENTEE],
        form: "педагог — педагог",
        kinds: ["традиционное"],
        directions: ["Методика обучения", "Работа с родителями"],
        startsOn: "2026-09-14",
        endsOn: "2027-05-31",
      },
    ],
    councilMinutes: "",
    programmesBy: "2026-09-28",
    agreements: true,
  },
};

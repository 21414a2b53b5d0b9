// The order that creates the mentors' council: who is in it, what it is for, when it meets.
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
} from "../../documents/paper";
import { date } from "../../documents/values";
import { ACQUAINTANCE_TAG, acquaintanceValues, referenceText, REGISTRATION_TAGS, type Reference } from "./actParts";

/** A meeting of the plan. */
export interface PlannedMeeting {
  readonly term: string;
  readonly agenda: string;
  readonly responsible: string;
}

/** Everything the order says. */
export interface CouncilOrderInput {
  readonly institution: Institution;
  readonly registration: Registration | null;
  /** Minutes of the педсовет that has proposed the council. */
  readonly council: Reference;
  readonly chair: Participant | null;
  readonly secretary: Participant | null;
  /** Beside the chair and the secretary. */
  readonly members: readonly Participant[];
  readonly meetings: readonly PlannedMeeting[];
  /** Who watches over the order; null for the head. */
  readonly control: Participant | null;
}

const named = (input: CouncilOrderInput): readonly Participant[] =>
  [input.chair, input.secretary, ...input.members].flatMap((who) => who ?? []);

/** «Приказ о создании совета наставников». */
export const councilOrder: Paper<CouncilOrderInput> = {
  key: "councilOrder",
  title: "Приказ о создании совета наставников",
  templateKey: "councilOrder",
  heading: (input) => `О создании совета наставников в ${input.institution.schoolYear} учебном году`,
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    педсовет: referenceText(input.council),
    есть_председатель: input.chair !== null,
    председатель: input.chair === null ? null : participantValues(input.chair),
    есть_секретарь: input.secretary !== null,
    секретарь: input.secretary === null ? null : participantValues(input.secretary),
    есть_члены: input.members.length > 0,
    члены: input.members.map((who, index, all) => ({ ...participantValues(who), последний: index === all.length - 1 })),
    есть_план: input.meetings.length > 0,
    заседания: input.meetings.map(({ term, agenda, responsible }, index) => ({
      номер: index + 1,
      срок: term,
      вопросы: agenda,
      ответственный: responsible,
    })),
    есть_контроль: input.control !== null,
    контроль: input.control === null ? null : participantValues(input.control),
    ознакомление: acquaintanceValues(named(input), 0),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...REGISTRATION_TAGS,
    { name: "педсовет", kind: "text", note: "дата и номер протокола педагогического совета: «от 28.08.2026 № 1»" },
    { name: "есть_председатель", kind: "flag", note: "председатель назван" },
    ...participantTags("председатель", "председатель совета"),
    { name: "есть_секретарь", kind: "flag", note: "секретарь назван" },
    ...participantTags("секретарь", "секретарь совета"),
    { name: "есть_члены", kind: "flag", note: "в совете есть и другие члены" },
    {
      name: "члены",
      kind: "list",
      note: "члены совета, кроме председателя и секретаря",
      items: [
        { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
        { name: "должность", kind: "post", note: "должность" },
        { name: "последний", kind: "flag", note: "последний в перечне" },
        { name: ".", kind: "person", note: "сам член совета" },
      ],
    },
    { name: "есть_план", kind: "flag", note: "план заседаний составлен" },
    {
      name: "заседания",
      kind: "list",
      note: "план заседаний",
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "срок", kind: "text", note: "когда проводится" },
        { name: "вопросы", kind: "text", note: "что рассматривается" },
        { name: "ответственный", kind: "text", note: "кто готовит" },
      ],
    },
    { name: "есть_контроль", kind: "flag", note: "контроль возложен не на руководителя" },
    ...participantTags("контроль", "на кого возложен контроль"),
    ACQUAINTANCE_TAG,
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    council: { number: "1", on: "2026-08-28" },
    chair: SAMPLE_INSTITUTION.curator,
    secretary: SAMPLE_MENTOR,
    members: [SAMPLE_MENTEE, { fullName: "Цой Анна Викторовна", gender: "female", post: "учитель-логопед" }],
    meetings: [
      { term: "сентябрь 2026 г.", agenda: "О плане работы совета.", responsible: "Председатель" },
      { term: "январь 2027 г.", agenda: "О ходе программ.\nО результатах диагностики.", responsible: "Куратор" },
    ],
    control: null,
  },
};

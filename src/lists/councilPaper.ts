// The extract from the bank for the mentors' council as a paper: what it takes and the tags it offers.
import {
  INSTITUTION_TAGS,
  institutionValues,
  SAMPLE_INSTITUTION,
  type Institution,
  type Paper,
} from "../documents/paper";
import type { Tag } from "../documents/tags";
import { date, type Group } from "../documents/values";

/** Somebody as the extract names them. Nothing by which they could be reached. */
export interface ExtractPerson {
  readonly fullName: string;
  readonly post: string;
  readonly subject: string;
  /** «12 лет»; "" if unknown. */
  readonly experience: string;
  readonly qualification: string;
}

export interface ExtractMentor extends ExtractPerson {
  readonly competences: readonly string[];
  readonly load: number;
  readonly free: number;
  readonly status: string;
}

export interface ExtractMentee extends ExtractPerson {
  readonly category: string;
  /** «Методика обучения — 3», the hardest first. */
  readonly difficulties: readonly string[];
  readonly mentors: string;
  /** «12 дней»; "" for one who does not wait. */
  readonly waiting: string;
  readonly support: string;
  readonly status: string;
}

/** Everything the extract says. */
export interface CouncilExtractInput {
  readonly institution: Institution;
  /** «Свободные наставники» */
  readonly list: string;
  /** «направление «Методика обучения»»; "" for a whole list. */
  readonly narrowed: string;
  readonly on: string;
  readonly mentors: readonly ExtractMentor[];
  readonly mentees: readonly ExtractMentee[];
  /** Those without a role. */
  readonly people: readonly ExtractPerson[];
}

const personValues = ({ fullName, post, subject, experience, qualification }: ExtractPerson, index: number): Group => ({
  номер: index + 1,
  фио: fullName,
  должность: post,
  предмет: subject,
  стаж: experience,
  квалификация: qualification,
});

const PERSON_TAGS: readonly Tag[] = [
  { name: "номер", kind: "number", note: "номер по порядку" },
  { name: "фио", kind: "text", note: "фамилия, имя, отчество" },
  { name: "должность", kind: "text", note: "должность" },
  { name: "предмет", kind: "text", note: "предмет или группа" },
  { name: "стаж", kind: "text", note: "педагогический стаж, например «12 лет»" },
  { name: "квалификация", kind: "text", note: "квалификационная категория" },
];
const STATUS_TAG: Tag = { name: "статус", kind: "text", note: "статус в банке" };

/** «Выписка из банка наставников и наставляемых»: no contacts, no year of birth, no private notes. */
export const councilExtract: Paper<CouncilExtractInput> = {
  key: "councilExtract",
  title: "Выписка из банка для совета наставников",
  templateKey: "councilExtract",
  heading: ({ list, narrowed }) => `Выписка для совета наставников: ${list}${narrowed === "" ? "" : ` (${narrowed})`}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    список: input.list,
    отбор: input.narrowed,
    дата: date(input.on),
    есть_наставники: input.mentors.length > 0,
    наставники: input.mentors.map((mentor, index) => ({
      ...personValues(mentor, index),
      компетенции: mentor.competences.join("; "),
      ведёт: mentor.load,
      свободно: mentor.free,
      статус: mentor.status,
    })),
    есть_наставляемые: input.mentees.length > 0,
    наставляемые: input.mentees.map((mentee, index) => ({
      ...personValues(mentee, index),
      категория: mentee.category,
      затруднения: mentee.difficulties.join("; "),
      наставник: mentee.mentors,
      ожидает: mentee.waiting,
      поддержка: mentee.support,
      статус: mentee.status,
    })),
    есть_педагоги: input.people.length > 0,
    педагоги: input.people.map(personValues),
    всего: input.mentors.length + input.mentees.length + input.people.length,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "список", kind: "text", note: "название списка" },
    { name: "отбор", kind: "text", note: "чем список сужен" },
    { name: "дата", kind: "date", note: "на какой день составлена" },
    { name: "всего", kind: "number", note: "сколько записей" },
    { name: "есть_наставники", kind: "flag", note: "в выписке есть наставники" },
    {
      name: "наставники",
      kind: "list",
      note: "наставники",
      items: [
        ...PERSON_TAGS,
        { name: "компетенции", kind: "text", note: "направления, в которых помогает" },
        { name: "ведёт", kind: "number", note: "сколько наставляемых сейчас" },
        { name: "свободно", kind: "number", note: "сколько мест свободно" },
        STATUS_TAG,
      ],
    },
    { name: "есть_наставляемые", kind: "flag", note: "в выписке есть наставляемые" },
    {
      name: "наставляемые",
      kind: "list",
      note: "наставляемые",
      items: [
        ...PERSON_TAGS,
        { name: "категория", kind: "text", note: "категория наставляемого" },
        { name: "затруднения", kind: "text", note: "направления затруднений со степенью" },
        { name: "наставник", kind: "text", note: "кто ведёт сейчас" },
        { name: "ожидает", kind: "text", note: "сколько ждёт наставника" },
        { name: "поддержка", kind: "text", note: "кто сопровождает без пары" },
        STATUS_TAG,
      ],
    },
    { name: "есть_педагоги", kind: "flag", note: "в выписке есть педагоги без роли" },
    { name: "педагоги", kind: "list", note: "педагоги без роли в наставничестве", items: PERSON_TAGS },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    list: "Весь банк",
    narrowed: "направление «Методика обучения»",
    on: "2026-09-14",
    mentors: [
      {
        fullName: "Петрова Анна Ивановна",
        post: "Учитель",
        subject: "математика",
        experience: "21 год",
        qualification: "высшая",
        competences: ["Методика обучения", "Работа с родителями"],
        load: 1,
        free: 1,
        status: "действующий",
      },
    ],
    mentees: [
      {
        fullName: "Сидоров Илья Сергеевич",
        post: "Педагог-психолог",
        subject: "",
        experience: "1 год",
        qualification: "",
        category: "молодой специалист",
        difficulties: ["Методика обучения — 3"],
        mentors: "",
        waiting: "12 дней",
        support: "",
        status: "ожидает подбора",
      },
    ],
    people: [],
  },
};

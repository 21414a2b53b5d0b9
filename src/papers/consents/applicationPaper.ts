// The applications of workers to the head (domain §3.9): one template, a paper for each thing that is asked for.
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
} from "../../documents/paper";
import { date, lowerFirst } from "../../documents/values";

/** What is asked for; also the names of the template's conditions. */
export type Asked =
  "стать_наставником" | "стать_наставляемым" | "отказ_наставника" | "отказ_наставляемого" | "смена_наставника";

/** Everything an application says. */
export interface ApplicationInput {
  readonly institution: Institution;
  readonly worker: Participant;
  readonly asked: Asked;
  /** Those whom the worker mentors; for a refusal. */
  readonly mentees: readonly Participant[];
  /** The worker's mentor; null if there is none. */
  readonly mentor: Participant | null;
  /** «приказ от 14.09.2026 № 84-02»; "" if unknown. */
  readonly grounds: string;
  /** Directions in which the worker can help. */
  readonly directions: readonly string[];
  /** In the mentee's own words; "" leaves lines to write on. */
  readonly request: string;
  /** From which day; null leaves a blank. */
  readonly from: string | null;
}

/**
 * A paper of one of the applications; they share the template and its tags.
 *
 * @param sample what the sample asks for
 */
export function applicationPaper(key: string, title: string, sample: Asked): Paper<ApplicationInput> {
  return {
    key,
    title,
    templateKey: "application",
    heading: ({ worker }) => `${title}: ${worker.fullName}`,
    data: (input) => ({
      ...institutionValues(input.institution),
      работник: participantValues(input.worker),
      стать_наставником: input.asked === "стать_наставником",
      стать_наставляемым: input.asked === "стать_наставляемым",
      отказ_наставника: input.asked === "отказ_наставника",
      отказ_наставляемого: input.asked === "отказ_наставляемого",
      смена_наставника: input.asked === "смена_наставника",
      есть_наставляемые: input.mentees.length > 0,
      наставляемые: input.mentees.map(participantValues),
      есть_наставник: input.mentor !== null,
      наставник: input.mentor === null ? null : participantValues(input.mentor),
      основание: input.grounds,
      направления: input.directions.map(lowerFirst).join(", "),
      запрос: sentenceValue(lowerFirst(input.request.trim())),
      с_дня: date(input.from),
    }),
    tags: [
      ...INSTITUTION_TAGS,
      { name: "работник.фио", kind: "person", note: "кто подаёт заявление: фамилия, имя, отчество", required: true },
      { name: "работник.должность", kind: "post", note: "кто подаёт заявление: должность" },
      { name: "стать_наставником", kind: "flag", note: "просит назначить наставником" },
      { name: "стать_наставляемым", kind: "flag", note: "просит закрепить наставника" },
      { name: "отказ_наставника", kind: "flag", note: "наставник отказывается от работы" },
      { name: "отказ_наставляемого", kind: "flag", note: "наставляемый прекращает участие" },
      { name: "смена_наставника", kind: "flag", note: "наставляемый просит другого наставника" },
      { name: "есть_наставляемые", kind: "flag", note: "за наставником закреплены наставляемые" },
      {
        name: "наставляемые",
        kind: "list",
        note: "наставляемые того, кто отказывается",
        items: [
          { name: "фио", kind: "person", note: "фамилия, имя, отчество наставляемого" },
          { name: "должность", kind: "post", note: "должность наставляемого" },
        ],
      },
      ...participantTags("наставляемые", "наставляемые списком"),
      { name: "есть_наставник", kind: "flag", note: "наставник закреплён" },
      ...participantTags("наставник", "наставник"),
      { name: "основание", kind: "text", note: "приказ о закреплении, его дата и номер" },
      { name: "направления", kind: "text", note: "по каким направлениям готов помогать" },
      { name: "запрос", kind: "text", note: "в чём нужна помощь" },
      { name: "с_дня", kind: "date", note: "с какого дня просит освободить" },
    ],
    sample: {
      institution: SAMPLE_INSTITUTION,
      worker: sample === "стать_наставником" || sample === "отказ_наставника" ? SAMPLE_MENTOR : SAMPLE_MENTEE,
      asked: sample,
      mentees: [SAMPLE_MENTEE],
      mentor: SAMPLE_MENTOR,
      grounds: "приказ от 14.09.2026 № 84-02",
      directions: ["Методика обучения", "Работа с родителями"],
      request: "",
      from: null,
    },
  };
}

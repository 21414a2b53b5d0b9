// The written consents as papers: to mentor, to be mentored, to the processing of personal data.
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
} from "../documents/paper";
import type { Tag } from "../documents/tags";
import { date } from "../documents/values";

/** A consent to mentor. */
export interface MentorConsentInput {
  readonly institution: Institution;
  readonly worker: Participant;
  /** Whom the mentor will accompany; empty if the pairs are not known yet. */
  readonly mentees: readonly Participant[];
  readonly form: string;
  readonly kinds: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** False where mentoring is a permanent part of the job and no supplementary agreement is made. */
  readonly agreements: boolean;
}

/** A consent to be mentored. */
export interface MenteeConsentInput {
  readonly institution: Institution;
  readonly worker: Participant;
  /** Null if the mentor is not known yet. */
  readonly mentor: Participant | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
}

/** A consent to the processing of personal data. */
export interface PersonalDataConsentInput {
  readonly institution: Institution;
  readonly worker: Participant;
  /** Postal address of the organisation; "" leaves a blank to fill in by hand. */
  readonly address: string;
}

const TERM_TAGS: readonly Tag[] = [
  { name: "начало", kind: "date", note: "первый день" },
  { name: "конец", kind: "date", note: "последний день" },
];
const WORKER_TAGS: readonly Tag[] = [
  { name: "работник.фио", kind: "person", note: "кто даёт согласие: фамилия, имя, отчество", required: true },
  { name: "работник.должность", kind: "post", note: "кто даёт согласие: должность" },
];

/** «Согласие на выполнение работы по наставничеству». */
export const mentorConsent: Paper<MentorConsentInput> = {
  key: "mentorConsent",
  title: "Согласие на выполнение работы по наставничеству",
  templateKey: "mentorConsent",
  heading: (input) => `Согласие на выполнение работы по наставничеству: ${input.worker.fullName}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    работник: participantValues(input.worker),
    есть_наставляемые: input.mentees.length > 0,
    наставляемые: input.mentees.map(participantValues),
    форма: input.form,
    виды: input.kinds.join(", "),
    начало: date(input.startsOn),
    конец: date(input.endsOn),
    допсоглашения: input.agreements,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...WORKER_TAGS,
    { name: "есть_наставляемые", kind: "flag", note: "наставляемые уже известны" },
    {
      name: "наставляемые",
      kind: "list",
      note: "за кем закрепляется наставник",
      items: [
        { name: "фио", kind: "person", note: "фамилия, имя, отчество наставляемого" },
        { name: "должность", kind: "post", note: "должность наставляемого" },
      ],
    },
    ...participantTags("наставляемые", "наставляемые списком"),
    { name: "форма", kind: "text", note: "форма наставничества" },
    { name: "виды", kind: "text", note: "виды наставничества" },
    ...TERM_TAGS,
    { name: "допсоглашения", kind: "flag", note: "заключается ли дополнительное соглашение" },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    worker: SAMPLE_MENTOR,
    mentees: [SAMPLE_MENTEE],
    form: "педагог — педагог",
    kinds: ["традиционное"],
    startsOn: "2026-09-14",
    endsOn: "2027-05-31",
    agreements: true,
  },
};

/** «Согласие на участие в наставничестве в качестве наставляемого». */
export const menteeConsent: Paper<MenteeConsentInput> = {
  key: "menteeConsent",
  title: "Согласие на участие в наставничестве",
  templateKey: "menteeConsent",
  heading: (input) => `Согласие на участие в наставничестве: ${input.worker.fullName}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    работник: participantValues(input.worker),
    есть_наставник: input.mentor !== null,
    наставник: input.mentor === null ? null : participantValues(input.mentor),
    начало: date(input.startsOn),
    конец: date(input.endsOn),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...WORKER_TAGS,
    { name: "есть_наставник", kind: "flag", note: "наставник уже известен" },
    ...participantTags("наставник", "наставник"),
    ...TERM_TAGS,
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    worker: SAMPLE_MENTEE,
    mentor: SAMPLE_MENTOR,
    startsOn: "2026-09-14",
    endsOn: "2027-05-31",
  },
};

/** «Согласие на обработку персональных данных»: always a paper of its own (152-ФЗ ст. 9 as amended by 156-ФЗ). */
export const personalDataConsent: Paper<PersonalDataConsentInput> = {
  key: "personalDataConsent",
  title: "Согласие на обработку персональных данных",
  templateKey: "personalDataConsent",
  heading: (input) => `Согласие на обработку персональных данных: ${input.worker.fullName}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    работник: participantValues(input.worker),
    адрес: input.address,
  }),
  tags: [...INSTITUTION_TAGS, ...WORKER_TAGS, { name: "адрес", kind: "text", note: "адрес организации" }],
  sample: { institution: SAMPLE_INSTITUTION, worker: SAMPLE_MENTOR, address: "" },
};

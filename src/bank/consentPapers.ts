// The written consents as papers: to mentor, to be mentored, to the processing of personal data, to its publication.
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
import type { ConsentKind } from "./consentRules";
import { CONSENT_KIND, PUBLISHABLE } from "./consents.table";

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
  /** Forms know people by codes alone. */
  readonly codeOnly: boolean;
}

/** A consent to the publication of personal data. */
export interface PublicationConsentInput {
  readonly institution: Institution;
  readonly worker: Participant;
  /** Telephone and e-mail address; "" leaves a line to write on. */
  readonly contacts: string;
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
    только_коды: input.codeOnly,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...WORKER_TAGS,
    { name: "только_коды", kind: "flag", note: "анкеты не называют людей: в них только коды" },
  ],
  sample: { institution: SAMPLE_INSTITUTION, worker: SAMPLE_MENTOR, codeOnly: false },
};

/** «Согласие на распространение персональных данных»: what is allowed the subject ticks by hand (152-ФЗ ст. 10.1). */
export const publicationConsent: Paper<PublicationConsentInput> = {
  key: "publicationConsent",
  title: "Согласие на распространение персональных данных",
  templateKey: "publicationConsent",
  heading: (input) => `Согласие на распространение персональных данных: ${input.worker.fullName}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    работник: participantValues(input.worker),
    контакты: input.contacts,
    сведения: PUBLISHABLE.map((title) => ({ название: title })),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    ...WORKER_TAGS,
    { name: "контакты", kind: "text", note: "телефон и адрес почты того, кто даёт согласие" },
    {
      name: "сведения",
      kind: "list",
      note: "что можно разрешить публиковать",
      items: [{ name: "название", kind: "text", note: "например: фотография" }],
    },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    worker: SAMPLE_MENTOR,
    contacts: "+7 (999) 000-00-01, petrova@school7.example",
  },
};

/** The paper of each kind of consent. */
export const CONSENT_PAPERS: Readonly<Record<ConsentKind, { readonly key: string }>> = {
  [CONSENT_KIND.mentoring]: mentorConsent,
  [CONSENT_KIND.pair]: menteeConsent,
  [CONSENT_KIND.personalData]: personalDataConsent,
  [CONSENT_KIND.publication]: publicationConsent,
};

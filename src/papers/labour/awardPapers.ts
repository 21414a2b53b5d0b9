// The certificate of a mentor and the letter of thanks: what they take and the tags they offer.
import {
  INSTITUTION_TAGS,
  institutionValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTOR,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../../documents/paper";
import type { Tag } from "../../documents/tags";
import { date, lowerFirst, type Group } from "../../documents/values";

interface AwardInput {
  readonly institution: Institution;
  /** Only its date stands in the paper. */
  readonly registration: Registration | null;
  readonly worker: Participant;
}

/** Everything the certificate says. */
export interface CertificateInput extends AwardInput {
  /** Some of the pairs are at work still. */
  readonly continues: boolean;
  /** How many mentees there were in the school year. */
  readonly mentees: number;
  readonly directions: readonly string[];
  /** «муниципальный этап конкурса, 20 часов»; "" for nothing more. */
  readonly remark: string;
}

/** Everything the letter says. */
export interface ThanksInput extends AwardInput {
  /** «за профессионализм и личный вклад …» */
  readonly reason: string;
  /** «Желаем Вам новых успехов!»; "" for none. */
  readonly wish: string;
}

const bare = (typed: string): string => typed.trim().replace(/[.;,\s]+$/, "");

const awardValues = ({ institution, registration, worker }: AwardInput): Group => ({
  ...institutionValues(institution),
  дата: date(registration?.date ?? null),
  работник: participantValues(worker),
});

const AWARD_TAGS: readonly Tag[] = [
  ...INSTITUTION_TAGS,
  { name: "дата", kind: "date", note: "дата вручения; пусто до записи подписанного" },
  { name: "работник.фио", kind: "person", note: "наставник: фамилия, имя, отчество", required: true },
  ...participantTags("работник", "наставник").filter(({ name }) => name !== "работник.фио"),
];

/** «Сертификат наставника». */
export const certificate: Paper<CertificateInput> = {
  key: "certificate",
  title: "Сертификат наставника",
  templateKey: "certificate",
  heading: ({ worker, institution }) => `Сертификат наставника: ${worker.fullName}, ${institution.schoolYear}`,
  data: (input) => ({
    ...awardValues(input),
    продолжает: input.continues,
    наставляемых: input.mentees,
    направления: input.directions.map(lowerFirst).join("; "),
    дополнение: bare(input.remark),
  }),
  tags: [
    ...AWARD_TAGS,
    { name: "продолжает", kind: "flag", note: "пары наставника ещё действуют" },
    { name: "наставляемых", kind: "number", note: "сколько было наставляемых в учебном году" },
    { name: "направления", kind: "text", note: "по каким направлениям помогал" },
    { name: "дополнение", kind: "text", note: "ещё одна строка сертификата" },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    worker: SAMPLE_MENTOR,
    continues: false,
    mentees: 2,
    directions: ["Методика обучения", "Работа с родителями"],
    remark: "",
  },
};

/** «Благодарственное письмо». */
export const thanks: Paper<ThanksInput> = {
  key: "thanks",
  title: "Благодарственное письмо наставнику",
  templateKey: "thanks",
  heading: ({ worker, institution }) => `Благодарственное письмо: ${worker.fullName}, ${institution.schoolYear}`,
  data: (input) => ({
    ...awardValues(input),
    по_имени_отчеству: input.worker.fullName.trim().split(/\s+/).length >= 3,
    повод: bare(input.reason),
    пожелание: input.wish.trim(),
  }),
  tags: [
    ...AWARD_TAGS,
    { name: "по_имени_отчеству", kind: "flag", note: "имя и отчество известны: к наставнику можно обратиться" },
    { name: "повод", kind: "text", note: "за что благодарят: «за профессионализм и …»", required: true },
    { name: "пожелание", kind: "text", note: "пожелание в конце письма" },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    worker: SAMPLE_MENTOR,
    reason:
      "за профессионализм, отзывчивость и личный вклад в становление коллег, которых Вы сопровождали как наставник в 2026/2027 учебном году",
    wish: "Желаем Вам здоровья, благополучия и новых профессиональных успехов!",
  },
};

// The agreement with a partner about cooperation in mentoring: what it takes and the tags it offers.
import {
  INSTITUTION_TAGS,
  institutionValues,
  lineValues,
  participantTags,
  participantValues,
  SAMPLE_INSTITUTION,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../../documents/paper";
import { date, post } from "../../documents/values";

/** What the agreement calls the cooperation. */
export const COOPERATION = { simple: "о сотрудничестве", network: "о сетевом взаимодействии" } as const;

/** The other organisation; what is not known is "". */
export interface Partner {
  readonly fullName: string;
  readonly shortName: string;
  readonly head: Participant;
  /** In the genitive: «устава», «доверенности от 01.09.2026 № 5». */
  readonly basis: string;
  readonly address: string;
  readonly inn: string;
  readonly ogrn: string;
}

/** Everything the agreement says. */
export interface PartnerAgreementInput {
  readonly institution: Institution;
  readonly registration: Registration | null;
  readonly partner: Partner;
  /** Of `COOPERATION`. */
  readonly cooperation: string;
  /** What the parties do together, one thing a line. */
  readonly subjects: readonly string[];
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Calendar days; null leaves a line to write on. */
  readonly noticeDays: number | null;
}

/** «Соглашение о сотрудничестве (сетевом взаимодействии)». */
export const partnerAgreement: Paper<PartnerAgreementInput> = {
  key: "partnerAgreement",
  title: "Соглашение о сотрудничестве (сетевом взаимодействии)",
  templateKey: "partnerAgreement",
  heading: ({ cooperation, partner }) => `Соглашение ${cooperation}: ${partner.shortName || partner.fullName}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    вид: input.cooperation,
    сетевое: input.cooperation === COOPERATION.network,
    партнёр: post(input.partner.fullName),
    руководитель_партнёра: participantValues(input.partner.head),
    основание_партнёра: input.partner.basis,
    адрес_партнёра: input.partner.address,
    инн_партнёра: input.partner.inn,
    огрн_партнёра: input.partner.ogrn,
    направления: lineValues(input.subjects).map((text) => ({ текст: text })),
    начало: date(input.startsOn),
    конец: date(input.endsOn),
    срок_предупреждения: input.noticeDays,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "номер", kind: "text", note: "номер соглашения; пусто до регистрации" },
    { name: "дата", kind: "date", note: "дата соглашения; пусто до регистрации" },
    { name: "вид", kind: "text", note: "«о сотрудничестве» или «о сетевом взаимодействии»", required: true },
    { name: "сетевое", kind: "flag", note: "соглашение о сетевом взаимодействии" },
    { name: "партнёр", kind: "post", note: "полное наименование партнёра", required: true },
    ...participantTags("руководитель_партнёра", "руководитель партнёра"),
    { name: "основание_партнёра", kind: "text", note: "на основании чего действует руководитель партнёра" },
    { name: "адрес_партнёра", kind: "text", note: "адрес партнёра" },
    { name: "инн_партнёра", kind: "text", note: "ИНН партнёра" },
    { name: "огрн_партнёра", kind: "text", note: "ОГРН партнёра" },
    {
      name: "направления",
      kind: "list",
      note: "направления сотрудничества",
      required: true,
      items: [{ name: "текст", kind: "text", note: "одно направление" }],
    },
    { name: "начало", kind: "date", note: "первый день; пусто — со дня подписания" },
    { name: "конец", kind: "date", note: "последний день", required: true },
    { name: "срок_предупреждения", kind: "number", note: "за сколько дней предупреждают о расторжении" },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    partner: {
      fullName:
        "государственное бюджетное профессиональное образовательное учреждение «Заречный педагогический колледж»",
      shortName: "ГБПОУ «Заречный педколледж»",
      head: { fullName: "Орлов Сергей Викторович", gender: "male", post: "директор" },
      basis: "устава",
      address: "г. Заречный Бор, ул. Садовая, д. 3",
      inn: "0070070080",
      ogrn: "1020000808080",
    },
    cooperation: COOPERATION.simple,
    subjects: [
      "участие преподавателей Партнёра в наставничестве педагогических работников Организации",
      "проведение совместных семинаров, мастер-классов и конкурсов",
      "обмен методическими материалами и лучшими практиками наставничества",
    ],
    startsOn: null,
    endsOn: "2029-08-31",
    noticeDays: 30,
  },
};

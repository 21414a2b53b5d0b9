// The order of encouragement (pay, thanks, awards for mentoring): what it takes and the tags it offers.
import {
  INSTITUTION_TAGS,
  institutionValues,
  participantValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTOR,
  type Institution,
  type Paper,
  type Participant,
  type Registration,
} from "../../documents/paper";
import { date, type Group } from "../../documents/values";
import { ACQUAINTANCE_TAG, acquaintanceValues, REGISTRATION_TAGS } from "../acts/actParts";

/** Up to this many people are named in the order itself; more stand in the annex. */
const NAMED_IN_TEXT = 12;

/** What the head does for somebody, the case in which the order names them, and whether money is paid. */
interface Measure {
  /** As the form offers it. */
  readonly kind: string;
  /** «Объявить благодарность» */
  readonly doing: string;
  readonly whom: "dative" | "accusative";
  readonly paid: boolean;
}

/** domain §3.9, «Поощрение». */
export const MEASURES: readonly Measure[] = [
  { kind: "премия", doing: "Выплатить премию", whom: "dative", paid: true },
  { kind: "стимулирующая выплата", doing: "Установить стимулирующую выплату", whom: "dative", paid: true },
  { kind: "благодарность", doing: "Объявить благодарность", whom: "dative", paid: false },
  { kind: "почётная грамота", doing: "Наградить почётной грамотой", whom: "accusative", paid: false },
  { kind: "нагрудный знак", doing: "Вручить нагрудный знак", whom: "dative", paid: false },
  { kind: "доска почёта", doing: "Занести на доску почёта", whom: "accusative", paid: false },
  { kind: "методический день", doing: "Предоставить методический день", whom: "dative", paid: false },
  {
    kind: "рекомендация к аттестации",
    doing: "Рекомендовать к аттестации на квалификационную категорию «педагог-наставник»",
    whom: "accusative",
    paid: false,
  },
];

/** Somebody who is encouraged; `sum` in roubles, null where no money is paid. */
export interface Encouraged {
  readonly who: Participant;
  readonly sum: number | null;
}

/** Everything the order says. */
export interface EncouragementOrderInput {
  readonly institution: Institution;
  readonly registration: Registration | null;
  /** Of `MEASURES`; what else is typed is left out. */
  readonly kinds: readonly string[];
  readonly people: readonly Encouraged[];
  /** «за результативную работу по наставничеству» */
  readonly reason: string;
  /** «в 2026/2027 учебном году»; "" if none is named. */
  readonly period: string;
  /** «отчёт наставника, протокол совета наставников от 20.05.2027 № 5»; "" leaves the line out. */
  readonly basis: string;
  /** «протокол от 24.05.2027 № 11»; "" where there is no union, or it has not been asked. */
  readonly union: string;
  /** «средства стимулирующей части фонда оплаты труда» */
  readonly source: string;
}

const bare = (typed: string): string => typed.trim().replace(/[.;,\s]+$/, "");

function measureValues({ doing, whom, paid }: Measure, input: EncouragementOrderInput): Group {
  return {
    действие: doing,
    кому: whom === "dative",
    кого: whom === "accusative",
    выплата: paid,
    люди: input.people.map(({ who, sum }, index) => ({
      ...participantValues(who),
      есть_должность: who.post !== "",
      сумма: paid ? sum : null,
      последний: index === input.people.length - 1,
    })),
  };
}

/** «Приказ о поощрении». */
export const encouragementOrder: Paper<EncouragementOrderInput> = {
  key: "encouragementOrder",
  title: "Приказ о поощрении за работу по наставничеству",
  templateKey: "encouragementOrder",
  heading: ({ people, period }) =>
    `О поощрении за работу по наставничеству${period === "" ? "" : ` ${period}`}${people.length === 1 ? `: ${people[0]?.who.fullName ?? ""}` : ""}`,
  data: (input) => {
    const chosen = MEASURES.filter(({ kind }) => input.kinds.includes(kind));
    const payments = chosen.filter((measure) => measure.paid).length;
    const paid = payments > 0;
    const total = (payments * input.people.reduce((sum, one) => sum + Math.round((one.sum ?? 0) * 100), 0)) / 100;
    return {
      ...institutionValues(input.institution),
      номер: input.registration?.number ?? "",
      дата: date(input.registration?.date ?? null),
      повод: bare(input.reason),
      период: bare(input.period),
      основание: bare(input.basis),
      профсоюз: bare(input.union),
      перечнем: input.people.length <= NAMED_IN_TEXT,
      меры: chosen.map((measure) => measureValues(measure, input)),
      есть_выплата: paid,
      источник: bare(input.source),
      итого: payments * input.people.length > 1 && total > 0 ? total : null,
      люди: input.people.map(({ who, sum }, index) => ({
        номер: index + 1,
        ...participantValues(who),
        сумма: paid ? sum : null,
      })),
      ознакомление: acquaintanceValues(
        input.people.map(({ who }) => who),
        0,
      ),
    };
  },
  tags: [
    ...INSTITUTION_TAGS,
    ...REGISTRATION_TAGS,
    { name: "повод", kind: "text", note: "за что поощряют", required: true },
    { name: "период", kind: "text", note: "за какое время: «в 2026/2027 учебном году»" },
    { name: "основание", kind: "text", note: "документы-основания" },
    { name: "профсоюз", kind: "text", note: "протокол, которым выражено мнение профсоюза" },
    { name: "перечнем", kind: "flag", note: "людей немного, и они названы в самом приказе" },
    {
      name: "меры",
      kind: "list",
      note: "виды поощрения",
      required: true,
      items: [
        { name: "действие", kind: "text", note: "что делается: «Объявить благодарность»" },
        { name: "кому", kind: "flag", note: "людей называют в дательном падеже" },
        { name: "кого", kind: "flag", note: "людей называют в винительном падеже" },
        { name: "выплата", kind: "flag", note: "поощрение — деньги" },
        {
          name: "люди",
          kind: "list",
          note: "кого поощряют",
          items: [
            { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
            { name: "должность", kind: "post", note: "должность" },
            { name: "есть_должность", kind: "flag", note: "должность известна" },
            { name: "сумма", kind: "number", note: "сумма в рублях" },
            { name: "последний", kind: "flag", note: "последний в перечне" },
          ],
        },
      ],
    },
    { name: "есть_выплата", kind: "flag", note: "среди видов поощрения есть выплата" },
    { name: "источник", kind: "text", note: "источник выплаты" },
    { name: "итого", kind: "number", note: "сумма всех выплат" },
    {
      name: "люди",
      kind: "list",
      note: "кого поощряют, для приложения",
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
        { name: "должность", kind: "post", note: "должность" },
        { name: "сумма", kind: "number", note: "сумма в рублях" },
      ],
    },
    ACQUAINTANCE_TAG,
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    kinds: ["премия", "благодарность"],
    people: [{ who: SAMPLE_MENTOR, sum: 5000 }],
    reason: "за результативную работу по наставничеству педагогических работников",
    period: "в 2026/2027 учебном году",
    basis: "протокол заседания совета наставников от 20.05.2027 № 5",
    union: "протокол от 24.05.2027 № 11",
    source: "средства стимулирующей части фонда оплаты труда",
  },
};

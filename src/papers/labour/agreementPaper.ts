// The supplementary agreement to the labour contract about mentoring (ТК РФ ст. 351.8): what it takes and the tags it offers.
import {
  INSTITUTION_TAGS,
  institutionValues,
  lineValues,
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
import { date, lowerFirst, type Group } from "../../documents/values";

/** In what the pay is reckoned. */
export const PAY_UNIT = { roubles: "рубли", percent: "проценты оклада", points: "баллы" } as const;
/** How often it is paid, and for what. */
export const PAY_TERM = {
  monthly: "ежемесячно",
  perMentee: "ежемесячно за каждого наставляемого",
  once: "один раз по итогам работы",
} as const;

export interface Pay {
  /** Of `PAY_UNIT`. */
  readonly unit: string;
  readonly amount: number;
  /** Of `PAY_TERM`. */
  readonly term: string;
  /** «при выполнении мероприятий программы»; "" if there are none. */
  readonly conditions: string;
  /** «средства стимулирующей части фонда оплаты труда» */
  readonly source: string;
}

/** Everything the agreement says. */
export interface AgreementInput {
  readonly institution: Institution;
  readonly registration: Registration | null;
  readonly worker: Participant;
  readonly mentees: readonly Participant[];
  /** The labour contract; "" and null leave lines to write on. */
  readonly contractNumber: string;
  readonly contractOn: string | null;
  /** What the work consists of, one thing a line. */
  readonly duties: readonly string[];
  readonly directions: readonly string[];
  /** «педагог — педагог» */
  readonly form: string;
  readonly kinds: readonly string[];
  /** «очно, без освобождения от основной работы» */
  readonly manner: string;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  /** Null while it is not typed. */
  readonly pay: Pay | null;
  /** So many working days beforehand the employer warns. */
  readonly noticeDays: number;
  /** So many the worker; null where the parties set no term. */
  readonly refusalDays: number | null;
}

const payValues = (pay: Pay | null): Group => ({
  размер: pay?.amount ?? null,
  целый_размер: Number.isInteger(pay?.amount),
  в_рублях: pay?.unit === PAY_UNIT.roubles,
  в_процентах: pay?.unit === PAY_UNIT.percent,
  в_баллах: pay?.unit === PAY_UNIT.points,
  разово: pay?.term === PAY_TERM.once,
  за_каждого: pay?.term === PAY_TERM.perMentee,
  условия: (pay?.conditions ?? "").replace(/[.;,\s]+$/, ""),
  источник: (pay?.source ?? "").replace(/[.;,\s]+$/, ""),
});

/** «Дополнительное соглашение к трудовому договору (о наставничестве)». */
export const agreement: Paper<AgreementInput> = {
  key: "agreement",
  title: "Дополнительное соглашение к трудовому договору (о наставничестве)",
  templateKey: "agreement",
  heading: ({ worker }) => `Дополнительное соглашение о наставничестве: ${worker.fullName}`,
  data: (input) => ({
    ...institutionValues(input.institution),
    номер: input.registration?.number ?? "",
    дата: date(input.registration?.date ?? null),
    работник: participantValues(input.worker),
    наставляемые: input.mentees.map(participantValues),
    группа: input.mentees.length > 1,
    договор_номер: input.contractNumber,
    договор_дата: date(input.contractOn),
    содержание: lineValues(input.duties).map((text) => ({ текст: text })),
    направления: input.directions.map(lowerFirst).join("; "),
    форма: input.form,
    виды: input.kinds.join(", "),
    порядок: input.manner.replace(/[.;,\s]+$/, ""),
    начало: date(input.startsOn),
    конец: date(input.endsOn),
    ...payValues(input.pay),
    срок_предупреждения: input.noticeDays,
    срок_отказа: input.refusalDays,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "номер", kind: "text", note: "номер соглашения; пусто до регистрации" },
    { name: "дата", kind: "date", note: "дата соглашения; пусто до регистрации" },
    { name: "работник.фио", kind: "person", note: "наставник: фамилия, имя, отчество", required: true },
    { name: "работник.должность", kind: "post", note: "наставник: должность" },
    {
      name: "наставляемые",
      kind: "list",
      note: "кому помогает наставник",
      items: [
        { name: "фио", kind: "person", note: "фамилия, имя, отчество наставляемого" },
        { name: "должность", kind: "post", note: "должность наставляемого" },
      ],
    },
    ...participantTags("наставляемые", "наставляемые списком"),
    { name: "группа", kind: "flag", note: "наставляемых больше одного" },
    { name: "договор_номер", kind: "text", note: "номер трудового договора" },
    { name: "договор_дата", kind: "date", note: "дата трудового договора" },
    {
      name: "содержание",
      kind: "list",
      note: "содержание работы по наставничеству",
      required: true,
      items: [{ name: "текст", kind: "text", note: "одна обязанность" }],
    },
    { name: "направления", kind: "text", note: "направления работы с наставляемыми" },
    { name: "форма", kind: "text", note: "форма наставничества" },
    { name: "виды", kind: "text", note: "виды наставничества" },
    { name: "порядок", kind: "text", note: "форма выполнения работы", required: true },
    { name: "начало", kind: "date", note: "первый день", required: true },
    { name: "конец", kind: "date", note: "последний день", required: true },
    { name: "размер", kind: "number", note: "размер выплаты", required: true },
    { name: "целый_размер", kind: "flag", note: "размер выплаты — целое число" },
    { name: "в_рублях", kind: "flag", note: "выплата в рублях" },
    { name: "в_процентах", kind: "flag", note: "выплата в процентах оклада" },
    { name: "в_баллах", kind: "flag", note: "выплата в баллах" },
    { name: "разово", kind: "flag", note: "выплата один раз, а не ежемесячно" },
    { name: "за_каждого", kind: "flag", note: "выплата за каждого наставляемого" },
    { name: "условия", kind: "text", note: "условия выплаты" },
    { name: "источник", kind: "text", note: "источник выплаты" },
    { name: "срок_предупреждения", kind: "number", note: "за сколько рабочих дней предупреждает работодатель" },
    { name: "срок_отказа", kind: "number", note: "за сколько рабочих дней предупреждает работник" },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    worker: SAMPLE_MENTOR,
    mentees: [SAMPLE_MENTEE],
    contractNumber: "31",
    contractOn: "2008-09-01",
    duties: [
      "Разработка и выполнение вместе с наставляемым персонализированной программы наставничества",
      "Посещение и разбор уроков наставляемого",
      "Представление куратору отчёта о результатах наставничества",
    ],
    directions: ["Методика обучения", "Работа с родителями"],
    form: "педагог — педагог",
    kinds: ["традиционное"],
    manner: "очно, без освобождения от основной работы",
    startsOn: "2026-09-14",
    endsOn: "2027-05-31",
    pay: {
      unit: PAY_UNIT.roubles,
      amount: 5000,
      term: PAY_TERM.monthly,
      conditions: "",
      source: "средства стимулирующей части фонда оплаты труда",
    },
    noticeDays: 3,
    refusalDays: 3,
  },
};

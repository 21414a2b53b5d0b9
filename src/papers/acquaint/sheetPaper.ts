// «Лист ознакомления» as a paper: whom a document concerns, with the dates that are known already, to be signed.
import {
  INSTITUTION_TAGS,
  institutionValues,
  SAMPLE_INSTITUTION,
  SAMPLE_MENTEE,
  SAMPLE_MENTOR,
  type Institution,
  type Paper,
  type Participant,
  participantValues,
  type Registration,
} from "../../documents/paper";
import { date } from "../../documents/values";
import type { CalendarDate } from "../../workbook/calendarDate";

/** A line of the sheet. */
export interface SheetLine {
  readonly who: Participant;
  /** Null where the signature is still to be given. */
  readonly on: CalendarDate | null;
  /** «ответ в форме», «подпись получена»; "" where the line is empty. */
  readonly mark: string;
}

/** Everything the sheet says. */
export interface AcquaintanceSheetInput {
  readonly institution: Institution;
  /** «приказом» */
  readonly kind: string;
  /** Of the document, not of the sheet. */
  readonly registration: Registration;
  /** «О закреплении наставнических пар (групп)…» */
  readonly heading: string;
  readonly lines: readonly SheetLine[];
  /** Somebody has answered the form: the sheet says what that mark means. */
  readonly byForm: boolean;
}

/** What kinds of documents are called after «с», by the first word of the kind; others are «документом». */
const INSTRUMENTAL: Readonly<Record<string, string>> = {
  приказ: "приказом",
  положение: "положением",
  протокол: "протоколом",
  соглашение: "соглашением",
  программа: "программой",
  согласие: "согласием",
};

/** @example kindAfterWith("Приказ о закреплении…") //=> "приказом" */
export function kindAfterWith(title: string): string {
  return INSTRUMENTAL[(title.trim().split(/\s/)[0] ?? "").toLowerCase()] ?? "документом";
}

export const acquaintanceSheetPaper: Paper<AcquaintanceSheetInput> = {
  key: "acquaintanceSheet",
  title: "Лист ознакомления",
  templateKey: "acquaintanceSheet",
  heading: ({ kind, registration, heading }) =>
    `Лист ознакомления с ${kind}${registration.number === "" ? "" : ` № ${registration.number}`} «${heading}»`,
  data: (input) => ({
    ...institutionValues(input.institution),
    вид: input.kind,
    номер: input.registration.number,
    дата: date(input.registration.date),
    заголовок: input.heading,
    ознакомление: input.lines.map(({ who, on, mark }, index) => ({
      номер: index + 1,
      ...participantValues(who),
      ознакомлен: date(on),
      отметка: mark,
    })),
    есть_ответы: input.byForm,
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "вид", kind: "text", note: "вид документа в творительном падеже, например «приказом»" },
    { name: "номер", kind: "text", note: "номер документа" },
    { name: "дата", kind: "date", note: "дата документа" },
    { name: "заголовок", kind: "text", note: "заголовок документа" },
    { name: "есть_ответы", kind: "flag", note: "кто-то подтвердил ознакомление ответом в форме" },
    {
      name: "ознакомление",
      kind: "list",
      note: "все, кого надо ознакомить с документом",
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
        { name: "должность", kind: "post", note: "должность" },
        { name: "ознакомлен", kind: "date", note: "когда ознакомлен; пусто, если ещё нет" },
        { name: "отметка", kind: "text", note: "«ответ в форме» или «подпись получена»; пусто — место для подписи" },
      ],
    },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    kind: "приказом",
    registration: { number: "84-02", date: "2026-09-14" as CalendarDate },
    heading: "О закреплении наставнических пар (групп) в 2026/2027 учебном году",
    lines: [
      { who: SAMPLE_MENTOR, on: "2026-09-16" as CalendarDate, mark: "ответ в форме" },
      { who: SAMPLE_MENTEE, on: null, mark: "" },
    ],
    byForm: true,
  },
};

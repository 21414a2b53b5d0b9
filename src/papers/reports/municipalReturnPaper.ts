// The return for municipal monitoring as a paper (domain §8.5): aggregates only.
import {
  INSTITUTION_TAGS,
  institutionValues,
  SAMPLE_INSTITUTION,
  type Institution,
  type Paper,
  type Registration,
} from "../../documents/paper";
import { date } from "../../documents/values";

/** A line of the return. */
export interface ReturnRow {
  readonly indicator: string;
  readonly value: string;
  readonly link: string;
  readonly note: string;
}

/** Everything the return says. */
export interface MunicipalReturnInput {
  readonly institution: Institution;
  /** The day on which the head has signed; null in a draft. */
  readonly registration: Registration | null;
  readonly asOf: string;
  /** To whom it goes; "" if it is not said. */
  readonly recipient: string;
  /** Until when it is wanted; null if it is not said. */
  readonly dueOn: string | null;
  readonly rows: readonly ReturnRow[];
}

/** «Сведения для муниципального мониторинга». */
export const municipalReturnPaper: Paper<MunicipalReturnInput> = {
  key: "municipalReturn",
  title: "Сведения для муниципального мониторинга",
  templateKey: "municipalReturn",
  heading: ({ institution }) =>
    `Сведения для муниципального мониторинга наставничества за ${institution.schoolYear} учебный год`,
  data: (input) => ({
    ...institutionValues(input.institution),
    дата: date(input.registration?.date ?? null),
    на_день: date(input.asOf),
    куда: input.recipient,
    до: date(input.dueOn),
    есть_исполнитель: input.institution.curator.fullName !== "",
    строки: input.rows.map(({ indicator, value, link, note }, index) => ({
      номер: index + 1,
      показатель: indicator,
      значение: value,
      ссылка: link,
      примечание: note,
    })),
  }),
  tags: [
    ...INSTITUTION_TAGS,
    { name: "дата", kind: "date", note: "день подписания; пусто до регистрации" },
    { name: "на_день", kind: "date", note: "на какой день составлены сведения" },
    { name: "куда", kind: "text", note: "куда представляются" },
    { name: "до", kind: "date", note: "срок представления" },
    { name: "есть_исполнитель", kind: "flag", note: "куратор указан" },
    {
      name: "строки",
      kind: "list",
      note: "показатели мониторинга",
      required: true,
      items: [
        { name: "номер", kind: "number", note: "номер по порядку" },
        { name: "показатель", kind: "text", note: "что проверяется" },
        { name: "значение", kind: "text", note: "есть ли и сколько" },
        { name: "ссылка", kind: "text", note: "где посмотреть" },
        { name: "примечание", kind: "text", note: "примечание" },
      ],
    },
  ],
  sample: {
    institution: SAMPLE_INSTITUTION,
    registration: null,
    asOf: "2027-06-01",
    recipient: "МКУ «Ресурсный центр»",
    dueOn: "2027-06-15",
    rows: [
      {
        indicator: "Раздел «Наставничество» на официальном сайте",
        value: "есть",
        link: "https://school7.example/nastavnichestvo",
        note: "",
      },
      {
        indicator: "Количество наставнических пар и групп по приказам",
        value: "пар — 8, групп — 1",
        link: "",
        note: "",
      },
    ],
  },
};

// What a column of a staff list may hold: how its heading is worded and what its cells look like.
import { looksLikeFullName } from "../../school/fullName";
import { textKey } from "../../school/typedText";
import { readEmail, readPhone } from "./contacts";
import { looksLikeDate } from "./dates";
import { readCategory, readSex } from "./words";

/** Everything that the import can take from a list. «contacts» is a cell with a telephone and an address together. */
export const IMPORT_FIELDS = [
  "code",
  "fullName",
  "lastName",
  "firstName",
  "middleName",
  "post",
  "subject",
  "experienceYears",
  "hiredOn",
  "category",
  "education",
  "birthYear",
  "email",
  "phone",
  "contacts",
  "sex",
  "kind",
  "workplace",
  "employment",
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

interface FieldSpec {
  /** What the curator sees in the drop-down. */
  label: string;
  /** Headings as keys (textKey without punctuation), with how sure each makes us, 0…1. The best one counts. */
  headings: readonly { says: RegExp; sure: number }[];
  /** Whether a cell looks like this field; only for fields that can be told by content. */
  looks?: (cell: string, today: string) => boolean;
}

export const FIELD_SPECS: Readonly<Record<ImportField, FieldSpec>> = {
  code: {
    label: "Код из вкладки «Педагоги»",
    headings: [{ says: /^код$/, sure: 0.5 }],
    looks: (cell) => /^Р-\d+$/.test(cell.trim()),
  },
  fullName: {
    label: "ФИО",
    headings: [
      { says: /^(?:ф ?и ?о|фамилия имя отчество)$/, sure: 1 },
      { says: /^(?:ф ?и ?о|фамилия имя|фамилия и ?о|фамилия инициалы)/, sure: 0.95 },
      { says: /(?:^| )(?:фио|ф и о|фамилия имя отчество)(?: |$)/, sure: 0.9 },
      { says: /^(?:сотрудник|работник|педагог|учитель|воспитатель|преподаватель|педагогический работник)$/, sure: 0.7 },
      { says: /^физическое лицо$/, sure: 0.7 },
      { says: /(?:^| )(?:сотрудник|работник|физическое лицо)(?: |$)/, sure: 0.6 },
    ],
    looks: looksLikeFullName,
  },
  lastName: { label: "Фамилия", headings: [{ says: /^(?:фам|фамилия)$/, sure: 0.9 }] },
  firstName: { label: "Имя", headings: [{ says: /^имя$/, sure: 1 }] },
  middleName: { label: "Отчество", headings: [{ says: /^(?:отч|отчество)/, sure: 1 }] },
  post: {
    label: "Должность",
    headings: [
      { says: /^(?:занимаемая )?(?:должность|должн)$/, sure: 1 },
      { says: /^(?:должность|должн|занимаемая должность|наименование должности|профессия)/, sure: 0.9 },
      { says: /^кем работает/, sure: 0.8 },
    ],
    looks: (cell) => POST_WORDS.test(textKey(cell)),
  },
  subject: {
    label: "Предмет или группа",
    headings: [
      { says: /^(?:предмет|предметы|группа|дисциплина)$/, sure: 1 },
      { says: /предмет|преподаваем|дисциплин|какие уроки/, sure: 0.9 },
      { says: /возрастная группа|^группа/, sure: 0.8 },
    ],
    looks: (cell) => SUBJECT_WORDS.test(textKey(cell)),
  },
  experienceYears: {
    label: "Педагогический стаж",
    headings: [
      { says: /стаж.*пед|пед.*стаж|^пед(?:агогический)?$|стаж по специальности/, sure: 1 },
      { says: /^(?:стаж|стаж работы|опыт|опыт работы)$/, sure: 0.9 },
      { says: /стаж|опыт работы/, sure: 0.6 },
      { says: /сколько лет/, sure: 0.5 },
      { says: /стаж.*общ|общ.*стаж|^общ(?:ий)?$/, sure: 0.4 },
    ],
    looks: (cell) => /^\d{1,2}\s*(?:лет|года?|л\.)/i.test(cell.trim()),
  },
  hiredOn: {
    label: "Дата приёма",
    headings: [
      { says: /дата (?:приема|поступления|начала работы|трудоустр)|принят|работает с|прием на работу/, sure: 1 },
      { says: /прием|с какого (?:года|времени)/, sure: 0.7 },
    ],
  },
  category: {
    label: "Квалификационная категория",
    headings: [
      { says: /^(?:квалификационная )?(?:категория|катег|кат)$|кв(?:ал\S*)? ?кат/, sure: 1 },
      { says: /категори/, sure: 0.9 },
      { says: /^(?:кк|аттестация)/, sure: 0.7 },
    ],
    looks: (cell) => cell.trim().length > 1 && !/^\d/.test(cell.trim()) && readCategory(cell).value !== null,
  },
  education: {
    label: "Образование",
    headings: [
      { says: /^(?:образование|обр)$/, sure: 1 },
      { says: /образован|что окончил|учебное заведение|по диплому|квалификация/, sure: 0.8 },
    ],
    looks: (cell) => /высшее|среднее|спо|впо|бакалав|магистр|специалитет/.test(textKey(cell)),
  },
  birthYear: {
    label: "Год или дата рождения",
    headings: [{ says: /рожден|^(?:д ?р|г ?р|дата рожд|год рожд)$/, sure: 1 }],
  },
  email: {
    label: "Электронная почта",
    headings: [
      {
        says: /^(?:e-?mail|email|mail|почта|эл ?почта|электронная почта|адрес электронной почты|эл адрес|майл|имейл)/,
        sure: 1,
      },
      { says: /e-?mail|почт/, sure: 0.8 },
    ],
    looks: (cell) => cell.includes("@") && readEmail(cell).value !== null,
  },
  phone: {
    label: "Телефон",
    headings: [
      { says: /^(?:телефон|тел|моб|мобильный|сотовый|номер телефона|контактный телефон)/, sure: 1 },
      { says: /телефон|(?:^| )тел(?: |$)|моб|сотов/, sure: 0.85 },
    ],
    looks: (cell) => !cell.includes("@") && readPhone(cell).value !== null,
  },
  contacts: {
    label: "Телефон и почта вместе",
    headings: [{ says: /^(?:контакт|контакты|контактн\S+ (?:данные|информация)|связь)/, sure: 0.8 }],
    looks: (cell) => cell.includes("@") && readPhone(cell).value !== null,
  },
  sex: {
    label: "Пол",
    headings: [{ says: /^пол$/, sure: 1 }],
    looks: (cell) => readSex(cell).value !== null,
  },
  kind: {
    label: "Тип работника",
    headings: [{ says: /^(?:тип|вид занятости|условия работы|характер работы|совмест|основн)/, sure: 0.8 }],
  },
  workplace: { label: "Место работы", headings: [{ says: /^(?:место работы|организация|учреждение)/, sure: 0.9 }] },
  employment: {
    label: "Занятость",
    headings: [{ says: /^(?:статус|состояние|занятость|работает|примечание о занятости)/, sure: 0.8 }],
  },
};

const POST_WORDS =
  /^(?:учитель|воспитатель|педагог|преподаватель|директор|зам|заместитель|завуч|методист|психолог|логопед|тьютор|инструктор|музыкальный руководитель|социальный педагог|старший воспитатель|библиотекарь|мастер|концертмейстер)/;
const SUBJECT_WORDS =
  /математик|русск|литератур|физик|хими|биолог|географ|истори|обществозн|информатик|английск|немецк|французск|физкультур|физическая культура|музык|изо|технолог|труд|обж|обзр|начальн/;

/** A heading as the patterns above see it: key without punctuation and line breaks. */
export function headingKey(heading: string): string {
  return textKey(heading)
    .replace(/[.,:;/\\()№"«»*]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** How sure a heading makes us that the column holds the field, 0…1. */
export function headingSureness(field: ImportField, heading: string): number {
  const key = headingKey(heading);
  if (key === "" || key.length > 80) return 0;
  return FIELD_SPECS[field].headings.reduce((best, { says, sure }) => (sure > best && says.test(key) ? sure : best), 0);
}

/** What share of the filled cells looks like the field, 0…1; 0 for fields that content cannot tell. */
export function contentSureness(field: ImportField, cells: readonly string[], today: string): number {
  const looks = FIELD_SPECS[field].looks;
  const filled = cells.filter((cell) => cell.trim() !== "");
  if (!looks || filled.length === 0) return 0;
  return filled.filter((cell) => looks(cell, today)).length / filled.length;
}

/** What share of the filled cells are dates, and their middle year. */
export function dateColumn(cells: readonly string[], today: string): { share: number; middleYear: number } {
  const filled = cells.filter((cell) => cell.trim() !== "");
  const years = filled
    .filter((cell) => looksLikeDate(cell, today))
    .map((cell) => Number(/(?:19|20)\d{2}/.exec(cell)?.[0] ?? 0))
    .sort((one, other) => one - other);
  return {
    share: filled.length === 0 ? 0 : years.length / filled.length,
    middleYear: years[Math.floor(years.length / 2)] ?? 0,
  };
}

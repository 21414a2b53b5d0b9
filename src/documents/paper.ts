// What a paper is: its template, its documented tags, and how plain input becomes the template's data.
import type { CalendarDate } from "../workbook/calendarDate";
import type { Gender } from "./grammar/cases";
import type { Tag } from "./tags";
import { lowerFirst, person, post, type Group } from "./values";

/** Keys of the templates built from templates/. */
export type TemplateKey =
  | "assignmentOrder"
  | "programme"
  | "mentorConsent"
  | "menteeConsent"
  | "personalDataConsent"
  | "publicationConsent"
  | "councilExtract"
  | "approvalOrder"
  | "regulation"
  | "roadmap"
  | "councilOrder"
  | "endingOrder"
  | "agreement"
  | "encouragementOrder"
  | "certificate"
  | "thanks"
  | "partnerAgreement"
  | "application"
  | "minutes"
  | "mentorReport"
  | "menteeFeedback"
  | "analyticReport"
  | "municipalReturn"
  | "acquaintanceSheet";

/** A kind of paper. Features declare theirs and hand it to makeDocuments with their input. */
export interface Paper<Input> {
  /** Latin key; part of the key of every document of this kind. */
  readonly key: string;
  /** Russian name of the kind: «Приказ о закреплении наставнических пар (групп)». */
  readonly title: string;
  readonly templateKey: TemplateKey;
  /** Every tag that a template of this paper may use. */
  readonly tags: readonly Tag[];
  /** Turns the feature's plain input into the values behind the tags. */
  readonly data: (input: Input) => Group;
  /** What the paper is about; the heading in the register. */
  readonly heading: (input: Input) => string;
  /** An invented input for previews and for checking templates. */
  readonly sample: Input;
}

/** A person as papers need them. */
export interface Participant {
  readonly fullName: string;
  /** Where the school has recorded it; null lets the patronymic decide. */
  readonly gender: Gender | null;
  /** Post in the nominative; "" if unknown. */
  readonly post: string;
}

/** The organisation as papers need it; absent things are "". */
export interface Institution {
  readonly fullName: string;
  readonly shortName: string;
  readonly place: string;
  /** «2026/2027» */
  readonly schoolYear: string;
  readonly address: string;
  readonly inn: string;
  readonly ogrn: string;
  /** With «https://». */
  readonly site: string;
  readonly head: Participant;
  readonly curator: Participant;
}

/** The number and date of a registered paper; null while it is a draft. */
export interface Registration {
  readonly number: string;
  readonly date: CalendarDate;
}

/** The values behind «{наставник}», «{наставник.фио}» and «{наставник.должность}». */
export const participantValues = (who: Participant): Group => ({
  фио: person(who.fullName, who.gender),
  должность: post(who.post),
});

/**
 * Lines of a dashed list with the stops that Russian wants: «…;» and «.» at the end; whole sentences each get a full stop.
 * @example lineValues(["Освоить ФГОС", "провести урок."]) //=> ["освоить ФГОС;", "провести урок."]
 */
export function lineValues(lines: readonly string[]): readonly string[] {
  const bare = lines.map((line) => line.trim().replace(/[;,.\s]+$/, "")).filter((line) => line !== "");
  if (bare.some((line) => /[.!?…]\s/.test(line.replace(/(?:^|\s)[А-ЯЁа-яё]{1,2}\./g, "")))) {
    return bare.map((line) => `${line}.`);
  }
  return bare.map((line, index) => `${lowerFirst(line)}${index === bare.length - 1 ? "." : ";"}`);
}

/** A text that stands at the end of a sentence: with a full stop, whether it was typed or not; "" stays "". */
export function sentenceValue(text: string): string {
  const typed = text.trim();
  return typed === "" || /[.!?…]$/.test(typed) ? typed : `${typed}.`;
}

/** «№ 7» stays on one line. */
const unbroken = (name: string): string => name.replace(/№ (?=\d)/g, "№\u00a0");

/** The values that every paper has. */
export const institutionValues = (institution: Institution): Group => ({
  организация: post(unbroken(institution.fullName || institution.shortName)),
  организация_кратко: post(unbroken(institution.shortName || institution.fullName)),
  есть_краткое:
    institution.shortName !== "" && institution.shortName !== institution.fullName && institution.fullName !== "",
  место: institution.place,
  учебный_год: institution.schoolYear,
  адрес: institution.address,
  инн: institution.inn,
  огрн: institution.ogrn,
  сайт: institution.site,
  руководитель: participantValues(institution.head),
  куратор: participantValues(institution.curator),
});

/** Tags of a person under a name. */
export const participantTags = (name: string, who: string): readonly Tag[] => [
  { name: `${name}.фио`, kind: "person", note: `${who}: фамилия, имя, отчество` },
  { name: `${name}.должность`, kind: "post", note: `${who}: должность` },
];

/** Tags that every paper has. */
export const INSTITUTION_TAGS: readonly Tag[] = [
  { name: "организация", kind: "post", note: "полное наименование организации" },
  { name: "организация_кратко", kind: "post", note: "краткое наименование организации" },
  { name: "есть_краткое", kind: "flag", note: "краткое наименование отличается от полного" },
  { name: "место", kind: "text", note: "населённый пункт" },
  { name: "учебный_год", kind: "text", note: "учебный год, например 2026/2027" },
  { name: "адрес", kind: "text", note: "адрес организации" },
  { name: "инн", kind: "text", note: "ИНН организации" },
  { name: "огрн", kind: "text", note: "ОГРН организации" },
  { name: "сайт", kind: "text", note: "адрес сайта организации" },
  ...participantTags("руководитель", "руководитель организации"),
  ...participantTags("куратор", "куратор программ наставничества"),
];

/** Invented people and an invented school for previews. */
export const SAMPLE_INSTITUTION: Institution = {
  fullName: "муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 7»",
  shortName: "МБОУ «СОШ № 7»",
  place: "г. Заречный Бор",
  schoolYear: "2026/2027",
  address: "г. Заречный Бор, ул. Школьная, д. 7",
  inn: "0070070072",
  ogrn: "1020000707077",
  site: "https://school7.example",
  head: { fullName: "Вершинина Ольга Павловна", gender: "female", post: "директор" },
  curator: { fullName: "Кузнецов Игорь Львович", gender: "male", post: "заместитель директора по УВР" },
};
export const SAMPLE_MENTOR: Participant = {
  fullName: "Петрова Анна Ивановна",
  gender: "female",
  post: "учитель математики",
};
export const SAMPLE_MENTEE: Participant = {
  fullName: "Сидоров Илья Сергеевич",
  gender: "male",
  post: "педагог-психолог",
};

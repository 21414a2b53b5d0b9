// What acts have in common: minutes that they rest on, the union, the approving order, the acquaintance sheet.
import { participantValues, type Participant } from "../../documents/paper";
import type { Tag } from "../../documents/tags";
import type { Group } from "../../documents/values";
import { formatDate, isCalendarDate } from "../../workbook/calendarDate";

/** The number and date of minutes or of an order, as far as they are known. */
export interface Reference {
  readonly number: string;
  /** «2026-08-28»; "" if unknown. */
  readonly on: string;
}

/** What the union has to do with an act. */
export const UNION = {
  none: "профсоюзной организации нет",
  opinion: "учтено мнение профсоюза",
  agreed: "согласовано с профсоюзом",
} as const;
export type Union = (typeof UNION)[keyof typeof UNION];

/** «от 28.08.2026 № 1»; what is not known is a line to write on; "" if nothing is. */
export function referenceText({ number, on }: Reference): string {
  if (number === "" && on === "") return "";
  const day = isCalendarDate(on) ? formatDate(on) : "___________";
  return `от ${day} № ${number === "" ? "____" : number}`.replace(/ /g, "\u00a0").replace("\u00a0№", " №");
}

/** The values behind `ADOPTION_TAGS`. */
export const adoptionValues = (council: Reference, union: Union, minutes: Reference): Group => ({
  педсовет: referenceText(council),
  мнение_профсоюза: union === UNION.opinion,
  согласование_профсоюза: union === UNION.agreed,
  профсоюз: union === UNION.none ? "" : referenceText(minutes),
});
export const ADOPTION_TAGS: readonly Tag[] = [
  { name: "педсовет", kind: "text", note: "дата и номер протокола педагогического совета: «от 28.08.2026 № 1»" },
  { name: "мнение_профсоюза", kind: "flag", note: "учтено мнение первичной профсоюзной организации" },
  { name: "согласование_профсоюза", kind: "flag", note: "согласовано с первичной профсоюзной организацией" },
  { name: "профсоюз", kind: "text", note: "дата и номер протокола профсоюзной организации" },
];

/** The numbered lines of an acquaintance sheet; `blank` more are left for those who are not to be named. */
export const acquaintanceValues = (people: readonly Participant[], blank: number): readonly Group[] => [
  ...people.map((who, index): Group => ({ номер: index + 1, ...participantValues(who) })),
  ...Array.from({ length: blank }, (_, index): Group => ({ номер: people.length + index + 1, фио: "", должность: "" })),
];
export const ACQUAINTANCE_TAG: Tag = {
  name: "ознакомление",
  kind: "list",
  note: "все, кого надо ознакомить с приказом",
  items: [
    { name: "номер", kind: "number", note: "номер по порядку" },
    { name: "фио", kind: "person", note: "фамилия, имя, отчество" },
    { name: "должность", kind: "post", note: "должность" },
  ],
};

export const REGISTRATION_TAGS: readonly Tag[] = [
  { name: "номер", kind: "text", note: "номер приказа; пусто до регистрации" },
  { name: "дата", kind: "date", note: "дата приказа; пусто до регистрации" },
];

// What a paper's data is made of, and how a value turns into text: declined, shortened, dated, listed.
import { counted, formFor } from "../school/counted";
import { isCalendarDate, formatDate, formatDateInWords } from "../workbook/calendarDate";
import { lookupKey, type Case, type Declined, type Gender, type OwnForms } from "./grammar/cases";
import { inWords, readNumber, roubles, type NounGender } from "./grammar/numbers";
import { declineName, genderOf, nominativeName, type DeclinedName, type NameShape } from "./grammar/people";
import { declinePhrase } from "./grammar/phrases";

/** A person's full name in the nominative; `gender` where the school has recorded it. */
export interface PersonValue {
  readonly kind: "person";
  readonly name: string;
  readonly gender: Gender | null;
  /** The person's post in the nominative, for «с_должностью»; "" if none is known. */
  readonly post: string;
}
/** A post or the name of an organisation, in the nominative. */
export interface PostValue {
  readonly kind: "post";
  readonly text: string;
}
/** A calendar date «2026-09-01». */
export interface DateValue {
  readonly kind: "date";
  readonly date: string;
}
/** Anything that a template can name. Groups are nested by Russian names: { наставник: { фио: person(…) } }. */
export type Value = string | number | boolean | null | PersonValue | PostValue | DateValue | readonly Value[] | Group;
export interface Group {
  readonly [name: string]: Value;
}

export const person = (name: string, gender: Gender | null = null, postOf = ""): PersonValue => ({
  kind: "person",
  name,
  gender,
  post: postOf,
});
export const post = (text: string): PostValue => ({ kind: "post", text });
/** An absent date is an empty value, so that a template can say what stands instead. */
export const date = (day: string | null): DateValue | null => (day === null ? null : { kind: "date", date: day });

/** A value on its way through the filters of a tag. */
export type Shown =
  | {
      readonly kind: "person";
      readonly value: PersonValue;
      readonly wanted: Case;
      readonly shape: NameShape;
      readonly withPost: boolean;
    }
  | { readonly kind: "post"; readonly text: string; readonly wanted: Case }
  | { readonly kind: "date"; readonly date: string; readonly inWords: boolean }
  | { readonly kind: "number"; readonly number: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly Shown[] };

/** A form in an oblique case that went into a document. */
export interface UsedForm {
  /** «post» is a post or the name of an organisation. */
  readonly kind: "person" | "post";
  /** The nominative as recorded: a whole full name, even where the document has initials. */
  readonly word: string;
  readonly wanted: Case;
  /** The whole word in that case. */
  readonly form: string;
  /** Why a person should look at it, a Russian sentence; "" if there is no doubt. */
  readonly doubt: string;
  /** The school's own, from «Склонения». */
  readonly own: boolean;
}

/** What the filters may use and tell. */
export interface Rendering {
  readonly own: readonly OwnForms[];
  /** Receives a Russian sentence about a form that a person should look at. */
  readonly doubt: (about: string) => void;
  /** Receives every form in an oblique case. */
  readonly used?: (form: UsedForm) => void;
  /** Names that this document has declined already. */
  readonly known?: Map<string, DeclinedName>;
}

type Filter = (shown: Shown, args: readonly string[], rendering: Rendering) => Shown;

const text = (value: string): Shown => ({ kind: "text", text: value });

const inCase =
  (wanted: Case): Filter =>
  (shown) => {
    if (shown.kind === "person" || shown.kind === "post") return { ...shown, wanted };
    return shown.kind === "text" && shown.text !== "" ? { kind: "post", text: shown.text, wanted } : shown;
  };

const inShape =
  (shape: NameShape): Filter =>
  (shown) =>
    shown.kind === "person" ? { ...shown, shape } : shown;

const rewritten =
  (rewrite: (plain: string) => string): Filter =>
  (shown, _args, rendering) =>
    text(rewrite(asText(shown, rendering)));

/** «Учитель» → «учитель», but «ИТ-специалист» stays. */
export const lowerFirst = (plain: string): string =>
  /^[А-ЯЁ](?![А-ЯЁ])/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;

/** The word that fits the person's gender; both where it is unknown. */
function byGender(value: PersonValue, man: string, woman: string): string {
  const gender = value.gender ?? genderOf(value.name);
  if (gender === null) return `${man} (${woman})`;
  return gender === "male" ? man : woman;
}

/** «Иванов, Петров и Сидоров»; items that hold commas themselves are parted by semicolons. */
function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join("");
  if (items.some((item) => item.includes(","))) return items.join("; ");
  return `${items.slice(0, -1).join(", ")} и ${items[items.length - 1] ?? ""}`;
}

/** Rewrites what is a number, or a text that reads as one; the rest stays as it is. */
const ofNumber =
  (write: (number: number, args: readonly string[]) => string | null): Filter =>
  (shown, args) => {
    const number = shown.kind === "number" ? shown.number : shown.kind === "text" ? readNumber(shown.text) : null;
    const written = number === null ? null : write(number, args);
    return written === null ? shown : text(written);
  };

const GENDERS: readonly (readonly [start: string, gender: NounGender])[] = [
  ["ж", "female"],
  ["с", "neuter"],
];
const nounGender = (typed = ""): NounGender =>
  GENDERS.find(([start]) => lookupKey(typed).startsWith(start))?.[1] ?? "male";

/** Filters by the name that stands after the bar; the comment shows what a curator gets. */
const FILTERS: ReadonlyMap<string, Filter> = new Map<string, Filter>(
  Object.entries({
    именительный: inCase("nominative"),
    родительный: inCase("genitive"),
    дательный: inCase("dative"),
    винительный: inCase("accusative"),
    творительный: inCase("instrumental"),
    предложный: inCase("prepositional"),
    // И. И. Иванов
    инициалы: inShape("initialsFirst"),
    // Иванов И. И.
    инициалы_сзади: inShape("surnameFirst"),
    фамилия: inShape("surname"),
    имя_отчество: inShape("firstAndPatronymic"),
    // Иванов Иван Иванович, учитель физики
    с_должностью: (shown) => (shown.kind === "person" ? { ...shown, withPost: true } : shown),
    // {работник|пол: назначенный, назначенная}
    пол: (shown, [man = "", woman = man]) =>
      shown.kind === "person" ? text(byGender(shown.value, man, woman)) : shown,
    // 1 сентября 2026 г.
    прописью: (shown) => (shown.kind === "date" ? { ...shown, inWords: true } : shown),
    // 01.09.2026
    цифрами: (shown) => (shown.kind === "date" ? { ...shown, inWords: false } : shown),
    // 2026
    год: (shown) => (shown.kind === "date" ? text(shown.date.slice(0, 4)) : shown),
    // учитель
    со_строчной: rewritten(lowerFirst),
    // Учитель
    с_прописной: rewritten((plain) => plain.charAt(0).toUpperCase() + plain.slice(1)),
    // УЧИТЕЛЬ
    заглавными: rewritten((plain) => plain.toUpperCase()),
    // {срок|счёт: месяц, месяца, месяцев}: 3 месяца
    счет: ofNumber((number, [one = "", two = one, five = two]) =>
      counted(number, [one, two, five]).replace(" ", "\u00a0"),
    ),
    // {срок|слово: месяц, месяца, месяцев}: месяца
    слово: ofNumber((number, [one = "", two = one, five = two]) => formFor(number, [one, two, five])),
    // {срок|словами}: три; {часов|словами: женский}: две
    словами: ofNumber((number, [gender]) => inWords(number, nounGender(gender))),
    // 5 000 (пять тысяч) рублей 00 копеек
    рублями: ofNumber(roubles),
    // {номер|или: ____}: what to write where there is nothing
    или: (shown, args, rendering) => (asText(shown, rendering) === "" ? text(args.join(", ")) : shown),
  }),
);

/** Names of all filters, for guessing which one was meant. */
export const filterNames = (): readonly string[] => [...FILTERS.keys()];

/** «Дательный падеж» and «инициалы сзади» are understood as well as the exact name. */
export function findFilter(name: string): Filter | null {
  const key = lookupKey(name)
    .replace(/ падеж$/, "")
    .replace(/[ -]/g, "_");
  return FILTERS.get(key) ?? null;
}

/** Applies a filter; to a list, item by item. */
export function applyFilter(filter: Filter, shown: Shown, args: readonly string[], rendering: Rendering): Shown {
  if (shown.kind !== "list") return filter(shown, args, rendering);
  if (shown.items.length === 0) return filter(text(""), args, rendering);
  return { kind: "list", items: shown.items.map((item) => applyFilter(filter, item, args, rendering)) };
}

const isPerson = (value: object): value is PersonValue => "kind" in value && value.kind === "person";
const isPost = (value: object): value is PostValue => "kind" in value && value.kind === "post";
const isDate = (value: object): value is DateValue => "kind" in value && value.kind === "date";
export const isList = (value: Value): value is readonly Value[] => Array.isArray(value);

/** True for a group of named values, as against a value that is text in the end. */
export const isGroup = (value: Value | undefined): value is Group =>
  typeof value === "object" &&
  value !== null &&
  !Array.isArray(value) &&
  !isPerson(value) &&
  !isPost(value) &&
  !isDate(value);

/** The form in which a value enters the filters. A group that has a «фио» stands for that person. */
export function show(value: Value): Shown {
  if (value === null) return text("");
  if (typeof value === "string") return text(value);
  if (typeof value === "number") return { kind: "number", number: value };
  if (typeof value === "boolean") return text(value ? "да" : "нет");
  if (isList(value)) return { kind: "list", items: value.map(show) };
  if (isPerson(value)) return { kind: "person", value, wanted: "nominative", shape: "forms", withPost: false };
  if (isPost(value)) return { kind: "post", text: value.text, wanted: "nominative" };
  if (isDate(value)) return { kind: "date", date: value.date, inWords: false };
  const name = value["фио"];
  const itsPost = value["должность"];
  if (name === undefined) return text("");
  const shown = show(name);
  if (shown.kind !== "person" || itsPost === undefined) return shown;
  return { ...shown, value: { ...shown.value, post: asText(show(itsPost), SILENT) } };
}

/** True for what would leave a blank: no text, an empty list. «нет» and 0 are no blanks. */
export function isEmpty(value: Value): boolean {
  if (isGroup(value)) return value["фио"] === undefined ? Object.keys(value).length === 0 : isEmpty(value["фио"]);
  if (isList(value)) return value.every(isEmpty);
  return asText(show(value), SILENT).trim() === "";
}

const SILENT: Rendering = { own: [], doubt: () => undefined };

/** The text that goes into the document. */
export function asText(shown: Shown, rendering: Rendering): string {
  switch (shown.kind) {
    case "text":
      return shown.text;
    case "number":
      return String(shown.number).replace(".", ",");
    case "date":
      return dateText(shown.date, shown.inWords);
    case "list":
      return listed(shown.items.map((item) => asText(item, rendering)));
    case "post":
      return postText(shown.text, shown.wanted, rendering);
    case "person":
      return nameText(shown, rendering);
  }
}

function dateText(day: string, inWords: boolean): string {
  if (!isCalendarDate(day)) return day;
  return inWords ? formatDateInWords(day) : formatDate(day);
}

function postText(phrase: string, wanted: Case, rendering: Rendering): string {
  if (wanted === "nominative" || phrase === "") return phrase;
  const declined = declinePhrase(phrase, rendering.own);
  declined.doubts.forEach(rendering.doubt);
  tell(rendering, "post", phrase, wanted, declined);
  return declined.forms[wanted];
}

function tell(
  { used }: Rendering,
  kind: UsedForm["kind"],
  word: string,
  wanted: Case,
  { forms, doubts, own }: Declined,
): void {
  used?.({ kind, word, wanted, form: forms[wanted], doubt: doubts.join(" "), own: own?.includes(wanted) ?? false });
}

function nameText(shown: Shown & { kind: "person" }, rendering: Rendering): string {
  if (shown.value.name.trim() === "") return "";
  const name =
    shown.wanted === "nominative" ? nominativeName(shown.value.name)[shown.shape] : declinedName(shown, rendering);
  const itsPost = shown.withPost ? lowerFirst(postText(shown.value.post, shown.wanted, rendering)) : "";
  return itsPost === "" ? name : `${name}, ${itsPost}`;
}

function declinedName({ value, wanted, shape }: Shown & { kind: "person" }, rendering: Rendering): string {
  const key = `${value.gender ?? ""} ${value.name}`;
  const declined = rendering.known?.get(key) ?? declineName(value.name, value.gender, rendering.own);
  rendering.known?.set(key, declined);
  declined.doubts.forEach((doubt) => {
    rendering.doubt(`${value.name}: ${doubt}`);
  });
  tell(rendering, "person", value.name, wanted, declined);
  return declined[shape][wanted];
}

// Cells that mean one word of a fixed list (category, sex, employment, kind of worker), and free text (post, subject).
import { mendCyrillic, textKey, tidyText } from "../../school/typedText";
import type { Person } from "../people.table";
import { shorten } from "./dates";
import { certain, doubtful, meansNothing, NOTHING, type Reading } from "./reading";

type Category = NonNullable<Person["category"]>;
type Sex = NonNullable<Person["sex"]>;
type Kind = NonNullable<Person["kind"]>;
type Employment = NonNullable<Person["employment"]>;
/** The first rule whose pattern is found in the cell's key decides. */
type Rules<T> = readonly { says: RegExp; means: Reading<T> }[];

const MAX_TEXT = 500;

const CATEGORY_RULES: Rules<Category> = [
  { says: /методист/, means: certain("педагог-методист") },
  { says: /наставник/, means: certain("педагог-наставник") },
  { says: /^(?:в|вкк|в\/к|в\.? ?к\.?к?\.?|высш.*|.*(?:^|[ (,])высш.*)$/, means: certain("высшая") },
  {
    says: /^(?:1|i|п|1 ?кк|пкк|i ?кк|1 ?кв\.? ?к.*)$|(?:^|[ (,])(?:перв|1-?я|i кат|1 (?:кв|кат))/,
    means: certain("первая"),
  },
  {
    says: /^(?:2|ii|2 ?кк)$|втор|(?:^|[ (,])(?:ii|2-?я|2) ?(?:кв|кат)/,
    means: doubtful("вторая категория отменена: уточните действующую"),
  },
  { says: /сзд|соотв/, means: certain("соответствие занимаемой должности") },
  { says: /^(?:б\/?к|бк|без|нет|не имеет|-+|0)|не (?:аттест|имеет)|без (?:кат|кв|к\.)|не прош/, means: certain("нет") },
];

const SEX_RULES: Rules<Sex> = [
  { says: /^(?:ж|жен.*|f)\.?$/, means: certain("женский") },
  { says: /^(?:м|муж.*|m)\.?$/, means: certain("мужской") },
];

const EMPLOYMENT_RULES: Rules<Employment> = [
  { says: /увол/, means: certain("уволен") },
  { says: /декрет|уход\S* за ребенком|д\/?о$|отсутств|больничн|отпуск/, means: certain("длительно отсутствует") },
  { says: /работает|действ|штат|основн|^осн|совмест|^да$|^\+$/, means: certain("работает") },
];

const KIND_RULES: Rules<Kind> = [
  { says: /эксперт|партнер/, means: certain("внешний эксперт") },
  { says: /студент|стажер|практикант/, means: certain("студент") },
  { says: /внеш/, means: certain("внешний совместитель") },
  { says: /внутр|штат|осн|постоян/, means: certain("штатный") },
  { says: /совм/, means: doubtful("неясно, совместитель внешний или внутренний") },
];

/** Reads a qualification category: «высшая», «1 кв. кат.», «СЗД», «б/к»… */
export function readCategory(raw: string): Reading<Category> {
  // «1 KK» and «B/K» are typed in Latin letters as often as not.
  const latin = /^[BKIbki\d\s./-]+$/.test(raw) ? raw.replace(/k/gi, "к").replace(/b/gi, "в") : raw;
  return byRules(CATEGORY_RULES, latin, "квалификационную категорию");
}

/** Reads a sex: «ж», «муж.»… */
export function readSex(raw: string): Reading<Sex> {
  return byRules(SEX_RULES, raw, "пол");
}

/** Reads whether the person works: «декрет», «уволена 01.09.2026», «осн.»… */
export function readEmployment(raw: string): Reading<Employment> {
  return byRules(EMPLOYMENT_RULES, raw, "занятость");
}

/** Reads the kind of worker: «осн.», «внеш. совм.», «студент»… */
export function readKind(raw: string): Reading<Kind> {
  return byRules(KIND_RULES, raw, "тип работника");
}

/** That the post is a second job is no part of its name. */
const SECOND_JOB =
  /\(?\s*(?:по\s+)?(?:внутр\S*\s+|внеш\S*\s+)?(?:совместитель(?:ств[оау])?|совм\.)\s*\)?|[(,]\s*совм\s*\)?$/gi;
const ACTING = /^\s*(?:и\s*\.?\s*о(?:\s*\.\s*|\s+)|исполняющ\S{2}\s+обязанности\s+)(?=[а-яё])/i;

/** Reads a post: tidy, in small letters unless it is an abbreviation. */
export function readPost(raw: string): Reading<string> {
  const read = readFreeText(raw.replace(SECOND_JOB, " ").replace(ACTING, "и. о. "));
  if (read.value === null) return read;
  const shouted = read.value === read.value.toUpperCase() && read.value.length > 5;
  const text = shouted ? read.value.toLowerCase() : read.value;
  const secondIsSmall = text.charAt(1) === text.charAt(1).toLowerCase();
  return { ...read, value: secondIsSmall ? text.charAt(0).toLowerCase() + text.slice(1) : text };
}

/** Subjects whose own name holds «и»: they are not two subjects. */
const ONE_SUBJECT = /^(?:основы|вероятность и|алгебра и начала|окружающий мир и|теория и|музыкальное)/i;

/** Reads one subject or several («Математика/физика», «ИЗО и черчение»), joined by «, ». */
export function readSubjects(raw: string): Reading<string> {
  const read = readFreeText(raw.replace(/[\r\n]+/g, "; "));
  if (read.value === null || /[«"(]/.test(read.value)) return read;
  const subjects = read.value
    .split(/\s*[,;/+]\s*/)
    .reduce<string[]>(
      (all, subject) => [...all, ...(ONE_SUBJECT.test(subject) ? [subject] : subject.split(/\s+и\s+/))],
      [],
    )
    .filter((subject) => subject !== "")
    .map(smallButAbbreviations);
  const distinct = subjects.filter((subject, index) => subjects.indexOf(subject) === index);
  return { ...read, value: distinct.join(", ") };
}

/** Reads free text: tidy, without Latin look-alikes, not longer than a cell should be. */
export function readFreeText(raw: string): Reading<string> {
  const text = mendCyrillic(tidyText(raw));
  if (meansNothing(text)) return NOTHING;
  if (text.length <= MAX_TEXT) return certain(text);
  return { value: text.slice(0, MAX_TEXT), doubt: `текст длиннее ${MAX_TEXT} знаков: взято начало` };
}

function smallButAbbreviations(text: string): string {
  return text
    .split(" ")
    .map((word) => (/^[А-ЯЁ]{2,5}$/.test(word) ? word : word.toLowerCase()))
    .join(" ");
}

function byRules<T>(rules: Rules<T>, raw: string, what: string): Reading<T> {
  const key = textKey(mendCyrillic(raw));
  if (key === "") return NOTHING;
  const rule = rules.find(({ says }) => says.test(key));
  if (rule) return rule.means;
  return meansNothing(key) ? NOTHING : doubtful(`не удалось понять ${what}: «${shorten(raw)}»`);
}

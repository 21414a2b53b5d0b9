// People of the sample school answer a questionnaire: any form, read as a respondent sees it, by its titles and kinds.

import {
  readForm,
  type ShownForm,
  type ShownItem,
  type Submission,
  submitForm,
  type TypedAnswers,
} from "../forms/respond";
import type { TypedAnswer } from "../forms/typedAnswers";
import type { World } from "../kernel/contract";
import { difficultyOf, moodOf, needsMentor, randomOf } from "./people";
import { ANYTHING, OPEN_QUESTIONS, requestsAbout } from "./phrases";
import { SAMPLE_SCHOOL } from "./school";
import type { SamplePerson } from "./staff";

interface AnswerOptions {
  /** By default: whether the person needs a mentor. */
  role?: "mentor" | "mentee";
  /** At the end difficulties are smaller and experience is behind one. By default it is read off the form's title. */
  stage?: "start" | "end";
  /** Another seed gives other answers of the same person. */
  seed?: string;
}

/** One person before one form. */
interface Respondent {
  person: SamplePerson;
  role: "mentor" | "mentee";
  stage: "start" | "end";
  seed: string;
}

type Sheet = Respondent & { item: ShownItem; random: () => number };

const pick = <T>(sheet: Sheet, options: readonly T[]): T | undefined =>
  options[Math.min(options.length - 1, Math.floor(sheet.random() * options.length))];

/** 0…3, smaller at the end of a programme. */
function difficulty(sheet: Respondent, direction: string): number {
  const before = difficultyOf(sheet.person, direction);
  return sheet.stage === "end" ? Math.max(0, before - 0.9) : before;
}

function contentment(sheet: Sheet): number {
  return Math.min(1, Math.max(0, moodOf(sheet.person) + (sheet.random() - 0.5) * 0.3));
}

const position = (share: number, count: number): number =>
  Math.min(count - 1, Math.max(0, Math.round(share * (count - 1))));

// ——— text ———

const FACTS: [question: RegExp, fact: (sheet: Sheet) => string | number][] = [
  [/код/i, () => ""],
  [/фамили|ф\.?\s?и\.?\s?о|имя,? отчеств|как вас зовут/i, ({ person }) => person.fullName],
  [/почт|e-?mail/i, ({ person }) => person.email],
  [/телефон/i, ({ person }) => person.phone],
  [/должност/i, ({ person }) => person.post],
  [/стаж|сколько лет/i, ({ person }) => person.experienceYears],
  [/год рожд/i, ({ person }) => person.birthYear],
  [/час.*недел/i, ({ random }) => 1 + Math.floor(random() * 3)],
  [/час/i, ({ random }) => 4 + 2 * Math.floor(random() * 4)],
  [/(сколько|числ|количеств).*наставляем/i, ({ random }) => 1 + Math.floor(random() * 3)],
  [/место работы|организаци[яию]/i, ({ person }) => person.workplace || SAMPLE_SCHOOL.shortName],
  [/предмет|класс|групп/i, ({ person }) => person.subject || person.post],
];

const NUMBER_RULES = /^(number|wholeNumber|between|equal|greater|atLeast|less|atMost)/;

function numberFor(sheet: Sheet): string {
  const bounds = (sheet.item.validation?.args ?? []).map(Number);
  const low = bounds[0] ?? 1;
  const high = bounds[1] ?? low + 5;
  return String(Math.round(low + sheet.random() * (high - low)));
}

function shortText(sheet: Sheet): string {
  const fact = FACTS.find(([question]) => question.test(sheet.item.title))?.[1](sheet);
  const isNumber = NUMBER_RULES.test(sheet.item.validation?.rule ?? "");
  if (fact !== undefined && (!isNumber || typeof fact === "number")) return String(fact);
  return isNumber ? numberFor(sheet) : longText(sheet);
}

const DIRECTIONS = [
  "Предметное содержание",
  "Методика обучения",
  "Воспитательная деятельность",
  "Внеурочная деятельность",
  "Работа с родителями",
  "ИКТ и цифровая среда",
  "Ведение документации",
  "Адаптация в коллективе",
];

function longText(sheet: Sheet): string {
  const { title } = sheet.item;
  if (sheet.role === "mentee" && sheet.stage === "start" && /запрос|помощ|затруднен|научиться/i.test(title)) {
    const hardest = hardestFirst(sheet, DIRECTIONS)[0] ?? "";
    return pick(sheet, requestsAbout(hardest)) ?? "";
  }
  const known = OPEN_QUESTIONS.find(([question]) => question.test(title));
  const phrases = sheet.role === "mentor" ? (known?.[2] ?? known?.[1]) : known?.[1];
  return pick(sheet, phrases ?? ANYTHING) ?? "";
}

const hardestFirst = (sheet: Respondent, directions: readonly string[]): string[] =>
  [...directions].sort((a, b) => difficulty(sheet, b) - difficulty(sheet, a));

// ——— choices ———

const sexOf = (fullName: string): string => (/(вна|чна|кызы)$/i.test(fullName) ? "женский" : "мужской");

const startsWith = (options: readonly string[], start: string): string | undefined =>
  options.find((option) => option.toLowerCase().startsWith(start.toLowerCase()));

/** The option «3–5 лет», «до 3 лет», «более 20 лет» that holds the number. */
function rangeWith(options: readonly string[], value: number): string | undefined {
  return options.find((option) => {
    const [low = 0, high] = (option.match(/\d+/g) ?? []).map(Number);
    if (!/\d/.test(option)) return false;
    if (/^(до|менее|меньше|моложе)/i.test(option)) return value < low;
    if (/^(от|более|больше|свыше|старше)/i.test(option) && high === undefined) return value >= low;
    return value >= low && value <= (high ?? low);
  });
}

const CATEGORY_STARTS = { "—": "нет", СЗД: "соотв", первая: "перв", высшая: "высш" };

function menteeCategory({ person }: Sheet): string {
  if (/отпуск|перерыв/.test(person.note)) return "после перерыва";
  return person.experienceYears <= 3 ? "молодой" : "вновь";
}

const isYes = (option: string): boolean => /^(да|скорее да|соглас|готов)/i.test(option);
const isNo = (option: string): boolean => /^(нет|скорее нет|не )/i.test(option);

/** «да», «скорее да» … by how content the person is: the firmer the answer, the surer the mood. */
function yesOrNo(sheet: Sheet, options: readonly string[]): string | undefined {
  const { title } = sheet.item;
  const hadBefore = /опыт|ранее|раньше|приходилось|участвовали/i.test(title) && !/рассказать/i.test(title);
  const likely = hadBefore ? Math.min(0.9, sheet.person.experienceYears / 25) : contentment(sheet) + 0.12;
  const isLikely = sheet.random() < likely;
  const wanted = options.filter(isLikely ? isYes : isNo);
  const firmness = isLikely ? sheet.random() < likely - 0.2 : sheet.random() > likely;
  return wanted.find((option) => /^скорее/i.test(option) !== firmness) ?? wanted[0];
}

const CHOICES: [
  fits: (title: string, options: readonly string[]) => boolean,
  choose: (sheet: Sheet, options: readonly string[]) => string | undefined,
][] = [
  [
    (title) => /^(ваш )?пол\b|^пол$/i.test(title),
    (sheet, options) => startsWith(options, sexOf(sheet.person.fullName).slice(0, 3)),
  ],
  [
    (_, options) =>
      options.some((option) => /^высш.*категор|^высшая/i.test(option)) &&
      options.some((option) => /^первая/i.test(option)),
    (sheet, options) => startsWith(options, CATEGORY_STARTS[sheet.person.category]),
  ],
  [
    (_, options) => options.some((option) => /молодой специалист/i.test(option)),
    (sheet, options) =>
      sheet.role === "mentee" ? startsWith(options, menteeCategory(sheet)) : startsWith(options, "молодой"),
  ],
  [(title) => /стаж/i.test(title), (sheet, options) => rangeWith(options, sheet.person.experienceYears)],
  [(title) => /возраст/i.test(title), (sheet, options) => rangeWith(options, 2026 - sheet.person.birthYear)],
  [
    (title) => /должност/i.test(title),
    (sheet, options) => options.find((option) => sheet.person.post.includes(option.toLowerCase())),
  ],
  [
    (_, options) =>
      options.some((option) => /^наставник/i.test(option)) && options.some((option) => /^наставляем/i.test(option)),
    (sheet, options) => startsWith(options, sheet.role === "mentor" ? "наставник" : "наставляем"),
  ],
  [(_, options) => options.some(isYes) && options.some(isNo), yesOrNo],
  [
    (_, options) => options.some((option) => /раз(а)? в (неделю|месяц)/i.test(option)),
    (sheet, options) => options[position(0.25 + sheet.random() * 0.4, options.length)],
  ],
];

function oneChoice(sheet: Sheet): string {
  const options = (sheet.item.choices ?? []).filter((option) => option !== "");
  const choose = CHOICES.find(([fits]) => fits(sheet.item.title, options))?.[1];
  return choose?.(sheet, options) ?? pick(sheet, options) ?? "";
}

const limitsOf = ({ validation }: ShownItem, all: number): { least: number; most: number } => {
  const number = Number(validation?.args[0]);
  if (validation?.rule === "selectExactly") return { least: number, most: number };
  if (validation?.rule === "selectAtLeast") return { least: number, most: Math.max(number, 4) };
  return { least: 1, most: validation?.rule === "selectAtMost" ? number : Math.min(4, all) };
};

const ABOUT_TEACHING = /предмет|методик|воспит|урочн|психол|родител|дополнит|икт|цифр|документ|адапт/i;

function severalChoices(sheet: Sheet): string[] {
  const options = (sheet.item.choices ?? []).filter((option) => option !== "");
  const { least, most } = limitsOf(sheet.item, options.length);
  const count = Math.max(least, Math.min(most, least + Math.floor(sheet.random() * 3)));
  if (options.filter((option) => ABOUT_TEACHING.test(option)).length > options.length / 2) {
    const hardest = hardestFirst(sheet, options);
    const wanted = sheet.role === "mentee" ? hardest : hardest.reverse();
    return options.filter((option) => wanted.slice(0, Math.max(count, Math.min(2, most))).includes(option));
  }
  const certain = CHOICES.find(([fits]) => fits(sheet.item.title, options))?.[1](sheet, options);
  const shuffled = [...options].sort((a, b) => order(sheet, a) - order(sheet, b));
  const chosen = new Set([...(certain === undefined ? [] : [certain]), ...shuffled].slice(0, count));
  return options.filter((option) => chosen.has(option));
}

const order = (sheet: Sheet, option: string): number => randomOf(`${sheet.seed}/${sheet.person.email}/${option}`)();

// ——— scales and grids ———

function rate(sheet: Sheet, low: number, high: number): string {
  if (high - low === 3 || /насколько трудно|(степень|уровень) (затруднен|дефицит)/i.test(sheet.item.title)) {
    return String(low + position(difficulty(sheet, sheet.item.title) / 3, high - low + 1));
  }
  return String(low + position(contentment(sheet), high - low + 1));
}

const isEase = (column: string): boolean =>
  /владе|уверен|свобод|нет (трудн|затрудн)|не испытыва|легко|^0/i.test(column);
const isTrouble = (column: string): boolean =>
  /трудн|нужна помощь|не владе|дефицит|^3/i.test(column) && !/^(нет|не испытыва)/i.test(column);

/** Which column a person ticks in a row: by difficulty where the columns tell of it, by contentment otherwise. */
function columnFor(sheet: Sheet, row: string): string {
  const columns = sheet.item.columns ?? [];
  const first = columns[0] ?? "";
  const last = columns[columns.length - 1] ?? "";
  const hard = difficulty(sheet, row) / 3;
  if (isEase(first) && !isTrouble(first)) return columns[position(hard, columns.length)] ?? "";
  if (isEase(last) || isTrouble(first)) return columns[position(1 - hard, columns.length)] ?? "";
  return columns[position(contentment(sheet), columns.length)] ?? "";
}

const byRow = <T>(sheet: Sheet, answer: (row: string) => T): Record<string, T> =>
  Object.fromEntries((sheet.item.rows ?? []).map((row) => [row, answer(row)]));

// ——— dates ———

function dateFor(sheet: Sheet): string {
  const { person, item } = sheet;
  if (/приём|приема/i.test(item.title)) return person.hiredOn;
  if (/рожд/i.test(item.title)) return `${person.birthYear}-05-12`;
  return `2026-09-${String(14 + Math.floor(sheet.random() * 14)).padStart(2, "0")}`;
}

const ANSWERERS: Partial<Record<ShownItem["kind"], (sheet: Sheet) => TypedAnswer>> = {
  TEXT: shortText,
  PARAGRAPH_TEXT: longText,
  MULTIPLE_CHOICE: oneChoice,
  LIST: oneChoice,
  CHECKBOX: severalChoices,
  SCALE: (sheet) => rate(sheet, sheet.item.scale?.lower ?? 1, sheet.item.scale?.upper ?? 5),
  RATING: (sheet) => rate(sheet, 1, sheet.item.rating?.levels ?? 3),
  GRID: (sheet) => byRow(sheet, (row) => columnFor(sheet, row)),
  CHECKBOX_GRID: (sheet) => byRow(sheet, (row) => [columnFor(sheet, row)]),
  DATE: dateFor,
  DATETIME: (sheet) => `${dateFor(sheet)} 15:30`,
  TIME: () => "15:30",
  DURATION: () => "00:40:00",
};

/** Some leave what they need not answer: now and then an open question, seldom another one. */
function skips(sheet: Sheet): boolean {
  if (sheet.item.required || FACTS.some(([question]) => question.test(sheet.item.title))) return false;
  return sheet.random() < (sheet.item.kind === "PARAGRAPH_TEXT" ? 0.25 : 0.04);
}

/**
 * What this person answers to a form; always the same for the same form and person.
 * Prefilled answers are kept as they are.
 */
export function answersOf(form: ShownForm, person: SamplePerson, options: AnswerOptions = {}): TypedAnswers {
  const respondent: Respondent = {
    person,
    role: options.role ?? (needsMentor(person) ? "mentee" : "mentor"),
    stage: options.stage ?? (/итог|заверш|заключит|второй этап/i.test(form.title) ? "end" : "start"),
    seed: `${options.seed ?? ""}/${form.title}`,
  };
  const answers: TypedAnswers = {};
  for (const item of form.pages.flatMap((page) => page.items)) {
    const random = randomOf(`${respondent.seed}/${person.email}/${item.title}`);
    const sheet = { ...respondent, item, random };
    const answer = item.prefilled ?? (skips(sheet) ? undefined : ANSWERERS[item.kind]?.(sheet));
    if (answer !== undefined) answers[String(item.id)] = answer;
  }
  return answers;
}

/** The person opens the link, answers, and presses «Отправить». */
export function letAnswer(world: World, link: string, person: SamplePerson, options: AnswerOptions = {}): Submission {
  return submitForm(world, link, answersOf(readForm(world, link), person, options), { email: person.email });
}

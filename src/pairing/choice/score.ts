// How well a mentor suits a mentee: soft criteria with weights, each with its reason in words.
import { counted } from "../../school/counted";
import { briefly } from "./briefly";
import { REVERSE_DIRECTION } from "./kinds";
import { helpsWith, sharedDirections, type Difficulty, type ReadyMentee, type ReadyMentor } from "./pool";

/** One criterion. A new one is a new entry of the table. */
interface CriterionOf<Sides extends unknown[]> {
  key: CriterionKey;
  title: string;
  /** Default weight in points; all together make 100. */
  weight: number;
  /** From 0 (speaks against) to 1 (speaks for), or null where there is no data: then it counts as neither. */
  value: (...sides: Sides) => number | null;
  /** The same in words for the curator. */
  because: (...sides: Sides) => Words;
}
/** A sentence; or, where lists may make it long, the whole of it and the same in short. */
export type Words = string | { full: string; short: string };
interface OfMentor extends CriterionOf<[mentor: ReadyMentor]> {
  about: "mentor";
}
export interface OfPair extends CriterionOf<[mentor: ReadyMentor, mentee: ReadyMentee]> {
  about: "pair";
  /**
   * What of either side the criterion looks at, if that is little: people of whom it is the same are judged alike, and
   * the value is worked out once for all of them.
   */
  looksAt?: { mentor: (mentor: ReadyMentor) => string; mentee: (mentee: ReadyMentee) => string };
}
type Criterion = OfMentor | OfPair;

export const CRITERION_KEYS = [
  "directions",
  "subject",
  "time",
  "format",
  "experience",
  "category",
  "freeCapacity",
  "preference",
  "continuity",
] as const;
export type CriterionKey = (typeof CRITERION_KEYS)[number];
export type Weights = Readonly<Record<CriterionKey, number>>;

/** A mentor with fewer hours a month for one mentee than this has too little time: about one meeting a week. */
const ENOUGH_HOURS = 4;
/** A wish of one side says much, though less than a mutual one. */
const ONE_SIDED = 0.8;
/** With such a lead in experience a mentor is senior beyond doubt. */
const AMPLE_YEARS = 10;

const QUALIFICATION_VALUE: Readonly<Record<string, number>> = {
  "педагог-наставник": 1,
  "педагог-методист": 1,
  высшая: 1,
  первая: 0.75,
  "соответствие занимаемой должности": 0.5,
};
const SEVERITY_WORDS = ["трудностей нет", "небольшие трудности", "заметные трудности", "нужна помощь"];
const YEARS = ["год", "года", "лет"] as const;
const HOURS = ["час", "часа", "часов"] as const;

/**
 * domain §5: direction 40, subject or age group 15, time 15 (shared here by hours and format), experience or category 10
 * (shared), free places 10, preference 10 (shared with having worked together before).
 */
export const CRITERIA: readonly Criterion[] = [
  {
    key: "directions",
    about: "pair",
    title: "Направления",
    weight: 40,
    value: directionsValue,
    because: directionsBecause,
  },
  {
    key: "subject",
    about: "pair",
    title: "Предмет или группа",
    weight: 15,
    value: subjectValue,
    looksAt: { mentor: ({ subjects }) => subjects.join(), mentee: ({ subjects }) => subjects.join() },
    because: (mentor, mentee) => {
      const value = subjectValue(mentor, mentee);
      if (value === null) return "Предмет или группа указаны не у обоих: не учитывается.";
      return value > 0
        ? `Совпадает предмет или группа: ${briefly([mentee.subject ?? ""])}.`
        : differing("Разные предметы или группы", [mentor.subject ?? ""], [mentee.subject ?? ""]);
    },
  },
  {
    key: "time",
    about: "mentor",
    title: "Время",
    weight: 10,
    value: timeValue,
    because: (mentor) => {
      if (mentor.hoursPerMonth === null) return "Ресурс времени наставника не указан: не учитывается.";
      const perMentee = Math.floor((mentor.hoursPerMonth / (mentor.load + 1)) * 10) / 10;
      return `На одного наставляемого придётся ${counted(perMentee, HOURS)} в месяц (достаточно ${ENOUGH_HOURS}).`;
    },
  },
  {
    key: "format",
    about: "pair",
    title: "Формат встреч",
    weight: 5,
    value: (mentor, mentee) => overlap(mentor.formats, mentee.formats),
    looksAt: { mentor: ({ formats }) => formats.join(), mentee: ({ formats }) => formats.join() },
    because: (mentor, mentee) => {
      const value = overlap(mentor.formats, mentee.formats);
      if (value === null) return "Удобный формат встреч указан не у обоих: не учитывается.";
      return value > 0
        ? `Сходится формат встреч: ${mentor.formats.filter((format) => mentee.formats.includes(format)).join(", ")}.`
        : differing("Разный формат встреч", mentor.formats, mentee.formats);
    },
  },
  {
    key: "experience",
    about: "pair",
    title: "Стаж",
    weight: 6,
    value: experienceValue,
    looksAt: {
      mentor: (mentor) => `${mentor.experienceYears} ${mentor.directions.includes(REVERSE_DIRECTION)}`,
      mentee: (mentee) => `${mentee.experienceYears} ${needsReverse(mentee)}`,
    },
    because: experienceBecause,
  },
  {
    key: "category",
    about: "pair",
    title: "Квалификационная категория",
    weight: 4,
    value: categoryValue,
    looksAt: {
      mentor: (mentor) =>
        `${mentor.qualification} ${mentor.experienceYears} ${mentor.directions.includes(REVERSE_DIRECTION)}`,
      mentee: (mentee) => `${mentee.experienceYears} ${needsReverse(mentee)}`,
    },
    because: (mentor, mentee) =>
      mentor.qualification === null
        ? "Категория наставника не указана: не учитывается."
        : isReverse(mentor, mentee)
          ? "В реверсивном наставничестве категория не учитывается."
          : `Категория наставника — ${mentor.qualification}.`,
  },
  {
    key: "freeCapacity",
    about: "mentor",
    title: "Свободные места",
    weight: 10,
    value: (mentor) => (mentor.capacity <= 0 ? 0 : Math.max(0, mentor.capacity - mentor.load) / mentor.capacity),
    because: (mentor) =>
      `Свободных мест у наставника: ${Math.max(0, mentor.capacity - mentor.load)} из ${mentor.capacity}.`,
  },
  {
    key: "preference",
    about: "pair",
    title: "Взаимные пожелания",
    weight: 7,
    value: preferenceValue,
    looksAt: {
      mentor: (mentor) => (mentor.wished.size > 0 ? `= ${mentor.code}` : mentor.wishedCategories.join()),
      mentee: (mentee) => (mentee.wishes ? `= ${mentee.code}` : (mentee.category ?? "")),
    },
    because: preferenceBecause,
  },
  {
    key: "continuity",
    about: "pair",
    title: "Преемственность",
    weight: 3,
    value: (mentor, mentee) => (mentee.returning ? (mentor.former.has(mentee.code) ? 1 : 0) : null),
    looksAt: {
      mentor: (mentor) => (mentor.former.size > 0 ? mentor.code : ""),
      mentee: (mentee) => (mentee.returning ? mentee.code : ""),
    },
    because: (mentor, mentee) =>
      !mentee.returning
        ? "Раньше у наставляемого наставника не было: не учитывается."
        : mentor.former.has(mentee.code)
          ? "Уже работали вместе и довели программу до конца."
          : "Раньше наставляемый работал с другим наставником.",
  },
];

/** The weights of domain §5. */
export const DEFAULT_WEIGHTS: Weights = weightsFrom((criterion) => criterion.weight);

function weightsFrom(weightOf: (criterion: Criterion) => number): Weights {
  return Object.fromEntries(CRITERIA.map((criterion) => [criterion.key, weightOf(criterion)])) as Record<
    CriterionKey,
    number
  >;
}

/** Points in a full score. Whole points of a hundredth of a per cent keep sums exact, and equal on every machine. */
export const FULL_SCORE = 10_000;

/** Says how well a mentee suits the mentor whom it was made for: a whole number from 0 to 10 000. */
export type Judge = (mentee: ReadyMentee) => number;

/**
 * Makes judges by these weights, one for each mentor. A criterion without data counts as half: it neither helps nor
 * harms. What depends on the mentor alone is worked out once.
 */
export function judgesBy(weights: Weights): (mentor: ReadyMentor) => Judge {
  const total = totalOf(weights);
  if (total === 0) return () => () => FULL_SCORE / 2;
  const shareOf = (criterion: Criterion): number => (weights[criterion.key] / total) * FULL_SCORE;
  const weighed = CRITERIA.filter((criterion) => weights[criterion.key] > 0);
  const own = weighed.filter((criterion) => criterion.about === "mentor");
  const mutual = weighed.filter((criterion) => criterion.about === "pair");
  const values = mutual.map((criterion) => criterion.value);
  const shares = mutual.map(shareOf);
  return (mentor) => {
    const base = own.reduce((sum, criterion) => sum + shareOf(criterion) * (criterion.value(mentor) ?? 0.5), 0);
    return (mentee) => {
      let sum = base;
      for (let index = 0; index < values.length; index++) {
        sum += (shares[index] ?? 0) * (values[index]?.(mentor, mentee) ?? 0.5);
      }
      return Math.round(sum);
    };
  };
}

/** Sum of the weights that count; 0 if the curator has switched everything off. */
export function totalOf(weights: Weights): number {
  return CRITERIA.reduce((sum, criterion) => sum + Math.max(0, weights[criterion.key]), 0);
}

/** What a mentor's next places cost in points, the first one nothing: the load is spread where mentors suit equally. */
export function placePrices(mentor: ReadyMentor, weights: Weights): number[] {
  const total = totalOf(weights);
  const free = Math.max(0, mentor.capacity - mentor.load);
  const step = total === 0 ? 0 : (Math.max(0, weights.freeCapacity) / total / mentor.capacity) * FULL_SCORE;
  return Array.from({ length: free }, (_, place) => Math.round(step * place));
}

function directionsValue(mentor: ReadyMentor, mentee: ReadyMentee): number | null {
  let met = 0;
  for (const need of mentee.needs) met += (mentor.helps[need.index] ?? 0) * need.severity;
  return shareOfNeeds(met, mentee.needed);
}

/** The criterion of directions: severities that are met, of all that are; null if there are none. */
export function shareOfNeeds(met: number, needed: number): number | null {
  return needed === 0 ? null : met / needed;
}

function directionsBecause(mentor: ReadyMentor, mentee: ReadyMentee): Words {
  if (mentee.needed === 0) return "Затруднения наставляемого ещё не выявлены: направления не учитываются.";
  const met = mentee.needs.filter((need) => helpsWith(mentor, need));
  const missing = mentee.needs.filter((need) => !helpsWith(mentor, need));
  const count = `Помогает по ${met.length} из ${mentee.needs.length} направлений затруднений`;
  const rest = missing.length > 0 ? `; без помощи остаются: ${listed(missing).join(", ")}` : "";
  if (met.length === 0) return { full: `${count}${rest}.`, short: `${count}.` };
  return { full: `${count}: ${listed(met).join(", ")}${rest}.`, short: `${count}: ${briefly(listed(met))}.` };
}

/** «Работа с родителями (нужна помощь)». */
function listed(needs: readonly Difficulty[]): string[] {
  return needs.map((need) => `${need.direction} (${SEVERITY_WORDS[need.severity] ?? ""})`);
}

function differing(what: string, mentors: readonly string[], mentees: readonly string[]): Words {
  return {
    full: `${what}: у наставника — ${mentors.join(", ")}, у наставляемого — ${mentees.join(", ")}.`,
    short: `${what}.`,
  };
}

function subjectValue(mentor: ReadyMentor, mentee: ReadyMentee): number | null {
  return overlap(mentor.subjects, mentee.subjects);
}

/** 1 if the lists share something, 0 if they do not, null if either is empty. */
function overlap(one: readonly string[], other: readonly string[]): number | null {
  if (one.length === 0 || other.length === 0) return null;
  return one.some((item) => other.includes(item)) ? 1 : 0;
}

function timeValue(mentor: ReadyMentor): number | null {
  if (mentor.hoursPerMonth === null) return null;
  return Math.min(1, mentor.hoursPerMonth / (mentor.load + 1) / ENOUGH_HOURS);
}

function experienceValue(mentor: ReadyMentor, mentee: ReadyMentee): number | null {
  const lead = leadOf(mentor, mentee);
  if (lead === null || isReverse(mentor, mentee)) return null;
  return Math.min(1, Math.max(0, lead) / AMPLE_YEARS);
}

function categoryValue(mentor: ReadyMentor, mentee: ReadyMentee): number | null {
  if (mentor.qualification === null || isReverse(mentor, mentee)) return null;
  return QUALIFICATION_VALUE[mentor.qualification] ?? 0;
}

function experienceBecause(mentor: ReadyMentor, mentee: ReadyMentee): string {
  const lead = leadOf(mentor, mentee);
  if (isReverse(mentor, mentee)) {
    return `Стаж наставника меньше, но по направлению «${REVERSE_DIRECTION}» возможно реверсивное наставничество: стаж не учитывается.`;
  }
  if (lead === null) return "Стаж указан не у обоих: не учитывается.";
  if (lead === 0) return "Стаж одинаковый.";
  return `Стаж наставника ${lead > 0 ? "больше" : "меньше"} на ${counted(Math.abs(lead), YEARS)}.`;
}

function needsReverse(mentee: ReadyMentee): boolean {
  return mentee.needs.some(({ direction }) => direction === REVERSE_DIRECTION);
}

/** Whole tenths of a year, so that the words are as short as the figure. */
function leadOf(mentor: ReadyMentor, mentee: ReadyMentee): number | null {
  if (mentor.experienceYears === null || mentee.experienceYears === null) return null;
  return Math.round((mentor.experienceYears - mentee.experienceYears) * 10) / 10;
}

/** The younger in the profession helps the older with digital means. */
export function isReverse(mentor: ReadyMentor, mentee: ReadyMentee): boolean {
  const lead = leadOf(mentor, mentee);
  return lead !== null && lead < 0 && sharedDirections(mentor, mentee).includes(REVERSE_DIRECTION);
}

/** A wish between the two says all; without one, what the mentor said of the categories of mentees counts. */
function preferenceValue(mentor: ReadyMentor, mentee: ReadyMentee): number | null {
  if (mentor.wished.has(mentee.code)) return mentor.mutual.has(mentee.code) ? 1 : ONE_SIDED;
  if (mentee.wishes) return 0;
  if (mentor.wishedCategories.length === 0 || mentee.category === null) return null;
  return mentor.wishedCategorySet.has(mentee.category) ? 1 : 0;
}

function preferenceBecause(mentor: ReadyMentor, mentee: ReadyMentee): string {
  if (mentor.mutual.has(mentee.code)) return "Оба просили об этой паре: пожелание взаимное.";
  if (mentor.wished.has(mentee.code)) return "Есть пожелание работать вместе.";
  if (mentee.wishes) return "Есть пожелание работать с другим наставником.";
  const value = preferenceValue(mentor, mentee);
  if (value === null) return "Пожелания наставника о категории или категория наставляемого не указаны: не учитывается.";
  return value > 0
    ? `Наставник хотел бы работать с такой категорией: ${mentee.category ?? ""}.`
    : `Наставник хотел бы работать с другой категорией: ${briefly(mentor.wishedCategories)}.`;
}

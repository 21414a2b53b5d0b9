// The ready lists as one table, and the search: pure, the same in the browser and on the server.
import type { ListedMentee, ListedMentor, ListedPerson, ListFilters } from "./listsView";

/** In which capacity somebody stands in a list. */
export type Side = "mentor" | "mentee" | "person";

/** A row of a list: somebody in one capacity. */
export interface ListedRow {
  person: ListedPerson;
  side: Side;
}

/** A ready list. */
export interface ReadyList {
  key: string;
  title: string;
  /** What it is good for, in one line. */
  about: string;
  /** The filter without which the list makes no sense. */
  needs?: "direction" | "category";
  rows: (person: ListedPerson) => Side[];
  /** The more important first; names decide between equals. */
  order?: (one: ListedRow, other: ListedRow) => number;
}

const mentorIf =
  (is: (mentor: ListedMentor) => boolean) =>
  (person: ListedPerson): Side[] =>
    person.mentor && is(person.mentor) ? ["mentor"] : [];
const menteeIf =
  (is: (mentee: ListedMentee) => boolean) =>
  (person: ListedPerson): Side[] =>
    person.mentee && is(person.mentee) ? ["mentee"] : [];
const both =
  (...parts: ((person: ListedPerson) => Side[])[]) =>
  (person: ListedPerson): Side[] =>
    parts.flatMap((part) => part(person));

/** Places that a mentor has left. */
export function freePlaces(mentor: ListedMentor): number {
  return mentor.available ? Math.max(0, mentor.capacity - mentor.load) : 0;
}

const daysOf = ({ person }: ListedRow): number => person.mentee?.waitingDays ?? -1;
const freeOf = ({ person }: ListedRow): number => (person.mentor ? freePlaces(person.mentor) : 0);
const severityIn = (row: ListedRow): number => Math.max(0, ...severitiesOf(row.person.mentee));
const severitiesOf = (mentee: ListedMentee | null): number[] =>
  (mentee?.difficulties ?? []).map(({ severity }) => severity ?? 0);
const mentorsFirst = (one: ListedRow, other: ListedRow): number =>
  Number(other.side === "mentor") - Number(one.side === "mentor");
const everybody = both(
  mentorIf(() => true),
  menteeIf(() => true),
);

/** The list that a free search goes through. */
export const EVERYBODY = "people";

export const READY_LISTS: readonly ReadyList[] = [
  {
    key: EVERYBODY,
    title: "Все педагоги",
    about: "все, кто есть на вкладке «Педагоги»",
    rows: (person) => {
      const sides = everybody(person);
      return sides.length > 0 ? sides : ["person"];
    },
  },
  {
    key: "bank",
    title: "Весь банк",
    about: "наставники и наставляемые",
    rows: everybody,
    order: mentorsFirst,
  },
  {
    key: "free",
    title: "Свободные наставники",
    about: "у кого есть свободные места",
    rows: mentorIf((mentor) => freePlaces(mentor) > 0),
    order: (one, other) => freeOf(other) - freeOf(one),
  },
  {
    key: "waiting",
    title: "Ожидают подбора",
    about: "первыми — кто ждёт дольше",
    rows: menteeIf(({ waiting }) => waiting),
    order: (one, other) => daysOf(other) - daysOf(one),
  },
  {
    key: "direction",
    title: "По направлению",
    about: "кто помогает и кому трудно",
    needs: "direction",
    rows: everybody,
    order: (one, other) =>
      mentorsFirst(one, other) || freeOf(other) - freeOf(one) || severityIn(other) - severityIn(one),
  },
  {
    key: "category",
    title: "По категории",
    about: "наставляемые одной категории",
    needs: "category",
    rows: menteeIf(() => true),
  },
  {
    key: "consents",
    title: "Без согласий",
    about: "нет действующего письменного согласия",
    rows: both(
      mentorIf(({ lacking }) => lacking.length > 0),
      menteeIf(({ lacking }) => lacking.length > 0),
    ),
  },
  {
    key: "young",
    title: "Молодые специалисты",
    about: "по стажу из «Настроек»",
    rows: (person) => (person.young ? [person.mentee ? "mentee" : "person"] : []),
  },
  {
    key: "supported",
    title: "Сопровождение без пары",
    about: "с педагогом-психологом или другим специалистом",
    rows: menteeIf(({ supported }) => supported),
  },
  {
    key: "paused",
    title: "На паузе",
    about: "пауза или длительное отсутствие",
    rows: both(
      mentorIf(({ paused }) => paused),
      menteeIf(({ paused }) => paused),
    ),
  },
];

/** A list by its key. */
export function readyList(key: string): ReadyList | undefined {
  return READY_LISTS.find((list) => list.key === key);
}

/**
 * The rows of a list, narrowed and in order. A person who has left is not in it, except where a search by words looks
 * for everybody. A list that needs a filter is empty without it.
 */
export function rowsOf(list: ReadyList, people: readonly ListedPerson[], filters: ListFilters): ListedRow[] {
  if (list.needs !== undefined && filters[list.needs] === "") return [];
  const words = wordsOf(filters.query);
  const found = people
    .filter((person) => !person.dismissed || (list.key === EVERYBODY && words.length > 0))
    .filter((person) => saysAll(person, words))
    .flatMap((person) => list.rows(person).map((side): ListedRow => ({ person, side })))
    .filter((row) => passes(row, filters));
  const byName = (one: ListedRow, other: ListedRow): number =>
    collated(one.person.fullName, other.person.fullName) || mentorsFirst(one, other);
  const narrowed = filters.direction === "" ? found : found.map((row) => seenBy(row, filters.direction));
  return narrowed.sort((one, other) => list.order?.(one, other) || byName(one, other));
}

/** In a list about one direction, only that difficulty counts. */
function seenBy(row: ListedRow, direction: string): ListedRow {
  const { person } = row;
  if (row.side !== "mentee" || person.mentee === null) return row;
  const difficulties = person.mentee.difficulties.filter((one) => one.direction === direction);
  return { side: row.side, person: { ...person, mentee: { ...person.mentee, difficulties } } };
}

/** What each filter asks of a row. */
const TESTS: readonly ((mentor: ListedMentor | null, mentee: ListedMentee | null, filters: ListFilters) => boolean)[] =
  [
    (mentor, mentee, { direction }) => direction === "" || directionsOf(mentor, mentee).includes(direction),
    (_, mentee, { category }) => category === "" || mentee?.category === category,
    (mentor, mentee, { status }) => status === "" || (mentor?.status ?? mentee?.status) === status,
    (mentor, _, { freePlaces: least }) => least <= 0 || (mentor !== null && freePlaces(mentor) >= least),
    (_, mentee, { waitingDays: least }) =>
      least <= 0 || (mentee?.waiting === true && (mentee.waitingDays ?? 0) >= least),
  ];

function passes({ person, side }: ListedRow, filters: ListFilters): boolean {
  const mentor = side === "mentor" ? person.mentor : null;
  const mentee = side === "mentee" ? person.mentee : null;
  return TESTS.every((test) => test(mentor, mentee, filters));
}

function directionsOf(mentor: ListedMentor | null, mentee: ListedMentee | null): readonly string[] {
  return mentor?.competences ?? mentee?.difficulties.map((one) => one.direction) ?? [];
}

/** Letter case, ё and the width of spaces do not matter; every word must be found, in any order. */
function wordsOf(query: string): string[] {
  return plain(query)
    .split(/[\s,;]+/)
    .filter((word) => word !== "");
}

function saysAll({ fullName, post, subject }: ListedPerson, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const said = plain(`${fullName} ${post} ${subject}`);
  return words.every((word) => said.includes(word));
}

function plain(text: string): string {
  return text.toLowerCase().replace(/ё/g, "е");
}

/** Russian alphabetical order without the locale data that a server may lack. */
function collated(one: string, other: string): number {
  const [a, b] = [plain(one), plain(other)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Everything that filters may be set to, from the people themselves. */
export function choicesIn(people: readonly ListedPerson[]): Record<"direction" | "category" | "status", string[]> {
  const sorted = (values: (string | null)[]): string[] =>
    [...new Set(values.filter((value): value is string => value !== null && value !== ""))].sort(collated);
  return {
    direction: sorted(
      people.flatMap(({ mentor, mentee }) => [...directionsOf(mentor, null), ...directionsOf(null, mentee)]),
    ),
    category: sorted(people.map(({ mentee }) => mentee?.category ?? null)),
    status: sorted(people.flatMap(({ mentor, mentee }) => [mentor?.status ?? null, mentee?.status ?? null])),
  };
}

/** Adds the degrees of difficulty to people who were loaded without them; the hardest first. */
export function withSeverities(
  people: readonly ListedPerson[],
  severities: Readonly<Record<string, Readonly<Record<string, number>>>>,
): ListedPerson[] {
  return people.map((person) => {
    const own = severities[person.code];
    if (own === undefined || person.mentee === null) return person;
    const named = person.mentee.difficulties.map(({ direction }) => direction);
    const found = Object.keys(own).filter((direction) => (own[direction] ?? 0) > 0 && !named.includes(direction));
    const difficulties = [...named, ...found]
      .map((direction) => ({ direction, severity: own[direction] ?? null }))
      .sort((a, b) => (b.severity ?? 0) - (a.severity ?? 0));
    return { ...person, mentee: { ...person.mentee, difficulties } };
  });
}

// Makes the extract for the council from a ready list: without contacts, and without people who took their consent back.
import { institutionOf, workshopOf } from "../documents/institution";
import { makeDocuments, type PaperStore } from "../documents/makeDocuments";
import { Stop } from "../google/stop";
import { counted } from "../school/counted";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { councilExtract, type CouncilExtractInput, type ExtractPerson } from "./councilPaper";
import { NO_FILTERS, type ExtractInput, type ExtractMade, type ListedPerson, type ListFilters } from "./listsView";
import { loadWholeLists } from "./loadLists";
import { freePlaces, readyList, rowsOf, type ListedRow } from "./readyLists";

/**
 * Makes the extract, or brings its Google Doc up to date: one list with the same filters has one Doc. People who have
 * withdrawn the consent to the use of their data are not named (152-ФЗ ст. 9 ч. 2, ст. 21 ч. 5).
 *
 * @throws Stop when the list is empty or Drive refuses
 */
export function makeExtract(wb: Workbook, wanted: ExtractInput, store?: PaperStore): ExtractMade {
  const { input, people, withheld } = extractOf(wb, wanted);
  const [made] = makeDocuments(
    wb,
    councilExtract,
    [{ subject: subjectOf(wanted), input: () => input, pairs: [], people }],
    workshopOf(wb),
    store,
  );
  if (!made) throw new Error("An extract was asked for and not made.");
  return {
    document: made.record.code,
    link: made.record.link,
    rows: input.mentors.length + input.mentees.length + input.people.length,
    withheld,
    warnings: made.problems.map((problem) => `${problem.what} ${problem.mend}`),
  };
}

/** What the extract is to say. @throws Stop when there is nobody to name */
export function extractOf(
  wb: ReadOnlyWorkbook,
  { list: key, filters }: ExtractInput,
): { input: CouncilExtractInput; people: string[]; withheld: number } {
  const list = readyList(key);
  if (!list) throw new Stop("Такого списка нет.", "Закройте панель, откройте её снова и выберите список.");
  const rows = rowsOf(list, loadWholeLists(wb).people, filters);
  const named = rows.filter(({ person }) => !person.withdrawn);
  if (named.length === 0) {
    throw new Stop(
      rows.length > 0 ? "Все в этом списке отозвали согласие на обработку данных." : "В этом списке никого нет.",
      "Выберите другой список или ослабьте отбор.",
    );
  }
  const of = <T>(side: ListedRow["side"], as: (person: ListedPerson) => T): T[] =>
    named.filter((row) => row.side === side).map(({ person }) => as(person));
  return {
    input: {
      institution: institutionOf(wb),
      list: list.title,
      narrowed: narrowedBy(filters),
      on: wb.today,
      mentors: of("mentor", mentorLine),
      mentees: of("mentee", menteeLine),
      people: of("person", personLine),
    },
    people: [...new Set(named.map(({ person }) => person.code))],
    withheld: new Set(rows.filter(({ person }) => person.withdrawn).map(({ person }) => person.code)).size,
  };
}

function personLine({ fullName, post, subject, experience, qualification }: ListedPerson): ExtractPerson {
  return {
    fullName,
    post,
    // «учитель математики, математика» says it twice.
    subject: repeats(post, subject) ? "" : subject,
    experience: experience === null ? "" : counted(experience, ["год", "года", "лет"]),
    qualification,
  };
}

function mentorLine(person: ListedPerson): CouncilExtractInput["mentors"][number] {
  const { mentor } = person;
  return {
    ...personLine(person),
    competences: mentor?.competences ?? [],
    load: mentor?.load ?? 0,
    free: mentor ? freePlaces(mentor) : 0,
    status: mentor?.status ?? "",
  };
}

function menteeLine(person: ListedPerson): CouncilExtractInput["mentees"][number] {
  const { mentee } = person;
  const days = mentee?.waitingDays ?? null;
  return {
    ...personLine(person),
    category: mentee?.category ?? "",
    difficulties: (mentee?.difficulties ?? []).map(({ direction, severity }) =>
      severity === null ? direction : `${direction} — ${severity}`,
    ),
    mentors: mentee?.mentors ?? "",
    waiting: days === null ? "" : counted(days, ["день", "дня", "дней"]),
    support: mentee?.supported === true ? (mentee.support ?? "") : "",
    status: mentee?.status ?? "",
  };
}

/** «учитель математики» names «математика» already: the beginnings of the words agree. */
function repeats(post: string, subject: string): boolean {
  const stem = subject.toLowerCase().slice(0, Math.max(4, subject.length - 2));
  return subject !== "" && post.toLowerCase().includes(stem);
}

const NARROWING: readonly { key: keyof ListFilters; say: (value: string | number) => string }[] = [
  { key: "direction", say: (value) => `направление «${value}»` },
  { key: "category", say: (value) => `категория «${value}»` },
  { key: "status", say: (value) => `статус «${value}»` },
  { key: "freePlaces", say: (value) => `свободных мест не меньше ${value}` },
  { key: "waitingDays", say: (value) => `ожидание от ${counted(Number(value), ["дня", "дней", "дней"])}` },
  { key: "query", say: (value) => `поиск «${value}»` },
];

function narrowedBy(filters: ListFilters): string {
  return NARROWING.filter(({ key }) => filters[key] !== NO_FILTERS[key])
    .map(({ key, say }) => say(filters[key]))
    .join(", ");
}

/** One list narrowed in one way is one document. */
function subjectOf({ list, filters }: ExtractInput): string {
  const narrowed = narrowedBy(filters);
  return narrowed === "" ? list : `${list} ${narrowed}`;
}

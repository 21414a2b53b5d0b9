// What the library knows of one direction: the task it sets and the activities that serve it.
import type { SchoolKind } from "../../school/vocabulary";

/** One activity for a mentor and a mentee. */
export interface LibraryActivity {
  /** Where in the programme it belongs: getting to know the work, doing it, summing it up. */
  when: "start" | "middle" | "end";
  /** What the two do. */
  what: string;
  /** What can be seen afterwards. */
  result: string;
  /** Only for this kind of organisation; both if absent. */
  at?: SchoolKind;
}

/** A direction of the dictionary, worked out. */
export interface LibraryDirection {
  /** One of the programme's tasks: an infinitive without the full stop. */
  task: string;
  activities: readonly LibraryActivity[];
}

const SCHOOL = "школа";
const KINDERGARTEN = "детский сад";

type When = LibraryActivity["when"];

/** An activity that suits a school and a kindergarten alike. */
export function common(when: When, what: string, result: string): LibraryActivity {
  return { when, what, result };
}

export function inSchool(when: When, what: string, result: string): LibraryActivity {
  return { when, what, result, at: SCHOOL };
}

export function inKindergarten(when: When, what: string, result: string): LibraryActivity {
  return { when, what, result, at: KINDERGARTEN };
}

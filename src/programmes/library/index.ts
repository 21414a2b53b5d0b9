// The library of activities: what a mentor and a mentee can do about each direction of difficulty.
import type { SchoolKind } from "../../school/vocabulary";
import type { LibraryActivity, LibraryDirection } from "./direction";
import { furtherEducation, parents, psychology, upbringing } from "./relations";
import { extracurricular, lessonWork, subjectContent, teachingMethods } from "./teaching";
import { adaptation, CLOSING, digital, HALF_TIME, OPENING, ownDirection, paperwork } from "./workplace";

export { CLOSING, HALF_TIME, OPENING, type LibraryActivity };

/** By the names that «Справочники» starts with (school/mentoringForms.ts). */
const DIRECTIONS: Readonly<Record<string, LibraryDirection>> = {
  "Предметное содержание": subjectContent,
  "Методика обучения": teachingMethods,
  "Воспитательная деятельность": upbringing,
  "Организация урочной деятельности": lessonWork,
  "Организация внеурочной деятельности": extracurricular,
  "Психолого-педагогическое сопровождение": psychology,
  "Работа с родителями": parents,
  "Связь с дополнительным образованием": furtherEducation,
  "ИКТ и цифровая среда": digital,
  "Ведение документации": paperwork,
  "Адаптация в коллективе": adaptation,
};

/** The direction's task and the activities for this kind of organisation; general ones for a direction of the school's own. */
export function directionOf(name: string, kind: SchoolKind): LibraryDirection {
  const known = DIRECTIONS[name] ?? ownDirection(name);
  return {
    ...known,
    activities: known.activities.filter((activity) => activity.at === undefined || activity.at === kind),
  };
}

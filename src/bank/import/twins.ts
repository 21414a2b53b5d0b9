// Lines of one list about the same person: repetitions, second posts of a part-timer, and lines that may be somebody else.
import { knownOfIncoming } from "./known";
import { cellKey, isBetterName } from "./fieldChanges";
import { FIELD_SPECS } from "./fields";
import { findTwins } from "./matchPeople";
import {
  joinedSubjects,
  VALUE_FIELDS,
  type IncomingPerson,
  type PersonValues,
  type SkippedRow,
  type ValueField,
} from "./readPeople";

export interface Untwinned {
  kept: IncomingPerson[];
  repeated: SkippedRow[];
  /** Two lines that may be about one person, the fuller one first. */
  unclear: { first: number; second: number; reason: string }[];
  contradicting: { person: IncomingPerson; of: number }[];
}

/** What may differ between the main line of a person and that of a second post. */
const OF_A_POST: readonly ValueField[] = ["post", "kind", "employment", "hiredOn", "experienceYears", "category"];

/**
 * Folds the lines of one list about the same person into one. A line that contradicts it waits for the curator. Which
 * line leads is decided by what it says and not by where it stands, so that a sorted list gives the same bank.
 */
export function withoutTwins(people: readonly IncomingPerson[]): Untwinned {
  const ordered = people
    .map((person) => ({
      person,
      fullness: Object.keys(person.values).length,
      text: JSON.stringify([person.values, person.remarks]),
    }))
    .sort(
      (one, other) =>
        Number(one.person.partTime !== null) - Number(other.person.partTime !== null) ||
        other.fullness - one.fullness ||
        (one.text < other.text ? -1 : Number(one.text > other.text)) ||
        one.person.row - other.person.row,
    )
    .map(({ person }) => ({
      ...person,
      values: { ...person.values },
      derived: [...person.derived],
      remarks: [...person.remarks],
    }));
  const byRow = new Map(ordered.map((person) => [String(person.row), person]));
  const result: Untwinned = { kept: [], repeated: [], unclear: [], contradicting: [] };
  const twins = findTwins(ordered.map(knownOfIncoming)).sort((one, other) => one.likeness.rank - other.likeness.rank);
  for (const { from, to, likeness } of twins) {
    const first = byRow.get(from);
    const second = byRow.get(to);
    if (!first || !second) continue;
    if (likeness.verdict === "maybe") {
      result.unclear.push({ first: first.row, second: second.row, reason: likeness.reason });
      continue;
    }
    byRow.delete(to);
    foldInto(result, first, second);
  }
  result.kept.push(...[...byRow.values()].sort((one, other) => one.row - other.row));
  return result;
}

function foldInto(result: Untwinned, first: IncomingPerson, second: IncomingPerson): void {
  const differing = contradictions(first, second);
  const secondPost = second.partTime !== null && differing.every((field) => OF_A_POST.includes(field));
  if (differing.length > 0 && !secondPost) {
    result.contradicting.push({ person: second, of: first.row });
    return;
  }
  if (differing.includes("post")) {
    const raw = String(second.values.post);
    const doubt = `вторая должность, строка ${second.row}`;
    first.remarks.push({ field: "post", label: FIELD_SPECS.post.label, raw, doubt });
  }
  first.derived.push(...second.derived.filter((field) => first.values[field] === undefined));
  const known = new Set(first.remarks.map(({ field, raw }) => `${field} ${raw}`));
  first.remarks.push(...second.remarks.filter(({ field, raw }) => !known.has(`${field} ${raw}`)));
  fold(first.values, second.values);
  const why = secondPost && differing.length > 0 ? "вторая должность человека из строки" : "повтор строки";
  result.repeated.push({ row: second.row, why: `${why} ${first.row}`, text: second.values.fullName });
}

/** Gaps are filled; a person who is listed once per subject teaches all of them. */
function fold(into: PersonValues, from: PersonValues): void {
  const subject = from.subject === undefined ? into.subject : joinedSubjects(into.subject, from.subject);
  const fullName = isBetterName(into.fullName, from.fullName) ? from.fullName : into.fullName;
  Object.assign(into, { ...from, ...into, fullName }, subject === undefined ? {} : { subject });
}

function contradictions(first: IncomingPerson, second: IncomingPerson): ValueField[] {
  return VALUE_FIELDS.filter((field) => {
    const one = first.values[field];
    const other = second.values[field];
    if (field === "fullName" || field === "subject") return false;
    return one !== undefined && other !== undefined && cellKey(field, one) !== cellKey(field, other);
  });
}

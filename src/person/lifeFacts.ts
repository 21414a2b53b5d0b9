// What the status of anybody in the bank depends on, gathered from the whole workbook, each table read once.
import { consentsInForce } from "../bank/consentRules";
import { consents } from "../bank/consents.table";
import { menteeFacts, mentorFacts, type LifeFacts, type Surroundings } from "../bank/lifeCycle";
import type { Mentee } from "../bank/mentees.table";
import type { Mentor } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { NO_PAIRS, pairCounts } from "../pairing/pairStates";
import { pairs } from "../pairing/pairs.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";

/** Gives the facts for `nextSteps` and `brokenGuard` of a row, as they stand when the finder is made. */
export interface FactFinder {
  mentor(row: Mentor): LifeFacts;
  mentee(row: Mentee): LifeFacts;
}

/** Reads «Педагоги», «Согласия» and «Пары»; make one and ask it about as many rows as there are. */
export function factFinder(wb: ReadOnlyWorkbook): FactFinder {
  const around = aroundFinder(wb);
  return {
    mentor: (row) => mentorFacts(row, around(row)),
    mentee: (row) => menteeFacts(row, around(row)),
  };
}

/** The part of the facts that stands outside the row. */
export function aroundFinder(
  wb: ReadOnlyWorkbook,
): (row: { readonly code: string; readonly person: string }) => Surroundings {
  const given = consentsInForce(wb.all(consents), wb.today);
  const counts = pairCounts(wb.all(pairs));
  return ({ code, person }) => ({
    person: wb.find(people, person),
    consents: given.get(person) ?? new Set(),
    pairs: counts.get(code) ?? NO_PAIRS,
    today: wb.today,
  });
}

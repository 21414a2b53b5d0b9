// Whom the closing survey asks: the mentors and the mentees of pairs in force, and of pairs that have ended this year.
import { addressesOf } from "../bank/intake/mail";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { hasBegun } from "../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../pairing/pairs.table";
import { schoolYearName } from "../pairing/savePairs";
import type { Guest } from "../questionnaires/invite";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { FINAL_MENTEE, FINAL_MENTOR } from "./finalQuestionnaires";

const IN_FORCE: readonly (string | null)[] = [PAIR_STATUS.active, PAIR_STATUS.paused];
const ENDED: readonly (string | null)[] = [PAIR_STATUS.finished, PAIR_STATUS.ended];

/** Pairs whose people are asked. */
export function surveyedPairs(wb: ReadOnlyWorkbook, whom: "active" | "all"): { active: Pair[]; ended: Pair[] } {
  const year = schoolYearName(wb);
  const ofThisYear = wb.all(pairs).filter((pair) => pair.schoolYear === null || pair.schoolYear === year);
  return {
    active: ofThisYear.filter((pair) => IN_FORCE.includes(pair.status)),
    // A pair that was cancelled before its order has nothing to be asked about.
    ended: whom === "all" ? ofThisYear.filter((pair) => ENDED.includes(pair.status) && hasBegun(pair)) : [],
  };
}

/**
 * Guests of each of the two questionnaires, once each. A mentor answers once for all mentees; `about` names the pair
 * where there is only one.
 */
export function guestsOf(wb: ReadOnlyWorkbook, whom: "active" | "all"): Record<string, Guest[]> {
  const { active, ended } = surveyedPairs(wb, whom);
  const all = [...active, ...ended];
  const mentorsOf = new Map<string, Pair[]>();
  const menteesOf = new Map<string, Pair[]>();
  for (const pair of all) {
    gather(mentorsOf, wb.find(mentors, pair.mentor)?.person, pair);
    for (const code of pair.mentees) gather(menteesOf, wb.find(mentees, code)?.person, pair);
  }
  return { [FINAL_MENTEE]: guests(wb, menteesOf), [FINAL_MENTOR]: guests(wb, mentorsOf) };
}

function gather(byPerson: Map<string, Pair[]>, person: string | undefined, pair: Pair): void {
  if (person === undefined) return;
  byPerson.set(person, [...(byPerson.get(person) ?? []), pair]);
}

/** Whoever may get no letter is not invited either. */
function guests(wb: ReadOnlyWorkbook, byPerson: ReadonlyMap<string, readonly Pair[]>): Guest[] {
  const addresses = addressesOf(wb);
  return [...byPerson].flatMap(([code, own]) => {
    const address = addresses.get(code);
    if (address === undefined) return [];
    const about = own.length === 1 ? (own[0]?.code ?? null) : null;
    return [{ code, ...address, about }];
  });
}

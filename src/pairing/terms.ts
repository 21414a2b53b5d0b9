// The curator's standing decisions on «Условия подбора», as the choice of pairs takes them.
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import type { NewTerm, StoredTerm, StoredTerms, TermKey } from "./pairingView";
import { pairingTerms, TERM_KIND, type PairingTerm } from "./pairingTerms.table";
import { namesOfPair } from "./savePairs";

const LIST_OF: Readonly<Record<TermKey, keyof StoredTerms>> = {
  pin: "pins",
  ban: "bans",
  menteesWish: "menteesWishes",
  mentorsWish: "mentorsWishes",
};

/** The decisions about people of the bank; a row about somebody who is not there is left to the data check. */
export function storedTerms(wb: ReadOnlyWorkbook): StoredTerms {
  const terms: StoredTerms = { pins: [], bans: [], menteesWishes: [], mentorsWishes: [] };
  const known = wb
    .all(pairingTerms)
    .filter((row) => wb.find(mentors, row.mentor) !== undefined && wb.find(mentees, row.mentee) !== undefined);
  for (const key of Object.keys(LIST_OF) as TermKey[]) {
    terms[LIST_OF[key]] = known.filter((row) => row.kind === TERM_KIND[key]).map(storedTerm);
  }
  return terms;
}

function storedTerm({ code, mentor, mentee, note }: PairingTerm): StoredTerm {
  return { code, mentor, mentee, note };
}

/**
 * Keeps new decisions and takes others back; what is kept already stays one row.
 *
 * @throws Stop if a decision is about somebody who is gone or contradicts another one
 * @returns all decisions as they are then
 */
export function saveTerms(wb: Workbook, wanted: { add: readonly NewTerm[]; remove: readonly string[] }): StoredTerms {
  const removed = wanted.remove.filter((code) => wb.find(pairingTerms, code) !== undefined);
  for (const code of removed) wb.remove(pairingTerms, code);
  const added: string[] = [];
  for (const term of wanted.add) {
    const kind = TERM_KIND[term.kind];
    const same = wb.all(pairingTerms).filter(({ mentor, mentee }) => mentor === term.mentor && mentee === term.mentee);
    if (same.some((row) => row.kind === kind)) continue;
    const names = namesOfPair(wb, term.mentor, [term.mentee]);
    added.push(
      wb.add(pairingTerms, {
        kind,
        mentor: term.mentor,
        mentorName: names.mentorName,
        mentee: term.mentee,
        menteeName: names.menteeNames,
        since: wb.today,
        note: term.note.trim() === "" ? null : term.note.trim(),
      }).code,
    );
  }
  if (added.length + removed.length > 0) {
    wb.note({ what: "Изменены условия подбора", records: [...added, ...removed] });
  }
  return storedTerms(wb);
}

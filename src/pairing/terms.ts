// The curator's standing decisions on «Условия подбора»: read for the choice, kept, and looked over for contradictions.
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { Stop } from "../google/stop";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import type { Couple } from "./choice/pool";
import type { NewTerm, StoredTerm, StoredTerms, TermKey } from "./pairingView";
import { pairingTerms, TERM_KIND, type PairingTerm } from "./pairingTerms.table";
import { standingPairs, unclearCapacities, USUAL_CAPACITY } from "./profiles";
import { namesOfPair } from "./savePairs";

const LIST_OF: Readonly<Record<TermKey, keyof StoredTerms>> = {
  pin: "pins",
  ban: "bans",
  menteesWish: "menteesWishes",
  mentorsWish: "mentorsWishes",
};

/** A row that cannot be kept to as it stands, and why. */
export interface TermFault {
  code: string;
  column: "mentor" | "kind";
  /** In Russian, without a full stop: names, what is wrong. */
  what: string;
}

/** The decisions about people of the bank; a row about somebody who is not there is left to the data check. */
export function storedTerms(wb: ReadOnlyWorkbook): StoredTerms {
  const terms: StoredTerms = { pins: [], bans: [], menteesWishes: [], mentorsWishes: [] };
  const known = wb.all(pairingTerms).filter((row) => isOfTheBank(wb, row));
  for (const key of Object.keys(LIST_OF) as TermKey[]) {
    terms[LIST_OF[key]] = known.filter((row) => row.kind === TERM_KIND[key]).map(storedTerm);
  }
  return terms;
}

function storedTerm({ code, mentor, mentee, note }: PairingTerm): StoredTerm {
  return { code, mentor, mentee, note };
}

function isOfTheBank(wb: ReadOnlyWorkbook, { mentor, mentee }: Couple): boolean {
  return wb.find(mentors, mentor) !== undefined && wb.find(mentees, mentee) !== undefined;
}

/**
 * Keeps new decisions and takes others back, all or none; what is kept already stays one row.
 *
 * @throws Stop if a new decision is about somebody who is gone or contradicts another one
 * @returns all decisions as they are then
 */
export function saveTerms(wb: Workbook, wanted: { add: readonly NewTerm[]; remove: readonly string[] }): StoredTerms {
  const removed = wanted.remove.filter((code) => wb.find(pairingTerms, code) !== undefined);
  for (const code of removed) wb.remove(pairingTerms, code);
  const added = wanted.add.flatMap((term) => {
    if (!isOfTheBank(wb, term)) throw goneStop(wb, term);
    const kind = TERM_KIND[term.kind];
    if (wb.all(pairingTerms).some((row) => keyOf(row) === keyOf(term) && row.kind === kind)) return [];
    const { mentorName, menteeNames } = namesOfPair(wb, term.mentor, [term.mentee]);
    const note = term.note.trim();
    return [
      wb.add(pairingTerms, {
        kind,
        mentor: term.mentor,
        mentorName,
        mentee: term.mentee,
        menteeName: menteeNames,
        since: wb.today,
        note: note === "" ? null : note,
      }).code,
    ];
  });
  const asked = new Set(wanted.add.map(keyOf));
  const [fault] = termFaults(wb).filter(({ row }) => added.includes(row.code) || asked.has(keyOf(row)));
  if (fault !== undefined) {
    throw new Stop(`${fault.what}.`, "Снимите одно из решений или измените число мест и сохраните ещё раз.");
  }
  if (added.length + removed.length > 0) {
    wb.note({ what: "Изменены условия подбора", records: [...added, ...removed] });
  }
  return storedTerms(wb);
}

function goneStop(wb: ReadOnlyWorkbook, { mentor }: Couple): Stop {
  const tab = wb.find(mentors, mentor) === undefined ? mentors.tab : mentees.tab;
  return new Stop(
    `На вкладке «${tab}» больше нет человека, о котором принято решение: строку удалили, пока окно было открыто.`,
    "Обновите окно и примите решение заново.",
  );
}

/** Rows that contradict others or the bank; each contradiction is told of once, at the later row. */
export function termFaults(wb: ReadOnlyWorkbook): (TermFault & { row: PairingTerm })[] {
  const rows = wb.all(pairingTerms).filter((row) => isOfTheBank(wb, row));
  if (rows.length === 0) return [];
  const together = new Set(
    standingPairs(wb).flatMap(({ mentor, mentees: codes }) => codes.map((mentee) => keyOf({ mentor, mentee }))),
  );
  const seen: Seen = { kinds: new Map(), mentorOf: new Map(), pinned: new Map(), freeOf: freePlaces(wb) };
  return rows.flatMap((row) => {
    const fault = faultOf(wb, row, seen, together.has(keyOf(row)));
    return fault === null ? [] : [{ code: row.code, row, ...fault }];
  });
}

/** The rows before the one that is judged. */
interface Seen {
  kinds: Map<string, string[]>;
  /** The mentor with whom the mentee is kept together, in pins that have not come true yet. */
  mentorOf: Map<string, string>;
  /** How many of these pins a mentor has. */
  pinned: Map<string, number>;
  freeOf: (mentor: string) => number | null;
}

function faultOf(
  wb: ReadOnlyWorkbook,
  row: PairingTerm,
  seen: Seen,
  cameTrue: boolean,
): Pick<TermFault, "column" | "what"> | null {
  const { mentorName, menteeNames } = namesOfPair(wb, row.mentor, [row.mentee]);
  const both = `${mentorName} и ${menteeNames}`;
  if (wb.find(mentors, row.mentor)?.person === wb.find(mentees, row.mentee)?.person) {
    return { column: "mentor", what: `${mentorName}: наставник и наставляемый — один и тот же человек` };
  }
  const before = seen.kinds.get(keyOf(row)) ?? [];
  seen.kinds.set(keyOf(row), [...before, row.kind]);
  if (before.includes(row.kind)) return { column: "kind", what: `${both}: условие «${row.kind}» записано дважды` };
  const contrary = row.kind === TERM_KIND.pin ? TERM_KIND.ban : row.kind === TERM_KIND.ban ? TERM_KIND.pin : null;
  if (contrary !== null && before.includes(contrary)) {
    return { column: "kind", what: `${both}: сразу «${TERM_KIND.pin}» и «${TERM_KIND.ban}»` };
  }
  return row.kind === TERM_KIND.pin && !cameTrue ? faultOfPin(wb, row, seen, { mentorName, menteeNames }) : null;
}

function faultOfPin(
  wb: ReadOnlyWorkbook,
  { mentor, mentee }: Couple,
  seen: Seen,
  { mentorName, menteeNames }: { mentorName: string; menteeNames: string },
): Pick<TermFault, "column" | "what"> | null {
  const other = seen.mentorOf.get(mentee);
  if (other !== undefined) {
    const otherName = namesOfPair(wb, other, []).mentorName;
    return {
      column: "mentor",
      what: `${menteeNames}: «${TERM_KIND.pin}» с двумя наставниками — ${otherName} и ${mentorName}`,
    };
  }
  seen.mentorOf.set(mentee, mentor);
  const pinned = (seen.pinned.get(mentor) ?? 0) + 1;
  seen.pinned.set(mentor, pinned);
  const free = seen.freeOf(mentor);
  return free === null || pinned <= free
    ? null
    : {
        column: "mentor",
        what: `${mentorName}: закреплено наставляемых ${pinned}, свободных мест ${Math.max(0, free)}`,
      };
}

/** Places of a mentor that no pair takes; null where nobody can tell what is written in the cell. */
function freePlaces(wb: ReadOnlyWorkbook): (mentor: string) => number | null {
  const usual = wb.setting(settings, "mentorCapacity") ?? USUAL_CAPACITY;
  const unclear = unclearCapacities(wb);
  const load = new Map<string, number>();
  for (const pair of standingPairs(wb)) load.set(pair.mentor, (load.get(pair.mentor) ?? 0) + pair.mentees.length);
  return (code) => (unclear.has(code) ? null : (wb.find(mentors, code)?.capacity ?? usual) - (load.get(code) ?? 0));
}

function keyOf({ mentor, mentee }: Couple): string {
  return `${mentor} ${mentee}`;
}

// Writes the pairs that the curator has confirmed: all of them, or none if any has become impossible meanwhile.
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { schoolYearOf } from "../school/schoolYear";
import { settings } from "../school/settings.table";
import { addMonths, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { judgeOfNewPairs } from "./newPairs";
import { pairs } from "./pairs.table";
import type { PairToSave, RefusedPair, SavedPairs } from "./pairingView";

/** A programme lasts from 3 months to a year (source 4, clause 1.2), and the pair with it. */
const LEAST_MONTHS = 3;
const MOST_MONTHS = 12;

/**
 * Writes pairs and groups as «предложена». Those who are together already are left as they are, so the command may be
 * repeated. Every rule is checked anew, one pair after another, on the data as they are now.
 */
export function savePairs(wb: Workbook, wanted: readonly PairToSave[]): SavedPairs {
  const judge = judgeOfNewPairs(wb, { schoolYear: schoolYearName(wb), term: termOf(wb) });
  const already: string[] = [];
  const refused: RefusedPair[] = [];
  const drafts = wanted.flatMap((pair, index) => {
    const verdict = judge(pair);
    if (verdict.known !== undefined) already.push(verdict.known);
    if (verdict.refused !== undefined) refused.push({ index, ...verdict.refused });
    return verdict.drafts === undefined ? [] : [verdict.drafts];
  });
  if (refused.length > 0) return { saved: [], already, refused };
  const saved = drafts.flatMap(({ draft, mirror }) => {
    const { code } = wb.add(pairs, draft);
    if (mirror === null) return [code];
    const other = wb.add(pairs, { ...mirror, mirrors: code }).code;
    wb.update(pairs, code, { mirrors: other });
    return [code, other];
  });
  if (saved.length > 0) wb.note({ what: "Предложены наставнические пары", records: saved });
  return { saved, already, refused };
}

/** The school year of the settings, or the one that this day belongs to. */
export function schoolYearName(wb: ReadOnlyWorkbook): string {
  return wb.setting(settings, "schoolYear") ?? schoolYearOf(wb.today).name;
}

/** From today or the beginning of the year, to its end, and never shorter than a programme may be. */
export function termOf(wb: ReadOnlyWorkbook): { startsOn: CalendarDate; endsOn: CalendarDate } {
  const usual = schoolYearOf(wb.today);
  const yearStart = wb.setting(settings, "yearStart") ?? usual.startsOn;
  const yearEnd = wb.setting(settings, "yearEnd") ?? usual.endsOn;
  const startsOn = wb.today > yearStart ? wb.today : yearStart;
  const least = addMonths(startsOn, LEAST_MONTHS);
  const most = addMonths(startsOn, MOST_MONTHS);
  return { startsOn, endsOn: yearEnd < least ? least : yearEnd > most ? most : yearEnd };
}

/** Names of a pair's people; «Педагоги» is looked into only where the bank's rows do not repeat the name. */
export function namesOfPair(
  wb: ReadOnlyWorkbook,
  mentorCode: string,
  menteeCodes: readonly string[],
): { mentorName: string; menteeNames: string } {
  return {
    mentorName: nameOf(wb, wb.find(mentors, mentorCode)) ?? mentorCode,
    menteeNames: menteeCodes.map((code) => nameOf(wb, wb.find(mentees, code)) ?? code).join("; "),
  };
}

/** The name of a mentor or a mentee; null if there is no such row. */
export function nameOf(
  wb: ReadOnlyWorkbook,
  row: { readonly person: string; readonly fullName: string | null } | undefined,
): string | null {
  if (row === undefined) return null;
  return row.fullName ?? wb.find(people, row.person)?.fullName ?? null;
}

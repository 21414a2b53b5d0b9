// What the sidebar «Программы пар» opens with: every pair at work or on its way, and its programme.
import { diagnostics } from "../bank/diagnostics.table";
import { mentees } from "../bank/mentees.table";
import { documents } from "../documents/documents.table";
import { isSingleMeeting } from "../pairing/choice/kinds";
import type { Difficulty } from "../pairing/choice/pool";
import { difficultiesOf, severitiesByPerson, standingPairs } from "../pairing/profiles";
import type { Pair } from "../pairing/pairs.table";
import { formatDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { activities, ACTIVITY_STATUS, type Activity } from "./activities.table";
import { PROGRAMME_STATUS, programmes, type Programme } from "./programmes.table";
import type { PairProgramme, ProgrammesView } from "./programmesView";

const ENDED: readonly (string | null)[] = [PROGRAMME_STATUS.finished, PROGRAMME_STATUS.ended];

/** The programme that a pair works by, if there is one. */
export function programmeOf(wb: ReadOnlyWorkbook, pair: string): Programme | undefined {
  return wb.all(programmes).find((programme) => programme.pair === pair && !ENDED.includes(programme.status));
}

/** Everything the sidebar shows, each table read once. */
export function loadProgrammes(wb: ReadOnlyWorkbook): ProgrammesView {
  const rows = new Map<string, Activity[]>();
  for (const activity of wb.all(activities)) {
    rows.set(activity.programme, [...(rows.get(activity.programme) ?? []), activity]);
  }
  const difficulties = difficultyFinder(wb);
  return {
    pairs: programmePairs(wb).map((pair): PairProgramme => {
      const programme = programmeOf(wb, pair.code);
      const known = difficulties(pair);
      return {
        pair: pair.code,
        mentorName: pair.mentorName ?? pair.mentor,
        menteeNames: pair.menteeNames ?? pair.mentees.join("; "),
        pairStatus: pair.status ?? "",
        programme: programme === undefined ? null : summaryOf(wb, programme, rows.get(programme.code) ?? []),
        directions: known.length > 0 ? known.map((one) => one.direction) : pair.directions,
        undiagnosed: known.length === 0,
      };
    }),
  };
}

/** Pairs at work or on their way; a single meeting by itself is no work for a programme of 3–12 months (domain §4). */
function programmePairs(wb: ReadOnlyWorkbook): Pair[] {
  return standingPairs(wb).filter(
    (pair) => !isSingleMeeting(pair.mentoringKinds) || programmeOf(wb, pair.code) !== undefined,
  );
}

function summaryOf(
  wb: ReadOnlyWorkbook,
  programme: Programme,
  rows: readonly Activity[],
): NonNullable<PairProgramme["programme"]> {
  const { startsOn, endsOn } = programme;
  const open = rows.filter((row) => row.status !== ACTIVITY_STATUS.done && row.status !== ACTIVITY_STATUS.cancelled);
  return {
    code: programme.code,
    status: programme.status ?? "",
    term: startsOn === null || endsOn === null ? "" : `${formatDate(startsOn)} — ${formatDate(endsOn)}`,
    activities: rows.filter((row) => row.status !== ACTIVITY_STATUS.cancelled).length,
    done: rows.filter((row) => row.status === ACTIVITY_STATUS.done).length,
    overdue: open.filter((row) => row.dueOn !== null && row.dueOn < wb.today).length,
    link: programme.document === null ? null : (wb.find(documents, programme.document)?.link ?? null),
  };
}

/**
 * Makes the function that tells what is hard for the mentees of a pair, the hardest first; in a group each direction
 * counts by the mentee to whom it is hardest. Directions of the pair come alone, where it has any.
 */
export function difficultyFinder(wb: ReadOnlyWorkbook): (pair: Pair) => Difficulty[] {
  const severities = severitiesByPerson(wb.all(diagnostics));
  return (pair) => {
    const hardest = new Map<string, number>();
    for (const code of pair.mentees) {
      const mentee = wb.find(mentees, code);
      if (mentee === undefined) continue;
      for (const { direction, severity } of difficultiesOf(mentee, severities.get(mentee.person) ?? new Map())) {
        hardest.set(direction, Math.max(severity, hardest.get(direction) ?? 0));
      }
    }
    return [...hardest]
      .map(([direction, severity]) => ({ direction, severity }))
      .filter(({ direction }) => pair.directions.length === 0 || pair.directions.includes(direction))
      .sort((a, b) => b.severity - a.severity);
  };
}

// What becomes of programmes when their pairs end: ended, finished before the time or in time, handed on to the next mentor.
import { noted } from "../pairing/endPairs";
import type { Pair } from "../pairing/pairs.table";
import { namesOfPair } from "../pairing/savePairs";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { activities, ACTIVITY_STATUS } from "./activities.table";
import { PROGRAMME_STATUS, programmes, type Programme } from "./programmes.table";

const OVER: readonly (string | null)[] = [PROGRAMME_STATUS.finished, PROGRAMME_STATUS.ended];

/** Programmes of these pairs that are not over. */
export function openProgrammes(wb: ReadOnlyWorkbook, pairs: ReadonlySet<string>): Programme[] {
  return pairs.size === 0
    ? []
    : wb.all(programmes).filter((programme) => pairs.has(programme.pair) && !OVER.includes(programme.status));
}

/** Repeatable: a programme that is over is left as it is. Activities come first, so that a cut in between leaves work to find. */
export function endProgrammes(wb: Workbook, pairs: ReadonlySet<string>, on: CalendarDate): Programme[] {
  return close(wb, pairs, on, () => ({ status: PROGRAMME_STATUS.ended }));
}

/** The programmes count as done although something was left; the remark says so. Repeatable. */
export function finishProgrammesEarly(
  wb: Workbook,
  pairs: ReadonlySet<string>,
  on: CalendarDate,
  why: string,
): Programme[] {
  const remark = `Завершена досрочно ${formatDate(on)}: ${why}.`;
  return close(wb, pairs, on, (programme) => ({ status: PROGRAMME_STATUS.finished, note: noted(programme, remark) }));
}

/** The pairs have come to their end. What was not done stays as it is marked, for the report. Repeatable. */
export function finishProgrammes(wb: Workbook, pairs: ReadonlySet<string>): Programme[] {
  const open = openProgrammes(wb, pairs);
  for (const { code } of open) wb.update(programmes, code, { status: PROGRAMME_STATUS.finished });
  return open;
}

/**
 * The programmes of a pair go on with another mentor: same rows, same plan, a new version that the council sees. Where the
 * new pair works by a programme of its own already, the old one is left to the curator.
 */
export function handProgrammesOn(wb: Workbook, from: Pair, to: Pair, on: CalendarDate): Programme[] {
  if (openProgrammes(wb, new Set([to.code])).length > 0) return [];
  const open = openProgrammes(wb, new Set([from.code]));
  const { mentorName, menteeNames } = namesOfPair(wb, to.mentor, to.mentees);
  for (const programme of open) {
    wb.update(programmes, programme.code, {
      pair: to.code,
      title: `${mentorName} — ${menteeNames}`,
      status: PROGRAMME_STATUS.corrected,
      version: (programme.version ?? 1) + 1,
      note: noted(
        programme,
        `С ${formatDate(on)} продолжена с новым наставником: пара ${to.code} взамен ${from.code}.`,
      ),
    });
  }
  return open;
}

function close(
  wb: Workbook,
  pairs: ReadonlySet<string>,
  on: CalendarDate,
  patch: (programme: Programme) => { status: Programme["status"]; note?: string },
): Programme[] {
  const closed = openProgrammes(wb, pairs);
  const codes = new Set(closed.map(({ code }) => code));
  if (codes.size === 0) return [];
  for (const { code, programme, status, dueOn } of wb.all(activities)) {
    const ahead = status !== ACTIVITY_STATUS.done && status !== ACTIVITY_STATUS.cancelled && (dueOn ?? on) >= on;
    if (codes.has(programme) && ahead) wb.update(activities, code, { status: ACTIVITY_STATUS.cancelled });
  }
  for (const programme of closed) wb.update(programmes, programme.code, patch(programme));
  return closed;
}

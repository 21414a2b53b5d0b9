// Ends programmes together with their pairs: what was done stays, what lay ahead is cancelled.
import type { CalendarDate } from "../workbook/calendarDate";
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
  const ended = openProgrammes(wb, pairs);
  const codes = new Set(ended.map(({ code }) => code));
  if (codes.size === 0) return [];
  for (const { code, programme, status, dueOn } of wb.all(activities)) {
    const ahead = status !== ACTIVITY_STATUS.done && status !== ACTIVITY_STATUS.cancelled && (dueOn ?? on) >= on;
    if (codes.has(programme) && ahead) wb.update(activities, code, { status: ACTIVITY_STATUS.cancelled });
  }
  for (const code of codes) wb.update(programmes, code, { status: PROGRAMME_STATUS.ended });
  return ended;
}

// How far the programmes of pairs have come, for whoever judges the pairs.
import type { ProgrammeFacts } from "../../pairing/pairFacts";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { activities, ACTIVITY_STATUS, type Activity } from "../activities.table";
import { PROGRAMME_STATUS, programmes } from "../programmes.table";

const OVER: readonly (string | null)[] = [PROGRAMME_STATUS.finished, PROGRAMME_STATUS.ended];

/** By the pair's code. Reads «Программы», and «Мероприятия» where the plans are asked for. */
export function programmesOfPairs(wb: ReadOnlyWorkbook, withPlans: boolean): ReadonlyMap<string, ProgrammeFacts> {
  const plans = new Map<string, Activity[]>();
  if (withPlans)
    for (const activity of wb.all(activities))
      plans.set(activity.programme, [...(plans.get(activity.programme) ?? []), activity]);
  const facts = new Map<string, ProgrammeFacts>();
  for (const { code, pair, status } of wb.all(programmes)) {
    const plan = (plans.get(code) ?? []).filter((row) => row.status !== ACTIVITY_STATUS.cancelled);
    const done = plan.length === 0 ? null : plan.every((row) => row.status === ACTIVITY_STATUS.done);
    const known = facts.get(pair) ?? { open: false, done: null };
    facts.set(pair, OVER.includes(status) ? { ...known, done: known.done ?? done } : { open: true, done });
  }
  return facts;
}

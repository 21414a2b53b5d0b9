// What calls of the server and their jobs cost, as lines of the budget.
import type { Run } from "../sandbox/kernel/runtime";
import type { LargeSchool } from "./largeSchool";
import type { Line } from "./line";

/** More parts than any job here has. */
const MOST_PARTS = 20;

/** The answer of a call, or why there is none. */
function valueOf(run: Run): { value: unknown } | { missing: string } {
  if (run.error !== null) return { missing: run.error.message };
  const answer = run.value as { ok: boolean; value?: unknown; error?: { what: string } } | undefined;
  if (answer?.ok === true) return { value: answer.value };
  return { missing: answer?.error?.what ?? "no answer" };
}

/** What a call costs, as lines of the budget; calls that `free` fits are told beside. */
export function lines(
  work: string,
  run: Run,
  budgets: { calls?: number; seconds?: number },
  free: RegExp | null = null,
): Line[] {
  const outcome = valueOf(run);
  if ("missing" in outcome) return [{ work, missing: outcome.missing }];
  const { byMember, seconds } = run.meter;
  const beside = Object.entries(byMember).filter(([member]) => free !== null && free.test(member));
  const calls = run.meter.calls - beside.reduce((sum, [, count]) => sum + count, 0);
  const result: Line[] = [];
  if (budgets.calls !== undefined) {
    const note =
      beside.length > 0 ? `beside ${beside.map(([member, count]) => `${member} × ${count}`).join(", ")}` : undefined;
    result.push({
      work,
      figure: calls,
      unit: "service calls",
      budget: budgets.calls,
      ...(note === undefined ? {} : { note }),
    });
  }
  if (budgets.seconds !== undefined)
    result.push({ work, figure: seconds, unit: "modelled s", budget: budgets.seconds });
  return result;
}

/**
 * Lets a job come to its end: its parts together are what a curator waits for.
 * @param started the call that answers with the job's progress, or with `{ job }`
 */
export function jobLines(school: LargeSchool, work: string, started: Run, budget: number): Line[] {
  const outcome = valueOf(started);
  if ("missing" in outcome) return [{ work, missing: outcome.missing }];
  const first = outcome.value as { job?: Progress } & Progress;
  let job = first.job ?? first;
  let { seconds, calls } = started.meter;
  let parts = 1;
  for (; parts <= MOST_PARTS && job.status !== "готово"; parts++) {
    const run = school.call("continueWork", job.code);
    const next = valueOf(run);
    if ("missing" in next) return [{ work, missing: next.missing }];
    job = next.value as Progress;
    seconds += run.meter.seconds;
    calls += run.meter.calls;
  }
  if (job.status !== "готово") return [{ work, missing: `stopped at ${String(job.done)}` }];
  return [
    {
      work,
      figure: seconds,
      unit: "modelled s",
      budget,
      note: `${String(calls)} service calls in ${String(parts)} parts`,
    },
  ];
}

interface Progress {
  readonly code: string;
  readonly status: string;
  readonly done: number;
}

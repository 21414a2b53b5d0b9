// Resumable work: planned items, each done and recorded on its own, driven by a sidebar chunk by chunk or by the heartbeat.
import type * as z from "zod";
import { isoInZone, now } from "../google/clock";
import { currentUser } from "../google/session";
import { isGoogleFailure, Stop, TemporaryStop } from "../google/stop";
import { change, look } from "../workbook/commands";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { type Job, JOB_STATUS, jobs } from "./jobs.table";

/** A kind of work. What is done is recorded in the domain's own tables, so what remains can always be told from them. */
export interface JobDefinition<P, I> {
  /** Latin key, kept in the job's row. */
  key: string;
  /** In Russian, for the journal and the progress bar. */
  title: string;
  params: z.ZodType<P, P>;
  /** Items done in one go, between two records of progress. */
  batch: number;
  /** Items not done yet, in the order of doing. */
  remaining(wb: ReadOnlyWorkbook, params: P): readonly I[];
  /** The account that must do it, if the one at work cannot; null if it can. Left out where every account can. */
  doneBy?: (wb: ReadOnlyWorkbook) => string | null;
  /**
   * Does some items and records each. Call `wb.save()` after an effect outside the workbook.
   * May throw `Pause` (a quota is used up) or `Stop`; what was recorded before stays.
   */
  do(wb: Workbook, items: readonly I[], params: P): void;
}

/** A kind of work with the types of its items and parameters closed in. */
export interface JobKind {
  readonly key: string;
  readonly title: string;
  readonly doneBy?: (wb: ReadOnlyWorkbook) => string | null;
  /** True for a single command that may be repeated: it remains to be done until it was done once. */
  readonly once?: true;
  /** How many items remain. */
  count(wb: ReadOnlyWorkbook, params: unknown): number;
  /** Does the next batch. */
  step(wb: Workbook, params: unknown): void;
}

/** A kind of work that can be started. */
export interface StartableJob<P> extends JobKind {
  readonly params: z.ZodType<P, P>;
}

/** Thrown by a job that cannot go on before a certain time. */
export class Pause extends Error {
  override readonly name = "Pause";
  /**
   * @param reason in Russian, a full sentence
   * @param until milliseconds since the epoch
   */
  constructor(
    readonly reason: string,
    readonly until: number,
  ) {
    super(reason);
  }
}

/** A job as a sidebar shows it. */
export interface JobProgress {
  code: string;
  kind: string;
  title: string;
  status: Job["status"];
  done: number;
  total: number;
  note: string | null;
  /** ISO text; null if it may go on at once. */
  resumesAt: string | null;
}

const COMMAND = "Продолжение работы";
const DEFECT = "Работа прервана из-за ошибки программы. Начните действие заново: сделанное не повторится.";
const NO_ANSWER = {
  what: "Google не ответил.",
  mend: "Ничего не потеряно: работа продолжится сама в течение 10 минут, или нажмите кнопку ещё раз.",
};
const UNKNOWN_KIND = "Эта версия дополнения не умеет продолжать такую работу. Начните действие заново.";
/** After trouble that passes by itself the heartbeat tries again at its next beat. */
const TRY_AGAIN_MS = 10 * 60 * 1000;
const STUCK =
  "Работа не продвигается: оставшееся сделать не удалось. Посмотрите, что осталось, и начните действие заново.";

/** Declares a kind of work. */
export function defineJob<P, I>(definition: JobDefinition<P, I>): StartableJob<P> {
  const { key, title, params: schema, batch, doneBy } = definition;
  return {
    key,
    title,
    params: schema,
    ...(doneBy === undefined ? {} : { doneBy }),
    count: (wb, params) => definition.remaining(wb, schema.parse(params)).length,
    step: (wb, params) => {
      const parsed = schema.parse(params);
      definition.do(wb, definition.remaining(wb, parsed).slice(0, batch), parsed);
    },
  };
}

/** Declares a single command as work that another account may do later; repeating it must do no harm. */
export function defineTask<P>(
  task: Pick<JobDefinition<P, never>, "key" | "title" | "params" | "doneBy"> & {
    do(wb: Workbook, params: P): unknown;
  },
): StartableJob<P> {
  const { key, title, params: schema, doneBy } = task;
  return {
    key,
    title,
    params: schema,
    ...(doneBy === undefined ? {} : { doneBy }),
    once: true,
    count: () => 1,
    step: (wb, params) => {
      task.do(wb, schema.parse(params));
    },
  };
}

/** Plans a job inside a command. An unfinished one of the same kind with the same parameters is taken up instead. */
export function startJob<P>(wb: Workbook, kind: StartableJob<P>, params: P): JobProgress {
  const same = wb
    .all(jobs)
    .find((job) => isOpen(job) && job.kind === kind.key && JSON.stringify(job.params) === JSON.stringify(params));
  if (same) return progressOf(wb.update(jobs, same.code, { status: JOB_STATUS.waiting, resumesAt: null, note: null }));
  const job = wb.add(jobs, {
    kind: kind.key,
    title: kind.title,
    params,
    status: JOB_STATUS.waiting,
    done: 0,
    total: kind.count(wb, params),
    startedBy: currentUser(),
    updatedAt: wb.moment,
  });
  return progressOf(job);
}

/** Jobs that are not finished, for a sidebar. */
export function unfinishedJobs(wb: ReadOnlyWorkbook): JobProgress[] {
  return wb.all(jobs).filter(isOpen).map(progressOf);
}

/**
 * Drives one job until it is done, must wait, or the time is up.
 * @param budgetMs how long it may take; a batch that would not fit is left for the next call
 */
export function continueJob(kinds: readonly JobKind[], code: string, budgetMs: number, started = now()): JobProgress {
  let longest = 0;
  for (;;) {
    const before = now();
    const progress = doBatch(kinds, code);
    longest = Math.max(longest, now() - before);
    if (progress.status !== JOB_STATUS.going || now() - started + longest > budgetMs) return progress;
  }
}

/**
 * Drives all jobs that may go on, one after the other, within the time given; for the heartbeat. One that fails does not
 * keep the others waiting.
 *
 * @throws the first failure, when the others are done
 */
export function continueJobs(kinds: readonly JobKind[], budgetMs: number, started = now()): JobProgress[] {
  const ready = look((wb) => wb.all(jobs).filter((job) => isReady(job, wb.now)));
  const driven: JobProgress[] = [];
  const failures: unknown[] = [];
  for (const { code } of ready) {
    if (now() - started >= budgetMs) break;
    try {
      driven.push(continueJob(kinds, code, budgetMs, started));
    } catch (failure) {
      failures.push(failure);
    }
  }
  if (failures.length > 0) throw failures[0];
  return driven;
}

function isOpen(job: Job): boolean {
  return job.status === JOB_STATUS.waiting || job.status === JOB_STATUS.going;
}

function isReady(job: Job, at: number): boolean {
  return isOpen(job) && (job.resumesAt === null || Date.parse(job.resumesAt) <= at);
}

/** One batch, with its progress recorded in the same stroke. */
function doBatch(kinds: readonly JobKind[], code: string): JobProgress {
  try {
    return change(COMMAND, (wb) => {
      const job = wb.find(jobs, code);
      if (!job) throw new Stop("Задание не найдено.", "Начните действие заново: уже сделанное не повторится.");
      if (!isReady(job, wb.now)) return progressOf(job);
      const kind = kinds.find(({ key }) => key === job.kind);
      const other = kind?.doneBy?.(wb) ?? null;
      return other === null ? advance(wb, job, kind) : leftTo(other, wb, job);
    });
  } catch (failure) {
    if (failure instanceof Stop) throw failure;
    // The job stays as it was, and goes on with the next call or beat.
    if (isGoogleFailure(failure)) throw new TemporaryStop(NO_ANSWER.what, NO_ANSWER.mend);
    // A defect of ours: the heartbeat must not fall over it every ten minutes.
    change(COMMAND, (wb) => record(wb, code, { status: JOB_STATUS.stopped, note: DEFECT, resumesAt: null }));
    throw failure;
  }
}

/** Who does a job that the account at work cannot do, and when. */
export function whoDoesIt(account: string): string {
  return `Сделает учётная запись ${account} при ближайшей фоновой проверке, в течение 10 минут. Если эта запись больше не используется, откройте «Начало работы» и нажмите «Передать мне».`;
}

/** The job as it stands, with the word who goes on with it; nothing is written, so that the account may begin at once. */
function leftTo(account: string, wb: ReadOnlyWorkbook, job: Job): JobProgress {
  return { ...progressOf(job), note: whoDoesIt(account), resumesAt: isoInZone(wb.now + TRY_AGAIN_MS, wb.timeZone) };
}

function advance(wb: Workbook, job: Job, kind: JobKind | undefined): JobProgress {
  if (!kind) return record(wb, job.code, { status: JOB_STATUS.stopped, note: UNKNOWN_KIND, resumesAt: null });
  const before = kind.count(wb, job.params);
  const outcome = before > 0 ? attempt(wb, job, kind) : GOING;
  const left = kind.once === true && outcome === GOING ? 0 : kind.count(wb, job.params);
  const counted = {
    total: Math.max(job.total, job.done + before),
    done: Math.max(job.total, job.done + before) - left,
  };
  if (left === 0) return record(wb, job.code, { ...GOING, ...counted, status: JOB_STATUS.done });
  if (outcome === GOING && left >= before)
    return record(wb, job.code, { ...counted, status: JOB_STATUS.stopped, note: STUCK, resumesAt: null });
  return record(wb, job.code, { ...counted, ...outcome });
}

type Outcome = Pick<Job, "status" | "note" | "resumesAt">;
const GOING: Outcome = { status: JOB_STATUS.going, note: null, resumesAt: null };

/** Does a batch. What it recorded before it stopped or paused stays. */
function attempt(wb: Workbook, job: Job, kind: JobKind): Outcome {
  try {
    kind.step(wb, job.params);
    return GOING;
  } catch (failure) {
    if (failure instanceof Pause) {
      return { status: JOB_STATUS.waiting, note: failure.reason, resumesAt: isoInZone(failure.until, wb.timeZone) };
    }
    if (failure instanceof TemporaryStop) {
      return {
        status: JOB_STATUS.waiting,
        note: `${failure.what} Работа продолжится сама.`,
        resumesAt: isoInZone(now() + TRY_AGAIN_MS, wb.timeZone),
      };
    }
    if (failure instanceof Stop) {
      return { status: JOB_STATUS.stopped, note: `${failure.what} ${failure.mend}`, resumesAt: null };
    }
    throw failure;
  }
}

function record(
  wb: Workbook,
  code: string,
  patch: Partial<Pick<Job, "status" | "note" | "resumesAt" | "done" | "total">>,
): JobProgress {
  const job = wb.update(jobs, code, { ...patch, updatedAt: wb.moment });
  wb.note({ what: `${job.title ?? "Работа"}: ${job.status}, сделано ${job.done} из ${job.total}`, records: [code] });
  return progressOf(job);
}

function progressOf(job: Job): JobProgress {
  const { code, kind, title, status, done, total, note, resumesAt } = job;
  return { code, kind, title: title ?? "", status, done, total, note, resumesAt };
}

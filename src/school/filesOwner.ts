// The account that owns the school's files, and the commands that only it can do: others hand them on to it.
import type * as z from "zod";
import { effectiveUser } from "../google/session";
import { HandedOn, Stop } from "../google/stop";
import { JOB_STATUS, jobs } from "../jobs/jobs.table";
import { defineTask, startJob, whoDoesIt, type StartableJob } from "../jobs/jobs";
import { change } from "../workbook/commands";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { settings } from "./settings.table";

/**
 * The account that owns the files, if the one at work does not: Google shows each account only the files that it made
 * through the add-on itself. Null if the one at work owns them, or nobody does yet.
 */
export function otherOwner(wb: ReadOnlyWorkbook): string | null {
  const owner = wb.setting(settings, "ownerEmail");
  return owner === null || owner === effectiveUser() ? null : owner;
}

/**
 * For commands that cannot wait for another account.
 *
 * @param what what is wanted, in the infinitive: «изменить шаблон»
 */
export function requireOwner(wb: ReadOnlyWorkbook, what: string): void {
  const owner = otherOwner(wb);
  if (owner === null) return;
  throw new Stop(
    `Отсюда нельзя ${what}: файлы принадлежат учётной записи ${owner}.`,
    "Сделайте это под ней. Если эта запись больше не используется, откройте «Начало работы» и нажмите «Передать мне»: файлы перейдут к Вам.",
  );
}

/** A command that needs the owner's files. */
export interface OwnersCommand<P, R> extends StartableJob<P> {
  /**
   * Does it at once if the account at work can, else plans it as a job that the owner's heartbeat does.
   *
   * @throws HandedOn when it was planned; Stop as the command itself
   */
  ask(params: P): R;
}

interface CommandDefinition<P, R> {
  /** Latin key of the job. */
  key: string;
  /** In Russian, for the journal. */
  title: string;
  params: z.ZodType<P, P>;
  /** Refuses what can be known to be impossible before it is handed on: later nobody is there to read it. */
  check?: (wb: ReadOnlyWorkbook, params: P) => void;
  /** False where it can do without the owner's files this time. */
  needsFiles?: (wb: ReadOnlyWorkbook, params: P) => boolean;
  /** Repeating it must do no harm: it may be interrupted and done again. */
  do(wb: Workbook, params: P): R;
}

/** Declares a command that needs the owner's files. */
export function defineOwnersCommand<P, R>(definition: CommandDefinition<P, R>): OwnersCommand<P, R> {
  const task = defineTask({ ...definition, doneBy: otherOwner });
  return {
    ...task,
    ask: (params) => {
      const outcome = change(definition.title, (wb) => {
        const owner = otherOwner(wb);
        if (owner === null || definition.needsFiles?.(wb, params) === false) return { done: definition.do(wb, params) };
        definition.check?.(wb, params);
        return { handedOn: handOn(wb, task, params, owner) };
      });
      if ("done" in outcome) return outcome.done;
      throw outcome.handedOn;
    },
  };
}

function handOn<P>(wb: Workbook, task: StartableJob<P>, params: P, owner: string): HandedOn {
  const asked = JSON.stringify(params);
  const last = wb
    .all(jobs)
    .filter((job) => job.kind === task.key && JSON.stringify(job.params) === asked)
    .pop();
  startJob(wb, task, params);
  wb.note({ what: `Поручено учётной записи ${owner}: ${task.title}` });
  const before = last?.status === JOB_STATUS.stopped ? ` В прошлый раз не получилось: ${last.note ?? ""}` : "";
  return new HandedOn("Поручение принято.", `${whoDoesIt(owner)}${before}`);
}

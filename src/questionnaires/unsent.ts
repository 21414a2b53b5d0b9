// Invitations that wait for a letter and that no open job will send: set back by hand, or left by a job that stopped.
import { type Job, JOB_STATUS, jobs } from "../jobs/jobs.table";
import { type JobProgress, startJob, type StartableJob } from "../jobs/jobs";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { FORM_STATUS, forms } from "./forms.table";
import { INVITATION_STATUS, invitations } from "./invitations.table";
import type { MailParams } from "./sendInvitations";

/** A job that stopped is not begun again at every beat: what stopped it is likely to be there still. */
const AFTER_STOP_MS = 60 * 60 * 1000;

/** A job that is wanted. */
interface Wanted {
  kind: StartableJob<MailParams>;
  form: string;
}

/**
 * The jobs that are missing: one for each open form with letters to send (not past its deadline, to people with an
 * address) that no job in hand will send.
 *
 * @param kinds the jobs that send invitations; each knows its own questionnaires
 */
export function unsentInvitations(wb: ReadOnlyWorkbook, kinds: readonly StartableJob<MailParams>[]): Wanted[] {
  const open = wb
    .all(forms)
    .filter(({ status, deadline }) => status === FORM_STATUS.open && (deadline === null || deadline >= wb.today));
  // The heartbeat comes here every ten minutes: each tab is read only if the one before gave a reason.
  if (open.length === 0) return [];
  const waiting = new Set(
    wb.all(invitations).flatMap(({ form, status }) => (status === INVITATION_STATUS.planned ? [form] : [])),
  );
  return open
    .filter(({ code }) => waiting.has(code))
    .flatMap(({ code }) => kinds.map((kind) => ({ kind, form: code })))
    .filter(({ kind, form }) => kind.count(wb, { form }) > 0)
    .filter(({ kind, form }) => !wb.all(jobs).some((job) => covers(job, kind.key, form) && isInHand(job, wb.now)));
}

/** Starts the missing jobs; a second call finds them in hand. */
export function sendUnsent(wb: Workbook, kinds: readonly StartableJob<MailParams>[]): JobProgress[] {
  return unsentInvitations(wb, kinds).map(({ kind, form }) => startJob(wb, kind, { form }));
}

function covers(job: Job, kind: string, form: string): boolean {
  const only = (job.params as Partial<MailParams> | null)?.form ?? null;
  return job.kind === kind && (only === null || only === form);
}

function isInHand({ status, updatedAt }: Job, now: number): boolean {
  if (status === JOB_STATUS.waiting || status === JOB_STATUS.going) return true;
  return status === JOB_STATUS.stopped && updatedAt !== null && now - Date.parse(updatedAt) < AFTER_STOP_MS;
}

// Many documents as one job: so many at a time, told from the register what remains, no document twice.
import * as z from "zod";
import { documents } from "../documents/documents.table";
import type { PaperStore } from "../documents/makeDocuments";
import { latestVersions } from "../documents/register";
import { defineJob, startJob, type JobProgress, type StartableJob } from "../jobs/jobs";
import { jobs, JOB_STATUS } from "../jobs/jobs.table";
import { otherOwner } from "../school/filesOwner";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { answersSchema } from "./fields";
import { makePapers, refusePage } from "./makePapers";
import { isError, obstaclesOf, refuseObstacles } from "./obstacles";
import type { AnyPaperKind, PaperCase } from "./paperKind";
import type { PaperInput } from "./papersView";
import type { FindKind } from "./requests";
import { casesOf } from "./subjects";

/** So many go up together: two rounds of parallel requests, and few records of progress. */
const BATCH = 40;

const params = z.object({
  kind: z.string(),
  subjects: z.array(z.string()),
  values: answersSchema,
  /** ISO text: what was made since then is done. */
  since: z.string(),
});
type Params = z.infer<typeof params>;

/** Documents of one kind about many subjects. Whoever cannot have theirs any more is left out. */
export function definePapersJob(find: FindKind, store?: PaperStore, batch = BATCH): StartableJob<Params> {
  return defineJob<Params, PaperCase>({
    key: "papers",
    title: "Подготовка документов",
    params,
    batch,
    doneBy: otherOwner,
    remaining: (wb, wanted) => {
      const kind = find(wanted.kind);
      return kind === undefined ? [] : undone(wb, kind, wanted);
    },
    do: (wb, cases, { kind: key }) => {
      const kind = find(key);
      if (kind !== undefined) makePapers(wb, kind, cases, store);
    },
  });
}

function undone(wb: ReadOnlyWorkbook, kind: AnyPaperKind, wanted: Params): PaperCase[] {
  const latest = latestVersions(wb.all(documents));
  const since = Date.parse(wanted.since);
  const isMade = (subject: string): boolean => {
    const madeAt = latest(kind.paper.key, subject)?.madeAt ?? null;
    return madeAt !== null && Date.parse(madeAt) >= since;
  };
  return casesOf(wb, kind, { ...wanted, document: null })
    .filter(({ subject }) => !isMade(subject))
    .filter((about) => !obstaclesOf(wb, kind, about).some(isError));
}

/**
 * Plans the documents. Asked for again on the same day, what was stopped goes on where it stood.
 *
 * @throws Stop when one of them may not be made
 */
export function planPapers(
  wb: Workbook,
  job: StartableJob<Params>,
  kind: AnyPaperKind,
  input: PaperInput,
): JobProgress {
  refusePage(kind);
  const cases = casesOf(wb, kind, input);
  const wanted = { kind: kind.paper.key, subjects: cases.map(({ subject }) => subject), values: input.values };
  const since = stoppedSince(wb, job, wanted);
  if (since === null) refuseObstacles(wb, kind, cases);
  return startJob(wb, job, { ...wanted, since: since ?? wb.moment });
}

/** When the same was begun today and not finished; null if it was not. */
function stoppedSince(wb: ReadOnlyWorkbook, job: StartableJob<Params>, wanted: Omit<Params, "since">): string | null {
  const asked = JSON.stringify(wanted);
  const same = wb.all(jobs).flatMap((row): string[] => {
    if (row.kind !== job.key || row.status === JOB_STATUS.done) return [];
    const known = params.safeParse(row.params);
    if (!known.success) return [];
    const { since, ...rest } = known.data;
    return JSON.stringify(rest) === asked && since.slice(0, 10) === wb.today ? [since] : [];
  });
  return same[same.length - 1] ?? null;
}

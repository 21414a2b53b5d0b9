// A school year on its way to the archive: what goes, what stays and why, then the job.
import { useState } from "preact/hooks";
import type { ArchivePreview } from "../../lists/archive/archiveView";
import type { JobProgress } from "../../jobs/jobs";
import { server } from "../shared/client";
import { Confirm, Notice, Trouble } from "../shared/components";
import { Loaded, useAction } from "../shared/load";
import { Work } from "../shared/work";

function Preview({ preview, reload }: { preview: ArchivePreview; reload: () => Promise<void> }) {
  const [job, setJob] = useState<JobProgress | null>(null);
  const { error, run } = useAction();
  const { year, going, staying, total } = preview;
  if (job) return <Work jobs={[job]} onEnd={reload} />;
  return (
    <div class="card">
      <h3>{year}: что уйдёт в архив</h3>
      {total === 0 ? (
        <Notice title="Пока нечего переносить" />
      ) : (
        <ul class="plain">
          {going.map(({ tab, count }) => (
            <li key={tab}>
              {tab}: <b>{count}</b>
            </li>
          ))}
        </ul>
      )}
      {staying.length > 0 && (
        <>
          <h3>Что останется</h3>
          <ul class="plain small">
            {staying.map(({ what, count, why }) => (
              <li key={what}>
                {what}: <b>{count}</b>. {why}
              </li>
            ))}
          </ul>
        </>
      )}
      {error !== null && <Trouble error={error} />}
      {total > 0 && (
        <Confirm
          label="Перенести в архив"
          confirmLabel="Перенести"
          question={`Строк: ${total}. Сначала они будут записаны в файл «Архив ${year}» на Диске, затем убраны со вкладок.`}
          onConfirm={() =>
            run(async () => {
              setJob(await server.startArchive(year));
            })
          }
        />
      )}
    </div>
  );
}

/** Loads what an archive of the year would do. */
export function Year({ year, reload }: { year: string; reload: () => Promise<void> }) {
  return (
    <Loaded load={() => server.previewArchive(year)}>
      {(preview) => <Preview preview={preview} reload={reload} />}
    </Loaded>
  );
}

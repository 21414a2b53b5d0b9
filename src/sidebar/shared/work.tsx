// Drives the server's jobs chunk by chunk and shows how far they have come; if the page is closed, the heartbeat goes on.
import { useEffect, useRef, useState } from "preact/hooks";
import type { JobProgress } from "../../jobs/jobs";
import { server } from "./client";
import { Notice, Progress, Trouble } from "./components";

/** Jobs in these states need the server no more, or not now. */
const RESTING: readonly (JobProgress["status"] | null)[] = ["готово", "остановлено"];

function isResting(job: JobProgress): boolean {
  return RESTING.includes(job.status) || job.resumesAt !== null;
}

/** Says that answers come by themselves, where the account at the keyboard cannot fetch them. */
export function GatheredBy({ account }: { account: string }) {
  return (
    <Notice tone="info" title="Ответы собираются сами">
      Анкеты принадлежат учётной записи {account}: её фоновая проверка соберёт ответы в течение 10 минут. Если эта
      запись больше не используется, откройте «Начало работы» и нажмите «Передать мне».
    </Notice>
  );
}

/** Shows jobs and keeps them going. `onEnd` is called once, when none of them can go on now. */
export function Work({ jobs, onEnd }: { jobs: readonly JobProgress[]; onEnd: () => void | Promise<void> }) {
  const [states, setStates] = useState(jobs);
  const [error, setError] = useState<unknown>(null);
  const alive = useRef(true);
  useEffect(() => {
    alive.current = true;
    const drive = async () => {
      for (const job of jobs) {
        let state = job;
        while (alive.current && !isResting(state)) {
          state = await server.continueWork(state.code);
          setStates((before) => before.map((one) => (one.code === state.code ? state : one)));
        }
      }
      await onEnd();
    };
    drive().catch(setError);
    return () => {
      alive.current = false;
    };
  }, []);
  return (
    <div class="stack">
      {states.map((state) => (
        <div key={state.code} class="stack">
          <Progress done={state.done} total={state.total} label={state.title} />
          {state.note && <Notice tone={state.status === "остановлено" ? "bad" : "warn"}>{state.note}</Notice>}
          {state.resumesAt && (
            <p class="small muted">Продолжится само: {new Date(state.resumesAt).toLocaleString("ru-RU")}.</p>
          )}
        </div>
      ))}
      {states.some((state) => !isResting(state)) && (
        <p class="small muted">Окно можно закрыть: работа продолжится сама в течение 10 минут.</p>
      )}
      {error !== null && <Trouble error={error} />}
    </div>
  );
}

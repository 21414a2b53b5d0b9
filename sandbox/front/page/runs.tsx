// «Выполнения»: every run of the script, what it cost on Google's clock as modelled, what it logged, how it failed.
import type { RunRecord } from "../workspace";
import { useLoaded } from "./loaded";
import { hrefOf } from "./route";
import { counted, secondsOf, shortMoment } from "./words";

const KINDS: Record<RunRecord["kind"], string> = {
  simple: "простой триггер",
  menu: "меню",
  client: "вызов из панели",
  trigger: "триггер",
  api: "API",
};

export function RunsPage({ id }: { id: string }) {
  const runs = useLoaded("readRuns", {});
  const all = runs.value ?? [];
  const open = all.find((run) => String(run.id) === id);
  return (
    <section class="place page" aria-label="Выполнения">
      <header class="page-head">
        <h1>Выполнения</h1>
        <p class="muted">Время — расчётное: сколько выполнение заняло бы у Google.</p>
      </header>
      {runs.failure && <p class="empty">{runs.failure}</p>}
      {runs.value && all.length === 0 && <p class="empty">Скрипт ещё не запускался.</p>}
      <div class={open ? "split" : ""}>
        {all.length > 0 && (
          <table class="list runs">
            <thead>
              <tr>
                <th>Начало</th>
                <th>Функция</th>
                <th>Вид</th>
                <th class="number">Обращений</th>
                <th class="number">Время</th>
                <th>Итог</th>
              </tr>
            </thead>
            <tbody>
              {all.map((run) => (
                <tr key={run.id} class={run.id === open?.id ? "current" : ""}>
                  <td>{shortMoment(run.at)}</td>
                  <td>
                    <a href={hrefOf("runs", String(run.id))}>{run.function}</a>
                  </td>
                  <td>{KINDS[run.kind]}</td>
                  <td class="number">{run.calls}</td>
                  <td class="number">{secondsOf(run.seconds)}</td>
                  <td>
                    {run.ok ? <span class="state open">выполнено</span> : <span class="state failed">ошибка</span>}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {open && <RunDetails run={open} />}
      </div>
    </section>
  );
}

function RunDetails({ run }: { run: RunRecord }) {
  return (
    <aside class="details" aria-label={`Выполнение ${run.function}`}>
      <h2>{run.function}</h2>
      <p class="muted">
        {run.user}
        <br />
        {counted(run.calls, "обращение", "обращения", "обращений")} к службам, {run.handles} без пересылки,{" "}
        {secondsOf(run.seconds)}
      </p>
      {run.error !== null && (
        <pre class="error-text">
          {run.error}
          {run.stack === "" ? "" : `\n\n${run.stack}`}
        </pre>
      )}
      {run.log.length > 0 && (
        <>
          <h3>Журнал</h3>
          <pre>{run.log.map((line) => `${line.level === "log" ? "" : `${line.level}: `}${line.text}`).join("\n")}</pre>
        </>
      )}
      <h3>Обращения</h3>
      <table class="members">
        <tbody>
          {run.byMember.map(([member, times]) => (
            <tr key={member}>
              <td>{member}</td>
              <td class="number">{times}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  );
}

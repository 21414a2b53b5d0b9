// «Проверка установки»: tries everything the add-on relies on and says what to show the administrator.
import { useState } from "preact/hooks";
import type { ProbeResult, ProbeView } from "../../installCheck";
import { server } from "../shared/client";
import { Badge, Button, Notice, Page, Progress, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";

function Probes({ probes }: { probes: ProbeView[] }) {
  const [results, setResults] = useState<ProbeResult[]>([]);
  const [running, setRunning] = useState(false);
  const { error, run } = useAction();
  const finished = results.length === probes.length;
  const failed = results.filter((result) => !result.ok).length;
  const start = () =>
    run(async () => {
      setRunning(true);
      setResults([]);
      try {
        for (let index = 0; index < probes.length; index++) {
          const result = await server.runProbe(index);
          setResults((before) => [...before, result]);
        }
      } finally {
        setRunning(false);
      }
    });
  return (
    <>
      <p class="muted">
        Проверка создаёт временную вкладку и документ и сразу убирает их. Пустая форма «Проверка установки — можно
        удалить» остаётся на Диске закрытой. Ничьи данные не затрагиваются.
      </p>
      {running && <Progress done={results.length} total={probes.length} label="Проверено" />}
      {finished && (
        <Notice
          tone={failed === 0 ? "good" : "bad"}
          title={failed === 0 ? "Всё работает" : `Не прошло проверок: ${failed}`}
        >
          {failed > 0 && "Покажите этот список администратору Google Workspace Вашей организации."}
        </Notice>
      )}
      {error !== null && <Trouble error={error} />}
      <ul class="list">
        {probes.map((probe, index) => {
          const result = results[index];
          return (
            <li key={probe.title} class="card">
              <div class="row between">
                <b>{probe.title}</b>
                {result && <Badge tone={result.ok ? "good" : "bad"}>{result.ok ? "да" : "нет"}</Badge>}
              </div>
              <span class="small muted">{probe.matters}</span>
              {result && !result.ok && <span class="small">{result.seen}</span>}
            </li>
          );
        })}
      </ul>
      <div class="actions">
        <Button kind="primary" onPress={start}>
          {finished ? "Проверить ещё раз" : "Проверить"}
        </Button>
      </div>
    </>
  );
}

mount(
  <Page title="Проверка установки">
    <Loaded load={() => server.loadInstallCheck()}>{(probes) => <Probes probes={probes} />}</Loaded>
  </Page>,
);

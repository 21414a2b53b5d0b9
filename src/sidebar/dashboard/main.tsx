// «Сводка»: where the mentoring stands, and the button that renews the tab with its charts.
import { useState } from "preact/hooks";
import type { DashboardView, Indicator } from "../../monitoring/dashboardView";
import { server } from "../shared/client";
import { Button, Figure, Notice, Page, Section, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";

function percent(value: number | null): string {
  return value === null ? "—" : `${Math.round(value * 100)}\u00a0%`;
}

function mark(value: number | null): string {
  return value === null ? "—" : value.toLocaleString("ru-RU", { maximumFractionDigits: 1 });
}

function IndicatorRow({ indicator }: { indicator: Indicator }) {
  return (
    <li class="card">
      <div class="row between">
        <span>{indicator.title}</span>
        <b>{percent(indicator.value)}</b>
      </div>
      <span class="small muted">
        {indicator.counted}. Ориентир: {indicator.target}.
      </span>
      <details class="small">
        <summary>Как считается</summary>
        {indicator.formula}
      </details>
    </li>
  );
}

function Counts({ title, counts }: { title: string; counts: DashboardView["pairs"] }) {
  return (
    <Section title={title}>
      <div class="figures">
        {counts.map(({ label, count }) => (
          <Figure key={label} value={count} label={label} />
        ))}
      </div>
    </Section>
  );
}

function Dashboard({ view, replace }: { view: DashboardView; replace: (view: DashboardView) => void }) {
  const [done, setDone] = useState(false);
  const { error, run } = useAction();
  return (
    <>
      <p class="muted small">
        Учебный год {view.schoolYear}. Посчитано {view.countedAt}. Средние показываются, если ответили не менее трёх
        человек.
      </p>
      {view.toUpdate > 0 && (
        <Notice tone="warn" title={`Пора обновить сведения: ${view.toUpdate}`}>
          Они старше года. Откройте «Наставничество → Обновление сведений».
        </Notice>
      )}
      <div class="figures">
        <Figure value={mark(view.satisfaction.mentees)} label="оценка наставляемых из 10" />
        <Figure value={mark(view.satisfaction.mentors)} label="оценка наставников из 10" />
      </div>
      <Counts title="Пары по статусам" counts={view.pairs} />
      <Counts title="Ждут наставника" counts={view.waiting} />
      {done && <Notice tone="good" title="Вкладка «Сводка» обновлена" />}
      {error !== null && <Trouble error={error} />}
      <Button
        kind="primary"
        onPress={() =>
          run(async () => {
            replace(await server.refreshDashboard());
            setDone(true);
          })
        }
      >
        Обновить вкладку «Сводка»
      </Button>
      <Section title="Показатели">
        <ul class="list">
          {view.indicators.map((indicator) => (
            <IndicatorRow key={indicator.code} indicator={indicator} />
          ))}
        </ul>
      </Section>
    </>
  );
}

mount(
  <Page title="Сводка">
    <Loaded load={() => server.loadDashboard()}>
      {(view, _, replace) => <Dashboard view={view} replace={replace} />}
    </Loaded>
  </Page>,
);

// «Программы пар»: which pairs have no programme yet, how the others go, one button for all.
import { useState } from "preact/hooks";
import type { JobProgress } from "../../jobs/jobs";
import type { PairProgramme, ProgrammeMade, ProgrammesView } from "../../programmes/programmesView";
import { server } from "../shared/client";
import { Badge, Button, Empty, Notice, Page, Section, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";
import { OwnTemplate } from "../shared/ownTemplate";
import { Work } from "../shared/work";

function Made({ made }: { made: ProgrammeMade }) {
  return (
    <Notice
      tone={made.warnings.length > 0 ? "warn" : "good"}
      title={made.drafted ? "Программа составлена" : "Документ обновлён"}
    >
      {made.link && (
        <p>
          <a href={made.link} target="_blank" rel="noreferrer">
            Открыть программу
          </a>
        </p>
      )}
      {made.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
    </Notice>
  );
}

function State({ pair }: { pair: PairProgramme }) {
  const { programme } = pair;
  if (programme === null) {
    return (
      <>
        <Badge tone="warn">нет программы</Badge>
        <p class="small muted">
          {pair.undiagnosed
            ? "Затруднения ещё не выявлены: программа начнётся с диагностики."
            : `Направления: ${pair.directions.join(", ")}.`}
        </p>
      </>
    );
  }
  return (
    <>
      <div class="row">
        <Badge tone="good">{programme.status}</Badge>
        {programme.overdue > 0 && <Badge tone="bad">{`просрочено: ${programme.overdue}`}</Badge>}
      </div>
      <p class="small muted">
        {programme.term}. Выполнено мероприятий: {programme.done} из {programme.activities}.
      </p>
      {programme.link && (
        <a href={programme.link} target="_blank" rel="noreferrer">
          Открыть документ
        </a>
      )}
    </>
  );
}

function PairCard({ pair, reload }: { pair: PairProgramme; reload: () => Promise<void> }) {
  const [made, setMade] = useState<ProgrammeMade | null>(null);
  const { error, run } = useAction();
  return (
    <li class="card">
      <b>
        {pair.mentorName} — {pair.menteeNames}
      </b>
      <State pair={pair} />
      {made && <Made made={made} />}
      {error !== null && <Trouble error={error} />}
      <Button
        kind={pair.programme === null ? "primary" : "plain"}
        onPress={() =>
          run(async () => {
            setMade(await server.makeProgramme({ pair: pair.pair }));
            await reload();
          })
        }
      >
        {pair.programme === null ? "Составить программу" : "Обновить документ"}
      </Button>
    </li>
  );
}

function Programmes({ view, reload }: { view: ProgrammesView; reload: () => Promise<void> }) {
  const [job, setJob] = useState<JobProgress | null>(null);
  const { error, run } = useAction();
  const without = view.pairs.filter((pair) => pair.programme === null);
  if (view.pairs.length === 0) {
    return (
      <Empty title="Пар пока нет">
        <p>Сначала подберите пары: «Наставничество → Подбор пар».</p>
      </Empty>
    );
  }
  return (
    <>
      <p>
        Пар: <b>{view.pairs.length}</b>, без программы: <b>{without.length}</b>.
      </p>
      {job && <Work key={job.code} jobs={[job]} onEnd={reload} />}
      {error !== null && <Trouble error={error} />}
      {without.length > 1 && (
        <Button
          kind="primary"
          onPress={() =>
            run(async () => {
              setJob(await server.makeProgrammes());
            })
          }
        >
          {`Составить все недостающие: ${without.length}`}
        </Button>
      )}
      <p class="small muted">
        Мероприятия подбираются по затруднениям наставляемого. Меняйте их на вкладке «Мероприятия», а цель и задачи — на
        вкладке «Программы». Документ заполняется по ним заново: правки, сделанные прямо в нём, пропадут.
      </p>
      <OwnTemplate edit={() => server.editProgrammeTemplate()} />
      <Section>
        <ul class="list">
          {view.pairs.map((pair) => (
            <PairCard key={pair.pair} pair={pair} reload={reload} />
          ))}
        </ul>
      </Section>
    </>
  );
}

mount(
  <Page title="Программы пар">
    <Loaded load={() => server.loadProgrammes()}>{(view, reload) => <Programmes view={view} reload={reload} />}</Loaded>
  </Page>,
);

// «Итоговый опрос»: launch it for both sides of the pairs, watch the answers come, remind, close.
import { useState } from "preact/hooks";
import type { JobProgress } from "../../jobs/jobs";
import type { SurveyPulled, SurveyRound, SurveysView } from "../../surveys/surveysView";
import { server } from "../shared/client";
import {
  Badge,
  Button,
  Confirm,
  Empty,
  Notice,
  Page,
  Section,
  SelectField,
  TextField,
  Trouble,
} from "../shared/components";
import { DecisionList } from "../shared/decisions";
import { FormProgress } from "../shared/formProgress";
import { Loaded, mount, useAction } from "../shared/load";
import { GatheredBy, Work } from "../shared/work";

function Launch({ view, onJobs }: { view: SurveysView; onJobs: (jobs: JobProgress[]) => Promise<void> }) {
  const [deadline, setDeadline] = useState(view.proposedDeadline);
  const [whom, setWhom] = useState<"active" | "all">("all");
  const { error, run } = useAction();
  const audience = view.rounds.reduce((sum, round) => sum + round.audience, 0);
  return (
    <Section title="Запустить опрос">
      <SelectField
        name="Кого спросить"
        value={whom}
        options={[
          { value: "all", label: `действующие и завершённые пары (${view.pairs.active + view.pairs.ended})` },
          { value: "active", label: `только действующие пары (${view.pairs.active})` },
        ]}
        onChange={(value) => {
          setWhom(value === "active" ? "active" : "all");
        }}
      />
      <TextField name="Ответить до" type="date" value={deadline} onChange={setDeadline} />
      {error !== null && <Trouble error={error} />}
      <Confirm
        label="Запустить опрос"
        confirmLabel="Разослать"
        disabled={audience === 0}
        question={`Наставникам и наставляемым уйдут письма с личными ссылками: до ${audience}. Кто уже получил приглашение, второго не получит.`}
        onConfirm={() =>
          run(async () => {
            const started = await server.launchSurvey({ deadline, whom });
            await onJobs(started.jobs);
          })
        }
      />
    </Section>
  );
}

function Round({ round }: { round: SurveyRound }) {
  if (round.form === null) return null;
  return (
    <div class="card">
      <div class="row between">
        <b>{round.name}</b>
        <Badge tone={round.status === "открыта" ? "good" : "info"}>{round.status}</Badge>
      </div>
      <FormProgress form={round} />
    </div>
  );
}

function Pulled({ pulled }: { pulled: SurveyPulled }) {
  if (pulled.gatheredBy !== null) return <GatheredBy account={pulled.gatheredBy} />;
  return (
    <Notice tone={pulled.lost.length > 0 ? "warn" : "good"} title={`Новых ответов: ${pulled.taken}`}>
      {pulled.late > 0 && <p>После срока: {pulled.late}.</p>}
      {pulled.toDecide > 0 && <p>Нужно решить, чей ответ: {pulled.toDecide}.</p>}
      {pulled.lost.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

function Surveys({ view, reload }: { view: SurveysView; reload: () => Promise<void> }) {
  const [jobs, setJobs] = useState<readonly JobProgress[]>([]);
  const [pulled, setPulled] = useState<SurveyPulled | null>(null);
  const { error, run } = useAction();
  const launched = view.rounds.some((round) => round.form !== null);
  const start = async (started: readonly JobProgress[]) => {
    setJobs(started);
    await reload();
  };
  if (view.pairs.active + view.pairs.ended === 0) {
    return (
      <Empty title="Опрашивать пока некого">
        <p>Опрос проводится, когда есть пары, закреплённые приказом.</p>
      </Empty>
    );
  }
  return (
    <>
      <p class="muted">
        Наставляемые и наставники оценивают работу пары. Ответы наставляемых видит только куратор; в сводку попадают
        средние не менее чем по трём ответам.
      </p>
      {jobs.length > 0 && <Work key={jobs.map((job) => job.code).join()} jobs={jobs} onEnd={reload} />}
      {view.rounds.map((round) => (
        <Round key={round.questionnaire} round={round} />
      ))}
      {pulled && <Pulled pulled={pulled} />}
      <DecisionList decisions={view.decisions} people={view.authors} onDecided={reload} />
      {error !== null && <Trouble error={error} />}
      {launched && (
        <div class="row">
          <Button
            kind="primary"
            onPress={() =>
              run(async () => {
                setPulled(await server.pullSurvey());
                await reload();
              })
            }
          >
            Собрать ответы
          </Button>
          <Confirm
            label="Напомнить"
            kind="plain"
            confirmLabel="Напомнить"
            question="Письмо получат только те, кто ещё не ответил."
            onConfirm={() =>
              run(async () => {
                await start((await server.remindSurvey()).jobs);
              })
            }
          />
          <Confirm
            label="Завершить опрос"
            kind="danger"
            confirmLabel="Завершить"
            question="Анкеты перестанут принимать ответы. Собранное останется."
            onConfirm={() =>
              run(async () => {
                setPulled(await server.pullSurvey());
                await server.closeSurvey();
                await reload();
              })
            }
          />
        </div>
      )}
      <Launch view={view} onJobs={start} />
    </>
  );
}

mount(
  <Page title="Итоговый опрос">
    <Loaded load={() => server.loadSurveys()}>{(view, reload) => <Surveys view={view} reload={reload} />}</Loaded>
  </Page>,
);

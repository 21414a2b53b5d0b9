// «Анкеты участников»: whom to ask to be a mentor, whom to ask for their request, and what has come back.
import { useState } from "preact/hooks";
import type { IntakeSide, IntakeView } from "../../bank/bankView";
import type { Role } from "../../bank/consentRules";
import type { RolesGiven } from "../../bank/roles";
import type { JobProgress } from "../../jobs/jobs";
import type { PulledAnswers } from "../../questionnaires/pullAnswers";
import { server } from "../shared/client";
import { Button, Confirm, Empty, Notice, Page, Section, TextField, Trouble } from "../shared/components";
import { DecisionList } from "../shared/decisions";
import { FormProgress } from "../shared/formProgress";
import { Loaded, mount, useAction } from "../shared/load";
import { GatheredBy, Work } from "../shared/work";
import { People } from "./people";

/** Nobody is invited twice: whose letter has not left yet may be chosen again, once the address is mended. */
const UNSENT: readonly (string | null)[] = [null, "к отправке", "не отправлено"];

function Launch({
  side,
  view,
  onJob,
}: {
  side: IntakeSide;
  view: IntakeView;
  onJob: (job: JobProgress) => Promise<void>;
}) {
  const open = side.candidates.filter(({ invitation }) => UNSENT.includes(invitation));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        open
          .filter(({ reason, hasAddress, invitation }) => reason !== null && hasAddress && invitation === null)
          .map(({ code }) => code),
      ),
  );
  const [deadline, setDeadline] = useState(side.deadline ?? view.proposedDeadline);
  const { error, run } = useAction();
  if (open.length === 0) return <p class="small muted">Все, кого можно спросить, уже приглашены.</p>;
  return (
    <div class="stack">
      <People candidates={open} chosen={chosen} onChange={setChosen} />
      <TextField name="Ответить до" type="date" value={deadline} onChange={setDeadline} />
      {error !== null && <Trouble error={error} />}
      <Confirm
        label={`Пригласить: ${chosen.size}`}
        confirmLabel="Разослать"
        disabled={chosen.size === 0}
        question={`Выбранным (${chosen.size}) уйдут письма с личными ссылками на анкету.`}
        onConfirm={() =>
          run(async () => {
            const launched = await server.launchIntake({
              questionnaire: side.questionnaire,
              people: [...chosen],
              deadline,
            });
            setChosen(new Set());
            await onJob(launched.job);
          })
        }
      />
    </div>
  );
}

function Side({
  side,
  view,
  onJob,
}: {
  side: IntakeSide;
  view: IntakeView;
  onJob: (job: JobProgress) => Promise<void>;
}) {
  const { error, run } = useAction();
  const { form } = side;
  return (
    <Section title={side.name}>
      {form !== null && (
        <>
          <FormProgress form={side} />
          {side.sent > side.answered && (
            <Confirm
              label="Напомнить не ответившим"
              kind="plain"
              confirmLabel="Напомнить"
              question={`Письмо получат те, кто ещё не ответил: ${side.sent - side.answered}.`}
              onConfirm={() =>
                run(async () => {
                  await onJob(await server.remindIntake(form));
                })
              }
            />
          )}
        </>
      )}
      {error !== null && <Trouble error={error} />}
      <details open={form === null}>
        <summary>Кого пригласить</summary>
        <Launch side={side} view={view} onJob={onJob} />
      </details>
    </Section>
  );
}

/** For those who will not fill in a form: the rows selected on «Педагоги» go into a bank at once. */
function WithoutForm({ reload }: { reload: () => Promise<void> }) {
  const [done, setDone] = useState<RolesGiven | null>(null);
  const { error, run } = useAction();
  const give = (role: Role) =>
    run(async () => {
      setDone(await server.giveRoleToSelected(role));
      await reload();
    });
  return (
    <Section title="Без анкеты">
      <p class="small muted">Выделите строки на вкладке «Педагоги» и добавьте этих людей в банк.</p>
      <div class="row">
        <Button onPress={() => give("mentor")}>В наставники</Button>
        <Button onPress={() => give("mentee")}>В наставляемые</Button>
      </div>
      {done && <Notice tone="good" title={`Добавлено: ${done.added.length}, уже были: ${done.already.length}`} />}
      {error !== null && <Trouble error={error} />}
    </Section>
  );
}

function Pulled({ pulled }: { pulled: PulledAnswers }) {
  const toDecide = pulled.unknown + pulled.doubtful;
  if (pulled.gatheredBy !== null) return <GatheredBy account={pulled.gatheredBy} />;
  return (
    <Notice tone={pulled.lost.length > 0 ? "warn" : "good"} title={`Новых ответов: ${pulled.taken}`}>
      {pulled.late > 0 && <p>Из них после срока: {pulled.late}.</p>}
      {toDecide > 0 && <p>Не удалось узнать автора: {toDecide}. Укажите его ниже.</p>}
      {pulled.lost.map((form) => (
        <p key={form.form}>
          {form.what} {form.mend}
        </p>
      ))}
    </Notice>
  );
}

function Intake({ view, reload }: { view: IntakeView; reload: () => Promise<void> }) {
  const [jobs, setJobs] = useState<readonly JobProgress[]>(view.jobs);
  const [pulled, setPulled] = useState<PulledAnswers | null>(null);
  const { error, run } = useAction();
  if (view.sides.every((side) => side.candidates.length === 0)) {
    return (
      <Empty title="В банке пока нет педагогов">
        <p>Сначала загрузите список: «Наставничество → Импорт списка педагогов».</p>
      </Empty>
    );
  }
  const onJob = async (job: JobProgress) => {
    setJobs([job]);
    await reload();
  };
  const onPulled = async (result: PulledAnswers) => {
    setPulled(result);
    await reload();
  };
  const authors = view.sides[0]?.candidates ?? [];
  return (
    <>
      {jobs.length > 0 && <Work key={jobs.map((job) => job.code).join()} jobs={jobs} onEnd={reload} />}
      {pulled && <Pulled pulled={pulled} />}
      {error !== null && <Trouble error={error} />}
      {view.sides.some((side) => side.form !== null) && (
        <Button
          kind="primary"
          onPress={() =>
            run(async () => {
              await onPulled(await server.pullIntake());
            })
          }
        >
          Собрать ответы
        </Button>
      )}
      <DecisionList decisions={view.decisions} people={authors} onDecided={reload} />
      {view.sides.map((side) => (
        <Side key={`${side.questionnaire}${side.invited}`} side={side} view={view} onJob={onJob} />
      ))}
      <WithoutForm reload={reload} />
    </>
  );
}

mount(
  <Page title="Анкеты участников">
    <Loaded load={() => server.loadIntake()}>{(view, reload) => <Intake view={view} reload={reload} />}</Loaded>
  </Page>,
);

// «Обновление сведений»: once a year everybody confirms or corrects what the bank knows of them.
import { useState } from "preact/hooks";
import type { UpdateProgress, YearlyUpdateView } from "../../bank/yearlyUpdate/yearlyUpdateView";
import type { PulledAnswers } from "../../questionnaires/pullAnswers";
import { server } from "../shared/client";
import { Button, Confirm, Empty, Figure, Notice, Page, Section, Trouble } from "../shared/components";
import { DecisionList } from "../shared/decisions";
import { Loaded, mount, useAction } from "../shared/load";
import { GatheredBy, Work } from "../shared/work";
import { Choice } from "./choice";

function Progress({
  progress,
  onStarted,
  onPulled,
}: {
  progress: UpdateProgress;
  onStarted: () => Promise<void>;
  onPulled: (pulled: PulledAnswers) => Promise<void>;
}) {
  const { error, run } = useAction();
  const { sent, confirmed, corrected, byHand, silent, unreached } = progress;
  return (
    <Section title="Как идёт обновление">
      <div class="figures">
        <Figure value={sent} label="отправлено" />
        <Figure value={confirmed} label="подтвердили" />
        <Figure value={corrected} label="исправили" />
        <Figure value={silent.length} label="молчат" />
        {byHand > 0 && <Figure value={byHand} label="отмечены куратором" />}
      </div>
      {silent.length > 0 && (
        <details>
          <summary>Кто не ответил</summary>
          <p class="small">{silent.join(", ")}</p>
        </details>
      )}
      {unreached.length > 0 && (
        <details>
          <summary>Передать ссылку лично: {unreached.length}</summary>
          <ul class="plain small">
            {unreached.map(({ name, link, why }) => (
              <li key={name}>
                {name}: {why}{" "}
                {link && (
                  <a href={link} target="_blank" rel="noreferrer">
                    личная ссылка
                  </a>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button
          kind="primary"
          onPress={() =>
            run(async () => {
              await onPulled(await server.pullUpdate());
            })
          }
        >
          Собрать ответы
        </Button>
        {silent.length > 0 && (
          <Confirm
            label="Напомнить"
            kind="plain"
            confirmLabel="Напомнить"
            question={`Письмо получат те, кто ещё не ответил: ${silent.length}.`}
            onConfirm={() =>
              run(async () => {
                await server.remindUpdate();
                await onStarted();
              })
            }
          />
        )}
      </div>
    </Section>
  );
}

function Pulled({ pulled }: { pulled: PulledAnswers }) {
  if (pulled.gatheredBy !== null) return <GatheredBy account={pulled.gatheredBy} />;
  const toDecide = pulled.unknown + pulled.doubtful;
  return (
    <Notice tone={pulled.lost.length > 0 ? "warn" : "good"} title={`Новых ответов: ${pulled.taken}`}>
      {toDecide > 0 && <p>Не удалось узнать автора: {toDecide}. Укажите его ниже.</p>}
      {pulled.lost.map(({ form, what, mend }) => (
        <p key={form}>
          {what} {mend}
        </p>
      ))}
    </Notice>
  );
}

function YearlyUpdate({ view, reload }: { view: YearlyUpdateView; reload: () => Promise<void> }) {
  const [pulled, setPulled] = useState<PulledAnswers | null>(null);
  const [marked, setMarked] = useState<number | null>(null);
  const stale = view.people.filter((person) => person.stale !== null).length;
  if (view.people.length === 0) {
    return (
      <Empty title="В банке пока нет педагогов">
        <p>Сначала загрузите список: «Наставничество → Импорт списка педагогов».</p>
      </Empty>
    );
  }
  const onStarted = async () => {
    setMarked(null);
    await reload();
  };
  return (
    <>
      {stale === 0 ? (
        <Notice tone="good" title="Все сведения не старше года">
          Куратор обновляет их не реже одного раза в год.
        </Notice>
      ) : (
        <Notice tone="warn" title={`Пора обновить сведения: ${stale}`}>
          Куратор обновляет их не реже одного раза в год. Каждый получит письмо со ссылкой на анкету, где уже стоит то,
          что о нём записано: останется подтвердить или исправить.
        </Notice>
      )}
      {view.jobs.length > 0 && <Work key={view.jobs.map((job) => job.code).join()} jobs={view.jobs} onEnd={reload} />}
      {pulled && <Pulled pulled={pulled} />}
      {marked !== null && <Notice tone="good" title={`Отмечено как актуальное: ${marked}`} />}
      {view.progress.invited > 0 && (
        <Progress
          progress={view.progress}
          onStarted={onStarted}
          onPulled={async (result) => {
            setPulled(result);
            await reload();
          }}
        />
      )}
      <DecisionList decisions={view.decisions} people={view.people} onDecided={reload} />
      <Choice
        key={`${view.progress.invited} ${stale}`}
        view={view}
        onStarted={onStarted}
        onMarked={async (count) => {
          setMarked(count);
          await reload();
        }}
      />
    </>
  );
}

mount(
  <Page title="Обновление сведений">
    <Loaded load={() => server.loadYearlyUpdate()}>
      {(view, reload) => <YearlyUpdate view={view} reload={reload} />}
    </Loaded>
  </Page>,
);

// One pair: what it is, what may be done with it now, its history and its papers.
import { useState } from "preact/hooks";
import { ENDING_ORDER_PAPER, ENDINGS, END_REASON, type EndReason } from "../../pairing/endReasons";
import type { CourseDone, PairCourse, PairStep } from "../../programmes/course/courseView";
import { server } from "../shared/client";
import { Badge, Button, Notice, Section, SelectField } from "../shared/components";
import { Loaded } from "../shared/load";
import { EndForm } from "./ending";
import { ReplaceForm } from "./replacing";
import { ConsentsForm, FinishForm, PauseForm, ProlongForm, RecommendForm, ResumeForm, StepForm } from "./forms";

type StepKey = PairStep["key"];

interface OpenProps {
  pair: PairCourse;
  onDone: (done: CourseDone) => Promise<void>;
  onCancel: () => void;
}

function CancelForm({ pair, onDone, onCancel }: OpenProps) {
  const [reason, setReason] = useState<EndReason>(END_REASON.curator);
  return (
    <StepForm
      title="Отмена предложения"
      action="Отменить предложение"
      danger
      run={() => server.cancelPairs({ pairs: [pair.code], reason })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <p class="small muted">Пара останется в истории и не займёт мест; её участников можно подобрать заново.</p>
      <SelectField
        name="Основание"
        value={reason}
        options={ENDINGS.filter((one) => one.reason !== END_REASON.planDone).map((one) => ({
          value: one.reason,
          label: one.reason,
        }))}
        onChange={(value) => {
          setReason(value as EndReason);
        }}
      />
    </StepForm>
  );
}

/** The form of each step; an order is made on its own page. */
function FormOf({ step, ...props }: OpenProps & { step: StepKey }) {
  const { pair } = props;
  const common = { ...props, pairs: [pair.code], today: pair.today };
  switch (step) {
    case "recommend":
      return <RecommendForm {...common} />;
    case "consents":
      return <ConsentsForm {...common} lacking={pair.lacking} />;
    case "pause":
      return <PauseForm {...common} />;
    case "resume":
      return <ResumeForm {...common} />;
    case "prolong":
      return <ProlongForm {...common} endsOn={pair.endsOn} />;
    case "finish": {
      const undone = pair.programme === null ? 0 : pair.programme.activities - pair.programme.done;
      return <FinishForm {...common} endsOn={pair.endsOn} undone={undone} />;
    }
    case "end":
      return <EndForm {...props} />;
    case "replace":
      return <ReplaceForm {...props} />;
    case "cancel":
      return <CancelForm {...props} />;
    case "order":
      return null;
  }
}

function Steps({ pair, onDone }: { pair: PairCourse; onDone: (done: CourseDone) => Promise<void> }) {
  const [step, setStep] = useState<StepKey | null>(null);
  if (step !== null) {
    return (
      <FormOf
        step={step}
        pair={pair}
        onDone={async (done) => {
          setStep(null);
          await onDone(done);
        }}
        onCancel={() => {
          setStep(null);
        }}
      />
    );
  }
  const press = (key: StepKey) => async () => {
    if (key === "order") await server.openMenuPage("openOrder");
    else setStep(key);
  };
  return (
    <div class="steps">
      {pair.steps.map(({ key, label, against }) => (
        <div key={key} class="stack line">
          <Button
            kind={key === "end" || key === "cancel" ? "danger" : "plain"}
            disabled={against !== null}
            onPress={press(key)}
          >
            {label}
          </Button>
          {against !== null && <span class="small muted">{against}</span>}
        </div>
      ))}
      {pair.steps.length === 0 && <p class="small muted">Путь этой пары закончен.</p>}
    </div>
  );
}

function Papers({ pair }: { pair: PairCourse }) {
  const { papers, programme, lacking } = pair;
  return (
    <Section title="Документы">
      <ul class="plain small">
        {papers.map(({ what, link }) => (
          <li key={`${what} ${link ?? ""}`}>
            {link === null ? (
              what
            ) : (
              <a href={link} target="_blank" rel="noreferrer">
                {what}
              </a>
            )}
          </li>
        ))}
        {programme !== null && (
          <li>
            Программа {programme.code}: {programme.status}, выполнено {programme.done} из {programme.activities}.
          </li>
        )}
        {lacking.map((one) => (
          <li key={one} class="muted">
            Нет: {one}
          </li>
        ))}
      </ul>
      {papers.length + lacking.length === 0 && programme === null && <p class="small muted">Документов пока нет.</p>}
    </Section>
  );
}

function Opened({ pair, onDone }: { pair: PairCourse; onDone: (done: CourseDone) => Promise<void> }) {
  const term = [pair.startsOn, pair.endsOn].map(day).filter((one) => one !== "");
  return (
    <>
      <div class="stack line">
        <h2>
          {pair.mentor.name} — {pair.mentees.map(({ name }) => name).join("; ")}
        </h2>
        <div class="row">
          <Badge tone="accent">{pair.status}</Badge>
          <span class="small muted">{pair.code}</span>
        </div>
        <span class="small">{[pair.about, term.join(" — ")].filter((part) => part !== "").join("; ")}</span>
        {pair.directions.length > 0 && <span class="small muted">{pair.directions.join("; ")}</span>}
      </div>
      {pair.notice !== null && (
        <Notice tone="warn" title={`Прекращается: ${pair.notice.reason}`}>
          <p>
            Последний день — {day(pair.endsOn)}.
            {pair.notice.on !== null && ` Наставник предупреждён ${day(pair.notice.on)}.`}
          </p>
        </Notice>
      )}
      {pair.broken !== null && <Notice tone="bad">{pair.broken}</Notice>}
      <Section title="Что дальше">
        <Steps pair={pair} onDone={onDone} />
      </Section>
      {pair.wantsEndingOrder && (
        <Button
          onPress={async () => {
            await server.openPaper({ kind: ENDING_ORDER_PAPER, subject: pair.code });
          }}
        >
          Приказ о прекращении или замене…
        </Button>
      )}
      <Papers pair={pair} />
      <Section title="История">
        <ul class="history small">
          {pair.history.map(({ on, what }) => (
            <li key={`${on ?? ""} ${what}`}>
              {on !== null && <b>{day(on)} </b>}
              {what}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

/** Loads the pair when it is opened, and again after every step. */
export function OpenedPair({
  code,
  onDone,
  onBack,
}: {
  code: string;
  onDone: (done: CourseDone) => Promise<void>;
  onBack: () => void;
}) {
  return (
    <>
      <Button kind="link" onPress={onBack}>
        ← Все пары
      </Button>
      <Loaded load={() => server.loadPair(code)}>
        {(pair, reload) => (
          <Opened
            pair={pair}
            onDone={async (done) => {
              await reload();
              await onDone(done);
            }}
          />
        )}
      </Loaded>
    </>
  );
}

/** «01.09.2026»; "" where there is none. */
function day(date: string | null): string {
  return date === null ? "" : date.split("-").reverse().join(".");
}

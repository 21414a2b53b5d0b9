// Small forms of a pair's steps: the council's recommendation, consents, a pause, a longer term, the end in time.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { CourseDone } from "../../programmes/course/courseView";
import { server } from "../shared/client";
import { Button, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

interface FormProps {
  pairs: readonly string[];
  today: string;
  onDone: (done: CourseDone) => void | Promise<void>;
  onCancel: () => void;
}

/** The frame of a form: its fields, what went wrong, one button that does it and one that does not. */
export function StepForm({
  title,
  action,
  disabled = false,
  danger = false,
  run: give,
  onDone,
  onCancel,
  children,
}: {
  title: string;
  action: string;
  disabled?: boolean;
  danger?: boolean;
  run: () => Promise<CourseDone>;
  onDone: (done: CourseDone) => void | Promise<void>;
  onCancel: () => void;
  children?: ComponentChildren;
}) {
  const { error, run } = useAction();
  return (
    <div class="card selected" role="group" aria-label={title}>
      <b>{title}</b>
      {children}
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button
          kind={danger ? "danger" : "primary"}
          disabled={disabled}
          onPress={() =>
            run(async () => {
              await onDone(await give());
            })
          }
        >
          {action}
        </Button>
        <Button onPress={onCancel}>Отмена</Button>
      </div>
    </div>
  );
}

/** Minutes of one meeting for all of the pairs. */
export function RecommendForm({ pairs, today, onDone, onCancel }: FormProps) {
  const [minutes, setMinutes] = useState("");
  const [on, setOn] = useState(today);
  return (
    <StepForm
      title="Рекомендация совета наставников"
      action={`Отметить пар: ${pairs.length}`}
      disabled={minutes.trim() === "" || on === ""}
      run={() => server.recommendPairs({ pairs, minutes, on })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField name="Номер протокола" value={minutes} onChange={setMinutes} />
      <TextField name="Дата заседания" type="date" value={on} onChange={setOn} />
    </StepForm>
  );
}

/** Signed papers of everybody in the pair. */
export function ConsentsForm({ pairs, today, lacking, onDone, onCancel }: FormProps & { lacking: readonly string[] }) {
  const [on, setOn] = useState(today);
  const [paper, setPaper] = useState("");
  return (
    <StepForm
      title="Подписанные согласия"
      action="Записать согласия"
      disabled={on === ""}
      run={() => server.markConsents({ pairs, on, paper })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {lacking.length > 0 ? (
        <>
          <p class="small muted">Отметьте, только если подписано всё, чего не хватает:</p>
          <ul class="plain small">
            {lacking.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      ) : (
        <p class="small muted">Все согласия уже записаны.</p>
      )}
      <TextField name="Дата на согласиях" type="date" value={on} onChange={setOn} />
      <TextField
        name="Где лежат"
        help="Папка, номер дела или ссылка на скан. Необязательно."
        value={paper}
        onChange={setPaper}
      />
      <Button
        kind="link"
        onPress={async () => {
          await server.openMenuPage("openOrder");
        }}
      >
        Бланки согласий — на странице приказа
      </Button>
    </StepForm>
  );
}

export function PauseForm({ pairs, today, onDone, onCancel }: FormProps) {
  const [why, setWhy] = useState("");
  const [on, setOn] = useState(today);
  const [until, setUntil] = useState("");
  return (
    <StepForm
      title="Пауза"
      action="Приостановить"
      disabled={why.trim() === "" || on === ""}
      run={() => server.pausePairs({ pairs, on, until: until === "" ? null : until, why })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField name="Причина" help="Останется в истории пары." value={why} onChange={setWhy} />
      <TextField name="С какого дня" type="date" value={on} onChange={setOn} />
      <TextField name="По какой день" help="Если известно." type="date" value={until} onChange={setUntil} />
    </StepForm>
  );
}

export function ResumeForm({ pairs, today, onDone, onCancel }: FormProps) {
  const [on, setOn] = useState(today);
  return (
    <StepForm
      title="Возобновление"
      action="Возобновить"
      disabled={on === ""}
      run={() => server.resumePairs({ pairs, on })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField name="С какого дня" type="date" value={on} onChange={setOn} />
    </StepForm>
  );
}

export function ProlongForm({ pairs, endsOn, onDone, onCancel }: FormProps & { endsOn: string | null }) {
  const [day, setDay] = useState(endsOn ?? "");
  return (
    <StepForm
      title="Срок пары"
      action="Изменить срок"
      disabled={day === ""}
      run={() => server.prolongPair({ pair: pairs[0] ?? "", endsOn: day })}
      onDone={onDone}
      onCancel={onCancel}
    >
      <TextField
        name="Последний день"
        help="Не позже года с начала работы. Записанное предупреждение о прекращении отменится."
        type="date"
        value={day}
        onChange={setDay}
      />
    </StepForm>
  );
}

export function FinishForm({
  pairs,
  today,
  endsOn,
  undone,
  onDone,
  onCancel,
}: FormProps & { endsOn: string | null; undone: number }) {
  const [on, setOn] = useState(endsOn !== null && endsOn < today ? endsOn : today);
  const [completed, setCompleted] = useState(true);
  return (
    <StepForm
      title="Завершение пары"
      action="Завершить"
      disabled={on === ""}
      run={() => server.finishPairs({ pairs, on, completed })}
      onDone={onDone}
      onCancel={onCancel}
    >
      {undone > 0 && <p class="small muted">Мероприятий без отметки о выполнении: {undone}.</p>}
      <p class="small muted">
        Программа завершится, наставляемые получат статус «завершил», наставник останется в банке.
      </p>
      <TextField name="Последний день" type="date" value={on} onChange={setOn} />
      <SelectField
        name="Программа пройдена"
        value={completed ? "yes" : "no"}
        options={[
          { value: "yes", label: "да" },
          { value: "no", label: "нет" },
        ]}
        onChange={(value) => {
          setCompleted(value === "yes");
        }}
      />
    </StepForm>
  );
}

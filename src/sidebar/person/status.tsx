// Moving the person to another status: the steps that the cycle knows, what stands against each, and what each asks for.
import { useState } from "preact/hooks";
import type { Role } from "../../bank/consentRules";
import type { PersonCard, StatusStep } from "../../person/cardView";
import type { StatusInput } from "../../person/lifeView";
import { server } from "../shared/client";
import { Button, Notice, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

type Detail = Exclude<keyof StatusInput, "role" | "code" | "status">;

interface Question {
  key: Detail;
  name: string;
  kind: "date" | "text" | "mark";
  help?: string;
  placeholder?: string;
}

/** What a status wants to know, by the status. */
const QUESTIONS: Readonly<Partial<Record<string, readonly Question[]>>> = {
  рекомендован: [
    {
      key: "recommendation",
      name: "Рекомендация совета",
      kind: "text",
      help: "Необязательно.",
      placeholder: "протокол № 2 от 10.09.2026",
    },
  ],
  утверждён: [
    { key: "approvedOn", name: "Дата решения руководителя", kind: "date" },
    {
      key: "approvalPaper",
      name: "Чем утверждён",
      kind: "text",
      placeholder: "приказ № 84-02 или виза руководителя",
    },
  ],
  обучен: [
    { key: "trainedOn", name: "Дата обучения", kind: "date" },
    { key: "training", name: "Тема и место обучения", kind: "text", help: "Необязательно." },
  ],
  "сопровождение без пары": [
    { key: "support", name: "Кто сопровождает", kind: "text", placeholder: "педагог-психолог, ФИО" },
  ],
  завершил: [{ key: "completion", name: "Прошёл ли программу", kind: "mark" }],
};
const MARKS = ["да", "нет", "досрочно"] as const;
/** What pressing the button does beside the status. */
const EFFECTS: Readonly<Partial<Record<string, string>>> = {
  пауза: "Действующие пары наставника будут приостановлены.",
  "повторно ожидает": "Ожидание считается с сегодняшнего дня.",
};

function firstOf(steps: readonly StatusStep[], proposed: string | undefined): string {
  return proposed ?? steps.find(({ against }) => against === null)?.to ?? steps[0]?.to ?? "";
}

function StepField({
  steps,
  status,
  onChange,
}: {
  steps: readonly StatusStep[];
  status: string;
  onChange: (status: string) => void;
}) {
  if (steps.length === 0) return <p>Из этого статуса перейти пока некуда.</p>;
  const options = steps.map(({ to, against }) => ({
    value: to,
    label: against === null ? to : `${to} — пока нельзя`,
  }));
  const known = steps.some(({ to }) => to === status);
  return (
    <SelectField
      name="Новый статус"
      value={status}
      options={known ? options : [{ value: status, label: status }, ...options]}
      onChange={onChange}
    />
  );
}

function Field({
  question: { name, kind, help = "", placeholder = "" },
  value,
  onChange,
}: {
  question: Question;
  value: string;
  onChange: (value: string) => void;
}) {
  if (kind === "mark") {
    const marks = MARKS.map((mark) => ({ value: mark, label: mark }));
    return (
      <SelectField
        name={name}
        value={value}
        options={[{ value: "", label: "по итогам пар" }, ...marks]}
        onChange={onChange}
      />
    );
  }
  return <TextField name={name} type={kind} value={value} onChange={onChange} help={help} placeholder={placeholder} />;
}

/** Asks for a new status of one role, with what it needs. */
export function StatusPart({
  card,
  role,
  to,
  onDone,
  onCancel,
}: {
  card: Pick<PersonCard, "today" | "mentor" | "mentee">;
  role: Role;
  /** Proposed. */
  to?: string;
  onDone: (said: string) => void | Promise<void>;
  onCancel: () => void;
}) {
  const row = card[role];
  const steps: readonly StatusStep[] = row?.steps ?? [];
  const [status, setStatus] = useState(firstOf(steps, to));
  const [details, setDetails] = useState<Partial<Record<Detail, string>>>({});
  const { error, run } = useAction();
  if (!row) return null;
  const questions = QUESTIONS[status] ?? [];
  const valueOf = ({ key, kind }: Question) => details[key] ?? (kind === "date" ? card.today : "");
  const set = (key: Detail) => (value: string) => {
    setDetails({ ...details, [key]: value });
  };
  const against = steps.find((step) => step.to === status)?.against ?? null;
  const move = () =>
    run(async () => {
      const told = Object.fromEntries(questions.map((one) => [one.key, valueOf(one) === "" ? null : valueOf(one)]));
      const { also } = await server.moveStatus({ role, code: row.code, status, ...told });
      await onDone([`Статус: «${status}».`, ...also].join(" "));
    });
  const named = role === "mentor" ? "Статус наставника" : "Статус наставляемого";
  return (
    <div class="card selected" role="group" aria-label={named}>
      <b>{named}</b>
      <p class="small muted">Сейчас: {row.status ?? "не указан"}</p>
      <StepField steps={steps} status={status} onChange={setStatus} />
      {against !== null && (
        <Notice tone="warn" title="Пока нельзя">
          {`${against.charAt(0).toUpperCase()}${against.slice(1)}.`}
        </Notice>
      )}
      {against === null && EFFECTS[status] && <p class="small">{EFFECTS[status]}</p>}
      {against === null &&
        questions.map((one) => <Field key={one.key} question={one} value={valueOf(one)} onChange={set(one.key)} />)}
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button kind="primary" disabled={status === "" || against !== null} onPress={move}>
          Сменить статус
        </Button>
        <Button onPress={onCancel}>Отмена</Button>
      </div>
    </div>
  );
}

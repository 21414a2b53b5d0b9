// The parts every sidebar is made of: buttons, fields, notices, progress, empty states.
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { Failure } from "./client";

type Tone = "info" | "good" | "warn" | "bad";

/** The whole sidebar: a heading that says what it is for, then its content. */
export function Page({ title, wide, children }: { title: string; wide?: boolean; children: ComponentChildren }) {
  return (
    <main class={wide ? "page wide" : "page"}>
      {/* The frame around the page shows the title already; a screen reader needs it inside. */}
      <h1 class="visually-hidden">{title}</h1>
      {children}
    </main>
  );
}

/** A titled part of a page. */
export function Section({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <section class="section">
      {title && <h2>{title}</h2>}
      {children}
    </section>
  );
}

/** A button that shows it is working until its action has ended, so that it cannot be pressed twice. */
export function Button({
  onPress,
  kind = "plain",
  disabled = false,
  children,
}: {
  onPress: () => void | Promise<void>;
  kind?: "plain" | "primary" | "danger" | "link";
  disabled?: boolean;
  children: ComponentChildren;
}) {
  const [busy, setBusy] = useState(false);
  const press = async () => {
    setBusy(true);
    try {
      await onPress();
    } finally {
      setBusy(false);
    }
  };
  return (
    <button type="button" class={kind} disabled={disabled || busy} aria-busy={busy} onClick={() => void press()}>
      {busy && kind !== "link" ? "Подождите…" : children}
    </button>
  );
}

/** A message that stands out; screen readers hear it when it appears. */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children?: ComponentChildren;
}) {
  return (
    <div class={`notice ${tone}`} role={tone === "bad" ? "alert" : "status"}>
      {title && <p class="title">{title}</p>}
      {children && <div>{children}</div>}
    </div>
  );
}

/** What went wrong and what to do, from any error. */
export function Trouble({ error }: { error: unknown }) {
  const failure =
    error instanceof Failure
      ? error
      : new Failure("Страница не смогла показать данные.", "Закройте её и откройте снова из меню «Наставничество».");
  return (
    <Notice tone={failure.handedOn ? "good" : "bad"} title={failure.what}>
      {failure.mend}
    </Notice>
  );
}

/** A sign that the server is at work. */
export function Busy({ children = "Загружаю данные…" }: { children?: ComponentChildren }) {
  return (
    <div class="busy" role="status">
      {children}
    </div>
  );
}

/** What to show where there is nothing yet: why, and what to do. */
export function Empty({ title, children }: { title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <b>{title}</b>
      {children}
    </div>
  );
}

/** How far a job has come. */
export function Progress({ done, total, label }: { done: number; total: number; label: string }) {
  const percent = total === 0 ? 100 : Math.round((done / total) * 100);
  return (
    <div
      class="stack"
      role="progressbar"
      aria-valuenow={done}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-label={label}
    >
      <div class="progress">
        <div style={{ width: `${percent}%` }} />
      </div>
      <span class="small muted">
        {label}: {done} из {total}
      </span>
    </div>
  );
}

/** A figure with its meaning. */
export function Figure({ value, label }: { value: number | string; label: string }) {
  return (
    <div class="figure">
      <b>{value}</b>
      <span>{label}</span>
    </div>
  );
}

/** A short coloured word, such as a status. */
export function Badge({ tone = "info", children }: { tone?: Tone | "accent"; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}

interface FieldProps {
  name: string;
  help?: string;
  fault?: string | undefined;
}

/** A text, date, e-mail or number input with its name, help and fault. */
export function TextField({
  name,
  help,
  fault,
  value,
  onChange,
  type = "text",
  list,
  placeholder,
}: FieldProps & {
  value: string;
  onChange: (value: string) => void;
  type?: "text" | "date" | "email" | "number";
  list?: readonly string[];
  placeholder?: string;
}) {
  const id = useId();
  return (
    <div class="field">
      <label class="name" for={id}>
        {name}
      </label>
      <input
        id={id}
        type={type}
        value={value}
        placeholder={placeholder}
        aria-invalid={fault !== undefined}
        list={list ? `${id}-list` : undefined}
        onInput={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
      {list && (
        <datalist id={`${id}-list`}>
          {list.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
      {help && <span class="help">{help}</span>}
      {fault && <span class="fault">{fault}</span>}
    </div>
  );
}

/** A choice from a list. */
export function SelectField({
  name,
  help,
  fault,
  value,
  options,
  onChange,
}: FieldProps & {
  value: string;
  options: readonly { value: string; label: string }[];
  onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label class="name" for={id}>
        {name}
      </label>
      <select
        id={id}
        value={value}
        aria-invalid={fault !== undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      {help && <span class="help">{help}</span>}
      {fault && <span class="fault">{fault}</span>}
    </div>
  );
}

/** A tick with its text. */
export function Check({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ComponentChildren;
}) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={checked}
        onChange={(event) => {
          onChange(event.currentTarget.checked);
        }}
      />
      <span>{children}</span>
    </label>
  );
}

/** Asks before something that cannot be taken back: first a button, then the question with what will happen. */
export function Confirm({
  label,
  question,
  confirmLabel,
  kind = "primary",
  disabled = false,
  onConfirm,
}: {
  label: string;
  question: ComponentChildren;
  confirmLabel: string;
  kind?: "plain" | "primary" | "danger";
  disabled?: boolean;
  onConfirm: () => Promise<void>;
}) {
  const [asking, setAsking] = useState(false);
  if (!asking) {
    return (
      <Button
        kind={kind}
        disabled={disabled}
        onPress={() => {
          setAsking(true);
        }}
      >
        {label}
      </Button>
    );
  }
  return (
    <div class="card selected" role="group" aria-label={label}>
      <div>{question}</div>
      <div class="row">
        <Button
          kind={kind === "plain" ? "primary" : kind}
          onPress={async () => {
            await onConfirm();
            setAsking(false);
          }}
        >
          {confirmLabel}
        </Button>
        <Button
          onPress={() => {
            setAsking(false);
          }}
        >
          Отмена
        </Button>
      </div>
    </div>
  );
}

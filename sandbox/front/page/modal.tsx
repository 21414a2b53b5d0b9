// Windows over the page: a modal box that keeps the focus, and the questions that scripts ask.
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { DialogAnswer } from "../channel";
import { Icon } from "./icons";

interface ModalProps {
  title: string;
  children: ComponentChildren;
  /** Absent: the box cannot be closed by itself. */
  onClose?: () => void;
  width?: number;
}

/** A modal box. Escape closes it; Tab stays inside, because the browser's own dialog element keeps it there. */
export function Modal({ title, children, onClose, width = 440 }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const box = dialog.current;
    if (box && !box.open) box.showModal();
    return () => {
      box?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      class="modal"
      style={{ width: `${width}px` }}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <header class="modal-head">
        <h2 id={heading}>{title}</h2>
        {onClose && (
          <button type="button" class="icon-button" aria-label="Закрыть" onClick={onClose}>
            <Icon name="close" />
          </button>
        )}
      </header>
      {children}
    </dialog>
  );
}

type Button = DialogAnswer["button"];

const BUTTONS: Record<string, [Button, string][]> = {
  OK: [["OK", "ОК"]],
  OK_CANCEL: [
    ["OK", "ОК"],
    ["CANCEL", "Отмена"],
  ],
  YES_NO: [
    ["YES", "Да"],
    ["NO", "Нет"],
  ],
  YES_NO_CANCEL: [
    ["YES", "Да"],
    ["NO", "Нет"],
    ["CANCEL", "Отмена"],
  ],
};

/** An alert or prompt of a script. */
export interface ScriptQuestion {
  kind: "alert" | "prompt";
  title: string;
  prompt: string;
  buttons: string;
}

/** Shows a script's question; the script stands still until it is answered. */
export function QuestionBox(props: { question: ScriptQuestion; onAnswer: (answer: DialogAnswer) => void }) {
  const { question, onAnswer } = props;
  const [text, setText] = useState("");
  const buttons = BUTTONS[question.buttons] ?? [["OK", "ОК"]];
  const field = useId();
  return (
    <Modal
      title={question.title === "" ? "Наставничество" : question.title}
      onClose={() => {
        onAnswer({ button: "CLOSE", text });
      }}
    >
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onAnswer({ button: buttons[0]?.[0] ?? "OK", text });
        }}
      >
        <label class="modal-text" for={field}>
          {question.prompt}
        </label>
        {question.kind === "prompt" && (
          <input
            id={field}
            class="field"
            autofocus
            value={text}
            onInput={(event) => {
              setText(event.currentTarget.value);
            }}
          />
        )}
        <div class="modal-buttons">
          {buttons.map(([button, label], index) => (
            <button
              type={index === 0 ? "submit" : "button"}
              key={button}
              class={index === 0 ? "button primary" : "button"}
              onClick={
                index === 0
                  ? undefined
                  : () => {
                      onAnswer({ button, text });
                    }
              }
            >
              {label}
            </button>
          ))}
        </div>
      </form>
    </Modal>
  );
}

/** A yes-or-no question of the page itself. */
export function ConfirmBox(props: {
  title: string;
  text: string;
  action: string;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Modal title={props.title} onClose={props.onClose}>
      <p class="modal-text">{props.text}</p>
      <div class="modal-buttons">
        <button type="button" class="button primary" onClick={props.onConfirm}>
          {props.action}
        </button>
        <button type="button" class="button" onClick={props.onClose}>
          Отмена
        </button>
      </div>
    </Modal>
  );
}

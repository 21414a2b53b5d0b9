// Forms inside a document of the register: its number and date, or why it is given up.
import { useEffect, useState } from "preact/hooks";
import type { DocumentView } from "../../papers/papersView";
import { server } from "../shared/client";
import { Busy, Button, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { day } from "./parts";
import { STATUS } from "./status";

interface FormProps {
  document: DocumentView;
  /** What has happened, in sentences; the first is the deed itself, the others are warnings. */
  onDone: (said: readonly string[]) => Promise<void>;
  onCancel: () => void;
}

/** Number and date: proposed by the school's pattern, both may be changed. */
export function Registration({ document, today, onDone, onCancel }: FormProps & { today: string }) {
  const [number, setNumber] = useState<string | null>(null);
  const [signedOn, setSignedOn] = useState(today);
  const { error, run } = useAction();
  useEffect(() => {
    void run(async () => {
      const proposed = await server.proposeRegistration(document.code);
      setNumber(proposed.number);
      setSignedOn(proposed.signedOn || today);
    });
  }, []);
  const label = document.registerLabel ?? "Зарегистрировать";
  return (
    <div class="stack" role="group" aria-label={label}>
      {number === null && error === null && <Busy>Смотрю следующий номер…</Busy>}
      {number !== null && (
        <>
          {document.numbered && (
            <TextField
              name="Номер"
              help="Предложен следующий по образцу из «Настроек». Впишите свой, если в журнале другой."
              value={number}
              onChange={setNumber}
            />
          )}
          <TextField name="Дата" type="date" value={signedOn} onChange={setSignedOn} />
        </>
      )}
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button
          kind="primary"
          disabled={number === null || signedOn === ""}
          onPress={() =>
            run(async () => {
              const done = await server.registerPaper({ document: document.code, number: number ?? "", signedOn });
              await onDone([`Записано: документ подписан ${day(signedOn)}.`, ...done.warnings]);
            })
          }
        >
          {label}
        </Button>
        <Button onPress={onCancel}>Назад</Button>
      </div>
    </div>
  );
}

/** A paper that is given up stays in the register, with the reason. */
export function Cancelling({ document, onDone, onCancel }: FormProps) {
  const [reason, setReason] = useState("");
  const { error, run } = useAction();
  return (
    <div class="stack" role="group" aria-label="Отмена документа">
      <p class="small">
        {document.status === STATUS.signed
          ? "Подписанный документ останется в реестре как отменённый; его номер больше никому не достанется."
          : "Проект останется в реестре как отменённый. Потом можно составить новый."}
      </p>
      <TextField name="Почему отменён" help="Останется в журнале." value={reason} onChange={setReason} />
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button
          kind="danger"
          disabled={reason.trim() === ""}
          onPress={() =>
            run(async () => {
              const { warnings } = await server.cancelPaper({ document: document.code, reason: reason.trim() });
              await onDone(["Документ отменён.", ...warnings]);
            })
          }
        >
          Отменить документ
        </Button>
        <Button onPress={onCancel}>Назад</Button>
      </div>
    </div>
  );
}

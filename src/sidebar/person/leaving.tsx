// Leaving, a long absence, a return: the dates, then what follows, then all of it at once.
import { useState } from "preact/hooks";
import type { PersonCard } from "../../person/cardView";
import type { LeavingInput, LeavingKind, LifePlan, PairDecisions } from "../../person/lifeView";
import { server } from "../shared/client";
import { Button, Confirm, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { PlanView } from "./plan";

const KINDS: readonly { value: LeavingKind; label: string; day: string }[] = [
  { value: "уволен", label: "Увольняется", day: "Последний день работы" },
  { value: "длительно отсутствует", label: "Уходит в длительное отсутствие", day: "Первый день отсутствия" },
  { value: "работает", label: "Вернулся к работе", day: "Первый день работы" },
];

/** Asks for the occasion and its dates, shows what follows, and carries it out. */
export function LeavingPart({
  card,
  onDone,
  onCancel,
}: {
  card: Pick<PersonCard, "today" | "code" | "fullName" | "employment">;
  onDone: (said: string) => void | Promise<void>;
  onCancel: () => void;
}) {
  const outside = card.employment === "уволен" || card.employment === "длительно отсутствует";
  const [input, setInput] = useState<LeavingInput>({
    person: card.code,
    kind: outside ? "работает" : "уволен",
    from: card.today,
    until: null,
  });
  const [plan, setPlan] = useState<LifePlan | null>(null);
  const [decisions, setDecisions] = useState<PairDecisions>({});
  const { error, run } = useAction();
  const change = (patch: Partial<LeavingInput>) => {
    setInput({ ...input, ...patch });
    setPlan(null);
    setDecisions({});
  };
  const kind = KINDS.find(({ value }) => value === input.kind);
  return (
    <div class="card selected" role="group" aria-label="Уход, отсутствие, возвращение">
      <b>Уход, отсутствие, возвращение</b>
      <SelectField
        name="Что произошло"
        value={input.kind}
        options={KINDS.filter(({ value }) => outside || value !== "работает")}
        onChange={(value) => {
          change({ kind: value as LeavingKind, until: null });
        }}
      />
      <TextField
        name={kind?.day ?? "Дата"}
        type="date"
        value={input.from}
        onChange={(from) => {
          change({ from });
        }}
      />
      {input.kind === "длительно отсутствует" && (
        <TextField
          name="Отсутствует по"
          type="date"
          help="Если известно."
          value={input.until ?? ""}
          onChange={(until) => {
            change({ until: until === "" ? null : until });
          }}
        />
      )}
      {plan === null && (
        <Button
          kind="primary"
          disabled={input.from === ""}
          onPress={() =>
            run(async () => {
              setPlan(await server.planLeaving(input));
            })
          }
        >
          Показать, что из этого следует
        </Button>
      )}
      {plan && <PlanView plan={plan} decisions={decisions} onDecide={setDecisions} />}
      {error !== null && <Trouble error={error} />}
      {plan && plan.notYet === null && (
        <Confirm
          label="Провести"
          question={`${kind?.label ?? ""}: ${card.fullName}. Записать всё, что перечислено?`}
          confirmLabel="Провести"
          onConfirm={() =>
            run(async () => {
              const { done } = await server.applyLeaving(input, decisions);
              await onDone(done.join(" "));
            })
          }
        />
      )}
      <Button onPress={onCancel}>Отмена</Button>
    </div>
  );
}

// Taking a written consent back: which one and when, then everything that it affects, then all of it at once.
import { useState } from "preact/hooks";
import type { PersonCard } from "../../person/cardView";
import type { LifePlan, PairDecisions, WithdrawalInput } from "../../person/lifeView";
import { server } from "../shared/client";
import { Button, Confirm, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { PlanView } from "./plan";

/** Asks which consent is taken back, shows what that affects, and carries it out. */
export function WithdrawalPart({
  card,
  onDone,
  onCancel,
}: {
  card: Pick<PersonCard, "today" | "code" | "fullName" | "consents">;
  onDone: (said: string) => void | Promise<void>;
  onCancel: () => void;
}) {
  const given = card.consents.filter(({ state }) => state !== "истекло");
  const [input, setInput] = useState<WithdrawalInput>({
    consent: (given.find(({ state }) => state !== "отозвано") ?? given[0])?.code ?? "",
    on: card.today,
    paper: null,
  });
  const [plan, setPlan] = useState<LifePlan | null>(null);
  const [decisions, setDecisions] = useState<PairDecisions>({});
  const { error, run } = useAction();
  const change = (patch: Partial<WithdrawalInput>) => {
    setInput({ ...input, ...patch });
    setPlan(null);
    setDecisions({});
  };
  return (
    <div class="card selected" role="group" aria-label="Отзыв согласия">
      <b>Отзыв согласия</b>
      {given.length === 0 ? (
        <p>Записанных согласий нет: отзывать нечего.</p>
      ) : (
        <>
          <SelectField
            name="Какое согласие"
            value={input.consent}
            options={given.map(({ code, kind, state }) => ({
              value: code,
              label: state === "отозвано" ? `${kind} (отозвано)` : kind,
            }))}
            onChange={(consent) => {
              change({ consent });
            }}
          />
          <TextField
            name="Дата отзыва"
            type="date"
            value={input.on}
            onChange={(on) => {
              change({ on });
            }}
          />
          <TextField
            name="Заявление об отзыве"
            value={input.paper ?? ""}
            placeholder="дата, номер, где лежит"
            onChange={(paper) => {
              setInput({ ...input, paper: paper === "" ? null : paper });
            }}
          />
          {plan === null && (
            <Button
              kind="primary"
              disabled={input.on === ""}
              onPress={() =>
                run(async () => {
                  setPlan(await server.planWithdrawal(input));
                })
              }
            >
              Показать, что это затронет
            </Button>
          )}
          {plan && <PlanView plan={plan} decisions={decisions} onDecide={setDecisions} />}
          {error !== null && <Trouble error={error} />}
          {plan && (
            <Confirm
              label="Записать отзыв"
              kind="danger"
              question={`Отзыв действует сразу и везде: ${card.fullName}. Записать его?`}
              confirmLabel="Записать отзыв"
              onConfirm={() =>
                run(async () => {
                  const { done } = await server.withdrawConsent(input, decisions);
                  await onDone(done.join(" "));
                })
              }
            />
          )}
        </>
      )}
      <Button onPress={onCancel}>Отмена</Button>
    </div>
  );
}

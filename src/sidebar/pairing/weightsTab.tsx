// «Веса»: how much each criterion counts for this school; the board follows when the slider rests.
import { useEffect, useState } from "preact/hooks";
import { CRITERIA, CRITERION_KEYS, totalOf, type CriterionKey, type Weights } from "../../pairing/choice/score";
import type { PairingView } from "../../pairing/pairingView";
import { Button } from "../shared/components";
import type { Decisions, Step } from "./board";

const RESTS_AFTER_MS = 250;

function Weight({
  name,
  value,
  share,
  onChange,
}: {
  name: string;
  value: number;
  /** Of 100. */
  share: number;
  onChange: (value: number) => void;
}) {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    setShown(value);
  }, [value]);
  useEffect(() => {
    if (shown === value) return;
    const patience = setTimeout(() => {
      onChange(shown);
    }, RESTS_AFTER_MS);
    return () => {
      clearTimeout(patience);
    };
  }, [shown]);
  const set = (text: string) => {
    const wanted = Number(text);
    setShown(Number.isFinite(wanted) ? Math.max(0, Math.min(100, Math.round(wanted))) : 0);
  };
  return (
    <li class="weight">
      <span>{name}</span>
      <input
        type="range"
        min="0"
        max="100"
        step="1"
        value={shown}
        aria-label={`${name}: вес от 0 до 100`}
        onInput={(event) => {
          set(event.currentTarget.value);
        }}
      />
      <input
        type="number"
        min="0"
        max="100"
        value={shown}
        aria-label={`${name}: вес числом`}
        onInput={(event) => {
          set(event.currentTarget.value);
        }}
      />
      <span class="small muted">{share === 0 ? "не учитывается" : `${String(share)} % решения`}</span>
    </li>
  );
}

function isSame(one: Weights, other: Weights): boolean {
  return CRITERION_KEYS.every((key) => one[key] === other[key]);
}

export function WeightsTab({
  view,
  now,
  take,
  onSave,
}: {
  view: PairingView;
  now: Decisions;
  take: (step: Step, words: string) => void;
  /** Null for the usual ones. */
  onSave: (weights: Weights | null) => Promise<void>;
}) {
  const total = totalOf(now.weights);
  const shareOf = (key: CriterionKey) => (total === 0 ? 0 : Math.round((now.weights[key] / total) * 100));
  const usual = isSame(now.weights, view.usualWeights);
  return (
    <div class="tab stack">
      <p>
        Чем больше вес, тем важнее признак. Доски это касается сразу; на вкладку «Настройки» веса попадут, только если
        их сохранить. Запреты и обязательные правила от весов не зависят.
      </p>
      <ul class="list weights">
        {CRITERIA.map(({ key, title }) => (
          <Weight
            key={key}
            name={title}
            value={now.weights[key]}
            share={shareOf(key)}
            onChange={(value) => {
              take({ do: "weight", key, value }, `${title}: вес ${String(value)}.`);
            }}
          />
        ))}
      </ul>
      <div class="row">
        <Button
          disabled={usual}
          onPress={() => {
            take({ do: "weights", weights: view.usualWeights }, "Возвращены обычные веса.");
          }}
        >
          Обычные веса
        </Button>
        <Button
          disabled={isSame(now.weights, view.weights) || total === 0}
          onPress={() => onSave(usual ? null : now.weights)}
        >
          Сохранить веса для организации
        </Button>
      </div>
    </div>
  );
}

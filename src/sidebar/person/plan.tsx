// What follows from leaving or a withdrawal, shown before anything is done, with a decision for each pair.
import type { LifePlan, PairChoice, PairDecisions } from "../../person/lifeView";
import { Notice, SelectField } from "../shared/components";

/** The list of what follows; decisions that were not made are the proposed ones. */
export function PlanView({
  plan,
  decisions,
  onDecide,
}: {
  plan: LifePlan;
  decisions: PairDecisions;
  onDecide: (decisions: PairDecisions) => void;
}) {
  return (
    <div class="stack">
      {plan.notYet !== null && <Notice tone="info">{plan.notYet}</Notice>}
      {plan.pairs.map((pair) => (
        <div key={pair.code} class="card">
          <b>{pair.title}</b>
          <span class="small muted">
            {pair.code}, {pair.status}
          </span>
          {pair.choices.length > 1 ? (
            <SelectField
              name="Что сделать с парой"
              value={decisions[pair.code] ?? pair.choices[0]?.value ?? ""}
              options={pair.choices}
              onChange={(value) => {
                onDecide({ ...decisions, [pair.code]: value as PairChoice });
              }}
            />
          ) : (
            <p>{pair.choices[0]?.label}.</p>
          )}
          {pair.notes.map((note) => (
            <p key={note} class="small">
              {note}
            </p>
          ))}
        </div>
      ))}
      <Sentences title="Программа сделает" all={plan.follows} />
      <Sentences title="Сделайте сами" all={plan.toDo} />
    </div>
  );
}

function Sentences({ title, all }: { title: string; all: readonly string[] }) {
  if (all.length === 0) return null;
  return (
    <div>
      <b>{title}</b>
      <ul class="plain small">
        {all.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

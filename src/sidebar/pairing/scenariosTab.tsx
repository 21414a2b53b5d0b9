// «Варианты»: up to five named scenarios, what each gives the school, and two of them side by side.
import { useMemo, useState } from "preact/hooks";
import { MOST_SCENARIOS, type ScenarioTerms } from "../../pairing/choice/scenarios";
import type { PairingView, StoredScenario } from "../../pairing/pairingView";
import { LongList } from "../import/longList";
import { Badge, Button, Confirm, SelectField, TextField } from "../shared/components";
import { scenarioOf, type Decisions, type Step } from "./board";
import { sideBySide, summaryOf, type Outcome } from "./comparison";
import { solvedScenario, type Picture, type Solved } from "./picture";

/** The board as it is, among the saved ones. */
const HERE = "";

const OUTCOMES: Readonly<Record<Outcome, { words: string; tone: "good" | "bad" | "warn" | "info" }>> = {
  gained: { words: "получает наставника", tone: "good" },
  lost: { words: "остаётся без наставника", tone: "bad" },
  better: { words: "подходит лучше", tone: "good" },
  worse: { words: "подходит хуже", tone: "warn" },
  even: { words: "подходит так же", tone: "info" },
};

export interface ScenarioActions {
  save: (name: string, terms: ScenarioTerms, replaces: string | null) => Promise<void>;
  remove: (code: string) => Promise<void>;
}

function Saving({
  scenarios,
  now,
  save,
}: {
  scenarios: readonly StoredScenario[];
  now: Decisions;
  save: ScenarioActions["save"];
}) {
  const [name, setName] = useState("");
  const [replaces, setReplaces] = useState<string | null>(null);
  const full = scenarios.length >= MOST_SCENARIOS;
  const same = scenarios.find((one) => one.name.trim().toLowerCase() === name.trim().toLowerCase());
  const code = same?.code ?? replaces ?? (full ? (scenarios[0]?.code ?? null) : null);
  return (
    <div class="row saving">
      <TextField
        name="Название варианта"
        value={name}
        placeholder="Например: больше веса предмету"
        onChange={setName}
      />
      {full && same === undefined && (
        <SelectField
          name={`Сохранено ${String(MOST_SCENARIOS)}, больше нельзя: заменить`}
          value={code ?? ""}
          options={scenarios.map((one) => ({ value: one.code, label: one.name }))}
          onChange={setReplaces}
        />
      )}
      <Button
        disabled={name.trim() === ""}
        onPress={async () => {
          await save(name.trim(), scenarioOf(now), code);
          setName("");
          setReplaces(null);
        }}
      >
        {same === undefined && !full ? "Сохранить доску как вариант" : "Сохранить вместо него"}
      </Button>
    </div>
  );
}

function SummaryTable({
  rows,
  onUse,
  onRemove,
}: {
  rows: readonly { code: string; name: string; solved: Solved }[];
  onUse: (code: string) => void;
  onRemove: (code: string) => Promise<void>;
}) {
  return (
    <table>
      <thead>
        <tr>
          <th>Вариант</th>
          <th>Пар</th>
          <th>Без пары</th>
          <th>Наставников занято</th>
          <th>Больше всего у одного</th>
          <th>
            <span class="visually-hidden">Действия</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ code, name, solved }) => {
          const summary = summaryOf(solved);
          return (
            <tr key={code}>
              <td>
                <b>{name}</b>
                {summary.refused > 0 && <span class="small muted"> (закреплений не действует: {summary.refused})</span>}
              </td>
              <td>{summary.pairs}</td>
              <td>{summary.alone}</td>
              <td>{summary.mentors}</td>
              <td>{summary.most}</td>
              <td>
                {code !== HERE && (
                  <span class="row">
                    <Button
                      kind="link"
                      onPress={() => {
                        onUse(code);
                      }}
                    >
                      Перенести на доску
                    </Button>
                    <Confirm
                      label="Удалить"
                      kind="plain"
                      confirmLabel="Удалить вариант"
                      question={`Удалить вариант «${name}»? Пары и доска не изменятся.`}
                      onConfirm={() => onRemove(code)}
                    />
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

export function ScenariosTab({
  view,
  scenarios,
  picture,
  now,
  take,
  actions,
}: {
  view: PairingView;
  scenarios: readonly StoredScenario[];
  picture: Picture;
  now: Decisions;
  take: (step: Step, words: string) => void;
  actions: ScenarioActions;
}) {
  const [pair, setPair] = useState<{ before: string; after: string }>({
    before: scenarios[0]?.code ?? HERE,
    after: HERE,
  });
  const rows = useMemo(
    () => [
      { code: HERE, name: "Доска сейчас", solved: { prepared: picture.prepared, proposal: picture.best() } },
      ...scenarios.map(({ code, name, terms }) => ({ code, name, solved: solvedScenario(view, now, terms) })),
    ],
    [view, scenarios, picture, now.bans],
  );
  const first = rows.find(({ code }) => code === pair.before) ?? rows[0];
  const second = rows.find(({ code }) => code === pair.after) ?? rows[0];
  const options = rows.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <div class="tab stack">
      <p>
        Вариант — это веса, закрепления, запреты и места на пробу. Варианты можно сравнить между собой; в таблицу пары
        попадут, только когда Вы нажмёте «Предложить».
      </p>
      <Saving scenarios={scenarios} now={now} save={actions.save} />
      <SummaryTable
        rows={rows}
        onUse={(code) => {
          const scenario = scenarios.find((one) => one.code === code);
          if (scenario) take({ do: "scenario", terms: scenario.terms }, `На доске вариант «${scenario.name}».`);
        }}
        onRemove={actions.remove}
      />
      {scenarios.length === 0 ? (
        <p class="muted">Сохраните первый вариант, измените что-нибудь на доске — и сравните.</p>
      ) : (
        <>
          <div class="row compared">
            <SelectField
              name="Было бы так"
              value={first?.code ?? HERE}
              options={options}
              onChange={(before) => {
                setPair({ ...pair, before });
              }}
            />
            <SelectField
              name="А станет так"
              value={second?.code ?? HERE}
              options={options}
              onChange={(after) => {
                setPair({ ...pair, after });
              }}
            />
          </div>
          {first && second && first !== second && (
            <Differences key={`${first.code} ${second.code}`} view={view} now={now} first={first} second={second} />
          )}
          {first === second && <p class="muted">Выберите два разных варианта.</p>}
        </>
      )}
    </div>
  );
}

type Named = { code: string; name: string; solved: Solved };

function Differences({ view, now, first, second }: { view: PairingView; now: Decisions; first: Named; second: Named }) {
  const { people, loads } = useMemo(
    () => sideBySide(view, now, first.solved, second.solved),
    [view, now, first, second],
  );
  const { ready } = first.solved.prepared;
  const mentorName = (code: string | null) => (code === null ? "—" : (ready.mentorByCode.get(code)?.name ?? code));
  if (people.length === 0) return <p>Разницы нет: все остаются с теми же наставниками.</p>;
  const counts = (["gained", "lost", "better", "worse", "even"] as const)
    .map((outcome) => ({ outcome, count: people.filter((one) => one.outcome === outcome).length }))
    .filter(({ count }) => count > 0);
  return (
    <div class="stack" aria-live="polite">
      <div class="row">
        <span>Меняется наставник: {people.length}.</span>
        {counts.map(({ outcome, count }) => (
          <Badge key={outcome} tone={OUTCOMES[outcome].tone}>
            {OUTCOMES[outcome].words}: {count}
          </Badge>
        ))}
      </div>
      <div class="difference head small muted">
        <span>Наставляемый</span>
        <span>{first.name}</span>
        <span>{second.name}</span>
        <span>Что это значит</span>
      </div>
      <LongList items={people}>
        {(one) => (
          <li key={one.mentee} class="difference">
            <b>{ready.menteeByCode.get(one.mentee)?.name ?? one.mentee}</b>
            <span>{mentorName(one.from)}</span>
            <span>{mentorName(one.to)}</span>
            <Badge tone={OUTCOMES[one.outcome].tone}>{OUTCOMES[one.outcome].words}</Badge>
          </li>
        )}
      </LongList>
      {loads.length > 0 && (
        <details>
          <summary>Нагрузка наставников меняется: {loads.length}</summary>
          <LongList items={loads}>
            {(one) => (
              <li key={one.mentor} class="row">
                <span>
                  {mentorName(one.mentor)}: наставляемых было бы {one.from}, станет {one.to}
                </span>
              </li>
            )}
          </LongList>
        </details>
      )}
    </div>
  );
}

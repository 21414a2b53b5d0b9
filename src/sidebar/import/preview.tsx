// What the import will do, before it does it: new people, changes field by field, doubtful rows with their decision.
import { useState } from "preact/hooks";
import type { ApplyInput, ImportReport, ListInput } from "../../bank/import/importStaff";
import type { ChangedRow, DoubtfulRow, ImportPlan, PlannedRow } from "../../bank/import/planImport";
import { server } from "../shared/client";
import { Button, Figure, Notice, SelectField, Trouble } from "../shared/components";
import { Loaded, useAction } from "../shared/load";

type Decisions = ApplyInput["decisions"];

/** Long lists are cut: whoever checks row by row checks in the sheet. */
const SHOWN = 200;

function Remarks({ row }: { row: Pick<PlannedRow, "remarks"> }) {
  if (row.remarks.length === 0) return null;
  return (
    <ul class="plain small muted">
      {row.remarks.map((remark) => (
        <li key={`${remark.field}${remark.raw}`}>
          {remark.label} («{remark.raw}»): {remark.doubt}
        </li>
      ))}
    </ul>
  );
}

function Group({
  title,
  count,
  open,
  children,
}: {
  title: string;
  count: number;
  open?: boolean;
  children: preact.ComponentChildren;
}) {
  if (count === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title}: {count}
      </summary>
      <ul class="list" style={{ marginTop: "8px" }}>
        {children}
      </ul>
      {count > SHOWN && <p class="small muted">Показаны первые {SHOWN}.</p>}
    </details>
  );
}

function Changed({ row }: { row: ChangedRow }) {
  return (
    <li class="card">
      <b>{row.fullName}</b>
      {row.changes.map((change) => (
        <span key={change.field} class="small">
          {change.label}: {change.old === "" ? "пусто" : change.old} → <b>{change.new}</b>
        </span>
      ))}
      <Remarks row={row} />
    </li>
  );
}

/** Where it is unclear who it is, the curator decides; a doubtful value is left out, and the person still comes in. */
function Doubtful({ row, value, onDecide }: { row: DoubtfulRow; value: string; onDecide: (value: string) => void }) {
  return (
    <li class="card">
      <b>
        {row.fullName || "без имени"} <span class="small muted">(строка {row.row})</span>
      </b>
      <span class="small">{row.reason}</span>
      <Remarks row={row} />
      {row.about === "person" && (
        <SelectField
          name="Что сделать"
          value={value}
          options={[
            { value: "", label: "решу позже" },
            ...row.candidates.map((one) => ({
              value: `update:${one.code}`,
              label: `это ${one.fullName} (${one.code})`,
            })),
            { value: "add", label: "это новый человек" },
            { value: "skip", label: "не загружать" },
          ]}
          onChange={onDecide}
        />
      )}
    </li>
  );
}

function asDecision(value: string): Decisions[string] {
  if (value.startsWith("update:")) return { action: "update", code: value.slice("update:".length) };
  return { action: value === "add" ? "add" : "skip" };
}

function Plan({
  plan,
  input,
  onBack,
  onDone,
}: {
  plan: ImportPlan;
  input: ListInput;
  onBack: () => void;
  onDone: (report: ImportReport) => void;
}) {
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const { error, run } = useAction();
  const decided = Object.entries(chosen).filter(([, value]) => value !== "");
  const doubtfulPeople = plan.doubtful.filter((row) => row.about === "person").length;
  const nothing = plan.added.length + plan.changed.length + plan.doubtful.length === 0;
  const apply = () =>
    run(async () => {
      const decisions = Object.fromEntries(decided.map(([row, value]) => [row, asDecision(value)]));
      onDone(await server.applyImport({ ...input, decisions }));
    });
  return (
    <>
      <div class="figures">
        <Figure value={plan.added.length} label="новых" />
        <Figure value={plan.changed.length} label="изменится" />
        <Figure value={plan.unchanged.length} label="без изменений" />
        <Figure value={plan.doubtful.length} label="сомнительных" />
      </div>
      {nothing && <Notice tone="good" title="Все уже есть в банке, менять нечего." />}
      <Group title="Сомнительные" count={plan.doubtful.length} open>
        {plan.doubtful.slice(0, SHOWN).map((row) => (
          <Doubtful
            key={row.row}
            row={row}
            value={chosen[row.row] ?? ""}
            onDecide={(value) => {
              setChosen({ ...chosen, [row.row]: value });
            }}
          />
        ))}
      </Group>
      <Group title="Изменится" count={plan.changed.length}>
        {plan.changed.slice(0, SHOWN).map((row) => (
          <Changed key={row.row} row={row} />
        ))}
      </Group>
      <Group title="Новые" count={plan.added.length}>
        {plan.added.slice(0, SHOWN).map((row) => (
          <li key={row.row}>
            {row.fullName} <span class="muted">{row.post}</span>
            <Remarks row={row} />
          </li>
        ))}
      </Group>
      <Group title="Пропущенные строки" count={plan.skipped.length}>
        {plan.skipped.slice(0, SHOWN).map((row) => (
          <li key={row.row} class="small">
            Строка {row.row}: {row.why} <span class="muted">{row.text}</span>
          </li>
        ))}
      </Group>
      {error !== null && <Trouble error={error} />}
      <div class="actions">
        <Button kind="primary" disabled={nothing} onPress={apply}>
          Записать в банк
        </Button>
        <Button onPress={onBack}>Назад</Button>
      </div>
      {doubtfulPeople > 0 && (
        <p class="small muted">Строки без решения не загрузятся: импорт можно повторить в любое время.</p>
      )}
    </>
  );
}

/** Asks the server for the plan and shows it. */
export function Preview({
  input,
  onBack,
  onDone,
}: {
  input: ListInput;
  onBack: () => void;
  onDone: (report: ImportReport) => void;
}) {
  return (
    <Loaded load={() => server.planImport(input)}>
      {(plan) => <Plan plan={plan} input={input} onBack={onBack} onDone={onDone} />}
    </Loaded>
  );
}

// What the import will do, before it does it: new people, changes field by field, conflicts and doubtful rows with their decision.
import { useState } from "preact/hooks";
import type { FieldChange } from "../../bank/import/fieldChanges";
import type { ImportPreview, ImportReport, ListInput } from "../../bank/import/importStaff";
import type { ChangedRow, DoubtfulRow, PlannedRow } from "../../bank/import/planImport";
import { server } from "../shared/client";
import { Button, Figure, Notice, SelectField, Trouble } from "../shared/components";
import { Loaded, useAction } from "../shared/load";
import { Conflicts } from "./conflicts";
import { decisionsOf, openConflicts, UNDECIDED, type Decided } from "./decisions";
import { LongList } from "./longList";

function Remarks({ row }: { row: Pick<PlannedRow, "remarks"> }) {
  if (row.remarks.length === 0) return null;
  return (
    <ul class="plain small muted">
      {row.remarks.map((remark) => (
        <li key={`${remark.field}${remark.raw}`}>
          {remark.label}
          {remark.doubt.includes(remark.raw) ? "" : ` («${remark.raw}»)`}: {remark.doubt}
        </li>
      ))}
    </ul>
  );
}

function Group<T>({
  title,
  items,
  count,
  open,
  children,
}: {
  title: string;
  items: readonly T[];
  count: number;
  open?: boolean;
  children: (item: T) => preact.ComponentChildren;
}) {
  if (count === 0) return null;
  return (
    <details open={open}>
      <summary>
        {title}: {count}
      </summary>
      <LongList items={items} total={count}>
        {children}
      </LongList>
    </details>
  );
}

function Changes({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <>
      {changes.map((change) => (
        <span key={change.field} class="small">
          {change.label}: {change.old === "" ? "пусто" : change.old} → <b>{change.new}</b>
        </span>
      ))}
    </>
  );
}

function Changed({ row }: { row: ChangedRow }) {
  return (
    <li class="card">
      <b>{row.fullName}</b>
      <Changes changes={row.changes} />
      <Remarks row={row} />
    </li>
  );
}

/** Where it is unclear who it is, the curator decides; a doubtful value is left out, and the person still comes in. */
function Doubtful({ row, value, onDecide }: { row: DoubtfulRow; value: string; onDecide: (value: string) => void }) {
  const chosen = row.candidates.find(({ code }) => value === `update:${code}`);
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
              label: `это ${one.fullName} (${one.code})${one.post === "" ? "" : `, ${one.post}`}`,
            })),
            { value: "add", label: "это новый человек" },
            { value: "skip", label: "не загружать" },
          ]}
          onChange={onDecide}
        />
      )}
      {chosen && <Changes changes={chosen.changes} />}
      {chosen && chosen.conflicts.length > 0 && <span class="small muted">Остальное — в «Расхождениях» ниже.</span>}
    </li>
  );
}

function Plan({
  plan,
  input,
  onBack,
  onDone,
}: {
  plan: ImportPreview;
  input: ListInput;
  onBack: () => void;
  onDone: (report: ImportReport) => void;
}) {
  const [decided, setDecided] = useState<Decided>(UNDECIDED);
  const { error, run } = useAction();
  const { counts } = plan;
  const conflicts = openConflicts(plan, decided);
  const changed = [...plan.changed, ...plan.conflicting.filter(({ changes }) => changes.length > 0)];
  const alsoChanged = changed.length - plan.changed.length;
  const doubtfulPeople = plan.doubtful.filter((row) => row.about === "person").length;
  const nothing = counts.added + counts.changed + counts.conflicting + counts.doubtful === 0;
  const apply = () =>
    run(async () => {
      onDone(await server.applyImport({ ...input, decisions: decisionsOf(plan, decided) }));
    });
  return (
    <>
      <div class="figures">
        <Figure value={counts.added} label="новых" />
        <Figure value={counts.changed + alsoChanged} label="изменится" />
        <Figure value={counts.conflicting} label="с расхождениями" />
        <Figure value={counts.doubtful} label="сомнительных" />
      </div>
      {counts.unchanged > 0 && <p class="small muted">Без изменений: {counts.unchanged}.</p>}
      {nothing && <Notice tone="good" title="Все уже есть в банке, менять нечего." />}
      <Group title="Сомнительные" items={plan.doubtful} count={counts.doubtful} open>
        {(row) => (
          <Doubtful
            key={row.row}
            row={row}
            value={decided.people[row.row] ?? ""}
            onDecide={(value) => {
              setDecided({ ...decided, people: { ...decided.people, [row.row]: value } });
            }}
          />
        )}
      </Group>
      {conflicts.length > 0 && (
        <Conflicts
          rows={conflicts}
          taken={decided.taken}
          onTake={(taken) => {
            setDecided({ ...decided, taken });
          }}
        />
      )}
      <Group title="Изменится" items={changed} count={counts.changed + alsoChanged}>
        {(row) => <Changed key={row.row} row={row} />}
      </Group>
      <Group title="Новые" items={plan.added} count={counts.added}>
        {(row) => (
          <li key={row.row}>
            {row.fullName} <span class="muted">{row.post}</span>
            <Remarks row={row} />
          </li>
        )}
      </Group>
      <Group title="Пропущенные строки" items={plan.skipped} count={counts.skipped}>
        {(row) => (
          <li key={row.row} class="small">
            Строка {row.row}: {row.why} <span class="muted">{row.text}</span>
          </li>
        )}
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

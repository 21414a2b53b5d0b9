// Cells that the curator has mended by hand and the list has otherwise: field by field, which of the two stays.
import type { FieldChange } from "../../bank/import/fieldChanges";
import { Button, Check } from "../shared/components";
import { conflictKey } from "./decisions";
import { LongList } from "./longList";

interface ConflictRow {
  row: number;
  fullName: string;
  conflicts: readonly FieldChange[];
}

const shown = (value: string) => (value === "" ? <i>пусто</i> : <b>{value}</b>);

function Conflict({
  change,
  taken,
  onTake,
}: {
  change: FieldChange;
  taken: boolean;
  onTake: (taken: boolean) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{change.label}</legend>
      <div>
        <span class="muted">в таблице:</span> {shown(change.old)}
      </div>
      <Check checked={taken} onChange={onTake}>
        взять из списка: {shown(change.new)}
      </Check>
    </fieldset>
  );
}

/** All conflicts with their choice; `onTake` gets the new set of those in which the list wins. */
export function Conflicts({
  rows,
  taken,
  onTake,
}: {
  rows: readonly ConflictRow[];
  taken: ReadonlySet<string>;
  onTake: (taken: ReadonlySet<string>) => void;
}) {
  const every = rows.flatMap(({ row, conflicts }) => conflicts.map(({ field }) => conflictKey(row, field)));
  const set = (key: string, isTaken: boolean) => {
    onTake(new Set([...taken].filter((other) => other !== key).concat(isTaken ? [key] : [])));
  };
  return (
    <details open>
      <summary>Расхождения: {every.length}</summary>
      <div class="stack">
        <p class="small muted">
          Эти ячейки заполнены или исправлены вручную, а в списке другое. В таблице останется как есть, пока Вы не
          отметите «взять из списка».
        </p>
        <div class="row">
          <Button
            onPress={() => {
              onTake(new Set());
            }}
          >
            Оставить всё
          </Button>
          <Button
            onPress={() => {
              onTake(new Set(every));
            }}
          >
            Взять всё
          </Button>
          <span class="small muted" role="status">
            Из списка: {every.filter((key) => taken.has(key)).length} из {every.length}
          </span>
        </div>
        <LongList items={rows}>
          {({ row, fullName, conflicts }) => (
            <li key={row} class="card">
              <b>{fullName}</b>
              {conflicts.map((change) => (
                <Conflict
                  key={change.field}
                  change={change}
                  taken={taken.has(conflictKey(row, change.field))}
                  onTake={(isTaken) => {
                    set(conflictKey(row, change.field), isTaken);
                  }}
                />
              ))}
            </li>
          )}
        </LongList>
      </div>
    </details>
  );
}

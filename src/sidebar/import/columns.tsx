// Which column of the list is what: guessed, shown with examples, confirmed by the curator.
import { useState } from "preact/hooks";
import type { ImportView } from "../../bank/import/importStaff";
import { Badge, Button, SelectField } from "../shared/components";
import type { List } from "./main";

/** Guesses less sure than this are marked for a look. */
const SURE = 0.6;

export function Columns({
  list,
  view,
  onConfirm,
  onBack,
}: {
  list: List;
  view: ImportView;
  onConfirm: (mapping: Record<string, number>) => void;
  onBack: () => void;
}) {
  const [fields, setFields] = useState<readonly (string | null)[]>(list.guess.columns.map((column) => column.field));
  const set = (index: number, field: string) => {
    // A field stands in one column only: choosing it elsewhere takes it away from where it was.
    setFields(fields.map((other, place) => (place === index ? field || null : other === field ? null : other)));
  };
  const named = fields.includes("fullName") || fields.includes("lastName");
  const mapping = Object.fromEntries(fields.flatMap((field, index) => (field === null ? [] : [[field, index]])));
  const options = [
    { value: "", label: "не загружать" },
    ...view.fields.map(({ field, label }) => ({ value: field, label })),
  ];
  return (
    <>
      <p>
        «{list.title}», строк: {list.rows.length}. Проверьте, что где стоит.
      </p>
      <ul class="list">
        {list.guess.columns.map((column, index) => (
          <li key={column.index} class="card">
            <div class="row between">
              <b>{column.heading || `Столбец ${column.index + 1}`}</b>
              {column.field !== null && column.confidence < SURE && <Badge tone="warn">проверьте</Badge>}
            </div>
            <span class="small muted">{column.samples.slice(0, 3).join(" · ") || "пусто"}</span>
            <SelectField
              name="Это"
              value={fields[index] ?? ""}
              options={options}
              onChange={(field) => {
                set(index, field);
              }}
            />
          </li>
        ))}
      </ul>
      {!named && <p class="muted">Укажите, в каком столбце ФИО (или отдельно фамилия, имя и отчество).</p>}
      <div class="actions">
        <Button
          kind="primary"
          disabled={!named}
          onPress={() => {
            onConfirm(mapping);
          }}
        >
          Далее
        </Button>
        <Button onPress={onBack}>Другой список</Button>
      </div>
    </>
  );
}

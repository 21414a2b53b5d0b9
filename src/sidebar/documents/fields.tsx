// The short form of a paper, built from its fields, in 300 pixels.
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import type { Answer, Answers, Field } from "../../papers/fields";
import { Button, Check, SelectField, TextField } from "../shared/components";
import { listOf, type RowAnswer, rowsOf, textOf } from "./answers";
import { day, matches } from "./parts";
import { PeoplePicker, type Somebody } from "./peoplePicker";

interface InputProps {
  field: Field;
  name: string;
  fault: string | undefined;
  value: Answer | undefined;
  people: readonly Somebody[];
  onChange: (value: Answer) => void;
}

/** As much as the shared fields take of a help text that may be absent. */
const helpOf = ({ note }: Field): { help?: string } => (note === undefined ? {} : { help: note });

function Line({ field, name, fault, value, onChange }: InputProps) {
  return (
    <TextField
      name={name}
      {...helpOf(field)}
      {...(field.options === undefined ? {} : { list: field.options })}
      fault={fault}
      type={field.sort === "date" ? "date" : "text"}
      value={textOf(value)}
      onChange={onChange}
    />
  );
}

function Area({ field, name, fault, value, onChange }: InputProps) {
  const id = useId();
  const isList = field.sort === "lines";
  return (
    <div class="field">
      <label class="name" for={id}>
        {name}
      </label>
      <textarea
        id={id}
        rows={isList ? 3 : 2}
        aria-invalid={fault !== undefined}
        value={textOf(value)}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          onChange(isList ? typed.split("\n") : typed);
        }}
      />
      {(isList || field.note !== undefined) && (
        <span class="help">{field.note ?? "Каждый пункт — с новой строки."}</span>
      )}
      {fault !== undefined && <span class="fault">{fault}</span>}
    </div>
  );
}

function Choice({ field, name, fault, value, onChange }: InputProps) {
  return (
    <SelectField
      name={name}
      {...helpOf(field)}
      fault={fault}
      value={textOf(value)}
      options={[
        { value: "", label: "— выберите —" },
        ...(field.options ?? []).map((option) => ({ value: option, label: option })),
      ]}
      onChange={onChange}
    />
  );
}

/** More choices than these are hidden until they are asked for. */
const FEW = 8;

function Choices(props: InputProps) {
  const { field, name, fault, value } = props;
  const options = field.options ?? [];
  const chosen = listOf(value);
  return (
    <fieldset class="choice stack">
      <legend>{name}</legend>
      {options.length === 0 && <span class="small muted">Выбирать пока не из чего.</span>}
      {options.length > FEW ? (
        <details open={chosen.length > 0 && chosen.length < options.length}>
          <summary>
            Выбрано: {chosen.length} из {options.length}
          </summary>
          <LongChoice {...props} />
        </details>
      ) : (
        <Ticks {...props} shown={options} />
      )}
      {field.note !== undefined && <span class="small muted">{field.note}</span>}
      {fault !== undefined && <span class="fault">{fault}</span>}
    </fieldset>
  );
}

function Ticks({ value, shown, onChange }: InputProps & { shown: readonly string[] }) {
  const chosen = listOf(value);
  return (
    <>
      {shown.map((option) => (
        <Check
          key={option}
          checked={chosen.includes(option)}
          onChange={(on) => {
            onChange(on ? [...chosen, option] : chosen.filter((other) => other !== option));
          }}
        >
          {option}
        </Check>
      ))}
    </>
  );
}

/** A long list with a search, and all of it at one click. */
function LongChoice(props: InputProps) {
  const [typed, setTyped] = useState("");
  const chosen = listOf(props.value);
  const found = (props.field.options ?? []).filter((option) => matches(typed, option));
  const isAll = found.every((option) => chosen.includes(option));
  return (
    <div class="stack">
      <input
        type="text"
        aria-label={`${props.field.label}: поиск`}
        placeholder="поиск"
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
        }}
      />
      {found.length > 0 && (
        <Button
          kind="link"
          onPress={() => {
            const others = chosen.filter((option) => !found.includes(option));
            props.onChange(isAll ? others : [...others, ...found]);
          }}
        >
          {`${isAll ? "Снять" : "Отметить"} ${typed.trim() === "" ? "все" : "найденные"}: ${found.length}`}
        </Button>
      )}
      <Ticks {...props} shown={found} />
    </div>
  );
}

function Flag({ field, name, value, onChange }: InputProps) {
  return (
    <Check checked={value === true} onChange={onChange}>
      {name}
      {field.note !== undefined && (
        <>
          <br />
          <span class="small muted">{field.note}</span>
        </>
      )}
    </Check>
  );
}

function Picked({ field, name, fault, value, people, onChange }: InputProps) {
  const isOne = field.sort === "person";
  return (
    <PeoplePicker
      name={name}
      help={field.note}
      fault={fault}
      people={people}
      chosen={listOf(value)}
      most={isOne ? 1 : Infinity}
      onChange={(codes) => {
        onChange(isOne ? (codes[0] ?? "") : codes);
      }}
    />
  );
}

/** What a row says, in one line. */
function saidIn(row: RowAnswer, field: Field, people: readonly Somebody[]): string {
  return (field.columns ?? [])
    .map(({ key, sort }) => {
      const cell = row[key] ?? "";
      if (sort === "person") return people.find(({ code }) => code === cell)?.name ?? cell;
      return sort === "date" ? day(cell) : cell;
    })
    .filter((cell) => cell.trim() !== "")
    .join(", ");
}

/** A small table: too wide for 300 pixels, so each row is a card of its own, opened to be changed. */
function Rows({ field, name, fault, value, people, onChange }: InputProps) {
  const rows = rowsOf(value);
  const set = (at: number, row: RowAnswer) => {
    onChange(rows.map((other, index) => (index === at ? row : other)));
  };
  return (
    <fieldset class="choice stack">
      <legend>{name}</legend>
      {field.note !== undefined && <span class="small muted">{field.note}</span>}
      {rows.map((row, at) => (
        <Row
          key={at}
          number={at + 1}
          said={saidIn(row, field, people)}
          onRemove={() => {
            onChange(rows.filter((_, index) => index !== at));
          }}
        >
          {(field.columns ?? []).map((column) => (
            <FieldInput
              key={column.key}
              field={{ key: column.key, label: column.label, sort: CELLS[column.sort ?? "text"] }}
              name={column.label}
              fault={undefined}
              value={row[column.key]}
              people={people}
              onChange={(cell) => {
                set(at, { ...row, [column.key]: textOf(cell) });
              }}
            />
          ))}
        </Row>
      ))}
      {fault !== undefined && <span class="fault">{fault}</span>}
      <Button
        onPress={() => {
          onChange([...rows, {}]);
        }}
      >
        Добавить строку
      </Button>
    </fieldset>
  );
}

/** A cell of text may take several lines. */
const CELLS = { text: "longText", date: "date", person: "person" } as const;

function Row({
  number,
  said,
  onRemove,
  children,
}: {
  number: number;
  said: string;
  onRemove: () => void;
  children: ComponentChildren;
}) {
  // An empty row was added to be filled in; it stays open while it is.
  const [open] = useState(said === "");
  return (
    <details class="card rowcard" open={open}>
      <summary>
        {number}. {said || "Новая строка"}
      </summary>
      <div class="stack">
        {children}
        <Button kind="link" onPress={onRemove}>
          {`Убрать строку ${number}`}
        </Button>
      </div>
    </details>
  );
}

const INPUTS: Readonly<Record<Field["sort"], (props: InputProps) => preact.JSX.Element>> = {
  text: Line,
  number: Line,
  date: Line,
  longText: Area,
  lines: Area,
  choice: Choice,
  choices: Choices,
  flag: Flag,
  person: Picked,
  people: Picked,
  rows: Rows,
};

function FieldInput(props: InputProps) {
  const Input = INPUTS[props.field.sort];
  return <Input {...props} />;
}

/** All fields of a form. `faults` are shown under their fields. */
export function Fields({
  fields,
  values,
  faults,
  people,
  onChange,
}: {
  fields: readonly Field[];
  values: Answers;
  faults: Readonly<Record<string, string>>;
  people: readonly Somebody[];
  onChange: (key: string, value: Answer) => void;
}) {
  return (
    <>
      {fields.some(({ required }) => required) && <p class="small muted">Звёздочкой отмечено обязательное.</p>}
      {fields.map((field) => (
        <FieldInput
          key={field.key}
          field={field}
          name={field.required === true ? `${field.label} *` : field.label}
          fault={faults[field.key]}
          value={values[field.key]}
          people={people}
          onChange={(value) => {
            onChange(field.key, value);
          }}
        />
      ))}
    </>
  );
}

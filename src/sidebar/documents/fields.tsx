// The short form of a paper, built from its fields, in 300 pixels.
import { useId } from "preact/hooks";
import type { Answer, Answers, Field } from "../../papers/fields";
import { Button, Check, SelectField, TextField } from "../shared/components";
import { listOf, type RowAnswer, rowsOf, textOf } from "./answers";
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
        rows={isList ? 4 : 5}
        aria-invalid={fault !== undefined}
        value={textOf(value)}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          onChange(isList ? typed.split("\n") : typed);
        }}
      />
      <span class="help">
        {isList && "Каждый пункт — с новой строки. "}
        {field.note}
      </span>
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

function Choices({ field, name, fault, value, onChange }: InputProps) {
  const chosen = listOf(value);
  return (
    <fieldset class="choice stack">
      <legend>{name}</legend>
      {(field.options ?? []).map((option) => (
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
      {field.note !== undefined && <span class="small muted">{field.note}</span>}
      {fault !== undefined && <span class="fault">{fault}</span>}
    </fieldset>
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

/** A small table: too wide for 300 pixels, so each row is a card of its own. */
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
        <div key={at} class="card" role="group" aria-label={`${field.label}: строка ${at + 1}`}>
          <div class="row between">
            <span class="small muted">Строка {at + 1}</span>
            <button
              type="button"
              class="link small"
              aria-label={`Убрать строку ${at + 1}`}
              onClick={() => {
                onChange(rows.filter((_, index) => index !== at));
              }}
            >
              убрать
            </button>
          </div>
          {(field.columns ?? []).map((column) => (
            <FieldInput
              key={column.key}
              field={{ key: column.key, label: column.label, sort: column.sort ?? "text" }}
              name={column.label}
              fault={undefined}
              value={row[column.key]}
              people={people}
              onChange={(cell) => {
                set(at, { ...row, [column.key]: textOf(cell) });
              }}
            />
          ))}
        </div>
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

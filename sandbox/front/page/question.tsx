// One item of a form: its title, its field by kind, its error.
import type { ShownItem } from "../../forms/respond";
import type { TypedAnswer } from "../../forms/typedAnswers";

export type Answers = Record<string, TypedAnswer>;

interface FieldProps {
  item: ShownItem;
  answer: TypedAnswer;
  onAnswer: (answer: TypedAnswer) => void;
}

const asText = (answer: TypedAnswer): string =>
  typeof answer === "string" ? answer : typeof answer === "number" ? String(answer) : "";
const asList = (answer: TypedAnswer): string[] => (Array.isArray(answer) ? answer.map(asText) : []);

function Line({ item, answer, onAnswer, type = "text" }: FieldProps & { type?: string }) {
  return (
    <input
      class="line"
      type={type}
      step={type === "time" ? 60 : undefined}
      aria-labelledby={`title-${item.id}`}
      placeholder={type === "text" ? "Мой ответ" : undefined}
      value={asText(answer)}
      onInput={(event) => {
        onAnswer(event.currentTarget.value);
      }}
    />
  );
}

function Paragraph({ item, answer, onAnswer }: FieldProps) {
  return (
    <textarea
      class="line"
      rows={3}
      aria-labelledby={`title-${item.id}`}
      placeholder="Мой ответ"
      value={asText(answer)}
      onInput={(event) => {
        onAnswer(event.currentTarget.value);
      }}
    />
  );
}

/** One choice; with `other` a line of one's own. */
function Choice({ item, answer, onAnswer }: FieldProps) {
  const options = item.choices ?? [];
  const chosen = asText(answer);
  const isOwn = item.other === true && answer !== null && !options.includes(chosen);
  return (
    <div role="radiogroup" aria-labelledby={`title-${item.id}`}>
      {options.map((option) => (
        <label key={option} class="option">
          <input
            type="radio"
            name={`item-${item.id}`}
            checked={chosen === option && answer !== null}
            onChange={() => {
              onAnswer(option);
            }}
          />
          {option}
        </label>
      ))}
      {item.other && (
        <label class="option">
          <input
            type="radio"
            name={`item-${item.id}`}
            checked={isOwn}
            onChange={() => {
              onAnswer("");
            }}
          />
          Другое:
          <input
            class="line"
            aria-label={`${item.title}: другое`}
            value={isOwn ? chosen : ""}
            onInput={(event) => {
              onAnswer(event.currentTarget.value);
            }}
          />
        </label>
      )}
      {!item.required && answer !== null && (
        <button
          type="button"
          class="link-button"
          onClick={() => {
            onAnswer(null);
          }}
        >
          Очистить выбор
        </button>
      )}
    </div>
  );
}

function Checkboxes({ item, answer, onAnswer }: FieldProps) {
  const options = item.choices ?? [];
  const chosen = asList(answer);
  const own = chosen.filter((value) => !options.includes(value));
  const toggle = (option: string, on: boolean): void => {
    onAnswer(on ? [...chosen, option] : chosen.filter((value) => value !== option));
  };
  return (
    <div role="group" aria-labelledby={`title-${item.id}`}>
      {options.map((option) => (
        <label key={option} class="option">
          <input
            type="checkbox"
            checked={chosen.includes(option)}
            onChange={(event) => {
              toggle(option, event.currentTarget.checked);
            }}
          />
          {option}
        </label>
      ))}
      {item.other && (
        <label class="option">
          Другое:
          <input
            class="line"
            aria-label={`${item.title}: другое`}
            value={own[0] ?? ""}
            onInput={(event) => {
              const text = event.currentTarget.value;
              onAnswer([...chosen.filter((value) => options.includes(value)), ...(text === "" ? [] : [text])]);
            }}
          />
        </label>
      )}
    </div>
  );
}

function List({ item, answer, onAnswer }: FieldProps) {
  return (
    <select
      class="field"
      aria-labelledby={`title-${item.id}`}
      value={asText(answer)}
      onChange={(event) => {
        onAnswer(event.currentTarget.value);
      }}
    >
      <option value="">Выбрать</option>
      {item.choices?.map((option) => (
        <option key={option} value={option}>
          {option}
        </option>
      ))}
    </select>
  );
}

function Scale({ item, answer, onAnswer }: FieldProps) {
  const lower = item.scale?.lower ?? 1;
  const upper = item.scale?.upper ?? item.rating?.levels ?? 5;
  const steps = Array.from({ length: upper - lower + 1 }, (_, index) => String(lower + index));
  return (
    <div class="scale" role="radiogroup" aria-labelledby={`title-${item.id}`}>
      <span>{item.scale?.left}</span>
      {steps.map((value) => (
        <label key={value} class="scale-step">
          {item.rating ? `${value} ★` : value}
          <input
            type="radio"
            name={`item-${item.id}`}
            checked={asText(answer) === value}
            onChange={() => {
              onAnswer(value);
            }}
          />
        </label>
      ))}
      <span>{item.scale?.right}</span>
    </div>
  );
}

/** Rows × columns; `several` lets a row have more than one tick. */
function Grid({ item, answer, onAnswer, several }: FieldProps & { several: boolean }) {
  const rows = item.rows ?? [];
  const given: TypedAnswer[] = Array.isArray(answer) ? answer : rows.map(() => (several ? [] : ""));
  const choose = (row: number, column: string, on: boolean): void => {
    onAnswer(
      rows.map((_, index): TypedAnswer => {
        const current = given[index] ?? (several ? [] : "");
        if (index !== row) return current;
        if (!several) return column;
        const chosen = asList(current).filter((value) => value !== column);
        return on ? [...chosen, column] : chosen;
      }),
    );
  };
  return (
    <div class="answer-grid">
      <table>
        <thead>
          <tr>
            <th />
            {item.columns?.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {item.columns?.map((column) => (
                <td key={column}>
                  <input
                    type={several ? "checkbox" : "radio"}
                    name={`item-${item.id}-${index}`}
                    aria-label={`${row}: ${column}`}
                    checked={
                      several ? asList(given[index] ?? null).includes(column) : asText(given[index] ?? null) === column
                    }
                    onChange={(event) => {
                      choose(index, column, event.currentTarget.checked);
                    }}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const FIELDS: Partial<Record<ShownItem["kind"], (props: FieldProps) => preact.JSX.Element>> = {
  TEXT: Line,
  PARAGRAPH_TEXT: Paragraph,
  MULTIPLE_CHOICE: Choice,
  CHECKBOX: Checkboxes,
  LIST: List,
  SCALE: Scale,
  RATING: Scale,
  GRID: (props) => <Grid {...props} several={false} />,
  CHECKBOX_GRID: (props) => <Grid {...props} several={true} />,
  DATE: (props) => <Line {...props} type={props.item.includesYear === false ? "text" : "date"} />,
  DATETIME: (props) => <Line {...props} type="datetime-local" />,
  TIME: (props) => <Line {...props} type="time" />,
  DURATION: Line,
};

interface QuestionProps extends FieldProps {
  error: string | undefined;
}

/** A card with a question, or a heading between questions. */
export function Question({ item, answer, error, onAnswer }: QuestionProps) {
  const Field = FIELDS[item.kind];
  return (
    <section
      id={`question-${item.id}`}
      class={error === undefined ? "form-card" : "form-card wrong"}
      aria-label={item.title}
      data-testid="question"
    >
      <h3 id={`title-${item.id}`}>
        {item.title}
        {item.required && (
          <span class="star" aria-label="обязательный вопрос">
            {" "}
            *
          </span>
        )}
      </h3>
      {item.help !== "" && <p class="muted pre">{item.help}</p>}
      {Field && <Field item={item} answer={answer} onAnswer={onAnswer} />}
      {error !== undefined && (
        <p class="question-error" role="alert">
          {error}
        </p>
      )}
    </section>
  );
}

// What answers leave to the curator, one click each: whose answer it is, and whether it or a later hand edit holds.
import type { AuthorChoice, Decisions, OpenField, UnclearAnswer } from "../../bank/decisionsView";
import { useState } from "preact/hooks";
import { server } from "./client";
import { Button, Section, SelectField, Trouble } from "./components";
import { useAction } from "./load";

interface Named {
  code: string;
  fullName: string;
}

/** Both lists; nothing where nothing is left to decide. `people` may be named as authors. */
export function DecisionList({
  decisions: { unclear, fields },
  people,
  onDecided,
}: {
  decisions: Decisions;
  people: readonly Named[];
  onDecided: () => Promise<void>;
}) {
  const { error, run } = useAction();
  return (
    <>
      {error !== null && <Trouble error={error} />}
      {unclear.length > 0 && (
        <Section title={`Чей это ответ? ${unclear.length}`}>
          {unclear.map((answer) => (
            <Author
              key={answer.code}
              answer={answer}
              people={people}
              onChoose={(choice) =>
                run(async () => {
                  await server.decideAuthor(answer.code, choice);
                  await onDecided();
                })
              }
            />
          ))}
        </Section>
      )}
      {fields.length > 0 && (
        <Section title={`Ответ и таблица расходятся: ${fields.length}`}>
          <p class="small muted">Эти ячейки правили вручную, поэтому ответ сюда не внесён.</p>
          {fields.map((field) => (
            <Field
              key={`${field.answer} ${field.field}`}
              field={field}
              onChoose={(take) =>
                run(async () => {
                  await server.decideField(field.answer, field.field, take);
                  await onDecided();
                })
              }
            />
          ))}
        </Section>
      )}
    </>
  );
}

function Author({
  answer,
  people,
  onChoose,
}: {
  answer: UnclearAnswer;
  people: readonly Named[];
  onChoose: (choice: AuthorChoice) => Promise<void>;
}) {
  const [others, setOthers] = useState(false);
  return (
    <div class="card" role="group" aria-label={answer.respondent}>
      <b>{answer.respondent}</b>
      <span class="small muted">
        {answer.questionnaire}, {new Date(answer.answeredAt).toLocaleDateString("ru-RU")}
      </span>
      <div class="stack">
        {answer.likely.map(({ code, name }) => (
          <Button key={code} kind="primary" onPress={() => onChoose({ person: code })}>
            Это {name}
          </Button>
        ))}
      </div>
      <div class="row">
        {answer.canBeNew && <Button onPress={() => onChoose("new")}>Новый человек</Button>}
        <Button onPress={() => onChoose("reject")}>Отклонить</Button>
        {!others && (
          <Button
            kind="link"
            onPress={() => {
              setOthers(true);
            }}
          >
            другой педагог
          </Button>
        )}
      </div>
      {others && (
        <SelectField
          name="Ответил(а)"
          value=""
          options={[
            { value: "", label: "выберите педагога" },
            ...[...people]
              .sort((one, other) => one.fullName.localeCompare(other.fullName, "ru"))
              .map(({ code, fullName }) => ({ value: code, label: fullName })),
          ]}
          onChange={(person) => {
            if (person !== "") void onChoose({ person });
          }}
        />
      )}
    </div>
  );
}

function Field({ field, onChoose }: { field: OpenField; onChoose: (take: boolean) => Promise<void> }) {
  return (
    <div class="card" role="group" aria-label={`${field.person}: ${field.heading}`}>
      <b>{field.person}</b>
      <span class="small muted">{field.heading}</span>
      <div>В таблице: {field.now || "пусто"}</div>
      <div>В ответе: {field.said || "пусто"}</div>
      {!field.canTake && <span class="small muted">Так записать нельзя: исправьте в таблице сами.</span>}
      <div class="row">
        {field.canTake && (
          <Button kind="primary" onPress={() => onChoose(true)}>
            Внести ответ
          </Button>
        )}
        <Button onPress={() => onChoose(false)}>Оставить как в таблице</Button>
      </div>
    </div>
  );
}

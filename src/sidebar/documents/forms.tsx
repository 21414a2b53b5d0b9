// Word forms that will stand in the paper: doubtful ones first, each to be confirmed or corrected on the spot.
import { useState } from "preact/hooks";
import type { FormView } from "../../papers/papersView";
import { server } from "../shared/client";
import { Badge, Button, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

/** So many words are shown at first. */
const SHOWN = 20;

function Word({ word, onSaved }: { word: FormView; onSaved: () => Promise<void> }) {
  const [typed, setTyped] = useState<readonly string[] | null>(null);
  const { error, run } = useAction();
  const save = (forms: readonly string[]) =>
    run(async () => {
      await server.saveForm({
        word: word.word,
        forms: word.forms.map((one, at) => ({ case: one.case, form: (forms[at] ?? one.form).trim() })),
      });
      setTyped(null);
      await onSaved();
    });
  return (
    <li class="card" role="group" aria-label={word.word}>
      <span>
        <b>{word.word}</b> {word.doubt !== "" && <Badge tone="warn">проверьте</Badge>}
        {word.own && <Badge tone="accent">исправлено Вами</Badge>}
      </span>
      {word.doubt !== "" && <span class="small muted">{word.doubt}</span>}
      {typed === null ? (
        <dl class="small wordforms">
          {word.forms.map((one) => [<dt key={one.case}>{one.case}</dt>, <dd key={`${one.case} `}>{one.form}</dd>])}
        </dl>
      ) : (
        word.forms.map((one, at) => (
          <TextField
            key={one.case}
            name={one.case}
            value={typed[at] ?? ""}
            onChange={(form) => {
              setTyped(typed.map((other, index) => (index === at ? form : other)));
            }}
          />
        ))
      )}
      {error !== null && <Trouble error={error} />}
      <div class="row">
        {typed === null ? (
          <>
            {word.doubt !== "" && <Button onPress={() => save([])}>Верно</Button>}
            <Button
              kind="link"
              onPress={() => {
                setTyped(word.forms.map(({ form }) => form));
              }}
            >
              Исправить
            </Button>
          </>
        ) : (
          <>
            <Button kind="primary" disabled={typed.some((form) => form.trim() === "")} onPress={() => save(typed)}>
              Сохранить
            </Button>
            <Button
              onPress={() => {
                setTyped(null);
              }}
            >
              Отмена
            </Button>
          </>
        )}
      </div>
    </li>
  );
}

function Words({ words, onSaved }: { words: readonly FormView[]; onSaved: () => Promise<void> }) {
  const [shown, setShown] = useState(SHOWN);
  return (
    <>
      <ul class="list">
        {words.slice(0, shown).map((word) => (
          <Word key={word.word} word={word} onSaved={onSaved} />
        ))}
      </ul>
      {words.length > shown && (
        <Button
          kind="link"
          onPress={() => {
            setShown(shown + 5 * SHOWN);
          }}
        >
          Показать ещё: {words.length - shown}
        </Button>
      )}
    </>
  );
}

/** @param onSaved a form was written to «Склонения»: check again */
export function Forms({ forms, onSaved }: { forms: readonly FormView[]; onSaved: () => Promise<void> }) {
  const doubtful = forms.filter(({ doubt }) => doubt !== "");
  const sure = forms.filter(({ doubt }) => doubt === "");
  if (forms.length === 0) return null;
  return (
    <>
      {doubtful.length > 0 && (
        <>
          <h3>Посмотрите на падежи: {doubtful.length}</h3>
          <p class="small muted">Программа не уверена в этих формах. Исправленное запомнится на вкладке «Склонения».</p>
          <Words words={doubtful} onSaved={onSaved} />
        </>
      )}
      {sure.length > 0 && (
        <details>
          <summary>Как просклонены слова: {sure.length}</summary>
          <div class="stack">
            <Words words={sure} onSaved={onSaved} />
          </div>
        </details>
      )}
    </>
  );
}

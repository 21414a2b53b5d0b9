// About whom documents are to be made: ticks with a search, the wanted ones ticked, what exists already beside each.
import { useState } from "preact/hooks";
import type { PaperView } from "../../papers/papersView";
import { Badge, Button, Check, Section, TextField } from "../shared/components";
import { matches, Paper } from "./parts";
import { toneOf } from "./status";

export type Subject = PaperView["subjects"][number];

/** So many are shown at once; a search is offered for more than a few. */
const SHOWN = 30;
const FEW = 6;

function Line({ subject, chosen, onChoose }: { subject: Subject; chosen: boolean; onChoose: (on: boolean) => void }) {
  const { document, note } = subject;
  return (
    <li class="stack subject">
      <Check checked={chosen} onChange={onChoose}>
        {subject.name}
      </Check>
      {(note !== "" || document !== null) && (
        <span class="small muted beside">
          {note}
          {document && (
            <>
              {note !== "" && " "}
              <Badge tone={toneOf(document.status)}>{document.status}</Badge>{" "}
              {document.link !== null && <Paper link={document.link}>открыть</Paper>}
            </>
          )}
        </span>
      )}
    </li>
  );
}

export function Subjects({
  subjects,
  chosen,
  onChoose,
}: {
  subjects: readonly Subject[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: ReadonlySet<string>) => void;
}) {
  const [typed, setTyped] = useState("");
  const [shown, setShown] = useState(SHOWN);
  const found = subjects.filter(({ name, note }) => matches(typed, `${name} ${note}`));
  const isAll = found.length > 0 && found.every(({ subject }) => chosen.has(subject));
  const set = (codes: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const code of codes) {
      if (on) next.add(code);
      else next.delete(code);
    }
    onChoose(next);
  };
  return (
    <Section title="О ком">
      {subjects.length > FEW && (
        <TextField name="Поиск в списке" placeholder="фамилия" value={typed} onChange={setTyped} />
      )}
      <div class="row between small">
        <span class="muted" role="status">
          Выбрано: {chosen.size} из {subjects.length}
        </span>
        {found.length > 1 && (
          <Button
            kind="link"
            onPress={() => {
              set(
                found.map(({ subject }) => subject),
                !isAll,
              );
            }}
          >
            {`${isAll ? "Снять" : "Отметить"} ${typed.trim() === "" ? "всех" : "найденных"}: ${found.length}`}
          </Button>
        )}
      </div>
      {found.length === 0 && <p class="small muted">Никого не нашлось: проверьте фамилию.</p>}
      <ul class="list">
        {found.slice(0, shown).map((subject) => (
          <Line
            key={subject.subject}
            subject={subject}
            chosen={chosen.has(subject.subject)}
            onChoose={(on) => {
              set([subject.subject], on);
            }}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button
          kind="link"
          onPress={() => {
            setShown(shown + 5 * SHOWN);
          }}
        >
          Показать ещё: {found.length - shown}
        </Button>
      )}
    </Section>
  );
}

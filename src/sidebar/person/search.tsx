// Choosing whose card to see: by name, whatever the spelling, or whoever stands in the selected row.
import { useState } from "preact/hooks";
import type { PersonChoice } from "../../person/cardView";
import { findByName } from "../../person/nameSearch";
import { server } from "../shared/client";
import { Button, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

const SHOWN = 8;

/** People to choose from, each with the post that tells namesakes apart. */
export function Choices({
  choices,
  onChoose,
}: {
  choices: readonly PersonChoice[];
  onChoose: (person: string) => void | Promise<void>;
}) {
  return (
    <ul class="list found" style={{ gap: 0 }}>
      {choices.map((one) => (
        <li key={one.code}>
          <Button onPress={() => onChoose(one.code)}>
            {one.fullName}
            <br />
            <span class="small muted">{[one.post, one.code].filter((part) => part !== "").join(" · ")}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** The search box; everybody's names are fetched when it is first used, and looked through here. */
export function Search({
  onChoose,
  onSelected,
}: {
  onChoose: (person: string) => Promise<void>;
  onSelected: () => Promise<void>;
}) {
  const [typed, setTyped] = useState("");
  const [people, setPeople] = useState<readonly PersonChoice[] | null>(null);
  const [asked, setAsked] = useState(false);
  const { error, run } = useAction();
  const type = (text: string) => {
    setTyped(text);
    if (asked) return;
    setAsked(true);
    void run(async () => {
      try {
        setPeople(await server.loadPeople());
      } catch (failure) {
        setAsked(false);
        throw failure;
      }
    });
  };
  const found = people === null || typed.trim() === "" ? [] : findByName(typed, people);
  return (
    <div class="stack">
      <TextField name="Найти человека" value={typed} onChange={type} placeholder="фамилия, можно с инициалами" />
      {error !== null && <Trouble error={error} />}
      {typed.trim() !== "" && people !== null && found.length === 0 && (
        <p class="small muted" role="status">
          Никого не нашлось.
        </p>
      )}
      {found.length > 0 && (
        <Choices
          choices={found.slice(0, SHOWN)}
          onChoose={async (person) => {
            setTyped("");
            await onChoose(person);
          }}
        />
      )}
      {found.length > SHOWN && <p class="small muted">И ещё {found.length - SHOWN}: введите имя полнее.</p>}
      <Button onPress={onSelected}>Показать выделенного</Button>
    </div>
  );
}

// Choosing people by typing a part of the name; whoever is chosen stands above, ready to be taken off again.
import { useRef, useState } from "preact/hooks";
import { findByName } from "../../person/nameSearch";
import { Button } from "../shared/components";

export interface Somebody {
  code: string;
  name: string;
  post: string;
}

const SHOWN = 8;

/** @param most how many may be chosen: 1 or any number */
export function PeoplePicker({
  name,
  help,
  fault,
  people,
  chosen,
  most,
  onChange,
}: {
  name: string;
  help?: string | undefined;
  fault?: string | undefined;
  people: readonly Somebody[];
  chosen: readonly string[];
  most: number;
  onChange: (codes: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState("");
  const group = useRef<HTMLFieldSetElement>(null);
  const known = new Map(people.map((one) => [one.code, one]));
  const found =
    typed.trim() === ""
      ? []
      : findByName(
          typed,
          people.filter(({ code }) => !chosen.includes(code)).map((one) => ({ ...one, fullName: one.name })),
        );
  const change = (codes: readonly string[]) => {
    setTyped("");
    onChange(codes);
    // The button that was pressed is gone.
    setTimeout(() => group.current?.querySelector<HTMLElement>("input, button")?.focus());
  };
  return (
    <fieldset class="choice stack" ref={group}>
      <legend>{name}</legend>
      {chosen.map((code) => (
        <div key={code} class="row between picked">
          <span>
            {known.get(code)?.name ?? code}
            {known.get(code)?.post && <span class="small muted"> · {known.get(code)?.post}</span>}
          </span>
          <button
            type="button"
            class="link small"
            aria-label={`Убрать: ${known.get(code)?.name ?? code}`}
            onClick={() => {
              change(chosen.filter((other) => other !== code));
            }}
          >
            убрать
          </button>
        </div>
      ))}
      {chosen.length < most && (
        <input
          type="text"
          aria-label={`${name}: найти педагога`}
          placeholder="найти: фамилия, можно с инициалами"
          aria-invalid={fault !== undefined}
          value={typed}
          onInput={(event) => {
            setTyped(event.currentTarget.value);
          }}
        />
      )}
      {typed.trim() !== "" && (
        <p class="small muted" role="status">
          {found.length === 0 ? "Никого не нашлось." : `Нашлось: ${found.length}.`}
        </p>
      )}
      {found.length > 0 && (
        <ul class="list found">
          {found.slice(0, SHOWN).map((one) => (
            <li key={one.code}>
              <Button
                onPress={() => {
                  change(most === 1 ? [one.code] : [...chosen, one.code]);
                }}
              >
                {one.name}
                {one.post && <span class="small muted"> · {one.post}</span>}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {fault !== undefined && <span class="fault">{fault}</span>}
      {help !== undefined && <span class="small muted">{help}</span>}
    </fieldset>
  );
}

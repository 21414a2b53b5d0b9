// A list of people to tick: those whom the program proposes first, the others found by name.
import { useState } from "preact/hooks";
import type { IntakeCandidate } from "../../bank/bankView";
import { Button, Check, TextField } from "../shared/components";

/** Of those not proposed, so many are shown until a name is typed. */
const SHOWN = 15;

function Person({
  candidate,
  checked,
  onChange,
}: {
  candidate: IntakeCandidate;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <li>
      <Check checked={checked} onChange={onChange}>
        {candidate.fullName}
        <br />
        <span class="small muted">
          {[candidate.reason ?? candidate.post, candidate.hasAddress ? null : "нет почты — ссылку передать лично"]
            .filter(Boolean)
            .join(" · ")}
        </span>
      </Check>
    </li>
  );
}

export function People({
  candidates,
  chosen,
  onChange,
}: {
  candidates: readonly IntakeCandidate[];
  chosen: ReadonlySet<string>;
  onChange: (chosen: ReadonlySet<string>) => void;
}) {
  const [search, setSearch] = useState("");
  const toggle = (code: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(code);
    else next.delete(code);
    onChange(next);
  };
  const proposed = candidates.filter(({ reason }) => reason !== null);
  const wanted = search.trim().toLowerCase();
  const others = candidates
    .filter(({ reason, code }) => reason === null || chosen.has(code))
    .filter((candidate) => !proposed.includes(candidate))
    .filter(({ fullName, code }) => fullName.toLowerCase().includes(wanted) || chosen.has(code));
  const line = (candidate: IntakeCandidate) => (
    <Person
      key={candidate.code}
      candidate={candidate}
      checked={chosen.has(candidate.code)}
      onChange={(on) => {
        toggle(candidate.code, on);
      }}
    />
  );
  return (
    <div class="stack">
      {proposed.length > 0 && (
        <>
          <div class="row between">
            <h3>Предлагаются: {proposed.length}</h3>
            <Button
              kind="link"
              onPress={() => {
                onChange(
                  new Set(proposed.some(({ code }) => !chosen.has(code)) ? proposed.map(({ code }) => code) : []),
                );
              }}
            >
              все / никого
            </Button>
          </div>
          <ul class="list">{proposed.map(line)}</ul>
        </>
      )}
      <TextField name="Найти другого педагога" value={search} onChange={setSearch} placeholder="фамилия" />
      <ul class="list">{others.slice(0, wanted === "" ? SHOWN : undefined).map(line)}</ul>
      {wanted === "" && others.length > SHOWN && (
        <p class="small muted">И ещё {others.length - SHOWN}: начните вводить фамилию.</p>
      )}
    </div>
  );
}

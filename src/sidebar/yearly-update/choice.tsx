// Whom to ask for a confirmation: filtered by role, age of the information and name; or marked as confirmed on paper.
import { useState } from "preact/hooks";
import type { UpdatePerson, YearlyUpdateView } from "../../bank/yearlyUpdate/yearlyUpdateView";
import { server } from "../shared/client";
import { Button, Check, Confirm, Section, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

const FILTERS: readonly { value: string; label: string; holds: (person: UpdatePerson) => boolean }[] = [
  { value: "stale", label: "устаревшие", holds: ({ stale }) => stale !== null },
  { value: "mentors", label: "устаревшие у наставников", holds: ({ stale, mentor }) => stale !== null && mentor },
  { value: "mentees", label: "устаревшие у наставляемых", holds: ({ stale, mentee }) => stale !== null && mentee },
  {
    value: "others",
    label: "устаревшие у остальных",
    holds: ({ stale, mentor, mentee }) => stale !== null && !mentor && !mentee,
  },
  { value: "all", label: "все педагоги", holds: () => true },
];
/** Longer lists are for searching. */
const SHOWN = 40;

/** Nobody is asked twice a year; who could not be reached may be chosen again, once the address is mended. */
const isAsked = ({ invitation, hasAddress }: UpdatePerson) =>
  invitation !== null && !(invitation === "не отправлено" && hasAddress);

/** What stands under a name: how old the information is, how far the letter has come. */
function lineOf({ stale, invitation, hasAddress, post }: UpdatePerson): string {
  return [stale ?? post, invitation, hasAddress || invitation !== null ? null : "нет почты — ссылку передать лично"]
    .filter(Boolean)
    .join(" · ");
}

export function Choice({
  view,
  onStarted,
  onMarked,
}: {
  view: YearlyUpdateView;
  onStarted: () => Promise<void>;
  onMarked: (count: number) => Promise<void>;
}) {
  const [filter, setFilter] = useState(view.people.some(({ stale }) => stale !== null) ? "stale" : "all");
  const [search, setSearch] = useState("");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () =>
      new Set(
        view.people
          .filter((person) => person.stale !== null && (person.mentor || person.mentee) && !isAsked(person))
          .map(({ code }) => code),
      ),
  );
  const [deadline, setDeadline] = useState(view.deadline);
  const { error, run } = useAction();
  const holds = FILTERS.find(({ value }) => value === filter)?.holds ?? (() => true);
  const wanted = search.trim().toLowerCase();
  const listed = view.people.filter((person) => holds(person) && person.fullName.toLowerCase().includes(wanted));
  const toSend = view.people.filter((person) => chosen.has(person.code) && !isAsked(person)).map(({ code }) => code);
  const choose = (codes: readonly string[], on: boolean) => {
    const next = new Set(chosen);
    for (const code of codes) {
      if (on) next.add(code);
      else next.delete(code);
    }
    setChosen(next);
  };
  const codes = listed.map(({ code }) => code);
  const allChosen = codes.every((code) => chosen.has(code));
  return (
    <Section title="Кого спросить">
      <SelectField name="Показать" value={filter} options={FILTERS} onChange={setFilter} />
      <TextField name="Найти педагога" value={search} onChange={setSearch} placeholder="фамилия" />
      <div class="row between">
        <span class="small muted">
          В списке: {listed.length}, выбрано: {chosen.size}
        </span>
        <Button
          kind="link"
          onPress={() => {
            choose(codes, !allChosen);
          }}
        >
          {allChosen ? "снять все" : "выбрать все"}
        </Button>
      </div>
      <ul class="list">
        {listed.slice(0, SHOWN).map((person) => (
          <li key={person.code}>
            <Check
              checked={chosen.has(person.code)}
              onChange={(on) => {
                choose([person.code], on);
              }}
            >
              {person.fullName}
              <br />
              <span class="small muted">{lineOf(person)}</span>
            </Check>
          </li>
        ))}
      </ul>
      {listed.length > SHOWN && <p class="small muted">И ещё {listed.length - SHOWN}: начните вводить фамилию.</p>}
      {view.withdrawn > 0 && (
        <p class="small muted">Отозвали согласие на обработку данных: {view.withdrawn}. Им писем не будет.</p>
      )}
      <TextField name="Ответить до" type="date" value={deadline} onChange={setDeadline} />
      {error !== null && <Trouble error={error} />}
      <Confirm
        label={`Отправить на подтверждение: ${toSend.length}`}
        confirmLabel="Отправить"
        disabled={toSend.length === 0}
        question={`Выбранным (${toSend.length}) уйдут письма с личными ссылками: в анкете уже будут их сведения.`}
        onConfirm={() =>
          run(async () => {
            await server.launchUpdate({ people: toSend, deadline });
            await onStarted();
          })
        }
      />
      <Confirm
        label={`Отметить актуальными: ${chosen.size}`}
        kind="plain"
        confirmLabel="Отметить"
        disabled={chosen.size === 0}
        question={`Сведения выбранных (${chosen.size}) подтверждены на бумаге или устно: они будут считаться обновлёнными сегодня.`}
        onConfirm={() =>
          run(async () => {
            const { marked } = await server.markCurrent([...chosen]);
            await onMarked(marked);
          })
        }
      />
    </Section>
  );
}

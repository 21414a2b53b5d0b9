// «Закрепления и запреты»: the curator's decisions as a list, with notes, and what of them cannot be kept.
import type { ComponentChildren } from "preact";
import type { Couple } from "../../pairing/choice/pool";
import { Button } from "../shared/components";
import type { Decision, Decisions, Step } from "./board";
import { NoteField } from "./noteField";
import type { Picture } from "./picture";

function DecisionRow({
  decision,
  picture,
  refused,
  remove,
  onRemove,
  onNote,
}: {
  decision: Decision;
  picture: Picture;
  refused: readonly string[];
  remove: string;
  onRemove: () => void;
  onNote: (note: string) => void;
}) {
  const names = namesOf(decision, picture);
  return (
    <li class="decision">
      <span>
        <b>{names.mentee}</b> — наставник {names.mentor}
        {refused.length > 0 && <span class="small fault-words"> Не действует: {refused.join(" ")}</span>}
      </span>
      <NoteField note={decision.note} label={`Примечание: ${names.mentee} и ${names.mentor}`} onChange={onNote} />
      <Button kind="link" onPress={onRemove}>
        {remove}
      </Button>
    </li>
  );
}

function namesOf({ mentor, mentee }: Couple, picture: Picture): { mentor: string; mentee: string } {
  const { ready } = picture.prepared;
  return {
    mentor: ready.mentorByCode.get(mentor)?.name ?? mentor,
    mentee: ready.menteeByCode.get(mentee)?.name ?? mentee,
  };
}

function Part({
  title,
  count,
  empty,
  children,
}: {
  title: string;
  count: number;
  empty: string;
  children: ComponentChildren;
}) {
  return (
    <section class="stack">
      <h2>
        {title}: {count}
      </h2>
      {count === 0 ? <p class="muted">{empty}</p> : <ul class="list">{children}</ul>}
    </section>
  );
}

export function ConditionsTab({
  picture,
  now,
  unsavedCount,
  take,
  onSave,
}: {
  picture: Picture;
  now: Decisions;
  /** Decisions that the server does not have as they are here. */
  unsavedCount: number;
  take: (step: Step, words: string) => void;
  onSave: () => Promise<void>;
}) {
  const refusedOf = (pin: Decision) =>
    picture.proposal.refusedPins.find(({ mentor, mentee }) => mentor === pin.mentor && mentee === pin.mentee)
      ?.reasons ?? [];
  return (
    <div class="tab stack">
      <div class="row between">
        <p>
          Закреплённые пары подбор не меняет, запрещённые — не предлагает никогда. Сохранённое попадает на вкладку
          «Условия подбора» и действует и в следующий раз.
        </p>
        <Button disabled={unsavedCount === 0} onPress={onSave}>
          Сохранить условия
        </Button>
      </div>
      <Part
        title="Закреплены вручную"
        count={now.pins.length}
        empty="Перетащите наставляемого на наставника — пара появится здесь."
      >
        {now.pins.map((pin) => (
          <DecisionRow
            key={`${pin.mentor} ${pin.mentee}`}
            decision={pin}
            picture={picture}
            refused={refusedOf(pin)}
            remove="Открепить"
            onRemove={() => {
              take({ do: "unpin", mentee: pin.mentee }, "Откреплено.");
            }}
            onNote={(note) => {
              take({ do: "note", of: "pins", mentor: pin.mentor, mentee: pin.mentee, note }, "");
            }}
          />
        ))}
      </Part>
      <Part
        title="Никогда вместе"
        count={now.bans.length}
        empty="Запрет ставится на доске: выберите пару и нажмите «Никогда вместе»."
      >
        {now.bans.map((ban) => (
          <DecisionRow
            key={`${ban.mentor} ${ban.mentee}`}
            decision={ban}
            picture={picture}
            refused={[]}
            remove="Снять запрет"
            onRemove={() => {
              take({ do: "unban", mentor: ban.mentor, mentee: ban.mentee }, "Запрет снят.");
            }}
            onNote={(note) => {
              take({ do: "note", of: "bans", mentor: ban.mentor, mentee: ban.mentee, note }, "");
            }}
          />
        ))}
      </Part>
    </div>
  );
}

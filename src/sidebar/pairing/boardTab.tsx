// «Доска»: mentees, mentors and the pair in question side by side; a pair is made by mouse or by keys.
import { useMemo, useRef, useState } from "preact/hooks";
import type { PairingView } from "../../pairing/pairingView";
import { isWaiting } from "../../pairing/choice/proposal";
import { Button, Empty } from "../shared/components";
import type { Decisions, Step } from "./board";
import { MenteeList } from "./menteeList";
import { MentorList } from "./mentorList";
import { PairPanel } from "./pairPanel";
import { byWaiting, fitsOf, freePlaces, peopleOf, refusals, stateOf, type Fit, type Picture } from "./picture";

/** The mentor to begin with: the present one, or whoever suits best. */
function firstOf(fits: ReadonlyMap<string, Fit> | null): string | null {
  const allowed = [...(fits ?? [])].filter(([, { against }]) => against.length === 0);
  return allowed.sort(([, a], [, b]) => b.points - a.points)[0]?.[0] ?? null;
}

function Counts({ picture }: { picture: Picture }) {
  const { mentees, mentors } = picture.prepared.ready;
  const states = mentees.map((mentee) => stateOf(picture, mentee));
  const countOf = (state: (typeof states)[number]) => states.filter((one) => one === state).length;
  const free = mentors
    .filter(({ unavailable }) => unavailable === null)
    .reduce((sum, mentor) => sum + Math.max(0, freePlaces(picture, mentor)), 0);
  return (
    <p>
      Без пары: <b>{countOf("alone")}</b> · предложены: <b>{countOf("proposed")}</b> · закреплены:{" "}
      <b>{countOf("pinned")}</b> · уже в парах: <b>{countOf("paired")}</b> · свободных мест: <b>{free}</b>
    </p>
  );
}

export function BoardTab({
  view,
  picture,
  now,
  take,
  say,
}: {
  view: PairingView;
  picture: Picture;
  now: Decisions;
  take: (step: Step, words: string) => void;
  say: (words: string) => void;
}) {
  const { ready } = picture.prepared;
  const [selected, setSelected] = useState<string | null>(
    () => [...ready.mentees].filter(isWaiting).sort(byWaiting)[0]?.code ?? null,
  );
  const [chosen, setChosen] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const root = useRef<HTMLDivElement>(null);
  const mentee = selected === null ? undefined : ready.menteeByCode.get(selected);
  const fits = useMemo(() => (mentee ? fitsOf(picture, mentee) : null), [picture, mentee]);
  const present = selected === null ? null : (picture.mentorOf.get(selected) ?? null);
  const current = chosen ?? present ?? firstOf(fits);
  const asked = ready.mentorByCode.get(hovered ?? current ?? "") ?? null;

  const select = (code: string) => {
    setSelected(code);
    setChosen(null);
    setHovered(null);
  };
  const pair = (mentorCode: string, menteeCode: string) => {
    const people = peopleOf(picture, { mentor: mentorCode, mentee: menteeCode });
    if (people === null) return;
    setSelected(menteeCode);
    setChosen(mentorCode);
    const against = refusals(picture, people.mentor, people.mentee);
    if (against.length > 0) {
      say(`Эта пара невозможна. ${against.join(" ")}`);
      return;
    }
    const self = [people.mentor, people.mentee].some(({ personCode }) => personCode === view.self);
    take(
      { do: "pin", mentor: mentorCode, mentee: menteeCode },
      `Закреплено: ${people.mentee.name} — наставник ${people.mentor.name}.${self ? " Это Вы сами: перед записью программа попросит подтвердить." : ""}`,
    );
  };
  const release = (code: string) => {
    const name = ready.menteeByCode.get(code)?.name ?? code;
    if (picture.pinned.has(code)) take({ do: "unpin", mentee: code }, `Откреплено: ${name}.`);
    else if (picture.mentorOf.has(code))
      say("Пара предложена подбором. Чтобы отказаться от неё, закрепите другую или нажмите «Никогда вместе».");
  };
  const focus = (list: "mentees" | "mentors") => {
    root.current?.querySelectorAll<HTMLElement>('[role="listbox"]')[list === "mentees" ? 0 : 1]?.focus();
  };
  if (ready.mentees.length === 0) {
    return (
      <Empty title="В банке нет наставляемых">
        <p>Добавьте их: «Наставничество → Анкеты участников» или кнопка «В наставляемые» в карточке педагога.</p>
      </Empty>
    );
  }
  return (
    <>
      <div class="row between">
        <Counts picture={picture} />
        {now.everybody ? (
          <Button
            onPress={() => {
              take({ do: "everybody", on: false }, "Предложения убраны; закреплённое вручную осталось.");
            }}
          >
            Убрать предложения
          </Button>
        ) : (
          <Button
            kind="primary"
            disabled={picture.prepared.waiting.length === 0 || ready.mentors.length === 0}
            onPress={() => {
              take({ do: "everybody", on: true }, "Пары подобраны для всех; закреплённое вручную не тронуто.");
            }}
          >
            Подобрать всем
          </Button>
        )}
      </div>
      <div class="board" ref={root}>
        <MenteeList
          view={view}
          picture={picture}
          selected={selected}
          onSelect={select}
          onEnter={() => {
            if (chosen === null) setChosen(current);
            focus("mentors");
          }}
          onDrop={release}
        />
        <MentorList
          view={view}
          picture={picture}
          fits={fits}
          present={present}
          current={current}
          onMove={setChosen}
          onHover={setHovered}
          onPair={(mentorCode, menteeCode) => {
            const whom = menteeCode ?? selected;
            if (whom !== null) pair(mentorCode, whom);
          }}
          onBack={() => {
            focus("mentees");
          }}
          onUnpair={() => {
            if (selected !== null) release(selected);
          }}
        />
        {mentee ? (
          <PairPanel
            key={mentee.code}
            view={view}
            picture={picture}
            now={now}
            mentee={mentee}
            mentor={asked}
            take={take}
            pair={pair}
          />
        ) : (
          <Empty title="Выберите наставляемого" />
        )}
      </div>
    </>
  );
}

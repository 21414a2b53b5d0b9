// The left side of the board: everybody who waits, the longest first, found by a word or by where they stand.
import { useState } from "preact/hooks";
import type { ReadyMentee } from "../../pairing/choice/pool";
import type { PairingView } from "../../pairing/pairingView";
import { Badge, Empty } from "../shared/components";
import { byWaiting, stateOf, type MenteeState, type Picture } from "./picture";
import { useRows, useWalk } from "./rows";
import { SEVERITY_WORDS, shortName, STATE_WORDS, waitingWords } from "./words";

const TONES = { pinned: "accent", proposed: "good", alone: "warn", paired: "info", out: "info" } as const;

/** What the filter offers; «ждут» are those for whom the choice is made. */
const FILTERS: readonly { value: string; label: string; states: readonly MenteeState[] }[] = [
  { value: "waiting", label: "ждут наставника", states: ["alone", "proposed", "pinned"] },
  { value: "alone", label: "без пары", states: ["alone"] },
  { value: "proposed", label: "предложены", states: ["proposed"] },
  { value: "pinned", label: "закреплены вручную", states: ["pinned"] },
  { value: "others", label: "уже в парах и не участвуют", states: ["paired", "out"] },
];

function menteeId(code: string): string {
  return `mentee-${code}`;
}

/** The words by which a mentee is found. */
function haystackOf(mentee: ReadyMentee, view: PairingView): string {
  return [mentee.name, mentee.subject, view.posts[mentee.personCode], ...mentee.needs.map((need) => need.direction)]
    .filter(Boolean)
    .join(" ")
    .toLowerCase();
}

function MenteeRow({
  mentee,
  state,
  mentor,
  selected,
  self,
}: {
  mentee: ReadyMentee;
  state: MenteeState;
  mentor: string | null;
  selected: boolean;
  self: boolean;
}) {
  return (
    <div
      role="option"
      id={menteeId(mentee.code)}
      data-mentee={mentee.code}
      class={`item mentee${selected ? " selected" : ""}`}
      aria-selected={selected}
      draggable={state !== "out"}
    >
      <span class="row between">
        <b>
          {mentee.name}
          {self && " (это Вы)"}
        </b>
        <Badge tone={TONES[state]}>{STATE_WORDS[state]}</Badge>
      </span>
      <span class="small muted cut">
        {[state === "out" ? mentee.unavailable : waitingWords(mentee.waitingDays), mentee.subject, mentee.category]
          .filter(Boolean)
          .join(" · ")}
      </span>
      <span class="small cut" title={needsWords(mentee)}>
        {needsWords(mentee)}
      </span>
      {mentor !== null && <span class="small cut">Наставник: {shortName(mentor)}</span>}
    </div>
  );
}

function needsWords({ needs, paired }: ReadyMentee): string {
  if (needs.length === 0) return paired ? "По всем затруднениям уже помогают" : "Затруднения ещё не выявлены";
  return needs.map(({ direction, severity }) => `${direction} (${SEVERITY_WORDS[severity] ?? ""})`).join(", ");
}

export function MenteeList({
  view,
  picture,
  selected,
  onSelect,
  onEnter,
  onDrop,
}: {
  view: PairingView;
  picture: Picture;
  selected: string | null;
  onSelect: (code: string) => void;
  /** From the mentee on to the mentors. */
  onEnter: () => void;
  /** A mentee is brought back from a mentor. */
  onDrop: (code: string) => void;
}) {
  const [words, setWords] = useState("");
  const [filter, setFilter] = useState("waiting");
  const states = FILTERS.find(({ value }) => value === filter)?.states ?? [];
  const wanted = words.trim().toLowerCase();
  const shown = picture.prepared.ready.mentees
    .map((mentee) => ({ mentee, state: stateOf(picture, mentee) }))
    .filter(
      ({ mentee, state }) => states.includes(state) && (wanted === "" || haystackOf(mentee, view).includes(wanted)),
    )
    .sort((a, b) => byWaiting(a.mentee, b.mentee));
  const nameOf = (code: string | undefined) =>
    code === undefined ? null : (picture.prepared.ready.mentorByCode.get(code)?.name ?? code);
  const rows = useRows(
    shown.map(({ mentee, state }) => ({
      key: mentee.code,
      mentee,
      state,
      mentor: nameOf(picture.mentorOf.get(mentee.code) ?? picture.standingMentorsOf.get(mentee.code)?.[0]),
      selected: mentee.code === selected,
      self: mentee.personCode === view.self,
    })),
    (row) => <MenteeRow {...row} />,
  );
  const walk = useWalk({
    codes: shown.map(({ mentee }) => mentee.code),
    current: selected,
    idOf: menteeId,
    onMove: onSelect,
    onEnter,
  });
  return (
    <section class="side" aria-label="Наставляемые">
      <div class="filters one">
        <input
          type="text"
          value={words}
          placeholder="Найти: имя, предмет, затруднение"
          aria-label="Найти наставляемого"
          onInput={(event) => {
            setWords(event.currentTarget.value);
          }}
        />
        <select
          value={filter}
          aria-label="Каких наставляемых показать"
          onChange={(event) => {
            setFilter(event.currentTarget.value);
          }}
        >
          {FILTERS.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div
        class="items"
        role="listbox"
        tabIndex={0}
        aria-label={`Наставляемые: ${shown.length}. Стрелки — выбрать, Enter — перейти к наставникам`}
        aria-activedescendant={
          selected !== null && shown.some(({ mentee }) => mentee.code === selected) ? menteeId(selected) : undefined
        }
        {...walk}
        onClick={(event) => {
          const code = codeUnder(event.target, "mentee");
          if (code !== null) onSelect(code);
        }}
        onDragStart={(event) => {
          const code = codeUnder(event.target, "mentee");
          if (code === null) return;
          event.dataTransfer?.setData("text/plain", code);
          onSelect(code);
        }}
        onDragOver={(event) => {
          event.preventDefault();
        }}
        onDrop={(event) => {
          event.preventDefault();
          const code = event.dataTransfer?.getData("text/plain") ?? "";
          if (code !== "") onDrop(code);
        }}
      >
        {rows}
        {shown.length === 0 && (
          <Empty title={wanted === "" ? "Здесь никого нет" : "Никто не найден"}>
            {wanted === "" && filter === "waiting" && <p>Все наставляемые уже в парах. Новые появятся здесь сами.</p>}
          </Empty>
        )}
      </div>
    </section>
  );
}

/** The code of the person whose row or place is under the cursor. */
export function codeUnder(target: EventTarget | null, who: "mentee" | "mentor"): string | null {
  if (!(target instanceof Element)) return null;
  return target.closest(`[data-${who}]`)?.getAttribute(`data-${who}`) ?? null;
}

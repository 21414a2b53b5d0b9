// The right side of the board: every mentor with places, filled and free; a mentee is dropped or sent here.
import { useState } from "preact/hooks";
import type { ReadyMentor } from "../../pairing/choice/pool";
import type { PairingView } from "../../pairing/pairingView";
import { Check, Empty } from "../shared/components";
import { codeUnder } from "./menteeList";
import { freePlaces, type Fit, type Picture } from "./picture";
import { useRows, useWalk } from "./rows";
import { shortName } from "./words";

/** Chips of people beyond this are counted instead. */
const MOST_CHIPS = 8;

function mentorId(code: string): string {
  return `mentor-${code}`;
}

interface MentorRowData {
  key: string;
  mentor: ReadyMentor;
  /** «code state name» of everybody in a place; a text, so that rows are compared at once. */
  people: string;
  free: number;
  /** What stands against the mentee in question; empty if nothing; null if nobody is in question. */
  against: string | null;
  present: boolean;
  current: boolean;
  self: boolean;
  tried: boolean;
  /** The cursor is over it, with a mentee or without. */
  aimed: boolean;
}

function Chips({ people, free }: { people: string; free: number }) {
  const filled = people === "" ? [] : people.split("\n").map((line) => line.split("\t"));
  return (
    <span class="places">
      {filled.slice(0, MOST_CHIPS).map(([code = "", state = "", name = ""]) => (
        <span
          key={code}
          class={`place ${state}`}
          {...(state === "standing" ? {} : { draggable: true, "data-mentee": code })}
          title={CHIP_WORDS[state] ?? ""}
        >
          {shortName(name)}
        </span>
      ))}
      {filled.length > MOST_CHIPS && <span class="place standing">и ещё {filled.length - MOST_CHIPS}</span>}
      {Array.from({ length: Math.min(free, MOST_CHIPS) }, (_, index) => (
        <span key={index} class="place free">
          свободно
        </span>
      ))}
    </span>
  );
}

const CHIP_WORDS: Readonly<Record<string, string>> = {
  standing: "Уже в паре",
  pinned: "Закреплено вручную",
  proposed: "Предложено подбором",
};

function MentorRow({ mentor, people, free, against, present, current, self, tried, aimed }: MentorRowData) {
  const forbidden = against !== null && against !== "";
  return (
    <div
      role="option"
      id={mentorId(mentor.code)}
      data-mentor={mentor.code}
      class={`item mentor${forbidden ? " forbidden" : ""}${present ? " present" : ""}${current ? " selected" : ""}${aimed ? " aimed" : ""}`}
      aria-selected={current}
      aria-label={labelOf({ mentor, people, free, against, present })}
    >
      <span class="row between">
        <b>
          {mentor.name}
          {self && " (это Вы)"}
        </b>
        <span class="small muted">
          {mentor.unavailable ?? `свободно ${Math.max(0, free)} из ${mentor.capacity}${tried ? " (на пробу)" : ""}`}
        </span>
      </span>
      <span class="small muted cut" title={mentor.directions.join(", ")}>
        {[mentor.subject, mentor.directions.join(", ")].filter(Boolean).join(" · ") || "Компетенции не указаны"}
      </span>
      <Chips people={people} free={mentor.unavailable === null ? free : 0} />
      {forbidden && <span class="small why">{against}</span>}
    </div>
  );
}

function labelOf({
  mentor,
  people,
  free,
  against,
  present,
}: Pick<MentorRowData, "mentor" | "people" | "free" | "against" | "present">): string {
  const names = people === "" ? [] : people.split("\n").map((line) => line.split("\t")[2] ?? "");
  const verdict = present
    ? "Сейчас предлагается выбранному наставляемому."
    : against === null
      ? ""
      : against === ""
        ? "Можно закрепить."
        : `Нельзя: ${against}`;
  return [
    `${mentor.name}.`,
    names.length > 0 ? `Наставляемые: ${names.join(", ")}.` : "",
    `Свободно мест: ${Math.max(0, free)} из ${mentor.capacity}.`,
    verdict,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Who sits in the mentor's places, as a text that changes when they do. */
function peopleOf(mentor: ReadyMentor, picture: Picture): string {
  const { menteeByCode } = picture.prepared.ready;
  const line = (state: string) => (code: string) => `${code}\t${state}\t${menteeByCode.get(code)?.name ?? code}`;
  const proposed = picture.menteesOf.get(mentor.code) ?? [];
  return [
    ...(picture.standingMenteesOf.get(mentor.code) ?? []).map(line("standing")),
    ...proposed.filter((code) => picture.pinned.has(code)).map(line("pinned")),
    ...proposed.filter((code) => !picture.pinned.has(code)).map(line("proposed")),
  ].join("\n");
}

type Order = "fit" | "name";

export interface MentorFilter {
  words: string;
  direction: string;
  free: boolean;
  order: Order;
}

function isShown(mentor: ReadyMentor, free: number, filter: MentorFilter): boolean {
  const wanted = filter.words.trim().toLowerCase();
  return (
    (filter.direction === "" || mentor.directions.includes(filter.direction)) &&
    (!filter.free || (mentor.unavailable === null && free > 0)) &&
    (wanted === "" || `${mentor.name} ${mentor.subject ?? ""}`.toLowerCase().includes(wanted))
  );
}

export function MentorList({
  view,
  picture,
  fits,
  present,
  current,
  onMove,
  onHover,
  onPair,
  onBack,
  onUnpair,
}: {
  view: PairingView;
  picture: Picture;
  /** How every mentor stands to the mentee in question; null if nobody is. */
  fits: ReadonlyMap<string, Fit> | null;
  present: string | null;
  current: string | null;
  onMove: (mentor: string) => void;
  onHover: (mentor: string | null) => void;
  /** `mentee` is null where the one in question is meant. */
  onPair: (mentor: string, mentee: string | null) => void;
  onBack: () => void;
  onUnpair: () => void;
}) {
  const [filter, setFilter] = useState<MentorFilter>({ words: "", direction: "", free: false, order: "fit" });
  const [target, setTarget] = useState<string | null>(null);
  const { mentors } = picture.prepared.ready;
  const directions = [...new Set(mentors.flatMap((mentor) => mentor.directions))].sort((a, b) =>
    a.localeCompare(b, "ru"),
  );
  const rankOf = (code: string): number => {
    if (code === present) return 2;
    return (fits?.get(code)?.against.length ?? 0) === 0 ? 1 : 0;
  };
  const shown = mentors
    .map((mentor) => ({ mentor, free: freePlaces(picture, mentor) }))
    .filter(({ mentor, free }) => isShown(mentor, free, filter))
    .sort((a, b) => {
      const byName = a.mentor.name.localeCompare(b.mentor.name, "ru");
      if (filter.order === "name" || fits === null) return byName;
      const points = (fits.get(b.mentor.code)?.points ?? 0) - (fits.get(a.mentor.code)?.points ?? 0);
      return rankOf(b.mentor.code) - rankOf(a.mentor.code) || points || byName;
    });
  const tried = new Map(view.pool.mentors.map((mentor) => [mentor.code, mentor.capacity]));
  const rows = useRows<MentorRowData>(
    shown.map(({ mentor, free }) => ({
      key: mentor.code,
      mentor,
      people: peopleOf(mentor, picture),
      free,
      against: fits === null ? null : (fits.get(mentor.code)?.against[0] ?? ""),
      present: mentor.code === present,
      current: mentor.code === current,
      self: mentor.personCode === view.self,
      tried: tried.get(mentor.code) !== mentor.capacity,
      aimed: mentor.code === target,
    })),
    (row) => <MentorRow {...row} />,
  );
  const walk = useWalk({
    codes: shown.map(({ mentor }) => mentor.code),
    current,
    idOf: mentorId,
    onMove,
    onEnter: () => {
      if (current !== null) onPair(current, null);
    },
    onEscape: onBack,
    onDelete: onUnpair,
  });
  const change = (part: Partial<MentorFilter>) => {
    setFilter({ ...filter, ...part });
  };
  const aim = (code: string | null) => {
    if (code === target) return;
    setTarget(code);
    onHover(code);
  };
  return (
    <section class="side" aria-label="Наставники">
      <div class="filters">
        <input
          type="text"
          value={filter.words}
          placeholder="Найти наставника"
          aria-label="Найти наставника"
          onInput={(event) => {
            change({ words: event.currentTarget.value });
          }}
        />
        <select
          value={filter.direction}
          aria-label="Направление"
          onChange={(event) => {
            change({ direction: event.currentTarget.value });
          }}
        >
          <option value="">все направления</option>
          {directions.map((direction) => (
            <option key={direction} value={direction}>
              {direction}
            </option>
          ))}
        </select>
        <select
          value={filter.order}
          aria-label="Порядок наставников"
          onChange={(event) => {
            change({ order: event.currentTarget.value === "name" ? "name" : "fit" });
          }}
        >
          <option value="fit">сначала подходящие</option>
          <option value="name">по алфавиту</option>
        </select>
        <Check
          checked={filter.free}
          onChange={(free) => {
            change({ free });
          }}
        >
          свободные
        </Check>
      </div>
      <div
        class="items"
        role="listbox"
        tabIndex={0}
        id="mentors"
        aria-label={`Наставники: ${shown.length}. Стрелки — выбрать, Enter — закрепить, Delete — снять, Esc — к наставляемым`}
        aria-activedescendant={current !== null ? mentorId(current) : undefined}
        {...walk}
        onClick={(event) => {
          const code = codeUnder(event.target, "mentor");
          if (code !== null) onMove(code);
        }}
        onDblClick={(event) => {
          const code = codeUnder(event.target, "mentor");
          if (code !== null) onPair(code, null);
        }}
        onMouseOver={(event) => {
          aim(codeUnder(event.target, "mentor"));
        }}
        onMouseLeave={() => {
          aim(null);
        }}
        onDragStart={(event) => {
          const code = codeUnder(event.target, "mentee");
          if (code !== null) event.dataTransfer?.setData("text/plain", code);
        }}
        onDragOver={(event) => {
          event.preventDefault();
          aim(codeUnder(event.target, "mentor"));
        }}
        onDrop={(event) => {
          event.preventDefault();
          const mentor = codeUnder(event.target, "mentor");
          const mentee = event.dataTransfer?.getData("text/plain") ?? "";
          if (mentor !== null && mentee !== "") onPair(mentor, mentee);
          aim(null);
        }}
      >
        {rows}
        {shown.length === 0 && (
          <Empty title={mentors.length === 0 ? "В банке нет ни одного наставника" : "Никто не найден"}>
            <p>
              {mentors.length === 0
                ? "Разошлите анкету наставника: «Наставничество → Анкеты участников»."
                : "Уберите часть условий поиска."}
            </p>
          </Empty>
        )}
      </div>
    </section>
  );
}

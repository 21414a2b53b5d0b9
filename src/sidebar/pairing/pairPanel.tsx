// The pair in question in words: what speaks for and against, why not, what the curator may decide about it.
import { reasons, type Reason } from "../../pairing/choice/explain";
import type { ReadyMentee, ReadyMentor } from "../../pairing/choice/pool";
import { counted } from "../../school/counted";
import type { PairingView } from "../../pairing/pairingView";
import { Badge, Button } from "../shared/components";
import { has, MOST_PLACES, type Decision, type Decisions, type Step } from "./board";
import { NoteField } from "./noteField";
import { refusals, stateOf, type Picture } from "./picture";
import { PLACES, SEVERITY_WORDS, STATE_WORDS, waitingWords } from "./words";
import { Nobody, Why } from "./whyPanel";

const STANCES: readonly { stance: Reason["stance"]; title: string }[] = [
  { stance: "for", title: "За" },
  { stance: "against", title: "Против" },
  { stance: "neutral", title: "Данных нет: не учитывается" },
];

function Reasons({ mentor, mentee, now }: { mentor: ReadyMentor; mentee: ReadyMentee; now: Decisions }) {
  const all = reasons(mentor, mentee, now.weights);
  return (
    <>
      {STANCES.map(({ stance, title }) => {
        const some = all.filter((reason) => reason.stance === stance);
        if (some.length === 0) return null;
        const list = (
          <ul class="plain-reasons small">
            {some.map((reason) => (
              <li key={reason.key} class={`reason ${stance}`}>
                {reason.text}
              </li>
            ))}
          </ul>
        );
        return stance === "neutral" ? (
          <details key={stance}>
            <summary class="small">
              {title}: {some.map((reason) => reason.title.toLowerCase()).join(", ")}
            </summary>
            {list}
          </details>
        ) : (
          <div key={stance}>
            <h3>{title}</h3>
            {list}
          </div>
        );
      })}
      {all.length > 0 && (
        <details>
          <summary class="small">Цифры за словами</summary>
          <table class="figures-table small">
            <thead>
              <tr>
                <th>Признак</th>
                <th>Баллы</th>
                <th>Из</th>
              </tr>
            </thead>
            <tbody>
              {all.map((reason) => (
                <tr key={reason.key}>
                  <td>{reason.title}</td>
                  <td>{figure(reason.points)}</td>
                  <td>{figure(reason.of)}</td>
                </tr>
              ))}
              <tr>
                <td>Всего</td>
                <td>{figure(all.reduce((sum, { points }) => sum + points, 0))}</td>
                <td>100</td>
              </tr>
            </tbody>
          </table>
          <p class="small muted">Баллы видите только Вы: в документы и на вкладку «Пары» они не попадают.</p>
        </details>
      )}
    </>
  );
}

function figure(points: number): string {
  return String(Math.round(points * 10) / 10).replace(".", ",");
}

/** Places of the mentor, for a try: the bank stays as it is. */
function Places({
  mentor,
  banks,
  take,
}: {
  mentor: ReadyMentor;
  banks: number;
  take: (step: Step, words: string) => void;
}) {
  const set = (places: number | null) => {
    take(
      { do: "places", mentor: mentor.code, places },
      `${mentor.name}: ${counted(places ?? banks, PLACES)}${places === null ? ", как в банке" : " на пробу"}.`,
    );
  };
  const toBanks = (places: number) => {
    set(places === banks ? null : places);
  };
  return (
    <div class="row places-row">
      <span class="small">
        Мест у наставника: <b>{mentor.capacity}</b>, занято {mentor.load}
      </span>
      <button
        type="button"
        class="step"
        aria-label="Одним местом меньше, на пробу"
        disabled={mentor.capacity <= 0}
        onClick={() => {
          toBanks(mentor.capacity - 1);
        }}
      >
        −
      </button>
      <button
        type="button"
        class="step"
        aria-label="Одним местом больше, на пробу"
        disabled={mentor.capacity >= MOST_PLACES}
        onClick={() => {
          toBanks(mentor.capacity + 1);
        }}
      >
        +
      </button>
      {mentor.capacity !== banks && (
        <Button
          kind="link"
          onPress={() => {
            set(null);
          }}
        >
          как в банке: {banks}
        </Button>
      )}
    </div>
  );
}

/** What the curator may do about the two. */
function Deciding({
  picture,
  now,
  mentor,
  mentee,
  against,
  take,
  pair,
}: {
  picture: Picture;
  now: Decisions;
  mentor: ReadyMentor;
  mentee: ReadyMentee;
  against: readonly string[];
  take: (step: Step, words: string) => void;
  pair: (mentor: string, mentee: string) => void;
}) {
  const couple = { mentor: mentor.code, mentee: mentee.code };
  const banned = has(now.bans, couple);
  const pinned = has(now.pins, couple);
  const together = picture.standingMenteesOf.get(mentor.code)?.includes(mentee.code) === true;
  return (
    <div class="row">
      {pinned ? (
        <Button
          onPress={() => {
            take({ do: "unpin", mentee: mentee.code }, `Откреплено: ${mentee.name}.`);
          }}
        >
          Открепить
        </Button>
      ) : (
        <Button
          kind="primary"
          disabled={against.length > 0}
          onPress={() => {
            pair(mentor.code, mentee.code);
          }}
        >
          Закрепить
        </Button>
      )}
      {banned ? (
        <Button
          onPress={() => {
            take({ do: "unban", ...couple }, `Запрет снят: ${mentor.name} и ${mentee.name}.`);
          }}
        >
          Снять запрет
        </Button>
      ) : (
        <Button
          disabled={together}
          onPress={() => {
            take({ do: "ban", ...couple }, `Никогда вместе: ${mentor.name} и ${mentee.name}.`);
          }}
        >
          Никогда вместе
        </Button>
      )}
    </div>
  );
}

interface PanelProps {
  view: PairingView;
  picture: Picture;
  now: Decisions;
  mentee: ReadyMentee;
  take: (step: Step, words: string) => void;
  pair: (mentor: string, mentee: string) => void;
}

function AboutMentee({ view, picture, now, mentee, take }: PanelProps) {
  const state = stateOf(picture, mentee);
  return (
    <>
      <div class="row between">
        <h2>{mentee.name}</h2>
        <Badge tone={state === "alone" ? "warn" : state === "proposed" ? "good" : "info"}>{STATE_WORDS[state]}</Badge>
      </div>
      <p class="small muted">
        {[view.posts[mentee.personCode], mentee.subject, mentee.category, waitingWords(mentee.waitingDays)]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {[3, 2, 1].map((severity) => {
        const some = mentee.needs.filter((need) => need.severity === severity);
        return some.length === 0 ? null : (
          <p key={severity} class="small needs">
            <b>{SEVERITY_WORDS[severity]}:</b> {some.map(({ direction }) => direction).join(", ")}
          </p>
        );
      })}
      {state === "alone" && now.everybody && <Nobody picture={picture} mentee={mentee} take={take} />}
    </>
  );
}

function AboutPair({ view, picture, now, mentee, mentor, take, pair }: PanelProps & { mentor: ReadyMentor }) {
  const against = refusals(picture, mentor, mentee);
  const isThese = (one: Decision) => one.mentor === mentor.code && one.mentee === mentee.code;
  const decision = now.pins.find(isThese) ?? now.bans.find(isThese);
  const bank = view.pool.mentors.find(({ code }) => code === mentor.code);
  return (
    <div class="stack framed">
      <h2>Наставник: {mentor.name}</h2>
      {against.length > 0 && (
        // No alert: whoever walks the list by keys has heard it with the row.
        <div class="notice bad small">
          <p class="title">Эта пара невозможна</p>
          {against.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
      {[mentor, mentee].some(({ personCode }) => personCode === view.self) && (
        <div class="notice warn small">Это Вы сами: перед записью программа попросит подтвердить.</div>
      )}
      <Deciding picture={picture} now={now} mentor={mentor} mentee={mentee} against={against} take={take} pair={pair} />
      {decision && (
        <NoteField
          note={decision.note}
          label="Примечание к этому решению"
          onChange={(note) => {
            const of = has(now.pins, decision) ? "pins" : "bans";
            take({ do: "note", of, mentor: mentor.code, mentee: mentee.code, note }, "");
          }}
        />
      )}
      {against.length === 0 && picture.mentorOf.get(mentee.code) !== mentor.code && (
        <Why picture={picture} mentor={mentor} mentee={mentee} />
      )}
      <Places mentor={mentor} banks={bank?.capacity ?? mentor.capacity} take={take} />
      <Reasons mentor={mentor} mentee={mentee} now={now} />
    </div>
  );
}

export function PairPanel({ mentor, ...about }: PanelProps & { mentor: ReadyMentor | null }) {
  return (
    <section class="panel" aria-label="О паре">
      <AboutMentee {...about} />
      {mentor === null ? (
        <p class="small muted">Выберите наставника в списке, чтобы увидеть доводы за и против.</p>
      ) : (
        <AboutPair {...about} mentor={mentor} />
      )}
    </section>
  );
}

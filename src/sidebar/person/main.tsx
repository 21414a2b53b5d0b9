// «Карточка педагога»: one person in all tables — the one next thing to do first, then everything that is known.
import { useEffect, useRef, useState } from "preact/hooks";
import type { Role } from "../../bank/consentRules";
import type { JobProgress } from "../../jobs/jobs";
import type { CardMore, CardOpened, CardWanted, PersonCard } from "../../person/cardView";
import { counted } from "../../school/counted";
import { server } from "../shared/client";
import { Badge, Busy, Button, Empty, Notice, Page, Trouble } from "../shared/components";
import { mount, useAction } from "../shared/load";
import { Work } from "../shared/work";
import { RecordConsents } from "./consents";
import {
  AboutPart,
  ConsentsPart,
  MenteePart,
  MentorPart,
  PairsPart,
  PapersPart,
  PlacesPart,
  QuestionnairesPart,
  waitingInWords,
} from "./details";
import "./layout.css";
import { LeavingPart } from "./leaving";
import { day, Fold } from "./parts";
import { Choices, Search } from "./search";
import { PublicationPart } from "./publication";
import { StatusPart } from "./status";
import { type Desk, type Panel, Steps } from "./steps";
import { WithdrawalPart } from "./withdrawal";

/** What the last action did, and what goes on after it. */
interface Outcome {
  said: string;
  job: JobProgress | null;
  link: string | null;
}

function Who({ card }: { card: PersonCard }) {
  const years = card.experienceYears;
  const post = [card.post, card.subject, years === null ? null : `стаж ${counted(years, ["год", "года", "лет"])}`];
  const { mentor, mentee } = card;
  return (
    <header class="who">
      <h2>{card.fullName}</h2>
      <span class="muted">{post.filter(Boolean).join(" · ")}</span>
      <div class="row">
        {card.employment !== null && card.employment !== "работает" && <Badge tone="bad">{card.employment}</Badge>}
        {mentor && <Badge tone="accent">{`наставник: ${mentor.status ?? "без статуса"}`}</Badge>}
        {mentee && <Badge tone="accent">{`наставляемый: ${mentee.status ?? "без статуса"}`}</Badge>}
        {mentee && mentee.waitingDays !== null && <Badge tone="warn">{waitingInWords(mentee.waitingDays)}</Badge>}
        {!mentor && !mentee && <Badge>роли нет</Badge>}
      </div>
      {card.byName && (
        <span class="small muted">Код в строке не читается: человек найден по ФИО. Проверьте, тот ли это.</span>
      )}
    </header>
  );
}

/** What can be done about anybody at any time, beside what is asked for. */
function OtherActions({ desk }: { desk: Desk }) {
  const { card, open, done } = desk;
  const { error, run } = useAction();
  const give = (role: Role) =>
    run(async () => {
      await server.giveRole({ person: card.code, role });
      await done(role === "mentor" ? "Добавлен в банк наставников." : "Добавлен в банк наставляемых.");
    });
  return (
    <Fold title="Другие действия">
      <div class="stack">
        {!card.mentor && <Button onPress={() => give("mentor")}>Сделать наставником</Button>}
        {!card.mentee && <Button onPress={() => give("mentee")}>Сделать наставляемым</Button>}
        <Button
          onPress={() =>
            run(async () => {
              await server.confirmPerson(card.code);
              await done("Отмечено: сведения верны на сегодня.");
            })
          }
        >
          Сведения верны на сегодня
        </Button>
        <Button
          onPress={() => {
            open({ form: "leave" });
          }}
        >
          Уход, отсутствие, возвращение
        </Button>
        <Button
          onPress={() => {
            open({ form: "publication" });
          }}
        >
          Согласие на распространение
        </Button>
        <Button
          onPress={() => {
            open({ form: "withdraw" });
          }}
        >
          Отзыв согласия
        </Button>
      </div>
      {error !== null && <Trouble error={error} />}
    </Fold>
  );
}

function OpenPanel({ panel, desk, onClose }: { panel: Panel; desk: Desk; onClose: () => void }) {
  const { card, done } = desk;
  switch (panel.form) {
    case "consents":
      return <RecordConsents card={card} kinds={panel.kinds} onDone={done} onCancel={onClose} />;
    case "status":
      return (
        <StatusPart
          card={card}
          role={panel.role}
          {...(panel.to === undefined ? {} : { to: panel.to })}
          onDone={done}
          onCancel={onClose}
        />
      );
    case "leave":
      return <LeavingPart card={card} onDone={done} onCancel={onClose} />;
    case "withdraw":
      return <WithdrawalPart card={card} onDone={done} onCancel={onClose} />;
    case "publication":
      return <PublicationPart card={card} onDone={done} onCancel={onClose} />;
  }
}

/** Nothing is to be done while an answer is awaited. */
function awaitedIn(more: CardMore | null): string | null {
  const waiting = more?.questionnaires.find(
    ({ sentOn, answeredOn, open }) => open && sentOn !== null && answeredOn === null,
  );
  return waiting ? `Ждём ответа на анкету: письмо ушло ${day(waiting.sentOn)}.` : null;
}

function Card({
  card,
  more,
  onChoose,
  onChanged,
}: {
  card: PersonCard;
  more: CardMore | null;
  onChoose: (person: string) => Promise<void>;
  onChanged: () => Promise<void>;
}) {
  const [panel, setPanel] = useState<Panel | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { error, run } = useAction();
  const top = useRef<HTMLDivElement>(null);
  const desk: Desk = {
    card,
    open: (wanted) => {
      setPanel(wanted);
      setOutcome(null);
      // It may have been asked for from far below.
      top.current?.scrollIntoView();
    },
    done: async (said, { job = null, link = null } = {}) => {
      setPanel(null);
      setOutcome({ said, job, link });
      await onChanged();
    },
  };
  const status = (role: Role) => () => {
    desk.open({ form: "status", role });
  };
  const steps = [...card.steps, ...(more?.steps ?? [])].sort((one, other) => one.rank - other.rank);
  const [first] = steps;
  return (
    <>
      <div ref={top}>
        <Who card={card} />
      </div>
      {outcome && (
        <Notice tone="good">
          {outcome.said}{" "}
          {outcome.link !== null && (
            <a href={outcome.link} target="_blank" rel="noreferrer">
              Открыть
            </a>
          )}
        </Notice>
      )}
      {outcome?.job && <Work key={outcome.job.code} jobs={[outcome.job]} onEnd={onChanged} />}
      {panel === null ? (
        <Steps
          steps={steps}
          sure={more !== null || (first?.rank ?? Infinity) <= card.sureRank}
          awaited={awaitedIn(more)}
          desk={desk}
        />
      ) : (
        <OpenPanel
          panel={panel}
          desk={desk}
          onClose={() => {
            setPanel(null);
          }}
        />
      )}
      {error !== null && <Trouble error={error} />}
      <PlacesPart
        places={card.places}
        onShow={(place) =>
          run(async () => {
            await server.showFault({ ...place, row: null, column: null });
          })
        }
      />
      <div>
        <MenteePart card={card} more={more} onStatus={status("mentee")} />
        <MentorPart card={card} more={more} onStatus={status("mentor")} />
        <PairsPart card={card} onChoose={onChoose} />
        <ConsentsPart
          card={card}
          onRecord={() => {
            desk.open({ form: "consents", kinds: card.missingConsents });
          }}
        />
        {more && <PapersPart more={more} />}
        {more && <QuestionnairesPart more={more} />}
        <AboutPart card={card} />
        <OtherActions desk={desk} />
      </div>
      {more === null && <Busy>Смотрю программы, документы и анкеты…</Busy>}
    </>
  );
}

function Opened({
  opened,
  more,
  onChoose,
  onChanged,
}: {
  opened: CardOpened;
  more: CardMore | null;
  onChoose: (person: string) => Promise<void>;
  onChanged: () => Promise<void>;
}) {
  const { card, choices, nobody } = opened;
  if (card) return <Card key={card.code} card={card} more={more} onChoose={onChoose} onChanged={onChanged} />;
  if (choices.length > 0) {
    return (
      <>
        <h2>Чью карточку открыть?</h2>
        <Choices choices={choices} onChoose={onChoose} />
      </>
    );
  }
  return (
    <Empty title="Выберите человека">
      <p>{nobody}</p>
    </Empty>
  );
}

function PersonPage() {
  const [opened, setOpened] = useState<CardOpened | null>(null);
  const [more, setMore] = useState<CardMore | null>(null);
  const [error, setError] = useState<unknown>(null);
  /** Only the latest request may show its answer. */
  const latest = useRef(0);
  const show = async (wanted: CardWanted) => {
    const mine = ++latest.current;
    setError(null);
    try {
      const answer = await server.loadCard(wanted);
      if (mine !== latest.current) return;
      setOpened(answer);
      setMore(null);
      if (answer.card === null) return;
      const rest = await server.loadCardMore(answer.card.ask);
      if (mine === latest.current) setMore(rest);
    } catch (failure) {
      if (mine === latest.current) setError(failure);
    }
  };
  useEffect(() => void show({ selected: true }), []);
  const again = async () => {
    await show(opened?.card ? { person: opened.card.code } : { selected: true });
  };
  return (
    <>
      <Search onChoose={(person) => show({ person })} onSelected={() => show({ selected: true })} />
      {error !== null && (
        <div class="stack">
          <Trouble error={error} />
          <Button onPress={again}>Повторить</Button>
        </div>
      )}
      {opened === null && error === null && <Busy />}
      {opened && <Opened opened={opened} more={more} onChoose={(person) => show({ person })} onChanged={again} />}
    </>
  );
}

mount(
  <Page title="Карточка педагога">
    <PersonPage />
  </Page>,
);

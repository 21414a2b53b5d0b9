// «Подбор пар»: unpaired mentees on the left, the chosen one's candidates with reasons on the right, one button for all.
import { useState } from "preact/hooks";
import type {
  Couple,
  MentorPlaces,
  EarlierView,
  ProposalView,
  SavedPairs,
  WaitingMentee,
} from "../../pairing/pairingView";
import { closePage, server } from "../shared/client";
import { Badge, Button, Confirm, Empty, Notice, Page, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";
import { CandidateList } from "./candidates";
import "./layout.css";

/** Mentee code → mentor code: what will be written. */
type Chosen = Readonly<Record<string, string>>;

function couplesOf(chosen: Chosen): Couple[] {
  return Object.entries(chosen).map(([mentee, mentor]) => ({ mentee, mentor }));
}

/** Places that are left with a mentor after what is chosen here. */
function freePlaces(mentor: MentorPlaces, chosen: Chosen): number {
  return mentor.capacity - mentor.load - Object.values(chosen).filter((code) => code === mentor.code).length;
}

function MenteeRow({
  mentee,
  mentorName,
  selected,
  onSelect,
}: {
  mentee: WaitingMentee;
  mentorName: string | null;
  selected: boolean;
  onSelect: () => void;
}) {
  return (
    <li>
      <button type="button" class={`mentee${selected ? " selected" : ""}`} aria-pressed={selected} onClick={onSelect}>
        <span class="row between">
          <b>{mentee.name}</b>
          {mentorName === null ? (
            <Badge tone={mentee.candidates.length === 0 ? "bad" : "warn"}>
              {mentee.candidates.length === 0 ? "некого предложить" : "без пары"}
            </Badge>
          ) : (
            <Badge tone="good">{mentorName}</Badge>
          )}
        </span>
        <span class="small muted">
          {[mentee.post, mentee.subject, mentee.category].filter(Boolean).join(" · ")}
          {mentee.waitingDays > 0 && ` · ждёт ${mentee.waitingDays} дн.`}
        </span>
      </button>
    </li>
  );
}

function Outcome({ outcome, view }: { outcome: SavedPairs; view: EarlierView }) {
  if (outcome.refused.length > 0) {
    return (
      <Notice tone="bad" title="Пары не записаны: за это время что-то изменилось">
        <ul class="plain">
          {outcome.refused.map((refused) => (
            <li key={refused.index}>
              {refused.mentorName} — {refused.menteeNames}: {refused.reasons.join(" ")}
            </li>
          ))}
        </ul>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={`Записано новых пар: ${outcome.saved.length}`}>
      <p>
        {outcome.already.length > 0 && `Уже были: ${outcome.already.length}. `}
        Дальше соберите письменные согласия и подготовьте приказ: «Наставничество → Приказ о закреплении пар».
      </p>
      {view.waiting.length === 0 && <p>Все наставляемые распределены.</p>}
    </Notice>
  );
}

function Unmatched({ proposal }: { proposal: ProposalView }) {
  if (proposal.unmatched.length === 0) return null;
  return (
    <Notice tone="warn" title={`Без пары остались: ${proposal.unmatched.length}`}>
      <ul class="plain">
        {proposal.unmatched.map((one) => (
          <li key={one.mentee}>
            <b>{one.name}.</b> {one.why.join(" ")}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Board({ view, reload }: { view: EarlierView; reload: () => Promise<void> }) {
  const [chosen, setChosen] = useState<Chosen>({});
  const [selected, setSelected] = useState(view.waiting[0]?.code ?? null);
  const [proposal, setProposal] = useState<ProposalView | null>(null);
  const [outcome, setOutcome] = useState<SavedPairs | null>(null);
  const { error, run } = useAction();
  const mentorByCode = new Map(view.mentors.map((mentor) => [mentor.code, mentor]));
  const mentee = view.waiting.find((one) => one.code === selected) ?? view.waiting[0] ?? null;

  const choose = (menteeCode: string, mentorCode: string | null) => {
    const { [menteeCode]: _, ...rest } = chosen;
    setChosen(mentorCode === null ? rest : { ...rest, [menteeCode]: mentorCode });
  };
  const proposeAll = () =>
    run(async () => {
      // What the curator has chosen by hand stays; the rest of the school is arranged around it.
      const found = await server.proposeAll({ pins: couplesOf(chosen) });
      setProposal(found);
      setChosen(Object.fromEntries(found.pairs.map((pair) => [pair.mentee, pair.mentor])));
      setOutcome(null);
    });
  const save = () =>
    run(async () => {
      const result = await server.savePairs({
        pairs: couplesOf(chosen).map(({ mentor, mentee: code }) => ({
          mentor,
          mentees: [code],
          form: null,
          kinds: [],
          directions: [],
          goals: "",
          meetingOn: "",
          channel: "",
          mirrors: false,
        })),
      });
      setOutcome(result);
      if (result.refused.length > 0) return;
      setChosen({});
      setProposal(null);
      await reload();
    });

  const count = Object.keys(chosen).length;
  return (
    <>
      <div class="row between">
        <p>
          Ждут наставника: <b>{view.waiting.length}</b>. Уже закреплены: <b>{view.paired}</b>. Свободных мест у
          наставников:{" "}
          <b>
            {view.mentors
              .filter((mentor) => mentor.unavailable === null)
              .reduce((sum, mentor) => sum + Math.max(0, freePlaces(mentor, chosen)), 0)}
          </b>
          .
        </p>
        <Button onPress={proposeAll} disabled={view.waiting.length === 0}>
          Подобрать всем
        </Button>
      </div>
      {view.problems > 0 && (
        <Notice tone="warn" title={`Ошибок в банке: ${view.problems}`}>
          Строки без обязательных сведений не участвуют в подборе. Исправьте ошибки: «Наставничество → Проверка данных».
        </Notice>
      )}
      {error !== null && <Trouble error={error} />}
      {outcome && <Outcome outcome={outcome} view={view} />}
      {proposal && <Unmatched proposal={proposal} />}
      {mentee === null ? (
        <Empty title="Все наставляемые уже в парах">
          <p>Когда появятся новые наставляемые, они будут ждать здесь.</p>
        </Empty>
      ) : (
        <div class="board">
          <ul class="list mentees" aria-label="Наставляемые без пары">
            {view.waiting.map((one) => (
              <MenteeRow
                key={one.code}
                mentee={one}
                mentorName={mentorByCode.get(chosen[one.code] ?? "")?.name ?? null}
                selected={one.code === mentee.code}
                onSelect={() => {
                  setSelected(one.code);
                }}
              />
            ))}
          </ul>
          <CandidateList
            key={mentee.code}
            mentee={mentee}
            mentors={view.mentors}
            chosen={chosen[mentee.code] ?? null}
            freePlaces={(mentor) => freePlaces(mentor, chosen)}
            onChoose={(mentor) => {
              choose(mentee.code, mentor);
            }}
          />
        </div>
      )}
      <div class="actions">
        <Confirm
          label={count === 0 ? "Записать пары" : `Записать пары: ${count}`}
          confirmLabel="Записать"
          disabled={count === 0}
          question={`На вкладку «Пары» будет записано пар: ${count}. Они получат статус «предложена»; действовать начнут после согласий и приказа.`}
          onConfirm={save}
        />
        <Button onPress={closePage}>Закрыть</Button>
      </div>
    </>
  );
}

mount(
  <Page title="Подбор пар" wide>
    <Loaded load={() => server.loadPairing()}>{(view, reload) => <Board view={view} reload={reload} />}</Loaded>
  </Page>,
);

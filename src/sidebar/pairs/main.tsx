// «Ход пар»: every pair by what it waits for; a pair opens with its history, its papers and its next steps.
import { useState } from "preact/hooks";
import type { CourseDone, CoursePair, CourseView } from "../../programmes/course/courseView";
import { server } from "../shared/client";
import { Button, Check, Empty, Notice, Page, TextField } from "../shared/components";
import { Loaded, mount } from "../shared/load";
import { RecommendForm } from "./forms";
import { found, GROUPS } from "./groups";
import { OpenedPair } from "./pair";
import "./layout.css";

/** So many lines of a group are shown at first. */
const SHOWN = 30;

function Line({ pair, onOpen }: { pair: CoursePair; onOpen: () => void }) {
  return (
    <div class="stack line">
      <Button kind="link" onPress={onOpen}>
        {pair.mentorName} — {pair.menteeNames}
      </Button>
      {pair.why !== "" && <span class="small muted">{pair.why}</span>}
    </div>
  );
}

function Group({
  group,
  pairs,
  chosen,
  onChoose,
  onOpen,
}: {
  group: (typeof GROUPS)[number];
  pairs: readonly CoursePair[];
  /** Null where nothing is chosen from. */
  chosen: ReadonlySet<string> | null;
  onChoose: (code: string, on: boolean) => void;
  onOpen: (code: string) => void;
}) {
  const [all, setAll] = useState(false);
  const shown = all ? pairs : pairs.slice(0, SHOWN);
  return (
    <details class="section" open={group.open}>
      <summary>
        <b>{group.title}</b> <span class={`badge ${group.tone}`}>{pairs.length}</span>
      </summary>
      <ul class="list">
        {shown.map((pair) => (
          <li key={pair.code}>
            {chosen !== null && pair.recommendable ? (
              <div class="chosen">
                <input
                  type="checkbox"
                  aria-label={`Выбрать: ${pair.mentorName} — ${pair.menteeNames}`}
                  checked={chosen.has(pair.code)}
                  onChange={(event) => {
                    onChoose(pair.code, event.currentTarget.checked);
                  }}
                />
                <Line
                  pair={pair}
                  onOpen={() => {
                    onOpen(pair.code);
                  }}
                />
              </div>
            ) : (
              <Line
                pair={pair}
                onOpen={() => {
                  onOpen(pair.code);
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {shown.length < pairs.length && (
        <Button
          kind="link"
          onPress={() => {
            setAll(true);
          }}
        >
          Показать остальные: {pairs.length - shown.length}
        </Button>
      )}
    </details>
  );
}

/** Chosen pairs, recommended at one meeting of the council. */
function Council({
  pairs,
  today,
  chosen,
  onChooseAll,
  onDone,
}: {
  pairs: readonly CoursePair[];
  today: string;
  chosen: ReadonlySet<string>;
  onChooseAll: (on: boolean) => void;
  onDone: (done: CourseDone) => Promise<void>;
}) {
  const [asking, setAsking] = useState(false);
  const codes = pairs.filter(({ code }) => chosen.has(code)).map(({ code }) => code);
  return (
    <div class="stack">
      <Check checked={codes.length === pairs.length} onChange={onChooseAll}>
        Выбрать все без рекомендации: {pairs.length}
      </Check>
      {asking && codes.length > 0 ? (
        <RecommendForm
          pairs={codes}
          today={today}
          onDone={async (done) => {
            setAsking(false);
            await onDone(done);
          }}
          onCancel={() => {
            setAsking(false);
          }}
        />
      ) : (
        <Button
          disabled={codes.length === 0}
          onPress={() => {
            setAsking(true);
          }}
        >
          Рекомендовать выбранные: {codes.length}
        </Button>
      )}
    </div>
  );
}

function Course({ view, reload }: { view: CourseView; reload: () => Promise<void> }) {
  const [typed, setTyped] = useState("");
  const [opened, setOpened] = useState<string | null>(null);
  const [said, setSaid] = useState<string[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const done = async (result: CourseDone) => {
    setSaid(result.said);
    setChosen(new Set());
    if (result.pair !== null) setOpened(result.pair);
    await reload();
  };
  const told = said.length > 0 && (
    <Notice tone="good">
      {said.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
  if (opened !== null) {
    return (
      <>
        {told}
        <OpenedPair
          key={opened}
          code={opened}
          onDone={done}
          onBack={() => {
            setSaid([]);
            setOpened(null);
          }}
        />
      </>
    );
  }
  if (view.pairs.length === 0) {
    return (
      <Empty title="Пар пока нет">
        <p>Подберите их: «Наставничество → Подбор пар».</p>
        <Button
          onPress={async () => {
            await server.openMenuPage("openPairing");
          }}
        >
          Подбор пар
        </Button>
      </Empty>
    );
  }
  const pairs = found(view.pairs, typed);
  const councilPairs = pairs.filter(({ recommendable }) => recommendable);
  const groups = GROUPS.map((group) => ({ group, own: pairs.filter((pair) => pair.group === group.key) })).filter(
    ({ own }) => own.length > 0,
  );
  return (
    <>
      {told}
      <TextField name="Поиск" placeholder="фамилия или код пары" value={typed} onChange={setTyped} />
      {view.problems > 0 && (
        <Notice tone="warn" title={`Не прочитано строк: ${view.problems}`}>
          <p>Исправьте их: «Наставничество → Проверка данных».</p>
        </Notice>
      )}
      {groups.length === 0 && <p class="muted">Никого не нашлось: проверьте фамилию.</p>}
      {councilPairs.length > 0 && (
        <Council
          pairs={councilPairs}
          today={view.today}
          chosen={chosen}
          onChooseAll={(on) => {
            setChosen(new Set(on ? councilPairs.map(({ code }) => code) : []));
          }}
          onDone={done}
        />
      )}
      {pairs.some(({ group }) => group === "order") && (
        <Button
          onPress={async () => {
            await server.openMenuPage("openOrder");
          }}
        >
          Подготовить приказ…
        </Button>
      )}
      {groups.map(({ group, own }) => (
        <Group
          key={`${group.key} ${typed === "" ? "" : "found"}`}
          group={typed === "" ? group : { ...group, open: true }}
          pairs={own}
          chosen={chosen}
          onChoose={(code, on) => {
            const next = new Set(chosen);
            if (on) next.add(code);
            else next.delete(code);
            setChosen(next);
          }}
          onOpen={(code) => {
            setSaid([]);
            setOpened(code);
          }}
        />
      ))}
    </>
  );
}

mount(
  <Page title="Ход пар">
    <Loaded load={() => server.loadCourse()}>{(view, reload) => <Course view={view} reload={reload} />}</Loaded>
  </Page>,
);

// The dialog as a whole: tabs, undo, what has just happened, what is kept on the server and what is written.
import { useEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";
import { counted } from "../../school/counted";
import type { PairingView, SavedPairs } from "../../pairing/pairingView";
import { closePage, server } from "../shared/client";
import { Button, Notice, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { BoardTab } from "./boardTab";
import { decisionsOf, startBoard, takeStep, unsaved, type Decisions, type Step } from "./board";
import { ConditionsTab } from "./conditionsTab";
import { draftOver, forgetDraft, keepDraft } from "./draft";
import { GroupsTab } from "./groupsTab";
import { groupsNow, movedBesides, pairsOf, pictureOf, type Picture } from "./picture";
import { loadView } from "./loadView";
import { ProposeTab } from "./proposeTab";
import { ScenariosTab } from "./scenariosTab";
import { WeightsTab } from "./weightsTab";
import { movesWords, PAIRS } from "./words";

type TabKey = "board" | "groups" | "conditions" | "weights" | "scenarios" | "propose";

/** Ctrl+Z and Ctrl+Y wherever nothing is being typed; by the key's place, so that the keyboard's language does not matter. */
function useUndoKeys(undo: () => void, redo: () => void): void {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
      const again = event.code === "KeyY" || (event.code === "KeyZ" && event.shiftKey);
      if (!again && event.code !== "KeyZ") return;
      event.preventDefault();
      if (again) redo();
      else undo();
    };
    document.addEventListener("keydown", listen);
    return () => {
      document.removeEventListener("keydown", listen);
    };
  });
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input[type="text"], input[type="number"], textarea');
}

/** Steps after which everybody moves: who in particular is to be seen on the board. */
const QUIET: readonly Step["do"][] = ["everybody", "start", "scenario"];

/** The board's state with the picture of the moment and words for what the last step has changed. */
function useBoard(view: PairingView) {
  const [board, dispatch] = useReducer(takeStep, view, (first) => startBoard(decisionsOf(first)));
  const { pins, bans, capacities, weights, everybody } = board.now;
  const picture = useMemo(
    () => pictureOf(view, { pins, bans, capacities, weights, everybody }),
    [view, pins, bans, capacities, weights, everybody],
  );
  const [said, setSaid] = useState("");
  const pending = useRef<{ before: Picture; words: string; mentee: string | null; quiet: boolean } | null>(null);
  useEffect(() => {
    const step = pending.current;
    if (step === null) return;
    pending.current = null;
    const moves = step.quiet ? [] : movedBesides(step.before, picture, step.mentee);
    setSaid([step.words, movesWords(moves, picture.prepared.ready)].filter((part) => part !== "").join(" "));
  });
  const take = (step: Step, words: string) => {
    pending.current = {
      before: picture,
      words,
      mentee: "mentee" in step ? step.mentee : null,
      quiet: QUIET.includes(step.do),
    };
    dispatch(step);
  };
  return { board, picture, said, take, say: setSaid };
}

export function PairingBoard({ view, replace }: { view: PairingView; replace: (view: PairingView) => void }) {
  const { board, picture, said, take, say } = useBoard(view);
  const { now } = board;
  const [tab, setTab] = useState<TabKey>("board");
  const [outcome, setOutcome] = useState<SavedPairs | null>(null);
  const { error, run } = useAction();
  const groups = useMemo(() => groupsNow(picture, now.groups), [picture, now.groups]);
  const pairs = useMemo(() => pairsOf(picture, groups), [picture, groups]);
  const toSave = useMemo(() => unsaved(view, now), [view.pins, view.bans, now.pins, now.bans]);
  const unsavedCount = toSave.add.length + toSave.remove.length;
  const undo = () => {
    take({ do: "undo" }, "Отменено.");
  };
  const redo = () => {
    take({ do: "redo" }, "Возвращено.");
  };
  useUndoKeys(undo, redo);
  useDraft(view, now, unsavedCount);

  const saveTerms = () =>
    run(async () => {
      const stored = await server.saveTerms(toSave);
      replace({ ...view, pins: stored.pins, bans: stored.bans });
      say("Условия сохранены на вкладке «Условия подбора».");
    });
  const write = (wanted: Parameters<typeof server.savePairs>[0]["pairs"]) =>
    run(async () => {
      const written = await server.savePairs({ pairs: wanted });
      setOutcome(written);
      if (written.refused.length > 0) return;
      const gone = new Set(wanted.flatMap(({ mentees }) => mentees));
      const fresh = await loadView();
      replace(fresh);
      take({ do: "start", decisions: afterWriting(fresh, now, gone) }, "");
      setTab("board");
    });
  const refresh = () =>
    run(async () => {
      replace(await loadView());
      setOutcome(null);
      say("Данные обновлены; Ваши решения остались.");
    });

  const tabs: readonly { key: TabKey; label: string }[] = [
    { key: "board", label: "Доска" },
    { key: "groups", label: groups.length > 0 ? `Группы (${String(groups.length)})` : "Группы" },
    { key: "conditions", label: `Закрепления и запреты (${String(now.pins.length + now.bans.length)})` },
    { key: "weights", label: "Веса" },
    { key: "scenarios", label: `Варианты (${String(view.scenarios.length)})` },
    { key: "propose", label: "Предложить" },
  ];
  return (
    <>
      <div class="toolbar">
        <nav class="tabs" aria-label="Части окна">
          {tabs.map(({ key, label }) => (
            <button
              key={key}
              type="button"
              aria-current={tab === key ? "page" : undefined}
              onClick={() => {
                setTab(key);
                say("");
              }}
            >
              {label}
            </button>
          ))}
        </nav>
        <span class="row tools">
          <button type="button" disabled={board.past.length === 0} title="Отменить (Ctrl+Z)" onClick={undo}>
            ↶ Отменить
          </button>
          <button type="button" disabled={board.future.length === 0} title="Вернуть (Ctrl+Y)" onClick={redo}>
            ↷ Вернуть
          </button>
        </span>
      </div>
      <Messages view={view} picture={picture} outcome={outcome} refresh={refresh} />
      <DraftOffer view={view} take={take} />
      {error !== null && <Trouble error={error} />}
      {tab === "board" && <BoardTab view={view} picture={picture} now={now} take={take} say={say} />}
      {tab === "groups" && <GroupsTab view={view} picture={picture} now={now} take={take} />}
      {tab === "conditions" && (
        <ConditionsTab picture={picture} now={now} unsavedCount={unsavedCount} take={take} onSave={saveTerms} />
      )}
      {tab === "weights" && (
        <WeightsTab
          view={view}
          now={now}
          take={take}
          onSave={(weights) =>
            run(async () => {
              replace({ ...view, weights: await server.saveWeights(weights) });
              say("Веса сохранены на вкладке «Настройки».");
            })
          }
        />
      )}
      {tab === "scenarios" && (
        <ScenariosTab
          view={view}
          scenarios={view.scenarios}
          picture={picture}
          now={now}
          take={take}
          actions={{
            save: (name, terms, replaces) =>
              run(async () => {
                const shown = picture.best().pairs.map(({ mentor, mentee }) => ({ mentor, mentee }));
                replace({ ...view, scenarios: await server.saveScenario({ name, terms, pairs: shown, replaces }) });
                say(`Вариант «${name}» сохранён.`);
              }),
            remove: (code) =>
              run(async () => {
                replace({ ...view, scenarios: await server.removeScenario(code) });
              }),
          }}
        />
      )}
      {tab === "propose" && (
        <ProposeTab
          view={view}
          picture={picture}
          groups={pairs}
          outcome={outcome}
          onWrite={write}
          onClose={() => {
            setTab("board");
          }}
        />
      )}
      <div class="status-line small" aria-live="polite">
        {said}
      </div>
      {tab !== "propose" && (
        <Footer
          pairs={pairs.length}
          unsavedCount={unsavedCount}
          onPropose={() => {
            setOutcome(null);
            setTab("propose");
          }}
          saveTerms={saveTerms}
        />
      )}
    </>
  );
}

/** What is left of the decisions when these mentees have their pairs: the bank's state and what is still being tried. */
function afterWriting(fresh: PairingView, now: Decisions, gone: ReadonlySet<string>): Decisions {
  return {
    ...now,
    pins: now.pins.filter(({ mentee }) => !gone.has(mentee) && fresh.pool.mentees.some(({ code }) => code === mentee)),
    groups: [],
    everybody: false,
  };
}

function Messages({
  view,
  picture,
  outcome,
  refresh,
}: {
  view: PairingView;
  picture: Picture;
  outcome: SavedPairs | null;
  refresh: () => Promise<void>;
}) {
  return (
    <>
      {view.notices.map((sentence) => (
        <Notice key={sentence} tone="warn">
          {sentence}
        </Notice>
      ))}
      {view.problems > 0 && (
        <Notice tone="warn">
          Ошибок в банке: {view.problems}. Строки без обязательных сведений не участвуют в подборе; исправить их поможет
          «Наставничество → Проверка данных».
        </Notice>
      )}
      {picture.weightless && view.notices.length === 0 && (
        <Notice tone="warn">
          Все веса — нули: программа не отличит одного наставника от другого. Поднимите хотя бы один вес или верните
          обычные.
        </Notice>
      )}
      {outcome !== null && outcome.refused.length > 0 && (
        <Button onPress={refresh}>Обновить данные, сохранив мои решения</Button>
      )}
      {outcome !== null && outcome.refused.length === 0 && (
        <Notice tone="good" title={`Записано: ${counted(outcome.saved.length, PAIRS)}`}>
          {outcome.already.length > 0 && <p>Уже были: {outcome.already.length}.</p>}
          <p>
            Дальше: рекомендация совета наставников, письменные согласия и приказ — «Наставничество → Приказ о
            закреплении пар».
          </p>
        </Notice>
      )}
    </>
  );
}

/** Keeps what is not on the server yet in this browser, and forgets it when it is. */
function useDraft(view: PairingView, now: Decisions, unsavedCount: number): void {
  const first = useRef(true);
  useEffect(() => {
    // The draft of a window that was closed is offered first, not overwritten.
    if (first.current) {
      first.current = false;
      return;
    }
    const tried = Object.keys(now.capacities).length > 0 || now.weights !== view.weights;
    if (unsavedCount > 0 || tried) keepDraft(view.schoolYear, now);
    else forgetDraft();
  }, [now, unsavedCount]);
}

function DraftOffer({ view, take }: { view: PairingView; take: (step: Step, words: string) => void }) {
  const [draft, setDraft] = useState(() => draftOver(view.schoolYear, decisionsOf(view)));
  if (draft === null) return null;
  const { add, remove } = unsaved(view, draft);
  return (
    <Notice tone="info" title="В прошлый раз окно закрыли, не сохранив решения">
      <span class="row">
        <span>Не сохранено закреплений и запретов: {add.length + remove.length}. Они остались в этом браузере.</span>
        <Button
          onPress={() => {
            take({ do: "start", decisions: draft }, "Решения возвращены на доску.");
            setDraft(null);
          }}
        >
          Вернуть на доску
        </Button>
        <Button
          kind="link"
          onPress={() => {
            forgetDraft();
            setDraft(null);
          }}
        >
          Забыть их
        </Button>
      </span>
    </Notice>
  );
}

function Footer({
  pairs,
  unsavedCount,
  onPropose,
  saveTerms,
}: {
  pairs: number;
  unsavedCount: number;
  onPropose: () => void;
  saveTerms: () => Promise<void>;
}) {
  const [leaving, setLeaving] = useState(false);
  if (leaving) {
    return (
      <div class="actions" role="group" aria-label="Закрыть окно">
        <span>Не сохранено закреплений и запретов: {unsavedCount}.</span>
        <Button
          kind="primary"
          onPress={async () => {
            await saveTerms();
            closePage();
          }}
        >
          Сохранить и закрыть
        </Button>
        <Button
          onPress={() => {
            forgetDraft();
            closePage();
          }}
        >
          Закрыть без сохранения
        </Button>
        <Button
          onPress={() => {
            setLeaving(false);
          }}
        >
          Остаться
        </Button>
      </div>
    );
  }
  return (
    <div class="actions">
      <Button kind="primary" disabled={pairs === 0} onPress={onPropose}>
        {pairs === 0 ? "Предложить" : `Предложить: ${counted(pairs, PAIRS)}…`}
      </Button>
      <Button disabled={unsavedCount === 0} onPress={saveTerms}>
        {unsavedCount === 0 ? "Условия сохранены" : `Сохранить условия (${String(unsavedCount)})`}
      </Button>
      <Button
        onPress={() => {
          if (unsavedCount === 0) closePage();
          else setLeaving(true);
        }}
      >
        Закрыть
      </Button>
    </div>
  );
}

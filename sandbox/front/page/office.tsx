// The office: a rail of places on the left, the chosen place beside it, and over all what scripts show and ask.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import { AccountSwitch } from "./account";
import { announceChange, answerQuestion, currentUser, onUiEvent, perform, rememberUser, resetSandbox } from "./api";
import { ClockControl } from "./clock";
import { DocumentPage } from "./document";
import { DrivePage } from "./drive";
import { FormsPage } from "./forms";
import { Icon, type IconName } from "./icons";
import { messageOf, useLoaded } from "./loaded";
import { MailPage } from "./mail";
import { ConfirmBox, QuestionBox, type ScriptQuestion } from "./modal";
import { hrefOf, type PageName, useRoute } from "./route";
import { RunsPage } from "./runs";
import { SampleFiles } from "./sampleFiles";
import { type ScriptPage, SheetPage } from "./sheetPage";
import { type Toast, Toasts } from "./toasts";
import { TriggersPage } from "./triggers";
import type { UiEvent } from "../channel";

const PLACES: { page: PageName; label: string; icon: IconName }[] = [
  { page: "sheet", label: "Таблица", icon: "sheet" },
  { page: "drive", label: "Диск", icon: "drive" },
  { page: "forms", label: "Формы", icon: "forms" },
  { page: "mail", label: "Почта", icon: "mail" },
  { page: "runs", label: "Выполнения", icon: "runs" },
  { page: "triggers", label: "Триггеры", icon: "triggers" },
];

export function Office() {
  const route = useRoute();
  const accounts = useLoaded("readAccounts", {});
  const [user, setUser] = useState(currentUser());
  const [question, setQuestion] = useState<ScriptQuestion | null>(null);
  const [toasts, setToasts] = useState<Toast[]>([]);
  const [shown, setShown] = useState<ScriptPage | null>(null);
  const [place, setPlace] = useState<{ sheetId: number; a1: string; turn: number } | null>(null);
  const [resetting, setResetting] = useState(false);
  const turn = useRef(0);

  const toast = useCallback((given: Omit<Toast, "id">) => {
    turn.current += 1;
    const id = turn.current;
    setToasts((all) => [...all.slice(-3), { ...given, id }]);
    if (given.seconds > 0) {
      setTimeout(() => {
        setToasts((all) => all.filter((one) => one.id !== id));
      }, given.seconds * 1000);
    }
  }, []);
  const fail = useCallback(
    (error: unknown) => {
      toast({ title: "Не получилось", text: messageOf(error), seconds: 8, isError: true });
    },
    [toast],
  );

  useEffect(() => {
    const show: Record<UiEvent["kind"], (event: UiEvent) => void> = {
      alert: (event) => {
        setQuestion(event as unknown as ScriptQuestion);
      },
      prompt: (event) => {
        setQuestion(event as unknown as ScriptQuestion);
      },
      sidebar: (event) => {
        setShown({ ...(event as unknown as ScriptPage), kind: "sidebar" });
      },
      dialog: (event) => {
        setShown({ ...(event as unknown as ScriptPage), kind: "dialog" });
      },
      toast: (event) => {
        const { title, text, seconds } = event as unknown as { title: string; text: string; seconds: number };
        toast({ title, text, seconds: seconds > 0 ? seconds : 0 });
      },
      activate: (event) => {
        const { sheetId, a1 } = event as unknown as { sheetId: number; a1: string };
        turn.current += 1;
        setPlace({ sheetId, a1, turn: turn.current });
      },
    };
    return onUiEvent((event) => {
      show[event.kind](event);
    });
  }, []);

  // The first account works in the school's spreadsheet.
  useEffect(() => {
    const list = accounts.value ?? [];
    const [first] = list;
    if (first && !list.some((account) => account.email === user)) choose(first.email);
  }, [accounts.value]);

  const choose = (email: string): void => {
    rememberUser(email);
    setUser(email);
    announceChange();
  };
  const reset = (): void => {
    setResetting(false);
    resetSandbox().then(() => {
      sessionStorage.clear();
      location.assign("/");
    }, fail);
  };
  const questionBox = question && (
    <QuestionBox
      question={question}
      onAnswer={(answer) => {
        setQuestion(null);
        void answerQuestion(answer);
      }}
    />
  );
  if (user === "" || !accounts.value) {
    // While a script waits for its answer, the sandbox answers nothing else.
    return questionBox ?? <p class="loading">{accounts.failure ?? "Открываем песочницу…"}</p>;
  }
  return (
    <div class="office">
      <nav class="rail" aria-label="Приложения">
        {PLACES.map(({ page, label, icon }) => {
          const current = route.page === page || (page === "drive" && route.page === "document");
          return (
            <a
              key={page}
              href={hrefOf(page)}
              class={current ? "rail-item current" : "rail-item"}
              aria-current={current ? "page" : undefined}
            >
              <Icon name={icon} size={22} />
              <span>{label}</span>
            </a>
          );
        })}
        <div class="rail-gap" />
        <SampleFiles />
        <button
          type="button"
          class="rail-item"
          onClick={() => {
            setResetting(true);
          }}
        >
          <Icon name="restore" size={22} />
          <span>Начать заново</span>
        </button>
      </nav>
      <div class="controls">
        <ClockControl onDone={toast} onFail={fail} />
        <AccountSwitch accounts={accounts.value} user={user} onChoose={choose} />
      </div>
      <main class="places">
        <SheetPage
          key={`${user}/${route.page === "sheet" ? route.id : ""}`}
          bookId={route.page === "sheet" ? route.id : ""}
          user={user}
          visible={route.page === "sheet"}
          shown={shown}
          onCloseShown={() => {
            setShown(null);
          }}
          place={place}
          onFail={fail}
        />
        {route.page === "drive" && <DrivePage folder={route.id} onFail={fail} />}
        {route.page === "document" && <DocumentPage id={route.id} onFail={fail} />}
        {route.page === "forms" && <FormsPage id={route.id} />}
        {route.page === "mail" && <MailPage id={route.id} onFail={fail} onDone={toast} />}
        {route.page === "runs" && <RunsPage id={route.id} />}
        {route.page === "triggers" && (
          <TriggersPage
            onFire={(uid) => {
              perform("fireTrigger", { uid }).then(({ failed }) => {
                toast({
                  title: "Триггер",
                  text: failed > 0 ? "Выполнен с ошибкой: смотрите «Выполнения»." : "Выполнен.",
                  seconds: 5,
                  isError: failed > 0,
                });
              }, fail);
            }}
          />
        )}
      </main>
      <Toasts
        toasts={toasts}
        onClose={(id) => {
          setToasts((all) => all.filter((one) => one.id !== id));
        }}
      />
      {questionBox}
      {resetting && (
        <ConfirmBox
          title="Начать заново?"
          text="Таблица, документы, формы, письма и ответы этой песочницы будут стёрты, часы вернутся на 1 сентября. Отменить это нельзя."
          action="Стереть и начать заново"
          onConfirm={reset}
          onClose={() => {
            setResetting(false);
          }}
        />
      )}
    </div>
  );
}

// One document of the register: its line, and opened — links and whatever may be done with it now.
import { useState } from "preact/hooks";
import type { DocumentView } from "../../papers/papersView";
import { server } from "../shared/client";
import { Badge, Button, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { Acquaint } from "./acquaint";
import { Cancelling, Registration } from "./entryForms";
import { day, Paper, Said } from "./parts";
import type { RegisterDesk } from "./register";
import { isDraft, STATUS, toneOf } from "./status";

/** A form that stands open in an entry. */
type Open = "registration" | "cancelling" | "acquaint" | null;

/** «№ 84-02 от 14.09.2026» */
function requisites({ number, signedOn }: DocumentView): string {
  return [number !== "" && `№ ${number}`, signedOn !== "" && `от ${day(signedOn)}`].filter(Boolean).join(" ");
}

/** What may be done with a document as it stands. */
function powersOf(document: DocumentView) {
  const { kind, page, status, registerLabel, acquainted, numbered } = document;
  const isSigned = status === STATUS.signed;
  const lives = isDraft(document) || isSigned;
  const isOurs = lives && kind !== null;
  return {
    register: registerLabel !== null,
    page: lives && page !== null,
    acquaint: isSigned && (acquainted !== "" || numbered),
    remake: isOurs && page === null,
    agree: isOurs && status === STATUS.draft,
    cancel: isOurs,
  };
}

function Actions({
  document,
  desk,
  open,
  say,
}: {
  document: DocumentView;
  desk: RegisterDesk;
  open: (form: Open) => void;
  say: (words: string) => void;
}) {
  const { error, run } = useAction();
  const { page, registerLabel } = document;
  const may = powersOf(document);
  return (
    <div class="stack">
      {may.register && (
        <Button
          kind="primary"
          onPress={() => {
            open("registration");
          }}
        >
          {registerLabel ?? ""}
        </Button>
      )}
      {may.page && page !== null && (
        <Button
          onPress={async () => {
            await server.openMenuPage(page);
          }}
        >
          Открыть его страницу
        </Button>
      )}
      {may.acquaint && (
        <Button
          onPress={() => {
            open("acquaint");
          }}
        >
          {document.acquainted === "" ? "Ознакомление" : `Ознакомление: ${document.acquainted}`}
        </Button>
      )}
      <div class="row">
        {may.remake && (
          <Button
            onPress={() => {
              desk.onRemake(document);
            }}
          >
            {isDraft(document) ? "Изменить проект" : "Новая версия"}
          </Button>
        )}
        {may.agree && (
          <Button
            onPress={() =>
              run(async () => {
                await server.agreePaper(document.code);
                await desk.onChanged();
                say("Отмечено: документ согласован.");
              })
            }
          >
            Согласован
          </Button>
        )}
        {may.cancel && (
          <Button
            kind="danger"
            onPress={() => {
              open("cancelling");
            }}
          >
            Отменить…
          </Button>
        )}
      </div>
      {error !== null && <Trouble error={error} />}
    </div>
  );
}

function Facts({ document }: { document: DocumentView }) {
  const { error, run } = useAction();
  const facts = [
    document.version > 1 && `версия ${document.version}`,
    document.supersedes !== "" && `заменяет ${document.supersedes}`,
    document.pairs > 0 && `пар: ${document.pairs}`,
    document.people.length > 0 && `педагогов: ${document.people.length}`,
  ].filter(Boolean);
  return (
    <>
      {facts.length > 0 && <span class="small muted">{facts.join(" · ")}</span>}
      <div class="row small">
        {document.link !== null && <Paper link={document.link}>Открыть документ</Paper>}
        {document.pdf !== null && <Paper link={document.pdf}>PDF</Paper>}
        <Button
          kind="link"
          onPress={() =>
            run(async () => {
              await server.showFault({ tab: "Документы", code: document.code, row: null, column: null });
            })
          }
        >
          Строка в таблице
        </Button>
      </div>
      {error !== null && <Trouble error={error} />}
    </>
  );
}

/** What stands open under the links: the actions, or the form of one of them. */
function Inside({ document, today, desk }: { document: DocumentView; today: string; desk: RegisterDesk }) {
  const [form, setForm] = useState<Open>(null);
  const [said, setSaid] = useState<readonly string[]>([]);
  const close = () => {
    setForm(null);
  };
  const done = async (words: readonly string[]) => {
    await desk.onChanged();
    setForm(null);
    setSaid(words);
  };
  return (
    <>
      <Facts document={document} />
      {said.length > 0 && <Said words={said} />}
      {form === null && (
        <Actions
          document={document}
          desk={desk}
          open={(next) => {
            setSaid([]);
            setForm(next);
          }}
          say={(words) => {
            setSaid([words]);
          }}
        />
      )}
      {form === "registration" && <Registration document={document} today={today} onDone={done} onCancel={close} />}
      {form === "cancelling" && <Cancelling document={document} onDone={done} onCancel={close} />}
      {form === "acquaint" && <Acquaint document={document} onChanged={desk.onChanged} onClose={close} />}
    </>
  );
}

export function Entry({
  document,
  today,
  desk,
  chosen,
  onChoose,
  open,
  onOpen,
}: {
  document: DocumentView;
  today: string;
  desk: RegisterDesk;
  chosen: boolean;
  onChoose: (on: boolean) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
}) {
  return (
    <li class={open ? "card selected" : "card"}>
      <div class="entry">
        <input
          type="checkbox"
          aria-label={`Выбрать: ${document.heading}`}
          checked={chosen}
          onChange={(event) => {
            onChoose(event.currentTarget.checked);
          }}
        />
        <div class="stack">
          <button
            type="button"
            class="link"
            aria-expanded={open}
            onClick={() => {
              onOpen(!open);
            }}
          >
            {document.heading || document.title}
          </button>
          <span class="small muted">
            {document.title} · {document.code}
          </span>
          <span class="row small">
            <Badge tone={toneOf(document.status)}>{document.status}</Badge>
            {requisites(document)}
            {document.acquainted !== "" && <span class="muted">ознакомлены: {document.acquainted}</span>}
          </span>
        </div>
      </div>
      {open && <Inside document={document} today={today} desk={desk} />}
    </li>
  );
}

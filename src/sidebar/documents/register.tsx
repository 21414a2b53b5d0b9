// «Реестр»: documents newest first, found by kind, status and words; chosen ones are printed or registered together.
import { useEffect, useRef, useState } from "preact/hooks";
import type { JobProgress } from "../../jobs/jobs";
import type { DocumentView, PapersView } from "../../papers/papersView";
import type { Print } from "../../papers/printTogether";
import { server } from "../shared/client";
import { Button, Confirm, Empty, Notice, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { Entry } from "./entry";
import { day, matches, Paper } from "./parts";
import { isUnseen, STATUS } from "./status";

/** So many documents are shown at first. */
const SHOWN = 30;

/** What narrows the register. */
export interface RegisterFilter {
  query: string;
  kind: string;
  /** A status, or one of the two things that are waited for. */
  status: string;
}

export const WHOLE_REGISTER: RegisterFilter = { query: "", kind: "", status: "" };
/** Drafts, agreed or not. */
export const WAITING = "waiting";
/** Signed ones that somebody has not seen. */
export const UNSEEN = "unseen";

const STATUSES = [
  { value: "", label: "любой" },
  { value: WAITING, label: "ждут регистрации" },
  { value: UNSEEN, label: "не все ознакомлены" },
  ...Object.values(STATUS).map((status) => ({ value: status, label: status })),
];

function fits(document: DocumentView, { query, kind, status }: RegisterFilter): boolean {
  if (kind !== "" && document.title !== kind) return false;
  if (status === WAITING ? !document.waits : status === UNSEEN && !isUnseen(document)) return false;
  if (![WAITING, UNSEEN, "", document.status].includes(status)) return false;
  const { code, title, heading, number, signedOn, people } = document;
  return matches(query, [code, title, heading, number, day(signedOn), ...people].join(" "));
}

/** What may be done with the chosen documents at once. */
function Together({
  chosen,
  today,
  onJob,
  onClear,
}: {
  chosen: readonly DocumentView[];
  today: string;
  onJob: (job: JobProgress) => Promise<void>;
  onClear: () => void;
}) {
  const [signedOn, setSignedOn] = useState(today);
  const [printed, setPrinted] = useState<Print[] | null>(null);
  const { error, run } = useAction();
  const drafts = chosen.filter(({ registerLabel }) => registerLabel !== null);
  const printable = chosen.filter(({ link }) => link !== null);
  return (
    <div class="card selected" role="group" aria-label="Выбранные документы">
      <div class="row between">
        <b role="status">Выбрано: {chosen.length}</b>
        <Button kind="link" onPress={onClear}>
          Снять выбор
        </Button>
      </div>
      <Button
        disabled={printable.length === 0}
        onPress={() =>
          run(async () => {
            setPrinted(await server.printTogether({ documents: printable.map(({ code }) => code) }));
          })
        }
      >
        {`Напечатать вместе: ${printable.length}`}
      </Button>
      {printed && (
        <Notice tone="good" title="Можно печатать">
          {printed.map(({ name, link, pdf }) => (
            <p key={link}>
              {name}: <Paper link={pdf}>PDF для печати</Paper>, <Paper link={link}>документ</Paper>
            </p>
          ))}
          {printed.length > 1 && <p>Документы с разным оформлением собраны отдельно.</p>}
        </Notice>
      )}
      {drafts.length > 0 && (
        <>
          <TextField name="Дата регистрации" type="date" value={signedOn} onChange={setSignedOn} />
          <Confirm
            label={`Зарегистрировать вместе: ${drafts.length}`}
            disabled={signedOn === ""}
            question={`Документов: ${drafts.length}. Дата у всех — ${day(signedOn)}, номера — следующие по образцу из «Настроек». Отменить регистрацию нельзя: подписанное только заменяют или отменяют.`}
            confirmLabel="Зарегистрировать"
            onConfirm={() =>
              run(async () => {
                const job = await server.registerPapers({ documents: drafts.map(({ code }) => code), signedOn });
                await onJob(job);
                onClear();
              })
            }
          />
        </>
      )}
      {error !== null && <Trouble error={error} />}
    </div>
  );
}

function Filters({
  view,
  filter,
  onFilter,
}: {
  view: PapersView;
  filter: RegisterFilter;
  onFilter: (filter: RegisterFilter) => void;
}) {
  const kinds = [...new Set(view.register.map(({ title }) => title))].sort((one, other) =>
    one.localeCompare(other, "ru"),
  );
  const active = [filter.kind, filter.status].filter((value) => value !== "").length;
  return (
    <>
      <TextField
        name="Поиск"
        placeholder="фамилия, номер, слово заголовка"
        value={filter.query}
        onChange={(query) => {
          onFilter({ ...filter, query });
        }}
      />
      <details open={active > 0}>
        <summary>Отбор{active > 0 ? `: ${active}` : ""}</summary>
        <div class="stack">
          <SelectField
            name="Вид документа"
            value={filter.kind}
            options={[{ value: "", label: "любой" }, ...kinds.map((kind) => ({ value: kind, label: kind }))]}
            onChange={(kind) => {
              onFilter({ ...filter, kind });
            }}
          />
          <SelectField
            name="Статус"
            value={filter.status}
            options={STATUSES}
            onChange={(status) => {
              onFilter({ ...filter, status });
            }}
          />
        </div>
      </details>
    </>
  );
}

/** What the register may ask of the page. */
export interface RegisterDesk {
  onJob: (job: JobProgress) => Promise<void>;
  onChanged: () => Promise<void>;
  /** Makes a document of the register anew. */
  onRemake: (document: DocumentView) => void;
}

export function Register({
  view,
  filter,
  onFilter,
  desk,
}: {
  view: PapersView;
  filter: RegisterFilter;
  onFilter: (filter: RegisterFilter) => void;
  desk: RegisterDesk;
}) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const panel = useRef<HTMLDivElement>(null);
  const [inSight, setInSight] = useState(true);
  const isChosen = chosen.size > 0;
  // Far down the list the way back to the actions is one press.
  useEffect(() => {
    if (panel.current === null) return undefined;
    const watch = new IntersectionObserver(([one]) => {
      setInSight(one?.isIntersecting ?? true);
    });
    watch.observe(panel.current);
    return () => {
      watch.disconnect();
    };
  }, [isChosen]);
  if (view.register.length === 0) {
    return (
      <Empty title="Документов пока нет">
        Подготовьте первый в части «Подготовить»: он появится здесь и на вкладке «Документы».
      </Empty>
    );
  }
  // Whatever is open stays in sight when it has been registered or cancelled.
  const found = view.register.filter((document) => document.code === opened || fits(document, filter));
  const codes = found.map(({ code }) => code);
  const isAll = codes.length > 0 && codes.every((code) => chosen.has(code));
  return (
    <>
      <Filters
        view={view}
        filter={filter}
        onFilter={(next) => {
          setOpened(null);
          onFilter(next);
        }}
      />
      {found.length === 0 ? (
        <Empty title="Ничего не нашлось">Ослабьте отбор или проверьте, нет ли опечатки.</Empty>
      ) : (
        <div class="row between small">
          <span class="muted" role="status">
            Найдено: {found.length}
          </span>
          <Button
            kind="link"
            onPress={() => {
              setChosen(new Set(isAll ? [] : codes));
            }}
          >
            {isAll ? "Снять выбор со всех" : "Выбрать найденные"}
          </Button>
        </div>
      )}
      {isChosen && (
        <div ref={panel}>
          <Together
            key={[...chosen].join(" ")}
            chosen={view.register.filter(({ code }) => chosen.has(code))}
            today={view.today}
            onJob={desk.onJob}
            onClear={() => {
              setChosen(new Set());
            }}
          />
        </div>
      )}
      <ul class="list">
        {found.slice(0, shown).map((document) => (
          <Entry
            key={document.code}
            document={document}
            today={view.today}
            desk={desk}
            chosen={chosen.has(document.code)}
            onChoose={(on) => {
              const next = new Set(chosen);
              if (on) next.add(document.code);
              else next.delete(document.code);
              setChosen(next);
            }}
            open={opened === document.code}
            onOpen={(open) => {
              setOpened(open ? document.code : null);
            }}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button
          kind="link"
          onPress={() => {
            setShown(shown + 5 * SHOWN);
          }}
        >
          Показать ещё: {found.length - shown}
        </Button>
      )}
      {view.registerTotal > view.register.length && (
        <p class="small muted">
          Здесь последние {view.register.length} из {view.registerTotal}; остальные —{" "}
          <Button
            kind="link"
            onPress={async () => {
              await server.showFault({ tab: "Документы", row: 2, column: 1, code: null });
            }}
          >
            на вкладке «Документы»
          </Button>
          .
        </p>
      )}
      {isChosen && !inSight && (
        <div class="actions">
          <Button
            onPress={() => {
              panel.current?.scrollIntoView({ block: "center" });
              panel.current?.querySelector<HTMLElement>("button:enabled")?.focus();
            }}
          >
            Выбрано: {chosen.size}. К действиям ↑
          </Button>
        </div>
      )}
    </>
  );
}

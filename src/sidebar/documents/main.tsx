// «Документы»: what is waited for now, then making papers, their register, the pairs' packs and the templates.
import { useEffect, useState } from "preact/hooks";
import type { JobProgress } from "../../jobs/jobs";
import type { DocumentView, KindView, PapersView } from "../../papers/papersView";
import { server } from "../shared/client";
import { Notice, Page, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";
import { Work } from "../shared/work";
import { Kinds } from "./kinds";
import "./layout.css";
import { Make, type Wanted } from "./make";
import { Packs } from "./packs";
import { Register, type RegisterFilter, UNSEEN, WAITING, WHOLE_REGISTER } from "./register";
import { STATUS } from "./status";
import { Templates } from "./templates";
import { Waiting } from "./waiting";

const PARTS = [
  { key: "make", label: "Подготовить" },
  { key: "register", label: "Реестр" },
  { key: "packs", label: "Комплект пар" },
  { key: "templates", label: "Шаблоны" },
] as const;
/** A job that has nothing left to do. */
const DONE = "готово" satisfies JobProgress["status"];
type Part = (typeof PARTS)[number]["key"];

const wantedNew = (kind: string, subject: string | null): Wanted => ({
  kind,
  subject,
  document: null,
  heading: "",
  isSigned: false,
});

function Parts({ part, onChoose }: { part: Part; onChoose: (part: Part) => void }) {
  return (
    <nav class="tabs" aria-label="Части страницы">
      {PARTS.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          aria-current={part === key ? "page" : undefined}
          onClick={() => {
            onChoose(key);
          }}
        >
          {label}
        </button>
      ))}
    </nav>
  );
}

function Documents({ view, replace }: { view: PapersView; replace: (view: PapersView) => void }) {
  const [part, setPart] = useState<Part>("make");
  const [wanted, setWanted] = useState<Wanted | null>(view.start && wantedNew(view.start.kind, view.start.subject));
  const [filter, setFilter] = useState<RegisterFilter>(WHOLE_REGISTER);
  const [jobs, setJobs] = useState<readonly JobProgress[]>(view.jobs);
  const [ended, setEnded] = useState<readonly JobProgress[]>([]);
  const [wantedOf, setWantedOf] = useState<Readonly<Record<string, number>> | null>(null);
  const { error, run } = useAction();
  // Whom papers are wanted for takes more readings: the page is there before it.
  const count = () =>
    run(async () => {
      setWantedOf(await server.loadWanted());
    });
  const refresh = () =>
    run(async () => {
      replace(await server.loadPapers());
      void count();
    });
  useEffect(() => void count(), []);
  const kinds = view.kinds.map((kind) => ({ ...kind, wanted: wantedOf?.[kind.key] ?? 0 }));
  /** What has ended well is said in a line; what has stopped or waits keeps its own words. */
  const end = (job: JobProgress) =>
    run(async () => {
      const last = await server.continueWork(job.code);
      if (last.status === DONE) {
        setJobs((before) => before.filter(({ code }) => code !== job.code));
        setEnded([job]);
      }
      await refresh();
    });
  const openKind = async (kind: KindView) => {
    const { page } = kind;
    if (page === null) setWanted(wantedNew(kind.key, null));
    else
      await run(async () => {
        await server.openMenuPage(page);
      });
  };
  const goOn = async (job: JobProgress | null) => {
    setEnded([]);
    if (job) setJobs((before) => [...before.filter(({ code }) => code !== job.code), job]);
    else await refresh();
  };
  const showRegister = (status: string, kind = "") => {
    setWanted(null);
    setFilter({ ...WHOLE_REGISTER, status, kind });
    setPart("register");
  };
  const remake = (document: DocumentView) => {
    const { kind, code, heading, status } = document;
    setWanted({ kind: kind ?? "", subject: null, document: code, heading, isSigned: status === STATUS.signed });
  };
  return (
    <>
      {jobs.map((job) => (
        <Work key={job.code} jobs={[job]} onEnd={() => end(job)} />
      ))}
      {ended.map(({ code, title }) => (
        <Notice key={code} tone="good">
          {title}: всё готово.
        </Notice>
      ))}
      {error !== null && <Trouble error={error} />}
      {wanted !== null ? (
        <Make
          key={`${wanted.kind} ${wanted.subject ?? ""} ${wanted.document ?? ""}`}
          wanted={wanted}
          desk={{
            onBack: () => {
              setWanted(null);
            },
            onRegister: () => {
              showRegister(WAITING, view.kinds.find(({ key }) => key === wanted.kind)?.title);
            },
            onMade: goOn,
            isGoing: (job) => jobs.some(({ code }) => code === job.code),
          }}
        />
      ) : (
        <>
          <Parts
            part={part}
            onChoose={(next) => {
              setEnded([]);
              setPart(next);
            }}
          />
          {part === "make" && (
            <>
              <Waiting
                kinds={kinds}
                register={view.register}
                counted={wantedOf !== null}
                onKind={openKind}
                onWaiting={() => {
                  showRegister(WAITING);
                }}
                onUnseen={() => {
                  showRegister(UNSEEN);
                }}
              />
              <Kinds kinds={kinds} onOpen={openKind} />
            </>
          )}
          {part === "register" && (
            <Register
              view={view}
              filter={filter}
              onFilter={setFilter}
              desk={{ onJob: goOn, onChanged: refresh, onRemake: remake }}
            />
          )}
          {part === "packs" && (
            <Packs
              schoolYear={view.schoolYear}
              onOpen={(kind, subjects) => {
                const known = view.kinds.find(({ key }) => key === kind);
                const [only] = subjects;
                if (known?.page) void openKind(known);
                else setWanted({ ...wantedNew(kind, subjects.length === 1 ? (only ?? null) : null), subjects });
              }}
            />
          )}
          {part === "templates" && <Templates />}
        </>
      )}
    </>
  );
}

mount(
  <Page title="Документы">
    <Loaded load={() => server.loadPapers()}>
      {(view, _reload, replace) => <Documents view={view} replace={replace} />}
    </Loaded>
  </Page>,
);

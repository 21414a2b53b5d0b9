// One kind of paper, opened: about whom, the short form, the check, then the documents themselves.
import { useRef, useState } from "preact/hooks";
import type { JobProgress } from "../../jobs/jobs";
import type { Answers } from "../../papers/fields";
import type { PapersMade, PaperView, PreflightView } from "../../papers/papersView";
import { server } from "../shared/client";
import { Button, Confirm, Empty, Notice, Section, Trouble } from "../shared/components";
import { Loaded, useAction } from "../shared/load";
import { faultsOf } from "./answers";
import { Fields } from "./fields";
import { Arrived, Paper } from "./parts";
import { Preflight } from "./preflight";
import { STATUS } from "./status";
import { Subjects } from "./subjects";

/** What is to be made: a kind, perhaps about one subject, or a document of the register made anew. */
export interface Wanted {
  kind: string;
  subject: string | null;
  /** Exactly these are chosen to begin with; left out: whoever is waited for. */
  subjects?: readonly string[];
  /** Code on the register; null for new documents. */
  document: string | null;
  /** Of the document; "" for new ones. */
  heading: string;
  /** The document is signed: what is made will take its place. */
  isSigned: boolean;
}

/** What the page does besides: going back, going on with a job, reading the register anew. */
export interface Desk {
  onBack: () => void;
  onRegister: () => void;
  isGoing: (job: JobProgress) => boolean;
  onMade: (job: JobProgress | null) => Promise<void>;
}

/** So many links are shown at once. */
const LINKS = 10;

function Made({ made, onMore, desk }: { made: PapersMade; onMore: (() => Promise<void>) | null; desk: Desk }) {
  const isOne = made.made.length === 1 && made.job === null;
  const isGoing = made.job !== null && desk.isGoing(made.job);
  const title = made.job
    ? isGoing
      ? "Документы готовятся"
      : "Документы готовы"
    : isOne
      ? "Проект документа готов"
      : `Готово документов: ${made.made.length}`;
  return (
    <>
      <Arrived>{title}</Arrived>
      {isGoing && <p>Ход работы — вверху панели. Готовые проекты появятся в реестре.</p>}
      <ul class="plain">
        {made.made.slice(0, LINKS).map(({ document, name, link }) => (
          <li key={document}>{link === null ? name : <Paper link={link}>{name}</Paper>}</li>
        ))}
      </ul>
      {made.made.length > LINKS && <p class="small muted">И ещё {made.made.length - LINKS} — в реестре.</p>}
      {made.warnings.length > 0 && (
        <Notice tone="warn" title="Обратите внимание">
          {made.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      <p class="small muted">
        Номер и дата появятся при регистрации. Тогда документ заполнится заново, поэтому ошибки исправляйте в таблице
        или в форме, а не в самом проекте.
      </p>
      <div class="row">
        <Button kind="primary" onPress={desk.onRegister}>
          К реестру
        </Button>
        {onMore && <Button onPress={onMore}>Подготовить ещё</Button>}
      </div>
    </>
  );
}

/** The button that makes; asks once more where many are made, or signed ones are replaced. */
function MakeButton({
  count,
  replaced,
  label,
  onMake,
}: {
  count: number;
  replaced: number;
  label: string;
  onMake: () => Promise<void>;
}) {
  if (count <= 1 && replaced === 0) {
    return (
      <Button kind="primary" disabled={count === 0} onPress={onMake}>
        {label}
      </Button>
    );
  }
  return (
    <Confirm
      label={`Подготовить: ${count}`}
      question={
        <>
          <p>Проектов будет подготовлено: {count}. Те, что уже есть, обновятся, второй раз не появятся.</p>
          {replaced > 0 && (
            <p>Из них заменят подписанные: {replaced}. Прежние действуют, пока новая версия не зарегистрирована.</p>
          )}
        </>
      }
      confirmLabel="Подготовить"
      onConfirm={onMake}
    />
  );
}

/** A page that asks for a paper about somebody names the person; papers of a year add the year to that: «Р-003-2026-2027». */
function subjectsNamed(paper: PaperView, wanted: string): string[] {
  const named = paper.subjects.flatMap(({ subject }) =>
    subject === wanted || subject.startsWith(`${wanted}-`) ? subject : [],
  );
  return named.length > 0 ? named : [wanted];
}

/** Whom the form begins with. */
function firstChosen(paper: PaperView, wanted: Wanted): ReadonlySet<string> {
  if (wanted.subject !== null) return new Set(subjectsNamed(paper, wanted.subject));
  const { subjects } = wanted;
  if (subjects) return new Set(paper.subjects.flatMap(({ subject }) => (subjects.includes(subject) ? subject : [])));
  return new Set(paper.subjects.filter((one) => one.wanted).map(({ subject }) => subject));
}

/** What the button says that makes one document. */
function labelFor({ document, isSigned }: Wanted): string {
  if (document === null) return "Подготовить проект";
  return isSigned ? "Подготовить новую версию" : "Обновить проект";
}

/** Whom alone the form is about: what it proposes is theirs; null while none or several are chosen. */
function onlyOne(chosen: ReadonlySet<string>): string | null {
  const [one] = chosen;
  return chosen.size === 1 && one !== undefined ? one : null;
}

function Form({
  paper,
  wanted,
  onMade,
}: {
  paper: PaperView;
  wanted: Wanted;
  onMade: (made: PapersMade) => Promise<void>;
}) {
  const [chosen, setChosen] = useState(() => firstChosen(paper, wanted));
  const [proposed, setProposed] = useState<Answers>(paper.values);
  const [typed, setTyped] = useState<Answers>({});
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [found, setFound] = useState<PreflightView | null>(null);
  const [checks, setChecks] = useState(0);
  const form = useRef<HTMLDivElement>(null);
  const { error, run } = useAction();
  const choosing = choosesSubjects(paper, wanted);
  const isMany = choosing && chosen.size > 1;
  const values = { ...proposed, ...typed };
  const input = (subjects: readonly string[]) => ({
    kind: paper.key,
    subjects: choosing ? [...subjects] : [],
    // What nobody has typed is each one's own.
    values: isMany ? typed : values,
    document: wanted.document,
  });
  const choose = (next: ReadonlySet<string>) => {
    setChosen(next);
    setFound(null);
    const subject = onlyOne(next);
    if (paper.fields.length === 0 || subject === onlyOne(chosen)) return;
    void run(async () => {
      setProposed(await server.proposeAnswers({ kind: paper.key, subject }));
    });
  };
  const check = async () => {
    const wrong = isMany ? {} : faultsOf(paper.fields, values);
    setFaults(wrong);
    if (Object.keys(wrong).length > 0) {
      // The first faulty field may be far above the button.
      setTimeout(() => form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus());
      return;
    }
    await run(async () => {
      setFound(await server.checkPaper(input([...chosen])));
      setChecks((count) => count + 1);
    });
  };
  return (
    <div class="stack parted" ref={form}>
      {choosing && <Subjects subjects={paper.subjects} chosen={chosen} onChoose={choose} />}
      {paper.fields.length > 0 && (
        <Section title="Сведения">
          {isMany && (
            <p class="small muted">
              Выбрано несколько: вписанное здесь станет общим, а чего не впишете, у каждого заполнится своим.
            </p>
          )}
          <Fields
            fields={paper.fields}
            values={values}
            faults={faults}
            people={paper.people}
            onChange={(key, value) => {
              setTyped({ ...typed, [key]: value });
              setFound(null);
            }}
          />
        </Section>
      )}
      {found && <Preflight key={checks} found={found} onMended={check} />}
      {Object.keys(faults).length > 0 && <Notice tone="bad">Заполните отмеченные поля.</Notice>}
      {error !== null && <Trouble error={error} />}
      <div class={found ? "row" : "actions"}>
        {found && found.ready.length > 0 && (
          <MakeButton
            count={found.ready.length}
            replaced={replacedIn(paper, found.ready)}
            label={labelFor(wanted)}
            onMake={() =>
              run(async () => {
                await onMade(await server.makePapers(input(found.ready)));
              })
            }
          />
        )}
        <Button kind={found ? "plain" : "primary"} disabled={choosing && chosen.size === 0} onPress={check}>
          {found ? "Проверить снова" : "Проверить"}
        </Button>
      </div>
    </div>
  );
}

/** Whoever a document of the register is about stays as it is. */
function choosesSubjects({ count }: PaperView, { document }: Wanted): boolean {
  return count === "each" && document === null;
}

function replacedIn(paper: PaperView, ready: readonly string[]): number {
  return paper.subjects.filter(({ subject, document }) => document?.status === STATUS.signed && ready.includes(subject))
    .length;
}

function About({ paper, wanted }: { paper: PaperView; wanted: Wanted }) {
  return (
    <>
      <Arrived>{paper.title}</Arrived>
      {wanted.heading !== "" && <p>{wanted.heading}</p>}
      <p class="small muted">
        {paper.purpose}
        {paper.basis !== "" && ` Основание: ${paper.basis}.`}
        {paper.template !== null && " Составляется по шаблону организации."}
      </p>
    </>
  );
}

/** A kind opened for making. */
export function Make({ wanted, desk }: { wanted: Wanted; desk: Desk }) {
  const load = async (): Promise<{ paper: PaperView; wanted: Wanted }> => {
    if (wanted.document === null) {
      const paper = await server.loadPaper(wanted.kind);
      const { subject, kind } = wanted;
      if (subject === null || paper.count !== "each") return { paper, wanted };
      return { paper: { ...paper, values: await server.proposeAnswers({ kind, subject }) }, wanted };
    }
    const draft = await server.loadDraft(wanted.document);
    return { paper: draft, wanted: { ...wanted, subject: draft.subject } };
  };
  return (
    <>
      <div>
        <Button kind="link" onPress={desk.onBack}>
          ← Все документы
        </Button>
      </div>
      <Loaded load={load}>
        {(loaded, reload) => (
          <>
            <About paper={loaded.paper} wanted={loaded.wanted} />
            <Rounds {...loaded} desk={desk} reload={reload} />
          </>
        )}
      </Loaded>
    </>
  );
}

/** The form; what was made stands in its place, and then the form again from the beginning. */
function Rounds({
  paper,
  wanted,
  desk,
  reload,
}: {
  paper: PaperView;
  wanted: Wanted;
  desk: Desk;
  reload: () => Promise<void>;
}) {
  const [made, setMade] = useState<PapersMade | null>(null);
  if (made) {
    const more = async () => {
      await reload();
      setMade(null);
    };
    return <Made made={made} onMore={wanted.document === null ? more : null} desk={desk} />;
  }
  if (choosesSubjects(paper, wanted) && paper.subjects.length === 0) {
    return (
      <Empty title="Пока не о ком">
        Сейчас в таблице нет людей или пар, о которых составляют этот документ: зачем он, сказано выше.
      </Empty>
    );
  }
  return (
    <Form
      paper={paper}
      wanted={wanted}
      onMade={async (done) => {
        setMade(done);
        await desk.onMade(done.job);
      }}
    />
  );
}

// «Ознакомление»: who has seen a signed document; asking those who have not by letter, or on the printed sheet.
import { useState } from "preact/hooks";
import type { JobProgress } from "../../jobs/jobs";
import type { AcquaintanceView, AcquaintedPerson } from "../../papers/acquaint/acquaintView";
import type { DocumentView } from "../../papers/papersView";
import { server } from "../shared/client";
import { Button, Check, Confirm, Notice, Progress, SelectField, TextField, Trouble } from "../shared/components";
import { DecisionList } from "../shared/decisions";
import { Loaded, useAction } from "../shared/load";
import { GatheredBy, Work } from "../shared/work";
import { AddPerson, LetterPreview } from "./acquaintParts";
import { day } from "./parts";

type How = "pdf" | "link";

/** Written to already, or not to be written to: on the list all the same. */
const canBeSent = ({ onPaper, sentOn, trouble }: AcquaintedPerson): boolean =>
  onPaper === "" && (sentOn === null || trouble !== "");

/** What stands under a name: how far the letter has come. */
function lineOf({ post, sentOn, reminders, onPaper, away, trouble }: AcquaintedPerson): string {
  return [
    post,
    sentOn !== null && `письмо ${day(sentOn)}`,
    reminders > 0 && `напоминаний: ${reminders}`,
    onPaper !== "" && `${onPaper} — в лист`,
    away && "длительно отсутствует",
    trouble,
  ]
    .filter(Boolean)
    .join(" · ");
}

interface Desk {
  view: AcquaintanceView;
  /** Something was written down: both the list and the register are read anew. */
  onDone: (said?: string) => Promise<void>;
}

/** Asking by letter: whom of the chosen, how, until when, with the letter to be looked at first. */
function Sending({ view, chosen, onDone }: Desk & { chosen: readonly AcquaintedPerson[] }) {
  const [how, setHow] = useState<How>("pdf");
  const [deadline, setDeadline] = useState<string>(view.proposedDeadline);
  const { error, run } = useAction();
  const people = chosen.filter(canBeSent);
  return (
    <>
      {view.codeOnly ? (
        <Notice title="Режим «только коды»">
          Письмо и форма никого не называют, документ к письму не прикладывается: его читают у Вас. Если так неудобно,
          обойдитесь листом ознакомления.
        </Notice>
      ) : (
        <SelectField
          name="Как отправить"
          value={how}
          options={[
            { value: "pdf", label: "PDF во вложении" },
            { value: "link", label: "ссылка на документ (право чтения)" },
          ]}
          help="Кому ссылку не открыть (нет учётной записи Google), уйдёт PDF."
          onChange={(value) => {
            setHow(value === "link" ? "link" : "pdf");
          }}
        />
      )}
      <TextField name="Ознакомиться до" type="date" value={deadline} onChange={setDeadline} />
      {error !== null && <Trouble error={error} />}
      <Confirm
        key={`${how} ${deadline}`}
        label={`Отправить на ознакомление: ${people.length}`}
        confirmLabel="Отправить"
        disabled={people.length === 0}
        question={<LetterPreview view={view} how={how} deadline={deadline} people={people} />}
        onConfirm={() =>
          run(async () => {
            await server.sendAcquaintance({
              document: view.document,
              people: people.map(({ code }) => code),
              how,
              deadline,
            });
            await onDone();
          })
        }
      />
    </>
  );
}

/** The printed sheet, and writing down the signatures that it has brought. */
function OnPaper({ view, chosen, onDone }: Desk & { chosen: readonly AcquaintedPerson[] }) {
  const [on, setOn] = useState<string>(view.today);
  const [sheet, setSheet] = useState(view.sheet);
  const { error, run } = useAction();
  return (
    <>
      <div class="row">
        <Button
          onPress={() =>
            run(async () => {
              setSheet((await server.acquaintanceSheet(view.document)).link);
              await onDone();
            })
          }
        >
          {sheet === null ? "Лист ознакомления" : "Обновить лист ознакомления"}
        </Button>
        {sheet !== null && (
          <a href={sheet} target="_blank" rel="noreferrer">
            Открыть лист
          </a>
        )}
      </div>
      <TextField name="Дата подписи в листе" type="date" value={on} onChange={setOn} />
      {error !== null && <Trouble error={error} />}
      <Confirm
        label={`Отметить подписи: ${chosen.length}`}
        kind="plain"
        confirmLabel="Отметить"
        disabled={chosen.length === 0 || on === ""}
        question={`Выбранные (${chosen.length}) расписались в листе ${day(on)}. Напоминаний им больше не будет.`}
        onConfirm={() =>
          run(async () => {
            const { marked } = await server.markAcquainted({
              document: view.document,
              people: chosen.map(({ code }) => code),
              on,
            });
            await onDone(`Отмечено подписей: ${marked}.`);
          })
        }
      />
    </>
  );
}

/** What can be done about those who have been written to. */
function Awaited({ view, onDone, onJob }: Desk & { onJob: (job: JobProgress) => void }) {
  const [gatheredBy, setGatheredBy] = useState<string | null>(null);
  const { error, run } = useAction();
  return (
    <>
      <div class="row">
        <Button
          onPress={() =>
            run(async () => {
              const pulled = await server.pullAcquaintance();
              setGatheredBy(pulled.gatheredBy);
              const lost = pulled.lost.map(({ what, mend }) => `${what} ${mend}`);
              await onDone([`Новых ответов: ${pulled.taken}.`, ...lost].join(" "));
            })
          }
        >
          Собрать ответы
        </Button>
        {view.closed === "" && (
          <Confirm
            label="Напомнить"
            kind="plain"
            confirmLabel="Напомнить"
            question="Письмо с документом ещё раз получат только те, кто не ответил; не чаще раза в два дня."
            onConfirm={() =>
              run(async () => {
                onJob(await server.remindAcquaintance(view.document));
              })
            }
          />
        )}
      </div>
      {gatheredBy !== null && <GatheredBy account={gatheredBy} />}
      {error !== null && <Trouble error={error} />}
    </>
  );
}

function Acquaintance({ view, onDone }: Desk) {
  const waiting = view.people.filter(({ on }) => on === null);
  const done = view.people.filter(({ on }) => on !== null);
  const [added, setAdded] = useState<readonly AcquaintedPerson[]>([]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    () => new Set(waiting.filter(canBeSent).map(({ code }) => code)),
  );
  const [jobs, setJobs] = useState<readonly JobProgress[]>(view.jobs);
  const [said, setSaid] = useState("");
  const listed = [...waiting, ...added.filter(({ code }) => !view.people.some((one) => one.code === code))];
  const picked = listed.filter(({ code }) => chosen.has(code));
  const choose = (code: string, on: boolean) => {
    setChosen(new Set(on ? [...chosen, code] : [...chosen].filter((one) => one !== code)));
  };
  const desk: Desk = {
    view,
    onDone: async (words = "") => {
      setSaid(words);
      await onDone();
    },
  };
  return (
    <>
      <Progress done={done.length} total={view.people.length} label="Ознакомлены" />
      {said !== "" && <Notice tone="good">{said}</Notice>}
      {jobs.length > 0 && <Work key={jobs.map(({ code }) => code).join()} jobs={jobs} onEnd={onDone} />}
      {view.closed !== "" && <Notice tone="warn">{view.closed}</Notice>}
      <DecisionList
        decisions={view.decisions}
        people={[...view.people, ...view.others].map(({ code, name }) => ({ code, fullName: name }))}
        onDecided={onDone}
      />
      {listed.length > 0 && (
        <ul class="list" aria-label="Ещё не ознакомлены">
          {listed.map((person) => (
            <li key={person.code}>
              <Check
                checked={chosen.has(person.code)}
                onChange={(on) => {
                  choose(person.code, on);
                }}
              >
                {person.name}
                <br />
                <span class="small muted">{lineOf(person)}</span>
              </Check>
            </li>
          ))}
        </ul>
      )}
      {view.closed === "" && (
        <AddPerson
          others={view.others.filter(({ code }) => !added.some((one) => one.code === code))}
          onAdd={(person) => {
            setAdded([...added, person]);
            choose(person.code, true);
          }}
        />
      )}
      {view.closed === "" && listed.length > 0 && <Sending {...desk} chosen={picked} />}
      {view.people.some(({ sentOn }) => sentOn !== null) && (
        <Awaited
          {...desk}
          onJob={(job) => {
            setJobs([job]);
          }}
        />
      )}
      <OnPaper {...desk} chosen={picked} />
      <p class="small muted">
        Закон требует знакомить работников под подпись (ТК РФ, ст. 22, 68). Ответ в форме показывает, что документ
        прочитан; подпись он заменяет, только если так установлено в Вашей организации.
      </p>
      {done.length > 0 && (
        <details>
          <summary>Ознакомлены: {done.length}</summary>
          <ul class="plain small">
            {done.map(({ code, name, on, way }) => (
              <li key={code}>
                {name}: {day(on ?? "")}
                {way !== "" && `, ${way}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

/** @param onChanged something was sent or written down: the register is to be read anew */
export function Acquaint({
  document,
  onChanged,
  onClose,
}: {
  document: DocumentView;
  onChanged: () => Promise<void>;
  onClose: () => void;
}) {
  return (
    <div class="card selected" role="group" aria-label="Ознакомление">
      <b>Ознакомление с документом</b>
      <Loaded load={() => server.loadAcquaintance(document.code)}>
        {(view, reload) => (
          <Acquaintance
            key={view.jobs.map(({ code }) => code).join()}
            view={view}
            onDone={async () => {
              await reload();
              await onChanged();
            }}
          />
        )}
      </Loaded>
      <Button onPress={onClose}>Закрыть</Button>
    </div>
  );
}

// Ending a pair early and replacing its mentor: the notice and its lawful day, the programme, the mentees.
import { useState } from "preact/hooks";
import {
  againstNotice,
  earliestLastDay,
  ENDINGS,
  END_REASON,
  noticeFor,
  type EndReason,
} from "../../pairing/endReasons";
import type {
  CourseDone,
  MenteeNext,
  PairCourse,
  ProgrammeFate,
  Replacements,
} from "../../programmes/course/courseView";
import { addDays, formatDate, type CalendarDate } from "../../workbook/calendarDate";
import { server } from "../shared/client";
import { Busy, Button, Check, Notice, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { StepForm } from "./forms";

interface EndingProps {
  pair: PairCourse;
  onDone: (done: CourseDone) => void | Promise<void>;
  onCancel: () => void;
}

const FATES: readonly { value: ProgrammeFate; label: string }[] = [
  { value: "stop", label: "прекратить" },
  { value: "continue", label: "продолжить с новым наставником" },
  { value: "finishEarly", label: "завершить досрочно с отметкой" },
];
const NEXT: readonly { value: MenteeNext; label: string }[] = [
  { value: "waitsAgain", label: "повторно ожидает наставника" },
  { value: "finished", label: "завершил" },
];

/** The notice: who is warned, since when, and how early the last day may be. */
interface NoticeState {
  reason: EndReason;
  noticeOn: string;
  agreed: boolean;
}

function asDay(typed: string): CalendarDate | null {
  return typed === "" ? null : (typed as CalendarDate);
}

/** The earliest lawful last day; null where the law names none. */
function earliestOf({ reason, noticeOn, agreed }: NoticeState, pair: PairCourse): CalendarDate | null {
  const notice = noticeFor(reason);
  const warned = asDay(noticeOn);
  if (notice === "none" || (notice === "unlessAgreed" && agreed) || warned === null) return null;
  return earliestLastDay(warned, pair.noticeDays);
}

function againstDay(state: NoticeState, pair: PairCourse, lastDay: string): string | null {
  const last = asDay(lastDay);
  if (last === null || (pair.mentorDismissed && state.reason === END_REASON.dismissal)) return null;
  return againstNotice({ ...state, noticeOn: asDay(state.noticeOn), lastDay: last }, pair.noticeDays);
}

function NoticeFields({
  pair,
  state,
  onChange,
}: {
  pair: PairCourse;
  state: NoticeState;
  onChange: (patch: Partial<NoticeState>) => void;
}) {
  const notice = noticeFor(state.reason);
  const earliest = earliestOf(state, pair);
  return (
    <>
      <SelectField
        name="Основание"
        value={state.reason}
        options={ENDINGS.map(({ reason }) => ({ value: reason, label: reason }))}
        onChange={(value) => {
          onChange({ reason: value as EndReason });
        }}
      />
      {notice === "none" ? (
        <p class="small muted">
          {state.reason === END_REASON.mutual
            ? "По обоюдному согласию срок предупреждения не нужен: возьмите письменное согласие наставника."
            : "Обязанности прекращаются вместе с трудовым договором."}
        </p>
      ) : (
        <>
          <TextField
            name={notice === "unlessAgreed" ? "Когда наставник заявил об отказе" : "Когда наставника предупредили"}
            type="date"
            value={state.noticeOn}
            onChange={(noticeOn) => {
              onChange({ noticeOn });
            }}
          />
          {notice === "unlessAgreed" && (
            <Check
              checked={state.agreed}
              onChange={(agreed) => {
                onChange({ agreed });
              }}
            >
              Договорились с наставником о более раннем дне
            </Check>
          )}
          {earliest !== null && (
            <p class="small">
              Самый ранний последний день — <b>{formatDate(earliest)}</b>: {pair.noticeDays} рабочих дня после
              предупреждения, день предупреждения, выходные и праздники не считаются (ТК РФ, ст. 14 и 351.8).
            </p>
          )}
        </>
      )}
    </>
  );
}

/** «Прекратить досрочно» */
export function EndForm({ pair, onDone, onCancel }: EndingProps) {
  const [state, setState] = useState<NoticeState>({
    reason: (pair.notice?.reason as EndReason | undefined) ?? END_REASON.mentor,
    noticeOn: pair.notice?.on ?? pair.today,
    agreed: false,
  });
  const proposed = pair.notice === null ? null : pair.endsOn;
  const [lastDay, setLastDay] = useState(
    proposed ?? earliestLastDay(pair.today as CalendarDate, pair.noticeDays).toString(),
  );
  const [mentee, setMentee] = useState("");
  const [programme, setProgramme] = useState<ProgrammeFate>("continue");
  const [next, setNext] = useState<Readonly<Record<string, MenteeNext>>>({});
  const change = (patch: Partial<NoticeState>) => {
    const changed = { ...state, ...patch };
    setState(changed);
    const done = ENDINGS.find(({ reason }) => reason === changed.reason)?.menteesDone === true;
    if (patch.reason !== undefined) {
      setProgramme(done ? "finishEarly" : "continue");
      setNext(Object.fromEntries(pair.mentees.map(({ code }) => [code, done ? "finished" : "waitsAgain"])));
    }
    if (pair.notice === null) setLastDay(earliestOf(changed, pair) ?? pair.today);
  };
  const leavesGroup = mentee !== "";
  const ahead = lastDay > pair.today && !leavesGroup;
  const fault = leavesGroup ? null : againstDay(state, pair, lastDay);
  return (
    <StepForm
      title="Досрочное прекращение"
      action={ahead ? "Записать предупреждение" : leavesGroup ? "Вывести из группы" : "Прекратить"}
      danger
      disabled={lastDay === "" || fault !== null}
      run={() =>
        server.endPairEarly({
          pair: pair.code,
          ...state,
          noticeOn: noticeFor(state.reason) === "none" || leavesGroup ? null : state.noticeOn,
          lastDay,
          mentee: leavesGroup ? mentee : null,
          programme,
          mentees: next,
        })
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      {pair.mentees.length > 1 && (
        <SelectField
          name="Кто прекращает"
          value={mentee}
          options={[
            { value: "", label: "вся группа" },
            ...pair.mentees.map(({ code, name }) => ({ value: code, label: `выбывает: ${name}` })),
          ]}
          onChange={setMentee}
        />
      )}
      <NoticeFields pair={pair} state={state} onChange={change} />
      <TextField name="Последний день" type="date" value={lastDay} fault={fault ?? undefined} onChange={setLastDay} />
      {ahead ? (
        <p class="small muted">
          До этого дня пара действует. Сейчас запишется предупреждение; о программе и наставляемых программа спросит,
          когда день пройдёт.
        </p>
      ) : (
        <>
          {pair.programme !== null && !leavesGroup && (
            <SelectField
              name="Что будет с программой"
              value={programme}
              options={FATES}
              onChange={(value) => {
                setProgramme(value as ProgrammeFate);
              }}
            />
          )}
          {pair.mentees
            .filter(({ code }) => !leavesGroup || code === mentee)
            .map(({ code, name }) => (
              <SelectField
                key={code}
                name={name}
                value={next[code] ?? "waitsAgain"}
                options={NEXT}
                onChange={(value) => {
                  setNext({ ...next, [code]: value as MenteeNext });
                }}
              />
            ))}
        </>
      )}
    </StepForm>
  );
}

/** Candidates come only when they are asked for: they need the whole bank. */
function Candidates({
  pair,
  chosen,
  onChoose,
}: {
  pair: PairCourse;
  chosen: string;
  onChoose: (mentor: string) => void;
}) {
  const [view, setView] = useState<Replacements | null>(null);
  const [loading, setLoading] = useState(false);
  const { error, run } = useAction();
  if (view === null) {
    return (
      <>
        {error !== null && <Trouble error={error} />}
        {loading && error === null ? (
          <Busy>Подбираю наставников…</Busy>
        ) : (
          <Button
            kind="primary"
            onPress={() => {
              setLoading(true);
              return run(async () => {
                setView(await server.loadReplacements(pair.code));
              });
            }}
          >
            Кто мог бы стать наставником
          </Button>
        )}
      </>
    );
  }
  if (view.candidates.length === 0) {
    return (
      <Notice tone="warn">
        {view.nobody.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </Notice>
    );
  }
  return (
    <fieldset class="choice stack">
      <legend>Новый наставник, подходящие первыми</legend>
      {view.candidates.map(({ mentor, name, pro, contra }) => (
        <div key={mentor} class="card">
          <label class="check">
            <input
              type="radio"
              name="mentor"
              checked={chosen === mentor}
              onChange={() => {
                onChoose(mentor);
              }}
            />
            <b>{name}</b>
          </label>
          <details class="small">
            <summary>За и против</summary>
            <ul class="plain">
              {pro.map((text) => (
                <li key={text}>{text}</li>
              ))}
              {contra.map((text) => (
                <li key={text} class="muted">
                  {text}
                </li>
              ))}
            </ul>
          </details>
        </div>
      ))}
    </fieldset>
  );
}

/** «Сменить наставника» */
export function ReplaceForm({ pair, onDone, onCancel }: EndingProps) {
  const over = pair.status === "прекращена досрочно";
  const [state, setState] = useState<NoticeState>({
    reason: (pair.notice?.reason as EndReason | undefined) ?? END_REASON.mentor,
    noticeOn: pair.notice?.on ?? pair.today,
    agreed: false,
  });
  const firstDay = (notice: NoticeState): string => {
    const earliest = earliestOf(notice, pair);
    return earliest === null || over ? pair.today : addDays(earliest, 1);
  };
  const [from, setFrom] = useState(firstDay(state));
  const [mentor, setMentor] = useState("");
  const [programme, setProgramme] = useState<ProgrammeFate>("continue");
  const lastDay = from === "" ? "" : addDays(from as CalendarDate, -1);
  const fault = over ? null : againstDay(state, pair, lastDay);
  return (
    <StepForm
      title="Замена наставника"
      action="Заменить"
      disabled={mentor === "" || from === "" || fault !== null}
      run={() =>
        server.replaceMentor({
          pair: pair.code,
          mentor,
          from,
          ...state,
          noticeOn: noticeFor(state.reason) === "none" ? null : state.noticeOn,
          programme,
        })
      }
      onDone={onDone}
      onCancel={onCancel}
    >
      <p class="small muted">
        Прежняя пара сохранится в истории и закончится накануне. Новая пойдёт своим путём: совет, согласия, приказ.
      </p>
      {!over && (
        <NoticeFields
          pair={pair}
          state={state}
          onChange={(patch) => {
            const changed = { ...state, ...patch };
            setState(changed);
            setFrom(firstDay(changed));
          }}
        />
      )}
      <TextField
        name="Новый наставник — с какого дня"
        type="date"
        value={from}
        fault={fault ?? undefined}
        onChange={setFrom}
      />
      {pair.programme !== null && lastDay <= pair.today && (
        <SelectField
          name="Что будет с программой"
          value={programme}
          options={FATES}
          onChange={(value) => {
            setProgramme(value as ProgrammeFate);
          }}
        />
      )}
      <Candidates pair={pair} chosen={mentor} onChoose={setMentor} />
    </StepForm>
  );
}

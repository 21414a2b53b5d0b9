// Ending a pair early: the notice and its lawful day, the programme, the mentees.
import { useState } from "preact/hooks";
import { earliestLastDay, ENDINGS, noticeFor } from "../../pairing/endReasons";
import type { MenteeNext, PairCourse, ProgrammeFate } from "../../programmes/course/courseView";
import type { CalendarDate } from "../../workbook/calendarDate";
import { server } from "../shared/client";
import { SelectField, TextField } from "../shared/components";
import { StepForm } from "./forms";
import { againstDay, earliestOf, type EndingProps, FATES, NoticeFields, noticeOf, type NoticeState } from "./notice";

const NEXT: readonly { value: MenteeNext; label: string }[] = [
  { value: "waitsAgain", label: "повторно ожидает наставника" },
  { value: "finished", label: "завершил" },
];

/** In a group one may leave and the others go on. */
function WhoEnds({ pair, mentee, onChange }: { pair: PairCourse; mentee: string; onChange: (mentee: string) => void }) {
  if (pair.mentees.length < 2) return null;
  return (
    <SelectField
      name="Кто прекращает"
      value={mentee}
      options={[
        { value: "", label: "вся группа" },
        ...pair.mentees.map(({ code, name }) => ({ value: code, label: `выбывает: ${name}` })),
      ]}
      onChange={onChange}
    />
  );
}

/** What becomes of the programme and of the mentees. */
function Outcome({
  programme,
  mentees,
  next,
  onFate,
  onNext,
}: {
  /** Null where there is none to decide on. */
  programme: ProgrammeFate | null;
  mentees: PairCourse["mentees"];
  next: Readonly<Record<string, MenteeNext>>;
  onFate: (fate: ProgrammeFate) => void;
  onNext: (mentee: string, next: MenteeNext) => void;
}) {
  return (
    <>
      {programme !== null && (
        <SelectField
          name="Что будет с программой"
          value={programme}
          options={FATES}
          onChange={(value) => {
            onFate(value as ProgrammeFate);
          }}
        />
      )}
      {mentees.map(({ code, name }) => (
        <SelectField
          key={code}
          name={name}
          value={next[code] ?? "waitsAgain"}
          options={NEXT}
          onChange={(value) => {
            onNext(code, value as MenteeNext);
          }}
        />
      ))}
    </>
  );
}

function isDone(reason: string): boolean {
  return ENDINGS.find((ending) => ending.reason === reason)?.menteesDone === true;
}

function nextOf(pair: PairCourse, reason: string): Readonly<Record<string, MenteeNext>> {
  return Object.fromEntries(pair.mentees.map(({ code }) => [code, isDone(reason) ? "finished" : "waitsAgain"]));
}

/** «Прекратить досрочно» */
export function EndForm({ pair, onDone, onCancel }: EndingProps) {
  const [state, setState] = useState<NoticeState>(() => noticeOf(pair));
  const proposed = pair.notice === null ? null : pair.endsOn;
  const [lastDay, setLastDay] = useState(
    proposed ?? earliestLastDay(pair.today as CalendarDate, pair.noticeDays).toString(),
  );
  const [mentee, setMentee] = useState("");
  const [programme, setProgramme] = useState<ProgrammeFate>(isDone(state.reason) ? "finishEarly" : "continue");
  const [next, setNext] = useState(() => nextOf(pair, state.reason));
  const change = (patch: Partial<NoticeState>) => {
    const changed = { ...state, ...patch };
    setState(changed);
    if (patch.reason !== undefined) {
      setProgramme(isDone(changed.reason) ? "finishEarly" : "continue");
      setNext(nextOf(pair, changed.reason));
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
      <WhoEnds pair={pair} mentee={mentee} onChange={setMentee} />
      <NoticeFields pair={pair} state={state} onChange={change} />
      <TextField name="Последний день" type="date" value={lastDay} fault={fault ?? undefined} onChange={setLastDay} />
      {ahead ? (
        <p class="small muted">
          До этого дня пара действует. Сейчас запишется предупреждение; что будет с программой пары и наставляемыми, Вы
          решите, когда день пройдёт.
        </p>
      ) : (
        <Outcome
          programme={pair.programme === null || leavesGroup ? null : programme}
          mentees={pair.mentees.filter(({ code }) => !leavesGroup || code === mentee)}
          next={next}
          onFate={setProgramme}
          onNext={(code, value) => {
            setNext({ ...next, [code]: value });
          }}
        />
      )}
    </StepForm>
  );
}

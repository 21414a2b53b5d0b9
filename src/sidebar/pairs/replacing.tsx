// Another mentor for a pair: from which day, who could, what becomes of the programme.
import { useState } from "preact/hooks";
import { noticeFor } from "../../pairing/endReasons";
import type { PairCourse, ProgrammeFate, Replacements } from "../../programmes/course/courseView";
import { addDays, type CalendarDate } from "../../workbook/calendarDate";
import { server } from "../shared/client";
import { Busy, Button, Notice, SelectField, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";
import { StepForm } from "./forms";
import { againstDay, earliestOf, type EndingProps, FATES, NoticeFields, noticeOf, type NoticeState } from "./notice";

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
  const [state, setState] = useState<NoticeState>(() => noticeOf(pair));
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

// What the forms for ending and for replacing share: the reason, the notice, and how early the last day may be.
import {
  againstNotice,
  earliestLastDay,
  END_REASON,
  ENDINGS,
  noticeFor,
  type EndReason,
} from "../../pairing/endReasons";
import type { CourseDone, PairCourse, ProgrammeFate } from "../../programmes/course/courseView";
import { counted } from "../../school/counted";
import { formatDate, type CalendarDate } from "../../workbook/calendarDate";
import { Check, SelectField, TextField } from "../shared/components";

export interface EndingProps {
  pair: PairCourse;
  onDone: (done: CourseDone) => void | Promise<void>;
  onCancel: () => void;
}

export const FATES: readonly { value: ProgrammeFate; label: string }[] = [
  { value: "stop", label: "прекратить" },
  { value: "continue", label: "продолжить с новым наставником" },
  { value: "finishEarly", label: "завершить досрочно с отметкой" },
];

/** The notice: who is warned, since when, and how early the last day may be. */
export interface NoticeState {
  reason: EndReason;
  noticeOn: string;
  agreed: boolean;
}

function asDay(typed: string): CalendarDate | null {
  return typed === "" ? null : (typed as CalendarDate);
}

/** The earliest lawful last day; null where the law names none. */
export function earliestOf({ reason, noticeOn, agreed }: NoticeState, pair: PairCourse): CalendarDate | null {
  const notice = noticeFor(reason);
  const warned = asDay(noticeOn);
  if (notice === "none" || (notice === "unlessAgreed" && agreed) || warned === null) return null;
  return earliestLastDay(warned, pair.noticeDays);
}

export function againstDay(state: NoticeState, pair: PairCourse, lastDay: string): string | null {
  const last = asDay(lastDay);
  if (last === null || (pair.mentorDismissed && state.reason === END_REASON.dismissal)) return null;
  return againstNotice({ ...state, noticeOn: asDay(state.noticeOn), lastDay: last }, pair.noticeDays);
}

export function NoticeFields({
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
              Самый ранний последний день — <b>{formatDate(earliest)}</b>:{" "}
              {counted(pair.noticeDays, ["рабочий день", "рабочих дня", "рабочих дней"])} после предупреждения, день
              предупреждения, выходные и праздники не считаются (ТК РФ, ст. 14 и 351.8).
            </p>
          )}
        </>
      )}
    </>
  );
}

/** The notice as the form begins: what was given before, or today's. */
export function noticeOf(pair: PairCourse): NoticeState {
  return {
    reason: (pair.notice?.reason as EndReason | undefined) ?? END_REASON.mentor,
    noticeOn: pair.notice?.on ?? pair.today,
    agreed: false,
  };
}

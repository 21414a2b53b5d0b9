// The sandbox's clock: it moves on only by hand, and fires what has become due.
import { useState } from "preact/hooks";
import { type Output, perform } from "./api";
import { Dropdown } from "./dropdown";
import { Icon } from "./icons";
import { useLoaded } from "./loaded";
import { Modal } from "./modal";
import type { Toast } from "./toasts";
import { clockMoment, counted, dayOf, longMoment } from "./words";

const HOUR = 3_600_000;
const JUMPS: [label: string, milliseconds: number][] = [
  ["+1 час", HOUR],
  ["+1 день", 24 * HOUR],
  ["+1 неделя", 7 * 24 * HOUR],
];
/** School days in the sandbox begin at nine in Moscow. */
const MORNING = "T09:00:00+03:00";

interface ClockProps {
  onDone: (toast: Omit<Toast, "id">) => void;
  onFail: (error: unknown) => void;
}

export function ClockControl({ onDone, onFail }: ClockProps) {
  const clock = useLoaded("readClock", {});
  const [busy, setBusy] = useState(false);
  const [picking, setPicking] = useState(false);
  const now = clock.value?.now ?? "2026-09-01T06:00:00Z";
  const jump = (work: Promise<Output<"setClock">>): void => {
    setBusy(true);
    work
      .then(({ now: reached, runs, failed }) => {
        const fired =
          runs === 0 ? "Ни один триггер не сработал." : `Сработало: ${counted(runs, "раз", "раза", "раз")}.`;
        const trouble = failed > 0 ? ` С ошибкой: ${failed}; подробности — в «Выполнениях».` : "";
        onDone({ title: longMoment(reached), text: fired + trouble, seconds: 6, isError: failed > 0 });
      }, onFail)
      .finally(() => {
        setBusy(false);
      });
  };
  return (
    <div class="clock">
      <Dropdown
        label={`Часы песочницы: ${longMoment(now)}. Перевести`}
        className="control"
        align="right"
        lines={() => [
          { kind: "heading", label: "Перевести часы песочницы" },
          ...JUMPS.map(([label, milliseconds]) => ({
            kind: "item" as const,
            label,
            onChoose: () => {
              jump(perform("advanceClock", { milliseconds }));
            },
          })),
          {
            kind: "item",
            label: "К дате…",
            onChoose: () => {
              setPicking(true);
            },
          },
        ]}
      >
        <Icon name="clock" size={18} />
        <span class="control-text">
          <small>Часы песочницы</small>
          {busy ? "Переводим…" : clockMoment(now)}
        </span>
        <Icon name="down" size={14} />
      </Dropdown>
      {picking && (
        <DayBox
          now={now}
          onClose={() => {
            setPicking(false);
          }}
          onPick={(day) => {
            setPicking(false);
            jump(perform("setClock", { to: `${day}${MORNING}` }));
          }}
        />
      )}
    </div>
  );
}

function DayBox({ now, onClose, onPick }: { now: string; onClose: () => void; onPick: (day: string) => void }) {
  const [day, setDay] = useState(dayOf(new Date(new Date(now).getTime() + 24 * HOUR).toISOString()));
  return (
    <Modal title="Перевести часы к дате" onClose={onClose} width={380}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onPick(day);
        }}
      >
        <label class="modal-text">
          Наступит утро, 9:00
          <input
            class="field"
            type="date"
            required
            min={dayOf(now)}
            value={day}
            onInput={(event) => {
              setDay(event.currentTarget.value);
            }}
          />
        </label>
        <div class="modal-buttons">
          <button type="submit" class="button primary">
            Перевести
          </button>
          <button type="button" class="button" onClick={onClose}>
            Отмена
          </button>
        </div>
      </form>
    </Modal>
  );
}

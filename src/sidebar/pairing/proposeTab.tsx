// «Предложить»: what will be written, pair by pair, with form, kinds and directions; and what came of it.
import { useState } from "preact/hooks";
import { KIND, KINDS } from "../../pairing/choice/kinds";
import { counted } from "../../school/counted";
import type { PairingView, PairToSave, SavedPairs } from "../../pairing/pairingView";
import { LongList } from "../import/longList";
import { Badge, Button, Check, Confirm, Empty, Notice, SelectField, TextField } from "../shared/components";
import type { Group } from "./board";
import type { Picture } from "./picture";
import { wantedOf, type Edits, type Wanted } from "./toWrite";
import { PAIRS } from "./words";

function Ticks({
  title,
  options,
  chosen,
  about,
  onChange,
}: {
  title: string;
  options: readonly string[];
  chosen: readonly string[];
  about?: (option: string) => string | undefined;
  onChange: (chosen: string[]) => void;
}) {
  return (
    <fieldset class="choice">
      <legend>{title}</legend>
      <div class="ticks">
        {options.map((option) => (
          <Check
            key={option}
            checked={chosen.includes(option)}
            onChange={(on) => {
              onChange(on ? [...chosen, option] : chosen.filter((one) => one !== option));
            }}
          >
            {option}
            {about?.(option) !== undefined && <span class="small muted"> — {about(option)}</span>}
          </Check>
        ))}
      </div>
    </fieldset>
  );
}

/** Fields of one pair; only what its kinds ask for is asked. */
function Fields({
  view,
  wanted: { pair, offered },
  onEdit,
}: {
  view: PairingView;
  wanted: Wanted;
  onEdit: (edits: Edits) => void;
}) {
  const is = (kind: string) => pair.kinds.includes(kind);
  return (
    <div class="fields">
      <SelectField
        name="Форма"
        value={pair.form ?? ""}
        options={[
          { value: "", label: "по должностям, подставит программа" },
          ...view.forms.map((form) => ({ value: form, label: form })),
        ]}
        onChange={(form) => {
          onEdit({ form: form === "" ? null : form });
        }}
      />
      <Ticks
        title="Виды"
        options={view.kinds}
        chosen={pair.kinds}
        about={(name) => KINDS.find((kind) => kind.name === name)?.about}
        onChange={(kinds) => {
          onEdit({ kinds });
        }}
      />
      {offered.length > 0 && (
        <Ticks
          title="Направления"
          options={offered}
          chosen={pair.directions}
          onChange={(directions) => {
            onEdit({ directions });
          }}
        />
      )}
      {is(KIND.short) && (
        <label class="field">
          <span class="name">Встречи и цель каждой, по одной в строке</span>
          <textarea
            value={pair.goals}
            maxLength={5000}
            onInput={(event) => {
              onEdit({ goals: event.currentTarget.value });
            }}
          />
        </label>
      )}
      {is(KIND.speed) && (
        <TextField
          name="День встречи"
          type="date"
          value={pair.meetingOn}
          onChange={(meetingOn) => {
            onEdit({ meetingOn });
          }}
        />
      )}
      {is(KIND.virtual) && (
        <TextField
          name="Канал связи"
          value={pair.channel}
          placeholder="видеосвязь, мессенджер, платформа"
          onChange={(channel) => {
            onEdit({ channel });
          }}
        />
      )}
      {is(KIND.reverse) && pair.mentees.length === 1 && (
        <Check
          checked={pair.mirrors}
          onChange={(mirrors) => {
            onEdit({ mirrors });
          }}
        >
          Записать и встречную пару: те же люди, роли поменяны
        </Check>
      )}
    </div>
  );
}

function WantedRow({
  view,
  wanted,
  included,
  pinned,
  refused,
  onInclude,
  onEdit,
}: {
  view: PairingView;
  wanted: Wanted;
  included: boolean;
  pinned: boolean;
  /** Why the server did not take it. */
  refused: readonly string[];
  onInclude: (on: boolean) => void;
  onEdit: (edits: Edits) => void;
}) {
  const { pair, mentorName, menteeNames, obstacle, demands } = wanted;
  return (
    <li class={`wanted${included ? "" : " left-out"}`}>
      <Check checked={included} onChange={onInclude}>
        <b>{menteeNames}</b> — наставник {mentorName}
      </Check>
      <span class="row small">
        {pair.mentees.length > 1 && <Badge tone="accent">группа: {pair.mentees.length}</Badge>}
        {pinned && <Badge tone="accent">закреплено</Badge>}
        <span class="muted">
          {[pair.form, pair.kinds.join(", "), pair.directions.join(", ")].filter(Boolean).join(" · ")}
        </span>
      </span>
      {obstacle !== null && <p class="small fault-words">{obstacle}</p>}
      {[...demands, ...refused].map((sentence) => (
        <p key={sentence} class="small fault-words">
          {sentence}
        </p>
      ))}
      <details>
        <summary class="small">Форма, виды, направления</summary>
        <Fields view={view} wanted={wanted} onEdit={onEdit} />
      </details>
    </li>
  );
}

export function ProposeTab({
  view,
  picture,
  groups,
  outcome,
  onWrite,
  onClose,
}: {
  view: PairingView;
  picture: Picture;
  groups: readonly Group[];
  /** Of the last writing that was refused. */
  outcome: SavedPairs | null;
  onWrite: (pairs: PairToSave[]) => Promise<void>;
  onClose: () => void;
}) {
  const [edits, setEdits] = useState<Readonly<Record<string, Edits>>>({});
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [selfAgreed, setSelfAgreed] = useState(false);
  const all = wantedOf(view, picture, groups, edits);
  const wanted = all.filter(({ key, obstacle }) => obstacle === null && !leftOut.has(key));
  const people = wanted.reduce((sum, { pair }) => sum + pair.mentees.length, 0);
  const unmet = wanted.filter(({ demands }) => demands.length > 0).length;
  const self = wanted.some((one) => one.self);
  const refusedOf = ({ pair }: Wanted) =>
    outcome?.refused.find(
      (one) => one.mentor === pair.mentor && one.mentees.some((code) => pair.mentees.includes(code)),
    )?.reasons ?? [];
  if (all.length === 0) {
    return (
      <Empty title="Пока нечего предложить">
        <p>Закрепите пары на доске или нажмите «Подобрать всем».</p>
      </Empty>
    );
  }
  const include = (key: string, on: boolean) => {
    const next = new Set(leftOut);
    if (on) next.delete(key);
    else next.add(key);
    setLeftOut(next);
  };
  return (
    <>
      <div class="tab stack">
        <p>
          Проверьте пары и снимите отметку с тех, о ком ещё думаете. Срок: {dayWords(view.term.startsOn)} —{" "}
          {dayWords(view.term.endsOn)}. Баллы никуда не записываются.
        </p>
        {outcome !== null && outcome.refused.length > 0 && (
          <Notice tone="bad" title="Ничего не записано: за это время что-то изменилось">
            <ul class="plain small">
              {outcome.refused.map((refused) => (
                <li key={refused.index}>
                  {refused.menteeNames} — {refused.mentorName}: {refused.reasons.join(" ")}
                </li>
              ))}
            </ul>
            <p class="small">Снимите отметку с этих пар или обновите данные и подберите снова.</p>
          </Notice>
        )}
        <LongList items={all}>
          {(one) => (
            <WantedRow
              key={one.key}
              view={view}
              wanted={one}
              included={one.obstacle === null && !leftOut.has(one.key)}
              pinned={one.pair.mentees.every((mentee) => picture.pinned.has(mentee))}
              refused={refusedOf(one)}
              onInclude={(on) => {
                include(one.key, on);
              }}
              onEdit={(change) => {
                setEdits({ ...edits, [one.key]: { ...edits[one.key], ...change } });
              }}
            />
          )}
        </LongList>
      </div>
      <div class="actions">
        {self && (
          <Check checked={selfAgreed} onChange={setSelfAgreed}>
            В одной из пар — Вы. Подтверждаю, что участвую в ней и как куратор это учту
          </Check>
        )}
        {unmet > 0 && <p class="small fault-words">Не хватает сведений у пар: {unmet}. Они отмечены выше.</p>}
        <Confirm
          label={`Предложить: ${counted(wanted.length, PAIRS)}`}
          confirmLabel="Записать"
          disabled={wanted.length === 0 || unmet > 0 || (self && !selfAgreed)}
          question={`На вкладку «Пары» будет записано: ${counted(wanted.length, PAIRS)}, наставляемых — ${String(people)}. Статус — «предложена»; действовать пары начнут после рекомендации совета, согласий и приказа.`}
          onConfirm={() => onWrite(wanted.map(({ pair }) => pair))}
        />
        <Button onPress={onClose}>К доске</Button>
      </div>
    </>
  );
}

/** «2026-09-01» → «01.09.2026» */
function dayWords(day: string): string {
  return day.split("-").reverse().join(".");
}

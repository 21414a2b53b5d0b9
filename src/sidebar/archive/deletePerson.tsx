// One person's data: chosen by name, shown with what goes and what stays, deleted after the surname has been typed.
import { useState } from "preact/hooks";
import type { ArchiveView } from "../../lists/archive/archiveView";
import type { DeletionDone, DeletionPreview, DeletionReason } from "../../person/deletion/deletionView";
import { server } from "../shared/client";
import { Button, Notice, SelectField, TextField, Trouble } from "../shared/components";
import { Loaded, useAction } from "../shared/load";

const REASONS: readonly DeletionReason[] = ["отзыв согласия", "цель обработки достигнута"];
/** Names offered at once. */
const OFFERED = 8;
const LEAST_LETTERS = 2;

type People = ArchiveView["people"];

/** Choosing a person by a part of the name. */
export function DeletePerson({ people }: { people: People }) {
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  if (chosen !== null) {
    return (
      <>
        <Loaded load={() => server.previewDeletion(chosen)}>{(preview) => <Preview preview={preview} />}</Loaded>
        <Button
          kind="link"
          onPress={() => {
            setChosen(null);
            setQuery("");
          }}
        >
          Выбрать другого человека
        </Button>
      </>
    );
  }
  const wanted = plain(query);
  const found = wanted.length < LEAST_LETTERS ? [] : people.filter(({ fullName }) => plain(fullName).includes(wanted));
  return (
    <>
      <p class="small muted">
        По требованию человека или когда сведения больше не нужны (152-ФЗ, ст. 21). Сначала будет показано, что удалится
        и что обязано остаться.
      </p>
      <TextField name="Чьи сведения удалить" placeholder="Фамилия" value={query} onChange={setQuery} />
      <ul class="list">
        {found.slice(0, OFFERED).map(({ code, fullName, post }) => (
          <li key={code}>
            <Button
              kind="link"
              onPress={() => {
                setChosen(code);
              }}
            >
              {post ? `${fullName}, ${post}` : fullName}
            </Button>
          </li>
        ))}
      </ul>
      {found.length > OFFERED && <p class="small muted">Найдено: {found.length}. Введите имя точнее.</p>}
      {wanted.length >= LEAST_LETTERS && found.length === 0 && <p class="small muted">Никого не найдено.</p>}
    </>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="plain small">
        {lines.map((line) => (
          <li key={line} style={{ overflowWrap: "anywhere" }}>
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}

function Preview({ preview }: { preview: DeletionPreview }) {
  const [done, setDone] = useState<DeletionDone | null>(null);
  if (done) {
    return (
      <>
        <Notice tone="good" title="Сведения удалены">
          Удалено строк: {done.removed}, очищено строк: {done.cleared}.
        </Notice>
        <Lines title="Сделайте сами" lines={done.byHand} />
      </>
    );
  }
  return (
    <div class="card">
      <b>{preview.fullName}</b>
      {preview.blocks.length > 0 && (
        <Notice tone="bad" title="Сначала завершите пары">
          <ul class="plain">
            {preview.blocks.map((pair) => (
              <li key={pair}>{pair}</li>
            ))}
          </ul>
          Завершите или передайте их в «Карточке педагога».
        </Notice>
      )}
      {preview.done && <Notice tone="good" title="Удалять больше нечего" />}
      <Lines title="Удалится безвозвратно" lines={preview.goes} />
      <Lines title="Останется" lines={preview.stays.map(({ what, why }) => `${what}. ${why}`)} />
      <Lines title="Сделайте сами и учтите" lines={preview.byHand} />
      {preview.blocks.length === 0 && !preview.done && <Ask preview={preview} setDone={setDone} />}
    </div>
  );
}

function Ask({ preview, setDone }: { preview: DeletionPreview; setDone: (done: DeletionDone) => void }) {
  const [surname, setSurname] = useState("");
  const [reason, setReason] = useState<DeletionReason>("отзыв согласия");
  const { error, run } = useAction();
  return (
    <>
      <SelectField
        name="Основание"
        value={reason}
        options={REASONS.map((value) => ({ value, label: value }))}
        onChange={(value) => {
          setReason(REASONS.find((one) => one === value) ?? reason);
        }}
      />
      <TextField
        name="Введите фамилию для подтверждения"
        help="Отменить удаление будет нельзя."
        value={surname}
        onChange={setSurname}
      />
      {error !== null && <Trouble error={error} />}
      <Button
        kind="danger"
        disabled={plain(surname) === "" || plain(preview.fullName).split(" ")[0] !== plain(surname)}
        onPress={() =>
          run(async () => {
            setDone(await server.deletePerson({ person: preview.person, surname, reason }));
          })
        }
      >
        Удалить сведения
      </Button>
    </>
  );
}

function plain(text: string): string {
  return text.trim().toLowerCase().replace(/ё/g, "е").replace(/\s+/g, " ");
}

// Recording the written consents of one person, and the blanks to sign.
import { useState } from "preact/hooks";
import type { ConsentKind } from "../../bank/consentRules";
import type { PersonCard } from "../../person/cardView";
import { server } from "../shared/client";
import { Button, Check, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

/** A form for the kinds that are missing; the papers are signed by hand, here they are written down. */
export function RecordConsents({
  card,
  kinds,
  onDone,
  onCancel,
}: {
  card: PersonCard;
  kinds: readonly ConsentKind[];
  onDone: (said: string) => Promise<void>;
  onCancel: () => void;
}) {
  const [signed, setSigned] = useState<ReadonlySet<ConsentKind>>(() => new Set(kinds));
  const [givenOn, setGivenOn] = useState(card.today);
  const [validUntil, setValidUntil] = useState("");
  const [paper, setPaper] = useState("");
  const [blanks, setBlanks] = useState<readonly { name: string; link: string }[]>([]);
  const { error, run } = useAction();
  const record = () =>
    run(async () => {
      const { added } = await server.recordConsents({
        signed: [{ person: card.code, kinds: [...signed] }],
        givenOn,
        validUntil: validUntil === "" ? null : validUntil,
        paper: paper.trim() === "" ? null : paper.trim(),
      });
      await onDone(added === 0 ? "Эти согласия уже записаны." : `Записано согласий: ${added}.`);
    });
  return (
    <div class="card selected" role="group" aria-label="Записать согласия">
      <b>Подписанные согласия</b>
      {kinds.map((kind) => (
        <Check
          key={kind}
          checked={signed.has(kind)}
          onChange={(on) => {
            setSigned(new Set(kinds.filter((one) => (one === kind ? on : signed.has(one)))));
          }}
        >
          {kind}
        </Check>
      ))}
      <TextField name="Дата на документе" type="date" value={givenOn} onChange={setGivenOn} />
      <TextField
        name="Действует до"
        type="date"
        value={validUntil}
        onChange={setValidUntil}
        help="Пусто — до отзыва."
      />
      <TextField name="Где лежит" value={paper} onChange={setPaper} placeholder="папка, номер, ссылка на скан" />
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button kind="primary" disabled={signed.size === 0 || givenOn === ""} onPress={record}>
          Записать
        </Button>
        <Button onPress={onCancel}>Отмена</Button>
      </div>
      <Button
        kind="link"
        disabled={signed.size === 0}
        onPress={() =>
          run(async () => {
            setBlanks(await server.makeConsentForms({ people: [{ person: card.code, kinds: [...signed] }] }));
          })
        }
      >
        Ещё не подписано? Подготовить бланки
      </Button>
      {blanks.map(({ name, link }) => (
        <a key={link} class="small" href={link} target="_blank" rel="noreferrer">
          {name}
        </a>
      ))}
    </div>
  );
}

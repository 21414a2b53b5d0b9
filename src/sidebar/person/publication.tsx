// Recording a signed consent to publication: the list that the person has chosen, the page, the conditions.
import { useState } from "preact/hooks";
import type { Publishable } from "../../bank/consentRules";
import type { PersonCard } from "../../person/cardView";
import { server } from "../shared/client";
import { Button, Check, TextField, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

/** Every entry of the list of the tab «Согласия»; the compiler misses none. */
const LIST = Object.keys({
  "фамилия, имя, отчество": true,
  должность: true,
  "квалификационная категория": true,
  "педагогический стаж": true,
  "предмет (группа)": true,
  фотография: true,
  "отзыв о программе": true,
  "описание практики (кейс)": true,
  достижения: true,
} satisfies Record<Publishable, true>) as Publishable[];
const KIND = "распространение персональных данных";

/** Nothing is ticked at first: silence is no consent (152-ФЗ ст. 10.1 ч. 8). */
export function PublicationPart({
  card,
  onDone,
  onCancel,
}: {
  card: Pick<PersonCard, "today" | "code">;
  onDone: (said: string) => void | Promise<void>;
  onCancel: () => void;
}) {
  const [chosen, setChosen] = useState<readonly Publishable[]>([]);
  const [givenOn, setGivenOn] = useState(card.today);
  const [validUntil, setValidUntil] = useState("");
  const [resource, setResource] = useState("");
  const [conditions, setConditions] = useState("");
  const [paper, setPaper] = useState("");
  const [blank, setBlank] = useState<string | null>(null);
  const { error, run } = useAction();
  const record = () =>
    run(async () => {
      const { added } = await server.recordConsents({
        signed: [{ person: card.code, kinds: [KIND] }],
        givenOn,
        validUntil: validUntil === "" ? null : validUntil,
        paper: paper === "" ? null : paper,
        publication: { publishable: chosen, resource, conditions },
      });
      await onDone(added === 0 ? "Такое согласие уже записано." : "Согласие на распространение записано.");
    });
  return (
    <div class="card selected" role="group" aria-label="Согласие на распространение">
      <b>Согласие на распространение</b>
      <span class="small muted">Отметьте только то, что человек отметил в подписанном согласии.</span>
      {LIST.map((what) => (
        <Check
          key={what}
          checked={chosen.includes(what)}
          onChange={(on) => {
            setChosen(LIST.filter((one) => (one === what ? on : chosen.includes(one))));
          }}
        >
          {what}
        </Check>
      ))}
      <TextField
        name="Где публикуется"
        value={resource}
        onChange={setResource}
        placeholder="адрес сайта или страницы"
      />
      <TextField name="Условия и запреты" value={conditions} onChange={setConditions} />
      <TextField name="Дата на документе" type="date" value={givenOn} onChange={setGivenOn} />
      <TextField
        name="Действует до"
        type="date"
        value={validUntil}
        onChange={setValidUntil}
        help="Как в согласии; пусто — до отзыва."
      />
      <TextField name="Где лежит" value={paper} onChange={setPaper} placeholder="папка, номер, ссылка на скан" />
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button kind="primary" disabled={chosen.length === 0 || givenOn === ""} onPress={record}>
          Записать
        </Button>
        <Button onPress={onCancel}>Отмена</Button>
      </div>
      <Button
        kind="link"
        onPress={() =>
          run(async () => {
            const [made] = await server.makeConsentForms({ people: [{ person: card.code, kinds: [KIND] }] });
            setBlank(made?.link ?? null);
          })
        }
      >
        Ещё не подписано? Подготовить бланк
      </Button>
      {blank !== null && (
        <a class="small" href={blank} target="_blank" rel="noreferrer">
          Открыть бланк
        </a>
      )}
    </div>
  );
}

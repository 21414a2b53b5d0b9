// «Приказ о закреплении пар»: what is missing first, then the draft, then its number and date.
import { useState } from "preact/hooks";
import type { MissingConsents, OrderCheck, OrderMade, OrderPair } from "../../pairing/pairingView";
import { server } from "../shared/client";
import { Button, Check, Empty, Figure, Notice, Page, Section, TextField, Trouble } from "../shared/components";
import { Loaded, mount, useAction } from "../shared/load";
import { OwnTemplate } from "../shared/ownTemplate";

/** The paper consents that are still to be collected, with a tick for each person who has signed. */
function Consents({ check, reload }: { check: OrderCheck; reload: () => Promise<void> }) {
  const { missing } = check;
  const [signed, setSigned] = useState<ReadonlySet<string>>(new Set());
  const [givenOn, setGivenOn] = useState(check.today);
  const { error, run } = useAction();
  const toggle = (person: string, on: boolean) => {
    const next = new Set(signed);
    if (on) next.add(person);
    else next.delete(person);
    setSigned(next);
  };
  const record = () =>
    run(async () => {
      await server.recordConsents({
        givenOn,
        signed: missing.filter((one) => signed.has(one.person)).map(({ person, kinds }) => ({ person, kinds })),
        validUntil: null,
        paper: null,
      });
      setSigned(new Set());
      await reload();
    });
  return (
    <Section title="Не хватает письменных согласий">
      <p class="small muted">
        Без письменного согласия закреплять пару приказом нельзя (ст. 351.8 ТК РФ). Распечатайте бланки, соберите
        подписи и отметьте, кто подписал.
      </p>
      <div class="row">
        <Button
          kind="link"
          disabled={signed.size === missing.length}
          onPress={() => {
            setSigned(new Set(missing.map((one) => one.person)));
          }}
        >
          Отметить всех
        </Button>
        <ConsentForms missing={missing} />
      </div>
      <ul class="list">
        {missing.map((one) => (
          <li key={one.person}>
            <Check
              checked={signed.has(one.person)}
              onChange={(on) => {
                toggle(one.person, on);
              }}
            >
              <b>{one.name}</b>
              <br />
              <span class="small muted">{one.kinds.join("; ")}</span>
            </Check>
          </li>
        ))}
      </ul>
      <TextField name="Дата на согласиях" type="date" value={givenOn} onChange={setGivenOn} />
      {error !== null && <Trouble error={error} />}
      <Button kind="primary" disabled={signed.size === 0} onPress={record}>
        {`Записать согласия: ${signed.size}`}
      </Button>
    </Section>
  );
}

/** Blank consents as Google Docs, one per person and kind. */
function ConsentForms({ missing }: { missing: MissingConsents[] }) {
  const [made, setMade] = useState<{ name: string; link: string }[] | null>(null);
  const { error, run } = useAction();
  return (
    <div class="stack">
      <Button
        kind="link"
        onPress={() =>
          run(async () => {
            setMade(await server.makeConsentForms({ people: missing.map(({ person, kinds }) => ({ person, kinds })) }));
          })
        }
      >
        Подготовить бланки согласий
      </Button>
      {error !== null && <Trouble error={error} />}
      {made && (
        <details open>
          <summary>Готово бланков: {made.length}</summary>
          <ul class="plain small">
            {made.map((paper) => (
              <li key={paper.link}>
                <a href={paper.link} target="_blank" rel="noreferrer">
                  {paper.name}
                </a>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Blocked({ pairs }: { pairs: OrderPair[] }) {
  if (pairs.length === 0) return null;
  return (
    <Notice tone="warn" title={`Пока не войдут в приказ: ${pairs.length}`}>
      <ul class="plain">
        {pairs.map((pair) => (
          <li key={pair.code}>
            {pair.mentorName} — {pair.menteeNames}. <span class="muted">{pair.obstacles.join(" ")}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The council is no obstacle: the order may be made without it. */
function Unseen({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice title={`Без рекомендации совета наставников: ${count}`}>
      <p>
        Если совета в организации нет, это не мешает приказу. Если есть, отметьте протокол:{" "}
        <Button
          kind="link"
          onPress={async () => {
            await server.openMenuPage("openPairs");
          }}
        >
          Ход пар
        </Button>
      </p>
    </Notice>
  );
}

function Ready({ check, reload }: { check: OrderCheck; reload: () => Promise<void> }) {
  const [made, setMade] = useState<OrderMade | null>(null);
  const { error, run } = useAction();
  return (
    <Section title={`Готовы к приказу: ${check.ready.length}`}>
      <ul class="plain">
        {check.ready.map((pair) => (
          <li key={pair.code}>
            {pair.mentorName} — {pair.menteeNames}
            {pair.recommendation !== null && <span class="small muted"> ({pair.recommendation})</span>}
          </li>
        ))}
      </ul>
      <Unseen count={check.ready.filter(({ recommendation }) => recommendation === null).length} />
      {check.settings.length > 0 && (
        <Notice tone="warn" title="Сначала заполните сведения">
          <p>Откройте «Наставничество → Начало работы» и укажите: {check.settings.join(", ")}.</p>
        </Notice>
      )}
      {made && (
        <Notice tone={made.warnings.length > 0 ? "warn" : "good"} title="Проект приказа готов">
          {made.link && (
            <p>
              <a href={made.link} target="_blank" rel="noreferrer">
                Открыть проект приказа
              </a>
            </p>
          )}
          <p>
            При регистрации документ заполнится заново, поэтому данные правьте в таблице, а сам документ — только после
            регистрации.
          </p>
          {made.warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </Notice>
      )}
      {error !== null && <Trouble error={error} />}
      <Button
        kind="primary"
        disabled={check.ready.length === 0 || check.settings.length > 0}
        onPress={() =>
          run(async () => {
            setMade(await server.makeOrder({ pairs: check.ready.map((pair) => pair.code) }));
            await reload();
          })
        }
      >
        Подготовить проект приказа
      </Button>
      <OwnTemplate edit={() => server.editOrderTemplate()} />
    </Section>
  );
}

function Registration({
  draft,
  today,
  onDone,
  reload,
}: {
  draft: OrderCheck["drafts"][number];
  today: string;
  onDone: (order: OrderMade) => void;
  reload: () => Promise<void>;
}) {
  const [number, setNumber] = useState("");
  const [signedOn, setSignedOn] = useState(today);
  const { error, run } = useAction();
  return (
    <div class="card">
      <b>{draft.heading}</b>
      <span class="small muted">Пар в приказе: {draft.pairs}</span>
      {draft.link && (
        <a href={draft.link} target="_blank" rel="noreferrer">
          Открыть проект
        </a>
      )}
      <TextField
        name="Номер приказа"
        help="Как в журнале регистрации. Пусто — по образцу из «Настроек»."
        value={number}
        onChange={setNumber}
      />
      <TextField name="Дата приказа" type="date" value={signedOn} onChange={setSignedOn} />
      {error !== null && <Trouble error={error} />}
      <Button
        kind="primary"
        onPress={() =>
          run(async () => {
            onDone(await server.registerOrder({ document: draft.document, number, signedOn }));
            await reload();
          })
        }
      >
        Зарегистрировать
      </Button>
    </div>
  );
}

/** What comes after the signature: the pairs are in force, and each needs its programme. */
function Registered({ order }: { order: OrderMade }) {
  return (
    <Notice
      tone={order.warnings.length > 0 ? "warn" : "good"}
      title={`Приказ зарегистрирован, пар в нём: ${order.pairs}`}
    >
      {order.link && (
        <p>
          <a href={order.link} target="_blank" rel="noreferrer">
            Открыть приказ
          </a>
        </p>
      )}
      {order.warnings.map((warning) => (
        <p key={warning}>{warning}</p>
      ))}
      <p>Пары действуют. Дальше составьте программы: «Наставничество → Программы пар».</p>
    </Notice>
  );
}

function Order({ check, reload }: { check: OrderCheck; reload: () => Promise<void> }) {
  const [registered, setRegistered] = useState<OrderMade | null>(null);
  const nothing = check.ready.length + check.blocked.length + check.drafts.length === 0;
  if (nothing) {
    return registered ? (
      <Registered order={registered} />
    ) : (
      <Empty title="Нет пар, которые ждут приказа">
        <p>Подберите пары: «Наставничество → Подбор пар».</p>
      </Empty>
    );
  }
  return (
    <>
      {registered && <Registered order={registered} />}
      <div class="figures">
        <Figure value={check.ready.length} label="готовы к приказу" />
        <Figure value={check.blocked.length} label="пока не войдут" />
      </div>
      {check.missing.length > 0 && <Consents check={check} reload={reload} />}
      <Blocked pairs={check.blocked} />
      {check.ready.length > 0 && <Ready check={check} reload={reload} />}
      {check.drafts.length > 0 && (
        <Section title="Ждут регистрации">
          {check.drafts.map((draft) => (
            <Registration
              key={draft.document}
              draft={draft}
              today={check.today}
              onDone={setRegistered}
              reload={reload}
            />
          ))}
        </Section>
      )}
    </>
  );
}

mount(
  <Page title="Приказ о закреплении пар">
    <Loaded load={() => server.loadOrder()}>{(check, reload) => <Order check={check} reload={reload} />}</Loaded>
  </Page>,
);

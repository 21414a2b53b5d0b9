// Two rows that may be one person, side by side; joined only as they were shown and only when the curator says so.
import { useState } from "preact/hooks";
import type { TwinsView } from "../../dataCheck/dataCheckView";
import { server } from "../shared/client";
import { Busy, Button, Confirm, Notice, SelectField, Trouble } from "../shared/components";
import { Loaded, useAction } from "../shared/load";

interface TwinsProps {
  first: string;
  second: string;
  /** The rows are one now, or are known to be two people. */
  onJoined: (said: string) => Promise<void>;
}

export function Twins({ first, second, onJoined }: TwinsProps) {
  return (
    <Loaded load={() => server.compareTwins(first, second)}>
      {(view) => <SideBySide view={view} onJoined={onJoined} />}
    </Loaded>
  );
}

function SideBySide({ view, onJoined }: { view: TwinsView; onJoined: TwinsProps["onJoined"] }) {
  const [one, other] = view.codes;
  const [keep, setKeep] = useState(one);
  const [joining, setJoining] = useState(false);
  const { error, run } = useAction();
  const drop = keep === one ? other : one;
  return (
    <div class="stack twins">
      <table class="small">
        <thead>
          <tr>
            <th scope="col">{one}</th>
            <th scope="col">{other}</th>
          </tr>
        </thead>
        <tbody>
          {view.lines.map(({ heading, first, second }) => (
            <tr key={heading} class={first === second ? "same" : "differs"}>
              <td>
                <span class="muted">{heading}</span>
                <br />
                {first === "" ? "—" : first}
              </td>
              <td>
                <span class="muted">{heading}</span>
                <br />
                {second === "" ? "—" : second}
              </td>
            </tr>
          ))}
          <tr>
            {view.uses.map((uses, index) => (
              <td key={view.codes[index]}>
                <span class="muted">На других вкладках</span>
                <br />
                {uses === "" ? "—" : uses}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {view.against !== null ? (
        <Notice tone="warn" title="Объединить нельзя">
          {view.against}
        </Notice>
      ) : (
        <>
          <SelectField
            name="Оставить строку"
            value={keep}
            options={view.codes.map((code) => ({ value: code, label: code }))}
            onChange={setKeep}
          />
          {joining ? (
            <Busy>Объединяю строки…</Busy>
          ) : (
            <Confirm
              label="Объединить…"
              kind="plain"
              confirmLabel="Объединить"
              question={
                <>
                  Всё, что относится к {drop}, перейдёт к {keep}, пустые ячейки заполнятся, разные значения сохранятся в
                  примечании. Строка {drop} будет удалена.
                </>
              }
              onConfirm={() =>
                run(async () => {
                  setJoining(true);
                  try {
                    const { moved } = await server.joinPeople({ keep, drop, stamp: view.stamp });
                    await onJoined(`Строки объединены, перенесено ссылок: ${moved}.`);
                  } finally {
                    setJoining(false);
                  }
                })
              }
            />
          )}
        </>
      )}
      {!joining && (
        <Button
          onPress={() =>
            run(async () => {
              await server.partPeople(one, other);
              await onJoined("Записано: это разные люди. Вместе эти строки больше не покажутся.");
            })
          }
        >
          Это разные люди
        </Button>
      )}
      {error !== null && <Trouble error={error} />}
    </div>
  );
}

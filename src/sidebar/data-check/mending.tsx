// What the program would mend: before and after, cell by cell; nothing is written before the curator agrees.
import { useState } from "preact/hooks";
import type { ProposedMend } from "../../dataCheck/dataCheckView";
import { server } from "../shared/client";
import { Button, Check, Notice, Trouble } from "../shared/components";
import { useAction } from "../shared/load";

const SHOWN = 30;

export function Mending({
  check,
  tab,
  count,
  onMended,
}: {
  check: string;
  /** Only what stands on this tab; "" for all tabs. */
  tab: string;
  count: number;
  onMended: (said: string) => Promise<void>;
}) {
  const [mends, setMends] = useState<ProposedMend[] | null>(null);
  const [kept, setKept] = useState<ReadonlySet<number>>(new Set());
  const [shown, setShown] = useState(SHOWN);
  const { error, run } = useAction();
  const load = () =>
    run(async () => {
      const proposed = await server.proposeMends(check);
      setKept(new Set());
      setMends(proposed.filter((mend) => tab === "" || mend.tab === tab));
    });
  const write = () =>
    run(async () => {
      const confirmed = (mends ?? [])
        .filter((_, index) => !kept.has(index))
        .map(({ table, code, column, before, after }) => ({ table, code, column, before, after }));
      const { mended, left } = await server.mendData(check, confirmed);
      const rest = left > 0 ? ` Не тронуто: ${left} — эти ячейки уже изменили.` : "";
      await onMended(`Исправлено: ${mended}.${rest}`);
    });
  if (mends === null) {
    return (
      <div class="stack">
        <div>
          <Button onPress={load}>{tab === "" ? `Исправить ${count}…` : "Исправить…"}</Button>
        </div>
        {error !== null && <Trouble error={error} />}
      </div>
    );
  }
  const chosen = mends.length - kept.size;
  return (
    <div class="stack mending" role="group" aria-label="Что будет исправлено">
      {mends.length === 0 && <Notice>Здесь исправлять нечего.</Notice>}
      <ul class="list">
        {mends.slice(0, shown).map((mend, index) => (
          <li key={`${mend.table}${mend.code}${mend.column}`}>
            <Check
              checked={!kept.has(index)}
              onChange={(checked) => {
                const next = new Set(kept);
                if (checked) next.delete(index);
                else next.add(index);
                setKept(next);
              }}
            >
              <span class="small muted">
                {mend.who !== "" && mend.heading !== "ФИО" ? `${mend.who}, ` : ""}
                {mend.tab}, {mend.code}, {mend.heading}
              </span>
              <span class="change">
                <del>{mend.before === "" ? "пусто" : mend.before}</del> → <ins>{mend.after}</ins>
              </span>
            </Check>
          </li>
        ))}
      </ul>
      {mends.length > shown && (
        <Button
          kind="link"
          onPress={() => {
            setShown(shown + 5 * SHOWN);
          }}
        >
          Показать ещё {mends.length - shown}
        </Button>
      )}
      {error !== null && <Trouble error={error} />}
      <div class="row">
        <Button kind="primary" disabled={chosen === 0} onPress={write}>
          Исправить {chosen}
        </Button>
        <Button
          onPress={() => {
            setMends(null);
          }}
        >
          Отмена
        </Button>
      </div>
    </div>
  );
}

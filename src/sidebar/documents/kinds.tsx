// «Подготовить»: every kind of paper by group, those that somebody waits for in sight.
import { useState } from "preact/hooks";
import { PAPER_GROUPS } from "../../papers/paperKind";
import type { KindView } from "../../papers/papersView";
import { Badge, Button, Empty, TextField } from "../shared/components";
import { matches } from "./parts";

function Kind({ kind, onOpen }: { kind: KindView; onOpen: (kind: KindView) => void | Promise<void> }) {
  return (
    <li class="stack kind">
      <div class="row between">
        <Button kind="link" onPress={() => onOpen(kind)}>
          {kind.title}
        </Button>
        {kind.wanted > 0 && <Badge tone="warn">{`ждут: ${kind.wanted}`}</Badge>}
      </div>
      <span class="small muted">
        {kind.purpose}
        {kind.basis !== "" && ` Основание: ${kind.basis}.`}
        {kind.page !== null && " Откроется отдельная страница."}
      </span>
    </li>
  );
}

export function Kinds({
  kinds,
  onOpen,
}: {
  kinds: readonly KindView[];
  onOpen: (kind: KindView) => void | Promise<void>;
}) {
  const [typed, setTyped] = useState("");
  const isSearch = typed.trim() !== "";
  const found = kinds.filter((kind) => matches(typed, `${kind.title} ${kind.purpose} ${kind.basis}`));
  return (
    <>
      <TextField name="Найти документ" placeholder="например, соглашение" value={typed} onChange={setTyped} />
      {found.length === 0 && <Empty title="Такого документа нет">Попробуйте другое слово.</Empty>}
      <div>
        {PAPER_GROUPS.map((group) => ({ group, own: found.filter((kind) => kind.group === group) }))
          .filter(({ own }) => own.length > 0)
          .map(({ group, own }) => {
            const wanted = own.reduce((sum, kind) => sum + kind.wanted, 0);
            return (
              <details key={`${group}${isSearch ? " found" : ""}`} class="fold" open={isSearch || wanted > 0}>
                <summary>
                  {group}{" "}
                  <Badge tone={wanted > 0 ? "warn" : "info"}>{wanted > 0 ? `ждут: ${wanted}` : own.length}</Badge>
                </summary>
                <ul class="list">
                  {own.map((kind) => (
                    <Kind key={kind.key} kind={kind} onOpen={onOpen} />
                  ))}
                </ul>
              </details>
            );
          })}
      </div>
    </>
  );
}

// The page's first answer: which documents are waited for now, and where to go for each.
import type { DocumentView, KindView } from "../../papers/papersView";
import { Badge, Busy, Button, Notice } from "../shared/components";
import { isUnseen } from "./status";

/** So many kinds are named at once. */
const NAMED = 4;

function Line({ count, children, onPress }: { count: number; children: string; onPress: () => void | Promise<void> }) {
  return (
    <li class="row between">
      <Button kind="link" onPress={onPress}>
        {children}
      </Button>
      <Badge tone="warn">{count}</Badge>
    </li>
  );
}

export function Waiting({
  kinds,
  register,
  counted,
  onKind,
  onWaiting,
  onUnseen,
}: {
  kinds: readonly KindView[];
  register: readonly DocumentView[];
  /** Whom papers are wanted for is known. */
  counted: boolean;
  onKind: (kind: KindView) => void | Promise<void>;
  onWaiting: () => void;
  onUnseen: () => void;
}) {
  const wanted = kinds.filter((kind) => kind.wanted > 0);
  const count = (is: (document: DocumentView) => boolean): number => register.filter(is).length;
  const drafts = count(({ waits }) => waits);
  const unseen = count(isUnseen);
  if (wanted.length + drafts + unseen === 0) {
    if (!counted) return <Busy>Смотрю, какие документы нужны…</Busy>;
    return <Notice tone="good">Сейчас ни один документ не ждёт: всё подготовлено и зарегистрировано.</Notice>;
  }
  return (
    <section class="card" aria-label="Что ждёт сейчас">
      <h2>Ждут сейчас</h2>
      <ul class="list">
        {drafts > 0 && (
          <Line count={drafts} onPress={onWaiting}>
            Проекты без подписи и номера
          </Line>
        )}
        {unseen > 0 && (
          <Line count={unseen} onPress={onUnseen}>
            Ознакомлены не все
          </Line>
        )}
      </ul>
      {wanted.length > 0 && (
        <>
          <span class="small muted">Ещё не подготовлены:</span>
          <ul class="list">
            {wanted.slice(0, NAMED).map((kind) => (
              <Line key={kind.key} count={kind.wanted} onPress={() => onKind(kind)}>
                {kind.title}
              </Line>
            ))}
          </ul>
        </>
      )}
      {!counted && <Busy>Смотрю, какие ещё нужны…</Busy>}
      {wanted.length > NAMED && <span class="small muted">И ещё видов: {wanted.length - NAMED} — ниже, в списке.</span>}
    </section>
  );
}

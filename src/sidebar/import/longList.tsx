// A list that may hold a thousand rows: the page draws a handful, and more on demand.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../shared/components";

const STEP = 20;

/** `total` is how many there are where the page was given only the first of them. */
export function LongList<T>({
  items,
  total = items.length,
  children,
}: {
  items: readonly T[];
  total?: number;
  children: (item: T) => ComponentChildren;
}) {
  const [shown, setShown] = useState(STEP);
  const rest = items.length - shown;
  return (
    <>
      <ul class="list" style={{ marginTop: "8px" }}>
        {items.slice(0, shown).map(children)}
      </ul>
      {rest > 0 && (
        <Button
          kind="link"
          onPress={() => {
            setShown(shown + STEP * 2);
          }}
        >
          Показать ещё {Math.min(rest, STEP * 2)}
        </Button>
      )}
      {rest <= 0 && total > items.length && (
        <p class="small muted">Показаны первые {items.length}, остальные можно проверить в таблице после записи.</p>
      )}
    </>
  );
}

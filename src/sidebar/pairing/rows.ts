// What both lists of the board share: rows that are drawn anew only when they change, and walking about by keys.
import type { VNode } from "preact";
import { useEffect, useRef } from "preact/hooks";

const PAGE = 8;

/**
 * Rows of a long list. A row whose data are those of before is handed back as it was, and Preact does not look into it:
 * choosing one of 300 people redraws two rows.
 */
export function useRows<T extends { key: string }>(data: readonly T[], draw: (row: T) => VNode): VNode[] {
  const drawn = useRef<ReadonlyMap<string, { row: T; node: VNode }>>(new Map());
  const next = new Map<string, { row: T; node: VNode }>();
  const nodes = data.map((row) => {
    const before = drawn.current.get(row.key);
    const kept = before && isSameRow(before.row, row) ? before : { row, node: draw(row) };
    next.set(row.key, kept);
    return kept.node;
  });
  drawn.current = next;
  return nodes;
}

function isSameRow<T extends object>(before: T, after: T): boolean {
  const keys = Object.keys(after) as (keyof T)[];
  return keys.every((key) => before[key] === after[key]);
}

/** Arrow keys over a list box: the current row moves, stays in sight and is told to the curator by the page. */
export function useWalk({
  codes,
  current,
  idOf,
  onMove,
  onEnter,
  onEscape,
  onDelete,
}: {
  codes: readonly string[];
  current: string | null;
  idOf: (code: string) => string;
  onMove: (code: string) => void;
  onEnter: () => void;
  onEscape?: () => void;
  onDelete?: () => void;
}): { onKeyDown: (event: KeyboardEvent) => void } {
  useEffect(() => {
    if (current !== null) document.getElementById(idOf(current))?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const moveTo = (index: number) => {
    const code = codes[Math.max(0, Math.min(codes.length - 1, index))];
    if (code !== undefined) onMove(code);
  };
  const at = current === null ? -1 : codes.indexOf(current);
  const keys: Readonly<Record<string, (() => void) | undefined>> = {
    ArrowDown: () => {
      moveTo(at + 1);
    },
    ArrowUp: () => {
      moveTo(at - 1);
    },
    PageDown: () => {
      moveTo(at + PAGE);
    },
    PageUp: () => {
      moveTo(at - PAGE);
    },
    Home: () => {
      moveTo(0);
    },
    End: () => {
      moveTo(codes.length - 1);
    },
    Enter: onEnter,
    " ": onEnter,
    Escape: onEscape,
    Delete: onDelete,
    Backspace: onDelete,
  };
  return {
    onKeyDown: (event) => {
      const act = keys[event.key];
      if (act === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      act();
    },
  };
}

// What each key does in the grid, as a table.
import { type Block, type Ground, leap, type Position, single, step } from "./selection";

/** What a key asks for. */
export type KeyAction =
  { kind: "select"; block: Block } | { kind: "edit" } | { kind: "clear" } | { kind: "toggle" } | { kind: "menu" };

const ARROWS: Record<string, [-1 | 0 | 1, -1 | 0 | 1]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};
const PAGE_ROWS = 20;

function moved(event: KeyboardEvent, block: Block, to: Position, from: Position): KeyAction {
  return {
    kind: "select",
    block: event.shiftKey && event.key !== "Tab" ? { anchor: block.anchor, head: to } : single(to === from ? from : to),
  };
}

function arrow(event: KeyboardEvent, block: Block, ground: Ground): KeyAction | null {
  const way = ARROWS[event.key];
  if (!way) return null;
  const from = event.shiftKey ? block.head : block.anchor;
  const go = event.ctrlKey || event.metaKey ? leap : step;
  return moved(event, block, go(ground, from, way[0], way[1]), from);
}

function paged(block: Block, ground: Ground, by: 1 | -1): KeyAction {
  let at = block.anchor;
  for (let count = 0; count < PAGE_ROWS; count += 1) at = step(ground, at, by, 0);
  return { kind: "select", block: single(at) };
}

const edge = (event: KeyboardEvent, block: Block, to: Position): KeyAction => moved(event, block, to, block.anchor);

const NAMED: Record<string, (event: KeyboardEvent, block: Block, ground: Ground) => KeyAction> = {
  Enter: (event, block, ground) =>
    event.shiftKey ? { kind: "select", block: single(step(ground, block.anchor, -1, 0)) } : { kind: "edit" },
  F2: () => ({ kind: "edit" }),
  Tab: (event, block, ground) => ({
    kind: "select",
    block: single(step(ground, block.anchor, 0, event.shiftKey ? -1 : 1)),
  }),
  Delete: () => ({ kind: "clear" }),
  Backspace: () => ({ kind: "clear" }),
  " ": () => ({ kind: "toggle" }),
  ContextMenu: () => ({ kind: "menu" }),
  PageDown: (_, block, ground) => paged(block, ground, 1),
  PageUp: (_, block, ground) => paged(block, ground, -1),
  Home: (event, block) =>
    edge(event, block, event.ctrlKey ? { row: 1, column: 1 } : { row: block.anchor.row, column: 1 }),
  End: (event, block, ground) =>
    edge(event, block, {
      row: event.ctrlKey ? Math.max(1, ground.lastRow) : block.anchor.row,
      column: Math.max(1, ground.lastColumn),
    }),
};

/** The action of a key; null: the grid has none. Letters are no actions: they are typed into the field that waits for them. */
export function actionOf(event: KeyboardEvent, block: Block, ground: Ground): KeyAction | null {
  const isCommand = event.ctrlKey || event.metaKey;
  const moving = arrow(event, block, ground);
  if (moving) return moving;
  if (isCommand && event.code === "KeyA") {
    const head = { row: Math.max(1, ground.lastRow), column: Math.max(1, ground.lastColumn) };
    return { kind: "select", block: { anchor: { row: 1, column: 1 }, head } };
  }
  if (event.shiftKey && event.key === "F10") return { kind: "menu" };
  const named = isCommand && event.key !== "Home" && event.key !== "End" ? undefined : NAMED[event.key];
  if (named) return named(event, block, ground);
  return null;
}

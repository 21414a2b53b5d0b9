// The menu that opens over cells, row numbers and column letters.
import { perform } from "../api";
import type { MenuLine } from "../dropdown";
import { counted } from "../words";
import { type Block, boundsOf } from "./selection";

type Lines = "rows" | "columns";

/** Where edits go, and who hears of their failures. */
export interface EditTarget {
  id: string;
  sheetId: number;
  attempt: (work: Promise<unknown>) => void;
}

const rowsCounted = (count: number): string => counted(count, "строку", "строки", "строк");
const columnsCounted = (count: number): string => counted(count, "столбец", "столбца", "столбцов");

/** The lines for a block: cells, whole rows (`rows`) or whole columns (`columns`). */
export function gridMenuLines(target: EditTarget, block: Block, lines: Lines | null): MenuLine[] {
  const bounds = boundsOf(block);
  return [
    ...(lines === "columns" ? [] : lineItems(target, "rows", bounds.row, bounds.rows)),
    ...(lines === null ? [{ kind: "separator" } as const] : []),
    ...(lines === "rows" ? [] : lineItems(target, "columns", bounds.column, bounds.columns)),
    { kind: "separator" },
    ...(lines === "rows" ? [] : sortItems(target, bounds.column)),
    {
      kind: "item",
      label: "Очистить содержимое",
      hint: "Delete",
      onChoose: () => {
        const { id, sheetId, attempt } = target;
        attempt(perform("clearBlock", { id, sheetId, rect: bounds }));
      },
    },
  ];
}

function lineItems({ id, sheetId, attempt }: EditTarget, axis: Lines, at: number, count: number): MenuLine[] {
  const named = axis === "rows" ? rowsCounted(count) : columnsCounted(count);
  const [before, after] = axis === "rows" ? ["выше", "ниже"] : ["слева", "справа"];
  const item = (label: string, onChoose: () => void): MenuLine => ({ kind: "item", label, onChoose });
  return [
    item(`Вставить ${named} ${before}`, () => {
      attempt(perform("insertLines", { id, sheetId, axis, at, count }));
    }),
    item(`Вставить ${named} ${after}`, () => {
      attempt(perform("insertLines", { id, sheetId, axis, at: at + count, count }));
    }),
    item(`Удалить ${named}`, () => {
      attempt(perform("deleteLines", { id, sheetId, axis, at, count }));
    }),
    item(`Скрыть ${named}`, () => {
      attempt(perform("hideLines", { id, sheetId, axis, at, count, hidden: true }));
    }),
    item(axis === "rows" ? "Показать скрытые строки рядом" : "Показать скрытые столбцы рядом", () => {
      const first = Math.max(1, at - 1);
      attempt(perform("hideLines", { id, sheetId, axis, at: first, count: count + 2, hidden: false }));
    }),
  ];
}

function sortItems({ id, sheetId, attempt }: EditTarget, column: number): MenuLine[] {
  return [true, false].map((ascending) => ({
    kind: "item",
    label: ascending ? "Сортировать лист от А до Я" : "Сортировать лист от Я до А",
    onChoose: () => {
      attempt(perform("sortTab", { id, sheetId, column, ascending }));
    },
  }));
}

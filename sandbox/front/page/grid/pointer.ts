// What the pointer points at in the grid, and which block a click there selects.
import type { SheetView } from "../../operations/bookView";
import { type Block, boundsOf } from "./selection";

/** A cell, or the head of a row or a column. */
export interface Pointed {
  row: number;
  column: number;
  head: string | null;
}

/** The cell under the pointer. */
export function placeOf(target: EventTarget | null): Pointed | null {
  const element = target instanceof Element ? target.closest<HTMLElement>("[data-row],[data-column]") : null;
  if (!element) return null;
  const { row = "0", column = "0", head = null } = element.dataset;
  return { row: Number(row), column: Number(column), head };
}

/** Where a menu opens: kept inside the window. */
export function menuPlace({ x, y }: { x: number; y: number }): Record<string, string> {
  const left = Math.min(x, window.innerWidth - 320);
  return y > window.innerHeight / 2
    ? { left: `${left}px`, bottom: `${window.innerHeight - y}px` }
    : { left: `${left}px`, top: `${y}px` };
}

/** The block that a click selects; with Shift it grows from `extended`. */
export function blockFrom(place: Pointed, sheet: SheetView, extended: Block | null): Block {
  const { row, column, head } = place;
  if (head === "row") {
    return { anchor: { row: extended?.anchor.row ?? row, column: 1 }, head: { row, column: sheet.maxColumns } };
  }
  if (head === "column") {
    return { anchor: { row: 1, column: extended?.anchor.column ?? column }, head: { row: sheet.maxRows, column } };
  }
  return { anchor: extended?.anchor ?? { row, column }, head: { row, column } };
}

/** Whether a block lies within another. */
export function covers(outer: Block, inner: Block): boolean {
  const [a, b] = [boundsOf(outer), boundsOf(inner)];
  return (
    b.row >= a.row &&
    b.column >= a.column &&
    b.row + b.rows <= a.row + a.rows &&
    b.column + b.columns <= a.column + a.columns
  );
}

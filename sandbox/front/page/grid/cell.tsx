// One row and one cell of the grid.
import type { CSSProperties } from "preact";
import { memo } from "preact/compat";
import { columnName } from "../../../spreadsheet/rect";
import type { Rect, Style } from "../../../spreadsheet/model";
import type { SheetView, ShownCell } from "../../operations/bookView";
import { localPage } from "../../links";
import { Icon } from "../icons";
import { HEADER_WIDTH, type Layout } from "./layout";

interface RowProps {
  sheet: SheetView;
  layout: Layout;
  row: number;
  /** The part of the selection in this row; 0 where there is none. */
  from: number;
  to: number;
  active: number;
  frozen: boolean;
}

const VERTICAL: Record<string, string> = { top: "flex-start", middle: "center", bottom: "flex-end" };
const LINES: Record<string, string> = { underline: "underline", "line-through": "line-through" };

function styleOf(look: Style | undefined): CSSProperties {
  if (!look) return {};
  return {
    ...(look.background === undefined ? {} : { background: look.background }),
    ...(look.fontColor === undefined ? {} : { color: look.fontColor }),
    ...(look.fontWeight === undefined ? {} : { fontWeight: look.fontWeight }),
    ...(look.fontStyle === undefined ? {} : { fontStyle: look.fontStyle }),
    ...(look.fontSize === undefined ? {} : { fontSize: `${look.fontSize}pt` }),
    ...(look.fontFamily === undefined ? {} : { fontFamily: look.fontFamily }),
    ...(look.fontLine === undefined ? {} : { textDecoration: LINES[look.fontLine] ?? "none" }),
    ...(look.vertical === undefined ? {} : { alignItems: VERTICAL[look.vertical] ?? "flex-end" }),
    ...bordersOf(look),
  };
}

function bordersOf({ borders }: Style): CSSProperties {
  const line = (side: { style: string; color: string }): string =>
    `${/THICK/.test(side.style) ? 2 : 1}px ${/DOT/.test(side.style) ? "dotted" : /DASH/.test(side.style) ? "dashed" : "solid"} ${side.color}`;
  return {
    ...(borders?.bottom ? { borderBottom: line(borders.bottom) } : {}),
    ...(borders?.right ? { borderRight: line(borders.right) } : {}),
    ...(borders?.top ? { borderTop: line(borders.top) } : {}),
    ...(borders?.left ? { borderLeft: line(borders.left) } : {}),
  };
}

const ALIGN: Record<string, string> = {
  left: "flex-start",
  start: "flex-start",
  center: "center",
  right: "flex-end",
  end: "flex-end",
};

function alignOf(cell: ShownCell | null, look: Style | undefined): string {
  const set = look?.horizontal === undefined ? undefined : ALIGN[look.horizontal];
  if (set !== undefined) return set;
  return cell?.kind === "number" ? "flex-end" : cell?.kind === "boolean" ? "center" : "flex-start";
}

/** How far a text may run over empty neighbours on its right. */
function roomFor(sheet: SheetView, layout: Layout, row: number, column: number): number {
  const cells = sheet.rows[row - 1] ?? [];
  let room = layout.widths[column - 1] ?? 0;
  for (let at = column; at < Math.min(sheet.maxColumns, column + 8); at += 1) {
    if (cells[at]?.t !== undefined || at === sheet.frozenColumns) break;
    room += layout.widths[at] ?? 0;
  }
  return room;
}

function mergeAt(sheet: SheetView, row: number, column: number): Rect | undefined {
  return sheet.merges.find(
    (rect) =>
      row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns,
  );
}

function spanOf(sizes: number[], from: number, count: number): number {
  return sizes.slice(from - 1, from - 1 + count).reduce((sum, size) => sum + size, 0);
}

/** Where a cell stands, and what is in it. */
interface CellProps {
  sheet: SheetView;
  layout: Layout;
  row: number;
  column: number;
  inRange: boolean;
  isActive: boolean;
}

function CellText({ sheet, layout, row, column, cell }: CellProps & { cell: ShownCell }) {
  const look = lookOf(sheet, cell);
  const wraps = look?.wrap === "WRAP";
  const isPlain = cell.kind === undefined && ruleOf(sheet, cell)?.kind !== "list";
  const spills = isPlain && !wraps && look?.wrap !== "CLIP";
  return (
    <span
      class={wraps ? "text wraps" : spills ? "text spills" : "text"}
      style={spills ? { maxWidth: `${roomFor(sheet, layout, row, column) - 6}px` } : undefined}
    >
      {cell.link === undefined ? (
        cell.t
      ) : (
        <a href={localPage(cell.link) ?? cell.link} target="_blank" rel="noreferrer" tabIndex={-1}>
          {cell.t}
        </a>
      )}
    </span>
  );
}

/** The contents of a cell: a checkbox, or a text with the mark of its drop-down. */
function Contents(props: CellProps & { cell: ShownCell }) {
  const { sheet, cell } = props;
  const rule = ruleOf(sheet, cell);
  if (rule?.kind === "checkbox") {
    const on = rule.options.length === 0 ? TRUE_TEXTS.includes(cell.t ?? "") : cell.t === rule.options[0];
    return <span class={on ? "tick on" : "tick"} role="checkbox" aria-checked={on} aria-label={on ? "Да" : "Нет"} />;
  }
  return (
    <>
      {cell.t !== undefined && <CellText {...props} />}
      {rule?.kind === "list" && (
        <span class="drop" data-drop="" aria-hidden="true">
          <Icon name="down" size={12} />
        </span>
      )}
    </>
  );
}

const TRUE_TEXTS = ["ИСТИНА", "TRUE"];

const lookOf = (sheet: SheetView, cell: ShownCell | null): Style | undefined =>
  cell?.s === undefined ? undefined : sheet.looks[cell.s];
const ruleOf = (sheet: SheetView, cell: ShownCell) => (cell.d === undefined ? undefined : sheet.rules[cell.d]);

/** A merged block is drawn by its first cell; its other cells in the same row are left out, those below are see-through. */
type Part = "alone" | "first" | "left out" | "covered";

function partOf(merge: Rect | undefined, row: number, column: number): Part {
  if (!merge) return "alone";
  if (row === merge.row) return column === merge.column ? "first" : "left out";
  return "covered";
}

function sizeOf(layout: Layout, merge: Rect | undefined, part: Part, column: number): CSSProperties {
  if (!merge || part !== "first") return { width: `${layout.widths[column - 1] ?? 0}px` };
  return {
    width: `${spanOf(layout.widths, merge.column, merge.columns)}px`,
    ...(merge.rows > 1 ? { height: `${spanOf(layout.heights, merge.row, merge.rows)}px`, zIndex: 1 } : {}),
  };
}

function classesOf({ sheet, column, inRange, isActive }: CellProps, cell: ShownCell | null, part: Part): string {
  const marks: [boolean, string][] = [
    [inRange, "in-range"],
    [isActive, "active"],
    [column <= sheet.frozenColumns, "frozen"],
    [column === sheet.frozenColumns, "last-frozen"],
    [cell?.note !== undefined, "noted"],
    [cell?.wrong === true, "wrong"],
    [part === "covered", "covered"],
  ];
  return ["cell", ...marks.filter(([on]) => on).map(([, name]) => name)].join(" ");
}

function Cell(props: CellProps) {
  const { sheet, layout, row, column, inRange } = props;
  const merge = mergeAt(sheet, row, column);
  const part = partOf(merge, row, column);
  if (part === "left out") return null;
  const cell = part === "covered" ? null : (sheet.rows[row - 1]?.[column - 1] ?? null);
  const look = lookOf(sheet, cell);
  const name = `${columnName(column)}${row}`;
  const left = column <= sheet.frozenColumns ? { left: `${HEADER_WIDTH + (layout.lefts[column - 1] ?? 0)}px` } : {};
  return (
    <div
      class={classesOf(props, cell, part)}
      role="gridcell"
      id={`cell-${name}`}
      data-testid={`cell-${name}`}
      data-row={row}
      data-column={column}
      aria-colindex={column}
      aria-selected={inRange}
      style={{ ...styleOf(look), justifyContent: alignOf(cell, look), ...sizeOf(layout, merge, part, column), ...left }}
    >
      {cell && <Contents {...props} cell={cell} />}
    </div>
  );
}

/** A row with its number. Redrawn only when something in it changes. */
export const GridRow = memo(function GridRow({ sheet, layout, row, from, to, active, frozen }: RowProps) {
  const height = `${layout.heights[row - 1] ?? 0}px`;
  const columns = Array.from({ length: sheet.maxColumns }, (_, index) => index + 1);
  return (
    <div
      class={frozen && row === sheet.frozenRows ? "row last-frozen-row" : "row"}
      role="row"
      aria-rowindex={row}
      style={frozen ? { minHeight: height } : { height }}
    >
      <div
        class={from > 0 ? "row-head lit" : "row-head"}
        role="rowheader"
        data-row={row}
        data-head="row"
        style={{ width: `${HEADER_WIDTH}px` }}
      >
        {row}
      </div>
      {columns
        .filter((column) => (layout.widths[column - 1] ?? 0) > 0)
        .map((column) => (
          <Cell
            key={column}
            sheet={sheet}
            layout={layout}
            row={row}
            column={column}
            inRange={column >= from && column <= to}
            isActive={column === active}
          />
        ))}
    </div>
  );
});

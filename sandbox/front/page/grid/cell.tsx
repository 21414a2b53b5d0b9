// One row and one cell of the grid.
import type { CSSProperties } from "preact";
import { memo } from "preact/compat";
import { columnName } from "../../../spreadsheet/rect";
import type { Style } from "../../../spreadsheet/model";
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

function mergeAt(sheet: SheetView, row: number, column: number) {
  return sheet.merges.find(
    (rect) =>
      row >= rect.row && row < rect.row + rect.rows && column >= rect.column && column < rect.column + rect.columns,
  );
}

function spanOf(sizes: number[], from: number, count: number): number {
  return sizes.slice(from - 1, from - 1 + count).reduce((sum, size) => sum + size, 0);
}

/** The contents of a cell. */
function Contents({
  sheet,
  layout,
  cell,
  look,
  row,
  column,
}: {
  sheet: SheetView;
  layout: Layout;
  cell: ShownCell;
  look: Style | undefined;
  row: number;
  column: number;
}) {
  const rule = cell.d === undefined ? undefined : sheet.rules[cell.d];
  if (rule?.kind === "checkbox") {
    const on = rule.options.length === 0 ? cell.t === "ИСТИНА" || cell.t === "TRUE" : cell.t === rule.options[0];
    return <span class={on ? "tick on" : "tick"} role="checkbox" aria-checked={on} aria-label={on ? "Да" : "Нет"} />;
  }
  const wraps = look?.wrap === "WRAP";
  const spills = !wraps && look?.wrap !== "CLIP" && cell.kind === undefined && rule?.kind !== "list";
  const text =
    cell.link === undefined ? (
      cell.t
    ) : (
      <a href={localPage(cell.link) ?? cell.link} target="_blank" rel="noreferrer" tabIndex={-1}>
        {cell.t}
      </a>
    );
  const room = spills ? roomFor(sheet, layout, row, column) : 0;
  return (
    <>
      <span
        class={wraps ? "text wraps" : spills ? "text spills" : "text"}
        style={spills ? { maxWidth: `${room - 6}px` } : undefined}
      >
        {text}
      </span>
      {rule?.kind === "list" && (
        <span class="drop" data-drop="" aria-hidden="true">
          <Icon name="down" size={12} />
        </span>
      )}
    </>
  );
}

function Cell({
  sheet,
  layout,
  row,
  column,
  inRange,
  isActive,
}: {
  sheet: SheetView;
  layout: Layout;
  row: number;
  column: number;
  inRange: boolean;
  isActive: boolean;
}) {
  const merge = sheet.merges.length > 0 ? mergeAt(sheet, row, column) : undefined;
  if (merge && row === merge.row && column !== merge.column) return null;
  const covered = merge !== undefined && (row !== merge.row || column !== merge.column);
  const cell = covered ? null : (sheet.rows[row - 1]?.[column - 1] ?? null);
  const look = cell?.s === undefined ? undefined : sheet.looks[cell.s];
  const frozen = column <= sheet.frozenColumns;
  const name = `${columnName(column)}${row}`;
  const width =
    merge && !covered ? spanOf(layout.widths, merge.column, merge.columns) : (layout.widths[column - 1] ?? 0);
  const classes = [
    "cell",
    inRange ? "in-range" : "",
    isActive ? "active" : "",
    frozen ? "frozen" : "",
    column === sheet.frozenColumns ? "last-frozen" : "",
    cell?.note === undefined ? "" : "noted",
    cell?.wrong ? "wrong" : "",
    covered ? "covered" : "",
  ].filter((word) => word !== "");
  return (
    <div
      class={classes.join(" ")}
      role="gridcell"
      id={`cell-${name}`}
      data-testid={`cell-${name}`}
      data-row={row}
      data-column={column}
      aria-colindex={column}
      aria-selected={inRange}
      style={{
        width: `${width}px`,
        ...styleOf(look),
        justifyContent: alignOf(cell, look),
        ...(frozen ? { left: `${HEADER_WIDTH + (layout.lefts[column - 1] ?? 0)}px` } : {}),
        ...(merge && !covered && merge.rows > 1
          ? { height: `${spanOf(layout.heights, merge.row, merge.rows)}px`, zIndex: 1 }
          : {}),
      }}
    >
      {cell && (cell.t !== undefined || cell.d !== undefined) && (
        <Contents sheet={sheet} layout={layout} cell={cell} look={look} row={row} column={column} />
      )}
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

// The grid: thousands of rows of which only those in view are drawn, with frozen rows and columns, selection and editing.
import { flushSync } from "preact/compat";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import { columnName } from "../../../spreadsheet/rect";
import type { SheetView, ShownCell } from "../../operations/bookView";
import { perform } from "../api";
import { MenuList } from "../dropdown";
import { GridRow } from "./cell";
import { Chart } from "./charts";
import { copyCells, pasteCells } from "./clipboard";
import { CellEditor, type Leave } from "./editor";
import { type EditTarget, gridMenuLines } from "./gridMenu";
import { ColumnHeads } from "./heads";
import { actionOf, type KeyAction } from "./keys";
import { HEADER_HEIGHT, HEADER_WIDTH, layoutOf, rowsInView } from "./layout";
import { covers, blockFrom, menuPlace, placeOf } from "./pointer";
import { type Block, boundsOf, type Ground, type Position, single, step } from "./selection";

interface GridProps {
  sheet: SheetView;
  block: Block;
  onSelect: (block: Block) => void;
  mayEdit: boolean;
  attempt: (work: Promise<unknown>) => void;
  /** Grows with every jump, so that the same cell can be jumped to again. */
  jump: number;
}

interface Editing extends Position {
  text: string;
  fresh: boolean;
}

const LEAVES: Record<Leave, [-1 | 0 | 1, -1 | 0 | 1]> = {
  down: [1, 0],
  up: [-1, 0],
  left: [0, -1],
  right: [0, 1],
  stay: [0, 0],
};

function cellOf(sheet: SheetView, { row, column }: Position): ShownCell | null {
  return sheet.rows[row - 1]?.[column - 1] ?? null;
}

/** Puts the keyboard into the grid: a field without a place of its own takes what is typed, also by input methods. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>(".grid-catcher")?.focus({ preventScroll: true });
}

/** What the editor begins with. */
function inputAt(sheet: SheetView, position: Position): string {
  const cell = cellOf(sheet, position);
  return cell?.e ?? cell?.t ?? "";
}

export function Grid({ sheet, block, onSelect, mayEdit, attempt, jump }: GridProps) {
  const box = useRef<HTMLDivElement>(null);
  const frozenBox = useRef<HTMLDivElement>(null);
  const layout = useMemo(() => layoutOf(sheet), [sheet]);
  const [scroll, setScroll] = useState({ top: 0, height: 600 });
  const [frozenHeight, setFrozenHeight] = useState(0);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [menu, setMenu] = useState<{ x: number; y: number; lines: "rows" | "columns" | null } | null>(null);
  const [hovered, setHovered] = useState<{ text: string; x: number; y: number } | null>(null);
  const target: EditTarget = { id: sheet.bookId, sheetId: sheet.id, attempt };
  const bounds = boundsOf(block);

  const ground: Ground = useMemo(
    () => ({
      maxRows: sheet.maxRows,
      maxColumns: sheet.maxColumns,
      isRowHidden: (row) => layout.hiddenRows.has(row),
      isColumnHidden: (column) => layout.hiddenColumns.has(column),
      isFilled: (row, column) => cellOf(sheet, { row, column })?.t !== undefined,
      lastRow: sheet.rows.length,
      lastColumn: Math.max(0, ...sheet.rows.map((cells) => cells.length)),
    }),
    [sheet, layout],
  );

  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return undefined;
    const measure = (): void => {
      setScroll({ top: element.scrollTop, height: element.clientHeight });
      setFrozenHeight((frozenBox.current?.offsetHeight ?? HEADER_HEIGHT) - HEADER_HEIGHT);
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [sheet]);

  const show = useCallback(
    ({ row, column }: Position): void => {
      const element = box.current;
      if (!element) return;
      const [top, bottom] = [layout.tops[row - 1] ?? 0, layout.tops[row] ?? 0];
      const room = element.clientHeight - (frozenBox.current?.offsetHeight ?? 0);
      if (row > sheet.frozenRows) {
        if (top < element.scrollTop) element.scrollTop = top;
        else if (bottom > element.scrollTop + room) element.scrollTop = bottom - room;
      }
      const [left, right] = [layout.lefts[column - 1] ?? 0, layout.lefts[column] ?? 0];
      const width = element.clientWidth - HEADER_WIDTH;
      if (column > sheet.frozenColumns) {
        if (left - layout.frozenWidth < element.scrollLeft) element.scrollLeft = left - layout.frozenWidth;
        else if (right > element.scrollLeft + width) element.scrollLeft = right - width;
      }
    },
    [layout, sheet],
  );

  useEffect(() => {
    if (jump > 0) show(block.anchor);
  }, [jump, sheet.id]);

  const select = (next: Block): void => {
    onSelect(next);
    show(next.head);
  };
  /** @param text what was typed to begin with; null opens what is there */
  const startEditing = (text: string | null): void => {
    const { anchor } = block;
    const cell = cellOf(sheet, anchor);
    if (!mayEdit || (cell?.d !== undefined && sheet.rules[cell.d]?.kind === "checkbox" && text === null)) return;
    // At once: the next key of a quick typist must meet the field, not the grid.
    flushSync(() => {
      setEditing({ ...anchor, text: text ?? inputAt(sheet, anchor), fresh: text !== null });
    });
  };
  const toggle = (position: Position): void => {
    const { id, sheetId } = target;
    attempt(perform("toggleCheckbox", { id, sheetId, ...position }));
  };
  const isCheckbox = (position: Position): boolean => {
    const rule = cellOf(sheet, position)?.d;
    return rule !== undefined && sheet.rules[rule]?.kind === "checkbox";
  };
  const act: Record<KeyAction["kind"], (action: KeyAction) => void> = {
    select: (action) => {
      if (action.kind === "select") select(action.block);
    },
    edit: () => {
      startEditing(null);
    },
    clear: () => {
      if (mayEdit) attempt(perform("clearBlock", { id: target.id, sheetId: target.sheetId, rect: bounds }));
    },
    toggle: () => {
      toggle(block.anchor);
    },
    menu: () => {
      const cell = document.getElementById(`cell-${columnName(block.anchor.column)}${block.anchor.row}`);
      const rect = cell?.getBoundingClientRect();
      setMenu({ x: rect?.left ?? 200, y: rect?.bottom ?? 200, lines: null });
    },
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const action = editing ? null : actionOf(event, block, ground);
    // A space is a text like any other, except on a checkbox.
    if (!action || (action.kind === "toggle" && !(mayEdit && isCheckbox(block.anchor)))) return;
    event.preventDefault();
    act[action.kind](action);
  };
  const commit = (text: string, leave: Leave): void => {
    if (!editing) return;
    const { row, column } = editing;
    setEditing(null);
    focusGrid();
    const [rows, columns] = LEAVES[leave];
    if (leave !== "stay") select(single(step(ground, { row, column }, rows, columns)));
    if (text === inputAt(sheet, editing)) return;
    attempt(perform("typeCell", { id: target.id, sheetId: target.sheetId, row, column, text }));
  };

  const onPointerDown = (event: PointerEvent): void => {
    const place = placeOf(event.target);
    const element = event.target;
    if (!place || place.head === "resize" || !(element instanceof Element) || element.closest("a,textarea")) return;
    setHovered(null);
    const next = blockFrom(place, sheet, event.shiftKey ? block : null);
    if (event.button === 2 && covers(block, next)) return;
    onSelect(next);
    if (!mayEdit || place.head !== null || event.button !== 0) return;
    if (element.closest("[data-drop]")) {
      event.preventDefault();
      setEditing({ row: place.row, column: place.column, text: inputAt(sheet, place), fresh: false });
    } else if (element.closest(".tick")) toggle({ row: place.row, column: place.column });
  };
  const onPointerMove = (event: PointerEvent): void => {
    const place = placeOf(event.target);
    if (!place) return;
    if (event.buttons === 1 && place.head === null && !editing) {
      if (place.row !== block.head.row || place.column !== block.head.column) {
        onSelect({ anchor: block.anchor, head: { row: place.row, column: place.column } });
      }
      return;
    }
    const note = place.head === null ? cellOf(sheet, place)?.note : undefined;
    const rect = event.target instanceof Element ? event.target.closest(".cell")?.getBoundingClientRect() : undefined;
    if (note === undefined || !rect) setHovered(null);
    else if (hovered?.text !== note) setHovered({ text: note, x: rect.right + 4, y: rect.top });
  };
  const onContextMenu = (event: MouseEvent): void => {
    const place = placeOf(event.target);
    if (!place || !mayEdit) return;
    event.preventDefault();
    const lines = place.head === "row" ? "rows" : place.head === "column" ? "columns" : null;
    setMenu({ x: event.clientX, y: event.clientY, lines });
  };

  const { first, last } = rowsInView(layout, sheet, scroll.top, scroll.height);
  const width = HEADER_WIDTH + (layout.lefts[sheet.maxColumns] ?? 0);
  const rowProps = (row: number) => ({
    sheet,
    layout,
    row,
    from: row >= bounds.row && row < bounds.row + bounds.rows ? bounds.column : 0,
    to: row >= bounds.row && row < bounds.row + bounds.rows ? bounds.column + bounds.columns - 1 : -1,
    active: row === block.anchor.row ? block.anchor.column : 0,
  });
  const shownRows = (from: number, to: number): number[] => {
    const rows: number[] = [];
    for (let row = from; row <= to; row += 1) if (!layout.hiddenRows.has(row)) rows.push(row);
    return rows;
  };
  const activeName = `${columnName(block.anchor.column)}${block.anchor.row}`;
  return (
    <div
      class="grid-room"
      onKeyDown={onKeyDown}
      onCopy={(event) => {
        if (!editing) copyCells(event, sheet, block);
      }}
      onCut={(event) => {
        if (editing) return;
        copyCells(event, sheet, block);
        if (mayEdit) act.clear({ kind: "clear" });
      }}
      onPaste={(event) => {
        if (!editing && mayEdit) pasteCells(event, sheet, block, target);
      }}
    >
      <textarea
        class="grid-catcher"
        aria-label={`Ячейка ${activeName}: ${inputAt(sheet, block.anchor)}`}
        aria-activedescendant={`cell-${activeName}`}
        rows={1}
        onInput={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = "";
          startEditing(value);
        }}
      />
      <div
        ref={box}
        class={sheet.gridlines ? "grid" : "grid plain"}
        role="grid"
        tabIndex={-1}
        aria-label="Лист таблицы"
        aria-rowcount={sheet.maxRows}
        aria-colcount={sheet.maxColumns}
        data-testid="grid"
        onFocus={(event) => {
          if (event.target === event.currentTarget) focusGrid();
        }}
        onScroll={(event) => {
          setScroll({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight });
          setHovered(null);
        }}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerLeave={() => {
          setHovered(null);
        }}
        onDblClick={(event) => {
          if (placeOf(event.target)?.head === null) startEditing(null);
        }}
        onContextMenu={onContextMenu}
      >
        <div class="grid-canvas" style={{ width: `${width}px` }}>
          <div class="grid-top" ref={frozenBox}>
            <ColumnHeads sheet={sheet} layout={layout} bounds={bounds} target={target} mayEdit={mayEdit} />
            {shownRows(1, sheet.frozenRows).map((row) => (
              <GridRow key={row} {...rowProps(row)} frozen={true} />
            ))}
          </div>
          <div style={{ height: `${layout.tops[first - 1] ?? 0}px` }} />
          {shownRows(first, last).map((row) => (
            <GridRow key={row} {...rowProps(row)} frozen={false} />
          ))}
          <div style={{ height: `${(layout.tops[sheet.maxRows] ?? 0) - (layout.tops[last] ?? 0)}px` }} />
          {sheet.charts.map((chart) => (
            <Chart key={chart.id} chart={chart} layout={layout} frozenHeight={frozenHeight} />
          ))}
          {editing && (
            <CellEditor
              text={editing.text}
              fresh={editing.fresh}
              rule={ruleAt(sheet, editing)}
              box={editorBox(box.current, frozenBox.current, editing)}
              onCommit={commit}
              onCancel={() => {
                setEditing(null);
                focusGrid();
              }}
            />
          )}
        </div>
        {hovered && (
          <div class="note" role="tooltip" style={{ left: `${hovered.x}px`, top: `${hovered.y}px` }}>
            {hovered.text}
          </div>
        )}
        {menu && (
          <div class="context-menu" style={menuPlace(menu)}>
            <MenuList
              label="Действия с ячейками"
              lines={gridMenuLines(target, block, menu.lines)}
              onClose={() => {
                setMenu(null);
                focusGrid();
              }}
            />
          </div>
        )}
      </div>
    </div>
  );
}

function ruleAt(sheet: SheetView, position: Position) {
  const rule = cellOf(sheet, position)?.d;
  return rule === undefined ? undefined : sheet.rules[rule];
}

/** Where the editor lies inside the canvas: over the drawn cell, wherever scrolling and freezing have put it. */
function editorBox(box: HTMLElement | null, frozen: HTMLElement | null, position: Position) {
  const cell = document.getElementById(`cell-${columnName(position.column)}${position.row}`);
  if (!box || !frozen || !cell) return { left: 0, top: 0, width: 100, height: 21 };
  const [inner, outer] = [cell.getBoundingClientRect(), box.getBoundingClientRect()];
  return {
    left: inner.left - outer.left + box.scrollLeft - 1,
    top: inner.top - outer.top + box.scrollTop - 1,
    width: inner.width + 2,
    height: inner.height + 2,
  };
}

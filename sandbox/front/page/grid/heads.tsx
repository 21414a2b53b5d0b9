// The letters over the columns: click selects, dragging an edge resizes.
import { useRef } from "preact/hooks";
import { columnName } from "../../../spreadsheet/rect";
import type { SheetView } from "../../operations/bookView";
import { perform } from "../api";
import type { EditTarget } from "./gridMenu";
import { HEADER_HEIGHT, HEADER_WIDTH, type Layout } from "./layout";
import type { Bounds } from "./selection";

const NARROWEST = 24;

interface HeadsProps {
  sheet: SheetView;
  layout: Layout;
  bounds: Bounds;
  target: EditTarget;
  mayEdit: boolean;
}

/** The row of letters. */
export function ColumnHeads({ sheet, layout, bounds, target, mayEdit }: HeadsProps) {
  const drag = useRef<{ column: number; from: number } | null>(null);
  const finish = (event: PointerEvent): void => {
    const begun = drag.current;
    drag.current = null;
    if (!begun) return;
    const pixels = Math.round(Math.max(NARROWEST, (layout.widths[begun.column - 1] ?? 0) + event.clientX - begun.from));
    const { id, sheetId, attempt } = target;
    attempt(perform("resizeLine", { id, sheetId, axis: "columns", at: begun.column, pixels }));
  };
  return (
    <div class="row heads" role="row" style={{ height: `${HEADER_HEIGHT}px` }}>
      <div class="corner" style={{ width: `${HEADER_WIDTH}px` }} />
      {layout.widths.map((width, index) => {
        const column = index + 1;
        if (width === 0) return null;
        const frozen = column <= sheet.frozenColumns;
        const lit = column >= bounds.column && column < bounds.column + bounds.columns;
        return (
          <div
            key={column}
            class={["column-head", lit ? "lit" : "", frozen ? "frozen" : ""].join(" ")}
            role="columnheader"
            data-column={column}
            data-head="column"
            style={{
              width: `${width}px`,
              ...(frozen ? { left: `${HEADER_WIDTH + (layout.lefts[index] ?? 0)}px` } : {}),
            }}
          >
            {columnName(column)}
            {mayEdit && (
              <span
                class="resizer"
                data-column={column}
                data-head="resize"
                onPointerDown={(event) => {
                  drag.current = { column, from: event.clientX };
                  event.currentTarget.setPointerCapture(event.pointerId);
                }}
                onPointerUp={finish}
              />
            )}
          </div>
        );
      })}
    </div>
  );
}

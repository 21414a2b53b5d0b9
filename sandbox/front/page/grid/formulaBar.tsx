// The bar above the grid: which cell is selected, and what is in it.
import { useEffect, useState } from "preact/hooks";
import type { SheetView } from "../../operations/bookView";
import { perform } from "../api";
import { focusGrid } from "./grid";
import { a1Of, type Block, blockNamed } from "./selection";

interface BarProps {
  sheet: SheetView;
  block: Block;
  mayEdit: boolean;
  onJump: (block: Block) => void;
  attempt: (work: Promise<unknown>) => void;
}

/** The name box and the field of contents. */
export function FormulaBar({ sheet, block, mayEdit, onJump, attempt }: BarProps) {
  const { row, column } = block.anchor;
  const cell = sheet.rows[row - 1]?.[column - 1];
  const content = cell?.e ?? cell?.t ?? "";
  const [text, setText] = useState(content);
  const address = a1Of(block);
  const [name, setName] = useState(address);
  useEffect(() => {
    setText(content);
  }, [content, row, column, sheet.id]);
  useEffect(() => {
    setName(address);
  }, [address]);
  const commit = (): void => {
    if (text !== content) attempt(perform("typeCell", { id: sheet.bookId, sheetId: sheet.id, row, column, text }));
  };
  return (
    <div class="formula-bar">
      <input
        class="name-box"
        aria-label="Адрес ячейки"
        value={name}
        onInput={(event) => {
          setName(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          // The focus moves into the grid, where the rest of this key would be typed into the cell.
          event.preventDefault();
          const found = blockNamed(name, sheet);
          if (found) {
            onJump(found);
            focusGrid();
          } else setName(address);
        }}
      />
      <span class="fx" aria-hidden="true">
        fx
      </span>
      <input
        class="content-box"
        aria-label="Содержимое выбранной ячейки"
        value={text}
        readOnly={!mayEdit}
        onInput={(event) => {
          setText(event.currentTarget.value);
        }}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === "Enter") {
            event.preventDefault();
            commit();
            focusGrid();
          } else if (event.key === "Escape") setText(content);
        }}
      />
    </div>
  );
}

// The menu bar: a few of the spreadsheet's own menus, and those that scripts have added.
import type { MenuEntry } from "../../kernel/contract";
import type { BookView } from "../operations/book";
import type { SheetView } from "../operations/bookView";
import { perform } from "./api";
import { Dropdown, type MenuLine } from "./dropdown";
import { gridMenuLines } from "./grid/gridMenu";
import { type Block, boundsOf } from "./grid/selection";

interface MenuBarProps {
  book: BookView;
  sheet: SheetView;
  block: Block;
  attempt: (work: Promise<unknown>) => void;
  onRun: (functionName: string) => void;
  onDownload: () => void;
}

/** Submenus are shown in place under their heading. */
function scriptLines(entries: MenuEntry[], onRun: (functionName: string) => void): MenuLine[] {
  return entries.flatMap((entry): MenuLine[] => {
    if (entry.kind === "separator") return [{ kind: "separator" }];
    if (entry.kind === "menu") return [{ kind: "heading", label: entry.caption }, ...scriptLines(entry.entries, onRun)];
    return [
      {
        kind: "item",
        label: entry.caption,
        onChoose: () => {
          onRun(entry.functionName);
        },
      },
    ];
  });
}

/** From the table under the selection: its first row down to the last filled one. */
function filterLines({ book, sheet, block, attempt }: MenuBarProps): MenuLine[] {
  const { id } = book;
  const sheetId = sheet.id;
  const column = boundsOf(block).column;
  const text = sheet.rows[block.anchor.row - 1]?.[column - 1]?.t ?? "";
  const head = Math.max(1, sheet.frozenRows);
  const columns = Math.max(1, ...sheet.rows.map((cells) => cells.length));
  const rect = sheet.filter?.range ?? {
    row: head,
    column: 1,
    rows: Math.max(2, sheet.rows.length - head + 1),
    columns,
  };
  const others = [...new Set(sheet.rows.slice(rect.row).map((cells) => cells[column - 1]?.t ?? ""))];
  return [
    {
      kind: "item",
      label: text === "" ? "Показать только выбранное значение" : `Показать только «${text}»`,
      disabled: text === "" || block.anchor.row <= rect.row,
      onChoose: () => {
        const hidden = { ...sheet.filter?.hidden, [String(column)]: others.filter((other) => other !== text) };
        attempt(perform("filterTab", { id, sheetId, rect, hidden }));
      },
    },
    {
      kind: "item",
      label: "Убрать фильтр",
      disabled: sheet.filter === null,
      onChoose: () => {
        attempt(perform("filterTab", { id, sheetId, rect: null, hidden: {} }));
      },
    },
  ];
}

export function MenuBar(props: MenuBarProps) {
  const { book, sheet, block, attempt, onRun, onDownload } = props;
  const target = { id: book.id, sheetId: sheet.id, attempt };
  return (
    <div class="menu-bar" role="menubar" aria-label="Меню таблицы">
      <Dropdown label="Файл" lines={() => [{ kind: "item", label: "Скачать .xlsx", onChoose: onDownload }]} />
      {book.mayEdit && <Dropdown label="Правка" lines={() => gridMenuLines(target, block, null)} />}
      {book.mayEdit && <Dropdown label="Данные" lines={() => filterLines(props)} />}
      {book.menus.map((menu) => (
        <Dropdown
          key={menu.caption}
          label={menu.caption}
          className="menu-button own"
          lines={() => scriptLines(menu.entries, onRun)}
        />
      ))}
    </div>
  );
}

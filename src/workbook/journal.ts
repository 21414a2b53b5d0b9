// «Журнал»: when, who, which command, what it did, to which records. The newest row stands on top.
import type { Cell, DateCell } from "../google/cell";
import type { Book, Rectangle, SheetTab } from "../google/sheets";
import { date, longText, text } from "./columns";
import { findLayout, type Layout, SEARCHED_ROWS } from "./layout";
import type { TabSpec } from "./table";

export const journal: TabSpec = {
  key: "journal",
  tab: "Журнал",
  serviceTab: false,
  columns: {
    when: date("Когда", { note: "Дата и время действия.", filled: true, width: 130, format: "dd.mm.yyyy hh:mm" }),
    who: text("Кто", { note: "Учётная запись, от имени которой выполнено действие.", filled: true, width: 220 }),
    command: text("Действие", { note: "Пункт меню или кнопка.", filled: true, width: 240 }),
    what: longText("Что сделано", { note: "Итог действия.", filled: true, width: 420 }),
    records: text("Записи", { note: "Коды затронутых записей.", filled: true, width: 260 }),
  },
};

/** One line of the journal. */
export interface JournalEntry {
  what: string;
  records: readonly string[];
}

const MOST_CODES = 40;

/** The journal, found and ready to be written on. */
interface OpenJournal {
  /** Puts lines on top, the last entry uppermost. */
  write(by: { when: DateCell; who: string; command: string }, entries: readonly JournalEntry[]): void;
}

/** Finds the journal. Null where the tab is gone or damaged: the journal never stops a command. */
export function openJournal(book: Book, remembered: (key: string) => number | null): OpenJournal | null {
  const sheet = book.tab(journal.tab, () => remembered(journal.key));
  const layout = sheet && findLayout(sheet.readTop(SEARCHED_ROWS), journal, () => false);
  return layout && { write: (by, entries) => writeLines(sheet, layout, by, entries) };
}

function writeLines(
  sheet: SheetTab,
  layout: Layout,
  by: { when: DateCell; who: string; command: string },
  entries: readonly JournalEntry[],
): void {
  const first = Math.max(layout.keyRow, layout.headingRow ?? 0) + 1;
  const lines = [...entries]
    .reverse()
    .map((entry): Readonly<Record<string, Cell>> => ({ ...by, what: entry.what, records: shortList(entry.records) }));
  sheet.insertRowsBefore(first + 1, lines.length);
  const columns = [...layout.columns].sort(([, a], [, b]) => a - b);
  const rectangles: { row: number; column: number; values: Cell[][] }[] = [];
  for (const [key, column] of columns) {
    const last = rectangles[rectangles.length - 1];
    const values = lines.map((line) => line[key] ?? "");
    if (last && last.column + (last.values[0]?.length ?? 0) === column) {
      last.values.forEach((row, index) => row.push(values[index] ?? ""));
    } else rectangles.push({ row: first, column, values: values.map((value) => [value]) });
  }
  sheet.write(rectangles satisfies Rectangle[]);
}

function shortList(codes: readonly string[]): string {
  const unique = [...new Set(codes)];
  const rest = unique.length - MOST_CODES;
  return unique.slice(0, MOST_CODES).join(", ") + (rest > 0 ? ` и ещё ${rest}` : "");
}

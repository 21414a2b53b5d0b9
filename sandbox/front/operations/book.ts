// The spreadsheet window: opening a workbook with its menus, and the tab that is looked at.
import * as z from "zod";
import { driveFiles } from "../../drive/files";
import type { MenuEntry } from "../../kernel/contract";
import { openSpreadsheet } from "../../spreadsheet/edits";
import type { SpreadsheetData } from "../../spreadsheet/model";
import { findSpreadsheet } from "../../spreadsheet/state";
import { SessionUi } from "../sessionUi";
import { homeBook, type Workspace } from "../workspace";
import { type SheetView, tabView, type TabView, tabViews } from "./bookView";
import { type Caller, changing, looking, Refusal } from "./operation";

/** A workbook as its window opens. */
export interface BookView {
  id: string;
  title: string;
  revision: number;
  tabs: TabView[];
  /** False: the account may only look. */
  mayEdit: boolean;
  /** What onOpen has added to the menu bar. */
  menus: (MenuEntry & { kind: "menu" })[];
  /** Whether the add-on lives in this workbook. */
  home: boolean;
}

/** The workbook, if the caller may read it. @throws Refusal with words for the person */
function readableBook(workspace: Workspace, caller: Caller, id: string): SpreadsheetData {
  const files = driveFiles(workspace.world);
  const file = files.find(id);
  const book = findSpreadsheet(workspace.world, id);
  if (!file || !book) throw new Refusal("Такой таблицы нет. Возможно, её удалили навсегда.");
  if (!files.canRead(file, caller.user)) {
    throw new Refusal("У этой учётной записи нет доступа к таблице. Войдите как куратор.");
  }
  return book;
}

function bookView(workspace: Workspace, caller: Caller, book: SpreadsheetData): Omit<BookView, "menus"> {
  const files = driveFiles(workspace.world);
  const file = files.find(book.id);
  return {
    id: book.id,
    title: file?.name ?? "",
    revision: book.revision,
    tabs: tabViews(book),
    mayEdit: file !== undefined && files.canWrite(file, caller.user),
    home: book.id === homeBook(workspace),
  };
}

/** Opens a workbook as a browser does: its menus are built anew by onOpen. With an empty id, the school's. */
const openBook = changing(z.object({ id: z.string() }), (workspace, caller, { id }): BookView => {
  const book = readableBook(workspace, caller, id === "" ? homeBook(workspace) : id);
  const { ui } = workspace.runtime;
  openSpreadsheet({ world: workspace.world, spreadsheetId: book.id, user: caller.user });
  return { ...bookView(workspace, caller, book), menus: ui instanceof SessionUi ? ui.menus : [] };
});

/** The tabs and a tab's cells, or no cells where the page already has this revision of them. */
const readTab = looking(
  z.object({ id: z.string(), sheetId: z.number().nullable(), revision: z.number().nullable() }),
  (workspace, caller, { id, sheetId, revision }): { book: Omit<BookView, "menus">; sheet: SheetView | null } => {
    const book = readableBook(workspace, caller, id);
    const wanted =
      book.sheets.find((sheet) => sheet.id === sheetId) ?? book.sheets.find(({ hidden }) => !hidden) ?? book.sheets[0];
    const view = bookView(workspace, caller, book);
    const known = wanted?.id === sheetId && revision === book.revision;
    return { book: view, sheet: !wanted || known ? null : tabView(workspace.world, book, wanted) };
  },
);

export const bookOperations = { openBook, readTab };

// The spreadsheet's window: title, menus, grid and tabs, and beside them the sidebar or dialog that a script has opened.
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { BookView } from "../operations/book";
import type { SheetView } from "../operations/bookView";
import { downloadAddress, look, onChanged, type Output, perform } from "./api";
import { ConsentBox } from "./consent";
import { ScriptFrame } from "./frame";
import { FormulaBar } from "./grid/formulaBar";
import { focusGrid, Grid } from "./grid/grid";
import { a1Of, type Block, blockNamed, type Selection, single } from "./grid/selection";
import { Tabs } from "./grid/tabs";
import { Icon } from "./icons";
import { messageOf } from "./loaded";
import { MenuBar } from "./menuBar";
import { StatusBar, type RunStatus } from "./statusBar";

/** A page of html that a script has opened. */
export interface ScriptPage {
  kind: "sidebar" | "dialog";
  title: string;
  /** The token of its frame. */
  frame: string;
  width?: number;
  height?: number;
  modal?: boolean;
}

interface SheetPageProps {
  /** Empty: the school's workbook. */
  bookId: string;
  user: string;
  visible: boolean;
  shown: ScriptPage | null;
  onCloseShown: () => void;
  /** Where a script has jumped to. */
  place: { sheetId: number; a1: string; turn: number } | null;
  onFail: (error: unknown) => void;
}

const HINT_KEY = "sandbox-hint-read";
const TAB_KEY = "sandbox-tab-";

/** The tab that was open at the last visit. */
function rememberedTab(book: BookView): number | null {
  const id = localStorage.getItem(TAB_KEY + book.id);
  return book.tabs.find((tab) => String(tab.id) === id)?.id ?? null;
}

/** A fresh tab starts at its first cell that can be seen. */
function firstBlock(sheet: SheetView | null): Block {
  let row = 1;
  while (sheet?.hiddenRows.includes(row)) row += 1;
  return single({ row, column: 1 });
}

export function SheetPage({ bookId, user, visible, shown, onCloseShown, place, onFail }: SheetPageProps) {
  const [book, setBook] = useState<BookView | null>(null);
  const [sheet, setSheet] = useState<SheetView | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [blocks, setBlocks] = useState<Record<number, Block>>({});
  const [status, setStatus] = useState<RunStatus>({ kind: "idle" });
  const [consent, setConsent] = useState<{ scopes: string[]; item: string } | null>(null);
  const [hintRead, setHintRead] = useState(localStorage.getItem(HINT_KEY) !== null);
  const [jump, setJump] = useState(0);
  const wanted = useRef<number | null>(null);
  const known = useRef<{ sheet: SheetView | null; id: string }>({ sheet: null, id: "" });

  const refresh = useCallback(async (): Promise<void> => {
    const { id } = known.current;
    if (id === "") return;
    const have = known.current.sheet;
    const fits = have !== null && (wanted.current === null || wanted.current === have.id);
    const answer = await look("readTab", {
      id,
      sheetId: wanted.current ?? have?.id ?? null,
      revision: fits ? have.revision : null,
    });
    setBook((before) => before && { ...before, ...answer.book });
    if (answer.sheet) {
      known.current.sheet = answer.sheet;
      wanted.current = null;
      setSheet(answer.sheet);
      localStorage.setItem(TAB_KEY + id, String(answer.sheet.id));
    } else if (have && !answer.book.tabs.some((tab) => tab.id === have.id)) {
      known.current.sheet = null;
      await refresh();
    }
  }, []);

  useEffect(() => {
    let gone = false;
    const open = async (): Promise<void> => {
      const opened = await look("openBook", { id: bookId });
      if (gone) return;
      known.current.id = opened.id;
      wanted.current = rememberedTab(opened);
      setBook(opened);
      await refresh();
    };
    open().catch((error: unknown) => {
      if (!gone) setRefusal(messageOf(error));
    });
    const again = (): void => {
      refresh().catch(() => undefined);
    };
    const stop = onChanged(again);
    window.addEventListener("focus", again);
    return () => {
      gone = true;
      stop();
      window.removeEventListener("focus", again);
    };
  }, []);

  useEffect(() => {
    document.title = book ? `${book.title} — песочница` : "Наставник — песочница";
  }, [book?.title]);

  const goTo = (sheetId: number): void => {
    wanted.current = sheetId;
    if (known.current.sheet?.id === sheetId) known.current.sheet = null;
    refresh().catch(onFail);
  };
  useEffect(() => {
    if (!place) return;
    wanted.current = place.sheetId;
    known.current.sheet = null;
    refresh().then(() => {
      const found = known.current.sheet && blockNamed(place.a1, known.current.sheet);
      if (found) setBlocks((all) => ({ ...all, [place.sheetId]: found }));
      setJump(place.turn);
    }, onFail);
  }, [place?.turn]);

  const attempt = (work: Promise<unknown>): void => {
    work.catch(onFail);
  };
  const block = (sheet && blocks[sheet.id]) ?? firstBlock(sheet);
  const selection = (): Selection | null => sheet && { sheetId: sheet.id, a1: a1Of(block) };

  const run = async (item: string): Promise<void> => {
    setStatus({ kind: "running" });
    try {
      const done = await perform("runMenu", { function: item, selection: selection() });
      setStatus(done.ok ? { kind: "done" } : { kind: "failed", text: done.error ?? "" });
    } catch (error) {
      setStatus({ kind: "failed", text: messageOf(error) });
    }
  };
  const chooseItem = async (item: string): Promise<void> => {
    const scopes = await look("scopesToGrant", {});
    if (scopes.length > 0) setConsent({ scopes, item });
    else await run(item);
  };
  const decide = async (refused: string[]): Promise<void> => {
    if (!consent) return;
    setConsent(null);
    await perform("consent", { refused });
    // Google starts no function for an account that has granted nothing.
    if (refused.length === consent.scopes.length) {
      setStatus({ kind: "failed", text: "Скрипт не запущен: вы не разрешили дополнению доступ." });
    } else await run(consent.item);
  };

  if (refusal !== null || !book || !sheet) {
    return (
      <section class="place" hidden={!visible}>
        <p class="loading">{refusal ?? "Открываем таблицу…"}</p>
      </section>
    );
  }
  return (
    <section class="place workbook" hidden={!visible} aria-label="Таблица">
      <header class="title-bar">
        <span class="title-icon">
          <Icon name="sheet" size={24} />
        </span>
        <div>
          <h1>{book.title}</h1>
          <MenuBar
            book={book}
            sheet={sheet}
            block={block}
            attempt={attempt}
            onRun={(item) => {
              chooseItem(item).catch(onFail);
            }}
            onDownload={() => {
              location.assign(downloadAddress(book.id, "xlsx"));
            }}
          />
        </div>
      </header>
      {book.home && book.tabs.length === 1 && !hintRead && (
        <div class="hint" role="note">
          <Icon name="spark" size={18} />
          <span>
            Начните с меню <b>Наставничество → Начало работы</b>. Список педагогов для импорта — в «Файлах для пробы»
            слева.
          </span>
          <button
            type="button"
            class="icon-button"
            aria-label="Скрыть подсказку"
            onClick={() => {
              localStorage.setItem(HINT_KEY, "1");
              setHintRead(true);
            }}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      )}
      <div class="desk">
        <div class="paper">
          <FormulaBar
            sheet={sheet}
            block={block}
            mayEdit={book.mayEdit}
            attempt={attempt}
            onJump={(next) => {
              setBlocks({ ...blocks, [sheet.id]: next });
              setJump(jump + 0.001);
            }}
          />
          <Grid
            key={sheet.id}
            sheet={sheet}
            block={block}
            onSelect={(next) => {
              setBlocks((all) => ({ ...all, [sheet.id]: next }));
            }}
            mayEdit={book.mayEdit}
            attempt={attempt}
            jump={jump}
          />
          <Tabs
            bookId={book.id}
            tabs={book.tabs}
            current={sheet.id}
            mayEdit={book.mayEdit}
            onChoose={goTo}
            attempt={attempt}
          />
        </div>
        {shown && (
          <ScriptWindow key={shown.frame} page={shown} selection={selection} onClose={onCloseShown} onFail={onFail} />
        )}
      </div>
      <StatusBar
        status={status}
        onClose={() => {
          setStatus({ kind: "idle" });
        }}
      />
      {consent && (
        <ConsentBox
          scopes={consent.scopes}
          user={user}
          onDecide={(refused) => {
            decide(refused).catch(onFail);
          }}
        />
      )}
    </section>
  );
}

interface WindowProps {
  page: ScriptPage;
  selection: () => Selection | null;
  onClose: () => void;
  onFail: (error: unknown) => void;
}

/** The sidebar at the right, or a dialog over the grid. */
function ScriptWindow({ page, selection, onClose, onFail }: WindowProps) {
  const [size, setSize] = useState({ width: page.width ?? 600, height: page.height ?? 400 });
  const [setting, setSetting] = useState<Output<"readFrameSetting"> | null>(null);
  useEffect(() => {
    look("readFrameSetting", {}).then(setSetting, onFail);
  }, []);
  const isDialog = page.kind === "dialog";
  return (
    <div class={isDialog ? (page.modal ? "veil" : "veil open") : "sidebar-room"}>
      <section
        class={isDialog ? "script-dialog" : "sidebar"}
        role={isDialog ? "dialog" : "complementary"}
        aria-modal={isDialog && page.modal ? true : undefined}
        aria-label={page.title}
        style={isDialog ? { width: `${size.width}px` } : undefined}
      >
        <header>
          <h2>{page.title}</h2>
          <button type="button" class="icon-button" aria-label="Закрыть панель" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div class="frame-room" style={isDialog ? { height: `${size.height}px` } : undefined}>
          {setting && (
            <ScriptFrame
              token={page.frame}
              title={page.title}
              setting={setting}
              selection={selection}
              onClose={onClose}
              onResize={({ width, height }) => {
                // A sidebar keeps its 300 pixels whatever it asks for.
                if (isDialog) setSize({ width: width ?? size.width, height: height ?? size.height });
              }}
              onFocusEditor={focusGrid}
            />
          )}
        </div>
      </section>
    </div>
  );
}

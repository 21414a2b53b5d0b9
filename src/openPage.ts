// Opens the page of a menu entry; a failure is told in a message box, since no page is there yet to tell it.
import { logDefect } from "./google/serve";
import { Stop } from "./google/stop";
import { showDialog, showMessage, showSidebar } from "./google/ui";
import { type MenuCall, menuEntry } from "./menu";

/** The function that the menu calls for an entry. */
export function opener(call: MenuCall): () => void {
  return () => {
    const { page, title, size } = menuEntry(call);
    try {
      if (size) showDialog(page, title, size.width, size.height);
      else showSidebar(page, title);
    } catch (failure) {
      if (!(failure instanceof Stop)) logDefect(failure);
      const told = failure instanceof Stop ? `${failure.what} ${failure.mend}` : DEFAULT_TROUBLE;
      showMessage(title, told);
    }
  };
}

export const pageCalls = {
  /** Opens another page in place of the one that asks for it. */
  openMenuPage: (call: MenuCall): { opened: true } => {
    opener(call)();
    return { opened: true };
  },
};

const DEFAULT_TROUBLE =
  "Не удалось открыть окно. Обновите страницу таблицы и попробуйте снова; если открыто несколько учётных записей Google, оставьте только рабочую.";

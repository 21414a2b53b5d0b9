// The menu «Наставничество» as a table: what the curator reads, what is called, and the page that it opens.

/** An entry opens a page of the bundle, in the sidebar or (with a size) in a wide dialog. */
export interface MenuEntry {
  label: string;
  /** The name that Google calls; `main.ts` gives it to Google. */
  call: string;
  page: string;
  title: string;
  size?: { width: number; height: number };
}

export const MENU_TITLE = "Наставничество";

export const MENU = [
  { label: "Начало работы", call: "openStart", page: "start", title: "Начало работы" },
  { label: "Импорт списка педагогов", call: "openImport", page: "import", title: "Импорт списка педагогов" },
  { label: "Анкеты участников", call: "openIntake", page: "intake", title: "Анкеты участников" },
  { label: "Обновление сведений", call: "openYearlyUpdate", page: "yearly-update", title: "Обновление сведений" },
  "separator",
  { label: "Карточка педагога", call: "openPerson", page: "person", title: "Карточка педагога" },
  { label: "Поиск и списки", call: "openLists", page: "lists", title: "Поиск и списки" },
  "separator",
  {
    label: "Подбор пар",
    call: "openPairing",
    page: "pairing",
    title: "Подбор пар",
    size: { width: 1100, height: 640 },
  },
  { label: "Ход пар", call: "openPairs", page: "pairs", title: "Ход пар" },
  { label: "Приказ о закреплении пар", call: "openOrder", page: "order", title: "Приказ о закреплении пар" },
  { label: "Программы пар", call: "openProgrammes", page: "programmes", title: "Программы пар" },
  { label: "Документы", call: "openDocuments", page: "documents", title: "Документы" },
  { label: "Итоговый опрос", call: "openSurveys", page: "surveys", title: "Итоговый опрос" },
  { label: "Сводка", call: "openDashboard", page: "dashboard", title: "Сводка" },
  "separator",
  { label: "Проверка данных", call: "openDataCheck", page: "data-check", title: "Проверка данных" },
  { label: "Архив и удаление", call: "openArchive", page: "archive", title: "Архив и удаление" },
  { label: "Проверка установки", call: "openInstallCheck", page: "install-check", title: "Проверка установки" },
] as const satisfies readonly (MenuEntry | "separator")[];

/** The names that the menu calls. */
export type MenuCall = Exclude<(typeof MENU)[number], "separator">["call"];

/** The entry that a menu name belongs to. */
export function menuEntry(call: MenuCall): MenuEntry {
  const entry = MENU.find((candidate) => candidate !== "separator" && candidate.call === call);
  if (!entry || entry === "separator") throw new Error(`The menu has no entry ${call}.`);
  return entry;
}

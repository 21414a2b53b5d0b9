// What the add-on shows over the sheet: the menu, sidebars, dialogs, short messages.

/** A menu as a tree of plain data. */
export type MenuItem = { label: string; call: string } | "separator";

/** Builds the add-on's menu. Needs no authorisation, so it works before the user has agreed to anything. */
export function showMenu(title: string, items: readonly MenuItem[]): void {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const item of items) {
    if (item === "separator") menu.addSeparator();
    else menu.addItem(item.label, item.call);
  }
  menu.addToUi();
}

/** Opens a page of the bundle (`build/<page>.html`) in the 300 px sidebar. */
export function showSidebar(page: string, title: string): void {
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile(page).setTitle(title));
}

/** Opens a page of the bundle in a wide dialog over the sheet. */
export function showDialog(page: string, title: string, width: number, height: number): void {
  const output = HtmlService.createHtmlOutputFromFile(page).setWidth(width).setHeight(height);
  SpreadsheetApp.getUi().showModelessDialog(output, title);
}

/** Tells the curator something that ends a menu command. */
export function showMessage(title: string, text: string): void {
  const ui = SpreadsheetApp.getUi();
  ui.alert(title, text, ui.ButtonSet.OK);
}

/** Brings a cell of a tab before the curator's eyes; false if the tab is gone. */
export function jumpTo(tab: string, row: number, column: number): boolean {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  if (!sheet) return false;
  sheet.getRange(row, column).activate();
  return true;
}

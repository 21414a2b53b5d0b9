// What the curator is looking at: the open tab and the selected rows, as the texts that the sheet shows.

export interface ShownRows {
  tab: string;
  rows: string[][];
}

/** Selecting a whole column must not read a million rows. */
const MOST_SELECTED = 500;

/** The open tab from its corner to its last cell with content. */
export function shownTab(): ShownRows {
  const sheet = SpreadsheetApp.getActiveSheet();
  return { tab: sheet.getName(), rows: sheet.getDataRange().getDisplayValues() };
}

/** The selected rows in their whole width; none where nothing is selected below the last row. */
export function selectedRows(): ShownRows {
  const sheet = SpreadsheetApp.getActiveSheet();
  const range = sheet.getActiveRange();
  const width = sheet.getLastColumn();
  if (!range || width === 0) return { tab: sheet.getName(), rows: [] };
  const count = Math.min(range.getNumRows(), MOST_SELECTED);
  return { tab: sheet.getName(), rows: sheet.getRange(range.getRow(), 1, count, width).getDisplayValues() };
}

/** Brings the row with this text in one of its cells before the curator's eyes; false if the tab or the row is gone. */
export function showRow(tab: string, text: string): boolean {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  if (!sheet) return false;
  const rows = sheet.getDataRange().getDisplayValues();
  const row = rows.findIndex((cells) => cells.includes(text));
  if (row < 0) return false;
  sheet.getRange(row + 1, (rows[row] ?? []).indexOf(text) + 1).activate();
  return true;
}

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

/** Where the curator has selected something; rows from 1. */
export interface SelectedPlace {
  /** Which of the tabs that were asked for is open; null if none of them. */
  tab: string | null;
  firstRow: number;
  lastRow: number;
}

/** The place of the selection. Handles only: no round trip. */
export function selectedPlace(tabs: readonly string[]): SelectedPlace {
  const spreadsheet = SpreadsheetApp.getActiveSpreadsheet();
  const active = SpreadsheetApp.getActiveSheet();
  const range = SpreadsheetApp.getActiveRange();
  const firstRow = range?.getRow() ?? 1;
  return {
    tab: tabs.find((tab) => spreadsheet.getSheetByName(tab)?.getSheetId() === active.getSheetId()) ?? null,
    firstRow,
    lastRow: firstRow + Math.min(range?.getNumRows() ?? 1, MOST_SELECTED) - 1,
  };
}

/** What the rows of the open tab show, in their whole width. One round trip. */
export function textsOfRows(firstRow: number, lastRow: number): string[][] {
  return SpreadsheetApp.getActiveSheet().getRange(`${firstRow}:${lastRow}`).getDisplayValues();
}

/**
 * Brings the row with this text in one of its cells before the curator's eyes; false if the tab or the row is gone.
 * @param column the cell of the row to select: its number from 1, or its heading; by default the one with the text
 */
export function showRow(tab: string, text: string, column: number | string | null = null): boolean {
  const sheet = SpreadsheetApp.getActiveSpreadsheet().getSheetByName(tab);
  if (!sheet) return false;
  const rows = sheet.getDataRange().getDisplayValues();
  const row = rows.findIndex((cells) => cells.includes(text));
  if (row < 0) return false;
  // The headings stand above the records.
  const headed = rows.slice(0, row).map((cells) => cells.findIndex((cell) => cell === column));
  const place = typeof column === "number" ? column : Math.max(-1, ...headed) + 1;
  sheet.getRange(row + 1, place > 0 ? place : (rows[row] ?? []).indexOf(text) + 1).activate();
  return true;
}

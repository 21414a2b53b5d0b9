// What is selected in the user's window.
import type { Range } from "./range";
import { RangeList } from "./rangeList";
import { parseA1 } from "./rect";
import type { Sheet } from "./sheet";
import { SheetsObject, type Views } from "./views";

/** The selection in a spreadsheet: as the script set it, or as the user left it. */
export class Selection extends SheetsObject {
  readonly typeName = "Spreadsheet.Selection";
  constructor(
    views: Views,
    private readonly bookId: string,
  ) {
    super(views);
  }
  getActiveSheet(): Sheet {
    return this.views.sheet(this.bookId, this.views.activeSheetId(this.bookId));
  }
  getActiveRange(): Range | null {
    return this.ranges()[0] ?? null;
  }
  getActiveRangeList(): RangeList | null {
    const ranges = this.ranges();
    return ranges.length === 0 ? null : new RangeList(this.views, ranges);
  }
  getCurrentCell(): Range | null {
    return this.getActiveRange()?.getCell(1, 1) ?? null;
  }

  private ranges(): Range[] {
    const sheetId = this.views.activeSheetId(this.bookId);
    const rects = this.views.activePlace(this.bookId)?.rects ?? [];
    if (rects.length > 0) return rects.map((rect) => this.views.range(this.bookId, sheetId, rect));
    const { selection } = this.exec;
    const selected =
      selection?.sheetId === sheetId ? parseA1(selection.a1, this.views.sheetData(this.bookId, sheetId)) : null;
    return [this.views.range(this.bookId, sheetId, selected ?? { row: 1, column: 1, rows: 1, columns: 1 })];
  }
}

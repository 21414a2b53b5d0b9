// Finds and replaces text in cells.
import { cellAt, hasContent } from "./cells";
import { formatAt, valueAt } from "./formulas";
import { localeOf } from "./locales";
import type { Place } from "./model";
import { displayValue } from "./numberFormat";
import type { Range } from "./range";
import { SheetsObject, type Views } from "./views";

/** Searches one or more blocks, row by row. */
export class TextFinder extends SheetsObject {
  readonly typeName = "Spreadsheet.TextFinder";
  private readonly options = { matchCase: false, entire: false, formulas: false, regex: false };
  private at = -1;

  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly places: Place[],
    private readonly text: string,
  ) {
    super(views);
  }

  matchCase(matchCase: boolean): this {
    this.options.matchCase = matchCase;
    return this;
  }
  matchEntireCell(matchEntireCell: boolean): this {
    this.options.entire = matchEntireCell;
    return this;
  }
  matchFormulaText(matchFormulaText: boolean): this {
    this.options.formulas = matchFormulaText;
    return this;
  }
  useRegularExpression(useRegEx: boolean): this {
    this.options.regex = useRegEx;
    return this;
  }

  findAll(): Range[] {
    const pattern = this.pattern("u");
    const book = this.views.book(this.bookId);
    return this.places.flatMap((place) => {
      const sheet = this.views.sheetData(this.bookId, place.sheetId);
      const found: Range[] = [];
      for (let row = place.row; row < Math.min(place.row + place.rows, sheet.rows.length + 1); row++) {
        for (let column = place.column; column < place.column + place.columns; column++) {
          const cell = cellAt(sheet, row, column);
          if (!hasContent(cell)) continue;
          const value = valueAt(book, sheet, row, column, this.views.now());
          const shown = displayValue(value, formatAt(book, sheet, cell), localeOf(book.locale));
          const searched = this.options.formulas ? (cell.f ?? shown) : shown;
          if (pattern.test(searched))
            found.push(this.views.range(this.bookId, place.sheetId, { row, column, rows: 1, columns: 1 }));
        }
      }
      return found;
    });
  }

  findNext(): Range | null {
    const found = this.findAll();
    this.at = this.at + 1 < found.length ? this.at + 1 : -1;
    return found[this.at] ?? null;
  }

  findPrevious(): Range | null {
    const found = this.findAll();
    this.at = this.at > 0 ? this.at - 1 : found.length - 1;
    return found[this.at] ?? null;
  }

  getCurrentMatch(): Range | null {
    return this.findAll()[this.at] ?? null;
  }

  replaceAllWith(replaceText: string): number {
    const matches = this.findAll();
    return matches.reduce((sum, range) => sum + this.replace(range, replaceText), 0);
  }

  replaceWith(replaceText: string): number {
    const match = this.getCurrentMatch();
    return match ? this.replace(match, replaceText) : 0;
  }

  private replace(range: Range, replaceText: string): number {
    const text = range.getFormula() || range.getDisplayValue();
    const pattern = this.pattern("gu");
    const count = (text.match(pattern) ?? []).length;
    if (count > 0) {
      range.setValue(
        this.options.regex ? text.replace(pattern, replaceText) : text.replace(pattern, () => replaceText),
      );
    }
    return count;
  }

  private pattern(flags: string): RegExp {
    const { regex, entire, matchCase } = this.options;
    const source = regex ? this.text : this.text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
    return new RegExp(entire ? `^(?:${source})$` : source, matchCase ? flags : `${flags}i`);
  }
}

// Named ranges as scripts hold them, and the rules for their names.
import { GoogleError } from "../kernel/contract";
import { placeOf } from "./arguments";
import type { NamedRangeData, SpreadsheetData } from "./model";
import type { Range } from "./range";
import { touch } from "./state";
import { SheetsObject, type Views } from "./views";

/** Refuses a name that Google would: one that reads as a cell, begins with a digit or has spaces. */
export function assertRangeName(name: string): void {
  const fine = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && name.length <= 250;
  const likeCell = /^([A-Za-z]{1,3}\d+|R\d+C\d+|true|false)$/i.test(name);
  if (!fine || likeCell) throw new GoogleError("Invalid range name.");
}

/** Finds a named range; case does not matter. */
export function findNamedRange(book: SpreadsheetData, name: string): NamedRangeData | undefined {
  return book.namedRanges.find((range) => range.name.toLowerCase() === name.toLowerCase());
}

/** A range with a name. */
export class NamedRange extends SheetsObject {
  readonly typeName = "Spreadsheet.NamedRange";
  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly data: NamedRangeData,
  ) {
    super(views);
  }
  getName(): string {
    return this.data.name;
  }
  getRange(): Range {
    const { sheetId, ...rect } = this.data.place;
    return this.views.range(this.bookId, sheetId, rect);
  }
  setName(name: string): this {
    assertRangeName(name);
    this.data.name = name;
    touch(this.views.book(this.bookId));
    return this;
  }
  setRange(range: Range): this {
    this.data.place = placeOf(range);
    touch(this.views.book(this.bookId));
    return this;
  }
  remove(): void {
    const book = this.views.book(this.bookId);
    book.namedRanges = book.namedRanges.filter((range) => range !== this.data);
    touch(book);
  }
}

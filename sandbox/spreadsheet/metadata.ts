// Developer metadata: hidden keys and values on a spreadsheet, a tab, or one whole row or column.
import { EnumValue } from "../kernel/contract";
import { DeveloperMetadataLocationType, DeveloperMetadataVisibility, named } from "./enums";
import type { MetadataData } from "./model";
import type { Range } from "./range";
import type { Sheet } from "./sheet";
import type { Spreadsheet } from "./spreadsheet";
import { nextNumber, touch } from "./state";
import { SheetsObject, type Views } from "./views";

/** Where metadata hangs; nothing named is the spreadsheet itself. */
export interface MetadataSpot {
  sheetId?: number;
  row?: number;
  column?: number;
}

/** Adds metadata. The overloads of Google give a value, a visibility, or both after the key. */
export function addMetadata(
  views: Views,
  bookId: string,
  spot: MetadataSpot,
  key: string,
  rest: (string | EnumValue | null)[],
): void {
  const book = views.book(bookId);
  const visibility = rest.find((item): item is EnumValue => item instanceof EnumValue);
  const value = rest.find((item): item is string => typeof item === "string") ?? null;
  book.metadata.push({
    id: nextNumber(book),
    key,
    value,
    visibility: visibility === DeveloperMetadataVisibility.PROJECT ? "PROJECT" : "DOCUMENT",
    scriptId: views.exec.script.id,
    ...spot,
  });
  touch(book);
}

/** One piece of metadata. */
export class DeveloperMetadata extends SheetsObject {
  readonly typeName = "Spreadsheet.DeveloperMetadata";
  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly data: MetadataData,
  ) {
    super(views);
  }
  getId(): number {
    return this.data.id;
  }
  getKey(): string {
    return this.data.key;
  }
  getValue(): string | null {
    return this.data.value;
  }
  getVisibility(): EnumValue {
    return named(DeveloperMetadataVisibility, this.data.visibility);
  }
  getLocation(): DeveloperMetadataLocation {
    return new DeveloperMetadataLocation(this.views, this.bookId, this.data);
  }
  setKey(key: string): this {
    this.data.key = key;
    touch(this.views.book(this.bookId));
    return this;
  }
  setValue(value: string): this {
    this.data.value = value;
    touch(this.views.book(this.bookId));
    return this;
  }
  setVisibility(visibility: EnumValue): this {
    this.data.visibility = visibility === DeveloperMetadataVisibility.PROJECT ? "PROJECT" : "DOCUMENT";
    touch(this.views.book(this.bookId));
    return this;
  }
  remove(): void {
    const book = this.views.book(this.bookId);
    book.metadata = book.metadata.filter(({ id }) => id !== this.data.id);
    touch(book);
  }
}

/** Where a piece of metadata is now. */
export class DeveloperMetadataLocation extends SheetsObject {
  readonly typeName = "Spreadsheet.DeveloperMetadataLocation";
  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly spot: MetadataSpot,
  ) {
    super(views);
  }
  getLocationType(): EnumValue {
    if (this.spot.row !== undefined) return DeveloperMetadataLocationType.ROW;
    if (this.spot.column !== undefined) return DeveloperMetadataLocationType.COLUMN;
    return this.spot.sheetId === undefined
      ? DeveloperMetadataLocationType.SPREADSHEET
      : DeveloperMetadataLocationType.SHEET;
  }
  getSpreadsheet(): Spreadsheet | null {
    return this.spot.sheetId === undefined ? this.views.spreadsheet(this.bookId) : null;
  }
  getSheet(): Sheet | null {
    return this.spot.sheetId === undefined ? null : this.views.sheet(this.bookId, this.spot.sheetId);
  }
  getRow(): Range | null {
    const { row } = this.spot;
    return row === undefined ? null : (this.getSheet()?.getRange(`${row}:${row}`) ?? null);
  }
  getColumn(): Range | null {
    const { column, sheetId } = this.spot;
    if (column === undefined || sheetId === undefined) return null;
    const { maxRows } = this.views.sheetData(this.bookId, sheetId);
    return this.views.range(this.bookId, sheetId, { row: 1, column, rows: maxRows, columns: 1, openRows: true });
  }
}

/** Searches metadata at a spot and below it. */
export class DeveloperMetadataFinder extends SheetsObject {
  readonly typeName = "Spreadsheet.DeveloperMetadataFinder";
  private readonly tests: ((data: MetadataData) => boolean)[] = [];
  private crossing = false;

  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly spot: MetadataSpot,
  ) {
    super(views);
  }
  withId(id: number): this {
    return this.with((data) => data.id === id);
  }
  withKey(key: string): this {
    return this.with((data) => data.key === key);
  }
  withValue(value: string): this {
    return this.with((data) => data.value === value);
  }
  withVisibility(visibility: EnumValue): this {
    return this.with((data) => data.visibility === visibility.name);
  }
  withLocationType(type: EnumValue): this {
    return this.with((data) => new DeveloperMetadataLocation(this.views, this.bookId, data).getLocationType() === type);
  }
  onIntersectingLocations(): this {
    this.crossing = true;
    return this;
  }
  find(): DeveloperMetadata[] {
    return this.views
      .book(this.bookId)
      .metadata.filter((data) => data.visibility === "DOCUMENT" || data.scriptId === this.exec.script.id)
      .filter((data) => this.isWithin(data) && this.tests.every((test) => test(data)))
      .map((data) => new DeveloperMetadata(this.views, this.bookId, data));
  }
  private with(test: (data: MetadataData) => boolean): this {
    this.tests.push(test);
    return this;
  }
  private isWithin(data: MetadataData): boolean {
    const { sheetId, row, column } = this.spot;
    if (sheetId === undefined) return true;
    if (data.sheetId !== sheetId) return this.crossing && data.sheetId === undefined;
    if (row === undefined && column === undefined) return true;
    const crosses = this.crossing && (row === undefined) !== (data.row === undefined);
    return crosses || (data.row === row && data.column === column);
  }
}

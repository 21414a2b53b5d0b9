// Spreadsheet: a whole workbook as scripts hold it.
import { driveFiles } from "../drive/files";
import { type DriveFile, type EnumValue, GoogleError } from "../kernel/contract";
import { editorsOf } from "./access";
import { placeOf } from "./arguments";
import { addMetadata, type DeveloperMetadata, DeveloperMetadataFinder } from "./metadata";
import type { SpreadsheetData } from "./model";
import { assertRangeName, findNamedRange, NamedRange } from "./namedRange";
import type { Protection } from "./protection";
import type { Range } from "./range";
import { RangeList } from "./rangeList";
import { parseA1, splitSheetName } from "./rect";
import { Selection } from "./selection";
import type { Sheet } from "./sheet";
import { copySpreadsheet, touch } from "./state";
import { addTab, copyTabTo, deleteTab } from "./tabs";
import { TextFinder } from "./textFinder";
import { User } from "./user";
import { SpreadsheetShortcuts } from "./spreadsheetShortcuts";

interface InsertOptions {
  template?: Sheet;
}

/** A workbook. */
export class Spreadsheet extends SpreadsheetShortcuts {
  protected get book(): SpreadsheetData {
    return this.views.book(this.bookId);
  }

  private get file(): DriveFile {
    const file = driveFiles(this.exec.world).find(this.bookId);
    if (!file) throw new GoogleError(`Document ${this.bookId} is missing (perhaps it was deleted?)`);
    return file;
  }

  private assertMayEdit(): void {
    if (!driveFiles(this.exec.world).canWrite(this.file, this.exec.effectiveUser))
      throw new GoogleError("Action not allowed");
  }

  getId(): string {
    return this.bookId;
  }
  getUrl(): string {
    return `https://docs.google.com/spreadsheets/d/${this.bookId}/edit`;
  }
  getName(): string {
    return this.file.name;
  }
  rename(newName: string): void {
    this.assertMayEdit();
    driveFiles(this.exec.world).rename(this.bookId, newName);
  }
  copy(name: string): Spreadsheet {
    return this.views.spreadsheet(copySpreadsheet(this.exec.world, this.book, name, this.exec.effectiveUser));
  }
  getFormUrl(): string | null {
    return this.book.sheets.find(({ formUrl }) => formUrl !== null)?.formUrl ?? null;
  }

  getSpreadsheetLocale(): string {
    return this.book.locale;
  }
  setSpreadsheetLocale(locale: string): void {
    this.assertMayEdit();
    this.book.locale = locale;
    touch(this.book);
  }
  getSpreadsheetTimeZone(): string {
    return this.book.timeZone;
  }
  setSpreadsheetTimeZone(timezone: string): void {
    this.assertMayEdit();
    try {
      new Intl.DateTimeFormat("en-US", { timeZone: timezone });
    } catch {
      throw new GoogleError("Invalid argument: timezone. Should be of type: String");
    }
    this.book.timeZone = timezone;
    touch(this.book);
  }

  getOwner(): User | null {
    return new User(this.exec, this.file.owner);
  }
  getEditors(): User[] {
    return [this.file.owner, ...editorsOf(this.exec.world, this.book)].map((mail) => new User(this.exec, mail));
  }
  getViewers(): User[] {
    const readers = this.file.permissions.flatMap(({ role, emailAddress }) =>
      role === "reader" && emailAddress !== undefined ? [new User(this.exec, emailAddress)] : [],
    );
    return [...readers, ...this.getEditors()];
  }
  addEditor(user: string | User): Spreadsheet {
    return this.share([typeof user === "string" ? user : user.getEmail()], "writer");
  }
  addEditors(mails: string[]): Spreadsheet {
    return this.share(mails, "writer");
  }
  addViewer(user: string | User): Spreadsheet {
    return this.share([typeof user === "string" ? user : user.getEmail()], "reader");
  }
  addViewers(mails: string[]): Spreadsheet {
    return this.share(mails, "reader");
  }
  removeEditor(user: string | User): Spreadsheet {
    return this.unshare(typeof user === "string" ? user : user.getEmail(), "writer");
  }
  removeViewer(user: string | User): Spreadsheet {
    return this.unshare(typeof user === "string" ? user : user.getEmail(), "reader");
  }
  private share(mails: string[], role: "writer" | "reader"): Spreadsheet {
    this.assertMayEdit();
    for (const emailAddress of mails) {
      const kept = this.file.permissions.filter((permission) => permission.emailAddress !== emailAddress);
      const id = this.exec.world.newId("permission");
      this.file.permissions.splice(0, this.file.permissions.length, ...kept, { id, type: "user", role, emailAddress });
    }
    return this;
  }
  private unshare(mail: string, role: "writer" | "reader"): Spreadsheet {
    this.assertMayEdit();
    const kept = this.file.permissions.filter(
      (permission) => permission.emailAddress !== mail || permission.role !== role,
    );
    this.file.permissions.splice(0, this.file.permissions.length, ...kept);
    return this;
  }

  getSheets(): Sheet[] {
    return this.book.sheets.map(({ id }) => this.views.sheet(this.bookId, id));
  }
  getNumSheets(): number {
    return this.book.sheets.length;
  }
  getSheetByName(name: string): Sheet | null {
    const found = this.book.sheets.find((sheet) => sheet.name === name);
    return found ? this.views.sheet(this.bookId, found.id) : null;
  }
  getSheetById(id: number): Sheet | null {
    return this.book.sheets.some((sheet) => sheet.id === id) ? this.views.sheet(this.bookId, id) : null;
  }
  insertSheet(...args: (string | number | InsertOptions | null)[]): Sheet {
    this.assertMayEdit();
    const name = args.find((arg): arg is string => typeof arg === "string") ?? null;
    const index = args.find((arg): arg is number => typeof arg === "number");
    const options = args.find((arg): arg is InsertOptions => typeof arg === "object" && arg !== null);
    const { book } = this;
    const after = book.sheets.findIndex(({ id }) => id === this.views.activeSheetId(this.bookId)) + 1;
    const sheet = addTab(book, name, index ?? after, options?.template?.data ?? null);
    return this.views.sheet(this.bookId, sheet.id).activate();
  }
  deleteSheet(sheet: Sheet): void {
    this.views.assertMayEditTab(this.bookId, sheet.data);
    deleteTab(this.book, sheet.data);
    if (this.views.active.get(this.bookId)?.sheetId === sheet.sheetId) this.views.active.delete(this.bookId);
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): Sheet {
    this.assertMayEdit();
    const source = this.getActiveSheet();
    const copy = copyTabTo(this.book, source.data, this.book);
    this.place(copy.id, source.getIndex() + 1);
    return this.views.sheet(this.bookId, copy.id).activate();
  }
  moveActiveSheet(pos: number): void {
    this.assertMayEdit();
    if (pos < 1 || pos > this.book.sheets.length) throw new GoogleError("Sheet index is out of bounds.");
    this.place(this.getActiveSheet().sheetId, pos);
  }
  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }
  private place(sheetId: number, position: number): void {
    const { sheets } = this.book;
    const [moved] = sheets.splice(
      sheets.findIndex(({ id }) => id === sheetId),
      1,
    );
    if (moved) sheets.splice(position - 1, 0, moved);
    touch(this.book);
  }

  getActiveSheet(): Sheet {
    return this.views.sheet(this.bookId, this.views.activeSheetId(this.bookId));
  }
  setActiveSheet(sheet: Sheet): Sheet {
    return sheet.activate();
  }
  getSelection(): Selection {
    return new Selection(this.views, this.bookId);
  }

  getRange(a1Notation: string): Range {
    const { sheetName, area } = splitSheetName(a1Notation);
    const named = sheetName === null ? findNamedRange(this.book, area) : undefined;
    if (named) return new NamedRange(this.views, this.bookId, named).getRange();
    const sheet = sheetName === null ? this.getActiveSheet() : this.getSheetByName(sheetName);
    const rect = sheet && parseA1(area, sheet.data);
    if (!sheet || !rect || rect.row + rect.rows - 1 > sheet.data.maxRows) throw new GoogleError("Range not found");
    return this.views.range(this.bookId, sheet.sheetId, rect);
  }
  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(
      this.views,
      a1Notations.map((a1) => this.getRange(a1)),
    );
  }
  getRangeByName(name: string): Range | null {
    const found = findNamedRange(this.book, name);
    return found ? new NamedRange(this.views, this.bookId, found).getRange() : null;
  }
  getNamedRanges(): NamedRange[] {
    return this.book.namedRanges.map((range) => new NamedRange(this.views, this.bookId, range));
  }
  setNamedRange(name: string, range: Range): void {
    this.assertMayEdit();
    assertRangeName(name);
    const found = findNamedRange(this.book, name);
    if (found) found.place = placeOf(range);
    else this.book.namedRanges.push({ name, place: placeOf(range) });
    touch(this.book);
  }
  removeNamedRange(name: string): void {
    this.assertMayEdit();
    if (!findNamedRange(this.book, name)) throw new GoogleError("The range name is not defined.");
    this.book.namedRanges = this.book.namedRanges.filter((range) => range.name.toLowerCase() !== name.toLowerCase());
    touch(this.book);
  }
  getProtections(type: EnumValue): Protection[] {
    return this.getSheets().flatMap((sheet) => sheet.getProtections(type));
  }

  createTextFinder(findText: string): TextFinder {
    const places = this.book.sheets.map(({ id, maxRows, maxColumns }) => ({
      row: 1,
      column: 1,
      rows: maxRows,
      columns: maxColumns,
      sheetId: id,
    }));
    return new TextFinder(this.views, this.bookId, places, findText);
  }
  addDeveloperMetadata(key: string, ...rest: (string | EnumValue | null)[]): Spreadsheet {
    addMetadata(this.views, this.bookId, {}, key, rest);
    return this;
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.views, this.bookId, {});
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return this.createDeveloperMetadataFinder()
      .find()
      .filter((entry) => entry.getLocation().getLocationType().name === "SPREADSHEET");
  }
}

// Protection: a protected range or tab as scripts hold it.
import type { ServiceObject } from "../kernel/contract";
import { type EnumValue, GoogleError } from "../kernel/contract";
import { canEditProtection, ownerOf } from "./access";
import { ProtectionType, named } from "./enums";
import type { ProtectionData } from "./model";
import type { NamedRange } from "./namedRange";
import type { Range } from "./range";
import { touch } from "./state";
import { SheetsObject, type Views } from "./views";
import { User } from "./user";

function mailOf(user: string | ServiceObject): string {
  if (typeof user === "string") return user;
  return (user as ServiceObject & { getEmail(): string }).getEmail();
}

/** A protection. New ones keep nobody out who could edit before: editors must be removed. */
export class Protection extends SheetsObject {
  readonly typeName = "Spreadsheet.Protection";
  constructor(
    views: Views,
    private readonly bookId: string,
    private readonly sheetId: number,
    readonly id: string,
  ) {
    super(views);
  }

  private get data(): ProtectionData {
    const found = this.views.sheetData(this.bookId, this.sheetId).protections.find(({ id }) => id === this.id);
    if (!found) throw new GoogleError("The protection has been removed.");
    return found;
  }

  private change(work: (data: ProtectionData) => void): this {
    if (!this.canEdit()) throw new GoogleError("You do not have permission to edit this protected range.");
    work(this.data);
    touch(this.views.book(this.bookId));
    return this;
  }

  canEdit(): boolean {
    return canEditProtection(this.exec.world, this.views.book(this.bookId), this.data, this.exec.effectiveUser);
  }
  canDomainEdit(): boolean {
    return this.data.domainEdit ?? false;
  }
  setDomainEdit(editable: boolean): this {
    return this.change((data) => (data.domainEdit = editable));
  }

  /** The editors by name. The owner may always edit and is not among them. */
  getEditors(): User[] {
    const owner = ownerOf(this.exec.world, this.views.book(this.bookId)).toLowerCase();
    return this.data.editors.filter((mail) => mail.toLowerCase() !== owner).map((mail) => new User(this.exec, mail));
  }
  addEditor(user: string | ServiceObject): this {
    return this.addEditors([mailOf(user)]);
  }
  addEditors(mails: string[]): this {
    const bad = mails.find((mail) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(mail));
    if (bad !== undefined) throw new GoogleError(`Invalid email: ${bad}`);
    return this.change((data) => {
      data.editors = [...new Set([...data.editors, ...mails])];
    });
  }
  removeEditor(user: string | ServiceObject): this {
    return this.removeEditors([user]);
  }
  /** Neither the owner nor the current user can be removed. */
  removeEditors(users: (string | ServiceObject)[]): this {
    const gone = new Set(users.map((user) => mailOf(user).toLowerCase()));
    gone.delete(this.exec.effectiveUser.toLowerCase());
    return this.change((data) => {
      data.editors = data.editors.filter((mail) => !gone.has(mail.toLowerCase()));
    });
  }

  getDescription(): string {
    return this.data.description;
  }
  setDescription(description: string): this {
    return this.change((data) => (data.description = description));
  }
  getProtectionType(): EnumValue {
    return named(ProtectionType, this.data.type);
  }
  isWarningOnly(): boolean {
    return this.data.warningOnly;
  }
  setWarningOnly(warningOnly: boolean): this {
    return this.change((data) => (data.warningOnly = warningOnly));
  }

  getRange(): Range {
    const { maxRows, maxColumns } = this.views.sheetData(this.bookId, this.sheetId);
    const whole = { row: 1, column: 1, rows: maxRows, columns: maxColumns };
    return this.views.range(this.bookId, this.sheetId, this.data.type === "SHEET" ? whole : this.data.range);
  }
  setRange(range: Range): this {
    return this.change((data) => (data.range = range.rect));
  }
  getRangeName(): string | null {
    return this.data.rangeName ?? null;
  }
  setRangeName(rangeName: string): this {
    const found = this.views.book(this.bookId).namedRanges.find(({ name }) => name === rangeName);
    if (!found) throw new GoogleError("The range name is not defined.");
    return this.change((data) => {
      data.rangeName = rangeName;
      data.range = found.place;
    });
  }
  setNamedRange(namedRange: NamedRange): this {
    return this.setRangeName(namedRange.getName());
  }
  getUnprotectedRanges(): Range[] {
    return this.data.unprotected.map((rect) => this.views.range(this.bookId, this.sheetId, rect));
  }
  setUnprotectedRanges(ranges: Range[]): this {
    if (this.data.type !== "SHEET") throw new GoogleError("Unprotected ranges can only be set on a protected sheet.");
    return this.change((data) => (data.unprotected = ranges.map((range) => range.rect)));
  }

  remove(): void {
    this.change(() => {
      const sheet = this.views.sheetData(this.bookId, this.sheetId);
      sheet.protections = sheet.protections.filter(({ id }) => id !== this.id);
    });
  }
}

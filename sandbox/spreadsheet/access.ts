// Who may change what: the right to edit the file, and protected ranges and tabs.
import { driveFiles } from "../drive/files";
import { GoogleError, type World } from "../kernel/contract";
import type { ProtectionData, Rect, SheetData, SpreadsheetData } from "./model";
import { contains, intersects } from "./rect";

const PROTECTED =
  "You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.";

/** Whether the user may edit the spreadsheet at all. */
function canEditFile(world: World, book: SpreadsheetData, user: string): boolean {
  const files = driveFiles(world);
  const file = files.find(book.id);
  return file !== undefined && files.canWrite(file, user);
}

/** The spreadsheet's owner. */
export function ownerOf(world: World, book: SpreadsheetData): string {
  return driveFiles(world).find(book.id)?.owner ?? "";
}

/** Everybody who may edit the spreadsheet by name, without the owner: the first editors of a new protection. */
export function editorsOf(world: World, book: SpreadsheetData): string[] {
  const file = driveFiles(world).find(book.id);
  return (file?.permissions ?? []).flatMap((permission) =>
    permission.role === "writer" && permission.emailAddress !== undefined ? [permission.emailAddress] : [],
  );
}

function blocks(protection: ProtectionData, user: string, owner: string): boolean {
  if (protection.warningOnly) return false;
  const mail = user.toLowerCase();
  return mail !== owner.toLowerCase() && !protection.editors.some((editor) => editor.toLowerCase() === mail);
}

/** Whether a protection keeps the user out of a block. */
function keepsOut(protection: ProtectionData, rect: Rect): boolean {
  if (protection.type === "RANGE") return intersects(protection.range, rect);
  return !protection.unprotected.some((open) => contains(open, rect));
}

/** Whether the user may change the cells of a block. */
export function canEditBlock(world: World, book: SpreadsheetData, sheet: SheetData, rect: Rect, user: string): boolean {
  if (!canEditFile(world, book, user)) return false;
  const owner = ownerOf(world, book);
  return !sheet.protections.some((protection) => blocks(protection, user, owner) && keepsOut(protection, rect));
}

/** Refuses, with Google's text, to change cells the user may not change. */
export function assertMayEdit(world: World, book: SpreadsheetData, sheet: SheetData, rect: Rect, user: string): void {
  if (!canEditBlock(world, book, sheet, rect, user)) throw new GoogleError(PROTECTED);
}

/** Refuses to change the tab as a whole (its name, place, deletion, size) where a tab protection forbids it. */
export function assertMayEditTab(world: World, book: SpreadsheetData, sheet: SheetData, user: string): void {
  const owner = ownerOf(world, book);
  const kept = sheet.protections.some((protection) => protection.type === "SHEET" && blocks(protection, user, owner));
  if (!canEditFile(world, book, user) || kept) throw new GoogleError(PROTECTED);
}

/** Whether the user may change the protection itself or what it covers. */
export function canEditProtection(
  world: World,
  book: SpreadsheetData,
  protection: ProtectionData,
  user: string,
): boolean {
  return canEditFile(world, book, user) && !blocks({ ...protection, warningOnly: false }, user, ownerOf(world, book));
}

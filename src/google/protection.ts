// Tabs that only some of the workbook's editors may change: Google's protection of whole sheets.
import { effectiveUser } from "./session";
import { changing, patiently, type SheetTab } from "./sheets";

/** What could not be done as it was wanted. */
export interface GuardReport {
  /** Addresses that Google does not take. */
  refused: string[];
  /** Names of tabs that somebody has protected in a way of his own: they are left so. */
  foreign: string[];
}

type Protection = GoogleAppsScript.Spreadsheet.Protection;

/** What Google shows beside the protection; by it the program knows its own. */
const MARK = "Изменяют только кураторы наставничества";

function protections(): Protection[] {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  return patiently(() => book.getProtections(SpreadsheetApp.ProtectionType.SHEET));
}

/** How many tabs are protected as a whole. */
export function protectedTabs(): number {
  return protections().length;
}

/**
 * Keeps editors who are not allowed from changing these tabs. Neither the workbook's owner nor the account that runs
 * this is ever kept out. Calls: four, two to six for each tab that is not protected yet, five for one that is.
 *
 * @param allowed e-mail addresses in lower case
 */
export function guardTabs(tabs: readonly SheetTab[], allowed: readonly string[]): GuardReport {
  const book = SpreadsheetApp.getActiveSpreadsheet();
  const known = new Map(patiently(() => protections().map((one) => [one.getRange().getSheet().getSheetId(), one])));
  const editors = mails(patiently(() => book.getEditors()));
  // A file on a shared drive has no owner.
  const owner = mails(patiently(() => [book.getOwner()].flatMap((user) => user ?? [])));
  const me = effectiveUser().toLowerCase();
  const wanted = new Set([...allowed, me].filter((mail) => mail !== "" && !owner.includes(mail)));
  const report: GuardReport = { refused: [], foreign: [] };
  let domain: boolean | null = null;
  for (const tab of tabs) {
    const present = known.get(tab.id);
    if (present && patiently(() => present.getDescription()) !== MARK) {
      report.foreign.push(tab.name);
      continue;
    }
    changing(tab.name, () => {
      const guard = present ?? tab.sheet.protect().setDescription(MARK);
      const inside = present ? mails(present.getEditors()) : editors;
      add(
        guard,
        [...wanted].filter((mail) => !inside.includes(mail)),
        report.refused,
      );
      const outsiders = inside.filter((mail) => !wanted.has(mail) && !owner.includes(mail));
      if (outsiders.length > 0) guard.removeEditors(outsiders);
      domain ??= guard.canDomainEdit();
      if (domain) guard.setDomainEdit(false);
    });
  }
  return report;
}

function mails(users: readonly GoogleAppsScript.Base.User[]): string[] {
  return users.map((user) => user.getEmail().toLowerCase());
}

/** One address that Google does not take keeps all of a call out: then they are tried one by one. */
function add(guard: Protection, wanted: readonly string[], refused: string[]): void {
  const fresh = wanted.filter((mail) => !refused.includes(mail));
  if (fresh.length === 0) return;
  try {
    guard.addEditors([...fresh]);
  } catch {
    for (const mail of fresh) {
      try {
        guard.addEditor(mail);
      } catch {
        refused.push(mail);
      }
    }
  }
}

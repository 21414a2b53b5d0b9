// Which permission each service call needs, and which calls each authorisation mode allows.
//
// Source of both tables: Google's reference (per-method scopes) and its page on the authorisation lifecycle of editor add-ons.

const AUTH = "https://www.googleapis.com/auth/";
const CURRENT_SHEET = [`${AUTH}spreadsheets.currentonly`, `${AUTH}spreadsheets`];

/** Rows of type, member and the scopes of which one is enough. The first row that fits counts; no row, no scope. */
const NEEDS: [type: RegExp, member: RegExp, anyOf: string[]][] = [
  [/^Spreadsheet\.SpreadsheetApp$/, /^(create|open|openById|openByUrl)$/, [`${AUTH}spreadsheets`]],
  // Menus, alerts and builders touch no file.
  [/^Spreadsheet\.SpreadsheetApp$/, /^(getUi|new\w+)$/, []],
  [/^Spreadsheet\./, /.*/, CURRENT_SHEET],
  [/^Forms\.FormApp$/, /^(create|openById|openByUrl)$/, [`${AUTH}forms`]],
  [/^Forms\.FormApp$/, /^(getUi|create\w+)$/, []],
  [/^Forms\./, /.*/, [`${AUTH}forms.currentonly`, `${AUTH}forms`]],
  [/^Document\.DocumentApp$/, /^(create|openById|openByUrl)$/, [`${AUTH}documents`]],
  [/^Document\./, /.*/, [`${AUTH}documents.currentonly`, `${AUTH}documents`]],
  [/^Drive\./, /^(get|has|is|search)/, [`${AUTH}drive`, `${AUTH}drive.readonly`]],
  [/^Drive\./, /.*/, [`${AUTH}drive`]],
  [/^Mail\./, /.*/, [`${AUTH}script.send_mail`]],
  [/^Gmail\./, /.*/, ["https://mail.google.com/"]],
  [/^Calendar\./, /.*/, [`${AUTH}calendar`, `${AUTH}calendar.readonly`]],
  [
    /^Script\.ScriptApp$/,
    /^(newTrigger|getProjectTriggers|getUserTriggers|deleteTrigger)$/,
    [`${AUTH}script.scriptapp`],
  ],
  [/^Base\.Ui$/, /^show\w+$/, [`${AUTH}script.container.ui`]],
  [/^Base\.Session$/, /^get(Active|Effective)User$/, [`${AUTH}userinfo.email`]],
  [/^URL_Fetch\.UrlFetchApp$/, /^fetch(All)?$/, [`${AUTH}script.external_request`]],
];

/** The scopes of which the script must hold one; empty where none is needed. */
export function scopesFor(typeName: string, member: string): string[] {
  return NEEDS.find(([type, name]) => type.test(typeName) && name.test(member))?.[2] ?? [];
}

/** What simple triggers may not do, because it would act for the user elsewhere. */
const BARRED_WHEN_LIMITED: [type: RegExp, member: RegExp][] = [
  [/^Spreadsheet\.SpreadsheetApp$/, /^(create|open|openById|openByUrl)$/],
  [/^(Forms|Document|Drive|Mail|Gmail|Calendar|URL_Fetch|JDBC|Contacts)\./, /.*/],
  [/^Base\.Ui$/, /^show\w+$/],
  [/^Script\.ScriptApp$/, /^(newTrigger|getProjectTriggers|getUserTriggers|deleteTrigger|getOAuthToken)$/],
];

/** What an add-on that is installed but not switched on in this file may not do either. */
const BARRED_WHEN_NONE: [type: RegExp, member: RegExp][] = [
  ...BARRED_WHEN_LIMITED,
  [/^Spreadsheet\.(?!SpreadsheetApp$)/, /.*/],
  [/^Spreadsheet\.SpreadsheetApp$/, /^(?!getUi$)/],
  [/^(Properties|Cache|Lock)\./, /.*/],
];

/** True if the call is barred in that authorisation mode. */
export function barredIn(mode: "NONE" | "LIMITED" | "FULL", typeName: string, member: string): boolean {
  if (mode === "FULL") return false;
  const table = mode === "NONE" ? BARRED_WHEN_NONE : BARRED_WHEN_LIMITED;
  return table.some(([type, name]) => type.test(typeName) && name.test(member));
}

/** A scope's full address: `forms` → `https://www.googleapis.com/auth/forms`. */
export function scopeAddress(scope: string): string {
  return scope.startsWith("https://") ? scope : AUTH + scope;
}

/** Google's message for a call without its permission. */
export function insufficientPermissions(callee: string, anyOf: string[]): string {
  const wanted = anyOf.length === 1 ? (anyOf[0] ?? "") : `(${anyOf.join(" || ")})`;
  return `Specified permissions are not sufficient to call ${callee}. Required permissions: ${wanted}`;
}

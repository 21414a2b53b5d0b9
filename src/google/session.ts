// Who is at the keyboard, with whose rights the script works, and in which workbook.

/** The account with whose rights the script works; a trigger's owner. */
export function effectiveUser(): string {
  return Session.getEffectiveUser().getEmail();
}

/** Who is at the keyboard; outside the school's domain Google may not say, then whose rights are used. */
export function currentUser(): string {
  return Session.getActiveUser().getEmail() || effectiveUser();
}

/** The id of the spreadsheet that the script is bound to: what tells one school's files from another's. */
export function workbookId(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

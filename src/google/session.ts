// Who is at the keyboard, and with whose rights the script works.

/** The account with whose rights the script works; a trigger's owner. */
export function effectiveUser(): string {
  return Session.getEffectiveUser().getEmail();
}

/** Who is at the keyboard; outside the school's domain Google may not say, then whose rights are used. */
export function currentUser(): string {
  return Session.getActiveUser().getEmail() || effectiveUser();
}

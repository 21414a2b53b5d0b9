// The people of a form: whom a script may name by address or hand over as a user.

import { GoogleError } from "../kernel/contract";

/** An e-mail address, or any user object. */
export type Person = string | { getEmail(): string };

/** @throws GoogleError if it is no address. */
export function addressOf(person: Person): string {
  const email = typeof person === "string" ? person : person.getEmail();
  if (!/^[^\s@]+@[^\s@]+$/.test(email)) throw new GoogleError(`Invalid email: ${email}`);
  return email;
}

// Who has answered: by the personal code, then the e-mail address, then the full name; never by a guess.
import { compareNames, nameParts, type NameParts } from "../school/fullName";

/** Somebody who may answer. */
export interface Respondent {
  /** Code on «Педагоги». */
  code: string;
  fullName: string;
  email: string | null;
}

/** What a response says about its author. */
export interface Signature {
  /** The person whom the personal code belongs to. */
  invited: string | null;
  email: string | null;
  fullName: string | null;
}

/** `person` is null for an unknown author; `doubt` (Russian) asks the curator. */
export interface Recognition {
  person: string | null;
  doubt: string | null;
}

/**
 * Makes the function that recognises authors among these people. A personal code under somebody else's name, an address
 * or a name that fits several people, and initials that fit one are left to the curator.
 */
export function recogniser(known: readonly Respondent[]): (signature: Signature) => Recognition {
  const byCode = new Map(known.map((person) => [person.code, person]));
  const prepared = known.map((person) => ({
    code: person.code,
    email: keyOfEmail(person.email),
    parts: nameParts(person.fullName),
  }));
  const byEmail = grouped(prepared, ({ email }) => email);
  const byLastName = grouped(prepared, ({ parts }) => parts.last);
  return ({ invited, email, fullName }) => {
    const named = nameParts(fullName ?? "");
    const guest = invited === null ? undefined : byCode.get(invited);
    if (guest) {
      const contradicts = named.first !== "" && compareNames(nameParts(guest.fullName), named) === "different";
      return contradicts ? doubt("личный код и ФИО принадлежат разным людям") : sure(guest.code);
    }
    const sameName = (byLastName.get(named.last) ?? []).filter(
      ({ parts }) => named.first !== "" && compareNames(parts, named) !== "different",
    );
    const sameEmail = byEmail.get(keyOfEmail(email)) ?? [];
    return sameEmail.length > 0 ? byAddress(sameEmail, sameName, named) : byNameAlone(sameName, named);
  };
}

interface Prepared {
  code: string;
  email: string;
  parts: NameParts;
}

function byAddress(sameEmail: readonly Prepared[], sameName: readonly Prepared[], named: NameParts): Recognition {
  const candidates = named.first === "" ? sameEmail : sameEmail.filter((person) => sameName.includes(person));
  const [one, ...others] = candidates;
  if (one && others.length === 0) return sure(one.code);
  return doubt("адрес почты и ФИО принадлежат разным людям");
}

function byNameAlone(found: readonly Prepared[], named: NameParts): Recognition {
  const exact = found.filter(({ parts }) => compareNames(parts, named) === "equal");
  const [one, ...others] = exact;
  if (others.length > 0) return doubt("в банке несколько человек с таким ФИО");
  if (one && named.first.length > 1) return sure(one.code);
  return found.length > 0 ? doubt("ФИО указано не полностью") : { person: null, doubt: null };
}

/** Empty keys stand for nobody. */
function grouped(people: readonly Prepared[], keyOf: (person: Prepared) => string): Map<string, Prepared[]> {
  const groups = new Map<string, Prepared[]>();
  for (const person of people) {
    const key = keyOf(person);
    if (key !== "") groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}

function keyOfEmail(email: string | null): string {
  return email?.trim().toLowerCase() ?? "";
}

function sure(person: string): Recognition {
  return { person, doubt: null };
}

function doubt(reason: string): Recognition {
  return { person: null, doubt: reason };
}

// Who has answered: by the personal code, then the e-mail address, then the full name; never by a guess.
import { compareNames, nameParts, oneTypoApart, type NameParts } from "../school/fullName";

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

/**
 * `person` is null for an unknown author; `doubt` (Russian) asks the curator, who is offered the `likely` people by their
 * codes, the likeliest first.
 */
export interface Recognition {
  person: string | null;
  doubt: string | null;
  likely: readonly string[];
}

/** So many are offered; a longer list is no help. */
const MOST_LIKELY = 4;

/**
 * Makes the function that recognises authors among these people. A personal code under somebody else's name, an address
 * or a name that fits several people, initials that fit one, and a name that is a slip away from a known one are left to
 * the curator.
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
    const sameName = (byLastName.get(named.last) ?? []).filter(
      ({ parts }) => named.first !== "" && compareNames(parts, named) !== "different",
    );
    const guest = invited === null ? undefined : byCode.get(invited);
    if (guest) return byPersonalCode(guest, sameName, named);
    const sameEmail = byEmail.get(keyOfEmail(email)) ?? [];
    if (sameEmail.length > 0) return byAddress(sameEmail, sameName, named);
    return byNameAlone(sameName, named) ?? slipOf(prepared, named);
  };
}

interface Prepared {
  code: string;
  email: string;
  parts: NameParts;
}

/** A link may have been handed on: its code counts unless the name is somebody else's. */
function byPersonalCode(guest: Respondent, sameName: readonly Prepared[], named: NameParts): Recognition {
  const own = nameParts(guest.fullName);
  const others = sameName.filter(({ code }) => code !== guest.code);
  const fits = named.first === "" ? "equal" : compareNames(own, named);
  const isOther = others.some(({ parts }) => compareNames(parts, named) === "equal");
  return fits === "different" || (fits === "compatible" && isOther)
    ? doubt("личный код и ФИО принадлежат разным людям", [guest, ...others])
    : sure(guest.code);
}

function byAddress(sameEmail: readonly Prepared[], sameName: readonly Prepared[], named: NameParts): Recognition {
  const candidates = named.first === "" ? sameEmail : sameEmail.filter((person) => sameName.includes(person));
  const [one, ...others] = candidates;
  if (one && others.length === 0) return sure(one.code);
  return doubt("адрес почты и ФИО принадлежат разным людям", [...candidates, ...sameName, ...sameEmail]);
}

/** Null if nobody has such a name. */
function byNameAlone(found: readonly Prepared[], named: NameParts): Recognition | null {
  const [one, ...others] = found.filter(({ parts }) => compareNames(parts, named) === "equal");
  if (one && others.length > 0) return doubt("в банке несколько человек с таким ФИО", found);
  // «Орлов Пётр» may be any of several who have that surname and name, though the bank knows one without a patronymic.
  const isWhole = named.first.length > 1 && (named.middle.length > 1 || found.length === 1);
  if (one && isWhole) return sure(one.code);
  return found.length > 0 ? doubt("ФИО указано не полностью", found) : null;
}

/** A name that nobody has, but somebody nearly: a new person, or a slip of a known one. */
function slipOf(known: readonly Prepared[], named: NameParts): Recognition {
  const near = named.first === "" ? [] : known.filter(({ parts }) => isSlip(parts, named));
  return near.length > 0 ? doubt("такого ФИО в банке нет, но есть похожее", near) : STRANGER;
}

/** One letter amiss, whatever is left out or written as an initial, or the first name put first. Symmetric. */
function isSlip(left: NameParts, right: NameParts): boolean {
  const filled = (part: keyof NameParts) => {
    const [one, other] = [left[part], right[part]];
    const isShort = one.length <= 1 || other.length <= 1;
    return isShort && (one === "" || other === "" || one.charAt(0) === other.charAt(0)) ? one : other;
  };
  const likeLeft = { last: right.last, first: filled("first"), middle: filled("middle") };
  const swapped = left.first.length > 1 && left.last === right.first && left.first === right.last;
  return swapped || oneTypoApart(left, likeLeft);
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

const STRANGER: Recognition = { person: null, doubt: null, likely: [] };

function sure(person: string): Recognition {
  return { person, doubt: null, likely: [] };
}

function doubt(reason: string, likely: readonly { code: string }[]): Recognition {
  const codes = [...new Set(likely.map(({ code }) => code))];
  return { person: null, doubt: reason, likely: codes.slice(0, MOST_LIKELY) };
}

// Which written consents are in force on a day, and which are still missing.
import type { CalendarDate } from "../workbook/calendarDate";
import { CONSENT_KIND, type Consent } from "./consents.table";

export type ConsentKind = Consent["kind"];
export type Role = "mentor" | "mentee";

/**
 * Without these nobody is named in an order: consent to mentoring (ТК РФ ст. 351.8), to taking part (source 2, stage 1),
 * to the use of personal data (152-ФЗ ст. 9).
 */
export const CONSENTS_NEEDED: Readonly<Record<Role, readonly ConsentKind[]>> = {
  mentor: [CONSENT_KIND.mentoring, CONSENT_KIND.personalData],
  mentee: [CONSENT_KIND.pair, CONSENT_KIND.personalData],
};

/** Whether the consent holds on the day: given, not run out, not withdrawn. From the day of withdrawal it does not. */
export function isInForce(consent: Consent, day: CalendarDate): boolean {
  const { givenOn, validUntil, withdrawnOn } = consent;
  return givenOn <= day && (validUntil === null || validUntil >= day) && (withdrawnOn === null || withdrawnOn > day);
}

/** Kinds in force on the day, by the person's code. */
export function consentsInForce(
  consents: readonly Consent[],
  day: CalendarDate,
): ReadonlyMap<string, ReadonlySet<ConsentKind>> {
  const given = new Map<string, Set<ConsentKind>>();
  for (const consent of consents) {
    if (!isInForce(consent, day)) continue;
    const own = given.get(consent.person) ?? new Set<ConsentKind>();
    given.set(consent.person, own.add(consent.kind));
  }
  return given;
}

/** What each of these people lacks on the day; those who lack nothing are left out. */
export function missingConsents(
  parties: readonly { person: string; role: Role }[],
  consents: readonly Consent[],
  day: CalendarDate,
): { person: string; kinds: ConsentKind[] }[] {
  const given = consentsInForce(consents, day);
  const needed = new Map<string, Set<ConsentKind>>();
  for (const { person, role } of parties) {
    const own = needed.get(person) ?? new Set<ConsentKind>();
    for (const kind of CONSENTS_NEEDED[role]) if (given.get(person)?.has(kind) !== true) own.add(kind);
    needed.set(person, own);
  }
  return [...needed].filter(([, kinds]) => kinds.size > 0).map(([person, kinds]) => ({ person, kinds: [...kinds] }));
}

/** People who have withdrawn the consent to the use of their data and not given it again: no mail, no new paper. */
export function withdrawnPeople(consents: readonly Consent[], day: CalendarDate): ReadonlySet<string> {
  const given = consentsInForce(consents, day);
  return new Set(
    consents
      .filter(
        ({ kind, withdrawnOn }) => kind === CONSENT_KIND.personalData && withdrawnOn !== null && withdrawnOn <= day,
      )
      .map(({ person }) => person)
      .filter((person) => given.get(person)?.has(CONSENT_KIND.personalData) !== true),
  );
}

// Which written consents are in force on a day, which are still missing, and what a withdrawal forbids.
import { Stop } from "../google/stop";
import type { CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { CONSENT_KIND, consents as consentsTable, type Consent, type PUBLISHABLE } from "./consents.table";
import { people } from "./people.table";

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

/**
 * People who have withdrawn the consent to the use of their data and not given it again: no letter, no new paper about
 * them, nothing published, no answer taken into the bank. The one rule that every maker of these asks.
 */
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

/** `withdrawnPeople` of a workbook, today. */
export function withdrawnIn(wb: ReadOnlyWorkbook): ReadonlySet<string> {
  return withdrawnPeople(wb.all(consentsTable), wb.today);
}

/** Why nothing new is made about somebody, as the end of a sentence. */
export const WITHDRAWN = "отозвано согласие на обработку персональных данных: новые документы не готовятся";

/**
 * Keeps a paper from being made about people who have withdrawn the consent.
 *
 * @param persons codes on «Педагоги» of everybody whom the paper would name
 * @throws Stop that names them
 */
export function refuseWithdrawn(wb: ReadOnlyWorkbook, persons: readonly string[]): void {
  const withdrawn = withdrawnIn(wb);
  const names = persons.filter((code) => withdrawn.has(code)).map((code) => wb.find(people, code)?.fullName ?? code);
  if (names.length > 0)
    throw new Stop(
      `Документ не подготовлен (${[...new Set(names)].join("; ")}): ${WITHDRAWN}.`,
      "Если человек снова дал согласие, запишите его в карточке педагога и повторите.",
    );
}

/** Something that a person may allow to be published. */
export type Publishable = (typeof PUBLISHABLE)[number];

/**
 * Whether this may be published about the person on the day (152-ФЗ ст. 10.1: the subject chooses the list). Needs a
 * consent to publication in force that names it, and no withdrawal of the consent to the use of the data.
 *
 * @param person code on «Педагоги»
 * @param resource address of the page; where left out, any that the person has named will do
 */
export function mayPublish(
  consents: readonly Consent[],
  person: string,
  what: Publishable,
  day: CalendarDate,
  resource?: string,
): boolean {
  const own = consents.filter((consent) => consent.person === person);
  const allows = (consent: Consent): boolean =>
    consent.kind === CONSENT_KIND.publication &&
    isInForce(consent, day) &&
    consent.publishable.includes(what) &&
    (resource === undefined || consent.resource === null || siteOf(resource) === siteOf(consent.resource));
  return !withdrawnPeople(own, day).has(person) && own.some(allows);
}

/** «https://www.school.example/news/1» → «school.example» */
function siteOf(address: string): string {
  return address
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, "")
    .replace(/^www\./, "")
    .replace(/[/?#].*$/, "");
}

// Records written consents that people have signed on paper.
import { DOCUMENT_STATUS, documents } from "../documents/documents.table";
import { planDocument } from "../documents/register";
import { Stop } from "../google/stop";
import type { CalendarDate } from "../workbook/calendarDate";
import type { Workbook } from "../workbook/workbook";
import { CONSENT_PAPERS } from "./consentPapers";
import { isInForce, type ConsentKind, type Publishable } from "./consentRules";
import { CONSENT_KIND, consents, type Consent } from "./consents.table";
import { people } from "./people.table";

export interface SignedConsents {
  /** Codes on «Педагоги» with the kinds that each has signed. */
  signed: readonly { person: string; kinds: readonly ConsentKind[] }[];
  givenOn: CalendarDate;
  validUntil: CalendarDate | null;
  /** Where the papers lie. */
  paper: string | null;
  /** What the consents to publication say; needed for that kind only. */
  publication?: PublicationTerms | undefined;
}

/** 152-ФЗ ст. 10.1: the subject chooses what may be published, where, and on what conditions. */
interface PublicationTerms {
  publishable: readonly Publishable[];
  /** Address of the site or page. */
  resource: string | null;
  conditions: string | null;
}

/**
 * Records consents; one that is in force already is not recorded twice, unless the new paper holds for longer. Consents to publication on different pages are
 * different consents.
 *
 * @returns how many were added
 * @throws Stop for a date of signing in the future, a term that ends before it, or a consent to publication without a list
 */
export function recordConsents(wb: Workbook, papers: SignedConsents): number {
  const { signed, givenOn, validUntil, paper } = papers;
  if (givenOn > wb.today) {
    throw new Stop("Дата согласия ещё не наступила.", "Укажите дату, которая стоит на подписанном документе.");
  }
  if (validUntil !== null && validUntil < givenOn) {
    throw new Stop("Срок согласия истекает раньше, чем оно дано.", "Проверьте обе даты.");
  }
  const until = validUntil ?? FOR_EVER;
  const held = new Set(
    wb
      .all(consents)
      .filter((consent) => isInForce(consent, givenOn) || isInForce(consent, wb.today))
      .filter((consent) => (consent.validUntil ?? FOR_EVER) >= until)
      .map(keyOf),
  );
  const terms = termsOf(papers);
  const added: Consent[] = [];
  for (const { person, kinds } of signed) {
    const known = wb.find(people, person);
    if (!known)
      throw new Stop(
        `На вкладке «Педагоги» нет кода ${person}.`,
        "Закройте панель, откройте её снова и выберите людей снова.",
      );
    for (const kind of kinds) {
      const own = kind === CONSENT_KIND.publication ? terms : NO_TERMS;
      const key = keyOf({ person, kind, resource: own.resource });
      if (held.has(key)) continue;
      held.add(key);
      added.push(wb.add(consents, { person, fullName: known.fullName, kind, givenOn, validUntil, paper, ...own }));
    }
  }
  if (added.length > 0) {
    signBlanks(wb, added);
    wb.note({ what: `Записаны письменные согласия: ${added.length}`, records: added.map(({ code }) => code) });
  }
  return added.length;
}

/** The blanks of these consents have been signed: they are drafts no more. */
function signBlanks(wb: Workbook, given: readonly Consent[]): void {
  const register = wb.all(documents);
  for (const { kind, person, givenOn } of given) {
    const plan = planDocument(register, CONSENT_PAPERS[kind].key, person);
    if (plan.action === "update")
      wb.update(documents, plan.record.code, { status: DOCUMENT_STATUS.signed, signedOn: givenOn });
  }
}

/** Later than any day: a consent without a term holds until it is withdrawn. */
const FOR_EVER = "9999";
const NO_TERMS: PublicationTerms = { publishable: [], resource: null, conditions: null };

function keyOf({ person, kind, resource }: Pick<Consent, "person" | "kind" | "resource">): string {
  return `${person} ${kind} ${resource ?? ""}`;
}

function termsOf({ signed, publication }: SignedConsents): PublicationTerms {
  if (!signed.some(({ kinds }) => kinds.includes(CONSENT_KIND.publication))) return NO_TERMS;
  if (!publication || publication.publishable.length === 0)
    throw new Stop(
      "Не отмечено, что можно публиковать.",
      "Перечень выбирает сам человек: отметьте то, что отмечено в подписанном согласии.",
    );
  const typed = (publication.resource ?? "").trim();
  const resource = typed === "" || /^https?:/i.test(typed) ? typed : `https://${typed}`;
  if (resource !== "" && !/^https?:\/\/[^\s/"<>]+\.[^\s"<>]+$/i.test(resource))
    throw new Stop("Адрес страницы указан неверно.", "Укажите его как в браузере, например https://school.example.");
  return {
    publishable: publication.publishable,
    resource: resource === "" ? null : resource,
    conditions: (publication.conditions ?? "").trim() || null,
  };
}

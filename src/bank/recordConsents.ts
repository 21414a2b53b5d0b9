// Records written consents that people have signed on paper, and their withdrawal.
import { Stop } from "../google/stop";
import type { CalendarDate } from "../workbook/calendarDate";
import type { Workbook } from "../workbook/workbook";
import { isInForce, type ConsentKind } from "./consentRules";
import { consents, type Consent } from "./consents.table";
import { people } from "./people.table";

export interface SignedConsents {
  /** Codes on «Педагоги» with the kinds that each has signed. */
  signed: readonly { person: string; kinds: readonly ConsentKind[] }[];
  givenOn: CalendarDate;
  validUntil: CalendarDate | null;
  /** Where the papers lie. */
  paper: string | null;
}

/**
 * Records consents; one that is in force already is not recorded twice.
 *
 * @returns how many were added
 * @throws Stop for a date of signing in the future, or a term that ends before it
 */
export function recordConsents(wb: Workbook, { signed, givenOn, validUntil, paper }: SignedConsents): number {
  if (givenOn > wb.today) {
    throw new Stop("Дата согласия ещё не наступила.", "Укажите дату, которая стоит на подписанном документе.");
  }
  if (validUntil !== null && validUntil < givenOn) {
    throw new Stop("Срок согласия истекает раньше, чем оно дано.", "Проверьте обе даты.");
  }
  const held = new Set(
    wb
      .all(consents)
      .filter((consent) => isInForce(consent, givenOn) || isInForce(consent, wb.today))
      .map(({ person, kind }) => `${person} ${kind}`),
  );
  const added: Consent[] = [];
  for (const { person, kinds } of signed) {
    const known = wb.find(people, person);
    if (!known)
      throw new Stop(
        `На вкладке «Педагоги» нет кода ${person}.`,
        "Закройте панель, откройте её снова и выберите людей снова.",
      );
    for (const kind of kinds) {
      if (held.has(`${person} ${kind}`)) continue;
      held.add(`${person} ${kind}`);
      added.push(wb.add(consents, { person, fullName: known.fullName, kind, givenOn, validUntil, paper }));
    }
  }
  if (added.length > 0) {
    wb.note({ what: `Записаны письменные согласия: ${added.length}`, records: added.map(({ code }) => code) });
  }
  return added.length;
}

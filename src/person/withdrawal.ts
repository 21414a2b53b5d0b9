// Somebody takes a written consent back: first everything that it affects, then the withdrawal, at once and everywhere.
import { isInForce, mayPublish, type ConsentKind, type Role } from "../bank/consentRules";
import { CONSENT_KIND, consents, PUBLISHABLE, type Consent } from "../bank/consents.table";
import { MENTEE_STATUS, mentees } from "../bank/mentees.table";
import { MENTOR_STATUS, mentors } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { Stop } from "../google/stop";
import { addWorkingDays } from "../school/workingDays";
import { formatDate, isCalendarDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { cancelInvitations, caseLinksOf, draftsNaming, invitationsOf, signedNaming } from "./affected";
import type { LifeDone, LifePlan, PairDecisions, WithdrawalInput } from "./lifeView";
import {
  pairsToSettle,
  settlementOf,
  settlePairs,
  settlePartners,
  type Occasion,
  type Settlement,
} from "./settlePairs";

const NO_LETTERS = "Человек отозвал согласие на обработку персональных данных: письмо не отправляется.";
/** 152-ФЗ ст. 10.1 ч. 14: the publication stops within three working days of the demand. */
const TAKE_DOWN_DAYS = 3;
/** In which roles somebody cannot take part without the consent. */
const ROLES: Readonly<Record<ConsentKind, readonly Role[]>> = {
  [CONSENT_KIND.personalData]: ["mentor", "mentee"],
  [CONSENT_KIND.mentoring]: ["mentor"],
  [CONSENT_KIND.pair]: ["mentee"],
  [CONSENT_KIND.publication]: [],
};
const OUT: readonly (string | null)[] = [null, MENTEE_STATUS.finished, MENTEE_STATUS.refused, MENTOR_STATUS.left];

interface Withdrawal {
  consent: Consent;
  on: CalendarDate;
  paper: string | null;
  occasion: Occasion;
  /** Another consent of the kind stays in force: nothing else changes. */
  covered: boolean;
}

/**
 * Everything that the withdrawal of a consent affects; nothing is written. For a consent whose withdrawal has been typed
 * into the tab it is what is still to be done.
 *
 * @throws Stop when there is no such consent, or the day will not do
 */
export function planWithdrawal(wb: ReadOnlyWorkbook, input: WithdrawalInput): LifePlan {
  const withdrawal = readWithdrawal(wb, input);
  const { consent, occasion, covered, on } = withdrawal;
  const fullName = wb.find(people, consent.person)?.fullName ?? consent.fullName ?? consent.person;
  const first = `Согласие (${consent.kind}) не действует с ${formatDate(on)}.`;
  if (covered)
    return {
      fullName,
      pairs: [],
      follows: [first, "Есть другое действующее согласие этого вида, поэтому остальное не меняется."],
      toDo: publicationToDo(wb, withdrawal),
      notYet: null,
    };
  return {
    fullName,
    pairs: pairsToSettle(wb, occasion),
    follows: [first, ...effectsOf(wb, withdrawal), ...ownMoves(wb, settlementOf(wb, occasion, {})).map(moveSentence)],
    toDo: [...publicationToDo(wb, withdrawal), ...papersToDo(wb, withdrawal)],
    notYet: null,
  };
}

/**
 * Withdraws the consent and does what follows. The row of the consent is written first: every maker of letters and papers
 * asks it. Repeating it changes nothing more, and finishes what an interruption left undone.
 *
 * @throws Stop as `planWithdrawal`, and for a decision that a pair does not allow
 */
export function withdrawConsent(wb: Workbook, input: WithdrawalInput, decisions: PairDecisions): LifeDone {
  const { consent, on, paper, occasion, covered } = readWithdrawal(wb, input);
  const settlement = covered ? null : settlementOf(wb, occasion, decisions);
  wb.update(consents, consent.code, { withdrawnOn: on, withdrawalPaper: paper ?? consent.withdrawalPaper });
  const done = [`Согласие (${consent.kind}) отозвано с ${formatDate(on)}.`];
  if (settlement !== null) {
    if (consent.kind === CONSENT_KIND.personalData) done.push(...cancelInvitations(wb, consent.person, NO_LETTERS));
    done.push(...settlePartners(wb, settlement));
    for (const move of ownMoves(wb, settlement)) {
      if (move.role === "mentor") wb.update(mentors, move.code, { status: MENTOR_STATUS.left });
      else wb.update(mentees, move.code, { status: MENTEE_STATUS.refused });
      done.push(moveSentence(move));
    }
    done.push(...settlePairs(wb, settlement));
  }
  wb.note({ what: `Отозвано согласие (${consent.kind})`, records: [consent.code, consent.person] });
  return { done };
}

interface Move {
  role: Role;
  code: string;
  from: string | null;
}

/** Whoever is left without a pair takes part no more; as long as a pair stays, the data check complains of the status. */
function ownMoves(wb: ReadOnlyWorkbook, { occasion, anyAfter }: Settlement): Move[] {
  const moved = (role: Role, rows: readonly { code: string; person: string; status: string | null }[]): Move[] =>
    rows
      .filter(({ code, person, status }) => person === occasion.person && !OUT.includes(status) && !anyAfter(code))
      .map(({ code, status }) => ({ role, code, from: status }));
  return [
    ...(occasion.roles.includes("mentor") ? moved("mentor", wb.all(mentors)) : []),
    ...(occasion.roles.includes("mentee") ? moved("mentee", wb.all(mentees)) : []),
  ];
}

function moveSentence({ role, from }: Move): string {
  return role === "mentor"
    ? `Статус наставника: «${from ?? ""}» → «${MENTOR_STATUS.left}».`
    : `Статус наставляемого: «${from ?? ""}» → «${MENTEE_STATUS.refused}».`;
}

function effectsOf(wb: ReadOnlyWorkbook, { consent }: Withdrawal): string[] {
  if (consent.kind === CONSENT_KIND.publication) return ["Публиковать сведения о человеке больше нельзя."];
  if (consent.kind !== CONSENT_KIND.personalData) return ["В новые приказы о закреплении пар этот человек не войдёт."];
  const { unsent, awaited } = invitationsOf(wb, consent.person);
  const published = wb
    .all(consents)
    .some(
      (other) =>
        other.person === consent.person && other.kind === CONSENT_KIND.publication && isInForce(other, wb.today),
    );
  return [
    `Писем этому человеку больше не будет${unsent.length > 0 ? `; неотправленных приглашений — ${unsent.length}` : ""}.`,
    ...(awaited.length > 0
      ? [`Личные ссылки на анкеты уже у человека (${awaited.length}): ответы по ним в банк не вносятся.`]
      : []),
    "Новых документов о нём не будет: приказов, программ, бланков согласий.",
    ...(published
      ? ["Согласие на распространение без этого согласия тоже не действует: публиковать ничего нельзя."]
      : []),
  ];
}

/** What stands on the site and may stay there no longer. */
function publicationToDo(wb: ReadOnlyWorkbook, { consent, on }: Withdrawal): string[] {
  const { person, kind, code } = consent;
  if (kind !== CONSENT_KIND.publication && kind !== CONSENT_KIND.personalData) return [];
  const before = wb.all(consents);
  const after = before.map((one) => (one.code === code ? { ...one, withdrawnOn: on } : one));
  const held = before.map((one) => (one.code === code ? { ...one, withdrawnOn: null } : one));
  const lost = PUBLISHABLE.filter(
    (what) => mayPublish(held, person, what, wb.today) && !mayPublish(after, person, what, wb.today),
  );
  if (lost.length === 0) return [];
  const until = formatDate(addWorkingDays(on, TAKE_DOWN_DAYS));
  const places = [
    ...caseLinksOf(wb, person),
    ...before.flatMap((one) => (one.person === person ? (one.resource ?? []) : [])),
  ];
  return [
    `Уберите с сайта не позднее ${until} (152-ФЗ, ст. 10.1): ${lost.join("; ")}.`,
    ...[...new Set(places)].map((link) => `Проверьте страницу: ${link}`),
  ];
}

function papersToDo(wb: ReadOnlyWorkbook, { consent }: Withdrawal): string[] {
  if (consent.kind === CONSENT_KIND.publication) return [];
  const drafts = draftsNaming(wb, consent.person).map(
    ({ code, heading }) =>
      `Отмените проект документа ${code} или подготовьте его без этого человека: ${heading ?? "без заголовка"}.`,
  );
  const signed = signedNaming(wb, consent.person);
  return signed.length === 0
    ? drafts
    : [
        ...drafts,
        `Подписанные документы остаются на хранении, как требует закон: ${signed.map(({ code, number }) => `${code} (№ ${number ?? "б/н"})`).join(", ")}.`,
      ];
}

function readWithdrawal(wb: ReadOnlyWorkbook, { consent: code, on: typed, paper }: WithdrawalInput): Withdrawal {
  const consent = wb.find(consents, code);
  if (!consent)
    throw new Stop(`На вкладке «Согласия» нет кода ${code}.`, "Закройте панель, откройте её снова и повторите.");
  const on = consent.withdrawnOn ?? typed;
  if (!isCalendarDate(on)) throw new Stop("Дата указана неверно.", "Выберите день в календаре и повторите.");
  if (on > wb.today)
    throw new Stop("Дата отзыва ещё не наступила.", "Укажите дату, которая стоит на заявлении об отзыве.");
  if (on < consent.givenOn)
    throw new Stop(
      `Согласие дано ${formatDate(consent.givenOn)}, а отзыв указан раньше.`,
      "Проверьте дату на заявлении об отзыве.",
    );
  const { person, kind } = consent;
  const covered = wb
    .all(consents)
    .some(
      (other) => other.code !== code && other.person === person && other.kind === kind && isInForce(other, wb.today),
    );
  const words = (paper ?? "").trim();
  return {
    consent,
    on,
    paper: words === "" ? null : words,
    occasion: { cause: "withdrawn", person, on, roles: ROLES[kind] },
    covered,
  };
}

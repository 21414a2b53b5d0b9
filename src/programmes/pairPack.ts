// The papers that the law and the school want for a pair, and how far each of them is: the one rule of completeness.
import { CONSENTS_NEEDED, isInForce, type ConsentKind } from "../bank/consentRules";
import { CONSENT_KIND, consents, type Consent } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors, type Mentor } from "../bank/mentors.table";
import { hasLabourContract, people, type Person } from "../bank/people.table";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import { documentKey, isDraft } from "../documents/register";
import { ORDER_PAPER } from "../pairing/checkOrder";
import { isSingleMeeting } from "../pairing/choice/kinds";
import { isInForce as isAtWork, isPlanned } from "../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../pairing/pairs.table";
import { addDays, formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { PROGRAMME_STATUS, programmes, type Programme } from "./programmes.table";

/** How far a paper is. */
export const PACK_STATE = {
  ready: "есть",
  missing: "нет",
  draft: "проект",
  ending: "истекает",
  withdrawn: "отозвано",
  waived: "не нужно",
} as const;
export type PackState = (typeof PACK_STATE)[keyof typeof PACK_STATE];

/** The papers of a pack by their keys in the catalogue of papers, in the order in which they are needed. */
export const PACK_PAPERS = {
  personalDataConsent: "Согласие на обработку персональных данных",
  mentorConsent: "Согласие наставника",
  menteeConsent: "Согласие наставляемого",
  assignmentOrder: "Приказ о закреплении",
  agreement: "Дополнительное соглашение",
  programme: "Персонализированная программа",
} as const;
export type PackPaperKey = keyof typeof PACK_PAPERS;

/** A paper of a pair's pack. */
export interface PackPaper {
  readonly paper: PackPaperKey;
  /** Code on «Педагоги» of the one whose paper it is; null for a paper of the pair. */
  readonly person: string | null;
  readonly state: PackState;
  /** Number and date, or why it is not there; "" if there is nothing to say. */
  readonly detail: string;
  readonly link: string | null;
}

/** Everything that packs are worked out from; a tab is read when it is first asked for. */
export interface PackFacts {
  readonly today: CalendarDate;
  /** Code on «Педагоги» of a mentor or mentee. */
  readonly personOf: (code: string) => string | undefined;
  readonly mentor: (code: string) => Mentor | undefined;
  readonly person: (code: string) => Pick<Person, "kind"> | undefined;
  readonly consents: (person: string) => readonly Consent[];
  readonly document: (code: string) => DocumentRecord | undefined;
  /** The draft of this kind about this subject. */
  readonly draft: (paper: PackPaperKey, subject: string) => DocumentRecord | undefined;
  /** Documents that concern the pair, newest last. */
  readonly ofPair: (pair: string) => readonly DocumentRecord[];
  /** The programme that the pair works or has worked by. */
  readonly programme: (pair: string) => Programme | undefined;
}

/** The consents of a pair's people, or the pair's other papers: two halves that want different tabs. */
export type PackHalf = "consents" | "others";

/** A paper whose term ends within so many days, and before its pair does, has to be renewed. */
const SOON_DAYS = 30;
/** Orders that put a pair in force: the order of assignment, and that of another mentor. */
const ORDERS: readonly string[] = [ORDER_PAPER, "endingOrder"];
const PROGRAMME_OVER: readonly (string | null)[] = [PROGRAMME_STATUS.ended];
const PROGRAMME_UNAPPROVED: readonly (string | null)[] = [
  null,
  PROGRAMME_STATUS.draft,
  PROGRAMME_STATUS.agreed,
  PROGRAMME_STATUS.reviewed,
];
const CONSENT_PAPER = {
  [CONSENT_KIND.personalData]: "personalDataConsent",
  [CONSENT_KIND.mentoring]: "mentorConsent",
  [CONSENT_KIND.pair]: "menteeConsent",
} as const satisfies Partial<Record<ConsentKind, PackPaperKey>>;
type NeededConsent = keyof typeof CONSENT_PAPER;

const kindKey = ({ key }: DocumentRecord): string => (key ?? "").replace(/:.*$/, "");

/** In force, or on its way to an order; a bare draft needs no papers yet. */
export const needsPack = (pair: Pair): boolean =>
  isAtWork(pair) || (isPlanned(pair) && pair.status !== null && pair.status !== PAIR_STATUS.draft);

export function packFacts(wb: ReadOnlyWorkbook): PackFacts {
  const ofPerson = once(() => lists(wb.all(consents), ({ person }) => [person]));
  const ofPair = once(() => lists(wb.all(documents), ({ pairs: codes }) => codes));
  const drafts = once(() => {
    const waiting = wb.all(documents).filter(isDraft);
    return new Map(waiting.map((record) => [(record.key ?? "").replace(/\d+$/, ""), record]));
  });
  const ofPairs = once(() => {
    const going = wb.all(programmes).filter(({ status }) => !PROGRAMME_OVER.includes(status));
    return new Map(going.map((programme) => [programme.pair, programme]));
  });
  return {
    today: wb.today,
    personOf: (code) => (wb.find(mentors, code) ?? wb.find(mentees, code))?.person,
    mentor: (code) => wb.find(mentors, code),
    person: (code) => wb.find(people, code),
    consents: (person) => ofPerson().get(person) ?? [],
    document: (code) => wb.find(documents, code),
    draft: (paper, subject) => drafts().get(documentKey(paper, subject, 0).slice(0, -1)),
    ofPair: (pair) => ofPair().get(pair) ?? [],
    programme: (pair) => ofPairs().get(pair),
  };
}

function once<T>(work: () => T): () => T {
  let done: { result: T } | null = null;
  return () => (done ??= { result: work() }).result;
}

function lists<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const known = found.get(key);
      if (known) known.push(item);
      else found.set(key, [item]);
    }
  }
  return found;
}

/** The pair's pack: consents of everybody, the order, the mentor's agreement, the programme. */
export function packOf(pair: Pair, facts: PackFacts): readonly PackPaper[] {
  return [...halfOf(pair, facts, "consents"), ...halfOf(pair, facts, "others")];
}

function halfOf(pair: Pair, facts: PackFacts, half: PackHalf): readonly PackPaper[] {
  if (half === "others") return [orderOf(pair, facts), agreementOf(pair, facts), programmeOf(pair, facts)];
  return [
    ...consentsOf(pair, pair.mentor, CONSENTS_NEEDED.mentor, facts),
    ...[...new Set(pair.mentees)].flatMap((code) => consentsOf(pair, code, CONSENTS_NEEDED.mentee, facts)),
  ];
}

const COMPLETE: readonly PackState[] = [PACK_STATE.ready, PACK_STATE.ending, PACK_STATE.waived];

/** Whether nothing of the pack is missing: what indicator P14 counts. */
export const isPackComplete = (pack: readonly PackPaper[]): boolean =>
  pack.every(({ state }) => COMPLETE.includes(state));

/** Codes of those of the pairs whose packs are complete. */
export function pairsWithPacks(wb: ReadOnlyWorkbook, chosen: readonly Pair[]): ReadonlySet<string> {
  const facts = packFacts(wb);
  return new Set(chosen.filter((pair) => isPackComplete(packOf(pair, facts))).map(({ code }) => code));
}

/** Pairs of the workbook that need a pack, with a half of it: each half reads four tabs beside «Пары» at most. */
export function packsIn(wb: ReadOnlyWorkbook, half: PackHalf): { pair: Pair; pack: readonly PackPaper[] }[] {
  const facts = packFacts(wb);
  return wb
    .all(pairs)
    .filter(needsPack)
    .map((pair) => ({ pair, pack: halfOf(pair, facts, half) }));
}

const isNeededConsent = (kind: ConsentKind): kind is NeededConsent => kind in CONSENT_PAPER;

/** @param code of a mentor or mentee */
function consentsOf(pair: Pair, code: string, needed: readonly ConsentKind[], facts: PackFacts): PackPaper[] {
  const person = facts.personOf(code) ?? null;
  return needed.filter(isNeededConsent).map((kind) => ({
    paper: CONSENT_PAPER[kind],
    person,
    ...(person === null ? unknown(code) : consentState(pair, person, kind, facts)),
  }));
}

const unknown = (code: string): State => ({
  state: PACK_STATE.missing,
  detail: `в банке нет кода ${code}`,
  link: null,
});

type State = Pick<PackPaper, "state" | "detail" | "link">;

function consentState(pair: Pair, person: string, kind: NeededConsent, facts: PackFacts): State {
  const { today } = facts;
  const own = facts.consents(person).filter((consent) => consent.kind === kind);
  const held = own.filter((consent) => isInForce(consent, today)).reduce<Consent | null>(longer, null);
  if (held !== null) {
    const { validUntil, givenOn, paper } = held;
    const link = /^https?:\/\//.test(paper ?? "") ? paper : null;
    const detail = `от ${formatDate(givenOn)}${validUntil === null ? "" : ` по ${formatDate(validUntil)}`}`;
    return { state: termState(validUntil, pair.endsOn, today), detail, link };
  }
  const blank = facts.draft(CONSENT_PAPER[kind], person);
  if (blank !== undefined) return draftState(blank);
  return lapsed(own[own.length - 1], today);
}

/** What is left of a consent that is not in force any more. */
function lapsed(last: Consent | undefined, today: CalendarDate): State {
  const { withdrawnOn = null, validUntil = null } = last ?? {};
  if (withdrawnOn !== null && withdrawnOn <= today)
    return { state: PACK_STATE.withdrawn, detail: formatDate(withdrawnOn), link: null };
  const ranOut = validUntil !== null && validUntil < today ? `истекло ${formatDate(validUntil)}` : "";
  return { state: PACK_STATE.missing, detail: ranOut, link: null };
}

/** Of two consents in force the one that holds longer. */
const longer = (one: Consent | null, other: Consent): Consent =>
  one === null || (one.validUntil !== null && (other.validUntil === null || other.validUntil > one.validUntil))
    ? other
    : one;

function termState(until: CalendarDate | null, pairEnds: CalendarDate | null, today: CalendarDate): PackState {
  if (until === null || until > addDays(today, SOON_DAYS)) return PACK_STATE.ready;
  return pairEnds !== null && until >= pairEnds ? PACK_STATE.ready : PACK_STATE.ending;
}

const draftState = ({ link, code }: DocumentRecord): State => ({
  state: PACK_STATE.draft,
  detail: `${code}, ждёт подписи`,
  link,
});

/** «от 14.09.2026 № 84-02» */
const numbered = ({ number, signedOn }: Pick<DocumentRecord, "number" | "signedOn">): string =>
  [signedOn === null ? "" : `от ${formatDate(signedOn)}`, number === null ? "" : `№ ${number}`]
    .filter((part) => part !== "")
    .join(" ");

function orderOf(pair: Pair, facts: PackFacts): PackPaper {
  return { paper: "assignmentOrder", person: null, ...orderState(pair, facts) };
}

function orderState(pair: Pair, facts: PackFacts): State {
  const named = pair.order === null ? undefined : facts.document(pair.order);
  const orders = facts.ofPair(pair.code).filter((record) => ORDERS.includes(kindKey(record)));
  // A superseded order lives on in its new version.
  const newer = orders.filter(({ status }) => status === DOCUMENT_STATUS.signed).pop();
  const order = named?.status === DOCUMENT_STATUS.superseded ? newer : named;
  if (order !== undefined && pair.order !== null && !isDraft(order) && order.status !== DOCUMENT_STATUS.cancelled)
    return { state: PACK_STATE.ready, detail: numbered(order), link: order.link };
  const draft = orders.filter(isDraft).pop();
  if (draft !== undefined) return draftState(draft);
  const why = named?.status === DOCUMENT_STATUS.cancelled ? "отменён" : "";
  return { state: PACK_STATE.missing, detail: why, link: null };
}

function agreementOf(pair: Pair, facts: PackFacts): PackPaper {
  const mentor = facts.mentor(pair.mentor);
  const state = mentor === undefined ? unknown(pair.mentor) : agreementState(pair, mentor, facts);
  return { paper: "agreement", person: mentor?.person ?? null, ...state };
}

/** The pair's mentor has to have an agreement and has none at all; one that has run out is another matter. */
export function lacksAgreement(pair: Pair, facts: PackFacts): boolean {
  const mentor = facts.mentor(pair.mentor);
  if (mentor === undefined || mentor.agreementOn !== null) return false;
  const { state } = agreementState(pair, mentor, facts);
  return state === PACK_STATE.missing || state === PACK_STATE.draft;
}

/** ТК РФ ст. 351.8: content, term, form and pay stand in the contract or in an agreement to it. */
function agreementState(pair: Pair, mentor: Mentor, facts: PackFacts): State {
  const { agreementUntil: until, person, withinDuties } = mentor;
  if (withinDuties) return waived("наставничество входит в трудовую функцию");
  const own = facts
    .ofPair(pair.code)
    .filter((record) => kindKey(record) === "agreement" && record.people.includes(person));
  const isTooShort = until !== null && until < laterOf(facts.today, pair.startsOn);
  if (mentor.agreementOn !== null && !isTooShort) return agreementTerm(pair, mentor, own, facts.today);
  const row = facts.person(person);
  if (row !== undefined && !hasLabourContract(row)) return waived("наставник — не работник организации");
  const draft = own.filter(isDraft).pop();
  if (draft !== undefined) return draftState(draft);
  const detail = isTooShort ? `прежнее действует по ${formatDate(until)}` : "";
  return { state: PACK_STATE.missing, detail, link: null };
}

const laterOf = (one: CalendarDate, other: CalendarDate | null): CalendarDate =>
  other !== null && other > one ? other : one;

/** Of an agreement that holds now: it should hold as long as the pair works. */
function agreementTerm(pair: Pair, mentor: Mentor, own: readonly DocumentRecord[], today: CalendarDate): State {
  const { agreementOn: signedOn, agreementNumber: number, agreementUntil: until } = mentor;
  const isShort = until !== null && pair.endsOn !== null && until < pair.endsOn;
  return {
    state: isShort ? PACK_STATE.ending : termState(until, pair.endsOn, today),
    detail: `${numbered({ number, signedOn })}${until === null ? "" : ` по ${formatDate(until)}`}`,
    link: own.filter(({ status }) => status === DOCUMENT_STATUS.signed).pop()?.link ?? null,
  };
}

const waived = (why: string): State => ({ state: PACK_STATE.waived, detail: why, link: null });

function programmeOf(pair: Pair, facts: PackFacts): PackPaper {
  return { paper: "programme", person: null, ...programmeState(pair, facts) };
}

function programmeState(pair: Pair, facts: PackFacts): State {
  const programme = facts.programme(pair.code);
  if (programme === undefined)
    return isSingleMeeting(pair.mentoringKinds)
      ? waived("одна встреча")
      : { state: PACK_STATE.missing, detail: "", link: null };
  const record = programme.document === null ? undefined : facts.document(programme.document);
  const link = record?.link ?? null;
  const isSigned = record?.status === DOCUMENT_STATUS.signed;
  if (!isSigned && PROGRAMME_UNAPPROVED.includes(programme.status))
    return { state: PACK_STATE.draft, detail: programme.status ?? PROGRAMME_STATUS.draft, link };
  return {
    state: PACK_STATE.ready,
    detail: isSigned && record !== undefined ? numbered(record) : (programme.status ?? ""),
    link,
  };
}

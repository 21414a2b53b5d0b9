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

/** Everything that packs are worked out from. */
export interface PackFacts {
  readonly today: CalendarDate;
  /** Code on «Педагоги» by the code of a mentor or mentee. */
  readonly persons: ReadonlyMap<string, string>;
  readonly mentors: ReadonlyMap<string, Mentor>;
  readonly person: (code: string) => Pick<Person, "kind"> | undefined;
  readonly consents: ReadonlyMap<string, readonly Consent[]>;
  readonly documents: ReadonlyMap<string, DocumentRecord>;
  /** Drafts by their keys without the version. */
  readonly drafts: ReadonlyMap<string, DocumentRecord>;
  /** Orders and agreements, newest last, by the pairs that they concern. */
  readonly byPair: ReadonlyMap<string, readonly DocumentRecord[]>;
  readonly programmes: ReadonlyMap<string, Programme>;
}

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

/** Reads seven tabs, each once; «Педагоги» only if a mentor has no agreement. */
export function packFacts(wb: ReadOnlyWorkbook): PackFacts {
  const register = wb.all(documents);
  const allMentors = wb.all(mentors);
  const ofPerson = new Map<string, Consent[]>();
  for (const consent of wb.all(consents)) push(ofPerson, consent.person, consent);
  const byPair = new Map<string, DocumentRecord[]>();
  for (const record of register) for (const pair of record.pairs) push(byPair, pair, record);
  return {
    today: wb.today,
    persons: new Map([...allMentors, ...wb.all(mentees)].map(({ code, person }) => [code, person])),
    mentors: new Map(allMentors.map((mentor) => [mentor.code, mentor])),
    person: (code) => wb.find(people, code),
    consents: ofPerson,
    documents: new Map(register.map((record) => [record.code, record])),
    drafts: new Map(register.filter(isDraft).map((record) => [(record.key ?? "").replace(/\d+$/, ""), record])),
    byPair,
    programmes: new Map(
      wb
        .all(programmes)
        .flatMap((one): [string, Programme][] => (PROGRAMME_OVER.includes(one.status) ? [] : [[one.pair, one]])),
    ),
  };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const known = lists.get(key);
  if (known) known.push(item);
  else lists.set(key, [item]);
}

/** The pair's pack: consents of everybody, the order, the mentor's agreement, the programme. */
export function packOf(pair: Pair, facts: PackFacts): readonly PackPaper[] {
  return [
    ...consentsOf(pair, pair.mentor, CONSENTS_NEEDED.mentor, facts),
    ...[...new Set(pair.mentees)].flatMap((code) => consentsOf(pair, code, CONSENTS_NEEDED.mentee, facts)),
    orderOf(pair, facts),
    agreementOf(pair, facts),
    programmeOf(pair, facts),
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

/** Pairs of the workbook that need a pack, with it. */
export function packsIn(wb: ReadOnlyWorkbook): { pair: Pair; pack: readonly PackPaper[] }[] {
  const facts = packFacts(wb);
  return wb
    .all(pairs)
    .filter(needsPack)
    .map((pair) => ({ pair, pack: packOf(pair, facts) }));
}

const isNeededConsent = (kind: ConsentKind): kind is NeededConsent => kind in CONSENT_PAPER;

/** @param code of a mentor or mentee */
function consentsOf(pair: Pair, code: string, needed: readonly ConsentKind[], facts: PackFacts): PackPaper[] {
  const person = facts.persons.get(code) ?? null;
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
  const own = (facts.consents.get(person) ?? []).filter((consent) => consent.kind === kind);
  const held = own.filter((consent) => isInForce(consent, today)).reduce<Consent | null>(longer, null);
  if (held !== null) {
    const { validUntil, givenOn, paper } = held;
    const link = /^https?:\/\//.test(paper ?? "") ? paper : null;
    const detail = `от ${formatDate(givenOn)}${validUntil === null ? "" : ` по ${formatDate(validUntil)}`}`;
    return { state: termState(validUntil, pair.endsOn, today), detail, link };
  }
  const blank = facts.drafts.get(documentKey(CONSENT_PAPER[kind], person, 0).slice(0, -1));
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
  const named = pair.order === null ? undefined : facts.documents.get(pair.order);
  const orders = (facts.byPair.get(pair.code) ?? []).filter((record) => ORDERS.includes(kindKey(record)));
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
  const mentor = facts.mentors.get(pair.mentor);
  const state = mentor === undefined ? unknown(pair.mentor) : agreementState(pair, mentor, facts);
  return { paper: "agreement", person: mentor?.person ?? null, ...state };
}

/** ТК РФ ст. 351.8: content, term, form and pay stand in the contract or in an agreement to it. */
function agreementState(pair: Pair, mentor: Mentor, facts: PackFacts): State {
  const { agreementUntil: until, person, withinDuties } = mentor;
  if (withinDuties) return waived("наставничество входит в трудовую функцию");
  const own = (facts.byPair.get(pair.code) ?? []).filter(
    (record) => kindKey(record) === "agreement" && record.people.includes(person),
  );
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
  const programme = facts.programmes.get(pair.code);
  if (programme === undefined)
    return isSingleMeeting(pair.mentoringKinds)
      ? waived("одна встреча")
      : { state: PACK_STATE.missing, detail: "", link: null };
  const record = programme.document === null ? undefined : facts.documents.get(programme.document);
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

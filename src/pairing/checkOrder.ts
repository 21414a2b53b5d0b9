// Which pairs may go into an assignment order, and what the others still lack.
import { CONSENTS_NEEDED, consentsInForce, type ConsentKind, WITHDRAWN, withdrawnIn } from "../bank/consentRules";
import { consents } from "../bank/consents.table";
import { mentees, MENTEE_STATUS } from "../bank/mentees.table";
import { mentors, MENTOR_STATUS } from "../bank/mentors.table";
import { EMPLOYMENT, people } from "../bank/people.table";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import { isDraft } from "../documents/register";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { PAIR_STATUS, pairs, type Pair } from "./pairs.table";
import type { MissingConsents, OrderCheck, OrderPair } from "./pairingView";
import { nameOf, namesOfPair } from "./savePairs";

/** Pairs on their way to an order: not yet in force, and not a bare draft. */
const ON_THE_WAY: readonly (string | null)[] = [PAIR_STATUS.proposed, PAIR_STATUS.recommended, PAIR_STATUS.consented];

/** Whoever has one of these statuses takes no part for now. */
const OUT: readonly (string | null)[] = [
  MENTOR_STATUS.paused,
  MENTOR_STATUS.left,
  MENTEE_STATUS.refused,
  MENTEE_STATUS.finished,
];
const ABSENT: readonly (string | null)[] = [EMPLOYMENT.away, EMPLOYMENT.dismissed];

/** Settings that stand in every order. */
const NEEDED_SETTINGS = {
  schoolFullName: "Полное наименование организации",
  place: "Населённый пункт",
  headName: "ФИО руководителя",
  headPost: "Должность руководителя",
  curatorName: "ФИО куратора",
  curatorPost: "Должность куратора",
} as const;

/** The paper's key in the register. */
export const ORDER_PAPER = "assignmentOrder";

/** What the order sidebar shows: pairs that are ready, pairs that are not and why, and the consents to collect, by person. */
export function checkOrder(wb: ReadOnlyWorkbook): OrderCheck {
  const papers = papersOf(wb);
  const missing = new Map<string, MissingConsents>();
  const ready: OrderPair[] = [];
  const blocked: OrderPair[] = [];
  const unfinished = unfinishedOrders(wb);
  const ordered = new Set(unfinished.flatMap((order) => order.pairs));
  for (const pair of wb.all(pairs)) {
    if (!ON_THE_WAY.includes(pair.status) || ordered.has(pair.code)) continue;
    const obstacles = obstaclesOf(wb, pair, papers, missing);
    const line: OrderPair = {
      code: pair.code,
      ...namesOfPair(wb, pair.mentor, pair.mentees),
      status: pair.status ?? "",
      recommendation: pair.recommendation,
      obstacles,
    };
    (obstacles.length === 0 ? ready : blocked).push(line);
  }
  return {
    today: wb.today,
    ready,
    blocked,
    missing: [...missing.values()],
    settings: missingSettings(wb),
    drafts: [...unfinished, ...draftOrders(wb)].map((document) => ({
      document: document.code,
      heading: document.heading ?? "",
      link: document.link,
      pairs: document.pairs.length,
    })),
  };
}

/** What the consents say of everybody today. */
interface Papers {
  given: ReturnType<typeof consentsInForce>;
  withdrawn: ReadonlySet<string>;
}

function papersOf(wb: ReadOnlyWorkbook): Papers {
  return { given: consentsInForce(wb.all(consents), wb.today), withdrawn: withdrawnIn(wb) };
}

function lackingOf({ given }: Papers, person: string, needed: readonly ConsentKind[]): ConsentKind[] {
  return needed.filter((kind) => given.get(person)?.has(kind) !== true);
}

/** A party of a pair. */
interface Party {
  row: { readonly person: string; readonly fullName: string | null; readonly status: string | null };
  needed: readonly ConsentKind[];
}

/** The people of a pair, and what is wrong with codes that nobody has. */
function partiesOf(wb: ReadOnlyWorkbook, pair: Pair): { rows: Party[]; unknown: string[] } {
  const rows: Party[] = [];
  const unknown: string[] = [];
  const mentor = wb.find(mentors, pair.mentor);
  if (mentor) rows.push({ row: mentor, needed: CONSENTS_NEEDED.mentor });
  else unknown.push(`На вкладке «Наставники» нет кода ${pair.mentor}.`);
  for (const code of pair.mentees) {
    const mentee = wb.find(mentees, code);
    if (mentee) rows.push({ row: mentee, needed: CONSENTS_NEEDED.mentee });
    else unknown.push(`На вкладке «Наставляемые» нет кода ${code}.`);
  }
  return { rows, unknown };
}

/** Orders that are made and not registered yet. */
export function draftOrders(wb: ReadOnlyWorkbook): DocumentRecord[] {
  return ordersOf(wb).filter(isDraft);
}

/** Orders whose registration was cut short: signed already, and their pairs not in force. Registering again finishes it. */
function unfinishedOrders(wb: ReadOnlyWorkbook): DocumentRecord[] {
  const isWaiting = (order: DocumentRecord, code: string): boolean => {
    const pair = wb.find(pairs, code);
    return pair !== undefined && pair.order !== order.code && ON_THE_WAY.includes(pair.status);
  };
  return ordersOf(wb).filter(
    (order) => order.status === DOCUMENT_STATUS.signed && order.pairs.some((code) => isWaiting(order, code)),
  );
}

function ordersOf(wb: ReadOnlyWorkbook): DocumentRecord[] {
  return wb.all(documents).filter((document) => (document.key ?? "").startsWith(`${ORDER_PAPER}:`));
}

function missingSettings(wb: ReadOnlyWorkbook): string[] {
  const all = wb.settings(settings);
  return (Object.keys(NEEDED_SETTINGS) as (keyof typeof NEEDED_SETTINGS)[])
    .filter((key) => (all[key] ?? "").trim() === "")
    .map((key) => NEEDED_SETTINGS[key]);
}

function obstaclesOf(
  wb: ReadOnlyWorkbook,
  pair: Pair,
  papers: Papers,
  missing: Map<string, MissingConsents>,
): string[] {
  const { rows, unknown } = partiesOf(wb, pair);
  const obstacles = [...unknown];
  if (pair.startsOn === null || pair.endsOn === null) obstacles.push("Не указаны начало и конец работы пары.");
  else if (pair.startsOn > pair.endsOn) obstacles.push("Начало работы пары позже её конца.");
  for (const { row, needed } of rows) {
    const { person } = row;
    const name = nameOf(wb, row) ?? person;
    const absence = absenceOf(wb, row);
    if (absence !== null) obstacles.push(`${name}: ${absence}.`);
    if (papers.withdrawn.has(person)) {
      // No blank is made either: nothing new about this person.
      obstacles.push(`${name}: ${WITHDRAWN}.`);
      continue;
    }
    const lacking = lackingOf(papers, person, needed);
    if (lacking.length === 0) continue;
    obstacles.push(`${name}: нет согласия (${lacking.join("; ")}).`);
    const entry = missing.get(person) ?? { person, name, kinds: [], pairs: [] };
    entry.kinds = [...new Set([...entry.kinds, ...lacking])];
    entry.pairs.push(pair.code);
    missing.set(person, entry);
  }
  return obstacles;
}

/** Why somebody cannot be given duties now, as the end of a sentence. */
function absenceOf(wb: ReadOnlyWorkbook, { person, status }: Party["row"]): string | null {
  const employment = wb.find(people, person)?.employment ?? null;
  if (ABSENT.includes(employment)) return `занятость — «${employment ?? ""}»`;
  return OUT.includes(status) ? `статус — «${status ?? ""}»` : null;
}

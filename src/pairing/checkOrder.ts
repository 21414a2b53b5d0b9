// Which pairs may go into an assignment order, and what the others still lack.
import { CONSENTS_NEEDED, consentsInForce } from "../bank/consentRules";
import { consents } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import { isDraft } from "../documents/register";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { PAIR_STATUS, pairs, type Pair } from "./pairs.table";
import type { MissingConsents, OrderCheck, OrderPair } from "./pairingView";
import { nameOf, namesOfPair } from "./savePairs";

/** Pairs on their way to an order: not yet in force, and not a bare draft. */
const ON_THE_WAY: readonly (string | null)[] = [PAIR_STATUS.proposed, PAIR_STATUS.recommended, PAIR_STATUS.consented];

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
  const given = consentsInForce(wb.all(consents), wb.today);
  const missing = new Map<string, MissingConsents>();
  const ready: OrderPair[] = [];
  const blocked: OrderPair[] = [];
  const unfinished = unfinishedOrders(wb);
  const ordered = new Set(unfinished.flatMap((order) => order.pairs));
  for (const pair of wb.all(pairs)) {
    if (!ON_THE_WAY.includes(pair.status) || ordered.has(pair.code)) continue;
    const obstacles = obstaclesOf(wb, pair, given, missing);
    const line: OrderPair = {
      code: pair.code,
      ...namesOfPair(wb, pair.mentor, pair.mentees),
      status: pair.status ?? "",
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

/** Codes of those of the pairs for which every written consent is in force today. */
export function pairsWithConsents(wb: ReadOnlyWorkbook, chosen: readonly Pair[]): ReadonlySet<string> {
  const given = consentsInForce(wb.all(consents), wb.today);
  return new Set(
    chosen.filter((pair) => obstaclesOf(wb, pair, given, new Map()).length === 0).map((pair) => pair.code),
  );
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
  given: ReturnType<typeof consentsInForce>,
  missing: Map<string, MissingConsents>,
): string[] {
  const mentor = wb.find(mentors, pair.mentor);
  const group = pair.mentees.map((code) => ({ code, mentee: wb.find(mentees, code) }));
  const obstacles: string[] = [];
  if (mentor === undefined) obstacles.push(`На вкладке «Наставники» нет кода ${pair.mentor}.`);
  for (const { code, mentee } of group) {
    if (mentee === undefined) obstacles.push(`На вкладке «Наставляемые» нет кода ${code}.`);
  }
  if (pair.startsOn === null || pair.endsOn === null) obstacles.push("Не указаны начало и конец работы пары.");
  else if (pair.startsOn > pair.endsOn) obstacles.push("Начало работы пары позже её конца.");
  const everybody = [
    ...(mentor === undefined ? [] : [{ row: mentor, needed: CONSENTS_NEEDED.mentor }]),
    ...group.flatMap(({ mentee }) => (mentee === undefined ? [] : [{ row: mentee, needed: CONSENTS_NEEDED.mentee }])),
  ];
  for (const { row, needed } of everybody) {
    const { person } = row;
    const lacking = needed.filter((kind) => given.get(person)?.has(kind) !== true);
    if (lacking.length === 0) continue;
    const name = nameOf(wb, row) ?? person;
    obstacles.push(`${name}: нет согласия (${lacking.join("; ")}).`);
    const entry = missing.get(person) ?? { person, name, kinds: [], pairs: [] };
    entry.kinds = [...new Set([...entry.kinds, ...lacking])];
    entry.pairs.push(pair.code);
    missing.set(person, entry);
  }
  return obstacles;
}

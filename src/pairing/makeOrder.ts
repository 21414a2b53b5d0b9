// Makes the order that assigns pairs, and puts them in force when it is registered.
import { enlist, readersOfAct } from "../bank/acquaintance";
import { mentees, MENTEE_STATUS } from "../bank/mentees.table";
import { type Mentor, mentors, MENTOR_STATUS } from "../bank/mentors.table";
import { people } from "../bank/people.table";
import { DOCUMENT_STATUS, documents, type DocumentRecord } from "../documents/documents.table";
import { isDraft } from "../documents/register";
import { institutionOf, participantOf, workshopOf } from "../documents/institution";
import { makeDocuments, registerDocument, type DocumentRequest, type PaperStore } from "../documents/makeDocuments";
import type { Participant, Registration } from "../documents/paper";
import { Stop } from "../google/stop";
import { settings } from "../school/settings.table";
import { addDays, formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { assignmentOrder, type AssignmentOrderInput, type OrderedPair } from "./assignmentOrder";
import { refreshBankColumns } from "./bankColumns";
import { checkOrder, draftOrders, ORDER_PAPER } from "./checkOrder";
import { PAIR_STATUS, pairs, type Pair } from "./pairs.table";
import type { OrderMade, OrderPair } from "./pairingView";
import { schoolYearName } from "./savePairs";

/** Programmes are ready a fortnight after the order, where nothing else is said. */
const PROGRAMMES_WITHIN_DAYS = 14;

/**
 * Makes the draft of an order for these pairs. A draft that waits for registration takes them in, and loses pairs that
 * have become impossible: a school has one unregistered order at a time. Repeating the command makes the same document.
 *
 * @throws Stop with the list of what is missing, while any written consent is; nothing is made then
 */
export function makeOrder(wb: Workbook, codes: readonly string[], store?: PaperStore): OrderMade {
  const wanted = pairsForOrder(wb, codes);
  const [made] = makeDocuments(wb, assignmentOrder, [requestFor(wb, wanted)], workshopOf(wb), store);
  if (made === undefined) throw new Error("An order was asked for and not made.");
  const { record, problems } = made;
  return {
    document: record.code,
    link: record.link,
    pairs: wanted.length,
    warnings: problems.map((problem) => `${problem.what} ${problem.mend}`),
  };
}

/**
 * The pairs that the draft will hold: these, and those of the draft that waits.
 *
 * @throws Stop as `makeOrder`
 */
export function pairsForOrder(wb: ReadOnlyWorkbook, codes: readonly string[]): readonly string[] {
  const check = checkOrder(wb);
  refuseWhile(check.settings.length > 0, "Не заполнены сведения об организации", check.settings);
  const ready = new Set(check.ready.map((pair) => pair.code));
  const unready = codes.filter((code) => !ready.has(code));
  refuseWhile(
    unready.length > 0,
    "В приказ пока нельзя включить пары",
    unready.map((code) => whyNotReady(code, check.blocked)),
  );
  const drafted = draftOrders(wb).flatMap((document) => document.pairs.filter((code) => ready.has(code)));
  const wanted = [...new Set([...drafted, ...codes])].sort();
  if (wanted.length === 0) throw new Stop("Не выбрано ни одной пары.", "Сначала подберите и запишите пары.");
  return wanted;
}

/**
 * Registers an order: the document gets its number and date, its pairs are in force from then on, their mentees are
 * assigned, their mentors approved or at work. Repeating it finishes what an interruption left undone.
 *
 * @param number null for the next one by the pattern in the settings
 */
export function registerOrder(
  wb: Workbook,
  code: string,
  number: string | null,
  signedOn: CalendarDate,
  store?: PaperStore,
): OrderMade {
  const order = orderToRegister(wb, code);
  if (order.status === DOCUMENT_STATUS.signed) return inForce(wb, order, []);
  const moved = startNoEarlier(wb, order.pairs, signedOn);
  const { record, problems } = registerDocument(
    wb,
    assignmentOrder,
    requestFor(wb, order.pairs),
    { number, date: signedOn, pattern: wb.setting(settings, "orderNumberPattern") },
    workshopOf(wb),
    store,
  );
  return inForce(wb, record, [
    ...problems.map((problem) => `${problem.what} ${problem.mend}`),
    ...(moved === 0
      ? []
      : [
          `Начало пар (${moved}) перенесено на дату приказа: до приказа обязанности не возлагаются. Проверьте срок в приложении.`,
        ]),
  ]);
}

/** Nobody has duties before the day of the order: a pair that was to begin earlier begins on that day. @returns how many were moved */
export function startNoEarlier(wb: Workbook, codes: readonly string[], signedOn: CalendarDate): number {
  const early = codes.filter((code) => {
    const pair = wb.find(pairs, code);
    return pair !== undefined && pair.startsOn !== null && pair.startsOn < signedOn;
  });
  for (const code of early) wb.update(pairs, code, { startsOn: signedOn });
  return early.length;
}

/**
 * The order, if it is in force already or may be registered.
 *
 * @throws Stop when there is no such order, or one of its pairs may not be assigned
 */
export function orderToRegister(wb: ReadOnlyWorkbook, code: string): DocumentRecord {
  const order = wb.find(documents, code);
  if (order === undefined) {
    throw new Stop(
      `Документа ${code} нет на вкладке «Документы».`,
      "Закройте панель, откройте её снова и выберите приказ снова.",
    );
  }
  if (order.status === DOCUMENT_STATUS.signed) return order;
  const check = checkOrder(wb);
  const ready = new Set(check.ready.map((pair) => pair.code));
  const unready = order.pairs.filter((pair) => !ready.has(pair));
  refuseWhile(
    unready.length > 0,
    "Приказ нельзя зарегистрировать",
    unready.map((pair) => whyNotReady(pair, check.blocked)),
  );
  return order;
}

function inForce(wb: Workbook, order: DocumentRecord, warnings: string[]): OrderMade {
  enlist(wb, order, readersOfAct(wb, order));
  putInForce(wb, order, order.pairs);
  wb.note({ what: "Пары закреплены приказом", records: [order.code, ...order.pairs] });
  return { document: order.code, link: order.link, pairs: order.pairs.length, warnings };
}

/**
 * Puts pairs in force by a registered order: their mentees are assigned, their mentors approved or at work. The pairs come
 * last and in a write of their own: one that is in force needs nothing more, whatever was interrupted.
 */
export function putInForce(wb: Workbook, order: DocumentRecord, codes: readonly string[]): void {
  const day = order.signedOn ?? wb.today;
  const waiting = codes.flatMap((code) => wb.find(pairs, code) ?? []).filter((pair) => pair.order !== order.code);
  for (const pair of waiting) {
    for (const mentee of pair.mentees) {
      const row = wb.find(mentees, mentee);
      if (row) wb.update(mentees, mentee, { status: MENTEE_STATUS.paired, joinedOn: row.joinedOn ?? day });
    }
    const mentor = wb.find(mentors, pair.mentor);
    if (mentor) {
      wb.update(mentors, pair.mentor, {
        status: statusInForce(mentor, wb.today),
        joinedOn: mentor.joinedOn ?? day,
        approvedOn: mentor.approvedOn ?? day,
        approvalPaper: mentor.approvalPaper ?? `приказ от ${formatDate(day)} № ${order.number ?? "б/н"}`,
      });
    }
  }
  wb.save();
  for (const { code } of waiting) wb.update(pairs, code, { status: PAIR_STATUS.active, order: order.code });
  refreshBankColumns(wb);
}

/** The order is the head's approval; a mentor who has been trained is at work from then on. */
function statusInForce({ status, trainedOn }: Mentor, today: CalendarDate): Mentor["status"] {
  const trained = (trainedOn !== null && trainedOn <= today) || status === MENTOR_STATUS.trained;
  return trained || status === MENTOR_STATUS.active ? MENTOR_STATUS.active : MENTOR_STATUS.approved;
}

function whyNotReady(code: string, blocked: readonly OrderPair[]): string {
  const pair = blocked.find((one) => one.code === code);
  return pair === undefined
    ? `${code}: пары нет на вкладке «Пары», либо она уже закреплена или завершена`
    : `${pair.mentorName} — ${pair.menteeNames}: ${pair.obstacles.join(" ")}`;
}

function refuseWhile(broken: boolean, what: string, list: readonly string[]): void {
  if (broken)
    throw new Stop(
      `${what}: ${list.map((item) => item.replace(/\.$/, "")).join("; ")}.`,
      "Устраните перечисленное и повторите: уже сделанное не задвоится.",
    );
}

/** The order's place in the register: the year and the number of orders made before it. */
function subjectOf(wb: ReadOnlyWorkbook): string {
  const stem = `${ORDER_PAPER}:${schoolYearName(wb).replace("/", "-")}-`;
  const before = wb.all(documents).filter((document) => (document.key ?? "").startsWith(stem) && !isDraft(document));
  return `${stem.slice(ORDER_PAPER.length + 1)}${before.length + 1}`;
}

function requestFor(wb: ReadOnlyWorkbook, codes: readonly string[]): DocumentRequest<AssignmentOrderInput> {
  const chosen = codes.flatMap((code) => wb.find(pairs, code) ?? []);
  const concerned = chosen.flatMap((pair) => personsOf(wb, pair));
  return {
    subject: subjectOf(wb),
    input: (registration) => inputOf(wb, chosen, registration),
    pairs: codes,
    people: [...new Set(concerned)],
  };
}

function personsOf(wb: ReadOnlyWorkbook, pair: Pair): string[] {
  const group = pair.mentees.flatMap((code) => wb.find(mentees, code)?.person ?? []);
  const mentor = wb.find(mentors, pair.mentor);
  return mentor === undefined ? group : [mentor.person, ...group];
}

function inputOf(
  wb: ReadOnlyWorkbook,
  chosen: readonly Pair[],
  registration: Registration | null,
): AssignmentOrderInput {
  const minutes = new Set(chosen.flatMap((pair) => pair.recommendation ?? []));
  return {
    institution: institutionOf(wb),
    registration,
    pairs: chosen.map((pair) => orderedPair(wb, pair)),
    councilMinutes: [...minutes].join(", "),
    programmesBy: addDays(registration?.date ?? wb.today, PROGRAMMES_WITHIN_DAYS),
    agreements: true,
  };
}

function orderedPair(wb: ReadOnlyWorkbook, pair: Pair): OrderedPair {
  return {
    mentor: participant(wb, wb.find(mentors, pair.mentor)?.person, pair.mentorName),
    mentees: pair.mentees.map((code) => participant(wb, wb.find(mentees, code)?.person, code)),
    form: pair.mentoringForm ?? "",
    kinds: pair.mentoringKinds,
    directions: pair.directions,
    startsOn: pair.startsOn,
    endsOn: pair.endsOn,
  };
}

/** A participant by the code on «Педагоги»; by the name alone where the row is gone. */
export function participant(
  wb: ReadOnlyWorkbook,
  personCode: string | undefined,
  fallback: string | null,
): Participant {
  const person = personCode === undefined ? undefined : wb.find(people, personCode);
  return person === undefined ? { fullName: fallback ?? "", gender: null, post: "" } : participantOf(person);
}

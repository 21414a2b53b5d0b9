// Decides and carries out what becomes of somebody's pairs: the partners' rows and programmes first, the pairs themselves last.
import type { Role } from "../bank/consentRules";
import { COMPLETION, mentees, MENTEE_STATUS, type Mentee } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { EMPLOYMENT, people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { Stop } from "../google/stop";
import { refreshBankColumns } from "../pairing/bankColumns";
import { endPairs, pausePairs, resumePairs } from "../pairing/endPairs";
import { END_REASON, type EndReason } from "../pairing/endReasons";
import { isInForce, isPlanned } from "../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../pairing/pairs.table";
import { nameOf, namesOfPair } from "../pairing/savePairs";
import { endProgrammes, openProgrammes } from "../programmes/endProgrammes";
import { addWorkingDays } from "../school/workingDays";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { PatchOf } from "../workbook/table";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import type { PairChoice, PairDecisions, PairToSettle } from "./lifeView";
import { againstResuming } from "./moveStatus";

export type Cause = "dismissed" | "away" | "back" | "withdrawn";

/** What has happened to whom. */
export interface Occasion {
  cause: Cause;
  /** Code on «Педагоги». */
  person: string;
  on: CalendarDate;
  /** Pairs in which the person has one of these roles are concerned. */
  roles: readonly Role[];
}

/** An open pair of the person. */
interface OwnPair {
  pair: Pair;
  role: Role;
  /** The person's own code on the tab of the role. */
  own: string;
}

/** ТК РФ ст. 351.8: the employer warns the worker no later than three working days before. */
const NOTICE_DAYS = 3;

const LABELS: Readonly<Record<PairChoice, string>> = {
  close: "Прекратить досрочно",
  handOver: "Передать другому наставнику",
  pause: "Приостановить",
  resume: "Возобновить",
  leave: "Оставить как есть",
};
const CANCEL = "Отменить предложение";
const LEAVE_GROUP = "Вывести из группы";

/** What may be done, the proposed first; nothing where the pair is not concerned. */
const CHOICES: Readonly<Record<Cause, (one: OwnPair, wb: ReadOnlyWorkbook) => readonly PairChoice[]>> = {
  dismissed: ({ pair, role }) => (isPlanned(pair) || role === "mentee" ? ["close"] : ["handOver", "close"]),
  away: ({ pair, role }) => {
    if (isPlanned(pair)) return ["leave", "close"];
    const stays = pair.status === PAIR_STATUS.paused || (role === "mentee" && pair.mentees.length > 1);
    return [stays ? "leave" : "pause", ...(role === "mentor" ? (["handOver"] as const) : []), "close"];
  },
  back: ({ pair, own }, wb) => {
    if (pair.status !== PAIR_STATUS.paused) return [];
    return againstResuming(wb, pair, own) === null ? ["resume", "leave"] : ["leave"];
  },
  withdrawn: ({ pair, role }) =>
    isPlanned(pair) || role === "mentee" ? ["close", "leave"] : ["handOver", "close", "leave"],
};

/** Pairs that the curator has to decide on, with the proposed decision first. */
export function pairsToSettle(wb: ReadOnlyWorkbook, occasion: Occasion): PairToSettle[] {
  return ownPairs(wb, occasion).flatMap((one) => {
    const { pair, role } = one;
    const choices = CHOICES[occasion.cause](one, wb);
    if (choices.length === 0) return [];
    const { mentorName, menteeNames } = namesOfPair(wb, pair.mentor, pair.mentees);
    return [
      {
        code: pair.code,
        role,
        title: `${mentorName} — ${menteeNames}`,
        status: pair.status ?? "",
        choices: choices.map((value) => ({ value, label: labelOf(value, one) })),
        notes: notesOn(wb, occasion, one, choices),
      },
    ];
  });
}

/** The decisions worked out: what is to be written, and what will be left. */
export interface Settlement {
  occasion: Occasion;
  decided: readonly (OwnPair & { choice: PairChoice })[];
  /** Whether the person stands in a pair in force with this code on the role's tab, before and after. */
  before: (own: string) => boolean;
  after: (own: string) => boolean;
  /** Whether any pair is left, a proposed one included. */
  anyAfter: (own: string) => boolean;
}

/** @throws Stop for a decision that the pair does not allow */
export function settlementOf(wb: ReadOnlyWorkbook, occasion: Occasion, decisions: PairDecisions): Settlement {
  const open = ownPairs(wb, occasion);
  const decided = open.flatMap((one) => {
    const choices = CHOICES[occasion.cause](one, wb);
    const [proposed] = choices;
    if (proposed === undefined) return [];
    const choice = decisions[one.pair.code] ?? proposed;
    if (!choices.includes(choice))
      throw new Stop(
        `С парой ${one.pair.code} так поступить нельзя.`,
        "Откройте карточку снова: данные с тех пор изменились.",
      );
    return [{ ...one, choice }];
  });
  const ended = new Set(decided.filter(isEnding).map(({ pair, own }) => `${pair.code} ${own}`));
  const has = (own: string, left: boolean, kind: (pair: Pair) => boolean) =>
    wb.all(pairs).some((pair) => involves(pair, own) && kind(pair) && !(left && ended.has(`${pair.code} ${own}`)));
  return {
    occasion,
    decided,
    before: (own) => has(own, false, isInForce),
    after: (own) => has(own, true, isInForce),
    anyAfter: (own) => has(own, true, (pair) => isInForce(pair) || isPlanned(pair)),
  };
}

/**
 * Writes what follows for partners and programmes. The person's own rows are the caller's; then come the pairs, by
 * `settlePairs`: as long as they are open, a repeated command finds what an interruption left undone.
 */
export function settlePartners(wb: Workbook, { occasion, decided }: Settlement): string[] {
  const ending = decided.filter((one) => isEnding(one) && !leavesGroup(one));
  const codes = new Set(ending.map(({ pair }) => pair.code));
  const programmes = endProgrammes(wb, codes, occasion.on);
  const moved = menteesOfEnded(wb, occasion, ending, codes);
  for (const { code, patch } of moved) wb.update(mentees, code, patch);
  return [
    ...programmes.map(({ code }) => `Программа ${code} прекращена.`),
    ...moved.map(({ code, patch }) => `Наставляемый ${code}: статус «${patch.status ?? ""}».`),
  ];
}

/** Writes the pairs, after everything that follows from them has been saved. */
export function settlePairs(wb: Workbook, { occasion, decided }: Settlement): string[] {
  if (decided.some(({ choice }) => choice !== "leave")) wb.save();
  endPairs(
    wb,
    decided.filter(isEnding).map((one) => ({
      pair: one.pair.code,
      on: occasion.on,
      reason: reasonOf(occasion.cause, one.role),
      mentee: one.role === "mentee" ? one.own : null,
    })),
  );
  pausePairs(wb, chosen(decided, "pause"), occasion.on);
  resumePairs(wb, chosen(decided, "resume"), occasion.on);
  refreshBankColumns(wb);
  return decided.flatMap((one) => (one.choice === "leave" ? [] : [`Пара ${one.pair.code}: ${doneWith(one)}.`]));
}

/** Planned pairs and pairs in force in which the person has one of the roles. */
function ownPairs(wb: ReadOnlyWorkbook, { person, roles }: Occasion): OwnPair[] {
  const mentor = roles.includes("mentor") ? codesOf(wb.all(mentors), person) : new Set<string>();
  const mentee = roles.includes("mentee") ? codesOf(wb.all(mentees), person) : new Set<string>();
  return wb.all(pairs).flatMap((pair): OwnPair[] => {
    if (!isPlanned(pair) && !isInForce(pair)) return [];
    if (mentor.has(pair.mentor)) return [{ pair, role: "mentor", own: pair.mentor }];
    const own = pair.mentees.find((code) => mentee.has(code));
    return own === undefined ? [] : [{ pair, role: "mentee", own }];
  });
}

function codesOf(rows: readonly { code: string; person: string }[], person: string): ReadonlySet<string> {
  return new Set(rows.filter((row) => row.person === person).map(({ code }) => code));
}

function isEnding({ choice }: { choice: PairChoice }): boolean {
  return choice === "close" || choice === "handOver";
}

function leavesGroup({ pair, role }: OwnPair): boolean {
  return role === "mentee" && pair.mentees.length > 1;
}

function involves(pair: Pair, own: string): boolean {
  return pair.mentor === own || pair.mentees.includes(own);
}

/** Mentees whom a leaving mentor leaves without a pair: done, or waiting again. */
function menteesOfEnded(
  wb: ReadOnlyWorkbook,
  { on }: Occasion,
  ending: readonly (OwnPair & { choice: PairChoice })[],
  codes: ReadonlySet<string>,
): { code: string; patch: PatchOf<typeof mentees> }[] {
  const left = new Map<string, PairChoice>();
  for (const { pair, role, choice } of ending) {
    if (role !== "mentor" || isPlanned(pair)) continue;
    for (const code of pair.mentees) if (left.get(code) !== "handOver") left.set(code, choice);
  }
  return [...left].flatMap(([code, choice]) => {
    const mentee = wb.find(mentees, code);
    const other = wb.all(pairs).some((pair) => !codes.has(pair.code) && isInForce(pair) && pair.mentees.includes(code));
    if (!mentee || other || wb.find(people, mentee.person)?.employment === EMPLOYMENT.dismissed) return [];
    return [{ code, patch: choice === "handOver" ? waitsAgain(on) : finishedEarly(mentee) }];
  });
}

function waitsAgain(on: CalendarDate): PatchOf<typeof mentees> {
  return { status: MENTEE_STATUS.waitingAgain, waitingSince: on };
}

/** A programme that was broken off counts as «досрочно» unless the curator has said otherwise. */
export function finishedEarly({ completion }: Mentee): PatchOf<typeof mentees> {
  return { status: MENTEE_STATUS.finished, completion: completion ?? COMPLETION.early };
}

function reasonOf(cause: Cause, role: Role): EndReason {
  if (cause === "dismissed") return END_REASON.dismissal;
  if (cause === "withdrawn") return role === "mentor" ? END_REASON.mentor : END_REASON.mentee;
  return END_REASON.employer;
}

function labelOf(choice: PairChoice, one: OwnPair): string {
  if (choice !== "close") return LABELS[choice];
  if (leavesGroup(one)) return LEAVE_GROUP;
  return isPlanned(one.pair) ? CANCEL : LABELS.close;
}

function doneWith(one: OwnPair & { choice: PairChoice }): string {
  if (one.choice === "pause") return "приостановлена";
  if (one.choice === "resume") return "возобновлена";
  if (leavesGroup(one)) return "участник выведен из группы";
  return isPlanned(one.pair) ? "отменена" : "прекращена досрочно";
}

function notesOn(wb: ReadOnlyWorkbook, occasion: Occasion, one: OwnPair, choices: readonly PairChoice[]): string[] {
  const { pair, own } = one;
  const resuming = occasion.cause === "back" ? againstResuming(wb, pair, own) : null;
  const notes = resuming === null ? [] : [`Возобновить пока нельзя: ${resuming}.`];
  if (isPlanned(pair) || !choices.includes("close") || leavesGroup(one)) return notes;
  if (choices.includes("handOver"))
    notes.push("При передаче пара прекращается, а наставляемый «повторно ожидает» и появится в подборе пар.");
  notes.push(...noticeOn(wb, occasion, one));
  const [programme] = openProgrammes(wb, new Set([pair.code]));
  if (programme)
    notes.push(`С прекращением пары прекратится программа ${programme.code}: будущие мероприятия отменятся.`);
  const order = pair.order === null ? undefined : wb.find(documents, pair.order);
  notes.push(
    order?.number && order.signedOn
      ? `Прекращение оформляется приказом: пара закреплена приказом от ${formatDate(order.signedOn)} № ${order.number}.`
      : "Прекращение оформляется приказом.",
  );
  return notes;
}

/** Who stops mentoring on whose initiative decides who warns whom (ТК РФ ст. 351.8). */
function noticeOn(wb: ReadOnlyWorkbook, { cause, on }: Occasion, { pair, role }: OwnPair): string[] {
  if (role === "mentor" && cause === "dismissed")
    return ["Отдельного предупреждения не нужно: поручение прекращается вместе с трудовым договором."];
  const by = addWorkingDays(on, -NOTICE_DAYS);
  const earliest = addWorkingDays(wb.today, NOTICE_DAYS);
  const late =
    wb.today > by ? ` Этот день прошёл: раньше ${formatDate(earliest)} — только по соглашению с наставником.` : "";
  const mentor = nameOf(wb, wb.find(mentors, pair.mentor)) ?? pair.mentor;
  return role === "mentor" && cause === "withdrawn"
    ? [
        `Наставник отказывается сам: обязанности прекращаются не раньше чем через ${NOTICE_DAYS} рабочих дня после заявления, если Вы не договорились иначе (ТК РФ, ст. 351.8).`,
      ]
    : [
        `При прекращении предупредите наставника (${mentor}) письменно не позднее ${formatDate(by)}: не менее чем за ${NOTICE_DAYS} рабочих дня (ТК РФ, ст. 351.8).${late}`,
      ];
}

function chosen(decided: readonly (OwnPair & { choice: PairChoice })[], choice: PairChoice): string[] {
  return decided.filter((one) => one.choice === choice).map(({ pair }) => pair.code);
}

// Moves pairs along before and while they are in force: the council's word, consents, a pause, a longer term, a cancellation.
import { recordConsents } from "../bank/recordConsents";
import { Stop } from "../google/stop";
import { formatDate, type CalendarDate } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook, Workbook } from "../workbook/workbook";
import { refreshBankColumns } from "./bankColumns";
import { endPairs, noted, pausePairs as pause, resumePairs as resume } from "./endPairs";
import type { EndReason } from "./endReasons";
import { pairJudge } from "./pairFacts";
import { againstPairStep, latestEnd, statusReached, type PairFacts, type PairStepKey } from "./pairLife";
import { pairs, PAIR_STATUS, type Pair } from "./pairs.table";
import { namesOfPair } from "./savePairs";

/** What a command did: how many pairs it has changed, and what else is to be said, in Russian. */
export interface PairsMoved {
  changed: number;
  said: string[];
}

interface ChosenPair {
  pair: Pair;
  facts: PairFacts;
}

/**
 * The council's recommendation. A pair whose consents are signed already keeps that; giving it again changes nothing.
 *
 * @param minutes number of the minutes, as the register has it
 * @throws Stop with every reason, if any of the pairs may not be recommended; then none is
 */
export function recommendPairs(
  wb: Workbook,
  { pairs: codes, minutes, on }: { pairs: readonly string[]; minutes: string; on: CalendarDate },
): PairsMoved {
  const number = minutes.trim();
  if (number === "") throw new Stop("Не указан номер протокола.", "Впишите его так, как в журнале протоколов совета.");
  refuseFuture(wb, on, "Заседание совета");
  const chosen = pairsFor(wb, codes, "recommend");
  const changed = chosen.filter(({ pair, facts }) => {
    const told = { ...pair, recommendation: protocol(number, on), recommendedOn: on };
    return put(wb, pair, {
      recommendation: told.recommendation,
      recommendedOn: on,
      status: statusReached(told, facts),
    });
  });
  note(wb, "Пары рекомендованы советом наставников", changed);
  return { changed: changed.length, said: [] };
}

/**
 * Everybody in the pairs has signed: the consents that are missing are recorded, and the pairs wait for the order.
 *
 * @param paper where the papers lie, or a link to them
 * @throws Stop as `recommendPairs`, or for a day that has not come
 */
export function markConsents(
  wb: Workbook,
  { pairs: codes, on, paper }: { pairs: readonly string[]; on: CalendarDate; paper: string | null },
): PairsMoved {
  const chosen = pairsFor(wb, codes, "consents");
  const judge = pairJudge(wb);
  const signed = new Map(
    chosen
      .flatMap(({ pair }) => judge.parties(pair).parties)
      .filter(({ lacking }) => lacking.length > 0)
      .map((party) => [`${party.person} ${party.role}`, { person: party.person, kinds: party.lacking }]),
  );
  const added = recordConsents(wb, {
    signed: [...signed.values()],
    givenOn: on,
    validUntil: null,
    paper: (paper ?? "").trim() || null,
  });
  // The papers are what counts: as long as a pair does not tell of them, a repeated command finds it.
  if (added > 0) wb.save();
  const changed = chosen.filter(({ pair }) => put(wb, pair, { status: PAIR_STATUS.consented }));
  note(wb, "Собраны согласия участников пар", changed);
  return { changed: changed.length, said: [`Записано согласий: ${added}.`] };
}

/** Interrupts the work of pairs for a while. @param until when it is expected to go on */
export function pausePairs(
  wb: Workbook,
  {
    pairs: codes,
    on,
    until,
    why,
  }: { pairs: readonly string[]; on: CalendarDate; until: CalendarDate | null; why: string },
): PairsMoved {
  if (why.trim() === "") throw new Stop("Не указана причина паузы.", "Впишите её: она останется в истории пары.");
  refuseFuture(wb, on, "День паузы");
  if (until !== null && until < on) throw new Stop("Пауза кончается раньше, чем начинается.", "Проверьте обе даты.");
  const open = fresh(wb, codes, PAIR_STATUS.paused);
  const chosen = pairsFor(wb, open, "pause");
  const said = why.trim().replace(/[.\s]+$/, "");
  const reason = until === null ? said : `${said}; до ${formatDate(until)}`;
  pause(wb, open, on, reason);
  return afterMove(wb, "Пары приостановлены", chosen);
}

/** Puts paused pairs back to work. */
export function resumePairs(
  wb: Workbook,
  { pairs: codes, on }: { pairs: readonly string[]; on: CalendarDate },
): PairsMoved {
  refuseFuture(wb, on, "День возобновления");
  const paused = fresh(wb, codes, PAIR_STATUS.active);
  const chosen = pairsFor(wb, paused, "resume");
  resume(wb, paused, on);
  return afterMove(wb, "Пары возобновлены", chosen);
}

/** A later last day; a notice that was given is taken back by it. */
export function prolongPair(wb: Workbook, { pair: code, endsOn }: { pair: string; endsOn: CalendarDate }): PairsMoved {
  const [chosen] = pairsFor(wb, [code], "prolong");
  if (!chosen) return { changed: 0, said: [] };
  const { pair } = chosen;
  const startsOn = pair.startsOn ?? wb.today;
  if (endsOn < wb.today) throw new Stop("Новый последний день уже прошёл.", "Укажите день не раньше сегодняшнего.");
  if (endsOn > latestEnd(startsOn))
    throw new Stop(
      "Пара работает не дольше 12 месяцев.",
      `Укажите день не позже ${formatDate(latestEnd(startsOn))} или завершите пару и закрепите её заново.`,
    );
  if (pair.endsOn === endsOn && pair.endReason === null) return { changed: 0, said: [] };
  const was = pair.endsOn === null ? "" : `, был — ${formatDate(pair.endsOn)}`;
  const remark = `Срок — по ${formatDate(endsOn)}${was}${pair.endReason === null ? "" : "; прекращение отменено"}.`;
  put(wb, pair, { endsOn, endReason: null, noticeOn: null, note: noted(pair, remark) });
  return {
    ...afterMove(wb, "Срок пары изменён", [chosen]),
    said: ["Изменение срока оформите приказом; срок программы измените на вкладке «Программы»."],
  };
}

/** A proposal that will not come to an order: the pair is kept for history and takes no places. */
export function cancelPairs(
  wb: Workbook,
  { pairs: codes, reason }: { pairs: readonly string[]; reason: EndReason },
): PairsMoved {
  const open = fresh(wb, codes, PAIR_STATUS.ended);
  const chosen = pairsFor(wb, open, "cancel");
  endPairs(
    wb,
    open.map((pair) => ({ pair, on: wb.today, reason, mentee: null })),
  );
  return afterMove(wb, "Предложенные пары отменены", chosen);
}

/**
 * Pairs with their facts, if every one of them may make the step.
 *
 * @throws Stop with the reasons of those that may not
 */
function pairsFor(wb: ReadOnlyWorkbook, codes: readonly string[], step: PairStepKey): ChosenPair[] {
  const judge = pairJudge(wb);
  const chosen = [...new Set(codes)].map((code) => {
    const pair = pairOf(wb, code);
    return { pair, facts: judge.facts(pair) };
  });
  const refused = chosen.flatMap(({ pair, facts }) => {
    const against = againstPairStep(step, pair, facts);
    return against === null ? [] : [`${titleOf(wb, pair)}: ${against}`];
  });
  if (refused.length > 0) throw new Stop(refused.join(" "), "Ничего не записано: исправьте названное и повторите.");
  return chosen;
}

/** @throws Stop if there is no such pair */
export function pairOf(wb: ReadOnlyWorkbook, code: string): Pair {
  const pair = wb.find(pairs, code);
  if (!pair) throw new Stop(`На вкладке «Пары» нет кода ${code}.`, "Обновите страницу: данные с тех пор изменились.");
  return pair;
}

/** «Хвойный Пётр Ильич — Снегирёва Анна Олеговна» */
export function titleOf(wb: ReadOnlyWorkbook, pair: Pair): string {
  const { mentorName, menteeNames } = namesOfPair(wb, pair.mentor, pair.mentees);
  return `${mentorName} — ${menteeNames}`;
}

/** @throws Stop for a day that has not come */
export function refuseFuture(wb: ReadOnlyWorkbook, on: CalendarDate, what: string): void {
  if (on > wb.today)
    throw new Stop(`${what}: ${formatDate(on)} ещё не наступил.`, "Укажите день не позже сегодняшнего.");
}

/** Minutes as documents name them; words that name them already are left alone. */
export function protocol(number: string, on: CalendarDate): string {
  return /протокол/i.test(number) ? number : `протокол от ${formatDate(on)} № ${number.replace(/^№\s*/, "")}`;
}

/** Without the pairs that are where the command would bring them: it has been given before. */
function fresh(wb: ReadOnlyWorkbook, codes: readonly string[], status: Pair["status"]): string[] {
  return [...new Set(codes)].filter((code) => pairOf(wb, code).status !== status);
}

/** Writes what differs. @returns whether anything did */
function put(wb: Workbook, pair: Pair, patch: Partial<Pair>): boolean {
  const held: Readonly<Record<string, unknown>> = { ...pair };
  if (Object.entries(patch).every(([key, value]) => held[key] === value)) return false;
  wb.update(pairs, pair.code, patch);
  return true;
}

function afterMove(wb: Workbook, what: string, chosen: readonly ChosenPair[]): PairsMoved {
  refreshBankColumns(wb);
  note(wb, what, chosen);
  return { changed: chosen.length, said: [] };
}

function note(wb: Workbook, what: string, chosen: readonly ChosenPair[]): void {
  if (chosen.length > 0) wb.note({ what, records: chosen.map(({ pair }) => pair.code) });
}

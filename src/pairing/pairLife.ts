// The life of a pair as one table: the steps from status to status, and what must hold for a pair that has a status.
//
// For whoever judges pairs (the page «Ход пар», the commands, the data check):
//   nextPairSteps(pair, facts)      the steps from here; `against` is why one may not be made now
//   againstPairStep(key, pair, facts)  the same for one step
//   brokenPairGuard(pair, facts)    what a status typed into the cell claims and the facts deny
import { addMonths, formatDate, type CalendarDate } from "../workbook/calendarDate";
import { earliestLastDay, noticeFor } from "./endReasons";
import { PAIR_STATUS, type Pair } from "./pairs.table";

export type PairStatus = NonNullable<Pair["status"]>;

/** What is known of a pair beside its own row. Words are Russian and name people as the curator knows them. */
export interface PairFacts {
  today: CalendarDate;
  noticeDays: number;
  /** Codes that nobody has. */
  unknown: readonly string[];
  /** «Петрова Анна Ильинична — обработка персональных данных» */
  lacking: readonly string[];
  /** Who has taken back the consent to the use of the data. */
  withdrawn: readonly string[];
  /** «Петрова Анна Ильинична — занятость «уволен»» */
  dismissed: readonly string[];
  away: readonly string[];
  /** Statuses of the bank that keep from being in a pair: «Хвойный Пётр Ильич — статус «пауза»». */
  resting: readonly string[];
  /** What the kinds of the pair demand (choice/kinds.ts). */
  demands: readonly string[];
  /** Whether a registered order assigns the pair. */
  ordered: boolean;
  /** Every activity of the programme is done. Null where the caller knows no programmes: then only the term counts. */
  planDone: boolean | null;
  /** Whether there is a programme that is not over. */
  openProgramme: boolean;
  /** The pair that replaces this one and is not over. */
  successor: string | null;
}

export type PairOf = Pick<
  Pair,
  "status" | "startsOn" | "endsOn" | "recommendation" | "recommendedOn" | "order" | "noticeOn" | "endReason"
>;

/** A sentence with what is wrong and what to do, or null. */
type Guard = (pair: PairOf, facts: PairFacts) => string | null;

/** A guard by name, so that a check that tells of the same need not tell twice. */
type GuardKey = keyof typeof GUARDS;

const GUARDS = {
  known: (_, { unknown }) =>
    unknown.length > 0 ? `В банке нет кодов: ${unknown.join(", ")}. Исправьте состав пары.` : null,
  demands: (_, { demands }) => (demands.length > 0 ? demands.join(" ") : null),
  notOrdered: ({ order }) =>
    order !== null
      ? "Пара уже закреплена приказом: верните статус «действует» или прекратите её на странице «Ход пар»."
      : null,
  notEnding: ({ endReason }) =>
    endReason !== null
      ? "Указано основание прекращения, а пара не отменена: отмените её или очистите «Основание прекращения»."
      : null,
  minutes: ({ recommendation, recommendedOn }, { today }) => {
    if ((recommendation ?? "").trim() === "" || recommendedOn === null)
      return "Не указаны номер протокола совета и дата: впишите их или верните статус «предложена».";
    return recommendedOn > today
      ? `Заседание совета ${formatDate(recommendedOn)} ещё не прошло: исправьте дату.`
      : null;
  },
  consents: (_, { lacking }) =>
    lacking.length > 0 ? `Нет письменных согласий: ${lacking.join("; ")}. Соберите подписи и запишите их.` : null,
  notWithdrawn: (_, { withdrawn }) =>
    withdrawn.length > 0
      ? `Отозвано согласие на обработку персональных данных: ${withdrawn.join("; ")}. Новых документов о человеке не готовят.`
      : null,
  order: (_, { ordered }) =>
    ordered ? null : "Нет зарегистрированного приказа о закреплении: подготовьте его и впишите номер и дату.",
  term: ({ startsOn, endsOn }) => {
    if (startsOn === null || endsOn === null) return "Не указаны начало и конец работы пары.";
    return startsOn > endsOn ? "Начало работы пары позже её конца." : null;
  },
  notDismissed: (_, { dismissed }) =>
    dismissed.length > 0 ? `Участник уволен: ${dismissed.join("; ")}. Прекратите или передайте пару.` : null,
  notAway: (_, { away }) =>
    away.length > 0 ? `Участник длительно отсутствует: ${away.join("; ")}. Приостановите пару.` : null,
  notResting: (_, { resting }) =>
    resting.length > 0 ? `Участник сейчас не работает в паре: ${resting.join("; ")}.` : null,
  notGivenUp: ({ endReason, endsOn }, { today }) =>
    endReason !== null && endsOn !== null && endsOn < today
      ? `Последний день прошёл ${formatDate(endsOn)}: оформите прекращение на странице «Ход пар».`
      : null,
  lasts: ({ endsOn }, { today }) =>
    endsOn !== null && endsOn < today ? `Срок пары истёк ${formatDate(endsOn)}: продлите или завершите её.` : null,
  /** A pair that has been in force has a term and an order. */
  begun: ({ startsOn, order }) =>
    startsOn === null || order === null
      ? "Пара не действовала: у неё нет начала или приказа. Отмените её вместо завершения."
      : null,
  over: isOver,
  cameToItsEnd: ({ endsOn, endReason }, { today, planDone }) => {
    if (endReason !== null) return "Указано основание досрочного прекращения: прекратите пару досрочно.";
    if ((endsOn !== null && endsOn <= today) || planDone === true) return null;
    return `Срок пары не вышел${endsOn === null ? "" : ` (${formatDate(endsOn)})`}, и план выполнен не весь: прекратите её досрочно или дождитесь срока.`;
  },
  reason: ({ endReason }) =>
    (endReason ?? "").trim() === "" ? "Не указано основание прекращения: впишите его." : null,
  noEarlyReason: ({ endReason }) =>
    endReason !== null
      ? "У завершённой пары указано основание досрочного прекращения: исправьте статус или очистите основание."
      : null,
  /** Where it has never been in force nobody has duties to be warned about. */
  overOrCancelled: (pair, facts) => (isCancelled(pair) ? null : isOver(pair, facts)),
  notice: (pair, { noticeDays }) => {
    const { noticeOn, endsOn, endReason } = pair;
    if (isCancelled(pair) || noticeFor(endReason) !== "always") return null;
    if (noticeOn === null) return "Не указано, когда наставника предупредили о прекращении (ТК РФ, ст. 351.8).";
    const earliest = earliestLastDay(noticeOn, noticeDays);
    return endsOn !== null && endsOn < earliest
      ? `Наставника предупредили ${formatDate(noticeOn)}: последний день — не раньше ${formatDate(earliest)} (ТК РФ, ст. 351.8).`
      : null;
  },
  notReplaced: (_, { successor }) => (successor !== null ? `Новый наставник уже назначен: пара ${successor}.` : null),
  worthReplacing: ({ status }, { openProgramme }) =>
    status === PAIR_STATUS.ended && !openProgramme
      ? "Пара прекращена вместе с программой: подберите наставника заново на странице «Подбор пар»."
      : null,
} as const satisfies Record<string, Guard>;

const S = PAIR_STATUS;
const PLANNED = ["known", "demands", "notOrdered", "notEnding"] as const satisfies readonly GuardKey[];
const IN_FORCE = ["known", "demands", "order", "term", "consents", "notDismissed", "notGivenUp"] as const;

/** What must hold for a pair with the status, whoever has put it there. */
const HOLDS: Readonly<Record<PairStatus, readonly GuardKey[]>> = {
  [S.draft]: ["notOrdered", "notEnding"],
  [S.proposed]: PLANNED,
  [S.recommended]: [...PLANNED, "minutes"],
  [S.consented]: [...PLANNED, "consents"],
  [S.active]: [...IN_FORCE, "notAway", "notResting"],
  [S.paused]: IN_FORCE,
  [S.finished]: ["begun", "over", "noEarlyReason"],
  [S.ended]: ["reason", "overOrCancelled", "notice"],
};

interface StepSpec {
  from: readonly PairStatus[];
  label: string;
  /** What must hold before the step: whatever the step itself supplies (minutes, consents, a reason) is not asked for. */
  needs: readonly GuardKey[];
}

const NOT_YET = [S.draft, S.proposed, S.recommended, S.consented] as const;
const AT_WORK = [S.active, S.paused] as const;
const PRESENT = ["notDismissed", "notResting"] as const;

/** domain §3.4. A council is not obligatory: the order may follow the consents without its recommendation (source 4, 3.3). */
const STEPS = {
  recommend: {
    from: NOT_YET,
    label: "Отметить рекомендацию совета",
    needs: ["known", "demands", "notOrdered", "notEnding", "notWithdrawn", ...PRESENT],
  },
  consents: {
    from: NOT_YET,
    label: "Отметить согласия",
    needs: ["known", "demands", "notOrdered", "notEnding", "notWithdrawn", ...PRESENT],
  },
  order: {
    from: [S.proposed, S.recommended, S.consented],
    label: "Подготовить приказ",
    needs: ["known", "demands", "term", "notOrdered", "notEnding", "notWithdrawn", ...PRESENT, "notAway", "consents"],
  },
  cancel: { from: NOT_YET, label: "Отменить предложение", needs: ["notOrdered"] },
  pause: { from: [S.active], label: "Приостановить", needs: ["notGivenUp"] },
  resume: {
    from: [S.paused],
    label: "Возобновить",
    needs: ["known", "lasts", "consents", "notDismissed", "notAway", "notResting"],
  },
  finish: { from: AT_WORK, label: "Завершить", needs: ["order", "term", "cameToItsEnd"] },
  prolong: { from: AT_WORK, label: "Продлить", needs: ["order", "notDismissed"] },
  end: { from: AT_WORK, label: "Прекратить досрочно", needs: [] },
  replace: {
    from: [...AT_WORK, S.ended],
    label: "Сменить наставника",
    needs: ["begun", "notReplaced", "worthReplacing"],
  },
} as const satisfies Record<string, StepSpec>;
export type PairStepKey = keyof typeof STEPS;

/** A step from where the pair stands. */
export interface PairStep {
  key: PairStepKey;
  label: string;
  /** Why not now, in whole sentences; null if it may be made. */
  against: string | null;
}

function isOver({ endsOn }: PairOf, { today }: PairFacts): string | null {
  if (endsOn === null) return "Не указан последний день пары.";
  return endsOn > today ? `Последний день ${formatDate(endsOn)} ещё не наступил: исправьте дату или статус.` : null;
}

/** An empty cell is a pair that somebody has only begun to write down. */
function statusOf({ status }: Pick<Pair, "status">): PairStatus {
  return status ?? PAIR_STATUS.draft;
}

/** Ended before an order: it has no term, so that nothing counts it as work done. */
function isCancelled({ startsOn, order }: Pick<Pair, "startsOn" | "order">): boolean {
  return startsOn === null && order === null;
}

/** Every step that leads on from the pair's status. */
export function nextPairSteps(pair: PairOf, facts: PairFacts): PairStep[] {
  return (Object.keys(STEPS) as PairStepKey[])
    .filter((key) => isOnTheWay(key, pair))
    .map((key) => ({ key, label: STEPS[key].label, against: judge(STEPS[key].needs, pair, facts) }));
}

/** Why the step may not be made, in whole sentences; null if it may. */
export function againstPairStep(key: PairStepKey, pair: PairOf, facts: PairFacts): string | null {
  if (!isOnTheWay(key, pair))
    return `Статус пары — «${statusOf(pair)}»: действие «${STEPS[key].label}» к ней не относится.`;
  return judge(STEPS[key].needs, pair, facts);
}

/** What the status claims and the facts deny, in whole sentences: a curator may type any status. Null if nothing. */
export function brokenPairGuard(pair: PairOf, facts: PairFacts, but: readonly GuardKey[] = []): string | null {
  return judge(
    HOLDS[statusOf(pair)].filter((key) => !but.includes(key)),
    pair,
    facts,
  );
}

/** The status after the consents or the recommendation have been recorded: as far as the row and the facts prove. */
export function statusReached(pair: PairOf, { lacking }: Pick<PairFacts, "lacking">): PairStatus {
  if (lacking.length === 0) return PAIR_STATUS.consented;
  return pair.recommendedOn !== null && pair.recommendation !== null ? PAIR_STATUS.recommended : PAIR_STATUS.proposed;
}

/** A pair lasts no longer than a programme may (source 4, clause 1.2). */
export function latestEnd(startsOn: CalendarDate): CalendarDate {
  return addMonths(startsOn, 12);
}

function isOnTheWay(key: PairStepKey, pair: PairOf): boolean {
  const from: readonly PairStatus[] = STEPS[key].from;
  return from.includes(statusOf(pair));
}

function judge(keys: readonly GuardKey[], pair: PairOf, facts: PairFacts): string | null {
  const sentences = keys.flatMap((key) => GUARDS[key](pair, facts) ?? []);
  return sentences.length > 0 ? sentences.join(" ") : null;
}

// What to do next about a person: one table of rules, the most pressing first. Pure: it is told what is known.
import { CONSENTS_NEEDED, type ConsentKind, type Role } from "../bank/consentRules";
import { brokenGuard, type LifeFacts, nextSteps, statusAfterPause } from "../bank/lifeCycle";
import { MENTEE_STATUS, mentees, type Mentee } from "../bank/mentees.table";
import { MENTOR_STATUS, mentors, type Mentor } from "../bank/mentors.table";
import { EMPLOYMENT, hasLabourContract, people, type Person } from "../bank/people.table";
import { PAIR_STATUS, pairs } from "../pairing/pairs.table";
import { counted } from "../school/counted";
import { addDays, addMonths, type CalendarDate, formatDate } from "../workbook/calendarDate";
import type { CardStep, ConsentOfPerson, PairOfPerson, Place } from "./cardView";

/** What the card knows at once. */
export interface CardFacts {
  today: CalendarDate;
  person: Person;
  mentor: { row: Mentor; life: LifeFacts } | null;
  mentee: { row: Mentee; life: LifeFacts; waitingDays: number | null } | null;
  pairs: readonly PairOfPerson[];
  consents: readonly ConsentOfPerson[];
  /** Kinds that the person's roles need and that are not in force. */
  missingConsents: readonly ConsentKind[];
  /** The consent to the use of personal data is withdrawn and not given anew. */
  withdrawn: boolean;
  /** Why the information is out of date, in Russian; null where it is not. */
  stale: string | null;
}

/** A step as a rule finds it; `about` tells several of one rule apart. */
export type Found = Omit<CardStep, "rank" | "key" | "due" | "overdue"> & { about?: string; due?: string | null };

/**
 * Every rule in the order of urgency. Those marked «more» are judged when programmes and questionnaires have been looked
 * up (moreActions.ts).
 */
const ORDER = {
  leaver: "card",
  withdrawn: "card",
  absent: "card",
  returned: "card",
  consents: "card",
  brokenStatus: "card",
  expiring: "card",
  pairOver: "card",
  pairToOrder: "card",
  agreement: "card",
  forward: "card",
  notSent: "more",
  remind: "more",
  invite: "more",
  wait: "card",
  programme: "more",
  activities: "more",
  support: "card",
  overCapacity: "more",
  stale: "card",
  address: "card",
  pairEnding: "more",
  paper: "more",
  free: "more",
  role: "card",
} as const satisfies Record<string, "card" | "more">;
export type RuleKey = keyof typeof ORDER;

const KEYS = Object.keys(ORDER) as RuleKey[];
/** Nothing that is found later comes before these. */
export const SURE_RANK = KEYS.findIndex((key) => ORDER[key] === "more") - 1;

/** So long beforehand the curator is told that a term ends. */
export const SOON_DAYS = 30;
/** Nobody should be left waiting longer than that. */
const LONG_WAIT_DAYS = 30;

const BEGINNER_YEARS = 3;

/** Mentors of whom an order, a pair or the head's approval is on its way. */
const MENTORS_TO_CONSENT: readonly (string | null)[] = [
  MENTOR_STATUS.recommended,
  MENTOR_STATUS.approved,
  MENTOR_STATUS.trained,
  MENTOR_STATUS.active,
  MENTOR_STATUS.paused,
];
const MENTEES_TO_CONSENT: readonly (string | null)[] = [
  MENTEE_STATUS.waiting,
  MENTEE_STATUS.waitingAgain,
  MENTEE_STATUS.paired,
  MENTEE_STATUS.supported,
];
const MENTEES_DONE: readonly (string | null)[] = [MENTEE_STATUS.finished, MENTEE_STATUS.refused];
const WAITING: readonly (string | null)[] = [MENTEE_STATUS.waiting, MENTEE_STATUS.waitingAgain];

/** The status that comes next in the ordinary course, and what it means to put it. */
const FORWARD: Readonly<Record<Role, Readonly<Record<string, { to: string; label: string; why: string }>>>> = {
  mentor: {
    [MENTOR_STATUS.answered]: {
      to: MENTOR_STATUS.recommended,
      label: "Отметить рекомендацию совета",
      why: "Анкета получена: слово за советом наставников.",
    },
    [MENTOR_STATUS.recommended]: {
      to: MENTOR_STATUS.approved,
      label: "Отметить утверждение",
      why: "Рекомендован и согласен: осталось решение руководителя.",
    },
    [MENTOR_STATUS.approved]: {
      to: MENTOR_STATUS.trained,
      label: "Отметить обучение",
      why: "Утверждён: проведите установочную сессию или обучение.",
    },
    [MENTOR_STATUS.trained]: {
      to: MENTOR_STATUS.active,
      label: "Сделать действующим",
      why: "Обучен, и его пара действует.",
    },
    [MENTOR_STATUS.paused]: {
      to: MENTOR_STATUS.active,
      label: "Вернуть к работе",
      why: "Работает, но как наставник на паузе.",
    },
  },
  mentee: {
    [MENTEE_STATUS.requested]: {
      to: MENTEE_STATUS.waiting,
      label: "Поставить в ожидание",
      why: "Запрос собран: можно подбирать наставника.",
    },
    [MENTEE_STATUS.diagnosed]: {
      to: MENTEE_STATUS.waiting,
      label: "Поставить в ожидание",
      why: "Затруднения известны: можно подбирать наставника.",
    },
    [MENTEE_STATUS.waiting]: { to: MENTEE_STATUS.paired, label: "Отметить закрепление", why: "Пара уже действует." },
    [MENTEE_STATUS.waitingAgain]: {
      to: MENTEE_STATUS.paired,
      label: "Отметить закрепление",
      why: "Пара уже действует.",
    },
    [MENTEE_STATUS.supported]: { to: MENTEE_STATUS.paired, label: "Отметить закрепление", why: "Пара уже действует." },
  },
};

type CardRule = (facts: CardFacts) => readonly Found[] | Found | null;

const CARD_RULES: Readonly<Partial<Record<RuleKey, CardRule>>> = {
  leaver: ({ person, pairs: own, mentor, mentee }) => {
    if (person.employment !== EMPLOYMENT.dismissed) return null;
    const standing = own.some(({ stage }) => stage !== "over");
    const inBank =
      (mentor !== null && mentor.row.status !== MENTOR_STATUS.left) ||
      (mentee !== null && !MENTEES_DONE.includes(mentee.row.status));
    if (!standing && !inBank) return null;
    const what = standing ? "Уволен(а), но остаётся в паре" : "Уволен(а), но остаётся в банке";
    return { label: "Оформить уход", why: `${what}${since(person.awayFrom)}.`, due: person.awayFrom, action: LEAVE };
  },
  withdrawn: ({ withdrawn, pairs: own }) =>
    withdrawn && own.some(({ stage }) => stage !== "over")
      ? {
          label: "Посмотреть, что затронуто",
          why: "Согласие на обработку персональных данных отозвано, а пара осталась.",
          action: { do: "withdraw" },
        }
      : null,
  absent: ({ person, pairs: own }) =>
    person.employment === EMPLOYMENT.away && own.some(({ status }) => status === PAIR_STATUS.active)
      ? { label: "Оформить отсутствие", why: "Длительно отсутствует, а пара действует.", action: LEAVE }
      : null,
  returned: ({ person, today }) =>
    person.employment === EMPLOYMENT.away && person.awayUntil !== null && person.awayUntil < today
      ? {
          label: "Отметить возвращение",
          why: `Отсутствие было до ${formatDate(person.awayUntil)}.`,
          due: person.awayUntil,
          action: LEAVE,
        }
      : null,
  consents: (facts) => {
    const kinds = [...new Set(ROLES.flatMap((role) => lackingNow(facts, role)))];
    if (kinds.length === 0 || facts.person.employment === EMPLOYMENT.dismissed) return null;
    const inForce = facts.pairs.some(({ role, stage }) => stage === "inForce" && lackingNow(facts, role).length > 0);
    return {
      label: "Записать согласия",
      why: `${inForce ? "Пара действует, а согласия нет" : "Нет письменного согласия"}: ${kinds.join("; ")}.`,
      due: inForce ? facts.today : null,
      action: { do: "recordConsents", kinds },
    };
  },
  brokenStatus: (facts) => ROLES.flatMap((role) => brokenStatusOf(facts, role)),
  expiring: ({ consents, today }) =>
    consents
      .filter(({ state }) => state === "истекает")
      .map((consent) => ({
        about: consent.code,
        label: "Обновить согласие",
        why: `Согласие (${consent.kind}) действует до ${day(consent.validUntil)}.`,
        due: consent.validUntil ?? today,
        action: { do: "showRow", place: { tab: "Согласия", code: consent.code } },
      })),
  pairOver: ({ pairs: own, today }) =>
    own
      .filter(({ status, endsOn }) => status === PAIR_STATUS.active && endsOn !== null && endsOn < today)
      .map((pair) => ({
        about: pair.code,
        label: "Завершить пару",
        why: `Срок пары (${partners(pair)}) вышел ${day(pair.endsOn)}.`,
        due: pair.endsOn,
        action: { do: "showRow", place: placeOf(pairs, pair.code) },
      })),
  pairToOrder: (facts) =>
    facts.pairs
      .filter(({ role, stage }) => stage === "planned" && lackingNow(facts, role).length === 0)
      .map((pair) => ({
        about: pair.code,
        label: "Подготовить приказ",
        why: `Пара (${partners(pair)}) подобрана, приказа ещё нет.`,
        action: { do: "openPage", page: "openOrder" },
      })),
  forward: (facts) => ROLES.flatMap((role) => forwardOf(facts, role)),
  wait: ({ mentee, pairs: own, today }) => {
    if (!mentee || mentee.waitingDays === null || !WAITING.includes(mentee.row.status)) return null;
    if (own.some(({ role, stage }) => role === "mentee" && stage !== "over")) return null;
    return {
      label: "Подобрать наставника",
      why: `Ждёт наставника ${daysInWords(mentee.waitingDays)}.`,
      due: addDays(mentee.row.waitingSince ?? today, LONG_WAIT_DAYS),
      action: { do: "openPage", page: "openPairing" },
    };
  },
  agreement: ({ mentor, person, pairs: own, today }) => {
    const active = own.some(({ role, stage }) => role === "mentor" && stage === "inForce");
    if (!mentor || !hasLabourContract(person) || !active || mentor.row.withinDuties) return null;
    const { agreementOn, agreementUntil } = mentor.row;
    const action = { do: "openPaper", kind: "agreement" } as const;
    if (agreementOn === null)
      return {
        label: "Подготовить допсоглашение",
        why: "Ведёт наставляемых, а дополнительного соглашения нет (ТК РФ, ст. 351.8).",
        action,
      };
    return agreementUntil !== null && agreementUntil <= addDays(today, SOON_DAYS)
      ? {
          label: "Продлить допсоглашение",
          why: `Дополнительное соглашение — по ${formatDate(agreementUntil)}.`,
          due: agreementUntil,
          action,
        }
      : null;
  },
  support: ({ mentee }) =>
    mentee?.row.status === MENTEE_STATUS.supported
      ? {
          label: "Подобрать наставника",
          why: `Пока без пары, сопровождает: ${mentee.row.support ?? "никто не указан"}.`,
          action: { do: "openPage", page: "openPairing" },
        }
      : null,
  stale: ({ stale, person }) =>
    stale === null
      ? null
      : {
          label: "Сведения верны",
          why: `Не реже раза в год сведения подтверждают: ${stale}.`,
          due: person.updatedOn === null ? null : addMonths(person.updatedOn, 12),
          action: { do: "confirm" },
        },
  address: ({ person, mentor, mentee }) =>
    person.email === null && person.employment !== EMPLOYMENT.dismissed && (mentor ?? mentee) !== null
      ? {
          label: "Вписать адрес почты",
          why: "Без адреса анкеты и напоминания не отправить.",
          action: { do: "showRow", place: placeOf(people, person.code) },
        }
      : null,
  role: ({ mentor, mentee, person, withdrawn }) => {
    if (mentor || mentee || withdrawn || person.employment === EMPLOYMENT.dismissed) return null;
    const beginner = isBeginner(person);
    const why = beginner
      ? `Стаж ${counted(person.experienceYears ?? 0, ["год", "года", "лет"])}: наставник поможет войти в профессию.`
      : "В банке наставничества пока не участвует.";
    const offers = (["mentor", "mentee"] as const).map((role): Found => ({
      about: role,
      label: role === "mentor" ? "Сделать наставником" : "Сделать наставляемым",
      why,
      action: { do: "giveRole", role },
    }));
    return beginner ? offers.reverse() : offers;
  },
};

const ROLES: readonly Role[] = ["mentor", "mentee"];
const LEAVE = { do: "leave" } as const;

/** What the card's own facts ask for, the most pressing first. */
export function nextActions(facts: CardFacts): CardStep[] {
  const steps = KEYS.flatMap((key) => {
    const found = CARD_RULES[key]?.(facts) ?? [];
    return stepsOf(key, "label" in found ? [found] : found, facts.today);
  });
  // Somebody who stands on both sides of a pair is told once.
  return steps.filter(({ key }, at) => steps.findIndex((one) => one.key === key) === at);
}

/** What a rule has found, as the card shows it. */
export function stepsOf(key: RuleKey, found: readonly Found[], today: CalendarDate): CardStep[] {
  return found.map(({ about, due = null, ...rest }) => ({
    ...rest,
    rank: KEYS.indexOf(key),
    key: about === undefined ? key : `${key} ${about}`,
    due,
    overdue: due !== null && due < today,
  }));
}

/** Rather a mentee than a mentor. */
export function isBeginner({ experienceYears }: Pick<Person, "experienceYears">): boolean {
  return experienceYears !== null && experienceYears <= BEGINNER_YEARS;
}

/** Kinds that the law wants in writing now: an order, a pair or the head's approval is on its way in this role. */
function lackingNow({ mentor, mentee, pairs: own, missingConsents }: CardFacts, role: Role): ConsentKind[] {
  const status = role === "mentor" ? mentor?.row.status : mentee?.row.status;
  const wanted = role === "mentor" ? MENTORS_TO_CONSENT : MENTEES_TO_CONSENT;
  const inPair = own.some((pair) => pair.role === role && pair.stage !== "over");
  if (!inPair && !wanted.includes(status ?? null)) return [];
  return CONSENTS_NEEDED[role].filter((kind) => missingConsents.includes(kind));
}

function brokenStatusOf(facts: CardFacts, role: Role): Found[] {
  const own = facts[role];
  const broken = own === null ? null : brokenGuard(role, own.row.status, own.life);
  // Missing consents and a leaver have rules of their own.
  if (own === null || broken === null || facts.person.employment === EMPLOYMENT.dismissed) return [];
  if (facts.missingConsents.length > 0 && broken.startsWith("нет письменного согласия")) return [];
  const why = `${role === "mentor" ? "Наставник" : "Наставляемый"}, статус «${own.row.status ?? "не указан"}»: ${broken}.`;
  const to = role === "mentee" ? afterThePair(facts) : null;
  const place = placeOf(role === "mentor" ? mentors : mentees, own.row.code);
  return to === null
    ? [{ about: role, label: "Исправить статус", why, action: { do: "showRow", place } }]
    : [{ about: role, label: "Сменить статус", why, action: { do: "moveStatus", role, to } }];
}

/** Where a mentee goes whose pair is over: the programme is done, or somebody else is to be found. */
function afterThePair({ mentee, pairs: own }: CardFacts): string | null {
  if (mentee?.row.status !== MENTEE_STATUS.paired) return null;
  const done = own.some(({ role, status }) => role === "mentee" && status === PAIR_STATUS.finished);
  const to = done ? MENTEE_STATUS.finished : MENTEE_STATUS.waitingAgain;
  const steps = nextSteps("mentee", mentee.row.status, mentee.life);
  return steps.some((step) => step.to === to && step.against === null) ? to : null;
}

function forwardOf(facts: CardFacts, role: Role): Found[] {
  const own = facts[role];
  if (own === null || facts.person.employment !== EMPLOYMENT.working) return [];
  const usual = FORWARD[role][own.row.status ?? ""];
  const next = usual && own.row.status === MENTOR_STATUS.paused ? { ...usual, to: statusAfterPause(own.life) } : usual;
  const needsPair = next?.to === MENTOR_STATUS.active && own.row.status === MENTOR_STATUS.trained;
  const paired = facts.pairs.some((pair) => pair.role === role && pair.stage === "inForce");
  if (!next || (needsPair && !paired)) return [];
  const step = nextSteps(role, own.row.status, own.life).find(({ to }) => to === next.to);
  if (!step || step.against !== null) return [];
  return [{ about: role, label: next.label, why: next.why, action: { do: "moveStatus", role, to: next.to } }];
}

/** «23 дня», «первый день». */
function daysInWords(days: number): string {
  return days === 0 ? "первый день" : counted(days, ["день", "дня", "дней"]);
}

function placeOf({ tab }: { tab: string }, code: string): Place {
  return { tab, code };
}

/** Names of those on the other side of a pair. */
export function partners(pair: PairOfPerson): string {
  return pair.partners.map(({ fullName }) => fullName).join(", ") || pair.code;
}

function day(date: string | null): string {
  return date === null ? "" : formatDate(date as CalendarDate);
}

function since(date: CalendarDate | null): string {
  return date === null ? "" : ` (с ${formatDate(date)})`;
}

// What forbids a pair outright (domain §5, hard rules). A new prohibition is a new entry of a table.
import { briefly } from "./briefly";
import { helpsAtAll, type ReadyMentee, type ReadyMentor } from "./pool";

/** One prohibition, over a mentor, a mentee or the two together. */
interface Rule<Sides extends unknown[]> {
  key: string;
  /** Whether the rule forbids. */
  forbids: (...sides: Sides) => boolean;
  /** The whole reason for the curator; asked for only if the rule forbids. */
  sentence: (...sides: Sides) => string;
  /** What to call the mentors it excludes, in a tally: «без свободных мест — 5». */
  tally: string;
  /** What the curator can do where this rule alone stands between a mentee and mentors; their names follow. */
  mend?: string;
}
interface PairRule extends Rule<[mentor: ReadyMentor, mentee: ReadyMentee]> {
  /** Whether it may forbid this mentor anybody at all; always, if it is not said. */
  concerns?: (mentor: ReadyMentor) => boolean;
}

/** Why a mentor may be given nobody. */
const MENTOR_RULES: readonly Rule<[mentor: ReadyMentor]>[] = [
  {
    key: "mentorAvailable",
    forbids: (mentor) => mentor.unavailable !== null,
    sentence: (mentor) => `${mentor.name} сейчас не может быть наставником: ${mentor.unavailable ?? ""}.`,
    tally: "не могут сейчас брать наставляемых",
  },
  {
    key: "capacity",
    forbids: (mentor) => mentor.load >= mentor.capacity,
    sentence: (mentor) =>
      mentor.capacity <= 0
        ? `${mentor.name} не берёт наставляемых: в банке указано 0 мест.`
        : `У наставника нет свободных мест (${mentor.name}): занято ${mentor.load} из ${mentor.capacity}.`,
    tally: "без свободных мест",
    mend: "Поможет ещё одно место у одного из тех, кто подходит",
  },
];

/** Why a mentee may be given nobody. */
const MENTEE_RULES: readonly Rule<[mentee: ReadyMentee]>[] = [
  {
    key: "menteeAvailable",
    forbids: (mentee) => mentee.unavailable !== null,
    sentence: (mentee) => `${mentee.name} сейчас не участвует в подборе: ${mentee.unavailable ?? ""}.`,
    tally: "сам наставляемый не участвует в подборе",
  },
  {
    key: "covered",
    forbids: (mentee) => mentee.paired && mentee.needs.length === 0,
    sentence: (mentee) =>
      `По каждому направлению затруднений у наставляемого уже есть наставник (${mentee.name}): вторая пара по тому же направлению не допускается.`,
    tally: "по всем направлениям пары уже есть",
  },
];

const COMPETENCE: PairRule = {
  key: "competence",
  forbids: (mentor, mentee) => mentee.needs.length > 0 && !helpsAtAll(mentor, mentee),
  sentence: (mentor, mentee) =>
    mentor.directions.length === 0
      ? `У наставника не указаны компетенции (${mentor.name}): заполните столбец «Основные компетенции».`
      : `${mentor.name} не помогает ни по одному из нужных направлений: ${briefly(mentee.needs.map((need) => need.direction))}.`,
  tally: "без нужных компетенций",
  mend: "Можно обучить нужному направлению тех, у кого есть места",
};

/** Why these two may not be a pair. Consents are checked where the order is made: a pair may be proposed before they are signed. */
const PAIR_RULES: readonly PairRule[] = [
  {
    key: "self",
    concerns: (mentor) => mentor.isMentee,
    forbids: (mentor, mentee) => mentor.personCode === mentee.personCode,
    sentence: (mentor) => `${mentor.name}: наставник и наставляемый — один и тот же человек.`,
    tally: "сам наставляемый",
  },
  {
    key: "together",
    concerns: (mentor) => mentor.mentees.size > 0,
    forbids: (mentor, mentee) => mentor.mentees.has(mentee.code),
    sentence: (mentor, mentee) => `${mentor.name} и ${mentee.name} уже работают в паре.`,
    tally: "уже в паре с этим наставляемым",
  },
  {
    key: "banned",
    concerns: (mentor) => mentor.banned.size > 0,
    forbids: (mentor, mentee) => mentor.banned.has(mentee.code),
    sentence: (mentor, mentee) => `Куратор запретил эту пару: ${mentor.name} и ${mentee.name}.`,
    tally: "исключены куратором",
    mend: "Поможет снять запрет",
  },
  COMPETENCE,
];

/** All of them, as rules of a pair. */
export const RULES: readonly PairRule[] = [
  ...MENTOR_RULES,
  ...MENTEE_RULES.map((rule) => ({
    ...rule,
    forbids: (_: ReadyMentor, mentee: ReadyMentee) => rule.forbids(mentee),
    sentence: (_: ReadyMentor, mentee: ReadyMentee) => rule.sentence(mentee),
  })),
  ...PAIR_RULES,
];

/** Whether the mentor may be given somebody at all. */
export function isFreeMentor(mentor: ReadyMentor): boolean {
  return !MENTOR_RULES.some((rule) => rule.forbids(mentor));
}

/** Whether the mentee may be given somebody at all. */
function isFreeMentee(mentee: ReadyMentee): boolean {
  return !MENTEE_RULES.some((rule) => rule.forbids(mentee));
}

/** Whether a rule keeps these two apart, both being free. */
export function isKeptApart(mentor: ReadyMentor, mentee: ReadyMentee): boolean {
  return PAIR_RULES.some((rule) => rule.forbids(mentor, mentee));
}

/**
 * Tells which mentees the mentor is kept apart from, competence aside; nothing if there cannot be any. Asked of every
 * possible pair, therefore rules that do not concern the mentor are left out once for all.
 */
export function limitsOf(mentor: ReadyMentor): ((mentee: ReadyMentee) => boolean) | undefined {
  const rules = PAIR_RULES.filter((rule) => rule !== COMPETENCE && rule.concerns?.(mentor) !== false);
  return rules.length === 0 ? undefined : (mentee) => rules.some((rule) => rule.forbids(mentor, mentee));
}

/** Whether any rule forbids the pair. */
export function isForbidden(mentor: ReadyMentor, mentee: ReadyMentee): boolean {
  return !isFreeMentor(mentor) || !isFreeMentee(mentee) || isKeptApart(mentor, mentee);
}

/** Every reason that forbids the pair, in Russian; empty if the pair is allowed. */
export function objections(mentor: ReadyMentor, mentee: ReadyMentee): string[] {
  return RULES.filter((rule) => rule.forbids(mentor, mentee)).map((rule) => rule.sentence(mentor, mentee));
}

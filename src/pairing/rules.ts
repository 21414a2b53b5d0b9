// What forbids a pair outright. A new prohibition is a new entry of the table.
import { helpsAtAll, type ReadyMentee, type ReadyMentor } from "./pool";

/** One prohibition. */
interface Rule {
  key: string;
  /** Whether the rule forbids this pair. */
  forbids: (mentor: ReadyMentor, mentee: ReadyMentee) => boolean;
  /** The whole reason for the curator; asked for only if the rule forbids. */
  sentence: (mentor: ReadyMentor, mentee: ReadyMentee) => string;
  /** What to call the mentors it excludes, in a tally: «без свободных мест — 5». */
  tally: string;
}

/** domain §5, hard rules. Consents are checked where the order is made: a pair may be proposed before they are signed. */
export const RULES: readonly Rule[] = [
  {
    key: "self",
    forbids: (mentor, mentee) => mentor.personCode === mentee.personCode,
    sentence: (mentor) => `${mentor.name} — это один и тот же человек: нельзя быть наставником самому себе.`,
    tally: "сам наставляемый",
  },
  {
    key: "mentorAvailable",
    forbids: (mentor) => mentor.unavailable !== null,
    sentence: (mentor) => `${mentor.name} сейчас не может быть наставником: ${mentor.unavailable ?? ""}.`,
    tally: "не могут сейчас брать наставляемых",
  },
  {
    key: "menteeAvailable",
    forbids: (_, mentee) => mentee.unavailable !== null,
    sentence: (_, mentee) => `${mentee.name} сейчас не нуждается в паре: ${mentee.unavailable ?? ""}.`,
    tally: "сам наставляемый не участвует в подборе",
  },
  {
    key: "together",
    forbids: (mentor, mentee) => mentor.mentees.has(mentee.code),
    sentence: (mentor, mentee) => `${mentor.name} и ${mentee.name} уже работают в паре.`,
    tally: "уже в паре с этим наставляемым",
  },
  {
    key: "banned",
    forbids: (mentor, mentee) => mentor.banned.has(mentee.code),
    sentence: (mentor, mentee) => `Куратор запретил эту пару: ${mentor.name} и ${mentee.name}.`,
    tally: "исключены куратором",
  },
  {
    key: "capacity",
    forbids: (mentor) => mentor.load >= mentor.capacity,
    sentence: (mentor) =>
      mentor.capacity <= 0
        ? `${mentor.name} не берёт наставляемых: в банке указано 0 мест.`
        : `У наставника нет свободных мест (${mentor.name}): занято ${mentor.load} из ${mentor.capacity}.`,
    tally: "без свободных мест",
  },
  {
    key: "covered",
    forbids: (_, mentee) => mentee.paired && mentee.needs.length === 0,
    sentence: (_, mentee) =>
      `По каждому направлению затруднений у наставляемого уже есть наставник (${mentee.name}): вторая пара по тому же направлению не допускается.`,
    tally: "по всем направлениям пары уже есть",
  },
  {
    key: "competence",
    forbids: (mentor, mentee) => mentee.needs.length > 0 && !helpsAtAll(mentor, mentee),
    sentence: (mentor, mentee) =>
      mentor.directions.length === 0
        ? `У наставника не указаны компетенции (${mentor.name}): заполните столбец «Основные компетенции».`
        : `${mentor.name} не помогает ни по одному из нужных направлений: ${mentee.needs.map((need) => need.direction).join("; ")}.`,
    tally: "без нужных компетенций",
  },
];

const PROHIBITIONS = RULES.map((rule) => rule.forbids);

/** Whether any rule forbids the pair. */
export function isForbidden(mentor: ReadyMentor, mentee: ReadyMentee): boolean {
  for (let index = 0; index < PROHIBITIONS.length; index++)
    if (PROHIBITIONS[index]?.(mentor, mentee) === true) return true;
  return false;
}

/** Every reason that forbids the pair, in Russian; empty if the pair is allowed. */
export function objections(mentor: ReadyMentor, mentee: ReadyMentee): string[] {
  return RULES.filter((rule) => rule.forbids(mentor, mentee)).map((rule) => rule.sentence(mentor, mentee));
}

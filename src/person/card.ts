// The card of one person: everything that the bank's five main tables say, each read once, and what to do next.
import { CONSENTS_NEEDED, isInForce, type Role, withdrawnPeople } from "../bank/consentRules";
import { consents, type Consent } from "../bank/consents.table";
import { MENTEE_INTAKE } from "../bank/intake/menteeQuestionnaire";
import { MENTOR_INTAKE } from "../bank/intake/mentorQuestionnaire";
import { brokenGuard, nextSteps } from "../bank/lifeCycle";
import { MENTEE_STATUS, mentees, type Mentee } from "../bank/mentees.table";
import { MENTOR_STATUS, mentors, type Mentor } from "../bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { staleness } from "../bank/yearlyUpdate/staleness";
import { isSingleMeeting } from "../pairing/choice/kinds";
import { isInForce as isPairInForce, isPlanned } from "../pairing/pairStates";
import { PAIR_STATUS, pairs, type Pair } from "../pairing/pairs.table";
import { addDays, type CalendarDate, daysBetween } from "../workbook/calendarDate";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import type {
  CardOpened,
  ConsentOfPerson,
  ConsentState,
  MenteeRole,
  MentorRole,
  MoreAsked,
  PairOfPerson,
  PersonCard,
  PersonChoice,
  Place,
} from "./cardView";
import { factFinder, type FactFinder } from "./lifeFacts";
import { isBeginner, nextActions, partners, SOON_DAYS, SURE_RANK, type CardFacts } from "./nextActions";
import type { Meant } from "./whoIsMeant";

/** So long before its end a consent is called expiring. */
const EXPIRING_DAYS = 30;
const ENDED_WAITING: readonly (string | null)[] = [MENTEE_STATUS.paired, MENTEE_STATUS.finished, MENTEE_STATUS.refused];
/** Mentors who may be given a mentee. */
const MENTORS_AT_WORK: readonly (string | null)[] = [
  MENTOR_STATUS.approved,
  MENTOR_STATUS.trained,
  MENTOR_STATUS.active,
];
const NOT_BEGUN: readonly (string | null)[] = [null, MENTOR_STATUS.candidate, MENTEE_STATUS.identified];

/** The card of whoever is meant, or the people to choose from, or why there is nobody. */
export function openCard(wb: ReadOnlyWorkbook, meant: Meant): CardOpened {
  const found = meant.people.flatMap((code) => wb.find(people, code) ?? []);
  const [only] = found;
  if (only === undefined) return { card: null, choices: [], nobody: NOBODY };
  if (found.length > 1) return { card: null, choices: found.map(choiceOf), nobody: null };
  return { card: cardOf(wb, only, meant.byName), choices: [], nobody: null };
}

const NOBODY =
  "В выделенной строке не нашлось педагога. Выделите строку с человеком на любой вкладке или найдите его по фамилии.";

/** Somebody to choose, told from namesakes by the post. */
export function choiceOf({ code, fullName, post, subject }: Person): PersonChoice {
  return { code, fullName, post: [post, subject].filter((part) => part !== null).join(", ") };
}

/** The card. `byName`: no code led here, only a full name. */
export function cardOf(wb: ReadOnlyWorkbook, person: Person, byName: boolean): PersonCard {
  const mentor = wb.all(mentors).find((row) => row.person === person.code);
  const mentee = wb.all(mentees).find((row) => row.person === person.code);
  const finder = factFinder(wb);
  const own = wb.all(consents).filter((consent) => consent.person === person.code);
  const partnersOf = partnerFinder(wb);
  const inPairs = wb
    .all(pairs)
    .flatMap((pair) => pairOf(pair, mentor, mentee, partnersOf))
    .sort(byStage);
  const needed = [...(mentor ? CONSENTS_NEEDED.mentor : []), ...(mentee ? CONSENTS_NEEDED.mentee : [])];
  const held = new Set(own.filter((consent) => isInForce(consent, wb.today)).map(({ kind }) => kind));
  const facts: CardFacts = {
    today: wb.today,
    person,
    mentor: mentor ? { row: mentor, life: finder.mentor(mentor) } : null,
    mentee: mentee ? { row: mentee, life: finder.mentee(mentee), waitingDays: waitingDays(mentee, wb.today) } : null,
    pairs: inPairs,
    consents: own.map((consent) => consentOf(consent, own, wb.today)),
    missingConsents: [...new Set(needed)].filter((kind) => !held.has(kind)),
    withdrawn: withdrawnPeople(own, wb.today).has(person.code),
    stale: staleness(wb).find((one) => one.person.code === person.code)?.what ?? null,
  };
  return { ...detailsOf(person), ...viewOf(facts, finder), byName };
}

type Details = keyof Person & keyof PersonCard;

/** What «Педагоги» says, as it stands there. */
function detailsOf(person: Person): Pick<Person, Details> {
  const { imported: _, sex: __, ...details } = person;
  return details;
}

function viewOf(facts: CardFacts, finder: FactFinder): Omit<PersonCard, Details | "byName"> {
  const { person, mentor, mentee } = facts;
  return {
    today: facts.today,
    mentor: mentor && mentorView(mentor.row, facts, finder),
    mentee: mentee && menteeView(mentee.row, mentee.waitingDays, finder),
    pairs: [...facts.pairs],
    consents: [...facts.consents],
    missingConsents: [...facts.missingConsents],
    missing: missingOf(person, mentor?.row, mentee?.row),
    steps: nextActions(facts),
    sureRank: SURE_RANK,
    places: placesOf(facts),
    ask: askOf(facts),
  };
}

function mentorView(row: Mentor, facts: CardFacts, finder: FactFinder): MentorRole {
  const life = finder.mentor(row);
  const { code, status, joinedOn, approvedOn, trainedOn, competences, achievements, interests, wishedCategories } = row;
  const { hoursPerMonth, capacity, formats, recommendation, note } = row;
  return {
    code,
    status,
    broken: brokenGuard("mentor", status, life),
    steps: nextSteps("mentor", status, life),
    joinedOn,
    approvedOn,
    trainedOn,
    competences,
    achievements,
    interests,
    wishedCategories,
    hoursPerMonth,
    capacity,
    load: loadOf(facts.pairs),
    formats,
    recommendation,
    note,
  };
}

function menteeView(row: Mentee, days: number | null, finder: FactFinder): MenteeRole {
  const life = finder.mentee(row);
  const { code, status, category, request, difficulties, strengths, preferredFormat, waitingSince, support } = row;
  const { joinedOn, completion, results, updatedOn, note } = row;
  return {
    code,
    status,
    broken: brokenGuard("mentee", status, life),
    steps: nextSteps("mentee", status, life),
    category,
    request,
    difficulties,
    strengths,
    preferredFormat,
    waitingDays: days,
    waitingSince,
    support,
    joinedOn,
    completion,
    results,
    updatedOn,
    note,
  };
}

/** Mentees in the mentor's pairs that are proposed or in force. */
function loadOf(own: readonly PairOfPerson[]): number {
  return own
    .filter(({ role, stage }) => role === "mentor" && stage !== "over")
    .reduce((sum, { partners }) => sum + partners.length, 0);
}

function waitingDays({ status, waitingSince }: Mentee, today: CalendarDate): number | null {
  return waitingSince === null || ENDED_WAITING.includes(status) ? null : Math.max(0, daysBetween(waitingSince, today));
}

type PartnerFinder = (role: Role, code: string) => PersonChoice;

/** Finds who stands behind the code of a role; what leads to nobody is shown as it is. */
function partnerFinder(wb: ReadOnlyWorkbook): PartnerFinder {
  return (role, code) => {
    const row = role === "mentor" ? wb.find(mentors, code) : wb.find(mentees, code);
    const person = row && wb.find(people, row.person);
    return person ? choiceOf(person) : { code: "", fullName: row?.fullName ?? code, post: "" };
  };
}

function pairOf(
  pair: Pair,
  mentor: Mentor | undefined,
  mentee: Mentee | undefined,
  partnersOf: PartnerFinder,
): PairOfPerson[] {
  const { code, status, mentoringForm, directions, startsOn, endsOn, endReason } = pair;
  const single = isSingleMeeting(pair.mentoringKinds);
  const stage = isPlanned(pair) ? "planned" : isPairInForce(pair) ? "inForce" : "over";
  const facts = { code, status, stage, mentoringForm, single, directions, startsOn, endsOn, endReason } as const;
  const isMentor = mentor !== undefined && pair.mentor === mentor.code;
  const isMentee = mentee !== undefined && pair.mentees.includes(mentee.code);
  return [
    ...(isMentor
      ? [{ ...facts, role: "mentor" as const, partners: pair.mentees.map((one) => partnersOf("mentee", one)) }]
      : []),
    ...(isMentee ? [{ ...facts, role: "mentee" as const, partners: [partnersOf("mentor", pair.mentor)] }] : []),
  ];
}

const STAGES = ["inForce", "planned", "over"];

/** Pairs at work come first; of the others the latest. */
function byStage(one: PairOfPerson, other: PairOfPerson): number {
  return (
    STAGES.indexOf(one.stage) - STAGES.indexOf(other.stage) ||
    ((one.startsOn ?? "") < (other.startsOn ?? "") ? 1 : (one.startsOn ?? "") === (other.startsOn ?? "") ? 0 : -1)
  );
}

function consentOf(consent: Consent, own: readonly Consent[], today: CalendarDate): ConsentOfPerson {
  const { code, kind, givenOn, validUntil, withdrawnOn, paper } = consent;
  const border = addDays(today, EXPIRING_DAYS);
  const renewed = own.some(
    (other) =>
      other.kind === kind &&
      other.code !== code &&
      other.withdrawnOn === null &&
      (other.validUntil === null || other.validUntil > border),
  );
  const expiring = validUntil !== null && validUntil <= border && !renewed;
  return { code, kind, state: stateOf(consent, expiring, today), givenOn, validUntil, withdrawnOn, paper };
}

function stateOf(consent: Consent, expiring: boolean, today: CalendarDate): ConsentState {
  if (consent.withdrawnOn !== null && consent.withdrawnOn <= today) return "отозвано";
  if (consent.givenOn > today) return "ещё не начало действовать";
  if (consent.validUntil !== null && consent.validUntil < today) return "истекло";
  return expiring ? "истекает" : "действует";
}

type Blank = readonly [empty: boolean, what: string];

/** Fields that the pairing and the papers need and that nobody has filled in. */
function missingOf(person: Person, mentor: Mentor | undefined, mentee: Mentee | undefined): string[] {
  const lacks: Blank[] = [
    [person.post === null, "должность"],
    [person.experienceYears === null, "педагогический стаж"],
    [person.hiredOn === null && (person.kind === null || person.kind === "штатный"), "дата приёма"],
    [person.email === null, "электронная почта"],
    ...(mentor ? mentorBlanks(mentor) : []),
    ...(mentee ? menteeBlanks(mentee) : []),
  ];
  return lacks.filter(([empty]) => empty).map(([, what]) => what);
}

function mentorBlanks({ competences, hoursPerMonth, formats }: Mentor): Blank[] {
  return [
    [competences.length === 0, "в чём может помочь (компетенции)"],
    [hoursPerMonth === null, "сколько времени готов уделять"],
    [formats.length === 0, "удобный формат встреч"],
  ];
}

function menteeBlanks({ category, request, difficulties, strengths }: Mentee): Blank[] {
  return [
    [category === null, "почему нужен наставник (категория)"],
    [request === null, "основной запрос"],
    [difficulties.length === 0, "направления затруднений"],
    [strengths === null, "сильные стороны"],
  ];
}

function placesOf({ person, mentor, mentee, pairs: own }: CardFacts): Place[] {
  const latest = own.find(({ stage }) => stage !== "over");
  return [
    { tab: people.tab, code: person.code },
    ...(mentor ? [{ tab: mentors.tab, code: mentor.row.code }] : []),
    ...(mentee ? [{ tab: mentees.tab, code: mentee.row.code }] : []),
    ...(latest ? [{ tab: pairs.tab, code: latest.code }] : []),
  ];
}

/** What the second call is to look up. */
function askOf({ person, mentor, mentee, pairs: own, withdrawn, today }: CardFacts): MoreAsked {
  const mayBeAsked = !withdrawn && person.employment !== EMPLOYMENT.dismissed;
  return {
    person: person.code,
    isMentee: mentee !== null,
    mentor: mentor && {
      capacity: mentor.row.capacity,
      load: loadOf(own),
      mayHaveMore: MENTORS_AT_WORK.includes(mentor.row.status) && person.employment === EMPLOYMENT.working,
    },
    pairs: own.map(({ code }) => code),
    inForce: own.filter(({ stage, single }) => stage === "inForce" && !single).map(({ code }) => code),
    ending: own
      .filter(
        ({ status, endsOn }) => status === PAIR_STATUS.active && endsOn !== null && endsOn <= addDays(today, SOON_DAYS),
      )
      .map((pair) => ({ pair: pair.code, partners: partners(pair), endsOn: pair.endsOn ?? "" })),
    questionnaires: [
      ...(mayBeAsked && !mentor && !mentee ? [isBeginner(person) ? MENTEE_INTAKE : MENTOR_INTAKE] : []),
      ...(mayBeAsked && mentor && NOT_BEGUN.includes(mentor.row.status) ? [MENTOR_INTAKE] : []),
      ...(mayBeAsked && mentee && NOT_BEGUN.includes(mentee.row.status) ? [MENTEE_INTAKE] : []),
    ],
  };
}

// What the life of a pair depends on beside its own row, gathered from the whole workbook, each table read once.
import { CONSENTS_NEEDED, consentsInForce, withdrawnIn, type ConsentKind, type Role } from "../bank/consentRules";
import { consents } from "../bank/consents.table";
import { mentees, MENTEE_STATUS } from "../bank/mentees.table";
import { mentors, MENTOR_STATUS } from "../bank/mentors.table";
import { EMPLOYMENT, people, type Person } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { settings } from "../school/settings.table";
import type { ReadOnlyWorkbook } from "../workbook/workbook";
import { againstKinds } from "./choice/kinds";
import { LEAST_NOTICE_DAYS } from "./endReasons";
import { leadOver } from "./fitting";
import type { PairFacts } from "./pairLife";
import { isInForce, isPlanned } from "./pairStates";
import { pairs, type Pair } from "./pairs.table";
import { nameOf } from "./savePairs";

/** Somebody in a pair. */
export interface Party {
  role: Role;
  /** Code on «Наставники» or «Наставляемые». */
  code: string;
  /** Code on «Педагоги». */
  person: string;
  name: string;
  employment: Person["employment"];
  status: string | null;
  /** Kinds of consent that are not in force today. */
  lacking: ConsentKind[];
  withdrawn: boolean;
}

/** What is known of the programmes of pairs, by the pair's code: a room above tells it. */
export interface ProgrammeFacts {
  open: boolean;
  /** Every activity is done; null if the plan is empty or not known. */
  done: boolean | null;
}

/** Judges pairs; make one and ask it about as many pairs as there are. */
export interface PairJudge {
  parties(pair: Pair): { parties: Party[]; unknown: string[] };
  facts(pair: Pair, programme?: ProgrammeFacts): PairFacts;
}

const RESTING: readonly (string | null)[] = [
  MENTOR_STATUS.paused,
  MENTOR_STATUS.left,
  MENTEE_STATUS.refused,
  MENTEE_STATUS.finished,
];

/** How many working days beforehand the school warns of an end; never fewer than the law says. */
export function noticeDaysOf(wb: ReadOnlyWorkbook): number {
  return Math.max(LEAST_NOTICE_DAYS, wb.setting(settings, "noticeDays") ?? LEAST_NOTICE_DAYS);
}

/** The facts as they stand when the judge is made. */
export function pairJudge(wb: ReadOnlyWorkbook): PairJudge {
  const given = consentsInForce(wb.all(consents), wb.today);
  const withdrawn = withdrawnIn(wb);
  let noticeDays: number | null = null;
  const successors = successorsIn(wb);
  const partyOf = (role: Role, code: string): Party | null => {
    const row = role === "mentor" ? wb.find(mentors, code) : wb.find(mentees, code);
    if (!row) return null;
    const { person } = row;
    return {
      role,
      code,
      person,
      name: nameOf(wb, row) ?? person,
      employment: wb.find(people, person)?.employment ?? null,
      status: row.status,
      lacking: CONSENTS_NEEDED[role].filter((kind) => given.get(person)?.has(kind) !== true),
      withdrawn: withdrawn.has(person),
    };
  };
  const partiesOf = (pair: Pair) => {
    const found = [
      { code: pair.mentor, party: partyOf("mentor", pair.mentor) },
      ...pair.mentees.map((code) => ({ code, party: partyOf("mentee", code) })),
    ];
    return {
      parties: found.flatMap(({ party }) => party ?? []),
      unknown: found.filter(({ party }) => party === null).map(({ code }) => code),
    };
  };
  return {
    parties: partiesOf,
    facts: (pair, programme = { open: false, done: null }) => {
      const { parties, unknown } = partiesOf(pair);
      const order = pair.order === null ? undefined : wb.find(documents, pair.order);
      return {
        today: wb.today,
        // Needed for few pairs only: «Настройки» is a tab more to read.
        get noticeDays() {
          noticeDays ??= noticeDaysOf(wb);
          return noticeDays;
        },
        unknown,
        lacking: parties
          .filter(({ lacking }) => lacking.length > 0)
          .map(({ name, lacking }) => `${name} — ${lacking.join(", ")}`),
        withdrawn: parties.filter((one) => one.withdrawn).map(({ name }) => name),
        dismissed: employed(parties, EMPLOYMENT.dismissed),
        away: employed(parties, EMPLOYMENT.away),
        resting: parties
          .filter(({ status }) => RESTING.includes(status))
          .map(({ name, status }) => `${name} — статус «${status ?? ""}»`),
        demands: againstKinds({
          ...pair,
          kinds: pair.mentoringKinds,
          mentees: pair.mentees.length,
          lead: leadBetween(wb, pair.mentor, pair.mentees),
        }),
        ordered: order !== undefined && order.number !== null && order.signedOn !== null,
        planDone: programme.done,
        openProgramme: programme.open,
        successor: successors.get(pair.code) ?? null,
      };
    },
  };
}

/** By the code of a pair, the pair that has come in its place and is not over. */
function successorsIn(wb: ReadOnlyWorkbook): ReadonlyMap<string, string> {
  return new Map(
    wb
      .all(pairs)
      .filter((pair) => isPlanned(pair) || isInForce(pair))
      .flatMap(({ replaces, code }) => (replaces === null ? [] : [[replaces, code] as const])),
  );
}

function employed(parties: readonly Party[], employment: Person["employment"]): string[] {
  return parties
    .filter((party) => party.employment === employment)
    .map(({ name }) => `${name} — занятость «${employment ?? ""}»`);
}

/** Years by which the mentor is ahead of everybody in the pair or group; null if nothing is known. */
export function leadBetween(wb: ReadOnlyWorkbook, mentor: string, group: readonly string[]): number | null {
  const personOf = (code: string | undefined) => (code === undefined ? undefined : wb.find(people, code));
  const guide = personOf(wb.find(mentors, mentor)?.person);
  const led = group.flatMap((code) => personOf(wb.find(mentees, code)?.person) ?? []);
  return guide === undefined ? null : leadOver(guide, led);
}

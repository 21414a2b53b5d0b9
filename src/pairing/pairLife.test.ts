// The life of a pair as a model: whatever is done by commands and typed by hand, a forbidden state is named.
import fc from "fast-check";
import { day } from "../../test/lifeStand";
import type { MemoryWorkbook } from "../../test/memoryWorkbook";
import { pairsStand } from "../../test/pairsStand";
import { CONSENTS_NEEDED, consentsInForce } from "../bank/consentRules";
import { consents } from "../bank/consents.table";
import { mentees } from "../bank/mentees.table";
import { mentors } from "../bank/mentors.table";
import { EMPLOYMENT, people } from "../bank/people.table";
import { documents } from "../documents/documents.table";
import { Stop } from "../google/stop";
import { addDays, weekdayOf } from "../workbook/calendarDate";
import { againstNotice, earliestLastDay, END_REASON, ENDINGS } from "./endReasons";
import { cancelPairs, markConsents, pausePairs, prolongPair, recommendPairs, resumePairs } from "./pairCommands";
import { pairJudge } from "./pairFacts";
import { againstPairStep, brokenPairGuard, nextPairSteps } from "./pairLife";
import { PAIR_STATUS, pairs, type Pair } from "./pairs.table";

interface Deed {
  name: string;
  do: (wb: MemoryWorkbook) => unknown;
}

const CODES = ["П-2027-01", "П-2027-02", "П-2027-03", "П-2027-04"] as const;
const STATUSES = Object.values(PAIR_STATUS);
const pick = <T>(...from: readonly T[]) => fc.constantFrom(...from);
const deed = (name: string, act: (wb: MemoryWorkbook) => unknown): Deed => ({ name, do: act });
const someDay = fc.integer({ min: -120, max: 120 }).map((shift) => addDays(day("2027-03-15"), shift));

const commands: fc.Arbitrary<Deed> = fc.tuple(pick(...CODES), someDay).chain(([code, on]) =>
  pick(
    deed(`recommend ${code} ${on}`, (wb) => recommendPairs(wb, { pairs: [code], minutes: "3", on })),
    deed(`consents ${code} ${on}`, (wb) => markConsents(wb, { pairs: [code], on, paper: null })),
    deed(`cancel ${code}`, (wb) => cancelPairs(wb, { pairs: [code], reason: END_REASON.mutual })),
    deed(`pause ${code} ${on}`, (wb) => pausePairs(wb, { pairs: [code], on, until: null, why: "курсы" })),
    deed(`resume ${code} ${on}`, (wb) => resumePairs(wb, { pairs: [code], on })),
    deed(`prolong ${code} ${on}`, (wb) => prolongPair(wb, { pair: code, endsOn: on })),
  ),
);

const typed = (code: string, patch: Partial<Pair>): Deed =>
  deed(`${code} typed ${JSON.stringify(patch)}`, (wb) => wb.update(pairs, code, patch));

const handEdits: fc.Arbitrary<Deed> = fc.oneof(
  fc.tuple(pick(...CODES), pick(...STATUSES, null)).map(([code, status]) => typed(code, { status })),
  fc.tuple(pick(...CODES), fc.option(someDay)).map(([code, endsOn]) => typed(code, { endsOn })),
  fc.tuple(pick(...CODES), fc.option(someDay)).map(([code, noticeOn]) => typed(code, { noticeOn })),
  fc
    .tuple(pick(...CODES), pick(null, ...Object.values(END_REASON)))
    .map(([code, endReason]) => typed(code, { endReason })),
  fc.tuple(pick(...CODES), pick(null, "Д-2027-01")).map(([code, order]) => typed(code, { order })),
  pick(...CODES).map((code) => typed(code, { mentoringKinds: ["традиционное", "виртуальное"] })),
  fc
    .tuple(pick("Р-001", "Р-003", "Р-006"), pick(...Object.values(EMPLOYMENT)))
    .map(([code, employment]) => deed(`${code} ${employment}`, (wb) => wb.update(people, code, { employment }))),
  pick("С-001", "С-007", "С-016").map((code) =>
    deed(`${code} withdrawn`, (wb) => {
      if (wb.find(consents, code)) wb.update(consents, code, { withdrawnOn: wb.today });
    }),
  ),
);

function attempt(wb: MemoryWorkbook, one: Deed): boolean {
  try {
    one.do(wb);
    return true;
  } catch (failure) {
    if (!(failure instanceof Stop)) throw failure;
    return false;
  }
}

const brokenIn = (wb: MemoryWorkbook): string[] => {
  const judge = pairJudge(wb);
  return wb
    .all(pairs)
    .filter((pair) => brokenPairGuard(pair, judge.facts(pair)) !== null)
    .map(({ code }) => code);
};

/** What is known of a pair, gathered without the help of the table of steps. */
function toldOf(wb: MemoryWorkbook, pair: Pair) {
  const given = consentsInForce(wb.all(consents), wb.today);
  const persons = [
    { person: wb.find(mentors, pair.mentor)?.person ?? "", needed: CONSENTS_NEEDED.mentor },
    ...pair.mentees.map((code) => ({ person: wb.find(mentees, code)?.person ?? "", needed: CONSENTS_NEEDED.mentee })),
  ];
  const paper = pair.order === null ? undefined : wb.find(documents, pair.order);
  return {
    ...pair,
    today: wb.today,
    unsigned: persons.some(({ person, needed }) => needed.some((kind) => given.get(person)?.has(kind) !== true)),
    employed: (word: string) => persons.some(({ person }) => wb.find(people, person)?.employment === word),
    numbered: paper !== undefined && paper.number !== null,
    inForce: ["действует", "приостановлена"].includes(pair.status ?? ""),
    planned: ["черновик", "предложена", "рекомендована", "согласия получены", ""].includes(pair.status ?? ""),
    worked: pair.startsOn !== null || pair.order !== null,
    ended: pair.status === "прекращена досрочно",
    finished: pair.status === "завершена",
  };
}

type Told = ReturnType<typeof toldOf>;

/** The law and the model in plain words: no pair may be so. */
const FORBIDDEN: readonly ((pair: Told) => boolean)[] = [
  ({ inForce, numbered }) => inForce && !numbered,
  ({ inForce, unsigned }) => inForce && unsigned,
  ({ inForce, employed }) => inForce && employed("уволен"),
  ({ inForce, startsOn, endsOn }) => inForce && (startsOn === null || endsOn === null),
  ({ inForce, mentoringKinds, channel }) => inForce && mentoringKinds.includes("виртуальное") && channel === null,
  ({ inForce, endReason, endsOn, today }) => inForce && endReason !== null && endsOn !== null && endsOn < today,
  ({ status, employed }) => status === "действует" && employed("длительно отсутствует"),
  ({ planned, order, endReason }) => planned && (order !== null || endReason !== null),
  ({ status, unsigned }) => status === "согласия получены" && unsigned,
  ({ status, recommendation, recommendedOn }) =>
    status === "рекомендована" && (recommendation === null || recommendedOn === null),
  ({ finished, order, endReason }) => finished && (order === null || endReason !== null),
  ({ finished, endsOn, today }) => finished && (endsOn === null || endsOn > today),
  ({ ended, endReason }) => ended && endReason === null,
  ({ ended, worked, endsOn, today }) => ended && worked && (endsOn === null || endsOn > today),
  ({ ended, worked, endReason, noticeOn, endsOn }) =>
    ended &&
    worked &&
    endReason === "отмена работодателем" &&
    (noticeOn === null || (endsOn !== null && endsOn <= addDays(noticeOn, 2))),
];

function forbidden(wb: MemoryWorkbook): string[] {
  return wb
    .all(pairs)
    .map((pair) => toldOf(wb, pair))
    .filter((pair) => FORBIDDEN.some((is) => is(pair)))
    .map(({ code }) => code);
}

test("whatever is done, by commands and by hand, a forbidden state of a pair is named", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(commands, handEdits), { maxLength: 14 }), (deeds) => {
      const wb = pairsStand();
      expect(brokenIn(wb)).toEqual([]);
      for (const one of deeds) {
        attempt(wb, one);
        const missed = forbidden(wb).filter((code) => !brokenIn(wb).includes(code));
        expect({ after: one.name, missed }).toEqual({ after: one.name, missed: [] });
      }
    }),
    { numRuns: 50 },
  );
});

test("a command breaks no pair that was sound, and a refused one has changed nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(commands, handEdits), { maxLength: 10 }), commands, (before, last) => {
      const wb = pairsStand();
      before.forEach((one) => attempt(wb, one));
      const broken = new Set(brokenIn(wb));
      const was = JSON.stringify([wb.all(pairs), wb.all(consents), wb.all(mentees)]);
      if (attempt(wb, last)) expect(brokenIn(wb).filter((code) => !broken.has(code))).toEqual([]);
      else expect(JSON.stringify([wb.all(pairs), wb.all(consents), wb.all(mentees)])).toBe(was);
    }),
    { numRuns: 50 },
  );
});

test("every offered step says the same as the command that would make it; others are not on the way", () => {
  const wb = pairsStand();
  const judge = pairJudge(wb);
  for (const status of STATUSES) {
    const pair = { ...(wb.find(pairs, CODES[0]) as Pair), status };
    const steps = nextPairSteps(pair, judge.facts(pair));
    for (const { key, against } of steps) expect(againstPairStep(key, pair, judge.facts(pair))).toBe(against);
    if (status === PAIR_STATUS.finished) expect(steps).toEqual([]);
    else expect(steps.length).toBeGreaterThan(0);
  }
  const ended = { ...(wb.find(pairs, CODES[0]) as Pair), status: PAIR_STATUS.ended };
  expect(againstPairStep("pause", ended, judge.facts(ended))).toContain("«прекращена досрочно»");
});

test("the earliest last day is a working day at least three days after the notice, and later notices end later", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 30 }), (shift, days) => {
      const noticeOn = addDays(day("2024-01-01"), shift);
      const earliest = earliestLastDay(noticeOn, days);
      expect(weekdayOf(earliest)).toBeLessThan(6);
      expect(earliest >= addDays(noticeOn, Math.max(3, days))).toBe(true);
      expect(earliestLastDay(addDays(noticeOn, 1), days) >= earliest).toBe(true);
      for (const { reason, notice } of ENDINGS) {
        const given = { reason, noticeOn, agreed: false };
        expect(againstNotice({ ...given, lastDay: earliest }, days)).toBeNull();
        const early = againstNotice({ ...given, lastDay: addDays(earliest, -1) }, days);
        expect(early === null).toBe(notice === "none");
      }
    }),
  );
  // The holidays of January and the weekend after them do not count.
  expect(earliestLastDay(day("2026-12-30"), 3)).toBe("2027-01-12");
  expect(earliestLastDay(day("2027-02-19"), 3)).toBe("2027-02-25");
});

// The proposal against everything that could have been chosen instead: whatever the school, the weights, the bans and the pins.
import fc from "fast-check";
import { anySchool, mentee, mentor, school } from "../../../test/inventedPool";
import { candidatesOf } from "./candidates";
import { movesBetween, whyNot } from "./explain";
import { readyPool, type Couple, type Pool } from "./pool";
import { isWaiting, meritsOf, prepare, propose, solve, USUAL_TERMS, type Proposal, type Terms } from "./proposal";
import { isForbidden, objections } from "./rules";
import { CRITERION_KEYS, DEFAULT_WEIGHTS, judgesBy, type Weights } from "./score";
import { withOneMoreMentor, withOneMorePlace } from "./whatIf";

/** One point of a hundred: what an accepted pair must be beaten by. */
const STAYING = 100;

/** Weights as a school may type them: whole, in tenths, nothing at all. */
const anyWeights: fc.Arbitrary<Weights> = fc
  .array(
    fc.oneof(
      fc.constant(0),
      fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10),
    ),
    {
      minLength: CRITERION_KEYS.length,
      maxLength: CRITERION_KEYS.length,
    },
  )
  .map(
    (weights) =>
      Object.fromEntries(CRITERION_KEYS.map((key, at) => [key, weights[at] ?? 0])) as Record<keyof Weights, number>,
  );

const anyCouples = fc.array(
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 5 }))
    .map(([one, other]): Couple => ({ mentor: `Н-${one}`, mentee: `М-${other}` })),
  { maxLength: 4 },
);

const anyTerms: fc.Arbitrary<Terms> = fc.record({
  weights: fc.oneof(fc.constant(DEFAULT_WEIGHTS), anyWeights),
  leastScore: fc.constantFrom(0, 3000, 5500),
  pins: anyCouples,
  accepted: anyCouples,
});

/** Levels of the objective as one number: mentees, weeks, points; small schools only. */
function asOne(pairs: number, weeks: number, points: number): number {
  return pairs * 1e9 + weeks * 1e6 + points;
}

/** What a mentor's place costs when so many are taken by this proposal already, worked out anew. */
function priceOf(weights: Weights, capacity: number, place: number): number {
  const total = CRITERION_KEYS.reduce((sum, key) => sum + weights[key], 0);
  return total === 0 ? 0 : Math.round((weights.freeCapacity / total / capacity) * 10_000 * place);
}

/** The value of the best choice of all, by trying every one; pins that the proposal keeps are taken for granted. */
function bestByTrial(pool: Pool, terms: Terms, kept: readonly Couple[]): number {
  const ready = readyPool(pool);
  const judge = judgesBy(terms.weights);
  const used = new Map<string, number>();
  const worth = ready.mentees.map((other) =>
    ready.mentors.map((one) => {
      const accepted = terms.accepted.filter(({ mentee }) => mentee === other.code).pop()?.mentor === one.code;
      return judge(one)(other) + (accepted ? STAYING : 0);
    }),
  );
  const choices = ready.mentees.map((other) => {
    const pin = kept.find(({ mentee }) => mentee === other.code);
    if (pin) return { must: true, mentors: ready.mentors.flatMap((one, at) => (one.code === pin.mentor ? [at] : [])) };
    const possible = (one: (typeof ready.mentors)[number]) =>
      isWaiting(other) && objections(one, other).length === 0 && judge(one)(other) >= terms.leastScore;
    return { must: false, mentors: ready.mentors.flatMap((one, at) => (possible(one) ? [at] : [])) };
  });
  const from = (index: number): number => {
    const choice = choices[index];
    const other = ready.mentees[index];
    if (choice === undefined || other === undefined) return 0;
    let best = choice.must ? -Infinity : from(index + 1);
    for (const at of choice.mentors) {
      const one = ready.mentors[at];
      const places = used.get(one?.code ?? "") ?? 0;
      if (one === undefined || places >= one.capacity - one.load) continue;
      used.set(one.code, places + 1);
      const points = (worth[index]?.[at] ?? 0) - priceOf(terms.weights, one.capacity, places);
      const weeks = Math.min(104, Math.floor(other.waitingDays / 7));
      best = Math.max(best, asOne(1, weeks, points) + from(index + 1));
      used.set(one.code, places);
    }
    return best;
  };
  return from(0);
}

function valueOf(pool: Pool, terms: Terms, proposal: Proposal): number {
  const { pairs, weeks, points } = meritsOf({ ready: readyPool(pool), terms }, proposal);
  return asOne(pairs, weeks, points);
}

describe("the proposal", () => {
  test("is the best of all: nobody could have chosen better under these rules, weights, pins and accepted pairs", () => {
    fc.assert(
      fc.property(anySchool, anyTerms, (pool, terms) => {
        const proposal = propose(pool, terms);
        const kept = proposal.pairs.filter(({ pinned }) => pinned);
        expect(valueOf(pool, terms, proposal)).toBe(bestByTrial(pool, terms, kept));
      }),
      { numRuns: 2000 },
    );
  });

  test("keeps every rule, every capacity and every pin that it does not refuse", () => {
    fc.assert(
      fc.property(anySchool, anyTerms, (pool, terms) => {
        const proposal = propose(pool, terms);
        const ready = readyPool(pool);
        const taken = new Map<string, number>();
        for (const { mentor: code, mentee: other, score, pinned } of proposal.pairs) {
          const [one, two] = [ready.mentorByCode.get(code), ready.menteeByCode.get(other)];
          if (one === undefined || two === undefined) throw new Error("somebody unknown is proposed");
          expect(objections(one, two)).toEqual([]);
          if (!pinned) expect(score).toBeGreaterThanOrEqual(terms.leastScore);
          taken.set(code, (taken.get(code) ?? 0) + 1);
          expect(taken.get(code)).toBeLessThanOrEqual(one.capacity - one.load);
        }
        expect(proposal.pairs.length + proposal.unmatched.length).toBe(pool.mentees.length);
        const text = ({ mentor: one, mentee: other }: Couple) => `${one} ${other}`;
        const kept = [...proposal.pairs.filter(({ pinned }) => pinned), ...proposal.refusedPins].map(text);
        expect(new Set(kept)).toEqual(new Set(terms.pins.map(text)));
        for (const { reasons } of proposal.refusedPins) expect(reasons.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  test("does not depend on the order of rows", () => {
    const shuffled = anySchool.chain((pool) =>
      fc.record({
        pool: fc.constant(pool),
        mentors: fc.shuffledSubarray([...pool.mentors], { minLength: pool.mentors.length }),
        mentees: fc.shuffledSubarray([...pool.mentees], { minLength: pool.mentees.length }),
        bans: fc.shuffledSubarray([...pool.bans], { minLength: pool.bans.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, anyTerms, ({ pool, ...rows }, terms) => {
        expect(propose({ ...pool, ...rows }, terms)).toEqual(propose(pool, terms));
      }),
      { numRuns: 500 },
    );
  });

  test("looks at exactly the couples that no rule forbids, with exactly the scores of one couple judged alone", () => {
    fc.assert(
      fc.property(anySchool, anyTerms, ({ ...pool }, terms) => {
        const { mentors, mentees } = readyPool(pool);
        const lists = candidatesOf(mentees.filter(isWaiting), mentors, terms, []).map(({ givers, gains }) => ({
          givers: [...givers],
          gains: [...gains],
        }));
        const judge = judgesBy(terms.weights);
        const alone = mentees.filter(isWaiting).map((other) => {
          const fit = mentors
            .map((one, giver) => ({ giver, score: judge(one)(other), forbidden: isForbidden(one, other) }))
            .filter(({ score, forbidden }) => !forbidden && score >= terms.leastScore);
          return { givers: fit.map(({ giver }) => giver), gains: fit.map(({ score }) => score) };
        });
        expect(lists).toEqual(alone);
      }),
      { numRuns: 1000 },
    );
  });

  test("serves those who wait longest first, one by one", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const proposal = propose(pool);
        const weeks = new Map(pool.mentees.map(({ code, waitingDays }) => [code, Math.floor(waitingDays / 7)]));
        const served = new Set(proposal.pairs.map((pair) => pair.mentee));
        for (const left of proposal.unmatched) {
          for (const other of served) {
            if ((weeks.get(left) ?? 0) <= (weeks.get(other) ?? 0)) continue;
            // The longer wait is left out only where the other's mentor could not serve it, whoever else moves.
            const instead = pool.mentees.filter(({ code }) => code === left || (served.has(code) && code !== other));
            expect(propose({ ...pool, mentees: instead }).pairs.length).toBeLessThan(proposal.pairs.length);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("a small change", () => {
  const acceptedIn = (proposal: Proposal): Terms => ({ ...USUAL_TERMS, accepted: proposal.pairs });

  test("that is none moves nobody", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const before = propose(pool);
        expect(movesBetween(before, propose(pool, acceptedIn(before)))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("in how people suit moves no more accepted pairs than it changes points of the pairs concerned", () => {
    const hours = fc.array(fc.option(fc.integer({ min: 0, max: 12 })), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(anySchool, hours, (pool, changed) => {
        const later = {
          ...pool,
          mentors: pool.mentors.map((one, at) => ({ ...one, hoursPerMonth: changed[at] ?? null })),
        };
        // Nobody is shut out by a low score here, so that only the points differ.
        const terms = { ...USUAL_TERMS, leastScore: 0 };
        const before = propose(pool, terms);
        const after = propose(later, { ...terms, accepted: before.pairs });
        const judge = judgesBy(terms.weights);
        const [then, now] = [readyPool(pool), readyPool(later)];
        const points = (ready: typeof now, { mentor: one, mentee: other }: Couple) => {
          const [first, second] = [ready.mentorByCode.get(one), ready.menteeByCode.get(other)];
          return first === undefined || second === undefined ? 0 : judge(first)(second);
        };
        const difference = [...before.pairs, ...after.pairs].reduce(
          (sum, pair) => sum + Math.abs(points(now, pair) - points(then, pair)),
          0,
        );
        expect(movesBetween(before, after).length * STAYING).toBeLessThanOrEqual(difference);
      }),
      { numRuns: 500 },
    );
  });

  test("of one more mentee: at most one accepted pair is lost, at most one mentor gets one mentee more", () => {
    fc.assert(
      fc.property(anySchool, fc.nat(5), (pool, which) => {
        const newcomer = pool.mentees[which % Math.max(1, pool.mentees.length)];
        if (newcomer === undefined) return;
        const before = propose({ ...pool, mentees: pool.mentees.filter((one) => one !== newcomer) });
        const after = propose(pool, acceptedIn(before));
        const lost = movesBetween(before, after).filter(({ to }) => to === null);
        expect(lost.length).toBeLessThanOrEqual(1);
        const count = ({ pairs }: Proposal, code: string) => pairs.filter((pair) => pair.mentor === code).length;
        const changes = pool.mentors
          .map(({ code }) => count(after, code) - count(before, code))
          .filter((by) => by !== 0);
        expect([[], [1]]).toContainEqual(changes);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("answers agree with solving the school anew", () => {
  test("«Почему не X?»: equal, worse or chosen as the best choice around the pair is", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const prepared = prepare(pool);
        const proposal = solve(prepared);
        const best = bestByTrial(pool, USUAL_TERMS, []);
        for (const { code } of pool.mentors) {
          for (const other of pool.mentees.slice(0, 3)) {
            const couple = { mentor: code, mentee: other.code };
            const { verdict } = whyNot(prepared, proposal, couple);
            if (verdict === "forbidden" || verdict === "weak") continue;
            const around = bestByTrial(pool, USUAL_TERMS, [couple]);
            expect(around === best).toBe(verdict !== "worse");
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test("one more place, one more mentor: as many pairs and points as the best choice with them has", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const prepared = prepare(pool);
        const proposal = solve(prepared);
        const pairsIn = (mentors: Pool["mentors"]) =>
          Math.floor(bestByTrial({ ...pool, mentors }, USUAL_TERMS, []) / 1e9 + 1e-3);
        for (const { code } of pool.mentors) {
          const wider = pool.mentors.map((one) => (one.code === code ? { ...one, capacity: one.capacity + 1 } : one));
          const gain = withOneMorePlace(prepared, proposal, code);
          expect(proposal.pairs.length + gain.pairs).toBe(pairsIn(wider));
        }
        const more = [...pool.mentors, mentor("Н-новый", { directions: ["Работа с родителями"] })];
        const gain = withOneMoreMentor(prepared, proposal, "Работа с родителями");
        expect(proposal.pairs.length + gain.pairs).toBe(pairsIn(more));
      }),
      { numRuns: 100 },
    );
  });
});

describe("numbers of a whole municipality", () => {
  const MANY = 5000;
  const people = Array.from({ length: MANY }, (_, index) =>
    mentee(`М-${String(index).padStart(4, "0")}`, { waitingDays: index === 1234 ? 7 * 104 : index % 700 }),
  );
  const mentors = [mentor("Н-1", { subject: "химия" }), mentor("Н-2", { subject: "физика" })];
  const pool = school(mentors, [...people, mentee("М-9998", { subject: "физика", waitingDays: 7 * 104 })]);

  test("stay whole and exact, those of an insisted pair too", () => {
    const prepared = prepare(pool);
    expect(prepared.waiting).toHaveLength(MANY + 1);
    expect(Number.isSafeInteger(8 * prepared.oneMore)).toBe(true);
    for (const { gains } of prepared.candidates) expect(Array.from(gains).every(Number.isSafeInteger)).toBe(true);
    const text = ({ pairs }: Proposal) => pairs.map((pair) => `${pair.mentor} ${pair.mentee}`);
    expect(text(solve(prepared))).toEqual(["Н-1 М-1234", "Н-2 М-9998"]);
    expect(text(solve(prepared, { mentor: "Н-2", mentee: "М-0001" }))).toEqual(["Н-2 М-0001", "Н-1 М-1234"]);
  });
});

// The assignment is checked against a search of every possibility, and against an independent simple method on larger cases.
import fc from "fast-check";
import { assign, type AssignmentProblem, type CandidateList } from "./assignment";

/** A taker's candidates as pairs of giver and gain. */
function edges(list: CandidateList | undefined): { giver: number; gain: number }[] {
  return Array.from(list?.givers ?? [], (giver, index) => ({ giver, gain: list?.gains[index] ?? 0 }));
}

/** The other way round. */
function listOf(edgesOfTaker: { giver: number; gain: number }[]): CandidateList {
  return { givers: edgesOfTaker.map(({ giver }) => giver), gains: edgesOfTaker.map(({ gain }) => gain) };
}

/** The value of an answer, or null if the answer breaks the problem's terms. */
function valueOf(problem: AssignmentProblem, answer: readonly (number | null)[]): number | null {
  const used = problem.places.map(() => 0);
  let value = 0;
  for (const [taker, giver] of answer.entries()) {
    if (giver === null) continue;
    const candidate = edges(problem.candidates[taker]).find((one) => one.giver === giver);
    const price = problem.places[giver]?.[used[giver] ?? 0];
    if (candidate === undefined || price === undefined) return null;
    used[giver] = (used[giver] ?? 0) + 1;
    value += candidate.gain - price;
  }
  return value;
}

/** The greatest value by trying everything. */
function bestByTrial(problem: AssignmentProblem, taker = 0, used: number[] = problem.places.map(() => 0)): number {
  const candidates = problem.candidates[taker];
  if (candidates === undefined) return 0;
  let best = bestByTrial(problem, taker + 1, used);
  for (const { giver, gain } of edges(candidates)) {
    const price = problem.places[giver]?.[used[giver] ?? 0];
    if (price === undefined) continue;
    used[giver] = (used[giver] ?? 0) + 1;
    best = Math.max(best, gain - price + bestByTrial(problem, taker + 1, used));
    used[giver] = (used[giver] ?? 0) - 1;
  }
  return best;
}

/** The greatest value by the textbook cheapest-path flow (Bellman–Ford over single places, no potentials). */
function bestByPlainFlow(problem: AssignmentProblem): number {
  const takers = problem.candidates.length;
  const places = problem.places.flatMap((prices, giver) => prices.map((price) => ({ giver, price })));
  const source = takers + places.length;
  const sink = source + 1;
  const arcs: { from: number; to: number; cost: number; open: boolean; back: number }[] = [];
  const add = (from: number, to: number, cost: number): void => {
    arcs.push({ from, to, cost, open: true, back: arcs.length + 1 });
    arcs.push({ from: to, to: from, cost: -cost, open: false, back: arcs.length - 1 });
  };
  problem.candidates.forEach((list, taker) => {
    add(source, taker, 0);
    for (const { giver, gain } of edges(list)) {
      places.forEach((place, index) => {
        if (place.giver === giver) add(taker, takers + index, place.price - gain);
      });
    }
  });
  places.forEach((_, index) => add(takers + index, sink, 0));
  let total = 0;
  for (;;) {
    const distance = new Array<number>(sink + 1).fill(Infinity);
    const by = new Array<number>(sink + 1).fill(-1);
    distance[source] = 0;
    for (let changed = true; changed;) {
      changed = false;
      arcs.forEach((arc, index) => {
        const reached = (distance[arc.from] ?? Infinity) + arc.cost;
        if (arc.open && reached < (distance[arc.to] ?? Infinity)) {
          distance[arc.to] = reached;
          by[arc.to] = index;
          changed = true;
        }
      });
    }
    const cost = distance[sink] ?? Infinity;
    if (cost >= 0) return total;
    total -= cost;
    for (let node = sink; node !== source;) {
      const arc = arcs[by[node] ?? 0];
      if (arc === undefined) throw new Error("a path without an arc");
      arc.open = false;
      const back = arcs[arc.back];
      if (back !== undefined) back.open = true;
      node = arc.from;
    }
  }
}

function problems(limits: {
  takers: number;
  givers: number;
  capacity: number;
  gain: number;
}): fc.Arbitrary<AssignmentProblem> {
  return fc
    .integer({ min: 0, max: limits.givers })
    .chain((givers) =>
      fc.record({
        candidates: fc.array(
          fc.array(fc.option(fc.integer({ min: -2, max: limits.gain })), { minLength: givers, maxLength: givers }),
          { maxLength: limits.takers },
        ),
        places: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: limits.capacity }), {
          minLength: givers,
          maxLength: givers,
        }),
      }),
    )
    .map(({ candidates, places }) => ({
      candidates: candidates.map((row) =>
        listOf(row.flatMap((gain, giver) => (gain === null ? [] : [{ giver, gain }]))),
      ),
      places: places.map((prices) => [...prices].sort((a, b) => a - b)),
    }));
}

describe("assignment", () => {
  test("is the best of all possible ones, keeps capacities and prohibitions (small schools, everything tried)", () => {
    fc.assert(
      fc.property(problems({ takers: 5, givers: 4, capacity: 3, gain: 9 }), (problem) => {
        expect(valueOf(problem, assign(problem))).toBe(bestByTrial(problem));
      }),
      { numRuns: 3000 },
    );
  });

  test("agrees with an independent flow method on larger schools", () => {
    fc.assert(
      fc.property(problems({ takers: 14, givers: 8, capacity: 3, gain: 40 }), (problem) => {
        expect(valueOf(problem, assign(problem))).toBe(bestByPlainFlow(problem));
      }),
      { numRuns: 400 },
    );
  });

  test("answers an equal problem equally, and is worth the same in any order of people", () => {
    fc.assert(
      fc.property(
        problems({ takers: 9, givers: 5, capacity: 2, gain: 6 }).chain((problem) =>
          fc.record({
            problem: fc.constant(problem),
            order: fc.shuffledSubarray(
              problem.candidates.map((_, index) => index),
              {
                minLength: problem.candidates.length,
              },
            ),
          }),
        ),
        ({ problem, order }) => {
          const answer = assign(problem);
          expect(assign(problem)).toEqual(answer);
          const shuffled = { ...problem, candidates: order.map((index) => problem.candidates[index] ?? listOf([])) };
          expect(valueOf(shuffled, assign(shuffled))).toBe(valueOf(problem, answer));
        },
      ),
      { numRuns: 500 },
    );
  });

  test("spreads takers over givers that suit them equally, when further places cost more", () => {
    const both = { givers: [0, 1], gains: [10, 10] };
    expect(
      assign({
        candidates: [both, both],
        places: [
          [0, 2],
          [0, 2],
        ],
      }).sort(),
    ).toEqual([0, 1]);
  });

  test("leaves a taker without a place rather than lose by it", () => {
    expect(assign({ candidates: [{ givers: [0], gains: [1] }], places: [[2]] })).toEqual([null]);
    expect(assign({ candidates: [{ givers: [0], gains: [-1] }, listOf([])], places: [[0, 0]] })).toEqual([null, null]);
  });

  test("displaces one who has an alternative in favour of one who has none", () => {
    const answer = assign({
      candidates: [
        { givers: [0, 1], gains: [9, 8] },
        { givers: [0], gains: [5] },
      ],
      places: [[0], [0]],
    });
    expect(answer).toEqual([1, 0]);
  });
});

// Our exact assignment beside two libraries that solve the same problem, in the same run on the same scores.
import hungarian from "hungarian-on3";
import { linearSumAssignment } from "linear-sum-assignment";
import { assign } from "../src/pairing/choice/assignment";
import { FULL_SCORE } from "../src/pairing/choice/score";
import { cpuOf, type Line } from "./line";
import { randomFrom } from "./matching";

/** Each library works on a dense table of whole scores, a place a column; `places` beside `takers` as in the budget. */
const CASES = [
  { takers: 300, mentors: 150, places: 2 },
  { takers: 1000, mentors: 1000, places: 1 },
] as const;

/** `scores[taker][mentor]`, 0–10 000. */
function inventedScores(takers: number, mentors: number): number[][] {
  const random = randomFrom(takers + mentors);
  return Array.from({ length: takers }, () =>
    Array.from({ length: mentors }, () => Math.floor(random() * (FULL_SCORE + 1))),
  );
}

type Solver = (scores: readonly (readonly number[])[], places: number) => number;

/** Each gives the total score of the pairs that it chooses. */
const SOLVERS: readonly { name: string; solve: Solver }[] = [
  {
    name: "«Наставник»",
    solve: (scores, places) => {
      const givers = (scores[0] ?? []).map((_, index) => index);
      const chosen = assign({
        candidates: scores.map((gains) => ({ givers, gains: gains.map((gain) => gain + 1) })),
        places: givers.map(() => new Array<number>(places).fill(0)),
      });
      return chosen.reduce<number>((sum, giver, taker) => sum + (scores[taker]?.[giver ?? -1] ?? 0), 0);
    },
  },
  {
    name: "linear-sum-assignment",
    solve: (scores, places) => linearSumAssignment(aPlaceAColumn(scores, places), { maximaze: true }).gain,
  },
  {
    name: "hungarian-on3",
    solve: (scores, places) => {
      const table = aPlaceAColumn(scores, places);
      // It only seeks the least: the score that is lacking to the full one is what a pair costs.
      const costs = table.map((row) => row.map((score) => FULL_SCORE - score));
      return hungarian(costs).reduce((sum, [taker, place]) => sum + (table[taker]?.[place] ?? 0), 0);
    },
  },
];

function aPlaceAColumn(scores: readonly (readonly number[])[], places: number): number[][] {
  return scores.map((row) => row.flatMap((score) => new Array<number>(places).fill(score)));
}

/** Processor time of each; a total that differs is said instead of it. */
export function solverLines(): Line[] {
  return CASES.flatMap(({ takers, mentors, places }) => {
    const scores = inventedScores(takers, mentors);
    let best: number | null = null;
    return SOLVERS.map(({ name, solve }): Line => {
      let total = 0;
      const figure = cpuOf(() => {
        total = solve(scores, places);
      });
      best ??= total;
      const work = `Assignment alone, ${takers} × ${mentors}, ${places} each, dense: ${name}`;
      return { work, figure, unit: "ms CPU", note: total === best ? "same optimum" : `total ${total}, ours ${best}` };
    });
  });
}

// Groups, scenarios and «what would help»: what a curator may rely on when playing with the choice.
import fc from "fast-check";
import { anySchool, mentee, mentor, school } from "../../../test/inventedPool";
import { groupsForTheRest, groupsIn } from "./groups";
import { prepare, propose, solve, USUAL_TERMS } from "./proposal";
import { readyPool } from "./pool";
import { isKeptApart } from "./rules";
import { compareProposals, loadsIn, underScenario } from "./scenarios";
import { DEFAULT_WEIGHTS, judgesBy } from "./score";
import { NEW_MENTOR, remedies, withOneMoreMentor, withOneMorePlace } from "./whatIf";

const PARENTS = [{ direction: "Работа с родителями", severity: 3 }];
const METHOD = [{ direction: "Методика обучения", severity: 2 }];
const LIMIT = 3;

describe("groups", () => {
  test("hold people with the same mentor and a common difficulty in which the mentor helps; nobody is lost or doubled", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const ready = readyPool(pool);
        const proposal = propose(pool);
        const { groups, single } = groupsIn(ready, proposal, LIMIT);
        const regrouped = [
          ...single,
          ...groups.flatMap((group) => group.mentees.map((one) => ({ mentor: group.mentor, mentee: one }))),
        ];
        const text = (couples: readonly { mentor: string; mentee: string }[]) =>
          couples.map((couple) => `${couple.mentor} ${couple.mentee}`).sort();
        expect(text(regrouped)).toEqual(text(proposal.pairs));
        for (const group of groups) {
          expect(group.mentees.length).toBeGreaterThanOrEqual(2);
          expect(group.mentees.length).toBeLessThanOrEqual(LIMIT);
          expect(group.directions.length).toBeGreaterThan(0);
          for (const direction of group.directions) {
            expect(ready.mentorByCode.get(group.mentor)?.directions).toContain(direction);
            for (const code of group.mentees) {
              expect(ready.menteeByCode.get(code)?.needs.map((need) => need.direction)).toContain(direction);
            }
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  test("for those without a mentor keep every rule but the number of places, and count the places that lack", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const ready = readyPool(pool);
        const proposal = propose(pool);
        for (const group of groupsForTheRest(ready, proposal, LIMIT)) {
          const one = ready.mentorByCode.get(group.mentor);
          if (one === undefined) throw new Error("a group without a mentor");
          expect(one.unavailable).toBeNull();
          expect(group.mentees.length).toBeLessThanOrEqual(LIMIT);
          for (const code of group.taken) {
            const other = ready.menteeByCode.get(code);
            expect(proposal.unmatched).toContain(code);
            expect(other && isKeptApart(one, other)).toBe(false);
          }
          const load = loadsIn(ready, proposal).get(one.code) ?? 0;
          expect(group.morePlaces).toBe(Math.max(0, group.taken.length - Math.max(0, one.capacity - load)));
        }
      }),
      { numRuns: 300 },
    );
  });

  test("one mentor for three who need the same: a group of all three, with two places more", () => {
    const pool = school([mentor("Н-1")], [mentee("М-1"), mentee("М-2"), mentee("М-3")]);
    expect(groupsForTheRest(readyPool(pool), propose(pool), LIMIT)).toEqual([
      {
        mentor: "Н-1",
        mentees: ["М-1", "М-2", "М-3"],
        directions: ["Методика обучения"],
        taken: ["М-2", "М-3"],
        morePlaces: 2,
      },
    ]);
  });
});

describe("what would help", () => {
  test("one more place, or one more mentor with one place, never finds a mentor for more than one, and never loses one", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const prepared = prepare(pool);
        const proposal = solve(prepared);
        const gains = [
          ...pool.mentors.map(({ code }) => withOneMorePlace(prepared, proposal, code)),
          withOneMoreMentor(prepared, proposal, "Методика обучения"),
        ];
        for (const { pairs } of gains) expect([0, 1]).toContain(pairs);
      }),
      { numRuns: 100 },
    );
  });

  test("names the mentor whose place frees another's, and the direction in which nobody helps", () => {
    const pool = school(
      [mentor("Н-1")],
      [
        mentee("М-1", { difficulties: METHOD }),
        mentee("М-2", { difficulties: METHOD }),
        mentee("М-3", { difficulties: PARENTS }),
      ],
    );
    const prepared = prepare(pool);
    const found = remedies(prepared, solve(prepared));
    expect(found.map(({ kind, about, pairs }) => [kind, about, pairs])).toEqual(
      expect.arrayContaining([
        ["place", "Н-1", 1],
        ["mentor", "Работа с родителями", 1],
        ["mentor", "Методика обучения", 1],
      ]),
    );
    const parents = found.find(({ about }) => about === "Работа с родителями");
    expect(parents?.moves).toEqual([{ mentee: "М-3", from: null, to: NEW_MENTOR }]);
  });

  test("says nothing where everybody has a mentor", () => {
    const prepared = prepare(school([mentor("Н-1")], [mentee("М-1")]));
    expect(remedies(prepared, solve(prepared))).toEqual([]);
  });
});

describe("scenarios", () => {
  const AS_IT_IS = { weights: DEFAULT_WEIGHTS, pins: [], bans: [], capacities: {} };

  test("that change nothing propose what is proposed without them", () => {
    fc.assert(
      fc.property(anySchool, (pool) => {
        const same = underScenario(pool, AS_IT_IS);
        expect(propose(same.pool, same.terms)).toEqual(propose(pool));
      }),
      { numRuns: 100 },
    );
  });

  test("forget people who have left the bank meanwhile", () => {
    const pool = school([mentor("Н-1")], [mentee("М-1")]);
    const { terms, pool: changed } = underScenario(pool, {
      ...AS_IT_IS,
      pins: [{ mentor: "Н-9", mentee: "М-1" }],
      bans: [{ mentor: "Н-1", mentee: "М-9" }],
      capacities: { "Н-9": 4 },
    });
    expect(propose(changed, terms)).toEqual(propose(pool));
  });

  test("differ by exactly those who move: who gains a mentor, who loses one, whom the change suits better or worse", () => {
    fc.assert(
      fc.property(anySchool, fc.integer({ min: 0, max: 3 }), (pool, places) => {
        const ready = readyPool(pool);
        const [first] = ready.mentors;
        const other = underScenario(pool, { ...AS_IT_IS, capacities: first ? { [first.code]: places } : {} });
        const [before, after] = [propose(pool), propose(other.pool, other.terms)];
        const judgeOf = judgesBy(USUAL_TERMS.weights);
        const suits = (couple: { mentor: string; mentee: string }) => {
          const one = ready.mentorByCode.get(couple.mentor);
          const two = ready.menteeByCode.get(couple.mentee);
          if (one === undefined || two === undefined) throw new Error("somebody unknown is compared");
          return judgeOf(one)(two);
        };
        const { moves, gained, lost, better, worse } = compareProposals(before, after, suits);
        expect(after.pairs.length - before.pairs.length).toBe(gained.length - lost.length);
        expect(better.length + worse.length).toBeLessThanOrEqual(moves.length - gained.length - lost.length);
        expect(compareProposals(after, before, suits)).toMatchObject({
          gained: lost,
          lost: gained,
          better: worse,
          worse: better,
        });
      }),
      { numRuns: 200 },
    );
  });
});

// Confirming pairs on the real bundle: two curators at once, a kill at any moment, rows that go while the dialog is open.
import { driveFiles } from "../../sandbox/drive/files";
import { deleteAt } from "../../sandbox/spreadsheet/edits";
import { readSpreadsheet, sheetByName } from "../../sandbox/spreadsheet/read";
import type { PairToSave } from "../../src/pairing/pairingView";
import { plainPair } from "../pairingStand";
import { proposedPairs } from "./proposed";
import { Breakdown, Refusal, type School } from "./school";
import { Stages } from "./stages";

const SECOND = "second@school7.example";
/** More calls than confirming pairs makes. */
const BEYOND = 60;

let stages: Stages;

beforeAll(async () => {
  stages = await Stages.play();
}, 120_000);

afterAll(() => stages.remove());

function twoCurators(): School {
  const school = stages.before("pair");
  school.world.addUser(SECOND, { kind: "workspace" });
  driveFiles(school.world)
    .find(school.spreadsheetId)
    ?.permissions.push({ id: "second", type: "user", role: "writer", emailAddress: SECOND });
  return school;
}

/** Every mentee with every mentor, as the tab has it: «Н-001 М-001». */
const couples = (school: School): string[] =>
  school.records("Пары").flatMap((row) => row["mentees"]?.split("; ").map((code) => `${row["mentor"]} ${code}`) ?? []);

const keysOf = (pairs: readonly PairToSave[]): string[] =>
  pairs.flatMap(({ mentor, mentees }) => mentees.map((code) => `${mentor} ${code}`));

describe("two curators confirm at once", () => {
  test("the same pairs: they are written once, whoever is first", () => {
    const school = twoCurators();
    const pairs = proposedPairs(school);
    let second: string[] | null = null;
    for (let at = 1; at < BEYOND && second === null; at += 10) {
      school.trouble({
        at,
        do: () => {
          try {
            second = school.callAs(SECOND, "savePairs", { pairs }).already;
          } catch (failure) {
            // The table is taken: the words say so, and the second curator repeats.
            if (!(failure instanceof Refusal)) throw failure;
          }
        },
      });
      school.call("savePairs", { pairs });
    }
    expect(school.callAs(SECOND, "savePairs", { pairs }).saved).toEqual([]);
    expect(couples(school).sort()).toEqual(keysOf(pairs).sort());
  });

  test("different mentors for one mentee: the later set is refused whole, in words, and nothing of it is written", () => {
    const school = twoCurators();
    const pairs = proposedPairs(school);
    const [first, other] = pairs;
    if (!first || !other) throw new Error("The story proposes two pairs.");
    school.callAs(SECOND, "savePairs", { pairs: [first] });
    const answer = school.call("savePairs", {
      pairs: [plainPair(other.mentor, ...first.mentees), ...pairs.filter((pair) => pair.mentor !== other.mentor)],
    });
    expect(answer.saved).toEqual([]);
    expect(answer.refused[0]?.reasons.join(" ")).toMatch(/[а-яё]{3}.*Обновите окно/);
    expect(couples(school)).toEqual(keysOf([first]));
  });
});

test("a mentor's row deleted while the dialog is open: a sentence, and none of the pairs", () => {
  const school = stages.before("pair");
  const pairs = proposedPairs(school);
  const gone = pairs[0]?.mentor;
  const row = school.lines("Наставники").findIndex(([code]) => code === gone);
  const sheet = sheetByName(readSpreadsheet(school.world, school.spreadsheetId), "Наставники");
  if (!sheet || row < 0) throw new Error("There is no such row.");
  deleteAt(
    { world: school.world, spreadsheetId: school.spreadsheetId, user: school.curator },
    sheet.id,
    "rows",
    row + 1,
  );
  const answer = school.call("savePairs", { pairs });
  expect(answer.refused[0]?.reasons[0]).toContain("Наставника больше нет на вкладке «Наставники»");
  expect(couples(school)).toEqual([]);
});

test("killed at any call, a set of pairs is there as a whole or not at all; again makes it whole", () => {
  const pairs = proposedPairs(stages.before("pair"));
  for (let at = 9; at < BEYOND; at += 4) {
    const school = stages.before("pair");
    school.trouble({ at, do: "kill" });
    let killed = false;
    try {
      school.call("savePairs", { pairs });
    } catch (failure) {
      if (!(failure instanceof Breakdown)) throw failure;
      killed = true;
    }
    expect([0, pairs.length]).toContain(couples(school).length);
    school.runtime.fault = null;
    school.world.clock.advance(10 * 60_000);
    school.call("savePairs", { pairs });
    expect(couples(school).sort()).toEqual(keysOf(pairs).sort());
    if (!killed) break;
  }
});

test("decisions, scenarios and weights are kept and come back as they were", () => {
  const school = stages.before("pair");
  const { pool, weights } = school.call("loadPairing");
  const [mentor, mentee] = [pool.mentors[0]?.code ?? "", pool.mentees[0]?.code ?? ""];
  school.call("saveTerms", { add: [{ kind: "ban", mentor, mentee, note: "=1+1" }], remove: [] });
  expect(school.call("loadPairing")).toMatchObject({
    bans: [{ mentor, mentee, note: "=1+1" }],
    pool: { bans: [{ mentor, mentee }] },
  });
  const terms = { weights, pins: [{ mentor, mentee }], bans: [], capacities: { [mentor]: 3 } };
  const [kept] = school.call("saveScenario", { name: "Осенью", terms, pairs: [{ mentor, mentee }], replaces: null });
  expect(school.call("loadPairingMore")).toMatchObject({
    scenarios: [{ name: "Осенью", terms }],
    accepted: [{ mentor, mentee }],
  });
  expect(school.call("removeScenario", kept?.code ?? "")).toEqual([]);
  expect(school.call("saveWeights", { ...weights, time: 30 }).time).toBe(30);
  expect(school.call("loadPairing").weights.time).toBe(30);
});

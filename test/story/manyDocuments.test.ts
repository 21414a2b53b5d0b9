// A paper for everybody at once, through a used-up quota, a full Drive and executions cut off: one Doc for each all the same.
import { driveState } from "../../sandbox/drive/state";
import type { PaperInput } from "../../src/papers/papersView";
import { openSchool, type School } from "./school";
import { beginStory, DAY, SCHOOL_YEAR } from "./schoolYear.story";

let school: School;
beforeEach(async () => {
  school = openSchool();
  const story = await beginStory();
  for (const step of SCHOOL_YEAR.slice(0, 2)) await step.run(school, story);
});

const input = (): PaperInput => {
  const paper = school.call("loadPaper", "applicationMentor");
  const subjects = paper.subjects.slice(0, APPLICANTS).map(({ subject }) => subject);
  return { kind: paper.key, subjects, values: {}, document: null };
};
/** More than go up together. */
const APPLICANTS = 45;
const begin = () => {
  const { job } = school.call("makePapers", input());
  if (job === null) throw new Error("It was to be a job.");
  return job;
};
const goOn = (code: string) => {
  let progress = school.call("continueWork", code);
  while (progress.status === "идёт") progress = school.call("continueWork", code);
  return progress;
};
/** One row and one Doc about each person. */
const expectWhole = (total: number): void => {
  const rows = school.records("Документы");
  expect(rows).toHaveLength(total);
  expect(new Set(rows.map(({ people }) => people)).size).toBe(total);
  expect(school.papers()).toHaveLength(total);
};

test("the day's requests used up in the middle: it waits with the reason and ends the next day", () => {
  const { code, total } = begin();
  expect(school.call("continueWork", code).status).toBe("идёт");
  const quotas = school.world.slice<Record<string, { since: number; used: number }>>("quotas", () => ({}));
  quotas[`urlfetch/${school.curator}`] = { since: school.world.clock.now(), used: 100_000 - 5 };
  const waiting = goOn(code);
  expect(waiting).toMatchObject({ status: "ждёт", note: expect.stringMatching(/квота .* исчерпана/) as string });
  expect(waiting.done).toBeGreaterThan(0);
  expect(waiting.done).toBeLessThan(total);
  school.pass(DAY);
  for (let beats = 0; beats < 3; beats++) school.heartbeat();
  expect(school.records("Задания").map(({ status }) => status)).toEqual(["готово"]);
  expectWhole(total);
});

test("Drive full in the middle: it stops with the reason and, given room, makes only what is missing", () => {
  const { code, total } = begin();
  const state = driveState(school.world);
  const stopped = goOnWithRoomFor(state.storageLimits, code);
  expect(stopped).toMatchObject({
    status: "остановлено",
    note: expect.stringMatching(/закончилось место/) as string,
  });
  state.storageLimits = {};
  const again = begin();
  expect(again.total).toBeLessThanOrEqual(total);
  expect(goOn(again.code)).toMatchObject({ status: "готово" });
  expectWhole(total);
});

/** Room for the first batch and some more. */
const goOnWithRoomFor = (limits: Record<string, number>, code: string) => {
  const first = school.call("continueWork", code);
  if (first.status !== "идёт") return first;
  const used = school
    .ownFiles()
    .reduce((sum, { content }) => sum + (content ? school.world.blobs.get(content).byteLength : 0), 0);
  limits[school.curator] = used + 20_000;
  return goOn(code);
};

test("Google does not answer, an execution is cut off, at several places: one Doc for each all the same", () => {
  const { code, total } = begin();
  for (const [at, what] of [
    [9, "throw"],
    [14, "kill"],
    [20, "throw"],
    [25, "kill"],
  ] as const) {
    school.trouble({ at, do: what });
    try {
      school.call("continueWork", code);
    } catch {
      // Told to the curator, or nobody was there any more.
    }
    school.pass(11 * 60_000);
  }
  for (let beats = 0; beats < 4; beats++) school.heartbeat();
  expect(school.records("Задания").map(({ status }) => status)).toEqual(["готово"]);
  expectWhole(total);
});

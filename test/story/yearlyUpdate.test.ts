// The yearly update on the whole add-on: sent, answered by personal links, gathered; interrupted anywhere, nothing is lost or doubled.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { submitForm } from "../../sandbox/forms/respond";
import { SAMPLE_MENTEES, SAMPLE_MENTORS } from "../../sandbox/sample/people";
import { staffWorkbook } from "../../sandbox/sample/staffFile";
import { essenceOf, formCount, lettersOf } from "./essence";
import { Breakdown, linksIn, openSchool, reopenSchool, type School } from "./school";
import { beginStory, DAY, driveJobs, listOf, START_FORM } from "./schoolYear.story";

const FEW = [...SAMPLE_MENTEES.slice(0, 2), ...SAMPLE_MENTORS.slice(0, 1)];
const room = mkdtempSync(path.join(tmpdir(), "yearly-update-"));
const SUBJECT = "Обновление сведений";
const FIRST = FEW[0]?.fullName ?? "";
const codeOf = (answer?: { code: string }): string => answer?.code ?? "";

/** Three people in the bank whose information is more than a year old. */
beforeAll(async () => {
  const school = openSchool({ folder: path.join(room, "played") });
  const { staff } = await beginStory({ name: "Педагоги.xlsx", bytes: await staffWorkbook(FEW) });
  school.call("setUp", START_FORM);
  school.call("applyImport", { ...(await listOf(school, staff)), decisions: {} });
  school.pass(400 * DAY);
  school.keepIn(path.join(room, "stale"));
  launch(school);
  school.keepIn(path.join(room, "launched"));
  drive(school);
  school.teachersAnswer();
  school.keepIn(path.join(room, "answered"));
}, 60_000);

afterAll(() => {
  rmSync(room, { recursive: true, force: true });
});

const at = (stage: "stale" | "launched" | "answered") => reopenSchool(path.join(room, stage));

function launch(school: School): void {
  const { people, deadline } = school.call("loadYearlyUpdate");
  school.call("launchUpdate", { people: people.map(({ code }) => code), deadline });
}

/** The open sidebar drives whatever there is to do. */
function drive(school: School): void {
  for (let jobs = school.call("loadYearlyUpdate").jobs; jobs.length > 0; jobs = school.call("loadYearlyUpdate").jobs) {
    driveJobs(school, jobs);
  }
}

function updateLetters(school: School) {
  return school.mails().filter(({ subject }) => subject.startsWith(SUBJECT));
}

test("everybody gets a letter with their own data, answers, and is up to date for a year", () => {
  expect(
    at("stale")
      .call("loadYearlyUpdate")
      .people.every((person) => person.stale !== null),
  ).toBe(true);
  const school = at("answered");
  const letters = updateLetters(school);
  expect(letters).toHaveLength(FEW.length);
  expect(letters.every((letter) => (linksIn(letter)[0] ?? "").length <= 2000)).toBe(true);
  expect(school.call("pullUpdate")).toMatchObject({ taken: FEW.length, unknown: 0, doubtful: 0 });
  const after = school.call("loadYearlyUpdate");
  expect(after.people.map((person) => person.stale)).toEqual(FEW.map(() => null));
  expect(after.progress).toMatchObject({ sent: FEW.length, silent: [], unreached: [] });
  expect(after.progress.confirmed + after.progress.corrected).toBe(FEW.length);
  school.pass(370 * DAY);
  expect(school.call("loadYearlyUpdate").people.every((person) => person.stale !== null)).toBe(true);
});

test("the background check sends, gathers and takes in by itself", () => {
  const school = at("launched");
  for (let beats = 0; beats < 4; beats++) school.heartbeat();
  expect(updateLetters(school)).toHaveLength(FEW.length);
  school.teachersAnswer();
  school.heartbeat();
  expect(school.call("loadYearlyUpdate").people.filter((person) => person.stale !== null)).toEqual([]);
});

test("an unknown author is decided by one click, a refused answer never comes back", () => {
  const school = at("answered");
  const form = school.records("Анкеты").find(({ questionnaire }) => questionnaire === "update")?.["link"] ?? "";
  const confirm = "Всё ли верно в сведениях ниже?";
  const nearly = FIRST.replace(/^(.)(.)/, "$2$1");
  for (const name of [nearly, "Случайный Гость Прохожий"]) {
    expect(
      submitForm(school.world, form, {
        "Фамилия, имя, отчество": name,
        [confirm]: "есть исправления",
        Должность: "тьютор",
      }),
    ).toMatchObject({ ok: true });
  }
  expect(school.call("pullUpdate")).toMatchObject({ taken: FEW.length, doubtful: 1, unknown: 1 });
  const [doubtful, guest] = school.call("loadYearlyUpdate").decisions.unclear;
  expect(doubtful?.likely.map(({ name }) => name.split(",")[0])).toEqual([FIRST]);
  school.call("decideAuthor", codeOf(doubtful), { person: codeOf(doubtful?.likely[0]) });
  school.call("decideAuthor", codeOf(guest), "reject");
  for (let beats = 0; beats < 2; beats++) school.heartbeat();
  const { decisions } = school.call("loadYearlyUpdate");
  expect(decisions.unclear).toEqual([]);
  const own = school
    .records("Ответы")
    .filter(({ respondent = "" }) => respondent.includes(nearly) || respondent.includes("Гость"));
  expect(own).toMatchObject([{ status: "учтён" }, { status: "отклонён" }]);
  expect(school.records("Педагоги").find(({ fullName }) => fullName === FIRST)?.["post"]).toBe("тьютор");
});

describe("cut off at any service call and given again: nothing twice, nothing lost", () => {
  const commands: [string, "launched" | "answered", (school: School) => void][] = [
    ["the preparation of forms and the letters", "launched", drive],
    ["the gathering of answers", "answered", (school) => school.call("pullUpdate")],
  ];

  test.each(commands)("%s", (_, stage, run) => {
    const whole = at(stage);
    const before = whole.cost.calls;
    run(whole);
    const calls = whole.cost.calls - before;
    whole.heartbeat();
    for (const part of [0.4, 0.8]) {
      const school = at(stage);
      school.trouble({ at: 1 + Math.round(part * (calls - 1)), do: "kill" });
      try {
        run(school);
      } catch (failure) {
        expect(failure).toMatchObject({ name: Breakdown.name, killed: true });
      }
      run(school);
      school.heartbeat();
      expect({ part, ...essenceOf(school) }).toEqual({ part, ...essenceOf(whole) });
      expect([...lettersOf(school).values()].every((times) => times === 1)).toBe(true);
      expect(formCount(school)).toBeLessThanOrEqual(formCount(whole) + 1);
    }
  });
});

// What takes longer than Google allows goes on by itself: the six minutes of an execution, the letters of a day.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { essenceOf, lettersOf } from "./essence";
import { Breakdown, openSchool, reopenSchool, type School } from "./school";
import { beginStory, DAY, driveJobs, SCHOOL_YEAR, type Story } from "./schoolYear.story";

const MINUTE = 60_000;

const room = mkdtempSync(path.join(tmpdir(), "limits-"));

beforeAll(async () => {
  const school = openSchool({ folder: path.join(room, "played") });
  const story: Story = await beginStory();
  for (const step of SCHOOL_YEAR.slice(0, 2)) await step.run(school, story);
  school.keepIn(path.join(room, "staff"));
}, 60_000);

afterAll(() => {
  rmSync(room, { recursive: true, force: true });
});

/** The sample school with its whole staff in the bank. */
function schoolWithStaff(account: "consumer" | "workspace"): School {
  const school = reopenSchool(path.join(room, "staff"));
  school.world.addUser(school.curator, { kind: account });
  return school;
}

/** `used` letters of today's quota are gone already. */
function useUpLetters(school: School, used: number): void {
  const quotas = school.world.slice<Record<string, { since: number; used: number }>>("quotas", () => ({}));
  quotas[`email/${school.curator}`] = { since: school.world.clock.now(), used };
}

function inviteEverybody(school: School) {
  const { sides, proposedDeadline } = school.call("loadIntake");
  const mentors = sides.find(({ questionnaire }) => questionnaire === "mentorIntake");
  const people = mentors?.candidates.map(({ code }) => code) ?? [];
  return school.call("launchIntake", { questionnaire: "mentorIntake", people, deadline: proposedDeadline });
}

const letters = (school: School): number[] => [...lettersOf(school).values()];

test("sixty invitations with the sidebar closed: Google hangs, executions are cut off, and each leaves with one letter", () => {
  const school = schoolWithStaff("workspace");
  expect(inviteEverybody(school).invited).toBe(60);
  // Three beats in a row get stuck for minutes, each at another place.
  for (const at of [14, 31, 22]) {
    school.pass(10 * MINUTE);
    school.trouble({
      at,
      do: () => {
        school.pass(5.9 * MINUTE);
      },
    });
    try {
      school.heartbeat(0);
    } catch (failure) {
      if (!(failure instanceof Breakdown && failure.killed)) throw failure;
    }
  }
  for (let beats = 0; beats < 5; beats++) school.heartbeat();
  expect(school.records("Задания").map(({ status }) => status)).toEqual(["готово"]);
  expect(letters(school).every((times) => times === 1)).toBe(true);
  const unsure = school.records("Приглашения").filter(({ status }) => status !== "отправлено");
  expect(letters(school).length + unsure.length).toBeGreaterThanOrEqual(60);
  expect(unsure.length).toBeLessThanOrEqual(3);
  for (const invitation of unsure) expect(invitation["trouble"]).toMatch(/[а-яё]{3}/);
}, 30_000);

test("a hundred and more papers come in one execution within ninety seconds; cut off, the next try finishes them", () => {
  const school = schoolWithStaff("workspace");
  const people = school.records("Педагоги").map((person) => ({
    person: person["code"] ?? "",
    kinds: ["обработка персональных данных" as const, "участие в наставнической паре" as const],
  }));
  school.trouble({
    at: 9,
    do: () => {
      school.pass(7 * MINUTE);
    },
  });
  expect(() => school.call("makeConsentForms", { people })).toThrow(Breakdown);
  school.cost = { executions: 0, calls: 0, seconds: 0 };
  expect(school.call("makeConsentForms", { people })).toHaveLength(120);
  expect(school.cost.seconds).toBeLessThan(90);
  const keys = school.papers().map(({ appProperties }) => appProperties["nastavnikKey"]);
  expect(new Set(keys).size).toBe(120);
  expect(keys).toHaveLength(120);
  expect(school.table("Документы")).toHaveLength(120);
}, 30_000);

test.each([
  [100, 0],
  [70, 30],
])(
  "with %d of a hundred letters used, %d leave today, the curator reads how many, the rest leave tomorrow",
  (used, today) => {
    const school = schoolWithStaff("consumer");
    useUpLetters(school, used);
    const { job } = inviteEverybody(school);
    const [paused] = driveJobs(school, [job]);
    expect(paused?.note).toContain(`Отправлено ${today} из 60`);
    expect(paused?.resumesAt).not.toBeNull();
    expect(letters(school)).toHaveLength(today);
    // Nothing leaves before the quota is new.
    school.heartbeat();
    expect(letters(school)).toHaveLength(today);
    const before = essenceOf(school);
    school.pass(DAY);
    school.heartbeat();
    school.heartbeat();
    expect(letters(school)).toEqual(Array.from({ length: 60 }, () => 1));
    expect(school.records("Задания").map(({ status }) => status)).toEqual(["готово"]);
    expect(essenceOf(school)).toEqual(before);
  },
  30_000,
);

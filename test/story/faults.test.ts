// Whatever happens to a command in the middle, giving it again finishes it, and nothing is there twice or not at all.
import { essenceOf, formCount, unsure, lettersOf, type Essence } from "./essence";
import { Breakdown, Refusal, type School } from "./school";
import { type Command, COMMANDS, Stages } from "./stages";

/** Where a command is disturbed: at these parts of its way. With STORY_FAULTS=all at every single service call. */
const EVERYWHERE = process.env["STORY_FAULTS"] === "all";

let stages: Stages;

beforeAll(async () => {
  stages = await Stages.play();
}, 120_000);

afterAll(() => stages.remove());

/** What the command gives when nothing happens to it. */
interface Undisturbed {
  calls: number;
  essence: Essence;
  letters: ReadonlyMap<string, number>;
  forms: number;
}

const undisturbed = new Map<string, Undisturbed>();

async function undisturbedRun(command: Command): Promise<Undisturbed> {
  const known = undisturbed.get(command.name);
  if (known) return known;
  const { school, input } = await stages.ready(command);
  const before = school.cost.calls;
  command.run(school, input);
  const calls = school.cost.calls - before;
  settle(school);
  const result = { calls, essence: essenceOf(school), letters: lettersOf(school), forms: formCount(school) };
  undisturbed.set(command.name, result);
  return result;
}

/** The background check finishes what is left. */
function settle(school: School): void {
  for (let beats = 0; beats === 0 || (hasOpenJobs(school) && beats < 4); beats++) school.heartbeat();
}

function hasOpenJobs(school: School): boolean {
  return school.tabs().includes("Задания") && school.records("Задания").some(({ status }) => status !== "готово");
}

/** Numbers of service calls, from 1. @param parts 0 is the first call, 1 the last */
function places(calls: number, parts: readonly number[]): number[] {
  if (EVERYWHERE) return Array.from({ length: calls }, (_, at) => at + 1);
  return [...new Set(parts.map((part) => 1 + Math.round(part * (calls - 1))))];
}

/** Gives the command with a disturbance at its `at`-th service call, gives it again, and lets the background work. */
async function disturbed(command: Command, at: number, what: "kill" | "throw" | "another curator") {
  const { school, input } = await stages.ready(command);
  const failures: unknown[] = [];
  const give = (): void => {
    try {
      command.run(school, input);
    } catch (failure) {
      failures.push(failure);
    }
  };
  school.trouble({ at, do: what === "another curator" ? give : what });
  give();
  const failure: unknown = failures[0] ?? null;
  command.run(school, input);
  settle(school);
  return { school, failure };
}

const names = COMMANDS.map((command) => [command.name, command] as const);

describe.each(names)("%s", (_, command) => {
  test("cut off at any service call and given again: nothing twice, nothing lost", async () => {
    const whole = await undisturbedRun(command);
    for (const at of places(whole.calls, [0.5, 0.85])) {
      const { school, failure } = await disturbed(command, at, "kill");
      expect({ at, failure }).toMatchObject({ at, failure: { name: Breakdown.name, killed: true } });
      expect({ at, ...essenceOf(school) }).toEqual({ at, ...whole.essence });
      expectLetters(school, whole, at);
      // One form without a link may stay behind, never one that people answer.
      expect(formCount(school)).toBeLessThanOrEqual(whole.forms + 1);
    }
  });

  test("refused by Google for a moment: Russian words or none, and the next try goes through", async () => {
    const whole = await undisturbedRun(command);
    for (const at of places(whole.calls, [0.7, 1])) {
      const { school, failure } = await disturbed(command, at, "throw");
      expectRussian(failure, at);
      expect({ at, ...essenceOf(school) }).toEqual({ at, ...whole.essence });
      expectLetters(school, whole, at);
    }
  });
});

/** The background check has no second one beside it. */
const given = names.filter(([name]) => name !== "heartbeat");

test.each(given)(
  "%s, given by two curators at once: done once, the second is told so or sees it done",
  async (_, command) => {
    const whole = await undisturbedRun(command);
    for (const at of places(whole.calls, [0.4])) {
      const { school, failure } = await disturbed(command, at, "another curator");
      expectRussian(failure, at);
      expect({ at, ...essenceOf(school) }).toEqual({ at, ...whole.essence });
      expectLetters(school, whole, at);
    }
  },
);

test("an order cut off between its signature and its pairs is offered again, and its pairs go into no other", async () => {
  const command = COMMANDS.find(({ name }) => name === "registerOrder");
  if (!command) throw new Error("The line has lost a command.");
  const { calls, essence } = await undisturbedRun(command);
  for (let at = calls; at > 0; at--) {
    const { school, input } = await stages.ready(command);
    const document = String(input);
    school.trouble({ at, do: "kill" });
    expect(() => command.run(school, document)).toThrow(Breakdown);
    const signed = school.records("Документы").some((row) => row["code"] === document && row["status"] === "подписан");
    const inForce = school.records("Пары").some(({ status }) => status === "действует");
    if (!signed || inForce) continue;
    const check = school.call("loadOrder");
    expect(check.drafts.map((draft) => draft.document)).toEqual([document]);
    expect(check.ready).toEqual([]);
    command.run(school, document);
    settle(school);
    expect(essenceOf(school)).toEqual(essence);
    return;
  }
  throw new Error("No cut falls between the signature and the pairs.");
});

/** Nobody gets a letter twice; of one that was in the air the curator is told that it may not have left. */
function expectLetters(school: School, whole: Undisturbed, at: number): void {
  const letters = lettersOf(school);
  const twice = [...letters].filter(([, times]) => times > 1);
  const lost = [...whole.letters.keys()].filter((letter) => !letters.has(letter));
  expect({ at, twice }).toEqual({ at, twice: [] });
  expect(lost.length).toBeLessThanOrEqual(unsure(school).length);
  expect(unsure(school).length).toBeLessThanOrEqual(1);
}

/** A refusal is in Russian and says what to do; Google's own words never reach the curator. */
function expectRussian(failure: unknown, at: number): void {
  if (failure === null) return;
  // In the background nobody reads anything: a failed run is repeated in ten minutes.
  if (failure instanceof Breakdown && failure.message.startsWith("heartbeat")) return;
  expect({ at, failure }).toMatchObject({ at, failure: { name: Refusal.name } });
  const { what, mend } = failure as Refusal;
  for (const words of [what, mend]) expect(words).toMatch(/[а-яё]{3}.*[.!]$/);
  expect(`${what} ${mend}`).not.toMatch(/Service|Exception|error|undefined|null/i);
}

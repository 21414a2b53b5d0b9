// `npm run test:browser`: walks the whole line in Chromium, step by step, by clicking what people click.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Office } from "./office";
import { Stand } from "./stand";
import { STEPS } from "./steps";
import type { Step } from "./steps/step";

const SCREENSHOTS = "out/browser";
const GUIDE_PICTURES = "docs/pictures";

const { values: options } = parseArgs({
  options: {
    /** Writes the outcome to a file. */
    json: { type: "string" },
    headed: { type: "boolean", default: false },
    /** Plays the line up to this step; with --world just this step. */
    only: { type: "string" },
    /** Keeps the world in this folder, to go on from it. */
    world: { type: "string" },
    /** Renews the guides' pictures. */
    pictures: { type: "boolean", default: false },
  },
});

interface Outcome {
  name: string;
  title: string;
  passed: boolean;
  seconds: number;
  error?: string;
}

function chosenSteps(): readonly Step[] {
  const { only, world } = options;
  if (only === undefined) return STEPS;
  const at = STEPS.findIndex(({ name }) => name === only);
  if (at < 0) throw new Error(`There is no step ${only}: ${STEPS.map(({ name }) => name).join(", ")}.`);
  return STEPS.slice(world === undefined ? 0 : at, at + 1);
}

async function play(step: Step, stand: Stand, office: Office): Promise<Outcome> {
  const begun = Date.now();
  const outcome = (error?: string): Outcome => ({
    name: step.name,
    title: step.title,
    passed: error === undefined,
    seconds: Math.round((Date.now() - begun) / 100) / 10,
    ...(error === undefined ? {} : { error }),
  });
  try {
    await step.run(office);
    const troubles = stand.takeTroubles();
    if (troubles.length > 0) throw new Error(`The browser complained:\n${troubles.join("\n")}`);
    return outcome();
  } catch (failure) {
    const troubles = stand.takeTroubles();
    for (const [index, page] of stand.pages().entries()) {
      mkdirSync(SCREENSHOTS, { recursive: true });
      await page.screenshot({ path: path.join(SCREENSHOTS, `${step.name}${index === 0 ? "" : `-${index}`}.png`) });
      if (index > 0) await page.close();
    }
    return outcome(
      [failure instanceof Error ? (failure.stack ?? failure.message) : String(failure), ...troubles].join("\n"),
    );
  }
}

async function run(): Promise<void> {
  const stand = await Stand.open({ world: options.world ?? null, headed: options.headed });
  const outcomes: Outcome[] = [];
  try {
    const office = new Office(stand, options.pictures ? GUIDE_PICTURES : null);
    for (const step of chosenSteps()) {
      const outcome = await play(step, stand, office);
      console.log(`${outcome.passed ? "✓" : "✗"} ${outcome.title} (${outcome.seconds} s)`);
      if (outcome.error !== undefined) console.log(outcome.error.replace(/^/gm, "    "));
      outcomes.push(outcome);
    }
  } finally {
    await stand.close();
  }
  const failed = outcomes.filter(({ passed }) => !passed).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  if (options.json !== undefined) {
    mkdirSync(path.dirname(options.json), { recursive: true });
    const report = { numPassedTests: outcomes.length - failed, numFailedTests: failed, steps: outcomes };
    writeFileSync(options.json, `${JSON.stringify(report, null, 2)}\n`);
  }
  if (failed > 0) process.exitCode = 1;
}

run().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});

// A world with one script in it, for the tests of the sandbox itself.
import type { ScriptProject, World } from "./contract";
import { type Run, type RunRequest, Runtime } from "./runtime";
import { createWorld } from "./world";

export const CURATOR = "curator@school7.example";
export const DEPUTY = "deputy@school7.example";

interface Setting {
  now?: string;
  timeZone?: string;
  /** Full addresses; without them the script may do everything. */
  scopes?: string[];
  /** More files of the project: pages. */
  files?: Record<string, string>;
}

/** An installed script and a short way to run it. */
interface Stage {
  world: World;
  runtime: Runtime;
  script: ScriptProject;
  run: (functionName: string, request?: Partial<RunRequest>) => Run;
  /** The value of a run that must not fail. */
  value: (functionName: string, ...args: unknown[]) => unknown;
}

/** Installs the code in a fresh world of two workspace accounts at 9 o'clock in Moscow on 1 September 2026. */
export function stage(code: string, setting: Setting = {}): Stage {
  const world = createWorld({ now: setting.now ?? "2026-09-01T09:00:00+03:00" });
  world.addUser(CURATOR);
  world.addUser(DEPUTY);
  const runtime = new Runtime(world);
  const manifest = {
    timeZone: setting.timeZone ?? "Europe/Moscow",
    ...(setting.scopes ? { oauthScopes: setting.scopes } : {}),
  };
  const bundle = { files: { "Code.js": code, ...setting.files }, manifest };
  const script = runtime.install({ bundle, owner: CURATOR, title: "Наставничество" });
  const run = (functionName: string, request: Partial<RunRequest> = {}): Run =>
    runtime.run(script, { function: functionName, user: CURATOR, ...request });
  return {
    world,
    runtime,
    script,
    run,
    value: (functionName, ...args) => {
      const done = run(functionName, { args });
      if (done.error) throw new Error(`${functionName}: ${done.error.message}`);
      return done.value;
    },
  };
}

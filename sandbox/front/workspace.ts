// The sandbox as one school uses it: a world in a folder, the add-on installed into its spreadsheet, and a diary of runs.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { driveFiles } from "../drive/files";
import { openWorld, Runtime } from "../index";
import type { ScriptProject, World } from "../kernel/contract";
import type { Run } from "../kernel/runtime";
import { type Bundle, readBundle } from "../kernel/scriptFiles";
import { accounts } from "../kernel/world";
import { SAMPLE_SCHOOL } from "../sample/school";
import { SAMPLE_STAFF } from "../sample/staff";

/** The sample school's year is about to begin. */
const FIRST_MORNING = "2026-09-01T09:00:00+03:00";
const TITLE = "Наставничество";
const MOST_RUNS = 200;

/** One line of the list of executions. */
export interface RunRecord {
  id: number;
  at: string;
  function: string;
  kind: Run["kind"];
  user: string;
  ok: boolean;
  error: string | null;
  stack: string;
  calls: number;
  handles: number;
  seconds: number;
  byMember: [member: string, times: number][];
  log: Run["log"];
}

interface FrontState {
  scriptId: string;
  lastRun: number;
  runs: RunRecord[];
  /** Accounts that have let the script act for them. */
  consents: string[];
}

/** An open world with the add-on in it. */
export interface Workspace {
  readonly world: World;
  readonly runtime: Runtime;
  readonly script: ScriptProject;
  readonly state: FrontState;
}

/**
 * Opens the workspace of a folder; on first use a school is founded in it.
 * A bundle that differs from the installed one is pushed into the script, as by clasp.
 * @param bundle a build folder or its contents
 */
export function openWorkspace(folder: string, bundle: string | Bundle): Workspace {
  const world = openWorld(folder, { now: FIRST_MORNING });
  const runtime = new Runtime(world);
  const state = world.slice<FrontState>("front", () => ({ scriptId: "", lastRun: 0, runs: [], consents: [] }));
  const contents = typeof bundle === "string" ? readBundle(bundle) : bundle;
  const installed = runtime.scripts[state.scriptId];
  const script = installed ?? found(world, runtime, contents);
  if (installed) runtime.push(installed, contents);
  state.scriptId = script.id;
  runtime.onRun = (run) => {
    record(world, state, run);
  };
  world.save();
  return { world, runtime, script, state };
}

/** Forgets everything that happened in a folder. Refuses to touch a folder that is no world's. */
export function clearWorkspace(folder: string): void {
  if (!existsSync(join(folder, "world.json"))) return;
  for (const name of ["world.json", "state", "blobs"]) rmSync(join(folder, name), { recursive: true, force: true });
}

/** The spreadsheet that the add-on lives in. */
export function homeBook(workspace: Workspace): string {
  return workspace.script.containerId ?? "";
}

function found(world: World, runtime: Runtime, bundle: Bundle): ScriptProject {
  const owner = SAMPLE_SCHOOL.curatorEmail;
  world.addUser(owner, { name: SAMPLE_SCHOOL.curator });
  for (const person of SAMPLE_STAFF) if (person.email !== "") world.addUser(person.email, { name: person.fullName });
  const script = runtime.install({ bundle, owner, title: TITLE });
  const secondCurator = SAMPLE_STAFF.find((person) => person.post === "методист" && accounts(world)[person.email]);
  const book = driveFiles(world).find(script.containerId ?? "");
  if (secondCurator && book) {
    const id = world.newId("permission");
    book.permissions.push({ id, type: "user", role: "writer", emailAddress: secondCurator.email });
  }
  return script;
}

function record(world: World, state: FrontState, run: Run): void {
  state.lastRun += 1;
  state.runs.push({
    id: state.lastRun,
    at: new Date(world.clock.now()).toISOString(),
    function: run.function,
    kind: run.kind,
    user: run.user,
    ok: run.ok,
    error: run.error && `${run.error.name}: ${run.error.message}`,
    stack: run.error?.stack ?? "",
    calls: run.meter.calls,
    handles: run.meter.handles,
    seconds: run.meter.seconds,
    byMember: Object.entries(run.meter.byMember).sort((a, b) => b[1] - a[1]),
    log: run.log,
  });
  state.runs.splice(0, Math.max(0, state.runs.length - MOST_RUNS));
}

// Scripts at work: menu items, calls of sidebars, consent to act for an account, the diary of executions.
import { type FunctionDeclaration, parse, type Program } from "acorn";
import * as z from "zod";
import type { Run } from "../../kernel/runtime";
import type { RunRecord, Workspace } from "../workspace";
import { changing, looking, NOTHING } from "./operation";

const selection = z.object({ sheetId: z.number(), a1: z.string() }).nullable();

/** What the page learns of a run. */
export interface RunView {
  ok: boolean;
  /** The script's error, as Google's red bar words it. */
  error: string | null;
  seconds: number;
}

/** What a call from a sidebar brings back. */
export interface ClientCallView extends RunView {
  /** The sandbox's time after the call. */
  now: number;
  /** False where Google hands nothing over: dates and the like in the result. */
  carried: boolean;
  value: unknown;
}

/** The permissions that the script asks for. */
function wantedScopes(workspace: Workspace): string[] {
  return workspace.script.manifest.oauthScopes ?? [];
}

function runView(run: Run): RunView {
  return { ok: run.ok, error: run.error && `${run.error.name}: ${run.error.message}`, seconds: run.meter.seconds };
}

/** The permissions still to be asked for; empty once the account has agreed. */
const scopesToGrant = looking(NOTHING, (workspace, caller): string[] =>
  workspace.state.consents.includes(caller.user) ? [] : wantedScopes(workspace),
);

/** What the person decided on the consent screen: the scopes that they do not grant. */
const consent = changing(z.object({ refused: z.array(z.string()) }), (workspace, caller, { refused }): null => {
  workspace.runtime.refuse(workspace.script, caller.user, refused);
  const { state } = workspace;
  state.consents = state.consents.filter((user) => user !== caller.user);
  if (refused.length === 0) state.consents.push(caller.user);
  return null;
});

/** A click on a menu item. */
const runMenu = changing(z.object({ function: z.string(), selection }), (workspace, caller, input): RunView =>
  runView(workspace.runtime.run(workspace.script, { ...input, user: caller.user, kind: "menu" })),
);

/** A call by google.script.run. */
const runClient = changing(
  z.object({ function: z.string(), args: z.array(z.unknown()), selection }),
  (workspace, caller, input): ClientCallView => {
    const run = workspace.runtime.run(workspace.script, { ...input, user: caller.user, kind: "client" });
    const now = workspace.world.clock.now();
    return { ...runView(run), now, carried: run.value !== undefined, value: run.value ?? null };
  },
);

/** What a sidebar is born with: the functions that it may call, and the time that its clock shows. */
const readFrameSetting = looking(NOTHING, (workspace): { functions: string[]; now: number } => ({
  functions: clientFunctions(workspace),
  now: workspace.world.clock.now(),
}));

/** Declared at the top level, without a trailing underscore. */
function clientFunctions(workspace: Workspace): string[] {
  return Object.entries(workspace.script.files)
    .filter(([name]) => /\.(js|gs)$/.test(name))
    .flatMap(([, text]) => declaredNames(text))
    .filter((name) => !name.endsWith("_"));
}

const parsed = new Map<string, string[]>();

function declaredNames(text: string): string[] {
  const known = parsed.get(text);
  if (known) return known;
  const program: Program = parse(text, { ecmaVersion: "latest", sourceType: "script" });
  const names = program.body
    .filter((statement): statement is FunctionDeclaration => statement.type === "FunctionDeclaration")
    .map((declaration) => declaration.id.name);
  parsed.set(text, names);
  return names;
}

/** The diary of executions, the latest first. */
const readRuns = looking(NOTHING, (workspace): RunRecord[] => [...workspace.state.runs].reverse());

export const runOperations = { scopesToGrant, consent, runMenu, runClient, readFrameSetting, readRuns };

/** Runs started by the sandbox's own controls are told by their number in the diary. */
export function runsSince(workspace: Workspace, work: () => void): { runs: number; failed: number } {
  const before = workspace.state.lastRun;
  work();
  const fresh = workspace.state.runs.filter((run) => run.id > before);
  return { runs: fresh.length, failed: fresh.filter((run) => !run.ok).length };
}

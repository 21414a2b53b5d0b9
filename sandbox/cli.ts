// `npm run sandbox`: runs any plain Apps Script file on the sandbox, or serves a world's Drive to other programs.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { callerOfToken, issueToken } from "./base/tokens";
import { serveDrive } from "./drive/server";
import { createWorld, openWorld, Runtime } from "./index";
import type { Run } from "./kernel/runtime";

const USAGE = `Usage: npm run sandbox -- run FILE.js [FUNCTION] [--world DIR] [--user EMAIL] [--time-zone ZONE]
       npm run sandbox -- drive [--world DIR] [--user EMAIL] [--port PORT]

run: runs FUNCTION (by default the last function declared in the file) bound to a spreadsheet.
drive: serves the Drive REST API on localhost until Ctrl+C, and prints its root URL and a bearer token.
  --world DIR       keep the world in a folder, and go on from what is there
  --user EMAIL      whose account it is (user@example.com)
  --time-zone ZONE  the script's time zone (Europe/Moscow)
  --port PORT       where Drive is served (any free port)
Exit code: 0 the function came to its end, 1 it failed, 2 wrong usage.`;

const TITLE = "Sandbox";

interface Options {
  world?: string | undefined;
  user?: string | undefined;
  "time-zone"?: string | undefined;
  port?: string | undefined;
}

/** What each command does; the answer is the exit code, or undefined while it goes on. */
const COMMANDS: Record<string, (args: string[], options: Options) => number | undefined | Promise<undefined>> = {
  run: ([file, functionName], options) => (file === undefined ? misused() : runFile(file, functionName, options)),
  drive: (_, options) => serveWorldDrive(options),
};

async function main(): Promise<number | undefined> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      world: { type: "string" },
      user: { type: "string" },
      "time-zone": { type: "string" },
      port: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const [name = "", ...args] = positionals;
  const command = COMMANDS[name];
  if (values.help) {
    console.error(USAGE);
    return 0;
  }
  return command ? await command(args, values) : misused();
}

function misused(): number {
  console.error(USAGE);
  return 2;
}

function worldOf({ world: dir, user = "user@example.com" }: Options): { world: StoredWorld; user: string } {
  const world = dir === undefined ? createWorld({ now: Date.now() }) : openWorld(dir);
  world.addUser(user);
  return { world, user };
}
type StoredWorld = ReturnType<typeof createWorld>;

/** Google's own clients work against the printed address: `new drive_v3.Drive({ rootUrl })` with the token as bearer. */
async function serveWorldDrive(options: Options): Promise<undefined> {
  const { world, user } = worldOf(options);
  const runtime = new Runtime(world);
  const bundle = { files: {}, manifest: { timeZone: "Europe/Moscow" } };
  const script =
    Object.values(runtime.scripts).find((known) => known.owner === user) ??
    runtime.install({ bundle, owner: user, title: TITLE, containerId: null });
  const callerOf = (token: string) => callerOfToken(world, token);
  const { rootUrl } = await serveDrive(world, { callerOf, port: Number(options.port ?? 0) });
  console.log(`Drive REST v3 at ${rootUrl}drive/v3/`);
  console.log(`Authorization: Bearer ${issueToken(world, script.id, user)}`);
  // Kept as it goes: the process ends by Ctrl+C.
  setInterval(() => {
    world.save();
  }, 1000);
  return undefined;
}

function runFile(file: string, functionName: string | undefined, options: Options): number {
  const text = readFileSync(file, "utf8");
  const name = functionName ?? lastFunction(text);
  if (name === undefined) {
    console.error(`${file} declares no function: name one.`);
    return 2;
  }
  const { world, user } = worldOf(options);
  const runtime = new Runtime(world);
  const bundle = { files: { [basename(file)]: text }, manifest: { timeZone: options["time-zone"] ?? "Europe/Moscow" } };
  // A world that was kept has the script's spreadsheet already.
  const known = Object.values(runtime.scripts).find(
    (script) => script.owner === user && basename(file) in script.files,
  );
  const script = known ?? runtime.install({ bundle, owner: user, title: TITLE });
  runtime.push(script, bundle);
  const run = runtime.run(script, { function: name, user, kind: "menu" });
  show(run);
  world.save();
  return run.ok ? 0 : 1;
}

function lastFunction(text: string): string | undefined {
  return [...text.matchAll(/^(?:async\s+)?function\*?\s+([\w$]+)/gm)].pop()?.[1];
}

function show(run: Run): void {
  for (const line of run.log) console.log(`${line.level.toUpperCase().padEnd(5)} ${line.text}`);
  if (run.error) console.error(run.error.stack || `${run.error.name}: ${run.error.message}`);
  else console.log("Result:", run.value);
  const { calls, handles, seconds, byMember } = run.meter;
  console.log(`Meter: ${calls} service calls, ${handles} handles, ${seconds.toFixed(2)} s (modelled)`);
  for (const [member, times] of Object.entries(byMember).sort((a, b) => b[1] - a[1]))
    console.log(`  ${times} × ${member}`);
}

void main().then((code) => {
  process.exitCode = code;
});

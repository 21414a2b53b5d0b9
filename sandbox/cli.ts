// `npm run sandbox -- run FILE.js [FUNCTION]`: runs any plain Apps Script file on the sandbox and shows what came of it.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { createWorld, openWorld, Runtime } from "./index";
import type { Run } from "./kernel/runtime";

const USAGE = `Usage: npm run sandbox -- run FILE.js [FUNCTION] [--world DIR] [--user EMAIL] [--time-zone ZONE]

Runs FUNCTION (by default the last function declared in the file) bound to a spreadsheet.
  --world DIR       keep the world in a folder, and go on from what is there
  --user EMAIL      whose account it is (user@example.com)
  --time-zone ZONE  the script's time zone (Europe/Moscow)
Exit code: 0 the function came to its end, 1 it failed, 2 wrong usage.`;

const TITLE = "Sandbox";

function main(): number {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      world: { type: "string" },
      user: { type: "string" },
      "time-zone": { type: "string" },
      help: { type: "boolean" },
    },
  });
  const [command, file, functionName] = positionals;
  if (values.help || command !== "run" || file === undefined) {
    console.error(USAGE);
    return values.help ? 0 : 2;
  }
  const text = readFileSync(file, "utf8");
  const name = functionName ?? lastFunction(text);
  if (name === undefined) {
    console.error(`${file} declares no function: name one.`);
    return 2;
  }
  const user = values.user ?? "user@example.com";
  const world = values.world === undefined ? createWorld({ now: Date.now() }) : openWorld(values.world);
  world.addUser(user);
  const runtime = new Runtime(world);
  const bundle = { files: { [basename(file)]: text }, manifest: { timeZone: values["time-zone"] ?? "Europe/Moscow" } };
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

process.exitCode = main();

// `npm run push`: checks, builds, and sends build/ to the school's script.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const { scriptId } = JSON.parse(readFileSync(".clasp.json", "utf8")) as { scriptId: string };

if (scriptId === "") {
  console.error(
    "No script yet: put your script's id into .clasp.json (see «Deploy» in README.md), then run this again.",
  );
  process.exitCode = 1;
} else {
  const steps = [
    ["npm", "run", "check"],
    ["npm", "run", "build"],
    // --force: without it clasp skips a changed manifest in a non-interactive shell and still reports success.
    ["npx", "clasp", "push", "--force"],
  ];
  for (const [command = "", ...args] of steps) {
    const { status } = spawnSync(command, args, { stdio: "inherit" });
    if (status !== 0) {
      process.exitCode = status ?? 1;
      break;
    }
  }
}

// The built add-on for the stories: made once for each state of the sources, whoever asks first.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

const CACHE = ".templates/bundles";
/** What the bundle is made of. */
const SOURCES = ["src", "templates", "appsscript.json", "package-lock.json", "webpack.config.cjs"];
const BUILDERS = ["scripts/build-sidebars.ts", "scripts/build-templates.ts", "test/story/makeBundle.ts"];
const LONGEST_BUILD_MS = 120_000;

/**
 * The folder with the bundle of the sources as they are now; built if it is not there. Stories take the readable server:
 * it is built in a third of the time. The browser's tests, the demo and the bench run the shipped one, as `npm run build`
 * makes it.
 */
export function freshBundle(make: "readable" | "shipped" = "readable"): string {
  const folder = path.join(CACHE, `${hashOfSources()}-${make}`);
  const isDone = (): boolean => existsSync(path.join(folder, "appsscript.json"));
  if (isDone()) return folder;
  mkdirSync(CACHE, { recursive: true });
  const room = `${folder}.making`;
  if (!claimed(room)) return waitFor(isDone, folder) ? folder : freshBundle(make);
  try {
    execFileSync(process.execPath, ["--import", "tsx", "test/story/makeBundle.ts", room, make], { stdio: "pipe" });
    renameSync(room, folder);
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
  dropOthers(path.basename(folder));
  return folder;
}

function claimed(room: string): boolean {
  try {
    mkdirSync(room);
    return true;
  } catch {
    // Left behind by a build that was interrupted long ago.
    if (existsSync(room) && Date.now() - statSync(room).mtimeMs > LONGEST_BUILD_MS) {
      rmSync(room, { recursive: true, force: true });
      return claimed(room);
    }
    return false;
  }
}

/** Another process of the same test run is building. Says whether it has come to an end. */
function waitFor(isDone: () => boolean, folder: string): boolean {
  const until = Date.now() + LONGEST_BUILD_MS;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  while (!isDone() && existsSync(`${folder}.making`) && Date.now() < until) Atomics.wait(cell, 0, 0, 100);
  return isDone();
}

/** Keeps the newest few: sources change all day. */
function dropOthers(kept: string): void {
  const others = readdirSync(CACHE)
    .filter((name) => name !== kept && !name.endsWith(".making"))
    .map((name) => ({ name, at: statSync(path.join(CACHE, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { name } of others.slice(3)) rmSync(path.join(CACHE, name), { recursive: true, force: true });
}

function hashOfSources(): string {
  const hash = createHash("sha256");
  for (const file of [...SOURCES, ...BUILDERS].flatMap(filesUnder).filter((name) => !name.includes(".test."))) {
    hash.update(`${file}\0`).update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 20);
}

function filesUnder(place: string): string[] {
  if (!existsSync(place)) return [];
  if (!statSync(place).isDirectory()) return [place];
  return readdirSync(place)
    .sort()
    .flatMap((name) => filesUnder(path.join(place, name)));
}

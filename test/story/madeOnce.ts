// Folders that the stories share: made once for each state of the sources by whoever asks first, and found by the rest.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import path from "node:path";

const LONGEST_MS = 120_000;
/** Sources change all day: so many older folders are kept. */
const KEPT = 3;

/** The folder where it is to be made; null once another process has made it: waited for if it is being made. */
function placeFor(folder: string): string | null {
  mkdirSync(path.dirname(folder), { recursive: true });
  const place = `${folder}.making`;
  const until = Date.now() + LONGEST_MS;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  while (!existsSync(folder)) {
    if (claimed(place)) return place;
    if (Date.now() > until) throw new Error(`${place} was not finished within two minutes.`);
    Atomics.wait(cell, 0, 0, 100);
  }
  return null;
}

function claimed(place: string): boolean {
  try {
    mkdirSync(place);
    return true;
  } catch {
    // Left behind by a process that was interrupted long ago.
    if (!existsSync(place) || Date.now() - statSync(place).mtimeMs <= LONGEST_MS) return false;
    rmSync(place, { recursive: true, force: true });
    return claimed(place);
  }
}

/** Puts what was made into its place; nothing but the newest few stays beside it. */
function keep(place: string, folder: string): void {
  renameSync(place, folder);
  const room = path.dirname(folder);
  const others = readdirSync(room)
    .filter((name) => name !== path.basename(folder) && !name.endsWith(".making"))
    .map((name) => ({ name, at: statSync(path.join(room, name)).mtimeMs }))
    .sort((one, other) => other.at - one.at);
  for (const { name } of others.slice(KEPT)) rmSync(path.join(room, name), { recursive: true, force: true });
}

/** @param make fills the folder it is given, which has another name until it is whole */
export function madeOnce(folder: string, make: (place: string) => void): void {
  const place = placeFor(folder);
  if (place === null) return;
  try {
    make(place);
    keep(place, folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** The same for what takes several turns of the event loop. */
export async function playedOnce(folder: string, play: (place: string) => Promise<void>): Promise<void> {
  const place = placeFor(folder);
  if (place === null) return;
  try {
    await play(place);
    keep(place, folder);
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

/** A name for the state of these files and of all under these folders, their tests left out. */
export function hashOf(sources: readonly string[]): string {
  const hash = createHash("sha256");
  for (const file of sources.flatMap(filesUnder).filter((name) => !name.includes(".test."))) {
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

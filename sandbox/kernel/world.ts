// A small Google Workspace: its clock, its people, the state of its services and its bytes, in memory or in a folder.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { VirtualClock } from "./clock";
import type { BlobStore, World } from "./contract";
import { idFor } from "./ids";

/** An account of the world. Workspace accounts of one e-mail domain share a customer. */
export interface Account {
  email: string;
  name: string;
  kind: "consumer" | "workspace";
}

interface WorldOptions {
  /** Where the clock starts: anything `Date` reads, best with a time zone. */
  now: string | number | Date;
  /** Worlds with different seeds give different ids. */
  seed?: string;
}

interface WorldMeta {
  now: number;
  seed: string;
  ordinal: number;
}

class Blobs implements BlobStore {
  private readonly held = new Map<string, Uint8Array>();

  constructor(private readonly folder: string | null) {}

  put(bytes: Uint8Array): string {
    const hash = createHash("sha256").update(bytes).digest("hex");
    if (!this.held.has(hash)) this.held.set(hash, Uint8Array.from(bytes));
    return hash;
  }

  get(hash: string): Uint8Array {
    const held = this.held.get(hash);
    if (held !== undefined) return held;
    if (this.folder === null || !/^[0-9a-f]{64}$/.test(hash) || !existsSync(join(this.folder, hash))) {
      throw new Error(`The world holds no blob ${hash}.`);
    }
    const bytes = new Uint8Array(readFileSync(join(this.folder, hash)));
    this.held.set(hash, bytes);
    return bytes;
  }

  save(): void {
    if (this.folder === null) return;
    mkdirSync(this.folder, { recursive: true });
    const present = new Set(readdirSync(this.folder));
    for (const [hash, bytes] of this.held) {
      if (!present.has(hash)) writeWhole(join(this.folder, hash), bytes);
    }
  }
}

/** Writes beside and renames, so that a process killed in between leaves the old file. */
function writeWhole(path: string, content: string | Uint8Array): void {
  writeFileSync(`${path}.new`, content);
  renameSync(`${path}.new`, path);
}

class SandboxWorld implements World {
  readonly clock: VirtualClock;
  readonly blobs: Blobs;
  private readonly slices = new Map<string, object>();

  constructor(
    private readonly meta: WorldMeta,
    private readonly folder: string | null,
  ) {
    this.clock = new VirtualClock(meta.now);
    this.blobs = new Blobs(folder === null ? null : join(folder, "blobs"));
  }

  slice<T extends object>(name: string, initial: () => T): T {
    if (!/^[a-zA-Z][\w-]*$/.test(name)) throw new Error(`“${name}” cannot name a slice.`);
    const held = this.slices.get(name) ?? this.readSlice(name) ?? initial();
    this.slices.set(name, held);
    return held as T;
  }

  newId(kind: Parameters<World["newId"]>[0]): string {
    this.meta.ordinal += 1;
    return idFor(kind, this.meta.seed, this.meta.ordinal);
  }

  addUser(email: string, options: { name?: string; kind?: "consumer" | "workspace" } = {}): void {
    const known = accounts(this)[email];
    const kind = options.kind ?? known?.kind ?? (/@(gmail|googlemail)\.com$/i.test(email) ? "consumer" : "workspace");
    accounts(this)[email] = { email, name: options.name ?? known?.name ?? email, kind };
  }

  save(): void {
    if (this.folder === null) return;
    mkdirSync(join(this.folder, "state"), { recursive: true });
    this.blobs.save();
    for (const [name, state] of this.slices) {
      writeWhole(join(this.folder, "state", `${name}.json`), `${JSON.stringify(state)}\n`);
    }
    const meta: WorldMeta = { ...this.meta, now: this.clock.now() };
    writeWhole(join(this.folder, "world.json"), `${JSON.stringify(meta, null, 2)}\n`);
  }

  private readSlice(name: string): object | undefined {
    if (this.folder === null) return undefined;
    const path = join(this.folder, "state", `${name}.json`);
    return existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as object) : undefined;
  }
}

/** The world's accounts by e-mail. */
export function accounts(world: World): Record<string, Account> {
  return world.slice<Record<string, Account>>("accounts", () => ({}));
}

/** A new world in memory. */
export function createWorld(options: WorldOptions): World {
  return new SandboxWorld({ now: new Date(options.now).getTime(), seed: options.seed ?? "sandbox", ordinal: 0 }, null);
}

/**
 * The world kept in a folder: read if it is there, otherwise begun (at `now`, by default the real time).
 * Only `save()` writes: `world.json`, one `state/<slice>.json` per slice, `blobs/<sha-256>`.
 */
export function openWorld(folder: string, options: Partial<WorldOptions> = {}): World {
  const path = join(folder, "world.json");
  const meta = existsSync(path)
    ? (JSON.parse(readFileSync(path, "utf8")) as WorldMeta)
    : { now: new Date(options.now ?? Date.now()).getTime(), seed: options.seed ?? "sandbox", ordinal: 0 };
  return new SandboxWorld(meta, folder);
}

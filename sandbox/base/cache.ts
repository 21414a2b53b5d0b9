// CacheService: texts that a script may lose at any time, and loses when their time is over.
import { SECOND } from "../kernel/clock";
import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { textOf } from "../kernel/matching";

const LONGEST_KEY = 250;
const LARGEST_VALUE = 102_400;
const USUAL_SECONDS = 600;
const LONGEST_SECONDS = 21_600;
const MOST_ITEMS = 1000;
/** Measured: one item too many drives out about this many of the oldest. */
const EVICTED = 101;

interface Item {
  key: string;
  value: string;
  until: number;
}

export class CacheService extends ServiceObject {
  readonly typeName = "Cache.CacheService";
  private readonly script = new Cache(this.exec, this.exec.script.id);
  private readonly user = new Cache(this.exec, `${this.exec.script.id}/user/${this.exec.effectiveUser}`);
  private readonly document =
    this.exec.script.containerId === null
      ? null
      : new Cache(this.exec, `${this.exec.script.id}/document/${this.exec.script.containerId}`);

  getScriptCache(): Cache {
    return this.script;
  }

  getUserCache(): Cache {
    return this.user;
  }

  /** Null for a script that is bound to no document. */
  getDocumentCache(): Cache | null {
    return this.document;
  }
}

class Cache extends ServiceObject {
  readonly typeName = "Cache.Cache";

  constructor(
    exec: Execution,
    private readonly name: string,
  ) {
    super(exec);
  }

  get(key: string | null): string | null {
    checkKey(key);
    return this.live().find((item) => item.key === key)?.value ?? null;
  }

  getAll(keys: string[]): Record<string, string> {
    const wanted = new Set(keys);
    return Object.fromEntries(
      this.live()
        .filter((item) => wanted.has(item.key))
        .map((item) => [item.key, item.value]),
    );
  }

  put(key: string | null, value: string | null, expirationInSeconds: number | null = USUAL_SECONDS): void {
    checkKey(key);
    const seconds = expirationInSeconds ?? USUAL_SECONDS;
    if (value === null) throw new GoogleError("Invalid argument: value");
    if (Buffer.byteLength(value) > LARGEST_VALUE) throw new GoogleError("Argument too large: value");
    if (seconds < 1 || seconds > LONGEST_SECONDS) throw new GoogleError("Invalid argument: expirationInSeconds");
    const others = this.live().filter((item) => item.key !== key);
    const kept = others.length >= MOST_ITEMS ? others.slice(EVICTED) : others;
    this.items = [...kept, { key: String(key), value, until: this.exec.world.clock.now() + seconds * SECOND }];
  }

  putAll(values: Record<string, unknown>, expirationInSeconds: number | null = USUAL_SECONDS): void {
    for (const [key, value] of Object.entries(values)) {
      this.put(key, typeof value === "string" ? value : textOf(value), expirationInSeconds);
    }
  }

  remove(key: string | null): void {
    this.items = this.live().filter((item) => item.key !== key);
  }

  removeAll(keys: string[]): void {
    this.items = this.live().filter((item) => !keys.includes(item.key));
  }

  private live(): Item[] {
    const now = this.exec.world.clock.now();
    return (this.caches[this.name] ?? []).filter((item) => item.until > now);
  }

  private set items(items: Item[]) {
    this.caches[this.name] = items;
  }

  private get caches(): Record<string, Item[]> {
    return this.exec.world.slice<Record<string, Item[]>>("caches", () => ({}));
  }
}

function checkKey(key: string | null): asserts key is string {
  if (key === null || key === "") throw new GoogleError("Invalid argument: key");
  if (key.length > LONGEST_KEY) throw new GoogleError("Argument too large: key");
}

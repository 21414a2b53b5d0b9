// PropertiesService: texts that a script keeps, for everybody, for one user, or for one document.
import { type Execution, GoogleError, ServiceObject } from "../kernel/contract";
import { textOf } from "../kernel/matching";

const LARGEST_VALUE = 9 * 1024;
const LARGEST_STORE = 500 * 1024;

type Store = Record<string, string>;

export class PropertiesService extends ServiceObject {
  readonly typeName = "Properties.PropertiesService";
  private readonly script = new Properties(this.exec, this.exec.script.id);
  private readonly user = new Properties(this.exec, `${this.exec.script.id}/user/${this.exec.effectiveUser}`);
  private readonly document =
    this.exec.script.containerId === null
      ? null
      : new Properties(this.exec, `${this.exec.script.id}/document/${this.exec.script.containerId}`);

  getScriptProperties(): Properties {
    return this.script;
  }

  getUserProperties(): Properties {
    return this.user;
  }

  /** Null for a script that is bound to no document. */
  getDocumentProperties(): Properties | null {
    return this.document;
  }
}

class Properties extends ServiceObject {
  readonly typeName = "Properties.Properties";

  constructor(
    exec: Execution,
    private readonly key: string,
  ) {
    super(exec);
  }

  deleteAllProperties(): this {
    this.stores[this.key] = {};
    return this;
  }

  deleteProperty(key: string | null): this {
    // A store is plain data without a prototype's names in the way.
    this.stores[this.key] = Object.fromEntries(Object.entries(this.store).filter(([name]) => name !== key));
    return this;
  }

  getKeys(): string[] {
    return Object.keys(this.store);
  }

  getProperties(): Store {
    return { ...this.store };
  }

  getProperty(key: string | null): string | null {
    return key !== null && Object.hasOwn(this.store, key) ? (this.store[key] ?? null) : null;
  }

  setProperties(properties: Record<string, unknown>, deleteAllOthers: boolean | null = false): this {
    const added = Object.entries(properties).map(
      ([key, value]) => [key, typeof value === "string" ? value : textOf(value)] as const,
    );
    for (const [key, value] of added) checkEntry(key, value);
    this.replace({ ...(deleteAllOthers === true ? {} : this.store), ...Object.fromEntries(added) });
    return this;
  }

  setProperty(key: string | null, value: string | null): this {
    checkEntry(key, value);
    this.replace({ ...this.store, [String(key)]: String(value) });
    return this;
  }

  private replace(store: Store): void {
    let size = 0;
    for (const [key, value] of Object.entries(store)) size += Buffer.byteLength(key) + Buffer.byteLength(value);
    if (size > LARGEST_STORE) {
      throw new GoogleError(
        "You have exceeded the property storage quota. Please remove some properties and try again.",
      );
    }
    this.stores[this.key] = store;
  }

  private get store(): Store {
    return this.stores[this.key] ?? {};
  }

  private get stores(): Record<string, Store> {
    return this.exec.world.slice<Record<string, Store>>("properties", () => ({}));
  }
}

function checkEntry(key: string | null, value: string | null): void {
  if (key === null || key === "") throw new GoogleError("Invalid argument: key");
  if (value === null) throw new GoogleError("Invalid argument: value");
  if (Buffer.byteLength(value) > LARGEST_VALUE) throw new GoogleError("Argument too large: value");
}

// Stands between a script and the services: wraps one-to-one, copies values across, turns failures into the script's own errors.
import { type EnumValue, enumeration, GoogleError, ServiceObject } from "./contract";
import { fromScript, type Identities, toScript } from "./conversion";
import { ExecutionKilled, NotEmulatedError, type LogLine, ScriptRaised, type ScriptExecution } from "./execution";
import { displayName } from "./matching";
import type { Outcome, Realm, RealmHost } from "./realm";
import { declarations } from "./signatures";

/** Reading the clock costs next to nothing, but not nothing: a script that waits for a moment in a loop gets there. */
const CLOCK_READING_MILLISECONDS = 0.001;

/** The membrane of one execution. */
export class Membrane implements RealmHost, Identities {
  private readonly wrappers = new Map<ServiceObject | EnumValue, object>();
  private readonly hosts = new WeakMap<object, ServiceObject | EnumValue>();
  private readonly enumerations = new Map<object, object>();
  private held: Realm | undefined;

  constructor(
    private readonly exec: ScriptExecution,
    private readonly services: (name: string) => ServiceObject,
  ) {
    exec.runTemplate = (template, names, body) => this.runTemplate(template, names, body);
  }

  /** The realm whose values this membrane makes; set once, right after it was made with this membrane as its host. */
  get realm(): Realm {
    if (!this.held) throw new Error("The membrane has no realm yet.");
    return this.held;
  }
  set realm(realm: Realm) {
    this.held = realm;
  }

  call(wrapper: object, member: string, args: unknown[]): Outcome {
    return this.guard(() => {
      const service = this.hosts.get(wrapper);
      if (!(service instanceof ServiceObject)) throw new GoogleError("Illegal invocation");
      const given: unknown[] = [];
      for (const arg of args) given.push(fromScript(arg, this));
      return this.exec.perform(service, member, given);
    });
  }

  read(wrapper: object, member: string): Outcome {
    try {
      const service = this.hosts.get(wrapper);
      if (!(service instanceof ServiceObject)) throw new GoogleError("Illegal invocation");
      const values = enumerationOf(service, member);
      if (values) return { value: this.enumeration(values) };
      return { value: toScript(this.exec.read(service, member), this.realm, this) };
    } catch (error) {
      return this.failure(error);
    }
  }

  now(): number {
    this.exec.world.clock.advance(CLOCK_READING_MILLISECONDS);
    return this.exec.world.clock.now();
  }

  print(level: string, values: unknown[]): void {
    if (level === "time" || level === "timeEnd") return;
    this.exec.print(level as LogLine["level"], values, (value) => fromScript(value, this));
  }

  service(name: string): unknown {
    try {
      return this.wrap(this.services(name));
    } catch (error) {
      this.exec.internalErrors.push(error);
      throw error;
    }
  }

  wrap(service: ServiceObject): object {
    const known = this.wrappers.get(service);
    if (known) return known;
    const table = declarations();
    const type = table.types[service.typeName];
    if (!type) throw new Error(`${service.typeName} is not declared in @types/google-apps-script.`);
    const title = displayName(service.typeName, table).split(".").pop() ?? service.typeName;
    const wrapper = this.realm.wrapper(
      service.typeName,
      title,
      Object.keys(type.methods),
      Object.keys(type.properties),
    );
    return this.remember(service, wrapper);
  }

  wrapEnum(value: EnumValue): object {
    return this.wrappers.get(value) ?? this.remember(value, this.realm.enumValue(value.name, value.index));
  }

  private enumeration(values: Record<string, EnumValue>): object {
    const known = this.enumerations.get(values);
    if (known) return known;
    const wrapped = this.realm.enumeration(Object.entries(values).map(([name, value]) => [name, this.wrapEnum(value)]));
    this.enumerations.set(values, wrapped);
    return wrapped;
  }

  unwrap(value: object): ServiceObject | EnumValue | undefined {
    return this.hosts.get(value);
  }

  /** A host value as the script gets it. */
  toScript(value: unknown): unknown {
    return toScript(value, this.realm, this);
  }

  /** A script's value as the host gets it. */
  fromScript(value: unknown): unknown {
    return fromScript(value, this);
  }

  private remember(host: ServiceObject | EnumValue, wrapper: object): object {
    this.wrappers.set(host, wrapper);
    this.hosts.set(wrapper, host);
    return wrapper;
  }

  private guard(work: () => unknown): Outcome {
    try {
      return { value: toScript(work(), this.realm, this) };
    } catch (error) {
      return this.failure(error);
    }
  }

  private failure(error: unknown): Outcome {
    if (error instanceof ScriptRaised) return { raised: error.raised };
    if (error instanceof GoogleError) return { error: { name: "Exception", message: error.message } };
    if (error instanceof ExecutionKilled) return { error: { name: "Exception", message: error.message } };
    this.exec.internalErrors.push(error);
    const message = error instanceof Error ? error.message : String(error);
    return { error: { name: error instanceof NotEmulatedError ? error.name : "SandboxError", message } };
  }

  /** The properties that the script put on the template are the variables of its scriptlets. */
  private runTemplate(template: ServiceObject, names: string[], body: string): string {
    const wrapper = this.wrap(template);
    const own = Object.keys(wrapper);
    const values = own.map((name) => Reflect.get(wrapper, name) as unknown);
    try {
      return this.realm.template([...own, ...names], body)(...values);
    } catch (raised) {
      throw new ScriptRaised(raised);
    }
  }
}

/** Enumerations of services that the sandbox lacks otherwise, made from their declarations. */
const declaredOnly = new Map<string, Record<string, EnumValue>>();

/** The enumeration that a service has under that name: the service's own, or else as Google declares it. */
function enumerationOf(service: ServiceObject, member: string): Record<string, EnumValue> | undefined {
  const { types, enums } = declarations();
  const type = types[service.typeName]?.properties[member] ?? "";
  const names = enums[type];
  if (!names) return undefined;
  const own: unknown = Reflect.get(service, member);
  if (own !== undefined) return own as Record<string, EnumValue>;
  const made = declaredOnly.get(type) ?? enumeration(type, ...names);
  declaredOnly.set(type, made);
  return made;
}

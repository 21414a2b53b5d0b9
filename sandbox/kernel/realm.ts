// The half of the membrane that lives in the script's own realm: whatever a script touches is made here, by its own constructors.
import vm from "node:vm";
import { silenceRejections } from "./machine";

/** What the realm asks of the host. Nothing here throws: failures come back as data and are thrown inside the realm. */
export interface RealmHost {
  call(wrapper: object, member: string, args: unknown[]): Outcome;
  read(wrapper: object, member: string): Outcome;
  /** The virtual clock, in milliseconds. */
  now(): number;
  print(level: string, values: unknown[]): void;
  /** A global service by name, already wrapped. */
  service(name: string): unknown;
}

/** How a service call ended. */
export type Outcome =
  | { value: unknown }
  | { error: { name: string; message: string } }
  /** An error of the script's own, on its way through a service (a template that called the script). */
  | { raised: unknown };

/** How the entry function ended; `pending` is a promise that nothing will ever settle. */
export type Ending = { state: "done"; value: unknown } | { state: "failed"; error: unknown } | { state: "pending" };

/** What the host asks of the realm. */
export interface Realm {
  wrapper(typeName: string, title: string, methods: string[], properties: string[]): object;
  enumValue(name: string, ordinal: number): object;
  /** An enumeration as a whole: Google's is its own first value, and carries all values by name. */
  enumeration(values: [name: string, value: object][]): object;
  array(length: number): unknown[];
  object(): Record<string, unknown>;
  date(milliseconds: number): Date;
  /** Calls and follows a promise; read the ending when the microtasks have run. */
  enter(callee: () => unknown): () => Ending;
  /** Finds a function by a path such as `menu.item1`. */
  find(path: string): (() => unknown) | null;
  bind(callee: () => unknown, args: unknown[]): () => unknown;
  /** Puts services, `console` and the virtual `Date` among the globals. */
  furnish(services: string[], advanced: string[]): void;
  /** Names of the functions declared so far at the top level. */
  functionNames(): string[];
  /** Compiles the body of a template; names become its variables. */
  template(names: string[], body: string): (...values: unknown[]) => string;
}

/** How the realm's own frames are called in stacks, so that they can be left out. */
export const REALM_FILE = "sandbox:realm";

const SOURCE = String.raw`(function (host) {
  "use strict";
  const global = globalThis;
  const RealDate = Date;
  const prototypes = new Map();

  function settle(outcome, frame) {
    if ("raised" in outcome) throw outcome.raised;
    if (!outcome.error) return outcome.value;
    const error = new Error(outcome.error.message);
    Object.defineProperty(error, "name", { value: outcome.error.name, configurable: true, writable: true });
    Error.captureStackTrace(error, frame);
    throw error;
  }

  function prototypeOf(typeName, title, methods, properties) {
    const known = prototypes.get(typeName);
    if (known) return known;
    const prototype = {};
    const define = (name, value) =>
      Object.defineProperty(prototype, name, { value, writable: true, configurable: true, enumerable: true });
    for (const name of methods) {
      define(name, { [name](...args) { return settle(host.call(this, name, args), prototype[name]); } }[name]);
    }
    for (const name of properties) {
      Object.defineProperty(prototype, name, {
        get() { return settle(host.read(this, name), undefined); },
        configurable: true,
        enumerable: true,
      });
    }
    if (!methods.includes("toString")) Object.defineProperty(prototype, "toString", { value: () => title });
    prototypes.set(typeName, prototype);
    return prototype;
  }

  function VirtualDate(...args) {
    if (!new.target) return new RealDate(host.now()).toString();
    return Reflect.construct(RealDate, args.length === 0 ? [host.now()] : args, new.target);
  }
  Object.defineProperties(VirtualDate, {
    name: { value: "Date" },
    length: { value: 7 },
    prototype: { value: RealDate.prototype },
    now: { value: () => host.now(), writable: true, configurable: true },
    parse: { value: RealDate.parse, writable: true, configurable: true },
    UTC: { value: RealDate.UTC, writable: true, configurable: true },
  });

  function enumValue(name, ordinal, members) {
    return Object.freeze(
      Object.defineProperties(members, {
        name: { value: () => name },
        ordinal: { value: () => ordinal },
        toString: { value: () => name },
        toJSON: { value: () => name },
        compareTo: { value: (other) => ordinal - other.ordinal() },
      }),
    );
  }

  const hide = (name, value) => Object.defineProperty(global, name, { value, writable: true, configurable: true });

  return {
    wrapper: (typeName, title, methods, properties) => Object.create(prototypeOf(typeName, title, methods, properties)),
    enumValue: (name, ordinal) => enumValue(name, ordinal, {}),
    enumeration: (values) => enumValue(values[0][0], 0, Object.fromEntries([...values].map(([name, value]) => [name, value]))),
    array: (length) => new Array(length),
    object: () => ({}),
    date: (milliseconds) => new RealDate(milliseconds),
    enter(callee) {
      let ending = { state: "pending" };
      const fail = (error) => { ending = { state: "failed", error }; };
      try {
        const value = callee();
        if (value instanceof Promise) {
          // Google reports nothing of a rejected promise, not even of the entry function's.
          value.then((settled) => { ending = { state: "done", value: settled }; }, () => { ending = { state: "done", value: undefined }; });
        } else ending = { state: "done", value };
      } catch (error) { fail(error); }
      return () => ending;
    },
    find(path) {
      if (!/^[\p{ID_Start}$_][\p{ID_Continue}$]*(\.[\p{ID_Start}$_][\p{ID_Continue}$]*)*$/u.test(path)) return null;
      const [first, ...members] = path.split(".");
      // Evaluated, because a top-level const is no property of the global object.
      let found = (0, eval)("typeof " + first + ' === "undefined" ? undefined : ' + first);
      let owner = undefined;
      for (const member of members) {
        if (found === null || found === undefined) return null;
        owner = found;
        found = found[member];
      }
      return typeof found === "function" ? found.bind(owner) : null;
    },
    bind: (callee, args) => () => callee(...args),
    furnish(services, advanced) {
      // The script's stacks show the script's frames only.
      Object.defineProperty(Error, "prepareStackTrace", {
        value: (error, frames) => [String(error), ...frames.filter((frame) => !/^node:|^[/\\]|^file:|^sandbox:|^[A-Z]:\\/.test(frame.getFileName() ?? "/")).map((frame) => "    at " + frame)].join("\n"),
      });
      hide("Date", VirtualDate);
      RealDate.prototype.constructor = VirtualDate;
      const levels = ["log", "info", "warn", "error", "time", "timeEnd"];
      hide("console", Object.fromEntries(levels.map((level) => [level, { [level](...values) { host.print(level, values); } }[level]])));
      for (const name of services) {
        Object.defineProperty(global, name, {
          get() { const service = host.service(name); hide(name, service); return service; },
          set(value) { hide(name, value); },
          configurable: true,
          enumerable: false,
        });
      }
      for (const name of advanced) {
        hide(name, new Proxy({}, { get(_, member) { throw new Error(name + "." + String(member) + " is not emulated by the sandbox"); } }));
      }
    },
    functionNames: () => Object.getOwnPropertyNames(global).filter((name) => {
      const own = Object.getOwnPropertyDescriptor(global, name);
      return own !== undefined && typeof own.value === "function";
    }),
    template: (names, body) => new Function(...names, body),
  };
})`;

/** A new, empty realm with only what Apps Script's V8 has, and the way to run code in it. */
export function createRealm(host: RealmHost): { realm: Realm; context: vm.Context } {
  // An ordinary context, not a contextified object: globals are as quick and behave exactly as in a bare V8.
  const context = vm.createContext(vm.constants.DONT_CONTEXTIFY, { microtaskMode: "afterEvaluate" });
  silenceRejections(vm.runInContext("Promise.prototype", context) as object);
  const make = vm.runInContext(SOURCE, context, { filename: REALM_FILE }) as (host: RealmHost) => Realm;
  return { realm: make(host), context };
}

/** The realm of the caller itself: services then belong to Node's own globals. */
export function ownRealm(host: RealmHost): Realm {
  const make = (0, eval)(SOURCE) as (host: RealmHost) => Realm;
  return make(host);
}

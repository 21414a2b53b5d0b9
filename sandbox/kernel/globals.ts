// The services as Node's own globals, so that plain Apps Script code and its test suites run here unchanged.
import type { ScriptProject, ServiceObject, World } from "./contract";
import { ScriptExecution } from "./execution";
import { Membrane } from "./membrane";
import { ownRealm } from "./realm";
import { Runtime } from "./runtime";
import { scopeAddress } from "./scopes";
import { serviceNames, servicesOf } from "./services";

interface GlobalsOptions {
  /** The account that the code works for. */
  user: string;
  /** What it may do: everything, unless listed (short names such as `forms`, or full addresses). */
  scopes?: string[];
  timeZone?: string;
  /** The spreadsheet that the code belongs to: a new one by default, null for none. */
  containerId?: string | null;
}

/** What is installed. */
interface InstalledGlobals {
  runtime: Runtime;
  script: ScriptProject;
  /** The running execution: its meter and log. */
  exec: ScriptExecution;
  /** Ends the execution (writes are flushed, locks released) and restores the globals that were there. */
  uninstall(): void;
}

/**
 * Puts SpreadsheetApp, FormApp, MailApp … among the globals of this process, working in `world` as one endless execution
 * with the same checks as ever. `Date` stays the machine's.
 */
export function installGlobals(world: World, options: GlobalsOptions): InstalledGlobals {
  world.addUser(options.user);
  const runtime = new Runtime(world);
  const manifest = {
    timeZone: options.timeZone ?? "Europe/Moscow",
    ...(options.scopes ? { oauthScopes: options.scopes.map(scopeAddress) } : {}),
  };
  const script = runtime.install({
    bundle: { files: {}, manifest },
    owner: options.user,
    title: "Sandbox",
    ...(options.containerId === undefined ? {} : { containerId: options.containerId }),
  });
  const exec = new ScriptExecution({
    world,
    script,
    kind: "menu",
    authMode: "FULL",
    effectiveUser: options.user,
    activeUser: options.user,
    ui: runtime.ui,
    unattended: true,
    selection: null,
    fault: null,
    limitMilliseconds: null,
  });
  const services: (name: string) => ServiceObject = servicesOf(exec);
  const membrane = new Membrane(exec, services);
  membrane.realm = ownRealm(membrane);
  const before = serviceNames().map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const [name] of before) {
    Object.defineProperty(globalThis, name, { get: () => membrane.service(name), configurable: true });
  }
  return {
    runtime,
    script,
    exec,
    uninstall: () => {
      exec.finish();
      for (const [name, descriptor] of before) {
        Reflect.deleteProperty(globalThis, name);
        if (descriptor) Object.defineProperty(globalThis, name, descriptor);
      }
    },
  };
}

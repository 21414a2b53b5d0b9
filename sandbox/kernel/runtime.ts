// Apps Script's runtime: installs scripts into a world and runs their functions, each in a fresh realm.
import vm from "node:vm";
import { createSpreadsheet } from "../spreadsheet/state";
import { AUTH_MODE } from "../base/enums";
import { carriedArguments, carriedResult, checkClientArguments } from "./clientCall";
import {
  type Execution,
  type ExecutionKind,
  type ScriptProject,
  ServiceObject,
  type UiPort,
  type World,
} from "./contract";
import {
  type Fault,
  limitOf,
  type LogLine,
  type Meter,
  NotEmulatedError,
  OVERRUN,
  refusedScopes,
  ScriptExecution,
} from "./execution";
import { Membrane } from "./membrane";
import { createRealm, type Ending, REALM_FILE } from "./realm";
import { RecordingUi } from "./recordingUi";
import { scopeAddress } from "./scopes";
import { type Bundle, loadFiles, readBundle } from "./scriptFiles";
import { serviceNames, servicesOf } from "./services";
import { withTimeZone } from "./machine";
import { type EventFactory, fireDue, registerRunner, type TriggerRecord, type TriggerRunner } from "./triggers";
import { types } from "node:util";

/** What to run and for whom. */
export interface RunRequest {
  function: string;
  /** The account at the keyboard, or a trigger's owner. */
  user: string;
  /** `menu` by default. */
  kind?: ExecutionKind;
  /** Plain values, or a function making them where service objects belong to the event. */
  args?: unknown[] | ((exec: Execution) => unknown[]);
  /** In place of the runtime's; null for none. Triggers and API calls never have one. */
  ui?: UiPort | null;
  selection?: { sheetId: number; a1: string } | null;
  /** Of simple triggers: LIMITED, or NONE as for a published add-on that is not yet used in the file. */
  authMode?: "NONE" | "LIMITED" | "FULL";
}

/** What came of it. */
export interface Run {
  function: string;
  kind: ExecutionKind;
  user: string;
  ok: boolean;
  /** A copy in plain host values. For `client` what the success handler gets: undefined where Google carries nothing. */
  value: unknown;
  error: { name: string; message: string; stack: string } | null;
  /** True if the execution was ended from outside and nothing of it ran on. */
  killed: boolean;
  meter: Meter;
  log: LogLine[];
}

const RUN = new vm.Script("__sandboxEnter()", { filename: REALM_FILE });
/** Real time after which a script that never comes back is stopped: a safety net, no part of the model. */
const REAL_LIMIT_MILLISECONDS = 120_000;

/** Runs the scripts of one world. */
export class Runtime implements TriggerRunner {
  /** Trouble for the next execution; used up by it. */
  fault: Fault | null = null;
  /** Where dialogs, sidebars and menus go. */
  ui: UiPort = new RecordingUi();
  /** Told of every run when it is over (the front's list of executions, a test's search for failed triggers). */
  onRun: (run: Run) => void = () => undefined;

  constructor(readonly world: World) {
    registerRunner(world, this);
  }

  /** Every script project of the world, by id. */
  get scripts(): Record<string, ScriptProject> {
    return this.world.slice<Record<string, ScriptProject>>("scripts", () => ({}));
  }

  /**
   * Makes a spreadsheet with a bound script, owned by `owner`. `bundle` is a build folder or its contents;
   * with `containerId` the script goes into a spreadsheet that exists, with null it stands alone.
   */
  install(options: {
    bundle: string | Bundle;
    owner: string;
    title: string;
    containerId?: string | null;
  }): ScriptProject {
    const { files, manifest } = typeof options.bundle === "string" ? readBundle(options.bundle) : options.bundle;
    const id = this.world.newId("script");
    const containerId =
      options.containerId === undefined
        ? createSpreadsheet(this.world, { owner: options.owner, title: options.title })
        : options.containerId;
    const script: ScriptProject = { id, owner: options.owner, manifest, files, containerId };
    this.scripts[id] = script;
    return script;
  }

  /** Replaces a script's files, as `clasp push` does. */
  push(script: ScriptProject, bundle: string | Bundle): void {
    const { files, manifest } = typeof bundle === "string" ? readBundle(bundle) : bundle;
    script.files = files;
    script.manifest = manifest;
  }

  /** The account refuses the script these scopes (none: it grants all again). Short names or full addresses. */
  refuse(script: ScriptProject, user: string, scopes: string[]): void {
    (refusedScopes(this.world)[script.id] ??= {})[user] = scopes.map(scopeAddress);
  }

  /**
   * Runs a function. What the script throws comes back as `error`; an error of the sandbox itself is thrown.
   * For `client`, arguments that google.script.run cannot carry make it throw at once, as in the browser.
   */
  run(script: ScriptProject, request: RunRequest): Run {
    const kind = request.kind ?? "menu";
    const given = request.args ?? [];
    if (kind === "client" && Array.isArray(given)) checkClientArguments(given);
    const exec = this.execution(script, request, kind);
    const ending = withTimeZone(script.manifest.timeZone, () => this.perform(exec, request.function, given));
    const run: Run = {
      function: request.function,
      kind,
      user: exec.effectiveUser,
      ok: ending.error === null,
      value: ending.value,
      error: ending.error,
      killed: exec.killed !== null,
      meter: exec.meter,
      log: exec.log,
    };
    const internal = exec.internalErrors.find((error) => !(error instanceof NotEmulatedError));
    if (internal !== undefined)
      throw types.isNativeError(internal) ? internal : new Error("The sandbox failed.", { cause: internal });
    this.onRun(run);
    return run;
  }

  /** Runs the time triggers that the clock has made due, each once, as their owners. */
  fireDueTriggers(): void {
    fireDue(this.world);
  }

  runInstalled(trigger: TriggerRecord, event: EventFactory): Run {
    const script = this.scripts[trigger.scriptId];
    if (!script) throw new Error(`The script of trigger ${trigger.uid} does not exist.`);
    return this.run(script, {
      function: trigger.handler,
      user: trigger.owner,
      kind: "trigger",
      args: (exec) => [{ authMode: AUTH_MODE.FULL, triggerUid: trigger.uid, ...event(exec) }],
    });
  }

  runSimple(containerId: string, functionName: string, user: string, event: EventFactory): void {
    const bound = Object.values(this.scripts).filter((script) => script.containerId === containerId);
    for (const script of bound) {
      const mentions = Object.values(script.files).some((text) => text.includes(functionName));
      if (!mentions) continue;
      this.run(script, {
        function: functionName,
        user,
        kind: "simple",
        args: (exec) => [{ authMode: AUTH_MODE.LIMITED, ...event(exec) }],
      });
    }
  }

  private execution(script: ScriptProject, request: RunRequest, kind: ExecutionKind): ScriptExecution {
    const fault = this.fault;
    this.fault = null;
    const withoutUi = kind === "trigger" || kind === "api";
    const usualMode = kind === "simple" && request.function !== "onInstall" ? "LIMITED" : "FULL";
    const ui = withoutUi ? null : request.ui === undefined ? this.ui : request.ui;
    return new ScriptExecution({
      world: this.world,
      script,
      kind,
      authMode: request.authMode ?? usualMode,
      effectiveUser: request.user,
      activeUser: request.user,
      ui,
      unattended: ui === null || ui instanceof RecordingUi,
      selection: request.selection ?? null,
      fault,
      limitMilliseconds: limitOf(kind),
    });
  }

  private perform(
    exec: ScriptExecution,
    name: string,
    given: NonNullable<RunRequest["args"]>,
  ): Pick<Run, "value" | "error"> {
    const membrane = new Membrane(exec, servicesOf(exec));
    const { realm, context } = createRealm(membrane);
    membrane.realm = realm;
    // With a person at the keyboard a dialog may stand open for any time.
    const limit = exec.unattended ? { timeout: REAL_LIMIT_MILLISECONDS } : {};
    const evaluate = (code: vm.Script): unknown => code.runInContext(context, limit);
    let ending: Ending;
    try {
      realm.furnish(serviceNames(), advancedServices(exec.script));
      const declared = loadFiles(exec.script, realm, evaluate, context);
      const callee = isVisible(name, exec.kind, declared) ? realm.find(name) : null;
      if (!callee)
        ending = { state: "failed", error: { name: "Error", message: `Script function not found: ${name}` } };
      else {
        const values = Array.isArray(given) ? (exec.kind === "client" ? carriedArguments(given) : given) : given(exec);
        const bound = realm.bind(
          callee,
          values.map((value) => membrane.toScript(value)),
        );
        let read: () => Ending = () => ({ state: "pending" });
        Object.defineProperty(context, "__sandboxEnter", {
          configurable: true,
          enumerable: false,
          value: () => {
            Reflect.deleteProperty(context, "__sandboxEnter");
            read = realm.enter(bound);
          },
        });
        evaluate(RUN);
        ending = read();
      }
    } catch (error) {
      ending = { state: "failed", error: isTimeout(error) ? new Error(OVERRUN) : error };
    }
    return conclude(exec, membrane, ending);
  }
}

function conclude(exec: ScriptExecution, membrane: Membrane, ending: Ending): Pick<Run, "value" | "error"> {
  const unfinished = exec.finish();
  const missing = exec.internalErrors.find((error) => error instanceof NotEmulatedError);
  const error = exec.killed ?? missing ?? (ending.state === "failed" ? ending.error : unfinished);
  if (error !== undefined) return { value: undefined, error: describeError(error) };
  const value = ending.state === "done" ? ending.value : undefined;
  if (exec.kind !== "client") return { value: membrane.fromScript(value), error: null };
  const opaque = (one: object): boolean => types.isDate(one) || membrane.unwrap(one) instanceof ServiceObject;
  return { value: carriedResult(value, opaque), error: null };
}

/** Menus and triggers may name any function, even of an object; a client only what is declared at the top level, without `_`. */
function isVisible(name: string, kind: ExecutionKind, declared: Set<string>): boolean {
  if (kind === "menu" || kind === "trigger" || kind === "simple") return true;
  return declared.has(name) && !name.endsWith("_");
}

function advancedServices(script: ScriptProject): string[] {
  const { dependencies } = script.manifest as { dependencies?: { enabledAdvancedServices?: { userSymbol: string }[] } };
  return (dependencies?.enabledAdvancedServices ?? []).map((service) => service.userSymbol);
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

/** An error of any realm, or whatever else was thrown, as plain data; the sandbox's own frames are left out of the stack. */
function describeError(error: unknown): { name: string; message: string; stack: string } {
  if (typeof error !== "object" || error === null || !("message" in error))
    return { name: "Error", message: String(error), stack: "" };
  const { name, message, stack } = error as Error;
  const frames = String(stack ?? "").split("\n");
  return {
    name: String(name),
    message: String(message),
    stack: frames.filter((line) => !line.includes(REALM_FILE) && !/node:|[\\/]sandbox[\\/]/.test(line)).join("\n"),
  };
}

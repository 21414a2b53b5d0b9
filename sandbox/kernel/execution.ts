// One run of one function: whose rights it has, what it may still do, what it has cost, and how it can be made to fail.
import { format, types } from "node:util";
import { driveFiles } from "../drive/files";
import { MINUTE, SECOND } from "./clock";
import {
  type DriveFiles,
  type Execution,
  type ExecutionKind,
  GoogleError,
  type ScriptProject,
  type ServiceObject,
  type UiPort,
  type World,
} from "./contract";
import { COMMIT_MILLISECONDS, costOf } from "./latency";
import { describeArguments, displayName, matchArguments } from "./matching";
import { barredIn, insufficientPermissions, scopeAddress, scopesFor } from "./scopes";
import { declarations } from "./signatures";

/** What the execution cost. `calls` are round trips; `handles` only name things; `seconds` is the modelled time of both. */
export interface Meter {
  calls: number;
  handles: number;
  byMember: Record<string, number>;
  seconds: number;
}

/** A line of the execution log. */
export interface LogLine {
  at: string;
  level: "log" | "info" | "warn" | "error";
  text: string;
}

/** Trouble on demand, at the `at`-th round trip (from 1): a transient error, an end that nothing can catch, a minute's wait, or a visitor. */
export interface Fault {
  at: number;
  do: "throw" | "kill" | "slow" | (() => void);
}

/** Ends the execution: every later service call throws it again, and the runtime reports it whatever the script caught. */
export class ExecutionKilled extends Error {}

/** A member that Google declares and the sandbox lacks. The run fails even if the script catches it. */
export class NotEmulatedError extends Error {
  override readonly name = "NotEmulatedError";
}

/** An error of the script's own realm on its way through a service. */
export class ScriptRaised extends Error {
  constructor(readonly raised: unknown) {
    super("The script threw.");
  }
}

export const OVERRUN = "Exceeded maximum execution time";
const SLOW_MILLISECONDS = MINUTE;

interface ExecutionOptions {
  world: World;
  script: ScriptProject;
  kind: ExecutionKind;
  authMode: "NONE" | "LIMITED" | "FULL";
  effectiveUser: string;
  activeUser: string;
  ui: UiPort | null;
  /** True if nobody sits at the user interface. */
  unattended: boolean;
  selection: { sheetId: number; a1: string } | null;
  fault: Fault | null;
  /** Null: it may run for ever (services installed as Node's globals). */
  limitMilliseconds: number | null;
}

/** The scopes that an account has refused a script: script id → e-mail → full addresses. */
export function refusedScopes(world: World): Record<string, Record<string, string[]>> {
  return world.slice<Record<string, Record<string, string[]>>>("refusedScopes", () => ({}));
}

/** The limit of one execution: six minutes, for simple triggers thirty seconds. */
export function limitOf(kind: ExecutionKind): number {
  return kind === "simple" ? 30 * SECOND : 6 * MINUTE;
}

/** An execution as services and the membrane see it. */
export class ScriptExecution implements Execution {
  readonly world: World;
  readonly script: ScriptProject;
  readonly kind: ExecutionKind;
  readonly authMode: "NONE" | "LIMITED" | "FULL";
  readonly effectiveUser: string;
  readonly activeUser: string;
  readonly ui: UiPort | null;
  readonly unattended: boolean;
  readonly selection: { sheetId: number; a1: string } | null;
  readonly files: DriveFiles;
  readonly meter: Meter = { calls: 0, handles: 0, byMember: {}, seconds: 0 };
  readonly log: LogLine[] = [];
  readonly startedAt: number;
  /** Why the execution is over before its time. */
  killed: ExecutionKilled | null = null;
  /** Errors of the sandbox itself, or of a test's visitor: the runtime throws the first one on. */
  readonly internalErrors: unknown[] = [];
  /** Compiles and runs a template inside the script's realm; set by the membrane. */
  runTemplate: (template: ServiceObject, names: string[], body: string) => string = () => "";
  private readonly endings: (() => void)[] = [];
  private readonly suspensions: (() => void)[] = [];
  private readonly fault: Fault | null;
  private deadline: number;
  private buffered = false;

  constructor(options: ExecutionOptions) {
    this.world = options.world;
    this.script = options.script;
    this.kind = options.kind;
    this.authMode = options.authMode;
    this.effectiveUser = options.effectiveUser;
    this.activeUser = options.activeUser;
    this.ui = options.ui && this.suspending(options.ui);
    this.unattended = options.unattended;
    this.selection = options.selection;
    this.fault = options.fault;
    this.files = driveFiles(options.world);
    this.startedAt = options.world.clock.now();
    this.deadline = options.limitMilliseconds === null ? Infinity : this.startedAt + options.limitMilliseconds;
  }

  hasScope(scope: string): boolean {
    const address = scopeAddress(scope);
    const refused = refusedScopes(this.world)[this.script.id]?.[this.effectiveUser] ?? [];
    // Without a list in the manifest Google finds the scopes by scanning the code: nothing is missing then.
    const declared = this.script.manifest.oauthScopes?.includes(address) ?? true;
    return declared && !refused.includes(address);
  }

  onEnd(task: () => void): void {
    this.endings.push(task);
  }

  /** Runs whenever a dialog suspends the script: locks do not survive that. */
  onSuspend(task: () => void): void {
    this.suspensions.push(task);
  }

  /** Calls a service for the script: signature, permissions, cost, faults and limits first. Arguments and result are the host's. */
  perform(service: ServiceObject, member: string, args: unknown[]): unknown {
    this.checkAlive();
    const table = declarations();
    const callee = `${displayName(service.typeName, table)}.${member}`;
    const matched = matchArguments(args, table.types[service.typeName]?.methods[member] ?? [], table);
    if (matched === null) {
      throw new GoogleError(
        `The parameters (${describeArguments(args, table)}) don't match the method signature for ${callee}.`,
      );
    }
    const method: unknown = Reflect.get(service, member);
    if (typeof method !== "function") throw new NotEmulatedError(`${callee} is not emulated by the sandbox`);
    this.checkPermission(service.typeName, member, callee);
    this.begin(service.typeName, member, callee, countValues(matched));
    const result: unknown = Reflect.apply(method, service, matched);
    this.charge(costOf(service.typeName, member).perValue * countValues([result]));
    return result;
  }

  /** Reads a property (an enumeration of a service). */
  read(service: ServiceObject, member: string): unknown {
    this.checkAlive();
    const value: unknown = Reflect.get(service, member);
    if (value === undefined) {
      throw new NotEmulatedError(
        `${displayName(service.typeName, declarations())}.${member} is not emulated by the sandbox`,
      );
    }
    return value;
  }

  /** Lets modelled time pass, and ends the execution if that was too long. */
  charge(milliseconds: number): void {
    this.world.clock.advance(milliseconds);
    this.meter.seconds += milliseconds / SECOND;
    this.checkDeadline();
  }

  /** Ends the execution as Google ends one that took too long. */
  kill(reason: string): never {
    this.killed ??= new ExecutionKilled(reason);
    throw this.killed;
  }

  /** Writes to the execution log; values are the script's own or the host's. */
  print(level: LogLine["level"], values: unknown[], plain: (value: unknown) => unknown): void {
    if (this.killed) return;
    const shown = values.map((value) => (types.isNativeError(value) ? (value.stack ?? value.message) : plain(value)));
    this.log.push({ at: new Date(this.world.clock.now()).toISOString(), level, text: format(...shown) });
  }

  /** Runs what services left for the end (flush, release of locks); returns the first failure. */
  finish(): unknown {
    let failure: unknown;
    if (this.buffered && !this.killed) {
      this.buffered = false;
      this.world.clock.advance(COMMIT_MILLISECONDS);
      this.meter.seconds += COMMIT_MILLISECONDS / SECOND;
    }
    for (const task of this.endings.splice(0)) {
      try {
        task();
      } catch (error) {
        failure ??= error;
        if (!(error instanceof GoogleError)) this.internalErrors.push(error);
      }
    }
    return failure;
  }

  private begin(typeName: string, member: string, callee: string, values: number): void {
    const cost = costOf(typeName, member);
    this.meter.byMember[callee] = (this.meter.byMember[callee] ?? 0) + 1;
    if (cost.trip) {
      this.meter.calls += 1;
      if (this.fault?.at === this.meter.calls) this.fail(this.fault.do, callee);
    } else this.meter.handles += 1;
    if (cost.commits) this.commit();
    if (cost.buffered) this.buffered = true;
    this.charge(cost.milliseconds + cost.perValue * values);
  }

  /** Writes to a sheet wait in a buffer: whoever reads first waits for all of them. */
  private commit(): void {
    if (!this.buffered) return;
    this.buffered = false;
    this.charge(COMMIT_MILLISECONDS);
  }

  private fail(what: Fault["do"], callee: string): void {
    if (typeof what === "function") what();
    else if (what === "kill") this.kill(OVERRUN);
    else if (what === "slow") this.charge(SLOW_MILLISECONDS);
    else throw new GoogleError(`Service error: ${transientName(callee)}`);
  }

  private checkPermission(typeName: string, member: string, callee: string): void {
    const anyOf = scopesFor(typeName, member);
    if (
      barredIn(this.authMode, typeName, member) ||
      (anyOf.length > 0 && !anyOf.some((scope) => this.hasScope(scope)))
    ) {
      throw new GoogleError(
        anyOf.length > 0 ? insufficientPermissions(callee, anyOf) : `You do not have permission to call ${callee}`,
      );
    }
  }

  private checkAlive(): void {
    if (this.killed) throw this.killed;
  }

  private checkDeadline(): void {
    this.checkAlive();
    if (this.world.clock.now() > this.deadline) this.kill(OVERRUN);
  }

  /** `alert` and `prompt` suspend the script: their time does not count. */
  private suspending(port: UiPort): UiPort {
    const suspended = <Q, A>(ask: (question: Q) => A) => {
      return (question: Q): A => {
        for (const task of this.suspensions) task();
        const before = this.world.clock.now();
        const answer = ask(question);
        this.deadline += this.world.clock.now() - before;
        return answer;
      };
    };
    return {
      alert: suspended((request) => port.alert(request)),
      prompt: suspended((request) => port.prompt(request)),
      showSidebar: (page) => port.showSidebar(page),
      showDialog: (page) => port.showDialog(page),
      toast: (message) => port.toast(message),
      addMenu: (menu) => port.addMenu(menu),
      activate: (place) => port.activate(place),
    };
  }
}

/** The number of values in the largest array among them: what a call has to carry. */
function countValues(values: unknown[]): number {
  let largest = 0;
  for (const value of values) {
    if (!Array.isArray(value)) continue;
    const first: unknown = value[0];
    largest = Math.max(largest, value.length * (Array.isArray(first) ? first.length : 1));
  }
  return largest;
}

/** How Google's transient errors call a service: “Service error: Spreadsheets”. */
function transientName(callee: string): string {
  const service = callee.split(".")[0] ?? callee;
  return service === "SpreadsheetApp" ? "Spreadsheets" : service.replace(/(App|Service)$/, "");
}

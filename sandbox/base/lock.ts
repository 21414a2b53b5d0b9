// LockService: one execution at a time, among all that run at once on this world's clock.
import { type Execution, GoogleError, ServiceObject, type World } from "../kernel/contract";
import type { ScriptExecution } from "../kernel/execution";

/** Who holds what. Executions end with the process, and so do their locks: this is no part of the saved state. */
const holders = new WeakMap<World, Map<string, Execution>>();

export class LockService extends ServiceObject {
  readonly typeName = "Lock.LockService";

  constructor(private readonly execution: ScriptExecution) {
    super(execution);
  }

  getScriptLock(): Lock {
    return new Lock(this.execution, this.exec.script.id);
  }

  getUserLock(): Lock {
    return new Lock(this.execution, `${this.exec.script.id}/user/${this.exec.effectiveUser}`);
  }

  /** Null for a script that is bound to no document. */
  getDocumentLock(): Lock | null {
    const { id, containerId } = this.exec.script;
    return containerId === null ? null : new Lock(this.execution, `${id}/document/${containerId}`);
  }
}

class Lock extends ServiceObject {
  readonly typeName = "Lock.Lock";

  constructor(
    private readonly execution: ScriptExecution,
    private readonly key: string,
  ) {
    super(execution);
  }

  hasLock(): boolean {
    return this.held.get(this.key) === this.exec;
  }

  releaseLock(): void {
    if (this.hasLock()) this.held.delete(this.key);
  }

  /**
   * Who holds the lock while this execution runs is one that this one interrupted, and cannot go on before this one is over:
   * waiting takes its full time, in vain.
   */
  tryLock(timeoutInMillis: number): boolean {
    const holder = this.held.get(this.key);
    if (holder === this.exec) return true;
    if (holder) {
      this.execution.charge(timeoutInMillis);
      return false;
    }
    this.held.set(this.key, this.exec);
    const release = (): void => this.releaseLock();
    this.execution.onEnd(release);
    this.execution.onSuspend(release);
    return true;
  }

  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis)) {
      throw new GoogleError("Lock timeout: another process was holding the lock for too long.");
    }
  }

  private get held(): Map<string, Execution> {
    const held = holders.get(this.exec.world) ?? new Map<string, Execution>();
    holders.set(this.exec.world, held);
    return held;
  }
}

// The two things of the real process that a script's realm leans on: its time zone and its notice of forgotten promises.
import vm from "node:vm";
import { isMainThread } from "node:worker_threads";
import { MINUTE } from "./clock";
import { offsetOf } from "./zonedTime";

// Under Jest `process` is a copy whose environment and listeners change nothing: the real one belongs to the main context.
const machine = vm.runInThisContext("process") as NodeJS.Process;

/** Any moment will do to see whether the zone has taken hold. */
const PROBE = Date.UTC(2026, 0, 1);

/** Runs `work` with local dates in that zone (`Europe/Moscow`), as a script's `Date` works in its manifest's. Nests. */
export function withTimeZone<T>(zone: string, work: () => T): T {
  const before = machine.env["TZ"];
  if (before === zone) return work();
  machine.env["TZ"] = zone;
  try {
    // A worker's environment is a copy that changes no clock, unless it shares the process's.
    if (!isMainThread && new Date(PROBE).getTimezoneOffset() * -MINUTE !== offsetOf(PROBE, zone)) {
      throw new Error("Scripts cannot have their time zone here: start the worker with { env: SHARE_ENV }.");
    }
    return work();
  } finally {
    if (before === undefined) delete machine.env["TZ"];
    else machine.env["TZ"] = before;
  }
}

const silent = new WeakSet();

/** Apps Script says nothing of rejected promises, and Node would end the process: those of this realm are let go. */
export function silenceRejections(promisePrototype: object): void {
  silent.add(promisePrototype);
  if (!machine.listeners("unhandledRejection").includes(onRejection)) machine.on("unhandledRejection", onRejection);
}

function onRejection(reason: unknown, promise: Promise<unknown>): void {
  const ours = silent.has(Object.getPrototypeOf(promise) as object);
  // A listener keeps Node from what it would do by itself: for everybody else's promises it is done here.
  if (!ours && machine.listenerCount("unhandledRejection") === 1) throw reason;
}

// A script's `Date` works in the time zone of its manifest, whatever the machine's is.
import vm from "node:vm";

// Under Jest `process` is a copy whose environment changes nothing: the real one belongs to the main context.
const environment = vm.runInThisContext("process.env") as Record<string, string | undefined>;

/** Runs `work` with local dates in that zone (`Europe/Moscow`). Nests. */
export function withTimeZone<T>(zone: string, work: () => T): T {
  const before = environment["TZ"];
  if (before === zone) return work();
  environment["TZ"] = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete environment["TZ"];
    else environment["TZ"] = before;
  }
}

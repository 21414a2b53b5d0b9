// Daily quotas: counted per account, started afresh 24 hours after the first use.
import { DAY } from "../kernel/clock";
import { GoogleError, type World } from "../kernel/contract";
import { accounts } from "../kernel/world";

/** What is counted: recipients of mail, fetches of addresses. */
type Counted = "email" | "urlfetch";

const LIMITS: Record<Counted, { consumer: number; workspace: number }> = {
  email: { consumer: 100, workspace: 1500 },
  urlfetch: { consumer: 20_000, workspace: 100_000 },
};

interface Use {
  since: number;
  used: number;
}

/** The kind of an account; one that the world does not know counts as a consumer's. */
export function accountKind(world: World, user: string): "consumer" | "workspace" {
  return accounts(world)[user]?.kind ?? "consumer";
}

/** What is left of today's quota. */
export function remaining(world: World, user: string, what: Counted): number {
  return LIMITS[what][accountKind(world, user)] - use(world, user, what).used;
}

/** Uses some of the quota; with too little left nothing is used, and Google's message is thrown. */
export function spend(world: World, user: string, what: Counted, amount: number): void {
  if (remaining(world, user, what) < amount) {
    throw new GoogleError(`Service invoked too many times for one day: ${what}.`);
  }
  use(world, user, what).used += amount;
}

function use(world: World, user: string, what: Counted): Use {
  const uses = world.slice<Record<string, Use>>("quotas", () => ({}));
  const key = `${what}/${user}`;
  const now = world.clock.now();
  const known = uses[key];
  if (known && now - known.since < DAY) return known;
  return (uses[key] = { since: now, used: 0 });
}

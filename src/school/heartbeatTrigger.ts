// The one time trigger: who owns it, and that there is exactly one.
import { ensureTimeTrigger, ownTriggers, removeTriggers } from "../google/triggers";

/** The function that Google calls every ten minutes. */
const HANDLER = "heartbeat";
const EVERY_MINUTES = 10;

/** Makes the account's heartbeat if there is none. @returns true if one was made */
export function ensureHeartbeat(): boolean {
  return ensureTimeTrigger(HANDLER, EVERY_MINUTES);
}

/** True if this account's heartbeat is there; other accounts' triggers cannot be seen. */
export function hasHeartbeat(): boolean {
  return ownTriggers().includes(HANDLER);
}

/** Removes this account's heartbeat: another account has taken over. */
export function removeHeartbeat(): void {
  removeTriggers(HANDLER);
}

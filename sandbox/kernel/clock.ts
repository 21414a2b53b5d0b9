// The world's clock: it stands still until somebody moves it, so that hours of quotas and triggers pass in milliseconds.
import type { Clock } from "./contract";

/** Milliseconds in the spans that limits and triggers are written in. */
export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A clock that only `advance` moves. */
export class VirtualClock implements Clock {
  constructor(private milliseconds: number) {
    if (!Number.isFinite(milliseconds))
      throw new Error("The clock needs a valid start, such as 2026-09-01T09:00:00+03:00.");
  }

  /** Milliseconds since the epoch, whole as in a Date. */
  now(): number {
    return Math.floor(this.milliseconds);
  }

  /** Moves on by that many milliseconds (fractions add up). */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) throw new Error(`The clock cannot go back (${milliseconds} ms).`);
    this.milliseconds += milliseconds;
  }
}

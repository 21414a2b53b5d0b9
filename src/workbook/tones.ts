// What colours mean: the same everywhere in the workbook. Pale, so that dark text on them is legible (contrast above 10).
import type { Colours } from "./column";

/** Backgrounds by what a status means to the curator. */
const TONES = {
  /** At work, in force, done. */
  good: "#dcefdc",
  /** On its way: nothing to worry about. */
  going: "#dce8f7",
  /** Somebody has to do something. */
  waiting: "#fff0c7",
  /** Interrupted for a while. */
  paused: "#e9e1f5",
  /** At an end: no longer of interest. */
  over: "#e6e8ea",
  /** Gone wrong, or ended before its time. */
  trouble: "#fadcd8",
} as const;

/** Colours of a status column: the values that have each meaning. */
export function toned(meanings: Readonly<Partial<Record<keyof typeof TONES, readonly string[]>>>): Colours {
  const colours: Record<string, string> = {};
  for (const [tone, colour] of Object.entries(TONES)) {
    for (const value of meanings[tone as keyof typeof TONES] ?? []) colours[value] = colour;
  }
  return colours;
}

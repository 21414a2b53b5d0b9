// Unsaved decisions outlive a window that was closed by mistake: in this browser, codes only, no names and no notes.
import { CRITERION_KEYS, type Weights } from "../../pairing/choice/score";
import type { Couple } from "../../pairing/choice/pool";
import { has, type Decisions } from "./board";

const PLACE = "nastavnik-pairing-draft";

interface Draft {
  schoolYear: string;
  pins: Couple[];
  bans: Couple[];
  capacities: Record<string, number>;
  weights: Weights;
  everybody: boolean;
}

/** Keeps the decisions; a browser that keeps nothing for pages within pages is not worth a word. */
export function keepDraft(schoolYear: string, now: Decisions): void {
  const codes = ({ mentor, mentee }: Couple) => ({ mentor, mentee });
  const draft: Draft = {
    schoolYear,
    pins: now.pins.map(codes),
    bans: now.bans.map(codes),
    capacities: now.capacities,
    weights: now.weights,
    everybody: now.everybody,
  };
  try {
    localStorage.setItem(PLACE, JSON.stringify(draft));
  } catch {
    // Storage is forbidden or full.
  }
}

export function forgetDraft(): void {
  try {
    localStorage.removeItem(PLACE);
  } catch {
    // Storage is forbidden.
  }
}

/** The decisions of a window that was closed, over those that the server has now; null if there are none. */
export function draftOver(schoolYear: string, stored: Decisions): Decisions | null {
  const draft = readDraft();
  if (draft?.schoolYear !== schoolYear) return null;
  const noted = (known: Decisions["pins"]) => (couple: Couple) => ({
    ...couple,
    note: known.find(({ mentor, mentee }) => mentor === couple.mentor && mentee === couple.mentee)?.note ?? "",
  });
  return {
    // What a colleague has decided since stays.
    pins: [
      ...draft.pins.map(noted(stored.pins)),
      ...stored.pins.filter(({ mentee }) => !draft.pins.some((pin) => pin.mentee === mentee)),
    ],
    bans: [...stored.bans, ...draft.bans.filter((couple) => !has(stored.bans, couple)).map(noted([]))],
    capacities: draft.capacities,
    weights: draft.weights,
    everybody: draft.everybody,
    groups: [],
  };
}

function readDraft(): Draft | null {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(PLACE) ?? "null");
    return isDraft(found) ? found : null;
  } catch {
    return null;
  }
}

/** Whatever is found in the browser is not trusted: a draft of another version is no draft. */
function isDraft(found: unknown): found is Draft {
  if (typeof found !== "object" || found === null) return false;
  const draft = found as Partial<Record<keyof Draft, unknown>>;
  const { weights, capacities } = draft as { weights?: Record<string, unknown>; capacities?: Record<string, unknown> };
  return (
    typeof draft.schoolYear === "string" &&
    typeof draft.everybody === "boolean" &&
    areCouples(draft.pins) &&
    areCouples(draft.bans) &&
    typeof capacities === "object" &&
    Object.values(capacities).every((places) => typeof places === "number") &&
    typeof weights === "object" &&
    CRITERION_KEYS.every((key) => typeof weights[key] === "number")
  );
}

function areCouples(found: unknown): found is Couple[] {
  return (
    Array.isArray(found) &&
    found.every((one: Partial<Couple> | null) => typeof one?.mentor === "string" && typeof one.mentee === "string")
  );
}

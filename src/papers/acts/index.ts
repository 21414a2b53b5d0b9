// Orders of the head and the acts that they approve, as kinds.
import type { AnyPaperKind } from "../paperKind";

export const ACTS: readonly AnyPaperKind[] = [];

// Papers of the work itself: agreements, endings, encouragement, partners, as kinds.
import type { AnyPaperKind } from "../paperKind";

export const LABOUR: readonly AnyPaperKind[] = [];

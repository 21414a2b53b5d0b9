// Papers of the work itself: agreements, endings, encouragement, partners, as kinds.
import type { AnyPaperKind } from "../paperKind";
import { endingOrderKind } from "./endingOrder";

export const LABOUR: readonly AnyPaperKind[] = [endingOrderKind];

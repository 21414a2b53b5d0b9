// Papers of the work itself: agreements, endings, encouragement, partners, as kinds.
import type { AnyPaperKind } from "../paperKind";
import { agreementKind } from "./agreement";
import { endingOrderKind } from "./endingOrder";

export const LABOUR: readonly AnyPaperKind[] = [agreementKind, endingOrderKind];

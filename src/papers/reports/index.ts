// The council's minutes and the reports, as kinds.
import type { AnyPaperKind } from "../paperKind";

export const REPORTS: readonly AnyPaperKind[] = [];

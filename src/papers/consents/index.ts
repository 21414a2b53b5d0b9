// Consents and applications, as kinds.
import type { AnyPaperKind } from "../paperKind";

export const CONSENTS: readonly AnyPaperKind[] = [];

// Consents and applications, and the papers that have pages of their own, as kinds.
import type { AnyPaperKind } from "../paperKind";
import { APPLICATIONS } from "./applications";
import { CONSENT_KINDS } from "./consentKinds";
import { PAGE_PAPERS } from "./pagePapers";

export const CONSENTS: readonly AnyPaperKind[] = [...PAGE_PAPERS, ...CONSENT_KINDS, ...APPLICATIONS];

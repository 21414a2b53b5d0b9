// Papers of the work itself: agreements, endings, encouragement, partners, as kinds.
import type { AnyPaperKind } from "../paperKind";
import { agreementKind } from "./agreement";
import { certificateKind, thanksKind } from "./awards";
import { encouragementOrderKind } from "./encouragementOrder";
import { endingOrderKind } from "./endingOrder";
import { partnerAgreementKind } from "./partnerAgreement";

export const LABOUR: readonly AnyPaperKind[] = [
  agreementKind,
  endingOrderKind,
  encouragementOrderKind,
  certificateKind,
  thanksKind,
  partnerAgreementKind,
];

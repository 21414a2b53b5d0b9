// Checks of «Условия подбора»: decisions that contradict one another or cannot be kept to.
import { pairingTerms } from "../pairing/pairingTerms.table";
import { termFaults } from "../pairing/terms";
import type { Check } from "./check";

export const TERM_CHECKS: readonly Check[] = [
  {
    key: "pairingTerms",
    level: "error",
    mend: "Оставьте одно из противоречащих условий подбора или измените число мест у наставника",
    find: ({ wb }) => termFaults(wb).map(({ code, column, what }) => ({ table: pairingTerms, code, column, what })),
  },
];

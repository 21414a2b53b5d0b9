// Keeps answers of people who have withdrawn the consent to the use of their data out of the banks.
import type { Consumer } from "../questionnaires/pullAnswers";
import { withdrawnIn } from "./consentRules";

/** The same consumers for everybody else. The answer itself is kept as the person has sent it, and nothing follows from it. */
export function withheld(consumers: Readonly<Record<string, Consumer>>): Readonly<Record<string, Consumer>> {
  return Object.fromEntries(
    Object.entries(consumers).map(([questionnaire, take]): [string, Consumer] => [
      questionnaire,
      (wb, answer) => (answer.person !== null && withdrawnIn(wb).has(answer.person) ? answer.person : take(wb, answer)),
    ]),
  );
}

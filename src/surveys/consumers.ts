// What becomes of the answers to every questionnaire, in one list.
import { acquaintanceConsumers } from "../bank/acquaintance";
import { intakeConsumers } from "../bank/intake/takeAnswers";
import { updateConsumers } from "../bank/yearlyUpdate/takeUpdate";
import type { Consumer } from "../questionnaires/pullAnswers";
import { surveyConsumers } from "./campaign";

export const CONSUMERS: Readonly<Record<string, Consumer>> = {
  ...intakeConsumers,
  ...updateConsumers,
  ...surveyConsumers,
  ...acquaintanceConsumers,
};

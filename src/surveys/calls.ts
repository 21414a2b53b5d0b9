// What the sidebar «Итоговый опрос» may ask of the server, and what any page does with answers that wait for the curator.
import * as z from "zod";
import { decideAuthor, decideField } from "../bank/decisions";
import type { AuthorChoice } from "../bank/decisionsView";
import { respondentsOf } from "../bank/intake/intakeCommands";
import { pullAnswers, settleNamed } from "../questionnaires/pullAnswers";
import { change, look } from "../workbook/commands";
import { loadSurveys, remindSurvey, surveyClose, surveyConsumers, surveyLaunch } from "./campaign";
import { CONSUMERS } from "./consumers";
import type { LaunchInput, SurveyPulled, SurveyStarted, SurveysView } from "./surveysView";

const code = z.string().max(40);
const authorChoice = z.union([z.object({ person: code }), z.literal("new"), z.literal("reject")]);

export const surveysCalls = {
  loadSurveys: (): SurveysView => look(loadSurveys),
  launchSurvey: (input: LaunchInput): SurveyStarted => surveyLaunch.ask(surveyLaunch.params.parse(input)),
  remindSurvey: (): SurveyStarted => change("Напоминание об итоговом опросе", remindSurvey),
  pullSurvey: (): SurveyPulled =>
    change("Сбор ответов", (wb) => {
      const pulled = pullAnswers(wb, respondentsOf(wb), surveyConsumers);
      return {
        taken: pulled.taken,
        late: pulled.late,
        toDecide: pulled.unknown + pulled.doubtful,
        lost: pulled.lost.map((form) => `${form.what} ${form.mend}`),
        gatheredBy: pulled.gatheredBy,
      };
    }),
  closeSurvey: (): void => {
    surveyClose.ask({});
  },

  decideAuthor: (answer: string, choice: AuthorChoice): void => {
    const [asked, author] = [code.parse(answer), authorChoice.parse(choice)];
    change("Автор ответа", (wb) => {
      decideAuthor(wb, asked, author);
      settleNamed(wb, CONSUMERS);
    });
  },
  decideField: (answer: string, field: string, take: boolean): void => {
    const [asked, wanted, taken] = [code.parse(answer), z.string().max(80).parse(field), z.boolean().parse(take)];
    change("Сведения из ответа", (wb) => {
      decideField(wb, asked, wanted, taken);
    });
  },
};

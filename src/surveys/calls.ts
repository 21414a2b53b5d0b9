// What the sidebar «Итоговый опрос» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { respondentsOf } from "../bank/intake/intakeCommands";
import { pullAnswers } from "../questionnaires/pullAnswers";
import { change, look } from "../workbook/commands";
import { closeSurvey, launchSurvey, loadSurveys, remindSurvey, surveyConsumers } from "./campaign";
import type { LaunchInput, SurveyPulled, SurveyStarted, SurveysView } from "./surveysView";

const launchInput = z.object({ deadline: z.string().max(10), whom: z.enum(["active", "all"]) });

export const surveysCalls = {
  loadSurveys: (): SurveysView => look(loadSurveys),
  launchSurvey: (input: LaunchInput): SurveyStarted => {
    const asked = launchInput.parse(input);
    return change("Запуск итогового опроса", (wb) => launchSurvey(wb, asked));
  },
  remindSurvey: (): SurveyStarted => change("Напоминание об итоговом опросе", remindSurvey),
  pullSurvey: (): SurveyPulled =>
    change("Сбор ответов", (wb) => {
      const pulled = pullAnswers(wb, respondentsOf(wb), surveyConsumers);
      return {
        taken: pulled.taken,
        late: pulled.late,
        toDecide: pulled.unknown + pulled.doubtful,
        lost: pulled.lost.map((form) => `${form.what} ${form.mend}`),
      };
    }),
  closeSurvey: (): void => {
    change("Закрытие итогового опроса", closeSurvey);
  },
};

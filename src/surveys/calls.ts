// What the sidebar «Итоговый опрос» may ask of the server: JSON in, JSON out.
import { respondentsOf } from "../bank/intake/intakeCommands";
import { pullAnswers } from "../questionnaires/pullAnswers";
import { change, look } from "../workbook/commands";
import { loadSurveys, remindSurvey, surveyClose, surveyConsumers, surveyLaunch } from "./campaign";
import type { LaunchInput, SurveyPulled, SurveyStarted, SurveysView } from "./surveysView";

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
};

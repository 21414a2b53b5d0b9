// What the sidebar «Итоговый опрос» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { intakeConsumers } from "../bank/intake/takeAnswers";
import { continueJob, type JobProgress } from "../jobs/jobs";
import { pullAnswers } from "../questionnaires/pullAnswers";
import { change, look } from "../workbook/commands";
import { respondentsOf } from "./audience";
import { closeSurvey, launchSurvey, loadSurveys, remindSurvey, surveyConsumers } from "./campaign";
import { surveyInvitations, surveyReminders } from "./mailJobs";
import type { LaunchInput, SurveyPulled, SurveyStarted, SurveysView } from "./surveysView";

/** Long enough for a progress bar to move, short enough not to bore. */
const CHUNK_MS = 20_000;

const launchInput = z.object({ deadline: z.string().max(10), whom: z.enum(["active", "all"]) });

export const surveysCalls = {
  loadSurveys: (): SurveysView => look(loadSurveys),
  launchSurvey: (input: LaunchInput): SurveyStarted => {
    const asked = launchInput.parse(input);
    return change("Запуск итогового опроса", (wb) => launchSurvey(wb, asked));
  },
  remindSurvey: (): SurveyStarted => change("Напоминание об итоговом опросе", remindSurvey),
  /** Sends the next letters of a job that launching or reminding has started. */
  continueSurvey: (input: { job: string }): JobProgress => {
    const { job } = z.object({ job: z.string().max(40) }).parse(input);
    return continueJob([surveyInvitations, surveyReminders], job, CHUNK_MS);
  },
  /** Brings the answers to all questionnaires, the intake ones included. */
  pullSurvey: (): SurveyPulled =>
    change("Сбор ответов", (wb) => {
      const pulled = pullAnswers(wb, respondentsOf(wb), { ...intakeConsumers, ...surveyConsumers });
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

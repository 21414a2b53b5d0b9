// The survey's letters as resumable work.
import { type MailKind, mailJob } from "../questionnaires/sendInvitations";
import { addressesOf } from "../bank/intake/mail";
import { FINAL_PURPOSES } from "./finalQuestionnaires";

const ROUND: Pick<MailKind, "addresses" | "purposes"> = {
  addresses: addressesOf,
  purposes: FINAL_PURPOSES,
};

/** Letters to those who have been invited and not written to yet. */
export const surveyInvitations = mailJob({
  ...ROUND,
  key: "surveyInvitations",
  title: "Приглашения к итоговому опросу",
  what: "invitations",
});

/** Letters to those who have not answered. */
export const surveyReminders = mailJob({
  ...ROUND,
  key: "surveyReminders",
  title: "Напоминания об итоговом опросе",
  what: "reminders",
});

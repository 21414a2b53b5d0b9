// The letters of the yearly update as resumable work.
import { type MailKind, mailJob } from "../../questionnaires/sendInvitations";
import { addressesOf } from "../intake/mail";
import { UPDATE_QUESTIONNAIRES } from "./updateQuestionnaires";

const PURPOSE =
  "Раз в год мы проверяем сведения об участниках наставничества. В анкете по ссылке уже стоит то, что записано о Вас: пожалуйста, подтвердите или исправьте.";

const common: Pick<MailKind, "addresses" | "purposes"> = {
  addresses: addressesOf,
  purposes: Object.fromEntries(UPDATE_QUESTIONNAIRES.map(({ key }) => [key, PURPOSE])),
};

export const updateInvitations = mailJob({
  key: "updateInvitations",
  title: "Письма об обновлении сведений",
  what: "invitations",
  ...common,
});

export const updateReminders = mailJob({
  key: "updateReminders",
  title: "Напоминания об обновлении сведений",
  what: "reminders",
  ...common,
});

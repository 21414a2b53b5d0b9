// The letters of the intake: to whom they may go, and what they are for.
import { mailJob, type Addresses, type MailKind } from "../../questionnaires/sendInvitations";
import type { ReadOnlyWorkbook } from "../../workbook/workbook";
import { withdrawnPeople } from "../consentRules";
import { consents } from "../consents.table";
import { EMPLOYMENT, people } from "../people.table";
import { MENTEE_INTAKE } from "./menteeQuestionnaire";
import { MENTOR_INTAKE } from "./mentorQuestionnaire";

const PURPOSES: Readonly<Record<string, string>> = {
  [MENTOR_INTAKE]:
    "В нашей организации формируется банк наставников. Просим Вас рассказать, готовы ли Вы делиться опытом с коллегами и в чём.",
  [MENTEE_INTAKE]:
    "Чтобы подобрать Вам наставника и составить программу под Ваши задачи, просим рассказать, с чем Вам нужна помощь.",
};

/** Addresses of those who may get mail: not dismissed, and the consent to the use of their data not withdrawn. */
export function addressesOf(wb: ReadOnlyWorkbook): Addresses {
  const withdrawn = withdrawnPeople(wb.all(consents), wb.today);
  return new Map(
    wb
      .all(people)
      .filter(({ code, employment }) => employment !== EMPLOYMENT.dismissed && !withdrawn.has(code))
      .map(({ code, fullName, email }) => [code, { fullName, email }]),
  );
}

const common: Pick<MailKind, "addresses" | "purposes"> = {
  addresses: addressesOf,
  purposes: PURPOSES,
};

export const intakeInvitations = mailJob({
  key: "intakeInvitations",
  title: "Приглашения к анкетам",
  what: "invitations",
  ...common,
});

export const intakeReminders = mailJob({
  key: "intakeReminders",
  title: "Напоминания об анкетах",
  what: "reminders",
  ...common,
});

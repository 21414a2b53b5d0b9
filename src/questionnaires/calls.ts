// What «Начало работы» may ask of the questionnaires: to close the forms that ask for names.
import * as z from "zod";
import { defineOwnersCommand } from "../school/filesOwner";
import { closeQuestionnaire, openFormsWithNames } from "./openForm";

/** Closes the open forms that ask for names; the answers that came stay. A command of any account. */
export const namedFormsClosing = defineOwnersCommand({
  key: "namedFormsClosing",
  title: "Закрытие анкет с именами",
  params: z.object({}),
  do: (wb) => {
    for (const { code } of openFormsWithNames(wb)) closeQuestionnaire(wb, code);
  },
});

export const questionnairesCalls = {
  closeNamedForms: (): void => {
    namedFormsClosing.ask({});
  },
};

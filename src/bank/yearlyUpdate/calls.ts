// What the sidebar «Обновление сведений» may ask of the server, and what any page does with answers that wait for the curator.
import * as z from "zod";
import type { JobProgress } from "../../jobs/jobs";
import { settleNamed, type PulledAnswers } from "../../questionnaires/pullAnswers";
import { change, look } from "../../workbook/commands";
import { decideAuthor, decideField } from "../decisions";
import type { AuthorChoice } from "../decisionsView";
import { intakeConsumers } from "../intake/takeAnswers";
import { updateConsumers } from "./takeUpdate";
import { launchUpdate, loadYearlyUpdate, markCurrent, pullUpdate, remindUpdate } from "./updateCommands";
import type { LaunchUpdateInput, YearlyUpdateView } from "./yearlyUpdateView";

const code = z.string().max(40);
const codes = z.array(code).max(5_000);
const authorChoice = z.union([z.object({ person: code }), z.literal("new"), z.literal("reject")]);

export const yearlyUpdateCalls = {
  loadYearlyUpdate: (): YearlyUpdateView => look(loadYearlyUpdate),
  launchUpdate: (input: LaunchUpdateInput): JobProgress =>
    change("Обновление сведений", (wb) => launchUpdate(wb, input)),
  remindUpdate: (): JobProgress => change("Напоминание об обновлении сведений", remindUpdate),
  pullUpdate: (): PulledAnswers => change("Сбор подтверждений", pullUpdate),
  markCurrent: (people: readonly string[]): { marked: number } => {
    const chosen = codes.parse(people);
    return change("Отметка об актуальности сведений", (wb) => markCurrent(wb, chosen));
  },

  decideAuthor: (answer: string, choice: AuthorChoice): void => {
    const [asked, author] = [code.parse(answer), authorChoice.parse(choice)];
    change("Автор ответа", (wb) => {
      decideAuthor(wb, asked, author);
      settleNamed(wb, { ...intakeConsumers, ...updateConsumers });
    });
  },
  decideField: (answer: string, field: string, take: boolean): void => {
    const [asked, wanted, taken] = [code.parse(answer), z.string().max(80).parse(field), z.boolean().parse(take)];
    change("Сведения из ответа", (wb) => {
      decideField(wb, asked, wanted, taken);
    });
  },
};

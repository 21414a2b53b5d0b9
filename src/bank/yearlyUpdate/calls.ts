// What the sidebar «Обновление сведений» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import type { JobProgress } from "../../jobs/jobs";
import type { PulledAnswers } from "../../questionnaires/pullAnswers";
import { change, look } from "../../workbook/commands";
import { launchUpdate, loadYearlyUpdate, markCurrent, pullUpdate, remindUpdate } from "./updateCommands";
import type { LaunchUpdateInput, YearlyUpdateView } from "./yearlyUpdateView";

const code = z.string().max(40);
const codes = z.array(code).max(5_000);

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
};

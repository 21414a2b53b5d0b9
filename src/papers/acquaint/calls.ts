// What the part «Ознакомление» of the sidebar «Документы» may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { acquaintanceConsumers } from "../../bank/acquaintance";
import { respondentsOf } from "../../bank/intake/intakeCommands";
import type { JobProgress } from "../../jobs/jobs";
import { pullAnswers, type PulledAnswers } from "../../questionnaires/pullAnswers";
import { change, look } from "../../workbook/commands";
import type { AcquaintanceView, MarkAcquaintedInput, SendAcquaintanceInput } from "./acquaintView";
import { acquaintanceLaunch, markAcquainted, remindAcquaintance } from "./campaign";
import { loadAcquaintance } from "./loadAcquaintance";
import { acquaintanceSheetDocument } from "./makeSheet";

const code = z.string().max(40);

export const acquaintanceCalls = {
  loadAcquaintance: (document: string): AcquaintanceView => {
    const asked = code.parse(document);
    return look((wb) => loadAcquaintance(wb, asked));
  },
  sendAcquaintance: (input: SendAcquaintanceInput): JobProgress =>
    acquaintanceLaunch.ask(acquaintanceLaunch.params.parse(input)),
  remindAcquaintance: (document: string): JobProgress => {
    const asked = code.parse(document);
    return change("Напоминание об ознакомлении", (wb) => remindAcquaintance(wb, asked));
  },
  pullAcquaintance: (): PulledAnswers =>
    change("Сбор ответов об ознакомлении", (wb) => pullAnswers(wb, respondentsOf(wb), acquaintanceConsumers)),
  markAcquainted: (input: MarkAcquaintedInput): { marked: number } =>
    change("Отметка об ознакомлении", (wb) => markAcquainted(wb, input)),
  acquaintanceSheet: (document: string): { link: string } =>
    acquaintanceSheetDocument.ask({ document: code.parse(document) }),
};

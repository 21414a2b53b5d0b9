// What the card's parts on status, leaving and withdrawal may ask of the server: JSON in, JSON out.
import * as z from "zod";
import { COMPLETION } from "../bank/mentees.table";
import { EMPLOYMENT } from "../bank/people.table";
import { Stop } from "../google/stop";
import { isCalendarDate, type CalendarDate } from "../workbook/calendarDate";
import { change, look } from "../workbook/commands";
import { applyLeaving, planLeaving } from "./leaving";
import type { LeavingInput, LifeDone, LifePlan, PairDecisions, StatusInput, WithdrawalInput } from "./lifeView";
import { moveStatus, type StatusMoved } from "./moveStatus";
import { planWithdrawal, withdrawConsent } from "./withdrawal";

const code = z.string().max(40);
const words = z.string().max(500).nullish();
const day = z.string().max(10);
const dayOrNone = day.nullish().transform(dayOf);
const statusInput = z.object({
  role: z.enum(["mentor", "mentee"]),
  code,
  status: z.string().max(60),
  approvedOn: dayOrNone,
  approvalPaper: words,
  trainedOn: dayOrNone,
  training: words,
  recommendation: words,
  support: words,
  completion: z.enum(COMPLETION).nullish(),
});
const leavingInput = z.object({ person: code, kind: z.enum(EMPLOYMENT), from: day, until: day.nullable() });
const withdrawalInput = z.object({ consent: code, on: day, paper: z.string().max(500).nullable() });
const decisionsInput = z.record(code, z.enum(["close", "handOver", "pause", "resume", "leave"]));

export const lifeCalls = {
  /** An empty detail leaves the cell as it is. */
  moveStatus: (input: StatusInput): StatusMoved => {
    const wanted = statusInput.parse(input);
    return change("Смена статуса", (wb) => moveStatus(wb, wanted));
  },
  planLeaving: (input: LeavingInput): LifePlan => {
    const wanted = leavingInput.parse(input);
    return look((wb) => planLeaving(wb, wanted));
  },
  applyLeaving: (input: LeavingInput, decisions: PairDecisions): LifeDone => {
    const [wanted, decided] = [leavingInput.parse(input), decisionsInput.parse(decisions)];
    return change("Уход, отсутствие, возвращение", (wb) => applyLeaving(wb, wanted, decided));
  },
  planWithdrawal: (input: WithdrawalInput): LifePlan => {
    const wanted = withdrawalInput.parse(input);
    return look((wb) => planWithdrawal(wb, wanted));
  },
  withdrawConsent: (input: WithdrawalInput, decisions: PairDecisions): LifeDone => {
    const [wanted, decided] = [withdrawalInput.parse(input), decisionsInput.parse(decisions)];
    return change("Отзыв согласия", (wb) => withdrawConsent(wb, wanted, decided));
  },
};

function dayOf(typed: string | null | undefined): CalendarDate | null {
  if (typed === null || typed === undefined || typed === "") return null;
  if (!isCalendarDate(typed)) throw new Stop("Дата указана неверно.", "Выберите день в календаре и повторите.");
  return typed;
}

// The council's minutes and the reports, as kinds.
import type { AnyPaperKind } from "../paperKind";
import { minutes } from "./minutes";
import { menteeFeedback, mentorReport } from "./pairReports";

export const REPORTS: readonly AnyPaperKind[] = [minutes, mentorReport, menteeFeedback];

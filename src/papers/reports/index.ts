// The council's minutes and the reports, as kinds.
import type { AnyPaperKind } from "../paperKind";
import { analyticReport } from "./analyticReport";
import { minutes } from "./minutes";
import { municipalReturn } from "./municipalReturn";
import { menteeFeedback, mentorReport } from "./pairReports";

export const REPORTS: readonly AnyPaperKind[] = [
  minutes,
  mentorReport,
  menteeFeedback,
  analyticReport,
  municipalReturn,
];

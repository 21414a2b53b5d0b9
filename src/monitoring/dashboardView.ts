// What the sidebar «Сводка» shows, as plain data. No zod here: the browser uses it too.
import type { Indicator } from "./indicators";

export type { Indicator };

/** What the sidebar opens with, and what refreshing gives. */
export interface DashboardView {
  /** When the figures were worked out, «14.09.2026 10:30». */
  countedAt: string;
  schoolYear: string;
  indicators: Indicator[];
  /** Average overall marks, 1–10; null where fewer than three have answered. */
  satisfaction: { mentees: number | null; mentors: number | null };
  waiting: { label: string; count: number }[];
  pairs: { label: string; count: number }[];
  /** People whose information is older than a year, as of now. */
  toUpdate: number;
}

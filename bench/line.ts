// One line of the budget: what was measured, what is allowed, what came out.

export interface BudgetLine {
  /** What is done, in words. */
  work: string;
  figure: number;
  unit: "ms CPU" | "service calls" | "modelled s" | "kB";
  /** The greatest figure allowed; none for what stands beside a line for comparison. */
  budget?: number;
  /** What else is worth knowing. */
  note?: string;
}

/** A piece of work that the bundle cannot do yet, or that failed. */
export interface MissingLine {
  work: string;
  missing: string;
}

export type Line = BudgetLine | MissingLine;

/** True if the line keeps within its budget. */
export function isKept(line: Line): boolean {
  return "figure" in line && (line.budget === undefined || line.figure <= line.budget);
}

/** Processor time of this process that a piece of work takes, milliseconds. */
export function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The whole budget as a table for a terminal. */
export function asTable(lines: readonly Line[]): string {
  const rows = lines.map((line) =>
    "figure" in line
      ? [
          line.work,
          `${round(line.figure)}`,
          line.budget === undefined ? "" : `≤ ${line.budget}`,
          line.unit,
          line.budget === undefined ? "" : isKept(line) ? "ok" : "OVER",
          line.note ?? "",
        ]
      : [line.work, "—", "", "", "missing", line.missing],
  );
  const all = [["work", "figure", "budget", "unit", "", "note"], ...rows];
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 1 || column === 2 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
        )
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function round(figure: number): number {
  return Math.round(figure * 10) / 10;
}

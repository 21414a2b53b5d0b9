// What it costs to take in a staff list of 1,000 people: into an empty bank, and again with every row changed.
import type { Run } from "../sandbox/kernel/runtime";
import type { ColumnGuess } from "../src/bank/import/guessColumns";
import type { ListInput } from "../src/bank/import/importStaff";
import { bigList } from "../test/lists/bigList";
import { LargeSchool } from "./largeSchool";
import { cpuOf, type Line } from "./line";

const PEOPLE = 1000;
const CALLS = 15;
const CPU_MS = 1000;

/** Processor time is that of the bundle and of the sandbox's sheets together. */
export function importLines(bundle: string): Line[] {
  const school = new LargeSchool(bundle, { people: 0, mentors: 0, mentees: 0, pairs: 0, status: "предложена" });
  const rows = bigList(PEOPLE)
    .trimEnd()
    .split("\r\n")
    .map((line) => line.split(";"));
  const { value: guess } = school.call("guessList", rows.slice(0, 300)).value as { value: ColumnGuess };
  const mapping = Object.fromEntries(guess.columns.flatMap(({ field, index }) => (field ? [[field, index]] : [])));
  const list: ListInput = { rows, firstRow: guess.firstRow, mapping };
  const older = rows.map((cells, at) =>
    at < guess.firstRow ? cells : cells.map((cell, column) => aged(cell, column === mapping["experienceYears"])),
  );
  return [
    ...lines(`Preview ${PEOPLE} new people of a list`, () => school.call("planImport", list)),
    ...lines(`Import ${PEOPLE} new people`, () => school.call("applyImport", { ...list, decisions: {} })),
    ...lines(`Preview ${PEOPLE} changed people of a list`, () => school.call("planImport", { ...list, rows: older })),
    ...lines(`Import ${PEOPLE} changed people`, () =>
      school.call("applyImport", { ...list, rows: older, decisions: {} }),
    ),
  ];
}

function aged(cell: string, isExperience: boolean): string {
  return isExperience ? String(Number(cell) + 1) : cell;
}

function lines(work: string, call: () => Run): Line[] {
  const runs: Run[] = [];
  const cpu = cpuOf(() => void runs.push(call()));
  const [run] = runs;
  const answer = run?.value as { ok: boolean; error?: { what: string } } | undefined;
  if (run === undefined || answer?.ok !== true) return [{ work, missing: answer?.error?.what ?? "no answer" }];
  return [
    { work, figure: run.meter.calls, unit: "service calls", budget: CALLS },
    { work, figure: cpu, unit: "ms CPU", budget: CPU_MS, note: "with the sandbox's own share" },
  ];
}

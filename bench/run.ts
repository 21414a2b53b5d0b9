// `npm run bench [-- --json]`: the budget lines of the design, each measured, with its budget.
import { freshBundle } from "../test/story/bundle";
import { bundleLines } from "./bundle";
import { dataCheckLines } from "./dataCheck";
import { documentLines } from "./documents";
import { importLines } from "./importing";
import { asTable, isKept, type Line } from "./line";
import { matchingLines } from "./matching";
import { personCardLines } from "./personCard";
import { dashboardLines, pullingLines, schoolLines } from "./services";
import { solverLines } from "./solvers";

const json = process.argv.includes("--json");
const bundle = freshBundle("shipped");

const PARTS: readonly { name: string; measure: () => Line[] }[] = [
  // First: nothing of it is warm yet, as in a fresh Apps Script execution.
  { name: "matching", measure: matchingLines },
  { name: "solvers", measure: solverLines },
  { name: "bundle", measure: () => bundleLines(bundle) },
  { name: "a school of 1,000", measure: () => schoolLines(bundle) },
  { name: "documents", measure: () => documentLines(bundle) },
  { name: "pulling answers", measure: () => pullingLines(bundle) },
  { name: "person's card", measure: () => personCardLines(bundle) },
  { name: "data check", measure: () => dataCheckLines(bundle) },
  { name: "import", measure: () => importLines(bundle) },
  { name: "dashboard", measure: () => dashboardLines(bundle) },
];

const all: Line[] = [];
for (const { name, measure } of PARTS) {
  if (!json) process.stderr.write(`… ${name}\n`);
  all.push(...measure());
}
if (json)
  console.log(
    JSON.stringify(
      all.map((line) => ({ ...line, kept: isKept(line) })),
      null,
      2,
    ),
  );
else console.log(asTable(all));
